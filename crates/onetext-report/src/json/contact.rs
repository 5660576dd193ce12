//! Contacts in the JSON shape, and the words of their kinds.

use serde::Serialize;

use super::points::CodePoints;
use super::{DateJson, PointSpan, actor_id, contact_id, date};
use crate::{Contact, ContactStatus, ContactType, Medium, Participant, Precision};

/// A contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContactJson {
    /// "e0" ...
    pub id: String,
    /// `phone_call` and so on, as [`ContactType`].
    #[serde(rename = "type")]
    pub sort: &'static str,
    /// "occurred" and so on, as [`ContactStatus`].
    pub status: &'static str,
    /// When; null where nothing is said of it.
    pub date: Option<DateJson>,
    /// Minutes; several where accounts differ.
    pub minutes: Vec<u32>,
    /// Name of the place.
    pub place: Option<String>,
    /// Where the place's name stands.
    pub place_words: Option<PointSpan>,
    /// Who took part or is to.
    pub participants: Vec<ParticipantJson>,
    /// Id of the larger contact.
    pub part_of: Option<String>,
    /// On what a conditional contact depends.
    pub condition: Option<PointSpan>,
    /// Each piece of text that speaks of it.
    pub mentions: Vec<PointSpan>,
}

/// Somebody at a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ParticipantJson {
    /// Id of the actor.
    pub actor: String,
    /// Office or part taken.
    pub office: Option<String>,
    /// `in_person`, "phone", "video", "writing".
    pub medium: &'static str,
}

pub(super) fn contact(at: usize, contact: &Contact, points: &CodePoints) -> ContactJson {
    ContactJson {
        id: contact_id(at),
        sort: sort(contact.sort),
        status: status(contact.status),
        date: contact.date.as_ref().map(|when| date(when, points)),
        minutes: contact.minutes.clone(),
        place: contact.place.as_ref().map(|place| place.name.clone()),
        place_words: contact.place.as_ref().map(|place| points.span(place.span)),
        participants: contact.participants.iter().map(participant).collect(),
        part_of: contact.part_of.map(contact_id),
        condition: contact.condition.map(|span| points.span(span)),
        mentions: points.spans(&contact.mentions),
    }
}

fn participant(participant: &Participant) -> ParticipantJson {
    ParticipantJson {
        actor: actor_id(participant.actor),
        office: participant.office.clone(),
        medium: match participant.medium {
            Medium::InPerson => "in_person",
            Medium::Phone => "phone",
            Medium::Video => "video",
            Medium::Writing => "writing",
        },
    }
}

fn sort(sort: ContactType) -> &'static str {
    match sort {
        ContactType::PhoneCall => "phone_call",
        ContactType::VideoCall => "video_call",
        ContactType::Meeting => "meeting",
        ContactType::NegotiationRound => "negotiation_round",
        ContactType::MediationSession => "mediation_session",
        ContactType::Consultation => "consultation",
        ContactType::Briefing => "briefing",
        ContactType::Visit => "visit",
        ContactType::Letter => "letter",
    }
}

fn status(status: ContactStatus) -> &'static str {
    match status {
        ContactStatus::Occurred => "occurred",
        ContactStatus::Ongoing => "ongoing",
        ContactStatus::Planned => "planned",
        ContactStatus::Expected => "expected",
        ContactStatus::Conditional => "conditional",
        ContactStatus::Cancelled => "cancelled",
    }
}

pub(super) fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::PartOfDay => "part_of_day",
        Precision::Day => "day",
        Precision::Week => "week",
        Precision::Month => "month",
        Precision::Year => "year",
        Precision::Unknown => "unknown",
    }
}
