//! A time that can be stretched: “as soon as possible”, “promptly”, “in due course”.
//!
//! Why it is bad: the side that gains by waiting decides how long it is.
//!
//! Example: "elections will be held as soon as possible".
//!
//! Better: "elections will be held within 100 days of the entry into force of this Agreement".
//!
//! Standard: Adams, A Manual of Style for Contract Drafting, and UN guidance on the mediation of ceasefires, ask
//! for a day or a period.
//!
//! Do not heed it when no day can be known and the urgency itself is what was agreed.

use super::super::phrases::phrases;
use super::super::{Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT003",
    name: "elastic-time",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("elastic_time.rs")),
    check,
};

/// Times that stretch.
const PHRASES: &[&str] = &[
    "as soon as possible",
    "as soon as practicable",
    "as soon as feasible",
    "as early as possible",
    "at the earliest",
    "at an early date",
    "promptly",
    "without delay",
    "without undue delay",
    "expeditiously",
    "speedily",
    "in due course",
    "in due time",
    "in a timely manner",
    "in good time",
    "within a reasonable time",
    "within a reasonable period",
    "reasonable period of time",
    "from time to time",
    "periodically",
    "at a later stage",
    "at an appropriate time",
    "at the appropriate time",
    "in the near future",
    "in the shortest possible time",
    "within the shortest possible time",
    "immediately",
];
/// What follows where "immediately" means "next to".
const OTHER_SENSE: &[&str] =
    &["follow*", "preced*", "prior", "before", "after", "adjacent", "below", "above", "upon", "identifiable"];

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    phrases(subject, &RULE, PHRASES, OTHER_SENSE)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_time_has_an_end() {
        table(
            &RULE,
            &[
                ("1. Elections will be held as soon as possible.\n", &["as soon as possible"]),
                (
                    "1. Each Party shall promptly report, and do so periodically.\n",
                    &["promptly", "periodically"],
                ),
                ("1. Each Party shall report within 30 days of signature.\n", &[]),
            ],
        );
    }
}
