//! Noun phrases: their cores, and what belongs to them.

mod joined;

use super::{Parsed, Phrase, Tag};
use crate::lexicon::Classes;
use crate::tokens::{Sort, Words, list};

/// Phrases that one phrase may take in: "of the ministry of the interior of the republic".
const TAKEN_IN_MAX: usize = 6;
/// Tokens of a core: longer runs are no phrases but lists without marks.
const CORE_TOKENS_MAX: usize = 40;
/// Tokens of a relative clause or apposition.
const INSERTED_MAX: usize = 40;

const PERSONS_BEFORE_NAMES: Classes =
    Classes(Classes::SOURCE.0 | Classes::OFFICE.0 | Classes::HUMAN.0 | Classes::BODY.0 | Classes::TITLE.0);
const PERSONS: Classes = Classes(
    Classes::SOURCE.0
        | Classes::OFFICE.0
        | Classes::HUMAN.0
        | Classes::BODY.0
        | Classes::UTTERANCE.0
        | Classes::TITLE.0,
);

pub(super) fn phrases(parsed: &Parsed<'_>) -> Vec<Phrase> {
    let mut phrases = vec![];
    let mut token = 0;
    while token < parsed.text.tokens.len() {
        match core(parsed, token) {
            Some((core, head)) => {
                phrases.push(Phrase { core, whole: core, head, joined: core });
                token = core.to;
            }
            None => token += 1,
        }
    }
    for place in (0..phrases.len()).rev() {
        let whole = whole(parsed, &phrases, place);
        phrases[place].whole = whole;
    }
    for place in 0..phrases.len() {
        phrases[place].joined = joined::joined(parsed, &phrases, place);
    }
    phrases
}

fn in_verb(parsed: &Parsed<'_>, token: usize) -> bool {
    parsed.verb_at(token).is_some()
}

/// A core that begins at a token, and its head.
fn core(parsed: &Parsed<'_>, from: usize) -> Option<(Words, usize)> {
    if parsed.tag(from) == Tag::Pronoun {
        return Some((Words::new(from, from + 1), from));
    }
    let sentence = parsed.text.tokens[from].sentence;
    let mut place = from;
    let mut head = None;
    let mut last = from;
    let limit = parsed.text.tokens.len().min(from + CORE_TOKENS_MAX);
    while place < limit && parsed.text.tokens[place].sentence == sentence {
        let tag = parsed.tag(place);
        let goes_on = match tag {
            Tag::Determiner => {
                place == from
                    || parsed.tag(place - 1) == Tag::Determiner
                    || parsed.tag(place - 1) == Tag::Pronoun
            }
            Tag::Possessive => place == from || parsed.text.sort(place) == Some(Sort::Possessive),
            Tag::Adjective | Tag::Numeral | Tag::Noun | Tag::Name => !in_verb(parsed, place),
            Tag::Adverb => place > from && adverb_inside(parsed, place) && !in_verb(parsed, place),
            Tag::Punctuation => inner_mark(parsed, from, place),
            // "an ambitious and costly plan"
            Tag::Conjunction => head.is_none() && joins_adjectives(parsed, from, place),
            _ => false,
        };
        // "In an interview Trump said": a name after a noun that names no office begins a phrase of its own.
        let is_apart = tag == Tag::Name
            && place > from
            && parsed.tag(place - 1) == Tag::Noun
            && !parsed.class(place - 1).any(PERSONS_BEFORE_NAMES)
            && parsed.text.tokens[place - 1].case == crate::tokens::Case::Lower;
        if !goes_on || is_apart {
            break;
        }
        match tag {
            Tag::Noun | Tag::Name => {
                head = Some(place);
                last = place;
            }
            Tag::Numeral | Tag::Adjective if head.is_none() => last = place,
            Tag::Numeral => last = place,
            // What "'s" belonged to is no head of what follows.
            Tag::Possessive => head = None,
            _ => {}
        }
        place += 1;
    }
    let bare = head.is_none();
    let to = last + 1;
    if bare {
        let has_determiner = matches!(parsed.tag(from), Tag::Determiner | Tag::Numeral);
        return (has_determiner && to > from).then(|| (Words::new(from, to), last));
    }
    head.map(|head| (Words::new(from, head + 1), head))
}

