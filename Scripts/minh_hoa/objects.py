"""Nhà cửa và đồ vật. Vật đặt trên đất tại (x, y) là điểm giữa chân, trừ khi nói khác."""

import math

from .palette import (
    BRICK,
    BRICK_DARK,
    BRICK_SOFT,
    CONCRETE,
    CONCRETE_DARK,
    CREAM,
    DUSK,
    DUSK_DARK,
    DUSK_SOFT,
    EARTH_DARK,
    FLAG_GOLD,
    FLAG_RED,
    GOLD,
    GOLD_SOFT,
    INK,
    LEAF,
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
    mix,
)


def star(c, x, y, r, fill):
    """Sao năm cánh, một cánh hướng lên."""
    pts = []
    for i in range(10):
        a, k = math.pi / 5 * i, r if i % 2 == 0 else r * 0.382
        pts.append((x + math.sin(a) * k, y - math.cos(a) * k))
    c.poly(pts, fill)


def flag(c, x, y, w, shade=0.0):
    """Cờ Tổ quốc, góc trên cạnh cán tại (x, y), rộng w (âm: bay sang trái), tỉ lệ 3:2, hơi lượn."""
    h = abs(w) * 2 / 3
    top = [(x + w * t, y + math.sin(t * 5.2) * h * 0.045) for t in (i / 12 for i in range(13))]
    low = [(px, py + h) for px, py in top]
    c.poly(top + low[::-1], darker(FLAG_RED, shade))
    star(c, x + w / 2, y + h / 2 + math.sin(2.6) * h * 0.045, h * 0.3, darker(FLAG_GOLD, shade))


def flagpole(c, x, y, h, w, shade=0.0):
    """Cột cờ."""
    c.limb([(x, y, h * 0.022), (x, y - h, h * 0.014)], darker("#d9d3c5", shade))
    c.circle(x, y - h, h * 0.014, GOLD)
    flag(c, x, y - h * 0.985, w, shade)


def banner(c, x0, x1, y, h, shade=0.0):
    """Băng rôn đỏ viền vàng, không chữ."""
    c.rect(x0, y, x1, y + h, darker(FLAG_RED, shade))
    c.rect(x0 + 3, y + 3, x1 - 3, y + 4.6, darker(FLAG_GOLD, shade), 0.9)
    c.rect(x0 + 3, y + h - 4.6, x1 - 3, y + h - 3, darker(FLAG_GOLD, shade), 0.9)


def lamp_post(c, x, y, h, on=False, face=1, solar=True):
    """Đèn đường, có tấm pin mặt trời."""
    c.limb([(x, y, h * 0.026), (x, y - h, h * 0.017)], "#5f6f78" if on else "#8c989b")
    tip = (x + face * h * 0.17, y - h * 1.035)
    c.limb([(x, y - h, h * 0.014), (x + face * h * 0.08, y - h * 1.03, h * 0.012), (*tip, h * 0.012)], "#5f6f78" if on else "#8c989b")
    if solar:
        c.poly(
            [(x - h * 0.085, y - h * 1.03), (x + h * 0.055, y - h * 1.075), (x + h * 0.085, y - h * 1.03), (x - h * 0.05, y - h * 0.985)],
            DUSK_DARK,
        )
    if on:
        c.poly(
            [
                (tip[0] - h * 0.04, tip[1]),
                (tip[0] + h * 0.04, tip[1]),
                (tip[0] + h * 0.34, y + h * 0.02),
                (tip[0] - h * 0.34, y + h * 0.02),
            ],
            "#ffe6a0",
            0.07,
        )
        c.ellipse(tip[0], y + h * 0.015, h * 0.36, h * 0.06, "#ffe6a0", 0.2)
        c.glow(tip[0], tip[1], h * 0.3, "#ffe9ad", 0.75)
    c.ellipse(tip[0], tip[1] + h * 0.008, h * 0.045, h * 0.016, "#fff3c9" if on else PAPER)


