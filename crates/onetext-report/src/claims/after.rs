//! What follows a cue: time, place and hearer passed over, then what is attributed.

use super::bare::{bare_clause, is_contracted};
use super::cues::{self, Takes};
use super::verbs::Asked;
use super::{ends, times};
use crate::grammar::{Parsed, Tag};
use crate::lexicon::Classes;
use crate::tokens::{Sort, Words, list};

/// Phrases between a cue and what it attributes.
const BETWEEN_MAX: usize = 6;
/// What follows.
#[derive(Default)]
pub(super) struct Complement {
    pub(super) content: Vec<Words>,
    /// Where the cue ends: with its preposition, "called on".
    pub(super) cue_to: usize,
    pub(super) act: Option<&'static str>,
    pub(super) addressee: Option<Words>,
    pub(super) said_when: Option<Words>,
}

impl Complement {
    pub(super) fn has_content(&self) -> bool {
        !self.content.is_empty()
    }
}

/// The complement of a cue that begins at a token.
pub(super) fn complement(parsed: &Parsed<'_>, asked: &Asked, from: usize) -> Complement {
    let mut rest = Complement { cue_to: asked.words.to, ..Complement::default() };
    let sentence = parsed.sentence(asked.words.from);
    if let Some(act) = cues::with_preposition(asked.lemma, parsed.text.word(from)) {
        return with_preposition(parsed, asked, from, act, rest);
    }
    let mut place = from;
    for _ in 0..BETWEEN_MAX {
        if place >= sentence.to && !goes_on_quoted(parsed, place) {
            break;
        }
        if let Some(words) = begins(parsed, asked, place, &rest) {
            rest.content.push(words);
            return rest;
        }
        match skipped(parsed, asked, place, &mut rest, sentence) {
            Some(next) if next > place => place = next,
            _ => break,
        }
    }
    rest
}

fn quote_opens(parsed: &Parsed<'_>, token: usize) -> bool {
    parsed.text.sort(token) == Some(Sort::OpenQuote)
}

/// "Roe wrote on the wall. '…'": a quotation that begins the next sentence of the paragraph and is nobody else's.
fn goes_on_quoted(parsed: &Parsed<'_>, place: usize) -> bool {
    let text = &parsed.text;
    let paragraph = |token: usize| text.sentence_of(token).map(|sentence| sentence.paragraph);
    let quote = text.tokens.get(place).and_then(|token| text.quotes.get(token.quote as usize));
    let is_whole = quote.is_some_and(|quote| {
        let end = quote.words.to;
        end >= parsed.sentence(quote.words.to - 1).to || text.sort(end - 1) != Some(Sort::CloseQuote)
    });
    quote_opens(parsed, place)
        && is_whole
        && place.checked_sub(1).is_some_and(|before| paragraph(before) == paragraph(place))
}

fn with_preposition(
    parsed: &Parsed<'_>,
    asked: &Asked,
    preposition: usize,
    act: &'static str,
    mut rest: Complement,
) -> Complement {
    let from = preposition + 1;
    let is_out = asked.lemma == "lash";
    let sentence = parsed.sentence(asked.words.from);
    if from >= sentence.to || parsed.tag(from) == Tag::Punctuation && !quote_opens(parsed, from) {
        return rest;
    }
    let to =
        if bare_clause(parsed, from) { ends::of_clause(parsed, from) } else { ends::of_thing(parsed, from) };
    if to > from && !is_out {
        rest.content.push(Words::new(from, to));
        rest.cue_to = from;
        rest.act = Some(act);
    }
    rest
}

