//! The Word writer: any document as DOCX, for those whose only interface is a Word file.
//!
//! An own writer of the few elements that a document needs, so that the order of elements is the schema's, the same document
//! gives the same bytes, and nothing is written that was not passed in: no names, no days, no ids of sessions. A running
//! text ([`Manuscript`](crate::Manuscript)) has real tracked changes, moves and comments.
//!
//! What opens behind items and cells is not printed. A chart is its text alternative and what it says in words.

mod blocks;
mod direction;
mod manuscript;
mod notes;
mod package;
mod runs;
mod styles;
mod table;
mod xml;
mod zip;

use blocks::{Setting, Writer};
use xml::element;

use crate::sheet::{self, Sheet};
use crate::{Direction, Document, Properties};

/// How every part begins.
const PROLOGUE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The names that parts of the text use.
const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// Why a Word file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// The file format ends there.
    #[error("the Word file would be larger than 4 gigabytes; write the document in parts")]
    TooLarge,
}

/// The document as the bytes of a Word file.
///
/// ```
/// use onetext_document::{Block, Document, Properties, Text, docx};
/// let page = Document::new("status", "Open points").with(Block::Paragraph(Text::plain("Three.")));
/// assert!(docx::write(&page, &Properties::default()).unwrap().starts_with(b"PK"));
/// ```
pub fn write(document: &Document, properties: &Properties) -> Result<Vec<u8>, DocxError> {
    zip::archive(&parts(document, properties)).ok_or(DocxError::TooLarge)
}

/// The names and contents of all parts, in the order in which they stand in the file: for whoever looks into them.
pub fn parts(document: &Document, properties: &Properties) -> Vec<(&'static str, String)> {
    let sheet = sheet::of(document);
    let notes = notes::Notes::new(document.direction);
    let mut writer = Writer { direction: document.direction, sheet, notes };
    let body = body(&mut writer, document);
    let comments = writer.notes.comments_part();
    let footnotes = writer.notes.footnotes_part();
    let mut texts = vec![
        ("word/document.xml", body),
        ("word/styles.xml", styles::styles(document, sheet)),
        ("word/numbering.xml", styles::numbering()),
        ("word/settings.xml", styles::settings(footnotes.is_some())),
        ("word/footer1.xml", footer(&writer, document)),
    ];
    texts.extend(footnotes.map(|part| ("word/footnotes.xml", part)));
    texts.extend(comments.map(|part| ("word/comments.xml", part)));
    package::packed(texts, properties)
}

fn body(writer: &mut Writer, document: &Document) -> String {
    let title = Setting { style: "Title", keep: true, ..Setting::default() };
    let mut out = if document.title.is_empty() {
        String::new()
    } else {
        writer.paragraph(title, &writer.text(&document.title))
    };
    for notice in &document.notices {
        out += &writer.styled("Notice", notice);
    }
    let width = writer.sheet.measure();
    out += &writer.blocks(&document.blocks, 1, width);
    let section = section(writer.sheet, document.direction);
    format!("{PROLOGUE}<w:document {NAMESPACES}><w:body>{out}{section}</w:body></w:document>")
}

/// The paper, in the order of the schema (`CT_SectPr`).
fn section(sheet: Sheet, direction: Direction) -> String {
    let orient = if sheet.is_landscape() { " w:orient=\"landscape\"" } else { "" };
    let Sheet { width, height, margin, .. } = sheet;
    let foot = margin / 2;
    let bidi = if direction == Direction::RightToLeft { "<w:bidi/>" } else { "" };
    let inner = format!(
        "<w:footerReference w:type=\"default\" r:id=\"{}\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orient}/>\
         <w:pgMar w:top=\"{margin}\" w:right=\"{margin}\" w:bottom=\"{margin}\" w:left=\"{margin}\" \
         w:header=\"{foot}\" w:footer=\"{foot}\" w:gutter=\"0\"/>{bidi}",
        package::FOOTER_ID
    );
    element("sectPr", "", &inner)
}

/// The lines at the foot of every sheet, and its number.
fn footer(writer: &Writer, document: &Document) -> String {
    let lines: String = document.foot.iter().map(|line| writer.styled("Footer", line)).collect();
    let field =
        |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let between = "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>";
    let setting = Setting { style: "Footer", align: "center", ..Setting::default() };
    let number = writer.paragraph(setting, &(field("PAGE") + between + &field("NUMPAGES")));
    format!("{PROLOGUE}<w:ftr {NAMESPACES}>{lines}{number}</w:ftr>")
}
