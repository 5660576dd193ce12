//! Names in a text: runs of capitalised words, cut into state, office and name, and what sort of actor they name.

mod runs;
mod sorts;

use crate::grammar::{Parsed, Tag};
use crate::lexicon::Classes;
use crate::tokens::{List, Sort, Words};

use super::states::{Manner, State};
use super::words::{Known, Sense, known};

/// A name with what stands around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    /// All of it: "Ukrainian President Jane Roe", "his son-in-law Jane Roe", with an apposition that follows.
    pub(super) words: Words,
    /// The name: "Jane Roe".
    pub(super) name: Words,
    /// "President", or the apposition that says the office.
    pub(super) office: Option<Words>,
    /// Whose office: "Ukrainian", "Ukraine's".
    pub(super) state: Option<State>,
    pub(super) shape: Shape,
    /// Stands where places stand: an actor only if it is named as one elsewhere.
    pub(super) is_place: bool,
}

/// Words of the longest name of a state, its marks counted: "Democratic People's Republic of Korea".
const STATE_WORDS_MAX: usize = 6;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// By its office, its given name, or its two words.
    Person,
    /// One word that nothing is known of: a surname or a company.
    Unknown,
    Organisation,
    Outlet,
    /// A state, by one of its names or its capital.
    State(State, Manner),
    /// A residence that speaks for a state.
    Seat(Option<State>),
    /// An office written with capitals without a name: "the President".
    Office,
}

/// A text with what is known of each of its words.
pub(super) struct Page<'p, 't> {
    pub(super) parsed: &'p Parsed<'t>,
    pub(super) known: Vec<Known>,
}

impl<'p, 't> Page<'p, 't> {
    pub(super) fn of(parsed: &'p Parsed<'t>) -> Self {
        let known = (0..parsed.text.tokens.len())
            .map(|token| match parsed.text.sort(token) {
                Some(Sort::Word) => known(parsed.text.word(token)),
                _ => Known::default(),
            })
            .collect();
        Page { parsed, known }
    }

    pub(super) fn len(&self) -> usize {
        self.known.len()
    }

    pub(super) fn word(&self, token: usize) -> &'t str {
        self.parsed.text.word(token)
    }

    pub(super) fn sort(&self, token: usize) -> Option<Sort> {
        self.parsed.text.sort(token)
    }

    pub(super) fn is(&self, token: usize, word: &str) -> bool {
        self.parsed.text.is(token, word)
    }

    pub(super) fn is_any(&self, token: usize, words: List) -> bool {
        self.parsed.text.is_one(token, words)
    }

    pub(super) fn sense(&self, token: usize) -> Sense {
        self.known.get(token).map(|known| known.sense).unwrap_or_default()
    }

    pub(super) fn has(&self, token: usize, sense: Sense) -> bool {
        self.sense(token).any(sense)
    }

    pub(super) fn state(&self, token: usize) -> Option<(State, Manner)> {
        self.known.get(token).and_then(|known| known.state)
    }

    /// The state that several words name from here, and with how many: "South Korean", "Trinidad and Tobago".
    pub(super) fn long_state(&self, token: usize) -> Option<(State, Manner, usize)> {
        if !self.has(token, Sense::BEGINS_STATE) || !self.is_capital(token) {
            return None;
        }
        let named = |count: usize| {
            let words: Vec<&str> = (token..token + count).map(|token| self.word(token)).collect();
            known(&words.join("_").replace('\u{2019}', "'"))
                .state
                .map(|(state, manner)| (state, manner, count))
        };
        // "the Democratic People's Republic of Korea": no name begins behind the mark.
        let is_inside = token > 0 && self.sort(token - 1) == Some(Sort::Possessive);
        let found = (2..=STATE_WORDS_MAX).rev().find_map(named).filter(|_| !is_inside);
        found.filter(|(state, _, count)| !self.is_of_another(*state, token + count))
    }

    /// "Islamic Republic of Pakistan": what several call themselves is told apart by what follows.
    pub(super) fn is_of_another(&self, state: State, end: usize) -> bool {
        let next = end + 1 + usize::from(self.is(end + 1, "the"));
        end > 0
            && self.is(end - 1, "republic")
            && self.is(end, "of")
            && self.state(next).is_some_and(|(other, manner)| other != state && manner == Manner::Name)
    }

    pub(super) fn tag(&self, token: usize) -> Option<Tag> {
        self.parsed.tags.get(token).copied()
    }

    pub(super) fn classes(&self, token: usize) -> Classes {
        self.parsed.classes.get(token).copied().unwrap_or(Classes::NONE)
    }

    pub(super) fn sentence(&self, token: usize) -> u32 {
        self.parsed.text.tokens.get(token).map_or(u32::MAX, |token| token.sentence)
    }

    pub(super) fn quote(&self, token: usize) -> u32 {
        self.parsed.text.tokens.get(token).map_or(crate::tokens::NONE, |token| token.quote)
    }

    /// Begins with a capital letter.
    pub(super) fn is_capital(&self, token: usize) -> bool {
        self.sort(token) == Some(Sort::Word)
            && self.parsed.text.tokens[token].case != crate::tokens::Case::Lower
    }

    /// Whether a token is the first word of its sentence or of what is quoted.
    pub(super) fn is_first(&self, token: usize) -> bool {
        let Some(before) = token.checked_sub(1) else { return true };
        self.sentence(before) != self.sentence(token)
            || matches!(
                self.sort(before),
                Some(Sort::OpenQuote | Sort::Colon | Sort::OpenBracket | Sort::Dash)
            )
    }
}

/// Every name of a text, in order; they do not overlap.
pub(super) fn scan(page: &Page<'_, '_>) -> Vec<Named> {
    let mut found: Vec<Named> = vec![];
    let mut token = 0;
    while token < page.len() {
        if !runs::starts(page, token) {
            token += 1;
            continue;
        }
        let end = runs::end(page, token);
        sorts::cut(page, Words::new(token, end), &mut found);
        token = end.max(token + 1);
    }
    found
}
