//! “including”, with no word whether the list is closed.
//!
//! Why it is bad: whether something that is not in the list is covered, is then a matter of taste.
//!
//! Example: "measures, including tariffs and quotas".
//!
//! Better: "measures such as ...", "including without limitation", or "consisting of".
//!
//! Standard: Adams, A Manual of Style for Contract Drafting.
//!
//! Do not heed it when the list only shows what is meant, and nobody can gain by reading it narrowly. There are
//! many of these remarks.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT026",
    name: "including-open",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("including_open.rs")),
    check,
};

/// What follows where it is said that the list is open, or where no list follows.
const CLOSED: &[&str] = &[
    "but not limited",
    "without limitation",
    "inter alia",
    "among others",
    "through",
    "by",
    "in",
    "with",
    "as",
    "when",
    "where",
    "those",
    "that",
    "any",
    "at",
    "under",
    "via",
    "on",
    "for",
    "to",
    "how",
    "during",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for hit in subject.words.find(&["including"]) {
        let sentence = subject.words.sentence_of(hit.first);
        let text = subject.text(sentence.span.place);
        let after = subject.words.all[hit.first].to;
        let is_said = CLOSED.iter().any(|phrase| subject.words.phrase_at(hit.end, phrase).is_some())
            || text[after..].trim_start().to_lowercase().starts_with(", inter alia");
        // One thing is no list.
        let is_list = text[after..sentence.span.to.max(after)].contains([',', ';'])
            || subject.words.between(hit.end, sentence.end, &["and"]).is_some();
        if is_said || !is_list || subject.is_preamble(sentence.span.place) {
            continue;
        }
        let words = subject.said(&hit).to_owned();
        found.push(Remark::new(&RULE, subject.words.span(hit.first, hit.end), Fact::Words { words }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_list_is_open_or_closed() {
        table(
            &RULE,
            &[
                ("1. Each Party ends its measures, including tariffs, quotas and fees.\n", &["including"]),
                ("1. Its measures, including without limitation tariffs and fees.\n", &[]),
                ("1. The Party, including its regions.\n", &[]),
            ],
        );
    }
}
