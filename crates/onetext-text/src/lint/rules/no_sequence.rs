//! A truce begins after a withdrawal, or each duty waits for the other, and no day is given for either.
//!
//! Why it is bad: each side waits for the other to begin, and the fighting goes on meanwhile.
//!
//! Example: "The ceasefire takes effect after both sides have withdrawn to agreed points."
//!
//! Better: "Day 0: the guns are silent. Day 3: the first line withdraws ... Each step is confirmed by the
//! observers."
//!
//! Standard: UN guidance on the mediation of ceasefires (2022): a timetable with steps in their order.
//!
//! Do not heed it when a timetable stands elsewhere; then refer to it.

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT030",
    name: "no-sequence",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("no_sequence.rs")),
    check,
};

/// What begins.
const TRUCES: &[&str] = &["ceasefire", "cease-fire", "truce", "cessation of hostilities", "armistice"];
/// What it waits for.
const AFTER: &[&str] = &[
    "after both",
    "after the withdrawal",
    "after withdrawal",
    "once both",
    "once the",
    "following the withdrawal",
    "upon withdrawal",
    "upon the withdrawal",
    "after the retreat",
    "after all",
    "when both",
    "as soon as both",
    "provided that the other",
    "if the other side",
];
/// Words for a timetable.
const TIMES: &[&str] = &["day*", "hour*", "timetable", "schedule", "calendar", "annex*", "date", "week*"];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for hit in subject.words.find(AFTER) {
        let sentence = subject.words.sentence_of(hit.first);
        let has_truce = subject.words.sentence_has(&sentence, TRUCES);
        if !has_truce || subject.words.sentence_has(&sentence, TIMES) {
            continue;
        }
        let fact =
            Fact::Lacks { words: subject.said(&hit).to_owned(), lacks: vec![Lack::Order, Lack::Deadline] };
        found.push(Remark::new(&RULE, subject.words.span(hit.first, hit.end), fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn who_begins_is_said() {
        table(
            &RULE,
            &[
                ("28. The ceasefire takes effect after both sides have withdrawn.\n", &["after both"]),
                ("28. The ceasefire takes effect two days after both sides have signed.\n", &[]),
            ],
        );
    }
}
