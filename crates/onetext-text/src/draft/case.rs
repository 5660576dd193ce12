//! What a case keeps of a draft, put together to a text again: its units in order, each with its number, with the articles
//! that their numbers speak of.

use super::markdown::plain_blocks;
use super::outline::outline;
use super::{Block, Draft, Label, Provision, Sort};

/// Put before the own words of a unit, which may begin as a label does ("Option 1: ..."), so that they are not read as one.
const OWN: char = '\u{2060}';

/// A unit as it is kept.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'k> {
    /// Its number: "4", "4.2".
    pub number: &'k str,
    /// Its heading; empty if it has none.
    pub heading: &'k str,
    /// Its text.
    pub text: &'k str,
}

/// A text that was put together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Put {
    /// The text.
    pub draft: Draft,
    /// For each of its provisions the unit of which it is a part; none for an article that only holds units.
    pub units: Vec<Option<usize>>,
}

/// Puts units together with all that stands within them: points, letters and options are provisions.
///
/// ```
/// use onetext_text::draft::{Kept, put_together};
/// let put = put_together(&[Kept { number: "6", heading: "Data", text: "1. Every day.\n2. [Every month.]" }]);
/// let keys: Vec<&str> = put.draft.provisions.iter().map(|one| one.key.as_str()).collect();
/// assert_eq!((keys, put.units), (vec!["A6", "A6.p1", "A6.p2"], vec![Some(0); 3]));
/// ```
pub fn put_together(kept: &[Kept<'_>]) -> Put {
    let mut all: Vec<Block> = Vec::new();
    let mut lines = Vec::new();
    let mut frame: Option<&str> = None;
    let has_points = |text: &str| {
        plain_blocks(text).iter().any(|block| block.label.sort == Sort::Number && block.indent == 0)
    };
    // Where one unit has points of its own, the numbers of all units are those of articles: 5 is not the fifth point of 4.
    let are_articles = kept.iter().any(|one| has_points(one.text));
    for (unit, one) in kept.iter().enumerate() {
        let (above, own) = parted(one.number);
        if above != frame {
            if let Some(above) = above {
                all.push(head(above, one.heading, None));
                lines.push(None);
            }
            frame = above;
        }
        let mut inside = plain_blocks(one.text);
        let label = label_of(own);
        if above.is_none() && (are_articles || label.sort == Sort::Chapter) {
            all.push(head(one.number, one.heading, None));
            lines.push(Some(unit));
        } else {
            let mut first = Block::default();
            if !one.text.starts_with(char::is_whitespace) && !has_points(one.text) {
                inside = plain_blocks(&format!("{OWN}{}", one.text));
                if !inside.is_empty() {
                    first = inside.remove(0);
                    first.text = first.text.replacen(OWN, "", 1);
                }
            }
            first.label = label;
            if above.is_none() && !one.heading.is_empty() {
                let words = format!("{}\n{}", one.heading, first.text);
                words.trim_end().clone_into(&mut first.text);
                first.is_strong = true;
            }
            first.indent = 0;
            all.push(first);
            lines.push(Some(unit));
            for block in &mut inside {
                block.indent += 2;
            }
        }
        lines.extend(inside.iter().map(|_| Some(unit)));
        all.append(&mut inside);
    }
    for (at, block) in all.iter_mut().enumerate() {
        block.line = at + 1;
    }
    let draft = outline(all);
    let units =
        draft.provisions.iter().map(|one| lines.get(one.line.wrapping_sub(1)).copied().flatten()).collect();
    Put { draft, units }
}

/// The same with each unit as one provision with all its words: what lineage is told of.
pub fn whole(kept: &[Kept<'_>]) -> Put {
    let mut put = Put::default();
    let mut frame: Option<(&str, usize)> = None;
    for (unit, one) in kept.iter().enumerate() {
        let (above, own) = parted(one.number);
        let parent = above.map(|above| match frame {
            Some((number, place)) if number == above => place,
            _ => {
                let place = put.draft.provisions.len();
                let block = head(above, one.heading, None);
                put.draft.provisions.push(Provision {
                    key: format!("A{above}"),
                    label: block.label,
                    heading: block.text,
                    ..Provision::default()
                });
                put.units.push(None);
                frame = Some((above, place));
                place
            }
        });
        let heading = if parent.is_some() { "" } else { one.heading };
        put.draft.provisions.push(Provision {
            key: one.number.to_owned(),
            label: label_of(own),
            heading: heading.to_owned(),
            // Where a line was broken by hand says nothing.
            text: one.text.split_whitespace().collect::<Vec<_>>().join(" "),
            parent,
            line: 0,
        });
        put.units.push(Some(unit));
    }
    put
}

/// A number and the article before it: "4.2" is 2 of 4, "Preamble ¶1" is ¶1 of the preamble.
fn parted(number: &str) -> (Option<&str>, &str) {
    let parted = number.rsplit_once('.').or_else(|| {
        let at = number.find(" ¶").or_else(|| number.find(" Option "))?;
        Some((&number[..at], &number[at + 1..]))
    });
    match parted {
        Some((above, own)) if !above.is_empty() && !own.is_empty() && !own.starts_with(' ') => {
            (Some(above), own)
        }
        _ => (None, number),
    }
}

/// The heading of an article.
fn head(number: &str, heading: &str, line: Option<usize>) -> Block {
    let read = Label::of_heading(number).0;
    let label = match read.sort {
        Sort::Annex | Sort::Preamble | Sort::Chapter | Sort::Article => read,
        _ => made(Sort::Article, number),
    };
    Block { heading: Some(2), label, text: heading.to_owned(), line: line.unwrap_or(0), ..Block::default() }
}

/// The label of a unit's own number.
fn label_of(number: &str) -> Label {
    if number.starts_with('¶') {
        return Label::none();
    }
    let read = Label::of_heading(number).0;
    if read.is_some() && read.sort != Sort::Article { read } else { made(Sort::Number, number) }
}

fn made(sort: Sort, number: &str) -> Label {
    let small = number.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    Label { sort, written: number.to_owned(), number: small }
}
