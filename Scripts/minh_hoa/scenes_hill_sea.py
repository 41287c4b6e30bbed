"""Việc chung trên đồi và ngoài biển: mở đường lên đồi, hái chè, nhặt rác bãi biển, lồng bè."""

import math
from dataclasses import replace

from .buildings import house
from .landscape import backdrop, foreground, ground, lit, road, sea
from .objects import bin_cart, coracle, fishing_boat, wheelbarrow
from .palette import (
    EARTH,
    EARTH_DARK,
    EARTH_SOFT,
    GOLD,
    LEAF,
    LEAF_DARK,
    LEAF_SOFT,
    PAPER,
    TEAL,
    WHITE,
    WOOD,
    lighter,
    mix,
)
from .people import look, person
from .plants import acacia, coconut


def hill_road(c, region, mood):
    """Phát cây, san đất mở đường lên đồi, lên rừng."""
    r, horizon = c.rng, 330
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    hill = [(x, 560 - 250 * math.exp(-(((x - 760) / 430) ** 2))) for x in range(-20, 1241, 20)]
    c.gradient(hill + [(1220, 820), (-20, 820)], lit(LEAF_SOFT, mood), lit(LEAF, mood))
    for i in range(34):
        x = r.uniform(420, 1210)
        y = 560 - 250 * math.exp(-(((x - 760) / 430) ** 2)) + r.uniform(6, 90)
        if abs(x - 660) > 105:
            acacia(c, x, y, 90 + (y - 310) * 0.22, mood.shade)
    at = road(c, 330, 740, 9, 520, 330, "#c98f5c", "#a36a42", -130)
    for t, across, pose, tool, face in (
        (0.3, 0.2, "shovel", "hoe", -1),
        (0.42, -0.5, "shovel", "shovel", 1),
        (0.52, 0.5, "rake", "hoe", -1),
        (0.64, -0.55, "rake", "rake", 1),
    ):
        x, y, w = at(t)
        person(c, x + across * w, y, 70 + 190 * t**1.3, look(r, "villager"), pose, face, tool)
    wheelbarrow(c, 760, 728, 116, -1, EARTH)
    person(c, 850, 738, 250, look(r, "villager"), "walk", -1)
    person(c, 235, 735, 258, look(r, "villager"), "shovel", 1, "hoe")
    c.blob([(290, 742), (330, 706), (380, 700), (430, 742)], EARTH_DARK)
    foreground(c, region, mood)


def tea(c, region, mood):
    """Hái chè trên đồi."""
    r, horizon = c.rng, 330
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood, fields=False)
    pickers = {1: (700,), 2: (330, 950), 4: (190, 800), 5: (520,), 6: (960, 300), 7: (640,)}
    for k in range(9):
        t = k / 9
        base, amp = 400 + 420 * t**1.25, 46 * (1 - t * 0.4)

        def row(x, base=base, amp=amp, k=k):
            return base - amp * math.sin(x / 300 + 1.1 + k * 0.09)

        line = [(x, row(x)) for x in range(-20, 1241, 20)]
        thick = 26 + 44 * t
        c.gradient(line + [(1220, 820), (-20, 820)], lighter(EARTH_SOFT, 0.1), EARTH_SOFT)
        for x in pickers.get(k, ()):
            x += r.uniform(-30, 30)
            person(
                c,
                x,
                row(x) + thick * 0.75,
                125 + 165 * t,
                replace(look(r, "villager"), hat="non_la"),
                r.choice(("hold", "bend", "hold")),
                r.choice((-1, 1)),
                "basket",
                shadow=False,
            )
        c.gradient([(x, y + 7) for x, y in line] + [(x, y + thick) for x, y in reversed(line)], mix("#a5c268", LEAF_SOFT, 0.2), LEAF_DARK)
    foreground(c, region, mood)


def beach_clean(c, region, mood):
    """Nhặt rác bãi biển, thu gom rác bên bến thuyền."""
    r, horizon = c.rng, 320
    backdrop(c, "vn", mood, horizon)
    sea(c, mood, horizon, 600)
    for x, w, face in ((280, 230, 1), (820, 260, -1), (1080, 170, 1)):
        fishing_boat(c, x, 430 + w * 0.28, w, face=face)
    shore = [(x, 556 + 20 * math.sin(x / 190) + 7 * math.sin(x / 60)) for x in range(-20, 1241, 20)]
    c.poly([(x, y - 12) for x, y in shore] + [(1220, 820), (-20, 820)], WHITE, 0.6)
    c.gradient(shore + [(1220, 820), (-20, 820)], "#e2c894", "#efdcb3")
    coconut(c, 80, 640, 320, 0, 0.14)
    for _ in range(14):
        c.ellipse(r.uniform(260, 900), r.uniform(640, 780), 8, 4, r.choice((TEAL, GOLD, PAPER, LEAF_DARK)))
    for x, y, h, pose, face in (
        (330, 650, 205, "bend", 1),
        (560, 640, 200, "bend", -1),
        (700, 700, 240, "bend", 1),
        (470, 742, 256, "hold", 1),
        (215, 745, 254, "walk", 1),
    ):
        person(
            c,
            x,
            y,
            h,
            replace(look(r, "villager"), woman=True, wear="ba_ba", hat="non_la") if "phu nu" in c.alt else look(r, "villager"),
            pose,
            face,
            "bag" if pose != "bend" else None,
        )
    for x, tone in ((930, LEAF_DARK), (1030, GOLD)):
        bin_cart(c, x, 712, 128, tone)
    person(c, 845, 735, 252, look(r, "youth"), "walk", 1, "bag")
    person(c, 1125, 735, 252, look(r, "villager"), "hold", -1)


def cages(c, region, mood):
    """Lồng bè nuôi cá trên vịnh."""
    r, horizon = c.rng, 310
    backdrop(c, "vn", mood, horizon)
    sea(c, mood, horizon, 820)
    for k in range(4):
        t = (k + 0.4) / 4
        y, size = 380 + 330 * t**1.4, 70 + 190 * t**1.2
        n = int(1300 / size) + 2
        for i in range(n):
            x = -60 + i * size + k * 31
            quad = [(x, y), (x + size, y), (x + size * 1.06, y + size * 0.34), (x - size * 0.06 + 6, y + size * 0.34)]
            c.poly(quad, "#2e6f78", 0.75)
            for a, b in zip(quad, quad[1:] + quad[:1]):
                c.line([a, b], 3 + 6 * t, lighter(WOOD, 0.25))
            for px, py in quad[:2]:
                c.circle(px, py, 3 + 6 * t, (TEAL, "#4f7fa5")[k % 2])
    house(c, 905, 432, 150, roof=TEAL)
    fishing_boat(c, 230, 372, 130)
    for x, y, h, pose, tool, face in (
        (360, 505, 165, "bend", None, 1),
        (640, 600, 215, "hold", "basket", -1),
        (860, 612, 220, "hold", "can", -1),
        (250, 700, 250, "point", None, 1),
    ):
        person(c, x, y, h, look(r, "villager"), pose, face, tool)
    coracle(c, 1010, 745, 190)
