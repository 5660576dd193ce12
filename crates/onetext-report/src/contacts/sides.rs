//! Who took part though nobody says so: those who met before, the sides of the report, the pair told last.

use super::company;
use super::draft::Draft;
use super::object::is_named_person;
use super::scene::Scene;
use super::sighting::{Reference, Sighting};
use super::subject;
use crate::reading::{ActorIndex, ActorKind, ContactType};
use crate::tokens::{List, Words, list};

/// "The pair will see X": the last two persons that were told together.
pub(super) fn with_pair(scene: &Scene<'_>, drafts: &[Draft], sighting: &Sighting) -> Sighting {
    let mut sighting = sighting.clone();
    let are_two = |actors: &[ActorIndex]| {
        actors.len() == 2 && actors.iter().all(|actor| is_named_person(scene, *actor))
    };
    // "the two leaders" are known by their offices.
    let leads = |actor: &ActorIndex| {
        scene.actor(*actor).and_then(|actor| actor.office.as_deref()).is_some_and(|office| {
            ["president", "prime", "chancellor", "premier", "general", "gen"]
                .iter()
                .any(|word| office.to_ascii_lowercase().split([' ', '.']).any(|part| part == *word))
        })
    };
    let near = Words::new(sighting.words.from.saturating_sub(COUNT_TOKENS_MAX), sighting.trigger);
    let by_office = scene.has(near, list!("leaders presidents ministers generals premiers chancellors"));
    if !sighting.is_pair || by_office && are_two(&sighting.hosts) && sighting.hosts.iter().all(leads) {
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

/// Fills in who took part from what was told before: "a meeting with X is planned" (by those who met before), "the sides".
pub(super) fn complete(scene: &Scene<'_>, drafts: &[Draft], draft: &mut Draft, sighting: &Sighting) {
    if let Some(counted) = counted(scene, drafts, draft, sighting) {
        draft.add_all(&counted);
    } else if let Some(same) = same_group(scene, drafts, draft) {
        draft.add_all(&same);
    } else if stands_for_persons(scene, draft) {
        draft.add_all(&persons_before(scene, drafts, draft));
    } else if let Some(same) = same_in_sentence(scene, drafts, draft, sighting) {
        draft.add_all(&same.company);
        // "a session" is of the sort of what it was a session of.
        if scene.is_one(sighting.trigger, list!("session sitting")) {
            draft.sort = same.sort;
        }
    } else if stands_for_sides(scene, draft) || goes_on(scene, draft, sighting) {
        // "The sides sat down once more": as before.
        let last = drafts.iter().rev().find(|known| known.company.len() >= 2);
        let was_round =
            last.is_some_and(|known| known.sort == ContactType::NegotiationRound && known.is_collective);
        if draft.is_collective && draft.sort == ContactType::Meeting && was_round {
            draft.sort = ContactType::NegotiationRound;
        }
        draft.add_all(&those_before(scene, drafts, draft.sort, sighting.trigger));
    } else if draft.company.len() == 1 && sighting.hosts.is_empty() && !sighting.is_verb {
        let previous = drafts.iter().rev().find(|known| !known.hosts.is_empty());
        let mut hosts = previous.map(|known| known.hosts.clone()).unwrap_or_default();
        hosts.retain(|host| !draft.company.contains(host));
        draft.add_all(&hosts);
        draft.hosts = hosts;
    }
}

/// Tokens before the words of a contact in which "the same three" stands.
const COUNT_TOKENS_MAX: usize = 8;

/// "The same three held a meeting", "the five had dined": the persons of the contact that had so many.
fn counted(
    scene: &Scene<'_>,
    drafts: &[Draft],
    draft: &Draft,
    sighting: &Sighting,
) -> Option<Vec<ActorIndex>> {
    const COUNTS: List = List::of("two three four five six seven eight nine ten");
    let from =
        sighting.words.from.saturating_sub(COUNT_TOKENS_MAX).max(scene.sentence(sighting.trigger).from);
    let opens = |place: &usize| {
        scene.is(*place, "the")
            && (scene.is_one(*place + 1, COUNTS)
                || scene.is(*place + 1, "same") && scene.is_one(*place + 2, COUNTS))
    };
    let the = (from..sighting.trigger).find(opens)?;
    let at = the + 1 + usize::from(scene.is(the + 1, "same"));
    let count = COUNTS.place(scene.parsed.text.word(at))? + 2;
    // "the three officers": told by what they are.
    let is_alone =
        scene.verb_at(at + 1).is_some() || scene.is_one(at + 1, list!("people men women persons had"));
    if !is_alone || draft.company.iter().filter(|actor| is_named_person(scene, **actor)).count() > 1 {
        return None;
    }
    let persons = |draft: &Draft| -> Vec<ActorIndex> {
        draft.company.iter().copied().filter(|actor| is_named_person(scene, *actor)).collect()
    };
    let all: Vec<Vec<ActorIndex>> = drafts.iter().rev().map(persons).collect();
    // "had dined with him": he makes one more.
    let guests = sighting.guests.iter().filter(|guest| is_named_person(scene, **guest)).count();
    let fits = |count: usize| all.iter().find(|persons| persons.len() == count).cloned();
    fits(count + guests).or_else(|| fits(count))
}

/// "the commanders will meet" again: whoever they were when they met before.
fn same_group(scene: &Scene<'_>, drafts: &[Draft], draft: &Draft) -> Option<Vec<ActorIndex>> {
    let [group] = draft.company[..] else { return None };
    if !is_unnamed(scene, group) {
        return None;
    }
    let persons = |known: &&Draft| -> Vec<ActorIndex> {
        known.company.iter().copied().filter(|actor| is_named_person(scene, *actor)).collect()
    };
    let last =
        drafts.iter().rev().find(|known| known.company.contains(&group) && persons(known).len() >= 2)?;
    Some(persons(&last))
}

/// "The district and the union will meet again": as when they bargained before.
pub(super) fn bargain_again(scene: &Scene<'_>, drafts: &[Draft], draft: &mut Draft, sighting: &Sighting) {
    let is_body = |actor: &ActorIndex| {
        scene.actor(*actor).is_some_and(|actor| {
            matches!(actor.kind, ActorKind::Organisation | ActorKind::Group | ActorKind::State)
        })
    };
    let is_state =
        |actor: &ActorIndex| scene.actor(*actor).is_some_and(|actor| actor.kind == ActorKind::State);
    // "Ruritania and Arcadia will meet": their delegations.
    let are_states = draft.sort == ContactType::Meeting
        && sighting.is_verb
        && draft.company.len() >= 2
        && draft.company.iter().all(is_state);
    // "The two are to resume their talks": as those whom they had before.
    let are_talks = draft.sort == ContactType::Meeting
        && scene.is_one(sighting.trigger, list!("talks negotiations"))
        && draft.company.len() >= 2
        && drafts.iter().any(|known| {
            known.sort == ContactType::NegotiationRound
                && draft.company.iter().all(|actor| known.company.contains(actor))
        });
    if are_states || are_talks {
        draft.sort = ContactType::NegotiationRound;
    }
    let is_again = draft.sort == ContactType::Meeting
        && !scene.has(sighting.words, list!("separate separately"))
        && sighting.reference == Reference::Further
        && draft.company.len() >= 2
        && draft.company.iter().all(is_body);
    let did = drafts.iter().any(|known| {
        matches!(known.sort, ContactType::NegotiationRound | ContactType::MediationSession)
            && known.company.iter().any(|actor| draft.company.contains(actor))
    });
    if is_again && did {
        draft.sort = ContactType::NegotiationRound;
    }
}

/// "X met Y after a session the night before", "a call that ended with plans for a second summit": nobody is named because
/// they are the same.
fn same_in_sentence<'d>(
    scene: &Scene<'_>,
    drafts: &'d [Draft],
    draft: &Draft,
    sighting: &Sighting,
) -> Option<&'d Draft> {
    let before = sighting.words.from.saturating_sub(1);
    let goes_back =
        sighting.reference == Reference::Further || scene.is_one(before, list!("after following before"));
    if !draft.company.is_empty() || sighting.is_verb || !goes_back {
        return None;
    }
    let near = drafts
        .iter()
        .filter(|known| known.company.len() >= 2 && scene.in_one_sentence(known.touched, sighting.trigger));
    near.max_by_key(|known| known.touched)
}

