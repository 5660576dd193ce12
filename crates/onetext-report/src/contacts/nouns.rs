//! A noun that names a contact: "a two-hour phone call on Saturday with two envoys".

mod days;
mod sorts;
mod whole;

use super::around::{self, Around};
use super::company;
use super::phrase;
use super::places;
use super::presence;
use super::refuse;
use super::scene::Scene;
use super::sighting::{Reference, Sighting};
use super::standing::{self, NounStanding, Role, Standing};
use super::window;
use super::words::{Noun, trigger};
use crate::grammar::Tag;
use crate::reading::ContactStatus;
use crate::tokens::{Case, Sort, Words, list};
pub(super) use days::minutes;
use whole::is_whole;

/// What a noun says of a contact; none where it is none.
pub(super) fn sighting(scene: &Scene<'_>, head: usize, noun: Noun, is_plural: bool) -> Option<Sighting> {
    if is_part_of_later(scene, head) || is_joined_to_earlier(scene, head) || is_in_name(scene, head) {
        return None;
    }
    let phrase = phrase::before(scene, head);
    let is_plural = is_plural && !is_one_of(scene, phrase);
    if refuse::noun(scene, phrase, head, is_plural) || !is_whole(scene, phrase, head, noun) {
        return None;
    }
    let measure = phrase::measure(scene, phrase);
    if measure.is_long {
        return None;
    }
    let full = Words::new(measure.from, head + 1);
    let after = before_clause(scene, full, own_words(scene, window::ahead(scene, head + 1, 1)));
    // "virtual meetings every week"
    if scene.has(after, list!("every regularly weekly often frequently routinely")) {
        return None;
    }
    let NounStanding { standing, role, is_told } = standing::of_noun(scene, full, after);
    // "is in talks": told, though no verb of its own says so.
    let is_told = is_told || role == Role::Adjunct && standing == Standing::Is(ContactStatus::Ongoing);
    let status = match standing {
        Standing::Not => return None,
        Standing::Is(status) => Some(status),
        Standing::Wished | Standing::Unsaid => None,
    };
    let day = days::of_contact(scene, full, after, standing, role);
    if standing == Standing::Wished && day.is_none() {
        return None;
    }
    let status = if standing == Standing::Wished { Some(ContactStatus::Conditional) } else { status };
    let mut around = around::of_noun(scene, full, head, after, is_told && role != Role::Subject, role);
    // "entered a second day": it goes on.
    let so_far = days::days_so_far(scene, after);
    let status = if so_far.is_some() && day.is_some() { Some(ContactStatus::Ongoing) } else { status };
    let third = add_third(scene, full, after, &mut around);
    let words = extent(scene, full, head, after);
    let sort = sorts::of_contact(scene, full, noun, after, &around);
    // "It will be the first visit": what was told before, once more.
    let is_predicate = is_predicate(scene, full.from);
    let status = status.filter(|_| !is_predicate);
    let pointing = match reference(scene, full, head, is_plural) {
        _ if noun == Noun::Table => Reference::Bare,
        _ if noun == Noun::Phone => Reference::Indefinite,
        _ if is_predicate => Reference::Definite,
        Reference::Definite if is_told && says_whose(scene, full, role) => Reference::Indefinite,
        other => other,
    };
    Some(Sighting {
        trigger: head,
        words,
        sort,
        is_generic: matches!(noun, Noun::Conversation | Noun::Talks) && sort == noun.sort(),
        is_verb: false,
        is_plural,
        is_joined: presence::is_joined(scene, full) || third == Third::Alone,
        reference: pointing,
        status,
        is_told,
        hosts: around.hosts,
        guests: around.guests,
        is_collective: around.is_collective,
        is_pair: around.is_pair,
        is_separate: is_plural
            && third == Third::Nobody
            && scene.has(full, list!("separate individual successive")),
        day,
        days_long: measure.days_long.or_else(|| days::days_before_end(scene, after)).or(so_far),
        minutes: days::minutes(scene, Words::new(full.from, after.to)),
        places: places_of(scene, full, head, after),
        medium: None,
        condition: None,
        is_quoted: scene.is_quoted(head),
    })
}

