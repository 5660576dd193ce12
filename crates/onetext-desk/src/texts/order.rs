//! The order of numbers as people count: 9 before 10, 4 bis after 4 and before 5.

use std::cmp::Ordering;

/// Latin numbers behind a number, in their order.
const INSERTED: [&str; 9] =
    ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"];

/// Compares two numbers of provisions.
///
/// ```
/// use onetext_desk::texts::number_order;
/// let mut numbers = ["10", "5", "4 ter", "4.10", "4 bis", "4.2", "9", "4", "4 ¶1"];
/// numbers.sort_by(|one, other| number_order(one, other));
/// assert_eq!(numbers, ["4", "4 bis", "4 ter", "4 ¶1", "4.2", "4.10", "5", "9", "10"]);
/// ```
pub fn number_order(one: &str, other: &str) -> Ordering {
    parts(one).cmp(&parts(other)).then_with(|| one.cmp(other))
}

/// A piece of a number: digits count, words stand behind them.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// What is inserted after a number.
    Inserted(usize),
    /// A word or a mark.
    Word(String),
    /// Digits; a longer row is a larger number.
    Number(usize, String),
}

fn parts(number: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = number.trim();
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_numeric();
        let end =
            rest.find(|c: char| {
                if is_digit { !c.is_numeric() } else { c.is_numeric() || c.is_whitespace() || c == '.' }
            })
            .unwrap_or(rest.len())
            .max(first.len_utf8());
        let (piece, after) = rest.split_at(end);
        if is_digit {
            let digits = piece.trim_start_matches('0');
            parts.push(Part::Number(digits.chars().count(), digits.to_owned()));
        } else if piece.chars().any(|c| !c.is_whitespace() && c != '.') {
            let word = piece.to_lowercase();
            parts.push(match INSERTED.iter().position(|known| *known == word) {
                Some(place) => Part::Inserted(place),
                None => Part::Word(word),
            });
        }
        rest = after.trim_start();
    }
    parts
}