/// The words that are attributed, if they begin here.
fn begins(parsed: &Parsed<'_>, asked: &Asked, place: usize, rest: &Complement) -> Option<Words> {
    let takes = asked.cue.takes;
    let text = &parsed.text;
    let clause = |from: usize| {
        let to = ends::of_clause(parsed, from);
        (to > from).then(|| Words::new(from, to))
    };
    if quote_opens(parsed, place) && takes.any(Takes::QUOTE) {
        return clause(place);
    }
    // "hailed 'a step forward'"
    if quote_opens(parsed, place) && takes.any(Takes::THING) && place == asked.words.to {
        let to = ends::of_thing(parsed, place);
        return (to > place).then(|| Words::new(place, to));
    }
    let says = takes.any(Takes::CLAUSE);
    let is_that_day = text.is(place, "that") && times::is_time_word(parsed, place + 1);
    if text.is(place, "that")
        && !is_that_day
        && says
        && (parsed.tag(place) != Tag::Determiner || parsed.tag(place + 1) == Tag::Pronoun)
    {
        return clause(place);
    }
    // "rejected that condition"
    let is_pointed = text.is(place, "that")
        && !says
        && takes.any(Takes::THING)
        && place == asked.words.to
        && parsed.phrase_at(place + 1).is_some_and(|at| parsed.phrases[at].core.from == place + 1);
    if is_pointed {
        let to = ends::of_thing(parsed, place);
        return (to > place + 1).then(|| Words::new(place, to));
    }
    // "said Roe, the minister who leads it": who she is.
    let is_source = text.is(place, "who") && place > asked.words.to && rest.addressee.is_none();
    if says
        && !is_source
        && text.is_one(place, list!("whether how why what if where when who"))
        && place > asked.words.from
    {
        let is_time = text.is(place, "when") || text.is(place, "if");
        if !is_time
            || parsed.verbs[asked.verb].is_negated
            || takes.any(Takes::HEARER)
            || asked.lemma == "ask"
            || asked.lemma == "know"
            || asked.lemma == "wonder"
        {
            return clause(place);
        }
    }
    let is_not_to = parsed.tag(place) == Tag::Negation && parsed.tag(place + 1) == Tag::To;
    if (parsed.tag(place) == Tag::To || is_not_to) && takes.any(Takes::TO) {
        return clause(place);
    }
    if is_described(parsed, asked, place) || is_doing(parsed, asked, place) {
        return clause(place);
    }
    if parsed.tag(place) == Tag::To && takes.any(Takes::SOMEBODY_TO) && rest.addressee.is_some() {
        return clause(place);
    }
    if says
        && (is_contracted(parsed, place) || parsed.text.is(place, "there"))
        && bare_clause(parsed, place)
        && !takes_hearer_first(asked, rest)
    {
        return clause(place);
    }
    begins_phrase(parsed, asked, place, rest)
}

/// The words that are attributed, if they begin here with a noun phrase.
fn begins_phrase(parsed: &Parsed<'_>, asked: &Asked, place: usize, rest: &Complement) -> Option<Words> {
    let (takes, text) = (asked.cue.takes, &parsed.text);
    let clause = |from: usize| {
        let to = ends::of_clause(parsed, from);
        (to > from).then(|| Words::new(from, to))
    };
    let phrase =
        parsed.phrase_at(place).map(|at| parsed.phrases[at]).filter(|phrase| phrase.core.from == place)?;
    if takes.any(Takes::SOMEBODY_TO) || takes.any(Takes::AS) || takes.any(Takes::OF) {
        let end = parsed.sentence(place).to;
        let near = past_aside(parsed, phrase.whole.to.max(phrase.joined.to), end);
        let is = |word: &str| (phrase.core.to..(near + 2).min(end)).any(|token| text.is(token, word));
        let to_verb = (phrase.core.to..(near + 3).min(end)).any(|token| parsed.tag(token) == Tag::To);
        let fits = takes.any(Takes::SOMEBODY_TO) && to_verb
            || takes.any(Takes::AS) && is("as")
            || takes.any(Takes::OF) && (is("of") || is("for") || asked.lemma == "blame" && is("on"));
        if fits {
            return clause(place);
        }
    }
    if takes.any(Takes::CLAUSE) && bare_clause(parsed, place) && !takes_hearer_first(asked, rest) {
        return clause(place);
    }
    if takes.any(Takes::THING) && !(takes.any(Takes::QUOTE) && ends_a_quotation(parsed, asked)) {
        let is_nothing = text.is(phrase.head, "nothing");
        let is_time = is_nothing
            || parsed.class(phrase.head).any(Classes::WEEKDAY.with(Classes::MONTH))
            || times::is_time_word(parsed, phrase.head);
        let thing = ends::of_thing(parsed, place);
        let has_verb = parsed.verbs_in(Words::new(place, thing)).iter().any(|group| group.is_finite);
        let is_said = takes.any(Takes::CLAUSE) && takes.any(Takes::QUOTE) && has_verb;
        let to = if is_said { ends::of_clause(parsed, place) } else { thing };
        return (!is_time && to > place).then(|| Words::new(place, to));
    }
    None
}

