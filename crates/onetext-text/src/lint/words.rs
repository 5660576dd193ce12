//! The words of a draft with their places, its sentences, and phrases found in it.

use std::collections::BTreeMap;

use crate::draft::Draft;
use crate::exact::Span;

/// A word: letters and digits, with hyphens and apostrophes within.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its provision.
    pub place: usize,
    /// The first byte.
    pub from: usize,
    /// One past the last byte.
    pub to: usize,
    /// Its sentence.
    pub sentence: usize,
}

/// A sentence of a provision.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its first word.
    pub first: usize,
    /// One past its last word.
    pub end: usize,
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// Its first word.
    pub first: usize,
    /// One past its last word.
    pub end: usize,
    /// The phrase as the rule gave it.
    pub phrase: &'static str,
}

/// Words, sentences, and which word stands where.
#[derive(Debug, Default)]
pub struct Words {
    small: Vec<String>,
    /// The words, in the order of the text.
    pub all: Vec<Word>,
    /// The sentences, in the order of the text.
    pub sentences: Vec<Sentence>,
    vocabulary: BTreeMap<String, Vec<usize>>,
}

/// What ends in a full stop without ending a sentence, in small letters.
const ABBREVIATIONS: [&str; 22] = [
    "art", "arts", "no", "nos", "para", "paras", "p", "pp", "vol", "mr", "mrs", "ms", "dr", "st", "gen",
    "ch", "cf", "e.g", "i.e", "etc", "ibid", "u.s",
];

impl Words {
    /// The words of a draft.
    pub fn of(draft: &Draft) -> Words {
        let mut words = Words::default();
        for (place, provision) in draft.provisions.iter().enumerate() {
            words.small.push(lowered(&provision.text));
            for (from, to) in sentences(&provision.text) {
                words.sentence(&provision.text, Span { place, from, to });
            }
        }
        words
    }

    fn sentence(&mut self, text: &str, span: Span) {
        let (first, sentence) = (self.all.len(), self.sentences.len());
        for (from, to) in tokens(text, span.from, span.to) {
            let small = &self.small[span.place][from..to];
            match self.vocabulary.get_mut(small) {
                Some(places) => places.push(self.all.len()),
                None => drop(self.vocabulary.insert(small.to_owned(), vec![self.all.len()])),
            }
            self.all.push(Word { place: span.place, from, to, sentence });
        }
        self.sentences.push(Sentence { span, first, end: self.all.len() });
    }

    /// A word in small letters.
    pub fn small(&self, at: usize) -> &str {
        let word = self.all[at];
        &self.small[word.place][word.from..word.to]
    }

    /// The text of a provision in small letters, byte for byte as long.
    pub fn small_text(&self, place: usize) -> &str {
        &self.small[place]
    }

