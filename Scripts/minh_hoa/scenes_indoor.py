"""Cảnh trong nhà: họp dân, bộ phận một cửa, lớp học và thư viện, trao quà, văn nghệ, xưởng, y tế."""

from dataclasses import replace

from .objects import banner, bookshelf, chair_back, crate, desk, flag, monitor, room, star
from .palette import (
    BRICK,
    BRICK_DARK,
    BRICK_SOFT,
    CREAM,
    DUSK,
    DUSK_DARK,
    DUSK_SOFT,
    FLAG_GOLD,
    FLAG_RED,
    GOLD,
    GOLD_SOFT,
    INK,
    LEAF,
    LEAF_DARK,
    PAPER,
    SAND,
    TEAL,
    TEAL_DARK,
    TEAL_SOFT,
    WHITE,
    WOOD,
    WOOD_DARK,
    darker,
    lighter,
)
from .people import look, person
from .plants import flowers


def pot(c, x, y, h):
    """Chậu cây cảnh."""
    c.ellipse(x + h * 0.1, y, h * 0.3, h * 0.04, "#2d2233", 0.2)
    for lean in (-0.34, -0.16, 0, 0.17, 0.33):
        c.blob(
            [
                (x, y - h * 0.3),
                (x + lean * h * 0.6 - h * 0.05, y - h * 0.7),
                (x + lean * h, y - h * (1 - abs(lean) * 0.5)),
                (x + lean * h * 0.6 + h * 0.05, y - h * 0.66),
            ],
            LEAF_DARK if lean < 0 else LEAF,
        )
    c.poly([(x - h * 0.17, y - h * 0.34), (x + h * 0.17, y - h * 0.34), (x + h * 0.12, y), (x - h * 0.12, y)], BRICK_SOFT)


def stage_wall(c, x, y, w, h):
    """Phông hội trường: rèm đỏ và sao vàng, không chữ."""
    c.rect(x - w / 2, y, x + w / 2, y + h, BRICK_DARK)
    n = 14
    for i in range(n):
        a = x - w / 2 + w * i / n
        c.gradient_rect(a, y, a + w / n * 0.55, y + h, darker(BRICK, 0.02), darker(BRICK, 0.22))
    c.rect(x - w / 2 - 8, y - 10, x + w / 2 + 8, y + 8, GOLD)
    star(c, x, y + h * 0.36, h * 0.17, FLAG_GOLD)


def meeting(c, region, mood):
    """Buổi họp dân tại nhà văn hóa."""
    r = c.rng
    room(
        c,
        r.choice(("#e9d9b4", "#d8dfc8", "#e8cfae", "#d5dfe0")),
        r.choice(("#cfa678", "#c2a07c", "#b9b0a0")),
        470,
        ((70, 150, 170, 190), (960, 150, 170, 190)),
    )
    stage_wall(c, 600, 120, 520, 300)
    banner(c, 300, 900, 62, 42)
    c.gradient_rect(300, 440, 900, 492, lighter(WOOD, 0.25), WOOD)
    for x, kind in ((520, "office"), (640, "office")):
        person(c, x, 505, 240, look(r, kind), "desk", shadow=False)
    c.rect(420, 432, 760, 492, "#c23a2b")
    c.rect(412, 424, 768, 436, BRICK_DARK)
    flowers(c, 590, 428, 58)
    person(c, 842, 492, 232, look(r, "office"), "point", -1)
    pot(c, 330, 492, 120)
    for row, (y, h, count) in enumerate(((590, 190, 8), (676, 224, 7), (772, 262, 6))):
        for i in range(count):
            gap = 1080 / count
            x = 60 + gap * (i + 0.5) + (row % 2) * gap * 0.16
            who = look(r, r.choice(("villager", "villager", "elder", "office")))
            who = replace(who, hat=None)
            person(c, x, y, h, who, "sit_back", shadow=False, back=True)
            chair_back(c, x, y + h * 0.02, h * 0.42, ("#a06a43", "#8d5a38", "#7d4d30")[row])
    person(c, 1010, 600, 262, replace(look(r, "villager"), hat=None), "raise", -1)


