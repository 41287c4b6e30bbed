#!/usr/bin/env python3
"""Counts what the search page transfers for a query, in a real browser.

    search_traffic.py SITE [--chromium PROGRAM] [QUERY ...]

SITE is a built site (base address `/`). A server on this machine hands its files out; Chromium, with an empty cache, opens the
search page with each QUERY in its address (the part behind `?`, as people share it) and shows the results. Counted are the files of
the index (`tim-kiem/chi-muc/`) that the page asked for: how many, and their size compressed with gzip at level 9, one by one, as a
server with files compressed ahead sends them. Page, styles and script are the same for every query and stand in a line of their own.
Python 3.11, standard library only.
"""
import argparse
import gzip
import http.server
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

QUERIES = [
    "q=nguyen+van+an", "q=Nguyễn+Văn+An", "q=ninh", "q=xa", "q=kinh+te", "q=van+ninh+2024+kinh+te", "q=n", 'q="nông+thôn+mới"',
    "nam=2024", "q=xa&nam=2024&loai=ca-nhan",
]
INDEX = "/tim-kiem/chi-muc/"


class Handler(http.server.SimpleHTTPRequestHandler):
    log = []

    def do_GET(self):
        Handler.log.append(urllib.parse.urlsplit(self.path).path)
        super().do_GET()

    def log_message(self, *_):
        pass


def compressed(site, path):
    file = site + path + ("index.html" if path.endswith("/") else "")
    with open(file, "rb") as stream:
        return len(gzip.compress(stream.read(), 9))


def ask(site, port, chromium, query):
    Handler.log = []
    with tempfile.TemporaryDirectory() as profile:
        address = f"http://localhost:{port}/tim-kiem/" + ("?" + urllib.parse.quote(query, safe="=&+") if query else "")
        started = time.monotonic()
        dom = subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", f"--user-data-dir={profile}", "--virtual-time-budget=60000", "--dump-dom",
             address], capture_output=True, text=True, timeout=300).stdout
        seconds = time.monotonic() - started
    status = re.search(r'id="tim-dem"[^>]*>([^<]*)', dom)
    rows = re.findall(r"<li>.*?</li>", re.search(r'id="tim-ket-qua"[^>]*>(.*?)</ol>', dom, re.S).group(1), re.S)
    first = re.sub("<[^>]+>", " ", rows[0]) if rows else ""
    files = [path for path in Handler.log if path.startswith(INDEX)]
    others = [path for path in Handler.log if not path.startswith(INDEX) and os.path.exists(site + path)]
    return files, others, status.group(1) if status else "?", " ".join(first.split()), seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site")
    parser.add_argument("queries", nargs="*", default=QUERIES)
    parser.add_argument("--chromium", default="chromium")
    parser.add_argument("--files", action="store_true", help="name every file")
    options = parser.parse_args()
    site = os.path.abspath(options.site)
    server = http.server.ThreadingHTTPServer(("localhost", 0), lambda *arguments: Handler(*arguments, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    index = [name for name in os.listdir(site + INDEX)]
    print(f"{len(index)} files, {sum(os.path.getsize(site + INDEX + name) for name in index) / 1024:.0f} KiB")
    print("| query | files | KiB, gzip | what the page says | first |")
    print("|---|---:|---:|---|---|")
    for query in options.queries:
        files, others, status, first, seconds = ask(site, server.server_port, options.chromium, query)
        size = sum(compressed(site, path) for path in files) / 1024
        print(f"| `{query}` | {len(files)} | {size:.1f} | {status} | {first[:110]} |", flush=True)
        if options.files:
            for path in files:
                print("   ", path[len(INDEX):], compressed(site, path))
    print("page:", ", ".join(f"{path} {compressed(site, path) / 1024:.1f} KiB" for path in others))
    server.shutdown()


if __name__ == "__main__":
    sys.exit(main())