/// "held their first meeting": whose it is, not which.
fn says_whose(scene: &Scene<'_>, full: Words, role: Role) -> bool {
    role == Role::Object && scene.is_one(full.from, list!("their his her its"))
}

/// Who is named beside those who meet: "hosted by Roe", "and are led by Doe".
#[derive(Clone, Copy, PartialEq, Eq)]
enum Third {
    Nobody,
    /// And others.
    Beside,
    /// "The talks opened on Monday and are led by Roe": of what was told before, where nothing was said of her.
    Alone,
}

/// Adds third ones to those who are named with the noun.
fn add_third(scene: &Scene<'_>, full: Words, after: Words, around: &mut Around) -> Third {
    let third = presence::third(scene, after);
    company::add_all(&mut around.guests, &third);
    let led_by = presence::by_next_verb(scene, after);
    let is_open = around.hosts.is_empty() && around.guests.iter().all(|guest| third.contains(guest));
    company::add_all(&mut around.guests, &led_by);
    around.hosts.retain(|host| !third.contains(host));
    match (third.is_empty(), led_by.is_empty()) {
        (true, true) => Third::Nobody,
        _ if is_open && scene.is_one(full.from, list!("the these those")) => Third::Alone,
        _ => Third::Beside,
    }
}

/// "Before the plenary, Roe and Doe met": what follows the comma is the clause, not the noun's.
fn before_clause(scene: &Scene<'_>, full: Words, after: Words) -> Words {
    let sentence = scene.sentence(full.from);
    let is_fronted = full.from == sentence.from + 1 && scene.tag(sentence.from) == Tag::Preposition;
    // "At their round, held in May, they agreed": which round.
    let is_aside = |comma: usize| scene.is_one(comma + 1, list!("held which scheduled hosted convened"));
    let mut commas = after.indices().filter(|token| scene.sort(*token) == Some(Sort::Comma));
    let comma = commas.find(|comma| *comma > after.from || !is_aside(*comma)).filter(|_| is_fronted);
    Words::new(after.from, comma.unwrap_or(after.to))
}

/// "the National Mediation Board": a word of a name.
fn is_in_name(scene: &Scene<'_>, head: usize) -> bool {
    let is_capital = |token: usize| scene.case(token) != Case::Lower && scene.sort(token) == Some(Sort::Word);
    let goes_on = is_capital(head + 1) && scene.in_one_sentence(head, head + 1);
    let is_of_body = scene.is_one(head, list!("mediation conciliation arbitration consultation conference"));
    is_capital(head)
        && head > scene.sentence(head).from
        && (goes_on && scene.day_at(head + 1).is_none() || is_of_body)
}

/// Whether a form of "be" stands right before.
fn is_predicate(scene: &Scene<'_>, from: usize) -> bool {
    from.checked_sub(1)
        .is_some_and(|before| scene.is_one(before, list!("be is was were been are becomes became")))
}

/// Words that look like verbs where they are nouns: "weekend talks on tariffs", "the visit".
pub(super) fn is_noun_here(scene: &Scene<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return scene.is(token, "talks") };
    if matches!(scene.tag(before), Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Numeral) {
        return !scene.parsed.text.word(token).ends_with("ing") || scene.is(token, "meeting");
    }
    // "a midnight talk": no verb has such a subject.
    let phrase = phrase::before(scene, token);
    if scene.is_one(phrase.from, list!("a an another one"))
        && !phrase.is_empty()
        && !scene.parsed.text.word(token).ends_with('s')
    {
        return true;
    }
    let is_spoken_to = scene.is_one(token + 1, list!("to about")) && scene.tag(before) != Tag::Preposition;
    scene.is(token, "talks")
        && !is_spoken_to
        && !matches!(scene.tag(before), Tag::Pronoun | Tag::To | Tag::Modal)
}

