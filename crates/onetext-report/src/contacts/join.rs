//! Mentions of one contact joined over sentences: "a phone call", "the call", "the discussion".

use super::additions::{self, Addition};
use super::draft::Draft;
use super::fit;
use super::geography::{self, Ground};
use super::refuse;
use super::relations;
use super::scene::Scene;
use super::sides;
use super::sighting::{Reference, Sighting};
use super::when::{beside_last, on_occasion, when};
use crate::reading::{ActorIndex, ActorKind, ContactStatus, ContactType, Precision, Span, When};
use crate::tokens::{Sort, list};

/// Contacts older than this many mentions back are not searched: a report tells of a dozen.
const LOOK_BACK_MAX: usize = 60;

/// An indefinite mention is of a known contact only where this much speaks for it.
const SAME_SCORE_MIN: i32 = 4;

/// What the text brings, in its order.
pub(super) enum Event {
    Seen(Sighting),
    Added(Addition),
}

/// The contacts of a report, from what its places say.
pub(super) fn contacts(scene: &Scene<'_>, events: &[Event]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = vec![];
    let mut last: Option<(usize, usize)> = None;
    for event in events {
        match event {
            Event::Added(addition) => additions::add(scene, &mut drafts, addition),
            Event::Seen(sighting) => {
                let whole = sides::with_pair(scene, &drafts, sighting);
                let parts = by_guest(&drafts, &whole);
                for part in parts.iter().flat_map(by_place) {
                    // "met during the summit": the summit is another, around it.
                    let beside = last.filter(|(_, trigger)| relations::lies_around(scene, *trigger, &part));
                    let dated = on_occasion(scene, &drafts, &part, last);
                    let Some(place) = put(scene, &mut drafts, &part, beside.map(|(place, _)| place)) else {
                        continue;
                    };
                    if let Some(draft) = drafts.get_mut(place).filter(|draft| draft.when.is_none()) {
                        draft.when = dated;
                    }
                    if let Some((before, trigger)) = last {
                        relations::between(scene, &mut drafts, (before, trigger), (place, part.trigger));
                    }
                    last = Some((place, part.trigger));
                }
            }
        }
    }
    drafts
}

/// "separate calls to Roe and Doe": one for each of those who were met alone.
fn by_guest(drafts: &[Draft], sighting: &Sighting) -> Vec<Sighting> {
    // "separate talks with both envoys" of one side: apart from what was told before, not from one another.
    let come_together =
        drafts.iter().any(|draft| sighting.guests.iter().all(|guest| draft.company.contains(guest)));
    if come_together {
        return vec![sighting.clone()];
    }
    if sighting.is_separate && sighting.guests.len() >= 2 {
        let alone = |guest: &ActorIndex| Sighting { guests: vec![*guest], ..sighting.clone() };
        return sighting.guests.iter().map(alone).collect();
    }
    if sighting.is_separate && sighting.guests.len() == 1 && sighting.hosts.len() >= 2 {
        let alone = |host: &ActorIndex| Sighting { hosts: vec![*host], ..sighting.clone() };
        return sighting.hosts.iter().map(alone).collect();
    }
    vec![sighting.clone()]
}

/// "consultations in Geneva and Florida": one for each place.
fn by_place(sighting: &Sighting) -> Vec<Sighting> {
    if !sighting.is_plural || sighting.places.len() < 2 || sighting.day.is_some() {
        return vec![sighting.clone()];
    }
    sighting.places.iter().map(|place| Sighting { places: vec![*place], ..sighting.clone() }).collect()
}

