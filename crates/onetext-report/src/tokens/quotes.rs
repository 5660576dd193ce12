//! Outermost quotations: from an opening mark to its closing one, within a paragraph.

use super::{Quote, Sort, Text, Words};

pub(super) fn find(text: &mut Text<'_>, paragraph_starts: &[usize]) {
    let count = text.tokens.len();
    for (place, &from) in paragraph_starts.iter().enumerate() {
        let to = paragraph_starts.get(place + 1).copied().unwrap_or(count);
        in_paragraph(text, from, to);
    }
}

fn in_paragraph(text: &mut Text<'_>, from: usize, to: usize) {
    let mut place = from;
    while place < to {
        if !opens(text, place) {
            place += 1;
            continue;
        }
        let close = closing(text, place, to);
        let end = close.map_or(to, |close| close + 1);
        // A mark that is never closed is a quotation only where a paragraph begins with it: it goes on in the next.
        if close.is_none() && place != from {
            place += 1;
            continue;
        }
        let index = u32::try_from(text.quotes.len()).unwrap_or(super::NONE);
        text.quotes.push(Quote { words: Words::new(place, end), is_closed: close.is_some() });
        for token in &mut text.tokens[place..end] {
            token.quote = index;
        }
        place = end;
    }
}

fn opens(text: &Text<'_>, token: usize) -> bool {
    text.sort(token) == Some(Sort::OpenQuote)
}

/// The mark that closes the one at `open`. Single and double marks do not close each other.
fn closing(text: &Text<'_>, open: usize, to: usize) -> Option<usize> {
    let kind = family(text.word(open));
    let mut depth = 0usize;
    for token in open + 1..to {
        match text.sort(token) {
            Some(Sort::OpenQuote) if family(text.word(token)) == kind => depth += 1,
            // "'s" closes nothing; a bare apostrophe may.
            Some(Sort::Possessive) if text.word(token).chars().count() > 1 => {}
            Some(Sort::CloseQuote | Sort::Possessive) if family(text.word(token)) == kind => {
                if depth == 0 {
                    return Some(token);
                }
                depth -= 1;
            }
            _ => {}
        }
    }
    None
}

#[derive(PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Angle,
}

fn family(mark: &str) -> Family {
    match mark {
        "'" | "’" | "‘" | "‹" | "›" => Family::Single,
        "«" | "»" => Family::Angle,
        _ => Family::Double,
    }
}
