//! The crate's one integration-test binary: every page of a small invented case, for the mediator and for one party;
//! and every page of the shipped cases, which must compose for everybody.

mod accounts;
mod calendar;
mod drafted;
mod folder;
mod intake;
mod issue;
mod keys;
mod ledger;
mod lint;
mod multicolumn;
mod pages;
mod shipped;
mod tracked;
mod what_if;
mod words;
