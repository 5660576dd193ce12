//! Words cut where their direction changes: a word processor asks each run which way it goes.

use crate::{Direction, characters};

/// Parts of the words with whether each runs from right to left. Figures run from left to right. What has no direction of its
/// own goes with its neighbours where they agree, else with the document.
pub(super) fn parts(words: &str, document: Direction) -> Vec<(bool, &str)> {
    let base = document == Direction::RightToLeft;
    let mut parts: Vec<(bool, &str)> = Vec::new();
    let mut begin = 0;
    let mut current = None;
    let mut neutral_from = 0;
    for (at, character) in words.char_indices() {
        let Some(leftward) = strong(character) else { continue };
        match current {
            Some(last) if last == leftward => {}
            _ => {
                let before = current.unwrap_or(base);
                // The neutral ones between two directions belong to the document's.
                let cut = if before == base { at } else { neutral_from };
                push(&mut parts, before, &words[begin..cut]);
                if leftward != base && cut < at {
                    push(&mut parts, base, &words[cut..at]);
                    begin = at;
                } else {
                    begin = cut;
                }
            }
        }
        current = Some(leftward);
        neutral_from = at + character.len_utf8();
    }
    let last = current.unwrap_or(base);
    let cut = if last == base { words.len() } else { neutral_from };
    push(&mut parts, last, &words[begin..cut]);
    push(&mut parts, base, &words[cut..]);
    parts
}

fn push<'w>(parts: &mut Vec<(bool, &'w str)>, leftward: bool, words: &'w str) {
    if !words.is_empty() {
        parts.push((leftward, words));
    }
}

fn strong(character: char) -> Option<bool> {
    if characters::is_right_to_left(character) {
        Some(true)
    } else {
        character.is_alphanumeric().then_some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_goes_its_own_way() {
        use Direction::{LeftToRight, RightToLeft};
        for (words, direction, told) in [
            ("plain (words), 28.", LeftToRight, vec![(false, "plain (words), 28.")]),
            (
                "من خط (line of contact) يوم",
                RightToLeft,
                vec![(true, "من خط ("), (false, "line of contact"), (true, ") يوم")],
            ),
            ("(28) نقطة.", RightToLeft, vec![(true, "("), (false, "28"), (true, ") نقطة.")]),
            ("say שלום, friend", LeftToRight, vec![(false, "say "), (true, "שלום"), (false, ", friend")]),
            ("שלום עולם!", LeftToRight, vec![(true, "שלום עולם"), (false, "!")]),
            ("...", RightToLeft, vec![(true, "...")]),
            ("", RightToLeft, vec![]),
        ] {
            assert_eq!(parts(words, direction), told, "{words}");
            let whole: String = parts(words, direction).iter().map(|(_, part)| *part).collect();
            assert_eq!(whole, words);
        }
    }
}