def fishing_boat(c, x, y, w, hull=None, shade=0.0, face=1):
    """Thuyền gỗ đánh cá: y là mặt nước."""
    hull = darker(hull or c.rng.choice((TEAL, DUSK, BRICK_SOFT)), shade)

    def px(k):
        return x + face * w * k

    c.ellipse(x, y + w * 0.03, w * 0.52, w * 0.045, "#1f3f4a", 0.22)
    c.limb([(px(0.1), y - w * 0.12, w * 0.014), (px(0.1), y - w * 0.58, w * 0.01)], darker(WOOD, shade))
    c.line([(px(0.1), y - w * 0.55), (px(0.47), y - w * 0.2)], 0.9, INK, 0.5)
    c.line([(px(0.1), y - w * 0.55), (px(-0.42), y - w * 0.17)], 0.9, INK, 0.5)
    flag(c, px(0.1), y - w * 0.575, face * w * 0.13, shade)
    cabin = [(px(-0.32), y - w * 0.12), (px(-0.32), y - w * 0.31), (px(-0.04), y - w * 0.31), (px(-0.02), y - w * 0.12)]
    c.poly(cabin, darker(CREAM, shade))
    c.poly([(px(-0.35), y - w * 0.3), (px(-0.34), y - w * 0.34), (px(-0.0), y - w * 0.335), (px(0.0), y - w * 0.3)], darker(BRICK, shade))
    for k in (-0.26, -0.13):
        c.poly(
            [(px(k - 0.045), y - w * 0.18), (px(k - 0.045), y - w * 0.26), (px(k + 0.045), y - w * 0.26), (px(k + 0.045), y - w * 0.18)],
            darker(DUSK_DARK, shade),
        )
    body = [
        (px(-0.47), y - w * 0.15),
        (px(-0.2), y - w * 0.125),
        (px(0.2), y - w * 0.135),
        (px(0.55), y - w * 0.235),
        (px(0.4), y - w * 0.02),
        (px(0.34), y + w * 0.025),
        (px(-0.4), y + w * 0.025),
    ]
    c.poly(body, hull)
    c.poly(
        [
            (px(-0.45), y - w * 0.055),
            (px(0.43), y - w * 0.065),
            (px(0.4), y - w * 0.02),
            (px(0.34), y + w * 0.025),
            (px(-0.4), y + w * 0.025),
        ],
        darker(BRICK_DARK, shade),
    )
    c.line(
        [(px(-0.47), y - w * 0.15), (px(-0.2), y - w * 0.125), (px(0.2), y - w * 0.135), (px(0.55), y - w * 0.235)],
        w * 0.02,
        darker(GOLD_SOFT, shade),
    )
    c.circle(px(0.43), y - w * 0.165, w * 0.014, PAPER)


def coracle(c, x, y, w):
    """Thúng chai."""
    c.ellipse(x, y - w * 0.16, w * 0.5, w * 0.12, EARTH_DARK)
    c.blob(
        [
            (x - w * 0.5, y - w * 0.16),
            (x - w * 0.34, y + w * 0.06),
            (x, y + w * 0.12),
            (x + w * 0.34, y + w * 0.06),
            (x + w * 0.5, y - w * 0.16),
            (x, y - w * 0.06),
        ],
        "#b48a58",
    )
    c.line([(x - w * 0.47, y - w * 0.12), (x, y - w * 0.045), (x + w * 0.47, y - w * 0.12)], w * 0.035, "#8d6638")


