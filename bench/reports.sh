#!/usr/bin/env bash
# Reads articles of 750 words on one core with onetext and, in the same run, finds their direct quotations with textacy
# (by pip, with a small English model, in a folder of its own), and prints both speeds and the ratio. Without files: the
# report texts of the test data.
# Usage: bench/reports.sh [FILE]...
set -euo pipefail
cd "$(dirname "$0")/.."
data=${ONETEXT_DATA:-../shared/data}/reports
if [ $# -eq 0 ]; then
  [ -d "$data" ] || { echo "skipped: test data not present; name some texts"; exit 0; }
  news=$(mktemp -d)
  trap 'rm -rf "$news"' EXIT
  for gold in "$data"/*.gold.json; do cp "${gold%.gold.json}.txt" "$news"; done
  for parsed in "$data"/gum_wikinews/*.conllu; do
    sed -n 's/^# text = //p' "$parsed" >"$news/$(basename "$parsed").txt"
  done
  set -- "$news"/*.txt
fi
cargo build --release --quiet --locked -p onetext-report --example speed
target=${CARGO_TARGET_DIR:-target}
echo "one core of $(nproc)"
ours=$(taskset -c 0 "$target/release/examples/speed" "$@")
echo "onetext: $ours articles of 750 words a second, all of a reading: actors, claims, chains, contacts, days"
python=$target/peers/textacy/bin/python
[ -x "$python" ] || python3 -m venv "$target/peers/textacy"
model=https://github.com/explosion/spacy-models/releases/download/en_core_web_sm-3.8.0/en_core_web_sm-3.8.0-py3-none-any.whl
if ! "$python" -m pip install --quiet --disable-pip-version-check textacy; then
  echo "textacy: skipped: pip cannot install it"
  exit 0
fi
"$python" -c 'import en_core_web_sm' 2>/dev/null || "$python" -m pip install --quiet --retries 0 --disable-pip-version-check "$model" 2>/dev/null ||
  echo "the English model cannot be fetched here: only words and sentences are cut, a lower bound of textacy's time"
taskset -c 0 "$python" - "$ours" "$@" <<'PEER'
import sys, time
import spacy, textacy.extract
ours, paths = float(sys.argv[1]), sys.argv[2:]
words = "\n\n".join(open(path, encoding="utf-8").read() for path in paths).split(" ")
articles = [" ".join(words[turn * 353 % (len(words) - 750):][:750]) for turn in range(20)]
try:
    model = spacy.load("en_core_web_sm")
    find = lambda text: len(list(textacy.extract.direct_quotations(model(text))))
    what = "direct quotations alone"
except OSError:
    model = spacy.blank("en")
    model.add_pipe("sentencizer")
    find = lambda text: sum(1 for _ in model(text).sents)
    what = "sentences alone, without any grammar"
started = time.perf_counter()
found = sum(find(text) for text in articles)
speed = len(articles) / (time.perf_counter() - started)
print(f"textacy: {speed:.1f} articles a second, {what} ({found} found in {len(articles)})")
print(f"ratio: {ours / speed:.1f}")
PEER