/// "described as 'unhinged' a letter": the verb's "as" or "of" at once.
fn is_described(parsed: &Parsed<'_>, asked: &Asked, place: usize) -> bool {
    let is_active = asked.words.to > asked.words.from + 1;
    // "the bank that it accuses of theft"
    let accuses = asked.cue.takes.any(Takes::OF)
        && parsed.class(parsed.verbs[asked.verb].main).any(Classes::VERB_S)
        && parsed.text.is(place, "of");
    place == asked.words.to
        && (accuses || is_active && asked.cue.takes.any(Takes::AS) && parsed.text.is(place, "as"))
}

/// "proposed dropping the tax", "admitted using it".
fn is_doing(parsed: &Parsed<'_>, asked: &Asked, place: usize) -> bool {
    let takes = asked.cue.takes;
    let group = parsed.verb_at(place).map(|verb| parsed.verbs[verb]);
    group.is_some_and(|group| group.words.from == place && !group.is_finite)
        && parsed.class(place).any(Classes::VERB_ING)
        && place <= asked.words.to + 1
        && asked.cue.act != "show"
        && (takes.any(Takes::CLAUSE) || takes.any(Takes::THING))
}

/// Words of an aside between commas: "accused its neighbour, the largest state of the region, of".
const ASIDE_WORDS_MAX: usize = 12;

/// Past an aside between commas that begins at a token.
fn past_aside(parsed: &Parsed<'_>, from: usize, end: usize) -> usize {
    if parsed.text.sort(from) != Some(Sort::Comma) {
        return from;
    }
    let limit = (from + ASIDE_WORDS_MAX).min(end);
    let closing = (from + 1..limit).find(|token| parsed.text.sort(*token) == Some(Sort::Comma));
    closing.map_or(from, |comma| comma + 1)
}

/// "..., said one": what stands right after the verb is who says it.
fn ends_a_quotation(parsed: &Parsed<'_>, asked: &Asked) -> bool {
    let before = asked.words.from.checked_sub(1).and_then(|before| parsed.text.sort(before));
    matches!(before, Some(Sort::Comma | Sort::CloseQuote))
}

/// "told the paper": the first phrase hears it.
fn takes_hearer_first(asked: &Asked, rest: &Complement) -> bool {
    asked.cue.takes.any(Takes::HEARER) && rest.addressee.is_none() && asked.lemma != "ask"
}

/// Where reading goes on after something that stands between: an adverb, a time, a place, a hearer, a mark before a quotation.
fn skipped(
    parsed: &Parsed<'_>,
    asked: &Asked,
    place: usize,
    rest: &mut Complement,
    sentence: Words,
) -> Option<usize> {
    let text = &parsed.text;
    if let Some(end) = times::time(parsed, place) {
        rest.said_when = rest.said_when.or(Some(Words::new(place, end)));
        return Some(end);
    }
    if is_particle(parsed, asked, place) {
        return Some(place + 1);
    }
    match parsed.tag(place) {
        Tag::Adverb | Tag::Negation => return Some(place + 1),
        Tag::Punctuation => return mark(parsed, place, sentence),
        _ => {}
    }
    if parsed.tag(place) == Tag::Preposition {
        if let Some(end) = after_doing(parsed, place) {
            return that_ahead(parsed, end, sentence).then_some(end);
        }
        let phrase = parsed
            .phrase_at(place + 1)
            .map(|at| parsed.phrases[at])
            .filter(|phrase| phrase.core.from == place + 1)?;
        let end = phrase.whole.to;
        if text.is(place, "to") && rest.addressee.is_none() {
            rest.addressee = Some(phrase.whole);
        }
        let to_follows =
            parsed.tag(end) == Tag::To || parsed.tag(end) == Tag::Negation && parsed.tag(end + 1) == Tag::To;
        if to_follows && asked.cue.takes.any(Takes::TO) {
            return Some(end);
        }
        return signal_ahead(parsed, end, sentence).then_some(end);
    }
    if asked.cue.takes.any(Takes::HEARER) && rest.addressee.is_none()
        || asked.cue.takes.any(Takes::SOMEBODY_TO) && rest.addressee.is_none()
    {
        let phrase = parsed
            .phrase_at(place)
            .map(|at| parsed.phrases[at])
            .filter(|phrase| phrase.core.from == place)?;
        let to = hearer_end(parsed, phrase.core, phrase.whole);
        rest.addressee = Some(Words::new(place, to));
        return Some(to);
    }
    None
}

