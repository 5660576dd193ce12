//! The words that may speak of a contact: nouns and verbs, each with what it says by itself.

use crate::reading::ContactType;

/// A noun that may name a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// "call": by telephone unless a word before it says otherwise.
    Call,
    /// "conversation", "discussion", "exchange": any medium.
    Conversation,
    /// "meeting", "summit", "encounter"
    Meeting,
    /// "engagement": only "between" those who met.
    Engagement,
    /// "dinner", "lunch": only with company.
    Meal,
    /// "talks", "negotiations", "discussions"
    Talks,
    /// "round", "session": only beside a word for talks, or of a known contact.
    Round,
    /// "mediation"
    Mediation,
    /// "consultations"
    Consultation,
    /// "briefing"
    Briefing,
    /// "visit", "trip"
    Visit,
    /// "letter"
    Letter,
    /// "videoconference"
    VideoCall,
    /// "table": only as "the bargaining table", "the negotiating table".
    Table,
    /// "conference": only of peace, donors and the like.
    Conference,
}

impl Noun {
    /// The sort of contact that the bare word stands for.
    pub(super) fn sort(self) -> ContactType {
        match self {
            Noun::Call => ContactType::PhoneCall,
            Noun::VideoCall => ContactType::VideoCall,
            Noun::Conversation | Noun::Meeting | Noun::Meal | Noun::Conference | Noun::Engagement => {
                ContactType::Meeting
            }
            Noun::Talks | Noun::Round | Noun::Table => ContactType::NegotiationRound,
            Noun::Mediation => ContactType::MediationSession,
            Noun::Consultation => ContactType::Consultation,
            Noun::Briefing => ContactType::Briefing,
            Noun::Visit => ContactType::Visit,
            Noun::Letter => ContactType::Letter,
        }
    }
}

/// A verb that may tell of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// "met", "huddled with"
    Meet,
    /// "spoke", "talked"
    Speak,
    /// "phoned"
    Phone,
    /// "called": only with a person and no complement.
    Call,
    /// "sat down with"
    Sit,
    /// "will see"
    See,
    /// "hosted", "received", "welcomed"
    Host,
    /// "visited"
    Visit,
    /// "travelled to", "flew to"
    Travel,
    /// "briefed"
    Brief,
    /// "negotiated", "bargained"
    Negotiate,
    /// "discussed"
    Discuss,
    /// "consulted with"
    Consult,
    /// "convened", "gathered"
    Gather,
    /// "spent two hours with"
    Spend,
    /// "wrote to"
    Write,
    /// "lasted"
    Last,
    /// "got on the phone with"
    Get,
    /// "came face to face with"
    Come,
    /// "brought the two sides together"
    Bring,
    /// "exchanged letters"
    Exchange,
    /// "shuttled between"
    Shuttle,
}

/// What a word may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trigger {
    pub(super) noun: Option<Noun>,
    pub(super) verb: Option<Verb>,
    /// Whether the noun stands in the plural, or always does ("talks").
    pub(super) is_plural: bool,
}

/// Longest word of the table.
const LETTERS_MAX: usize = 16;

/// What the word may be, whatever its capitals; none for nearly every word of a text.
pub(super) fn trigger(word: &str) -> Option<Trigger> {
    let bytes = word.as_bytes();
    if bytes.len() < 3 || bytes.len() > LETTERS_MAX || !begins_one(bytes[0]) {
        return None;
    }
    let mut lower = [0u8; LETTERS_MAX];
    for (to, from) in lower.iter_mut().zip(bytes) {
        *to = from.to_ascii_lowercase();
    }
    let word = lower.get(..bytes.len())?;
    let (noun, is_plural) = noun(word).map_or((None, false), |(noun, plural)| (Some(noun), plural));
    let verb = verb(word);
    (noun.is_some() || verb.is_some()).then_some(Trigger { noun, verb, is_plural })
}

/// First letters of the words below: most words of a text end here.
fn begins_one(letter: u8) -> bool {
    matches!(
        letter.to_ascii_lowercase(),
        b'a' | b'b'
            | b'c'
            | b'd'
            | b'e'
            | b'f'
            | b'g'
            | b'h'
            | b'i'
            | b'j'
            | b'l'
            | b'm'
            | b'n'
            | b'o'
            | b'p'
            | b'r'
            | b's'
            | b't'
            | b'v'
            | b'w'
    )
}

