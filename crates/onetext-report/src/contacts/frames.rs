//! What each verb takes: whom one meets, speaks to, briefs; and which of its uses are no contact.

use super::around::speaks_for_itself;
use super::company;
use super::idioms;
use super::journeys;
use super::medium::{by_phone, by_video};
use super::object::{direct, is_body, is_partnered, is_person, is_persons, takes_object, with};
use super::places;
use super::refuse;
use super::scene::Scene;
use super::standing::{self, Standing};
use super::subject;
use super::summons;
use super::uses::{self, of_subject};
use super::words::Verb;
use crate::grammar::{Tag, Tense, VerbGroup};
use crate::reading::{ActorIndex, ContactStatus, ContactType};
use crate::tokens::{Case, List, Sort, Words, list};

/// What the words after a verb bring: who, how, and of what sort the contact is then.
#[expect(clippy::struct_excessive_bools, reason = "each is a use of the verb that is there or not")]
pub(super) struct Frame {
    pub(super) sort: ContactType,
    pub(super) guests: Vec<ActorIndex>,
    /// Whether the subject alone may be all who take part: "the ministers met".
    pub(super) is_intransitive: bool,
    pub(super) is_generic: bool,
    /// Whether it needs a day, a place or a length to be a contact.
    pub(super) needs_facts: bool,
    /// Whether the words after it name people, be they known or not: "with management".
    pub(super) is_partnered: bool,
}

impl Frame {
    /// A sort with its guests and nothing more.
    pub(super) fn of(sort: ContactType, guests: Vec<ActorIndex>) -> Self {
        Frame {
            sort,
            guests,
            is_intransitive: false,
            is_generic: false,
            needs_facts: false,
            is_partnered: false,
        }
    }
}

/// Whether the rest of the sentence can make a contact of the verb. Of the commonest verbs few uses are contacts: those are
/// known by a word or a day, before anything is looked at more closely.
pub(super) fn may_tell(scene: &Scene<'_>, group: &VerbGroup, verb: Verb) -> bool {
    const REMOTE: List = List::of(
        "phone telephone video videolink videoconference zoom video-link videoconferencing virtually remotely online",
    );
    let rest = Words::new(group.words.to, scene.sentence(group.main).to);
    let is_dated = || !scene.days_in(rest).is_empty();
    match verb {
        Verb::Take => scene.has(rest, list!("aside through")),
        Verb::Go => scene.is_one(rest.from, list!("over through to back")),
        Verb::Send => scene.has(rest, list!("to")),
        Verb::Bring => scene.has(rest, list!("together")),
        Verb::Pull => scene.has(rest, list!("aside")),
        Verb::Walk => scene.has(rest, list!("through")),
        Verb::Play => scene.is(rest.from, "golf"),
        Verb::Work => uses::goes_late(scene, rest),
        Verb::Tell | Verb::Reach => scene.has(rest, REMOTE),
        Verb::Agree => is_dated() || scene.has(rest, REMOTE),
        Verb::Settle | Verb::Travel => is_dated(),
        Verb::Hand => group.is_passive || scene.has(rest, idioms::MESSAGES),
        _ => true,
    }
}

