"""Pictures for PillowMatrixTests, and what Pillow makes of them.

    pictures.py sound FOLDER [all]   makes sound pictures and FOLDER/list.tsv
    pictures.py damaged FOLDER       makes damaged ones
    pictures.py compare FOLDER       holds FOLDER/made.tsv against Pillow's own decoding and scaling

A line of list.tsv: file, the factor by which a JPEG is to be shrunk while it is read, what it is. A line of made.tsv:
the photo, the file that was made of it, its width and height. A line of the answer: the made file, the mean of all
differences (0 to 255), and the same for Pillow's picture moved by one pixel, cut by one part in twelve, and turned.
"""
import io
import random
import sys

from PIL import Image, ImageChops, ImageOps, ImageStat

ORIENTATION = 0x0112


def scene(width, height):
    """Tones that rise to the right and, less, downwards, in a chequer of nine by seven soft fields: no two corners are
    alike, and whatever moves, moves an edge."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    grey = Image.blend(across, down, 0.35)
    fields = Image.new("L", (9, 7), 255)
    for x in range(9):
        for y in range(7):
            fields.putpixel((x, y), 255 if (x + y) % 2 else 130)
    fields = fields.resize((width, height), Image.Resampling.BILINEAR)
    # Faint colours only: files keep those at half the size.
    tints = (across, down, Image.new("L", (width, height), 120))
    bands = [ImageChops.multiply(Image.blend(grey, tint, 0.25).point(lambda tone: 40 + tone * 200 // 255), fields) for tint in tints]
    return Image.merge("RGB", bands)


JPEGS = {
    "baseline 4:2:0": ("RGB", {"subsampling": 2}),
    "baseline 4:4:4": ("RGB", {"subsampling": 0}),
    "baseline 4:2:2": ("RGB", {"subsampling": 1}),
    "progressive 4:2:0": ("RGB", {"subsampling": 2, "progressive": True}),
    "progressive 4:4:4": ("RGB", {"subsampling": 0, "progressive": True}),
    "restart markers": ("RGB", {"subsampling": 2, "restart_marker_blocks": 5}),
    "grey": ("L", {}),
    "CMYK": ("CMYK", {}),
}
OTHERS = {
    "png": ("RGB", "PNG", {}),
    "png alpha": ("RGBA", "PNG", {}),
    "png palette": ("P", "PNG", {}),
    "png grey": ("L", "PNG", {}),
    "png 16 bits": ("I;16", "PNG", {}),
    "webp lossy": ("RGB", "WEBP", {"quality": 85}),
    "webp lossless": ("RGB", "WEBP", {"lossless": True}),
    "webp alpha": ("RGBA", "WEBP", {"lossless": True}),
    "gif": ("P", "GIF", {}),
}
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}


def encoded(size, mode, kind, options, orientation=1):
    image = scene(*size)
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize(size).point(lambda tone: 255 if tone < 200 else 60))
    elif mode == "P":
        image = image.quantize(128)
    elif mode == "I;16":
        image = image.convert("L").convert("I").point(lambda tone: tone * 257).convert("I;16")
    else:
        image = image.convert(mode)
    extra = dict(options)
    if kind == "JPEG":
        extra.setdefault("quality", 92)
    if orientation != 1:
        exif = Image.Exif()
        exif[ORIENTATION] = orientation
        extra["exif"] = exif.tobytes()
    buffer = io.BytesIO()
    image.save(buffer, kind, **extra)
    return buffer.getvalue()


class Folder:
    def __init__(self, path):
        self.path, self.lines = path, []

    def add(self, data, ending, shrink, what):
        name = f"{len(self.lines)}.{ending}"
        with open(f"{self.path}/{name}", "wb") as file:
            file.write(data)
        self.lines.append(f"{name}\t{shrink}\t{what}")

    def close(self):
        with open(self.path + "/list.tsv", "w") as file:
            file.write("\n".join(self.lines) + "\n")


def sound(path, everything):
    folder = Folder(path)
    for residue in range(16):
        partners = range(16) if everything else [(residue * 7 + 3) % 16]
        for other in partners:
            for shrink in (1, 2, 4, 8):
                size = (48 * shrink + residue, 32 * shrink + other)
                for what, (mode, options) in JPEGS.items():
                    # All of them at each factor; with all pairs of sizes, the usual one alone.
                    if everything and what != "baseline 4:2:0" and other != (residue * 7 + 3) % 16:
                        continue
                    folder.add(encoded(size, mode, "JPEG", options), "jpg", shrink, f"{what} {size[0]}x{size[1]} 1/{shrink}")
        size = (96 + residue, 64 + (residue * 7 + 3) % 16)
        for what, (mode, kind, options) in OTHERS.items():
            folder.add(encoded(size, mode, kind, options), ENDINGS[kind], 1, f"{what} {size[0]}x{size[1]}")
    for orientation in range(1, 9):
        for kind, size, shrink in (("JPEG", (205, 131), 4), ("JPEG", (97, 67), 1), ("JPEG", (399, 263), 8), ("PNG", (97, 67), 1), ("WEBP", (97, 67), 1)):
            data = encoded(size, "RGB", kind, {"lossless": True} if kind == "WEBP" else {}, orientation)
            folder.add(data, ENDINGS[kind], shrink, f"{kind} orientation {orientation} 1/{shrink}")
    folder.close()


def scan_of(data):
    """Where the pixels of a JPEG's first scan begin."""
    start = data.index(b"\xff\xda")
    return start + 2 + int.from_bytes(data[start + 2:start + 4], "big")


