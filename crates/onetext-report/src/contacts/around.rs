//! Who is named with a noun: "between X and Y", "with Z", "X's meeting", "X held talks".

mod told;

use super::company;
use super::places;
use super::scene::Scene;
use super::standing::Role;
use super::subject;
use super::window;
use crate::grammar::{Tag, VerbGroup};
use crate::reading::{Actor, ActorIndex, ActorKind};
use crate::tokens::{Sort, Words, list};
pub(super) use told::told_in;
use told::{possessors, tells};

/// Who is named with a noun.
pub(super) struct Around {
    pub(super) hosts: Vec<ActorIndex>,
    pub(super) guests: Vec<ActorIndex>,
    pub(super) is_collective: bool,
    pub(super) is_pair: bool,
}

/// Who is named with the noun.
pub(super) fn of_noun(
    scene: &Scene<'_>,
    full: Words,
    head: usize,
    after: Words,
    is_told: bool,
    role: Role,
) -> Around {
    let mut found = Around {
        hosts: possessors(scene, Words::new(full.from, head)),
        guests: vec![],
        is_collective: false,
        is_pair: false,
    };
    found.is_collective = scene.is(full.from, "their");
    let is_mutual = add_named(scene, head, after, &mut found);
    // "a call with them", "talks between the two", not "a call and pressed them".
    let is_with = |place: usize| scene.is_one(place, list!("with between among of for"));
    let stands = |place: &usize| {
        let article = usize::from(scene.is(*place - 1, "the"));
        scene.is_one(*place, list!("them both two")) && *place > 1 && is_with(*place - 1 - article)
    };
    found.is_collective |=
        !is_mutual && found.guests.is_empty() && (head + 1..after.to).any(|place| stands(&place));
    company::add_all(&mut found.guests, &those_in_it(scene, head));
    if let Some(group) = window::object_relative(scene, head + 1) {
        company::add_all(&mut found.hosts, &subject::of(scene, group).actors);
    }
    if role == Role::Subject && !is_mutual && found.hosts.is_empty() && found.guests.is_empty() {
        found.hosts = present_when(scene, full);
    }
    if is_told && (is_mutual || !found.hosts.is_empty()) {
        company::add_all(&mut found.hosts, &third_by_verb(scene, full));
    }
    if is_mutual || !found.hosts.is_empty() || role == Role::Subject {
        return found;
    }
    if let Some(telling) = told_in(scene, full) {
        company::add_all(&mut found.hosts, &subject::of(scene, &telling).actors);
        found.hosts.retain(|actor| speaks_for_itself(scene, *actor));
        let to = telling.words.to + usize::from(scene.is(telling.words.to, "to"));
        let (told, _) = company::list(scene, to, full.from, true);
        company::add_all(&mut found.guests, &told);
        return found;
    }
    add_subject(scene, full, head, is_told, &mut found);
    // "is in talks to buy Roe": with whom.
    let is_to = scene.is(head + 1, "to")
        && scene.is_one(head + 2, list!("buy acquire purchase sell merge join"))
        && full.from > 0
        && scene.is(full.from - 1, "in");
    if is_to {
        let to = scene.sentence(head).to;
        company::add_all(&mut found.guests, &company::list(scene, head + 3, to, true).0);
    }
    if found.guests.is_empty() {
        found.guests = hosts_of_journey(scene, full);
    }
    found
}

/// Adds whom the words after the noun name: "with Roe", "between Roe and Doe", "by Roe"; whether they name all who took part.
fn add_named(scene: &Scene<'_>, head: usize, after: Words, found: &mut Around) -> bool {
    let mut is_mutual = false;
    for place in after.indices() {
        if scene.is_one(place, list!("with between among involving including alongside by of from to for")) {
            // "talks on repairing ties between the capitals": the ties are, not the talks.
            let is_of_other = scene.is(place, "between")
                && scene.lengths_in(Words::new(head + 1, place)).is_empty()
                && place > head + 1
                && scene.tag(place - 1) == Tag::Noun
                && scene.day_at(place - 1).is_none();
            let is_according = scene.is(place, "to") && scene.is(place - 1, "according");
            if is_of_other || is_according {
                continue;
            }
            let is_mutual_word = scene.is_one(place, list!("between among involving"));
            let fits = is_mutual_word
                || scene.is_one(place, list!("with alongside including"))
                || takes(scene, head, place);
            if !fits {
                continue;
            }
            let (actors, _) = company::list(scene, place + 1, after.to.max(place + 1), false);
            is_mutual |= is_mutual_word && !actors.is_empty();
            // "took a call from Roe": who takes it is the subject.
            let is_caller = scene.is(place, "from") && scene.is_one(head, list!("call calls visit briefing"));
            if scene.is_one(place, list!("by of from")) && !is_caller {
                company::add_all(&mut found.hosts, &actors);
            } else {
                company::add_all(&mut found.guests, &actors);
            }
        }
    }
    is_mutual
}

