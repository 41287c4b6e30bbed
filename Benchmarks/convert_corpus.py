#!/usr/bin/env python3
"""Turns the benchmark's plain entries into a board of ours, with the registers that make them eligible.

    convert_corpus.py --from PLAIN --to SITE [--entries N] [--seed S] [--templates DIR] [--every-kind]

PLAIN is what the benchmark's generate_corpus.py writes with `--format plain`: one Markdown file for each
entry below content/entries/<year>/. SITE gets content/ and, with --templates, a copy of the templates.
With --every-kind the plan uses
every kind of entry rule, and each entry has fifteen rows of points and one of a registration besides. The same input
and seed give the same bytes. Python 3.11, standard library only. Every person, unit, place
and decision is invented.

What is the same work as the site that the benchmark's other contestants build from the same entries
  - one page for each entry, with the same title, name, position, place, year, field, level, decision,
    summary, three photos with their descriptions, one video link, and the same body with the same links;
  - lists of 50 by district, year and field and of all entries, their indexes, a home page, a feed, a sitemap.

What is not
  - Ours does more: lists by province, commune and programme too; every entry held against twelve rules and
    six rows of five registers; a ledger, a manifest, and a snapshot of all inputs for `take-down`; a page that
    explains on which decision and which rules the honour rests; an output that is compared, not emptied.
  - Ours does less: no table of the entry's fifteen scores. Scores live in a register of ours, and no plan of
    the benchmark asks for them.
  - Titles carry no programme of the corpus's six: the board has one plan, `benchmark`, and says so.
  - The photos of all entries are the same three files in content/media. The others' corpus has no picture
    files at all (its pages only name them), so three pictures for each entry would measure the disk.
  - Places are those that occur in the entries, at most 10 provinces × 10 districts × 12 communes.
"""
import argparse
import csv
import glob
import os
import random
import re
import shutil
import sys
import unicodedata
from datetime import date, timedelta

from benchmark_board import BENCHMARK_PROGRAMME, EVERY_KIND, LEVELS, SITE, VOCABULARY
from flat_jpeg import flat_jpeg

PHOTOS = {"portrait": ["media/chan-dung.jpg"], "activity": ["media/hoat-dong-1.jpg", "media/hoat-dong-2.jpg"]}

# Which of our codes come nearest to what people do in a field of the corpus.
POSITION_CODES = {"giao-duc": "official", "y-te": "official", "nong-nghiep": "member", "van-hoa": "member", "an-ninh": "hamlet_head",
                  "khoi-nghiep": "worker"}
ORGANISATION_TYPES = {"giao-duc": "agency", "y-te": "agency", "nong-nghiep": "cooperative_group", "van-hoa": "front_association",
                      "an-ninh": "hamlet", "khoi-nghiep": "enterprise"}
AWARD_FORMS = {"base": "certificate_of_merit", "district": "certificate_of_merit", "province": "diploma_of_merit", "central": "diploma_of_merit"}


def slug(text):
    """Small letters without marks, digits and single hyphens."""
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D")).lower()
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in text if not unicodedata.combining(c))).strip("-")


def unquote(text):
    if not text.startswith('"'):
        return text
    return text[1:-1].replace('\\"', '"').replace("\\\\", "\\")


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def read_plain(path):
    """The front matter of one plain entry, as generate_corpus.py lays it out, and its body.

    Keys of a nested mapping are joined with dots; photos are a list of their own.
    """
    with open(path, encoding="utf-8") as file:
        _, head, body = file.read().split("---\n", 2)
    values, photos, outer = {}, [], ""
    for line in head.splitlines():
        nested = line.startswith(" ")
        key, _, value = line.strip().removeprefix("- ").partition(":")
        value = unquote(value.strip())
        if not nested:
            outer = key
            values[key] = value
        elif outer == "photos":
            if line.lstrip().startswith("- "):
                photos.append({})
            photos[-1][key] = value
        else:
            values[f"{outer}.{key}"] = value
    return values, photos, body


