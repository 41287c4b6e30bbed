#!/usr/bin/env python3
"""Writes JPEG files that cost a decoder and an encoder what photos do.

    photo_jpeg.py FOLDER COUNT [WIDTH HEIGHT]          default: 4000 by 3000, 12 megapixels

No pixels are drawn: the coefficients themselves are drawn by lot, large ones for coarse structure and small ones for
fine, and coded as a camera codes them (ITU-T T.81: baseline, 4:2:0). The same call gives the same bytes everywhere.
"""
import random
import struct
import sys

# Symbols of the coefficients (zeros before it, bits of it) and the lengths of their codes, the frequent ones short.
AC_CODES = {0x00: 3, 0x01: 2, 0x02: 3, 0x11: 4, 0x03: 4, 0x21: 5, 0x12: 5, 0x04: 5, 0x31: 6, 0x22: 6, 0x13: 7, 0x41: 7, 0x05: 7,
            0x32: 8, 0x23: 8, 0x51: 8}
DC_CODES = {size: 4 for size in range(12)}


def canonical(lengths):
    """The codes of a table as texts of bits, and the table as the file holds it."""
    symbols = sorted(lengths, key=lambda symbol: (lengths[symbol], symbol))
    codes, code, before = {}, 0, 0
    for symbol in symbols:
        code <<= lengths[symbol] - before
        before = lengths[symbol]
        codes[symbol] = format(code, f"0{before}b")
        code += 1
    counts = bytes(sum(length == wanted for length in lengths.values()) for wanted in range(1, 17))
    return codes, counts + bytes(symbols)


def number(value, size):
    """A signed number in `size` bits, as T.81 F.1.2.1 writes it."""
    return format(value if value >= 0 else value + (1 << size) - 1, f"0{size}b") if size else ""


def details(lots, codes, many):
    """The coefficients of one block but the first: fewer and smaller the finer they are."""
    bits, position = "", 1
    for _ in range(lots.randint(0, many)):
        run = min(lots.choice((0, 0, 0, 1, 1, 2, 3, 4, 5)), 5)
        size = max(1, min(5, int(lots.gauss(3.2 - position / 9, 1))))
        while (run << 4 | size) not in codes:
            size -= 1
        if position + run > 63:
            break
        value = lots.randint(1 << (size - 1), (1 << size) - 1) * lots.choice((-1, 1))
        bits += codes[run << 4 | size] + number(value, size)
        position += run + 1
    return bits + (codes[0x00] if position <= 63 else "")


def photo(seed, width, height):
    lots = random.Random(seed)
    dc, dc_table = canonical(DC_CODES)
    ac, ac_table = canonical(AC_CODES)
    pools = [[details(lots, ac, many) for _ in range(3000)] for many in (28, 8, 8)]
    levels = [0, lots.randint(-40, 40), lots.randint(-40, 40)]
    bits = []
    for _ in range(-(-width // 16) * -(-height // 16)):
        for plane, blocks in ((0, 4), (1, 1), (2, 1)):
            for _ in range(blocks):
                # The mean drifts, and is drawn back to the middle.
                step = int(lots.gauss(-levels[plane] / 40, 9 if plane == 0 else 2))
                levels[plane] += step
                size = abs(step).bit_length()
                bits.append(dc[size] + number(step, size) + lots.choice(pools[plane]))
    text = "".join(bits)
    text += "1" * (-len(text) % 8)
    scan = int(text, 2).to_bytes(len(text) // 8, "big").replace(b"\xFF", b"\xFF\x00")

    def segment(marker, data):
        return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data

    quantiser = bytes(5 + (u + v) for u in range(8) for v in range(8))
    return b"".join([
        b"\xFF\xD8", segment(0xDB, b"\0" + quantiser),
        segment(0xC0, struct.pack(">BHHB", 8, height, width, 3) + bytes((1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0))),
        segment(0xC4, b"\x00" + dc_table), segment(0xC4, b"\x10" + ac_table),
        segment(0xDA, bytes((3, 1, 0, 2, 0, 3, 0, 0, 63, 0))), scan, b"\xFF\xD9",
    ])


if __name__ == "__main__":
    if len(sys.argv) not in (3, 5):
        sys.exit(__doc__)
    width, height = map(int, sys.argv[3:5] or (4000, 3000))
    for seed in range(int(sys.argv[2])):
        with open(f"{sys.argv[1]}/anh-{seed + 1:02d}.jpg", "wb") as file:
            file.write(photo(seed, width, height))
