"""Trời, đồi núi, biển, ruộng, đường: phần nền của mọi cảnh ngoài trời, theo vùng và theo giờ trong ngày."""

import math
from dataclasses import dataclass

from .palette import CREAM, DUSK, DUSK_SOFT, GOLD_SOFT, LEAF, LEAF_DARK, LEAF_DEEP, LEAF_SOFT, TEAL, TEAL_SOFT, darker, lighter, mix, rgb
from .plants import acacia, areca, bamboo, bush, coconut, lychee, tree


@dataclass(frozen=True)
class Mood:
    """Ánh sáng của một buổi: trời trên, trời dưới, sương, mặt trời (None: không thấy), độ tối phủ lên mặt đất."""

    top: str
    low: str
    haze: str
    sun: str | None
    shade: float = 0.0


MOODS = {
    "morning": Mood("#a9c9d2", "#fbe9c8", "#f6e6c8", "#fff3cf"),
    "noon": Mood("#8fbcc9", "#f3ecd2", "#e9ead6", None),
    "gold": Mood("#b9c4bf", "#fbd9a0", "#f8dcab", "#fff0c0"),
    "rain": Mood("#6f8292", "#b3bdbd", "#a6b2b4", None, 0.22),
    "night": Mood("#16233f", "#4f5f83", "#3d4f74", None, 0.55),
}


def sky(c, mood, horizon):
    """Bầu trời chuyển màu, mặt trời và vài dải mây."""
    c.gradient_rect(0, 0, c.w, horizon + 40, mood.top, mood.low)
    r = c.rng
    if mood.sun:
        x, y = c.w * r.uniform(0.16, 0.84), horizon * r.uniform(0.34, 0.62)
        c.glow(x, y, c.h * 0.36, mood.sun, 0.75)
        c.circle(x, y, c.h * 0.052, mood.sun)
    if mood is MOODS["night"]:
        for _ in range(46):
            c.circle(r.uniform(0, c.w), r.uniform(0, horizon * 0.75), r.uniform(0.7, 1.7), "#f4ecd0", r.uniform(0.4, 0.95))
        x = c.w * r.uniform(0.12, 0.3)
        c.glow(x, horizon * 0.3, 110, "#e8e2c4", 0.35)
        c.circle(x, horizon * 0.3, 27, "#f6ecc9")
        c.circle(x + 11, horizon * 0.3 - 6, 23, mix(mood.top, mood.low, 0.2))
        return
    tone = mix(mood.low, "#ffffff", 0.45 if mood.shade == 0 else 0.06)
    for _ in range(4):
        cloud(c, r.uniform(0.02, 0.98) * c.w, r.uniform(0.12, 0.66) * horizon, r.uniform(90, 190), tone, 0.7)


def cloud(c, x, y, width, color, alpha):
    """Mây dẹt, đáy phẳng, ghép từ các bướu tròn thành một hình duy nhất để không lộ chỗ chồng."""
    r = c.rng
    points, n = [], 5
    for i in range(n + 1):
        t = i / n
        hump = math.sin(math.pi * t) * width * 0.17 * r.uniform(0.65, 1.15)
        points.append((x - width / 2 + width * t, y - hump - 2))
    c.blob(points + [(x + width * 0.42, y + 5), (x - width * 0.42, y + 5)], color, alpha)


def ridge(c, base, height, roughness=1.0, peaks=3.0):
    """Đường sống núi từ trái sang phải: tổng vài hình sin lệch pha."""
    r = c.rng
    waves = [
        (height * a, peaks * f * math.tau / c.w, r.uniform(0, math.tau))
        for a, f in ((0.5, 0.5), (0.3, 1.0), (0.13 * roughness, 2.1), (0.045 * roughness, 4.6))
    ]
    step = 8
    return [(x, base - height * 0.5 - sum(a * math.sin(k * x + p) for a, k, p in waves)) for x in range(-step, c.w + 2 * step, step)]


def layer(c, line, top, bottom, floor):
    """Một lớp đồi: tô từ sống núi xuống `floor`, nhạt dần về chân như sương."""
    c.gradient(line + [(c.w + 20, floor), (-20, floor)], top, bottom)


def backdrop(c, region, mood, horizon):
    """Nền xa của vùng: đồi thấp (Lục Ngạn), núi lớp lớp (Yên Bái, Mẫu Sơn), biển và đảo (Vạn Ninh)."""
    sky(c, mood, horizon)
    {"vn": _sea_coast, "yb": _mountains}.get(region, _low_hills)(c, mood, horizon)


def _tint(mood, color, distance):
    """Màu của vật ở xa: ngả dần về màu sương; trời tối thì tối theo."""
    return mix(darker(color, mood.shade), mood.haze, distance)


