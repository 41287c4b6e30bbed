"""Ảnh chung của tập thể (năm đến bảy người trước trụ sở hay nơi làm việc) và của hộ gia đình (hai, ba người trước nhà)."""

from dataclasses import replace

from .buildings import gate, hall, house, stilt_house
from .landscape import backdrop, field_rows, ground, tree_line
from .objects import banner, bookshelf, desk, monitor, room
from .palette import (
    BRICK,
    BRICK_SOFT,
    CONCRETE,
    CREAM,
    DUSK_DARK,
    EARTH,
    EARTH_SOFT,
    GOLD,
    INK,
    LEAF,
    LEAF_DARK,
    LEAF_SOFT,
    PAPER,
    TEAL,
    WHITE,
    WOOD,
    darker,
    lighter,
)
from .people import look, person
from .plants import acacia, flowers
from .scenes_indoor import pot, stage_wall
from .scenes_people import tripod
from .scenes_village import yard_tree


def collective(c, region, mood, subject):
    """Tập thể: nền theo nơi được nhắc trong lời tả, mặc định là trụ sở có băng rôn đỏ."""
    text, words = c.alt, c.words
    if "hoi truong" in text:
        _inside(c)
    elif "quay" in words or "bo phan mot cua" in text:
        _counter(c)
    elif "phong doc" in text or "thu vien" in text:
        _reading_room(c)
    else:
        _outside(c, region, mood)
    kinds, tint = _who(text, words)
    people = c.rng.choice((6, 7))
    back = people // 2
    front = people - back
    for n, y, h, width in ((back, 826, 400, 400), (front, 918, 430, 560)):
        for i in range(n):
            x = 400 + (i - (n - 1) / 2) * width / max(1, n - 1)
            who = replace(look(c.rng, c.rng.choice(kinds)), **tint)
            if tint.get("wear") in ("work", "militia") and who.wear != tint["wear"]:
                who = replace(who, **tint)
            person(c, x, y, h * c.rng.uniform(0.96, 1.02), who, c.rng.choice(("stand", "clasp", "clasp")), 1 if x < 400 else -1)
    if "may do" in text:
        tripod(c, 716, 946, 330)


def _who(text, words):
    """Trang phục chung của tập thể."""
    if "cuu chien binh" in text or "quan phuc" in text or "dan quan" in text:
        return ("militia",), {"hat": None if "cuu chien binh" in text else "helmet"}
    if "moi truong" in text:
        return ("worker",), {"wear": "work", "top": "#dc7a3a", "bottom": DUSK_DARK, "hat": "cap"}
    if "cong nhan" in text or "ky su" in text or "xuong" in words:
        return ("worker",), {"hat": "hard" if "ky su" in text else None}
    if {"nong", "ruong", "rau", "vuon", "hop"} & words and "hoi truong" not in text:
        return ("villager",), {}
    if "phu nu" in text:
        return ("office",), {"woman": True, "hat": None, "wear": "ao_dai", "bottom": PAPER}
    return ("office",), {"hat": None}


def _outside(c, region, mood):
    text, words, horizon = c.alt, c.words, 470
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 40, region, 1.2, 7, mood)
    if {"ruong", "vuon", "rau"} & words:
        field_rows(c, 540, 1010, 400, (LEAF, EARTH, LEAF_SOFT, EARTH, LEAF_DARK, EARTH), 16, 2.6)
        return
    if {"rung", "keo"} & words:
        for i in range(8):
            acacia(c, 30 + i * 105, 620 + (i % 3) * 18, 330)
        return
    if "cong lang" in text:
        gate(c, 400, 690, 620)
        paving = EARTH_SOFT
    elif {"duong", "khao"} & words:
        c.poly([(370, 520), (430, 520), (760, 1010), (40, 1010)], CONCRETE)
        return
    else:
        storeys = 2 if ({"tru", "co"} & words and c.rng.random() < 0.6) else 1
        hall(
            c,
            400,
            670,
            740,
            mood.shade,
            storeys=storeys,
            roof=BRICK if storeys == 1 or c.rng.random() < 0.5 else None,
            wall=c.rng.choice(("#f2dfb0", "#efe3c6", "#dfe6d8")),
        )
        paving = CONCRETE
    c.gradient_rect(0, 680, 800, 1000, lighter(paving, 0.45), paving)
    if {"xe"} & words:
        _truck(c, 620, 770)
    for x in (40, 110, 690, 762):
        flowers(c, x, 716, 78)
    if {"hoa", "bon"} & words:
        for i in range(9):
            flowers(c, 60 + i * 86, 742, 90)
    for x in (10, 790):
        yard_tree(c, region, x, 700, 300, mood)


