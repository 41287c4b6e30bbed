"""Người: hình phẳng giản dị, có dáng và trang phục nhưng không vẽ nét mặt — nhân vật đều là hư cấu.

Mọi tư thế tính theo chiều cao 1, gốc ở giữa hai bàn chân, trục y hướng lên, mặt hướng về +x.
"""

from dataclasses import dataclass, replace

from .palette import (
    BRICK,
    BRICK_SOFT,
    DUSK,
    DUSK_DARK,
    DUSK_SOFT,
    FLAG_RED,
    GOLD,
    GREY_HAIR,
    HAIRS,
    INK,
    LEAF_DARK,
    MILITIA,
    PAPER,
    SKINS,
    TEAL,
    TEAL_DARK,
    TEAL_SOFT,
    WHITE,
    WOOD,
    darker,
    lighter,
)
from .poses import POSES
from .tools import hand_tool


@dataclass(frozen=True)
class Look:
    """Trang phục: kiểu áo, màu áo, màu quần, da, tóc, nữ hay nam, và thứ đội đầu."""

    wear: str = "shirt"  # shirt, ba_ba, ao_dai, work, militia, vest, raincoat, suit, pupil
    top: object = WHITE
    bottom: object = DUSK_DARK
    skin: object = SKINS[0]
    hair: object = HAIRS[0]
    woman: bool = False
    hat: str | None = None  # non_la, cap, helmet, sun_hat


def look(rng, kind):
    """Một người ngẫu nhiên thuộc nhóm: villager, office, militia, youth, rescuer, pupil, worker, elder."""
    woman = rng.random() < 0.5
    base = Look(skin=rng.choice(SKINS), hair=rng.choice(HAIRS), woman=woman)
    dark = rng.choice((DUSK_DARK, "#3d4453", "#4a4038"))
    if kind == "office":
        if woman and rng.random() < 0.55:
            return replace(base, wear="ao_dai", top=rng.choice((BRICK, TEAL, DUSK, "#c9798a", GOLD)), bottom=PAPER)
        return replace(base, wear="shirt", top=rng.choice((WHITE, WHITE, "#dfe8ea", DUSK_SOFT)), bottom=dark)
    if kind == "militia":
        return replace(base, woman=False, wear="militia", top=MILITIA, bottom=darker(MILITIA, 0.12), hat="helmet")
    if kind == "youth":
        return replace(base, wear="shirt", top="#4f7fb0", bottom=dark, hat=rng.choice((None, "cap", "sun_hat")))
    if kind == "rescuer":
        return replace(base, woman=False, wear="vest", top=MILITIA, bottom=darker(MILITIA, 0.2), hat="helmet")
    if kind == "pupil":
        return replace(base, wear="pupil", top=WHITE, bottom=DUSK_DARK)
    if kind == "worker":
        return replace(base, wear="work", top=rng.choice((DUSK, "#5d7f94", TEAL)), bottom=DUSK_DARK, hat="hard")
    if kind == "elder":
        return replace(
            base, wear=("ba_ba" if woman else "shirt"), top=rng.choice((WHITE, TEAL_SOFT, "#c9b79b")), bottom=INK, hair=GREY_HAIR
        )
    if woman:
        top = rng.choice((BRICK_SOFT, TEAL, "#8a6a8f", GOLD, TEAL_SOFT, "#c9798a", DUSK))
        return replace(base, wear="ba_ba", top=top, bottom=rng.choice((INK, "#453a44")), hat="non_la" if rng.random() < 0.8 else None)
    return replace(
        base,
        wear="work",
        top=rng.choice((DUSK, WHITE, "#a9925f", TEAL_DARK, "#7d8a5c", BRICK_SOFT)),
        bottom=dark,
        hat=rng.choice((None, "sun_hat", "cap", "non_la")),
    )


