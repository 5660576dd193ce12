//! Forces go to, or hold, places that are only called agreed.
//!
//! Why it is bad: a line that is on no map is drawn by whoever moves first.
//!
//! Example: "Both sides withdraw to agreed points."
//!
//! Better: "... to the points in Annex II, given by coordinates and shown on the map there."
//!
//! Standard: UN guidance on the mediation of ceasefires (2022), and the Ceasefire Drafter's Handbook: maps,
//! coordinates, annexes.
//!
//! Do not heed it when an annex has the places; then refer to it.

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT029",
    name: "no-place",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("no_place.rs")),
    check,
};

/// Places that nobody has named.
const PLACES: &[&str] = &[
    "agreed points",
    "agreed positions",
    "agreed areas",
    "agreed locations",
    "agreed lines",
    "agreed zones",
    "designated areas",
    "designated zones",
    "designated points",
    "designated locations",
    "designated places",
    "designated sites",
    "assembly areas",
    "assembly points",
    "current positions",
    "present positions",
    "existing positions",
    "positions to be agreed",
    "areas to be agreed",
    "locations to be agreed",
    "line of contact",
    "contact line",
];
/// Words for where they are shown.
const SHOWN: &[&str] = &[
    "map*",
    "annex*",
    "coordinate*",
    "list*",
    "schedule",
    "appendix",
    "as follows",
    "following",
    "attached",
    "kilomet*",
    "km",
    "named",
    "to be identified by",
    "determined by",
    "specified",
    "defined in",
    "identified by",
    "agreed by the",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for hit in subject.words.find(PLACES) {
        let sentence = subject.words.sentence_of(hit.first);
        if subject.words.sentence_has(&sentence, SHOWN)
            || subject.is_preamble(sentence.span.place)
            || !subject.shape.is_about_arms
        {
            continue;
        }
        let fact = Fact::Lacks { words: subject.said(&hit).to_owned(), lacks: vec![Lack::Place] };
        found.push(Remark::new(&RULE, subject.words.span(hit.first, hit.end), fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_line_is_on_a_map() {
        table(
            &RULE,
            &[
                ("1. All troops withdraw to agreed points.\n", &["agreed points"]),
                ("1. All troops withdraw to the agreed points shown on the map in Annex II.\n", &[]),
            ],
        );
    }
}
