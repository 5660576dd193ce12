//! Verbs that tell of a contact in one use: "spent eight hours together", "wrote to one another", "conferred by video".

use super::company;
use super::frames::Frame;
use super::medium::{by_phone, by_video};
use super::object::{direct, is_partnered, is_persons, takes_object};
use super::scene::Scene;
use super::window;
use crate::dates;
use crate::grammar::{Tense, VerbGroup};
use crate::reading::{ActorIndex, ContactType};
use crate::tokens::{Words, list};

/// "negotiated for two days": with a day or a length.
pub(super) fn negotiated(
    scene: &Scene<'_>,
    group: &VerbGroup,
    after: Words,
    with: Vec<ActorIndex>,
) -> Option<Frame> {
    // "Last month the two negotiated a truce", "in Geneva last month, when they negotiated a truce"
    let behind = window::behind(scene, group.words.from);
    let opens = behind.from.checked_sub(1).is_some_and(|opener| {
        scene.is(opener, "when") && !scene.days_in(Words::new(scene.sentence(opener).from, opener)).is_empty()
    });
    let has_time = !scene.days_in(after).is_empty()
        || !scene.lengths_in(after).is_empty()
        || goes_late(scene, after)
        || group.is_finite && (opens || !scene.days_in(behind).is_empty());
    // "had bargained for the first time in nearly a month": how long they had not.
    let is_gap = scene.has(scene.sentence(group.main), list!("first"))
        && scene.days_in(after).iter().all(|day| scene.is(day.words.from, "in"))
        && !scene.days_in(after).is_empty();
    // "is now negotiating with Roe"
    let is_now = group.is_finite
        && group.tense == Tense::Present
        && (!with.is_empty() || scene.has(group.words, list!("still now")))
        && scene.parsed.text.word(group.main).ends_with("ing")
        && !scene.has(group.words, list!("been"));
    if is_now && !has_time {
        return Some(Frame::of(ContactType::NegotiationRound, with));
    }
    let has_time = has_time && !is_gap;
    // "have been negotiating since May": a process, no round.
    (has_time && !is_process(scene, after)).then(|| Frame {
        is_intransitive: true,
        is_partnered: is_partnered(scene, after),
        needs_facts: true,
        ..Frame::of(ContactType::NegotiationRound, with)
    })
}

/// "through the night", "until dawn", "around the clock", "until after midnight": at one sitting.
pub(super) fn goes_late(scene: &Scene<'_>, after: Words) -> bool {
    after.indices().any(|place| {
        scene.is_one(place, list!("through until into past around till all"))
            && scene.has(
                Words::new(place + 1, place + 5),
                list!("night dawn midnight morning clock evening sunrise"),
            )
    })
}

/// "Negotiators worked through the night on a text": those who negotiate.
pub(super) fn worked(
    scene: &Scene<'_>,
    group: &VerbGroup,
    after: Words,
    with: Vec<ActorIndex>,
) -> Option<Frame> {
    let are_sides = scene.has(
        near_subject(scene, group),
        list!("negotiators delegations delegates bargainers sides parties teams officials experts diplomats"),
    );
    (are_sides && !group.is_passive && goes_late(scene, after)).then(|| Frame {
        is_intransitive: true,
        needs_facts: true,
        ..Frame::of(ContactType::NegotiationRound, with)
    })
}

/// Whether those who act are go-betweens, named persons among them; [`super::sides::is_mediator`] asks of bodies alone.
pub(super) fn are_go_betweens(scene: &Scene<'_>, actors: &[ActorIndex]) -> bool {
    !actors.is_empty()
        && actors.iter().all(|actor| {
            scene.actor(*actor).is_some_and(|actor| {
                let words = [Some(actor.name.as_str()), actor.office.as_deref()];
                words.into_iter().flatten().any(|words| {
                    let words = words.to_ascii_lowercase();
                    ["mediator", "facilitator", "conciliator"].iter().any(|word| words.contains(word))
                })
            })
        })
}

/// "consulted her allies", "conferred by video".
pub(super) fn consulted(scene: &Scene<'_>, group: &VerbGroup, after: Words, with: Vec<ActorIndex>) -> Frame {
    let sort = if by_video(scene, after) { ContactType::VideoCall } else { ContactType::Consultation };
    // "coordinated their position with Roe": only with somebody.
    let is_with = scene.is_one(group.main, list!("coordinate coordinated coordinating"));
    let guests = if with.is_empty() && !is_with { direct(scene, after) } else { with };
    Frame {
        is_intransitive: scene.is_one(group.main, list!("confer confers conferred conferring")),
        needs_facts: guests.is_empty(),
        ..Frame::of(sort, guests)
    }
}

