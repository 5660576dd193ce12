//! Words of a treaty in a text that says it does not bind, or the other way round.
//!
//! Why it is bad: whether the text binds is the first thing that a court or a parliament will ask.
//!
//! Example: "This Memorandum of Understanding is legally binding."
//!
//! Better: either a treaty, with "shall" and final clauses, or a memorandum, with "will" and without them.
//!
//! Standard: UK guidance on treaties and memoranda of understanding.
//!
//! Do not heed it when the parties want the doubt.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT037",
    name: "legal-binding-mix",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("legal_binding_mix.rs")),
    check,
};

/// What a text that does not bind calls itself.
const SOFT: &[&str] = &[
    "this memorandum of understanding",
    "this memorandum",
    "this joint statement",
    "this declaration",
    "this joint declaration",
    "this statement of principles",
    "these principles",
];
/// What says that it does not bind.
const NOT: &[&str] = &[
    "not legally binding",
    "is non-binding",
    "are non-binding",
    "does not create legal",
    "no legal obligations",
    "not create any legal",
    "not intended to create legal",
];
/// What binds.
const HARD: &[&str] =
    &["legally binding", "enter into force", "enters into force", "shall be binding", "ratification"];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let words = &subject.words;
    let (soft, not) = (words.find(SOFT), words.find(NOT));
    let hard: Vec<_> = words
        .find(HARD)
        .into_iter()
        .filter(|hit| hit.first == 0 || words.small(hit.first - 1) != "not")
        .collect();
    let calls_itself = |hit: &super::super::words::Hit| subject.said(hit).to_owned();
    let mix = match (soft.first(), not.first(), hard.first()) {
        (Some(soft), None, Some(hard)) => Some((*hard, calls_itself(soft))),
        (_, Some(not), _) if subject.shape.is_binding => {
            Some((*not, "a text that says “this Agreement” and “shall”".to_owned()))
        }
        _ => None,
    };
    mix.into_iter()
        .map(|(hit, of)| {
            let fact = Fact::WordsOf { words: subject.said(&hit).to_owned(), of };
            Remark::new(&RULE, words.span(hit.first, hit.end), fact)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_text_binds_or_does_not() {
        table(
            &RULE,
            &[
                (
                    "1. This Memorandum of Understanding is signed.\n\n2. It is legally binding.\n",
                    &["legally binding"],
                ),
                ("1. This Memorandum of Understanding is signed, and is not legally binding.\n", &[]),
                ("1. This Agreement shall enter into force on 1 May.\n", &[]),
            ],
        );
    }
}
