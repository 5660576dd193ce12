//! A term that is defined and never used.
//!
//! Why it is bad: a reader looks for what it was for; mostly the provision that used it was taken out, or now uses
//! another word.
//!
//! Example: "hereinafter referred to as the “JMA”", and no JMA after it.
//!
//! Better: take the definition out, or use the term where it is meant.
//!
//! Standard: Adams, A Manual of Style for Contract Drafting: a definition that is not used is taken out.
//!
//! Do not heed it when another instrument borrows the definitions of this one. A piece of a text is not judged.

use std::collections::BTreeSet;

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::{Definition, Form};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT023",
    name: "unused-definition",
    severity: Severity::Warning,
    reads: Reads::EnglishAndFrench,
    manual: head(include_str!("unused_definition.rs")),
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    if !subject.shape.is_whole {
        return Vec::new();
    }
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for definition in &subject.definitions {
        let own = definition.term.as_str();
        let definitions = subject.definitions.iter().filter(|other| other.term == own).count();
        let uses = own.split(" or ").map(|part| subject.words.count(part)).max().unwrap_or(0);
        if uses > definitions
            || is_in_headings(subject, own)
            || is_told_of_a_text(definition)
            || !told.insert(own)
        {
            continue;
        }
        let remark = Remark::new(&RULE, definition.span, Fact::Unused { term: own.to_owned() });
        // An abbreviation that is given and not used does no harm.
        let is_short = definition.form == Form::Abbreviation;
        found.push(if is_short { remark.as_grave_as(Severity::Note) } else { remark });
    }
    found
}

fn is_in_headings(subject: &Subject<'_>, term: &str) -> bool {
    let small = term.to_lowercase();
    let has = |words: &str| words.to_lowercase().contains(&small);
    subject.draft.provisions.iter().any(|one| has(&one.heading)) || has(&subject.draft.title)
}

/// "what is called “the spirit of Geneva”": a name that is quoted and no definition.
fn is_told_of_a_text(definition: &Definition) -> bool {
    definition.form == Form::Hereinafter && definition.term.split(' ').count() > 4
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{table, treaty};
    use super::RULE;

    #[test]
    fn a_piece_of_a_text_is_not_judged() {
        table(&RULE, &[("1. The fund (the “Fund”) is small.\n", &[])]);
    }

    #[test]
    fn a_definition_is_used() {
        table(
            &RULE,
            &[
                (&treaty("The fund (the “Fund”) is small. The Fund grows."), &[]),
                (&treaty("The basin (the “Zone”) is small."), &["Zone"]),
            ],
        );
    }
}
