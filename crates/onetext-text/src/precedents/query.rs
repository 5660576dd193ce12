//! What is searched for: words, phrases in quotation marks, words that must not stand there, and what the agreement must be.
//!
//! `guarantee with a monitor` looks for two notions; `"free passage"` for these words in this order; `-nuclear` leaves out
//! what has the word. Little words count for nothing, except those that tie ("after", "before").

use super::agreement::{Agreement, TopicCode};
use super::concepts::{CONCEPTS, Concept, EQUAL, NEAR};
use super::filter::Filter;
use super::remarks::PrecedentError;
use super::search::Mark;
use super::stages::TOPICS;
use super::stems::stems;

/// What is searched for.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// As it was written.
    pub written: String,
    /// What the agreement must be.
    pub filter: Filter,
    pub(super) groups: Vec<Group>,
}

/// What an agreement speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// As it was asked for.
    pub written: String,
    /// The topics of the table that it means.
    pub codes: Vec<&'static str>,
    concept: Option<&'static Concept>,
}

/// Something that is looked for, in one of several wordings.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub(super) written: String,
    pub(super) variants: Vec<Variant>,
    pub(super) topics: Vec<&'static str>,
    /// What it counts for the rank.
    pub(super) weight: f64,
    pub(super) is_unwanted: bool,
    /// The theme of the filter that it is.
    pub(super) theme: Option<usize>,
}

/// A wording, and what it counts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Variant {
    pub(super) stems: Vec<String>,
    pub(super) factor: f64,
}

/// So many notions are looked for at once; a longer question is cut.
pub(super) const GROUPS_MAX: usize = 16;
/// What "after" and the like count.
const TIE_WEIGHT: f64 = 0.4;
/// Words that count for nothing: they stand in nearly every provision.
const LITTLE: &[&str] = &[
    "a", "all", "an", "and", "any", "are", "as", "at", "be", "been", "both", "by", "for", "from", "has",
    "have", "how", "if", "in", "into", "is", "it", "its", "may", "of", "on", "or", "shall", "should", "such",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "under",
    "was", "were", "what", "when", "where", "which", "who", "whom", "will", "with", "would",
];

impl Query {
    /// Reads what was typed. With themes there may be no words.
    ///
    /// # Errors
    /// There is nothing to search for.
    ///
    /// ```
    /// use onetext_text::precedents::{Filter, Query};
    /// let query = Query::read("guarantee with a monitor", Filter::default()).unwrap();
    /// assert_eq!(query.notions(), ["guarantee", "monitor"]);
    /// assert!(Query::read("of the", Filter::default()).is_err());
    /// ```
    pub fn read(written: &str, filter: Filter) -> Result<Query, PrecedentError> {
        let mut groups = Vec::new();
        for (piece, is_unwanted, is_quoted) in pieces(written) {
            // What is not wanted is that word, not whatever means the like.
            let found = if is_quoted || is_unwanted { vec![exact(piece)] } else { notions(piece) };
            groups.extend(found.into_iter().map(|group| Group { is_unwanted, ..group }));
        }
        groups.retain(|group| group.variants.iter().any(|variant| !variant.stems.is_empty()));
        groups.extend(filter.themes.iter().enumerate().map(|(place, theme)| theme.group(place)));
        groups.truncate(GROUPS_MAX);
        if groups.iter().all(|group| group.is_unwanted) {
            return Err(PrecedentError::NoWords(written.to_owned()));
        }
        Ok(Query { written: written.to_owned(), filter, groups })
    }

    /// Looks for what a provision is about: the notions that it has words of.
    ///
    /// # Errors
    /// It has words of none.
    ///
    /// ```
    /// use onetext_text::precedents::{Filter, Query};
    /// let query = Query::like("A zone shall be demilitarised after the troops withdraw.", Filter::default()).unwrap();
    /// assert_eq!(query.notions(), ["demilitarised", "withdraw"]);
    /// ```
    pub fn like(provision: &str, filter: Filter) -> Result<Query, PrecedentError> {
        let mut seen = std::collections::BTreeSet::new();
        let named: Vec<String> = notions(provision)
            .into_iter()
            .filter(|group| group.variants.len() > 1 && group.weight > TIE_WEIGHT)
            .filter(|group| seen.insert(group.variants.first().map(|first| first.stems.clone())))
            .map(|group| group.written)
            .collect();
        Query::read(&named.join(" "), filter).map_err(|_| PrecedentError::NoWords(provision.to_owned()))
    }

