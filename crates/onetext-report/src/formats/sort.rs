//! What sort of file it is: by what stands in it first, by its name second.

use serde::{Deserialize, Serialize};

use super::FormatError;

/// So many bytes at the beginning tell what a file is.
const HEAD_BYTES: usize = 2048;
/// Lines at the beginning of an e-mail among which its headers are looked for.
const HEADER_LINES: usize = 60;
/// Headers of which an e-mail has two or more.
const HEADERS: [&str; 10] = [
    "from:",
    "to:",
    "subject:",
    "date:",
    "received:",
    "return-path:",
    "message-id:",
    "mime-version:",
    "delivered-to:",
    "content-type:",
];

/// A sort of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sort {
    /// Plain text.
    Plain,
    /// A web page.
    Html,
    /// An e-mail.
    Mail,
    /// RSS, Atom or a JSON feed.
    Feed,
}

impl Sort {
    /// What a file is.
    pub fn of(bytes: &[u8], name: &str) -> Result<Sort, FormatError> {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        let is_called = |endings: &[&str]| endings.contains(&ending.as_str());
        let head = &bytes[..bytes.len().min(HEAD_BYTES)];
        if let Some(what) = no_text(head) {
            return Err(FormatError::Unknown(what.to_owned()));
        }
        let shown = readable(head).to_lowercase();
        let begins = shown.trim_start();
        let feed = ["<rss", "<feed", "<rdf:rdf", "jsonfeed.org/version"];
        let is_marked_up = begins.starts_with('<') || begins.starts_with('{');
        Ok(match () {
            () if is_marked_up && feed.iter().any(|sign| shown.contains(sign)) => Sort::Feed,
            () if begins.starts_with("<!doctype html") || (is_marked_up && shown.contains("<html")) => {
                Sort::Html
            }
            () if is_called(&["rss", "atom"]) => Sort::Feed,
            () if is_called(&["html", "htm", "xhtml", "mhtml"]) && begins.starts_with('<') => Sort::Html,
            () if is_called(&["eml"]) || is_mail(&shown) => Sort::Mail,
            () if begins.starts_with("<?xml") => {
                return Err(FormatError::Unknown("XML that is neither a page nor a feed".to_owned()));
            }
            () if is_called(&["html", "htm", "xhtml"]) => Sort::Html,
            () => Sort::Plain,
        })
    }

    /// Whether parsers of others read it, so that it belongs in a process of its own.
    pub fn is_read_apart(self) -> bool {
        self != Sort::Plain
    }
}

/// The head as letters; UTF-16 is told by its zeros.
fn readable(head: &[u8]) -> String {
    match head {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            head[2..].iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect()
        }
        _ => String::from_utf8_lossy(head).trim_start_matches('\u{feff}').to_owned(),
    }
}

fn no_text(head: &[u8]) -> Option<&'static str> {
    const SIGNS: [(&[u8], &str); 8] = [
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a package such as DOCX"),
        (b"\xd0\xcf\x11\xe0", "an old or encrypted Office file"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x1f\x8b", "a packed file"),
        (b"\x7fELF", "a program"),
    ];
    SIGNS.iter().find(|(sign, _)| head.starts_with(sign)).map(|(_, what)| *what)
}

/// Whether the first lines are headers: two known ones, before the first empty line, and no other sort of line.
fn is_mail(head: &str) -> bool {
    let lines = head.lines().take(HEADER_LINES).take_while(|line| !line.trim().is_empty());
    let mut known = 0;
    for line in lines {
        let is_header = line.split_once(':').is_some_and(|(name, _)| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        });
        if HEADERS.iter().any(|header| line.starts_with(header)) {
            known += 1;
        } else if !is_header && !line.starts_with([' ', '\t']) && !line.starts_with("from ") {
            return false;
        }
    }
    known >= 2
}
