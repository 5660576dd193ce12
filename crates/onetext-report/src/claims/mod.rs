//! Each attributed statement: cue, source, content; who said it, and the chain through which it came.
//!
//! Every verb group is asked whether its verb attributes something ([`cues`]). If so, its subject is the source, and its
//! content is the quotation or clause that stands before ([`before`]) or after it ([`after`]). "According to",
//! nouns such as "the claim that" and quotations introduced by a colon have files of their own. What is attributed
//! inside another statement is part of that statement. A quotation without a cue that follows a statement in its
//! paragraph is its continuation.

mod according;
mod after;
mod authors;
mod bare;
mod before;
pub(crate) mod chain;
mod cues;
mod ends;
mod headed;
mod idioms;
mod nouns;
mod passive;
mod quotations;
mod quoted;
mod relative;
mod settle;
mod source;
mod times;
mod verbs;
mod when;

use crate::grammar::Parsed;
use crate::reading::{Hedge, Mode, Venue};
use crate::tokens::Words;

/// An attributed statement, in tokens; whose it is is found later.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attribution {
    pub(crate) cue: Vec<Words>,
    /// The words that name who said it.
    pub(crate) source: Option<Words>,
    /// The outlet in the same sentence that relays it: "Axios reports, citing two sources".
    pub(crate) relay: Option<Words>,
    /// In order; several pieces where the attribution interrupts it.
    pub(crate) content: Vec<Words>,
    pub(crate) mode: Option<Mode>,
    pub(crate) act: &'static str,
    pub(crate) is_attitude: bool,
    pub(crate) negated: bool,
    pub(crate) hedges: Vec<Hedge>,
    pub(crate) addressee: Option<Words>,
    pub(crate) venue: Option<Venue>,
    /// The words that say when it was said.
    pub(crate) said_when: Option<Words>,
    /// A statement that this one tells as a whole: "Roe said so, the paper reported".
    pub(crate) within: Option<Box<Attribution>>,
    /// Without a cue of its own: it goes on from the statement before.
    pub(crate) runs_on: bool,
}

impl Attribution {
    /// Whether a token is part of what is said.
    pub(crate) fn says(&self, token: usize) -> bool {
        self.content.iter().any(|piece| piece.contains(token))
    }

    fn size(&self) -> usize {
        self.content.iter().map(|piece| piece.to - piece.from).sum()
    }
}

/// Statements of one report: more is no report.
const STATEMENTS_MAX: usize = 20_000;

/// Every attributed statement, in the order of its content.
pub(crate) fn attributions(parsed: &Parsed<'_>) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = vec![];
    for verb in 0..parsed.verbs.len() {
        if found.len() >= STATEMENTS_MAX {
            break;
        }
        found.extend(verbs::attribution(parsed, verb, &found));
    }
    found.extend(according::attributions(parsed));
    found.extend(nouns::attributions(parsed));
    found.extend(quotations::introduced(parsed, &found));
    found.extend(headed::attributions(parsed, &found));
    settle::relays(parsed, &mut found);
    settle::nested(parsed, &mut found);
    quotations::run_on(parsed, &mut found);
    found.extend(settle::gone_on(parsed, &found));
    settle::described(parsed, &mut found);
    found.sort_by_key(|one| {
        (one.content.first().map(|piece| piece.from), one.cue.first().map(|cue| cue.from))
    });
    found
}