def rescue_boat(c, x, y, w, face=1):
    """Mạn trước của xuồng cứu hộ (vẽ sau người ngồi)."""

    def px(k):
        return x + face * w * k

    c.ellipse(x, y + w * 0.02, w * 0.54, w * 0.035, WHITE, 0.35)
    c.poly(
        [
            (px(-0.5), y - w * 0.13),
            (px(0.36), y - w * 0.12),
            (px(0.57), y - w * 0.2),
            (px(0.46), y),
            (px(0.38), y + w * 0.02),
            (px(-0.47), y + w * 0.02),
        ],
        "#e2793a",
    )
    c.poly(
        [(px(-0.485), y - w * 0.05), (px(0.5), y - w * 0.07), (px(0.46), y), (px(0.38), y + w * 0.02), (px(-0.47), y + w * 0.02)],
        darker("#e2793a", 0.25),
    )
    c.line([(px(-0.5), y - w * 0.13), (px(0.36), y - w * 0.12), (px(0.57), y - w * 0.2)], w * 0.026, PAPER)
    for k in (-0.3, -0.05, 0.2):
        c.line([(px(k), y - w * 0.1), (px(k + 0.05), y - w * 0.07), (px(k + 0.1), y - w * 0.1)], 1.6, PAPER)


def desk(c, x, y, w, h, front=CREAM, top=WOOD, shade=0.0):
    """Bàn, quầy nhìn chính diện; y là chân bàn."""
    c.rect(x - w / 2, y - h, x + w / 2, y, darker(front, shade))
    c.rect(x - w / 2, y - h, x + w / 2, y - h * 0.78, "#2d2233", 0.12)
    c.rect(x - w * 0.52, y - h * 1.06, x + w * 0.52, y - h * 0.94, darker(top, shade))


def monitor(c, x, y, w, back=False):
    """Màn hình máy tính; y là mặt bàn."""
    h = w * 0.66
    c.rect(x - w * 0.06, y - w * 0.16, x + w * 0.06, y, "#5c6468")
    c.rect(x - w * 0.2, y - w * 0.045, x + w * 0.2, y, "#5c6468")
    c.rect(x - w / 2, y - h - w * 0.12, x + w / 2, y - w * 0.12, "#49545a", radius=3)
    if not back:
        c.rect(x - w * 0.45, y - h - w * 0.07, x + w * 0.45, y - w * 0.17, "#b9d8d6")
        for k, tone in ((0.25, TEAL), (0.45, DUSK_SOFT), (0.62, DUSK_SOFT)):
            c.rect(x - w * 0.38, y - w * 0.12 - h + h * k, x + w * (0.1 if k < 0.3 else 0.36), y - w * 0.12 - h + h * k + w * 0.045, tone)


def chair_back(c, x, y, h, tone=BRICK_DARK):
    """Lưng ghế nhìn từ sau."""
    w = h * 0.58
    c.rect(x - w / 2, y - h, x + w / 2, y - h * 0.42, tone, radius=h * 0.05)
    c.rect(x - w * 0.36, y - h * 0.9, x + w * 0.36, y - h * 0.56, lighter(tone, 0.12), radius=h * 0.04)
    for s in (-1, 1):
        c.rect(x + s * w * 0.42 - 2, y - h * 0.45, x + s * w * 0.42 + 2, y, WOOD_DARK)


def crate(c, x, y, w, produce, wood="#c29a63"):
    """Sọt, thùng nông sản; `produce` là các màu quả."""
    r = c.rng
    c.ellipse(x + w * 0.1, y, w * 0.6, w * 0.08, "#2d2233", 0.18)
    for row in range(2):
        for i in range(4):
            c.circle(
                x - w * 0.36 + w * 0.22 * i + row * w * 0.06, y - w * (0.45 + 0.07 * row) + r.uniform(-1, 1), w * 0.13, r.choice(produce)
            )
    for k in range(3):
        c.rect(x - w / 2, y - w * (0.42 - k * 0.145), x + w / 2, y - w * (0.3 - k * 0.145), darker(wood, 0.05 * k))
    for s in (-1, 1):
        c.rect(x + s * w * 0.45 - w * 0.035, y - w * 0.44, x + s * w * 0.45 + w * 0.035, y, darker(wood, 0.2))


