//! The words by which provisions are compared: small letters, seen through brackets and punctuation, and only the
//! beginnings of long ones, so that "finance" and "financial" count as the same in any language that inflects at the end.

/// So many letters of a word are compared.
const STEM_MAX: usize = 6;

/// A word as it is compared, by number; equal numbers are equal words.
pub(super) type Word = u32;

/// The words that have been met, each with its number.
#[derive(Default)]
pub(super) struct Words {
    numbers: std::collections::HashMap<String, Word>,
}

impl Words {
    /// The words of a text.
    pub(super) fn of(&mut self, text: &str) -> Vec<Word> {
        let mut all = Vec::new();
        let mut word = String::new();
        let mut letters = 0;
        for character in text.chars() {
            if character.is_alphanumeric() {
                letters += 1;
                if letters <= STEM_MAX || character.is_numeric() {
                    word.extend(character.to_lowercase());
                }
            } else if !is_joined(character) && !word.is_empty() {
                all.push(self.number(&mut word));
                letters = 0;
            }
        }
        if !word.is_empty() {
            all.push(self.number(&mut word));
        }
        all
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
        assert_ne!(words.of("не буде"), words.of("буде"));
    }
}