def _truck(c, x, y):
    """Xe thu gom rác."""
    c.ellipse(x - 20, y, 220, 14, "#2d2233", 0.2)
    c.rect(x - 220, y - 190, x + 60, y - 36, LEAF_DARK, radius=12)
    for k in range(5):
        c.rect(x - 200 + k * 52, y - 178, x - 194 + k * 52, y - 48, darker(LEAF_DARK, 0.2))
    c.poly([(x + 66, y - 150), (x + 130, y - 150), (x + 168, y - 90), (x + 168, y - 30), (x + 66, y - 30)], GOLD)
    c.poly([(x + 82, y - 138), (x + 124, y - 138), (x + 150, y - 92), (x + 82, y - 92)], "#bcd9dd")
    c.rect(x - 220, y - 44, x + 168, y - 26, INK)
    for wx in (x - 150, x - 80, x + 110):
        c.circle(wx, y - 26, 30, INK)
        c.circle(wx, y - 26, 13, CONCRETE)


def _inside(c):
    room(c, "#e9d9b4", "#cfa678", 640)
    stage_wall(c, 400, 150, 640, 430)
    banner(c, 90, 710, 76, 48)
    c.gradient_rect(60, 580, 740, 680, lighter(WOOD, 0.28), WOOD)
    for x in (100, 170, 630, 700):
        flowers(c, x, 690, 80)
    pot(c, 40, 740, 220)
    pot(c, 760, 740, 220)


def _counter(c):
    room(c, "#d9e3d8", "#d3b48c", 650)
    banner(c, 90, 710, 130, 60)
    for k in range(3):
        c.rect(110 + k * 210, 240, 270 + k * 210, 286, TEAL, radius=6)
        c.rect(136 + k * 210, 258, 240 + k * 210, 264, PAPER)
    for k in range(3):
        monitor(c, 190 + k * 210, 556, 110, back=True)
    desk(c, 400, 720, 760, 170, lighter(CREAM, 0.2), WOOD)
    c.rect(20, 630, 780, 644, TEAL)
    pot(c, 44, 760, 230)
    pot(c, 756, 760, 230)


def _reading_room(c):
    room(c, "#eadcb9", "#c99d70", 650)
    banner(c, 110, 690, 60, 52)
    bookshelf(c, 30, 150, 380, 640, 5)
    bookshelf(c, 420, 150, 770, 640, 5)
    pot(c, 400, 690, 200)


def household(c, region, mood, subject):
    """Hộ gia đình: hai vợ chồng, đôi khi có con, trước hiên nhà hay dưới tán rừng."""
    r, words, horizon = c.rng, c.words, 480
    if {"rung", "keo", "vuon"} & words:
        _outside(c, region, mood)
    else:
        backdrop(c, region, mood, horizon)
        ground(c, horizon, mood=mood)
        tree_line(c, horizon + 40, region, 1.3, 7, mood)
        yard_tree(c, region, 60, 640, 330, mood)
        yard_tree(c, region, 750, 640, 320, mood)
        if region == "yb" and "san" in words:
            stilt_house(c, 400, 700, 720, mood.shade)
        else:
            house(c, 400, 690, 700, mood.shade, wall=CREAM)
        c.gradient_rect(0, 694, 800, 1000, lighter(EARTH_SOFT, 0.42), EARTH_SOFT)
        for x in (50, 126, 676, 752):
            flowers(c, x, 730, 84)
    elder = r.random() < 0.5
    man = replace(
        look(r, "elder" if elder else "villager"),
        woman=False,
        wear="shirt",
        top=r.choice((WHITE, "#dfe9ee", "#c9b79b")),
        bottom=DUSK_DARK,
        hat=None,
    )
    wife = replace(
        look(r, "elder" if elder else "villager"),
        woman=True,
        wear="ba_ba",
        top=r.choice((TEAL, BRICK_SOFT, "#8a6a8f")),
        bottom=INK,
        hat=None,
    )
    person(c, 315, 922, 530, man, "stand", 1)
    person(c, 475, 922, 500, wife, "clasp", -1)
    if "vo chong" not in c.alt and "va vo" not in c.alt:
        person(c, 600, 930, 380, look(r, "pupil"), "stand", -1)