class Places:
    """The places that occur in the entries: provinces, their districts, their communes."""

    HEADER = "place_id,official_code,name,full_name,kind,parent_id,valid_from,valid_to,decree".split(",")

    def __init__(self):
        self.ids, self.rows, self.taken = {}, [], set()

    def commune(self, entry):
        """The id of the entry's commune; adds it, and what it lies in, where it is new."""
        parent, path = "", ()
        for kind in ("province", "district", "commune"):
            full = entry[f"place.{kind}"]
            path += (full,)
            parent = self.add(path, kind, full, parent)
        return parent

    def add(self, path, kind, full, parent):
        if path not in self.ids:
            # The names repeat from district to district, so an id carries those of all that it lies in.
            wanted = place_id = slug(" ".join(reversed(path)))
            number = 1
            while place_id in self.taken:
                number += 1
                place_id = f"{wanted}-{number}"
            self.taken.add(place_id)
            self.ids[path] = place_id
            name = re.sub(r"^(Tỉnh|Thành phố|Thị xã|Thị trấn|Huyện|Quận|Phường|Xã) ", "", full)
            self.rows.append([place_id, f"{len(self.rows) + 1:05d}", name, full, kind, parent, "", "", ""])
        return self.ids[path]


class Registers:
    """Rows of five registers: who was honoured, by which decision, and what the plan asks for."""

    HEADERS = {
        "subjects": "subject_id,kind,name,sort_name,organisation_type,position,position_text,organisation_id,birth_year,from,to",
        "awards": "award_id,subject_id,programme_id,campaign,level,form,year,place_id,decision_no,decision_date,authority,signer,"
                  "reason,status,revoked_on,revoked_by,public_from",
        "ratings": "subject_id,period,scale,rating,decision_no,rated_by,rated_on",
        "dossiers": "programme_id,subject_id,year,document,submitted_on,confirmed_by,copies,file",
        "reviews": "programme_id,rule,subject_id,year,verdict,body,reviewed_on,note",
        "registrations": "registration_id,programme_id,year,subject_id,model_title,quantity,status,registered_on,confirmed_by",
        "scores": "score_sheet_id,programme_id,sheet_id,subject_id,year,kind,criterion,points,evidence,verified_by,verified_on",
    }

    def __init__(self):
        self.rows = {name: [] for name in self.HEADERS}
        self.organisations = {}

    def organisation(self, place_id, name):
        """The committee of a commune, where the individuals of the corpus work or which vouches for them."""
        if place_id not in self.organisations:
            subject = self.organisations[place_id] = f"ubnd-{place_id}"
            self.rows["subjects"].append([subject, "collective", f"Ủy ban nhân dân {name}", "", "commune_government", "", "", "", "", "", ""])
        return self.organisations[place_id]

    def add(self, entry, place_id, award_id, rng):
        subject, year, level = entry["slug"], entry["year"], LEVELS[entry["level"]]
        day = date.fromisoformat(entry["decision.date"])
        if entry["kind"] == "individual":
            position, organisation_type = POSITION_CODES[entry["field_slug"]], ""
            organisation = self.organisation(place_id, entry["place.commune"])
        else:
            position, organisation_type, organisation = "", ORGANISATION_TYPES[entry["field_slug"]], ""
        add = lambda register, *row: self.rows[register].append(row)
        add("subjects", subject, entry["kind"], entry["name"], "", organisation_type, position, entry["position"], organisation, "", "", "")
        add("awards", award_id, subject, "benchmark", "periodic", level, AWARD_FORMS[level], year, place_id, entry["decision.number"], day,
            entry["decision.authority"], "", f"Có thành tích trong lĩnh vực {entry['field'].lower()}", "valid", "", "", "")
        add("ratings", subject, int(year) - 1, "party-4", rng.choice(["excellent", "good"]), f"{rng.randrange(10, 900)}-QĐ/ĐU",
            f"Đảng ủy {entry['place.commune']}", f"{int(year) - 1}-12-{rng.randrange(10, 29)}")
        sent = day - timedelta(days=rng.randrange(20, 60))
        add("dossiers", "benchmark", subject, year, "achievement_report", sent, "commune_government", 1, "")
        add("dossiers", "benchmark", subject, year, "submission_letter", sent + timedelta(days=rng.randrange(0, 5)), "unit|commune_government", 2, "")
        add("reviews", "benchmark", "BM-11", subject, year, "met", "emulation_council", day - timedelta(days=rng.randrange(5, 14)),
            "Thành tích rõ, có sức lan tỏa")


    def add_every_kind(self, entry, rng):
        """What the further rules read: a registration and fifteen rows of points."""
        subject, year = entry["slug"], entry["year"]
        self.rows["registrations"].append(
            [f"DK-{subject}", "benchmark", year, subject, "Mô hình hư cấu", 1, "new", f"{year}-01-{rng.randrange(10, 29)}", "commune_government"])
        for number in range(1, 16):
            points = (10 if number <= 5 else 5) - (0 if number in (2, 7, 9, 11, 15) else rng.randrange(0, 2))
            self.rows["scores"].append(
                [f"BD-{subject}", "benchmark", "bang-diem", subject, year, "verified", number, points, "Hồ sơ minh chứng", "emulation_council",
                 f"{year}-06-{rng.randrange(10, 29)}"])


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(unicodedata.normalize("NFC", text))


