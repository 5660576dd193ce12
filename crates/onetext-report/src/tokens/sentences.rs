//! Where sentences end: a full stop, question or exclamation mark before what can begin a new one.

use super::{Case, Sentence, Sort, Text, Words};

pub(super) fn find(text: &mut Text<'_>, paragraph_starts: &[usize]) {
    let count = text.tokens.len();
    for (paragraph, &from) in paragraph_starts.iter().enumerate() {
        let to = paragraph_starts.get(paragraph + 1).copied().unwrap_or(count);
        let first = text.sentences.len();
        let mut start = from;
        let mut place = from;
        while place < to {
            let end = end_after(text, place, to);
            if let Some(end) = end {
                push(text, start, end, paragraph);
                start = end;
                place = end;
            } else {
                place += 1;
            }
        }
        if start < to {
            push(text, start, to, paragraph);
        }
        text.paragraphs.push(first..text.sentences.len());
    }
}

fn push(text: &mut Text<'_>, from: usize, to: usize, paragraph: usize) {
    let index = u32::try_from(text.sentences.len()).unwrap_or(u32::MAX);
    for token in &mut text.tokens[from..to] {
        token.sentence = index;
    }
    let paragraph = u32::try_from(paragraph).unwrap_or(u32::MAX);
    text.sentences.push(Sentence { words: Words::new(from, to), paragraph });
}

/// The token after the sentence that ends at `place`, if one ends there.
fn end_after(text: &Text<'_>, place: usize, to: usize) -> Option<usize> {
    let stop = match text.sort(place)? {
        Sort::Question | Sort::Exclamation | Sort::FullStop => true,
        Sort::Ellipsis => false,
        Sort::Word => return after_abbreviation(text, place, to),
        _ => return None,
    };
    let mut next = place + 1;
    while next < to
        && matches!(
            text.sort(next),
            Some(Sort::CloseQuote | Sort::CloseBracket | Sort::FullStop | Sort::Question | Sort::Exclamation)
        )
    {
        next += 1;
    }
    (stop && (next >= to || begins(text, next))).then_some(next)
}

/// "5 p.m. Then" and "in the U.S. The": a dotted abbreviation that ends its sentence as well.
fn after_abbreviation(text: &Text<'_>, place: usize, to: usize) -> Option<usize> {
    let word = text.word(place);
    let next = place + 1;
    if !word.ends_with('.') || next >= to {
        return None;
    }
    let is_dotted = word.len() > 2 && word[..word.len() - 1].contains('.');
    let ends = is_dotted
        && text.tokens[next].case == Case::Capital
        && text.sort(next) == Some(Sort::Word)
        && (word.ends_with(".m.") || STARTERS.iter().any(|starter| text.word(next) == *starter));
    ends.then_some(next)
}

/// Words that begin a sentence after "U.S." rather than go on with a name.
const STARTERS: &[&str] = &[
    "The",
    "A",
    "An",
    "He",
    "She",
    "It",
    "They",
    "We",
    "I",
    "In",
    "On",
    "At",
    "But",
    "And",
    "This",
    "That",
    "These",
    "Those",
    "There",
    "However",
    "After",
    "Before",
    "While",
    "When",
    "If",
    "As",
    "His",
    "Her",
    "Their",
    "Its",
    "For",
    "Then",
    "Also",
    "Both",
    "Neither",
    "Earlier",
    "Later",
    "Meanwhile",
];

fn begins(text: &Text<'_>, token: usize) -> bool {
    match text.sort(token) {
        Some(Sort::Word) => text.tokens[token].case != Case::Lower,
        Some(Sort::Number | Sort::OpenQuote | Sort::OpenBracket | Sort::Dash | Sort::Other) => true,
        _ => false,
    }
}
