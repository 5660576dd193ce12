//! What follows a cue: time, place and hearer passed over, then what is attributed.

use super::cues::{self, Takes};
use super::ends;
use super::verbs::Asked;
use crate::grammar::{Parsed, Tag};
use crate::lexicon::Classes;
use crate::tokens::{Sort, Words};

/// Phrases between a cue and what it attributes.
const BETWEEN_MAX: usize = 6;
/// Nouns of time that stand after "on", "in", "at" or alone.
const TIMES: &[&str] = &[
    "week",
    "month",
    "year",
    "day",
    "days",
    "morning",
    "afternoon",
    "evening",
    "night",
    "weekend",
    "today",
    "yesterday",
    "tonight",
    "earlier",
    "later",
    "time",
    "ago",
    "hour",
    "hours",
    "weeks",
    "months",
    "years",
    "overnight",
    "recently",
    "friday",
];

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
        if place >= sentence.to && !quote_opens(parsed, place) {
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

fn with_preposition(
    parsed: &Parsed<'_>,
    asked: &Asked,
    preposition: usize,
    act: &'static str,
    mut rest: Complement,
) -> Complement {
    let from = preposition + 1;
    let is_doubt = parsed.text.is(preposition, "doubt");
    let is_out = parsed.text.is(preposition, "out");
    let sentence = parsed.sentence(asked.words.from);
    if from >= sentence.to || parsed.tag(from) == Tag::Punctuation && !quote_opens(parsed, from) {
        return rest;
    }
    let to = ends::of_clause(parsed, from);
    if to > from && !is_out {
        rest.content.push(Words::new(from, to));
        rest.cue_to = from;
        rest.act = Some(act);
    }
    let _ = is_doubt;
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
    let says = takes.any(Takes::CLAUSE);
    let is_that_day = text.is(place, "that") && TIMES.iter().any(|word| text.is(place + 1, word));
    if text.is(place, "that") && !is_that_day && says && parsed.tag(place) != Tag::Determiner {
        return clause(place);
    }
    if says
        && ["whether", "how", "why", "what", "if", "where", "when", "who"]
            .iter()
            .any(|word| text.is(place, word))
        && place > asked.words.from
    {
        let is_time = text.is(place, "when") || text.is(place, "if");
        if !is_time
            || takes.any(Takes::HEARER)
            || asked.lemma == "ask"
            || asked.lemma == "know"
            || asked.lemma == "wonder"
        {
            return clause(place);
        }
    }
    if parsed.tag(place) == Tag::To && takes.any(Takes::TO) {
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
    let phrase =
        parsed.phrase_at(place).map(|at| parsed.phrases[at]).filter(|phrase| phrase.core.from == place)?;
    if takes.any(Takes::SOMEBODY_TO) || takes.any(Takes::AS) || takes.any(Takes::OF) {
        let near = phrase.whole.to.max(phrase.joined.to);
        let end = parsed.sentence(place).to;
        let is = |word: &str| (phrase.core.to..(near + 2).min(end)).any(|token| text.is(token, word));
        let to_verb = (phrase.core.to..(near + 3).min(end)).any(|token| parsed.tag(token) == Tag::To);
        let fits = takes.any(Takes::SOMEBODY_TO) && to_verb
            || takes.any(Takes::AS) && is("as")
            || takes.any(Takes::OF) && (is("of") || is("for"));
        if fits {
            return clause(place);
        }
    }
    if says && bare_clause(parsed, place) && !takes_hearer_first(asked, rest) {
        return clause(place);
    }
    if takes.any(Takes::THING) {
        let is_time = parsed.class(phrase.head).any(Classes::WEEKDAY.with(Classes::MONTH))
            || TIMES.iter().any(|word| text.is(phrase.head, word));
        return if is_time { None } else { clause(place) };
    }
    None
}

/// "told the paper": the first phrase hears it.
fn takes_hearer_first(asked: &Asked, rest: &Complement) -> bool {
    asked.cue.takes.any(Takes::HEARER) && rest.addressee.is_none() && asked.lemma != "ask"
}

/// "they're", "she'll": a subject and its verb in one word.
fn is_contracted(parsed: &Parsed<'_>, token: usize) -> bool {
    let word = parsed.text.word(token);
    let starts = ["i", "he", "she", "it", "we", "they", "you"].iter().any(|pronoun| {
        word.get(..pronoun.len()).is_some_and(|start| start.eq_ignore_ascii_case(pronoun))
            && word.get(pronoun.len()..).is_some_and(|rest| rest.starts_with(['\'', '’']))
    });
    starts && matches!(parsed.tag(token), Tag::Modal | Tag::Auxiliary)
}

/// A clause without "that": a subject with a finite verb before the next mark.
fn bare_clause(parsed: &Parsed<'_>, place: usize) -> bool {
    if is_contracted(parsed, place) || parsed.text.is(place, "there") && parsed.verb_at(place + 1).is_some() {
        return true;
    }
    let Some(phrase) =
        parsed.phrase_at(place).map(|at| parsed.phrases[at]).filter(|phrase| phrase.core.from == place)
    else {
        return false;
    };
    let sentence = parsed.sentence(place);
    let next = parsed.verbs_in(Words::new(phrase.core.to, sentence.to)).iter().find(|group| group.is_finite);
    let Some(group) = next else { return false };
    // What stands between subject and verb belongs to the subject; a relative clause may do so.
    let end = phrase.whole.to.max(phrase.joined.to);
    let between = end.min(group.words.from)..group.words.from;
    let is_open = between.clone().all(|token| {
        matches!(
            parsed.tag(token),
            Tag::Adverb
                | Tag::Preposition
                | Tag::Noun
                | Tag::Name
                | Tag::Determiner
                | Tag::Adjective
                | Tag::Possessive
                | Tag::Numeral
                | Tag::Relative
                | Tag::Verb
                | Tag::To
                | Tag::Conjunction
        ) || matches!(
            parsed.text.sort(token),
            Some(Sort::OpenQuote | Sort::CloseQuote | Sort::OpenBracket | Sort::CloseBracket)
        ) || parsed.text.sort(token) == Some(Sort::Comma)
            && parsed.text.sort(group.words.from - 1) == Some(Sort::Comma)
    });
    is_open && group.words.from - place <= 25
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
    if let Some(end) = time(parsed, place) {
        rest.said_when = rest.said_when.or(Some(Words::new(place, end)));
        return Some(end);
    }
    match parsed.tag(place) {
        Tag::Adverb | Tag::Negation => return Some(place + 1),
        Tag::Punctuation => return mark(parsed, place, sentence),
        _ => {}
    }
    if parsed.tag(place) == Tag::Preposition {
        let phrase = parsed
            .phrase_at(place + 1)
            .map(|at| parsed.phrases[at])
            .filter(|phrase| phrase.core.from == place + 1)?;
        let end = phrase.whole.to;
        if text.is(place, "to") && rest.addressee.is_none() {
            rest.addressee = Some(phrase.whole);
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

/// "on Tuesday", "last week", "earlier this month", "Friday".
pub(super) fn time(parsed: &Parsed<'_>, place: usize) -> Option<usize> {
    // "later that day", "that evening"
    let that = place
        + usize::from(
            parsed.text.is(place, "later") || parsed.text.is(place, "earlier") || parsed.text.is(place, "on"),
        );
    let is_same =
        parsed.text.is(that, "that") || parsed.text.is(that, "the") && parsed.text.is(that + 1, "same");
    let noun = that + 1 + usize::from(parsed.text.is(that + 1, "same"));
    if is_same
        && ["day", "morning", "afternoon", "evening", "night", "week", "month"]
            .iter()
            .any(|word| parsed.text.is(noun, word))
    {
        return Some(noun + 1);
    }
    let from = if parsed.tag(place) == Tag::Preposition
        || parsed.text.is(place, "earlier")
        || parsed.text.is(place, "late")
        || parsed.text.is(place, "early")
        || parsed.text.is(place, "later")
    {
        place + 1
    } else {
        place
    };
    let phrase =
        parsed.phrase_at(from).map(|at| parsed.phrases[at]).filter(|phrase| phrase.core.from == from)?;
    // "Tuesday the deal": a day as a name may have run into the next one.
    let day =
        phrase.core.indices().find(|token| parsed.class(*token).any(Classes::WEEKDAY.with(Classes::MONTH)));
    if let Some(day) = day {
        let mut to = day + 1;
        while to < phrase.core.to
            && (parsed.tag(to) == Tag::Numeral
                || ["morning", "afternoon", "evening", "night"].iter().any(|word| parsed.text.is(to, word)))
        {
            to += 1;
        }
        let leads = (from..day).all(|token| {
            !matches!(parsed.tag(token), Tag::Name) || parsed.class(token).any(Classes::WEEKDAY)
        });
        return leads.then_some(to);
    }
    let is_time = TIMES.iter().any(|word| parsed.text.is(phrase.head, word)) && !parsed.text.is(from, "the");
    is_time.then_some(phrase.core.to)
}

/// Whether "that", a quotation or a colon follows soon: then what stands between is where and to whom it was said.
fn signal_ahead(parsed: &Parsed<'_>, from: usize, sentence: Words) -> bool {
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
    // "said on Tuesday he would", "told reporters in Oslo the talks had failed": a clause may follow at once.
    bare_clause(parsed, from)
}