def size_field_of(data):
    """Where height and width stand in a JPEG's frame."""
    for marker in (b"\xff\xc0\x00\x11", b"\xff\xc2\x00\x11"):
        if marker in data:
            return data.index(marker) + 5
    raise ValueError("no frame")


def damaged(path):
    folder = Folder(path)
    chance = random.Random(7)
    size = (333, 222)
    for what in ("baseline 4:2:0", "progressive 4:2:0", "baseline 4:4:4", "restart markers"):
        mode, options = JPEGS[what]
        whole = encoded(size, mode, "JPEG", options)
        begin, end = scan_of(whole), len(whole) - 2
        for part in (2, 30, 60, 90, 99):
            cut = begin + (end - begin) * part // 100
            folder.add(whole[:cut], "jpg", 1, f"{what} cut off at {part} %")
            folder.add(whole[:cut] + b"\xff\xd9", "jpg", 8, f"{what} cut off at {part} % and closed")
        for number in range(6):
            # A block of a disk or a transfer that was lost.
            at = chance.randrange(begin, end - 200)
            lost = bytes(128) if number % 2 else bytes(chance.randrange(1, 255) for _ in range(128))
            folder.add(whole[:at] + lost + whole[at + 128:], "jpg", (1, 2, 4, 8)[number % 4], f"{what} with a lost block at {at}")
        at = size_field_of(whole)
        for height, width in ((size[1] + 64, size[0]), (size[1] - 64, size[0]), (size[1], size[0] + 64), (size[1], size[0] - 64)):
            lie = whole[:at] + height.to_bytes(2, "big") + width.to_bytes(2, "big") + whole[at + 4:]
            folder.add(lie, "jpg", 1, f"{what} that says {width}x{height}")
    for what in ("png", "png palette", "gif", "webp lossy", "webp lossless"):
        mode, kind, options = OTHERS[what]
        whole = encoded(size, mode, kind, options)
        for part in (50, 90, 99):
            folder.add(whole[:len(whole) * part // 100], ENDINGS[kind], 1, f"{what} cut off at {part} %")
        if kind == "PNG":
            for number in range(4):
                at = chance.randrange(len(whole) // 4, len(whole) - 20)
                folder.add(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1:], "png", 1, f"{what} with another byte at {at}")
            folder.add(whole[:19] + b"\x40" + whole[20:], "png", 1, f"{what} that says another width")
        if kind == "GIF":
            for number in range(4):
                at = chance.randrange(len(whole) // 2, len(whole) - 600)
                folder.add(whole[:at] + bytes(256) + whole[at + 256:], "gif", 1, f"{what} with a lost block at {at}")
            frame = whole.index(b"\x2c\x00\x00\x00\x00") + 7
            for height in (size[1] - 50, size[1] + 50):
                folder.add(whole[:frame] + height.to_bytes(2, "little") + whole[frame + 2:], "gif", 1, f"{what} whose frame says {height} rows")
    folder.close()


def shown(path):
    """The picture as Pillow shows it: upright, the first frame, transparency on white."""
    image = ImageOps.exif_transpose(Image.open(path))
    if image.mode == "I;16":
        image = image.convert("I").point(lambda tone: tone / 257).convert("L")
    if image.mode in ("RGBA", "LA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image).convert("RGB")
    return image.convert("RGB")


def difference(left, right):
    return sum(ImageStat.Stat(ImageChops.difference(left, right)).mean) / 3


def compare(path):
    for line in open(path + "/made.tsv"):
        photo, made, width, height = line.rstrip("\n").split("\t")
        size = (int(width), int(height))
        whole = shown(f"{path}/{photo}")
        wanted = whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=None)
        ours = Image.open(f"{path}/{made}")
        if ours.size != size:
            print(made, 255, 255, 255, 255)
            continue
        ours = ours.convert("RGB")
        cut = whole.crop((0, 0, whole.width - whole.width // 12, whole.height)).resize(size, Image.Resampling.LANCZOS)
        faults = (ImageChops.offset(wanted, 1, 0), cut, wanted.transpose(Image.Transpose.ROTATE_180))
        print(made, *(f"{difference(ours, other):.3f}" for other in (wanted, *faults)))


if __name__ == "__main__":
    command, folder = sys.argv[1:3]
    if command == "sound":
        sound(folder, "all" in sys.argv[3:])
    elif command == "damaged":
        damaged(folder)
    else:
        compare(folder)