/// "Negotiators met", "A mediator attended the session": the sides were there, too.
fn stands_for_sides(scene: &Scene<'_>, draft: &Draft) -> bool {
    let is_vague = |actor: &ActorIndex| {
        let names = ["negotiators", "the negotiators", "delegations", "the delegations", "bargainers"];
        let known = scene.actor(*actor);
        is_mediator(scene, *actor)
            || known.is_some_and(|actor| {
                let name = actor.name.to_ascii_lowercase();
                let is_all = name.starts_with("the ") && name.ends_with("delegations");
                actor.side.is_none() && (is_all || names.contains(&name.as_str()))
            })
    };
    !draft.company.is_empty() && draft.company.iter().all(is_vague)
}

/// Whether those who took part before are meant: "the sides", "another round", "talks on Friday".
fn goes_on(scene: &Scene<'_>, draft: &Draft, sighting: &Sighting) -> bool {
    let is_alone = draft.company.len() == 1 && !draft.company.iter().any(|actor| is_unnamed(scene, *actor));
    let is_round = matches!(draft.sort, ContactType::NegotiationRound | ContactType::MediationSession);
    let is_further = sighting.reference == Reference::Further;
    let is_dated = sighting.day.is_some() && sighting.places.is_empty();
    // "The process began with a meeting in the capital in May"
    let is_of_process = draft.sort == ContactType::Meeting
        && !sighting.is_verb
        && sighting.day.is_some()
        && scene.has(
            Words::new(scene.sentence(sighting.trigger).from, sighting.words.from),
            list!("process dialogue negotiations talks"),
        );
    let is_open = is_of_process
        || is_round && (sighting.reference != Reference::Bare || is_dated)
        || matches!(draft.sort, ContactType::Meeting | ContactType::PhoneCall | ContactType::VideoCall)
            && is_further;
    draft.is_collective && (draft.company.is_empty() || is_alone) || draft.company.is_empty() && is_open
}

