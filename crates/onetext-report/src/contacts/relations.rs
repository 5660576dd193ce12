//! How contacts hang together: part of a longer one, days told one by one, who took part because they took part before.

use super::company;
use super::draft::Draft;
use super::fit;
use super::scene::Scene;
use super::sighting::{Reference, Sighting};
use super::subject;
use crate::reading::{ActorIndex, ActorKind, ContactStatus, ContactType, Precision, When};
use crate::tokens::Words;

/// Verbs by which a contact ends a longer one.
const ENDING: &str = "capped caps concluded closed crowned ended rounded wrapped";

/// Words by which a contact lies inside another.
const INSIDE: &str = "during sidelines sideline margins fringes around part";

/// Two contacts told one after the other in a sentence.
pub(super) fn between(
    scene: &Scene<'_>,
    drafts: &mut [Draft],
    before: (usize, usize),
    after: (usize, usize),
) {
    let ((first, first_trigger), (second, second_trigger)) = (before, after);
    if first == second || !scene.in_one_sentence(first_trigger, second_trigger) {
        return;
    }
    let gap = Words::new(first_trigger + 1, second_trigger);
    let ends = scene.has(gap, ENDING);
    let is_inside = scene.has(gap, INSIDE) && !scene.verbs_in(gap).iter().any(|group| group.is_finite);
    if !ends && !is_inside {
        return;
    }
    // What lies inside a contact of one day is of that day.
    let whole_day =
        drafts.get(second).and_then(|whole| whole.when.clone()).filter(|when| when.start == when.end);
    if is_inside && let Some(part) = drafts.get_mut(first).filter(|part| part.when.is_none()) {
        part.when = whole_day;
    }
    let Some(day) = drafts.get(first).map(|draft| draft.when.clone()) else { return };
    if drafts.get(second).is_some_and(|draft| draft.part_of == Some(first)) {
        return;
    }
    if let Some(part) = drafts.get_mut(first) {
        part.part_of = Some(second);
    }
    if let Some(whole) = drafts.get_mut(second)
        && ends
        && whole.when.is_none()
    {
        whole.when = day.and_then(|when| ending_at(&when, whole.days_long?));
    }
}

/// Whether the mention is of what a contact told before it in the sentence lies in: "met during the summit".
pub(super) fn lies_around(scene: &Scene<'_>, before: usize, sighting: &Sighting) -> bool {
    let gap = Words::new(before + 1, sighting.trigger);
    scene.in_one_sentence(before, sighting.trigger)
        && scene.has(gap, INSIDE)
        && !scene.verbs_in(gap).iter().any(|group| group.is_finite)
}

/// Whether a summit or conference of others is only where a contact told before it was: "on the sidelines of a summit".
pub(super) fn is_occasion(scene: &Scene<'_>, before: &Sighting, seen: &Sighting) -> bool {
    // The subject of the verb is taken to be at the summit, too.
    let is_empty = !seen.is_verb && seen.company().all(|actor| before.company().any(|known| known == actor));
    let has_company = before.company().next().is_some() || before.is_collective;
    is_empty
        && has_company
        && before.trigger < seen.trigger
        && scene.is_one(seen.trigger, "summit conference assembly forum gathering")
        && lies_around(scene, before.trigger, seen)
}

/// "three days of talks" that end on a day.
fn ending_at(when: &When, days: u16) -> Option<When> {
    let end = when.end?;
    let start = end.checked_sub(jiff::Span::new().days(i64::from(days.saturating_sub(1)))).ok()?;
    Some(When { words: when.words, start: Some(start), end: Some(end), precision: Precision::Day })
}

/// "three days of talks began on Monday", "a week of talks ended on Friday": the days before or after the one told.
pub(super) fn spread(when: &When, sighting: &Sighting) -> Option<When> {
    let days = sighting.days_long.filter(|days| *days > 1)?;
    let day = when.start.filter(|start| when.end == Some(*start))?;
    if sighting.status.is_some_and(|status| status != ContactStatus::Occurred) {
        let end = day.checked_add(jiff::Span::new().days(i64::from(days - 1))).ok()?;
        return Some(When { end: Some(end), ..when.clone() });
    }
    ending_at(when, days)
}

/// "weekend talks", "a weekend of talks": a frame whose days are told one by one.
pub(super) fn is_umbrella(scene: &Scene<'_>, sighting: &Sighting) -> bool {
    scene.has(Words::new(sighting.words.from, sighting.trigger + 1), "weekend weeklong week-long")
}

