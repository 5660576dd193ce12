//! A sum in a currency that several countries call by one sign.
//!
//! Why it is bad: a dollar is worth a third less across a border.
//!
//! Example: "a fund of $100 million".
//!
//! Better: "a fund of US$100 million".
//!
//! Standard: Adams, A Manual of Style for Contract Drafting.
//!
//! Do not heed it when the text says once which currency it means.

use super::super::{Fact, Lack, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT051",
    name: "bare-currency",
    severity: Severity::Note,
    reads: Reads::English,
    manual: head(include_str!("bare_currency.rs")),
    check,
};

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let is_said =
        subject.words.has(&["united states dollar*", "us dollar*", "canadian dollar*", "australian dollar*"]);
    let mut found = Vec::new();
    for place in 0..subject.draft.provisions.len() {
        let text = subject.text(place);
        for (from, sign) in text.match_indices(['$', '£', '¥']) {
            let after = &text[from + sign.len()..];
            let is_named = text[..from].ends_with(|c: char| c.is_alphabetic())
                || text[..from].trim_end().ends_with("USD");
            let is_sum = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
            if is_sum && !is_named && !is_said && sign != "£" {
                let length = after
                    .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.' | ' '))
                    .unwrap_or(after.len());
                let to = from + sign.len() + after[..length].trim_end_matches([' ', '.', ',']).len();
                let span = Span { place, from, to };
                let fact =
                    Fact::Lacks { words: subject.excerpt(span).to_owned(), lacks: vec![Lack::Currency] };
                found.push(Remark::new(&RULE, span, fact));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::RULE;

    #[test]
    fn a_sum_has_a_currency() {
        table(
            &RULE,
            &[
                ("1. A fund of $100,000 is set up.\n", &["$100,000"]),
                ("1. A fund of US$100,000 is set up.\n", &[]),
            ],
        );
    }
}
