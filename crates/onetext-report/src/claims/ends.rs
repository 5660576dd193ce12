//! Where reported words end.

use super::cues::{self, Takes};
use crate::grammar::{Parsed, Tag};
use crate::lexicon::Classes;
use crate::tokens::{Sort, Words, list};

/// The end of a clause that begins at a token: the sentence's, or where another attribution, a new statement of the outlet or
/// a semicolon begins. The full stop is no part of it unless it stands inside quotation marks.
pub(super) fn of_clause(parsed: &Parsed<'_>, from: usize) -> usize {
    let sentence = parsed.sentence(from);
    let mut end = sentence.to;
    // A quotation that runs over the sentence's end belongs whole.
    let mut place = from;
    while place < end {
        if let Some(quote) = quote_at(parsed, place) {
            if quote.from == place && quote.to > end {
                end = quote.to;
            }
            place = quote.to.max(place + 1);
            continue;
        }
        if stops(parsed, from, place, end) {
            end = place;
            break;
        }
        place += 1;
    }
    trimmed(parsed, Words::new(from, end)).to
}

/// The end of a thing that begins at a token: its clause's, or where a remark, a circumstance or a further verb begins.
pub(super) fn of_thing(parsed: &Parsed<'_>, from: usize) -> usize {
    let clause = of_clause(parsed, from);
    let mut place = from;
    while place < clause {
        if let Some(quote) = quote_at(parsed, place) {
            place = quote.to.max(place + 1);
            continue;
        }
        if tells_of_year(parsed, place) {
            return clause;
        }
        if place > from && leaves_thing(parsed, place, clause) {
            return trimmed(parsed, Words::new(from, place)).to;
        }
        place += 1;
    }
    clause
}

/// "the deal, which", "the deal when", "the deal on Monday", "the deal and left".
fn leaves_thing(parsed: &Parsed<'_>, place: usize, end: usize) -> bool {
    if parsed.text.sort(place) == Some(Sort::Comma) {
        return !goes_on_as_list(parsed, place, end) && !tells_of_year(parsed, place + 1);
    }
    let is_circumstance = parsed
        .text
        .is_one(place, list!("after before since during because when while until though although aside"));
    let is_time = matches!(parsed.tag(place), Tag::Preposition)
        || parsed.class(place).any(Classes::WEEKDAY)
        || parsed.text.is_one(place, list!("this last yesterday today"));
    let is_verb_after = parsed.tag(place) == Tag::Conjunction
        && parsed.verb_at(place + 1).is_some_and(|verb| parsed.verbs[verb].is_finite);
    is_circumstance
        || is_verb_after
        || is_time && super::times::time(parsed, place).is_some_and(|to| to <= end)
}

/// "the fate of the city in 1938, when nobody came": what happened in that year is part of it, and what follows.
fn tells_of_year(parsed: &Parsed<'_>, when: usize) -> bool {
    let comma = when.checked_sub(1).filter(|comma| parsed.text.sort(*comma) == Some(Sort::Comma));
    let is_year = comma.and_then(|comma| comma.checked_sub(1)).is_some_and(|year| {
        parsed.text.sort(year) == Some(Sort::Number) && parsed.text.word(year).len() == 4
    });
    parsed.text.is(when, "when") && is_year
}

/// "the army, the police and the courts": "and" or "or" follows before any verb.
fn goes_on_as_list(parsed: &Parsed<'_>, comma: usize, end: usize) -> bool {
    let rest = Words::new(comma + 1, end);
    let joint = rest.indices().find(|token| parsed.tag(*token) == Tag::Conjunction);
    let verb = parsed.verbs_in(rest).first().map_or(end, |group| group.words.from);
    let begins = matches!(
        parsed.tag(comma + 1),
        Tag::Noun
            | Tag::Name
            | Tag::Determiner
            | Tag::Adjective
            | Tag::Possessive
            | Tag::Numeral
            | Tag::Conjunction
    ) || quote_at(parsed, comma + 1).is_some();
    begins && joint.is_some_and(|joint| joint < verb && !parsed.text.is(joint, "but"))
}

fn quote_at(parsed: &Parsed<'_>, token: usize) -> Option<Words> {
    let quote = parsed.text.tokens.get(token)?.quote;
    parsed.text.quotes.get(quote as usize).map(|quote| quote.words)
}

fn stops(parsed: &Parsed<'_>, from: usize, place: usize, end: usize) -> bool {
    match parsed.text.sort(place) {
        Some(Sort::Semicolon) => true,
        Some(Sort::Dash) => {
            place > from + 3
                && parsed.text.sort(place + 1) == Some(Sort::Word)
                && !has_dash_after(parsed, place, end)
                && is_aside(parsed, place + 1)
        }
        Some(Sort::Comma) => after_comma(parsed, place, end),
        _ => place > from + 2 && coordinated(parsed, from, place),
    }
}

fn has_dash_after(parsed: &Parsed<'_>, place: usize, end: usize) -> bool {
    (place + 1..end).any(|token| parsed.text.sort(token) == Some(Sort::Dash))
}

/// "— a claim that": what the outlet adds after a dash.
fn is_aside(parsed: &Parsed<'_>, token: usize) -> bool {
    parsed.tag(token) == Tag::Determiner && cues::noun(parsed.text.word(token + 1)).is_some()
}

