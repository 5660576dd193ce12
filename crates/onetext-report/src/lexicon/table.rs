//! A list of English words to be asked of nearly every word of a text.

use std::collections::HashMap;

use super::hash::Quick;

/// Longest word that is looked up; no list has a longer one.
const WORD_BYTES_MAX: usize = 24;

/// Words, each with what it says; asked whatever the capitals.
pub(crate) struct Table<T>(HashMap<&'static [u8], T, Quick>);

impl<T: Copy> Table<T> {
    /// Of lists of words in lower case with spaces between; of a word in several lists the first counts.
    pub(crate) fn of(lists: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut words = HashMap::default();
        for (list, says) in lists {
            for word in list.split_ascii_whitespace() {
                debug_assert!(word.len() <= WORD_BYTES_MAX, "{word:?} is too long for a table");
                words.entry(word.as_bytes()).or_insert(says);
            }
        }
        Table(words)
    }

    /// What the word says.
    pub(crate) fn get(&self, word: &str) -> Option<T> {
        let mut lower = [0_u8; WORD_BYTES_MAX];
        let slot = lower.get_mut(..word.len())?;
        slot.copy_from_slice(word.as_bytes());
        slot.make_ascii_lowercase();
        self.0.get(&*slot).copied()
    }

    /// Whether the word is one of them.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_capitals() {
        let table = Table::of([("claim fear", 1), ("fear für", 2)]);
        assert_eq!((table.get("Claim"), table.get("FEAR"), table.get("für")), (Some(1), Some(1), Some(2)));
        assert!(!table.has("claims") && !table.has("") && !table.has(&"claim".repeat(9)));
    }
}