fn joins_adjectives(parsed: &Parsed<'_>, from: usize, place: usize) -> bool {
    let ahead = place + 1 + usize::from(parsed.tag(place + 1) == Tag::Adverb);
    place > from
        && parsed.tag(place - 1) == Tag::Adjective
        && parsed.tag(ahead) == Tag::Adjective
        && matches!(parsed.tag(ahead + 1), Tag::Noun | Tag::Name | Tag::Adjective)
}

/// "the most widely read paper", "a nearly new law"; "the then president".
fn adverb_inside(parsed: &Parsed<'_>, place: usize) -> bool {
    let after_article = matches!(parsed.tag(place - 1), Tag::Determiner | Tag::Possessive);
    match parsed.tag(place + 1) {
        Tag::Adjective | Tag::Numeral => true,
        Tag::Noun | Tag::Name => after_article,
        _ => false,
    }
}

/// A quotation mark inside a phrase: a "total reset".
fn inner_mark(parsed: &Parsed<'_>, from: usize, place: usize) -> bool {
    let sort = parsed.text.sort(place);
    place > from
        && matches!(sort, Some(Sort::OpenQuote))
        && matches!(parsed.tag(place - 1), Tag::Determiner | Tag::Adjective | Tag::Possessive)
        && (place + 1..place + 4).any(|token| parsed.text.sort(token) == Some(Sort::CloseQuote))
        || place > from
            && sort == Some(Sort::CloseQuote)
            && (from..place).any(|token| parsed.text.sort(token) == Some(Sort::OpenQuote))
            && matches!(parsed.tag(place + 1), Tag::Noun | Tag::Adjective)
}

/// A phrase with what belongs to it.
fn whole(parsed: &Parsed<'_>, phrases: &[Phrase], place: usize) -> Words {
    let own = phrases[place];
    let mut end = own.core.to;
    let is_person = is_person(parsed, own.head);
    for _ in 0..TAKEN_IN_MAX {
        let more = of(parsed, phrases, end, is_person)
            .map(|to| of_both(parsed, phrases, own, to).unwrap_or(to))
            .or_else(|| knowing(parsed, phrases, end).filter(|_| is_person))
            .or_else(|| bracket(parsed, end))
            .or_else(|| apposition(parsed, phrases, own, end))
            .or_else(|| aside(parsed, phrases, own, end))
            .or_else(|| relative(parsed, end).filter(|_| is_person || parsed.tag(own.head) == Tag::Name));
        match more {
            Some(to) if to > end => end = to,
            _ => break,
        }
    }
    Words::new(own.core.from, end)
}

fn is_person(parsed: &Parsed<'_>, head: usize) -> bool {
    parsed.class(head).any(PERSONS)
}

/// The phrase that begins at a token.
fn at(phrases: &[Phrase], token: usize) -> Option<&Phrase> {
    let place = phrases.partition_point(|phrase| phrase.core.from < token);
    phrases.get(place).filter(|phrase| phrase.core.from == token)
}

/// "of the ministry"; for persons and bodies also "at", "in", "from", "for", "to", "with" and the like.
fn of(parsed: &Parsed<'_>, phrases: &[Phrase], end: usize, is_person: bool) -> Option<usize> {
    if parsed.tag(end) != Tag::Preposition {
        return None;
    }
    let is_of = parsed.text.is(end, "of");
    let is_where =
        parsed.text.is_one(end, list!("at in from for to inside within with on near close behind"));
    let belongs = is_of || (is_person && is_where);
    if !belongs {
        return None;
    }
    let next = at(phrases, end + 1)?;
    let is_time =
        parsed.class(next.head).any(Classes::WEEKDAY.with(Classes::MONTH)) || is_time_noun(parsed, next.head);
    if is_time && !is_of {
        return None;
    }
    Some(next.whole.to)
}

