"""Cảnh làm ăn và thiên nhiên: vườn rau, vườn quả, ruộng, rừng, biển, cứu hộ, chợ, trồng cây, thủy lợi, chăn nuôi."""

import math

from .buildings import greenhouse, hall
from .landscape import MOODS, backdrop, field_rows, foreground, grass, ground, lit, ridge, road, sea, sky, terraces, tree_line
from .objects import coracle, crate, fishing_boat, flag, rescue_boat, stall
from .palette import (
    BRICK,
    BRICK_SOFT,
    CONCRETE,
    CREAM,
    DUSK,
    EARTH,
    EARTH_DARK,
    EARTH_SOFT,
    GOLD,
    GOLD_SOFT,
    LEAF,
    LEAF_DARK,
    LEAF_DEEP,
    LEAF_SOFT,
    PAPER,
    TEAL,
    TEAL_SOFT,
    WHITE,
    WOOD,
    darker,
    lighter,
    mix,
)
from .people import look, person
from .plants import acacia, cabbage, coconut, lychee, sapling
from .scenes_village import local_house, rider, yard_tree


def garden(c, region, mood):
    """Vườn rau, nhà màng."""
    r, horizon = c.rng, 320
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 24, region, 1.0, 12, mood)
    greenhouse(c, 255, 440, 330)
    greenhouse(c, 560, 425, 270)
    local_house(c, region, 960, 430, 260, mood)
    field_rows(c, 430, 810, 620, (LEAF, EARTH, LEAF_SOFT, EARTH, LEAF_DARK, EARTH), 18, 2.2)
    for k in range(7):
        t = (k + 0.6) / 7
        y, size = 440 + 330 * t**1.5, 9 + 40 * t**1.3
        for i in range(-9, 10, 2):
            spread = 0.16 + 0.84 * ((y - 430) / 380)
            x = 600 + (620 - 600) * (1 - t) + (i * 2 + 1.2) * 73 * spread * 0.93
            if -40 < x < 1240:
                cabbage(c, x, y, size, (LEAF_SOFT, "#9cc06a", "#8bb060")[i % 3])
    person(c, 400, 540, 150, look(r, "villager"), "bend", 1)
    person(c, 760, 560, 165, look(r, "villager"), "crouch", -1)
    person(c, 265, 715, 250, look(r, "villager"), "hold", 1, "basket")
    person(c, 905, 735, 255, look(r, "villager"), "hold", -1, "can")
    person(c, 1020, 700, 240, look(r, "villager"), "bend", -1)


def orchard(c, region, mood):
    """Vườn cây ăn quả trên đồi thấp."""
    r, horizon = c.rng, 330
    backdrop(c, region, mood, horizon)
    c.gradient(
        [(x, y + 70) for x, y in ridge(c, horizon, 120, 0.3, 1.2)] + [(1220, 820), (-20, 820)], lit("#a9bf78", mood), lit(LEAF, mood)
    )
    for k in range(7):
        t = (k + 0.5) / 7
        y, h = 385 + 300 * t**1.35, 38 + 150 * t**1.25
        step = h * 1.08
        x = -30 + r.uniform(0, step)
        while x < 1230:
            if not (t > 0.45 and 360 < x < 840) and not (t > 0.72 and 250 < x < 960):
                lychee(c, x, y + r.uniform(-4, 4), h * r.uniform(0.92, 1.08), mood.shade)
            x += step
    if "duong" in c.words or "kenh" in c.words:
        orchard_way(c, region, mood)
        return
    if "tuoi" in c.words:
        for x, y in ((250, 560), (955, 580), (150, 690), (1060, 720)):
            for i in range(13):
                a = math.pi * (0.12 + 0.76 * i / 12)
                c.line([(x + math.cos(a) * k * 78, y - 40 - math.sin(a) * k * 62 + 26 * k * k) for k in (0, 0.35, 0.7, 1)], 1.6, WHITE, 0.5)
            c.limb([(x, y, 5), (x, y - 42, 4)], DUSK)
    c.blob([(560, 560), (700, 548), (900, 660), (1010, 820), (190, 820), (330, 660)], lit(EARTH_SOFT, mood))
    person(c, 452, 690, 240, look(r, "villager"), "raise", -1)
    person(c, 655, 640, 215, look(r, "villager"), "hold", -1, "basket")
    person(c, 800, 735, 258, look(r, "villager"), "walk", -1)
    for x, y in ((520, 742), (604, 752), (560, 700)):
        crate(c, x, y, 88, (BRICK, BRICK_SOFT, "#9c3b2c"))
    foreground(c, region, mood)


