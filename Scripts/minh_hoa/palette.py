"""Bảng màu chung: ít màu, ấm và dịu, để mọi tranh đặt cạnh nhau trên trang chủ vẫn là một bộ."""

PAPER, CREAM, SAND = "#fbf3e2", "#f5e8cd", "#e6cfa3"
BRICK, BRICK_DARK, BRICK_SOFT = "#b2452f", "#8a3324", "#cf7a5c"
GOLD, GOLD_SOFT, GOLD_DARK = "#dca545", "#efcf86", "#b5802f"
TEAL, TEAL_DARK, TEAL_SOFT = "#3b827d", "#285f5f", "#8dbab0"
LEAF, LEAF_DARK, LEAF_SOFT, LEAF_DEEP = "#7aa050", "#55803f", "#b2c678", "#3c6237"
DUSK, DUSK_DARK, DUSK_SOFT = "#7391ad", "#435d7b", "#b4c8d4"
EARTH, EARTH_DARK, EARTH_SOFT = "#b98a5e", "#8b6242", "#d9b88b"
CONCRETE, CONCRETE_DARK = "#d3c9b8", "#aca08e"
INK, WOOD, WOOD_DARK = "#3a2f2c", "#8d5f3c", "#66432c"
WHITE, FLAG_RED, FLAG_GOLD = "#fdf9ef", "#c8281e", "#f6d13b"
SKINS = ("#e3b48c", "#d9a67c", "#cf9a70", "#e9be99")
HAIRS = ("#2b2422", "#332a26", "#241f20")
GREY_HAIR = "#a39c95"
MILITIA = "#5f7443"


def rgb(color):
    """Đổi "#rrggbb" (hoặc bộ ba số) thành bộ ba số 0–255."""
    if isinstance(color, str):
        return tuple(int(color[i : i + 2], 16) for i in (1, 3, 5))
    return tuple(color[:3])


def mix(a, b, t):
    """Pha màu `a` với màu `b`; t = 0 là a, t = 1 là b."""
    return tuple(round(p + (q - p) * t) for p, q in zip(rgb(a), rgb(b)))


def darker(color, t=0.2):
    """Làm đậm về phía mực nâu, không về phía đen, để bóng vẫn ấm."""
    return mix(color, "#2d2233", t)


def lighter(color, t=0.25):
    """Làm nhạt về phía màu giấy kem."""
    return mix(color, "#fff6df", t)