/// "The pair will see X": the last two persons that were told together.
pub(super) fn with_pair(scene: &Scene<'_>, drafts: &[Draft], sighting: &Sighting) -> Sighting {
    let mut sighting = sighting.clone();
    let are_two =
        |actors: &[ActorIndex]| actors.len() == 2 && actors.iter().all(|actor| is_person(scene, *actor));
    if !sighting.is_pair {
        return sighting;
    }
    let pair = drafts.iter().rev().find_map(|draft| {
        let guests: Vec<ActorIndex> =
            draft.company.iter().copied().filter(|actor| !draft.hosts.contains(actor)).collect();
        [draft.hosts.clone(), guests, draft.company.clone()].into_iter().find(|actors| are_two(actors))
    });
    if let Some(pair) = pair.filter(|pair| !pair.iter().any(|actor| sighting.guests.contains(actor))) {
        sighting.hosts = pair;
    }
    sighting
}

fn is_person(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene.actor(actor).is_some_and(|actor| actor.kind == ActorKind::Person)
}

/// Fills in who took part from what was told before: "a meeting with X is planned" (by those who met before), "the sides".
pub(super) fn complete(scene: &Scene<'_>, drafts: &[Draft], draft: &mut Draft, sighting: &Sighting) {
    if stands_for_persons(scene, draft) {
        for actor in persons_before(scene, drafts) {
            draft.add(actor);
        }
        return;
    }
    // "X met Y after a session the night before": nobody is named because they are the same.
    let goes_back = draft.company.is_empty()
        && !sighting.is_verb
        && scene.is_one(sighting.words.from.saturating_sub(1), "after following before");
    // "a call that ended with plans for a second summit"
    let is_further =
        draft.company.is_empty() && !sighting.is_verb && sighting.reference == Reference::Further;
    let near = drafts.iter().filter(|known| {
        (goes_back || is_further)
            && known.company.len() >= 2
            && scene.in_one_sentence(known.touched, sighting.trigger)
    });
    let same = near.max_by_key(|known| known.touched);
    if let Some(same) = same {
        for actor in same.company.clone() {
            draft.add(actor);
        }
        // "a session" is of the sort of what it was a session of.
        if scene.is_one(sighting.trigger, "session sitting") {
            draft.sort = same.sort;
        }
        return;
    }
    // "Negotiators met", "A mediator attended the session": the sides were there, too.
    let stands_for_sides = |actor: &ActorIndex| {
        is_mediator(scene, *actor)
            || scene.actor(*actor).is_some_and(|actor| {
                let name = actor.name.to_ascii_lowercase();
                actor.side.is_none()
                    && ["negotiators", "the negotiators", "delegations", "the delegations", "bargainers"]
                        .contains(&name.as_str())
            })
    };
    if !draft.company.is_empty() && draft.company.iter().all(stands_for_sides) {
        for actor in those_before(scene, drafts, draft.sort, sighting.trigger) {
            draft.add(actor);
        }
        return;
    }
    let is_alone = draft.company.len() == 1 && !draft.company.iter().any(|actor| is_group(scene, *actor));
    let is_round = matches!(draft.sort, ContactType::NegotiationRound | ContactType::MediationSession);
    let goes_on = draft.company.is_empty()
        && (is_round
            && (sighting.reference != Reference::Bare
                || sighting.day.is_some() && sighting.places.is_empty())
            || draft.sort == ContactType::Meeting && sighting.reference == Reference::Further);
    if draft.is_collective && (draft.company.is_empty() || is_alone) || goes_on {
        // "The sides sat down once more": as before.
        let last = drafts.iter().rev().find(|known| known.company.len() >= 2);
        let was_round =
            last.is_some_and(|known| known.sort == ContactType::NegotiationRound && known.is_collective);
        if draft.is_collective && draft.sort == ContactType::Meeting && was_round {
            draft.sort = ContactType::NegotiationRound;
        }
        for actor in those_before(scene, drafts, draft.sort, sighting.trigger) {
            draft.add(actor);
        }
        return;
    }
    let has_host = !sighting.hosts.is_empty();
    if draft.company.len() == 1
        && !has_host
        && let Some(previous) = drafts.iter().rev().find(|known| !known.hosts.is_empty())
    {
        let hosts: Vec<ActorIndex> =
            previous.hosts.iter().copied().filter(|host| !draft.company.contains(host)).collect();
        draft.hosts.clone_from(&hosts);
        for actor in hosts {
            draft.add(actor);
        }
    }
}

