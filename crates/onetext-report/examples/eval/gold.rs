//! The hand-made gold of a report (`onetext.report-gold/1`), as far as it is scored.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::answer::{self, When};

#[derive(Debug, Deserialize)]
pub(crate) struct Gold {
    pub(crate) doc: Doc,
    pub(crate) actors: Vec<Actor>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) contacts: Vec<Contact>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Doc {
    pub(crate) outlet: String,
    pub(crate) published: Option<jiff::civil::Date>,
    pub(crate) lang: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Actor {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Claim {
    pub(crate) id: String,
    pub(crate) attributed: bool,
    pub(crate) source: Option<Piece>,
    pub(crate) content: Vec<Piece>,
    pub(crate) mode: String,
    pub(crate) chain: Vec<Link>,
    pub(crate) date: Option<When>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Piece {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Link {
    pub(crate) actor: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Contact {
    pub(crate) id: String,
    #[serde(rename = "type")]
    pub(crate) sort: String,
    pub(crate) status: String,
    pub(crate) date: Option<When>,
    pub(crate) duration_minutes: Option<u32>,
    pub(crate) duration_conflict: Option<Vec<Minutes>>,
    pub(crate) participants: Vec<Participant>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Minutes {
    pub(crate) minutes: u32,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Participant {
    pub(crate) actor: String,
}

/// Pieces as pairs.
pub(crate) fn pairs(pieces: &[Piece]) -> Vec<[usize; 2]> {
    pieces.iter().map(|piece| [piece.start, piece.end]).collect()
}

impl Contact {
    /// Its minutes: the accounts where they differ, else the one duration.
    pub(crate) fn minutes(&self) -> BTreeSet<u32> {
        match &self.duration_conflict {
            Some(accounts) => accounts.iter().map(|account| account.minutes).collect(),
            None => self.duration_minutes.into_iter().collect(),
        }
    }
}

impl Doc {
    /// The outlet without a remark in parentheses ("(rewritten)").
    pub(crate) fn outlet(&self) -> &str {
        self.outlet.split(" (").next().unwrap_or(&self.outlet)
    }
}

/// Names under which an actor may be found, without case, "the" and "a".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names(BTreeSet<String>);

impl Names {
    pub(crate) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Names {
        Names(names.map(plain).filter(|name| !name.is_empty()).collect())
    }

    pub(crate) fn join(&self, other: &Names) -> bool {
        !self.0.is_disjoint(&other.0)
    }
}

fn plain(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split_whitespace().skip_while(|word| matches!(*word, "the" | "a" | "an"));
    words.collect::<Vec<_>>().join(" ")
}

/// Names of a gold actor. The first link of every chain is the report's own outlet, which the gold may call otherwise
/// than `doc.outlet`, so it answers to both.
pub(crate) fn gold_names(gold: &Gold, id: &str) -> Names {
    let outlet =
        gold.claims.iter().find_map(|claim| claim.chain.first()).is_some_and(|link| link.actor == id);
    let doc = outlet.then_some([gold.doc.outlet.as_str(), gold.doc.outlet()]);
    let actor = gold.actors.iter().find(|actor| actor.id == id);
    let own = actor.into_iter().flat_map(|actor| {
        std::iter::once(actor.name.as_str()).chain(actor.aliases.iter().map(String::as_str))
    });
    Names::of(own.chain(doc.into_iter().flatten()))
}

/// Names of an actor of an answer.
pub(crate) fn answer_names(answer: &answer::Answer, id: &str) -> Names {
    let actor = answer.actors.iter().find(|actor| actor.id == id);
    Names::of(actor.into_iter().flat_map(|actor| {
        std::iter::once(actor.name.as_str()).chain(actor.aliases.iter().map(String::as_str))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_join_without_case_and_article() {
        let gold = Names::of(["The Valley Post", "the paper"].into_iter());
        assert!(gold.join(&Names::of(["valley post"].into_iter())));
        assert!(!gold.join(&Names::of(["Post", "the"].into_iter())));
    }
}
