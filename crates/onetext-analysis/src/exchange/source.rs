//! A file that is being read, and places in it: line, column and words for whoever has to mend it.

use onetext_model::Place;

use super::{ReadError, Why};

/// Bytes of one file: a space with a thousand issues, twenty parties and long names stays below.
pub const FILE_BYTES_MAX: usize = 64 << 20;
/// Words that are quoted from a file, in characters.
pub const EXCERPT_MAX: usize = 160;

/// A file as text, without a byte order mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'x> {
    /// What it is called.
    pub name: &'x str,
    /// What it says.
    pub text: &'x str,
}

impl<'x> Source<'x> {
    /// Bytes as text: UTF-8, and no more than is read.
    pub(super) fn new(name: &'x str, bytes: &'x [u8]) -> Result<Self, ReadError> {
        let refused = |why| ReadError { place: Some(beginning(name)), why: Box::new(why) };
        if bytes.len() > FILE_BYTES_MAX {
            let (found, limit) = (bytes.len(), FILE_BYTES_MAX);
            return Err(refused(Why::TooMuch { what: "bytes", found, limit }));
        }
        let good = match std::str::from_utf8(bytes) {
            Ok(text) => return Ok(Source { name, text: text.strip_prefix('\u{feff}').unwrap_or(text) }),
            Err(error) => &bytes[..error.valid_up_to()],
        };
        let text = std::str::from_utf8(good).unwrap_or_default();
        Err(Source { name, text }.refuse(text.len(), Why::NotUtf8))
    }

    /// The place at so many bytes from the beginning.
    pub(super) fn place(&self, at: usize) -> Place {
        let at = self.text.floor_char_boundary(at);
        let before = &self.text[..at];
        let begin = before.rfind('\n').map_or(0, |end| end + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = self.text[begin..at].chars().count() + 1;
        let rest = &self.text[begin..];
        let words = rest.split('\n').next().unwrap_or_default();
        Place { file: self.name.to_owned(), line, column, excerpt: excerpt(words, column) }
    }

    /// Nothing can be read, because of what stands there.
    pub(super) fn refuse(&self, at: usize, why: Why) -> ReadError {
        ReadError { place: Some(self.place(at)), why: Box::new(why) }
    }
}

/// The beginning of a file.
fn beginning(name: &str) -> Place {
    Place { file: name.to_owned(), line: 1, column: 1, excerpt: String::new() }
}

/// The words of a line around a column, cut to what can be quoted.
fn excerpt(line: &str, column: usize) -> String {
    let skipped = column.saturating_sub(EXCERPT_MAX / 2);
    let skipped = if line.chars().nth(EXCERPT_MAX).is_none() { 0 } else { skipped };
    let kept: String = line.chars().skip(skipped).take(EXCERPT_MAX).collect();
    kept.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters() {
        let source = Source { name: "b.json", text: "é\n  {\"cap\": x}\n" };
        let place = source.place(source.text.find('x').unwrap());
        assert_eq!((place.line, place.column, place.excerpt.as_str()), (2, 11, "{\"cap\": x}"));
        let end = source.place(usize::MAX);
        assert_eq!((end.line, end.column), (3, 1));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_where_they_stand() {
        let error = Source::new("b.json", b"{\n \xff}").unwrap_err();
        let place = error.place.unwrap();
        assert_eq!((place.line, place.column), (2, 2));
    }
}
