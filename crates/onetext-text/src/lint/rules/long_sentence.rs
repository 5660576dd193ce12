//! A sentence of more than 90 words.
//!
//! Why it is bad: its conditions can be tied to more than one of its duties; interpreters lose it, and translations
//! part here.
//!
//! Example: a sentence of 140 words with two duties and four conditions.
//!
//! Better: one duty, one sentence.
//!
//! Standard: the EU Joint Practical Guide asks for short sentences.
//!
//! Do not heed it when it was agreed word by word and nobody will open it again.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT046",
    name: "long-sentence",
    severity: Severity::Note,
    reads: Reads::EveryLanguage,
    manual: head(include_str!("long_sentence.rs")),
    check,
};

/// Longest sentence that is not told, in words.
const WORDS_MAX: usize = 90;

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let long = subject
        .words
        .sentences
        .iter()
        .filter(|one| one.end - one.first > WORDS_MAX && !subject.is_preamble(one.span.place));
    long.map(|one| Remark::new(&RULE, one.span, Fact::Long { words: one.end - one.first })).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn short_sentences_pass() {
        table(&RULE, &[("1. The Parties shall report. They shall meet.\n", &[])]);
    }
}