def orchard_way(c, region, mood):
    """Đường bê tông hoặc bờ kênh giữa hai hàng vải."""
    r, canal_side = c.rng, "kenh" in c.words
    at = road(c, 380, 620, 14, 600, 330, CONCRETE, lighter(CONCRETE, 0.35), bend=60)
    if canal_side:
        water = [at(i / 30) for i in range(31)]
        c.gradient([(x + w * 0.12, y) for x, y, w in water] + [(x + w * 0.98, y) for x, y, w in reversed(water)], "#8fc0bd", "#4c8f93")
    for i in range(8):
        t = 0.12 + 0.78 * (i / 7) ** 1.1
        x, y, w = at(t)
        h = 46 + 215 * t**1.5
        for s in (-1, 1):
            lychee(c, x + s * (w * 1.2 + h * 0.52), y, h, mood.shade)
    walkers = (
        ((0.55, -0.5, "office"), (0.58, -0.15, "villager"), (0.7, -0.42, "villager"))
        if canal_side
        else ((0.45, -0.2, "villager"), (0.5, 0.35, "pupil"), (0.68, -0.35, "villager"))
    )
    for t, across, kind in walkers:
        x, y, w = at(t)
        person(c, x + across * w, y, (70 if kind != "pupil" else 55) + 190 * t**1.4, look(r, kind), "walk", 1 if canal_side else -1)
    if not canal_side:
        x, y, w = at(0.76)
        rider(c, x + 0.35 * w, y, 215, look(r, "villager"), 1)
    foreground(c, region, mood)


def rice(c, region, mood):
    """Đồng lúa, ruộng bậc thang mùa gặt."""
    r, horizon = c.rng, 320
    if region == "yb":
        sky(c, mood, horizon + 60)
        for i, (base, height) in enumerate(((300, 190), (330, 150))):
            c.gradient(
                ridge(c, base, height, 0.8, 1.8 + i) + [(1220, 520), (-20, 520)],
                mix((DUSK, TEAL)[i], mood.haze, 0.55 - 0.2 * i),
                mix(TEAL_SOFT, mood.haze, 0.7),
            )
        terraces(c, ridge(c, 420, 190, 0.3, 1.0), 640, mood, 0.12, 11)
        local_house(c, region, 935, 452, 150, mood)
        terraces(c, ridge(c, 590, 150, 0.2, 0.8), 900, mood, 0, 8)
    else:
        backdrop(c, region, mood, horizon)
        ground(c, horizon, mood=mood)
        tree_line(c, horizon + 22, region, 0.9, 13, mood)
        field_rows(c, horizon + 50, 820, 600, (GOLD_SOFT, "#e3bd62", "#d8ca7c", "#e3bd62"), 22, 2.4)
    for x, y, h, pose, face in ((330, 610, 190, "bend", 1), (520, 640, 200, "bend", 1), (820, 630, 200, "bend", -1)):
        person(c, x, y, h, look(r, "villager"), pose, face)
        _sheaf(c, x + face * 66, y + 2, 52)
    person(c, 1000, 735, 255, look(r, "villager"), "hold", -1, "basket")
    for x, y in ((180, 745), (246, 752), (640, 745)):
        _sheaf(c, x, y, 92)
    foreground(c, region, mood)


def _sheaf(c, x, y, h):
    """Bó lúa."""
    c.ellipse(x + h * 0.1, y, h * 0.4, h * 0.06, "#2d2233", 0.18)
    c.poly(
        [
            (x - h * 0.2, y),
            (x + h * 0.2, y),
            (x + h * 0.08, y - h * 0.5),
            (x + h * 0.42, y - h),
            (x, y - h * 1.08),
            (x - h * 0.42, y - h),
            (x - h * 0.08, y - h * 0.5),
        ],
        GOLD,
    )
    c.poly(
        [(x + h * 0.04, y), (x + h * 0.2, y), (x + h * 0.08, y - h * 0.5), (x + h * 0.42, y - h), (x + h * 0.16, y - h * 1.03)],
        darker(GOLD, 0.16),
    )
    c.rect(x - h * 0.11, y - h * 0.53, x + h * 0.11, y - h * 0.45, BRICK)


