"""Nhà cửa, cổng làng, nhà màng: đặt trên đất tại (x, y), giữa chân công trình."""

import math

from .objects import banner, flagpole, star
from .palette import (
    BRICK,
    CONCRETE,
    CREAM,
    FLAG_GOLD,
    INK,
    LEAF_DARK,
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


def _tiles(c, x0, x1, y0, y1, inset0, inset1, tone):
    """Mái ngói hình thang với các hàng ngói."""
    c.gradient([(x0 + inset0, y0), (x1 - inset0, y0), (x1 - inset1, y1), (x0 + inset1, y1)], lighter(tone, 0.1), darker(tone, 0.12))
    rows = int((y1 - y0) / 15)
    for i in range(1, rows):
        t = i / rows
        inset = inset0 + (inset1 - inset0) * t
        c.line([(x0 + inset, y0 + (y1 - y0) * t), (x1 - inset, y0 + (y1 - y0) * t)], 1.4, darker(tone, 0.3), 0.22)


def _window(c, x, y, w, h, shutter, shade=0.0, lit=False):
    c.rect(x - w * 0.62, y - 2, x + w * 0.62, y + h + 3, darker(PAPER, shade + 0.06))
    c.rect(x - w / 2, y, x + w / 2, y + h, "#f6d58b" if lit else darker("#5d7f86", shade))
    if not lit:
        c.poly([(x - w / 2, y + h * 0.7), (x + w * 0.1, y), (x + w * 0.34, y), (x - w / 2, y + h)], darker("#8fb0b0", shade), 0.6)
    c.rect(x - 1.2, y, x + 1.2, y + h, darker(shutter, shade))
    c.rect(x - w / 2, y + h * 0.46, x + w / 2, y + h * 0.46 + 2, darker(shutter, shade))


def house(c, x, y, w, shade=0.0, wall=None, roof=BRICK, lit=False, side=1):
    """Nhà ngói ba gian có hiên."""
    wall = darker(wall or c.rng.choice((CREAM, "#f1dcae", "#e7e3cf", "#dfe6dc")), shade)
    roof, h = darker(roof, shade), w * 0.36
    c.blob([(x + w * 0.2, y), (x + w * 0.95, y - h * 0.12), (x + w * 0.9, y - h * 0.26), (x + w * 0.3, y - h * 0.2)], "#2d2233", 0.13)
    c.gradient_rect(x - w / 2, y - h, x + w / 2, y, wall, darker(wall, 0.1))
    c.rect(x - w / 2, y - h, x + w / 2, y - h * 0.8, "#2d2233", 0.16)
    c.rect(x - w * 0.54, y - h * 0.06, x + w * 0.54, y, darker(CONCRETE, shade))
    door = w * 0.085
    c.rect(x - door, y - h * 0.66, x + door, y - h * 0.06, "#f4cf83" if lit else darker(TEAL_DARK, shade))
    if not lit:
        c.rect(x - 1, y - h * 0.66, x + 1, y - h * 0.06, darker(TEAL, shade))
    for dx in (-0.3, 0.3):
        _window(c, x + dx * w, y - h * 0.62, w * 0.13, h * 0.32, TEAL, shade, lit)
    for dx in (-0.47, -0.155, 0.155, 0.47):
        c.rect(x + dx * w - w * 0.014, y - h * 0.86, x + dx * w + w * 0.014, y - h * 0.04, lighter(wall, 0.3))
    _tiles(c, x - w * 0.58, x + w * 0.58, y - h * 1.62, y - h * 0.82, w * 0.12, 0, roof)
    c.limb([(x - w * 0.465, y - h * 1.62, w * 0.024), (x + w * 0.465, y - h * 1.62, w * 0.024)], darker(roof, 0.22))


def stilt_house(c, x, y, w, shade=0.0, lit=False):
    """Nhà sàn vùng núi: cột gỗ, mái lợp dốc, cầu thang."""
    h = w * 0.5
    wood, dark = darker("#a9794f", shade), darker(WOOD_DARK, shade)
    c.blob([(x - w * 0.4, y + 3), (x + w * 0.9, y - h * 0.06), (x + w * 0.85, y - h * 0.17), (x - w * 0.4, y - h * 0.1)], "#2d2233", 0.16)
    c.rect(x - w * 0.42, y - h * 0.34, x + w * 0.42, y - h * 0.1, "#2d2233", 0.34)
    for dx in (-0.43, -0.22, 0, 0.22, 0.43):
        c.rect(x + dx * w - w * 0.014, y - h * 0.4, x + dx * w + w * 0.014, y, dark)
    c.gradient_rect(x - w * 0.47, y - h * 0.74, x + w * 0.47, y - h * 0.34, wood, darker(wood, 0.16))
    for i in range(2, 16, 3):
        c.rect(x - w * 0.47 + w * 0.94 * i / 16 - 0.6, y - h * 0.74, x - w * 0.47 + w * 0.94 * i / 16 + 0.6, y - h * 0.34, dark, 0.35)
    c.rect(x - w * 0.5, y - h * 0.37, x + w * 0.5, y - h * 0.33, dark)
    for dx in (-0.28, 0.06, 0.3):
        c.rect(x + dx * w - w * 0.05, y - h * 0.66, x + dx * w + w * 0.05, y - h * 0.46, "#f4cf83" if lit else darker(INK, 0.1))
    c.poly([(x - w * 0.3, y), (x - w * 0.26, y), (x - w * 0.14, y - h * 0.34), (x - w * 0.18, y - h * 0.34)], dark)
    _tiles(c, x - w * 0.58, x + w * 0.58, y - h * 1.32, y - h * 0.66, w * 0.2, 0, darker("#96684a", shade))


def hall(c, x, y, w, shade=0.0, wall="#f2dfb0", roof=BRICK, storeys=1, columns=6, pennant=True):
    """Nhà văn hóa hay trụ sở: mặt tiền có cột, băng rôn đỏ, cờ trên nóc; trả về độ cao mép mái."""
    base = w * 0.26
    h = base * storeys
    wall = darker(wall, shade)
    c.blob([(x + w * 0.3, y), (x + w * 0.72, y - h * 0.04), (x + w * 0.7, y - h * 0.22), (x + w * 0.4, y - h * 0.2)], "#2d2233", 0.12)
    c.gradient_rect(x - w / 2, y - h, x + w / 2, y, lighter(wall, 0.12), darker(wall, 0.07))
    for s in range(storeys):
        floor = y - base * s
        c.rect(x - w / 2, floor - base, x + w / 2, floor - base * 0.86, "#2d2233", 0.12)
        for i in range(columns - 1):
            cx = x - w * 0.46 + w * 0.92 * (i + 0.5) / (columns - 1)
            if s == 0 and i == (columns - 1) // 2:
                dw = w * 0.055
                c.rect(cx - dw, floor - base * 0.62, cx + dw, floor, darker(WOOD, shade))
                c.rect(cx - dw * 0.88, floor - base * 0.57, cx - 1, floor - base * 0.05, darker(WOOD, shade + 0.2))
                c.rect(cx + 1, floor - base * 0.57, cx + dw * 0.88, floor - base * 0.05, darker(WOOD, shade + 0.2))
            else:
                _window(c, cx, floor - base * 0.6, w * 0.075, base * 0.36, TEAL, shade)
        if s:
            c.rect(x - w * 0.515, floor - base * 0.03, x + w * 0.515, floor + base * 0.035, darker(lighter(wall, 0.4), 0))
    for i in range(columns):
        cx = x - w * 0.46 + w * 0.92 * i / (columns - 1)
        c.rect(cx - w * 0.011, y - h * 0.97, cx + w * 0.011, y, lighter(wall, 0.45))
        c.rect(cx + w * 0.004, y - h * 0.97, cx + w * 0.011, y, darker(wall, 0.1))
    c.rect(x - w * 0.53, y - base * 0.05, x + w * 0.53, y + base * 0.03, darker(CONCRETE, shade))
    c.rect(x - w * 0.535, y - h - base * 0.06, x + w * 0.535, y - h + base * 0.04, lighter(wall, 0.5))
    if roof:
        _tiles(c, x - w * 0.54, x + w * 0.54, y - h - base * 0.46, y - h - base * 0.05, w * 0.1, 0, darker(roof, shade))
        c.poly([(x - w * 0.13, y - h - base * 0.05), (x, y - h - base * 0.52), (x + w * 0.13, y - h - base * 0.05)], lighter(wall, 0.3))
        star(c, x, y - h - base * 0.19, base * 0.085, darker(FLAG_GOLD, shade))
    else:
        c.rect(x - w * 0.16, y - h - base * 0.26, x + w * 0.16, y - h - base * 0.04, lighter(wall, 0.3))
        star(c, x, y - h - base * 0.15, base * 0.08, darker(FLAG_GOLD, shade))
    banner(c, x - w * 0.36, x + w * 0.36, y - h * 1 + base * 0.07, base * 0.15, shade)
    if pennant:
        top = y - h - base * (0.5 if roof else 0.24)
        flagpole(c, x, top, base * 0.52, base * 0.42, shade)
    return y - h


def gate(c, x, y, w, shade=0.0):
    """Cổng làng: hai trụ vôi, mái ngói cong hai tầng, dải biển đỏ không chữ; lối đi ở giữa để trống."""
    h = w * 0.62
    wall = darker("#efdcb0", shade)
    for s in (-1, 1):
        px = x + s * w * 0.36
        c.blob([(px, y + 2), (px + w * 0.4, y - h * 0.07), (px + w * 0.42, y - h * 0.13), (px, y - h * 0.06)], "#2d2233", 0.15)
        c.gradient_rect(px - w * 0.085, y - h * 0.86, px + w * 0.085, y, lighter(wall, 0.2), darker(wall, 0.14))
        c.rect(px + w * 0.03, y - h * 0.86, px + w * 0.085, y, darker(wall, 0.25), 0.5)
        c.rect(px - w * 0.1, y - h * 0.06, px + w * 0.1, y, darker(wall, 0.2))
        c.rect(px - w * 0.1, y - h * 0.9, px + w * 0.1, y - h * 0.84, darker(wall, 0.1))
        c.rect(px - w * 0.045, y - h * 0.72, px + w * 0.045, y - h * 0.2, darker(BRICK, shade))
        c.rect(px - w * 0.039, y - h * 0.71, px + w * 0.039, y - h * 0.21, lighter(wall, 0.1))
        for k in range(4):
            c.rect(px - w * 0.02, y - h * (0.66 - k * 0.115), px + w * 0.02, y - h * (0.6 - k * 0.115), darker(BRICK, shade), 0.75)
    c.rect(x - w * 0.46, y - h * 1.02, x + w * 0.46, y - h * 0.86, wall)
    banner(c, x - w * 0.26, x + w * 0.26, y - h * 1.005, h * 0.13, shade)
    for half, top, low in ((0.54, 1.2, 1.0), (0.3, 1.42, 1.22)):
        a, b = y - h * top, y - h * low
        tone = darker(BRICK, shade)
        roof = [
            (x - w * half, b - h * 0.06),
            (x - w * half * 0.9, b),
            (x + w * half * 0.9, b),
            (x + w * half, b - h * 0.06),
            (x + w * half * 0.82, b - h * 0.085),
            (x + w * half * 0.66, a),
            (x - w * half * 0.66, a),
            (x - w * half * 0.82, b - h * 0.085),
        ]
        c.gradient(roof, lighter(tone, 0.12), darker(tone, 0.18))
        for k in range(1, 14, 2):
            t = -half * 0.66 + half * 1.32 * k / 14
            c.line([(x + w * t, a + 3), (x + w * t * 1.22, b - 3)], 1.1, darker(tone, 0.3), 0.35)
        c.limb([(x - w * half * 0.66, a, w * 0.018), (x + w * half * 0.66, a, w * 0.018)], darker(tone, 0.25))
        if top < 1.3:
            c.rect(x - w * 0.22, y - h * 1.25, x + w * 0.22, a + 2, darker(wall, 0.06))
    star(c, x, y - h * 1.47, w * 0.03, FLAG_GOLD)


def greenhouse(c, x, y, w, shade=0.0):
    """Nhà màng trồng rau: vòm trong."""
    h = w * 0.42
    arch = [(x - w / 2 + w * t, y - h * 0.42 - h * 0.5 * math.sin(math.pi * t)) for t in (i / 20 for i in range(21))]
    c.poly([(x - w / 2, y)] + arch + [(x + w / 2, y)], darker(WHITE, shade), 0.55)
    c.poly([(x - w * 0.44, y), (x - w * 0.44, y - h * 0.35), (x + w * 0.44, y - h * 0.35), (x + w * 0.44, y)], LEAF_DARK, 0.32)
    for i in range(0, 21, 4):
        c.line([(arch[i][0], y), arch[i]], 2, "#c9d0c6")
    c.line(arch, 3, "#dfe4da")
    c.line([(x - w / 2, y - h * 0.42), (x + w / 2, y - h * 0.42)], 1.6, "#c9d0c6")
    c.rect(x - w * 0.07, y - h * 0.6, x + w * 0.07, y, lighter(TEAL_SOFT, 0.3), 0.8)
