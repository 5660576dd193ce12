//! A period with no beginning: “within 30 days”.
//!
//! Why it is bad: each side counts from the day that suits it: signature, entry into force, notice.
//!
//! Example: "The prisoners shall be released within 30 days."
//!
//! Better: "... within 30 days of the entry into force of this Agreement."
//!
//! Standard: UN guidance on the mediation of ceasefires (2022), and the Ceasefire Drafter's Handbook.
//!
//! Do not heed it when the text says once from when all periods are counted.

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::{Language, spelled};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT043",
    name: "period-without-start",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("period_without_start.rs")),
    check,
};

/// Units of a period.
const UNITS: [&str; 8] = ["day", "days", "week", "weeks", "month", "months", "hours", "years"];
/// Words from which it is counted, before or after it.
const STARTS: &[&str] = &[
    "of",
    "from",
    "after",
    "following",
    "since",
    "to",
    "thereafter",
    "upon",
    "when",
    "before",
    "prior",
    "preceding",
    "receipt",
    "notif*",
    "once",
    "if",
    "where",
    "date",
    "as",
    "thereof",
    "beginning",
    "vacan*",
    "fail*",
    "each",
    "every",
    "per",
    "until",
    "during",
    "later",
    "any",
    "in which",
    "latter",
    "no",
    "request*",
    "invit*",
    "propos*",
];
/// How many words within, at most, the number takes: "a period of thirty (30)".
const WITHIN_MAX: usize = 7;

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for hit in subject.words.find(&["within"]) {
        let sentence = subject.words.sentence_of(hit.first);
        let last = sentence.end.min(hit.end + WITHIN_MAX);
        let Some(unit) = (hit.end..last).find(|at| UNITS.contains(&subject.words.small(*at))) else {
            continue;
        };
        let is_number = subject.words.between(hit.end, unit, &["prescribed", "specified"]).is_none()
            && (hit.end..unit).any(|at| {
                let word = subject.words.small(at);
                word.starts_with(|c: char| c.is_ascii_digit())
                    || spelled(&[word], Language::English).is_some()
            });
        let has_start = subject.words.between(unit + 1, sentence.end, STARTS).is_some()
            || subject
                .words
                .between(
                    sentence.first,
                    hit.first,
                    &[
                        "after",
                        "following",
                        "upon",
                        "from",
                        "when",
                        "if",
                        "where",
                        "once",
                        "should",
                        "prior",
                        "vacan*",
                        "fail*",
                        "case",
                        "request*",
                        "notif*",
                        "receipt",
                    ],
                )
                .is_some();
        if !is_number || has_start {
            continue;
        }
        let span = subject.words.span(hit.first, unit + 1);
        let fact = Fact::Lacks { words: subject.excerpt(span).to_owned(), lacks: vec![Lack::Start] };
        found.push(Remark::new(&RULE, span, fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_period_has_a_beginning() {
        table(
            &RULE,
            &[
                ("1. The prisoners shall be released within 30 days.\n", &["within 30 days"]),
                (
                    "1. The prisoners shall be released within a period of thirty (30) days.\n",
                    &["within a period of thirty (30) days"],
                ),
                ("1. They shall be released within 30 days of signature.\n", &[]),
                ("1. Upon request a Party shall reply within 30 days.\n", &[]),
                ("1. Within the zone they stay for days.\n", &[]),
            ],
        );
    }
}
