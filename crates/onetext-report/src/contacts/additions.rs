//! Sentences that add to a contact told before: who was in a delegation, where it was, how long it lasted.

mod who;

use super::company;
use super::draft::Draft;
use super::join::span;
use super::nouns::minutes;
use super::object::is_named_person;
use super::places;
use super::scene::Scene;
use crate::reading::{ActorIndex, ActorKind, ContactStatus, ContactType};
use crate::tokens::{List, Sort, Words, list};
use who::{
    across_the_table, arrivals, chairs, companions, joined, leads_for, part_takers, sat_in, there_for,
};

/// What a sentence adds.
#[derive(Clone, Debug)]
pub(super) struct Addition {
    pub(super) sentence: Words,
    pub(super) what: What,
}

/// The sorts of addition.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// "Ukraine was represented by X and Y", "the delegation is headed by X".
    Delegates { delegates: Vec<ActorIndex>, sides: Vec<String> },
    /// "He was joined by Roe": the first of them was at what was told right before, or is told of beside it.
    Companions { named: Vec<ActorIndex> },
    /// "Roe and Doe joined after an hour": what was told right before.
    Joined { named: Vec<ActorIndex>, mediates: bool },
    /// "The venue is X".
    Venue(Words),
    /// "The first day lasted more than ten hours": which of the days, counted from one, and the minutes.
    Lasted { day: usize, minutes: Vec<u32> },
}

/// Whether a word may begin an addition: looked at for every word.
pub(super) fn is_trigger(word: &str) -> bool {
    let fits = |known: &str| word.eq_ignore_ascii_case(known);
    match word.len() {
        3 => fits("sat") || fits("led"),
        4 => fits("team") || fits("side") || fits("part") || fits("sent") || fits("flew"),
        5 => fits("venue") || fits("teams") || fits("table") || fits("there"),
        6 => fits("lasted") || fits("joined") || fits("speaks") || fits("headed"),
        7 => fits("brought") || fits("flanked") || fits("chaired") || fits("sending"),
        8 => fits("chairing") || fits("speaking"),
        9 => fits("attending") || fits("mediating") || fits("presiding"),
        10 => fits("delegation"),
        11 => fits("represented") || fits("delegations") || fits("accompanied"),
        _ => false,
    }
}

/// What the sentence around the token adds.
pub(super) fn addition(scene: &Scene<'_>, token: usize) -> Option<Addition> {
    let sentence = scene.sentence(token);
    let what = if scene.is(token, "venue") {
        What::Venue(venue(scene, token, sentence)?)
    } else if scene.is(token, "lasted") {
        lasted(scene, token, sentence)?
    } else if scene.is_one(token, list!("part sent sending")) {
        part_takers(scene, token, sentence)?
    } else if scene.is_one(token, list!("joined brought flanked accompanied")) {
        companions(scene, token).or_else(|| joined(scene, token))?
    } else if scene.is_one(token, list!("chaired chairing mediating presiding")) {
        chairs(scene, token)?
    } else if scene.is(token, "attending") {
        joined(scene, token)?
    } else if scene.is_one(token, list!("led speaks speaking headed")) {
        leads_for(scene, token)?
    } else if scene.is(token, "there") {
        there_for(scene, token)?
    } else if scene.is(token, "table") {
        across_the_table(scene, token, sentence)?
    } else if scene.is(token, "sat") {
        sat_in(scene, token)?
    } else if scene.is(token, "flew") {
        arrivals(scene, token, sentence)?
    } else {
        delegates(scene, token, sentence)?
    };
    Some(Addition { sentence, what })
}

fn venue(scene: &Scene<'_>, token: usize, sentence: Words) -> Option<Words> {
    let is = scene
        .verbs_in(Words::new(token, sentence.to))
        .first()
        .filter(|group| scene.is_one(group.main, list!("is was be")))?;
    places::at(scene, is.words.to, sentence.to)
}

fn lasted(scene: &Scene<'_>, token: usize, sentence: Words) -> Option<What> {
    const ORDINALS: &str = "first second third fourth fifth";
    let before = Words::new(sentence.from.max(token.saturating_sub(6)), token);
    let day = before.indices().find(|place| scene.is_one(*place, list!("day")))?;
    let ordinal =
        (before.from..day).find_map(|place| ORDINALS.split(' ').position(|known| scene.is(place, known)))?;
    let minutes = minutes(scene, Words::new(token, sentence.to));
    (!minutes.is_empty()).then_some(What::Lasted { day: ordinal + 1, minutes })
}

