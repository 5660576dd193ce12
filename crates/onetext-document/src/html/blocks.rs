//! Blocks as HTML: sections, paragraphs, lists, charts, and what opens.

use super::escape::{self, escaped, text, words};
use super::{Place, manuscript, strip, table};
use crate::{Block, Chart, Item, Section, Text, svg};

/// Headings go down to this level.
const LEVEL_MAX: usize = 6;

/// Blocks one under the other.
pub(super) fn all(blocks: &[Block], place: &mut Place<'_>) -> String {
    if !place.one_sheet || place.level > 2 {
        return blocks.iter().map(|block| one(block, place)).collect();
    }
    let runs = blocks.chunk_by(|first, second| is_short(first) == is_short(second));
    runs.map(|run| in_columns(run, place)).collect()
}

/// On a single sheet, neighbouring sections of short lines share the width in columns.
fn in_columns(run: &[Block], place: &mut Place<'_>) -> String {
    let inner: String = run.iter().map(|block| one(block, place)).collect();
    if run.len() > 1 && is_short(&run[0]) {
        format!("<div class=\"columns\">\n{inner}</div>\n")
    } else {
        inner
    }
}

fn is_short(block: &Block) -> bool {
    let line = |block: &Block| matches!(block, Block::List(_) | Block::Paragraph(_));
    matches!(block, Block::Section(section) if section.blocks.iter().all(line))
}

fn one(block: &Block, place: &mut Place<'_>) -> String {
    match block {
        Block::Section(one) => section(one, place),
        Block::Paragraph(words) => format!("<p>{}</p>\n", text(words, place)),
        Block::List(items) => {
            let items: String = items.iter().map(|one| item(one, place)).collect();
            format!("<ul>\n{items}</ul>\n")
        }
        Block::Table(one) => table::html(one, place),
        Block::Strip(one) => strip::html(one, place),
        Block::Chart(one) => chart(one, place),
        Block::Manuscript(one) => manuscript::html(one, place),
        Block::SideBySide(sections) => {
            let sections: String = sections.iter().map(|one| section(one, place)).collect();
            format!("<div class=\"beside\">\n{sections}</div>\n")
        }
    }
}

fn section(section: &Section, place: &mut Place<'_>) -> String {
    let level = place.level.min(LEVEL_MAX);
    let id = place.id(&section.key);
    place.level += 1;
    let blocks = all(&section.blocks, place);
    place.level -= 1;
    format!("<section{id}>\n<h{level}>{}</h{level}>\n{blocks}</section>\n", text(&section.title, place))
}

fn item(item: &Item, place: &mut Place<'_>) -> String {
    let id = place.id(&item.key);
    format!("<li{id}>{}</li>\n", with_opened(&item.text, |words| words, &item.opens, place))
}

/// What is always shown, and behind it what opens. What is pressed to open it holds no links: those of the entries
/// that it names are the first that it opens.
pub(super) fn with_opened(
    words: &Text,
    shown: impl Fn(String) -> String,
    opens: &[Block],
    place: &mut Place<'_>,
) -> String {
    if opens.is_empty() {
        return shown(text(words, place));
    }
    let links = match escape::links(words, place) {
        links if links.is_empty() => String::new(),
        links => format!("<p>{}</p>\n", links.join(", ")),
    };
    place.level += 1;
    let opened: String = opens.iter().map(|block| one(block, place)).collect();
    place.level -= 1;
    format!(
        "<details><summary>{}</summary>\n<div class=\"opened\">\n{links}{opened}</div>\n</details>",
        shown(escape::unlinked(words))
    )
}

fn chart(chart: &Chart, place: &Place<'_>) -> String {
    let (sort, alternative) = (chart.sort(), chart.alternative());
    let sentences = chart.sentences(&crate::Text::to_marked_words);
    let items: Vec<String> =
        sentences.iter().map(|words| format!("<li><bdi>{}</bdi></li>\n", escaped(words))).collect();
    format!(
        "<figure class=\"chart {sort}\">\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">\n\
         {picture}</div>\n<figcaption><details><summary>{caption}</summary>\n\
         <ul class=\"opened\">\n{items}</ul>\n</details></figcaption>\n</figure>\n",
        label = words(alternative),
        picture = svg::write(chart),
        caption = text(alternative, place),
        items = items.concat(),
    )
}
