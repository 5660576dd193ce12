//! Days that a mention takes over from what was told beside it: "in the morning", "then", "on the eve of the talks".

use jiff::civil::Date;

use crate::contacts::draft::Draft;
use crate::contacts::scene::{Day, Scene};
use crate::contacts::sighting::{Reference, Sighting};
use crate::contacts::words;
use crate::dates::{self, Meaning, Tense};
use crate::lexicon::Classes;
use crate::reading::{ActorIndex, ContactStatus, ContactType, Precision, When};
use crate::tokens::{Sort, Words, list};

/// Sentences back over which "in the morning" looks for its day.
const PART_SENTENCES_MAX: u32 = 3;

/// "She also saw the officers": on the day of what was told of her before.
pub(in crate::contacts) fn beside_last(
    scene: &Scene<'_>,
    drafts: &[Draft],
    sighting: &Sighting,
) -> Option<When> {
    let from = sighting.words.from;
    let first = scene.sentence(from).from;
    let says_also = !sighting.is_verb
        && sighting.is_told
        && scene.has(Words::new(first, from), list!("also earlier later afterwards"));
    let is_beside = (sighting.is_verb || says_also)
        && sighting.status == Some(ContactStatus::Occurred)
        && (says_also
            || scene.has(sighting.words, list!("same")) && scene.has(sighting.words, list!("time"))
            || scene.has(
                Words::new(from.saturating_sub(1), sighting.trigger),
                list!("also later then afterwards"),
            )
            || scene.is_one(first, list!("before after later afterwards"))
                && scene.classes(first + 1).any(Classes::VERB_ING)
            || scene.is_one(first, list!("there then inside outside"))
                && scene.sort(first + 1) != Some(Sort::Word)
            || scene.is(first, "on")
                && scene.is(first + 1, "the")
                && scene.is_one(first + 2, list!("way sidelines margins")));
    let is_then = sighting.is_verb
        && sighting.status == Some(ContactStatus::Occurred)
        && scene.has(Words::new(first, sighting.trigger), list!("then"))
        && scene.days_in(scene.sentence(from)).is_empty();
    let is_near = is_beside || is_then || is_told_next(scene, drafts, sighting);
    let has_been = |draft: &&Draft| matches!(draft.status, ContactStatus::Occurred | ContactStatus::Ongoing);
    let last = drafts.iter().filter(|_| is_near).filter(has_been).max_by_key(|draft| draft.touched)?;
    let is_same = sighting.company().any(|actor| last.company.contains(&actor));
    // "Roe then went to the port, where she met Doe": right after what was told.
    let is_then = scene.has(Words::new(first, sighting.trigger), list!("then"))
        && scene.sentence_number(last.touched) + 2 >= scene.sentence_number(sighting.trigger);
    last.when.clone().filter(|_| is_same || is_then)
}

/// What is told in the plain past, without a day, in the sentence after a contact of one day and in its paragraph, is of
/// that day: "Roe met Doe on Friday. She pulled his envoy aside". Not "had met", "earlier".
fn is_told_next(scene: &Scene<'_>, drafts: &[Draft], sighting: &Sighting) -> bool {
    let Some(last) = drafts.iter().max_by_key(|draft| draft.touched) else { return false };
    let text = &scene.parsed.text;
    let paragraph = |sentence: u32| text.sentences.get(sentence as usize).map(|sentence| sentence.paragraph);
    let (before, here) = (scene.sentence_number(last.touched), scene.sentence_number(sighting.trigger));
    let is_near = before <= here && here <= before + 1 && paragraph(before) == paragraph(here);
    let sentence = scene.sentence(sighting.trigger);
    let main = if sighting.is_verb {
        scene.verb_at(sighting.trigger)
    } else {
        scene.verbs_in(Words::new(sentence.from, sighting.words.from)).last()
    };
    let is_past = main.is_some_and(|verb| {
        verb.is_finite
            && verb.tense == crate::grammar::Tense::Past
            && !scene.has(Words::new(verb.words.from, verb.main), list!("had 'd"))
    });
    let is_one_day = last.when.as_ref().is_some_and(|when| when.start.is_some() && when.start == when.end);
    let is_elsewhen = scene.has(sentence, list!("earlier previously once before since ever ago last"))
        || !scene.days_in(sentence).is_empty();
    let is_told = sighting.is_verb || sighting.is_told;
    is_near
        && is_past
        && is_one_day
        && is_told
        && !is_elsewhen
        && !sighting.is_quoted
        && !matches!(sighting.sort, ContactType::Letter | ContactType::Visit)
        && sighting.status == Some(ContactStatus::Occurred)
}

