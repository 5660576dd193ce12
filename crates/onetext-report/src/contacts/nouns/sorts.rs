//! Of what sort a contact is that a noun names: the words before it decide, and who takes part.

use crate::contacts::around::Around;
use crate::contacts::medium::{by_phone, by_video};
use crate::contacts::object;
use crate::contacts::scene::Scene;
use crate::contacts::words::Noun;
use crate::reading::{ActorIndex, ActorKind, ContactType};
use crate::tokens::{List, Words, list};

/// The sort of the contact.
pub(super) fn of_contact(
    scene: &Scene<'_>,
    full: Words,
    noun: Noun,
    after: Words,
    around: &Around,
) -> ContactType {
    let is_led = |place: usize| {
        scene.is_one(place, list!("mediated brokered moderated chaired facilitated"))
            && scene.is(place + 1, "by")
    };
    if noun == Noun::Talks && after.indices().any(is_led) {
        return ContactType::MediationSession;
    }
    // "is in talks with Roe", "are in talks to buy it": they negotiate.
    let is_in = full.from > 1
        && scene.is(full.from - 1, "in")
        && scene.is_one(full.from - 2, list!("is are was were been be 's 're"));
    if noun == Noun::Talks && is_in {
        return ContactType::NegotiationRound;
    }
    if noun == Noun::Talks && are_leaders(scene, full, around) {
        return ContactType::Meeting;
    }
    sort_of(scene, full, noun, after, &around.guests)
}

/// "talks with the foreign minister": what one person has with another is a meeting, not a round between sides.
fn are_leaders(scene: &Scene<'_>, full: Words, around: &Around) -> bool {
    /// Words by which talks are negotiations, whoever leads them.
    const OF_SIDES: List = List::of(
        "peace trade ceasefire cease-fire truce contract wage pay budget coalition nuclear climate \
        tariff indirect proximity round rounds negotiating bargaining mediated technical direct further marathon",
    );
    let is_one = |actor: &ActorIndex| {
        scene.actor(*actor).is_some_and(|actor| {
            let is_one_aide = actor.anonymity.as_ref().is_some_and(|told| told.count == Some(1));
            matches!(actor.kind, ActorKind::Person | ActorKind::PersonByOffice | ActorKind::Organisation)
                || is_one_aide
        })
    };
    let is_person = |actor: &ActorIndex| is_one(actor) && !object::is_body(scene, *actor);
    // "with a handful of advisers": who came along.
    let is_aide = |actor: &&ActorIndex| {
        scene.actor(**actor).is_some_and(|actor| {
            ["advisers", "advisors", "aides", "lawyers"].iter().any(|word| actor.name.ends_with(word))
        })
    };
    let all: Vec<_> = around.hosts.iter().chain(&around.guests).filter(|actor| !is_aide(actor)).collect();
    // "talks with the president and seven leaders": leaders meet, envoys and negotiators negotiate.
    let is_envoy = |actor: &ActorIndex| {
        scene.actor(*actor).and_then(|actor| actor.office.as_deref()).is_some_and(|office| {
            ["envoy", "negotiator", "representative", "delegat", "mediator"]
                .iter()
                .any(|word| office.contains(word))
        })
    };
    let leads = |actor: &ActorIndex| {
        scene.actor(*actor).is_some_and(|actor| {
            let head = actor.name.split(" of ").next().unwrap_or("").split(" from ").next().unwrap_or("");
            ["leaders", "presidents", "ministers", "chiefs"].iter().any(|word| head.ends_with(word))
        })
    };
    let are_several = all.len() > 2
        && all.iter().all(|actor| is_one(actor) && !is_envoy(actor) || leads(actor))
        && all.iter().any(|actor| leads(actor));
    // "talks with Roe and President Doe": leaders, however many.
    let are_named =
        all.len() >= 2 && all.iter().all(|actor| object::is_named_person(scene, **actor) && !is_envoy(actor));
    scene.is_one(full.to - 1, list!("talks discussions talk discussion"))
        && !scene.has(full, OF_SIDES)
        && (all.len() == 2 || are_several || are_named)
        && all.iter().all(|actor| is_one(actor) || leads(actor))
        && all.iter().any(|actor| is_person(actor))
}

/// The word before the noun decides the medium and the sort.
fn sort_of(scene: &Scene<'_>, full: Words, noun: Noun, after: Words, guests: &[ActorIndex]) -> ContactType {
    let has = |words: List| {
        full.indices().any(|token| {
            scene.parsed.text.word(token).split('-').any(|part| words.has(part)) || scene.is_one(token, words)
        })
    };
    if has(list!("video virtual online videoconference zoom")) || by_video(scene, after) {
        return ContactType::VideoCall;
    }
    if has(list!("phone telephone")) || by_phone(scene, after) {
        return ContactType::PhoneCall;
    }
    // "a closed-door session with aid workers": nobody bargains.
    let bargains =
        list!("negotiation negotiating bargaining negotiations talks round rounds mediation plenary");
    let is_with_body = guests.iter().any(|guest| object::is_body(scene, *guest));
    if noun == Noun::Round
        && scene.is_one(full.to - 1, list!("session sitting"))
        && scene.is(full.to, "with")
        && !has(bargains)
        && !is_with_body
    {
        return ContactType::Meeting;
    }
    // A go-between speaks with each: no side negotiates with the other.
    if noun == Noun::Talks && has(list!("separate separately")) {
        return ContactType::Meeting;
    }
    if has(list!("mediation mediated conciliation")) && noun != Noun::Mediation {
        return ContactType::MediationSession;
    }
    if has(list!("negotiation negotiating bargaining negotiations")) && noun != Noun::Briefing {
        return ContactType::NegotiationRound;
    }
    if noun == Noun::Meeting && has(list!("consultation consultative")) {
        return ContactType::Consultation;
    }
    if has(list!("round rounds"))
        && matches!(noun, Noun::Talks | Noun::Consultation)
        && noun != Noun::Consultation
    {
        return ContactType::NegotiationRound;
    }
    noun.sort()
}
