//! A noun that names a contact: "a two-hour phone call on Saturday with two envoys".

use super::around;
use super::company;
use super::medium::{by_phone, by_video};
use super::phrase;
use super::places;
use super::presence;
use super::refuse;
use super::scene::{Day, Scene};
use super::sighting::{Reference, Sighting};
use super::standing::{self, NounStanding, Role, Standing};
use super::window;
use super::words::{Noun, trigger};
use crate::dates::{self, Tense};
use crate::grammar::Tag;
use crate::reading::{ActorKind, ContactStatus, ContactType};
use crate::tokens::{Case, Sort, Words};

/// What a noun says of a contact; none where it is none.
pub(super) fn sighting(scene: &Scene<'_>, head: usize, noun: Noun, is_plural: bool) -> Option<Sighting> {
    if is_part_of_later(scene, head) || is_joined_to_earlier(scene, head) {
        return None;
    }
    let phrase = phrase::before(scene, head);
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
    if scene.has(after, "every regularly weekly often frequently routinely") {
        return None;
    }
    let NounStanding { standing, role, is_told } = standing::of_noun(scene, full, after);
    let status = match standing {
        Standing::Not => return None,
        Standing::Is(status) => Some(status),
        Standing::Wished | Standing::Unsaid => None,
    };
    let days =
        day_of(scene, full, after).filter(|day| standing != Standing::Wished || day.words.from >= full.from);
    if standing == Standing::Wished && days.is_none() {
        return None;
    }
    let status = if standing == Standing::Wished { Some(ContactStatus::Conditional) } else { status };
    // "was cancelled on Tuesday": the day of the cancelling, unless it says for when.
    let days = days.filter(|day| {
        let calls_off = status == Some(ContactStatus::Cancelled) && role == Role::Subject;
        let is_behind = scene
            .verbs_in(Words::new(full.to, day.words.from))
            .iter()
            .any(|verb| verb.is_finite && !window::is_restrictive(scene, verb));
        !(calls_off && is_behind && !scene.is_one(day.words.from.saturating_sub(1), "for"))
    });
    let sort = sort_of(scene, full, noun, after);
    let around = around::of_noun(scene, full, head, after, is_told && role != Role::Subject, role);
    let mut around = around;
    let third = presence::third(scene, after);
    company::add_all(&mut around.guests, &third);
    around.hosts.retain(|host| !third.contains(host));
    let words = extent(scene, full, head, after);
    let sort = if noun == Noun::Talks && are_leaders(scene, full, head, &around) {
        ContactType::Meeting
    } else {
        sort
    };
    // "It will be the first visit": what was told before, once more.
    let is_predicate = is_predicate(scene, full.from);
    let status = status.filter(|_| !is_predicate);
    Some(Sighting {
        trigger: head,
        words,
        sort,
        is_generic: matches!(noun, Noun::Conversation | Noun::Talks) && sort == noun.sort(),
        is_verb: false,
        is_plural,
        reference: match reference(scene, full, head, is_plural) {
            _ if noun == Noun::Table => Reference::Bare,
            _ if is_predicate => Reference::Definite,
            // "held their first meeting": whose it is, not which.
            Reference::Definite
                if is_told && role == Role::Object && scene.is_one(full.from, "their his her its") =>
            {
                Reference::Indefinite
            }
            other => other,
        },
        status,
        is_told,
        hosts: around.hosts,
        guests: around.guests,
        is_collective: around.is_collective,
        is_pair: around.is_pair,
        is_separate: is_plural && third.is_empty() && scene.has(full, "separate individual successive"),
        day: days,
        days_long: measure.days_long.or_else(|| days_before_end(scene, after)),
        minutes: minutes(scene, Words::new(full.from, after.to)),
        places: places_of(scene, full, head, after),
        medium: None,
        condition: None,
        is_quoted: scene.is_quoted(head),
    })
}

