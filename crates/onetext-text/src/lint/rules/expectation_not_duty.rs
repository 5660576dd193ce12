//! An expectation where a duty is meant: “it is expected that”.
//!
//! Why it is bad: nobody has promised anything, and each side will quote the half of the sentence that suits it.
//!
//! Example: "It is expected that the State will not invade its neighbours."
//!
//! Better: "The State shall not ..." if it binds; otherwise leave it out.
//!
//! Standard: UK guidance on treaties and memoranda of understanding tell words that bind from words that do not.
//!
//! Do not heed it when the parties agreed on an expectation and on nothing more.

use super::super::phrases::phrases;
use super::super::{Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT008",
    name: "expectation-not-duty",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("expectation_not_duty.rs")),
    check,
};

/// Expectations.
const PHRASES: &[&str] = &[
    "it is expected",
    "is expected that",
    "are expected to",
    "is expected to",
    "expectation that",
    "it is hoped",
    "it is the intention of",
    "it is anticipated",
    "is anticipated that",
    "it is foreseen that",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    phrases(subject, &RULE, PHRASES, &[])
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_duty_is_no_expectation() {
        table(
            &RULE,
            &[
                ("3. It is expected that the State will not invade its neighbours.\n", &["It is expected"]),
                ("3. There will be the expectation that talks go on.\n", &["expectation that"]),
                ("3. The State shall not invade its neighbours.\n", &[]),
            ],
        );
    }
}