/// Joins a mention to a contact told before or makes a new one; the contact's place in the list.
fn put(
    scene: &Scene<'_>,
    drafts: &mut Vec<Draft>,
    sighting: &Sighting,
    beside: Option<usize>,
) -> Option<usize> {
    let when = when(scene, drafts, sighting).or_else(|| beside_last(scene, drafts, sighting));
    if is_history(scene, when.as_ref()) {
        return None;
    }
    let span = scene.parsed.text.span(sighting.words);
    if let Some(place) = known(scene, drafts, sighting, when.as_ref(), beside) {
        let draft = drafts.get_mut(place)?;
        if draft.condition.is_none() {
            draft.condition = sighting.condition.map(|words| scene.parsed.text.span(words));
        }
        draft.take(sighting, span, when);
        draft.is_direct |= scene.has(sighting.words, list!("direct"));
        draft.is_mediated |= relations::is_mediated(scene, sighting);
        return Some(place);
    }
    if !may_be_new(scene, sighting, when.as_ref()) {
        return None;
    }
    // "Roe's first conversation with Doe failed. A second call sealed it": both were calls.
    let is_call = matches!(sighting.sort, ContactType::PhoneCall | ContactType::VideoCall);
    if is_call
        && sighting.reference == Reference::Further
        && let Some(first) =
            drafts.last_mut().filter(|draft| draft.is_generic && draft.sort == ContactType::Meeting)
    {
        first.sort = sighting.sort;
    }
    let condition = sighting.condition.filter(|_| sighting.status == Some(ContactStatus::Conditional));
    let status = sighting.status.or_else(|| by_day(scene, when.as_ref()))?;
    let is_to_come = scene
        .anchor
        .zip(when.as_ref().and_then(|when| when.start))
        .is_some_and(|(anchor, start)| start > anchor);
    // What is told as if it had been cannot have been on a day to come.
    let has_been = matches!(status, ContactStatus::Ongoing | ContactStatus::Occurred);
    let status = if has_been && is_to_come { ContactStatus::Planned } else { status };
    let condition = condition.map(|words| scene.parsed.text.span(words));
    let mut draft = Draft::of(sighting, status, span, condition, when);
    draft.is_direct = scene.has(sighting.words, list!("direct"));
    draft.is_mediated = relations::is_mediated(scene, sighting);
    draft.is_indirect = scene.has(sighting.words, list!("indirect indirectly proximity"));
    draft.is_summit = fit::is_summit(scene, sighting);
    draft.is_umbrella = relations::is_umbrella(scene, sighting);
    draft.is_earlier = !drafts.is_empty()
        && scene.has(sighting.words, list!("previous earlier last first prior"))
        && draft.when.as_ref().and_then(|when| when.end) < scene.anchor;
    if draft.company.len() < 2 {
        sides::complete(scene, drafts, &mut draft, sighting);
    }
    sides::bargain_again(scene, drafts, &mut draft, sighting);
    drafts.push(draft);
    Some(drafts.len() - 1)
}

fn is_history(scene: &Scene<'_>, when: Option<&When>) -> bool {
    let days = when.and_then(|when| when.start.zip(when.end));
    scene.anchor.zip(days).is_some_and(|(anchor, (start, end))| refuse::is_history(start, end, anchor))
}

/// The contact told before that the mention is of.
fn known(
    scene: &Scene<'_>,
    drafts: &[Draft],
    sighting: &Sighting,
    when: Option<&When>,
    beside: Option<usize>,
) -> Option<usize> {
    // "Roe sat across from Doe": those who were at what was told right before.
    if sighting.is_verb && sighting.reference == Reference::Definite {
        let latest = (0..drafts.len()).max_by_key(|place| drafts[*place].touched)?;
        let draft = &drafts[latest];
        let is_open = !draft
            .company
            .iter()
            .any(|actor| scene.actor(*actor).is_some_and(|actor| actor.kind == ActorKind::Person));
        let is_past = matches!(draft.status, ContactStatus::Occurred | ContactStatus::Ongoing);
        if is_open && is_past {
            return Some(latest);
        }
    }
    let first = drafts.len().saturating_sub(LOOK_BACK_MAX);
    let scored =
        drafts.iter().enumerate().skip(first).filter(|(place, _)| Some(*place) != beside).filter_map(
            |(place, draft)| {
                let score = fit::score(scene, draft, sighting, when)?;
                Some((score, draft.touched, place))
            },
        );
    let (score, _, place) = scored.max()?;
    // "a separate meeting with Roe", who was not at the one before.
    let is_apart = sighting.reference == Reference::Further
        && drafts[place].company.len() >= 2
        && sighting.guests.iter().any(|guest| !drafts[place].company.contains(guest));
    if is_apart {
        return None;
    }
    let points_back = points_back(sighting);
    let least = match sighting.reference {
        _ if points_back => i32::from(sighting.day.is_some() || !sighting.places.is_empty()) * 3,
        Reference::Further => SAME_SCORE_MIN + 4,
        _ => SAME_SCORE_MIN,
    };
    (score >= least).then_some(place)
}

/// "the meeting"; "the delegations are meeting" without a day.
fn points_back(sighting: &Sighting) -> bool {
    let is_vague = sighting.is_collective
        && sighting.hosts.is_empty()
        && sighting.guests.is_empty()
        && sighting.day.is_none();
    sighting.reference == Reference::Definite || is_vague && sighting.reference == Reference::Indefinite
}