    /// All places of any of these phrases, in the order of the text. A star at the end of a word stands for any ending.
    pub fn find(&self, phrases: &[&'static str]) -> Vec<Hit> {
        let mut hits: Vec<Hit> = phrases
            .iter()
            .flat_map(|phrase| self.places(phrase).into_iter().map(move |at| (at, *phrase)))
            .filter_map(|(first, phrase)| Some(Hit { first, end: self.phrase_at(first, phrase)?, phrase }))
            .collect();
        hits.sort_by_key(|hit| (hit.first, usize::MAX - hit.end));
        // The longest of several at one place, and none within another.
        let mut end = 0;
        hits.retain(|hit| {
            let is_free = hit.first >= end;
            end = if is_free { hit.end } else { end };
            is_free
        });
        hits
    }

    /// How often a term stands in the text, its plural and capitals included.
    pub fn count(&self, term: &str) -> usize {
        let stem = |word: &str| {
            let small = word.to_lowercase();
            let bare = small.strip_suffix(['s', 'y']).unwrap_or(&small);
            if bare.len() > 3 { format!("{bare}*") } else { small }
        };
        let words = tokens(term, 0, term.len()).into_iter().map(|(from, to)| stem(&term[from..to]));
        let phrase = words.collect::<Vec<_>>().join(" ");
        if phrase.is_empty() {
            return 0;
        }
        self.places(&phrase).into_iter().filter(|at| self.phrase_at(*at, &phrase).is_some()).count()
    }

    fn places(&self, phrase: &str) -> Vec<usize> {
        let first = phrase.split(' ').next().unwrap_or_default();
        match first.strip_suffix('*') {
            Some(stem) => {
                let range =
                    self.vocabulary.range(stem.to_owned()..).take_while(|(word, _)| word.starts_with(stem));
                range.flat_map(|(_, places)| places.iter().copied()).collect()
            }
            None => self.vocabulary.get(first).cloned().unwrap_or_default(),
        }
    }

    /// Where a phrase that begins at this word ends; none where it does not.
    pub fn phrase_at(&self, first: usize, phrase: &str) -> Option<usize> {
        let mut at = first;
        for wanted in phrase.split(' ') {
            let word = self.all.get(at)?;
            if at > first && !self.touches(at - 1, at) {
                return None;
            }
            let small = &self.small[word.place][word.from..word.to];
            let is_it = match wanted.strip_suffix('*') {
                Some(stem) => small.starts_with(stem),
                None => small == wanted,
            };
            if !is_it {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// Whether nothing but blanks and square brackets stand between two words of one sentence.
    pub fn touches(&self, one: usize, next: usize) -> bool {
        let (one, next) = (self.all[one], self.all[next]);
        one.sentence == next.sentence
            && self.small[one.place][one.to..next.from]
                .chars()
                .all(|c| c.is_whitespace() || matches!(c, '[' | ']'))
    }

    /// The sentence in which a word stands.
    pub fn sentence_of(&self, word: usize) -> Sentence {
        self.sentences[self.all[word].sentence]
    }

    /// The first of these phrases between two words.
    pub fn between(&self, first: usize, end: usize, phrases: &[&'static str]) -> Option<Hit> {
        (first..end).find_map(|at| {
            phrases.iter().find_map(|phrase| {
                let phrase_end = self.phrase_at(at, phrase).filter(|phrase_end| *phrase_end <= end)?;
                Some(Hit { first: at, end: phrase_end, phrase })
            })
        })
    }

    /// Whether a sentence has any of these phrases.
    pub fn sentence_has(&self, sentence: &Sentence, phrases: &[&'static str]) -> bool {
        self.between(sentence.first, sentence.end, phrases).is_some()
    }

    /// Whether the text has any of these phrases at all.
    pub fn has(&self, phrases: &[&'static str]) -> bool {
        phrases
            .iter()
            .any(|phrase| self.places(phrase).into_iter().any(|at| self.phrase_at(at, phrase).is_some()))
    }

    /// The stretch from one word to before another of the same provision.
    pub fn span(&self, first: usize, end: usize) -> Span {
        let (one, last) = (self.all[first], self.all[end.max(first + 1) - 1]);
        Span { place: one.place, from: one.from, to: last.to }
    }
}

/// Small letters in the same bytes: a letter whose small form is longer or shorter stays.
fn lowered(text: &str) -> String {
    let small = |c: char| {
        let mut all = c.to_lowercase();
        let first = all.next().unwrap_or(c);
        if all.next().is_none() && first.len_utf8() == c.len_utf8() { first } else { c }
    };
    text.chars().map(small).collect()
}

fn tokens(text: &str, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = None;
    let characters: Vec<(usize, char)> =
        text[from..to].char_indices().map(|(at, c)| (from + at, c)).collect();
    for (place, (at, c)) in characters.iter().enumerate() {
        let is_inner = matches!(c, '-' | '\'' | '’' | '\u{2011}')
            && start.is_some()
            && characters.get(place + 1).is_some_and(|(_, next)| next.is_alphanumeric());
        if c.is_alphanumeric() || is_inner {
            start.get_or_insert(*at);
        } else if let Some(begin) = start.take() {
            found.push((begin, *at));
        }
    }
    found.extend(start.map(|begin| (begin, to)));
    found
}

/// The sentences of a text: a line feed ends one, and a full stop before a capital, a figure or a bracket.
fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let ends = match c {
            '\n' => true,
            '!' | '?' => text[end..].starts_with(char::is_whitespace),
            '.' => ends_sentence(&text[start..at], &text[end..]),
            _ => false,
        };
        if ends {
            push(text, start, end, &mut found);
            start = end;
        }
    }
    push(text, start, text.len(), &mut found);
    found
}

fn push(text: &str, from: usize, to: usize, found: &mut Vec<(usize, usize)>) {
    let piece = &text[from..to];
    let begin = from + piece.len() - piece.trim_start().len();
    let end = to - (piece.len() - piece.trim_end().len());
    if begin < end {
        found.push((begin, end));
    }
}

fn ends_sentence(before: &str, after: &str) -> bool {
    let next = after.trim_start_matches([']', '"', '”', '»', ')']);
    let begins = next.trim_start().chars().next();
    if !next.starts_with(char::is_whitespace) || begins.is_some_and(char::is_lowercase) {
        return false;
    }
    let word =
        before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[')).next().unwrap_or_default();
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    !is_initial && !ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::read_markdown;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|(from, to)| &text[from..to]).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for (text, expected) in [
            ("One. Two.", vec!["One.", "Two."]),
            ("See Art. 4 and No. 5. It is so.", vec!["See Art. 4 and No. 5.", "It is so."]),
            ("It is 3.5 m (see para. 2). [Next.]", vec!["It is 3.5 m (see para. 2).", "[Next.]"]),
            ("J. Smith signs; then it applies.", vec!["J. Smith signs; then it applies."]),
            ("One\nTwo", vec!["One", "Two"]),
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn phrases_are_found_through_brackets_and_endings() {
        let words = Words::of(&read_markdown(
            "1. Parties shall, as [soon as] possible, verify it and be verified.\n",
        ));
        let hits = words.find(&["as soon as possible", "verif*", "as"]);
        assert_eq!(
            hits.iter().map(|hit| hit.phrase).collect::<Vec<_>>(),
            ["as soon as possible", "verif*", "verif*"]
        );
    }
}
