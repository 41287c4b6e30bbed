"""Cảnh làng xóm: đường, cổng, nhà, đèn, đội tự quản, vệ sinh môi trường."""

from dataclasses import replace

from .buildings import gate, hall, house, stilt_house
from .landscape import MOODS, backdrop, grass, ground, road, sea, tree_line
from .objects import banner, bin_cart, fishing_boat, flag, house_frame_sign, lamp_post, mixer, wheelbarrow
from .palette import BRICK, BRICK_SOFT, CONCRETE, CREAM, EARTH, EARTH_SOFT, GOLD, LEAF, LEAF_DARK, PAPER, WHITE, darker, lighter
from .people import look, person
from .plants import areca, banana, coconut, flowers, lychee, tree
from .tools import bicycle


def local_house(c, region, x, y, w, mood, lit=False):
    """Nhà theo vùng: nhà sàn ở núi, nhà ngói ở đồng và ven biển."""
    if region == "yb" and c.rng.random() < 0.6:
        stilt_house(c, x, y, w, mood.shade, lit)
    else:
        house(c, x, y, w, mood.shade, lit=lit, roof=c.rng.choice((BRICK, "#a8503a", BRICK_SOFT)))


def yard_tree(c, region, x, y, h, mood):
    """Cây vườn nhà theo vùng."""
    kind = {"vn": (coconut, banana, coconut), "yb": (banana, tree, tree)}.get(region, (areca, lychee, banana))
    c.rng.choice(kind)(c, x, y, h, mood.shade)


def village(c, region, mood, horizon, gap):
    """Nền xóm làng: hàng cây và mấy nếp nhà, chừa khoảng `gap` cho đường."""
    r = c.rng
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 26, region, 1.0, 12, mood, (gap[0] + 40, gap[1] - 40))
    for x, y, w in (
        (r.uniform(120, 190), horizon + 62, 220),
        (r.uniform(980, 1070), horizon + 70, 240),
        (r.uniform(700, 760), horizon + 40, 150),
    ):
        if gap[0] < x < gap[1]:
            continue
        local_house(c, region, x, y, w, mood, lit=mood is MOODS["night"])
        yard_tree(c, region, x - w * 0.72, y + 6, 120, mood)
        yard_tree(c, region, x + w * 0.7, y + 10, 105, mood)


def concreting(c, region, mood):
    """Người dân đổ bê tông đường thôn."""
    r, horizon = c.rng, 335
    backdrop(c, region, mood, horizon)
    village(c, region, mood, horizon, (420, 760))
    grass(c, horizon + 70, 790, 23)
    at = road(c, horizon + 34, 610, 20, 560, 430, EARTH_SOFT, darker(LEAF_DARK, 0.1), bend=50)
    wet = [at(i / 20) for i in range(3, 14)]
    c.gradient([(x - w * 0.97, y) for x, y, w in wet] + [(x + w * 0.97, y) for x, y, w in reversed(wet)], lighter(CONCRETE, 0.3), CONCRETE)
    for s in (-1, 1):
        c.line([(x + s * w, y - 3) for x, y, w in wet], 7, "#b98f5c")
    front = wet[-1]
    c.blob(
        [
            (front[0] - front[2] * 0.97, front[1] - 12),
            (front[0] - front[2] * 0.5, front[1] + 16),
            (front[0], front[1] + 4),
            (front[0] + front[2] * 0.55, front[1] + 20),
            (front[0] + front[2] * 0.97, front[1] - 10),
            (front[0], front[1] - 30),
        ],
        darker(CONCRETE, 0.1),
    )
    team = [
        (0.42, -0.35, "rake", "rake", 1),
        (0.47, 0.55, "shovel", "shovel", -1),
        (0.62, -0.62, "shovel", "shovel", 1),
        (0.7, 0.2, "rake", "rake", -1),
    ]
    for t, across, pose, tool, face in team:
        x, y, w = at(t)
        person(c, x + across * w, y, 92 + 155 * t**1.4, look(r, "villager"), pose, face, tool)
    mixer(c, 1010, 610, 170)
    wheelbarrow(c, 815, 700, 120, -1)
    person(c, 905, 712, 250, look(r, "villager"), "walk", -1)
    person(c, 170, 715, 262, look(r, "youth"), "shovel", 1, "shovel")
    c.blob([(210, 735), (250, 700), (300, 682), (352, 705), (390, 738), (300, 746)], EARTH)
    c.blob([(236, 728), (262, 704), (300, 690), (318, 708), (290, 730)], lighter(EARTH, 0.2))
    person(c, 1095, 690, 246, look(r, "villager"), "shovel", -1, "shovel")


