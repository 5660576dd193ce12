//! Numbers: in figures of any script, in English and French words, and the order of labels (3, 3 bis, (c), iv).

use super::Language;

/// A number in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The first byte.
    pub from: usize,
    /// One past the last byte.
    pub to: usize,
    /// A thousand times its value, so that decimals stay exact.
    pub thousandths: i64,
}

/// English number words and their values.
const ENGLISH: [(&str, i64); 32] = [
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
];
/// French number words and their values. "un" and "une" are articles as well and are left out.
const FRENCH: [(&str, i64); 32] = [
    ("zéro", 0),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("vingt", 20),
    ("vingts", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("septante", 70),
    ("huitante", 80),
    ("nonante", 90),
    ("cent", 100),
    ("cents", 100),
    ("mille", 1_000),
    ("million", 1_000_000),
    ("millions", 1_000_000),
    ("milliard", 1_000_000_000),
    ("milliards", 1_000_000_000),
];

/// The value of number words in a row, the longest row at the beginning; how many words it takes. "-" parts words.
///
/// ```
/// use onetext_text::exact::{Language, spelled};
/// assert_eq!(spelled(&["twenty-five", "days"], Language::English), Some((25, 1)));
/// assert_eq!(spelled(&["one", "hundred", "and", "five", "men"], Language::English), Some((105, 4)));
/// assert_eq!(spelled(&["quatre-vingt-dix", "jours"], Language::French), Some((90, 1)));
/// assert_eq!(spelled(&["vingt", "et", "un"], Language::French), Some((21, 3)));
/// ```
pub fn spelled(words: &[&str], language: Language) -> Option<(i64, usize)> {
    let table: &[(&str, i64)] = match language {
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
        _ => return None,
    };
    let (mut total, mut part) = (0_i64, 0_i64);
    let mut used = 0;
    for (at, word) in words.iter().enumerate() {
        let small = word.to_lowercase();
        if used > 0 && ["and", "et"].contains(&small.as_str()) {
            continue;
        }
        let mut next = (total, part);
        let is_joint = ["et", "and"].contains(&small.as_str());
        let is_number = !is_joint
            && small.split('-').filter(|piece| !["et", "and"].contains(piece)).all(|piece| {
                let one = ["un", "une"].contains(&piece)
                    && language == Language::French
                    && (used > 0 || small.len() > 3);
                let value = if one {
                    Some(1)
                } else {
                    table.iter().find(|(name, _)| *name == piece).map(|(_, value)| *value)
                };
                value.is_some_and(|value| add(&mut next, value))
            });
        // A word may only follow right after another, or after "and".
        if !is_number || (used > 0 && at > used + 1) {
            break;
        }
        (total, part) = next;
        used = at + 1;
    }
    (used > 0).then_some((total.saturating_add(part), used))
}

/// Adds the value of one word to what was read; false where it cannot follow.
fn add((total, part): &mut (i64, i64), value: i64) -> bool {
    match value {
        1_000.. => {
            *total = total.saturating_add((*part).max(1).saturating_mul(value));
            *part = 0;
        }
        100 => *part = (*part).max(1).saturating_mul(100),
        // Four twenties are eighty.
        20 if *part % 100 == 4 => *part = *part - 4 + 80,
        _ => *part = part.saturating_add(value),
    }
    true
}

/// The numbers in figures, in any script, with thousands parted by commas, points, blanks or apostrophes.
///
/// ```
/// use onetext_text::exact::figures;
/// let values = |text: &str| figures(text).iter().map(|one| one.thousandths).collect::<Vec<_>>();
/// assert_eq!(values("600,000 men in 2.5 years"), [600_000_000, 2_500]);
/// assert_eq!(values("600 000 hommes en 2,5 ans"), [600_000_000, 2_500]);
/// assert_eq!(values("خلال ٣٠ يوما"), [30_000]);
/// ```
pub fn figures(text: &str) -> Vec<Figure> {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        if digit(characters[at].1).is_none() {
            at += 1;
            continue;
        }
        let start = at;
        let (end, thousandths) = number(&characters, start);
        at = end;
        let to = characters.get(end).map_or(text.len(), |(byte, _)| *byte);
        found.push(Figure { from: characters[start].0, to, thousandths });
    }
    found
}

