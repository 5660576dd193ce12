//! Language versions: two texts that should say the same in two languages.
//!
//! They are put side by side by their labels and their order, never by their words. In provisions that correspond the
//! program compares what must be the same in every language: numbers, days, references, names in one script, terms in
//! quotation marks, brackets; and which provisions stand in one text alone. Nothing is translated: whether the words mean
//! the same, a person says.

mod compare;
mod pairs;

use crate::draft::Draft;
use crate::exact::Language;

/// How two language versions differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    /// Provisions that correspond: places in the one and in the other.
    pub pairs: Vec<(usize, usize)>,
    /// What differs, in the order of the first text; what the other has alone comes last.
    pub differences: Vec<Difference>,
}

/// Something that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The place in the one text; none where only the other has it.
    pub one: Option<usize>,
    /// The place in the other text; none where only the one has it.
    pub other: Option<usize>,
    /// What differs.
    pub what: Mismatch,
}

/// What differs between two provisions that should say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// Only one of the texts has this provision.
    OnlyHere,
    /// Numbers that one of them has alone.
    Numbers(Sides),
    /// Days that one of them has alone.
    Days(Sides),
    /// References that one of them has alone.
    References(Sides),
    /// Names, written alike elsewhere in both texts, that one of them has alone here.
    Names(Sides),
    /// How many terms stand in quotation marks.
    Terms(usize, usize),
    /// How many brackets open.
    Brackets(usize, usize),
}

/// What each side has alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// What the one has alone.
    pub one: Vec<String>,
    /// What the other has alone.
    pub other: Vec<String>,
}

impl Sides {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.one.is_empty() && self.other.is_empty()
    }
}

/// A text and its language.
#[derive(Clone, Copy, Debug)]
pub struct Version<'d> {
    /// The text.
    pub draft: &'d Draft,
    /// Its language.
    pub language: Language,
}