/// "Before the plenary, the two met": on the day of what they met before.
pub(in crate::contacts) fn on_occasion(
    scene: &Scene<'_>,
    drafts: &[Draft],
    sighting: &Sighting,
    last: Option<(usize, usize)>,
) -> Option<When> {
    let (place, trigger) = last.filter(|(_, trigger)| scene.in_one_sentence(*trigger, sighting.trigger))?;
    let sentence = scene.sentence(trigger);
    let is_fronted =
        scene.is_one(sentence.from, list!("before after during following")) && trigger < sentence.from + 6;
    let draft = drafts.get(place)?;
    let is_one_day = draft.when.as_ref().is_some_and(|when| when.start == when.end);
    let is_told = sighting.is_verb || sighting.is_told;
    let fits = is_fronted && is_one_day && is_told && sighting.status == Some(ContactStatus::Occurred);
    draft.when.clone().filter(|_| fits)
}

/// "Roe walked into the jail yesterday. She spent an hour with the prisoners": what the sentence goes on about is of the day
/// that the one before tells, if that is the only one and of the same person.
pub(in crate::contacts) fn day_before(
    scene: &Scene<'_>,
    drafts: &[Draft],
    sighting: &Sighting,
) -> Option<Day> {
    let is_planned = sighting.status == Some(ContactStatus::Planned) && sighting.is_verb;
    let tense = if is_planned { Tense::Future } else { Tense::Past };
    let goes_on = (is_planned || sighting.status == Some(ContactStatus::Occurred))
        && !sighting.is_quoted
        && sighting.days_long.is_none()
        && matches!(sighting.reference, Reference::Indefinite | Reference::Bare)
        && !matches!(sighting.sort, ContactType::Visit | ContactType::Letter);
    let sentence = scene.sentence(sighting.trigger);
    let last = sentence.from.checked_sub(1).filter(|_| goes_on)?;
    let before = scene.sentence(last);
    let is_single = |day: &&Day| {
        scene.expressions.get(day.expression).is_some_and(|expression| {
            let when = dates::resolve(expression, scene.anchor, tense);
            let is_to_come = !is_planned || when.start >= scene.anchor;
            when.start.is_some() && when.start == when.end && is_to_come
        })
    };
    let mut single = scene.days_in(before).iter().filter(is_single);
    let (Some(day), None) = (single.next(), single.next()) else { return None };
    let names = |run: Words, actor: ActorIndex| {
        run.indices().any(|token| scene.naming_at(token).is_some_and(|(actors, _)| actors.contains(&actor)))
    };
    let is_of_side = |host: ActorIndex| {
        let state = scene.actor(host).and_then(|actor| scene.state_called(actor.side.as_deref()?));
        state.is_some_and(|state| names(before, state))
    };
    let is_of_host = sighting.hosts.iter().any(|host| names(before, *host) || is_of_side(*host));
    let is_told = drafts.iter().any(|draft| scene.in_one_sentence(draft.touched, last));
    let is_hosts = |draft: &Draft| sighting.hosts.iter().any(|host| draft.company.contains(host));
    let is_told_of_other = is_told && !drafts.last().is_some_and(is_hosts);
    (is_of_host && !is_told_of_other && scene.days_in(sentence).is_empty()).then_some(*day)
}

