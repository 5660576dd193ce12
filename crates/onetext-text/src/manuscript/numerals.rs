//! How a number is written: digits, Roman numbers, letters of several alphabets, words.

use serde::{Deserialize, Serialize};

/// Roman numbers beyond this are written in digits.
const ROMAN_MAX: u32 = 3_999;
/// Letters are doubled at the end of the alphabet (`z`, `aa`, `bb`); beyond this many rounds digits are written.
const ROUNDS_MAX: u32 = 30;

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NumberFormat {
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// 01, 02.
    DecimalZero,
    /// I, II.
    UpperRoman,
    /// i, ii.
    LowerRoman,
    /// A, B.
    UpperLetter,
    /// a, b.
    LowerLetter,
    /// 1st, 2nd.
    Ordinal,
    /// First, Second.
    OrdinalText,
    /// One, Two.
    CardinalText,
    /// А, Б.
    UpperRussian,
    /// а, б.
    LowerRussian,
    /// أ, ب, ت: the order of the alphabet.
    ArabicAlpha,
    /// أ, ب, ج: the old order.
    ArabicAbjad,
    /// א, ב.
    Hebrew,
    /// १, २.
    HindiNumbers,
    /// ١, ٢.
    ArabicIndic,
    /// 一, 二.
    Chinese,
    /// - 1 -.
    Dashed,
    /// A mark and no number.
    Bullet,
    /// Nothing.
    None,
}

const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";
const ARABIC_ALPHA: &str = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
const ARABIC_ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
/// The Hebrew letters by value: units, tens, hundreds.
const HEBREW: [&str; 3] = ["אבגדהוזחט", "יכלמנסעפצ", "קרשת"];
const CHINESE: &str = "〇一二三四五六七八九";
const CARDINALS: [&str; 20] = [
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
    "Twenty",
];
const ORDINALS: [&str; 20] = [
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
    "Eleventh",
    "Twelfth",
    "Thirteenth",
    "Fourteenth",
    "Fifteenth",
    "Sixteenth",
    "Seventeenth",
    "Eighteenth",
    "Nineteenth",
    "Twentieth",
];

impl NumberFormat {
    /// Writes a number; one that the format cannot write is written in digits.
    pub fn write(self, number: u32) -> String {
        let digits = || number.to_string();
        match self {
            NumberFormat::Decimal => digits(),
            NumberFormat::DecimalZero => format!("{number:02}"),
            NumberFormat::UpperRoman => roman(number).unwrap_or_else(digits),
            NumberFormat::LowerRoman => roman(number).unwrap_or_else(digits).to_lowercase(),
            NumberFormat::UpperLetter => letters(LATIN, number).unwrap_or_else(digits).to_uppercase(),
            NumberFormat::LowerLetter => letters(LATIN, number).unwrap_or_else(digits),
            NumberFormat::Ordinal => format!("{number}{}", ending(number)),
            NumberFormat::OrdinalText => {
                word(&ORDINALS, number).unwrap_or_else(|| format!("{number}{}", ending(number)))
            }
            NumberFormat::CardinalText => word(&CARDINALS, number).unwrap_or_else(digits),
            NumberFormat::UpperRussian => letters(RUSSIAN, number).unwrap_or_else(digits).to_uppercase(),
            NumberFormat::LowerRussian => letters(RUSSIAN, number).unwrap_or_else(digits),
            NumberFormat::ArabicAlpha => letters(ARABIC_ALPHA, number).unwrap_or_else(digits),
            NumberFormat::ArabicAbjad => letters(ARABIC_ABJAD, number).unwrap_or_else(digits),
            NumberFormat::Hebrew => hebrew(number).unwrap_or_else(digits),
            NumberFormat::HindiNumbers => shifted(number, '०'),
            NumberFormat::ArabicIndic => shifted(number, '٠'),
            NumberFormat::Chinese => chinese(number).unwrap_or_else(digits),
            NumberFormat::Dashed => format!("- {number} -"),
            NumberFormat::Bullet | NumberFormat::None => String::new(),
        }
    }
}

fn roman(number: u32) -> Option<String> {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = (1..=ROMAN_MAX).contains(&number).then_some(number)?;
    let mut out = String::new();
    for (value, sign) in STEPS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    Some(out)
}

/// a to z, then aa, bb.
fn letters(alphabet: &str, number: u32) -> Option<String> {
    let length = u32::try_from(alphabet.chars().count()).ok()?;
    let at = number.checked_sub(1)?;
    let rounds = at / length + 1;
    let letter = alphabet.chars().nth((at % length) as usize)?;
    (rounds <= ROUNDS_MAX).then(|| letter.to_string().repeat(rounds as usize))
}

fn ending(number: u32) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

fn word(words: &[&str], number: u32) -> Option<String> {
    let at = usize::try_from(number.checked_sub(1)?).ok()?;
    words.get(at).map(|word| (*word).to_owned())
}

/// Values up to 499; fifteen and sixteen are written so that they spell no name of God.
fn hebrew(number: u32) -> Option<String> {
    let digit = |row: usize, value: u32| HEBREW[row].chars().nth(value.checked_sub(1)? as usize);
    if !(1..500).contains(&number) {
        return None;
    }
    let mut out: String = digit(2, number / 100).into_iter().collect();
    match number % 100 {
        15 => out.push_str("טו"),
        16 => out.push_str("טז"),
        rest => out.extend(digit(1, rest / 10).into_iter().chain(digit(0, rest % 10))),
    }
    Some(out)
}

fn shifted(number: u32, zero: char) -> String {
    let shift = |digit: char| digit.to_digit(10).and_then(|digit| char::from_u32(zero as u32 + digit));
    number.to_string().chars().filter_map(shift).collect()
}

fn chinese(number: u32) -> Option<String> {
    let digit = |value: u32| CHINESE.chars().nth(value as usize);
    let (tens, units) = (number / 10, number % 10);
    let mut out = String::new();
    match tens {
        0 => {}
        1 => out.push('十'),
        2..=9 => out.extend(digit(tens).into_iter().chain(['十'])),
        _ => return None,
    }
    if units > 0 || number == 0 {
        out.extend(digit(units));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_do() {
        use NumberFormat as F;
        for (format, number, written) in [
            (F::UpperRoman, 14, "XIV"),
            (F::LowerRoman, 4, "iv"),
            (F::LowerLetter, 27, "aa"),
            (F::UpperLetter, 2, "B"),
            (F::Ordinal, 22, "22nd"),
            (F::Ordinal, 111, "111th"),
            (F::OrdinalText, 3, "Third"),
            (F::LowerRussian, 3, "в"),
            (F::ArabicAlpha, 3, "ت"),
            (F::ArabicAbjad, 3, "ج"),
            (F::Hebrew, 15, "טו"),
            (F::Hebrew, 123, "קכג"),
            (F::HindiNumbers, 12, "१२"),
            (F::Chinese, 12, "十二"),
            (F::Chinese, 40, "四十"),
            (F::LowerLetter, 0, "0"),
            (F::UpperRoman, 5000, "5000"),
            (F::LowerLetter, u32::MAX, "4294967295"),
        ] {
            assert_eq!(format.write(number), written, "{format:?} {number}");
        }
    }
}
