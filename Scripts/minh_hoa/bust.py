"""Chân dung cá nhân: hình bán thân phẳng, mặt để trơn vì nhân vật là hư cấu; tóc, áo, nón, kính theo lời tả ảnh."""

import math

from .canvas import smooth
from .landscape import backdrop, field_rows, ground, ridge, sea, terraces, tree_line
from .objects import fishing_boat
from .palette import (
    BRICK,
    CREAM,
    EARTH,
    GOLD,
    GOLD_SOFT,
    INK,
    LEAF,
    LEAF_SOFT,
    PAPER,
    TEAL_DARK,
    WHITE,
    darker,
    lighter,
    mix,
)
from .plants import acacia
from .sitter import sitter


def individual(c, region, mood, subject):
    """Nền trời kem, vầng sáng tròn sau đầu, chân trời của vùng, rồi hình bán thân."""
    who = sitter(c, subject)
    c.gradient_rect(0, 0, c.w, c.h, mix(mood.top, CREAM, 0.35), mix(mood.low, CREAM, 0.3))
    horizon = 650
    if any(k in c.words for k in ("bien", "thuyen", "be", "vinh")):
        backdrop(c, "vn", mood, horizon)
        sea(c, mood, horizon, c.h)
        for x, y, w, face in ((130, 704, 150, 1), (668, 690, 130, -1)):
            fishing_boat(c, x, y, w, face=face)
    elif "che" in c.words or "xuong" in c.words or region == "yb":
        backdrop(c, "yb", mood, horizon)
        terraces(c, ridge(c, horizon + 40, 60, 0.3, 0.9), 1010, mood, 0.12, 7)
    elif any(k in c.words for k in ("rau", "ruong", "vuon")):
        backdrop(c, region, mood, horizon)
        ground(c, horizon, fields=False)
        field_rows(c, horizon + 24, 1010, 400, (LEAF, EARTH, LEAF_SOFT, EARTH), 16, 2.4)
    else:
        backdrop(c, region, mood, horizon)
        ground(c, horizon)
        tree_line(c, horizon + 26, region, 0.9, 8)
    if any(k in c.words for k in ("rung", "keo")):
        for i in range(9):
            acacia(c, 20 + i * 95, 760 + (i % 3) * 14, 300)
    c.haze(0, c.h, mood.low, 0.26, 0.1)
    c.circle(400, 408, 268, PAPER, 0.5)
    c.ring(400, 408, 284, 3, GOLD, 0.75)
    _figure(c, who)


def _figure(c, who):
    cx, cy, rx, ry = 400, 400, 104, 130
    skin, shade = who.skin, darker(who.skin, 0.13)
    _back_hair(c, who, cx, cy, rx, ry)
    _body(c, who, cx)
    # Cổ và bóng cằm
    c.poly([(cx - 46, cy + 78), (cx + 46, cy + 78), (cx + 54, cy + 196), (cx, cy + 236), (cx - 54, cy + 196)], shade)
    c.poly(
        [(cx - 46, cy + 150), (cx - 46, cy + 112), (cx + 20, cy + 122), (cx + 30, cy + 214), (cx, cy + 236), (cx - 54, cy + 196)],
        skin,
        0.85,
    )
    _collar(c, who, cx, cy)
    # Tai, mặt
    if who.style in ("short", "side", "bun"):
        for s in (-1, 1):
            c.ellipse(cx + s * rx * 0.99, cy + 12, 17, 27, shade if s > 0 else skin)
    face = [
        (cx - rx, cy - 26),
        (cx - rx * 0.97, cy + 34),
        (cx - rx * 0.72, cy + ry * 0.72),
        (cx - rx * 0.3, cy + ry * 0.99),
        (cx, cy + ry * 1.04),
        (cx + rx * 0.3, cy + ry * 0.99),
        (cx + rx * 0.72, cy + ry * 0.72),
        (cx + rx * 0.97, cy + 34),
        (cx + rx, cy - 26),
        (cx + rx * 0.72, cy - ry * 0.8),
        (cx, cy - ry),
        (cx - rx * 0.72, cy - ry * 0.8),
    ]
    c.blob(face, shade)
    c.blob([(x - 9 - max(0, (x - cx)) * 0.16, y) if x > cx - 40 else (x, y) for x, y in face], skin)
    _front_hair(c, who, cx, cy, rx, ry)
    if who.glasses:
        for s in (-1, 1):
            c.circle(cx + s * 44, cy + 6, 35, WHITE, 0.22)
            c.ring(cx + s * 44, cy + 6, 36, 5, INK)
            c.line([(cx + s * 80, cy + 2), (cx + s * 101, cy - 6)], 5, INK)
        c.line([(cx - 9, cy + 1), (cx, cy - 3), (cx + 9, cy + 1)], 5, INK)
    _hat(c, who, cx, cy, rx, ry)
    if who.notebook:
        c.poly([(438, 868), (612, 838), (636, 984), (462, 1014)], BRICK)
        c.poly([(450, 874), (612, 846), (616, 862), (452, 892)], darker(BRICK, 0.2))
        c.blob([(588, 930), (640, 908), (668, 930), (650, 968), (600, 978)], skin)


