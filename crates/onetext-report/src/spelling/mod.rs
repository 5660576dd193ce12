//! Names across spellings and scripts: romanisations of Cyrillic, variants of one name.
//!
//! One person is "Зеленський", "Zelenskyy", "Zelensky", "Selenskyj". Each word of a name is folded to a **skeleton**, the
//! sounds that all romanisations agree on:
//!
//! - Cyrillic (Ukrainian, Russian, Belarusian, Serbian) goes letter by letter; і, и, ы, й are one sound, so are е, є, э,
//!   ё. Case endings are undone where the words agree in case ("Володимира Зеленського").
//! - Latin is read as several conventions would have meant it: English (the Ukrainian table of 2010, BGN/PCGN, passports),
//!   ISO 9 and Serbian letters with háčeks, German ("tsch", "w", "j"), French ("tch", "ou", "-ine"), "j" as in Jabbarov.
//!   Two words are the same if *any* reading of the one equals *any* reading of the other.
//! - ("h", "g", "kh") are one sound only where a word is Cyrillic or ends as Slavic surnames do, so "Hnatov" is "Gnatov" but
//!   "Hill" is not "Gill". One inserted "i" inside a long word is forgiven, nothing else: "Umerov" is not "Umarov".
//! - Endings that tell a woman from a man are never forgiven: "Ivanov" is not "Ivanova".
//! - Given names that are one name in several languages ("Volodymyr", "Vladimir") or a short form ("Joe") are a table.
//!
//! Names are then compared word by word in any order; initials stand for their names, patronymics and middle names may be
//! missing on one side, titles are stripped. A surname alone can be that of a full name: [`likeness`] says so apart.

mod align;
mod cyrillic;
mod given;
mod skeleton;
mod sound;
mod titles;

pub use align::Likeness;
pub(crate) use align::Name;
pub(crate) use sound::Sound;

/// Whether two spellings can be one name: [`likeness`] is anything but [`Likeness::Different`].
///
/// ```
/// use onetext_report::spelling::same_name;
///
/// assert!(same_name("Volodymyr Zelenskyy", "Владимир Зеленский"));
/// assert!(same_name("Andrii Hnatov", "General Andriy Gnatov"));
/// assert!(!same_name("Sergei Ivanov", "Olga Ivanova"));
/// ```
pub fn same_name(a: &str, b: &str) -> bool {
    likeness(a, b) != Likeness::Different
}

/// How far two spellings agree.
///
/// ```
/// use onetext_report::spelling::{Likeness, likeness};
///
/// assert_eq!(likeness("Zelensky", "Volodymyr Zelenskyy"), Likeness::Surname);
/// assert_eq!(likeness("V. Zelensky", "Volodymyr Zelenskyy"), Likeness::Initials);
/// ```
pub fn likeness(a: &str, b: &str) -> Likeness {
    Name::of(a).likeness(&Name::of(b))
}

/// The skeleton of a name: titles stripped, words in their order, a key for sorting and looking up, not for showing.
/// Two spellings of one name often, not always, have the same; [`same_name`] decides.
///
/// ```
/// use onetext_report::spelling::fold;
///
/// assert_eq!(fold("Андрій Єрмак"), fold("Andrey Yermak"));
/// ```
pub fn fold(name: &str) -> String {
    Name::of(name).key()
}

#[cfg(test)]
mod tests;
