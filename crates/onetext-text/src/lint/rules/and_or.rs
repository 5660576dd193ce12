//! “and/or”: all of it, or one of it?
//!
//! Why it is bad: a duty with “and/or” is done by doing the least; a right with it is claimed to the full.
//!
//! Example: "taxes on the export and/or import of goods".
//!
//! Better: "on exports, on imports, or on both".
//!
//! Standard: Adams, A Manual of Style for Contract Drafting advises against it.
//!
//! Do not heed it when both are really meant and the sentence gives a right.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT025",
    name: "and-or",
    severity: Severity::Note,
    reads: Reads::EnglishAndFrench,
    manual: head(include_str!("and_or.rs")),
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for place in 0..subject.draft.provisions.len() {
        let small = subject.words.small_text(place);
        let hits = ["and/or", "et/ou", "or/and"].into_iter().flat_map(|sign| small.match_indices(sign));
        found.extend(hits.map(|(from, sign)| {
            let span = Span { place, from, to: from + sign.len() };
            Remark::new(&RULE, span, Fact::Words { words: subject.excerpt(span).to_owned() })
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn and_or_says_two_things() {
        table(
            &RULE,
            &[
                ("1. Taxes on export and/or import.\n", &["and/or"]),
                ("1. Taxes on export and import, or on both.\n", &[]),
            ],
        );
    }
}