    /// Where a text has words of what is looked for, in order.
    ///
    /// ```
    /// use onetext_text::precedents::{Filter, Query};
    /// let query = Query::read("guarantee", Filter::default()).unwrap();
    /// let marks = query.marks("Two guarantors sign.");
    /// assert_eq!((marks[0].start, marks[0].end), (4, 14));
    /// ```
    pub fn marks(&self, text: &str) -> Vec<Mark> {
        let words = super::stems::words(text);
        let stems: Vec<&str> = words.iter().map(|word| word.stem.as_str()).collect();
        let mut marks = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let length = self.longest_at(&stems[at..]);
            if length > 0 {
                marks.push(Mark { start: words[at].start, end: words[at + length - 1].end });
            }
            at += length.max(1);
        }
        marks
    }

    /// Words of the longest wording that begins here.
    fn longest_at(&self, stems: &[&str]) -> usize {
        let wanted = self.groups.iter().filter(|group| !group.is_unwanted);
        let begins = |variant: &&Variant| {
            variant.stems.len() <= stems.len()
                && variant.stems.iter().zip(stems).all(|(one, other)| one == other)
        };
        wanted
            .flat_map(|group| &group.variants)
            .filter(begins)
            .map(|variant| variant.stems.len())
            .max()
            .unwrap_or(0)
    }

    /// What is looked for, as it was written.
    pub fn notions(&self) -> Vec<&str> {
        self.groups.iter().filter(|group| !group.is_unwanted).map(|group| group.written.as_str()).collect()
    }
}

impl Theme {
    /// The theme of that name: a code of the table, our name of a topic, or a word of a notion.
    ///
    /// # Errors
    /// Nothing is known by it.
    ///
    /// ```
    /// use onetext_text::precedents::Theme;
    /// assert_eq!(Theme::read("StRef").unwrap().codes, ["StRef"]);
    /// assert_eq!(Theme::read("demilitarized zone").unwrap().codes, ["DdrDemil"]);
    /// assert!(Theme::read("weather").is_err());
    /// ```
    pub fn read(written: &str) -> Result<Theme, PrecedentError> {
        let asked = stems(written);
        let concept = CONCEPTS.iter().find(|one| {
            !one.is_tie && one.words.iter().any(|word| stems(word) == asked && !asked.is_empty())
        });
        let named = TOPICS.iter().find(|(code, name)| {
            code.eq_ignore_ascii_case(written.trim()) || name.eq_ignore_ascii_case(written.trim())
        });
        let codes = match (named, concept) {
            (Some((code, _)), _) => vec![*code],
            (None, Some(concept)) => concept.topics.to_vec(),
            (None, None) => return Err(PrecedentError::NoTheme(written.to_owned())),
        };
        Ok(Theme { written: written.trim().to_owned(), codes, concept })
    }

    /// Whether the table marks that the agreement speaks of it.
    pub(super) fn is_marked(&self, agreement: &Agreement) -> bool {
        self.codes.iter().any(|code| agreement.topics.contains_key(&TopicCode((*code).to_owned())))
    }

    /// By its words the theme is looked for too, so that the passages that speak of it come first.
    fn group(&self, place: usize) -> Group {
        let name = self.codes.first().and_then(|code| super::topic_name(code)).unwrap_or(&self.written);
        let mut group = match self.concept.or_else(|| by_topic(self.codes.first()?)) {
            Some(concept) => of_concept(concept, &stems(concept.name()), name),
            None => exact(name),
        };
        group.topics.clone_from(&self.codes);
        Group { theme: Some(place), ..group }
    }
}

fn by_topic(code: &str) -> Option<&'static Concept> {
    CONCEPTS.iter().find(|concept| concept.topics.first() == Some(&code))
}

/// Parts of what was typed: words, whether they are not wanted, whether they stand in quotation marks.
fn pieces(written: &str) -> Vec<(&str, bool, bool)> {
    let mut all = Vec::new();
    let mut rest = written.trim_start();
    while !rest.is_empty() {
        let is_unwanted =
            rest.starts_with(['-', '−']) && rest.chars().nth(1).is_some_and(|c| !c.is_whitespace());
        if is_unwanted {
            rest = rest.trim_start_matches(['-', '−']);
        }
        let opened = rest.strip_prefix(['"', '“', '«', '„', '”']);
        if let Some(inside) = opened {
            let end = inside.find(['"', '”', '»', '“']).unwrap_or(inside.len());
            all.push((&inside[..end], is_unwanted, true));
            rest = inside[end..].trim_start_matches(['"', '”', '»', '“']).trim_start();
            continue;
        }
        let end = if is_unwanted { rest.find(char::is_whitespace) } else { next_special(rest) };
        let end = end.unwrap_or(rest.len());
        all.push((&rest[..end], is_unwanted, false));
        rest = rest[end..].trim_start();
    }
    all
}