def write_table(path, header, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


LINK = re.compile(r"\]\(/entries/(\d{4})/([a-z0-9-]+)/\)")


def our_entry(entry, photos, body, place_id, award_id, every_kind):
    """The text of one entry of ours: the same facts, as far as they are an entry's own, and the same body."""
    consent = date.fromisoformat(entry["decision.date"]) - timedelta(days=7)
    lines = [
        f"id: {entry['slug']}", "title: " + quote(entry["title"]), "programme: benchmark", "campaign: periodic", "level: " + LEVELS[entry["level"]],
        f"subject: {entry['slug']}", f"award: {award_id}", f"place: {place_id}", f"year: {entry['year']}", "field: " + entry["field_slug"],
        "summary: " + quote(entry["summary"]), "photos:",
    ]
    if every_kind:
        lines += [f"registration: DK-{entry['slug']}", f"score_sheet: BD-{entry['slug']}"]
        lines.append(lines.pop(lines.index("photos:")))
    files = {role: iter(names) for role, names in PHOTOS.items()}
    for photo in photos:
        lines += [f"  - file: {next(files[photo['role']])}", f"    role: {photo['role']}", "    alt: " + quote(photo["alt"])]
    lines += [
        "videos:", "  - url: " + quote(entry["video.url"]), "    title: " + quote(entry["video.title"]),
        "publish:", "  status: ready", "  consent: {given_by: " + quote(entry["name"]) + f", on: {consent}, covers: [name, photos]}}",
    ]
    return "---\n" + "\n".join(lines) + "\n---\n" + LINK.sub(r"](../\1/\2.md)", body)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--from", dest="plain", required=True, help="folder with the plain corpus")
    parser.add_argument("--to", dest="site", required=True, help="folder of the board")
    parser.add_argument("--entries", type=int, help="how many entries there must be")
    parser.add_argument("--seed", type=int, default=1, help="seed of what the registers add")
    parser.add_argument("--templates", help="folder to copy to SITE/site-templates")
    parser.add_argument("--every-kind", action="store_true", help="a plan with every kind of entry rule, and the rows for it")
    options = parser.parse_args()

    paths = sorted(glob.glob(os.path.join(options.plain, "content", "entries", "*", "*.md")))
    if not paths or options.entries not in (None, len(paths)):
        sys.exit(f"{options.plain}: {len(paths)} entries, not {options.entries or 'any'}")
    content = os.path.join(options.site, "content")
    places, registers = Places(), Registers()
    for number, path in enumerate(paths, 1):
        entry, photos, body = read_plain(path)
        place_id, award_id = places.commune(entry), f"KT-{entry['year']}-{number:06d}"
        rng = random.Random(f"registers:{options.seed}:{entry['slug']}")
        registers.add(entry, place_id, award_id, rng)
        if options.every_kind:
            registers.add_every_kind(entry, rng)
        write(os.path.join(content, "entries", entry["year"], entry["slug"] + ".md"),
              our_entry(entry, photos, body, place_id, award_id, options.every_kind))

    write(os.path.join(content, "site.yaml"), SITE)
    write(os.path.join(content, "vocabulary.yaml"), VOCABULARY)
    write(os.path.join(content, "programmes", "benchmark.yaml"), (BENCHMARK_PROGRAMME + (EVERY_KIND if options.every_kind else "")).replace("PROVINCE", places.rows[0][0]))
    write_table(os.path.join(content, "places.csv"), Places.HEADER, places.rows)
    for name, rows in registers.rows.items():
        if not rows:
            continue
        write_table(os.path.join(content, "registers", name + ".csv"), registers.HEADERS[name].split(","), rows)
    for number, file in enumerate(sum(PHOTOS.values(), [])):
        os.makedirs(os.path.join(content, "media"), exist_ok=True)
        with open(os.path.join(content, file), "wb") as picture:
            picture.write(flat_jpeg(*((720, 960) if number == 0 else (1200, 800)), lightness=170 + 8 * number))
    if options.templates:
        shutil.copytree(options.templates, os.path.join(options.site, "site-templates"), dirs_exist_ok=True)
    total = sum(map(len, registers.rows.values()))
    print(f"{len(paths)} entries, {len(places.rows)} places, {total} rows in {len(registers.rows)} registers", file=sys.stderr)


if __name__ == "__main__":
    main()