def _back_hair(c, who, cx, cy, rx, ry):
    if who.style == "bob":
        c.blob(
            [
                (cx - rx * 1.2, cy - 30),
                (cx - rx * 1.26, cy + 70),
                (cx - rx * 1.08, cy + 138),
                (cx, cy + 150),
                (cx + rx * 1.08, cy + 138),
                (cx + rx * 1.26, cy + 70),
                (cx + rx * 1.2, cy - 30),
                (cx + rx * 0.8, cy - ry * 0.98),
                (cx, cy - ry * 1.17),
                (cx - rx * 0.8, cy - ry * 0.98),
            ],
            darker(who.hair, 0.1),
        )
    elif who.style == "long":
        c.blob(
            [
                (cx - rx * 1.16, cy - 30),
                (cx - rx * 1.22, cy + 110),
                (cx - rx * 1.3, cy + 290),
                (cx - 40, cy + 300),
                (cx + 40, cy + 300),
                (cx + rx * 1.3, cy + 290),
                (cx + rx * 1.22, cy + 110),
                (cx + rx * 1.16, cy - 30),
                (cx + rx * 0.8, cy - ry * 0.98),
                (cx, cy - ry * 1.16),
                (cx - rx * 0.8, cy - ry * 0.98),
            ],
            darker(who.hair, 0.1),
        )
    elif who.style == "bun":
        if not who.hat:
            c.ellipse(cx + 6, cy - ry * 1.2, 46, 40, darker(who.hair, 0.12))
        c.blob(
            [
                (cx - rx * 1.08, cy - 30),
                (cx - rx * 1.02, cy + 40),
                (cx, cy + 60),
                (cx + rx * 1.02, cy + 40),
                (cx + rx * 1.08, cy - 30),
                (cx + rx * 0.8, cy - ry * 0.98),
                (cx, cy - ry * 1.14),
                (cx - rx * 0.8, cy - ry * 0.98),
            ],
            who.hair,
        )
    else:
        c.blob(
            [
                (cx - rx * 1.07, cy - 40),
                (cx - rx * 1.0, cy + 20),
                (cx, cy + 40),
                (cx + rx * 1.0, cy + 20),
                (cx + rx * 1.07, cy - 40),
                (cx + rx * 0.8, cy - ry * 0.97),
                (cx, cy - ry * 1.13),
                (cx - rx * 0.8, cy - ry * 0.97),
            ],
            who.hair,
        )


