//! How contacts hang together: part of a longer one, days told one by one, who took part because they took part before.

use super::draft::Draft;
use super::fit;
use super::object;
use super::scene::Scene;
use super::sides::is_mediator;
use super::sighting::Sighting;
use crate::reading::{ActorIndex, ActorKind, ContactStatus, ContactType, Precision, When};
use crate::tokens::{List, Words, list};

/// Verbs by which a contact ends a longer one.
const ENDING: List = List::of("capped caps concluded closed crowned ended rounded wrapped");

/// Words by which a contact lies inside another.
const INSIDE: List = List::of("during sidelines sideline margins fringes around part");

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
        && scene.is_one(seen.trigger, list!("summit conference assembly forum gathering"))
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
    let is_counted = sighting.status == Some(ContactStatus::Ongoing) && !sighting.is_verb;
    if sighting.status.is_some_and(|status| status != ContactStatus::Occurred) && !is_counted {
        let end = day.checked_add(jiff::Span::new().days(i64::from(days - 1))).ok()?;
        return Some(When { end: Some(end), ..when.clone() });
    }
    ending_at(when, days)
}

/// "weekend talks", "a weekend of talks": a frame whose days are told one by one.
pub(super) fn is_umbrella(scene: &Scene<'_>, sighting: &Sighting) -> bool {
    scene.has(Words::new(sighting.words.from, sighting.trigger + 1), list!("weekend weeklong week-long"))
}

/// What can be said only when all contacts are known.
pub(super) fn settle(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    take_up_frames(scene, drafts);
    name_leaders(scene, drafts);
    for draft in drafts.iter_mut() {
        name_negotiators(scene, draft);
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
    // "The mediators met separately with the rebels": no mediation between two.
    let is_open =
        !draft.is_separate && matches!(draft.sort, ContactType::NegotiationRound | ContactType::Meeting);
    // "sat down with mediator Jane Roe": whatever the two sides were said to do.
    let is_named = |actor: &&ActorIndex| {
        scene.actor(**actor).is_some_and(|actor| {
            actor.kind == ActorKind::Person
                && actor.office.as_deref().is_some_and(|office| {
                    office.split(' ').any(|word| list!("mediator conciliator arbitrator").has(word))
                })
        })
    };
    if is_open && draft.company.len() > 2 && draft.company.iter().filter(is_named).count() == 1 {
        draft.sort = ContactType::MediationSession;
        return;
    }
    // Where the talks are called direct, whoever presides is the host.
    if draft.is_mediated && !draft.is_direct && draft.sort == ContactType::NegotiationRound {
        draft.sort = ContactType::MediationSession;
        return;
    }
    // "indirect talks": somebody goes between.
    if draft.is_indirect && draft.sort == ContactType::NegotiationRound {
        draft.sort = ContactType::MediationSession;
        return;
    }
    let mediators = draft.company.iter().filter(|actor| is_mediator(scene, **actor)).count();
    let is_office =
        |actor: &ActorIndex| scene.actor(*actor).is_some_and(|actor| actor.kind == ActorKind::PersonByOffice);
    let is_single = draft.company.iter().any(|actor| is_mediator(scene, *actor) && is_office(actor));
    let are_all = mediators == draft.company.len();
    if is_open && mediators > 0 && (is_single || are_all || draft.company.len() >= mediators + 2) {
        draft.sort = ContactType::MediationSession;
    }
}

/// "under Roe's chairmanship", "were to be mediated by Doe", "Roe, who chaired the talks", "while Poe carried messages".
pub(super) fn is_mediated(scene: &Scene<'_>, sighting: &Sighting) -> bool {
    let sentence = scene.sentence(sighting.trigger);
    let leads = list!("chaired chairing mediated mediating moderated facilitated brokered");
    let by = Words::new(sighting.trigger, sentence.to)
        .indices()
        .any(|place| scene.is_one(place, leads) && scene.is(place + 1, "by"));
    // "Roe, who chaired the talks"
    let led = sighting.words.from > 0 && scene.is_one(sighting.words.from - 1, leads);
    let under = scene.has(sighting.words, list!("mediation mediator mediators"))
        || scene.has(Words::new(sighting.trigger, sentence.to), list!("chairmanship auspices"))
        || (sighting.trigger..sentence.to).any(|place| {
            scene.is(place, "with")
                && scene.is_one(place + 2, list!("help assistance"))
                && scene.is(place + 3, "of")
        });
    let between = scene.has(sentence, list!("separate")) && scene.has(sentence, list!("rooms"))
        || scene.has(sentence, list!("carried carrying relayed")) && scene.has(sentence, list!("messages"));
    by || led || under || between
}

/// "the leaders of four states" are the four persons of another contact, where just so many are named.
fn name_leaders(scene: &Scene<'_>, drafts: &mut [Draft]) {
    let persons = |draft: &Draft| -> Vec<ActorIndex> {
        draft.company.iter().copied().filter(|actor| object::is_named_person(scene, *actor)).collect()
    };
    let is_leaders = |actor: &ActorIndex| {
        scene.actor(*actor).is_some_and(|actor| {
            actor.kind == ActorKind::Group
                && ["leaders from ", "presidents from ", "premiers from ", "chancellors from "]
                    .iter()
                    .any(|words| actor.name.starts_with(words))
        })
    };
    let named: Vec<Vec<ActorIndex>> = drafts.iter().map(persons).collect();
    for draft in drafts.iter_mut() {
        let count = draft.company.len();
        if count < 3 || !draft.company.iter().all(is_leaders) {
            continue;
        }
        if let Some(same) = named.iter().find(|persons| persons.len() == count) {
            draft.add_all(same);
        }
    }
}

/// "British and EU negotiators" are those whom the report calls negotiators, where it names any.
fn name_negotiators(scene: &Scene<'_>, draft: &mut Draft) {
    let is_round = matches!(draft.sort, ContactType::NegotiationRound | ContactType::MediationSession);
    let are_negotiators = draft.company.iter().any(|actor| {
        scene.actor(*actor).is_some_and(|actor| {
            matches!(actor.kind, ActorKind::Group | ActorKind::Anonymous)
                && actor.name.to_ascii_lowercase().contains("negotiators")
        })
    });
    let has_persons = draft.company.iter().any(|actor| object::is_named_person(scene, *actor));
    if !is_round || !are_negotiators || has_persons {
        return;
    }
    let sides: Vec<&str> = draft.company.iter().filter_map(|actor| scene.side_of(*actor)).collect();
    let found: Vec<ActorIndex> = (0..scene.actors.actors.len())
        .map(ActorIndex)
        .filter(|index| {
            scene.actor(*index).is_some_and(|actor| {
                actor.kind == ActorKind::Person
                    && actor.office.as_deref().is_some_and(|office| office.contains("negotiator"))
                    && (sides.is_empty() || actor.side.as_deref().is_none_or(|side| sides.contains(&side)))
            })
        })
        .collect();
    draft.add_all(&found);
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
