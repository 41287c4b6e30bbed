#!/usr/bin/env python3
"""Vẽ ảnh minh họa cho các bài mẫu của bảng vinh danh.

Người và việc trong dữ liệu mẫu đều là hư cấu, nên không thể dùng ảnh chụp người thật: một tấm ảnh thật gắn với
một cái tên bịa ra là xúc phạm người trong ảnh. Tệp lệnh này vẽ tranh phẳng, nhìn là biết tranh minh họa, mặt
người để trơn, góc ảnh ghi “Ảnh minh họa”.

Cách làm: đọc mọi `content/entries/<năm>/<mã bài>/index.md` dưới thư mục gốc, lấy mục `photos` trong phần đầu
bài (file, role, alt), rồi chọn cảnh theo từ khóa trong lời tả `alt` để ảnh đúng với điều người dùng trình đọc
màn hình được nghe. Phong cảnh theo vùng: đồi vải thiều (Lục Ngạn), núi và ruộng bậc thang (Yên Bái), biển và
thuyền (Vạn Ninh). Nguồn ngẫu nhiên gieo từ mã bài và tên tệp: cùng một bản Pillow và cùng phông chữ thì chạy
lần nào cũng ra đúng từng byte, nên vẽ lại không làm đổi trang.

Chân dung 800×1000, hoạt động 1200×800; JPEG lũy tiến 4:2:0, không siêu dữ liệu. Chất lượng bắt đầu từ 82 và
chỉ hạ khi ảnh vượt mức dung lượng, để cả bảng mẫu nhẹ với người xem bằng điện thoại.

Cần: Python 3.11, Pillow, PyYAML (`python3 -m venv .venv && .venv/bin/pip install Pillow PyYAML`).

Dùng:  ve-anh-minh-hoa.py THƯ_MỤC_GỐC [--all] [--list] [mã-bài …]
"""

import argparse
import csv
import io
import sys
from pathlib import Path

import yaml

sys.dont_write_bytecode = True  # kho dữ liệu của cán bộ không nên có thêm tệp lạ
sys.path.insert(0, str(Path(__file__).resolve().parent))
from minh_hoa.canvas import Canvas  # noqa: E402
from minh_hoa.choose import draw_activity, draw_portrait, fold  # noqa: E402

REGIONS = (("yb", ("yenbai", "yen-bai", "lao-cai")), ("vn", ("vanninh", "van-ninh", "khanh-hoa")), ("ln", ("lucngan", "mauson")))
"""Vùng theo tên kế hoạch; không rõ thì dùng cảnh trung du (ln)."""

SIZES = {"portrait": (800, 1000), "activity": (1200, 800)}
BUDGET = {"portrait": 36_000, "activity": 45_000}
"""Mức dung lượng mong muốn của một ảnh, tính bằng byte."""
QUALITIES = (82, 80, 78, 76, 74, 72, 70, 68, 66, 64, 62)


def front_matter(path):
    """Phần đầu bài, giữa hai dòng `---`; None nếu tệp chưa viết xong."""
    text = path.read_text(encoding="utf-8")
    if not text.startswith("---\n") or "\n---" not in text[4:]:
        return None
    return yaml.safe_load(text[4 : text.index("\n---", 4)])


def subject_kinds(root):
    """Mã chủ thể → tập thể, cá nhân hay hộ gia đình, theo sổ chủ thể nếu có."""
    path = root / "content/registers/subjects.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["subject_id"]: row.get("kind", "") for row in csv.DictReader(file)}


def region_of(entry):
    """Vùng của bài, để chọn phong cảnh."""
    hint = f"{entry.get('programme', '')} {entry.get('place', '')}"
    return next((code for code, keys in REGIONS if any(key in hint for key in keys)), "ln")


def encode(image, role):
    """JPEG ở chất lượng cao nhất còn nằm trong mức dung lượng."""
    for quality in QUALITIES:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True, subsampling="4:2:0")
        if buffer.tell() <= BUDGET[role]:
            break
    return buffer.getvalue(), quality


def draw(entry, photo, kind):
    """Vẽ một ảnh; trả về các byte JPEG, chất lượng đã dùng và tên cảnh."""
    role = "portrait" if photo.get("role") == "portrait" else "activity"
    canvas = Canvas(*SIZES[role], seed=f"{entry['id']}/{photo['file']}", alt=fold(photo.get("alt") or ""))
    if role == "portrait":
        scene = draw_portrait(canvas, region_of(entry), str(entry.get("subject") or entry["id"]), kind)
    else:
        scene = draw_activity(canvas, region_of(entry))
    return *encode(canvas.finish(), role), scene


def main():
    parser = argparse.ArgumentParser(description="Vẽ ảnh minh họa còn thiếu cho các bài mẫu.")
    parser.add_argument("root", type=Path, help="thư mục gốc, chứa content/entries")
    parser.add_argument("entries", nargs="*", help="chỉ vẽ cho các mã bài này")
    parser.add_argument("--all", action="store_true", help="vẽ lại cả ảnh đã có")
    parser.add_argument("--list", action="store_true", help="in tên cảnh và dung lượng của từng ảnh")
    options = parser.parse_args()

    kinds = subject_kinds(options.root)
    count = total = 0
    for index in sorted(options.root.glob("content/entries/*/*/index.md")):
        try:
            entry = front_matter(index)
        except yaml.YAMLError as error:
            print(f"bỏ qua {index}: phần đầu bài không đọc được: {error}", file=sys.stderr)
            continue
        if not isinstance(entry, dict):
            print(f"bỏ qua {index}: chưa có phần đầu bài giữa hai dòng ---", file=sys.stderr)
            continue
        entry.setdefault("id", index.parent.name)
        if options.entries and entry["id"] not in options.entries:
            continue
        for photo in entry.get("photos") or []:
            name = photo.get("file", "")
            # Chỉ ghi ngay cạnh bài: đường dẫn media/… hay có thư mục là ảnh của người khác.
            if not name.endswith((".jpg", ".jpeg")) or "/" in name:
                continue
            target = index.parent / name
            if target.exists() and not options.all:
                continue
            data, quality, scene = draw(entry, photo, kinds.get(entry.get("subject"), ""))
            if not target.exists() or target.read_bytes() != data:
                target.write_bytes(data)
            count, total = count + 1, total + len(data)
            if options.list:
                print(f"{scene:16} q{quality} {len(data):6}  {entry['id']}/{name}  {photo.get('alt', '')}")
    print(f"đã vẽ {count} ảnh, {total / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
