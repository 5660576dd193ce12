//! A quick look at two words before their sounds are compared.

use super::skeleton;

/// What any two spellings of a word have in common, roughly: words of which this differs are not compared further.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sound {
    first: char,
    letters: usize,
    /// The letters that every romanisation keeps, in their order, doubled ones once, three bits each.
    kept: u64,
    /// Not in Latin letters: may sound like anything.
    is_open: bool,
}

/// Letters of a word that romanisations leave out or add: "Zelenskyy", "Selenskyj".
const LETTERS_APART_MAX: usize = 4;

impl Sound {
    pub(crate) fn of(word: &str) -> Self {
        let mut sound = Sound::default();
        let mut before = 0;
        for letter in word.chars() {
            let Some(bare) = skeleton::bare(letter) else {
                sound.is_open |= letter.is_alphabetic();
                continue;
            };
            // "Dzhabbarov", "Djabbarov", "Jabbarov"
            let is_led = sound.letters == 1 && sound.first == 'd' && matches!(bare, 'z' | 'j');
            if sound.letters == 0 || is_led {
                sound.first = if is_led { 'i' } else { class(bare) };
            }
            sound.letters += 1;
            // Later letters push the first ones out of long words.
            let code = code(bare);
            if code != 0 && code != before {
                sound.kept = sound.kept << 3 | code;
            }
            before = code;
        }
        sound
    }

    /// Whether the words may be spellings of one.
    pub(crate) fn may_be(self, other: Sound) -> bool {
        self.is_open
            || other.is_open
            || self.first == other.first
                && self.letters.abs_diff(other.letters) <= LETTERS_APART_MAX
                && self.kept == other.kept
    }
}

/// First letters that romanisations exchange are one class.
fn class(first: char) -> char {
    match first {
        'h' | 'g' | 'k' | 'c' | 'x' | 'q' => 'k',
        'e' | 'y' | 'i' | 'j' => 'i',
        's' | 'z' | 't' => 's',
        'v' | 'w' | 'u' | 'o' | 'f' => 'v',
        letter => letter,
    }
}

/// A number for a letter that every romanisation keeps.
fn code(letter: char) -> u64 {
    match letter {
        'b' => 1,
        'l' => 2,
        'm' => 3,
        'n' => 4,
        'r' => 5,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_pass_and_most_others_do_not() {
        let may_be = |a: &str, b: &str| Sound::of(a).may_be(Sound::of(b));
        for (a, b) in [
            ("Zelenskyy", "Selenskyj"),
            ("Gnatov", "Hnatov"),
            ("Dzhabbarov", "Jabbarov"),
            ("Yermak", "Ermak"),
            ("Şahin", "Sahin"),
            ("Umerov", "Умєров"),
            ("Vučić", "Vucic"),
        ] {
            assert!(may_be(a, b) && may_be(b, a), "{a} {b}");
        }
        for (a, b) in [("Rubio", "Roe"), ("Witkoff", "Umerov"), ("Bessent", "Greer"), ("Hill", "Hull-Mann")] {
            assert!(!may_be(a, b), "{a} {b}");
        }
    }
}
