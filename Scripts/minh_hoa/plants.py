"""Cây cối: gốc đặt tại (x, y), cao h; `shade` (0–1) làm tối theo trời mưa, đêm."""

import math

from .palette import BRICK, BRICK_SOFT, EARTH_DARK, GOLD, LEAF, LEAF_DARK, LEAF_DEEP, LEAF_SOFT, WHITE, WOOD, darker, lighter


def _shadow(c, x, y, h):
    c.ellipse(x + h * 0.26, y, h * 0.4, h * 0.055, "#3c3044", 0.15)


def _crown(c, x, y, rx, ry, tone, lumps=9):
    """Tán cây: một khối viền gợn, mảng sáng phía trái trên, mảng tối phía phải dưới."""
    r = c.rng

    def outline(k, dx, dy):
        pts = []
        for i in range(lumps):
            a = math.tau * i / lumps + 0.3
            bump = r.uniform(0.9, 1.1)
            pts.append((x + dx + math.cos(a) * rx * k * bump, y + dy + math.sin(a) * ry * k * bump))
        return pts

    c.blob(outline(1, 0, 0), darker(tone, 0.16))
    c.blob(outline(0.8, -rx * 0.12, -ry * 0.14), lighter(tone, 0.05))


def tree(c, x, y, h, shade=0.0, tone=None):
    """Cây bóng mát."""
    tone = darker(tone or c.rng.choice((LEAF, LEAF_DARK, "#6d9460")), shade)
    _shadow(c, x, y, h)
    c.limb([(x, y, h * 0.085), (x + h * 0.01, y - h * 0.5, h * 0.05)], darker(WOOD, shade))
    _crown(c, x, y - h * 0.63, h * 0.35, h * 0.34, tone)


def bush(c, x, y, h, shade=0.0, tone=None):
    """Bụi cây thấp."""
    h *= 0.5
    _crown(c, x, y - h * 0.42, h * 0.75, h * 0.46, darker(tone or LEAF_DARK, shade), 8)


def lychee(c, x, y, h, shade=0.0, fruit=True):
    """Cây vải thiều: tán vòm sát đất, chùm quả đỏ."""
    r = c.rng
    h *= 0.8
    _shadow(c, x, y, h * 1.2)
    c.limb([(x, y, h * 0.09), (x, y - h * 0.35, h * 0.07)], darker(WOOD, shade))
    _crown(c, x, y - h * 0.52, h * 0.56, h * 0.44, darker(LEAF_DARK, shade), 10)
    if fruit and h > 26:
        for _ in range(int(6 + h / 13)):
            a, k = r.uniform(0, math.tau), math.sqrt(r.random()) * 0.82
            fx, fy, s = x + math.cos(a) * h * 0.5 * k, y - h * 0.5 + math.sin(a) * h * 0.38 * k, max(1.5, h * 0.02)
            c.ellipse(fx, fy, s * 1.7, s * 2, darker(BRICK if r.random() < 0.7 else BRICK_SOFT, shade))


def acacia(c, x, y, h, shade=0.0):
    """Keo, quế: thân thẳng, tán nhiều tầng hẹp."""
    h *= 1.15
    tone = darker(c.rng.choice((LEAF_DARK, "#5f8a5a", LEAF_DEEP)), shade)
    _shadow(c, x, y, h * 0.8)
    c.limb([(x, y, h * 0.045), (x, y - h * 0.75, h * 0.025)], darker("#9a8468", shade))
    for dy, rx, ry in ((0.42, 0.17, 0.14), (0.6, 0.19, 0.16), (0.8, 0.14, 0.16)):
        _crown(c, x, y - h * dy, h * rx, h * ry, tone, 7)


def _frond(c, x, y, length, angle, tone, width, droop=0.5):
    """Tàu lá cong rủ."""
    pts, back = [], []
    for i in range(9):
        t = i / 8
        px, py = x + math.cos(angle) * length * t, y - math.sin(angle) * length * t + droop * length * t * t
        w = width * math.sin(math.pi * min(1, t * 0.92 + 0.06))
        pts.append((px, py - w))
        back.append((px, py + w * 0.5))
    c.poly(pts + back[::-1], tone)


def _palm_head(c, x, y, size, tone, fronds, droop):
    for i, angle in enumerate(fronds):
        _frond(c, x, y, size, angle, darker(tone, 0.18) if i % 2 else lighter(tone, 0.06), size * 0.085, droop)


def areca(c, x, y, h, shade=0.0):
    """Cây cau: thân mảnh, ngọn xòe."""
    h *= 1.35
    _shadow(c, x, y, h * 0.6)
    c.limb([(x, y, h * 0.04), (x + h * 0.01, y - h * 0.8, h * 0.028)], darker("#b0a084", shade))
    c.limb([(x + h * 0.01, y - h * 0.72, h * 0.036), (x + h * 0.01, y - h * 0.81, h * 0.034)], darker(LEAF_SOFT, shade))
    _palm_head(c, x + h * 0.01, y - h * 0.81, h * 0.25, darker(LEAF_DARK, shade), (0.1, 0.6, 3.04, 2.54, 1.1, 2.05, 1.57), 0.5)