/// What the words after a verb bring; none where that use of it is no contact.
pub(super) fn frame(scene: &Scene<'_>, group: &VerbGroup, verb: Verb, after: Words) -> Option<Frame> {
    if let Some(relative) = idioms::whom(scene, group, verb, after) {
        return Some(relative);
    }
    let with = with(scene, after);
    match verb {
        Verb::Meet => meet(scene, group, after, with),
        Verb::Speak => speak(scene, group, after),
        Verb::Phone => Some(Frame::of(ContactType::PhoneCall, direct(scene, after))),
        Verb::Call if scene.is(after.from, "on") => idioms::called_on(scene, after),
        Verb::Call if scene.is(after.from, "in") => summons::called_in(scene, group, after),
        Verb::Call if scene.has(after, list!("together")) => summons::called_together(scene, after),
        Verb::Call if !group.is_finite => None,
        Verb::Call => called(scene, after).map(|guests| Frame::of(ContactType::PhoneCall, guests)),
        Verb::Sit if scene.is_one(after.from, list!("across opposite")) => idioms::across(scene, after),
        Verb::Sit => sat(scene, group, after, with),
        Verb::See => seen(scene, group, after)
            .map(|guests| Frame::of(ContactType::Meeting, guests))
            .or_else(|| idioms::saw(scene, group, after)),
        Verb::Get => idioms::got(scene, after),
        Verb::Come => idioms::together(scene, after).or_else(|| journeys::travelled(scene, group, after)),
        Verb::Bring => idioms::brought(scene, after),
        Verb::Exchange => idioms::exchanged(scene, after),
        Verb::Shuttle => idioms::shuttled(scene, after),
        Verb::Host if group.is_passive => idioms::was_received(scene, after),
        Verb::Host => hosted(scene, group, after),
        Verb::Visit => journeys::visited(scene, after),
        Verb::Travel => journeys::travelled(scene, group, after),
        Verb::Brief => briefed(scene, group, after),
        Verb::Negotiate => uses::negotiated(scene, group, after, with),
        Verb::Discuss => discussed(scene, group, after, with),
        Verb::Consult => Some(uses::consulted(scene, group, after, with)),
        Verb::Gather => Some(uses::gathered(scene, group, after, with)),
        Verb::Hand => idioms::handed(scene, group, after),
        Verb::Tell | Verb::Reach => idioms::told(scene, group, after),
        Verb::Report => idioms::reported(scene, group, after),
        Verb::Agree => agreed(scene, group, after, with),
        Verb::Shake => scene.is(after.from, "hands").then(|| uses::several(ContactType::Meeting, with)),
        Verb::Walk => uses::walked(scene, after),
        Verb::Expect => idioms::expected(scene, group, after),
        Verb::Spend => uses::spent(scene, group, after, with),
        Verb::Write => uses::wrote(scene, group, after),
        Verb::Eat => (scene.has(Words::new(after.from, (after.from + 2).min(after.to)), list!("together"))
            || scene.is(after.from, "with") && !with.is_empty())
        .then(|| uses::several(ContactType::Meeting, with)),
        Verb::Go => {
            summons::went_over(scene, after, with).or_else(|| journeys::travelled(scene, group, after))
        }
        Verb::Take => uses::walked(scene, after).or_else(|| summons::pulled(scene, after)),
        Verb::Summon
        | Verb::Pull
        | Verb::Seek
        | Verb::Present
        | Verb::Shut
        | Verb::Send
        | Verb::Hammer
        | Verb::Settle => summons::frame(scene, group, verb, after, with),
        Verb::Work => uses::worked(scene, group, after, with),
        Verb::Play => (scene.is(after.from, "golf") && !with.is_empty())
            .then(|| uses::several(ContactType::Meeting, with)),
        Verb::Due | Verb::Last => None,
    }
}

/// Things that are met without a contact.
const MET_THINGS: List = List::of(
    "conditions condition demand demands expectations deadline deadlines criteria \
    requirements requirement needs need goal goals target targets obligations commitments standards \
    standard resistance opposition challenge challenges halfway approval fate criticism scepticism \
    skepticism costs terms request requests silence",
);