def counter(c, region, mood):
    """Bộ phận một cửa tiếp dân, có máy tính."""
    r = c.rng
    room(c, r.choice(("#d9e3d8", "#ebdfc2", "#d6e0e8")), r.choice(("#d3b48c", "#c4b8a4")), 480, ((70, 130, 190, 210),))
    accent = r.choice((TEAL, BRICK, DUSK_DARK))
    banner(c, 330, 1130, 70, 48)
    for k in range(4):
        x = 405 + k * 190
        c.rect(x - 62, 150, x + 62, 186, accent, radius=5)
        c.rect(x - 40, 163, x + 40, 167, PAPER, 0.9)
        c.rect(x - 40, 173, x + 14, 176, PAPER, 0.7)
    c.rect(330, 205, 1140, 212, lighter(accent, 0.6))
    for k in range(4):
        x = 405 + k * 190
        person(c, x, 560, 270, look(r, "office"), "desk", shadow=False)
        monitor(c, x + 62, 448, 78, back=True)
    c.gradient_rect(310, 446, 1160, 596, lighter(CREAM, 0.3), CREAM)
    c.rect(310, 446, 1160, 468, "#2d2233", 0.12)
    c.rect(300, 436, 1170, 452, WOOD)
    for k in range(5):
        c.rect(312 + k * 190 + 90, 470, 314 + k * 190 + 90, 596, darker(CREAM, 0.2))
    c.rect(310, 520, 1160, 530, accent)
    for k in range(4):
        x = 405 + k * 190
        c.poly([(x - 66, 438), (x - 8, 438), (x - 2, 430), (x - 58, 430)], WHITE)
    pot(c, 250, 590, 170)
    person(c, 470, 716, 274, look(r, "villager"), "clasp", 1, None, back=True)
    person(c, 690, 722, 272, look(r, "elder"), "clasp", 1, None, back=True)
    person(c, 945, 720, 274, look(r, "villager"), "hold", 1, "book")
    person(c, 1075, 712, 272, look(r, "office"), "point", -1)
    x = 150
    c.rect(x - 95, 690, x + 175, 706, lighter(WOOD, 0.1))
    for s in (-80, 40, 158):
        c.rect(x + s - 4, 706, x + s + 4, 756, WOOD_DARK)
    for dx in (-40, 80):
        who = look(r, "villager")
        person(c, x + dx, 770, 268, replace(who, hat=None), "sit", 1, shadow=False)


def classroom(c, region, mood):
    """Lớp học, thư viện, tủ sách."""
    r = c.rng
    room(c, "#eadcb9", "#c99d70", 470, ((500, 110, 210, 230),))
    bookshelf(c, 60, 110, 420, 470, 4)
    bookshelf(c, 790, 110, 1140, 470, 4)
    flag(c, 560, 40, 90)
    pot(c, 745, 490, 130)
    person(c, 470, 520, 250, look(r, "office"), "hold", 1, "book")
    for x, y in ((300, 650), (720, 640)):
        for dx, face in ((-105, 1), (0, 1), (100, -1)):
            person(c, x + dx, y - 10, 220, look(r, "pupil"), "desk", face, shadow=False)
        c.rect(x - 180, y - 92, x + 180, y - 76, lighter(WOOD, 0.2))
        c.rect(x - 172, y - 76, x + 172, y - 60, WOOD)
        for s in (-160, 150):
            c.rect(x + s, y - 60, x + s + 12, y + 30, WOOD_DARK)
        for dx in (-105, 0, 100):
            c.poly([(x + dx - 34, y - 90), (x + dx, y - 84), (x + dx, y - 104), (x + dx - 30, y - 108)], PAPER)
            c.poly([(x + dx + 34, y - 90), (x + dx, y - 84), (x + dx, y - 104), (x + dx + 30, y - 108)], WHITE)
    person(c, 1000, 690, 230, look(r, "pupil"), "hold", -1, "book")
    person(c, 1085, 716, 268, look(r, "office"), "hold", -1, "book")
    person(c, 96, 735, 236, look(r, "pupil"), "walk", 1, "bag")
    person(c, 560, 770, 232, look(r, "pupil"), "walk", 1, "bag")


def gifts(c, region, mood):
    """Trao quà, trao thưởng, biểu dương."""
    r = c.rng
    room(c, "#e9d9b4", "#cfa678", 500, ((50, 150, 150, 200), (1000, 150, 150, 200)))
    stage_wall(c, 600, 110, 700, 350)
    banner(c, 250, 950, 54, 44)
    c.gradient_rect(180, 460, 1020, 560, lighter(WOOD, 0.3), WOOD)
    for x in (235, 300, 905, 968):
        flowers(c, x, 556, 66)
    for k in range(4):
        x = 330 + k * 182
        person(c, x - 38, 668, 270, look(r, "office"), "give", 1, "box" if k % 2 else "certificate")
        person(c, x + 86, 668, 262, replace(look(r, ("villager", "elder", "pupil", "villager")[k]), hat=None), "give", -1)
    for x in (120, 1080):
        pot(c, x, 640, 170)
    for i in range(9):
        who = look(r, r.choice(("villager", "office", "elder")))
        person(c, 70 + i * 134, 915, 260, replace(who, hat=None), "sit_back", shadow=False, back=True)


