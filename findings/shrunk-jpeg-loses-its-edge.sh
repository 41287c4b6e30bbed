#!/usr/bin/env bash
# libvips, reading a JPEG shrunk, gives sides rounded down; libjpeg-turbo, which does the shrinking, rounds up.
#
# Versions: pyvips 3.2.0 with pyvips-binary 8.18.7 (libvips 8.18.7), pillow 13.0.0 (libjpeg-turbo), from PyPI. Debian 12's
# libvips 8.14.1 does the same.
#
# What one expects: both use libjpeg-turbo's scaled decoding, and a 4080 × 3060 photo, as telephones make it, at an eighth has
# one size. What happens: libjpeg says 510 × 383, Pillow gives that, libvips cuts it to 510 × 382 and loses the last row. Whoever
# computes the size beforehand by libjpeg's rule, to hold the decoder to the header, refuses nearly every phone's photo.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv tools
# Built where libvips's headers are, pyvips would take the system's library: the packaged one comes last.
tools/bin/pip install --quiet pyvips==3.2.0 pyvips-binary==8.18.7 pillow==13.0.0
tools/bin/pip install --quiet --no-deps --force-reinstall pyvips-binary==8.18.7
tools/bin/python - <<'PYTHON' | tee sizes
import io

import pyvips
from PIL import Image

print("libvips", ".".join(str(pyvips.version(part)) for part in range(3)))
for size in ((1001, 751), (4080, 3060), (4096, 3072)):
    data = io.BytesIO()
    Image.new("RGB", size, (125, 23, 25)).save(data, "JPEG")
    for shrink in (2, 8):
        shrunk = pyvips.Image.jpegload_buffer(data.getvalue(), shrink=shrink)
        draft = Image.open(io.BytesIO(data.getvalue()))
        draft.draft("RGB", (size[0] // shrink, size[1] // shrink))
        draft.load()
        print(*size, f"1/{shrink}: libvips {shrunk.width} {shrunk.height}, libjpeg {draft.width} {draft.height}")
PYTHON
diff sizes - <<'TEXT'
libvips 8.18.7
1001 751 1/2: libvips 500 375, libjpeg 501 376
1001 751 1/8: libvips 125 93, libjpeg 126 94
4080 3060 1/2: libvips 2040 1530, libjpeg 2040 1530
4080 3060 1/8: libvips 510 382, libjpeg 510 383
4096 3072 1/2: libvips 2048 1536, libjpeg 2048 1536
4096 3072 1/8: libvips 512 384, libjpeg 512 384
TEXT
echo "as recorded"