/// The noun, and whether it is a plural.
fn noun(word: &[u8]) -> Option<(Noun, bool)> {
    Some(match word {
        b"call" => (Noun::Call, false),
        b"calls" => (Noun::Call, true),
        b"conversation" | b"discussion" | b"chat" => (Noun::Conversation, false),
        b"conversations" => (Noun::Conversation, true),
        b"meeting" | b"summit" | b"encounter" | b"audience" | b"gathering" | b"roundtable"
        | b"round-table" | b"sit-down" | b"mini-summit" | b"get-together" | b"huddle" | b"rendezvous"
        | b"bilateral" | b"trilateral" => (Noun::Meeting, false),
        b"engagement" => (Noun::Engagement, false),
        b"meetings" | b"summits" | b"encounters" | b"gatherings" | b"bilaterals" | b"audiences" => {
            (Noun::Meeting, true)
        }
        b"dinner" | b"lunch" | b"breakfast" => (Noun::Meal, false),
        b"talks" | b"negotiations" | b"discussions" | b"deliberations" | b"parleys" => (Noun::Talks, true),
        b"negotiation" | b"bargaining" | b"parley" => (Noun::Talks, false),
        b"round" | b"session" | b"plenary" | b"sitting" => (Noun::Round, false),
        b"rounds" | b"sessions" => (Noun::Round, true),
        b"mediation" | b"conciliation" | b"arbitration" => (Noun::Mediation, false),
        b"consultation" => (Noun::Consultation, false),
        b"consultations" => (Noun::Consultation, true),
        b"briefing" | b"debriefing" => (Noun::Briefing, false),
        b"briefings" => (Noun::Briefing, true),
        b"visit" | b"trip" => (Noun::Visit, false),
        b"visits" | b"trips" => (Noun::Visit, true),
        b"letter" => (Noun::Letter, false),
        b"letters" => (Noun::Letter, true),
        b"videoconference" | b"teleconference" | b"video-conference" | b"videocall" => {
            (Noun::VideoCall, false)
        }
        b"table" => (Noun::Table, false),
        b"conference" => (Noun::Conference, false),
        _ => return None,
    })
}

fn verb(word: &[u8]) -> Option<Verb> {
    Some(match word {
        b"meet" | b"meets" | b"met" | b"meeting" | b"huddle" | b"huddled" | b"confer" | b"conferred"
        | b"conferring" | b"dined" | b"huddling" | b"lunched" => Verb::Meet,
        b"speak" | b"speaks" | b"spoke" | b"spoken" | b"speaking" | b"talk" | b"talks" | b"talked"
        | b"talking" => Verb::Speak,
        b"phone" | b"phoned" | b"phones" | b"telephoned" | b"telephone" | b"rang" => Verb::Phone,
        b"call" | b"calls" | b"called" | b"calling" => Verb::Call,
        b"sit" | b"sits" | b"sat" | b"sitting" => Verb::Sit,
        b"see" | b"sees" | b"saw" | b"seen" | b"seeing" => Verb::See,
        b"host" | b"hosts" | b"hosted" | b"hosting" | b"receive" | b"receives" | b"received"
        | b"receiving" | b"welcome" | b"welcomes" | b"welcomed" => Verb::Host,
        b"visit" | b"visits" | b"visited" | b"visiting" => Verb::Visit,
        b"travel" | b"travels" | b"travelled" | b"traveled" | b"travelling" | b"traveling" | b"fly"
        | b"flew" | b"flies" | b"flown" | b"flying" | b"arrive" | b"arrives" | b"arrived" | b"arriving" => {
            Verb::Travel
        }
        b"brief" | b"briefs" | b"briefed" | b"debrief" | b"debriefed" => Verb::Brief,
        b"negotiate" | b"negotiated" | b"negotiates" | b"negotiating" | b"bargain" | b"bargained" => {
            Verb::Negotiate
        }
        b"discuss" | b"discussed" | b"discusses" | b"discussing" => Verb::Discuss,
        b"consult" | b"consulted" | b"consults" | b"consulting" => Verb::Consult,
        b"convene" | b"convened" | b"convenes" | b"gather" | b"gathered" | b"gathers" | b"gathering"
        | b"reconvene" | b"reconvened" | b"assemble" | b"assembled" => Verb::Gather,
        b"spend" | b"spends" | b"spent" => Verb::Spend,
        b"write" | b"writes" | b"wrote" | b"written" => Verb::Write,
        b"last" | b"lasted" | b"lasting" => Verb::Last,
        b"got" | b"get" | b"gets" | b"gotten" => Verb::Get,
        b"came" | b"come" | b"comes" => Verb::Come,
        b"brought" | b"bring" | b"brings" | b"bringing" => Verb::Bring,
        b"exchanged" | b"exchange" => Verb::Exchange,
        b"shuttled" | b"shuttling" => Verb::Shuttle,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_may_speak_of_a_contact() {
        assert_eq!(trigger("Talks").and_then(|found| found.noun), Some(Noun::Talks));
        assert_eq!(trigger("met").and_then(|found| found.verb), Some(Verb::Meet));
        assert!(trigger("meeting").is_some_and(|found| found.noun.is_some() && found.verb.is_some()));
        assert!(trigger("agreement").is_none() && trigger("é").is_none() && trigger("").is_none());
    }

    /// A first letter that is missing from the filter would hide words.
    #[test]
    fn the_filter_by_first_letter_hides_no_word() {
        for word in [
            "audience",
            "bilateral",
            "call",
            "dinner",
            "encounter",
            "fly",
            "gathering",
            "host",
            "letter",
            "meet",
            "negotiate",
            "phone",
            "round",
            "summit",
            "talks",
            "visit",
            "write",
        ] {
            assert!(trigger(word).is_some(), "{word}");
        }
    }
}