def _low_hills(c, mood, horizon):
    for i, (height, distance) in enumerate(((120, 0.72), (88, 0.5), (58, 0.26))):
        base = horizon + 8
        layer(
            c,
            ridge(c, base, height, 0.7, 2.2 + i * 0.7),
            _tint(mood, (DUSK, TEAL, LEAF_DARK)[i], distance),
            _tint(mood, (DUSK_SOFT, TEAL_SOFT, LEAF)[i], min(0.9, distance + 0.2)),
            horizon + 60,
        )
    for _ in range(14):
        x = c.rng.uniform(0, c.w)
        c.ellipse(x, horizon + 8 - c.rng.uniform(0, 26), c.rng.uniform(9, 17), c.rng.uniform(7, 11), _tint(mood, LEAF_DARK, 0.22))


def _mountains(c, mood, horizon):
    for i, (height, distance) in enumerate(((205, 0.74), (165, 0.54), (120, 0.34))):
        layer(
            c,
            ridge(c, horizon - 26 + 22 * i, height, 0.9, 1.7 + i * 0.5),
            mix(_tint(mood, ("#7fa3bd", "#5f8aa6", TEAL)[i], distance), mood.top, 0.28),
            _tint(mood, (DUSK_SOFT, DUSK_SOFT, TEAL_SOFT)[i], min(0.9, distance + 0.2)),
            horizon + 60,
        )
    terraces(c, ridge(c, horizon + 6, 118, 0.4, 1.3), horizon + 66, mood, 0.2, 6)


def terraces(c, line, floor, mood, distance, bands=7):
    """Ruộng bậc thang: các dải lượn theo sườn, xen lúa non, lúa chín và bờ đất."""
    tones = (LEAF_SOFT, LEAF, GOLD_SOFT, LEAF_SOFT, "#c9cf85", LEAF)
    phase = c.rng.uniform(0, 6)
    for k in range(bands):
        share = (k / bands) ** 1.15
        band = [(x, y + (floor - y) * share + (math.sin(x / 47 + k * 1.9 + phase) * 3.4 if k else 0)) for x, y in line]
        tone = _tint(mood, tones[k % len(tones)], distance)
        c.poly(band + [(c.w + 20, floor), (-20, floor)], darker(tone, 0.2))
        lower = [(x, y + 2.4) for x, y in band]
        c.gradient(lower + [(c.w + 20, floor), (-20, floor)], lighter(tone, 0.16), tone)


def _sea_coast(c, mood, horizon):
    r = c.rng
    side = r.choice((-1, 1))
    for i, (height, distance) in enumerate(((150, 0.7), (95, 0.46))):
        line = [
            (x, horizon - max(0, (horizon - y) * min(1, max(0, 1.25 - (x if side < 0 else c.w - x) / (c.w * (0.62 - 0.16 * i))))))
            for x, y in ridge(c, horizon, height, 1.1, 2.6)
        ]
        layer(c, line, _tint(mood, (DUSK, TEAL)[i], distance), _tint(mood, (DUSK_SOFT, TEAL_SOFT)[i], distance + 0.2), horizon + 4)
    x = c.w * (0.72 if side < 0 else 0.26)
    c.blob(
        [(x - 80, horizon + 1), (x - 46, horizon - 20), (x - 8, horizon - 31), (x + 40, horizon - 15), (x + 84, horizon + 1)],
        _tint(mood, DUSK, 0.5),
    )
    sea(c, mood, horizon, horizon + 74)


def sea(c, mood, y0, y1):
    """Mặt biển chuyển màu, vệt sáng ngang thưa dần về gần."""
    top, low = ("#8ec0c0", "#4f9697") if not mood.shade else ("#7f9096", "#586c74")
    if mood is MOODS["night"]:
        top, low = "#43557a", "#22365a"
    c.gradient_rect(0, y0, c.w, y1, mix(top, mood.haze, 0.35), low)
    r = c.rng
    for _ in range(int((y1 - y0) / 5)):
        t = r.random() ** 1.3
        y, half = y0 + 3 + (y1 - y0 - 4) * t, 14 + 44 * t
        x = r.uniform(0, c.w)
        c.ellipse(x, y, half, 0.8 + 1.4 * t, lighter(top, 0.45), 0.5)


def ground(c, y, top=LEAF_SOFT, bottom=LEAF, mood=None, fields=True):
    """Mặt đất cảnh gần, mép trên hơi lượn; `fields` vẽ mấy thửa ruộng nối nhau cho khỏi trống."""
    edge = [(x, y + 5 * math.sin(x / 170 + c.rng.uniform(0, 0.2))) for x in range(-20, c.w + 41, 20)]
    c.gradient(edge + [(c.w + 20, c.h), (-20, c.h)], lit(top, mood), lit(bottom, mood))
    if not fields:
        return
    r, tones = c.rng, (LEAF_SOFT, GOLD_SOFT, LEAF, "#c4cd84", "#93b466", LEAF_SOFT, LEAF)
    depths = [y + (c.h - y) * t for t in (0.03, 0.1, 0.19, 0.31, 0.47, 0.68, 1.05)]
    for i, (y0, y1) in enumerate(zip(depths, depths[1:])):
        tilt, phase = r.uniform(-0.012, 0.012), r.uniform(0, 6)
        upper = [(x, y0 + (x - c.w / 2) * tilt + (y1 - y0) * 0.1 * math.sin(x / 190 + phase)) for x in range(-20, c.w + 41, 20)]
        tone = mix(tones[(i + r.randrange(3)) % len(tones)], LEAF_SOFT, 0.35)
        c.poly([(x, v - 1.2 - i * 0.5) for x, v in upper] + [(c.w + 20, y1 + 60), (-20, y1 + 60)], lit(darker(tone, 0.2), mood))
        c.gradient(upper + [(c.w + 20, c.h), (-20, c.h)], lit(lighter(tone, 0.12), mood), lit(mix(tone, bottom, 0.4), mood), y0, y1 + 40)


