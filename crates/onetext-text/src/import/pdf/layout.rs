//! Lines of pages to paragraphs: running heads and page numbers taken off, words parted at the end of a line joined.

use std::collections::{BTreeMap, BTreeSet};

use super::glyphs::{Line, PageLines};
use crate::draft::{Block, Label, Sort, labelled};

/// Lines at the top and at the bottom of a page that may be running heads.
const HEAD_LINES: usize = 2;
/// A running head is on at least so many pages.
const HEAD_PAGES_MIN: usize = 3;
/// A line that begins so much further in than the others, in letters, begins a paragraph.
const INDENT_MIN: f64 = 0.9;
/// A gap between two lines of so many times the usual one parts two paragraphs.
const GAP: f64 = 1.35;
/// A line that ends before this share of the widest was not full.
const SHORT: f64 = 0.85;
/// Width of a character of indentation, as a share of the letters' size.
const COLUMN: f64 = 0.5;
/// A page with a larger share of letters that are none was read badly.
const ODD_SHARE: f64 = 0.1;
/// Sizes of letters that differ by less, in points, are one size.
const SAME_SIZE: f64 = 0.8;
/// Longest label that is looked for close to its words.
const LABEL_BYTES_MAX: usize = 8;
/// A title is set so much larger than the text.
const TITLE_SIZE: f64 = 1.15;

/// What the pages hold.
#[derive(Default)]
pub(super) struct Pages {
    pub blocks: Vec<Block>,
    pub running_heads: usize,
    /// Pages that could not be read well, from 1.
    pub poor: Vec<usize>,
}

/// The looks of most lines.
struct Usual {
    left: f64,
    right: f64,
    pitch: f64,
    size: f64,
}

pub(super) fn blocks(pages: &[PageLines]) -> Pages {
    let mut out = Pages::default();
    let repeated = repeated(pages);
    let usual = usual(pages);
    let known = known(pages);
    let mut last: Option<Line> = None;
    let mut number = 0;
    for (at, page) in pages.iter().enumerate() {
        if is_poor(page) {
            out.poor.push(at + 1);
        }
        let count = page.lines.len();
        let mut is_first = true;
        for (place, line) in page.lines.iter().enumerate() {
            number += 1;
            let is_edge = place < HEAD_LINES || place + HEAD_LINES >= count;
            if is_edge && (is_page_number(&line.words) || repeated.contains_key(&shape(&line.words))) {
                out.running_heads += 1;
                continue;
            }
            let before = last.as_ref().filter(|_| !out.blocks.is_empty());
            if before.is_some_and(|before| goes_on(before, line, &usual, is_first)) {
                join(&mut out.blocks, &line.words, &known);
            } else {
                out.blocks.push(block(line, &usual, number));
            }
            last = Some(line.clone());
            is_first = false;
        }
    }
    for block in &mut out.blocks {
        let (label, text) = labelled(&spaced(block.text.trim()));
        block.label = label;
        block.text = text;
    }
    out
}

fn block(line: &Line, usual: &Usual, number: usize) -> Block {
    let columns = (line.from - usual.left) / (usual.size * COLUMN).max(1.0);
    // A centred line stands far in and is no item of anything.
    let is_centred = line.to < usual.right - usual.size && columns > 12.0;
    let indent = if is_centred || columns <= 0.0 { 0.0 } else { columns.min(200.0) };
    Block {
        indent: whole(indent),
        text: line.words.trim().to_owned(),
        line: number,
        is_strong: line.size > usual.size * TITLE_SIZE,
        ..Block::default()
    }
}

/// A length as a whole number of columns.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 200")]
fn whole(columns: f64) -> usize {
    columns.round() as usize
}

/// Whether a line goes on with the paragraph of the line before.
fn goes_on(before: &Line, line: &Line, usual: &Usual, is_new_page: bool) -> bool {
    let (label, _) = labelled(line.words.trim());
    let (last_label, last_words) = labelled(before.words.trim());
    let is_heading = |label: &Label| label.is_some() && !begins_item(label);
    if begins_item(&label) || (is_heading(&last_label) && last_words.is_empty()) {
        return false;
    }
    if (before.size - line.size).abs() > SAME_SIZE {
        return false;
    }
    let ends = before.words.trim_end().ends_with(['.', ';', ':', '!', '?']) && !last_words.is_empty();
    let was_full = before.to > usual.left + (usual.right - usual.left) * SHORT;
    let is_further_in = line.from - before.from > usual.size * INDENT_MIN;
    let begins_small = line.words.trim_start().starts_with(char::is_lowercase);
    let gap = line.foot - before.foot;
    // "Article 14." may be the last words of a sentence.
    if is_heading(&label) && (ends || !was_full) {
        return false;
    }
    if is_new_page {
        return !ends && (was_full || begins_small);
    }
    if gap > usual.pitch * GAP || gap < 0.0 {
        return false;
    }
    !ends || (!is_further_in && was_full)
}