fn is_group(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene.actor(actor).is_some_and(|actor| matches!(actor.kind, ActorKind::Group | ActorKind::Anonymous))
}

/// "a call between the leaders": nobody is named, but persons were.
fn stands_for_persons(scene: &Scene<'_>, draft: &Draft) -> bool {
    let is_vague = |actor: &ActorIndex| {
        scene.actor(*actor).is_some_and(|actor| {
            let last = actor.name.rsplit(' ').next().unwrap_or("");
            let name = actor.name.to_ascii_lowercase();
            actor.side.is_none()
                && (name.starts_with("the ") || name.starts_with("both "))
                && "leaders presidents men women ministers two pair"
                    .split(' ')
                    .any(|word| word.eq_ignore_ascii_case(last))
        })
    };
    draft.company.len() == 1 && draft.company.iter().all(is_vague)
}

fn persons_before(scene: &Scene<'_>, drafts: &[Draft]) -> Vec<ActorIndex> {
    let persons = |draft: &Draft| -> Vec<ActorIndex> {
        draft.company.iter().copied().filter(|actor| is_person(scene, *actor)).collect()
    };
    drafts.iter().rev().map(persons).find(|persons| persons.len() >= 2).unwrap_or_default()
}

/// Who "the sides" are: the several of whom the sentence before told, else the states or bodies of the last contact of the
/// same sort, without its mediator.
fn those_before(scene: &Scene<'_>, drafts: &[Draft], sort: ContactType, trigger: usize) -> Vec<ActorIndex> {
    let is_many = |draft: &&Draft| draft.company.len() >= 2;
    let same = drafts.iter().rev().find(|draft| draft.sort == sort && is_many(draft));
    if same.is_none() {
        let told = subject::several_in_sentence_before(scene, trigger);
        if !told.is_empty() {
            return told;
        }
    }
    let Some(previous) = same.or_else(|| drafts.iter().rev().find(is_many)) else { return the_sides(scene) };
    let is_body = |actor: &ActorIndex| {
        scene.actor(*actor).is_some_and(|actor| {
            matches!(actor.kind, ActorKind::Group | ActorKind::State | ActorKind::Organisation)
        })
    };
    let has_bodies = previous.company.iter().any(is_body);
    let mut found = vec![];
    for actor in &previous.company {
        // Where bodies and their delegates took part, the bodies are the sides.
        if is_mediator(scene, *actor) || has_bodies && !is_body(actor) {
            continue;
        }
        company::add_all(&mut found, &[state_of(scene, *actor).unwrap_or(*actor)]);
    }
    found
}

/// The states or bodies that "the sides" of the report are, wherever it says so.
fn the_sides(scene: &Scene<'_>) -> Vec<ActorIndex> {
    let is_side = |actor: &ActorIndex| {
        scene.actor(*actor).is_some_and(|actor| {
            matches!(actor.kind, ActorKind::State | ActorKind::Organisation | ActorKind::Group)
        })
    };
    let mentions =
        scene.actors.mentions.iter().filter(|mention| scene.has(mention.words, "sides parties camps"));
    mentions
        .map(|mention| scene.actors.of_phrase(mention.words))
        .find(|actors| actors.len() == 2 && actors.iter().all(is_side))
        .unwrap_or_else(|| of_lead(scene).into_iter().filter(|actor| is_side(actor)).collect())
}

/// Of whom the first sentence tells.
fn of_lead(scene: &Scene<'_>) -> Vec<ActorIndex> {
    let lead = scene.sentence(0);
    let verb = scene.verbs_in(lead).iter().find(|group| group.is_finite);
    verb.map_or(vec![], |group| subject::of(scene, group).actors)
}

/// The state whose group it is, where the report names it.
fn state_of(scene: &Scene<'_>, actor: ActorIndex) -> Option<ActorIndex> {
    let actor = scene.actor(actor)?;
    if actor.kind != ActorKind::Group {
        return None;
    }
    let side = actor.side.as_deref()?;
    let is_state = |known: &crate::reading::Actor| known.kind == ActorKind::State && known.name == side;
    scene.actors.actors.iter().position(is_state).map(ActorIndex)
}

