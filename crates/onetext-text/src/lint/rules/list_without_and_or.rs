//! A list whose items are joined by neither “and” nor “or”.
//!
//! Why it is bad: whether all items are needed or one will do, decides the case more often than the items.
//!
//! Example: "(a) a court; (b) a tribunal; (c) an arbitrator."
//!
//! Better: "... (b) a tribunal; or (c) an arbitrator", or "one of the following:" on top.
//!
//! Standard: Adams, A Manual of Style for Contract Drafting.
//!
//! Do not heed it when the words before the list say it in another way.

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};
use crate::draft::Sort;
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT044",
    name: "list-without-and-or",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("list_without_and_or.rs")),
    check,
};

/// Words before a list that say whether all are meant or one.
const SAID: [&str; 12] = [
    "following",
    "any of",
    "one of",
    "each of",
    "all of",
    "one or more",
    "either",
    "both",
    "as follows",
    "means",
    "include",
    "to:",
];
/// Fewest items.
const ITEMS_MIN: usize = 3;

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for row in &subject.rows {
        let Some(parent) = row.parent else { continue };
        let places: Vec<usize> = row.members.iter().map(|one| one.place).collect();
        let is_list = matches!(subject.draft.provisions[places[0]].label.sort, Sort::Letter | Sort::Roman);
        let [.., before, last] = places.as_slice() else { continue };
        let (end, begin) =
            (subject.words.small_text(*before).trim_end(), subject.words.small_text(*last).trim_start());
        let chapeau = subject.words.small_text(parent);
        let is_joined = [" and", " or", "and/or", ", and", "; and", "; or"]
            .iter()
            .any(|word| end.ends_with(word) || end.ends_with(&format!("{word}]")))
            || begin.starts_with("and ")
            || begin.starts_with("or ");
        let is_said = SAID.iter().any(|words| chapeau.contains(words));
        if places.len() < ITEMS_MIN || !is_list || !end.ends_with([';', ',']) || is_joined || is_said {
            continue;
        }
        let fact = Fact::Lacks {
            words: subject.draft.provisions[*before].label.written.clone(),
            lacks: vec![Lack::AndOr],
        };
        found.push(Remark::new(&RULE, Span { place: *before, from: end.len() - 1, to: end.len() }, fact));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn all_or_one() {
        table(
            &RULE,
            &[
                (
                    "1. A dispute goes before:\n\n    (a) a court;\n\n    (b) a tribunal;\n\n    (c) an arbitrator.\n",
                    &[";"],
                ),
                (
                    "1. A dispute goes before:\n\n    (a) a court;\n\n    (b) a tribunal; or\n\n    (c) an arbitrator.\n",
                    &[],
                ),
                (
                    "1. A dispute goes before one of the following:\n\n    (a) a court;\n\n    (b) a tribunal;\n\n    (c) an arbitrator.\n",
                    &[],
                ),
            ],
        );
    }
}
