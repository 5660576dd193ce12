# Shortcuts. None is needed: the README's two commands do without.

# the shipped case in the browser
serve *ARGS:
    cargo run --release -- serve cases/ukraine-2025 {{ARGS}}

# where the talks of the shipped case stand
status *ARGS:
    cargo run --release -- status cases/ukraine-2025 {{ARGS}}

# everything that must hold
test:
    bash tools/test

# format and lints alone
lint:
    cargo fmt --all
    cargo clippy --workspace --all-targets --all-features -- -D warnings

# time and memory: large cases, a room under load, drafts and settlements beside their peers
bench:
    bash bench/load.sh
    bash bench/room.sh
    bash bench/drafts.sh
    bash bench/settle.sh
    bash bench/certified.sh
    bash bench/reports.sh

# how well reports are read, on the texts with gold that are present
eval *ARGS:
    cargo run --release -p onetext-report --example eval -- {{ARGS}}

# the security figures, each with controls that must fail
safety *ROW:
    bash tools/safety {{ROW}}

# accept changed snapshots after looking at them (needs cargo-insta)
snapshots:
    cargo insta review