/// "a federal mediator": known by the office alone.
pub(super) fn is_mediator(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene.actor(actor).is_some_and(|actor| {
        let says = |text: &str| {
            let text = text.to_ascii_lowercase();
            text.ends_with("mediator")
                || text.ends_with("mediators")
                || text.contains("mediation")
                || text.contains("conciliation")
        };
        actor.kind != ActorKind::Person && says(&actor.name)
    })
}

/// What can be said only when all contacts are known.
pub(super) fn settle(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    take_up_frames(scene, drafts);
    for draft in drafts.iter_mut() {
        settle_sort(scene, draft);
        settle_status(scene, draft);
    }
    inherit_places(drafts);
}

/// A weekend's frame whose days are told one by one is no contact beside them; its place is theirs.
fn take_up_frames(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let mut place = 0;
    while place < drafts.len() {
        let sessions: Vec<usize> =
            if drafts[place].is_umbrella { sessions_of(scene, drafts, place) } else { vec![] };
        if sessions.is_empty() {
            place += 1;
            continue;
        }
        let frame = drafts.remove(place);
        for session in sessions {
            let session = if session > place { session - 1 } else { session };
            if drafts[session].places.is_empty() {
                drafts[session].places.clone_from(&frame.places);
            }
        }
        for draft in drafts.iter_mut() {
            draft.part_of = match draft.part_of {
                Some(of) if of == place => None,
                Some(of) if of > place => Some(of - 1),
                other => other,
            };
        }
    }
}

/// The contacts of single days beside a frame: within its days, not elsewhere.
fn sessions_of(scene: &Scene<'_>, drafts: &[Draft], frame: usize) -> Vec<usize> {
    let whole = &drafts[frame];
    let days = |draft: &Draft| draft.when.as_ref().and_then(|when| when.start.zip(when.end));
    let near = |draft: &Draft| match (days(whole), days(draft)) {
        // A day on either side: talks of a weekend often begin on Friday.
        (Some((from, to)), Some((start, end))) => {
            let one = jiff::Span::new().days(1);
            start >= from.checked_sub(one).unwrap_or(from) && end <= to.checked_add(one).unwrap_or(to)
        }
        (None, Some((start, _))) => scene.anchor.is_some_and(|anchor| {
            let days = anchor.since(start).map_or(i32::MAX, |gap| gap.get_days().abs());
            days <= 3
        }),
        (_, None) => false,
    };
    let elsewhere = |draft: &Draft| match (whole.places.first(), draft.places.first()) {
        (Some(one), Some(other)) => !fit::same_words(scene, *one, *other),
        _ => false,
    };
    (0..drafts.len())
        .filter(|place| {
            *place != frame
                && !drafts[*place].is_umbrella
                && near(&drafts[*place])
                && !elsewhere(&drafts[*place])
        })
        .collect()
}

/// Negotiations in which a mediator known by office takes part are a mediation.
fn settle_sort(scene: &Scene<'_>, draft: &mut Draft) {
    let is_open = matches!(draft.sort, ContactType::NegotiationRound | ContactType::Meeting);
    let mediators = draft.company.iter().filter(|actor| is_mediator(scene, **actor)).count();
    let is_office =
        |actor: &ActorIndex| scene.actor(*actor).is_some_and(|actor| actor.kind == ActorKind::PersonByOffice);
    let is_single = draft.company.iter().any(|actor| is_mediator(scene, *actor) && is_office(actor));
    let are_all = mediators == draft.company.len();
    if is_open && mediators > 0 && (is_single || are_all || draft.company.len() >= mediators + 2) {
        draft.sort = ContactType::MediationSession;
    }
}

/// What began before the report's day and is told in the past has occurred; what is under way "today" goes on.
fn settle_status(scene: &Scene<'_>, draft: &mut Draft) {
    let end = draft.when.as_ref().and_then(|when| when.end);
    let (Some(anchor), Some(end)) = (scene.anchor, end) else { return };
    if draft.status == ContactStatus::Ongoing && end < anchor {
        draft.status = ContactStatus::Occurred;
    }
    if draft.status == ContactStatus::Ongoing
        && end > anchor
        && draft.when.as_ref().is_some_and(|when| when.start > Some(anchor))
    {
        draft.status = ContactStatus::Planned;
    }
}

/// A part is where the whole is.
fn inherit_places(drafts: &mut [Draft]) {
    for place in 0..drafts.len() {
        let Some(whole) = drafts[place].part_of.filter(|_| drafts[place].places.is_empty()) else { continue };
        if let Some(places) = drafts.get(whole).map(|draft| draft.places.clone()) {
            drafts[place].places = places;
        }
    }
}