def forest(c, region, mood):
    """Rừng keo, quế, đồi chè."""
    r, horizon = c.rng, 330
    backdrop(c, region, mood, horizon)
    for base, count, h in ((430, 30, 92), (490, 22, 130), (560, 17, 178)):
        line = [(x, base - 70 - 46 * math.sin(x / 260 + base)) for x in range(-20, 1241, 20)]
        c.gradient(line + [(1220, 820), (-20, 820)], lit(LEAF_SOFT, mood), lit(LEAF, mood))
        for i in range(count):
            x = 1240 * (i + r.uniform(0.2, 0.8)) / count - 20
            if base < 560 or not 380 < x < 860:
                acacia(c, x, base - 62 - 46 * math.sin(x / 260 + base), h, mood.shade)
    at = road(c, 540, 700, 16, 560, 260, EARTH_SOFT, LEAF_DARK, 70)
    person(c, 470, 705, 245, look(r, "villager"), "point", 1)
    person(c, 590, 735, 258, look(r, "office"), "stand", -1)
    person(c, 735, 690, 238, look(r, "villager"), "walk", 1)
    x, y, _ = at(0.35)
    person(c, x, y, 130, look(r, "villager"), "walk", -1)
    foreground(c, region, mood)


def fishing(c, region, mood):
    """Thuyền đánh cá cập bến."""
    r, horizon = c.rng, 310
    backdrop(c, "vn", mood, horizon)
    sea(c, mood, horizon, 640)
    for x, y, w, face in ((210, 372, 130, 1), (940, 362, 110, -1), (640, 392, 150, 1)):
        fishing_boat(c, x, y, w, face=face)
    fishing_boat(c, 350, 535, 400, TEAL, face=1)
    fishing_boat(c, 905, 565, 430, "#4f7fa5", face=-1)
    shore = [(x, 622 + 14 * math.sin(x / 150) + 9 * math.sin(x / 61)) for x in range(-20, 1241, 20)]
    c.poly([(x, y - 10) for x, y in shore] + [(1220, 820), (-20, 820)], WHITE, 0.6)
    c.gradient(shore + [(1220, 820), (-20, 820)], "#e2c894", "#edd9ad")
    coracle(c, 1050, 720, 170)
    person(c, 420, 718, 240, look(r, "villager"), "hold", 1, "basket")
    person(c, 545, 738, 252, look(r, "villager"), "give", -1)
    person(c, 760, 722, 244, look(r, "villager"), "walk", -1, "bag")
    for x, y in ((640, 752), (236, 742), (322, 750)):
        crate(c, x, y, 92, (DUSK, "#a9bcc6", "#8fa9b8"), "#8fb3ae")
    coconut(c, 92, 690, 330, mood.shade, 0.14)
    coconut(c, 1150, 660, 280, mood.shade, -0.16)


def rescue(c, region, mood):
    """Thuyền cứu hộ trong mưa lũ."""
    mood = MOODS["rain"]
    r, horizon = c.rng, 330
    backdrop(c, "ln" if region == "vn" else region, mood, horizon)
    ground(c, horizon + 10, mood=mood, fields=False)
    tree_line(c, horizon + 40, region, 1.1, 10, mood)
    for x, y, w in ((190, 470, 270), (985, 462, 280), (600, 410, 180)):
        local_house(c, "ln", x, y, w, mood, lit=True)
        yard_tree(c, region, x + w * 0.75, y - 6, 150, mood)
    c.gradient_rect(0, 432, 1200, 800, "#a48f70", "#75654f")
    for _ in range(46):
        t = r.random()
        c.ellipse(r.uniform(0, 1200), 440 + 350 * t, 20 + 70 * t, 1.2 + 2.2 * t, "#cbb995", 0.35)
    for x, y, w in ((190, 434, 240), (985, 434, 250)):
        c.ellipse(x, y + 14, w * 0.5, 9, "#5d5040", 0.3)
    for x, kind, pose, face in (
        (-150, "rescuer", "sit", 1),
        (-45, "elder", "sit", 1),
        (45, "pupil", "sit", -1),
        (160, "rescuer", "row", 1),
    ):
        person(c, 470 + x, 612, 250 if kind != "pupil" else 205, look(r, kind), pose, face, shadow=False)
    rescue_boat(c, 480, 632, 520)
    c.limb([(690, 470, 6), (760, 690, 6)], WOOD)
    person(c, 900, 505, 172, look(r, "rescuer"), "sit", -1, shadow=False)
    person(c, 960, 505, 168, look(r, "villager"), "sit", -1, shadow=False)
    rescue_boat(c, 925, 520, 270, -1)
    for _ in range(130):
        x, y, k = r.uniform(-40, 1200), r.uniform(-20, 800), r.uniform(14, 30)
        c.line([(x, y), (x + k * 0.28, y + k)], 1.1, "#e8eeee", 0.3)


