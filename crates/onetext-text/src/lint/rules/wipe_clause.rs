//! All disputes, claims or ambiguities are declared settled, without a list.
//!
//! Why it is bad: nobody can say later what was given up; each side will find that its own claim was not among
//! them.
//!
//! Example: "All ambiguities of the last 30 years will be considered settled."
//!
//! Better: "The matters in Annex I are settled as set out there."
//!
//! Standard: the Handbook on Good Treaty Practice: a settlement says what it settles.
//!
//! Do not heed it when a general waiver is what the parties want, and they know what they give up.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT007",
    name: "wipe-clause",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("wipe_clause.rs")),
    check,
};

/// All of something.
const ALL: &[&str] = &[
    "all ambiguities",
    "all disputes",
    "all claims",
    "all differences",
    "all outstanding",
    "any and all",
    "all disagreements",
    "all issues",
    "all grievances",
];
/// What is said of it.
const SETTLED: &[&str] = &[
    "considered settled",
    "deemed settled",
    "regarded as settled",
    "are settled",
    "be settled once",
    "considered resolved",
    "deemed resolved",
    "are resolved",
    "considered closed",
    "are closed",
    "waive*",
    "renounce*",
    "forgiven",
    "set aside",
];
/// Words for a list.
const LISTED: &[&str] = &["list*", "annex*", "schedule", "following", "set out", "namely", "described"];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for hit in subject.words.find(ALL) {
        let sentence = subject.words.sentence_of(hit.first);
        let Some(settled) = subject.words.between(sentence.first, sentence.end, SETTLED) else { continue };
        if subject.words.sentence_has(&sentence, LISTED) {
            continue;
        }
        let fact =
            Fact::WordsOf { words: subject.said(&hit).to_owned(), of: subject.said(&settled).to_owned() };
        found.push(Remark::new(&RULE, subject.words.span(hit.first, hit.end), fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_settlement_says_what_it_settles() {
        table(
            &RULE,
            &[
                (
                    "2. All ambiguities of the last 30 years will be considered settled.\n",
                    &["All ambiguities"],
                ),
                ("2. All claims listed in Annex I are settled.\n", &[]),
                ("2. All disputes shall be settled by arbitration.\n", &[]),
            ],
        );
    }
}
