//! Forces withdraw, weapons are given up, and nothing near says who verifies it and how.
//!
//! Why it is bad: each side will say that it did and that the other did not; ceasefires break on that.
//!
//! Example: "The forces of both sides shall withdraw to their barracks."
//!
//! Better: "... ; the observers named in Annex I confirm it on the spot within 48 hours and report to both sides."
//!
//! Standard: UN guidance on the mediation of ceasefires (2022), and the Ceasefire Drafter's Handbook: monitor,
//! place, method.
//!
//! Do not heed it when one provision on verification covers the whole text; then refer to it.

use std::collections::BTreeSet;

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT028",
    name: "no-verification",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("no_verification.rs")),
    check,
};

/// Duties about arms.
const ARMS: &[&str] = &[
    "withdraw* its forces",
    "withdraw* their forces",
    "withdraw* all",
    "withdraw* from",
    "withdrawal of forces",
    "withdrawal of troops",
    "withdrawal of its forces",
    "withdrawal of all",
    "shall withdraw",
    "will withdraw",
    "must withdraw",
    "shall disarm",
    "will disarm",
    "be disarmed",
    "be demobilized",
    "be demobilised",
    "shall demobili*",
    "surrender* weapons",
    "surrender* their weapons",
    "hand over weapons",
    "hand over their weapons",
    "heavy weapons",
    "shall not exceed",
    "limited to",
    "capped at",
];
/// Words for forces.
const FORCES: &[&str] = &[
    "force*",
    "troop*",
    "weapon*",
    "arms",
    "armed",
    "military",
    "army",
    "soldier*",
    "combatant*",
    "units",
    "personnel",
    "militia*",
];
/// Words for verification.
const VERIFIED: &[&str] = &[
    "verif*",
    "monitor*",
    "observ*",
    "inspect*",
    "supervis*",
    "commission*",
    "mission*",
    "joint",
    "united nations",
    "peacekeep*",
    "report*",
    "control commission",
    "certif*",
    "committee*",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut told: BTreeSet<usize> = BTreeSet::new();
    let mut found = Vec::new();
    for hit in subject.words.find(ARMS) {
        let sentence = subject.words.sentence_of(hit.first);
        let place = sentence.span.place;
        let is_duty = subject.has_duty(&sentence) && subject.words.sentence_has(&sentence, FORCES);
        let around = subject.outline.article(place).unwrap_or_else(|| subject.draft.top(place));
        let is_verified = subject
            .words
            .sentences
            .iter()
            .filter(|other| other.span.place >= around && subject.draft.is_within(other.span.place, around))
            .any(|other| subject.words.sentence_has(other, VERIFIED));
        if !is_duty || is_verified || !told.insert(around) {
            continue;
        }
        let fact =
            Fact::Lacks { words: subject.said(&hit).to_owned(), lacks: vec![Lack::Monitor, Lack::Method] };
        let remark = Remark::new(&RULE, subject.words.span(hit.first, hit.end), fact);
        // In a piece of a text the rest may stand elsewhere.
        found.push(if subject.shape.is_whole { remark } else { remark.as_grave_as(Severity::Note) });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn who_withdraws_is_seen_to() {
        table(
            &RULE,
            &[
                ("1. The forces of both sides shall withdraw from the town.\n", &["shall withdraw"]),
                ("1. The forces of both sides shall withdraw; the observers confirm it.\n", &[]),
                ("1. Each Party may withdraw from this Agreement.\n", &[]),
            ],
        );
    }
}
