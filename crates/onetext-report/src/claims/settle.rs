//! What is decided once all statements are found: relays, which statement is inside another, modes, venues, hedges.

use super::{Attribution, source};
use crate::grammar::{Parsed, Tag};
use crate::lexicon::Classes;
use crate::reading::{Hedge, Mode, Venue};
use crate::tokens::{Sort, Words, list};

/// "Axios reports, citing two officials": the officials are the source, the outlet relays.
pub(super) fn relays(parsed: &Parsed<'_>, found: &mut [Attribution]) {
    for one in found {
        let Some(cue) = one.cue.last().copied().filter(|_| one.relay.is_none()) else { continue };
        let sentence = parsed.sentence(cue.from);
        let citing = (cue.to..sentence.to).find(|token| {
            let is_relative = || matches!(parsed.tag(token - 1), Tag::Relative);
            parsed.text.is_one(*token, list!("citing quoting"))
                || parsed.text.is_one(*token, list!("cited quoted cites quotes")) && is_relative()
        });
        let Some(citing) = citing.filter(|token| !one.says(*token)) else { continue };
        let Some(place) = parsed.phrase_at(citing + 1) else { continue };
        let phrase = parsed.phrases[place];
        one.relay = one.source;
        one.source = Some(source::of_phrase(parsed, phrase));
        one.cue.push(Words::new(citing, citing + 1));
    }
}

/// Neighbours that a statement is compared with on either side: those of its own few sentences.
const NEIGHBOURS_MAX: usize = 40;

/// A statement inside another is part of it; of two for one content the one that says more of it.
pub(super) fn nested(parsed: &Parsed<'_>, found: &mut Vec<Attribution>) {
    found.sort_by_key(|one| one.content.iter().chain(&one.cue).map(|words| words.from).min());
    cut_trailing(found);
    let all = found.clone();
    let near = |place: usize| place.saturating_sub(NEIGHBOURS_MAX)..(place + NEIGHBOURS_MAX).min(all.len());
    let others = |place: usize| near(place).filter(move |other| *other != place);
    let cue_in = |one: &Attribution, other: &Attribution| one.cue.iter().all(|cue| other.says(cue.from));
    // "X pressed them “to sign,” Roe said": what stands before a cue is that cue's.
    let stands_before = |outer: &Attribution, inner: &Attribution| {
        let cue = |one: &Attribution| one.cue.first().map_or(0, |cue| cue.from);
        outer.content.first().is_some_and(|piece| piece.from < cue(inner)) && cue(outer) > cue(inner)
    };
    let inside: Vec<bool> = (0..all.len())
        .map(|place| {
            others(place).any(|other| {
                cue_in(&all[place], &all[other])
                    && (!cue_in(&all[other], &all[place]) || stands_before(&all[other], &all[place]))
            })
        })
        .collect();
    let shares = |one: &Attribution, other: &Attribution| {
        one.content.iter().any(|a| other.content.iter().any(|b| a.from < b.to && b.from < a.to))
    };
    let doubled = |place: usize| {
        let one = &all[place];
        others(place).filter(|other| !inside[*other]).any(|other| {
            let apart = !cue_in(one, &all[other]) && !cue_in(&all[other], one);
            let rank =
                |at: usize| (all[at].size(), std::cmp::Reverse(all[at].cue.first().map(|cue| cue.from)));
            shares(one, &all[other]) && apart && rank(other) > rank(place)
        })
    };
    for (place, one) in found.iter_mut().enumerate().filter(|(place, _)| !inside[*place]) {
        let told =
            others(place).find(|other| inside[*other] && is_told_whole(parsed, &all[place], &all[*other]));
        one.within = told.map(|other| Box::new(to_its_end(&all[place], &all[other])));
    }
    let keep: Vec<bool> = (0..all.len()).map(|place| !inside[place] && !doubled(place)).collect();
    let mut place = 0;
    found.retain(|_| {
        place += 1;
        keep[place - 1]
    });
}