/// The words after the noun up to the phrase of another contact: "the call capped | three days of talks".
fn own_words(scene: &Scene<'_>, after: Words) -> Words {
    let names = |token: &usize| {
        let is_noun = trigger(scene.parsed.text.word(*token)).is_some_and(|found| found.noun.is_some());
        is_noun
            && scene.verb_at(*token).is_none()
            && !is_of_house(scene, *token)
            && !is_joined_to_earlier(scene, *token)
            && !is_part_of_later(scene, *token)
    };
    // "agreed in a call | to meet next month"
    let is_to_do = |token: &usize| {
        scene.is(*token, "to")
            && scene.verb_at(*token + 1).or_else(|| scene.verb_at(*token)).is_some_and(|group| {
                !group.is_finite
                    && trigger(scene.parsed.text.word(group.main)).is_some_and(|found| found.verb.is_some())
            })
    };
    // "a gathering that was meant | to discuss it has been postponed": of the gathering itself.
    let is_meant = |to: &usize| {
        scene.verbs_in(Words::new(after.from, *to)).last().is_some_and(|verb| {
            window::is_restrictive(scene, verb)
                && scene.is_one(verb.main, list!("meant supposed designed intended due set"))
        })
    };
    let after = match after.indices().find(|to| is_to_do(to) && !is_meant(to)) {
        Some(to) => Words::new(after.from, to),
        None => after,
    };
    let Some(other) = after.indices().find(names) else { return after };
    let from = phrase::measure(scene, phrase::before(scene, other)).from;
    Words::new(after.from, from.clamp(after.from, after.to))
}

/// "the conference center", "the meeting room": where, not another one.
fn is_of_house(scene: &Scene<'_>, head: usize) -> bool {
    scene.is_one(
        head + 1,
        list!("center centre room hall venue hotel building house site table suite chamber complex"),
    )
}

/// "negotiation meeting", "round of talks": the later word is the head.
fn is_part_of_later(scene: &Scene<'_>, head: usize) -> bool {
    let names =
        |token: usize| trigger(scene.parsed.text.word(token)).is_some_and(|found| found.noun.is_some());
    if names(head + 1) && scene.tag(head + 1) != Tag::Verb && scene.verb_at(head + 1).is_none() {
        return true;
    }
    let is_counted = scene.is_one(head, list!("round rounds session sessions table"));
    is_counted
        && scene.is(head + 1, "of")
        && (head + 2..head + 7).take_while(|token| scene.sort(*token) == Some(Sort::Word)).any(names)
}

/// "negotiations and meetings": one mention, the first word's.
fn is_joined_to_earlier(scene: &Scene<'_>, head: usize) -> bool {
    let Some(before) = head.checked_sub(2) else { return false };
    scene.is_one(before + 1, list!("and or"))
        && trigger(scene.parsed.text.word(before)).is_some_and(|found| found.noun.is_some())
        && scene.verb_at(before).is_none()
}

/// "the last of those sessions": one of several.
fn is_one_of(scene: &Scene<'_>, full: Words) -> bool {
    let of = full.from.checked_sub(1).filter(|of| scene.is(*of, "of"));
    of.and_then(|of| of.checked_sub(1)).is_some_and(|which| {
        scene.is_one(which, list!("last latest first second third fourth fifth most one"))
            && scene.is_one(full.from, list!("those these the their such"))
    })
}

