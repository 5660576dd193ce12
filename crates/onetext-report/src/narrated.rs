//! What the outlet tells itself: every sentence, or clause beside a statement, that is attributed to nobody.

use crate::claims::Attribution;
use crate::grammar::Parsed;
use crate::reading::Narrated;
use crate::tokens::{Sort, Words, list};

/// Words of a clause beside a statement that is told apart: less is a scrap.
const CLAUSE_WORDS_MIN: usize = 5;

/// What is narrated, in the order of the text.
pub(crate) fn narrated(parsed: &Parsed<'_>, found: &[Attribution]) -> Vec<Narrated> {
    let mut taken = vec![false; parsed.text.tokens.len()];
    for one in found {
        let pieces = one
            .content
            .iter()
            .chain(&one.cue)
            .chain(&one.source)
            .chain(&one.relay)
            .chain(&one.addressee)
            .chain(&one.said_when);
        for token in pieces.flat_map(|piece| piece.indices()) {
            taken[token] = true;
        }
    }
    let mut told = vec![];
    for sentence in &parsed.text.sentences {
        let words = sentence.words;
        if words.indices().any(|token| taken[token]) {
            told.extend(beside(parsed, words, &taken));
        } else if words.to > words.from + 1 {
            told.push(words);
        }
    }
    told.into_iter().map(|words| Narrated { content: parsed.text.span(words), contact: None }).collect()
}

/// Clauses with a finite verb that no statement takes.
fn beside(parsed: &Parsed<'_>, sentence: Words, taken: &[bool]) -> Vec<Words> {
    let mut pieces = vec![];
    let mut from = sentence.from;
    let stops = sentence.indices().filter(|token| taken[*token]).chain([sentence.to]);
    for token in stops {
        let mut piece = Words::new(from, token);
        while piece.from < piece.to && is_joint(parsed, piece.from) {
            piece.from += 1;
        }
        while piece.to > piece.from && is_joint(parsed, piece.to - 1) {
            piece.to -= 1;
        }
        let has_verb = || parsed.verbs_in(piece).iter().any(|group| group.is_finite);
        let has_subject = || {
            parsed
                .phrase_after(piece.from)
                .is_some_and(|phrase| parsed.phrases[phrase].core.from <= piece.from + 2)
        };
        if piece.to - piece.from >= CLAUSE_WORDS_MIN && has_verb() && has_subject() {
            pieces.push(piece);
        }
        from = token + 1;
    }
    pieces
}

fn is_joint(parsed: &Parsed<'_>, token: usize) -> bool {
    matches!(
        parsed.text.sort(token),
        Some(Sort::Comma | Sort::FullStop | Sort::Semicolon | Sort::Dash | Sort::Colon)
    ) || parsed.text.is_one(token, list!("and but while whereas though although"))
}