def stall(c, x, y, w, tones=(BRICK, PAPER)):
    """Mái sạp chợ sọc màu và cột; mặt sạp tự vẽ sau."""
    h = w * 0.75
    for s in (-1, 1):
        c.rect(x + s * w * 0.48 - 3, y - h * 0.9, x + s * w * 0.48 + 3, y, WOOD)
    n = 10
    for i in range(n):
        a, b = i / n, (i + 1) / n
        c.poly(
            [
                (x + w * (a - 0.5) * 0.86, y - h * 1.08),
                (x + w * (b - 0.5) * 0.86, y - h * 1.08),
                (x + w * (b - 0.5) * 1.14, y - h * 0.82),
                (x + w * (a - 0.5) * 1.14, y - h * 0.82),
            ],
            tones[i % 2],
        )
        mx = x + w * ((a + b) / 2 - 0.5) * 1.14
        c.circle(mx, y - h * 0.82, w * 1.14 / n / 2, tones[i % 2])
    c.poly(
        [(x - w * 0.57, y - h * 0.82), (x + w * 0.57, y - h * 0.82), (x + w * 0.57, y - h * 0.79), (x - w * 0.57, y - h * 0.79)],
        "#2d2233",
        0.15,
    )


def bin_cart(c, x, y, h, tone=LEAF_DARK):
    """Thùng rác đẩy."""
    c.ellipse(x + h * 0.15, y, h * 0.5, h * 0.06, "#2d2233", 0.18)
    c.poly([(x - h * 0.36, y - h * 0.86), (x + h * 0.36, y - h * 0.86), (x + h * 0.28, y - h * 0.08), (x - h * 0.28, y - h * 0.08)], tone)
    c.poly(
        [(x + h * 0.1, y - h * 0.86), (x + h * 0.36, y - h * 0.86), (x + h * 0.28, y - h * 0.08), (x + h * 0.1, y - h * 0.08)],
        darker(tone, 0.2),
        0.6,
    )
    c.rect(x - h * 0.41, y - h * 0.97, x + h * 0.41, y - h * 0.84, darker(tone, 0.18), radius=3)
    for s in (-1, 1):
        c.circle(x + s * h * 0.22, y - h * 0.06, h * 0.075, INK)


def wheelbarrow(c, x, y, h, face=1, load=CONCRETE_DARK):
    """Xe rùa chở vữa."""

    def px(k):
        return x + face * h * k

    c.ellipse(x, y, h * 0.6, h * 0.06, "#2d2233", 0.18)
    c.blob([(px(-0.25), y - h * 0.5), (px(0), y - h * 0.63), (px(0.35), y - h * 0.52), (px(0.1), y - h * 0.46)], load)
    c.poly([(px(-0.32), y - h * 0.5), (px(0.46), y - h * 0.52), (px(0.28), y - h * 0.22), (px(-0.18), y - h * 0.22)], TEAL)
    c.limb([(px(-0.75), y - h * 0.46, h * 0.05), (px(0.38), y - h * 0.18, h * 0.05)], WOOD_DARK)
    c.limb([(px(-0.2), y - h * 0.25, h * 0.05), (px(-0.24), y, h * 0.05)], WOOD_DARK)
    c.circle(px(0.42), y - h * 0.16, h * 0.16, INK)
    c.circle(px(0.42), y - h * 0.16, h * 0.07, CONCRETE)


def mixer(c, x, y, h):
    """Máy trộn bê tông."""
    c.ellipse(x + h * 0.2, y, h * 0.6, h * 0.06, "#2d2233", 0.2)
    for s in (-1, 1):
        c.limb([(x + s * h * 0.3, y, h * 0.05), (x + s * h * 0.12, y - h * 0.5, h * 0.05)], DUSK_DARK)
    c.circle(x - h * 0.3, y - h * 0.1, h * 0.11, INK)
    c.blob(
        [
            (x - h * 0.38, y - h * 0.62),
            (x - h * 0.2, y - h * 0.86),
            (x + h * 0.12, y - h * 0.92),
            (x + h * 0.36, y - h * 1.04),
            (x + h * 0.5, y - h * 0.82),
            (x + h * 0.3, y - h * 0.56),
            (x, y - h * 0.42),
            (x - h * 0.28, y - h * 0.44),
        ],
        GOLD,
    )
    c.ellipse(x + h * 0.43, y - h * 0.93, h * 0.1, h * 0.14, darker(GOLD, 0.5))
    c.line([(x - h * 0.18, y - h * 0.84), (x - h * 0.08, y - h * 0.44)], h * 0.035, darker(GOLD, 0.25))
    c.line([(x + h * 0.14, y - h * 0.91), (x + h * 0.22, y - h * 0.53)], h * 0.035, darker(GOLD, 0.25))