fn is_unnamed(scene: &Scene<'_>, actor: ActorIndex) -> bool {
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

fn persons_before(scene: &Scene<'_>, drafts: &[Draft], vague: &Draft) -> Vec<ActorIndex> {
    let is_of = |actor: ActorIndex, words: List| {
        let office = scene.actor(actor).and_then(|actor| actor.office.as_deref()).unwrap_or("");
        office.split(' ').any(|word| words.has(word))
    };
    let name = vague.company.first().and_then(|actor| scene.actor(*actor)).map_or("", |actor| &actor.name);
    let are_heads = ["presidents", "leaders"].iter().any(|word| name.ends_with(word));
    // "the presidents" are no ministers.
    let leads = list!("prime president premier chancellor");
    let fits = |actor: ActorIndex| {
        !are_heads
            || is_of(actor, leads)
            || !is_of(actor, list!("secretary minister envoy adviser aide ambassador"))
    };
    let persons = |draft: &Draft| -> Vec<ActorIndex> {
        let all = draft.company.iter().copied();
        all.filter(|actor| is_named_person(scene, *actor) && fits(*actor)).collect()
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
    if same.is_none()
        && let Some(sides) = told_sides(scene)
    {
        return sides;
    }
    let Some(previous) = same.or_else(|| drafts.iter().rev().find(is_many)) else { return of_lead(scene) };
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
fn told_sides(scene: &Scene<'_>) -> Option<Vec<ActorIndex>> {
    let mentions =
        scene.actors.mentions.iter().filter(|mention| scene.has(mention.words, list!("sides parties camps")));
    mentions
        .map(|mention| scene.actors.of_phrase(mention.words))
        .find(|actors| actors.len() == 2 && actors.iter().all(|actor| is_side(scene, *actor)))
}

fn is_side(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene.actor(actor).is_some_and(|actor| {
        matches!(actor.kind, ActorKind::State | ActorKind::Organisation | ActorKind::Group)
    })
}

/// The sides of whom the first sentence tells.
fn of_lead(scene: &Scene<'_>) -> Vec<ActorIndex> {
    let lead = scene.sentence(0);
    let verb = scene.verbs_in(lead).iter().find(|group| group.is_finite);
    let mut actors = verb.map_or(vec![], |group| subject::of(scene, group).actors);
    actors.retain(|actor| is_side(scene, *actor));
    actors
}

/// The state whose group it is, where the report names it.
fn state_of(scene: &Scene<'_>, actor: ActorIndex) -> Option<ActorIndex> {
    let actor = scene.actor(actor)?;
    if actor.kind != ActorKind::Group {
        return None;
    }
    scene.state_called(actor.side.as_deref()?)
}

/// "a federal mediator": known by the office alone.
pub(super) fn is_mediator(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene.actor(actor).is_some_and(|actor| {
        let says = |text: &str| {
            let text = text.to_ascii_lowercase();
            text.contains("mediator") || text.contains("mediation") || text.contains("conciliation")
        };
        actor.kind != ActorKind::Person && says(&actor.name)
    })
}
