//! Grades on the Admiralty scale that could be set: reliability of a source (A to F) and credibility of a statement (1 to
//! 6), apart, as STANAG 2511 has them. Proposed from what is on file, never stored: only a person sets a grade, and until
//! then a source counts as F6.
//!
//! - **Reliability** is what a person gave the same outlet last; F where nobody has graded it. onetext has no opinion of an
//!   outlet.
//! - **Credibility** rests on other accounts of the same contact, or of the same statement. An account *agrees* where
//!   the two share most of their words; it *differs* where it gives another length of the contact, or answers the statement
//!   in other words. Whatever else is told of the same contact says nothing of this statement. Agreeing accounts count
//!   by *distinct roots*. A root is where a chain comes from: the last named speaker; for a source that is not named the
//!   outlet that heard it; for what is told without a source the outlet itself. Ten outlets that repeat one agency are
//!   one root.

use std::collections::BTreeSet;

use onetext_model::{Chained, Claim, EntryId, Grade, Reliability, Report, Stated, View};

use super::claims::{SAME_WORDS_MIN, accounts, likeness};

/// What a grade could be, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// What a person gave the outlet before; F otherwise.
    pub reliability: Reliability,
    /// 1 (confirmed) to 6 (cannot be judged).
    pub credibility: u8,
    /// How many distinct roots tell it.
    pub roots: usize,
    /// Whether accounts of it differ: how long it took, or a denial.
    pub is_contradicted: bool,
}

/// The grade that could be set on a claim, from the other accounts of the same contact or statement.
pub fn suggested(view: &View<'_>, claim: Stated<'_, Claim>) -> Suggested {
    let Some(own) = view.find::<Claim>(claim.id()) else {
        return Suggested { reliability: Reliability::F, credibility: 6, roots: 0, is_contradicted: false };
    };
    let accounts = accounts(view, own);
    let agreeing = accounts.iter().filter(|other| agrees(own.fact, other.fact));
    let roots: BTreeSet<String> =
        agreeing.chain([&own]).filter_map(|account| root(view, account.fact)).collect();
    let is_contradicted = accounts.iter().any(|other| other.id() != own.id() && differs(view, own, *other));
    let credibility = match (roots.len(), is_contradicted) {
        (_, true) => 4,
        (0 | 1, false) => 6,
        (2, false) => 3,
        (_, false) => 2,
    };
    Suggested { reliability: reliability(view, own), credibility, roots: roots.len(), is_contradicted }
}

fn agrees(own: &Claim, other: &Claim) -> bool {
    likeness(&own.words, &other.words) >= SAME_WORDS_MIN
}

/// Another length of the same contact; or an answer in other words, whichever of the two answers the other.
fn differs(view: &View<'_>, own: Stated<'_, Claim>, other: Stated<'_, Claim>) -> bool {
    let lengths = own.fact.duration_minutes.zip(other.fact.duration_minutes);
    let same_contact = own.fact.contact.zip(other.fact.contact).is_some_and(|(one, two)| view.same(one, two));
    let is_to = |of: &Claim, id: EntryId| of.answers.is_some_and(|answered| view.same(answered.0, id));
    let answers = is_to(own.fact, other.id()) || is_to(other.fact, own.id());
    (same_contact && lengths.is_some_and(|(one, two)| one != two))
        || (answers && !agrees(own.fact, other.fact))
}

/// Where a chain comes from, as a key that is the same for the same origin.
fn root(view: &View<'_>, claim: &Claim) -> Option<String> {
    let innermost_outlet = claim.chain.iter().rev().find_map(|link| match link {
        Chained::Outlet(name) | Chained::Implied(name) => Some(format!("outlet {}", name.to_lowercase())),
        _ => None,
    });
    match claim.chain.last()? {
        Chained::Actor(actor) => Some(format!("actor {}", view.latest(actor.0))),
        _ => innermost_outlet,
    }
}

fn reliability(view: &View<'_>, claim: Stated<'_, Claim>) -> Reliability {
    let reports = || claim.entry.sources.iter().filter_map(|source| view.find::<Report>(source.0));
    let outlets: BTreeSet<String> = reports().map(|report| report.fact.outlet.to_lowercase()).collect();
    let graded = |id: EntryId| {
        view.notes_on::<Grade>(id).next_back().map(|grade| (grade.entry.known_at, grade.fact.reliability))
    };
    let of_outlet =
        view.each::<Report>().filter(|report| outlets.contains(&report.fact.outlet.to_lowercase()));
    let given = of_outlet.filter_map(|report| graded(report.id()));
    given.max_by_key(|(when, _)| view.day(*when)).map_or(Reliability::F, |(_, reliability)| reliability)
}
