//! Byte offsets as code points, with one pass over the text.

use crate::Span;
use crate::json::PointSpan;

/// Where each byte of a text lies in code points.
pub struct CodePoints {
    /// For each byte offset, how many code points begin before it; empty where the text is ASCII.
    before: Vec<usize>,
    /// Bytes of the text.
    length: usize,
}

impl CodePoints {
    /// The code points of a text.
    pub fn of(text: &str) -> CodePoints {
        let mut before = Vec::new();
        if !text.is_ascii() {
            before.reserve(text.len() + 1);
            let mut count = 0;
            for byte in text.bytes() {
                before.push(count);
                count += usize::from(!is_continuation(byte));
            }
            before.push(count);
        }
        CodePoints { before, length: text.len() }
    }

    /// A span of bytes as code points; what lies behind the text's end is its end.
    pub fn span(&self, span: Span) -> PointSpan {
        [self.at(span.start), self.at(span.end)]
    }

    /// Several spans, in their order.
    pub fn spans(&self, spans: &[Span]) -> Vec<PointSpan> {
        spans.iter().map(|&span| self.span(span)).collect()
    }

    fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.length);
        self.before.get(byte).copied().unwrap_or(byte)
    }
}

/// Whether a byte goes on with a character that began earlier.
fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_those_of_characters() {
        let text = "a “б” \u{1f54a}z";
        let points = CodePoints::of(text);
        for (count, (byte, letter)) in text.char_indices().enumerate() {
            let span = Span { start: byte, end: byte + letter.len_utf8() };
            assert_eq!(points.span(span), [count, count + 1], "{letter}");
        }
        let all = text.chars().count();
        assert_eq!(points.span(Span { start: text.len(), end: usize::MAX }), [all, all]);
    }

    #[test]
    fn ascii_stays_as_it_is() {
        assert_eq!(CodePoints::of("abc").span(Span { start: 1, end: 9 }), [1, 3]);
    }
}