/// Verbs that say who is in a delegation.
const MAKING_UP: List = List::of(
    "headed led leads heads includes included comprises comprised represented \
    consists consisted leading heading part",
);

fn delegates(scene: &Scene<'_>, token: usize, sentence: Words) -> Option<What> {
    let is_new = scene.has(Words::new(token.saturating_sub(3), token), list!("a an another"));
    if is_new || !scene.has(sentence, MAKING_UP) || is_unreal(scene, clause_around(scene, token, sentence)) {
        return None;
    }
    // "while Ukraine was represented by X" has its own word: each stretch is read once.
    // "Roe led her country's team, while Doe headed the other one": both, where the second has no word of its own.
    let next = next_part(scene, token, sentence);
    let rest = Words::new(next, sentence.to);
    let has_own = rest.indices().any(|place| is_trigger(scene.parsed.text.word(place)));
    let to = if has_own || !scene.has(rest, MAKING_UP) { next } else { sentence.to };
    let part = Words::new(previous_part(scene, token, sentence), to);
    let mut delegates = vec![];
    let mut sides = vec![];
    let mut place = part.from;
    while place < part.to {
        let Some((actors, end)) = scene.naming_at(place) else {
            place += 1;
            continue;
        };
        for actor in actors {
            let Some(known) = scene.actor(actor) else { continue };
            match known.kind {
                ActorKind::Person | ActorKind::PersonByOffice => company::add_all(&mut delegates, &[actor]),
                ActorKind::State => sides.push(known.name.clone()),
                _ => sides.extend(known.side.clone()),
            }
            sides.extend(known.side.clone());
        }
        place = end.max(place + 1);
    }
    (!delegates.is_empty()).then_some(What::Delegates { delegates, sides })
}

/// The words up to the marks around a token: "who led the team" of a sentence that goes on otherwise.
fn clause_around(scene: &Scene<'_>, token: usize, sentence: Words) -> Words {
    let is_mark = |place: &usize| scene.sort(*place) == Some(Sort::Comma);
    let from = (sentence.from..token).rev().find(is_mark).unwrap_or(sentence.from);
    Words::new(from, (token..sentence.to).find(is_mark).unwrap_or(sentence.to))
}

/// "was to have led", "will no longer lead", "resigned".
fn is_unreal(scene: &Scene<'_>, sentence: Words) -> bool {
    let perfect = sentence.indices().any(|place| scene.is(place, "to") && scene.is(place + 1, "have"));
    perfect
        || scene.has(sentence, list!("would resigned longer former not"))
        || scene.verbs_in(sentence).iter().any(|group| group.is_negated)
}

fn next_part(scene: &Scene<'_>, token: usize, sentence: Words) -> usize {
    (token..sentence.to).find(|place| scene.is_one(*place, list!("while whereas"))).unwrap_or(sentence.to)
}

fn previous_part(scene: &Scene<'_>, token: usize, sentence: Words) -> usize {
    (sentence.from..token)
        .rev()
        .find(|place| scene.is_one(*place, list!("while whereas")))
        .map_or(sentence.from, |place| place + 1)
}

/// Adds to the contact that it is about.
pub(super) fn add(scene: &Scene<'_>, drafts: &mut [Draft], addition: &Addition) {
    match &addition.what {
        What::Delegates { delegates, sides } => {
            let is_again = scene.has(addition.sentence, list!("again"));
            add_delegates(scene, drafts, delegates, sides, is_again);
        }
        What::Companions { named } => {
            let latest = drafts.iter_mut().max_by_key(|draft| draft.touched);
            let is_past =
                |draft: &&mut Draft| matches!(draft.status, ContactStatus::Occurred | ContactStatus::Ongoing);
            if let Some(draft) = latest.filter(is_past) {
                let is_there = named.iter().any(|actor| draft.company.contains(actor));
                let is_open = !draft.company.iter().any(|actor| is_named_person(scene, *actor));
                if is_there || is_open {
                    draft.add_all(named);
                }
            }
        }
        What::Joined { named, mediates } => {
            let here = scene.sentence_number(addition.sentence.from);
            let latest = drafts
                .iter_mut()
                .max_by_key(|draft| draft.touched)
                .filter(|draft| scene.sentence_number(draft.touched) + JOINED_SENTENCES_MAX >= here);
            if let Some(draft) = latest {
                draft.add_all(named);
                if *mediates && draft.sort == ContactType::NegotiationRound {
                    draft.sort = ContactType::MediationSession;
                }
            }
        }
        What::Venue(words) => {
            if let Some(draft) = drafts.iter_mut().max_by_key(|draft| draft.touched) {
                draft.places.push(*words);
            }
        }
        What::Lasted { day, minutes } => add_length(scene, drafts, *day, minutes, addition.sentence),
    }
}

