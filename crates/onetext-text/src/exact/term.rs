//! Defined terms: what stands in quotation marks after "hereinafter" or before "means", "(the “Council”)", and
//! abbreviations in round brackets behind their words.

use super::Span;
use crate::draft::Draft;

/// How a term was defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// “Council” means ...
    Means,
    /// Hereinafter referred to as “the Council”.
    Hereinafter,
    /// (IPCC).
    Abbreviation,
}

/// A defined term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The term, without "the" before it.
    pub term: String,
    /// Where it stands.
    pub span: Span,
    /// How it was defined.
    pub form: Form,
    /// What it stands for or means, as far as it can be cut out; may be empty.
    pub meaning: String,
}

/// Longest term, in bytes.
const TERM_MAX: usize = 80;
/// How far before a quotation "hereinafter" may stand, in bytes.
const BEFORE_MAX: usize = 60;
/// Words before a quotation that make it a definition, in small letters.
const NAMES: [&str; 14] = [
    "hereinafter",
    "hereafter",
    "referred to",
    "known as",
    "called",
    "abbreviated",
    "ci-après",
    "dénommé",
    "dénommée",
    "dénommés",
    "dénommées",
    "en adelante",
    "далее",
    "далі",
];
/// Words after a quotation that make it a definition.
const MEANS: [&str; 14] = [
    "means",
    "mean",
    "shall mean",
    "refers to",
    "shall refer",
    "includes",
    "is defined as",
    "shall have the meaning",
    "has the meaning",
    "s'entend",
    "s’entend",
    "désigne",
    "significa",
    "означает",
];

/// What stands in quotation marks in a text, with the places of its bytes.
pub fn quoted(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((open, mark)) =
        text[at..].char_indices().find(|(_, c)| matches!(c, '"' | '“' | '«' | '„' | '‘'))
    {
        let from = at + open + mark.len_utf8();
        let ends: &[char] = match mark {
            '"' => &['"'],
            '«' => &['»'],
            '‘' => &['’'],
            _ => &['”', '“', '"'],
        };
        let Some(length) = text[from..].find(ends) else {
            at = from;
            continue;
        };
        let close = text[from + length..].chars().next().map_or(1, char::len_utf8);
        if length > 0 && length <= TERM_MAX {
            found.push((from, from + length));
            at = from + length + close;
        } else {
            at = from;
        }
    }
    found
}

/// The definitions of a draft, in the order of the text.
///
/// ```
/// use onetext_text::{draft::read_markdown, exact::definitions};
/// let terms = |text: &str| definitions(&read_markdown(text)).into_iter().map(|one| one.term).collect::<Vec<_>>();
/// assert_eq!(terms("the Convention on Water, hereinafter referred to as \"the Convention\","), ["Convention"]);
/// assert_eq!(terms("1. “Emissions” means the release of gases."), ["Emissions"]);
/// assert_eq!(terms("a Joint Monitoring Commission (JMC) and the fund (the “Fund”)"), ["JMC", "Fund"]);
/// ```
pub fn definitions(draft: &Draft) -> Vec<Definition> {
    let mut all = Vec::new();
    for (place, provision) in draft.provisions.iter().enumerate() {
        let text = provision.text.as_str();
        let mut own: Vec<Definition> =
            quoted(text).into_iter().filter_map(|span| of_quoted(text, place, span)).collect();
        own.extend(unquoted_means(text, place));
        own.extend(abbreviations(text, place));
        own.sort_by_key(|one| one.span);
        all.append(&mut own);
    }
    all
}

/// A term without the article and the marks around it.
fn bare(term: &str) -> &str {
    let term = term.trim().trim_end_matches([',', ';', '.']);
    ["the ", "The ", "le ", "la ", "les ", "l'", "l’", "el "]
        .iter()
        .find_map(|word| term.strip_prefix(word))
        .unwrap_or(term)
}

