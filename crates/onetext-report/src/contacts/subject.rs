//! Who acts: the subject of a verb, of the verb that governs it, of the one before it.

mod relative;

use super::company::{add_all, list};
use super::object::is_named_person;
use super::scene::Scene;
use super::window;
use crate::grammar::{Tag, VerbGroup};
use crate::lexicon::Classes;
use crate::reading::{ActorIndex, ActorKind};
use crate::tokens::{List, Sort, Words, list};
use relative::{antecedent, before_aside, past_relative};

/// Words that stand for all who took part before.
const COLLECTIVE: List = List::of(
    "they sides parties pair duo trio teams delegations negotiators both \
    leaders ministers men women presidents countries governments counterparts nations envoys diplomats \
    officials representatives delegates them companies neighbours neighbors rivals",
);

/// Who acts, and whether the words stand for all who took part before.
#[derive(Clone, Debug, Default)]
pub(super) struct Subject {
    pub(super) actors: Vec<ActorIndex>,
    pub(super) is_collective: bool,
    /// Several whom nobody names: "sub-committees", "residents of both towns".
    pub(super) is_plural: bool,
    /// "the pair", "the two men": the last two persons that were told together.
    pub(super) is_pair: bool,
    /// Where it begins.
    pub(super) from: usize,
}

/// The subject of a verb group; for an infinitive that of the verb that governs it.
pub(super) fn of(scene: &Scene<'_>, group: &VerbGroup) -> Subject {
    let mut group = *group;
    if let Some(wanted) = of_wish(scene, &group).or_else(|| of_judgement(scene, &group)) {
        return wanted;
    }
    // "are set to return to Europe to brief": at most three verbs hang on one another.
    for _ in 0..4 {
        if group.is_finite {
            break;
        }
        let sentence = scene.sentence(group.words.from);
        let before = Words::new(sentence.from, group.words.from);
        let Some(governor) = scene.verbs_in(before).last() else { break };
        group = *governor;
    }
    // "agreed to exchange troops but made no headway": of those who agreed.
    let is_joined = group.words.from > 0 && scene.is_one(group.words.from - 1, list!("and but then"));
    let shared = if is_joined { shared_subject(scene, &group) } else { Subject::default() };
    if !shared.actors.is_empty() {
        return shared;
    }
    let own = before_aside(scene, &group).unwrap_or_else(|| direct_subject(scene, &group));
    if own.actors.is_empty() && !own.is_collective { shared_subject(scene, &group) } else { own }
}

/// "wants Roe and Doe to sit down together": those who are to do it.
fn of_wish(scene: &Scene<'_>, group: &VerbGroup) -> Option<Subject> {
    let wishing = list!(
        "want wants wanted urge urged urges ask asked asks invite invited invites press pressed \
        encourage encouraged expect expects expected allow allowed"
    );
    if group.is_finite {
        return None;
    }
    let sentence = scene.sentence(group.words.from);
    let governor = scene.verbs_in(Words::new(sentence.from, group.words.from)).last()?;
    let is_active = scene.is_one(governor.main, wishing) && !governor.is_passive;
    let from = governor.words.to;
    let (actors, end) = list(scene, from, group.words.from, false);
    // "invited Roe, the premier, to sit down": past the aside.
    let closes = end == group.words.from
        || scene.sort(group.words.from - 1) == Some(Sort::Comma)
            && scene.verbs_in(Words::new(end, group.words.from)).is_empty();
    let is_whole = is_active && !actors.is_empty() && closes;
    is_whole.then(|| Subject { actors, from, ..Subject::default() })
}

/// "criticised Roe for meeting Doe": the object of the judgement.
fn of_judgement(scene: &Scene<'_>, group: &VerbGroup) -> Option<Subject> {
    let judging = list!(
        "criticised criticized praised thanked blamed attacked accused commended rebuked faulted lauded hailed condemned"
    );
    let preposition = group.words.from.checked_sub(1)?;
    if group.is_finite || !scene.is_one(preposition, list!("for of")) {
        return None;
    }
    let sentence = scene.sentence(preposition);
    let judge = scene.verbs_in(Words::new(sentence.from, preposition)).last()?;
    let (actors, end) = list(scene, judge.words.to, preposition, false);
    let fits = scene.is_one(judge.main, judging) && !actors.is_empty() && end == preposition;
    fits.then(|| Subject { actors, from: judge.words.to, ..Subject::default() })
}

