//! Who said it, and through whom it came.
//!
//! The report's own outlet is the first link of every chain, and stands there once. Then comes whoever relays: the outlet
//! that "reports, citing", or the one to which it was told. The speaker is last. Where sources were introduced through a
//! relay, what "the source" says later came through the same relay, though the text does not repeat it: that link is
//! *implied*. A sentence that goes on from "according to the paper" without a cue of its own is still the paper's.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Attribution, authors, when};
use crate::actors::Actors;
use crate::dates::Expression;
use crate::grammar::{Parsed, Tag};
use crate::reading::{ActorIndex, ActorKind, Claim, Link, Mode};
use crate::tokens::Words;

/// The statements of a report with who said them.
pub(crate) fn resolve(
    parsed: &Parsed<'_>,
    actors: &Actors,
    found: &[Attribution],
    days: &[Expression],
    published: Option<Date>,
) -> Vec<Claim> {
    let mut heard: HashMap<ActorIndex, ActorIndex> = HashMap::new();
    let mut claims: Vec<Claim> = vec![];
    let mut last: Option<&Attribution> = None;
    for (place, one) in found.iter().enumerate() {
        // Only an outlet goes on without being named again.
        if one.runs_on
            && !claims
                .last()
                .and_then(|before: &Claim| before.speaker)
                .is_some_and(|speaker| is_outlet(actors, speaker))
        {
            continue;
        }
        let told = told_through(parsed, actors, one);
        let one = told.as_ref().unwrap_or(one);
        let mut claim = claim(parsed, actors, one, &mut heard, claims.last(), days, published);
        if let Some((before, earlier)) = claims.last().zip(last)
            && goes_on(parsed, one, earlier)
            && claim.speaker.is_some()
            && claim.speaker == before.speaker
        {
            carry_over(&mut claim, before);
        }
        claims.push(claim);
        last = Some(&found[place]);
    }
    claims
}

/// "Roe told members that it is so, the paper reported": Roe's statement through the paper, where the one who tells it only
/// relays.
fn told_through(parsed: &Parsed<'_>, actors: &Actors, one: &Attribution) -> Option<Attribution> {
    let inner = one.within.as_deref()?;
    let relay = one.source.and_then(|source| actors.speaker(parsed, source))?;
    let speaker = inner.source.and_then(|source| actors.speaker(parsed, source))?;
    // "Sources fear an attack, the paper reported"
    let is_told = may_relay(actors, relay) && !may_relay(actors, speaker)
        || is_outlet(actors, relay) && !is_outlet(actors, speaker);
    is_told.then(|| Attribution { relay: one.source, ..inner.clone() })
}

/// Whether a statement belongs to the same saying as the one before: its source is a pronoun in the same paragraph, or it
/// stands in the same sentence.
fn goes_on(parsed: &Parsed<'_>, one: &Attribution, before: &Attribution) -> bool {
    let at = |one: &Attribution| one.cue.first().or(one.content.first()).map(|words| words.from);
    let (Some(here), Some(there)) = (at(one), at(before)) else { return false };
    let sentence = |token: usize| parsed.text.tokens[token].sentence;
    let paragraph = |token: usize| parsed.text.sentence_of(token).map(|sentence| sentence.paragraph);
    // "he", "the official": whoever spoke before.
    let looks_back = one.source.is_some_and(|source| {
        let is_pronoun = source.to - source.from == 1 && parsed.tag(source.from) == Tag::Pronoun;
        let is_known = parsed.text.is(source.from, "the")
            && !source.indices().any(|token| parsed.tag(token) == Tag::Name);
        // "Roe told the paper so. The talks go on, Roe said."
        let is_surname = source.to - source.from == 1
            && parsed.tag(source.from) == Tag::Name
            && sentence(here) <= sentence(there) + 1
            && one.venue.is_none();
        is_surname || (is_pronoun || is_known) && paragraph(here) == paragraph(there)
    });
    sentence(here) == sentence(there) || looks_back
}

/// What was told through a relay on one day goes on through the same, on the same day, until something else is said of it.
fn carry_over(claim: &mut Claim, before: &Claim) {
    if let (2, [outlet, relay, _]) = (claim.chain.len(), &before.chain[..]) {
        let speaker = claim.chain.pop();
        claim.chain = vec![outlet.clone(), Link { actor: relay.actor, cue: None, implied: true }];
        claim.chain.extend(speaker);
    }
    if claim.date.is_none() {
        claim.date.clone_from(&before.date);
    }
}

