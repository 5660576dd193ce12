//! The room from outside, through its router: what each may do, what each gets, and what the security promises say.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod authenticator;
mod canaries;
mod cases;
mod destroy;
mod drafts;
mod leaks;
mod library;
mod lost_updates;
mod matrix;
mod papers;
mod passkeys;
mod press;
mod provider;
mod stage;
mod tls;
mod what_if;
mod worlds;
