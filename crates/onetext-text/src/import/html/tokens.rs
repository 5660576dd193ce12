//! HTML to tags and words, as tolerant as a browser: whatever is not a tag is words.

use super::entities::decoded;

/// Attributes of one element that are kept.
const ATTRIBUTES_MAX: usize = 100;
/// Elements whose content holds no tags.
const RAW: [&str; 6] = ["script", "style", "title", "textarea", "iframe", "noscript"];

/// The beginning of an element.
#[derive(Debug, Default)]
pub(super) struct Tag {
    /// Its name, in small letters.
    pub name: String,
    /// Its attributes, names in small letters.
    attributes: Vec<(String, String)>,
    /// It has no content: `<p/>`.
    pub is_closed: bool,
}

impl Tag {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// What comes next on a page.
#[derive(Debug)]
pub(super) enum Token {
    Open(Tag),
    Close(String),
    Words(String),
}

/// A page that is being read.
pub(super) struct Tokens<'h> {
    rest: &'h str,
    /// The element whose content holds no tags.
    raw: Option<String>,
}

impl<'h> Tokens<'h> {
    pub(super) fn new(text: &'h str) -> Tokens<'h> {
        Tokens { rest: text.strip_prefix('\u{feff}').unwrap_or(text), raw: None }
    }

    /// Words up to the next tag.
    fn words(&mut self, end: usize) -> Token {
        let (words, rest) = self.rest.split_at(end);
        self.rest = rest;
        Token::Words(decoded(words))
    }

    /// What stands in an element without tags, up to its end.
    fn raw(&mut self, name: &str) -> Token {
        let ends = |at: usize| {
            let after = self.rest.get(at + 2..at + 2 + name.len());
            self.rest[at..].starts_with("</") && after.is_some_and(|after| after.eq_ignore_ascii_case(name))
        };
        let end =
            self.rest.match_indices('<').map(|(at, _)| at).find(|at| ends(*at)).unwrap_or(self.rest.len());
        let (words, rest) = self.rest.split_at(end);
        self.rest = rest;
        Token::Words(if name == "title" || name == "textarea" { decoded(words) } else { words.to_owned() })
    }

    /// Passes over comments and declarations; what stands behind the `<` after them.
    fn passed_over(&mut self) -> Option<&'h str> {
        loop {
            let inside = self.rest.strip_prefix('<')?;
            self.rest = if let Some(comment) = inside.strip_prefix("!--") {
                comment.find("-->").map_or("", |end| &comment[end + 3..])
            } else if inside.starts_with(['!', '?']) {
                inside.find('>').map_or("", |end| &inside[end + 1..])
            } else {
                return Some(inside);
            };
        }
    }

    /// The tag that begins here, if one does; comments and declarations before it are passed over.
    fn tag(&mut self) -> Option<Token> {
        let inside = self.passed_over()?;
        if let Some(name) =
            inside.strip_prefix('/').filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
        {
            let end = name.find('>').unwrap_or(name.len());
            self.rest = name.get(end + 1..).unwrap_or_default();
            let word = name[..end].split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
            return Some(Token::Close(word.to_ascii_lowercase()));
        }
        if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let (tag, rest) = tag(inside);
        self.rest = rest;
        if RAW.contains(&tag.name.as_str()) && !tag.is_closed {
            self.raw = Some(tag.name.clone());
        }
        Some(Token::Open(tag))
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if let Some(name) = self.raw.take() {
            return Some(self.raw(&name));
        }
        if let Some(token) = self.tag() {
            return Some(token);
        }
        if self.rest.is_empty() {
            return None;
        }
        let end =
            self.rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(self.rest.len(), |(at, _)| at);
        Some(self.words(end))
    }
}

/// A tag behind its `<`, and what comes after its `>`.
fn tag(inside: &str) -> (Tag, &str) {
    let end = inside.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).unwrap_or(inside.len());
    let mut found = Tag { name: inside[..end].to_ascii_lowercase(), ..Tag::default() };
    let mut rest = &inside[end..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace());
        if let Some(after) = rest.strip_prefix('>') {
            return (found, after);
        }
        if let Some(after) = rest.strip_prefix('/') {
            found.is_closed = after.starts_with('>');
            rest = after;
            continue;
        }
        if rest.is_empty() {
            return (found, "");
        }
        let end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
        // An equals sign where a name should be is part of the name.
        let end = if end == 0 { rest.chars().next().map_or(1, char::len_utf8) } else { end };
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let value = match rest.strip_prefix('=') {
            Some(after) => {
                let (value, after) = value(after.trim_start());
                rest = after;
                value
            }
            None => String::new(),
        };
        if found.attributes.len() < ATTRIBUTES_MAX {
            found.attributes.push((name, value));
        }
    }
}

/// The value of an attribute, and what comes after it.
fn value(text: &str) -> (String, &str) {
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let inside = &text[1..];
        let end = inside.find(quote).unwrap_or(inside.len());
        return (decoded(&inside[..end]), inside.get(end + 1..).unwrap_or_default());
    }
    let end = text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len());
    (decoded(&text[..end]), &text[end..])
}