def _front_hair(c, who, cx, cy, rx, ry):
    hair, sheen = who.hair, lighter(who.hair, 0.16)
    top = [
        (cx - rx * 1.06, cy - 20),
        (cx - rx * 1.0, cy - ry * 0.66),
        (cx - rx * 0.62, cy - ry * 1.04),
        (cx, cy - ry * 1.16),
        (cx + rx * 0.62, cy - ry * 1.04),
        (cx + rx * 1.0, cy - ry * 0.66),
        (cx + rx * 1.06, cy - 20),
    ]
    crown = smooth(top)
    if who.style == "short":
        c.poly(
            crown
            + smooth(
                [
                    (cx + rx * 0.94, cy - 22),
                    (cx + rx * 0.86, cy - ry * 0.46),
                    (cx + rx * 0.4, cy - ry * 0.62),
                    (cx - rx * 0.45, cy - ry * 0.6),
                    (cx - rx * 0.86, cy - ry * 0.44),
                    (cx - rx * 0.94, cy - 22),
                ]
            ),
            hair,
        )
        c.poly(
            smooth(
                [
                    (cx - rx * 0.7, cy - ry * 0.84),
                    (cx - rx * 0.2, cy - ry * 1.02),
                    (cx + rx * 0.3, cy - ry * 1.02),
                    (cx - rx * 0.2, cy - ry * 0.92),
                    (cx - rx * 0.66, cy - ry * 0.74),
                ]
            ),
            sheen,
            0.7,
        )
    elif who.style == "side":
        c.poly(
            crown
            + smooth(
                [
                    (cx + rx * 0.95, cy - 20),
                    (cx + rx * 0.9, cy - ry * 0.36),
                    (cx + rx * 0.5, cy - ry * 0.5),
                    (cx - rx * 0.1, cy - ry * 0.66),
                    (cx - rx * 0.56, cy - ry * 0.84),
                    (cx - rx * 0.78, cy - ry * 0.5),
                    (cx - rx * 0.93, cy - 20),
                ]
            ),
            hair,
        )
        c.line(smooth([(cx - rx * 0.56, cy - ry * 0.84), (cx - rx * 0.44, cy - ry * 1.0), (cx - rx * 0.3, cy - ry * 1.1)]), 3, sheen)
    else:
        drop = {"bob": 92, "long": 120, "bun": 6}[who.style]
        side = [
            (cx + rx * 1.14, cy + drop),
            (cx + rx * 0.95, cy + drop * 0.96),
            (cx + rx * 0.93, cy - 6),
            (cx + rx * 0.74, cy - ry * 0.4),
            (cx + rx * 0.26, cy - ry * 0.68),
            (cx - rx * 0.12, cy - ry * 0.84),
            (cx - rx * 0.5, cy - ry * 0.62),
            (cx - rx * 0.84, cy - ry * 0.32),
            (cx - rx * 0.94, cy - 4),
            (cx - rx * 0.95, cy + drop * 0.96),
            (cx - rx * 1.14, cy + drop),
        ]
        if who.style == "bun":
            side = side[2:-2]
        outer = smooth(
            [(cx - rx * 1.14, cy + drop), (cx - rx * 1.14, cy - 20)] + top[1:-1] + [(cx + rx * 1.14, cy - 20), (cx + rx * 1.14, cy + drop)]
        )
        c.poly((crown if who.style == "bun" else outer) + smooth(side), hair)
        c.line(smooth([(cx - rx * 0.12, cy - ry * 0.84), (cx - rx * 0.1, cy - ry * 1.0), (cx - rx * 0.06, cy - ry * 1.14)]), 3, sheen)


def _body(c, who, cx):
    top, half = who.top, 232 if who.woman else 262
    outline = [
        (cx - 60, 588),
        (cx - half * 0.62, 632),
        (cx - half * 0.93, 690),
        (cx - half * 1.06, 800),
        (cx - half * 1.12, 1020),
        (cx + half * 1.12, 1020),
        (cx + half * 1.06, 800),
        (cx + half * 0.93, 690),
        (cx + half * 0.62, 632),
        (cx + 60, 588),
    ]
    c.gradient(smooth(outline), lighter(top, 0.1), darker(top, 0.1), 590, 1000)
    c.poly(
        smooth([(cx + half * 0.62, 632), (cx + half * 0.93, 690), (cx + half * 1.06, 800), (cx + half * 1.12, 1020)])
        + smooth([(cx + half * 0.62, 1020), (cx + half * 0.66, 860), (cx + half * 0.5, 720), (cx + half * 0.44, 650)]),
        darker(top, 0.3),
        0.26,
    )
    for s in (-1, 1):
        c.line(smooth([(cx + s * half * 0.7, 1010), (cx + s * half * 0.69, 900), (cx + s * half * 0.6, 810)]), 4, darker(top, 0.22))


