//! An amnesty that does not leave out the gravest crimes.
//!
//! Why it is bad: the United Nations cannot endorse it, courts will set it aside, and those who relied on it will
//! have laid down their arms for nothing.
//!
//! Example: "All parties receive full amnesty for their actions during the war."
//!
//! Better: "... an amnesty that does not cover genocide, crimes against humanity, war crimes and other gross
//! violations of human rights."
//!
//! Standard: UN Guidance for Effective Mediation (A/66/811).
//!
//! Do not heed it when the exclusion stands in another provision; then refer to it.

use std::collections::BTreeSet;

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT038",
    name: "amnesty-scope",
    severity: Severity::Warning,
    reads: Reads::English,
    manual: head(include_str!("amnesty_scope.rs")),
    check,
};

/// Amnesties.
const AMNESTIES: &[&str] =
    &["amnesty", "general amnesty", "full amnesty", "immunity from prosecution", "pardon", "pardoned"];
/// Words that give one.
const GRANTS: &[&str] = &[
    "grant*",
    "declar*",
    "proclaim*",
    "receive*",
    "guarantee*",
    "shall",
    "will",
    "benefit*",
    "enact*",
    "adopt*",
    "approv*",
    "full",
];
/// Words for what is left out.
const LEFT_OUT: &[&str] = &[
    "war crimes",
    "genocide",
    "crimes against humanity",
    "serious violations",
    "gross violations",
    "grave*",
    "except*",
    "exclud*",
    "not apply",
    "not cover",
    "not extend",
    "other than",
    "international crimes",
    "atrocit*",
    "not include",
    "heinous",
    "serious crimes",
    "common crimes",
];
fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut told: BTreeSet<usize> = BTreeSet::new();
    let mut found = Vec::new();
    for hit in subject.words.find(AMNESTIES) {
        let sentence = subject.words.sentence_of(hit.first);
        let place = sentence.span.place;
        let around = subject.outline.article(place).unwrap_or(place);
        let near =
            subject.words.sentences.iter().filter(|one| subject.draft.is_within(one.span.place, around));
        let is_limited = near.into_iter().any(|one| subject.words.sentence_has(one, LEFT_OUT));
        if !subject.words.sentence_has(&sentence, GRANTS)
            || is_limited
            || subject.is_preamble(place)
            || !told.insert(around)
        {
            continue;
        }
        let fact = Fact::Lacks { words: subject.said(&hit).to_owned(), lacks: vec![Lack::GraveCrimes] };
        found.push(Remark::new(&RULE, subject.words.span(hit.first, hit.end), fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn an_amnesty_leaves_out_the_gravest() {
        table(
            &RULE,
            &[
                ("26. All sides will receive full amnesty for their actions.\n", &["full amnesty"]),
                ("26. All sides will receive amnesty, except for war crimes.\n", &[]),
            ],
        );
    }
}