/// "talks with the foreign minister": what one person has with another is a meeting, not a round between sides.
fn are_leaders(scene: &Scene<'_>, full: Words, head: usize, around: &around::Around) -> bool {
    /// Words by which talks are negotiations, whoever leads them.
    const OF_SIDES: &str = "peace trade ceasefire cease-fire truce contract wage pay budget coalition nuclear climate \
        tariff indirect proximity round rounds negotiating bargaining mediated technical direct further marathon";
    let is_one = |actor: &crate::reading::ActorIndex| {
        scene.actor(*actor).is_some_and(|actor| {
            matches!(actor.kind, ActorKind::Person | ActorKind::PersonByOffice | ActorKind::Organisation)
        })
    };
    let is_person =
        |actor: &crate::reading::ActorIndex| is_one(actor) && !super::frames::is_body(scene, *actor);
    let all: Vec<_> = around.hosts.iter().chain(&around.guests).collect();
    // "talks with the president and seven leaders": leaders meet, envoys and negotiators negotiate.
    let is_envoy = |actor: &crate::reading::ActorIndex| {
        scene.actor(*actor).and_then(|actor| actor.office.as_deref()).is_some_and(|office| {
            ["envoy", "negotiator", "representative", "delegat", "mediator"]
                .iter()
                .any(|word| office.contains(word))
        })
    };
    let leads = |actor: &crate::reading::ActorIndex| {
        scene.actor(*actor).is_some_and(|actor| {
            ["leaders", "presidents", "ministers", "chiefs"].iter().any(|word| actor.name.ends_with(word))
        })
    };
    let are_several = all.len() > 2
        && all.iter().all(|actor| is_one(actor) && !is_envoy(actor) || leads(actor))
        && all.iter().any(|actor| leads(actor));
    scene.is_one(head, "talks discussions talk discussion")
        && !scene.has(full, OF_SIDES)
        && (all.len() == 2 || are_several)
        && all.iter().all(|actor| is_one(actor) || leads(actor))
        && all.iter().any(|actor| is_person(actor))
}

/// "wound up on Friday after three days": how many days it took until it ended.
fn days_before_end(scene: &Scene<'_>, after: Words) -> Option<u16> {
    let ended = "ended wound concluded closed broke finished adjourned wrapped collapsed";
    let sentence = scene.sentence(after.from);
    let near = Words::new(after.from, sentence.to.min(after.to + 6));
    scene.has(after, ended).then_some(())?;
    let place = near.indices().find(|place| scene.is(*place, "after") && scene.is_one(place + 2, "days"))?;
    phrase::number(scene.parsed.text.word(place + 1))
}

/// "Before the plenary, Roe and Doe met": what follows the comma is the clause, not the noun's.
fn before_clause(scene: &Scene<'_>, full: Words, after: Words) -> Words {
    let sentence = scene.sentence(full.from);
    let is_fronted = full.from == sentence.from + 1 && scene.tag(sentence.from) == Tag::Preposition;
    let comma = after.indices().find(|token| scene.sort(*token) == Some(Sort::Comma)).filter(|_| is_fronted);
    Words::new(after.from, comma.unwrap_or(after.to))
}

/// Whether a form of "be" stands right before.
fn is_predicate(scene: &Scene<'_>, from: usize) -> bool {
    from.checked_sub(1).is_some_and(|before| scene.is_one(before, "be is was were been are becomes became"))
}

/// Words that look like verbs where they are nouns: "weekend talks on tariffs", "the visit".
pub(super) fn is_noun_here(scene: &Scene<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return scene.is(token, "talks") };
    if matches!(scene.tag(before), Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Numeral) {
        return !scene.parsed.text.word(token).ends_with("ing") || scene.is(token, "meeting");
    }
    // "a midnight talk": no verb has such a subject.
    let phrase = phrase::before(scene, token);
    if scene.is_one(phrase.from, "a an another one")
        && !phrase.is_empty()
        && !scene.parsed.text.word(token).ends_with('s')
    {
        return true;
    }
    let is_spoken_to = scene.is_one(token + 1, "to about") && scene.tag(before) != Tag::Preposition;
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
            && !is_joined_to_earlier(scene, *token)
            && !is_part_of_later(scene, *token)
    };
    let Some(other) = after.indices().find(names) else { return after };
    let from = phrase::measure(scene, phrase::before(scene, other)).from;
    Words::new(after.from, from.clamp(after.from, after.to))
}

/// "negotiation meeting", "round of talks": the later word is the head.
fn is_part_of_later(scene: &Scene<'_>, head: usize) -> bool {
    let names =
        |token: usize| trigger(scene.parsed.text.word(token)).is_some_and(|found| found.noun.is_some());
    if names(head + 1) && scene.tag(head + 1) != Tag::Verb && scene.verb_at(head + 1).is_none() {
        return true;
    }
    let is_counted = scene.is_one(head, "round rounds session sessions table");
    is_counted
        && scene.is(head + 1, "of")
        && (head + 2..head + 7).take_while(|token| scene.sort(*token) == Some(Sort::Word)).any(names)
}

/// "negotiations and meetings": one mention, the first word's.
fn is_joined_to_earlier(scene: &Scene<'_>, head: usize) -> bool {
    let Some(before) = head.checked_sub(2) else { return false };
    scene.is_one(before + 1, "and or")
        && trigger(scene.parsed.text.word(before)).is_some_and(|found| found.noun.is_some())
        && scene.verb_at(before).is_none()
}