/// ", adding that", ", according to", ", while X denied", ", but Y said".
fn after_comma(parsed: &Parsed<'_>, comma: usize, end: usize) -> bool {
    let next = comma + 1;
    let text = &parsed.text;
    if text.is(next, "according") && text.is(next + 1, "to") {
        return true;
    }
    if text.is(next, "citing") || text.is(next, "referring") && text.is(next + 1, "to") {
        return true;
    }
    // ", charges that the court denies": a remark of the outlet.
    if cues::noun(text.word(next)).is_some() && (text.is(next + 1, "that") || text.is(next + 1, "which")) {
        return true;
    }
    // ", adding ...", ", while adding"
    let participle = if parsed.tag(next) == Tag::Adverb || text.is(next, "while") || text.is(next, "and") {
        next + 1
    } else {
        next
    };
    if is_saying_participle(parsed, participle) {
        return true;
    }
    let joins = text.is_one(next, list!("while whereas but and though although as yet"));
    if joins {
        // "…, while the other side is": what the outlet sets against it.
        let sets_against =
            (text.is(next, "while") || text.is(next, "whereas")) && starts_clause(parsed, next + 1, end);
        return sets_against
            || starts_attribution(parsed, next + 1, end)
            || ((text.is(next, "and") || text.is(next, "but")) && continues_attribution(parsed, next + 1));
    }
    // "A, X said": the attribution of what stands before belongs to this clause's own outer statement.
    false
}

fn is_saying_participle(parsed: &Parsed<'_>, token: usize) -> bool {
    let class = parsed.class(token);
    class.any(Classes::VERB_ING)
        && !class.any(Classes::VERB_BASE)
        && cues::verb(parsed.lemma(token)).is_some_and(|cue| {
            (cue.takes.any(Takes::CLAUSE) || cue.takes.any(Takes::QUOTE)) && !cue.takes.any(Takes::ATTITUDE)
        })
}

/// " and Y denied": a subject of its own and a verb of saying; "the cuts and said": a verb of saying after a thing.
fn coordinated(parsed: &Parsed<'_>, from: usize, place: usize) -> bool {
    let joins = parsed.tag(place) == Tag::Conjunction || parsed.text.is(place, "while");
    joins
        && parsed.text.sort(place.saturating_sub(1)) != Some(Sort::Comma)
        && (starts_attribution(parsed, place + 1, parsed.sentence(place).to)
            || continues_attribution(parsed, place + 1)
                && (is_thing(parsed, Words::new(from, place)) || asserts(parsed, place + 1)))
}

/// Whether a verb is one of plain telling: "and said", not "and pressed".
fn asserts(parsed: &Parsed<'_>, token: usize) -> bool {
    let main = parsed.verb_at(token).map(|verb| parsed.verbs[verb].main);
    main.and_then(|main| cues::verb(parsed.lemma(main))).is_some_and(|cue| cue.act == "assert")
}

/// Whether no clause has begun yet.
fn is_thing(parsed: &Parsed<'_>, words: Words) -> bool {
    parsed.verbs_in(words).iter().all(|group| !group.is_finite)
}

/// Whether a clause begins whose subject says something: its first finite verb is a cue.
fn starts_attribution(parsed: &Parsed<'_>, from: usize, end: usize) -> bool {
    let Some(phrase) = parsed
        .phrase_after(from)
        .map(|place| parsed.phrases[place])
        .filter(|phrase| phrase.core.from <= from + 1)
    else {
        return false;
    };
    let next = parsed.verbs_in(Words::new(phrase.core.to, end)).iter().find(|group| group.is_finite);
    next.is_some_and(|group| {
        let near = group.words.from <= phrase.whole.to.max(phrase.joined.to) + 1;
        near && !group.is_passive && !parsed.text.is(from, "that") && is_speech(parsed, group.main)
    })
}

/// Whether a subject and its finite verb follow.
fn starts_clause(parsed: &Parsed<'_>, from: usize, end: usize) -> bool {
    let Some(phrase) = parsed
        .phrase_after(from)
        .map(|place| parsed.phrases[place])
        .filter(|phrase| phrase.core.from <= from + 1)
    else {
        return false;
    };
    let next = parsed.verbs_in(Words::new(phrase.core.to, end)).iter().find(|group| group.is_finite);
    next.is_some_and(|group| group.words.from <= phrase.whole.to.max(phrase.joined.to) + 1)
}

/// "and said": a further verb of saying of the same speaker.
fn continues_attribution(parsed: &Parsed<'_>, from: usize) -> bool {
    parsed
        .verb_at(from)
        .map(|verb| parsed.verbs[verb])
        .is_some_and(|group| group.is_finite && is_speech(parsed, group.main))
}

fn is_speech(parsed: &Parsed<'_>, main: usize) -> bool {
    cues::verb(parsed.lemma(main))
        .is_some_and(|cue| cue.takes.any(Takes::QUOTE) && !cue.takes.any(Takes::ATTITUDE))
}

/// A piece without the marks at its ends that are no part of what is said.
pub(super) fn trimmed(parsed: &Parsed<'_>, mut words: Words) -> Words {
    while words.to > words.from
        && matches!(
            parsed.text.sort(words.to - 1),
            Some(Sort::FullStop | Sort::Comma | Sort::Colon | Sort::Semicolon | Sort::Dash)
        )
    {
        words.to -= 1;
    }
    while words.from < words.to
        && matches!(
            parsed.text.sort(words.from),
            Some(
                Sort::Comma | Sort::Colon | Sort::Semicolon | Sort::FullStop | Sort::CloseQuote | Sort::Dash
            )
        )
    {
        words.from += 1;
    }
    words
}