fn of_quoted(text: &str, place: usize, (from, to): (usize, usize)) -> Option<Definition> {
    let term = bare(&text[from..to]);
    let before = &text[..from];
    let begin = before.char_indices().rev().take(BEFORE_MAX).last().map_or(0, |(at, _)| at);
    let near = before[begin..].to_lowercase();
    let sentence = near.rsplit(['.', ';']).next().unwrap_or_default();
    let after = text[to..].trim_start_matches(['"', '”', '“', '»', '’', ',', ' ', ':', '*']).to_lowercase();
    let in_brackets = sentence.rfind('(').is_some_and(|at| {
        let inside = sentence[at + 1..].trim_matches(|c: char| !c.is_alphanumeric());
        ["", "the", "each a", "collectively", "together", "or", "and", "le", "la", "les"].contains(&inside)
            || NAMES.iter().any(|name| inside.contains(name))
    });
    let span = Span { place, from, to };
    let is_meant = MEANS.iter().any(|word| after.starts_with(word));
    if is_meant {
        return Some(Definition { term: term.to_owned(), span, form: Form::Means, meaning: after });
    }
    let is_named = in_brackets || NAMES.iter().any(|name| sentence.contains(name));
    let meaning = before.split(['.', ';']).next_back().unwrap_or_default().trim().to_lowercase();
    (is_named && !term.is_empty()).then(|| Definition {
        term: term.to_owned(),
        span,
        form: Form::Hereinafter,
        meaning,
    })
}

/// "Commission means the Free Trade Commission" at the beginning of a point.
fn unquoted_means(text: &str, place: usize) -> Option<Definition> {
    let end = [" means ", " means:", " shall mean "].iter().filter_map(|word| text.find(word)).min()?;
    let term = &text[..end];
    let is_short = term.len() <= TERM_MAX
        && term.split(' ').count() <= 6
        && !term.contains(['"', '”', ',', '.', ';', '(']);
    let starts = term.chars().next().is_some_and(char::is_alphabetic);
    let meaning = text[end..].to_lowercase();
    let last = term.rsplit(' ').next().unwrap_or_default();
    let is_verb =
        ["by", "all", "other", "this", "such", "which", "no", "a", "the", "any", "legal", "effective"]
            .contains(&last)
            || term.split(' ').any(|word| ["shall", "may", "include", "provide"].contains(&word));
    (is_short && starts && !is_verb).then(|| Definition {
        // A digit at its end is a footnote's mark.
        term: bare(term).trim_end_matches(|c: char| c.is_ascii_digit()).to_owned(),
        span: Span { place, from: 0, to: end },
        form: Form::Means,
        meaning,
    })
}

/// "(IPCC)", "(LDCs)" behind words.
fn abbreviations(text: &str, place: usize) -> Vec<Definition> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('(') {
        let Some(length) = text[open + 1..].find([')', '(']) else { continue };
        let inside = &text[open + 1..open + 1 + length];
        let term =
            bare(inside.rsplit(['"', '“', '”']).find(|part| !part.trim().is_empty()).unwrap_or(inside));
        let follows =
            text[..open].trim_end().chars().next_back().is_some_and(|c| c.is_alphabetic() || c == ']');
        if follows && is_abbreviation(term) && inside.len() <= TERM_MAX {
            let from = open + 1 + inside.find(term).unwrap_or(0);
            let words: Vec<&str> = text[..open].split_whitespace().rev().take(term.len() + 3).collect();
            let meaning = words.into_iter().rev().collect::<Vec<_>>().join(" ").to_lowercase();
            let span = Span { place, from, to: from + term.len() };
            found.push(Definition { term: term.to_owned(), span, form: Form::Abbreviation, meaning });
        }
    }
    found
}

/// Two capitals or more with nothing else than a plural's "s", digits and hyphens: "LDCs", "JMC", "REDD-plus" is none.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    let bare = word.strip_suffix('s').unwrap_or(word);
    let capitals = bare.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2
        && bare.chars().count() <= 12
        && bare.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '&' | '/'))
        && bare.starts_with(char::is_uppercase)
        && !bare.chars().all(|c| "IVXLC".contains(c))
}
