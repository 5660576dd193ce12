//! Tests of the reader of reports, one file a subject.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod contacts;
mod formats;
mod roots;
mod spelling;
mod statements;
mod states;

mod dates;
mod dates_gold;
mod languages;