def _collar(c, who, cx, cy):
    top, dark, pale = who.top, darker(who.top, 0.18), lighter(who.top, 0.35)
    if who.wear in ("shirt", "worker", "uniform"):
        c.line([(cx, 646), (cx, 1010)], 3.5, dark)
        for y in (700, 790, 880, 965):
            c.circle(cx + 9, y, 6, dark if who.wear == "shirt" else pale)
        c.poly([(cx - 60, 566), (cx, 646), (cx - 46, 690), (cx - 104, 606)], pale if who.wear == "shirt" else lighter(top, 0.12))
        c.poly([(cx + 60, 566), (cx, 646), (cx + 46, 690), (cx + 104, 606)], darker(top, 0.07))
        c.line([(cx - 104, 606), (cx - 46, 690), (cx, 646), (cx + 46, 690), (cx + 104, 606)], 3, dark)
        for s in (1,) if who.wear == "shirt" else (-1, 1):
            x = cx + s * 128
            c.rect(x - 46, 800, x + 46, 804, dark)
            c.rect(x - 46, 800, x + 46, 900, dark, 0.16, radius=6)
            if who.wear != "shirt":
                c.poly([(x - 48, 796), (x + 48, 796), (x + 48, 820), (x, 836), (x - 48, 820)], lighter(top, 0.1))
        if who.wear == "worker":
            edge = 160 if who.woman else 180
            c.rect(cx - edge, 926, cx + edge, 956, "#f3e7bd")
            c.rect(cx - edge, 937, cx + edge, 946, "#c9c7b6")
        if who.wear == "uniform":
            for s in (-1, 1):
                c.poly([(cx + s * 116, 628), (cx + s * 206, 668), (cx + s * 196, 692), (cx + s * 108, 650)], darker(top, 0.22))
    elif who.wear == "suit":
        c.poly([(cx - 62, 574), (cx + 62, 574), (cx + 70, 760), (cx, 920), (cx - 70, 760)], WHITE)
        c.poly([(cx - 56, 572), (cx, 652), (cx - 34, 694), (cx - 90, 610)], WHITE)
        c.poly([(cx + 56, 572), (cx, 652), (cx + 34, 694), (cx + 90, 610)], "#e6e3d8")
        c.poly([(cx - 17, 652), (cx + 17, 652), (cx + 11, 688), (cx + 30, 870), (cx, 912), (cx - 30, 870), (cx - 11, 688)], BRICK)
        for s in (-1, 1):
            c.poly(
                [(cx + s * 74, 578), (cx + s * 118, 612), (cx + s * 138, 742), (cx + s * 92, 760), (cx + s * 112, 782), (cx, 940)],
                lighter(top, 0.1) if s < 0 else darker(top, 0.12),
            )
        c.line([(cx, 940), (cx, 1010)], 4, darker(top, 0.4))
    elif who.wear == "ao_dai":
        c.poly(
            [(cx - 62, 548), (cx - 58, 596), (cx, 624), (cx + 58, 596), (cx + 62, 548), (cx + 40, 572), (cx, 584), (cx - 40, 572)],
            darker(top, 0.1),
        )
        c.line([(cx - 62, 548), (cx - 40, 572), (cx, 584), (cx + 40, 572), (cx + 62, 548)], 3.5, GOLD_SOFT)
        c.line([(cx + 6, 622), (cx + 60, 676), (cx + 128, 716)], 3.5, dark)
        for x, y in ((cx + 10, 628), (cx + 62, 678), (cx + 122, 713)):
            c.circle(x, y, 6, GOLD_SOFT)
        r = c.rng
        for _ in range(7):
            x, y = cx + r.uniform(-150, 130), r.uniform(760, 980)
            for k in range(5):
                a = math.tau * k / 5
                c.circle(x + math.cos(a) * 12, y + math.sin(a) * 12, 8.5, lighter(top, 0.35), 0.75)
            c.circle(x, y, 6, GOLD)
    elif who.wear == "ba_ba":
        c.poly(
            [
                (cx - 56, 572),
                (cx - 30, 628),
                (cx, 650),
                (cx + 30, 628),
                (cx + 56, 572),
                (cx + 80, 594),
                (cx + 46, 650),
                (cx, 682),
                (cx - 46, 650),
                (cx - 80, 594),
            ],
            dark,
        )
        c.line([(cx, 680), (cx, 1010)], 3.5, dark)
        for y in (720, 800, 880, 960):
            c.circle(cx, y, 7.5, pale)
    elif who.wear == "vest":
        c.poly([(cx - 58, 570), (cx, 648), (cx - 40, 684), (cx - 96, 608)], pale)
        c.poly([(cx + 58, 570), (cx, 648), (cx + 40, 684), (cx + 96, 608)], top)
        for s in (-1, 1):
            c.poly(
                [(cx + s * 92, 606), (cx + s * 176, 640), (cx + s * 186, 800), (cx + s * 204, 1020), (cx + s * 8, 1020), (cx + s * 8, 730)],
                "#e2793a" if s < 0 else darker("#e2793a", 0.1),
            )
            c.poly([(cx + s * 110, 640), (cx + s * 150, 652), (cx + s * 150, 770), (cx + s * 110, 770)], "#f3e3b4")
        for y in (810, 910):
            c.rect(cx - 196, y, cx + 196, y + 24, INK)
            c.rect(cx - 30, y - 8, cx + 30, y + 32, GOLD, radius=6)


