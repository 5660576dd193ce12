#!/usr/bin/env bash
# Settles scenarios with onetext and with NegMAS 0.16.0 in one run, on the same tables, and prints the ratios. NegMAS is
# installed by pip into a folder of its own; vOptSolver is only asked where Julia is there. Without files: two scenarios of
# the test data and generated ones of two and three parties.
#
# What is timed. Ours: inside one process, from the scenario in memory (issues, options, a value each; no table of packages)
# to the front and the Nash, Kalai-Smorodinsky, egalitarian and utilitarian points; best and median of many. NegMAS, twice:
# - on a finished numpy table of every package's utilities: pareto_frontier_active, which its pareto_frontier calls, then
#   nash_points, kalai_points, ks_points and max_welfare_points; making the table is left out. The packages that it calls
#   Pareto-optimal are counted, and how many vectors they have when its rounding errors are set aside;
# - as its documentation has it: pareto_frontier on the utility functions, which it calls for every package, then the same.
# Both ratios are NegMAS's median over our median.
# Usage: bench/settle.sh [SCENARIO.JSON]...
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${RUNS:-1001}
negmas_runs=${NEGMAS_RUNS:-3}
data=${ONETEXT_DATA:-../shared/data}/scenarios
cargo build --release --quiet --locked -p onetext-analysis --example settle
settle=${CARGO_TARGET_DIR:-target}/release/examples/settle
peers=${CARGO_TARGET_DIR:-target}/peers
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
if [ $# -eq 0 ]; then
  for name in y2010-Travel y2011-Energy; do
    if [ -f "$data/$name/scenario.json" ]; then set -- "$@" "$data/$name/scenario.json"
    else echo "$name: skipped: test data not present"; fi
  done
  for size in "2 5 10" "2 6 10" "3 6 7" "3 6 8"; do
    # shellcheck disable=SC2086
    "$settle" $size > "$folder/generated-${size// /-}.json"
    set -- "$@" "$folder/generated-${size// /-}.json"
  done
fi
python=$peers/negmas/bin/python
[ -x "$python" ] || python3 -m venv "$peers/negmas"
"$python" -c 'import negmas, sys; sys.exit(negmas.__version__ != "0.16.0")' 2>/dev/null \
  || "$python" -m pip install --quiet --disable-pip-version-check 'negmas==0.16.0' \
  || { echo "negmas: skipped: pip cannot install it"; python=; }
command -v julia >/dev/null || echo "vOptSolver: skipped: it needs Julia, which is not installed"
for file in "$@"; do
  read -r best median vectors < <("$settle" "$file" "$runs")
  echo "== $file: $vectors vectors on the front"
  echo "onetext: best $best ms, median of $runs $median ms"
  [ -n "$python" ] || continue
  "$python" - "$file" "$median" "$vectors" "$negmas_runs" <<'PEER'
import json, sys, time
import numpy as np
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.preferences.ops import (kalai_points, ks_points, max_welfare_points, nash_points, pareto_frontier,
    pareto_frontier_active)
from negmas.outcomes import make_issue
from negmas.preferences.value_fun import TableFun

path, ours, vectors, runs = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
scenario = json.load(open(path, encoding="utf-8"))
parties = len(scenario["parties"])
table = np.zeros((1, parties))
for rows in scenario["table"]:
    table = (table[:, None, :] + np.array(rows)[None, :, :]).reshape(-1, parties)
issues = [make_issue([str(option) for option in range(len(rows))], str(at)) for at, rows in enumerate(scenario["table"])]
def utility(party):
    values = [TableFun({str(option): cells[party] for option, cells in enumerate(rows)}) for rows in scenario["table"]]
    reserved = scenario["parties"][party].get("reservation") or 0.0
    return LinearAdditiveUtilityFunction(values=values, issues=issues, reserved_value=reserved)
utilities = [utility(party) for party in range(parties)]
ranges = [(float(low), float(high)) for low, high in zip(table.min(axis=0), table.max(axis=0))]
parts = {}
def timed(name, work):
    start = time.perf_counter()
    result = work()
    parts.setdefault(name, []).append(1000 * (time.perf_counter() - start))
    return result
def solve(frontier):
    for function in (nash_points, kalai_points, ks_points, max_welfare_points):
        timed(function.__name__, lambda: function(utilities, frontier, ranges=ranges))
def on_table():
    places = timed("front", lambda: pareto_frontier_active(table))
    frontier = [tuple(float(value) for value in table[place]) for place in places]
    solve(frontier)
    return frontier
def on_functions():
    frontier, _ = pareto_frontier(utilities, issues=issues)
    solve(frontier)
def median(work):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        result = work()
        times.append(1000 * (time.perf_counter() - start))
        if times[0] > 60_000:
            break
    return sorted(times)[len(times) // 2], len(times), result
took, count, frontier = median(on_table)
told = ", ".join(f"{name} {sorted(all)[len(all) // 2]:.1f}" for name, all in parts.items())
whole = {tuple(round(value * 10**9) for value in vector) for vector in frontier}
kept = [one for one in whole if not any(other != one and all(a >= b for a, b in zip(other, one)) for other in whole)]
print(f"negmas 0.16.0, {len(table):,} outcomes in a table: median of {count} {took:.1f} ms ({told})")
print(f"  {len(frontier)} packages on its front, {len(kept)} vectors" + ("" if len(kept) == vectors else "; OURS DIFFER"))
print(f"  ratio: {took / ours:,.0f} times ours")
took, count, _ = median(on_functions)
print(f"negmas 0.16.0, utility functions: median of {count} {took:.1f} ms; ratio: {took / ours:,.0f} times ours")
PEER
done
