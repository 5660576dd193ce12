//! A number in words and in figures that differ.
//!
//! Why it is bad: each side will hold the figure that suits it; whole arbitrations were about less.
//!
//! Example: "within fifteen (14) days".
//!
//! Better: "within fifteen (15) days", or the figure alone.
//!
//! Standard: Adams, A Manual of Style for Contract Drafting, advises against giving a number twice at all.
//!
//! Do not heed it when the figure in brackets is no repetition but a label.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::{Span, figures, spelled};

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT027",
    name: "number-mismatch",
    severity: Severity::Error,
    reads: Reads::EnglishAndFrench,
    manual: head(include_str!("number_mismatch.rs")),
    check,
};

/// Longest row of number words.
const WORDS_MAX: usize = 9;

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    (0..subject.draft.provisions.len()).flat_map(|place| in_text(subject, place)).collect()
}

fn in_text(subject: &Subject<'_>, place: usize) -> Vec<Remark> {
    let text = subject.text(place);
    let brackets =
        text.match_indices('(').filter_map(|(open, _)| Some((open, open + text[open..].find(')')?)));
    brackets.filter_map(|(open, close)| pair(subject, text, place, open, close)).collect()
}

/// "fifteen (15)", "15 (fifteen)", "fifty per cent (50%)".
fn pair(subject: &Subject<'_>, text: &str, place: usize, open: usize, close: usize) -> Option<Remark> {
    let inside = text[open + 1..close].trim();
    let (value, words, from) = if inside.starts_with(|c: char| c.is_numeric()) {
        let figure = inside.trim_end_matches(['%', ' ']);
        let value = figures(figure).first().copied().filter(|one| one.from == 0 && one.to == figure.len())?;
        let (spoken, from) = spoken_before(subject, &text[..open])?;
        // "the following three: (1) ..., (2) ..." counts its items.
        let next = value.thousandths / 1_000 + 1;
        if spoken.0 != value.thousandths && (text.contains(&format!("({next})")) || text.contains("(1)")) {
            return None;
        }
        (value.thousandths, spoken, from)
    } else {
        let tokens: Vec<&str> = inside.split_whitespace().collect();
        let spoken = spelled(&tokens, subject.language).filter(|(_, used)| *used == tokens.len())?;
        let before = text[..open].trim_end();
        let begin = before.rfind(|c: char| c.is_whitespace() || c == '[').map_or(0, |at| at + 1);
        let figure =
            figures(&before[begin..]).first().copied().filter(|one| one.to == before.len() - begin)?;
        (figure.thousandths, (spoken.0 * 1_000, inside.to_owned()), begin + figure.from)
    };
    if words.0 == value {
        return None;
    }
    let figures = if value % 1_000 == 0 {
        (value / 1_000).to_string()
    } else {
        format!("{}.{:03}", value / 1_000, value % 1_000)
    };
    let fact = Fact::Differ { words: words.1, figures };
    Some(Remark::new(&RULE, Span { place, from, to: close + 1 }, fact))
}

/// The number words right before a bracket: a thousand times their value and the words; where they begin.
fn spoken_before(subject: &Subject<'_>, before: &str) -> Option<((i64, String), usize)> {
    let bare = before.trim_end();
    let bare = ["percent", "per cent", "pour cent"]
        .iter()
        .find_map(|unit| bare.strip_suffix(unit))
        .unwrap_or(bare)
        .trim_end();
    let mut starts: Vec<usize> = Vec::new();
    let mut end = bare.len();
    while starts.len() < WORDS_MAX && end > 0 {
        let begin =
            bare[..end].rfind(|c: char| c.is_whitespace() || matches!(c, '[' | '(')).map_or(0, |at| at + 1);
        starts.push(begin);
        end = bare[..begin].trim_end().len();
    }
    // The longest row of number words that ends at the bracket.
    starts.into_iter().rev().find_map(|begin| {
        let words: Vec<&str> = bare[begin..].split_whitespace().collect();
        let (value, used) = spelled(&words, subject.language)?;
        (used == words.len()).then(|| ((value * 1_000, bare[begin..].to_owned()), begin))
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::*;

    #[test]
    fn words_and_figures_say_the_same() {
        table(
            &RULE,
            &[
                ("1. Within fifteen (15) days of the request.\n", &[]),
                ("1. Within fifteen (14) days of the request.\n", &["fifteen (14)"]),
                ("1. Within 30 (twenty) days of the request.\n", &["30 (twenty)"]),
                ("1. At least one hundred and twenty (120) men, fifty per cent (50%) of them there.\n", &[]),
                ("1. Of two kinds: (1) the first, and (2) the second.\n", &[]),
                (
                    "1. Dans un délai de quatre-vingt-dix (80) jours au plus tard par les Parties.\n",
                    &["quatre-vingt-dix (80)"],
                ),
                ("1. Twenty-five thousand (25,000) men shall leave the zone.\n", &[]),
            ],
        );
    }
}
