//! A bracket that is opened and never closed, or closed and never opened.
//!
//! Why it is bad: brackets say what is not agreed. Where one does not close, nobody knows how much of the text is open,
//! and a lost bracket is a concession that nobody made.
//!
//! Example: "1. [The Parties shall report.  2. They shall meet each year."
//!
//! Better: close it where what is not agreed ends.
//!
//! Standard: the practice of negotiating texts at the United Nations.
//!
//! Do not heed it when square brackets mean something else in the text, such as the remarks of an editor.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT018",
    name: "unbalanced-bracket",
    severity: Severity::Error,
    reads: Reads::EveryLanguage,
    manual: head(include_str!("unbalanced_bracket.rs")),
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let at = |(place, byte): (usize, usize)| Span { place, from: byte, to: byte + 1 };
    let never_closed =
        subject.brackets.unclosed.iter().map(|spot| Remark::new(&RULE, at(*spot), Fact::NeverClosed));
    let never_opened =
        subject.brackets.unopened.iter().map(|spot| Remark::new(&RULE, at(*spot), Fact::NeverOpened));
    never_closed.chain(never_opened).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::*;

    #[test]
    fn each_bracket_has_its_other_half() {
        table(
            &RULE,
            &[
                ("1. Each Party [shall][should] report.\n", &[]),
                ("1. Each Party [shall report.\n\n2. It [may] meet.\n", &["["]),
                ("1. Each Party shall report].\n", &["]"]),
                ("1. [Each Party shall report.\n\n2. It may meet.]\n", &[]),
            ],
        );
    }
}