/// "gathered in the capital", "convened for talks".
pub(super) fn gathered(
    scene: &Scene<'_>,
    group: &VerbGroup,
    after: Words,
    mut with: Vec<ActorIndex>,
) -> Frame {
    // "convened the leaders of the parties"
    if with.is_empty() && group.is_finite && !group.is_passive {
        with = direct(scene, after);
        with.retain(|actor| is_persons(scene, *actor));
    }
    let is_talks = scene.has(after, list!("talks negotiations"))
        || scene.has(near_subject(scene, group), list!("sides teams delegations bargainers"))
        || scene.has(scene.sentence(group.main), list!("negotiators"));
    let sort = if is_talks { ContactType::NegotiationRound } else { ContactType::Meeting };
    Frame { is_intransitive: !takes_object(scene, after), needs_facts: true, ..Frame::of(sort, with) }
}

/// "agreed by telephone", "shook hands": of several, or of one with another.
pub(super) fn several(sort: ContactType, with: Vec<ActorIndex>) -> Frame {
    Frame { is_intransitive: true, needs_facts: true, ..Frame::of(sort, with) }
}

/// "walked the envoys through the plan".
pub(super) fn walked(scene: &Scene<'_>, after: Words) -> Option<Frame> {
    let guests = direct(scene, after);
    let are_persons = guests.iter().all(|actor| is_persons(scene, *actor));
    (scene.has(after, list!("through")) && are_persons).then(|| Frame::of(ContactType::Briefing, guests))
}

/// "spent Wednesday with Roe", "spent eight hours together".
pub(super) fn spent(
    scene: &Scene<'_>,
    group: &VerbGroup,
    after: Words,
    with: Vec<ActorIndex>,
) -> Option<Frame> {
    let is_long = !scene.lengths_in(after).is_empty()
        || scene.is_one(after.from, list!("a the two three several"))
            && scene.is_one(after.from + 1, list!("day days morning afternoon evening"))
        || (after.from..after.from + 4).any(|place| scene.day_at(place).is_some());
    // "spent an hour and a half on the phone"
    if by_phone(scene, after) {
        return is_long.then(|| Frame { is_intransitive: true, ..Frame::of(ContactType::PhoneCall, with) });
    }
    let negotiates = scene.has(after, list!("negotiating bargaining haggling wrangling"));
    if negotiates {
        return is_long
            .then(|| Frame { is_intransitive: true, ..Frame::of(ContactType::NegotiationRound, with) });
    }
    let is_with_team = scene.has(after, list!("team delegation teams delegations negotiators"));
    is_long.then(|| Frame {
        is_intransitive: scene.has(after, list!("together")),
        ..Frame::of(if is_with_team { ContactType::NegotiationRound } else { of_subject(scene, group) }, with)
    })
}

/// "wrote to Roe", "had written to one another", "wrote to staff on Friday".
pub(super) fn wrote(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Frame> {
    // "texted Roe"
    let is_direct = scene.is_one(group.main, list!("emailed e-mailed texted messaged"));
    if !is_direct && !scene.is(after.from, "to") {
        return None;
    }
    let near = Words::new(after.from + usize::from(!is_direct), after.to);
    let (guests, _) = company::list(scene, near.from, near.to, true);
    let is_partnered = guests.is_empty() && is_partnered(scene, near) && !scene.days_in(near).is_empty();
    let is_mutual =
        scene.is_one(near.from, list!("one each")) && scene.is_one(near.from + 1, list!("another other"));
    Some(Frame { is_partnered, is_intransitive: is_mutual, ..Frame::of(ContactType::Letter, guests) })
}

/// "their delegations spent", "negotiators met": sides negotiate, others meet.
pub(super) fn of_subject(scene: &Scene<'_>, group: &VerbGroup) -> ContactType {
    let near = near_subject(scene, group);
    let are_sides = scene.has(
        near,
        list!("negotiators negotiating delegations delegates bargainers sides parties team teams"),
    );
    if are_sides { ContactType::NegotiationRound } else { ContactType::Meeting }
}

/// Tokens of a subject: "negotiators from both companies and the union".
const SUBJECT_TOKENS_MAX: usize = 24;

/// The words before a verb that may be its subject.
fn near_subject(scene: &Scene<'_>, group: &VerbGroup) -> Words {
    let subject = window::behind(scene, group.words.from);
    Words::new(subject.to.saturating_sub(SUBJECT_TOKENS_MAX).max(subject.from), subject.to)
}

/// Days after which what goes on is a process, no round: a conference sits for three weeks.
const ROUND_DAYS_MAX: i32 = 31;

/// "since May 2015": long before the report.
fn is_process(scene: &Scene<'_>, after: Words) -> bool {
    scene.days_in(after).iter().any(|day| {
        let is_since =
            scene.is(day.words.from, "since") || scene.is(day.words.from.saturating_sub(1), "since");
        let start = scene
            .expressions
            .get(day.expression)
            .and_then(|expression| dates::resolve(expression, scene.anchor, dates::Tense::Past).start);
        let is_long = scene.anchor.zip(start).is_none_or(|(anchor, start)| {
            anchor.since(start).map_or(true, |gap| gap.get_days() > ROUND_DAYS_MAX)
        });
        is_since && is_long
    })
}
