//! A text as words for comparison: their hashes, runs of five, and the fingerprints that winnowing picks among them.

use super::WORDS_MAX;
use crate::Span;

/// Words in a run that counts as shared: shorter ones are common phrases.
pub(super) const RUN_WORDS: usize = 5;
/// Runs among which one fingerprint is picked: any passage of `RUN_WORDS + WINDOW - 1` shared words is found.
const WINDOW: usize = 4;

/// The words of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// Where each word stands.
    pub spans: Vec<Span>,
    /// Whether it stands within quotation marks.
    pub is_quoted: Vec<bool>,
    /// The hash of the run that begins at each word, with its place, by hash.
    pub runs: Vec<(u64, u32)>,
    /// The fingerprints, by hash, each once.
    pub fingerprints: Vec<u64>,
    /// Whether there were more than [`WORDS_MAX`].
    pub is_cut: bool,
}

impl Words {
    /// The words of a text. A word is letters and digits; case and signs do not matter.
    pub(super) fn of(text: &str) -> Words {
        let mut words = Words::default();
        let mut hashes = Vec::new();
        let mut quotes = Quotes::default();
        let mut open: Option<(usize, u64)> = None;
        for (place, letter) in text.char_indices().chain([(text.len(), '\n')]) {
            if is_of_word(letter) {
                let hash = open.map_or(SEED, |(_, hash)| hash);
                let start = open.map_or(place, |(start, _)| start);
                open = Some((
                    start,
                    letter.to_lowercase().fold(hash, |hash, letter| mixed(hash, u64::from(letter))),
                ));
                continue;
            }
            if let Some((start, hash)) = open.take() {
                if words.spans.len() == WORDS_MAX {
                    words.is_cut = true;
                    break;
                }
                words.spans.push(Span { start, end: place });
                words.is_quoted.push(quotes.depth > 0);
                hashes.push(hash);
            }
            quotes.pass(letter);
        }
        words.count_runs(&hashes);
        words
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    fn count_runs(&mut self, hashes: &[u64]) {
        // A text of fewer words is one run as a whole.
        let length = RUN_WORDS.min(hashes.len()).max(1);
        let run = |words: &[u64]| words.iter().fold(SEED, |hash, word| mixed(hash, *word));
        let in_order: Vec<u64> = hashes.windows(length).map(run).collect();
        let window = WINDOW.min(in_order.len()).max(1);
        self.fingerprints = in_order.windows(window).filter_map(|runs| runs.iter().min().copied()).collect();
        self.fingerprints.sort_unstable();
        self.fingerprints.dedup();
        self.runs = in_order.into_iter().zip(0..).collect();
        self.runs.sort_unstable();
    }
}

/// The beginning of every hash; the basis of FNV-1a.
const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a over whole numbers, with the high bits folded back so that all of them count in an order.
fn mixed(hash: u64, next: u64) -> u64 {
    let hash = (hash ^ next).wrapping_mul(0x0000_0100_0000_01b3);
    hash ^ (hash >> 29)
}

/// Outlets differ in apostrophes and hyphens, so these end a word.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric()
}

/// Within how many quotation marks a place lies. A paragraph ends them all.
#[derive(Default)]
struct Quotes {
    depth: usize,
    is_straight_open: bool,
}

impl Quotes {
    fn pass(&mut self, letter: char) {
        match letter {
            // In some languages this sign closes what another one opened.
            '“' if self.depth > 0 => self.depth -= 1,
            '“' | '„' | '«' => self.depth += 1,
            '”' | '»' => self.depth = self.depth.saturating_sub(1),
            '"' if self.is_straight_open => {
                self.is_straight_open = false;
                self.depth = self.depth.saturating_sub(1);
            }
            '"' => {
                self.is_straight_open = true;
                self.depth += 1;
            }
            '\n' => *self = Quotes::default(),
            _ => {}
        }
    }
}
