//! A number with nothing behind it.
//!
//! Why it is bad: what stood there was lost or taken out, and nobody says which.
//!
//! Example: point 3 of a counter-text: the number, and no words.
//!
//! Better: "3. [deleted]", or the next number.
//!
//! Standard: the UN Treaty Handbook: one unbroken row of numbers.
//!
//! Do not heed it when the words follow as a picture or a table that was not read.

use super::super::order::{Step, step};
use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::draft::Sort;
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT047",
    name: "empty-point",
    severity: Severity::Warning,
    reads: Reads::EveryLanguage,
    manual: head(include_str!("empty_point.rs")),
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    // Only within an unbroken row is it sure that the number is one.
    let within =
        subject.rows.iter().flat_map(|row| row.members.windows(3)).filter(|three| {
            step(&three[0], &three[1]) == Step::Next && step(&three[1], &three[2]) == Step::Next
        });
    for place in within.map(|three| three[1].place) {
        let provision = &subject.draft.provisions[place];
        let is_numbered =
            matches!(provision.label.sort, Sort::Article | Sort::Number | Sort::Letter | Sort::Roman);
        let is_empty = !provision.text.contains(char::is_alphanumeric)
            && !provision.heading.contains(char::is_alphanumeric)
            && subject.outline.children(Some(place)).is_empty();
        // A number alone on its line, with words on the next, was only broken.
        let goes_on = subject
            .draft
            .provisions
            .get(place + 1)
            .is_some_and(|next| !next.label.is_some() && !next.text.is_empty());
        if is_numbered && is_empty && !goes_on {
            let words = provision.label.written.clone();
            found.push(Remark::new(&RULE, Span { place, from: 0, to: 0 }, Fact::Words { words }));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_number_has_words() {
        table(&RULE, &[("1. One\n\n2.\n\n3. Three\n", &[""]), ("1. One\n\n2. [deleted]\n\n3. Three\n", &[])]);
    }
}
