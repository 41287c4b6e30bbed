"""Cảnh gặp gỡ và việc chung: trò chuyện, họp sân đêm, sơ chế nông sản, khảo sát, xe sách, bếp chung…"""

import math
from dataclasses import replace

from .buildings import hall, house, stilt_house
from .landscape import MOODS, backdrop, foreground, ground, road, tree_line
from .objects import banner, bookshelf, crate, lamp_post, room
from .palette import (
    BRICK,
    BRICK_DARK,
    BRICK_SOFT,
    CONCRETE,
    CREAM,
    DUSK,
    DUSK_DARK,
    EARTH_SOFT,
    FLAG_RED,
    GOLD,
    GOLD_SOFT,
    INK,
    LEAF,
    LEAF_DARK,
    LEAF_DEEP,
    LEAF_SOFT,
    PAPER,
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
from .scenes_indoor import pot
from .scenes_village import local_house, yard_tree


def bare(c, kind):
    """Một người không đội mũ nón (ngồi trong nhà, ban đêm)."""
    return replace(look(c.rng, kind), hat=None)


def _stool(c, x, y, h, tone=BRICK):
    c.rect(x - h * 0.5, y - h, x + h * 0.5, y - h * 0.8, tone, radius=2)
    for s in (-0.36, 0.3):
        c.rect(x + s * h, y - h * 0.8, x + s * h + h * 0.09, y, darker(tone, 0.25))


def talk_tree(c, region, mood):
    """Ngồi quây tròn trò chuyện dưới gốc cây."""
    horizon = 340
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 30, region, 1.0, 12, mood)
    local_house(c, region, 1010, 500, 300, mood)
    c.ellipse(640, 700, 540, 96, "#2d3a2b", 0.2)
    c.limb([(560, 640, 120), (575, 480, 74), (560, 330, 56)], WOOD)
    c.limb([(575, 460, 44), (700, 330, 30)], WOOD)
    c.limb([(566, 430, 40), (440, 320, 28)], WOOD)
    for x, y, rx, ry in ((330, 250, 210, 120), (810, 240, 220, 125), (570, 150, 270, 150), (500, 280, 190, 90), (700, 290, 160, 80)):
        c.blob(
            [
                (x + rx * math.cos(a) * c.rng.uniform(0.92, 1.08), y + ry * math.sin(a) * c.rng.uniform(0.92, 1.08))
                for a in (math.tau * i / 11 for i in range(11))
            ],
            LEAF_DEEP,
        )
    for x, y, rx, ry in ((310, 230, 165, 85), (780, 215, 170, 88), (540, 120, 210, 105)):
        c.blob(
            [
                (x + rx * math.cos(a) * c.rng.uniform(0.9, 1.1), y + ry * math.sin(a) * c.rng.uniform(0.9, 1.1))
                for a in (math.tau * i / 10 for i in range(10))
            ],
            LEAF_DARK,
        )
    for x, y in ((330, 660), (450, 640), (735, 640), (850, 660)):
        face = 1 if x < 600 else -1
        _stool(c, x, y, 62)
        person(c, x, y, 236, bare(c, c.rng.choice(("villager", "elder"))), "sit", face, shadow=False)
    c.ellipse(600, 706, 92, 16, "#2d2233", 0.2)
    c.rect(520, 650, 680, 664, lighter(WOOD, 0.2), radius=4)
    for x in (535, 658):
        c.rect(x, 664, x + 9, 706, WOOD_DARK)
    teapot(c, 600, 650, 36)
    for x, y, kind, face in ((235, 722, "villager", 1), (960, 722, "office", -1), (395, 752, "office", 1), (800, 752, "villager", -1)):
        _stool(c, x, y, 68)
        person(c, x, y, 256, bare(c, kind), "sit", face, shadow=False)
    foreground(c, region, mood)


def teapot(c, x, y, s):
    """Ấm chén."""
    c.ellipse(x, y - s * 0.45, s * 0.5, s * 0.42, PAPER)
    c.rect(x - s * 0.16, y - s * 0.98, x + s * 0.16, y - s * 0.78, TEAL, radius=3)
    c.limb([(x + s * 0.4, y - s * 0.4, s * 0.14), (x + s * 0.78, y - s * 0.78, s * 0.08)], PAPER)
    for dx in (-1.4, -0.95, 1.15, 1.6):
        c.rect(x + dx * s - s * 0.15, y - s * 0.32, x + dx * s + s * 0.15, y, PAPER, radius=3)