def person(c, x, y, h, who, pose="stand", face=1, tool=None, shadow=True, back=False):
    """Vẽ một người cao h, đứng tại (x, y), nhìn sang phải (face = 1) hay trái (-1); `back` là quay lưng."""
    hip, chest, head, far_arm, near_arm, far_leg, near_leg, side = POSES[pose]

    def at(p):
        return (x + p[0] * h * face, y - p[1] * h)

    if shadow:
        c.ellipse(x + h * 0.04, y - h * 0.004, h * 0.17, h * 0.028, "#2d2233", 0.2)
        c.blob(
            [
                (x - h * 0.05, y),
                (x + h * 0.26, y - h * 0.055),
                (x + h * 0.56, y - h * 0.075),
                (x + h * 0.6, y - h * 0.11),
                (x + h * 0.5, y - h * 0.12),
                (x + h * 0.24, y - h * 0.09),
                (x, y - h * 0.03),
            ],
            "#2d2233",
            0.12,
        )
    if tool and tool.startswith("under:"):
        hand_tool(c, tool[6:], at, far_arm, near_arm, h, face)
    _arm(c, at, far_arm, h, who, 0.14)
    _leg(c, at, far_leg, h, who, 0.16)
    _leg(c, at, near_leg, h, who, 0.0)
    _torso(c, at, hip, chest, h, who, side, face, bool(near_leg), back)
    _head(c, at, head, chest, h, who, face, side, back)
    if tool and not tool.startswith("under:"):
        hand_tool(c, tool, at, far_arm, near_arm, h, face)
    _arm(c, at, near_arm, h, who, 0.03)


def _arm(c, at, joints, h, who, shade):
    (sx, sy), (ex, ey), (hx, hy) = (at(p) for p in joints)
    sleeve = darker(who.top, shade + (0.04 if who.wear != "vest" else 0.1))
    skin = darker(who.skin, shade * 0.7)
    if who.wear in ("shirt", "pupil", "vest"):
        c.limb([(ex, ey, h * 0.046), (hx, hy, h * 0.038)], skin)
        mx, my = sx + (ex - sx) * 0.82, sy + (ey - sy) * 0.82
        c.limb([(sx, sy, h * 0.08), (mx, my, h * 0.068)], sleeve)
    else:
        c.limb([(sx, sy, h * 0.082), (ex, ey, h * 0.066), (ex + (hx - ex) * 0.82, ey + (hy - ey) * 0.82, h * 0.056)], sleeve)
    c.circle(hx, hy, h * 0.027, skin)


def _leg(c, at, joints, h, who, shade):
    if not joints:
        return
    (x0, y0), (x1, y1), (x2, y2) = (at(p) for p in joints)
    wide = who.wear in ("ba_ba", "ao_dai")
    cloth = darker(who.bottom, shade)
    c.ellipse(x2 + (0.018 * h if x2 >= x0 else -0.018 * h), y2 + h * 0.012, h * 0.042, h * 0.02, darker(WOOD if wide else INK, shade))
    c.limb([(x0, y0, h * 0.1), (x1, y1, h * (0.088 if wide else 0.076)), (x2, y2 - h * 0.012, h * (0.082 if wide else 0.056))], cloth)


