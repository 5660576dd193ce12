//! Characters that could deceive: control characters and bidirectional controls, made visible before they are printed.
//!
//! Text is pasted from mails, chats and scans. An escape sequence in it could repaint a terminal, and a
//! bidirectional override could turn a number or a name around. What looks odd is shown, never obeyed.

/// The first of the Unicode "control pictures", one for each C0 control.
const CONTROL_PICTURES: u32 = 0x2400;

/// The picture for the delete character.
const DELETE_PICTURE: char = '\u{2421}';

/// Begins what is laid out by itself, in the direction of its own first letter; [`END`] ends it. A pair around words
/// reorders nothing outside of them and nothing in them that they would not reorder alone.
const BEGIN: char = '\u{2068}';
const END: char = '\u{2069}';

/// `words` exactly as they are, but for what an XML file cannot hold.
#[cfg(feature = "docx")]
pub(crate) fn kept_for_xml(words: &str) -> String {
    let kept = |character: char| match character {
        '\t' | '\n' => character,
        '\r' => '\n',
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        _ if (character as u32) < 0x20 => picture(character),
        _ => character,
    };
    words.replace("\r\n", "\n").chars().map(kept).collect()
}

/// `words` with every control and every bidirectional control made visible; line ends stay as `\n`. Pairs around a name
/// are left out: terminals do not know them.
pub(crate) fn tamed(words: &str) -> String {
    tamed_but(words, |_| false, false)
}

/// As [`tamed`], but the three invisible direction *marks*, which Arabic and Hebrew typists use and which
/// reorder nothing, and the pairs around a name stay as they are: for writers whose readers lay text out themselves.
pub(crate) fn tamed_for_layout(words: &str) -> String {
    tamed_but(words, is_direction_mark, true)
}

/// The bytes at which a pair begins or ends: around words in one line without another control.
fn pairs(words: &str) -> Vec<usize> {
    let (mut all, mut begun) = (Vec::new(), None);
    if !words.contains(BEGIN) {
        return all;
    }
    for (at, character) in words.char_indices() {
        match character {
            BEGIN => begun = Some(at),
            END => all.extend(begun.take().into_iter().flat_map(|begin| [begin, at])),
            '\n' | '\u{2028}' | '\u{2029}' => begun = None,
            _ if is_bidirectional_control(character) => begun = None,
            _ => {}
        }
    }
    all
}

fn tamed_but(words: &str, kept: impl Fn(char) -> bool, keeps_pairs: bool) -> String {
    let words = words.replace("\r\n", "\n");
    let pairs = pairs(&words);
    let mut out = String::with_capacity(words.len());
    for (at, character) in words.char_indices() {
        match character {
            BEGIN | END if pairs.contains(&at) => out.extend(Some(character).filter(|_| keeps_pairs)),
            _ if kept(character) => out.push(character),
            '\t' => out.push(' '),
            '\n' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\u{7f}' => out.push(DELETE_PICTURE),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ if (character as u32) < 0x20 => out.push(picture(character)),
            _ if character.is_control() => out.push('\u{fffd}'),
            _ if is_bidirectional_control(character) => {
                out.extend(["⟨U+", &format!("{:04X}", character as u32), "⟩"]);
            }
            _ => out.push(character),
        }
    }
    out
}

fn picture(control: char) -> char {
    char::from_u32(CONTROL_PICTURES + control as u32).unwrap_or('\u{fffd}')
}

/// The characters of Unicode's property `Bidi_Control`.
pub(crate) fn is_bidirectional_control(character: char) -> bool {
    is_direction_mark(character) || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}')
}

/// Whether a letter belongs to a script that is read from right to left.
pub(crate) fn is_right_to_left(character: char) -> bool {
    matches!(character,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The direction in which words are read: their first letter decides; without one, what stands around. In a document from
/// right to left, one letter of its own is enough: a label in Latin letters often comes first.
#[cfg(any(feature = "docx", feature = "pdf"))]
pub(crate) fn direction_of(words: &str, otherwise: crate::Direction) -> crate::Direction {
    if otherwise == crate::Direction::RightToLeft && words.chars().any(is_right_to_left) {
        return otherwise;
    }
    match words.chars().find(|character| character.is_alphabetic()) {
        Some(letter) if is_right_to_left(letter) => crate::Direction::RightToLeft,
        Some(_) => crate::Direction::LeftToRight,
        None => otherwise,
    }
}

/// Whether words are read from right to left: their first letter decides.
pub(crate) fn reads_right_to_left(words: &str) -> bool {
    words.chars().find(|character| character.is_alphabetic()).is_some_and(is_right_to_left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_deceive_is_shown() {
        for (pasted, shown) in [
            ("plain", "plain"),
            ("\u{1b}[2J", "␛[2J"),
            ("a\r\nb\tc", "a\nb c"),
            ("a\rb", "a␍b"),
            ("\u{9b}31m", "\u{fffd}31m"),
            ("\u{7f}", "␡"),
            ("pay \u{202e}001", "pay ⟨U+202E⟩001"),
            ("\u{2066}x\u{2069}", "⟨U+2066⟩x⟨U+2069⟩"),
            ("שלום\u{200f}", "שלום⟨U+200F⟩"),
            ("\u{2068}שלום\u{2069}, 3", "שלום, 3"),
            ("\u{2068}pay\u{202e}\u{2069}", "⟨U+2068⟩pay⟨U+202E⟩⟨U+2069⟩"),
            ("\u{2068}pay\n\u{2069}\u{2069}", "⟨U+2068⟩pay\n⟨U+2069⟩⟨U+2069⟩"),
        ] {
            assert_eq!(tamed(pasted), shown);
        }
        assert_eq!(tamed_for_layout("\u{2068}שלום\u{2069}\u{2068}"), "\u{2068}שלום\u{2069}⟨U+2068⟩");
        assert_eq!(tamed_for_layout("שלום\u{200f}\u{202e}"), "שלום\u{200f}⟨U+202E⟩");
    }

    #[test]
    fn the_first_letter_decides_the_direction() {
        assert!(reads_right_to_left("28 نقطة"));
        assert!(!reads_right_to_left("28 points, نقطة"));
        assert!(!reads_right_to_left("28"));
    }
}
