//! Numbers in words: one to ninety-nine, and ordinals to thirty-first.

use super::terms::Term;

/// The number or ordinal of one word; "twenty-one" is two words with a hyphen, put together by the reader.
pub(super) fn of_word(lower: &[u8]) -> Term {
    // "one" and "seventeenth" are the shortest and longest.
    if !(3..=12).contains(&lower.len()) {
        return Term::Other;
    }
    cardinal(lower)
        .map(|value| Term::Number { value, digits: 0 })
        .or_else(|| ordinal(lower).map(Term::Ordinal))
        .unwrap_or(Term::Other)
}

fn cardinal(lower: &[u8]) -> Option<u16> {
    Some(match lower {
        b"one" => 1,
        b"two" => 2,
        b"three" => 3,
        b"four" => 4,
        b"five" => 5,
        b"six" => 6,
        b"seven" => 7,
        b"eight" => 8,
        b"nine" => 9,
        b"ten" => 10,
        b"eleven" => 11,
        b"twelve" => 12,
        b"thirteen" => 13,
        b"fourteen" => 14,
        b"fifteen" => 15,
        b"sixteen" => 16,
        b"seventeen" => 17,
        b"eighteen" => 18,
        b"nineteen" => 19,
        b"twenty" => 20,
        b"thirty" => 30,
        b"forty" => 40,
        b"fifty" => 50,
        b"sixty" => 60,
        b"seventy" => 70,
        b"eighty" => 80,
        b"ninety" => 90,
        _ => return None,
    })
}

fn ordinal(lower: &[u8]) -> Option<u8> {
    Some(match lower {
        b"first" => 1,
        b"second" => 2,
        b"third" => 3,
        b"fourth" => 4,
        b"fifth" => 5,
        b"sixth" => 6,
        b"seventh" => 7,
        b"eighth" => 8,
        b"ninth" => 9,
        b"tenth" => 10,
        b"eleventh" => 11,
        b"twelfth" => 12,
        b"thirteenth" => 13,
        b"fourteenth" => 14,
        b"fifteenth" => 15,
        b"sixteenth" => 16,
        b"seventeenth" => 17,
        b"eighteenth" => 18,
        b"nineteenth" => 19,
        b"twentieth" => 20,
        b"thirtieth" => 30,
        _ => return None,
    })
}