def _torso(c, at, hip, chest, h, who, side, face, standing, back):
    (hx, hy), (cx, cy) = at(hip), at(chest)
    length = ((hx - cx) ** 2 + (hy - cy) ** 2) ** 0.5 or 1
    ux, uy = (hx - cx) / length, (hy - cy) / length  # dọc thân, từ vai xuống hông
    nx, ny = -uy, ux
    if nx < 0:
        nx, ny = -nx, -ny
    shoulder, waist, hem = (h * (0.122 - 0.04 * side), h * (0.088 - 0.012 * side) * (0.92 if who.woman else 1), h * (0.098 - 0.01 * side))
    tail = {"ba_ba": 0.06, "ao_dai": 0.02, "raincoat": 0.2, "militia": 0.035, "suit": 0.04}.get(who.wear, 0.02) * h

    def spot(along, across):
        return (cx + ux * along + nx * across, cy + uy * along + ny * across)

    flare = {"ba_ba": 1.12, "raincoat": 1.7}.get(who.wear, 1.0)
    if who.wear == "ao_dai" and standing:
        skirt = [
            spot(length * 0.8, -hem * 0.96),
            spot(length * 0.8, hem * 0.96),
            (hx + h * 0.088, hy + h * 0.3),
            (hx + h * 0.02, hy + h * 0.315),
            (hx - h * 0.075, hy + h * 0.3),
        ]
        c.poly(skirt, darker(who.top, 0.05))
        c.poly(
            [
                spot(length * 0.9, hem * 0.25),
                spot(length * 0.9, hem * 0.95),
                (hx + h * 0.088, hy + h * 0.3),
                (hx + h * 0.045, hy + h * 0.31),
            ],
            darker(who.top, 0.2),
            0.5,
        )
    outline = [
        spot(-h * 0.012, -shoulder * 0.42),
        spot(h * 0.006, -shoulder * 0.86),
        spot(h * 0.05, -shoulder),
        spot(length * 0.62, -waist),
        spot(length + tail, -hem * flare),
        spot(length + tail + h * 0.008, 0),
        spot(length + tail, hem * flare),
        spot(length * 0.62, waist),
        spot(h * 0.05, shoulder),
        spot(h * 0.006, shoulder * 0.86),
        spot(-h * 0.012, shoulder * 0.42),
    ]
    c.poly(outline, who.top)
    c.poly(
        [
            spot(-h * 0.012, shoulder * 0.42),
            spot(h * 0.006, shoulder * 0.86),
            spot(h * 0.05, shoulder),
            spot(length * 0.62, waist),
            spot(length + tail, hem * flare),
            spot(length + tail, hem * 0.3),
            spot(length * 0.6, waist * 0.5),
        ],
        darker(who.top, 0.22),
        0.45,
    )
    if who.wear == "militia":
        c.limb([(*spot(length * 0.86, -waist * 0.98), h * 0.026), (*spot(length * 0.86, waist * 0.98), h * 0.026)], WOOD)
    if who.wear == "vest":
        c.poly(
            [
                spot(h * 0.0, -shoulder * 0.7),
                spot(h * 0.0, shoulder * 0.7),
                spot(length * 0.95, waist * 1.05),
                spot(length * 0.95, -waist * 1.05),
            ],
            "#e2793a",
        )
        for k in (0.35, 0.68):
            c.limb([(*spot(length * k, -waist), h * 0.018), (*spot(length * k, waist), h * 0.018)], "#f3e3b4")
    if not back and side < 0.5:
        if who.wear in ("shirt", "work", "militia", "pupil"):
            tone = lighter(who.top, 0.5) if who.wear != "shirt" else darker(who.top, 0.12)
            c.poly([spot(-h * 0.012, -h * 0.035), spot(-h * 0.012, h * 0.035), spot(h * 0.045, 0)], who.skin)
            c.line([spot(h * 0.045, 0), spot(length * 0.95, 0)], max(0.8, h * 0.006), tone)
        if who.wear == "suit":
            c.poly([spot(-h * 0.012, -h * 0.042), spot(-h * 0.012, h * 0.042), spot(h * 0.15, 0)], WHITE)
            c.poly(
                [
                    spot(h * 0.02, -h * 0.01),
                    spot(h * 0.02, h * 0.01),
                    spot(h * 0.13, h * 0.012),
                    spot(h * 0.145, 0),
                    spot(h * 0.13, -h * 0.012),
                ],
                BRICK,
            )
        if who.wear == "ba_ba":
            c.line([spot(h * 0.0, 0), spot(length + tail * 0.8, 0)], max(0.8, h * 0.006), darker(who.top, 0.2))
        if who.wear == "pupil":
            c.poly(
                [
                    spot(-h * 0.005, -h * 0.045),
                    spot(-h * 0.005, h * 0.045),
                    spot(h * 0.075, h * 0.03),
                    spot(h * 0.03, 0),
                    spot(h * 0.075, -h * 0.03),
                ],
                FLAG_RED,
            )