fn meet(scene: &Scene<'_>, group: &VerbGroup, after: Words, with: Vec<ActorIndex>) -> Option<Frame> {
    let near = Words::new(after.from, (after.from + 6).min(after.to));
    if scene.has(near, MET_THINGS) || scene.is_one(after.from, list!("its halfway")) {
        return None;
    }
    let object = direct(scene, after);
    let mut guests = if object.is_empty() { with } else { object };
    // "met voters": a walk through a crowd.
    let is_crowd = |actor: &ActorIndex| {
        let last = scene.actor(*actor).and_then(|actor| actor.name.rsplit(' ').next());
        last.is_some_and(|last| list!("voters supporters fans crowds spectators shoppers").has(last))
    };
    guests.retain(|actor| !is_crowd(actor));
    let sort = if by_video(scene, after) { ContactType::VideoCall } else { sort_for(scene, after) };
    // "Negotiators were meeting in the capital"
    let is_open = sort == ContactType::Meeting && group.is_finite;
    let sort = if is_open { of_subject(scene, group) } else { sort };
    // "The mediators met both delegations separately"
    let are_mediators = sort == ContactType::Meeting
        && scene.has(after, list!("sides parties delegations teams separately"))
        && uses::are_go_betweens(scene, &subject::of(scene, group).actors);
    // "met at the conciliation service"
    let is_mediated =
        sort == ContactType::Meeting && scene.has(after, list!("conciliation mediation mediator mediators"));
    let sort = if is_mediated || are_mediators { ContactType::MediationSession } else { sort };
    let is_intransitive = guests.is_empty() && !takes_object(scene, after) && !group.is_passive;
    let is_partnered = is_partnered(scene, after) && !group.is_passive;
    Some(Frame { is_intransitive, is_partnered, ..Frame::of(sort, guests) })
}

/// "for a fourth round", "for peace talks": what they meet for says of what sort it is.
fn sort_for(scene: &Scene<'_>, after: Words) -> ContactType {
    let is_round = after.indices().any(|place| {
        scene.is(place, "for")
            && scene.has(Words::new(place + 1, place + 7), list!("round negotiations bargaining cycle"))
    });
    // "sat down with mediator Jane Roe"
    let is_mediated = scene.has(after, list!("mediator mediators conciliator conciliators arbitrator"));
    match (is_round, is_mediated) {
        (_, true) => ContactType::MediationSession,
        (true, _) => ContactType::NegotiationRound,
        _ => ContactType::Meeting,
    }
}

/// "sat down with Roe", "sat in separate rooms".
fn sat(scene: &Scene<'_>, group: &VerbGroup, after: Words, with: Vec<ActorIndex>) -> Option<Frame> {
    let is_down = scene.has(Words::new(after.from, after.from + 2), list!("down with"));
    let in_rooms = scene.has(after, list!("separate")) && scene.has(after, list!("rooms"));
    (is_down || in_rooms).then(|| Frame {
        is_intransitive: scene.is(after.from, "down") || in_rooms,
        is_partnered: is_partnered(scene, after),
        ..Frame::of(sat_for(scene, group, after), with)
    })
}

/// "agreed by telephone", not "agreed on a phone ban"; "agreed on it over dinner in the capital on Friday".
fn agreed(scene: &Scene<'_>, group: &VerbGroup, after: Words, with: Vec<ActorIndex>) -> Option<Frame> {
    let is_medium = after
        .indices()
        .any(|place| scene.is(place, "by") && scene.is_one(place + 1, list!("phone telephone")));
    let by_call = (group.is_finite && is_medium).then(|| uses::several(ContactType::PhoneCall, with));
    by_call.or_else(|| summons::settled(scene, group, after))
}