def market(c, region, mood):
    """Điểm bán nông sản của hợp tác xã."""
    r, horizon = c.rng, 330
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 40, region, 1.2, 10, mood)
    hall(c, 600, 500, 640, mood.shade, pennant=False)
    c.gradient_rect(0, 505, 1200, 800, lighter(EARTH_SOFT, 0.45), EARTH_SOFT)
    fruit = {
        "vn": ((GOLD, "#e3903f"), (LEAF, LEAF_SOFT), (BRICK_SOFT, GOLD)),
        "yb": ((GOLD, "#d9a05a"), (LEAF, LEAF_DARK), (WOOD, EARTH)),
    }.get(region, ((BRICK, "#9c3b2c"), (LEAF, LEAF_SOFT), (GOLD, "#e3903f")))
    for k, (x, tones) in enumerate(((255, (BRICK, PAPER)), (610, (TEAL, PAPER)), (965, (GOLD, PAPER)))):
        person(c, x - 40, 655, 222, look(r, "villager"), "hold", 1)
        person(c, x + 62, 655, 218, look(r, "office"), "clasp", -1)
        c.rect(x - 150, 588, x + 150, 672, darker(CREAM, 0.08))
        c.rect(x - 158, 580, x + 158, 592, WOOD)
        for i in range(3):
            crate(c, x - 98 + 98 * i, 584, 84, fruit[(i + k) % 3])
        stall(c, x, 680, 318, tones)
    for x, pose, face, tool in ((120, "walk", 1, "bag"), (430, "point", 1, None), (790, "walk", -1, "bag"), (1105, "hold", -1, "basket")):
        person(c, x, 752, 262, look(r, "villager"), pose, face, tool)
    crate(c, 540, 770, 100, fruit[0])
    crate(c, 650, 776, 100, fruit[1])


def planting(c, region, mood):
    """Ra quân trồng cây."""
    r, horizon = c.rng, 335
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood, fields=False)
    tree_line(c, horizon + 30, region, 1.1, 12, mood)
    c.gradient([(-20, 520), (400, 470), (860, 480), (1220, 530), (1220, 820), (-20, 820)], lit(LEAF_SOFT, mood), lit(LEAF, mood))
    for k in range(3):
        for i in range(9 - k * 2):
            x = 90 + i * (130 + 38 * k) + k * 24
            y = 500 + k * 62
            c.ellipse(x, y, 16 + 7 * k, 5 + 2 * k, EARTH)
            sapling(c, x, y, 52 + 22 * k)
    for x, y in ((358, 726), (690, 738), (1010, 724)):
        c.ellipse(x, y + 2, 52, 15, EARTH_DARK)
        c.ellipse(x, y - 3, 46, 12, EARTH)
        sapling(c, x, y, 150)
    person(c, 250, 740, 250, look(r, "youth"), "crouch", 1)
    person(c, 440, 722, 260, look(r, "villager"), "shovel", -1, "shovel")
    person(c, 585, 748, 252, look(r, "militia"), "crouch", 1)
    person(c, 800, 726, 258, look(r, "youth"), "hold", -1, "can")
    person(c, 905, 744, 252, look(r, "villager"), "crouch", 1)
    person(c, 1110, 716, 256, look(r, "villager"), "shovel", -1, "hoe")
    flag(c, 142, 402, 82)
    c.limb([(142, 640, 6), (142, 400, 4)], PAPER)
    grass(c, 560, 790, 14, LEAF_DEEP)