/// Tokens from a noun to "in which": a day and a place lie between.
const WHICH_TOKENS_MAX: usize = 10;

/// "a call in which Roe and Doe praised it": who act in it.
fn those_in_it(scene: &Scene<'_>, head: usize) -> Vec<ActorIndex> {
    let sentence = scene.sentence(head);
    let near = head + 1..sentence.to.min(head + WHICH_TOKENS_MAX);
    let mut free = near.take_while(|token| scene.verb_at(*token).is_none());
    let which = free.find(|token| scene.is_one(*token, list!("in at")) && scene.is(*token + 1, "which"));
    let Some(from) = which.map(|token| token + 2) else { return vec![] };
    let verb = scene.verbs_in(Words::new(from, sentence.to)).iter().find(|group| group.is_finite);
    let to = verb.map_or(from, |group| group.words.from);
    let (mut actors, _) = company::list(scene, from, to, false);
    actors.retain(|actor| super::object::is_persons(scene, *actor));
    actors
}

/// "Envoys joined talks between the two": whoever joins, hosts or leads is there, too.
fn third_by_verb(scene: &Scene<'_>, full: Words) -> Vec<ActorIndex> {
    let sentence = scene.sentence(full.from);
    let verb = scene.verbs_in(Words::new(sentence.from, full.from)).last().copied();
    let joins = verb.filter(|group| {
        !group.is_passive
            && scene.is_one(
                group.main,
                list!("joined join joining attended attend mediated mediate mediating hosted host hosting co-hosted co-chaired chaired chair \
                chairing steering steered brokered facilitated facilitate moderated"),
            )
    });
    joins.map_or(vec![], |group| {
        let mut actors = subject::of(scene, &group).actors;
        actors.retain(|actor| scene.may_take_part(*actor));
        actors
    })
}

/// "The party will be at the table when the talks resume": who is there.
fn present_when(scene: &Scene<'_>, full: Words) -> Vec<ActorIndex> {
    let opener = window::behind(scene, full.from).from.checked_sub(1);
    let Some(when) = opener.filter(|token| scene.is_one(*token, list!("when where"))) else { return vec![] };
    let sentence = scene.sentence(when);
    let verbs = scene.verbs_in(Words::new(sentence.from, when));
    let Some(main) = verbs.iter().rev().find(|group| group.is_finite) else { return vec![] };
    let is_there = scene.is_one(
        main.main,
        list!("be is are was were attend attended join joined sit sat participate return"),
    );
    if is_there { subject::of(scene, main).actors } else { vec![] }
}

/// "will take a team to Ruritania for talks": the state that is visited.
fn hosts_of_journey(scene: &Scene<'_>, full: Words) -> Vec<ActorIndex> {
    let is_for = full.from > 0 && scene.is(full.from - 1, "for");
    let sentence = scene.sentence(full.from);
    let near = Words::new(sentence.from.max(full.from.saturating_sub(JOURNEY_TOKENS_MAX)), full.from);
    let to = near.indices().rev().find(|place| {
        scene.is(*place, "to") && (scene.is_named_at(place + 1) || scene.is_named_at(place + 2))
    });
    let Some(to) = to.filter(|_| is_for) else { return vec![] };
    let named = scene.naming_at(to + 1).or_else(|| scene.naming_at(to + 2));
    named.map_or(vec![], |(mut actors, _)| {
        actors.retain(|actor| scene.actor(*actor).is_some_and(|actor| actor.kind == ActorKind::State));
        actors
    })
}

/// Tokens from where a journey goes to what it is for.
const JOURNEY_TOKENS_MAX: usize = 10;

