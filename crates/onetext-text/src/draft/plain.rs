//! Plain text to provisions: what a case keeps of a draft has no marks of a file format any more, so a star, an
//! underscore and a square bracket are themselves.

use super::markdown::labelled;
use super::outline::outline;
use super::{Block, Draft, Sort};

/// Columns to which a tab goes.
const TAB: usize = 4;

/// Reads plain text: paragraphs parted by empty lines, and labels at the beginning of lines.
///
/// ```
/// use onetext_text::draft::read_plain;
/// let draft = read_plain("1. Parties [shall](should) report *soon*.\n");
/// assert_eq!(draft.provisions[0].text, "Parties [shall](should) report *soon*.");
/// ```
pub fn read_plain(source: &str) -> Draft {
    outline(blocks(source))
}

/// The blocks of a plain text, in order.
pub(super) fn blocks(source: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for (at, line) in source.lines().enumerate() {
        let words = line.trim();
        if words.is_empty() {
            is_open = false;
            continue;
        }
        let (label, text) = labelled(words);
        // A wrapped line may begin with "Article 4", but not with a number and a point.
        let is_item =
            !matches!(label.sort, Sort::None | Sort::Preamble | Sort::Chapter | Sort::Article | Sort::Annex);
        match blocks.last_mut().filter(|_| is_open && !is_item) {
            Some(open) => {
                open.text.push(' ');
                open.text.push_str(words);
            }
            None => {
                blocks.push(Block { indent: indent(line), label, text, line: at + 1, ..Block::default() });
            }
        }
        is_open = true;
    }
    blocks
}

fn indent(line: &str) -> usize {
    line.chars().take_while(|c| matches!(c, ' ' | '\t')).fold(0, |columns, character| match character {
        '\t' => columns + TAB - columns % TAB,
        _ => columns + 1,
    })
}
