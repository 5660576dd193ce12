//! One of several wordings, and nobody is said to propose it.
//!
//! Why it is bad: the mediator cannot tell whose concession it would be to give it up.
//!
//! Example: "Option 1: below 2 °C. Option 2: below 1.5 °C."
//!
//! Better: "Option 1 [A and B propose]: below 2 °C."
//!
//! Standard: the practice of mediation: the register of brackets names who opened each.
//!
//! Do not heed it when the options are the chair's own, or who stands behind them is kept apart on purpose.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::draft::Sort;
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT020",
    name: "option-without-owner",
    severity: Severity::Note,
    reads: Reads::EveryLanguage,
    manual: head(include_str!("option_without_owner.rs")),
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let is_owned = |place: usize| {
        let provision = &subject.draft.provisions[place];
        let words = format!("{} {}", provision.heading, subject.text(place)).to_lowercase();
        let names_party = subject.parties.iter().any(|party| words.contains(&party.to_lowercase()));
        let has_owner =
            subject.brackets.pairs.iter().any(|pair| pair.open.0 == place && pair.owner.is_some());
        has_owner
            || names_party
            || ["propos", "offered by", "предлож", "propuest"].iter().any(|word| words.contains(word))
    };
    let options =
        subject.draft.provisions.iter().enumerate().filter(|(_, one)| one.label.sort == Sort::Option);
    options
        .filter(|(place, _)| !is_owned(*place))
        .map(|(place, option)| {
            let label = option.label.written.trim_end_matches(':').to_owned();
            Remark::new(&RULE, Span { place, from: 0, to: 0 }, Fact::NoOwner { label })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn an_option_is_somebodys() {
        table(
            &RULE,
            &[(
                "1. The rate is\n\n**Option 1:** two per cent.\n\n**Option 2:** [A and B propose: three per cent].\n",
                &[""],
            )],
        );
    }
}
