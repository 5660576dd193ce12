//! Who said it, and through whom it came.
//!
//! The report's own outlet is the first link of every chain, and stands there once. Then comes whoever relays: the outlet
//! that "reports, citing", or the one to which it was told. The speaker is last. Where sources were introduced through a
//! relay, what "the source" says later came through the same relay, though the text does not repeat it: that link is
//! *implied*. A sentence that goes on from "according to the paper" without a cue of its own is still the paper's.

use std::collections::HashMap;

use jiff::civil::Date;

use super::Attribution;
use crate::actors::Actors;
use crate::dates::{self, Expression, Tense};
use crate::grammar::Parsed;
use crate::reading::{ActorIndex, ActorKind, Claim, Link, Mode, When};
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
    let mut claims = vec![];
    for one in found {
        // Only an outlet goes on without being named again.
        if one.runs_on
            && !claims
                .last()
                .and_then(|before: &Claim| before.speaker)
                .is_some_and(|speaker| is_outlet(actors, speaker))
        {
            continue;
        }
        let claim = claim(parsed, actors, one, &mut heard, claims.last(), days, published);
        claims.push(claim);
    }
    claims
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
    let named = one.source.and_then(|source| actors.speaker(source));
    let speaker = named.or_else(|| before.filter(|_| one.runs_on).and_then(|before| before.speaker));
    let addressee = one.addressee.and_then(|words| actors.speaker(words));
    let relay = one
        .relay
        .and_then(|words| actors.speaker(words))
        .or(addressee)
        .filter(|actor| is_outlet(actors, *actor));
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
        date: one.said_when.and_then(|words| said_when(parsed, words, days, published)),
        contact: None,
    }
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

/// The day on which it was said.
fn said_when(
    parsed: &Parsed<'_>,
    words: Words,
    days: &[Expression],
    published: Option<Date>,
) -> Option<When> {
    let span = parsed.text.span(words);
    let expression = days.iter().find(|day| span.overlaps(day.span))?;
    let when = dates::resolve(expression, published, Tense::Past);
    when.start.is_some().then_some(when)
}