/// Where the next phrase or unwanted word begins.
fn next_special(rest: &str) -> Option<usize> {
    let mut before = 'x';
    for (at, letter) in rest.char_indices() {
        let is_minus = matches!(letter, '-' | '−') && before.is_whitespace();
        let is_mark = matches!(letter, '"' | '“' | '«' | '„' | '”');
        if at > 0 && (is_minus || is_mark) {
            return Some(at);
        }
        before = letter;
    }
    None
}

/// These words in this order and nothing else.
fn exact(written: &str) -> Group {
    Group {
        written: written.trim().to_owned(),
        variants: vec![Variant { stems: stems(written), factor: 1.0 }],
        topics: vec![],
        weight: 1.0,
        is_unwanted: false,
        theme: None,
    }
}

/// The notions and words of a piece of the question, the longest wording first.
fn notions(piece: &str) -> Vec<Group> {
    let words = super::stems::words(piece);
    let all: Vec<String> = words.iter().map(|word| word.stem.clone()).collect();
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = concept_at(&all[at..]);
        let length = longest.map_or(1, |(_, length)| length);
        let written = &piece[words[at].start..words[at + length - 1].end];
        match longest {
            Some((concept, _)) => groups.push(of_concept(concept, &all[at..at + length], written)),
            None if LITTLE.contains(&written.to_lowercase().as_str()) => {}
            None => groups.push(exact(written)),
        }
        at += length;
    }
    // The same notion twice ("monitor and verify") is one question with two words.
    groups.dedup_by(|later, first| {
        let is_same = !later.topics.is_empty() && later.variants.len() > 1 && same_words(later, first);
        if is_same {
            first.written = format!("{} {}", first.written, later.written);
            for (mine, theirs) in first.variants.iter_mut().zip(&later.variants) {
                mine.factor = mine.factor.max(theirs.factor);
            }
        }
        is_same
    });
    groups
}

fn same_words(one: &Group, other: &Group) -> bool {
    one.variants.len() == other.variants.len()
        && one.variants.iter().zip(&other.variants).all(|(mine, theirs)| mine.stems == theirs.stems)
}

/// The notion that begins here with the most words.
fn concept_at(all: &[String]) -> Option<(&'static Concept, usize)> {
    let mut best: Option<(&'static Concept, usize)> = None;
    for concept in CONCEPTS {
        for word in concept.words {
            let wanted = stems(word);
            let is_longer = best.is_none_or(|(_, length)| wanted.len() > length);
            if is_longer && all.starts_with(&wanted) {
                best = Some((concept, wanted.len()));
            }
        }
    }
    best
}

fn of_concept(concept: &'static Concept, asked: &[String], written: &str) -> Group {
    let equal = concept.words.iter().map(|word| {
        let stems = stems(word);
        let factor = if stems == asked { 1.0 } else { EQUAL };
        Variant { stems, factor }
    });
    let near = concept.near.iter().map(|word| Variant { stems: stems(word), factor: NEAR });
    Group {
        written: written.to_owned(),
        variants: equal.chain(near).collect(),
        topics: concept.topics.to_vec(),
        weight: if concept.is_tie { TIE_WEIGHT } else { 1.0 },
        is_unwanted: false,
        theme: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Query {
        Query::read(written, Filter::default()).unwrap()
    }

    #[test]
    fn a_question_is_taken_apart() {
        for (written, wanted) in [
            ("guarantee with a monitor", vec!["guarantee", "monitor"]),
            ("demilitarized zone", vec!["demilitarized zone"]),
            ("referendum after 15 years", vec!["referendum", "after", "15", "years"]),
            ("monitoring and verification", vec!["monitoring verification"]),
            ("\"free passage\" of ships", vec!["free passage", "ships"]),
            ("cease-fire", vec!["cease-fire"]),
        ] {
            assert_eq!(read(written).notions(), wanted, "{written}");
        }
        let unwanted: Vec<String> = read("withdrawal -nuclear -\"heavy weapons\"")
            .groups
            .into_iter()
            .filter(|group| group.is_unwanted)
            .map(|group| group.written)
            .collect();
        assert_eq!(unwanted, ["nuclear", "heavy weapons"]);
    }

    #[test]
    fn odd_questions_do_no_harm() {
        for written in ["", "-", "--", "\"", "“”", "the of", "-x", "\"\"\"", "é\u{301}-", "- -"] {
            let _ = Query::read(written, Filter::default());
        }
        assert!(Query::read("-nuclear", Filter::default()).is_err());
    }
}