/// "table", "round", "conference", "dinner" stand for a contact only in some company.
fn is_whole(scene: &Scene<'_>, phrase: Words, head: usize, noun: Noun) -> bool {
    match noun {
        Noun::Table => {
            scene.has(phrase, "bargaining negotiating negotiation mediation") || returns_to(scene, phrase)
        }
        Noun::Conference => {
            scene.has(
                phrase,
                "peace donor donors pledging international reconstruction recovery security climate un u.n.",
            ) && !scene.has(phrase, "press news")
                || scene.has(phrase, "video")
                || scene.is_one(head - 1, "in into") && scene.is(head + 1, "with")
        }
        Noun::Engagement => {
            let to = scene.sentence(head).to.min(head + 5);
            scene.has(Words::new(head + 1, to), "between") && !scene.has(phrase, "military fire")
        }
        // "the bilateral relationship"
        Noun::Meeting if scene.is_one(head, "bilateral trilateral") => {
            scene.case(head + 1) != Case::Lower
                || !matches!(scene.tag(head + 1), Tag::Noun | Tag::Adjective)
                || scene.day_at(head + 1).is_some()
        }
        Noun::Meal => {
            let had = head > 0
                && phrase.from > 0
                && scene.is_one(phrase.from - 1, "had hosted have having over for shared");
            scene.is_one(head + 1, "with between")
                || had && scene.is_one(head + 1, "in at on")
                || scene.has(phrase, "working official")
        }
        // A cabinet sits in special session by itself.
        Noun::Round if scene.has(phrase, "special emergency extraordinary parliamentary") => false,
        Noun::Round => {
            let before = Words::new(phrase.from, head);
            scene.has(
                before,
                "negotiation negotiating bargaining mediation talks new second third first fourth fifth next plenary closing opening final closed-door working another latest last previous earlier preliminary one-on-one face-to-face joint morning evening afternoon late-night overnight marathon sixth technical",
            ) || !scene.lengths_in(before).is_empty()
                || !scene.days_in(before).is_empty() || scene.is_one(phrase.from, "a the")
                    && (scene.is(head, "round") || scene.is(head, "session") && !scene.is_one(head + 1, "of"))
                || scene.is(phrase.from, "the") && phrase.from + 1 == head
                || scene.is(head, "plenary")
        }
        // "said in a letter to the board": where something was said.
        Noun::Letter if phrase.from > 0 && scene.is(phrase.from - 1, "in") => false,
        Noun::Mediation | Noun::Briefing | Noun::Letter => !scene.has(phrase, "press daily news compulsory"),
        Noun::Talks if scene.is(head, "bargaining") => !scene.is_one(head + 1, "table in"),
        _ => true,
    }
}

/// "return to the table", "back at the table".
fn returns_to(scene: &Scene<'_>, phrase: Words) -> bool {
    let before = Words::new(phrase.from.saturating_sub(3), phrase.from);
    scene.has(before, "return returned returning back returns") && scene.is(phrase.from, "the")
}

/// The word before the noun decides the medium and the sort.
fn sort_of(scene: &Scene<'_>, full: Words, noun: Noun, after: Words) -> ContactType {
    let has = |words: &str| {
        full.indices().any(|token| {
            let parts = scene.parsed.text.word(token).split('-');
            parts.into_iter().any(|part| words.split(' ').any(|known| part.eq_ignore_ascii_case(known)))
                || scene.is_one(token, words)
        })
    };
    if has("video virtual online videoconference zoom") || by_video(scene, after) {
        return ContactType::VideoCall;
    }
    if has("phone telephone") || by_phone(scene, after) {
        return ContactType::PhoneCall;
    }
    // A go-between speaks with each: no side negotiates with the other.
    if noun == Noun::Talks && has("separate separately") {
        return ContactType::Meeting;
    }
    if has("mediation mediated conciliation") && noun != Noun::Mediation {
        return ContactType::MediationSession;
    }
    if has("negotiation negotiating bargaining negotiations") && noun != Noun::Briefing {
        return ContactType::NegotiationRound;
    }
    if noun == Noun::Meeting && has("consultation consultative") {
        return ContactType::Consultation;
    }
    if has("round rounds") && matches!(noun, Noun::Talks | Noun::Consultation) && noun != Noun::Consultation {
        return ContactType::NegotiationRound;
    }
    noun.sort()
}

fn reference(scene: &Scene<'_>, full: Words, head: usize, is_plural: bool) -> Reference {
    let before = Words::new(full.from, head);
    if scene.has(
        before,
        "another new second third fourth fifth next further fresh additional follow-up more separate",
    ) {
        return Reference::Further;
    }
    let first = full.from;
    if scene.has(before, "first") && scene.has(full, "round") {
        return Reference::Further;
    }
    if scene.is_one(first, "the this that these those his her their its our") {
        return Reference::Definite;
    }
    let possessed = before.indices().any(|token| scene.sort(token) == Some(Sort::Possessive));
    if possessed || scene.days_in(before).iter().any(|day| day.words.to <= head) {
        return Reference::Definite;
    }
    if scene.is_one(first, "a an one") {
        return Reference::Indefinite;
    }
    if is_plural || before.is_empty() { Reference::Bare } else { Reference::Indefinite }
}