/// "Delegations sat down with officials": sides negotiate.
fn sat_for(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> ContactType {
    match sort_for(scene, after) {
        // "sat with their teams in separate rooms"
        _ if scene.has(after, list!("separate")) && scene.has(after, list!("rooms")) => {
            ContactType::MediationSession
        }
        // "Envoys of both states sat down with representatives of the rebels"
        ContactType::Meeting
            if scene.has(after, list!("representatives envoys delegates negotiators delegation")) =>
        {
            let hosts = subject::of(scene, group).actors;
            let are_groups = !hosts.is_empty() && hosts.iter().all(|actor| !is_person(scene, *actor));
            if are_groups { ContactType::NegotiationRound } else { of_subject(scene, group) }
        }
        ContactType::Meeting => of_subject(scene, group),
        other => other,
    }
}

fn speak(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    // "spoke about her ties to the churches", "spoke of talks with Roe"
    let is_of_matter = scene.is_one(after.from, list!("about of"));
    let place = after.indices().take(8).find(|place| scene.is_one(*place, list!("with to")));
    let place = place.filter(|_| !is_of_matter);
    let (phone, video) = (by_phone(scene, after), by_video(scene, after));
    let in_person = scene.has(
        after,
        list!("face-to-face face person presence one-on-one margins sidelines corridor corridors"),
    ) || !places::inside(scene, after).is_empty()
        || scene.is(after.from, "one") && scene.is(after.from + 1, "on") && scene.is(after.from + 2, "one");
    // "both sides spoke of progress"
    if is_of_matter && !phone && !video && !in_person {
        return None;
    }
    // "might come to the capital to speak with Roe"
    let in_person = in_person || !group.is_finite && places::of_journey(scene, group.words.from).is_some();
    let sort = match (phone, video, in_person) {
        (false, false, _) if of_subject(scene, group) == ContactType::NegotiationRound => {
            ContactType::NegotiationRound
        }
        (true, ..) => ContactType::PhoneCall,
        (_, true, _) => ContactType::VideoCall,
        (.., true) => ContactType::Meeting,
        _ => ContactType::PhoneCall,
    };
    let guests = match place {
        Some(place) if refuse::is_press(scene, place + 1, (place + 5).min(after.to)) => return None,
        Some(place) => company::list(scene, place + 1, after.to, true).0,
        None => vec![],
    };
    let guests: Vec<ActorIndex> =
        guests.into_iter().filter(|actor| speaks_for_itself(scene, *actor)).collect();
    Some(Frame {
        is_intransitive: true,
        is_generic: !phone && !video && !in_person,
        needs_facts: !phone
            && !video
            && place.is_none()
            && !scene.has(after, list!("face-to-face face person presence directly")),
        is_partnered: place.is_some() && is_partnered(scene, after),
        ..Frame::of(sort, guests)
    })
}

/// "called Putin on Monday", not "called Putin a partner".
fn called(scene: &Scene<'_>, after: Words) -> Option<Vec<ActorIndex>> {
    let (actors, end) = scene.naming_at(after.from)?;
    // "called the railway's chief Jane Roe": whoever holds the office.
    let (listed, to) = company::list(scene, after.from, after.to, true);
    let are_persons = listed.len() == 1 && listed.iter().all(|actor| is_person(scene, *actor));
    let (actors, end) = if are_persons { (listed, to) } else { (actors, end) };
    // "calls Roe 'a friend'", "a group called the Fund"
    let is_naming = scene.sort(end) == Some(Sort::OpenQuote)
        || actors.iter().all(|actor| is_body(scene, *actor)) && scene.days_in(after).is_empty();
    if is_naming {
        return None;
    }
    // A surname alone may be taken for a body's name.
    let is_persons = actors.iter().all(|actor| is_person(scene, *actor) || is_body(scene, *actor));
    let ends = end >= after.to && scene.verb_at(end).is_none()
        || matches!(scene.sort(end), Some(Sort::FullStop | Sort::Comma))
        || scene.day_at(end).is_some()
        || scene.is_one(end, list!("on to after before about again back by late early"));
    (is_persons && ends).then_some(actors)
}

/// "will see officials in the afternoon": persons, in time to come or at a place.
fn seen(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Vec<ActorIndex>> {
    let (actors, end) = company::list(scene, after.from, after.to, true);
    let is_future = matches!(
        standing::of_verb(scene, group),
        Standing::Is(ContactStatus::Planned | ContactStatus::Expected)
    ) && (group.tense != Tense::Present || scene.has(group.words, list!("would")));
    let ends = end >= after.to
        || scene.day_at(end).is_some()
        || scene.is_one(end, list!("in on at again before after later for during there together separately"))
        || scene.sort(end) != Some(Sort::Word);
    let persons = actors.first().is_some_and(|actor| is_persons(scene, *actor));
    // "plans to travel to the capital this week to see Roe"
    let is_journey = !group.is_finite && places::of_journey(scene, group.words.from).is_some();
    // "was in the capital on Friday to see Roe"
    let is_there = !group.is_finite && journeys::is_there_to(scene, group);
    // "is scheduled to see Roe": arranged.
    let is_arranged = !group.is_finite
        && group.words.from > 1
        && scene.is_one(group.words.from - 1, list!("scheduled due set slated booked"));
    let has_time = is_journey
        || is_arranged
        || is_there
        || !scene.days_in(after).is_empty()
        || !places::inside(scene, after).is_empty();
    ((is_future || is_there) && ends && persons && has_time).then_some(actors)
}

/// "hosted Roe in the capital", not "received Roe Group backing".
fn hosted(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    let (_, end) = scene
        .naming_at(after.from)
        .or_else(|| scene.naming_at(after.from + 1))
        .unwrap_or((vec![], after.from));
    // "hosted a Roe event", "hosted the Senate race"
    let is_modifier =
        scene.tag(end) == Tag::Noun && scene.case(end) == Case::Lower && !scene.is_named_at(end);
    if group.is_passive || is_modifier && scene.day_at(end).is_none() {
        return None;
    }
    let mut guests = direct(scene, after);
    // "received a delegation of senators led by Roe"
    let led =
        after.indices().find(|place| scene.is_one(*place, list!("led headed")) && scene.is(place + 1, "by"));
    if let Some(led) = led.filter(|_| guests.is_empty()) {
        guests = company::list(scene, led + 2, after.to, true).0;
    }
    guests.retain(|actor| is_persons(scene, *actor) || is_body(scene, *actor));
    let is_vague = guests.iter().all(|actor| is_body(scene, *actor));
    let needs_facts = is_vague || scene.is_one(group.main, list!("welcome welcomed welcomes greeted"));
    // "hosted eight families at the palace on Wednesday"
    let is_partnered = guests.is_empty() && is_partnered(scene, after) && !scene.days_in(after).is_empty();
    Some(Frame { needs_facts, is_partnered, ..Frame::of(ContactType::Meeting, guests) })
}

fn briefed(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    if refuse::is_press(scene, after.from, (after.from + 3).min(after.to)) {
        return None;
    }
    let from = if group.is_passive && scene.is(after.from, "by") { after.from + 1 } else { after.from };
    let (guests, _) = company::list(scene, from, after.to, true);
    let is_partnered = guests.is_empty() && is_partnered(scene, after);
    Some(Frame { is_partnered, ..Frame::of(ContactType::Briefing, guests) })
}

fn discussed(scene: &Scene<'_>, group: &VerbGroup, after: Words, with: Vec<ActorIndex>) -> Option<Frame> {
    let is_under_way =
        group.is_finite && group.tense == Tense::Present && standing::is_progressive(scene, group);
    if is_under_way {
        return Some(Frame {
            is_intransitive: true,
            is_generic: true,
            ..Frame::of(ContactType::NegotiationRound, with)
        });
    }
    // "Roe and Doe discussed it by phone"
    if by_phone(scene, after) && group.is_finite && with.is_empty() {
        return Some(Frame { is_intransitive: true, ..Frame::of(ContactType::PhoneCall, with) });
    }
    let is_other = scene.is(group.main, "raised")
        && !scene.has(after, list!("issue matter concerns concern case question it subject topic"));
    if is_other {
        return None;
    }
    let sort = if by_phone(scene, after) { ContactType::PhoneCall } else { ContactType::Meeting };
    let has_day = !scene.days_in(after).is_empty();
    // "Roe and Doe are to discuss the plan in the capital on Friday": persons, at a place and on a day.
    let come_together = with.is_empty() && has_day && !places::inside(scene, after).is_empty() && {
        let hosts = subject::of(scene, group).actors;
        hosts.len() >= 2 && hosts.iter().all(|actor| is_person(scene, *actor))
    };
    if come_together && !group.is_passive {
        return Some(Frame { is_intransitive: true, is_generic: true, ..Frame::of(sort, with) });
    }
    let fits = group.is_finite && (has_day || by_phone(scene, after)) && !with.is_empty();
    fits.then(|| Frame { is_generic: true, ..Frame::of(sort, with) })
}