/// "after meeting his counterpart": where it ends.
fn after_doing(parsed: &Parsed<'_>, preposition: usize) -> Option<usize> {
    let verb = parsed.verb_at(preposition + 1).map(|verb| parsed.verbs[verb])?;
    let is_doing = !verb.is_finite && parsed.class(verb.main).any(Classes::VERB_ING);
    let object = parsed.phrase_at(verb.words.to).map(|place| parsed.phrases[place]);
    let object = object.filter(|object| object.core.from == verb.words.to);
    is_doing.then(|| object.map_or(verb.words.to, |object| object.whole.to))
}

/// "pointed out that", "let on that".
fn is_particle(parsed: &Parsed<'_>, asked: &Asked, place: usize) -> bool {
    place == asked.words.to
        && parsed.text.is_one(place, list!("out up on back off"))
        && (parsed.text.is(place + 1, "that")
            || quote_opens(parsed, place + 1)
            || bare_clause(parsed, place + 1))
}

/// A hearer is short: "the Associated Press", "reporters", without what follows in another phrase.
fn hearer_end(parsed: &Parsed<'_>, core: Words, whole: Words) -> usize {
    let of = parsed.text.is(core.to, "of");
    if of { whole.to } else { core.to }
}

/// A comma or colon before a quotation or after a parenthesis.
fn mark(parsed: &Parsed<'_>, place: usize, sentence: Words) -> Option<usize> {
    let next = place + 1;
    match parsed.text.sort(place)? {
        Sort::Colon => Some(next),
        Sort::Comma if quote_opens(parsed, next) => Some(next),
        // ", however, that"; ", in a statement, that"
        Sort::Comma => {
            let closing = (next..sentence.to.min(next + 12))
                .find(|token| parsed.text.sort(*token) == Some(Sort::Comma))?;
            let is_signal = parsed.text.is(closing + 1, "that") || quote_opens(parsed, closing + 1);
            is_signal.then_some(closing + 1)
        }
        Sort::OpenBracket => (next..sentence.to.min(next + 12))
            .find(|token| parsed.text.sort(*token) == Some(Sort::CloseBracket))
            .map(|close| close + 1),
        _ => None,
    }
}

/// Whether "that", a quotation or a colon follows soon: then what stands between is where and to whom it was said.
fn signal_ahead(parsed: &Parsed<'_>, from: usize, sentence: Words) -> bool {
    // "said on Tuesday he would", "told reporters in Oslo the talks had failed": a clause may follow at once.
    that_ahead(parsed, from, sentence) || bare_clause(parsed, from)
}

fn that_ahead(parsed: &Parsed<'_>, from: usize, sentence: Words) -> bool {
    let limit = (from + 14).min(sentence.to + 1);
    for place in from..limit {
        if parsed.text.is(place, "that") && parsed.tag(place) != Tag::Determiner
            || quote_opens(parsed, place)
            || parsed.text.sort(place) == Some(Sort::Colon)
        {
            return true;
        }
        if parsed.verb_at(place).is_some_and(|verb| parsed.verbs[verb].is_finite) {
            break;
        }
    }
    false
}
