//! The text of a report with each statement on a ground of its own and its letter behind it, and each contact's number
//! behind the words that speak of it.

use onetext_document::{Block, SPAN_TONES, Section, Style, Text};
use onetext_report::{Reading, Span};

/// A statement's letter: a, b ... z, aa, ab ...
///
/// ```
/// use onetext_desk::press::letter;
/// assert_eq!([letter(0), letter(25), letter(26), letter(701)], ["a", "z", "aa", "zz"]);
/// ```
pub fn letter(place: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = place + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Where something is shown in the text.
struct Shown {
    span: Span,
    tone: u8,
    /// Put behind the words: "[a]".
    sign: String,
}

pub(super) fn section(text: &str, reading: &Reading) -> Section {
    let shown = shown(reading);
    let numbers = numbers(reading);
    let blocks =
        paragraphs(text).into_iter().map(|span| Block::Paragraph(paragraph(text, span, &shown, &numbers)));
    Section::new("text", "The report", blocks.collect())
}

/// The contents of statements, none inside another, in order.
fn shown(reading: &Reading) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    for (place, claim) in reading.claims.iter().enumerate() {
        let tone = u8::try_from(place % usize::from(SPAN_TONES)).unwrap_or(0);
        let pieces = claim.content.iter();
        all.extend(pieces.map(|span| Shown { span: *span, tone, sign: format!("[{}]", letter(place)) }));
    }
    // The longer of two that overlap is shown; the other has its letter in the table alone.
    all.sort_by_key(|one| {
        (std::cmp::Reverse(one.span.end - one.span.start.min(one.span.end)), one.span.start)
    });
    let mut kept: Vec<Shown> = Vec::new();
    for one in all {
        match kept.iter_mut().find(|other| other.span.overlaps(one.span)) {
            Some(other) if other.span.contains(one.span) => other.sign.push_str(&one.sign),
            Some(_) => {}
            None => kept.push(one),
        }
    }
    kept.sort_by_key(|one| one.span.start);
    kept
}

/// Where each contact is spoken of: the end of the words, and its number.
fn numbers(reading: &Reading) -> Vec<(usize, String)> {
    let mut numbers: Vec<(usize, String)> = Vec::new();
    for (place, contact) in reading.contacts.iter().enumerate() {
        numbers.extend(contact.mentions.iter().map(|span| (span.end, format!("[{}]", place + 1))));
    }
    numbers.sort();
    numbers.dedup();
    numbers
}

fn paragraphs(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span { start, end: start + line.trim_end().len() };
        if !line.trim().is_empty() {
            spans.push(span);
        }
        start += line.len();
    }
    spans
}

fn paragraph(text: &str, within: Span, shown: &[Shown], numbers: &[(usize, String)]) -> Text {
    let mut out = Text::default();
    let mut place = within.start;
    for one in shown.iter().filter(|one| one.span.overlaps(within)) {
        let (start, end) = (one.span.start.max(within.start), one.span.end.min(within.end));
        out = plain(out, text, Span { start: place, end: start }, numbers);
        out = toned(out, text, Span { start, end }, one.tone, numbers);
        if one.span.end <= within.end {
            out = out.then(one.sign.clone(), Style::Muted);
        }
        place = end;
    }
    plain(out, text, Span { start: place, end: within.end }, numbers)
}

fn plain(out: Text, text: &str, span: Span, numbers: &[(usize, String)]) -> Text {
    numbered(out, text, span, Style::Plain, numbers)
}

fn toned(out: Text, text: &str, span: Span, tone: u8, numbers: &[(usize, String)]) -> Text {
    numbered(out, text, span, Style::Span(tone), numbers)
}

/// Words in a style, broken where a number stands.
fn numbered(mut out: Text, text: &str, span: Span, style: Style, numbers: &[(usize, String)]) -> Text {
    let mut place = span.start;
    for (end, sign) in numbers.iter().filter(|(end, _)| span.start < *end && *end <= span.end) {
        out = out.then(Span { start: place, end: *end }.of(text), style).then(sign.clone(), Style::Muted);
        place = *end;
    }
    out.then(Span { start: place, end: span.end }.of(text), style)
}