/// "Roe told members that it is so, the paper reported": what Roe said ends before whoever reported it.
fn cut_trailing(found: &mut [Attribution]) {
    for place in 0..found.len() {
        let to = (place + NEIGHBOURS_MAX).min(found.len());
        for other in (place.saturating_sub(NEIGHBOURS_MAX)..to).filter(|other| *other != place) {
            let (inner, outer) = (&found[place], &found[other]);
            let (Some(said), Some(told)) = (inner.cue.first(), outer.cue.first()) else { continue };
            let each_says_the_other = inner.says(told.from) && outer.says(said.from);
            let Some(end) = outer.source.map(|source| source.from.min(told.from)) else { continue };
            if !each_says_the_other || said.from >= told.from || said.to >= end {
                continue;
            }
            // The comma before goes with it.
            let end = end - 1;
            let content = &mut found[place].content;
            content.retain(|piece| piece.from < end);
            if let Some(last) = content.last_mut() {
                last.to = last.to.min(end);
            }
        }
    }
}

/// Words before the inner speaker, such as a day, and words after what they said.
const AROUND_WORDS_MAX: usize = 6;

/// Whether the content of one is the other statement as a whole: it begins with its source and ends with its content.
fn is_told_whole(parsed: &Parsed<'_>, one: &Attribution, other: &Attribution) -> bool {
    let (Some(first), Some(last)) = (one.content.first(), one.content.last()) else { return false };
    let (Some(source), Some(end)) = (other.source, other.content.iter().map(|piece| piece.to).max()) else {
        return false;
    };
    first.contains(source.from)
        && source.from - first.from <= AROUND_WORDS_MAX
        && (last.to.saturating_sub(end) <= AROUND_WORDS_MAX || begins_remark(parsed, end))
        && other.cue.iter().all(|cue| one.says(cue.from))
        && (!other.is_attitude || is_unnamed(parsed, source))
        && one.cue.iter().all(|cue| cue.from >= last.to)
}

/// A statement that another tells, with the remark that ends the other: "an attack by the group, which".
fn to_its_end(outer: &Attribution, inner: &Attribution) -> Attribution {
    let mut told = inner.clone();
    if let (Some(last), Some(end)) = (told.content.last_mut(), outer.content.last()) {
        last.to = last.to.max(end.to);
    }
    told
}

/// Sources without a name: what they fear or hope was told to somebody.
fn is_unnamed(parsed: &Parsed<'_>, source: Words) -> bool {
    source.indices().any(|token| parsed.class(token).any(Classes::SOURCE))
        && !source.indices().any(|token| parsed.tag(token) == Tag::Name)
}

/// ", which", ", who"
fn begins_remark(parsed: &Parsed<'_>, token: usize) -> bool {
    parsed.text.sort(token) == Some(Sort::Comma) && parsed.text.is_one(token + 1, list!("which who"))
}

/// Sentences that go on from "according to the paper, …": those that begin with a pronoun, right after it, in its paragraph,
/// and attribute nothing to anybody else.
pub(super) fn gone_on(parsed: &Parsed<'_>, found: &[Attribution]) -> Vec<Attribution> {
    let mut more = vec![];
    for one in
        found.iter().filter(|one| one.cue.first().is_some_and(|cue| parsed.text.is(cue.from, "according")))
    {
        let Some(last) = one.content.last().map(|piece| piece.to - 1) else { continue };
        let index = parsed.text.tokens[last].sentence as usize + 1;
        let Some(next) =
            parsed.text.sentences.get(index).filter(|next| {
                Some(next.paragraph) == parsed.text.sentence_of(last).map(|own| own.paragraph)
            })
        else {
            continue;
        };
        let begins = parsed.text.is_one(next.words.from, list!("they it he she"));
        let is_said = found
            .iter()
            .any(|other| other.content.iter().chain(&other.cue).any(|piece| next.words.contains(piece.from)));
        // "The paper" must be an outlet or text: what a named person said ends with its sentence.
        if begins && !is_said {
            let words = super::ends::trimmed(parsed, next.words);
            more.push(Attribution {
                content: vec![words],
                act: "assert",
                runs_on: true,
                ..Attribution::default()
            });
        }
    }
    more
}

/// Mode, hedges and venue of each.
pub(super) fn described(parsed: &Parsed<'_>, found: &mut [Attribution]) {
    for one in found {
        one.content.sort();
        one.content.dedup();
        one.mode = Some(mode(parsed, &one.content));
        one.hedges = hedges(parsed, one);
        one.venue = one.venue.take().or_else(|| venue(parsed, one));
        one.said_when = one.said_when.or_else(|| said_when(parsed, one));
        if let Some(inner) = one.within.as_deref_mut() {
            described(parsed, std::slice::from_mut(inner));
        }
    }
}

