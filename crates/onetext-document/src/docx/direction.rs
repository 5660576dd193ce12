//! Words cut where their direction changes: a word processor asks each run which way it goes.

use std::ops::Range;

use crate::{Direction, characters};

/// Parts of the words with whether each runs from right to left. Figures run from left to right. What has no direction of its
/// own goes with its neighbours where they agree, else with the document.
pub(super) fn parts(words: &str, document: Direction) -> Vec<(bool, &str)> {
    let base = document == Direction::RightToLeft;
    let mut parts: Vec<(bool, Range<usize>)> = Vec::new();
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
                push(&mut parts, before, begin..cut);
                begin = cut;
                if leftward != base && cut < at {
                    push(&mut parts, base, cut..at);
                    begin = at;
                }
            }
        }
        current = Some(leftward);
        neutral_from = at + character.len_utf8();
    }
    let last = current.unwrap_or(base);
    let cut = if last == base { words.len() } else { neutral_from };
    push(&mut parts, last, begin..cut);
    push(&mut parts, base, cut..words.len());
    parts.into_iter().map(|(leftward, part)| (leftward, &words[part])).collect()
}

/// One part more, or the last one longer.
fn push(parts: &mut Vec<(bool, Range<usize>)>, leftward: bool, part: Range<usize>) {
    match parts.last_mut() {
        _ if part.is_empty() => {}
        Some((before, last)) if *before == leftward => last.end = part.end,
        _ => parts.push((leftward, part)),
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
            ("(a)", LeftToRight, vec![(false, "(a)")]),
            ("...", RightToLeft, vec![(true, "...")]),
            ("", RightToLeft, vec![]),
        ] {
            assert_eq!(parts(words, direction), told, "{words}");
            let whole: String = parts(words, direction).iter().map(|(_, part)| *part).collect();
            assert_eq!(whole, words);
        }
    }
}
