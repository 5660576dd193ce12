#!/usr/bin/env bash
# Measures load, fold and `status` on generated cases: wall time and peak memory of the release build.
# The bar: 100,000 entries in at most 1 s and 300 MB; 1,000,000 entries in at most 12 times that time.
# Usage: bench/load.sh [RUNS]     (needs cargo and python3; writes only below a new temporary folder)
set -euo pipefail

runs=${1:-5}
here=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d "${TMPDIR:-/tmp}/onetext-load.XXXXXX")
trap 'rm -rf "$folder"' EXIT

cd "$here"
cargo build --release --quiet -p onetext
cargo build --release --quiet -p onetext --example generate
target=${CARGO_TARGET_DIR:-$here/target}/release
for entries in 100000 1000000; do
    "$target/examples/generate" "$folder/$entries" --entries "$entries" --parties 20 --issues 200 --seed 1
done

python3 - "$target/onetext" "$folder" "$runs" <<'PYTHON'
import os, statistics, subprocess, sys, time

program, folder, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
WALL_MAX, MEMORY_MAX, RATIO_MAX = 1.0, 300.0, 12.0


def run(case):
    """Wall seconds and peak memory in MB of one run."""
    start = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen([program, "status", case, "--as-of", "2025-12-31"], stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"bench/load.sh: {program} status {case} ended with {status}")
    return time.monotonic() - start, usage.ru_maxrss / 1000


print(f"{'entries':>9}  {'median s':>8}  {'least s':>7}  {'peak MB':>7}")
medians, peaks = {}, {}
for entries in (100_000, 1_000_000):
    figures = [run(os.path.join(folder, str(entries))) for _ in range(runs)]
    wall = [seconds for seconds, _ in figures]
    medians[entries], peaks[entries] = statistics.median(wall), max(memory for _, memory in figures)
    print(f"{entries:>9}  {medians[entries]:>8.2f}  {min(wall):>7.2f}  {peaks[entries]:>7.0f}")
ratio = medians[1_000_000] / medians[100_000]
print(f"ratio {ratio:.1f} (at most {RATIO_MAX:.0f})")
held = medians[100_000] <= WALL_MAX and peaks[100_000] <= MEMORY_MAX and ratio <= RATIO_MAX
print("held" if held else "NOT held: 100,000 entries in at most 1 s and 300 MB, 1,000,000 in at most 12 times that")
sys.exit(0 if held else 1)
PYTHON
