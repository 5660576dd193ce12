//! What stands before a cue: "…," Roe said; The talks failed, Roe said; The talks, Roe said, will go on.

use super::cues::Takes;
use super::verbs::Asked;
use super::{ends, source};
use crate::grammar::{Parsed, Phrase, Tag};
use crate::tokens::{Quote, Sort, Words, list};

/// The pieces before the cue, and, for an attribution that interrupts, after it.
pub(super) fn content(
    parsed: &Parsed<'_>,
    asked: &Asked,
    subject: Option<Phrase>,
    inverted: bool,
    has_rest: bool,
) -> Vec<Words> {
    let group = parsed.verbs[asked.verb];
    if !(asked.cue.takes.any(Takes::QUOTE)) || (!group.is_finite && !inverted) {
        return vec![];
    }
    let Some(begin) = begin(parsed, asked, subject, inverted) else { return vec![] };
    let mut pieces = match mark_before(parsed, begin) {
        // A quotation that ended its own sentence belongs to what stands before it, if this cue has words of its own.
        Some(Mark::Quote(_)) if has_rest && parsed.sentence(begin - 1) != parsed.sentence(begin) => vec![],
        Some(Mark::Quote(quote)) => vec![from_quote(parsed, quote, begin)],
        Some(Mark::Comma(comma)) if !has_rest || inverted => {
            let more = resumed(parsed, asked, subject, inverted);
            let whole = reported(parsed, asked, comma);
            let opening = whole.is_none().then(|| begun(parsed, comma)).flatten().filter(|_| more.is_some());
            let mut pieces: Vec<Words> = whole.or(opening).into_iter().collect();
            pieces.extend(more.filter(|_| !pieces.is_empty()));
            return pieces;
        }
        _ => vec![],
    };
    if pieces.is_empty() {
        return pieces;
    }
    if !has_rest {
        let starts_quoted = |piece: &Words| {
            parsed.text.sort(piece.from) == Some(Sort::OpenQuote) || is_joined_quote(parsed, piece.from)
        };
        pieces.extend(resumed(parsed, asked, subject, inverted).filter(starts_quoted));
    }
    pieces
}

/// Where the attribution begins: its source, or its verb where that comes first.
fn begin(parsed: &Parsed<'_>, asked: &Asked, subject: Option<Phrase>, inverted: bool) -> Option<usize> {
    let sentence = parsed.sentence(asked.words.from);
    if inverted {
        return Some(asked.words.from);
    }
    let from = subject?.core.from;
    (from >= sentence.from && from < asked.words.from).then_some(from)
}

enum Mark {
    Quote(Quote),
    Comma(usize),
}

/// The mark right before the attribution.
fn mark_before(parsed: &Parsed<'_>, begin: usize) -> Option<Mark> {
    let before = begin.checked_sub(1)?;
    let quote_ending_at = |token: usize| {
        let index = parsed.text.tokens[token].quote;
        parsed
            .text
            .quotes
            .get(index as usize)
            .copied()
            .filter(|quote| quote.words.to == token + 1 && quote.is_closed)
    };
    let paragraph = |token: usize| parsed.text.sentence_of(token).map(|sentence| sentence.paragraph);
    if paragraph(before) != paragraph(begin) {
        return None;
    }
    match parsed.text.sort(before)? {
        Sort::CloseQuote | Sort::Possessive => quote_ending_at(before).map(Mark::Quote),
        Sort::Comma => {
            let quote = before.checked_sub(1).and_then(quote_ending_at);
            if let Some(quote) = quote {
                return Some(Mark::Quote(quote));
            }
            (parsed.sentence(before) == parsed.sentence(begin)).then_some(Mark::Comma(before))
        }
        _ => None,
    }
}

/// The quotation, with the words before it that it goes on from: The talks were "good," Roe said.
fn from_quote(parsed: &Parsed<'_>, quote: Quote, begin: usize) -> Words {
    let sentence = parsed.sentence(quote.words.from);
    let leads = sentence.from < quote.words.from && sentence == parsed.sentence(begin);
    let lead = Words::new(sentence.from, quote.words.from);
    let has_verb = parsed.verbs_in(lead).iter().any(|group| group.is_finite);
    let is_open = leads && !matches!(parsed.text.sort(quote.words.from - 1), Some(Sort::Comma | Sort::Colon));
    let begins_with_verb =
        matches!(parsed.tag(quote.words.from + 1), Tag::Verb | Tag::Auxiliary | Tag::Modal);
    if is_open && (has_verb || begins_with_verb) {
        Words::new(sentence.from, quote.words.to)
    } else {
        quote.words
    }
}

