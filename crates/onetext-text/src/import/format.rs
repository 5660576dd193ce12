//! What sort of file it is: by what stands in it first, by its name second.

use serde::{Deserialize, Serialize};

use super::{ImportError, Remark, Severity, What};

/// So many bytes at the beginning tell what a file is.
const HEAD_BYTES: usize = 1024;

/// A sort of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// Plain text.
    Plain,
    /// A word processor's file (Office Open XML).
    Docx,
    /// PDF: only what stands on its pages.
    Pdf,
    /// A web page.
    Html,
    /// The standard of parliaments, in XML.
    AkomaNtoso,
}

/// Endings of names of pictures and of other things that are no text.
const NO_TEXT: [&str; 14] =
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "tif", "tiff", "ico", "exe", "dll", "mp3", "mp4"];

impl Format {
    /// What a file is.
    pub fn of(bytes: &[u8], name: &str) -> Result<Format, ImportError> {
        let unknown = |what: &str| Err(ImportError::Unknown(what.to_owned()));
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        let is_called = |endings: &[&str]| endings.contains(&ending.as_str());
        let head = &bytes[..bytes.len().min(HEAD_BYTES)];
        let shown = String::from_utf8_lossy(head).to_lowercase();
        let begins = shown.trim_start_matches('\u{feff}').trim_start();
        let is_package = head.starts_with(b"PK\x03\x04");
        if head.starts_with(b"\xd0\xcf\x11\xe0") {
            return if is_called(&["docx", "docm"]) {
                Err(ImportError::Encrypted)
            } else {
                unknown("an old or encrypted Office file")
            };
        }
        let is_picture =
            [b"\x89PNG".as_slice(), b"\xff\xd8\xff", b"GIF8"].iter().any(|magic| head.starts_with(magic));
        if is_picture || is_called(&NO_TEXT) || begins.starts_with("<svg") {
            return unknown("a picture or a program");
        }
        Ok(match () {
            () if is_package || is_called(&["docx", "docm"]) => Format::Docx,
            () if shown.contains("%pdf-") => Format::Pdf,
            () if is_called(&["pdf"]) => return unknown("its name ends in .pdf, and it is no PDF"),
            () if begins.contains("<akomantoso") || is_called(&["xml", "akn"]) => Format::AkomaNtoso,
            () if begins.starts_with("<!doctype html") || begins.contains("<html") => Format::Html,
            () if begins.starts_with("<?xml") => Format::AkomaNtoso,
            () if is_called(&["html", "htm", "xhtml"]) => Format::Html,
            () if is_called(&["md", "markdown"]) => Format::Markdown,
            () => Format::Plain,
        })
    }

    /// Whether it is read in a process of its own.
    pub fn is_read_apart(self) -> bool {
        !matches!(self, Format::Markdown | Format::Plain)
    }

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Format::Markdown => "Markdown",
            Format::Plain => "plain text",
            Format::Docx => "DOCX",
            Format::Pdf => "PDF",
            Format::Html => "HTML",
            Format::AkomaNtoso => "Akoma Ntoso",
        }
    }
}

/// Bytes as text: UTF-8, or UTF-16 that says so by its first two bytes.
pub(super) fn decoded(bytes: &[u8]) -> Result<(String, Vec<Remark>), ImportError> {
    let wide = |little: bool| {
        let units = bytes[2..].chunks(2).map(|pair| match (pair, little) {
            ([first, second], true) => u16::from_le_bytes([*first, *second]),
            ([first, second], false) => u16::from_be_bytes([*first, *second]),
            // A half of a letter at the end is none.
            _ => 0xd800,
        });
        let text: Result<String, _> = char::decode_utf16(units).collect();
        let remark = Remark::on_file(Severity::Note, What::Encoding { name: "UTF-16".to_owned() });
        text.map(|text| (text, vec![remark])).map_err(|_| ImportError::NotUtf8)
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(true),
        [0xfe, 0xff, ..] => wide(false),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) if text.contains('\0') => {
                Err(ImportError::Unknown("bytes that are no letters".to_owned()))
            }
            Ok(text) => Ok((text.to_owned(), Vec::new())),
            Err(_) => Err(ImportError::NotUtf8),
        },
    }
}