def _head(c, at, head, chest, h, who, face, side, back):
    (x, y), (nx, ny) = at(head), at(chest)
    rx, ry = h * 0.061, h * 0.073
    turn = face * (0.25 + side * 0.75)
    if who.woman and who.hat != "helmet":
        if side > 0.5 or back:
            c.blob(
                [
                    (x - rx * 0.9 * turn, y - ry * 0.4),
                    (x - rx * 1.15 * turn, y + ry * 0.5),
                    (x - rx * 0.95 * turn, y + ry * 1.35),
                    (x - rx * 0.2 * turn, y + ry * 1.0),
                    (x, y),
                ],
                who.hair,
            )
        else:
            c.blob(
                [
                    (x - rx * 1.08, y - ry * 0.2),
                    (x - rx * 1.1, y + ry * 0.9),
                    (x, y + ry * 1.05),
                    (x + rx * 1.1, y + ry * 0.9),
                    (x + rx * 1.08, y - ry * 0.2),
                    (x, y - ry),
                ],
                who.hair,
            )
    c.limb([(x - rx * 0.12 * turn, y + ry * 0.5, h * 0.054), (nx, ny - h * 0.004, h * 0.06)], darker(who.skin, 0.16))
    if back:
        c.ellipse(x, y, rx * 1.06, ry * 1.05, who.hair)
    else:
        c.ellipse(x - turn * rx * 0.14, y - ry * 0.12, rx * 1.06, ry * 1.02, who.hair)
        c.ellipse(x + turn * rx * 0.12, y + ry * 0.12, rx * 0.9, ry * 0.9, who.skin)
        if side > 0.5:
            c.ellipse(x - turn * rx * 0.3, y + ry * 0.18, rx * 0.16, ry * 0.2, darker(who.skin, 0.12))
            c.poly(
                [
                    (x - turn * rx * 0.95, y - ry * 0.7),
                    (x + turn * rx * 0.45, y - ry * 0.92),
                    (x + turn * rx * 0.75, y - ry * 0.42),
                    (x - turn * rx * 0.25, y - ry * 0.2),
                    (x - turn * rx * 0.6, y + ry * 0.3),
                ],
                who.hair,
            )
        else:
            c.poly(
                [
                    (x - rx * 0.98, y - ry * 0.1),
                    (x - rx * 0.7, y - ry * 0.85),
                    (x, y - ry * 1.08),
                    (x + rx * 0.75, y - ry * 0.8),
                    (x + rx * 0.98, y - ry * 0.1),
                    (x + rx * 0.62, y - ry * 0.44),
                    (x - rx * 0.3, y - ry * 0.5),
                ],
                who.hair,
            )
    _hat(c, x, y, rx, ry, who, turn, face)


def _hat(c, x, y, rx, ry, who, turn, face):
    if who.hat == "non_la":
        half, top, base = rx * 2.35, y - ry * 1.75, y - ry * 0.2
        brim = [
            (x - half, base),
            (x - half * 0.55, base + ry * 0.2),
            (x, base + ry * 0.27),
            (x + half * 0.55, base + ry * 0.2),
            (x + half, base),
        ]
        c.poly([(x - rx * 0.06, top)] + brim + [(x + rx * 0.06, top)], "#ecd6a0")
        c.poly(
            [(x, top), (x + half * 0.12, base + ry * 0.27), (x + half * 0.55, base + ry * 0.2), (x + half, base), (x + rx * 0.06, top)],
            "#cdae70",
        )
        c.line(
            [(x - half * 0.62, base - ry * 0.42), (x, base - ry * 0.22), (x + half * 0.62, base - ry * 0.42)],
            max(0.6, rx * 0.05),
            "#b99a5e",
            0.5,
        )
    elif who.hat in ("helmet", "sun_hat"):
        tone = darker(MILITIA, 0.12) if who.hat == "helmet" else "#d8c294"
        c.ellipse(x, y - ry * 0.42, rx * 1.75, ry * 0.3, darker(tone, 0.16))
        c.blob(
            [
                (x - rx * 1.08, y - ry * 0.45),
                (x - rx * 0.9, y - ry * 1.05),
                (x, y - ry * 1.36),
                (x + rx * 0.9, y - ry * 1.05),
                (x + rx * 1.08, y - ry * 0.45),
            ],
            tone,
        )
    elif who.hat in ("cap", "hard"):
        tone = GOLD if who.hat == "hard" else (DUSK if who.top == WHITE else LEAF_DARK)
        c.blob(
            [
                (x - rx * 1.08, y - ry * 0.32),
                (x - rx * 0.92, y - ry * 0.95),
                (x, y - ry * 1.28),
                (x + rx * 0.92, y - ry * 0.95),
                (x + rx * 1.08, y - ry * 0.32),
            ],
            tone,
        )
        c.ellipse(x + face * rx * 0.75, y - ry * 0.36, rx * 0.85, ry * 0.14, darker(tone, 0.2))