def bookshelf(c, x0, y0, x1, y1, rows=4):
    """Giá sách đầy gáy sách nhiều màu."""
    r = c.rng
    c.rect(x0, y0, x1, y1, WOOD_DARK)
    step = (y1 - y0 - 8) / rows
    for k in range(rows):
        top, low = y0 + 8 + step * k, y0 + step * (k + 1)
        c.rect(x0 + 8, top, x1 - 8, low, darker(WOOD, 0.35))
        x = x0 + 11
        while x < x1 - 20:
            w, h = r.uniform(13, 24), (low - top) * r.uniform(0.66, 0.92)
            if r.random() < 0.9:
                tone = r.choice((BRICK, TEAL, GOLD, DUSK, LEAF, CREAM, BRICK_SOFT, DUSK_DARK, TEAL_SOFT))
                c.rect(x, low - h, x + w, low, tone)
            x += w + 1.2


def house_frame_sign(c, x, y, w):
    """Tấm biển tượng trưng trao nhà: nền đỏ, viền vàng, hình ngôi nhà, không chữ."""
    h = w * 0.56
    c.rect(x - w / 2, y - h, x + w / 2, y, FLAG_RED)
    c.rect(x - w * 0.46, y - h * 0.92, x + w * 0.46, y - h * 0.08, PAPER)
    c.poly([(x - w * 0.17, y - h * 0.5), (x, y - h * 0.8), (x + w * 0.17, y - h * 0.5)], BRICK)
    c.rect(x - w * 0.12, y - h * 0.5, x + w * 0.12, y - h * 0.2, GOLD_SOFT)
    c.rect(x - w * 0.03, y - h * 0.4, x + w * 0.03, y - h * 0.2, TEAL_DARK)


def room(c, wall, floor, floor_y, windows=()):
    """Phòng: tường, chân tường, sàn; `windows` là các (x, y, rộng, cao) nhìn ra trời."""
    c.gradient_rect(0, 0, c.w, floor_y, lighter(wall, 0.3), wall)
    for x, y, w, h in windows:
        c.rect(x - 9, y - 9, x + w + 9, y + h + 11, lighter(WOOD, 0.2))
        c.gradient_rect(x, y, x + w, y + h, "#bcd9dd", "#f6e9cb")
        c.gradient(
            [
                (x, y + h * 0.72),
                (x + w * 0.35, y + h * 0.56),
                (x + w * 0.7, y + h * 0.7),
                (x + w, y + h * 0.62),
                (x + w, y + h),
                (x, y + h),
            ],
            mix(TEAL_SOFT, CREAM, 0.3),
            LEAF,
        )
        c.rect(x + w / 2 - 3, y, x + w / 2 + 3, y + h, lighter(WOOD, 0.2))
        c.rect(x, y + h * 0.42, x + w, y + h * 0.42 + 5, lighter(WOOD, 0.2))
    c.gradient_rect(0, floor_y, c.w, c.h, floor, darker(floor, 0.14))
    c.rect(0, floor_y - 9, c.w, floor_y, darker(wall, 0.2))
    for x, _, w, _ in windows:
        c.poly([(x + 10, floor_y + 4), (x + w + 10, floor_y + 4), (x + w + 190, c.h), (x + 110, c.h)], "#fff2cc", 0.2)
    for k in range(1, 5):
        y = floor_y + (c.h - floor_y) * (k / 5) ** 1.5
        c.line([(0, y), (c.w, y)], 1.2, darker(floor, 0.2), 0.25)