def _hat(c, who, cx, cy, rx, ry):
    if who.hat == "non_la":
        half, top, base = 236, cy - ry * 1.92, cy - ry * 0.34
        brim = [(cx - half, base), (cx - half * 0.55, base + 30), (cx, base + 40), (cx + half * 0.55, base + 30), (cx + half, base)]
        c.poly(
            [(cx - rx * 0.9, base + 28), (cx + rx * 0.9, base + 28), (cx + rx * 0.86, cy + 6), (cx - rx * 0.86, cy + 6)],
            darker(who.skin, 0.3),
            0.35,
        )
        rim = smooth(brim)
        c.gradient([(cx - 7, top)] + rim + [(cx + 7, top)], "#f1dfb0", "#dfc388")
        c.poly([(cx, top), (cx + 50, base + 39)] + [p for p in rim if p[0] > cx + 50] + [(cx + 7, top)], "#c8a869", 0.75)
        for k in (0.3, 0.5, 0.7, 0.88):
            y = top + (base - top) * k
            c.line(
                smooth(
                    [
                        (cx - half * k, y),
                        (cx - half * k * 0.55, y + 30 * k),
                        (cx, y + 40 * k),
                        (cx + half * k * 0.55, y + 30 * k),
                        (cx + half * k, y),
                    ]
                ),
                2,
                "#a98a4f",
                0.5,
            )
        c.line(smooth([(cx - rx * 0.98, base + 30), (cx - rx * 0.86, cy + 70), (cx - 20, cy + ry * 1.1)]), 5, "#b9657a")
        c.line(smooth([(cx + rx * 0.98, base + 30), (cx + rx * 0.86, cy + 70), (cx + 20, cy + ry * 1.1)]), 5, "#b9657a")
    elif who.hat == "cap":
        tone = TEAL_DARK if who.top == WHITE else darker(who.top, 0.2)
        c.blob(
            [
                (cx - rx * 1.1, cy - ry * 0.42),
                (cx - rx * 0.96, cy - ry * 0.98),
                (cx, cy - ry * 1.34),
                (cx + rx * 0.96, cy - ry * 0.98),
                (cx + rx * 1.1, cy - ry * 0.42),
                (cx, cy - ry * 0.5),
            ],
            tone,
        )
        c.ellipse(cx, cy - ry * 0.4, rx * 1.2, 24, darker(tone, 0.25))