def flag_road(c, region, mood):
    """Tuyến đường cờ, đường hoa; nếu nhắc biển thì chạy ven biển."""
    r, horizon = c.rng, 345
    backdrop(c, region, mood, horizon)
    if "bien" in c.words:
        sea(c, mood, horizon, 520)
        fishing_boat(c, 250, 415, 170)
        fishing_boat(c, 985, 405, 140, face=-1)
        c.gradient([(-20, 470), (480, 375), (800, 375), (1220, 462), (1220, 820), (-20, 820)], "#e2c894", LEAF)
        for x, y, h in ((95, 560, 250), (1120, 550, 240), (285, 470, 150), (930, 465, 150)):
            coconut(c, x, y, h)
    else:
        village(c, region, mood, horizon, (450, 790))
    grass(c, horizon + 60, 790, 20)
    at = road(c, horizon + 30, 640, 12, 590, 330, CONCRETE, lighter(CONCRETE, 0.35), bend=46)
    for i in range(26):
        t = 0.1 + 0.9 * (i / 25) ** 0.85
        x, y, w = at(t)
        size = 8 + 74 * t**1.6
        for s in (-1, 1):
            flowers(c, x + s * (w * 1.13 + size * 0.55), y + 3, size, (GOLD, BRICK_SOFT, "#e7a3a8", WHITE))
        if i % 5 == 4 and t < 0.95:
            pole = 34 + 205 * t**1.6
            for s in (-1, 1):
                px = x + s * (w * 1.2 + size * 1.1)
                c.limb([(px, y, pole * 0.022), (px, y - pole * 1.35, pole * 0.014)], PAPER)
                flag(c, px, y - pole * 1.34, pole * 0.46)
    for t, across, pose, face in ((0.44, 0.1, "walk", -1), (0.55, -0.38, "walk", 1)):
        x, y, w = at(t)
        person(c, x + across * w, y, 70 + 170 * t**1.5, look(r, "villager"), pose, face)
    x, y, w = at(0.76)
    rider(c, x + 0.15 * w, y, 215, look(r, "villager"), -1)
    person(c, 268, 742, 236, look(r, "villager"), "crouch", -1, None)


def rider(c, x, y, h, who, face):
    """Người đi xe đạp."""
    c.ellipse(x + h * 0.2, y, h * 0.5, h * 0.025, "#2d2233", 0.2)
    bicycle(c, x, y, h, face)
    person(c, x - face * h * 0.06, y - h * 0.02, h, who, "cycle", face, shadow=False)


def lamps(c, region, mood):
    """Đèn chiếu sáng đường quê ban đêm."""
    mood = MOODS["night"]
    r, horizon = c.rng, 350
    backdrop(c, region, mood, horizon)
    village(c, region, mood, horizon, (430, 770))
    at = road(c, horizon + 30, 620, 12, 600, 350, "#8f8da0", "#4a5266", bend=60)
    for i, t in enumerate((0.2, 0.36, 0.52, 0.7, 0.9)):
        x, y, w = at(t)
        lamp_post(c, x - w * 1.22, y, 60 + 400 * t**1.75, True, 1)
        if i < 4:
            x, y, w = at(t + 0.07)
            lamp_post(c, x + w * 1.22, y, 60 + 400 * (t + 0.07) ** 1.75, True, -1)
    for t, across, face in ((0.5, 0.1, -1), (0.545, -0.22, -1)):
        x, y, w = at(t)
        person(c, x + across * w, y, 70 + 150 * t**1.5, replace(look(r, "villager"), hat=None), "walk", face)
    x, y, w = at(0.74)
    rider(c, x + 0.3 * w, y, 205, look(r, "office"), -1)
    person(c, 360, 735, 240, look(r, "elder"), "walk", 1)


