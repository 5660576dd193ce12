//! Characters that a reader does not see or that change what is seen: they stay in the text, and are remarked on.

use std::collections::BTreeSet;

use super::Remark;

/// Different characters that one remark names.
const NAMED_MAX: usize = 12;

/// Remarks on the characters of a text.
pub(super) fn remarks(text: &str) -> Vec<Remark> {
    let mut reordered = BTreeSet::new();
    let mut invisible = BTreeSet::new();
    let mut control = BTreeSet::new();
    for letter in text.chars().filter(|letter| !letter.is_ascii() || letter.is_ascii_control()) {
        if is_reordering(letter) {
            reordered.insert(letter);
        } else if is_invisible(letter) {
            invisible.insert(letter);
        } else if letter.is_control() && !matches!(letter, '\n' | '\r' | '\t') {
            control.insert(letter);
        }
    }
    let found = [
        Remark::Reordered { characters: numbers(&reordered) },
        Remark::Invisible { characters: numbers(&invisible) },
        Remark::Control { characters: numbers(&control) },
    ];
    found
        .into_iter()
        .zip([reordered, invisible, control])
        .filter(|(_, set)| !set.is_empty())
        .map(|(r, _)| r)
        .collect()
}

/// Embeddings, overrides and isolates. The plain marks of direction belong to ordinary right-to-left text.
fn is_reordering(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Without width. The joiners of Persian and Indic words and of emoji are named too: they are rare in reports.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{200b}'..='\u{200d}'
            | '\u{2060}'..='\u{2064}'
            | '\u{feff}'
            | '\u{00ad}'
            | '\u{034f}'
            | '\u{061c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{180e}'
            | '\u{3164}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

fn numbers(letters: &BTreeSet<char>) -> Vec<String> {
    letters.iter().take(NAMED_MAX).map(|letter| format!("U+{:04X}", u32::from(*letter))).collect()
}