def talk_table(c, region, mood):
    """Trò chuyện, họp nhóm quanh bàn nước; buổi tối thì có ánh đèn."""
    night = mood is MOODS["night"]
    room(c, "#ead9b2" if not night else "#c9a877", "#c99d70" if not night else "#8d6a4d", 490, ((120, 140, 200, 220), (880, 140, 200, 220)))
    if night:
        for x in (120, 880):
            c.gradient_rect(x, 140, x + 200, 360, "#1d2b4c", "#33446b")
            c.rect(x + 97, 140, x + 103, 360, lighter(WOOD, 0.2))
        c.rect(0, 0, 1200, 800, "#241b2c", 0.2)
        c.poly([(600, 150), (250, 800), (950, 800)], "#ffe9b0", 0.16)
        c.line([(600, 0), (600, 110)], 3, INK)
        c.glow(600, 150, 230, "#ffe9b0", 0.8)
        c.poly([(560, 148), (640, 148), (618, 108), (582, 108)], BRICK)
    else:
        c.rect(450, 90, 750, 300, WOOD_DARK)
        c.gradient_rect(462, 102, 738, 288, "#cfe0dc", "#f2e4c2")
        c.gradient([(462, 240), (550, 190), (640, 235), (738, 200), (738, 288), (462, 288)], TEAL_SOFT, LEAF)
    pot(c, 60, 600, 190)
    pot(c, 1140, 600, 190)
    for x, kind in ((500, "office"), (610, "elder"), (715, "villager")):
        person(c, x, 690, 290, bare(c, kind), "desk", shadow=False)
    c.ellipse(610, 742, 270, 20, "#2d2233", 0.22)
    c.rect(400, 584, 820, 606, lighter(WOOD, 0.1), radius=5)
    c.rect(412, 606, 808, 628, WOOD_DARK)
    for x in (420, 784):
        c.rect(x, 628, x + 16, 742, WOOD_DARK)
    teapot(c, 610, 584, 44)
    for x, y, kind, face in ((300, 742, "villager", 1), (915, 742, "office", -1), (175, 760, "elder", 1), (1035, 760, "villager", -1)):
        _stool(c, x, y, 78, WOOD)
        person(c, x, y, 292, bare(c, kind), "sit", face, shadow=False)


def yard_meeting(c, region, mood):
    """Họp dân buổi tối tại sân nhà văn hóa."""
    mood, horizon = MOODS["night"], 360
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood, fields=False)
    tree_line(c, horizon + 50, region, 1.3, 9, mood)
    hall(c, 600, 530, 720, 0.3, wall="#e3c98f")
    c.gradient_rect(0, 535, 1200, 800, "#8d7a66", "#5a4d4a")
    c.ellipse(600, 620, 560, 110, "#ffdf9a", 0.16)
    for x in (190, 1010):
        lamp_post(c, x, 600, 330, True, 1 if x < 600 else -1, solar=False)
    for x in (545, 655):
        person(c, x, 590, 210, bare(c, "office"), "desk", shadow=False)
    c.rect(440, 528, 760, 590, FLAG_RED)
    c.rect(432, 520, 768, 532, BRICK_DARK)
    flowers(c, 600, 524, 44)
    person(c, 830, 594, 212, bare(c, "elder"), "point", -1)
    for y, h, n in ((655, 180, 8), (725, 208, 7), (800, 240, 6)):
        for i in range(n):
            x = 120 + 960 / n * (i + 0.5) + (20 if n == 7 else 0)
            who = bare(c, c.rng.choice(("villager", "elder", "villager", "office")))
            person(c, x, y, h, replace(who, top=darker(who.top, 0.18)), "sit_back", shadow=False, back=True)
            _stool(c, x, y + 4, h * 0.3, "#a54a37")