/// The time expression that belongs to the noun: in its phrase, after it, or at the front of its clause.
fn day_of(scene: &Scene<'_>, full: Words, after: Words) -> Option<Day> {
    let own = Words::new(full.from, after.to);
    let is_put_off = scene.has(after, "postponed delayed off back moved rescheduled");
    if is_put_off && let Some(day) = standing::moved_to(scene, from_verb(scene, after)) {
        return Some(day);
    }
    if let Some(day) = scene.day_among(own, |day| !is_measure(scene, day.words)) {
        return Some(day);
    }
    let behind = window::behind(scene, full.from);
    // "On Monday, X held talks with Y": the clause behind the governing verb.
    let governor = scene
        .verbs_in(Words::new(scene.sentence(full.from).from, full.from))
        .iter()
        .rev()
        .find(|group| group.is_finite);
    let clause =
        governor.map_or(behind, |group| Words::new(window::behind(scene, group.words.from).from, full.from));
    let holds = governor.is_none_or(|group| !scene.speaks(group.main)) || around::told_in(scene, full).is_some()
            // "said on Friday after talks in the capital": on the same day.
            || scene.has(Words::new(full.from.saturating_sub(1), full.from), "after following");
    let clause = if holds { clause } else { Words::new(full.from, full.from) };
    let tells = |day: &&Day| {
        !is_measure(scene, day.words)
            && scene.expressions.get(day.expression).is_some_and(|expression| {
                expression.rests_on_event()
                    || dates::resolve(expression, scene.anchor, Tense::Past).start.is_some()
                    || scene.anchor.is_none()
            })
    };
    let found = scene.days_in(clause).iter().rev().find(tells).copied();
    // "said on Friday that they agreed, after talks in the capital": the only day of the sentence so far.
    let follows = full.from > 1 && scene.is_one(full.from - 1, "after following");
    let sentence = scene.sentence(full.from);
    let mut before = scene.days_in(Words::new(sentence.from, full.from)).iter().filter(tells);
    found.or_else(|| before.next().filter(|_| follows && before.next().is_none()).copied())
}

/// From the last finite verb of the run on.
fn from_verb(scene: &Scene<'_>, run: Words) -> Words {
    let last = scene.verbs_in(run).iter().rev().find(|group| group.is_finite);
    let to = scene.sentence(run.from.saturating_sub(1)).to.max(run.to);
    Words::new(last.map_or(run.from, |group| group.words.to.min(run.to)), to)
}

/// "three days": a length, no day.
fn is_measure(scene: &Scene<'_>, words: Words) -> bool {
    scene.is(words.to, "of") && scene.has(words, "days day hours weekend week weeks months")
        || scene.is_one(words.from, "for") && scene.has(words, "hours minutes hour")
}

/// The minutes told inside a run.
pub(super) fn minutes(scene: &Scene<'_>, run: Words) -> Vec<u32> {
    let mut found = vec![];
    for length in scene.lengths_in(run) {
        let is_age = scene.is_one(length.words.to, "ago later earlier before after away");
        // Longer than a day and a half is no length of one sitting.
        if !is_age && length.minutes > 0 && length.minutes < 36 * 60 && !found.contains(&length.minutes) {
            found.push(length.minutes);
        }
    }
    found
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
    if found.is_empty() && scene.is_one(head, "visit trip visits trips") {
        let to = after.indices().take(8).find(|place| scene.is(*place, "to"));
        found.extend(to.and_then(|to| places::at(scene, to + 1, after.to)));
    }
    if found.is_empty() && scene.is_one(head + 1, "to") && scene.is_one(head, "visit trip visits trips") {
        found.extend(places::at(scene, head + 2, after.to));
    }
    found
}

/// "flew to Cairo and held talks": one journey, one place.
fn flies_first(scene: &Scene<'_>, from: usize) -> bool {
    let sentence = scene.sentence(from);
    let verbs = scene.verbs_in(Words::new(sentence.from, from));
    let Some([before, last]) = verbs.last_chunk::<2>() else { return false };
    places::is_travel(scene, before.main) && scene.has(Words::new(before.words.to, last.words.from), "and")
}

/// The words before "on", "about", "for": the war in a country is not where its talks are.
fn before_topic(scene: &Scene<'_>, after: Words) -> Words {
    let begins = |place: &usize| {
        scene.is_one(*place, "on about for over regarding aimed to")
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
