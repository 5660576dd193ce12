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

# time and memory on generated cases of 100,000 and 1,000,000 entries
bench:
    bash bench/load.sh
    bash bench/room.sh
    bash bench/drafts.sh

# the security figures, each with controls that must fail
safety *ROW:
    bash tools/safety {{ROW}}

# accept changed snapshots after looking at them (needs cargo-insta)
snapshots:
    cargo insta review