def packing(c, region, mood):
    """Sơ chế, đóng thùng nông sản ở điểm tập kết, thu mua."""
    r = c.rng
    room(c, "#e2ddc4", "#c7b08c", 470, ((420, 120, 360, 220),))
    c.rect(0, 44, 1200, 62, lighter(WOOD, 0.15))
    for k in range(5):
        c.rect(k * 290 + 12, 0, k * 290 + 26, 44, WOOD)
    fruit = (
        (BRICK, BRICK_SOFT, "#9c3b2c")
        if "vai" in c.words
        else ((LEAF_DARK, LEAF, LEAF_DEEP) if "che" in c.words else (LEAF, LEAF_SOFT, "#9cc06a"))
    )
    foam = "#f1f0e6" if "thung xop" in c.alt else "#c29a63"
    for row in range(3):
        for i in range(3 - row):
            for x0 in (60, 930):
                crate(c, x0 + i * 104 + row * 52, 520 - row * 56, 98, fruit, foam)
    for x, kind in ((455, "villager"), (600, "villager"), (745, "villager")):
        person(c, x, 660, 262, bare(c, kind), "hold", 1, shadow=False)
    c.ellipse(600, 704, 330, 18, "#2d2233", 0.2)
    c.rect(300, 566, 900, 584, lighter(WOOD, 0.25))
    c.rect(310, 584, 890, 612, WOOD)
    for x in (320, 866):
        c.rect(x, 612, x + 16, 704, WOOD_DARK)
    for x in (375, 520, 670, 815):
        crate(c, x, 568, 96, fruit, foam)
    if "can " in c.alt or "so" in c.words:
        c.rect(985, 660, 1110, 676, DUSK_DARK)
        c.rect(1092, 560, 1104, 664, DUSK_DARK)
        c.circle(1098, 548, 26, PAPER)
        c.line([(1098, 548), (1110, 534)], 3, BRICK)
        crate(c, 1040, 660, 96, fruit, foam)
    person(c, 215, 742, 280, look(r, "villager"), "hold", 1, "basket")
    person(c, 925, 745, 282, bare(c, "office"), "hold", 1, "book")
    person(c, 1140, 742, 276, look(r, "villager"), "clasp", -1)
    for x in (420, 530, 640):
        crate(c, x, 776, 104, fruit, foam)


def demonstration(c, region, mood):
    """Hướng dẫn người dân dùng bình chữa cháy."""
    r, horizon = c.rng, 345
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 40, region, 1.2, 11, mood)
    hall(c, 760, 530, 560, mood.shade)
    c.gradient_rect(0, 545, 1200, 800, lighter(CONCRETE, 0.3), CONCRETE)
    c.rect(170, 640, 262, 706, "#7b8085", radius=6)
    for dx, k, tone in ((0, 1, "#e2793a"), (-16, 0.7, GOLD), (18, 0.75, GOLD), (0, 0.55, "#fbe7a0")):
        c.blob(
            [
                (216 + dx - 32 * k, 646),
                (216 + dx - 24 * k, 646 - 60 * k),
                (216 + dx, 646 - 130 * k),
                (216 + dx + 26 * k, 646 - 55 * k),
                (216 + dx + 32 * k, 646),
            ],
            tone,
        )
    c.blob([(430, 612), (350, 590), (270, 606), (248, 640), (300, 655), (380, 634)], WHITE, 0.75)
    person(c, 508, 722, 268, replace(look(r, "militia"), hat="cap"), "give", -1)
    c.rect(432, 566, 458, 636, FLAG_RED, radius=9)
    c.rect(440, 552, 450, 568, INK)
    person(c, 610, 735, 262, look(r, "militia"), "point", -1)
    for x, y, kind in (
        (720, 690, "villager"),
        (800, 712, "elder"),
        (885, 688, "villager"),
        (965, 716, "villager"),
        (1050, 694, "office"),
        (1125, 722, "villager"),
    ):
        person(c, x, y, 250, look(r, kind), r.choice(("stand", "clasp")), -1)


def survey(c, region, mood):
    """Kỹ sư khảo sát, đo đạc."""
    r, horizon = c.rng, 345
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 30, region, 1.0, 12, mood, (430, 760))
    local_house(c, region, 190, 450, 260, mood)
    road(c, horizon + 30, 620, 14, 600, 380, CONCRETE, lighter(CONCRETE, 0.35), bend=40)
    tripod(c, 545, 722, 250)
    person(c, 430, 730, 268, look(r, "worker"), "give", 1)
    person(c, 690, 726, 270, look(r, "worker"), "hold", -1, "book")
    person(c, 800, 735, 262, look(r, "villager"), "point", -1)
    c.limb([(668, 372, 4), (668, 470, 4)], BRICK)
    person(c, 682, 470, 96, look(r, "worker"), "hold", -1)
    person(c, 940, 715, 250, look(r, "elder"), "clasp", -1)
    foreground(c, region, mood)