/// "The talks on Saturday ... She had met Roe in the morning": of the day on which what was told before took place.
pub(in crate::contacts) fn part_of_told_day(
    scene: &Scene<'_>,
    drafts: &[Draft],
    sighting: &Sighting,
    expression: &dates::Expression,
) -> Option<When> {
    let is_part = matches!(expression.meaning, Meaning::PartOfDay)
        && matches!(sighting.status, Some(ContactStatus::Occurred | ContactStatus::Cancelled));
    let near = |draft: &&Draft| {
        scene.sentence_number(draft.touched) + PART_SENTENCES_MAX >= scene.sentence_number(sighting.trigger)
    };
    let last = drafts.iter().filter(|_| is_part).filter(near).max_by_key(|draft| draft.touched)?;
    let when = last.when.as_ref().filter(|when| when.start.is_some() && when.start == when.end)?;
    let has_been = when.end <= scene.anchor;
    has_been.then(|| When { words: Some(expression.span), precision: Precision::PartOfDay, ..when.clone() })
}

/// '"We met today," she said on Thursday': the day on which it was said, where the sentence tells one outside the quotation.
pub(in crate::contacts) fn said_on(scene: &Scene<'_>, sighting: &Sighting) -> Option<Date> {
    let sentence = scene.sentence(sighting.trigger);
    let outside = scene.days_in(sentence).iter().rev().find(|day| !scene.is_quoted(day.words.from));
    let day = outside.filter(|_| sighting.is_quoted)?;
    let when = dates::resolve(scene.expressions.get(day.expression)?, scene.anchor, Tense::Past);
    when.start.filter(|_| when.start == when.end)
}

/// "on the eve of the talks": the day before what was told last on a single day.
pub(in crate::contacts) fn on_the_eve(
    scene: &Scene<'_>,
    drafts: &[Draft],
    sighting: &Sighting,
) -> Option<When> {
    let eve = sighting.words.indices().find(|token| scene.is(*token, "eve") && scene.is(*token + 1, "of"))?;
    let is_told = scene.is_one(eve + 2, list!("the this that their those"))
        && words::trigger(scene.parsed.text.word(eve + 3)).is_some_and(|found| found.noun.is_some());
    let dated = |draft: &&Draft| draft.when.as_ref().is_some_and(|when| when.start.is_some());
    // "the talks" are those at hand, not what was told of years ago.
    let has_been = |draft: &&Draft| draft.when.as_ref().is_some_and(|when| when.end <= scene.anchor);
    let start = |draft: &&Draft| (draft.when.as_ref().and_then(|when| when.start), draft.touched);
    let dated: Vec<&Draft> = drafts.iter().filter(dated).collect();
    let last = dated.iter().filter(|draft| has_been(draft)).max_by_key(|draft| start(draft));
    let last = last.or_else(|| dated.iter().max_by_key(|draft| draft.touched)).filter(|_| is_told)?;
    let day = last.when.as_ref()?.start?.yesterday().ok()?;
    let words = scene.parsed.text.span(Words::new(eve, eve + 2));
    Some(When { words: Some(words), start: Some(day), end: Some(day), precision: Precision::Day })
}

/// "on Thursday, on the eve of Roe's talks with Doe": those are on the day after.
pub(in crate::contacts) fn after_eve(scene: &Scene<'_>, sighting: &Sighting) -> Option<When> {
    let of = sighting.words.from.checked_sub(1).filter(|of| scene.is(*of, "of"))?;
    let eve = of.checked_sub(1).filter(|eve| scene.is(*eve, "eve"))?;
    // "talks on Friday" say it themselves.
    if !scene.days_in(sighting.words).is_empty() {
        return None;
    }
    let told = scene.days_in(Words::new(scene.sentence(eve).from, eve)).last()?;
    let verbs = scene.verbs_in(Words::new(scene.sentence(eve).from, told.words.from));
    let main = verbs.iter().rfind(|verb| verb.is_finite);
    let is_ahead = main.is_some_and(|verb| verb.tense == crate::grammar::Tense::Future);
    let tense = if is_ahead { Tense::Future } else { Tense::Past };
    let when = dates::resolve(scene.expressions.get(told.expression)?, scene.anchor, tense);
    let day = when.start.filter(|_| when.start == when.end)?.tomorrow().ok()?;
    let words = scene.parsed.text.span(Words::new(eve, of + 1));
    Some(When { words: Some(words), start: Some(day), end: Some(day), precision: Precision::Day })
}
