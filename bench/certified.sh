#!/usr/bin/env bash
# Certifies single points for many parties with onetext and with HiGHS (by pip, installed here into a folder of its own) on
# the same generated scenario, with the same gap and time: least gain, then least share of ideals. HiGHS solves the integer
# program as written; its ideals are ours, so that both answer the same question. One core each.
# Usage: bench/certified.sh [PARTIES ISSUES OPTIONS IMPLICATIONS SEED [RESERVATION [GAP_MILLIONTHS [SECONDS]]]]
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -ge 5 ] || set -- 20 200 10 300 1
parties=$1 issues=$2 options=$3 implications=$4 seed=$5 reservation=${6:-30} gap=${7:-1000} seconds=${8:-10}
cargo build --release --quiet --locked -p onetext-analysis --example many_parties
target=${CARGO_TARGET_DIR:-target}
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
echo "== $parties parties, $issues issues x $options, $implications implications, seed $seed, reservations $reservation %"
"$target/release/examples/many_parties" "$parties" "$issues" "$options" "$implications" "$seed" "$reservation" "$gap" \
  $((seconds * 25000000)) "$folder/scenario.json"
python=$target/peers/highs/bin/python
[ -x "$python" ] || python3 -m venv "$target/peers/highs"
"$python" -m pip install --quiet --disable-pip-version-check highspy || { echo "HiGHS: skipped: pip cannot install it"; exit 0; }
"$python" - "$folder/scenario.json" "$gap" "$seconds" <<'PEER'
import json, sys, time
import highspy
scenario = json.load(open(sys.argv[1]))
gap, seconds = int(sys.argv[2]) / 1e6, float(sys.argv[3])
parties, requires = scenario["parties"], scenario["requires"]
tables = [[[value / 1e12 for value in row] for row in party["table"]] for party in parties]
reservations = [party["reservation"] / 1e12 for party in parties]
ranges = [scenario.get("ideals", [])[at] / 1e12 - own for at, own in enumerate(reservations)] if "ideals" in scenario else None

def solve(name, ranges):
    model = highspy.Highs()
    for option, value in (("output_flag", False), ("threads", 1), ("time_limit", seconds), ("mip_rel_gap", gap)):
        model.setOptionValue(option, value)
    shares = [[model.addBinary() for _ in row] for row in tables[0]]
    least = model.addVariable(lb=-highspy.kHighsInf)
    for row in shares:
        model.addConstr(sum(row) == 1)
    for (issue, option), (other, needed) in requires:
        model.addConstr(shares[issue][option] - shares[other][needed] <= 0)
    for table, own, reach in zip(tables, reservations, ranges):
        worth = sum(value * share for row, among in zip(table, shares) for value, share in zip(row, among))
        model.addConstr(worth - reach * least >= own)
    start = time.perf_counter()
    model.maximize(least)
    spent = time.perf_counter() - start
    found = model.getInfo()
    value, bound = found.objective_function_value, found.mip_dual_bound
    print(f"HiGHS {model.version()} {name}: value {value:.12f} bound {bound:.12f} gap {100 * (bound - value) / abs(value):.4f} %, {spent:.2f} s")

solve("egalitarian", [1.0] * len(parties))
if ranges:
    solve("kalai-smorodinsky (ideals as onetext found them)", ranges)
PEER