def village_gate(c, region, mood):
    """Cổng làng văn hóa."""
    r, horizon = c.rng, 360
    backdrop(c, region, mood, horizon)
    village(c, region, mood, horizon, (330, 860))
    grass(c, horizon + 60, 790, 20)
    road(c, horizon + 26, 600, 26, 590, 380, CONCRETE, lighter(CONCRETE, 0.35), bend=0)
    for s in (-1, 1):
        yard_tree(c, region, 600 + s * 420, 560, 230, mood)
    gate(c, 600, 590, 590)
    for s in (-1, 1):
        for k in range(4):
            flowers(c, 600 + s * (330 + k * 62), 606 + k * 26, 52)
        c.limb([(600 + s * 345, 590, 6), (600 + s * 345, 350, 4)], PAPER)
        flag(c, 600 + s * 345, 352, s * 74)
    person(c, 540, 575, 128, look(r, "pupil"), "walk", -1, "bag")
    person(c, 590, 580, 120, look(r, "pupil"), "walk", -1)
    person(c, 470, 715, 236, look(r, "elder"), "walk", 1)
    person(c, 392, 722, 240, look(r, "villager"), "walk", 1)
    rider(c, 740, 735, 235, look(r, "villager"), -1)


def handing_house(c, region, mood):
    """Trao tặng nhà đại đoàn kết."""
    r, horizon = c.rng, 350
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 40, region, 1.25, 10, mood)
    yard_tree(c, region, 170, 520, 250, mood)
    yard_tree(c, region, 1065, 530, 260, mood)
    house(c, 615, 560, 620, mood.shade, wall=CREAM)
    banner(c, 440, 790, 352, 36)
    c.gradient([(-20, 575), (1220, 575), (1220, 820), (-20, 820)], lighter(EARTH_SOFT, 0.4), EARTH_SOFT)
    for x in (90, 150, 1080, 1140):
        flowers(c, x, 600, 60)
    for x, kind, pose in ((250, "villager", "stand"), (330, "elder", "clasp"), (955, "villager", "clasp"), (1040, "youth", "stand")):
        person(c, x, 668, 232, look(r, kind), pose, 1 if x < 600 else -1)
    person(c, 468, 722, 268, look(r, "office"), "give", 1)
    person(c, 742, 722, 262, look(r, "elder"), "give", -1)
    house_frame_sign(c, 606, 600, 168)
    person(c, 842, 728, 250, look(r, "villager"), "clasp", -1)
    person(c, 372, 730, 262, look(r, "office"), "clasp", 1)


def patrol(c, region, mood):
    """Tổ tự quản, dân quân tuần tra an ninh."""
    r, horizon = c.rng, 345
    if r.random() < 0.5:
        mood = MOODS["gold"]
    backdrop(c, region, mood, horizon)
    village(c, region, mood, horizon, (420, 780))
    grass(c, horizon + 60, 790, 20)
    at = road(c, horizon + 30, 620, 14, 600, 400, CONCRETE, lighter(CONCRETE, 0.35), bend=40)
    for t in (0.25, 0.42, 0.62):
        x, y, w = at(t)
        lamp_post(c, x - w * 1.25, y, 60 + 330 * t**1.6)
    x, y, w = at(0.42)
    person(c, x + w * 0.5, y, 118, look(r, "villager"), "walk", -1)
    for dx, y, h, kind in ((-150, 690, 262, "militia"), (-40, 716, 268, "militia"), (78, 690, 258, "youth")):
        person(c, 600 + dx, y, h, look(r, kind), "walk", 1, "torch" if kind == "militia" else None)
    x = 860
    c.ellipse(x + 40, 722, 110, 7, "#2d2233", 0.2)
    bicycle(c, x, 722, 250, 1)
    person(c, x - 66, 722, 256, look(r, "villager"), "hold", 1)
    person(c, 282, 712, 250, look(r, "elder"), "point", 1)


