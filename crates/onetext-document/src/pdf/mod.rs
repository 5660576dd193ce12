//! The PDF writer: any document on paper, with the letters in the file, the same bytes on every machine.
//!
//! The typesetter (typst) sees one source that is made here, the letters that are built into the program, and nothing
//! else: no file, no package, no clock. Every word of a document is a string in that source, never a part of its language.
//! Scripts without letters in the `DejaVu` fonts (Chinese, Devanagari ...) print as boxes.

mod blocks;
mod manuscript;
mod source;
mod table;
mod world;

use std::panic::catch_unwind;

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::sheet::{self, Sheet};
use crate::{Direction, Document, Properties};
use source::{quoted, text};

/// How everything looks.
const TEMPLATE: &str = include_str!("template.typ");
/// Twentieths of a point in a point.
const TWENTIETHS: u32 = 20;

/// Why a PDF file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The typesetter refused its source: a fault of this program.
    #[error("the PDF cannot be set: {0}; please report it with the document as JSON")]
    Set(String),
}

/// The document as the bytes of a PDF file.
///
/// ```
/// use onetext_document::{Block, Document, Properties, Text, pdf};
/// let page = Document::new("status", "Open points").with(Block::Paragraph(Text::plain("#read(\"/etc/passwd\")")));
/// assert!(pdf::write(&page, &Properties::default()).unwrap().starts_with(b"%PDF"));
/// ```
pub fn write(document: &Document, properties: &Properties) -> Result<Vec<u8>, PdfError> {
    let source = source(document, properties);
    // The typesetter is not ours: should it give up on an odd text, its caller must not.
    catch_unwind(|| set(source)).unwrap_or_else(|_| Err(PdfError::Set("the typesetter gave up".to_owned())))
}

/// The pages of a source as bytes.
fn set(source: String) -> Result<Vec<u8>, PdfError> {
    let closed = world::Closed::new(source);
    let failed = |errors: &[typst::diag::SourceDiagnostic]| {
        let told: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
        PdfError::Set(told.join("; "))
    };
    let pages = typst::compile::<PagedDocument>(&closed).output.map_err(|errors| failed(&errors))?;
    let options = PdfOptions { creator: Smart::Custom(None), ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&pages, &options).map_err(|errors| failed(&errors));
    // What was set is not set again: a program that runs for weeks would keep all of it.
    comemo::evict(0);
    bytes
}

/// The source that is set.
fn source(document: &Document, properties: &Properties) -> String {
    let sheet = sheet::of(document);
    let leftward = document.direction == Direction::RightToLeft;
    let mut out = format!("#let leftward = {leftward}\n#let base = {}pt\n{TEMPLATE}", halves(sheet));
    out += &about(properties);
    out += &page(document, sheet);
    if !document.title.is_empty() {
        let title = call("title", &text(&document.title, false));
        out += &line(&source::spoken(document.direction, &document.title.to_words(), &title));
    }
    for notice in &document.notices {
        out += &line(&call("notice", &own_way(document.direction, notice)));
    }
    out += &blocks::all(&document.blocks, 1, document.direction);
    out
}

/// One piece of the source on a line of its own.
fn line(code: &str) -> String {
    format!("#{code}\n")
}

/// What the file says about itself: what was passed in.
fn about(properties: &Properties) -> String {
    let title = if properties.title.is_empty() { "none".to_owned() } else { quoted(&properties.title) };
    let author = properties.author.as_ref().map_or_else(|| "()".to_owned(), |author| quoted(author));
    let date = properties.created.as_deref().and_then(date).unwrap_or_else(|| "none".to_owned());
    format!("#set document(title: {title}, author: {author}, date: {date})\n")
}

/// A day as the typesetter takes it; `None` for what is none.
fn date(words: &str) -> Option<String> {
    let mut parts = words.get(..10)?.split('-').map(|part| part.parse::<u16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=last).contains(&day).then(|| format!("datetime(year: {year}, month: {month}, day: {day})"))
}

/// The paper, the letters, the direction, and what stands at the foot of every sheet.
fn page(document: &Document, sheet: Sheet) -> String {
    let points =
        |twentieths: u32| format!("{}.{:02}pt", twentieths / TWENTIETHS, twentieths % TWENTIETHS * 5);
    let lines: String = document
        .foot
        .iter()
        .map(|line| format!("block(spacing: 2pt, {}); ", own_way(document.direction, line)))
        .collect();
    let leftward = document.direction == Direction::RightToLeft;
    let language = document.language.split('-').next().unwrap_or_default();
    let is_language =
        (2..=3).contains(&language.len()) && language.chars().all(|letter| letter.is_ascii_lowercase());
    let spacing = if document.sheets.is_some() { "0.6em" } else { "0.9em" };
    format!(
        "#set page(width: {width}, height: {height}, margin: {margin}, footer: {{ set text(size: 0.78em, fill: quiet); {lines}\
         align(center, context counter(page).display(\"1 / 1\", both: true)) }})\n\
         #set text(font: \"DejaVu Sans\", size: base, lang: {lang}, dir: {dir}, hyphenate: false)\n\
         #set par(leading: 0.55em, spacing: {spacing}, justify: false)\n#set block(spacing: {spacing})\n\
         #set heading(bookmarked: auto)\n",
        width = points(sheet.width),
        height = points(sheet.height),
        margin = points(sheet.margin),
        lang = quoted(if is_language { language } else { "und" }),
        dir = if leftward { "rtl" } else { "ltr" },
    )
}

/// The size of running text, in points.
fn halves(sheet: Sheet) -> String {
    format!("{}.{}", sheet.type_size / 2, sheet.type_size % 2 * 5)
}

/// A text that runs its own way.
fn own_way(document: Direction, words: &crate::Text) -> String {
    source::spoken(document, &words.to_words(), &text(words, false))
}

/// A call of one of the template's functions.
fn call(name: &str, inner: &str) -> String {
    format!("{name}({inner})")
}
