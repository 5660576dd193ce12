//! A bracket around the word that binds: "[shall][should]", "[not]".
//!
//! Why it is bad: the two readings are not shades of one duty. One binds and the other does not, or says the opposite; it
//! is the question itself and no matter of drafting.
//!
//! Example: "Parties [shall][should] report", "The Parties shall [not] transfer arms".
//!
//! Better: bring this bracket to the heads of delegation first, and write the two sentences out.
//!
//! Standard: the practice of negotiating texts; UK guidance on treaties and memoranda tells binding from other words.
//!
//! Do not heed it when the parties know this bracket and keep it open on purpose.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT021",
    name: "bracket-changes-force",
    severity: Severity::Error,
    reads: Reads::EnglishAndFrench,
    manual: head(include_str!("bracket_changes_force.rs")),
    check,
};

/// Words that make a sentence bind or not, in small letters.
const FORCE: [&str; 22] = [
    "shall",
    "should",
    "will",
    "must",
    "may",
    "would",
    "can",
    "could",
    "is to",
    "are to",
    "are encouraged to",
    "is encouraged to",
    "shall be",
    "should be",
    "shall not",
    "should not",
    "may not",
    "doit",
    "doivent",
    "devrait",
    "devraient",
    "peut",
];
/// Words that turn a sentence round.
const NEGATIONS: [&str; 6] = ["not", "no", "never", "neither", "ne pas", "pas"];

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    let mut rows_told: Vec<usize> = Vec::new();
    let pairs = &subject.brackets.pairs;
    for bracket in pairs.iter().filter(|one| one.open.0 == one.close.0) {
        let text = subject.text(bracket.open.0);
        let inside = text[bracket.open.1 + 1..bracket.close.1].trim().to_lowercase();
        let is_negation = NEGATIONS.contains(&inside.as_str());
        let is_force = is_negation || inside.split('/').all(|word| FORCE.contains(&word.trim()));
        if !is_force || bracket.alternatives.is_some_and(|row| rows_told.contains(&row)) {
            continue;
        }
        rows_told.extend(bracket.alternatives);
        let row = pairs.iter().filter(|other| {
            bracket.alternatives.is_some_and(|row| other.alternatives == Some(row))
                && other.open.0 == bracket.open.0
        });
        let (from, to) = row.fold((bracket.open.1, bracket.close.1), |(from, to), other| {
            (from.min(other.open.1), to.max(other.close.1))
        });
        let span = Span { place: bracket.open.0, from, to: to + 1 };
        let words = subject.excerpt(span).to_owned();
        found.push(Remark::new(&RULE, span, Fact::ForceOpen { words, is_negation }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::*;

    #[test]
    fn a_bracket_may_decide_whether_a_sentence_binds() {
        table(
            &RULE,
            &[
                ("1. Parties [shall][should][other] report [annually].\n", &["[shall][should][other]"]),
                ("1. Parties shall [not] transfer arms.\n", &["[not]"]),
                ("1. Parties [shall/should] report.\n", &["[shall/should]"]),
                ("1. Parties shall report [to the Council][and meet].\n", &[]),
                ("1. [Parties shall report.]\n", &[]),
                ("1. Les Parties [doivent][devraient] agir.\n", &["[doivent][devraient]"]),
            ],
        );
    }
}
