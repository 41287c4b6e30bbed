"""Times what pictures.sh has laid out. CPU is that of the whole process tree, as the kernel accounts it."""
import glob
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time


def run(command, folder):
    """Wall seconds, CPU seconds, and the memory of the largest process in MiB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def clear(folder, *names):
    for name in names:
        shutil.rmtree(os.path.join(folder, name), ignore_errors=True)


def made(folder):
    """How many pictures there are, and their size in kB."""
    files = [name for ending in ("jpg", "webp") for name in glob.glob(f"{folder}/**/*.{ending}", recursive=True)]
    return len(files), sum(map(os.path.getsize, files)) / 1000


def show(name, figures, folder):
    wall, cpu = (statistics.median(column) for column in list(zip(*figures))[:2])
    count, size = made(folder)
    print(f"{name:28} wall {wall:6.2f} s   CPU {cpu:6.2f} s   {count / wall:6.1f} pictures/s   {count} files, {size:,.0f} kB", flush=True)
    return wall, cpu


work, rounds, ours, hugo = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
contestants = {"ours": ([ours, "build", "--quiet"], f"{work}/ours", ("public", ".bangvang"))}
if hugo:
    contestants["hugo"] = ([hugo, "--quiet"], f"{work}/hugo", ("public", "resources"))
figures = {name: [] for name in contestants}
for _ in range(rounds):
    for name, (command, folder, output) in contestants.items():
        clear(folder, *output)
        figures[name].append(run(command, folder))
medians = {name: show(f"{name}, nothing there", figures[name], contestants[name][1] + "/public") for name in contestants}
command, folder, _ = contestants["ours"]
show("ours, again", [run(command, folder) for _ in range(rounds)], folder + "/public")
clear(folder, "public")
show("ours, site gone, cache there", [run(command, folder)], folder + "/public")
if hugo:
    ratios = [(h[0] / o[0], h[1] / o[1]) for o, h in zip(figures["ours"], figures["hugo"])]
    print("ours is %.1f times as fast as hugo, with %.1f times less CPU" % tuple(statistics.median(column) for column in zip(*ratios)))