fn mode(parsed: &Parsed<'_>, content: &[Words]) -> Mode {
    let quoted = |token: usize| parsed.text.tokens[token].quote != crate::tokens::NONE;
    let words = || {
        content
            .iter()
            .flat_map(|piece| piece.indices())
            .filter(|token| !matches!(parsed.text.sort(*token), Some(Sort::Comma | Sort::FullStop)))
    };
    let (inside, all) = (words().filter(|token| quoted(*token)).count(), words().count());
    match (inside, all) {
        (0, _) => Mode::Indirect,
        (inside, all) if inside == all => Mode::Direct,
        _ => Mode::Mixed,
    }
}

fn hedges(parsed: &Parsed<'_>, one: &Attribution) -> Vec<Hedge> {
    let unquoted = |token: &usize| parsed.text.tokens[*token].quote == crate::tokens::NONE;
    let tokens = one.content.iter().flat_map(|piece| piece.indices()).filter(unquoted);
    let hedged = tokens.filter(|token| {
        parsed.class(*token).any(Classes::HEDGE)
            && parsed.tag(*token) != Tag::Noun
            && parsed.tag(*token) != Tag::Preposition
    });
    hedged.map(|token| Hedge(parsed.text.span(Words::new(token, token + 1)))).collect()
}

/// Nouns of places where things are said, with the sort of venue.
const VENUES: &[(&str, &str)] = &[
    ("statement", "written_statement"),
    ("release", "written_statement"),
    ("communique", "written_statement"),
    ("letter", "written_statement"),
    ("memo", "written_statement"),
    ("email", "written_statement"),
    ("media", "social_post"),
    ("X", "social_post"),
    ("Twitter", "social_post"),
    ("Facebook", "social_post"),
    ("Telegram", "social_post"),
    ("Truth", "social_post"),
    ("tweet", "social_post"),
    ("post", "social_post"),
    ("interview", "interview"),
    ("speech", "speech"),
    ("address", "speech"),
    ("rally", "speech"),
    ("conference", "press_remarks"),
    ("briefing", "press_remarks"),
    ("remarks", "press_remarks"),
    ("reporters", "press_remarks"),
    ("journalists", "press_remarks"),
    ("Office", "press_remarks"),
    ("complaint", "legal_filing"),
    ("lawsuit", "legal_filing"),
    ("filing", "legal_filing"),
];

/// "on X", "in a statement", "at a press conference": the sentence's words outside what was said.
fn venue(parsed: &Parsed<'_>, one: &Attribution) -> Option<Venue> {
    let cue = one.cue.last()?;
    let sentence = parsed.sentence(cue.from);
    for token in sentence.indices().filter(|token| !one.says(*token)) {
        let word = parsed.text.word(token);
        let Some((_, sort)) = VENUES.iter().find(|(noun, _)| *noun == word) else { continue };
        let phrase = parsed.phrase_at(token).map(|place| parsed.phrases[place])?;
        let preposition =
            phrase.core.from.checked_sub(1).filter(|before| matches!(parsed.tag(*before), Tag::Preposition));
        let is_hearer = word == "reporters" || word == "journalists";
        let is_filing = *sort == "legal_filing";
        if preposition.is_none() && !is_hearer && !is_filing {
            continue;
        }
        let words = Words::new(preposition.unwrap_or(phrase.core.from), phrase.core.to);
        let is_name = parsed.tag(phrase.head) == Tag::Name;
        let name = is_name.then(|| {
            parsed.text.span(phrase.core).of(parsed.text.source).trim_start_matches("the ").to_owned()
        });
        return Some(Venue { sort, name, words: Some(parsed.text.span(words)) });
    }
    None
}

/// A time at the head of the attributing sentence: "On Thursday, Roe said".
fn said_when(parsed: &Parsed<'_>, one: &Attribution) -> Option<Words> {
    let cue = one.cue.first()?;
    let sentence = parsed.sentence(cue.from);
    let outside = |words: &Words| !one.says(words.from);
    let head = super::times::time(parsed, sentence.from).map(|to| Words::new(sentence.from, to));
    let tail = (cue.to..sentence.to).find_map(|token| {
        (parsed.tag(token) == Tag::Preposition || parsed.class(token).any(Classes::WEEKDAY))
            .then(|| super::times::time(parsed, token).map(|to| Words::new(token, to)))
            .flatten()
    });
    head.filter(outside).or(tail.filter(outside))
}
