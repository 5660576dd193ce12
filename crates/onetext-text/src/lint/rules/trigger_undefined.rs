//! A right or a text falls away on an event, and nobody is said to establish the event.
//!
//! Why it is bad: the side that wants out will find that the event has happened; the other will deny it, and
//! nothing decides.
//!
//! Example: "If missiles are fired without cause, the guarantee is considered invalid."
//!
//! Better: "If the Commission finds by ... within ... days that ..., the guarantee lapses ... days after its
//! finding."
//!
//! Standard: UN guidance on the mediation of ceasefires (2022) asks who verifies, and how disputes are settled.
//!
//! Do not heed it when the event is a date, or a public act that cannot be in doubt.

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT006",
    name: "trigger-undefined",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("trigger_undefined.rs")),
    check,
};

/// Words for what falls away.
const LAPSES: &[&str] = &[
    "invalid",
    "null and void",
    "become void",
    "be void",
    "is void",
    "lapse",
    "lapses",
    "forfeit*",
    "shall cease to apply",
    "will cease to apply",
    "ceases to apply",
    "cease to have effect",
    "be revoked",
    "are revoked",
    "is revoked",
    "lose its guarantee",
    "loses the guarantee",
];
/// Words for the event.
const EVENTS: &[&str] = &["if", "unless", "in the event", "in case", "should", "where", "when"];
/// Words for who establishes it, or for a procedure.
const DECIDERS: &[&str] = &[
    "decide*",
    "decision*",
    "determin*",
    "find",
    "finds",
    "finding*",
    "court*",
    "tribunal*",
    "commission*",
    "committee*",
    "council",
    "panel",
    "notif*",
    "arbitrat*",
    "notice",
    "certif*",
    "authority",
    "authorities",
    "judg*",
    "law",
    "laws",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for hit in subject.words.find(LAPSES) {
        let sentence = subject.words.sentence_of(hit.first);
        let has_event = subject.words.sentence_has(&sentence, EVENTS);
        // Who decides may be said in the next sentence of the provision.
        let place = sentence.span.place;
        let near = subject.words.sentences.iter().filter(|other| other.span.place == place);
        let has_decider = near.into_iter().any(|other| subject.words.sentence_has(other, DECIDERS));
        if !has_event || has_decider {
            continue;
        }
        let fact = Fact::Lacks { words: subject.said(&hit).to_owned(), lacks: vec![Lack::Decider] };
        found.push(Remark::new(&RULE, subject.words.span(hit.first, hit.end), fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn somebody_establishes_the_event() {
        table(
            &RULE,
            &[
                (
                    "1. If it fires missiles without cause, the guarantee is considered invalid.\n",
                    &["invalid"],
                ),
                ("1. If the Commission finds a breach, the guarantee lapses.\n", &[]),
                ("1. This Agreement replaces the old one, which lapses.\n", &[]),
            ],
        );
    }
}