/// Tokens of a name before its verb.
const SUBJECT_TOKENS_MAX: usize = 8;

fn direct_subject(scene: &Scene<'_>, group: &VerbGroup) -> Subject {
    let region = window::behind(scene, group.words.from);
    let opener = region.from.checked_sub(1);
    let is_relative = opener.is_some_and(|token| scene.is_one(token, list!("who which")));
    if region.indices().all(|token| scene.tag(token) == Tag::Adverb) && is_relative {
        return antecedent(scene, region.from - 1);
    }
    if let Some(of_relative) = past_relative(scene, region) {
        return of_relative;
    }
    let from = after_fronted(scene, region);
    if scene.is_quoted(from) && scene.is_one(from, list!("I we")) {
        return of_quotation(scene, from);
    }
    if scene.is(from, "they")
        && let Some(of_sentence) = several_before(scene, region.from)
    {
        return of_sentence;
    }
    stated(scene, region, from)
}

/// "We met on Friday," Roe said: whoever speaks.
fn of_quotation(scene: &Scene<'_>, quoted: usize) -> Subject {
    let sentence = scene.sentence(quoted);
    let outside =
        |group: &&VerbGroup| group.is_finite && !scene.is_quoted(group.main) && scene.speaks(group.main);
    let Some(says) = scene.verbs_in(sentence).iter().find(outside) else { return Subject::default() };
    let mut subject = direct_subject(scene, says);
    if subject.actors.is_empty() {
        // "said Roe"
        subject.actors = list(scene, says.words.to, sentence.to, true).0;
    }
    subject.is_collective = scene.is(quoted, "we");
    subject
}

/// The subject that the words of a clause name.
fn stated(scene: &Scene<'_>, region: Words, from: usize) -> Subject {
    if scene.day_at(from).is_some() && scene.tag(from) == Tag::Noun {
        return Subject::default();
    }
    // "Neither Roe nor Doe attended"
    if scene.is_one(from, list!("neither none nobody no")) {
        return Subject::default();
    }
    let (mut actors, end) = list(scene, from, region.to, false);
    // "After the talks Roe held": no comma before the subject.
    // "They want to govern, Roe said": the name right before the verb.
    if actors.is_empty() {
        let is_led = scene.tag(from) == Tag::Preposition;
        let last = (from + 1..region.to).rev().take(SUBJECT_TOKENS_MAX).find(|place| {
            let before = *place - 1;
            scene.naming_at(*place).is_some_and(|(_, to)| to == region.to)
                && (is_led && !scene.is_one(before, list!("of with to in at from for by and"))
                    || scene.sort(before) == Some(Sort::Comma))
        });
        actors = last.and_then(|place| scene.naming_at(place)).map_or(vec![], |(actors, _)| actors);
    }
    add_last(scene, Words::new(end, region.to), &mut actors);
    // "A team led by Roe", "The delegation, led by Roe,"
    if let Some(by) = led_by(scene, region).filter(|by| actors.len() < 2 && *by + 1 < region.to) {
        add_all(&mut actors, &list(scene, by + 1, region.to, false).0);
    }
    let is_body = |actor: &ActorIndex| {
        scene.actor(*actor).is_none_or(|actor| {
            matches!(actor.kind, ActorKind::State | ActorKind::Organisation | ActorKind::Person)
        })
    };
    // "Roe and Doe left the table to the soldiers. They held": of whom the sentence before tells.
    if scene.is(from, "they")
        && actors.len() == 1
        && let Some(several) = subject_before(scene, from)
    {
        actors = several;
    }
    // "who took it up with Roe when they met": the two persons of the sentence.
    if scene.is(from, "they") && actors.len() <= 1 {
        let persons = persons_before(scene, from);
        if persons.len() == 2 {
            return Subject { actors: persons, is_collective: true, from, ..Subject::default() };
        }
    }
    // "They" are several: one name alone is not meant.
    if scene.is(from, "they") && actors.len() <= 1 && actors.iter().all(is_body) {
        actors = several_in_sentence_before(scene, from);
    }
    let stated = Words::new(from, end.max(region.to.min(from + 8)));
    // "The league and the players": one of them is known.
    let is_joined = actors.len() == 1
        && region
            .indices()
            .any(|place| scene.is(place, "and") && scene.is_one(place + 1, list!("the its their")));
    // "The five met", not "A mother of five met".
    let counts = list!("two three four five six seven");
    let is_counted =
        scene.is_one(from, counts) || scene.is_one(from, list!("the all")) && scene.is_one(from + 1, counts);
    let is_collective = is_joined || is_counted || scene.has(stated, COLLECTIVE);
    let is_pair = scene.has(stated, list!("pair duo"))
        || scene.has(stated, list!("two"))
            && scene.has(stated, list!("men women leaders officials envoys presidents"));
    let is_plural = actors.is_empty() && !is_collective && is_people(scene, region);
    Subject { actors, is_collective, is_plural, is_pair, from }
}