impl<'d> Version<'d> {
    /// A text whose language is told by its words.
    pub fn of(draft: &'d Draft) -> Version<'d> {
        Version { draft, language: Language::of(draft) }
    }
}

/// Compares two language versions.
///
/// ```
/// use onetext_text::{draft::read_markdown, versions::{Mismatch, Version, versions}};
/// let english = read_markdown("## Article 1\n\n1. The Parties shall report within 30 days of 4 May 2026.\n");
/// let french = read_markdown("## Article 1\n\n1. Les Parties font rapport dans les 20 jours suivant le 4 mai 2026.\n");
/// let found = versions(Version::of(&english), Version::of(&french));
/// assert!(matches!(&found.differences[0].what, Mismatch::Numbers(sides) if sides.one == ["30"] && sides.other == ["20"]));
/// assert_eq!(found.differences.len(), 1);
/// ```
pub fn versions(one: Version<'_>, other: Version<'_>) -> Versions {
    let (pairs, left, right) = pairs::pairs(one.draft, other.draft);
    let names = compare::SharedNames::of(one, other);
    let mut differences: Vec<Difference> = Vec::new();
    for (a, b) in &pairs {
        let found = compare::compare(one, *a, other, *b, &names);
        differences.extend(found.into_iter().map(|what| Difference { one: Some(*a), other: Some(*b), what }));
    }
    differences.extend(left.into_iter().map(|a| Difference {
        one: Some(a),
        other: None,
        what: Mismatch::OnlyHere,
    }));
    differences.sort_by_key(|difference| difference.one);
    differences.extend(right.into_iter().map(|b| Difference {
        one: None,
        other: Some(b),
        what: Mismatch::OnlyHere,
    }));
    Versions { pairs, differences }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::read_markdown;

    const ENGLISH: &str = "## Article 1\n\n1. The forces of Easton (the “Forces”) leave Lowbridge within fifteen days of 4 May 2026.\n\n\
        2. Easton pays 600,000 francs [each year], as in paragraph 1 of this Article.\n\n\
        3. The council, with Lowbridge as its seat, has:\n\n    (a) two members of Easton;\n\n    (b) two members of Weston.\n";
    const FRENCH: &str = "## Article 1\n\n1. Les forces d'Easton (les « Forces ») quittent Lowbridge dans les quinze jours suivant le 4 mai 2026.\n\n\
        2. Easton verse 600 000 francs [par an], comme prévu au paragraphe 1 du présent article.\n\n\
        3. Le conseil, qui a pour siège Lowbridge, a :\n\n    a) deux membres d'Easton ;\n\n    b) deux membres de Weston.\n";
    const ARABIC: &str = "## المادة ١\n\n١. تغادر قوات إيستون («القوات») لوبريدج خلال ١٥ يوما من ٤ مايو ٢٠٢٦.\n\n\
        ٢. تدفع إيستون ٦٠٠٬٠٠٠ فرنك [كل سنة] وفقا للفقرة ١ من هذه المادة.\n\n\
        ٣. يتكون المجلس، ومقره لوبريدج، من:\n\n    (أ) عضوين من إيستون؛\n\n    (ب) عضوين من ويستون.\n";

    fn told(one: &str, other: &str) -> Vec<String> {
        let (one, other) = (read_markdown(one), read_markdown(other));
        let found = versions(Version::of(&one), Version::of(&other));
        let key = |place: Option<usize>| place.map_or("-", |place| one.provisions[place].key.as_str());
        found
            .differences
            .iter()
            .map(|difference| format!("{} {:?}", key(difference.one), difference.what))
            .collect()
    }

    #[test]
    fn versions_that_say_the_same_are_silent() {
        for (one, other) in
            [(ENGLISH, FRENCH), (FRENCH, ENGLISH), (ENGLISH, ARABIC), (ARABIC, ENGLISH), (FRENCH, ARABIC)]
        {
            assert_eq!(told(one, other), Vec::<String>::new(), "{other}");
        }
    }

    #[test]
    fn each_kind_of_difference_is_told_with_its_place() {
        for (from, to, expected) in [
            ("quinze", "vingt", r#"A1.p1 Numbers(Sides { one: ["15"], other: ["20"] })"#),
            ("4 mai", "5 mai", r#"A1.p1 Days(Sides { one: ["2026-05-04"], other: ["2026-05-05"] })"#),
            ("600 000", "60 000", r#"A1.p2 Numbers(Sides { one: ["600000"], other: ["60000"] })"#),
            ("paragraphe 1", "paragraphe 3", r#"A1.p2 References(Sides { one: ["1"], other: ["3"] })"#),
            ("[par an]", "par an", "A1.p2 Brackets(1, 0)"),
            ("« Forces »", "forces", "A1.p1 Terms(1, 0)"),
            (
                "quittent Lowbridge",
                "quittent la ville",
                r#"A1.p1 Names(Sides { one: ["Lowbridge"], other: [] })"#,
            ),
            ("\n\n    b) deux membres de Weston.", "", "A1.p3.b OnlyHere"),
        ] {
            assert!(FRENCH.contains(from), "{from}");
            assert_eq!(told(ENGLISH, &FRENCH.replacen(from, to, 1)), [expected], "{from} -> {to}");
        }
    }

    #[test]
    fn arabic_figures_and_days_are_read() {
        for (from, to, expected) in [
            ("١٥", "١٤", r#"A1.p1 Numbers(Sides { one: ["15"], other: ["14"] })"#),
            ("٤ مايو", "٤ يونيو", r#"A1.p1 Days(Sides { one: ["2026-05-04"], other: ["2026-06-04"] })"#),
            ("للفقرة ١", "للفقرة ٢", r#"A1.p2 Numbers(Sides { one: ["1"], other: ["2"] })"#),
        ] {
            assert!(ARABIC.contains(from), "{from}");
            assert_eq!(told(ENGLISH, &ARABIC.replacen(from, to, 1)), [expected], "{from} -> {to}");
        }
    }
}