/// Sentences back over which "joined after an hour" looks for what was joined.
const JOINED_SENTENCES_MAX: u32 = 3;

/// Days after which talks are those before, where later ones were told.
const OLD_DAYS: i32 = 5;

/// The latest contact that has one of them, or somebody of their side; the contact told last if none has.
fn add_delegates(
    scene: &Scene<'_>,
    drafts: &mut [Draft],
    delegates: &[ActorIndex],
    sides: &[String],
    is_again: bool,
) {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(drafts[*place].touched));
    order.truncate(8);
    // What was or is comes before what lies ahead, the talks at hand before those of weeks ago.
    let is_ahead = |draft: &Draft| matches!(draft.status, ContactStatus::Planned | ContactStatus::Expected);
    let end = |draft: &Draft| draft.when.as_ref().and_then(|when| when.end);
    let latest =
        order.iter().map(|place| &drafts[*place]).filter(|draft| !is_ahead(draft)).filter_map(end).max();
    let is_old = |draft: &Draft| {
        latest.zip(end(draft)).is_some_and(|(latest, end)| (latest - end).get_days() >= OLD_DAYS)
    };
    order.sort_by_key(|place| {
        let draft = &drafts[*place];
        (draft.is_earlier || is_old(draft), is_ahead(draft))
    });
    let fits = |place: &usize| {
        let draft = &drafts[*place];
        let is_open = !matches!(draft.status, ContactStatus::Conditional | ContactStatus::Cancelled);
        is_open && draft.company.iter().any(|actor| is_of(scene, *actor, sides))
    };
    let has_all = |place: &usize| delegates.iter().any(|actor| drafts[*place].company.contains(actor));
    let found = order
        .iter()
        .copied()
        .find(fits)
        .or_else(|| order.iter().copied().find(has_all))
        .or_else(|| order.first().copied());
    let Some(found) = found else { return };
    let whole = drafts[found].part_of;
    // "The teams were again led by Roe and Doe": as at the round before.
    let earlier = order.iter().copied().find(|place| {
        let draft = &drafts[*place];
        is_again && *place != found && fits(place) && (draft.is_earlier || is_old(draft))
    });
    for place in [Some(found), whole, earlier].into_iter().flatten() {
        let Some(draft) = drafts.get_mut(place) else { continue };
        for actor in delegates {
            draft.add(*actor);
        }
    }
    drafts[found].touched = drafts[found].touched.max(1);
}

fn is_of(scene: &Scene<'_>, actor: ActorIndex, sides: &[String]) -> bool {
    let Some(actor) = scene.actor(actor) else { return false };
    let is_body = matches!(actor.kind, ActorKind::Group | ActorKind::State | ActorKind::Organisation);
    is_body && sides.iter().any(|side| actor.side.as_deref() == Some(side) || actor.name == *side)
}

/// "the first day": of the contacts of single days told so far, in order of their days.
fn add_length(scene: &Scene<'_>, drafts: &mut [Draft], day: usize, minutes: &[u32], sentence: Words) {
    let Some(latest) = drafts.iter().max_by_key(|draft| draft.touched) else { return };
    let place = latest.places.first().copied();
    let mut days: Vec<(jiff::civil::Date, usize)> = drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| {
            let elsewhere = draft.places.first().zip(place);
            elsewhere.is_none_or(|(own, place)| super::fit::same_words(scene, *own, place))
        })
        .filter_map(|(index, draft)| draft.when.as_ref()?.start.map(|start| (start, index)))
        .collect();
    days.sort_unstable();
    let Some(draft) = days.get(day - 1).and_then(|(_, index)| drafts.get_mut(*index)) else { return };
    for length in minutes {
        if !draft.minutes.contains(length) {
            draft.minutes.push(*length);
        }
    }
    draft.mentions.push(span(scene, sentence));
    draft.touched = sentence.from;
}