/// Most digits of a number that is worth reading; a longer one counts as this.
const DIGITS_MAX: usize = 14;

fn number(characters: &[(usize, char)], start: usize) -> (usize, i64) {
    let run = |from: usize| characters[from..].iter().take_while(|(_, c)| digit(*c).is_some()).count();
    let mut digits: Vec<i64> = Vec::new();
    let mut take = |from: usize, count: usize| {
        digits.extend(characters[from..from + count].iter().filter_map(|(_, c)| digit(*c)));
    };
    let mut at = start;
    let first = run(at);
    take(at, first);
    at += first;
    // Groups of three after a sign that parts them.
    let mut is_grouped = false;
    while (1..=3).contains(&first)
        && characters.get(at).is_some_and(|(_, c)| is_group_mark(*c))
        && run(at + 1) == 3
    {
        take(at + 1, 3);
        at += 4;
        is_grouped = true;
    }
    let whole = digits.iter().take(DIGITS_MAX).fold(0_i64, |value, digit| value * 10 + digit);
    let decimals =
        characters.get(at).filter(|(_, c)| matches!(c, '.' | ',' | '٫')).map_or(0, |_| run(at + 1));
    if decimals == 0 || (is_grouped && decimals == 3) || decimals > 3 {
        return (at, whole.saturating_mul(1_000));
    }
    let mut part: Vec<i64> =
        characters[at + 1..at + 1 + decimals].iter().filter_map(|(_, c)| digit(*c)).collect();
    part.resize(3, 0);
    let thousandths = part.iter().fold(0, |value, digit| value * 10 + digit);
    (at + 1 + decimals, whole.saturating_mul(1_000).saturating_add(thousandths))
}

fn is_group_mark(c: char) -> bool {
    matches!(c, ',' | '.' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ' ' | '\'' | '’' | '٬')
}

/// The value of a digit: European, Arabic-Indic, Persian, Devanagari.
pub(crate) fn digit(c: char) -> Option<i64> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        _ => return None,
    };
    Some(i64::from(u32::from(c) - u32::from(zero)))
}

/// The place of a label's number in its row, and what was put behind it: "4bis" is (4, "bis"), "c" is (3, ""), "iv" is 4
/// where Roman numbers are meant.
///
/// ```
/// use onetext_text::exact::ordinal;
/// assert_eq!(ordinal("4bis", false), Some((4, "bis".to_owned())));
/// assert_eq!(ordinal("c", false), Some((3, String::new())));
/// assert_eq!(ordinal("xiv", true), Some((14, String::new())));
/// ```
pub fn ordinal(number: &str, is_roman: bool) -> Option<(i64, String)> {
    let digits: Vec<i64> = number.chars().map_while(digit).collect();
    if !digits.is_empty() {
        let rest: String = number.chars().skip(digits.len()).collect();
        let is_suffix = rest.chars().all(char::is_alphabetic);
        return is_suffix.then(|| (digits.iter().take(9).fold(0, |value, digit| value * 10 + digit), rest));
    }
    if is_roman {
        return roman(number).map(|value| (value, String::new()));
    }
    let first = number.chars().next()?;
    let count = number.chars().count();
    let is_letters = first.is_ascii_lowercase() && count <= 2 && number.chars().all(|c| c == first);
    let rounds = i64::try_from(count).unwrap_or(1) - 1;
    is_letters.then(|| (i64::from(u32::from(first) - u32::from('a')) + 1 + 26 * rounds, String::new()))
}

/// The value of a Roman number in small letters; none for what is not well formed.
fn roman(number: &str) -> Option<i64> {
    let value = |c: char| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    let values: Option<Vec<i64>> = number.chars().map(value).collect();
    let values = values.filter(|values| !values.is_empty())?;
    let sum = values
        .iter()
        .enumerate()
        .map(|(at, value)| if values.get(at + 1).is_some_and(|next| next > value) { -value } else { *value })
        .sum();
    Some(sum)
}
