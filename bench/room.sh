#!/usr/bin/env bash
# Loads a room, client and server on the same machine: state of play at 1,000 requests a second (bars: p99 under 50 ms
# with SQLite, 80 ms with PostgreSQL, which is started for this if it is installed), 50 acknowledged entries a second with 200 listeners, and both together. The
# client is our own (crates/onetext/examples/load): a fixed rate, each request timed from when it was due.
# Also the time from the start of `serve` on the shipped case to its first page (bar: 1 s).
# Usage: bench/room.sh [SECONDS]
set -euo pipefail
seconds=${1:-20}
cd "$(dirname "$0")/.."
folder=$(mktemp -d "${TMPDIR:-/tmp}/onetext-room.XXXXXX")
server=
# A PostgreSQL runs as long as somebody holds its standard input.
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; exec 3>&- || true; rm -rf "$folder"' EXIT

cargo build --release --quiet --locked -p onetext
cargo build --release --quiet --locked -p onetext --example generate --example load
cargo build --release --quiet --locked -p onetext-store --example postgres --features testing
target=${CARGO_TARGET_DIR:-target}/release

serve() { # STORE-OR-FOLDER
  "$target/onetext" serve "$1" --key >"$folder/said" 2>&1 &
  server=$!
  until grep -q Bearer "$folder/said"; do sleep 0.005; done
  key=$(sed -n 's/.*Bearer): //p' "$folder/said")
  address=$(grep -o '127.0.0.1:[0-9]*' "$folder/said" | head -1)
}
stop() { kill "$server"; wait "$server" 2>/dev/null || true; server=; }

for try in 1 2 3; do
  start=$(date +%s%N)
  serve cases/ukraine-2025
  curl -s -o /dev/null -H "authorization: Bearer $key" "http://$address/page/status"
  echo "start of serve to first page, shipped case, try $try: $((($(date +%s%N) - start) / 1000000)) ms"
  stop
done

"$target/examples/generate" "$folder/case" --entries 10000 --parties 20 --issues 200 --seed 1 2>/dev/null
mkfifo "$folder/hold"
"$target/examples/postgres" <"$folder/hold" >"$folder/postgres" 2>&1 &
exec 3>"$folder/hold"
for _ in $(seq 300); do [ -s "$folder/postgres" ] && break; sleep 0.1; done
postgres=$(grep '^postgres:' "$folder/postgres" || true)
[ -n "$postgres" ] || echo "PostgreSQL: skipped: $(cat "$folder/postgres")"

for store in "$folder/sqlite.room" $postgres; do
  echo "== $store: 10,000 entries, $seconds s each, $(nproc) cores for client and server"
  "$target/onetext" room create "$store" --from "$folder/case" 2>/dev/null
  serve "$store"
  circle=$(curl -s -H "authorization: Bearer $key" "http://$address/api/v1/entries?kind=compartment" |
    python3 -c 'import json,sys; print(next(e["id"] for e in json.load(sys.stdin)["entries"] if e["fact"]["compartment"].get("mediator")))')
  load() { "$target/examples/load" "$address" --key "$key" --audience "$circle" --seconds "$seconds" "$@"; }
  load --reads 1000
  load --reads 0 --writes 50 --listeners 200
  load --reads 1000 --writes 50 --listeners 200
  stop
done
