//! The same word twice in a row.
//!
//! Why it is bad: a slip, or what is left of two wordings that were put together; a word between them may have been
//! lost.
//!
//! Example: "the the Parties".
//!
//! Better: the word once.
//!
//! Standard: none is needed.
//!
//! Do not heed it when the words belong together, as in “had had”.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT050",
    name: "repeated-word",
    severity: Severity::Warning,
    reads: Reads::EnglishAndFrench,
    manual: head(include_str!("repeated_word.rs")),
    check,
};

/// Words that may rightly stand twice.
const TWICE: [&str; 7] = ["had", "that", "nous", "vous", "very", "bis", "more"];

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for at in 1..subject.words.all.len() {
        let (one, next) = (subject.words.all[at - 1], subject.words.all[at]);
        if one.sentence != next.sentence {
            continue;
        }
        let between = &subject.text(one.place)[one.to..next.from];
        let small = subject.words.small(at);
        let is_word = small.len() > 1 && small.chars().all(char::is_alphabetic);
        // Capitals stand twice in tables: "Sudan" at the end of one cell and the beginning of the next.
        let is_same = subject.excerpt(subject.words.span(at - 1, at))
            == subject.excerpt(subject.words.span(at, at + 1));
        let is_word = is_word
            && is_same
            && subject.excerpt(subject.words.span(at, at + 1)).starts_with(char::is_lowercase);
        let is_alone = !between.is_empty() && between.chars().all(|c| c == ' ');
        if is_word && is_alone && subject.words.small(at - 1) == small && !TWICE.contains(&small) {
            let span = subject.words.span(at - 1, at + 1);
            found.push(Remark::new(&RULE, span, Fact::Words { words: subject.excerpt(span).to_owned() }));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_word_stands_once() {
        table(
            &RULE,
            &[
                ("1. Each of the the Parties shall report.\n", &["the the"]),
                ("1. Each Party [the][the] had had time.\n", &[]),
            ],
        );
    }
}
