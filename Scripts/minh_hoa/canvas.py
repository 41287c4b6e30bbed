"""Mặt vẽ: tọa độ theo ảnh cuối, vẽ ở cỡ lớn hơn rồi thu nhỏ để mép nét mịn."""

import math
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from .palette import INK, PAPER, rgb

SCALE = 3
"""Bội số vẽ lớn: 3 cho mép mịn hơn 2 rõ rệt mà mỗi ảnh vẫn chỉ mất khoảng một giây."""

FONTS = (
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/dejavu/DejaVuSans.ttf",
    "DejaVuSans.ttf",
    "NotoSans-Regular.ttf",
)


def smooth(points, closed=False, steps=10):
    """Đường cong Catmull-Rom qua mọi điểm đã cho."""
    n = len(points)
    at = (lambda i: points[i % n]) if closed else (lambda i: points[max(0, min(n - 1, i))])
    out = []
    for i in range(n if closed else n - 1):
        p0, p1, p2, p3 = at(i - 1), at(i), at(i + 1), at(i + 2)
        for k in range(steps):
            t = k / steps
            out.append(
                tuple(
                    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
                    for a, b, c, d in zip(p0, p1, p2, p3)
                )
            )
    if not closed:
        out.append(points[-1])
    return out


class Canvas:
    """Một bức tranh đang vẽ, kèm nguồn ngẫu nhiên riêng gieo từ mã bài."""

    def __init__(self, width, height, seed, alt=""):
        self.w, self.h = width, height
        self.alt = alt  # lời tả ảnh đã bỏ dấu, để cảnh thêm đúng chi tiết được nhắc tới
        self.words = frozenset(alt.split())
        self.rng = random.Random(seed)
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), rgb(PAPER))
        self.draw = ImageDraw.Draw(self.image, "RGBA")

    # Hình cơ bản

    def poly(self, points, fill, alpha=1.0):
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=_ink(fill, alpha))

    def blob(self, points, fill, alpha=1.0):
        """Hình khép kín viền cong qua các điểm."""
        self.poly(smooth(points, closed=True), fill, alpha)

    def rect(self, x0, y0, x1, y1, fill, alpha=1.0, radius=0):
        box = [x0 * SCALE, y0 * SCALE, x1 * SCALE - 1, y1 * SCALE - 1]
        if box[2] < box[0] or box[3] < box[1]:
            return
        if radius:
            self.draw.rounded_rectangle(box, radius * SCALE, fill=_ink(fill, alpha))
        else:
            self.draw.rectangle(box, fill=_ink(fill, alpha))

    def ellipse(self, cx, cy, rx, ry, fill, alpha=1.0):
        self.draw.ellipse([(cx - rx) * SCALE, (cy - ry) * SCALE, (cx + rx) * SCALE, (cy + ry) * SCALE], fill=_ink(fill, alpha))

    def circle(self, cx, cy, r, fill, alpha=1.0):
        self.ellipse(cx, cy, r, r, fill, alpha)

    def ring(self, cx, cy, r, width, color, alpha=1.0):
        self.draw.ellipse(
            [(cx - r) * SCALE, (cy - r) * SCALE, (cx + r) * SCALE, (cy + r) * SCALE],
            outline=_ink(color, alpha),
            width=max(1, round(width * SCALE)),
        )

    def line(self, points, width, fill, alpha=1.0):
        """Nét đều, hai đầu và chỗ gập đều tròn."""
        if alpha < 1:
            pts = [(x * SCALE, y * SCALE) for x, y in points]
            self.draw.line(pts, fill=_ink(fill, alpha), width=max(1, round(width * SCALE)), joint="curve")
            return
        self.limb([(x, y, width) for x, y in points], fill)

    def limb(self, joints, fill):
        """Nét thuôn: mỗi khớp là (x, y, bề dày) — dùng cho tay, chân, thân cây."""
        for (x0, y0, w0), (x1, y1, w1) in zip(joints, joints[1:]):
            length = math.hypot(x1 - x0, y1 - y0) or 1e-6
            nx, ny = -(y1 - y0) / length / 2, (x1 - x0) / length / 2
            self.poly(
                [(x0 + nx * w0, y0 + ny * w0), (x1 + nx * w1, y1 + ny * w1), (x1 - nx * w1, y1 - ny * w1), (x0 - nx * w0, y0 - ny * w0)],
                fill,
            )
        for x, y, w in joints:
            self.circle(x, y, w / 2, fill)

    # Màu chuyển

    def gradient(self, points, top, bottom, y0=None, y1=None):
        """Đa giác tô chuyển màu dọc từ `top` đến `bottom` giữa hai độ cao y0, y1."""
        pts = [(x * SCALE, y * SCALE) for x, y in points]
        left, right = max(0, int(min(p[0] for p in pts))), min(self.image.width, int(max(p[0] for p in pts)) + 1)
        upper, lower = max(0, int(min(p[1] for p in pts))), min(self.image.height, int(max(p[1] for p in pts)) + 1)
        if right <= left or lower <= upper:
            return
        start = upper if y0 is None else int(y0 * SCALE)
        stop = lower if y1 is None else int(y1 * SCALE)
        column = Image.new("RGB", (1, lower - upper))
        a, b = rgb(top), rgb(bottom)
        for row in range(lower - upper):
            t = min(1.0, max(0.0, (row + upper - start) / max(1, stop - start)))
            column.putpixel((0, row), tuple(round(p + (q - p) * t) for p, q in zip(a, b)))
        mask = Image.new("1", (right - left, lower - upper))
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in pts], fill=1)
        self.image.paste(column.resize((right - left, lower - upper)), (left, upper), mask)

    def gradient_rect(self, x0, y0, x1, y1, top, bottom):
        self.gradient([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], top, bottom)

    def glow(self, cx, cy, radius, color, alpha):
        """Quầng sáng mềm quanh mặt trời, đèn."""
        size = int(radius * 2 * SCALE)
        strength = Image.radial_gradient("L").point([max(0, round((1 - v / 181) * 255 * alpha)) if v < 181 else 0 for v in range(256)])
        self.image.paste(rgb(color), (int((cx - radius) * SCALE), int((cy - radius) * SCALE)), strength.resize((size, size)))

    def haze(self, y0, y1, color, alpha0, alpha1):
        """Lớp sương phủ ngang, đậm dần từ alpha0 (ở y0) đến alpha1 (ở y1)."""
        rows = int((y1 - y0) * SCALE)
        column = Image.new("L", (1, rows))
        for row in range(rows):
            column.putpixel((0, row), round(255 * (alpha0 + (alpha1 - alpha0) * row / max(1, rows - 1))))
        self.image.paste(rgb(color), (0, int(y0 * SCALE)), column.resize((self.image.width, rows)))

    # Kết thúc

    def mirror(self):
        """Lật trái phải, để hai bài cùng một cảnh trông khác nhau; nhãn ghi sau nên không bị lật."""
        self.image = self.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        self.draw = ImageDraw.Draw(self.image, "RGBA")

    def finish(self, label="Ảnh minh họa"):
        """Thu nhỏ về cỡ thật và ghi nhãn ở góc dưới bên phải, nếu máy có phông chữ."""
        # Làm mềm nửa điểm ảnh: mép vẫn rõ, mà JPEG bớt gợn quanh nét và nhẹ đi chừng một phần mười.
        image = self.image.reduce(SCALE).filter(ImageFilter.GaussianBlur(0.55))
        font = _font(17)
        if font and label:
            left, top, right, bottom = font.getbbox(label)
            x, y = self.w - (right - left) - 26, self.h - 36
            pen = ImageDraw.Draw(image, "RGBA")
            pen.rounded_rectangle([x - 10, y - 4, self.w - 14, self.h - 10], 8, fill=_ink(INK, 0.34))
            pen.text((x, y - 1), label, font=font, fill=_ink(PAPER, 0.95))
        return image


def _ink(color, alpha):
    return rgb(color) + (round(255 * alpha),)


def _font(size):
    for name in FONTS:
        if name.startswith("/") and not Path(name).exists():
            continue
        try:
            return ImageFont.truetype(name, size, layout_engine=ImageFont.Layout.BASIC)
        except OSError:
            continue
    return None