fn reference(scene: &Scene<'_>, full: Words, head: usize, is_plural: bool) -> Reference {
    let before = Words::new(full.from, head);
    if is_one_of(scene, full) {
        return Reference::Further;
    }
    if scene.has(
        before,
        list!(
            "another new second third fourth fifth next further fresh additional follow-up \
                more separate previous prior"
        ),
    ) {
        return Reference::Further;
    }
    let first = full.from;
    // "since the first gathering in this format": one before those at hand.
    let is_first = scene.has(before, list!("first")) && scene.is(full.from, "the");
    if is_first || scene.has(before, list!("first")) && scene.has(full, list!("round")) {
        return Reference::Further;
    }
    if scene.is_one(first, list!("the this that these those his her their its our")) {
        return Reference::Definite;
    }
    let possessed = before.indices().any(|token| scene.sort(token) == Some(Sort::Possessive));
    if possessed || scene.days_in(before).iter().any(|day| day.words.to <= head) {
        return Reference::Definite;
    }
    if scene.is_one(first, list!("a an one")) {
        return Reference::Indefinite;
    }
    if is_plural || before.is_empty() { Reference::Bare } else { Reference::Indefinite }
}

fn places_of(scene: &Scene<'_>, full: Words, head: usize, after: Words) -> Vec<Words> {
    let mut found = places::inside(scene, before_topic(scene, after));
    if found.is_empty()
        && let Some(predicate) = scene.verbs_in(after).iter().find(|group| group.is_finite)
    {
        found = places::inside(scene, Words::new(predicate.words.to.min(after.to), after.to));
    }
    if found.is_empty() {
        found.extend(places::before_noun(scene, full, head));
    }
    if found.is_empty() && full.from > 0 && (scene.is(full.from - 1, "for") || flies_first(scene, full.from))
    {
        found.extend(places::of_journey(scene, full.from - 1));
    }
    // "spent the day in the capital, where she held talks"
    let clause = window::behind(scene, full.from);
    let clause = scene
        .verb_at(clause.from.saturating_sub(1))
        .map_or(clause, |verb| window::behind(scene, verb.words.from));
    let opener = clause.from.saturating_sub(1);
    if found.is_empty() && scene.is(opener, "where") {
        found = places::inside(scene, Words::new(scene.sentence(opener).from, opener));
        found.drain(..found.len().saturating_sub(1));
    }
    if found.is_empty() && scene.is_one(head, list!("visit trip visits trips")) {
        let to = after.indices().take(8).find(|place| scene.is(*place, "to"));
        found.extend(to.and_then(|to| places::at(scene, to + 1, after.to)));
    }
    if found.is_empty()
        && scene.is_one(head + 1, list!("to"))
        && scene.is_one(head, list!("visit trip visits trips"))
    {
        found.extend(places::at(scene, head + 2, after.to));
    }
    found
}

/// "flew to Cairo and held talks": one journey, one place.
fn flies_first(scene: &Scene<'_>, from: usize) -> bool {
    let sentence = scene.sentence(from);
    let verbs = scene.verbs_in(Words::new(sentence.from, from));
    let Some([before, last]) = verbs.last_chunk::<2>() else { return false };
    places::is_travel(scene, before.main)
        && scene.has(Words::new(before.words.to, last.words.from), list!("and"))
}

/// The words before "on", "about", "for": the war in a country is not where its talks are.
fn before_topic(scene: &Scene<'_>, after: Words) -> Words {
    let begins = |place: &usize| {
        scene.is_one(*place, list!("on about for over regarding aimed to"))
            && scene.day_at(*place).is_none()
            && scene.day_at(*place + 1).is_none()
            && (scene.verb_at(*place).is_none() || scene.is(*place, "to"))
    };
    Words::new(after.from, after.indices().find(begins).unwrap_or(after.to))
}

/// The words that speak of the contact: the phrase with what was found after it.
fn extent(scene: &Scene<'_>, full: Words, head: usize, after: Words) -> Words {
    let first_verb =
        scene.verbs_in(after).iter().find(|group| group.is_finite).map_or(after.to, |group| group.words.from);
    let mut to = first_verb.min(after.to).max(head + 1);
    while to > head + 1 && matches!(scene.sort(to - 1), Some(Sort::Comma | Sort::Dash)) {
        to -= 1;
    }
    Words::new(full.from, to)
}