def tripod(c, x, y, h):
    """Máy đo trên giá ba chân."""
    for dx in (-0.22, 0.02, 0.24):
        c.limb([(x, y - h * 0.58, h * 0.03), (x + dx * h, y, h * 0.022)], GOLD)
    c.rect(x - h * 0.07, y - h * 0.72, x + h * 0.07, y - h * 0.56, GOLD, radius=3)
    c.rect(x - h * 0.11, y - h * 0.68, x + h * 0.11, y - h * 0.62, INK, radius=3)


def book_van(c, region, mood):
    """Xe sách lưu động dưới chân nhà sàn."""
    r, horizon = c.rng, 335
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 30, region, 1.1, 12, mood)
    stilt_house(c, 300, 560, 480)
    c.gradient_rect(0, 610, 1200, 800, lighter(EARTH_SOFT, 0.4), EARTH_SOFT)
    c.ellipse(800, 690, 330, 20, "#2d2233", 0.22)
    c.rect(560, 420, 960, 660, "#f3ead4", radius=14)
    c.poly([(955, 480), (1045, 490), (1090, 570), (1100, 660), (955, 660)], TEAL)
    c.poly([(968, 496), (1034, 503), (1066, 566), (968, 566)], "#bcd9dd")
    c.rect(560, 628, 1100, 664, TEAL_DARK)
    bookshelf(c, 590, 446, 930, 612, 3)
    c.poly([(580, 432), (940, 432), (970, 382), (550, 382)], GOLD)
    for x in (650, 1010):
        c.circle(x, 668, 44, INK)
        c.circle(x, 668, 20, CONCRETE)
    for x, y, kind, pose, face, tool in (
        (470, 722, "villager", "hold", 1, "book"),
        (585, 735, "pupil", "walk", 1, None),
        (690, 742, "pupil", "hold", 1, "book"),
        (810, 738, "office", "point", -1, None),
        (905, 745, "villager", "hold", -1, "book"),
        (200, 730, "elder", "walk", 1, None),
        (1120, 738, "pupil", "hold", -1, "book"),
    ):
        person(c, x, y, 205 if kind == "pupil" else 256, replace(look(r, kind), hat=None), pose, face, tool)


def carpentry(c, region, mood):
    """Cùng đóng kệ gỗ; xếp áo phao, đồ dùng lên giá."""
    r = c.rng
    vest = "ao phao" in c.alt
    room(c, "#eadcb9", "#c99d70", 480, ((470, 130, 240, 210),))
    for x0, x1 in ((90, 400), (790, 1110)):
        c.rect(x0, 150, x1, 480, lighter(WOOD, 0.1))
        for k in range(3):
            y0, y1 = 164 + 105 * k, 258 + 105 * k
            c.rect(x0 + 12, y0, x1 - 12, y1, darker(WOOD, 0.3))
            for i in range(5):
                x = x0 + 42 + i * (x1 - x0 - 84) / 4
                if vest and r.random() < 0.85:
                    c.rect(x - 22, y1 - 72, x + 22, y1, "#e2793a", radius=7)
                    c.rect(x - 4, y1 - 72, x + 4, y1, GOLD_SOFT)
                    c.rect(x - 22, y1 - 34, x + 22, y1 - 26, "#f3e3b4")
                elif not vest and x0 < 200 and k > 0:
                    c.rect(x - 20, y1 - 60, x + 12, y1, r.choice((BRICK, TEAL, GOLD, DUSK, LEAF)))
    c.rect(430, 560, 770, 580, lighter(WOOD, 0.3))
    for x in (455, 735):
        c.limb([(x, 576, 12), (x - 30, 690, 10)], WOOD)
        c.limb([(x, 576, 12), (x + 30, 690, 10)], WOOD)
    for k in range(3):
        c.rect(
            480 + 8 * k,
            548 - 12 * k,
            720 - 14 * k,
            559 - 12 * k,
            ("#e2793a", "#d86f31", "#e88a4c")[k] if vest else lighter(WOOD, 0.3 + 0.1 * k),
        )
    for x, y, kind, pose, face, tool in (
        (300, 700, "villager", "raise", 1, None),
        (415, 735, "villager", "give", 1, "box"),
        (640, 745, "villager", "bend", -1, None),
        (800, 738, "villager", "give", 1, "box"),
        (930, 712, "villager", "raise", -1, None),
        (170, 742, "elder", "point", 1, None),
        (1085, 742, "office", "hold", -1, "box"),
    ):
        person(c, x, y, 282, bare(c, kind), pose, face, tool)


