#!/usr/bin/env bash
# Redlines two drafts with onetext and with two peers in one run, and prints the ratios: `redlines` on the same text, and
# `python-redlines` on the same Word files (both by pip, installed here into folders of their own). Without files: two
# drafts of the test data, and two treaties.
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
word=$target/peers/python-redlines/bin/python
[ -x "$word" ] || python3 -m venv "$target/peers/python-redlines"
"$word" -m pip install --quiet --disable-pip-version-check 'python-redlines[docxodus]' || { echo "python-redlines: skipped: pip cannot install it"; word=; }
cargo build --release --quiet --locked -p onetext
onetext=$target/release/onetext
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
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
  if [ -n "$word" ]; then
    "$onetext" clean "$1" --docx "$folder/old.docx" 2>/dev/null
    "$onetext" clean "$2" --docx "$folder/new.docx" 2>/dev/null
    "$word" - "$onetext" "$folder" <<'PEER'
import os, subprocess, sys, time
from importlib.metadata import version
from python_redlines import DocxodusEngine
onetext, folder = sys.argv[1:3]
old, new, out = (os.path.join(folder, name) for name in ("old.docx", "new.docx", "redline.docx"))
def median(work, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return sorted(times)[runs // 2]
command = [onetext, "redline", old, new, "--docx", out, "--date", "2026-01-01"]
ours = median(lambda: subprocess.run(command, check=True, capture_output=True), 11)
engine = DocxodusEngine()
bytes_of = lambda path: open(path, "rb").read()
try:
    peer = median(lambda: engine.run_redline("bench", original=bytes_of(old), modified=bytes_of(new)), 3)
    told = f"python-redlines {version('python-redlines')}: {peer:.0f} ms (median of 3); {peer / ours:.0f} times ours"
except Exception as error:
    told = f"python-redlines: failed: {str(error).splitlines()[0] if str(error) else type(error).__name__}"
print(f"Word files, whole processes: onetext {ours:.0f} ms (median of 11, files read in children with limits); {told}")
PEER
  fi
  shift 2
done