/// The persons named in the sentence before a token, each once.
fn persons_before(scene: &Scene<'_>, token: usize) -> Vec<ActorIndex> {
    let mut found = vec![];
    for place in scene.sentence(token).from..token {
        if let Some((actors, _)) = scene.naming_at(place) {
            let persons: Vec<ActorIndex> =
                actors.into_iter().filter(|actor| is_named_person(scene, *actor)).collect();
            add_all(&mut found, &persons);
        }
    }
    found
}

/// Bodies that meet, in the plural, where the lexicon has them as things.
const MEETING_BODIES: List = List::of(
    "committees sub-committees subcommittees panels groups experts councils \
        commissions task-forces",
);

/// Whether the noun right before the verb is of several persons or bodies.
fn is_people(scene: &Scene<'_>, region: Words) -> bool {
    region.to.checked_sub(1).is_some_and(|last| {
        let is_of_persons =
            scene.classes(last).any(Classes::HUMAN.with(Classes::OFFICE).with(Classes::SOURCE))
                && scene.parsed.text.word(last).ends_with('s');
        region.contains(last) && (is_of_persons || scene.is_one(last, MEETING_BODIES))
    })
}

/// "A team led by Roe": the "by".
fn led_by(scene: &Scene<'_>, region: Words) -> Option<usize> {
    region
        .indices()
        .find(|place| scene.is_one(*place, list!("led headed")) && scene.is(place + 1, "by"))
        .map(|led| led + 1)
}

/// The several persons with whom the sentence before begins.
fn subject_before(scene: &Scene<'_>, token: usize) -> Option<Vec<ActorIndex>> {
    let before = scene.sentence(scene.sentence(token).from.checked_sub(1)?);
    let (actors, _) = list(scene, scene.parsed.after_dateline(before), before.to, true);
    let are_persons = actors.iter().all(|actor| super::object::is_person(scene, *actor));
    (actors.len() >= 2 && are_persons).then_some(actors)
}

/// The last list of persons in the sentence before: whom "they" takes up.
pub(super) fn several_in_sentence_before(scene: &Scene<'_>, token: usize) -> Vec<ActorIndex> {
    let Some(last) = scene.sentence(token).from.checked_sub(1) else { return vec![] };
    let before = scene.sentence(last);
    let mut found = vec![];
    let mut place = before.from;
    while place < before.to {
        let Some((_, to)) = scene.naming_at(place) else {
            place += 1;
            continue;
        };
        let (mut actors, end) = list(scene, place, before.to, false);
        actors.retain(|actor| super::object::is_named_person(scene, *actor));
        if actors.len() >= 2 {
            found = actors;
        }
        place = end.max(to).max(place + 1);
    }
    found
}

