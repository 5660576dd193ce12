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
                    let mark = Mark::of_ends(bytes[start], bytes[at - 1], at - start);
                    marks = (marks.0 | 1 << mark.begins, marks.1 | 1 << mark.ends);
                }
                start = at + 1;
            }
            at += 1;
        }
        List { words, marks }
    }

    /// Whether the word is one of them, whatever its capitals (ASCII).
    pub(crate) fn has(self, word: &str) -> bool {
        self.place(word).is_some()
    }

    /// Whether a word with this mark may be one of them; most that are none are told so.
    #[inline]
    pub(crate) fn may_have(self, mark: Mark) -> bool {
        self.marks.0 >> mark.begins & self.marks.1 >> mark.ends & 1 != 0
    }

    /// The word's place in the list.
    pub(crate) fn place(self, word: &str) -> Option<usize> {
        let word = word.as_bytes();
        if word.is_empty() || !self.may_have(Mark::of(word)) {
            return None;
        }
        let mut words = self.words.as_bytes().split(|mark| *mark == b' ');
        words.position(|own| own.len() == word.len() && own.eq_ignore_ascii_case(word))
    }
}

/// What a word's ends and length say of it: a bit for its first letter and length, and one for its letters at both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Below 64.
    begins: u8,
    /// Below 64.
    ends: u8,
}

impl Mark {
    /// Of a word, whatever its capitals.
    pub(crate) fn of(word: &[u8]) -> Mark {
        let (first, last) = (word.first().copied().unwrap_or(0), word.last().copied().unwrap_or(0));
        Mark::of_ends(first, last, word.len())
    }

    #[expect(clippy::cast_possible_truncation, reason = "both are below 64")]
    const fn of_ends(first: u8, last: u8, length: usize) -> Mark {
        let (first, last) = (first.to_ascii_lowercase() as usize, last.to_ascii_lowercase() as usize);
        Mark { begins: ((first + 11 * length) % 64) as u8, ends: ((7 * first + last) % 64) as u8 }
    }
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
