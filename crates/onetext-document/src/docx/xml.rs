//! Words and elements on their way into XML.

use crate::characters;

/// Words for an attribute, with nothing in them that reorders what stands around them.
pub(super) fn tamed(words: &str) -> String {
    escaped(&characters::tamed_for_layout(words))
}

/// Words whose characters XML can hold, as they may stand in an element or in a quoted attribute.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(character),
        }
    }
    out
}

/// An element around `inner`; with nothing in it, the short form.
pub(super) fn element(name: &str, attributes: &str, inner: &str) -> String {
    let space = if attributes.is_empty() { "" } else { " " };
    if inner.is_empty() {
        format!("<w:{name}{space}{attributes}/>")
    } else {
        format!("<w:{name}{space}{attributes}>{inner}</w:{name}>")
    }
}

/// An element with one value.
pub(super) fn valued(name: &str, value: impl std::fmt::Display) -> String {
    format!("<w:{name} w:val=\"{value}\"/>")
}

/// An element where something holds.
pub(super) fn flag(name: &str, holds: bool) -> String {
    if holds { format!("<w:{name}/>") } else { String::new() }
}

/// A BCP 47 tag, if it can be one.
pub(super) fn language(tag: &str) -> Option<&str> {
    /// Longer tags name nothing that a word processor knows.
    const TAG_MAX: usize = 35;
    let is_tag = !tag.is_empty()
        && tag.len() <= TAG_MAX
        && tag.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && tag.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    is_tag.then_some(tag)
}
