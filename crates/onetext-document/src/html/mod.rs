//! The HTML writer: one file that needs nothing else. No script, nothing loaded, readable by keyboard, by ear,
//! in the dark and on paper.
//!
//! What opens behind an item, a stage or a cell is a `<details>`; closed ones stay closed in print. The ids of
//! sections, items, stages and rows are their keys, those of cells `row/column`.

mod blocks;
mod escape;
pub(crate) mod fit;
mod links;
mod manuscript;
mod strip;
mod table;

use crate::{Direction, Document, Page};
pub(crate) use escape::escaped;
use links::Place;
pub use links::{Blank, Links};

/// The style sheet that [`fragment`] expects around it.
pub const STYLE: &str = include_str!("style.css");

/// Forbids everything but the page's own style and inline pictures.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// The document as one self-contained HTML file.
///
/// ```
/// use onetext_document::{Document, html};
/// assert!(html::write(&Document::new("status", "A < B")).contains("A &lt; B"));
/// ```
pub fn write(document: &Document) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{CONTENT_SECURITY_POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <style>\n{STYLE}{paper}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        language = escaped(&document.language),
        direction = direction(document),
        title = escape::words(&document.title),
        paper = paper(document),
        body = fragment(document),
    )
}

/// The document as one `<article>`, for pages that bring their own frame and [`STYLE`]. It has no style of its own,
/// neither as an element nor as an attribute: a page around it can forbid both.
pub fn fragment(document: &Document) -> String {
    article(document, &mut Place::new(document, None))
}

/// The same with links: the names of entries lead to them, and empty cells to where they are filled.
pub fn fragment_linked(document: &Document, links: &Links<'_>) -> String {
    article(document, &mut Place::new(document, Some(links)))
}

fn article(document: &Document, place: &mut Place<'_>) -> String {
    let single = if document.sheets == Some(1) { " single" } else { "" };
    let sheet = document.sheets.map_or_else(String::new, |sheets| {
        format!(" sheet{single} tight-{}", fit::tightness(document, sheets))
    });
    let page = if document.page == Page::Landscape { " landscape" } else { "" };
    format!(
        "<article class=\"document{sheet}{page}\" lang=\"{language}\" dir=\"{direction}\">\n{header}\
         <div class=\"body\">\n{body}</div>\n{foot}</article>\n",
        language = escaped(&document.language),
        direction = direction(document),
        header = header(document, place),
        foot = foot(document, place),
        body = blocks::all(&document.blocks, place),
    )
}

/// The size and margins of the paper, and the number of each sheet.
fn paper(document: &Document) -> String {
    let size = if document.page == Page::Landscape { "A4 landscape" } else { "A4 portrait" };
    let margin = if document.sheets == Some(1) { 7 } else { 12 };
    format!(
        "@page {{ size: {size}; margin: {margin}mm; @bottom-center {{ font: 7pt sans-serif; color: #444; \
         content: counter(page) \" / \" counter(pages) }} }}\n"
    )
}

fn direction(document: &Document) -> &'static str {
    if document.direction == Direction::RightToLeft { "rtl" } else { "ltr" }
}

fn header(document: &Document, place: &Place<'_>) -> String {
    let notices: Vec<String> =
        document.notices.iter().map(|notice| format!("<li>{}</li>\n", escape::text(notice, place))).collect();
    let notices = match notices.concat() {
        lines if lines.is_empty() => lines,
        lines => format!("<ul class=\"notices\">\n{lines}</ul>\n"),
    };
    format!("<header>\n<h1>{}</h1>\n{notices}</header>\n", escape::text(&document.title, place))
}

fn foot(document: &Document, place: &Place<'_>) -> String {
    if document.foot.is_empty() {
        return String::new();
    }
    let lines: Vec<String> =
        document.foot.iter().map(|text| format!("<p>{}</p>\n", escape::text(text, place))).collect();
    format!("<footer>\n<div class=\"foot\">\n{}</div>\n</footer>\n", lines.concat())
}