def lit(color, mood):
    """Màu mặt đất dưới ánh sáng của buổi: đêm ngả xanh thẫm, mưa ngả xám."""
    if mood is MOODS["night"]:
        return mix(color, "#1c2b4b", 0.68)
    return darker(color, mood.shade) if mood else rgb(color)


def foreground(c, region, mood=None):
    """Lá và cỏ ở hai góc dưới, đóng khung cảnh và tạo chiều sâu."""
    r = c.rng
    for side in (-1, 1):
        x0 = c.w / 2 + side * (c.w / 2 + 8)
        for i in range(13):
            x, tall = x0 - side * i * 13 * r.uniform(0.7, 1.2), (95 - i * 5.5) * r.uniform(0.65, 1.1)
            lean = -side * r.uniform(0.05, 0.55)
            tone = lit(r.choice((LEAF_DARK, LEAF_DEEP, "#4b7a4a")), mood)
            c.poly(
                [
                    (x - 6, c.h + 4),
                    (x + 6, c.h + 4),
                    (x + lean * tall * 0.55 + 3, c.h - tall * 0.6),
                    (x + lean * tall, c.h - tall),
                    (x + lean * tall * 0.45 - 3, c.h - tall * 0.55),
                ],
                tone,
            )


def road(c, y0, x0, half0, x1, half1, color, edge, bend=60, y1=None):
    """Con đường chạy xa dần, lượn nhẹ; trả về hàm (t) → (x, y, nửa bề rộng), t = 0 ở xa, 1 ở gần."""
    y1 = c.h + 10 if y1 is None else y1

    def at(t):
        near = t**1.7
        return (x0 + (x1 - x0) * near + bend * math.sin(math.pi * t) * (1 - 0.5 * t), y0 + (y1 - y0) * near, half0 + (half1 - half0) * near)

    steps = [at(i / 40) for i in range(41)]
    for grow, tone in ((1.13, edge), (1.0, None)):
        outline = [(x - w * grow, y) for x, y, w in steps] + [(x + w * grow, y) for x, y, w in reversed(steps)]
        if tone is not None:
            c.poly(outline, tone)
        else:
            c.gradient(outline, lighter(color, 0.3), color)
    return at


def field_rows(c, y0, y1, vanish_x, tones, count=15, spread=2.3):
    """Luống cây chạy về một điểm tụ, xen kẽ các màu `tones`."""
    width = c.w * spread / count
    start = c.w / 2 - width * count / 2 + (vanish_x - c.w / 2) * -0.3
    for i in range(count):
        near, far = start + i * width, vanish_x + (i - count / 2) * width * 0.16
        tone = tones[i % len(tones)]
        c.gradient([(far, y0), (far + width * 0.16, y0), (near + width, y1), (near, y1)], mix(tone, CREAM, 0.3), tone)


def tree_line(c, y, region, scale=1.0, count=9, mood=None, gap=None):
    """Hàng cây làng ở lưng chừng cảnh, loài theo vùng; `gap` (trái, phải) để trống cho đường hoặc nhà."""
    r = c.rng
    shade = mood.shade if mood else 0
    kinds = {"vn": (coconut, coconut, tree, bush), "yb": (acacia, tree, bamboo, bush)}.get(region, (lychee, tree, areca, bamboo, lychee))
    for i in range(count):
        x = c.w * (i + r.uniform(0.1, 0.9)) / count
        if gap and gap[0] < x < gap[1]:
            continue
        r.choice(kinds)(c, x, y + r.uniform(-4, 8), r.uniform(70, 120) * scale, shade)


def grass(c, y0, y1, count=60, tone=LEAF_DARK):
    """Vài túm cỏ rải rác để mặt đất khỏi trơ."""
    r = c.rng
    for _ in range(count):
        t = r.random()
        x, y, s = r.uniform(0, c.w), y0 + (y1 - y0) * t, 4 + 7 * t
        for lean in (-0.5, 0, 0.5):
            c.poly([(x - 1.2, y), (x + 1.2, y), (x + lean * s, y - s)], tone, 0.55)
