//! What two provisions in two languages must have in common.

use std::collections::{BTreeMap, BTreeSet};

use super::{Mismatch, Sides, Version};
use crate::exact::{Language, dates, figures, quoted, references_of, spelled};

/// Shortest name that is compared, in letters.
const NAME_MIN: usize = 4;

/// Names that are written alike in both texts.
pub(super) struct SharedNames(BTreeSet<String>);

impl SharedNames {
    /// The names of two texts, where both use Latin letters.
    pub(super) fn of(one: Version<'_>, other: Version<'_>) -> SharedNames {
        let all = |version: Version<'_>| -> BTreeSet<String> {
            version.draft.provisions.iter().flat_map(|provision| names(&provision.text)).collect()
        };
        let (left, right) = (all(one), all(other));
        SharedNames(left.intersection(&right).cloned().collect())
    }
}

/// What differs between two provisions.
pub(super) fn compare(
    one: Version<'_>,
    a: usize,
    other: Version<'_>,
    b: usize,
    shared: &SharedNames,
) -> Vec<Mismatch> {
    let (left, right) = (&one.draft.provisions[a].text, &other.draft.provisions[b].text);
    // References are compared as such where both languages are read; otherwise their numbers count as numbers.
    let both_read = [one.language, other.language].iter().all(|language| reads_references(*language));
    let mut found = Vec::new();
    let numbers =
        numbers(&Exact::of(left, one.language, both_read), &Exact::of(right, other.language, both_read));
    found.extend((!numbers.is_empty()).then_some(Mismatch::Numbers(numbers)));
    let days = sides(&days(left), &days(right));
    found.extend((!days.is_empty()).then_some(Mismatch::Days(days)));
    if both_read {
        let cited = sides(&cited(left), &cited(right));
        found.extend((!cited.is_empty()).then_some(Mismatch::References(cited)));
    }
    let of_shared =
        |text: &str| -> Vec<String> { names(text).filter(|name| shared.0.contains(name)).collect() };
    let names = sides(&unique(of_shared(left)), &unique(of_shared(right)));
    found.extend((!names.is_empty()).then_some(Mismatch::Names(names)));
    let terms = (quoted(left).len(), quoted(right).len());
    found.extend((terms.0 != terms.1).then_some(Mismatch::Terms(terms.0, terms.1)));
    let brackets = (left.matches('[').count(), right.matches('[').count());
    found.extend((brackets.0 != brackets.1).then_some(Mismatch::Brackets(brackets.0, brackets.1)));
    found
}

fn reads_references(language: Language) -> bool {
    matches!(language, Language::English | Language::French | Language::Spanish)
}

/// The numbers of a provision: in figures, and in words where the language is read.
struct Exact {
    figures: Vec<i64>,
    words: Vec<i64>,
    reads_words: bool,
}

impl Exact {
    fn of(text: &str, language: Language, without_references: bool) -> Exact {
        let mut apart: Vec<(usize, usize)> = dates(text).iter().map(|date| (date.from, date.to)).collect();
        if without_references {
            apart
                .extend(references_of(text).iter().map(|reference| (reference.span.from, reference.span.to)));
        }
        let is_apart = |from: usize| apart.iter().any(|(begin, end)| (*begin..*end).contains(&from));
        let figures = figures(text).into_iter().filter(|one| !is_apart(one.from)).map(|one| one.thousandths);
        let reads_words = matches!(language, Language::English | Language::French);
        Exact { figures: figures.collect(), words: in_words(text, language), reads_words }
    }
}

/// Numbers in words from two upwards: "one" is often no number.
fn in_words(text: &str, language: Language) -> Vec<i64> {
    let tokens: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|token| !token.is_empty()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let read = spelled(&tokens[at..], language);
        found.extend(read.filter(|(value, _)| *value >= 2).map(|(value, _)| value.saturating_mul(1_000)));
        at += read.map_or(1, |(_, used)| used.max(1));
    }
    found
}

/// A figure may stand as a word on the other side. A word must stand there too where the words of the other language are
/// read; where they are not, it is told only beside a figure that has no partner.
fn numbers(one: &Exact, other: &Exact) -> Sides {
    let is_open = |own: &Exact, there: &Exact| !alone(own, there, false).is_empty();
    Sides {
        one: alone(one, other, other.reads_words || is_open(other, one)),
        other: alone(other, one, one.reads_words || is_open(one, other)),
    }
}

fn alone(own: &Exact, there: &Exact, with_words: bool) -> Vec<String> {
    let mut left: Vec<i64> = there.figures.iter().chain(&there.words).copied().collect();
    let mut is_alone =
        |value: &i64| left.iter().position(|known| known == value).map(|at| left.swap_remove(at)).is_none();
    let figures: Vec<i64> = own.figures.iter().copied().filter(|value| is_alone(value)).collect();
    let words: Vec<i64> = own.words.iter().copied().filter(|value| is_alone(value) && with_words).collect();
    figures.into_iter().chain(words).map(shown).collect()
}

fn shown(thousandths: i64) -> String {
    match (thousandths / 1_000, thousandths % 1_000) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole}.{rest:03}").trim_end_matches('0').to_owned(),
    }
}

fn days(text: &str) -> Vec<String> {
    let part = |value: Option<i64>, width: usize| {
        value.map_or_else(|| "?".to_owned(), |value| format!("{value:0width$}"))
    };
    dates(text)
        .iter()
        .map(|date| format!("{}-{:02}-{}", part(date.year, 4), date.month, part(date.day, 2)))
        .collect()
}

fn cited(text: &str) -> Vec<String> {
    let path = |reference: &crate::exact::Reference| {
        reference.path.iter().map(|step| step.number.clone()).collect::<Vec<_>>().join(".")
    };
    references_of(text).iter().map(path).collect()
}

/// What each side has more often than the other.
fn sides(one: &[String], other: &[String]) -> Sides {
    let alone = |own: &[String], there: &[String]| -> Vec<String> {
        let mut left: BTreeMap<&String, usize> = BTreeMap::new();
        for value in there {
            *left.entry(value).or_default() += 1;
        }
        let mut found = Vec::new();
        for value in own {
            match left.get_mut(value) {
                Some(count) if *count > 0 => *count -= 1,
                _ => found.push(value.clone()),
            }
        }
        found
    };
    Sides { one: alone(one, other), other: alone(other, one) }
}

fn unique(names: Vec<String>) -> Vec<String> {
    names.into_iter().collect::<BTreeSet<_>>().into_iter().collect()
}

/// Words of Latin letters with a capital, of which no other language makes another word.
fn names(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|c: char| !c.is_alphabetic());
    let is_name = |word: &&str| {
        word.chars().count() >= NAME_MIN
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.chars().skip(1).all(char::is_lowercase)
            && word.is_ascii()
    };
    words.filter(is_name).map(str::to_owned)
}
