//! A number that was given to two provisions side by side.
//!
//! Why it is bad: every reference to that number leads to two places.
//!
//! Example: "... 4. The fund ... 4. The seat ..."
//!
//! Better: number the second one anew, or "4 bis" where the numbers after it must not move.
//!
//! Standard: the practice of depositaries (UN Treaty Handbook) is one unbroken row of numbers.
//!
//! It is only noted where the text between seems to have lost something, as a list that begins with (b).
//!
//! Do not heed it when the two are alternatives of which one will go: then mark them as options.

use super::super::order::{Step, is_whole_between, is_written_between, step};
use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT039",
    name: "duplicate-number",
    severity: Severity::Error,
    reads: Reads::EveryLanguage,
    manual: head(include_str!("duplicate_number.rs")),
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for row in &subject.rows {
        for pair in row.members.windows(2).filter(|pair| step(&pair[0], &pair[1]) == Step::Again) {
            let (one, next) = (pair[0].place, pair[1].place);
            let provision = &subject.draft.provisions[next];
            // Under Markdown every item of a list may be written "1.".
            let is_first = pair[0].parts.iter().all(|part| *part == 1);
            // Two wordings of one paragraph, each in brackets, stand for each other.
            let is_bracketed = [one, next].iter().all(|place| subject.text(*place).starts_with('['));
            // A row that begins anew within the words between was not taken apart.
            let last = pair[1].parts.last().copied().unwrap_or_default();
            let begins_anew = [1, last - 1]
                .iter()
                .any(|value| is_written_between(subject.draft, (one, next), *value, provision.label.sort));
            if is_first || begins_anew || is_bracketed || provision.is_left_out() {
                continue;
            }
            let fact = Fact::NumberAgain { number: provision.label.written.clone() };
            let remark = Remark::new(&RULE, Span { place: next, from: 0, to: 0 }, fact);
            let is_sure = is_whole_between(subject.draft, one, next);
            found.push(if is_sure { remark } else { remark.as_grave_as(Severity::Note) });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::remarks;
    use super::*;
    use crate::draft::read_markdown;

    #[test]
    fn a_number_is_given_once() {
        for (text, expected) in [
            ("1. One\n\n2. Two\n\n2. More\n\n3. Three\n", 1),
            ("1. One\n\n1. Two\n\n1. Three\n", 0),
            ("1. One\n\n2. [Two]\n\n2. [Or this]\n", 0),
            ("1. One\n\n2. Two\n\n2 bis. More\n", 0),
            ("## Article 3\n\nOne.\n\n## Article 3\n\nTwo.\n", 1),
        ] {
            assert_eq!(remarks(&RULE, &read_markdown(text)).len(), expected, "{text}");
        }
    }
}