fn claim(
    parsed: &Parsed<'_>,
    actors: &Actors,
    one: &Attribution,
    heard: &mut HashMap<ActorIndex, ActorIndex>,
    before: Option<&Claim>,
    days: &[Expression],
    published: Option<Date>,
) -> Claim {
    let named = one.source.and_then(|source| {
        actors.speaker(parsed, source).or_else(|| authors::author(parsed, actors, source))
    });
    let speaker = named.or_else(|| before.filter(|_| one.runs_on).and_then(|before| before.speaker));
    let addressee = one.addressee.and_then(|words| actors.speaker(parsed, words));
    let relay = one
        .relay
        .and_then(|words| actors.speaker(parsed, words))
        .filter(|actor| may_relay(actors, *actor))
        .or(addressee.filter(|actor| is_outlet(actors, *actor)))
        .or_else(|| interviewer(parsed, actors, one));
    let span = |words: &Words| parsed.text.span(*words);
    Claim {
        content: one.content.iter().map(span).collect(),
        cue: one.cue.iter().map(span).collect(),
        source: one.source.as_ref().map(span),
        relay: one.relay.as_ref().map(span),
        speaker,
        mode: one.mode.unwrap_or(Mode::Indirect),
        act: one.act,
        negated: one.negated,
        hedges: one.hedges.clone(),
        chain: chain(parsed, actors, one, speaker, relay, heard),
        addressee,
        venue: one.venue.clone(),
        date: when::said(parsed, one, days, published),
        contact: None,
    }
}

/// Words between an interview and the outlet that led it.
const INTERVIEW_WORDS_MAX: usize = 6;

/// The outlet to which it was said: "in an interview with the Herald", "in remarks to", "on the Herald's programme".
fn interviewer(parsed: &Parsed<'_>, actors: &Actors, one: &Attribution) -> Option<ActorIndex> {
    let sentence = parsed.sentence(one.cue.first()?.from);
    let said = ["interview", "remarks", "comments", "op-ed", "article", "spoke", "speaking", "talked"];
    let joins = ["with", "to", "for", "in", "by"];
    for token in sentence.indices().filter(|token| !one.says(*token)) {
        if !said.iter().any(|noun| parsed.text.is(token, noun)) {
            continue;
        }
        let end = (token + INTERVIEW_WORDS_MAX).min(sentence.to);
        let Some(join) = (token + 1..end).find(|place| joins.iter().any(|word| parsed.text.is(*place, word)))
        else {
            continue;
        };
        let outlet = actors
            .in_words(Words::new(join + 1, end.max(join + 1)))
            .iter()
            .map(|mention| mention.actor)
            .find(|actor| is_outlet(actors, *actor));
        if outlet.is_some() {
            return outlet;
        }
    }
    None
}

/// Outlets relay, and sources that are not named: "Roe told members so, according to two who were there".
fn may_relay(actors: &Actors, actor: ActorIndex) -> bool {
    let kind = actors.actors.get(actor.0).map(|actor| actor.kind);
    matches!(kind, Some(ActorKind::Outlet | ActorKind::Anonymous))
}

fn is_outlet(actors: &Actors, actor: ActorIndex) -> bool {
    actors.actors.get(actor.0).is_some_and(|actor| actor.kind == ActorKind::Outlet)
}

fn chain(
    parsed: &Parsed<'_>,
    actors: &Actors,
    one: &Attribution,
    speaker: Option<ActorIndex>,
    relay: Option<ActorIndex>,
    heard: &mut HashMap<ActorIndex, ActorIndex>,
) -> Vec<Link> {
    let cue = |place: usize| one.cue.get(place).map(|words| parsed.text.span(*words));
    let mut chain = vec![Link { actor: ActorIndex(0), cue: None, implied: false }];
    let mut push = |actor: ActorIndex, cue, implied| {
        if chain.iter().all(|link: &Link| link.actor != actor) {
            chain.push(Link { actor, cue, implied });
        }
    };
    let Some(speaker) = speaker else { return chain };
    let through = relay.or_else(|| implied(actors, speaker, heard));
    if let Some(through) = through {
        push(through, cue(0).filter(|_| relay.is_some()), relay.is_none());
        if relay.is_some() {
            heard.insert(speaker, through);
        }
    }
    push(speaker, cue(one.cue.len().saturating_sub(1)), one.runs_on);
    chain
}

/// The relay through which a source that is not named was introduced, or the group that it is one of.
fn implied(
    actors: &Actors,
    speaker: ActorIndex,
    heard: &HashMap<ActorIndex, ActorIndex>,
) -> Option<ActorIndex> {
    let actor = actors.actors.get(speaker.0)?;
    if actor.kind != ActorKind::Anonymous {
        return None;
    }
    heard.get(&speaker).or_else(|| heard.get(&actor.part_of?)).copied()
}