/// "the union representing the drivers and the agency": whoever follows the last "and" before the verb.
fn add_last(scene: &Scene<'_>, rest: Words, actors: &mut Vec<ActorIndex>) {
    if actors.is_empty() {
        return;
    }
    let Some(and) = rest.indices().rev().find(|place| scene.is(*place, "and")) else { return };
    let first = (and + 1..rest.to.min(and + 8)).find_map(|place| scene.naming_at(place));
    if let Some((last, to)) = first
        && to + 2 >= rest.to
    {
        add_all(actors, &last);
    }
}

/// "Roe and Doe will fly to the capital, where they are to meet": the several of the verb before in the sentence.
fn several_before(scene: &Scene<'_>, at: usize) -> Option<Subject> {
    let sentence = scene.sentence(at);
    let earlier = scene.verbs_in(Words::new(sentence.from, at)).iter().rev().find(|verb| verb.is_finite)?;
    let region = window::behind(scene, earlier.words.from);
    let subject = stated(scene, region, after_fronted(scene, region));
    (subject.actors.len() >= 2).then_some(subject)
}

/// "Roe, Doe and Poe had failed: their talks": whom the clause before in the sentence tells of, where they are several.
pub(super) fn several_of_clause_before(scene: &Scene<'_>, at: usize) -> Option<Vec<ActorIndex>> {
    several_before(scene, at).map(|subject| subject.actors)
}

/// "X met Y and will see Z": the subject of the verb before.
fn shared_subject(scene: &Scene<'_>, group: &VerbGroup) -> Subject {
    let sentence = scene.sentence(group.words.from);
    let before = scene.verbs_in(Words::new(sentence.from, group.words.from));
    // "agreed to exchange seriously wounded troops but made no headway": past what only looks like a verb.
    let finite = before.iter().rev().filter(|verb| verb.is_finite).take(SHARED_VERBS_MAX);
    for earlier in finite {
        let gap = Words::new(earlier.words.to, group.words.from);
        if !scene.has(gap, list!("and then but before")) {
            break;
        }
        let subject = direct_subject(scene, earlier);
        if !subject.actors.is_empty() || subject.is_collective {
            return subject;
        }
    }
    Subject::default()
}

/// Verbs back over which a subject is looked for.
const SHARED_VERBS_MAX: usize = 2;

/// Past the place where the report was written.
fn after_dateline(scene: &Scene<'_>, region: Words) -> usize {
    let sentence = scene.sentence(region.from);
    if sentence.from != region.from {
        return region.from;
    }
    scene.parsed.after_dateline(sentence).min(region.to)
}

/// Where the clause begins after "On Monday," and "In Geneva,".
fn after_fronted(scene: &Scene<'_>, region: Words) -> usize {
    let mut place = after_dateline(scene, region);
    while place < region.to
        && (scene.sort(place) == Some(Sort::Comma) || scene.is_one(place, list!("and but then also")))
    {
        place += 1;
    }
    let begins_adverbial = scene.tag(place) == Tag::Preposition
        || scene.tag(place) == Tag::Adverb
        || scene.tag(place) == Tag::Subordinator
        || scene.verb_at(place).is_some_and(|group| !group.is_finite)
        || scene.day_at(place).is_some();
    if !begins_adverbial {
        return place;
    }
    // "After talks with her counterpart, Roe, she": past the apposition.
    let is_comma = |token: &usize| scene.sort(*token) == Some(Sort::Comma);
    let pronoun = (place + 1..region.to).rev().find(|token| scene.is_one(*token, list!("he she they it")));
    let comma = pronoun.and_then(|token| token.checked_sub(1)).filter(is_comma);
    let comma = comma.or_else(|| (place..region.to).find(is_comma));
    if let Some(comma) = comma {
        return comma + 1;
    }
    scene.day_at(place).or_else(|| scene.day_at(place + 1)).map_or(place, |day| day.words.to.max(place))
}