/// The clause before the comma.
fn reported(parsed: &Parsed<'_>, asked: &Asked, comma: usize) -> Option<Words> {
    let sentence = parsed.sentence(comma);
    // "The envoy had promised it; it is expected soon, the statement added": what stands behind the semicolon.
    let semicolon = (sentence.from..comma)
        .rev()
        .find(|token| asked.lemma == "add" && parsed.text.sort(*token) == Some(Sort::Semicolon));
    let from = semicolon.map_or_else(|| parsed.after_dateline(sentence), |token| token + 1);
    let piece = ends::trimmed(parsed, Words::new(from, comma));
    let verbs = parsed.verbs_in(piece);
    let has_finite = verbs.iter().any(|group| group.is_finite);
    // "On Thursday, Roe said": no statement. "After he left, Roe said": an opener makes it a circumstance.
    let opens = matches!(parsed.tag(piece.from), Tag::Subordinator | Tag::Preposition)
        && !has_inner_comma(parsed, piece);
    let participle = parsed.verb_at(piece.from).is_some_and(|verb| !parsed.verbs[verb].is_finite);
    (has_finite && !opens && !participle && piece.to > piece.from + 1).then_some(piece)
}

/// The beginning of a clause that goes on after the attribution: "The talks, Roe said, will go on".
fn begun(parsed: &Parsed<'_>, comma: usize) -> Option<Words> {
    let sentence = parsed.sentence(comma);
    let piece = ends::trimmed(parsed, Words::new(sentence.from, comma));
    let is_time = super::times::time(parsed, piece.from).is_some_and(|to| to >= piece.to);
    (!piece.is_empty() && !is_time).then_some(piece)
}

fn has_inner_comma(parsed: &Parsed<'_>, piece: Words) -> bool {
    piece.indices().any(|token| parsed.text.sort(token) == Some(Sort::Comma))
}

/// "and '…'", "but still '…'": a further quotation of the same speaker.
fn is_joined_quote(parsed: &Parsed<'_>, from: usize) -> bool {
    parsed.tag(from) == Tag::Conjunction
        && (from + 1..from + 3).any(|token| parsed.text.sort(token) == Some(Sort::OpenQuote))
}

/// What goes on after the attribution: "…, Roe said, and the talks …".
fn resumed(parsed: &Parsed<'_>, asked: &Asked, subject: Option<Phrase>, inverted: bool) -> Option<Words> {
    let end = match subject.filter(|_| inverted) {
        Some(phrase) => source::of_phrase(parsed, phrase).to.max(asked.words.to),
        None => asked.words.to,
    };
    let sentence = parsed.sentence(asked.words.from);
    let comma = (end..(end + 14).min(sentence.to)).find(|token| {
        parsed.text.sort(*token) == Some(Sort::Comma)
            || parsed.verb_at(*token).is_some_and(|verb| parsed.verbs[verb].is_finite)
    })?;
    if parsed.text.sort(comma) != Some(Sort::Comma) {
        return None;
    }
    if parsed.text.sort(comma + 1) != Some(Sort::OpenQuote) {
        let from = comma + 1;
        let to = ends::of_clause(parsed, from);
        let piece = Words::new(from, to);
        let first = parsed.verb_at(from).map(|verb| parsed.verbs[verb]);
        let participle = first.is_some_and(|group| !group.is_finite)
            || parsed.text.is_one(from, list!("while citing according as when after in during"));
        // ", a day after the envoy had left"
        let participle =
            participle || (from..from + 3).any(|token| parsed.text.is_one(token, list!("after before")));
        // "said Roe, the minister who leads it": who she is.
        let is_relative =
            |from: usize| from > piece.from && parsed.text.is_one(from - 1, list!("who which whose"));
        let mut verbs = parsed.verbs_in(piece).iter().filter(|group| group.is_finite);
        let is_who = verbs.clone().next().is_some_and(|group| is_relative(group.words.from))
            && verbs.clone().count() == 1;
        let goes_on = verbs.next().is_some() && !is_who;
        return ((goes_on || is_joined_quote(parsed, from)) && !participle && to > from).then_some(piece);
    }
    let quote = parsed.text.tokens.get(comma + 1).map(|token| token.quote)?;
    parsed.text.quotes.get(quote as usize).map(|quote| quote.words)
}