def kitchen(c, region, mood):
    """Cùng nấu ăn ở bếp chung."""
    r = c.rng
    room(c, "#e6e0c8", "#c9a880", 480, ((440, 120, 320, 190),))
    for x0 in (60, 840):
        c.rect(x0, 140, x0 + 300, 160, WOOD)
        for i in range(6):
            c.rect(x0 + 14 + i * 47, 104, x0 + 48 + i * 47, 140, r.choice((BRICK_SOFT, TEAL_SOFT, GOLD, CREAM)), radius=6)
        for i in range(4):
            c.line([(x0 + 50 + i * 66, 160), (x0 + 50 + i * 66, 196)], 3, INK)
            c.circle(x0 + 50 + i * 66, 216, 24, "#7b8085")
    for x in (300, 560, 820):
        person(c, x, 660, 274, replace(bare(c, "worker"), wear="shirt"), "hold", 1, shadow=False)
    c.rect(150, 540, 1050, 562, lighter(CONCRETE, 0.4))
    c.gradient_rect(160, 562, 1040, 680, "#e9e2d0", "#cfc4ac")
    for i in range(11):
        c.rect(160 + 80 * i, 562, 162 + 80 * i, 680, CONCRETE)
    for x, tone in ((230, "#8c989b"), (440, "#a5aeb0"), (700, "#8c989b"), (940, "#a5aeb0")):
        c.rect(x - 52, 482, x + 52, 542, tone, radius=8)
        c.rect(x - 60, 474, x + 60, 490, lighter(tone, 0.2), radius=5)
        for k in range(3):
            c.blob([(x - 22 + k * 20, 462), (x - 30 + k * 20, 440), (x - 16 + k * 20, 418), (x - 12 + k * 20, 442)], WHITE, 0.45)
    for x, y, pose, face, tool in (
        (380, 745, "hold", 1, "basket"),
        (660, 748, "walk", -1, "bag"),
        (880, 745, "hold", -1, "basket"),
        (140, 740, "point", 1, None),
    ):
        person(c, x, y, 284, bare(c, "worker"), pose, face, tool)


def mailbox(c, region, mood):
    """Bỏ thư vào hộp thư góp ý treo trên tường."""
    room(c, "#dfe0cb", "#c7ac86", 500, ((90, 130, 200, 220), (930, 130, 200, 220)))
    c.rect(560, 300, 690, 440, BRICK, radius=10)
    c.rect(552, 288, 698, 312, BRICK_DARK, radius=6)
    c.rect(580, 336, 670, 346, INK, radius=3)
    c.rect(600, 372, 650, 412, PAPER, radius=3)
    c.poly([(600, 372), (650, 372), (625, 394)], GOLD_SOFT)
    banner(c, 440, 810, 180, 42)

    def worker():
        return bare(c, "worker")

    person(c, 500, 690, 300, worker(), "point", 1)
    c.poly([(592, 452), (628, 446), (632, 470), (596, 476)], WHITE)
    for x, y, pose, face in ((390, 725, "stand", 1), (285, 715, "clasp", 1), (770, 722, "hold", -1), (880, 735, "clasp", -1)):
        person(c, x, y, 296, worker(), pose, face, "book" if pose == "hold" else None)
    pot(c, 1080, 640, 190)


def home_visit(c, region, mood):
    """Đến tận nhà trao kết quả, thăm hỏi."""
    r, horizon = c.rng, 345
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 36, region, 1.2, 11, mood)
    yard_tree(c, region, 150, 560, 270, mood)
    yard_tree(c, region, 1090, 560, 260, mood)
    house(c, 640, 590, 640, mood.shade, wall=CREAM)
    c.gradient_rect(0, 592, 1200, 800, lighter(EARTH_SOFT, 0.42), EARTH_SOFT)
    for x in (250, 318, 965, 1030):
        flowers(c, x, 622, 62)
    person(c, 520, 730, 290, look(r, "office"), "give", 1, "certificate")
    person(c, 672, 730, 268, replace(look(r, "elder"), woman=True, wear="ba_ba"), "give", -1)
    person(c, 415, 735, 286, look(r, "office"), "clasp", 1)
    person(c, 790, 735, 280, bare(c, "villager"), "clasp", -1)
    person(c, 868, 738, 196, look(r, "pupil"), "stand", -1)
