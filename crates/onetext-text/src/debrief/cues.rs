//! The cue words by which a sentence of a debrief is read. English.

use onetext_model::{AnswerSort, Stance, Terms};

/// Somebody asks for something.
pub(crate) const ASKS: &[&str] =
    &["asked", "asks", "requested", "requests", "called on", "calls on", "urged", "pressed"];
/// The writer speaks of the mediator.
pub(crate) const OURSELVES: &[&str] = &["i ", "we ", "the mediator ", "our side "];
/// Something is told to somebody.
pub(crate) const TELLS: &[&str] = &["told", "informed", "passed on to", "conveyed to", "let "];
/// Somebody takes something on.
pub(crate) const PROMISES: &[&str] = &[
    "promised",
    "promises",
    "will send",
    "will come back",
    "will provide",
    "will draft",
    "will report",
    "undertook to",
    "to do:",
    "todo:",
    "next step:",
    "next steps:",
    "action:",
];
/// Another contact is planned.
pub(crate) const NEXT_CONTACTS: &[&str] = &[
    "next meeting",
    "next call",
    "next round",
    "will meet",
    "meet again",
    "follow-up meeting",
    "next contact",
];
/// Who was there.
pub(crate) const PRESENT: &[&str] =
    &["present:", "participants:", "with:", "who:", "attending:", "in the room:"];
/// Somebody speaks.
pub(crate) const SPEAKS: &[&str] = &[
    "said",
    "says",
    "stated",
    "explained",
    "stressed",
    "repeated",
    "added",
    "confirmed",
    "denied",
    "warned",
    "noted",
    "replied",
    "insisted",
    "insists",
    "demands",
    "demanded",
    "wants",
    "proposed",
    "proposes",
    "offered",
    "complained",
];

/// On which terms something was told.
pub(crate) const TERMS: &[&str] = &[
    "not to be passed on",
    "must not be passed on",
    "not for passing on",
    "in confidence",
    "for your ears",
    "ask first",
    "ask us first",
    "ask before",
    "may be passed on",
    "can be passed on",
    "free to pass on",
];

/// A condition follows.
pub(crate) const CONDITIONS: &[&str] =
    &["if ", "provided that ", "on condition that ", "subject to ", "as long as "];

/// What a side's words say of its position; the first row that fits counts.
const STANCES: &[(Stance, &[&str])] = &[
    (Stance::RedLine, &["red line", "non-negotiable", "never accept", "cannot move", "will never"]),
    (
        Stance::Reject,
        &[
            "cannot accept",
            "will not accept",
            "does not accept",
            "reject",
            "refuses",
            "refused",
            "opposes",
            "ruled out",
            "against",
        ],
    ),
    (
        Stance::Reserved,
        &["reserve", "needs instructions", "must ask its capital", "awaits instructions", "no instructions"],
    ),
    (
        Stance::Conditional,
        &[
            "could accept",
            "can accept if",
            "accepts if",
            "would accept",
            "provided that",
            "on condition",
            "subject to",
            "only if",
        ],
    ),
    (
        Stance::Accept,
        &[
            "accepts",
            "accepted",
            "can accept",
            "agrees",
            "agreed",
            "supports",
            "can live with",
            "proposes",
            "proposed",
            "demands",
            "insists",
            "wants",
            "offers",
            "offered",
        ],
    ),
];

/// The stance that a sentence's words show, with the cue.
pub(crate) fn stance(lower: &str) -> Option<(Stance, &'static str)> {
    STANCES.iter().find_map(|(stance, cues)| find(lower, cues).map(|(_, cue)| (*stance, cue)))
}

/// The first cue of a list in a sentence, with its byte offset, at the start of a word.
pub(crate) fn find(lower: &str, cues: &[&'static str]) -> Option<(usize, &'static str)> {
    let hit = |cue: &&'static str| {
        let mut places = lower.match_indices(*cue).map(|(place, _)| place);
        let starts_word =
            |place: &usize| !lower[..*place].chars().next_back().is_some_and(char::is_alphanumeric);
        places.find(starts_word).map(|place| (place, *cue))
    };
    cues.iter().filter_map(hit).min()
}

/// The answer that a sentence gives.
pub(crate) fn answer(lower: &str) -> Option<(AnswerSort, &'static str)> {
    let rows: [(AnswerSort, &[&'static str]); 4] = [
        (
            AnswerSort::Considering,
            &["will think", "will consider", "will answer", "will come back", "took note", "ask its capital"],
        ),
        (AnswerSort::Refused, &["refused", "declined", "said no", "answered no", "rejected"]),
        (AnswerSort::Partly, &["agreed in part", "partly agreed", "agreed only", "agreed if"]),
        (AnswerSort::Granted, &["agreed", "said yes", "answered yes", "granted", "accepted"]),
    ];
    rows.into_iter().find_map(|(sort, cues)| find(lower, cues).map(|(_, cue)| (sort, cue)))
}

/// The terms of a release, where the sentence says them.
pub(crate) fn terms(lower: &str) -> Option<Terms> {
    let says = |words: &[&'static str]| find(lower, words).is_some();
    if says(&[
        "not to be passed on",
        "in confidence",
        "must not be passed on",
        "not for passing on",
        "for your ears",
    ]) {
        Some(Terms::Never)
    } else if says(&["ask first", "ask us first", "ask before"]) {
        Some(Terms::AskFirst)
    } else if says(&["may be passed on", "can be passed on", "free to pass on"]) {
        Some(Terms::Free)
    } else {
        None
    }
}
