//! “unless otherwise decided”, and nothing says by whom.
//!
//! Why it is bad: the exception is as wide as the power to decide, which nobody has been given.
//!
//! Example: "every five years unless otherwise decided".
//!
//! Better: "... unless the Conference decides otherwise by consensus".
//!
//! Standard: the Handbook on Good Treaty Practice.
//!
//! Do not heed it when only one body can be meant.

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT035",
    name: "unless-otherwise",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("unless_otherwise.rs")),
    check,
};

/// Exceptions that somebody has to make.
const PHRASES: &[&str] = &[
    "unless otherwise decided",
    "unless otherwise agreed",
    "unless otherwise determined",
    "unless decided otherwise",
    "unless agreed otherwise",
    "unless otherwise stipulated",
    "except as otherwise decided",
    "except as otherwise agreed",
    "except as may be otherwise decided",
];
/// Words that name who.
const BY: &[&str] = &["by", "between", "in", "among", "upon", "with"];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for hit in subject.words.find(PHRASES) {
        let sentence = subject.words.sentence_of(hit.first);
        // "unless otherwise decided, by consensus, by the Conference"
        if subject.words.between(hit.end, sentence.end.min(hit.end + 6), BY).is_some() {
            continue;
        }
        let fact = Fact::Lacks { words: subject.said(&hit).to_owned(), lacks: vec![Lack::ByWhom] };
        found.push(Remark::new(&RULE, subject.words.span(hit.first, hit.end), fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn an_exception_has_an_author() {
        table(
            &RULE,
            &[
                ("1. It meets every five years unless otherwise decided.\n", &["unless otherwise decided"]),
                ("1. It meets every five years unless otherwise decided by the Council.\n", &[]),
            ],
        );
    }
}
