//! Something is to be done, and nothing says by when.
//!
//! Why it is bad: a duty without a day is never late.
//!
//! Example: "The Parties shall establish a joint commission."
//!
//! Better: "The Parties shall establish a joint commission within 30 days of the signature of this Agreement."
//!
//! Standard: UN guidance on the mediation of ceasefires (2022), and the Ceasefire Drafter's Handbook, ask for a
//! day, a period or an event.
//!
//! Do not heed it when the act takes effect with the text itself, or an annex has the timetable.

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT002",
    name: "no-deadline",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("no_deadline.rs")),
    check,
};

/// Acts that are done once.
const ACTS: &[&str] = &[
    "shall establish",
    "shall create",
    "shall appoint",
    "shall convene",
    "shall withdraw",
    "shall release",
    "shall submit",
    "shall adopt",
    "shall prepare",
    "shall hand over",
    "shall set up",
    "shall form",
    "shall hold elections",
    "shall return",
    "shall disarm",
    "shall dismantle",
    "shall publish",
    "shall demobili*",
    "shall be established",
    "shall be created",
    "shall be appointed",
    "shall be convened",
    "shall be withdrawn",
    "shall be released",
    "shall be set up",
    "shall be formed",
    "shall be handed over",
    "shall be disarmed",
    "shall be dismantled",
    "will establish",
    "will create",
    "will appoint",
    "will withdraw",
    "will release",
    "will be established",
    "will be created",
    "will be appointed",
    "will be withdrawn",
    "will be released",
    "will be formed",
    "will be installed",
    "must withdraw",
    "must release",
];
/// Words that tie an act to a time or an event.
const TIMES: &[&str] = &[
    "within",
    "before",
    "after",
    "upon",
    "when",
    "whenever",
    "until",
    "during",
    "day*",
    "week*",
    "month*",
    "year*",
    "annual*",
    "session",
    "immediately",
    "no later",
    "not later",
    "prior",
    "once",
    "periodic*",
    "regular*",
    "every",
    "time*",
    "following",
    "date",
    "if",
    "in the event",
    "as soon as",
    "from",
    "at the first",
    "first meeting",
    "hereby",
    "where",
    "in accordance with the schedule",
    "simultaneous*",
    "deadline",
    "election*",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for hit in subject.words.find(ACTS) {
        let sentence = subject.words.sentence_of(hit.first);
        let has_time = subject.words.sentence_has(&sentence, TIMES)
            || !crate::exact::dates(subject.excerpt(sentence.span)).is_empty();
        // "adopt or maintain" lays down a state of law and no act.
        let is_state = subject.words.phrase_at(hit.end, "or").is_some();
        if has_time || is_state || subject.is_preamble(sentence.span.place) {
            continue;
        }
        let words = subject.said(&hit).to_owned();
        let fact = Fact::Lacks { words, lacks: vec![Lack::Deadline] };
        found.push(Remark::new(&RULE, subject.words.span(hit.first, hit.end), fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn what_is_done_once_is_done_by_a_day() {
        table(
            &RULE,
            &[
                ("1. The Parties shall establish a joint commission.\n", &["shall establish"]),
                ("1. The Parties shall establish a joint commission within 30 days of signature.\n", &[]),
                ("1. Prisoners shall be released by 4 May 2026.\n", &[]),
                ("1. The Government will be formed of both sides.\n", &["will be formed"]),
            ],
        );
    }
}