/// "the presidents of Ruritania | and Arcadia": several have one each.
fn of_both(parsed: &Parsed<'_>, phrases: &[Phrase], own: Phrase, to: usize) -> Option<usize> {
    let is_several = is_person(parsed, own.head) && parsed.text.word(own.head).ends_with('s');
    let is_name = |token: usize| parsed.tag(token) == Tag::Name;
    let joins = is_several && parsed.text.is(to, "and") && is_name(to - 1);
    let second = at(phrases, to + 1).filter(|second| joins && is_name(second.head))?;
    let is_whole = in_verb(parsed, second.whole.to) || parsed.tag(second.whole.to) == Tag::Punctuation;
    is_whole.then_some(second.whole.to)
}

fn is_time_noun(parsed: &Parsed<'_>, token: usize) -> bool {
    parsed.text.is_one(
        token,
        list!(
            "week month year day morning afternoon evening night weekend time hour hours \
            statement interview response tweet post speech letter email remarks call press \
            telephone phone x twitter facebook television radio social media conference \
            report advance addition part fact case"
        ),
    ) || parsed.tag(token) == Tag::Numeral
}

/// "familiar with the talks", "close to the negotiations", "briefed on the matter", "with knowledge of".
fn knowing(parsed: &Parsed<'_>, phrases: &[Phrase], end: usize) -> Option<usize> {
    let text = &parsed.text;
    let pairs = [
        ("familiar", "with"),
        ("close", "to"),
        ("briefed", "on"),
        ("involved", "in"),
        ("aware", "of"),
        ("privy", "to"),
        ("knowledgeable", "about"),
        ("with", "knowledge"),
        ("speaking", "on"),
        ("talking", "on"),
    ];
    let found = pairs.iter().any(|(first, second)| text.is(end, first) && text.is(end + 1, second));
    if !found {
        return None;
    }
    let next = phrases
        .get(phrases.partition_point(|phrase| phrase.core.from < end + 1))
        .filter(|phrase| phrase.core.from <= end + 3)?;
    Some(next.whole.to)
}

/// ", Ukraine's ambassador to Washington," or ", Jane Roe": an office after a name, a name after an office.
fn apposition(parsed: &Parsed<'_>, phrases: &[Phrase], own: Phrase, end: usize) -> Option<usize> {
    if parsed.text.sort(end) != Some(Sort::Comma) || is_day(parsed, own.head) {
        return None;
    }
    let next = at(phrases, end + 1)?;
    let name_then_office = parsed.tag(own.head) == Tag::Name
        && parsed.class(next.head).any(PERSONS)
        && parsed.tag(next.head) != Tag::Name;
    // "the envoy, Jane Roe": not "with young voters, Roe said", nor "at a law firm, Roe said".
    let is_free = own
        .core
        .from
        .checked_sub(1)
        .is_none_or(|before| !matches!(parsed.tag(before), Tag::Preposition | Tag::Verb));
    let is_one = !parsed.text.word(own.head).ends_with('s');
    let office = Classes::OFFICE.with(Classes::TITLE).with(Classes::SOURCE).with(Classes::HUMAN);
    let office_then_name =
        is_free && is_one && parsed.class(own.head).any(office) && parsed.tag(next.head) == Tag::Name;
    let lower_office = parsed.tag(own.head) == Tag::Name
        && parsed.tag(next.core.from) != Tag::Name
        && parsed.class(next.head).any(PERSONS);
    if !name_then_office && !office_then_name && !lower_office {
        return None;
    }
    let to = if name_then_office { second_office(parsed, phrases, next.whole.to) } else { next.whole.to };
    let closes = match parsed.text.sort(to) {
        Some(Sort::Comma) => {
            // A list, not an apposition: "Roe, Doe, and Poe".
            let after = to + 1;
            let is_list = parsed.tag(after) == Tag::Conjunction
                || (at(phrases, after).is_some()
                    && !in_verb(parsed, after)
                    && parsed.tag(after) == Tag::Name
                    && office_then_name
                    && parsed.tag(own.head) == Tag::Name);
            !is_list
        }
        Some(Sort::FullStop) | None => true,
        _ => in_verb(parsed, to) && office_then_name || parsed.tag(to) == Tag::Punctuation,
    };
    if !closes {
        return None;
    }
    // The closing comma belongs to it only between the phrase and its verb.
    Some(to)
}

