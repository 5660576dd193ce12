//! A number comes after a higher one.
//!
//! Why it is bad: a reader who looks for a provision in its place does not find it.
//!
//! Example: Articles 5, 7, 6.
//!
//! Better: the order of the numbers.
//!
//! Standard: the UN Treaty Handbook: one unbroken row of numbers.
//!
//! Do not heed it when the text keeps old numbers on purpose.

use super::super::order::{Step, is_written_between, step};
use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT040",
    name: "number-out-of-order",
    severity: Severity::Warning,
    reads: Reads::EveryLanguage,
    manual: head(include_str!("number_out_of_order.rs")),
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for row in &subject.rows {
        let steps: Vec<Step> = row.members.windows(2).map(|pair| step(&pair[0], &pair[1])).collect();
        let wrong = steps.iter().filter(|step| **step != Step::Next).count();
        for (pair, _) in row.members.windows(2).zip(&steps).filter(|(_, step)| **step == Step::Back) {
            let label = |place: usize| subject.draft.provisions[place].label.written.clone();
            let begins = pair[1].parts.last() == Some(&1);
            // One that was there already begins another row; "(c) and (d) as ..." is the end of a sentence.
            let is_known = row.members.iter().filter(|one| one.parts == pair[1].parts).count() > 1;
            let goes_on = subject.text(pair[1].place).starts_with(|c: char| c.is_lowercase());
            let sort = subject.draft.provisions[pair[1].place].label.sort;
            // A row that begins anew within the words between was not taken apart.
            let begins_within = is_written_between(subject.draft, (pair[0].place, pair[1].place), 1, sort);
            if begins || is_known || goes_on || begins_within || wrong * 3 > steps.len() {
                continue;
            }
            let fact = Fact::NumberBack { before: label(pair[0].place), number: label(pair[1].place) };
            found.push(Remark::new(&RULE, Span { place: pair[1].place, from: 0, to: 0 }, fact));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn numbers_go_up() {
        table(
            &RULE,
            &[
                (
                    "1. One\n\n2. Two\n\n4. Four\n\n3. Three\n\n5. Five\n\n6. Six\n\n7. Seven\n\n8. Eight\n\n9. Nine\n\n10. Ten\n\n11. Eleven\n",
                    &[""],
                ),
                ("1. One\n\n2. Two\n\n1. One\n\n2. Two\n", &[]),
            ],
        );
    }
}
