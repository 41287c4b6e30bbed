#!/bin/sh
# Times whole builds of N entries beside Hugo, with the harness that all contestants share.
#
#   Benchmarks/run.sh N [HUGO] [option of the harness ...]       make bench N=10000 HUGO=/path/to/hugo
#
# BENCH_DIR    the harness (default: shared/bench beside the project); without it there is nothing to run
# BENCH_WORK   scratch folder (default: on tmpfs; on ext4 one times the file system)
# BENCH_PEERS  other contestants (default: hugo, where there is one)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$here")
n=${1:?"usage: run.sh N [HUGO] [option ...]"}
shift
if [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; then
    if [ -n "$1" ]; then HUGO=$1; export HUGO; fi
    shift
fi
bench=${BENCH_DIR:-$project/../shared/bench}
if [ ! -x "$bench/run.sh" ]; then
    echo "Không có bộ đo ở $bench: bỏ qua. (No harness there; name its folder in BENCH_DIR.)"
    exit 0
fi
if [ -z "${BENCH_WORK:-}" ]; then
    BENCH_WORK=${TMPDIR:-/tmp}/bangvang-bench
    if [ -d /dev/shm ] && [ -w /dev/shm ]; then BENCH_WORK=/dev/shm/bangvang-bench; fi
fi
export BENCH_WORK PYTHONDONTWRITEBYTECODE=1

cd "$project"
# Linked statically the program takes some 5 % less CPU; Swift's networking library then wants libcurl's own.
flags=
if pkg-config --exists libcurl 2>/dev/null; then flags="--static-swift-stdlib --scratch-path .build/static"; fi
# shellcheck disable=SC2086 # the flags are words
for product in bangvang bangvang-imaging; do swift build -c release --product $product $flags; done
# shellcheck disable=SC2086
binary=$(swift build -c release --show-bin-path $flags)/bangvang

exec "$bench/run.sh" "$n" ${BENCH_PEERS-hugo} --ours "'$binary' build --root . --quiet" --ours-cache .bangvang \
    --ours-corpus "${PYTHON:-python3} '$here/convert_corpus.py' --entries {n} --seed {seed} --from {plain} --to {site} --templates '$project/site-templates'" \
    "$@"