/// Monday and May have no office and no name: "on Monday, its leader, Jane Roe, said".
fn is_day(parsed: &Parsed<'_>, head: usize) -> bool {
    parsed.class(head).any(Classes::WEEKDAY.with(Classes::MONTH))
}

/// ", an economist and adviser,": the end with the second, if there is one.
fn second_office(parsed: &Parsed<'_>, phrases: &[Phrase], end: usize) -> usize {
    let next = at(phrases, end + 1).filter(|_| parsed.text.is(end, "and"));
    let is_office = |next: &&Phrase| {
        parsed.tag(next.head) != Tag::Name
            && parsed.class(next.head).any(PERSONS)
            && matches!(parsed.text.sort(next.whole.to), Some(Sort::Comma | Sort::FullStop))
    };
    next.filter(is_office).map_or(end, |next| next.whole.to)
}

/// "(R-Utah)"
fn bracket(parsed: &Parsed<'_>, end: usize) -> Option<usize> {
    if parsed.text.sort(end) != Some(Sort::OpenBracket) {
        return None;
    }
    (end + 1..end + 8)
        .find(|token| parsed.text.sort(*token) == Some(Sort::CloseBracket))
        .map(|close| close + 1)
}

/// ", 59," and ", R-Ky.," between a name and its verb.
fn aside(parsed: &Parsed<'_>, phrases: &[Phrase], own: Phrase, end: usize) -> Option<usize> {
    if parsed.text.sort(end) != Some(Sort::Comma)
        || parsed.tag(own.head) != Tag::Name
        || is_day(parsed, own.head)
    {
        return None;
    }
    let next = at(phrases, end + 1)?;
    let to = next.whole.to;
    // "in Oslo, the Bugle, a daily, reported": who is described there is somebody else.
    if parsed.tag(next.head) == Tag::Name && next.whole.to > next.core.to {
        return None;
    }
    let closes = parsed.text.sort(to) == Some(Sort::Comma)
        && parsed.verb_at(to + 1).is_some_and(|verb| parsed.verbs[verb].is_finite);
    closes.then_some(to)
}

/// ", who asked not to be named," and "who has seen the text".
fn relative(parsed: &Parsed<'_>, end: usize) -> Option<usize> {
    let comma = parsed.text.sort(end) == Some(Sort::Comma);
    let opener = if comma { end + 1 } else { end };
    let is_who = parsed.text.is_one(opener, list!("who whose"));
    if !is_who {
        return None;
    }
    let sentence = parsed.sentence(opener);
    let limit = sentence.to.min(opener + INSERTED_MAX);
    if comma {
        return (opener..limit).find(|token| parsed.text.sort(*token) == Some(Sort::Comma)).filter(|to| {
            in_verb(parsed, to + 1) || parsed.tag(to + 1) == Tag::Adverb || parsed.text.is(to + 1, "and")
        });
    }
    // The second finite verb is that of the sentence itself.
    let finite: Vec<usize> = parsed
        .verbs_in(Words::new(opener, limit))
        .iter()
        .filter(|group| group.is_finite)
        .map(|group| group.words.from)
        .collect();
    match finite.as_slice() {
        [_, second, ..] => Some(*second)
            .filter(|second| (opener..*second).all(|token| parsed.tag(token) != Tag::Conjunction)),
        [_] => (opener..limit).find(|token| {
            matches!(parsed.text.sort(*token), Some(Sort::Comma | Sort::FullStop | Sort::CloseQuote))
        }),
        [] => None,
    }
}