fn begins_item(label: &Label) -> bool {
    !matches!(label.sort, Sort::None | Sort::Preamble | Sort::Chapter | Sort::Article | Sort::Annex)
}

/// Puts a line to the last paragraph; a word that was parted is joined again.
fn join(blocks: &mut [Block], words: &str, known: &BTreeSet<String>) {
    let Some(last) = blocks.last_mut() else { return };
    let words = words.trim();
    let kept = last.text.trim_end().trim_end_matches(['-', '\u{ad}', '\u{2010}']).len();
    let hyphen = last.text.trim_end().len() - kept;
    let is_parted = hyphen > 0
        && last.text[..kept].ends_with(char::is_alphabetic)
        && words.starts_with(char::is_lowercase);
    if !is_parted {
        last.text.push(' ');
    } else if is_compound(&last.text, kept, words, known) {
        last.text.truncate(kept + hyphen);
    } else {
        last.text.truncate(kept);
    }
    last.text.push_str(words);
}

/// Whether a hyphen at the end of a line belongs to the word: the text has it elsewhere, or has the first half with a
/// hyphen more often than the two halves as one word.
fn is_compound(text: &str, kept: usize, next: &str, known: &BTreeSet<String>) -> bool {
    let letters = |c: char| c.is_alphanumeric() || c == '-';
    let first = text[..kept].rsplit(|c| !letters(c)).next().unwrap_or_default().to_lowercase();
    let second = next.split(|c| !letters(c)).next().unwrap_or_default().to_lowercase();
    if known.contains(&format!("{first}{second}")) {
        return false;
    }
    let begins = format!("{first}-");
    let goes_on_so = known.range(begins.clone()..).next().is_some_and(|word| word.starts_with(&begins));
    goes_on_so || (known.contains(&first) && known.contains(&second))
}

/// All words of the pages, in small letters, those at the ends of lines left out.
fn known(pages: &[PageLines]) -> BTreeSet<String> {
    let lines = pages.iter().flat_map(|page| &page.lines);
    let words = lines.flat_map(|line| {
        let inner = line.words.trim().rsplit_once(' ').map_or("", |(inner, _)| inner);
        inner.split(|c: char| !c.is_alphanumeric() && c != '-').map(str::to_lowercase)
    });
    words.filter(|word| !word.is_empty()).collect()
}

/// A label that stands so close to its words that no blank was seen between them.
fn spaced(words: &str) -> String {
    let end = match words.strip_prefix('(') {
        Some(inside) => inside.find(')').map(|at| at + 2),
        None => words.find(['.', ')']).map(|at| at + 1),
    };
    let Some(end) = end.filter(|end| *end <= LABEL_BYTES_MAX) else { return words.to_owned() };
    let (label, rest) = words.split_at(end);
    let is_label = begins_item(&labelled(&format!("{label} x")).0) && rest.starts_with(char::is_alphabetic);
    // "e.g." and initials are no labels.
    let is_number = label.starts_with('(') || label.starts_with(|c: char| c.is_ascii_digit());
    if is_label && is_number { format!("{label} {rest}") } else { words.to_owned() }
}

/// A line without its digits: running heads differ only in them.
fn shape(words: &str) -> String {
    words.chars().filter(|c| !c.is_ascii_digit()).collect::<String>().trim().to_owned()
}

/// Lines at the edges of pages that come again and again.
fn repeated(pages: &[PageLines]) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages {
        let count = page.lines.len();
        let edges = page.lines.iter().enumerate();
        let edges = edges.filter(|(at, _)| *at < HEAD_LINES || at + HEAD_LINES >= count);
        for (_, line) in edges {
            let shape = shape(&line.words);
            // "2." and "Article 4" stand at the top of many pages and are the text.
            if shape.chars().filter(|c| c.is_alphanumeric()).count() > 3
                && !labelled(line.words.trim()).0.is_some()
            {
                *counts.entry(shape).or_default() += 1;
            }
        }
    }
    counts.retain(|_, count| *count >= HEAD_PAGES_MIN && *count * 3 >= pages.len());
    counts
}