def performance(c, region, mood):
    """Đêm hội, văn nghệ quần chúng."""
    r = c.rng
    c.gradient_rect(0, 0, 1200, 800, "#3c4a70", "#77617a")
    stage_wall(c, 600, 90, 860, 400)
    c.gradient([(90, 490), (1110, 490), (1200, 640), (0, 640)], lighter(WOOD, 0.35), WOOD)
    c.rect(0, 640, 1200, 670, darker(WOOD, 0.3))
    banner(c, 230, 970, 100, 42)
    for x in (170, 1030):
        c.poly([(x, -10), (x + (500 - x) * 0.5 - 160, 600), (x + (600 - x) * 0.7 + 160, 600)], "#ffeeb8", 0.12)
    tones = (BRICK_SOFT, GOLD, TEAL, "#c9798a", DUSK, GOLD_SOFT, TEAL_SOFT)
    for i in range(7):
        who = look(r, "office")
        who = replace(who, wear="ao_dai", top=tones[i], bottom=PAPER, woman=True, hat="non_la" if i % 2 else None)
        person(c, 240 + i * 120, 590 + (26 if i % 2 else 0), 240, who, "raise" if i % 2 else "point", 1 if i < 4 else -1)
    for row, (y, h) in enumerate(((790, 190), (880, 230))):
        for i in range(10 - row):
            who = look(r, "villager")
            person(
                c,
                40 + i * (122 + row * 16) + row * 30,
                y,
                h,
                replace(who, hat=None, top=darker(who.top, 0.25)),
                "sit_back",
                shadow=False,
                back=True,
            )


def workshop(c, region, mood):
    """Xưởng sản xuất, công nhân, kỹ thuật."""
    r = c.rng
    room(c, "#d3dcd8", "#bfb6a6", 470, ((80, 110, 230, 150), (880, 110, 230, 150)))
    for k in range(5):
        c.rect(k * 290 - 8, 0, k * 290 + 8, 470, "#aab7b6")
        c.poly(
            [(k * 290, 60), (k * 290 + 145, 12), (k * 290 + 290, 60), (k * 290 + 290, 70), (k * 290 + 145, 24), (k * 290, 70)], "#97a8a8"
        )
    banner(c, 380, 820, 96, 40)
    for x, tone in ((260, TEAL), (600, DUSK), (940, TEAL)):
        c.rect(x - 110, 300, x + 110, 500, tone, radius=10)
        c.rect(x - 110, 470, x + 110, 500, darker(tone, 0.25))
        c.rect(x - 80, 330, x + 10, 400, "#cfe3df", radius=5)
        for i, dot in enumerate((LEAF, GOLD, FLAG_RED)):
            c.circle(x + 40 + i * 24, 345, 8, dot)
        c.rect(x + 30, 372, x + 94, 380, PAPER, 0.8)
        c.rect(x + 30, 390, x + 80, 398, PAPER, 0.8)
        c.circle(x + 60, 440, 24, darker(tone, 0.3))
        c.circle(x + 60, 440, 10, GOLD)
    for x, pose, face in ((180, "hold", 1), (520, "point", 1), (1010, "hold", -1)):
        person(c, x, 620, 262, look(r, "worker"), pose, face)
    person(c, 380, 735, 276, look(r, "worker"), "walk", 1)
    person(c, 735, 730, 274, look(r, "office"), "hold", -1, "book")
    person(c, 850, 742, 276, look(r, "worker"), "point", -1)
    for x in (80, 1090):
        crate(c, x, 730, 120, (GOLD_SOFT, SAND))


def clinic(c, region, mood):
    """Khám bệnh, chăm sóc sức khỏe, hiến máu."""
    r = c.rng
    room(c, "#dce8e4", "#d8c3a0", 480, ((90, 120, 200, 220), (910, 120, 200, 220)))
    banner(c, 340, 860, 70, 46)
    c.circle(600, 230, 56, WHITE)
    c.blob([(600, 214), (618, 198), (640, 212), (632, 238), (600, 266), (568, 238), (560, 212), (582, 198)], BRICK)
    for x in (330, 830):
        who = look(r, "office")
        person(c, x - 70, 640, 270, replace(who, wear="work", top=WHITE, bottom=DUSK_SOFT), "sit", 1, shadow=False)
        elder = look(r, "elder")
        person(c, x + 130, 640, 262, elder, "sit", -1, shadow=False)
        desk(c, x + 30, 640, 120, 105, WHITE, TEAL_SOFT)
        c.poly([(x + 5, 531), (x + 52, 531), (x + 47, 523), (x + 10, 523)], PAPER)
        for dx in (-70, 130):
            c.rect(x + dx - 34, 562, x + dx + 34, 574, TEAL_DARK)
            c.rect(x + dx - 30, 574, x + dx - 23, 640, INK)
            c.rect(x + dx + 23, 574, x + dx + 30, 640, INK)
    pot(c, 600, 560, 150)
    for x, kind, face in ((130, "villager", 1), (600, "youth", 1), (1080, "villager", -1)):
        who = look(r, kind)
        person(c, x, 745, 274, replace(who, hat=None), "clasp", face)