def coconut(c, x, y, h, shade=0.0, lean=None):
    """Cây dừa: thân nghiêng cong, tán rộng rủ."""
    h *= 1.4
    lean = c.rng.uniform(-0.22, 0.22) if lean is None else lean
    _shadow(c, x, y, h * 0.8)
    joints = [(x + lean * h * (t**1.8), y - h * 0.82 * t, h * (0.058 - 0.03 * t)) for t in (0, 0.25, 0.5, 0.75, 1)]
    c.limb(joints, darker("#a58763", shade))
    tx, ty, _ = joints[-1]
    _palm_head(c, tx, ty, h * 0.36, darker(LEAF_DARK, shade), (-0.15, 0.35, 3.3, 2.8, 0.8, 2.3, 1.25, 1.85), 0.62)
    for dx, dy in ((-0.02, 0.025), (0.022, 0.03), (0, 0.04)):
        c.circle(tx + dx * h, ty + dy * h, h * 0.021, darker(GOLD, 0.12 + shade))


def banana(c, x, y, h, shade=0.0):
    """Khóm chuối."""
    tone = darker(LEAF, shade)
    _shadow(c, x, y, h * 0.8)
    c.limb([(x, y, h * 0.1), (x, y - h * 0.5, h * 0.07)], darker("#9db36a", shade))
    for i, (angle, k) in enumerate(((0.5, 0.56), (2.6, 0.58), (1.0, 0.6), (2.1, 0.62), (1.5, 0.5))):
        _frond(c, x, y - h * 0.48, h * k, angle, (tone, darker(tone, 0.14), lighter(tone, 0.12))[i % 3], h * 0.085, 0.32)


def bamboo(c, x, y, h, shade=0.0):
    """Bụi tre."""
    r = c.rng
    h *= 1.15
    _shadow(c, x, y, h)
    for i in range(6):
        lean = (i - 2.5) * 0.1 + r.uniform(-0.03, 0.03)
        top = (x + lean * h * 1.1, y - h * r.uniform(0.75, 0.95))
        c.limb(
            [(x + (i - 2.5) * h * 0.03, y, h * 0.024), (x + lean * h * 0.5, y - h * 0.45, h * 0.02), (*top, h * 0.01)],
            darker("#8f9a55", shade),
        )
        tone = darker(r.choice((LEAF, LEAF_DARK, LEAF_SOFT)), shade + 0.05)
        for _ in range(4):
            k = r.uniform(0.5, 1.0)
            px, py = x + (top[0] - x) * k, y + (top[1] - y) * k
            c.ellipse(px + r.uniform(-0.05, 0.05) * h, py, h * r.uniform(0.08, 0.13), h * r.uniform(0.05, 0.08), tone)


def flowers(c, x, y, size, tones=(GOLD, BRICK_SOFT, WHITE), shade=0.0):
    """Khóm hoa ven đường: lá thấp và những chấm hoa."""
    r = c.rng
    c.ellipse(x, y - size * 0.22, size * 0.62, size * 0.36, darker(LEAF_DARK, shade))
    c.ellipse(x - size * 0.1, y - size * 0.32, size * 0.46, size * 0.24, darker(LEAF, shade))
    tone = r.choice(tones)
    for _ in range(7):
        a, k = r.uniform(0, math.tau), math.sqrt(r.random())
        px, py, s = x + math.cos(a) * k * size * 0.52, y - size * 0.34 + math.sin(a) * k * size * 0.27, max(1.4, size * 0.085)
        c.circle(px, py, s * 1.15, darker(tone, shade))


def sapling(c, x, y, h, tone=LEAF):
    """Cây con mới trồng, có cọc chống."""
    c.line([(x - h * 0.1, y), (x - h * 0.04, y - h * 0.7)], max(1.6, h * 0.03), WOOD)
    c.limb([(x, y, h * 0.035), (x, y - h * 0.75, h * 0.02)], EARTH_DARK)
    for dx, dy, k in ((-0.14, 0.58, 0.16), (0.15, 0.66, 0.17), (-0.07, 0.82, 0.15), (0.08, 0.92, 0.13), (0, 0.72, 0.16)):
        c.ellipse(x + dx * h, y - dy * h, k * h, k * h * 0.62, lighter(tone, 0.1) if dx < 0 else tone)


def cabbage(c, x, y, size, tone=LEAF_SOFT):
    """Cây rau lá tròn."""
    c.ellipse(x, y, size * 0.6, size * 0.24, "#3c3044", 0.14)
    for dx, dy, k, t in ((-0.34, -0.12, 0.34, 0.12), (0.34, -0.1, 0.34, 0.2), (0, -0.32, 0.38, 0.0)):
        c.ellipse(x + dx * size, y + dy * size, k * size, k * size * 0.72, darker(tone, t))
    c.ellipse(x - size * 0.03, y - size * 0.26, size * 0.22, size * 0.19, lighter(tone, 0.35))
