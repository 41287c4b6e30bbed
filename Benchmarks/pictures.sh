#!/bin/sh
# Times the making of pictures: 12 photos of 12 megapixels into 4 widths and 2 formats, beside Hugo's extended build where
# one is given. Run by hand.
#
#   Benchmarks/pictures.sh [HUGO]
#
# BENCH_WORK   scratch folder (default: on tmpfs)
# BENCH_ROUNDS rounds, each of the contestants in turn (default 3)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$here")
hugo=${1:-}
if [ -z "${BENCH_WORK:-}" ]; then
    BENCH_WORK=${TMPDIR:-/tmp}/bangvang-pictures
    if [ -d /dev/shm ] && [ -w /dev/shm ]; then BENCH_WORK=/dev/shm/bangvang-pictures; fi
fi
export PYTHONDONTWRITEBYTECODE=1
python=${PYTHON:-python3}

cd "$project"
for product in bangvang bangvang-imaging; do swift build -c release --product $product; done
binary=$(swift build -c release --show-bin-path)/bangvang

rm -rf "$BENCH_WORK"
mkdir -p "$BENCH_WORK/photos" "$BENCH_WORK/ours/content/pages" "$BENCH_WORK/hugo/assets" "$BENCH_WORK/hugo/layouts"
"$python" "$here/photo_jpeg.py" "$BENCH_WORK/photos" 12

# Ours: a page of text that shows the twelve; photos of a page get no card, so the work is the same.
cp -r site-templates "$BENCH_WORK/ours/"
(cd content && cp -r site.yaml vocabulary.yaml places.csv place_links.csv programmes registers "$BENCH_WORK/ours/content/")
cp -r "$BENCH_WORK/photos" "$BENCH_WORK/ours/content/media"
{
    printf -- '---\ntitle: "Ảnh"\n---\n'
    for photo in "$BENCH_WORK"/photos/*; do printf '![Ảnh](/media/%s)\n\n' "$(basename "$photo")"; done
} > "$BENCH_WORK/ours/content/pages/anh.md"

# Hugo: one page that asks for the same sizes, formats and qualities.
cp "$BENCH_WORK"/photos/* "$BENCH_WORK/hugo/assets/"
printf 'baseURL = "https://bangvang.example.vn/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "404", "section"]\n' \
    > "$BENCH_WORK/hugo/hugo.toml"
cat > "$BENCH_WORK/hugo/layouts/index.html" << 'TEMPLATE'
{{ range resources.Match "*.jpg" }}{{ $photo := . }}{{ range slice 320 640 960 1600 }}
{{ ($photo.Resize (printf "%dx webp q75" .)).RelPermalink }} {{ ($photo.Resize (printf "%dx jpeg q80" .)).RelPermalink }}
{{ end }}{{ end }}
TEMPLATE

exec "$python" "$here/time_pictures.py" "$BENCH_WORK" "${BENCH_ROUNDS:-3}" "$binary" "$hugo"
