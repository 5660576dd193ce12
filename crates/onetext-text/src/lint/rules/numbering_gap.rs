//! A number is missing between two articles, paragraphs or points.
//!
//! Why it is bad: a reader cannot know whether a provision was taken out or lost, and references to the numbers after it
//! may be to another count.
//!
//! Example: paragraph 19 is followed by paragraph 21; Article 16 by Article 18.
//!
//! Better: renumber, or keep the place: "17. [deleted]".
//!
//! Standard: the practice of depositaries (UN Treaty Handbook) is one unbroken row of numbers.
//!
//! Letters with loose text between them, or that stand under nothing, are only noted: their list may have been cut.
//!
//! Do not heed it when the text keeps the numbers of an earlier draft on purpose; then say "[deleted]" at the place.

use super::super::order::{Row, Step, is_whole_between, is_written_between, step};
use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT016",
    name: "numbering-gap",
    severity: Severity::Error,
    reads: Reads::EveryLanguage,
    manual: head(include_str!("numbering_gap.rs")),
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    subject.rows.iter().flat_map(|row| in_row(subject, row)).collect()
}

fn in_row(subject: &Subject<'_>, row: &Row) -> Vec<Remark> {
    let steps: Vec<(usize, Step)> =
        row.members.windows(2).enumerate().map(|(at, pair)| (at, step(&pair[0], &pair[1]))).collect();
    let wrong = steps.iter().filter(|(_, step)| *step != Step::Next).count();
    // A row that is wrong more often than right was numbered by no count that we know.
    if wrong * 2 > steps.len() {
        return Vec::new();
    }
    let gaps = steps.into_iter().filter(|(_, step)| *step == Step::Gap).filter_map(|(at, _)| {
        let (one, next) = (&row.members[at], &row.members[at + 1]);
        let label = |place: usize| &subject.draft.provisions[place].label;
        // A missing number that stands within the words before it was only not taken apart.
        let missing = one.parts.last().map(|last| last + 1).unwrap_or_default();
        if is_written_between(subject.draft, (one.place, next.place), missing, label(next.place).sort) {
            return None;
        }
        let fact =
            Fact::Gap { before: label(one.place).written.clone(), after: label(next.place).written.clone() };
        let remark = Remark::new(&RULE, Span { place: next.place, from: 0, to: 0 }, fact);
        let is_sure = is_whole_between(subject.draft, one.place, next.place);
        Some(if is_sure { remark } else { remark.as_grave_as(Severity::Note) })
    });
    gaps.collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::remarks;
    use super::*;
    use crate::draft::read_markdown;

    #[test]
    fn rows_have_no_holes() {
        for (text, expected) in [
            ("1. One\n\n2. Two\n\n4. Four\n", vec![("2.", "4.")]),
            ("1. One\n\n2. [deleted]\n\n3. Three\n", vec![]),
            (
                "## Article 1\n\nOne.\n\n## Article 2\n\nTwo.\n\n## Article 4\n\nFour.\n",
                vec![("Article 2", "Article 4")],
            ),
            ("1. One\n\n2. Two\n\n2 bis. More\n\n3. Three\n", vec![]),
            ("(a) one;\n\n(b) two; (c) three;\n\n(d) four.\n", vec![]),
            ("1. One\n\n2. Two\n\n1. Again\n\n2. Two\n", vec![]),
            ("٧. سبعة\n\n٨. ثمانية\n\n١٠. عشرة\n", vec![("٨.", "١٠.")]),
        ] {
            let draft = read_markdown(text);
            let found = remarks(&RULE, &draft);
            let told: Vec<(&str, &str)> = found
                .iter()
                .filter_map(|remark| match &remark.fact {
                    Fact::Gap { before, after } => Some((before.as_str(), after.as_str())),
                    _ => None,
                })
                .collect();
            assert_eq!(told, expected, "{text}");
        }
    }
}