/// "12", "- 12 -", "Page 3 of 9", "3/9", "iv".
fn is_page_number(words: &str) -> bool {
    let words = words.trim().to_lowercase();
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    let is_number = |word: &str| {
        !word.is_empty()
            && word.len() <= 4
            && (word.chars().all(char::is_numeric) || word.chars().all(|c| "ivxl".contains(c)))
    };
    let parts: Vec<&str> =
        bare.split(|c: char| c.is_whitespace() || c == '/').filter(|part| !part.is_empty()).collect();
    // "1." and "(i)" are labels.
    if words.ends_with(['.', ')']) {
        return false;
    }
    match parts.as_slice() {
        [only] => is_number(only),
        [first, second] => (is_number(first) && is_number(second)) || (*first == "page" && is_number(second)),
        ["page", first, "of", second] => is_number(first) && is_number(second),
        _ => false,
    }
}

/// The middle of what most lines look like.
fn usual(pages: &[PageLines]) -> Usual {
    let lines = || pages.iter().flat_map(|page| &page.lines);
    let pitches = pages.iter().flat_map(|page| page.lines.windows(2)).map(|pair| pair[1].foot - pair[0].foot);
    let size = most(lines().map(|line| line.size)).unwrap_or(12.0);
    let left = most(lines().map(|line| line.from)).unwrap_or_default();
    Usual {
        left,
        right: lines().map(|line| line.to).fold(left + 1.0, f64::max),
        pitch: most(pitches.filter(|pitch| *pitch > 0.0)).unwrap_or(size * 1.2),
        size,
    }
}

/// The number that comes most often, to half a point.
fn most(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for number in numbers.filter(|number| number.abs() < 1e6) {
        #[expect(clippy::cast_possible_truncation, reason = "below two million")]
        let half = (number * 2.0).round() as i64;
        *counts.entry(half).or_default() += 1;
    }
    #[expect(clippy::cast_precision_loss, reason = "below two million")]
    counts.iter().max_by_key(|(_, count)| **count).map(|(half, _)| *half as f64 / 2.0)
}

/// Whether a page was read badly: no letters, letters that are none, or a script that is drawn from the right.
fn is_poor(page: &PageLines) -> bool {
    let letters = || page.lines.iter().flat_map(|line| line.words.chars());
    let count = letters().filter(|c| !c.is_whitespace()).count();
    let odd = letters()
        .filter(|c| *c == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(c) || c.is_control())
        .count();
    let from_right = letters()
        .filter(|c| ('\u{590}'..='\u{8ff}').contains(c) || ('\u{fb1d}'..='\u{fefc}').contains(c))
        .count();
    #[expect(clippy::cast_precision_loss, reason = "letters of a page")]
    let share = |part: usize| part as f64 / count.max(1) as f64;
    count == 0 || share(odd) > ODD_SHARE || share(from_right) > ODD_SHARE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(from: f64, to: f64, foot: f64, words: &str) -> Line {
        Line { from, to, foot, size: 12.0, words: words.to_owned() }
    }

    fn told(pages: &[PageLines]) -> Vec<String> {
        let blocks = blocks(pages).blocks;
        blocks.iter().map(|one| format!("{} {}", one.label.written, one.text).trim().to_owned()).collect()
    }

    #[test]
    fn lines_become_paragraphs_again() {
        let lines = vec![
            line(72.0, 120.0, 40.0, "Article 2"),
            line(72.0, 500.0, 70.0, "1. The capacity-building of the Par-"),
            line(72.0, 500.0, 84.0, "ties shall be guided by capacity-"),
            line(72.0, 500.0, 98.0, "building of Parties, as stated in"),
            line(72.0, 140.0, 112.0, "Article 14."),
            line(90.0, 500.0, 126.0, "(a)by land; and"),
            line(72.0, 300.0, 160.0, "All Parties agree."),
        ];
        assert_eq!(
            told(&[PageLines { lines }]),
            [
                "Article 2",
                "1. The capacity-building of the Parties shall be guided by capacity-building of Parties, as stated in Article 14.",
                "(a) by land; and",
                "All Parties agree.",
            ]
        );
    }

    #[test]
    fn running_heads_and_page_numbers_are_left_out() {
        let page = |number: u8| PageLines {
            lines: vec![
                line(72.0, 300.0, 20.0, "Draft of 9 December"),
                line(72.0, 500.0, 60.0, &format!("{number}. The Parties shall act.")),
                line(280.0, 300.0, 800.0, &format!("- {number} -")),
            ],
        };
        let pages = [page(1), page(2), page(3)];
        assert_eq!(
            told(&pages),
            ["1. The Parties shall act.", "2. The Parties shall act.", "3. The Parties shall act."]
        );
        assert_eq!(blocks(&pages).running_heads, 6);
    }
}
