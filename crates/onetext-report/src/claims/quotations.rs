//! Quotations: introduced by a colon or a name, and such as go on from the statement before.

use super::{Attribution, source};
use crate::grammar::{Parsed, Tag};
use crate::reading::Mode;
use crate::tokens::{Quote, Sort, Words};

/// Words of a quotation that stands by itself; a shorter one is a word in quotation marks.
const STANDALONE_WORDS_MIN: usize = 3;

/// "…: '…'" where no verb of saying was found, and "'…' — Roe".
pub(super) fn introduced(parsed: &Parsed<'_>, found: &[Attribution]) -> Vec<Attribution> {
    let free = |quote: &&Quote| found.iter().all(|one| !one.says(quote.words.from));
    let quotes =
        parsed.text.quotes.iter().filter(|quote| quote.words.to - quote.words.from > STANDALONE_WORDS_MIN);
    quotes
        .filter(free)
        .filter_map(|quote| by_colon(parsed, quote.words).or_else(|| signed(parsed, quote.words)))
        .collect()
}

fn by_colon(parsed: &Parsed<'_>, quote: Words) -> Option<Attribution> {
    let colon = quote.from.checked_sub(1).filter(|before| parsed.text.sort(*before) == Some(Sort::Colon))?;
    let sentence = parsed.sentence(colon);
    let verb = parsed
        .verbs
        .iter()
        .rposition(|group| group.is_finite && sentence.contains(group.main) && group.main < colon);
    let Some(verb) = verb else {
        let place = parsed.phrase_before(colon).filter(|place| {
            parsed.phrases[*place].whole.to == colon && parsed.phrases[*place].core.from <= sentence.from + 1
        })?;
        return Some(direct(
            source::of_phrase(parsed, parsed.phrases[place]),
            Words::new(colon, colon + 1),
            quote,
        ));
    };
    let subject = source::of_verb(parsed, verb).filter(|phrase| source::may_speak(parsed, *phrase))?;
    Some(direct(source::of_phrase(parsed, subject), Words::new(parsed.verbs[verb].words.from, colon), quote))
}

/// "…" — Jane Roe
fn signed(parsed: &Parsed<'_>, quote: Words) -> Option<Attribution> {
    let dash = Some(quote.to)
        .filter(|token| parsed.text.sort(*token) == Some(Sort::Dash) || parsed.text.word(*token) == "―")?;
    let place = parsed.phrase_at(dash + 1)?;
    let phrase = parsed.phrases[place];
    (parsed.tag(phrase.head) == Tag::Name)
        .then(|| direct(source::of_phrase(parsed, phrase), Words::new(dash, dash + 1), quote))
}

fn direct(source: Words, cue: Words, quote: Words) -> Attribution {
    Attribution {
        cue: vec![cue],
        source: Some(source),
        content: vec![quote],
        act: "assert",
        mode: Some(Mode::Direct),
        ..Attribution::default()
    }
}

/// A quotation at the beginning of a sentence, without a cue of its own, goes on from the statement before it in its
/// paragraph; one that opens a paragraph, from the unclosed one before.
pub(super) fn run_on(parsed: &Parsed<'_>, found: &mut [Attribution]) {
    for place in 0..parsed.text.quotes.len() {
        let quote = parsed.text.quotes[place];
        if quote.words.to - quote.words.from <= STANDALONE_WORDS_MIN {
            continue;
        }
        let sentence = parsed.sentence(quote.words.from);
        let opens = sentence.from == quote.words.from;
        let is_said = found.iter().any(|one| {
            one.content.iter().any(|piece| piece.from < quote.words.to && quote.words.from < piece.to)
        });
        if !opens || is_said {
            continue;
        }
        if let Some(last) = speaker_before(parsed, found, place) {
            found[last].content.push(quote.words);
        }
    }
}

/// The statement that a quotation goes on from.
fn speaker_before(parsed: &Parsed<'_>, found: &[Attribution], place: usize) -> Option<usize> {
    let quote = parsed.text.quotes[place];
    let paragraph =
        |token: usize| parsed.text.sentence_of(token).map_or(u32::MAX, |sentence| sentence.paragraph);
    let own = paragraph(quote.words.from);
    let unclosed =
        place.checked_sub(1).map(|before| parsed.text.quotes[before]).filter(|before| !before.is_closed);
    let last_token =
        |one: &Attribution| one.content.iter().chain(&one.cue).map(|words| words.to).max().unwrap_or(0);
    let speaks = |one: &&(usize, &Attribution)| {
        one.1.source.is_some() && !one.1.is_attitude && last_token(one.1) <= quote.words.from
    };
    let all: Vec<(usize, &Attribution)> = found.iter().enumerate().collect();
    let near = all.iter().filter(speaks).max_by_key(|(_, one)| last_token(one))?;
    let end = last_token(near.1).saturating_sub(1);
    if paragraph(end) == own {
        return Some(near.0);
    }
    let continues = unclosed
        .is_some_and(|before| near.1.says(before.words.from) && paragraph(before.words.from) + 1 == own);
    // A paragraph that is a quotation from beginning to end goes on from the paragraph before.
    let last_of_paragraph = parsed
        .text
        .paragraphs
        .get(own as usize)
        .and_then(|range| range.clone().last())
        .map(|sentence| parsed.text.sentences[sentence].words.to);
    let is_all =
        last_of_paragraph == Some(quote.words.to) && paragraph(quote.words.from.saturating_sub(1)) + 1 == own;
    let spoke = paragraph(end) + 1 == own && near.1.mode != Some(Mode::Indirect);
    (continues || (is_all && spoke)).then_some(near.0)
}
