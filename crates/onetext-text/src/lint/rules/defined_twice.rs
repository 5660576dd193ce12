//! A term that is defined twice in one article.
//!
//! Why it is bad: the two definitions differ, or will differ when one is amended.
//!
//! Example: “Forces” means ... and, four lines later, “forces” means ...
//!
//! Better: one definition.
//!
//! Standard: Adams, A Manual of Style for Contract Drafting.
//!
//! Do not heed it when the second one says for which provision alone it holds.

use std::collections::BTreeMap;

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::{Definition, Form};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT041",
    name: "defined-twice",
    severity: Severity::Warning,
    reads: Reads::EnglishAndFrench,
    manual: head(include_str!("defined_twice.rs")),
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut first: BTreeMap<(Option<usize>, String), &Definition> = BTreeMap::new();
    let mut found = Vec::new();
    for definition in subject.definitions.iter().filter(|one| one.form == Form::Means) {
        let place = definition.span.place;
        let within = subject.draft.provisions[place].parent.or(Some(place));
        let key = (within, definition.term.to_lowercase());
        let Some(other) = first.get(&key) else {
            first.insert(key, definition);
            continue;
        };
        if other.meaning == definition.meaning || other.span.place == place {
            continue;
        }
        let fact = Fact::DefinedTwice { term: definition.term.clone(), first: other.span.place };
        found.push(Remark::new(&RULE, definition.span, fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_term_is_defined_once() {
        table(
            &RULE,
            &[
                (
                    "## Article 1\n\n(a) “Forces” means the army.\n\n(b) “Forces” means the army and the police.\n",
                    &["Forces"],
                ),
                (
                    "## Article 1\n\n(a) “Forces” means the army.\n\n## Article 2\n\n(a) “Forces” means the police.\n",
                    &[],
                ),
            ],
        );
    }
}
