//! The words by which provisions are compared: small letters, seen through brackets and punctuation, and only the
//! beginnings of long ones, so that "finance" and "financial" count as the same in any language that inflects at the end.

use std::collections::{BTreeMap, HashMap};

/// So many letters of a word are compared.
const STEM_MAX: usize = 6;

/// A word as it is compared, by number; equal numbers are equal words.
pub(super) type Word = u32;

/// The words that have been met, each with its number.
#[derive(Default)]
pub(super) struct Words {
    numbers: HashMap<String, Word>,
    /// What abbreviations stand for, in words.
    long: HashMap<String, Vec<Word>>,
}

impl Words {
    /// Words that see through abbreviations: in both texts "JMC" is the same as what it stands for in either.
    pub(super) fn knowing(abbreviations: &BTreeMap<String, String>) -> Words {
        let mut words = Words::default();
        let long: Vec<(String, Vec<Word>)> =
            abbreviations.iter().map(|(short, long)| (short.clone(), words.of(long))).collect();
        words.long.extend(long);
        words
    }

    /// The words of a text.
    pub(super) fn of(&mut self, text: &str) -> Vec<Word> {
        let mut all = Vec::new();
        let mut word = String::new();
        let (mut letters, mut begins) = (0, 0);
        for (at, character) in text.char_indices() {
            if character.is_alphanumeric() {
                if letters == 0 {
                    begins = at;
                }
                letters += 1;
                if letters <= STEM_MAX || character.is_numeric() {
                    word.extend(character.to_lowercase());
                }
            } else if !is_joined(character) && !word.is_empty() {
                self.take(&text[begins..at], &mut word, &mut all);
                letters = 0;
            }
        }
        if !word.is_empty() {
            self.take(&text[begins..], &mut word, &mut all);
        }
        all
    }

    fn take(&mut self, written: &str, word: &mut String, all: &mut Vec<Word>) {
        if let Some(long) = self.long.get(written) {
            all.extend(long);
            word.clear();
        } else {
            all.push(self.number(word));
        }
    }

    fn number(&mut self, word: &mut String) -> Word {
        let next = Word::try_from(self.numbers.len()).unwrap_or(Word::MAX);
        *self.numbers.entry(std::mem::take(word)).or_insert(next)
    }
}

/// What stands within a word and does not part it: an apostrophe, a soft hyphen, what joins Arabic letters.
fn is_joined(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_and_endings_do_not_part_what_is_the_same() {
        let mut words = Words::default();
        assert_eq!(words.of("[Each] Party’s financing, 2030"), words.of("each partys financial 2030"));
        assert_ne!(words.of("Article 12"), words.of("Article 13"));
        let mut knowing =
            Words::knowing(&BTreeMap::from([("JMC".to_owned(), "Joint Commission".to_owned())]));
        assert_eq!(knowing.of("The JMC meets"), knowing.of("the joint commission meets"));
        assert_ne!(words.of("не буде"), words.of("буде"));
    }
}
