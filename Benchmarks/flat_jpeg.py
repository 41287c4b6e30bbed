"""Valid JPEG files of any size that weigh next to nothing."""
import struct


def flat_jpeg(width, height, lightness):
    """A baseline greyscale JPEG of one even tone (ITU-T T.81): `lightness` from 160 to 191.

    All coefficients but the first block's DC are zero, so with one-bit codes for "no difference" and
    "end of block" each block of 8 × 8 pixels takes two bits.
    """
    difference = lightness - 128
    assert 32 <= difference <= 63, "the one DC category that the table below has"

    def segment(marker, data):
        return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data

    def huffman(table, *symbols):
        # The nth symbol has a code of n bits: 0, 10, 110 …
        return segment(0xC4, bytes([table] + [1] * len(symbols) + [0] * (16 - len(symbols)) + list(symbols)))

    blocks = -(-width // 8) * -(-height // 8)
    # DC: code 10 for category 6, then six bits of difference; AC: 0 for the end of the block. Then 00 for each block.
    bits = "10" + format(difference, "06b") + "0" + "00" * (blocks - 1)
    bits += "1" * (-len(bits) % 8)
    # A quantiser of 8 for each coefficient makes the DC coefficient eight times the mean, over eight, the mean itself.
    return b"".join([
        b"\xFF\xD8",
        segment(0xDB, bytes([0] + [8] * 64)),
        segment(0xC0, struct.pack(">BHHBBBB", 8, height, width, 1, 1, 0x11, 0)),
        huffman(0x00, 0, 6),
        huffman(0x10, 0),
        segment(0xDA, bytes([1, 1, 0x00, 0, 63, 0])),
        int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xFF", b"\xFF\x00"),
        b"\xFF\xD9",
    ])