def waste(c, region, mood):
    """Ra quân vệ sinh môi trường, thu gom rác; có công nhân thì mặc áo đồng phục cam."""
    r, horizon = c.rng, 345
    workers = "cong nhan" in c.alt

    def crew(kind):
        return replace(look(r, "worker"), top="#dc7a3a", hat="cap") if workers and r.random() < 0.7 else look(r, kind)

    backdrop(c, region, mood, horizon)
    village(c, region, mood, horizon, (440, 790))
    grass(c, horizon + 60, 790, 20)
    at = road(c, horizon + 30, 640, 14, 560, 360, CONCRETE, lighter(CONCRETE, 0.35), bend=50)
    for i in range(9):
        x, y, w = at(0.3 + 0.08 * i)
        flowers(c, x + w * 1.25 + 12, y, 20 + 5 * i)
    for t, across, pose, tool, face in ((0.42, -0.3, "rake", "broom", 1), (0.52, 0.5, "rake", "broom", -1), (0.62, -0.75, "bend", None, 1)):
        x, y, w = at(t)
        person(c, x + across * w, y, 95 + 150 * t**1.4, crew("villager"), pose, face, tool)
    for x, tone in ((880, LEAF_DARK), (970, GOLD), (1056, "#4f7fa5"))[: 2 if "hai thung" in c.alt else 3]:
        bin_cart(c, x, 690, 128, tone)
    person(c, 760, 712, 258, crew("youth"), "walk", 1, "bag")
    person(c, 330, 722, 262, crew("youth"), "rake", 1, "broom")
    person(c, 190, 716, 250, look(r, "villager"), "hold", 1, "bag")
    for x, y in ((446, 742), (470, 748), (488, 740), (458, 736)):
        c.ellipse(x, y, 11, 5, r.choice((GOLD, LEAF_DARK, EARTH)))


def finished_road(c, region, mood):
    """Con đường mới hoàn thành — cũng là cảnh dự phòng."""
    r, horizon = c.rng, 350
    backdrop(c, region, mood, horizon)
    village(c, region, mood, horizon, (430, 780))
    grass(c, horizon + 60, 790, 26)
    at = road(c, horizon + 30, 620, 12, 600, 360, CONCRETE, lighter(CONCRETE, 0.4), bend=90)
    for i in range(7):
        x, y, w = at(0.25 + 0.1 * i)
        flowers(c, x - w * 1.2 - 10, y, 18 + 7 * i)
    for t, across, kind, face in ((0.4, 0.2, "villager", -1), (0.5, -0.3, "pupil", 1), (0.53, 0.05, "pupil", 1)):
        x, y, w = at(t)
        person(c, x + across * w, y, (70 if kind == "pupil" else 84) + 150 * t**1.5, look(r, kind), "walk", face)
    x, y, w = at(0.72)
    rider(c, x - 0.1 * w, y, 215, look(r, "villager"), 1)
    person(c, 880, 730, 246, look(r, "villager"), "walk", -1, "bag")


def campaign_walk(c, region, mood):
    """Trước nhà văn hóa: cán bộ đến từng nhà trò chuyện, vận động."""
    r, horizon = c.rng, 350
    backdrop(c, region, mood, horizon)
    ground(c, horizon, mood=mood)
    tree_line(c, horizon + 40, region, 1.25, 11, mood)
    hall(c, 640, 545, 560, mood.shade)
    c.gradient([(-20, 560), (1220, 560), (1220, 820), (-20, 820)], lighter(CREAM, 0.1), EARTH_SOFT)
    yard_tree(c, region, 130, 580, 250, mood)
    yard_tree(c, region, 1085, 580, 250, mood)
    for x in (230, 300, 970, 1030):
        flowers(c, x, 590, 58)
    for x, y, kind, pose, face in (
        (300, 700, "villager", "clasp", 1),
        (395, 722, "elder", "stand", 1),
        (560, 716, "office", "point", -1),
        (735, 712, "villager", "clasp", -1),
        (822, 728, "villager", "stand", -1),
        (915, 706, "militia", "stand", -1),
    ):
        person(c, x, y, 262 if kind != "elder" else 248, look(r, kind), pose, face)
