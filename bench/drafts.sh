#!/usr/bin/env bash
# Redlines two drafts with onetext and with a peer in one run, and prints the ratio: `redlines` (pip, installed here into a
# folder of its own) on the same text. Without files: two drafts of the test data, and two treaties.
# Usage: bench/drafts.sh [OLD NEW]...
set -euo pipefail
cd "$(dirname "$0")/.."
data=${ONETEXT_DATA:-../shared/data}/drafts
if [ $# -eq 0 ]; then
  [ -d "$data" ] || { echo "skipped: test data not present; name two files"; exit 0; }
  set -- "$data/cop21/draft_9-dec-2015.md" "$data/cop21/draft_12-dec-2015.md" \
    "$data/cop21/draft_23-oct-2015.md" "$data/cop21/draft_4-dec-2015.md" "$data/trade/cusfta_1988.md" "$data/trade/nafta_1992.md"
fi
cargo build --release --quiet --locked -p onetext-text --example speed
target=${CARGO_TARGET_DIR:-target}
python=$target/peers/redlines/bin/python
[ -x "$python" ] || python3 -m venv "$target/peers/redlines"
"$python" -m pip install --quiet --disable-pip-version-check redlines typing_extensions || { echo "redlines: skipped: pip cannot install it"; python=; }
while [ $# -ge 2 ]; do
  echo "== $1 ($(wc -c <"$1") bytes), $2 ($(wc -c <"$2") bytes); one core of $(nproc)"
  ours=$("$target/release/examples/speed" "$1" "$2" 11)
  echo "onetext: $ours"
  if [ -n "$python" ]; then
    "$python" - "$1" "$2" "$(sed 's/.*redline \([0-9.]*\) ms.*/\1/' <<<"$ours")" <<'PEER'
import sys, time
from importlib.metadata import version
from redlines import Redlines
old, new = (open(path, encoding="utf-8").read() for path in sys.argv[1:3])
times = []
for _ in range(3):
    start = time.perf_counter()
    Redlines(old, new).output_markdown
    times.append(1000 * (time.perf_counter() - start))
peer = sorted(times)[1]
print(f"redlines {version('redlines')}: {peer:.0f} ms (median of 3); {peer / float(sys.argv[3]):.0f} times ours")
PEER
  fi
  shift 2
done
