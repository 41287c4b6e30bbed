"""Bộ vẽ tranh minh họa phẳng cho các bài mẫu: xem ../ve-anh-minh-hoa.py."""
