//! Short lists of words that are asked of many tokens.

/// Words in lower case, with a space between. Most words that are none of them are told by their first and last letters and
/// their lengths, before any is compared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    words: &'static str,
    /// A bit for the first letter and length of each word, and one for its letters at both ends.
    marks: (u64, u64),
}

/// A list that is made when the program is built: `list!("next this coming")`.
macro_rules! list {
    ($words:expr $(,)?) => {
        const { $crate::tokens::List::of($words) }
    };
}
pub(crate) use list;

impl List {
    /// Of words with one space between.
    pub(crate) const fn of(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        let (mut marks, mut start, mut at) = ((0, 0), 0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                if at > start {
                    let (begins, ends) = mark(bytes[start], bytes[at - 1], at - start);
                    marks = (marks.0 | begins, marks.1 | ends);
                }
                start = at + 1;
            }
            at += 1;
        }
        List { words, marks }
    }

    /// Whether the word is one of them, whatever its capitals (ASCII).
    #[inline]
    pub(crate) fn has(self, word: &str) -> bool {
        self.may_have(word.as_bytes()) && self.place(word).is_some()
    }

    #[inline]
    fn may_have(self, word: &[u8]) -> bool {
        let [first, ..] = word else { return false };
        let (begins, ends) = mark(*first, word[word.len() - 1], word.len());
        self.marks.0 & begins != 0 && self.marks.1 & ends != 0
    }

    /// The word's place in the list.
    pub(crate) fn place(self, word: &str) -> Option<usize> {
        let word = word.as_bytes();
        if !self.may_have(word) {
            return None;
        }
        let mut words = self.words.as_bytes().split(|mark| *mark == b' ');
        words.position(|own| own.len() == word.len() && own.eq_ignore_ascii_case(word))
    }
}

/// The bits of a word with these letters at its ends and this length.
const fn mark(first: u8, last: u8, length: usize) -> (u64, u64) {
    let (first, last) = (first.to_ascii_lowercase() as usize, last.to_ascii_lowercase() as usize);
    (1 << ((first + 11 * length) % 64), 1 << ((7 * first + last) % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_its_words_whatever_their_capitals() {
        let list = list!("next this coming cease-fire");
        for word in ["next", "This", "COMING", "cease-fire"] {
            assert!(list.has(word), "{word}");
        }
        for word in ["", " ", "nex", "ext", "next this", "comings", "fire", "тут"] {
            assert!(!list.has(word), "{word}");
        }
        assert_eq!(list.place("coming"), Some(2));
        assert!(!List::of("").has("") && !List::of("").has("a"));
    }
}
