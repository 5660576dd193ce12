//! XML as it may come from anybody: read in one pass, with limits, and refused where two readers could read two texts.
//! Document type definitions, entities and other encodings than UTF-8 are refused; nothing is ever fetched.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

use super::ImportError;

/// Deepest nesting: a table in a table in a text box in a change needs some forty.
const DEPTH_MAX: usize = 200;
/// Attributes of one element; word processors declare some forty namespaces on the first.
const ATTRIBUTES_MAX: usize = 200;
/// Longest value of an attribute, in bytes: long addresses of links and styles of shapes stay below.
const ATTRIBUTE_BYTES_MAX: usize = 64 << 10;
/// Longest name of an element, in bytes.
const NAME_BYTES_MAX: usize = 256;

/// Whose an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// A word processor's.
    Word,
    /// Formulas in it.
    Formula,
    /// Alternatives of one content for older and newer programs.
    Compatibility,
    /// Akoma Ntoso.
    Akoma,
    /// HTML in XML.
    Html,
    /// Anything else.
    Other,
}

impl Space {
    fn of(resolved: &ResolveResult<'_>) -> Space {
        let ResolveResult::Bound(name) = resolved else { return Space::Other };
        match name.0 {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Space::Formula,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Compatibility,
            "http://www.w3.org/1999/xhtml" => Space::Html,
            name if name.contains("legaldocml/ns/akn") || name.contains("akomantoso.org") => Space::Akoma,
            _ => Space::Other,
        }
    }
}

/// The beginning of an element.
#[derive(Debug)]
pub(super) struct Tag<'x> {
    /// Whose it is.
    pub space: Space,
    start: BytesStart<'x>,
}

impl Tag<'_> {
    /// Its name without a prefix.
    pub(super) fn name(&self) -> &str {
        self.start.name().0.rsplit(':').next().unwrap_or_default()
    }

    /// The value of an attribute, whatever its prefix.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let found = self.start.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// An attribute's number.
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.trim().parse().ok()
    }
}

/// What comes next in a file.
#[derive(Debug)]
pub(super) enum Token<'x> {
    /// An element begins.
    Open(Tag<'x>),
    /// The last one that began ends.
    Close,
    /// Words in it.
    Words(Cow<'x, str>),
    /// The file has ended as it should.
    End,
}

/// A file that is being read.
pub(super) struct Xml<'x> {
    reader: NsReader<&'x [u8]>,
    /// What the file is called in messages.
    part: &'x str,
    depth: usize,
    had_root: bool,
}

impl<'x> Xml<'x> {
    /// Begins to read.
    pub(super) fn new(bytes: &'x [u8], part: &'x str) -> Result<Xml<'x>, ImportError> {
        let text = std::str::from_utf8(bytes).map_err(|_| ImportError::xml(part, "it is not UTF-8"))?;
        if let Some(odd) = text.chars().find(|c| is_forbidden(*c)) {
            let what = format!("it holds the character U+{:04X}, which XML forbids", odd as u32);
            return Err(ImportError::xml(part, &what));
        }
        let mut reader = NsReader::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
        let config = reader.config_mut();
        config.check_comments = true;
        config.check_end_names = true;
        config.expand_empty_elements = true;
        Ok(Xml { reader, part, depth: 0, had_root: false })
    }

    /// What comes next.
    pub(super) fn next(&mut self) -> Result<Token<'x>, ImportError> {
        let part = self.part;
        let bad = |what: &str| ImportError::xml(part, what);
        loop {
            let (space, event) = match self.reader.read_resolved_event() {
                Ok((resolved, event)) => (Space::of(&resolved), event),
                Err(error) => return Err(bad(&error.to_string())),
            };
            match event {
                Event::Start(start) => return self.open(space, start).map(Token::Open),
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Token::Close);
                }
                Event::Text(text) if self.depth == 0 => {
                    if !text.trim().is_empty() {
                        return Err(bad("there are words outside of its root element"));
                    }
                }
                Event::Text(text) => return Ok(Token::Words(text.into_inner())),
                Event::CData(text) if self.depth > 0 => return Ok(Token::Words(text.into_inner())),
                Event::GeneralRef(reference) if self.depth > 0 => {
                    let words = referred(&reference).ok_or_else(|| {
                        bad(&format!(
                            "it refers to &{};, and entities are not read",
                            reference.chars().take(40).collect::<String>()
                        ))
                    })?;
                    return Ok(Token::Words(Cow::Owned(words.to_string())));
                }
                Event::CData(_) | Event::GeneralRef(_) => {
                    return Err(bad("there are words outside of its root element"));
                }
                Event::DocType(_) => return Err(bad("it has a document type definition, which is not read")),
                Event::Decl(declaration) => {
                    let encoding =
                        declaration.encoding().transpose().map_err(|error| bad(&error.to_string()))?;
                    if encoding.is_some_and(|name| {
                        !["utf-8", "utf8", "us-ascii"].contains(&name.to_ascii_lowercase().as_str())
                    }) {
                        return Err(bad("it says that it is in another encoding than UTF-8"));
                    }
                }
                // Instructions (style sheets) and comments are for others.
                Event::PI(_) | Event::Comment(_) | Event::Empty(_) => {}
                Event::Eof if self.depth > 0 => return Err(bad("it ends before its elements do")),
                Event::Eof if !self.had_root => return Err(bad("it is empty")),
                Event::Eof => return Ok(Token::End),
            }
        }
    }

    fn open(&mut self, space: Space, start: BytesStart<'x>) -> Result<Tag<'x>, ImportError> {
        let bad = |what: &str| ImportError::xml(self.part, what);
        if self.depth == 0 && std::mem::replace(&mut self.had_root, true) {
            return Err(bad("it has two root elements"));
        }
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return Err(bad(&format!("its elements are nested more than {DEPTH_MAX} deep")));
        }
        if start.name().0.len() > NAME_BYTES_MAX {
            return Err(bad(&format!("an element's name is longer than {NAME_BYTES_MAX} bytes")));
        }
        let mut attributes = start.attributes();
        for (at, attribute) in attributes.with_checks(true).enumerate() {
            let attribute = attribute.map_err(|error| bad(&error.to_string()))?;
            if at >= ATTRIBUTES_MAX {
                return Err(bad(&format!("an element has more than {ATTRIBUTES_MAX} attributes")));
            }
            if attribute.value.len() > ATTRIBUTE_BYTES_MAX {
                return Err(bad(&format!("an attribute is longer than {ATTRIBUTE_BYTES_MAX} bytes")));
            }
        }
        Ok(Tag { space, start })
    }
}

/// Characters that XML 1.0 forbids.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The character that a reference stands for: of the five that XML knows, or by number.
fn referred(reference: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten().filter(|c| !is_forbidden(*c)),
    }
}