def canal(c, region, mood):
    """Kênh mương nội đồng, công trình nước."""
    r, horizon = c.rng, 330
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 24, region, 1.0, 12, mood)
    road(c, horizon + 40, 640, 16, 620, 300, CONCRETE, darker(CONCRETE, 0.15), 70)
    at = road(c, horizon + 40, 640, 11, 620, 232, "#5fa0a3", "#3f7b80", 70)
    for i in range(16):
        x, y, w = at(0.2 + 0.05 * i)
        c.ellipse(x + r.uniform(-0.4, 0.4) * w, y, w * 0.26, 1 + w * 0.008, PAPER, 0.5)
    for t, side, pose, tool in ((0.45, -1, "rake", "rake"), (0.56, 1, "rake", "rake"), (0.7, -1, "shovel", "shovel")):
        x, y, w = at(t)
        person(c, x + side * w * 1.55, y, 90 + 165 * t**1.4, look(r, "villager"), pose, -side, tool)
    person(c, 1010, 722, 258, look(r, "youth"), "shovel", -1, "shovel")
    person(c, 170, 725, 256, look(r, "villager"), "point", 1)
    foreground(c, region, mood)


def livestock(c, region, mood):
    """Chăn nuôi: đàn bò trên đồng cỏ."""
    r, horizon = c.rng, 330
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 26, region, 1.1, 12, mood)
    local_house(c, region, 230, 470, 290, mood)
    yard_tree(c, region, 440, 480, 190, mood)
    for x, y, w, face in ((720, 500, 120, 1), (930, 530, 145, -1), (640, 620, 200, -1), (960, 665, 230, 1)):
        _cow(c, x, y, w, face, r.choice(("#b9763f", "#a5673a", "#c58a50")))
    for k in range(14):
        c.rect(-10 + k * 95, 706, -2 + k * 95, 775, WOOD)
    for y in (722, 748):
        c.rect(0, y, 1200, y + 6, lighter(WOOD, 0.15))
    person(c, 330, 700, 250, look(r, "villager"), "hold", 1, "basket")
    person(c, 440, 690, 245, look(r, "villager"), "point", 1)
    foreground(c, region, mood)


def _cow(c, x, y, w, face, tone):
    def px(k):
        return x + face * w * k

    c.ellipse(x + w * 0.1, y, w * 0.55, w * 0.05, "#2d2233", 0.2)
    for k, dark in ((-0.33, 0.2), (0.27, 0.2), (-0.26, 0), (0.34, 0)):
        c.limb([(px(k), y - w * 0.3, w * 0.09), (px(k), y - w * 0.02, w * 0.05)], darker(tone, dark))
    c.limb([(px(-0.44), y - w * 0.5, w * 0.03), (px(-0.5), y - w * 0.2, w * 0.025)], darker(tone, 0.25))
    c.blob(
        [
            (px(-0.45), y - w * 0.5),
            (px(-0.2), y - w * 0.6),
            (px(0.15), y - w * 0.6),
            (px(0.42), y - w * 0.62),
            (px(0.44), y - w * 0.36),
            (px(0.1), y - w * 0.24),
            (px(-0.3), y - w * 0.26),
            (px(-0.46), y - w * 0.34),
        ],
        tone,
    )
    c.blob(
        [
            (px(0.36), y - w * 0.62),
            (px(0.52), y - w * 0.74),
            (px(0.68), y - w * 0.62),
            (px(0.76), y - w * 0.5),
            (px(0.68), y - w * 0.45),
            (px(0.5), y - w * 0.5),
            (px(0.4), y - w * 0.46),
        ],
        darker(tone, 0.06),
    )
    c.limb([(px(0.52), y - w * 0.72, w * 0.03), (px(0.58), y - w * 0.83, w * 0.012)], PAPER)
    c.blob([(px(0.44), y - w * 0.7), (px(0.34), y - w * 0.72), (px(0.4), y - w * 0.63)], darker(tone, 0.2))