/// "a visit by X", "a letter to Y", "a briefing for Z".
fn takes(scene: &Scene<'_>, head: usize, preposition: usize) -> bool {
    let is_near = preposition <= head + 6;
    let attended = preposition > 0
        && scene.is_one(
            preposition - 1,
            list!("attended mediated led chaired facilitated joined sent written signed addressed"),
        );
    match () {
        () if scene.is(preposition, "by") => attended || preposition == head + 1,
        () if scene.is(preposition, "of") => preposition == head + 1,
        // "hosted a dinner for Roe"
        () if scene.is(preposition, "for") => {
            preposition == head + 1 && scene.is_one(head, list!("dinner lunch breakfast banquet reception"))
        }
        () if scene.is(preposition, "from") => {
            is_near && scene.is_one(head, list!("letter call calls visit briefing"))
        }
        () if scene.is(preposition, "to") => {
            is_near && scene.is_one(head, list!("letter call calls letters briefing"))
        }
        () => false,
    }
}

/// "X held talks with Y", "after a call with Y, X said", "X agreed at the talks".
fn add_subject(scene: &Scene<'_>, full: Words, head: usize, is_told: bool, found: &mut Around) {
    let sentence = scene.sentence(full.from);
    // "Speaking after a call with Roe, Doe said": the participle has the subject of what follows.
    let before = scene
        .verbs_in(Words::new(sentence.from, full.from))
        .last()
        .copied()
        .filter(|group| group.is_finite || group.words.from > sentence.from);
    let is_adjunct = full.from > 0
        && (scene.is_one(full.from - 1, list!("during at in after following before on to from in"))
            // "walked out of a session"
            || scene.is(full.from - 1, "of") && scene.is(full.from.saturating_sub(2), "out"));
    let is_journey = before.is_some_and(|group| is_for_journey(scene, full, &group));
    let is_adjunct = is_adjunct || is_journey;
    // "stayed in the hope of a meeting with Roe"
    let is_hoped = full.from > 1 && scene.is(full.from - 1, "of") && scene.is(full.from - 2, "hope");
    let takes_main = is_journey
        || is_hoped
        || is_adjunct
            && (!found.guests.is_empty()
                || scene.is_one(full.from - 1, list!("during at in"))
                || scene.is(full.from - 1, "of") && scene.is(full.from.saturating_sub(2), "out")
                || scene.is(full.from - 1, "on") && scene.is_one(head, list!("call calls videoconference"))
                || scene.is(full.from - 1, "from")
                    && before.is_some_and(|group| {
                        scene
                            .is_one(group.main, list!("emerging emerged returned returning came coming back"))
                    })
                || scene.is(full.from - 1, "to") && before.is_some_and(|group| comes_to(scene, group.main))
                || scene.is_one(head, list!("visit trip")));
    // "The companies signed it after a meeting": several who may have met.
    let follows = full.from > 0 && scene.is_one(full.from - 1, list!("after following since"));
    let governor =
        if is_told || before.is_some_and(|group| wishes(scene, &group)) && scene.is(full.to, "with") {
            before
        } else if takes_main || follows {
            before.or_else(|| main_after(scene, full, sentence))
        } else {
            None
        };
    let Some(group) = governor else { return };
    if group.is_passive && !group_allows_passive(scene, group.main) {
        company::add_all(&mut found.hosts, &joined_by(scene, &group, full.from));
        return;
    }
    if is_told {
        company::add_all(&mut found.guests, &recipients(scene, full, &group));
    }
    let subject = subject::of(scene, &group);
    let are_several = subject.actors.len() >= 2 || subject.is_collective;
    if follows && !takes_main && !is_told && (!are_several || scene.speaks(group.main)) {
        return;
    }
    let speaks = scene.speaks(group.main);
    let may: Vec<ActorIndex> =
        subject.actors.iter().copied().filter(|actor| !speaks || speaks_for_itself(scene, *actor)).collect();
    company::add_all(&mut found.hosts, &may);
    // "In a call on Friday, Roe complained to Doe": to whom it was said.
    let is_fronted =
        is_adjunct && group.words.from > full.to && scene.is_one(full.from - 1, list!("in during"));
    if is_fronted && found.guests.is_empty() && tells(scene, group.main) {
        let from = if scene.is(group.words.to, "to") { group.words.to + 1 } else { group.words.to };
        let (told, _) = company::list(scene, from, sentence.to, true);
        let told: Vec<ActorIndex> =
            told.into_iter().filter(|actor| speaks_for_itself(scene, *actor)).collect();
        company::add_all(&mut found.guests, &told);
    }
    found.is_pair = subject.is_pair;
    found.is_collective |= subject.is_collective
        && (may.is_empty()
            || scene.has(Words::new(subject.from, subject.from + 4), list!("they sides parties pair two")));
}

