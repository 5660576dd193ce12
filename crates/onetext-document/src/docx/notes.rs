//! What stands beside the text in parts of its own: comments and footnotes; and the ids of tracked changes.

use super::runs::{self, Look};
use super::xml::{self, element};
use super::{NAMESPACES, PROLOGUE};
use crate::properties::instant;
use crate::{Comment, Direction};

/// The first footnote; smaller ids are those of the rules between text and footnotes.
const FOOTNOTE_FIRST: usize = 1;

/// Comments and footnotes as they are collected.
pub(super) struct Notes {
    direction: Direction,
    comments: Vec<String>,
    footnotes: Vec<String>,
    id: usize,
}

impl Notes {
    pub(super) fn new(direction: Direction) -> Self {
        Notes { direction, comments: Vec::new(), footnotes: Vec::new(), id: 0 }
    }

    /// An id that no other change has.
    pub(super) fn next_id(&mut self) -> usize {
        self.id += 1;
        self.id
    }

    /// Takes in comments; gives the id of the first.
    pub(super) fn comment_all(&mut self, comments: &[Comment]) -> usize {
        let first = self.comments.len();
        for comment in comments {
            let date = comment.date.as_deref().and_then(instant);
            let date = date.map_or_else(String::new, |date| format!(" w:date=\"{date}\""));
            let initials: String =
                comment.author.split_whitespace().filter_map(|name| name.chars().next()).collect();
            let attributes = format!(
                "w:id=\"{}\" w:author=\"{}\"{date} w:initials=\"{}\"",
                self.comments.len(),
                xml::tamed(&comment.author),
                xml::tamed(&initials)
            );
            let inner = self.paragraph("CommentText", "", &comment.words);
            self.comments.push(element("comment", &attributes, &inner));
        }
        first
    }

    /// Takes in a footnote; gives its mark.
    pub(super) fn footnote(&mut self, words: &str) -> String {
        let id = FOOTNOTE_FIRST + self.footnotes.len();
        let sign = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>";
        let inner = self.paragraph("FootnoteText", sign, &format!(" {words}"));
        self.footnotes.push(element("footnote", &format!("w:id=\"{id}\""), &inner));
        format!(
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{id}\"/></w:r>"
        )
    }

    fn paragraph(&self, style: &str, sign: &str, words: &str) -> String {
        let bidi = if self.direction == Direction::RightToLeft { "<w:bidi/>" } else { "" };
        let runs = runs::exact(words, Look::default(), self.direction);
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{bidi}</w:pPr>{sign}{runs}</w:p>")
    }

    /// The part with the comments, if there are any.
    pub(super) fn comments_part(&self) -> Option<String> {
        let inner = self.comments.concat();
        (!inner.is_empty()).then(|| format!("{PROLOGUE}<w:comments {NAMESPACES}>{inner}</w:comments>"))
    }

    /// The part with the footnotes, if there are any.
    pub(super) fn footnotes_part(&self) -> Option<String> {
        let rule = |id: i32, sort: &str, sign: &str| {
            format!(
                "<w:footnote w:type=\"{sort}\" w:id=\"{id}\"><w:p><w:r><w:{sign}/></w:r></w:p></w:footnote>"
            )
        };
        let rules =
            rule(-1, "separator", "separator") + &rule(0, "continuationSeparator", "continuationSeparator");
        let inner = self.footnotes.concat();
        (!inner.is_empty())
            .then(|| format!("{PROLOGUE}<w:footnotes {NAMESPACES}>{rules}{inner}</w:footnotes>"))
    }
}
