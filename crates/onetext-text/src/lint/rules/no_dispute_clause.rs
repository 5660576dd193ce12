//! The text says nothing about how disputes over it are settled.
//!
//! Why it is bad: the first dispute is then also a dispute about how to dispute.
//!
//! Example: a treaty of 20 articles without the word "dispute".
//!
//! Better: "Disputes over the interpretation or application of this Agreement are settled by consultation; if they
//! fail within ... days, by ..."
//!
//! Standard: the UN Treaty Handbook, and the Handbook on Good Treaty Practice, count it among the usual final
//! clauses.
//!
//! Do not heed it when the text binds nobody, or belongs to another one that has such a clause. Only whole texts
//! that bind are judged.

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT031",
    name: "no-dispute-clause",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("no_dispute_clause.rs")),
    check,
};

/// Words for settling.
const SETTLES: &[&str] = &[
    "dispute*",
    "arbitrat*",
    "differences of interpretation",
    "divergence*",
    "difference of opinion",
    "conciliation",
    "adjudicat*",
    "international court",
    "grievance*",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let is_judged = subject.shape.is_whole && subject.shape.is_binding;
    let is_said = subject.words.has(SETTLES)
        || subject.draft.provisions.iter().any(|one| one.heading.to_lowercase().contains("dispute"));
    if !is_judged || is_said {
        return Vec::new();
    }
    vec![Remark::of_whole(&RULE, Fact::WholeLacks { lacks: vec![Lack::Disputes] })]
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{table, treaty};
    use super::RULE;

    #[test]
    fn a_piece_of_a_text_is_not_judged() {
        table(&RULE, &[("1. Each Party shall report.\n", &[])]);
    }

    #[test]
    fn a_treaty_says_how_disputes_end() {
        table(
            &RULE,
            &[
                (&treaty("The Parties meet."), &["(whole)"]),
                (&treaty("Disputes are settled by arbitration."), &[]),
            ],
        );
    }
}
