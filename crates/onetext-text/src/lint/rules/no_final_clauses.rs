//! The text does not say when it enters into force, how it is amended, how one leaves it or how long it lasts.
//!
//! Why it is bad: whether it binds already, and whether it still binds, is then open.
//!
//! Example: a plan of 28 points that says "legally binding" and nothing about entry into force.
//!
//! Better: final clauses: entry into force, amendment, withdrawal or duration, depositary, languages.
//!
//! Standard: the UN Treaty Handbook.
//!
//! Do not heed it when the text binds nobody, or belongs to another one. Only whole texts that bind are judged; one
//! missing clause alone is a note.

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT032",
    name: "no-final-clauses",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("no_final_clauses.rs")),
    check,
};

/// What should be said, and words that say it.
const CLAUSES: &[(Lack, &[&str])] = &[
    (
        Lack::EntryIntoForce,
        &[
            "enter* into force",
            "entry into force",
            "come into force",
            "comes into force",
            "coming into force",
            "effective date",
            "take effect",
            "takes effect",
            "upon signature",
            "enter* into effect",
            "come into effect",
            "becomes effective",
            "become effective",
        ],
    ),
    (Lack::Amendment, &["amend*", "revis*", "modif*", "supplemented"]),
    (
        Lack::Withdrawal,
        &[
            "withdraw*",
            "denounc*",
            "denunciation",
            "terminat*",
            "expire*",
            "expiry",
            "validity",
            "duration",
            "remain* in force",
            "unlimited period",
            "transitional period",
            "interim period",
        ],
    ),
];

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    if !subject.shape.is_whole || !subject.shape.is_binding {
        return Vec::new();
    }
    let lacks: Vec<Lack> =
        CLAUSES.iter().filter(|(_, words)| !subject.words.has(words)).map(|(lack, _)| *lack).collect();
    if lacks.is_empty() {
        return Vec::new();
    }
    let is_grave = lacks.len() > 1 || lacks.contains(&Lack::EntryIntoForce);
    let remark = Remark::of_whole(&RULE, Fact::WholeLacks { lacks });
    vec![if is_grave { remark } else { remark.as_grave_as(Severity::Note) }]
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
    fn a_treaty_has_its_final_clauses() {
        table(
            &RULE,
            &[
                (&treaty("The Parties meet."), &["(whole)"]),
                (&treaty("It enters into force upon signature, may be amended, and expires in 2030."), &[]),
            ],
        );
    }
}
