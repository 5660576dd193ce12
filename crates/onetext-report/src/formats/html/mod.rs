//! Web pages: the headline, the paragraphs of the story, and what the page says of itself.

mod blocks;
mod clean;
mod linked_data;
mod meta;
mod story;

use dom_query::Document;

use super::{Arrived, DEPTH_MAX, FormatError, Remark, letters};
use blocks::Blocks;

/// The paragraphs of a page are apart by this.
const BETWEEN: &str = "\n\n";
/// Words in one tag: the builder of the tree compares every attribute of an element with every other.
const TAG_WORDS_MAX: usize = 5_000;

pub(super) fn read(bytes: &[u8]) -> Result<Arrived, FormatError> {
    let declared = letters::declared(bytes);
    let (page, mut findings) = letters::decoded(bytes, declared.as_deref())?;
    if has_crowded_tag(page.as_bytes()) {
        return Err(FormatError::unsound("page", "an element has thousands of attributes"));
    }
    let document = Document::from(page.as_str());
    let said = meta::of(&document);
    let title = said.title.clone().unwrap_or_default();
    let mut text = if blocks::depth(&document, DEPTH_MAX) > DEPTH_MAX {
        findings.push(Remark::TooDeep);
        Blocks::of(&document.root(), false).joined()
    } else {
        clean::clean(&document);
        let (text, is_found) = story::of(document, &title);
        if !is_found {
            findings.push(Remark::WholePage);
        }
        text
    };
    // A page that hands its text to a script gives it in its linked data too.
    if let Some(body) = said.body.filter(|body| body.len() > text.len() * 2) {
        text = body;
    }
    if text.trim().is_empty() {
        text = said.description.unwrap_or_default();
    }
    // Where everything looks like an aside, it is better to give all of it than to say that there is nothing.
    if text.trim().is_empty() {
        text = Blocks::of(&Document::from(page.as_str()).root(), false).joined();
    }
    if text.trim().is_empty() {
        return Err(FormatError::Empty);
    }
    findings.extend(said.findings);
    Ok(Arrived {
        title: said.title,
        outlet: said.outlet,
        published: said.published,
        address: said.address,
        language: said.language,
        byline: said.byline,
        text,
        findings,
        ..Arrived::default()
    })
}

/// Whether some tag has more words than any that a person or program has reason to write.
fn has_crowded_tag(page: &[u8]) -> bool {
    let mut words: Option<usize> = None;
    for pair in page.windows(2) {
        match pair {
            [b'<', next] if next.is_ascii_alphabetic() => words = Some(0),
            [b'>', _] => words = None,
            [b' ' | b'\n' | b'\t' | b'\r' | b'\x0c' | b'/' | b'"' | b'\'', next]
                if !next.is_ascii_whitespace() =>
            {
                words = words.map(|count| count + 1);
            }
            _ => {}
        }
        if words.is_some_and(|count| count > TAG_WORDS_MAX) {
            return true;
        }
    }
    false
}

/// The words of a piece of HTML, or of plain words with entities. With `mark_quotes`, each paragraph within a
/// `blockquote` begins with `> `, as e-mail quotes an earlier message.
pub(super) fn words_of(piece: &str, mark_quotes: bool) -> String {
    if !piece.contains(['<', '&']) {
        return plain_paragraphs(piece);
    }
    if has_crowded_tag(piece.as_bytes()) {
        return plain_paragraphs(piece);
    }
    let document = Document::from(piece);
    Blocks::of(&document.root(), mark_quotes).joined()
}

/// Paragraphs at empty lines, single spaces within.
fn plain_paragraphs(words: &str) -> String {
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in words.lines() {
        if line.trim().is_empty() {
            paragraphs.push(Vec::new());
        } else if let Some(last) = paragraphs.last_mut() {
            last.extend(line.split_whitespace());
        }
    }
    let paragraphs: Vec<String> =
        paragraphs.iter().filter(|words| !words.is_empty()).map(|words| words.join(" ")).collect();
    paragraphs.join(BETWEEN)
}
