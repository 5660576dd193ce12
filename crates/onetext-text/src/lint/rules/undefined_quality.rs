//! A quality without a test: “reliable guarantees”, “adequate support”.
//!
//! Why it is bad: each side measures by its own rule, and says that the other's is too little.
//!
//! Example: "Ukraine will receive reliable security guarantees."
//!
//! Better: say who does what on which event, or by which test the quality is judged and by whom.
//!
//! Standard: the EU Joint Practical Guide asks for clear, simple and precise wording.
//!
//! Do not heed it when the quality is a known standard of law, or a body is named that judges it.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT004",
    name: "undefined-quality",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("undefined_quality.rs")),
    check,
};

/// Qualities that want a test.
const QUALITIES: &[&str] = &[
    "adequate",
    "appropriate",
    "robust",
    "reliable",
    "reasonable",
    "sufficient",
    "satisfactory",
    "meaningful",
    "credible",
    "substantial",
    "suitable",
    "proper",
    "acceptable",
    "strong",
    "balanced",
    "equitable",
];
/// What follows where no noun is meant.
const NO_NOUNS: &[&str] = &[
    "to", "for", "and", "or", "in", "as", "by", "of", "if", "that", "with", "on", "at", "from", "than",
    "the", "it", "a", "when", "but",
];
/// What stands before where the words mean something else.
const BEFORE: &[&str] = &[
    "as",
    "where",
    "if",
    "when",
    "is",
    "are",
    "be",
    "deems",
    "considers",
    "considered",
    "necessary",
    "more",
    "most",
    "very",
    "deem",
    "not",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for hit in subject.words.find(QUALITIES) {
        let sentence = subject.words.sentence_of(hit.first);
        let (noun, before) = (hit.end, hit.first.checked_sub(1).filter(|at| *at >= sentence.first));
        let has_noun = noun < sentence.end
            && subject.words.touches(hit.first, noun)
            && !NO_NOUNS.contains(&subject.words.small(noun));
        if !has_noun
            || before.is_some_and(|at| BEFORE.contains(&subject.words.small(at)))
            || subject.is_preamble(sentence.span.place)
        {
            continue;
        }
        let of = subject.excerpt(subject.words.span(noun, noun + 1)).to_owned();
        let span = subject.words.span(hit.first, noun + 1);
        found.push(Remark::new(&RULE, span, Fact::WordsOf { words: subject.said(&hit).to_owned(), of }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_quality_needs_a_test() {
        table(
            &RULE,
            &[
                ("1. The side will receive reliable guarantees.\n", &["reliable guarantees"]),
                ("1. Each Party shall, as appropriate, give adequate support.\n", &["adequate support"]),
                ("1. What is adequate is for the Council to say.\n", &[]),
            ],
        );
    }
}
