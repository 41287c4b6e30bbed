#!/bin/sh
# Làm phim tư liệu minh họa cho một bài mẫu: lia chậm qua hai ảnh hoạt động, chuyển cảnh mờ dần.
#
# Bảng vinh danh có bài bắt buộc kèm phim; phim mẫu dựng từ tranh đã vẽ nên không có người thật nào trong đó.
# Ra 640×360, H.264 (yuv420p), 7 giây, không tiếng, đầu tệp đặt trước (faststart) để điện thoại phát ngay,
# dưới 200 KB.
#
# Dùng:  ve-phim-minh-hoa.sh content/entries/<năm>/<mã bài>
# Cần:   ffmpeg  (apt-get install -y --no-install-recommends ffmpeg)
set -eu

folder=${1:?"cho biết thư mục của bài, ví dụ content/entries/2024/ma-bai"}
first=$folder/hoat-dong-1.jpg
second=$folder/hoat-dong-2.jpg
output=$folder/phim-tu-lieu.mp4
limit=200000

command -v ffmpeg >/dev/null || { echo "chưa có ffmpeg: bỏ qua phim của $folder" >&2; exit 0; }
[ -f "$first" ] || { echo "thiếu $first: hãy chạy ve-anh-minh-hoa.py trước" >&2; exit 1; }
[ -f "$second" ] || second=$first

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Phóng ảnh lên gấp đôi khung rồi mới cắt và thu nhỏ: mỗi bước lia là nửa điểm ảnh, hình trôi không giật.
pan="scale=1480:-2:flags=lanczos,crop=1280:720"
# Một luồng và cờ bitexact: cùng bản ffmpeg thì cùng byte.
for crf in 26 29 32 35 38; do
    ffmpeg -v error -y -loop 1 -framerate 24 -t 4 -i "$first" -loop 1 -framerate 24 -t 4 -i "$second" -filter_complex "
        [0:v]$pan:x='200*t/4':y='40+60*t/4',scale=640:360:flags=area,setsar=1[a];
        [1:v]$pan:x='200-200*t/4':y='110-50*t/4',scale=640:360:flags=area,setsar=1[b];
        [a][b]xfade=transition=fade:duration=1:offset=3,format=yuv420p[v]" \
        -map "[v]" -an -c:v libx264 -preset slow -tune animation -crf "$crf" -threads 1 -g 96 \
        -map_metadata -1 -fflags +bitexact -flags:v +bitexact -movflags +faststart "$scratch/phim.mp4"
    size=$(wc -c <"$scratch/phim.mp4")
    [ "$size" -ge "$limit" ] || break
done
[ "$size" -lt "$limit" ] || { echo "phim của $folder vẫn nặng $size byte" >&2; exit 1; }

cmp -s "$scratch/phim.mp4" "$output" || mv "$scratch/phim.mp4" "$output"
echo "$output: $size byte"
