//! The words that may speak of a contact: nouns and verbs, each with what it says by itself.

use std::sync::LazyLock;

use crate::lexicon::Table;
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
    /// "link": only by video.
    Link,
    /// "table": only as "the bargaining table", "the negotiating table".
    Table,
    /// "conference": only of peace, donors and the like.
    Conference,
    /// "phone": only as "was on the phone with".
    Phone,
}

impl Noun {
    /// The sort of contact that the bare word stands for.
    pub(super) fn sort(self) -> ContactType {
        match self {
            Noun::Call | Noun::Phone => ContactType::PhoneCall,
            Noun::VideoCall | Noun::Link => ContactType::VideoCall,
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
    /// "handed a letter to", "delivered the reply to"
    Hand,
    /// "is expected in the capital on Monday"
    Expect,
    /// "told Roe by telephone"
    Tell,
    /// "walked the envoys through the plan"
    Walk,
    /// "will report to the council on Monday"
    Report,
    /// "agreed by telephone"
    Agree,
    /// "shook hands"
    Shake,
    /// "was summoned to the capital by", "summoned the envoys"
    Summon,
    /// "pulled Roe aside"
    Pull,
    /// "sought out the delegation in the corridors"
    Seek,
    /// "presented the plan to Roe in the capital"
    Present,
    /// "were shut in a hotel for hours"
    Shut,
    /// "sent a memo to the members"
    Send,
    /// "hammered out a deal with"
    Hammer,
    /// "went over the terms with the members"
    Go,
    /// "will take the members through the terms"
    Take,
    /// "ate together", "ate with"
    Eat,
    /// "settled the outline in the palace on Friday"
    Settle,
    /// "are due in the capital on Monday"
    Due,
    /// "reached Roe by telephone"
    Reach,
    /// "worked through the night"
    Work,
    /// "played golf with Roe"
    Play,
}

/// What a word may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trigger {
    pub(super) noun: Option<Noun>,
    pub(super) verb: Option<Verb>,
    /// Whether the noun stands in the plural, or always does ("talks").
    pub(super) is_plural: bool,
}

/// Nouns that may name a contact: the singular forms, then the plural ones.
const NOUNS: &[(Noun, &str, &str)] = &[
    (Noun::Call, "call", "calls"),
    (Noun::Conversation, "conversation discussion chat talk", "conversations"),
    (
        Noun::Meeting,
        "meeting summit encounter audience gathering roundtable round-table sit-down mini-summit get-together huddle \
        rendezvous bilateral trilateral tête-à-tête tete-a-tete one-on-one pull-aside",
        "meetings summits encounters gatherings bilaterals audiences tête-à-têtes one-on-ones roundtables",
    ),
    (Noun::Engagement, "engagement", ""),
    (Noun::Meal, "dinner lunch breakfast coffee tea appointment", ""),
    (Noun::Talks, "negotiation bargaining parley", "talks negotiations discussions deliberations parleys"),
    (Noun::Round, "round session plenary cycle sitting", "rounds sessions"),
    (Noun::Mediation, "mediation conciliation", ""),
    (Noun::Consultation, "consultation", "consultations"),
    (Noun::Briefing, "briefing debriefing", "briefings"),
    (Noun::Visit, "visit trip", "visits trips"),
    (Noun::Letter, "letter", "letters"),
    (Noun::VideoCall, "videoconference teleconference video-conference videocall", ""),
    (Noun::Link, "link", ""),
    (Noun::Table, "table room", ""),
    (Noun::Conference, "conference", ""),
    (Noun::Phone, "phone line", ""),
];

/// Forms of verbs that may tell of a contact.
const VERBS: &[(Verb, &str)] = &[
    (Verb::Meet, "meet meets met meeting huddle huddled huddling dined dine dines dining lunched closeted"),
    (Verb::Speak, "speak speaks spoke spoken speaking talk talks talked talking chatted chatting conversed"),
    (Verb::Phone, "phone phoned phones telephoned telephone rang rung"),
    (Verb::Call, "call calls called calling"),
    (Verb::Sit, "sit sits sat sitting"),
    (Verb::See, "see sees saw seen seeing"),
    (
        Verb::Host,
        "host hosts hosted hosting receive receives received receiving welcome welcomes welcomed greeted",
    ),
    (Verb::Visit, "visit visits visited visiting"),
    (
        Verb::Travel,
        "travel travels travelled traveled travelling traveling fly flew flies flown flying arrive arrives arrived \
        arriving landed lands landing left leave leaves leaving headed heads heading departed departs touched",
    ),
    (Verb::Brief, "brief briefs briefed debrief debriefed"),
    (Verb::Negotiate, "negotiate negotiated negotiates negotiating bargain bargained"),
    (Verb::Discuss, "discuss discussed discusses discussing raised"),
    (
        Verb::Consult,
        "consult consulted consults consulting confer conferred confers conferring \
        coordinate coordinated coordinating",
    ),
    (
        Verb::Gather,
        "convene convened convenes convening gather gathered gathers gathering reconvene reconvened assemble assembled",
    ),
    (Verb::Spend, "spend spends spent"),
    (Verb::Write, "write writes wrote written emailed e-mailed texted messaged"),
    (Verb::Last, "last lasted lasting"),
    (Verb::Get, "got get gets gotten getting"),
    (Verb::Come, "came come comes"),
    (Verb::Bring, "brought bring brings bringing"),
    (Verb::Exchange, "exchanged exchange"),
    (Verb::Shuttle, "shuttled shuttling mediated mediating mediates"),
    (Verb::Hand, "handed hand delivered conveyed relayed submitted submit passed"),
    (Verb::Expect, "expected"),
    (Verb::Tell, "told assured warned reminded"),
    (Verb::Walk, "walked walk walks"),
    (Verb::Report, "report reported reports"),
    (Verb::Agree, "agreed"),
    (Verb::Shake, "shook shake"),
    (Verb::Summon, "summon summoned summons"),
    (Verb::Pull, "pulled pull"),
    (Verb::Seek, "sought"),
    (Verb::Present, "presented present"),
    (Verb::Shut, "shut holed locked cloistered ensconced"),
    (Verb::Send, "sent send sends"),
    (
        Verb::Hammer,
        "hammered hammering hashed hashing thrashed thrashing ironed ironing haggled haggling wrangled wrangling",
    ),
    (Verb::Go, "went go goes going gone"),
    (Verb::Take, "take took takes taken taking"),
    (Verb::Eat, "ate eat eats eaten eating"),
    (Verb::Due, "due"),
    (Verb::Reach, "reached"),
    (Verb::Work, "worked work working"),
    (Verb::Play, "played play"),
    (Verb::Settle, "settled sealed struck signed clinched"),
];

/// What the word may be, whatever its capitals; none for nearly every word of a text.
pub(super) fn trigger(word: &str) -> Option<Trigger> {
    static TRIGGERS: LazyLock<Table<Trigger>> = LazyLock::new(triggers);
    TRIGGERS.get(word)
}

fn triggers() -> Table<Trigger> {
    let nouns = || NOUNS.iter().flat_map(|(noun, one, many)| [(*noun, *one, false), (*noun, *many, true)]);
    let of_noun = |word: &str| nouns().find(|(_, words, _)| words.split(' ').any(|known| known == word));
    let of_verb = |word: &str| VERBS.iter().find(|(_, forms)| forms.split(' ').any(|known| known == word));
    let all = nouns().map(|(_, words, _)| words).chain(VERBS.iter().map(|(_, forms)| *forms));
    Table::of(all.flat_map(str::split_ascii_whitespace).map(|word| {
        let noun = of_noun(word);
        let trigger = Trigger {
            noun: noun.map(|(noun, ..)| noun),
            verb: of_verb(word).map(|(verb, _)| *verb),
            is_plural: noun.is_some_and(|(.., is_plural)| is_plural),
        };
        (word, trigger)
    }))
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
}
