"""Đồ cầm tay và xe đạp: vẽ theo vị trí bàn tay của người cầm."""

from .objects import flag
from .palette import (
    BRICK,
    BRICK_SOFT,
    CREAM,
    DUSK,
    FLAG_RED,
    GOLD,
    INK,
    PAPER,
    TEAL,
    TEAL_DARK,
    WOOD,
)


def hand_tool(c, tool, at, far_arm, near_arm, h, face):
    (ax, ay), (bx, by) = at(near_arm[2]), at(far_arm[2])

    def sx(k):
        return k * h * face

    if tool in ("rake", "shovel", "broom", "hoe"):
        # Cán đi qua hai bàn tay (tay sau ở trên, tay trước ở dưới) rồi chạm đất phía trước.
        dx, dy = bx - ax, by - ay
        dx, dy = (dx, dy) if dy > 0 else (-dx, -dy)
        ground_y = at((0, 0.03))[1]
        reach = min((ground_y - max(ay, by)) / max(dy, 1e-6), 0.5 * h / max(1e-6, (dx * dx + dy * dy) ** 0.5))
        low, high = ((bx, by), (ax, ay)) if by > ay else ((ax, ay), (bx, by))
        x0, y0 = high[0] - dx * 0.9, high[1] - dy * 0.9
        x1, y1 = low[0] + dx * reach, low[1] + dy * reach
        c.limb([(x0, y0, h * 0.017), (x1, y1, h * 0.017)], WOOD)
        if tool == "shovel":
            c.poly(
                [
                    (x1 - sx(0.03), y1 - h * 0.03),
                    (x1 + sx(0.03), y1 - h * 0.05),
                    (x1 + sx(0.1), y1 + h * 0.02),
                    (x1 + sx(0.02), y1 + h * 0.03),
                ],
                "#7b8085",
            )
        elif tool == "rake":
            c.limb([(x1 - sx(0.05), y1 + h * 0.01, h * 0.022), (x1 + sx(0.06), y1 - h * 0.002, h * 0.022)], "#6d6f70")
        elif tool == "hoe":
            c.poly(
                [(x1, y1 - h * 0.012), (x1 + sx(0.01), y1 + h * 0.02), (x1 - sx(0.07), y1 + h * 0.04), (x1 - sx(0.075), y1 + h * 0.02)],
                "#7b8085",
            )
        else:
            c.poly(
                [
                    (x1 - sx(0.015), y1 - h * 0.06),
                    (x1 + sx(0.015), y1 - h * 0.06),
                    (x1 + sx(0.08), y1 + h * 0.015),
                    (x1 - sx(0.05), y1 + h * 0.02),
                ],
                GOLD,
            )
    elif tool == "flag":
        c.limb([(ax, ay + h * 0.1, h * 0.016), (ax + sx(0.02), ay - h * 0.3, h * 0.016)], WOOD)
        flag(c, ax + sx(0.02), ay - h * 0.3, h * 0.24 * face)
    elif tool == "certificate":
        mx, my = (ax + bx) / 2, (ay + by) / 2
        c.rect(mx - h * 0.095, my - h * 0.075, mx + h * 0.095, my + h * 0.055, FLAG_RED)
        c.rect(mx - h * 0.08, my - h * 0.062, mx + h * 0.08, my + h * 0.042, PAPER)
    elif tool == "box":
        mx, my = (ax + bx) / 2 + sx(0.03), (ay + by) / 2
        c.rect(mx - h * 0.085, my - h * 0.09, mx + h * 0.085, my + h * 0.045, "#c99a62")
        c.rect(mx - h * 0.012, my - h * 0.09, mx + h * 0.016, my + h * 0.045, BRICK)
    elif tool == "basket":
        mx, my = (ax + bx) / 2, (ay + by) / 2 + h * 0.02
        for k, tone in ((-0.07, "#8fae57"), (0, BRICK_SOFT), (0.065, GOLD)):
            c.circle(mx + k * h, my - h * 0.045, h * 0.05, tone)
        c.poly(
            [
                (mx - h * 0.13, my - h * 0.04),
                (mx + h * 0.13, my - h * 0.04),
                (mx + h * 0.095, my + h * 0.07),
                (mx - h * 0.095, my + h * 0.07),
            ],
            "#b98b4f",
        )
        c.line([(mx - h * 0.12, my + h * 0.0), (mx + h * 0.12, my + h * 0.0)], h * 0.01, "#8d6638")
    elif tool == "book":
        mx, my = (ax + bx) / 2, (ay + by) / 2 - h * 0.02
        c.poly([(mx, my + h * 0.03), (mx - h * 0.075, my + h * 0.01), (mx - h * 0.07, my - h * 0.06), (mx, my - h * 0.04)], PAPER)
        c.poly([(mx, my + h * 0.03), (mx + h * 0.075, my + h * 0.01), (mx + h * 0.07, my - h * 0.06), (mx, my - h * 0.04)], CREAM)
    elif tool == "bag":
        c.blob(
            [
                (ax - h * 0.07, ay + h * 0.03),
                (ax + h * 0.07, ay + h * 0.03),
                (ax + h * 0.085, ay + h * 0.17),
                (ax, ay + h * 0.2),
                (ax - h * 0.085, ay + h * 0.17),
            ],
            TEAL,
        )
    elif tool == "can":
        c.rect(ax - h * 0.05, ay + h * 0.03, ax + h * 0.05, ay + h * 0.14, DUSK)
        c.limb([(ax + sx(0.04), ay + h * 0.1, h * 0.016), (ax + sx(0.13), ay + h * 0.04, h * 0.012)], DUSK)
    elif tool == "torch":
        c.limb([(ax, ay, h * 0.02), (ax + sx(0.07), ay - h * 0.01, h * 0.03)], INK)
    elif tool == "pole":
        c.limb([(ax - sx(0.12), ay - h * 0.5, h * 0.017), (bx + sx(0.1), by + h * 0.4, h * 0.017)], "#b39a5a")


def bicycle(c, x, y, h, face=1):
    """Xe đạp: bánh trước cách bánh sau 0,52 h; y là mặt đường."""
    r = h * 0.155
    rear, front = (x - face * h * 0.2, y - r), (x + face * h * 0.34, y - r)
    for wx, wy in (rear, front):
        c.ring(wx, wy, r, h * 0.02, INK)
        for dx, dy in ((1, 0), (0.5, 0.87), (-0.5, 0.87)):
            c.line([(wx - dx * r, wy - dy * r), (wx + dx * r, wy + dy * r)], 0.8, INK, 0.35)
        c.circle(wx, wy, r * 0.12, INK)
    seat, crank, bar = (x - face * h * 0.06, y - h * 0.42), (x + face * h * 0.06, y - r), (x + face * h * 0.27, y - h * 0.5)
    for a, b in ((rear, crank), (rear, seat), (crank, seat), (crank, bar), (seat, (bar[0], bar[1] + h * 0.06)), (bar, front)):
        c.line([a, b], h * 0.018, TEAL_DARK)
    c.line([(seat[0] - face * h * 0.05, seat[1]), (seat[0] + face * h * 0.05, seat[1])], h * 0.028, INK)
    c.line(
        [(bar[0], bar[1]), (bar[0] + face * h * 0.035, bar[1] - h * 0.05), (bar[0] - face * h * 0.02, bar[1] - h * 0.07)], h * 0.016, INK
    )
    c.line([(rear[0] - face * h * 0.12, rear[1] - r * 1.15), (seat[0], rear[1] - r * 1.15)], h * 0.014, INK)