/// "sent Roe a letter", "gave the members a briefing": to whom.
fn recipients(scene: &Scene<'_>, full: Words, group: &VerbGroup) -> Vec<ActorIndex> {
    let between = Words::new(group.words.to, full.from);
    let handing = list!("sent gave send give paid wrote sends gives handed");
    if between.is_empty()
        || between.to > between.from + RECIPIENT_TOKENS_MAX
        || !scene.is_one(group.main, handing)
    {
        return vec![];
    }
    let (mut given, end) = company::list(scene, between.from, between.to, true);
    given.retain(|actor| speaks_for_itself(scene, *actor) || super::object::is_persons(scene, *actor));
    if end == between.to { given } else { vec![] }
}

/// "proposed a meeting with Roe": the proposer would be there.
fn wishes(scene: &Scene<'_>, group: &VerbGroup) -> bool {
    let wishing = list!(
        "proposed propose proposes offered offers offer requested requests sought seeks seek wants want"
    );
    !group.is_passive && scene.is_one(group.main, wishing)
}

/// Words of whoever is sent a letter: "the union's chief negotiator Jane Roe".
const RECIPIENT_TOKENS_MAX: usize = 8;

/// "flew to the capital for talks", "was in the capital for talks", "led their teams to a villa for talks".
fn is_for_journey(scene: &Scene<'_>, full: Words, group: &VerbGroup) -> bool {
    let leads = scene.is_one(group.main, list!("led brought"))
        && scene.has(Words::new(group.words.to, full.from), list!("delegation delegations team teams"));
    let is_there = scene.is_one(group.main, list!("was is were are been be"))
        && scene.is_one(group.words.to, list!("in at back due expected"));
    full.from > 0
        && scene.is(full.from - 1, "for")
        && (places::is_travel(scene, group.main) || leads || is_there)
}

/// "Roe was joined by Doe | at a meeting": both.
fn joined_by(scene: &Scene<'_>, group: &VerbGroup, to: usize) -> Vec<ActorIndex> {
    let is_joined =
        scene.is_one(group.main, list!("joined accompanied flanked")) && scene.is(group.words.to, "by");
    if !is_joined {
        return vec![];
    }
    let mut found = subject::of(scene, group).actors;
    company::add_all(&mut found, &company::list(scene, group.words.to + 1, to, true).0);
    found
}

/// "returned to the talks", not "was cool to the talks".
fn comes_to(scene: &Scene<'_>, main: usize) -> bool {
    places::is_travel(scene, main)
        || scene.is_one(main, list!("agreed agree committed invited sent summoned brought took turned back"))
}

/// "X is expected to hold talks", "are scheduled to meet".
fn group_allows_passive(scene: &Scene<'_>, main: usize) -> bool {
    scene.is_one(main, list!("expected scheduled set due slated"))
}

fn main_after(scene: &Scene<'_>, full: Words, sentence: Words) -> Option<VerbGroup> {
    // "After talks with Roe she announced": no comma before the subject.
    let comma = (full.to..sentence.to).find(|token| scene.sort(*token) == Some(Sort::Comma));
    let from = comma.unwrap_or(full.to);
    scene.verbs_in(Words::new(from, sentence.to)).iter().find(|group| group.is_finite).copied()
}

/// "Lancaster House", "the Oval Office": where, not who.
pub(super) fn is_site(actor: &Actor) -> bool {
    let Some((before, last)) = actor.name.rsplit_once(' ') else { return false };
    // "the White House", "Freedom House": they speak.
    let speaks = list!("white freedom chatham upper lower").has(before);
    actor.kind == ActorKind::Organisation
        && (list!("house palace hall hotel castle villa airport club resort").has(last)
            || actor.name.eq_ignore_ascii_case("oval office"))
        && !speaks
}

/// Unnamed sources and outlets tell of contacts; they are not assumed to have been there.
pub(super) fn speaks_for_itself(scene: &Scene<'_>, actor: ActorIndex) -> bool {
    scene.actor(actor).is_some_and(|actor| {
        !matches!(actor.kind, ActorKind::Anonymous | ActorKind::Outlet) && !is_site(actor)
    })
}