/// Whether a mention says enough to be a contact of its own.
fn may_be_new(scene: &Scene<'_>, sighting: &Sighting, when: Option<&When>) -> bool {
    if sighting.status.is_none() && by_day(scene, when).is_none() {
        return false;
    }
    let has_day = when.is_some_and(is_definite) || sighting.days_long.is_some_and(|days| days < 7);
    let has_length = !sighting.minutes.is_empty();
    let has_place = !sighting.places.is_empty();
    let people = sighting.company().count();
    if sighting.is_quoted {
        return has_day && people > 0 || sighting.is_verb && people >= 2 && has_place;
    }
    // "ahead of a summit in the capital": of others, to tell when.
    let is_of_others = !sighting.is_verb
        && people == 0
        && scene.is_one(sighting.trigger, list!("summit conference assembly forum"))
        && scene.is(sighting.words.from.saturating_sub(1), "of");
    if is_of_others {
        return false;
    }
    // "a typical discussion about the mails": of nobody. "said at a briefing": to whoever came.
    let is_empty_talk = sighting.is_generic && sighting.sort == ContactType::Meeting && people == 0;
    let is_own_briefing = sighting.sort == ContactType::Briefing && people < 2 && !sighting.is_told;
    if !sighting.is_verb && (is_empty_talk || is_own_briefing) {
        return false;
    }
    if sighting.is_verb {
        return people >= 2
            || has_day
            || has_length
            || has_place
            || sighting.is_collective && sighting.is_told && !points_back(sighting)
            || is_group_alone(scene, sighting);
    }
    match (sighting.sort, sighting.reference) {
        (ContactType::Letter, _) => people >= 2 || has_day && people >= 1,
        (ContactType::Visit, _) => people >= 1 && (has_day || has_place) && (sighting.is_told || has_day),
        (_, Reference::Indefinite | Reference::Further) if !sighting.is_plural => {
            has_day
                || has_length
                || has_place
                || people >= 2
                || sighting.is_told && people >= 1
                || is_next(sighting)
        }
        (_, Reference::Definite) => {
            // "Sunday's talks": one by its day, whoever was there.
            let is_by_day = scene.days_in(sighting.words).iter().any(|day| {
                day.words.from < sighting.trigger && scene.sort(day.words.to) == Some(Sort::Possessive)
            });
            has_day && (is_by_day || sighting.is_told || has_place || people >= 1)
                // "The talks between the delegations in the capital are over"
                || sighting.is_told && has_place && people >= 2
                // "Roe's first conversation with Doe ended without result"
                || sighting.is_told && !sighting.hosts.is_empty() && !sighting.guests.is_empty()
                || has_length && (has_day || people >= 2)
                || is_in_town(scene, sighting) && (!sighting.is_told || has_length)
        }
        // "Further talks are expected"
        (_, Reference::Further) if is_next(sighting) && !is_past(sighting) => true,
        // "Talks on a treaty are still going on between the two sides"
        _ if sighting.status == Some(ContactStatus::Ongoing)
            && sighting.is_told
            && (people >= 2 || sighting.is_collective) =>
        {
            true
        }
        // "after talks with her counterpart": two took part in something that has been.
        _ if sighting.status == Some(ContactStatus::Occurred) && people >= 2 => true,
        // "will be settled at consultations between Roe and Doe"
        _ if sighting.status == Some(ContactStatus::Planned) && people >= 2 => true,
        _ => has_day || has_length || has_place || sighting.is_told && people >= 2,
    }
}

/// "a second round is expected", "A second call sealed it": one after those told before.
fn is_next(sighting: &Sighting) -> bool {
    let is_round = sighting.is_told && sighting.sort == ContactType::NegotiationRound;
    let is_call =
        matches!(sighting.sort, ContactType::PhoneCall | ContactType::VideoCall) && is_past(sighting);
    sighting.reference == Reference::Further && (is_round || is_call)
}

fn is_past(sighting: &Sighting) -> bool {
    sighting.status == Some(ContactStatus::Occurred)
}

/// "the Geneva talks", not "the peace talks of a country".
fn is_in_town(scene: &Scene<'_>, sighting: &Sighting) -> bool {
    sighting.places.iter().any(|place| geography::of_words(scene, *place) != Some(Ground::State))
}

/// Where no verb tells: what lies before the report's day has been, what lies after it is planned.
fn by_day(scene: &Scene<'_>, when: Option<&When>) -> Option<ContactStatus> {
    let (when, anchor) = (when?, scene.anchor?);
    if when.end? < anchor {
        return Some(ContactStatus::Occurred);
    }
    (when.start? > anchor).then_some(ContactStatus::Planned)
}

fn is_group_alone(scene: &Scene<'_>, sighting: &Sighting) -> bool {
    sighting.hosts.iter().any(|actor| scene.actor(*actor).is_some_and(|actor| actor.kind == ActorKind::Group))
}

/// Resolved: not "recent months".
fn is_definite(when: &When) -> bool {
    when.start.is_some() && when.precision != Precision::Unknown
}

/// The span of a run of tokens.
pub(super) fn span(scene: &Scene<'_>, words: crate::tokens::Words) -> Span {
    scene.parsed.text.span(words)
}
