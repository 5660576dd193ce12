//! The head of a debrief: what sort of contact it was, when, where, for how long and with whom.

use jiff::civil::Date;
use onetext_model::{ActorId, Contact, ContactSort, ContactStatus, Medium, Participant, View};

use super::cues;
use crate::day::find_day;
use crate::names::{Mention, Names};
use crate::numbers::minutes;

/// Lines that can belong to the head.
const HEAD_LINES_MAX: usize = 6;

/// What the head says.
pub(crate) struct Head {
    pub(crate) sentence: String,
    /// Sentences that belong to it.
    pub(crate) lines: usize,
    pub(crate) day: Date,
    sort: ContactSort,
    chatham_house: bool,
    minutes: Option<u32>,
    place: Option<String>,
    with: Vec<Mention>,
}

impl Head {
    /// Reads the first sentence, and those after it that only name participants, place or length.
    pub(crate) fn read(names: &Names, sentences: &[&str], on: Date) -> Head {
        let first = sentences.first().copied().unwrap_or("");
        let mut head = Head {
            sentence: first.to_owned(),
            lines: usize::from(!sentences.is_empty()),
            day: find_day(first, on, false).unwrap_or(on),
            sort: sort(first),
            chatham_house: false,
            minutes: minutes(first),
            place: place(first),
            with: names.mentions(first),
        };
        for sentence in sentences.iter().skip(1).take(HEAD_LINES_MAX) {
            if !belongs(sentence) {
                break;
            }
            head.minutes = head.minutes.or_else(|| minutes(sentence));
            head.place = head.place.take().or_else(|| labelled(sentence, &["where:", "place:"]));
            head.day = find_day(sentence, on, false).unwrap_or(head.day);
            head.with.extend(names.mentions(sentence));
            head.lines += 1;
        }
        let whole = sentences.join(" ").to_lowercase();
        head.chatham_house = whole.contains("chatham house");
        head
    }

    pub(crate) fn title(&self, view: &View<'_>) -> String {
        let names = self.parties(view);
        let with = match (names.as_slice(), &self.place) {
            ([], Some(place)) => format!(" in {place}"),
            ([], None) => String::new(),
            ([only], _) => format!(" with {only}"),
            ([start @ .., last], _) => format!(" with {} and {last}", start.join(", ")),
        };
        let sort = self.sort.said();
        let mut letters = sort.chars();
        let start: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
        format!("{start}{}{with}", letters.as_str())
    }

    fn parties(&self, view: &View<'_>) -> Vec<String> {
        // The mediator's own party is in the room anyhow.
        let ours = super::lines::mediator(view);
        let parties = self
            .with
            .iter()
            .filter_map(|mention| mention.party)
            .filter(|party| Some(ActorId(party.0)) != ours);
        let mut names: Vec<String> = parties
            .filter_map(|party| view.find::<onetext_model::Party>(party).map(|found| found.fact.name.clone()))
            .collect();
        names.sort();
        names.dedup();
        names
    }

    /// Whoever was named, each once, in order.
    pub(crate) fn participants(&self) -> Vec<ActorId> {
        let mut seen = Vec::new();
        for mention in &self.with {
            if !seen.contains(&mention.actor) {
                seen.push(mention.actor);
            }
        }
        seen
    }

    pub(crate) fn contact(&self, view: &View<'_>) -> Contact {
        let medium = if self.sort == ContactSort::Call { Medium::Phone } else { Medium::InPerson };
        let participant = |actor: ActorId| Participant { actor, role: None, medium };
        Contact {
            title: self.title(view),
            sort: self.sort,
            status: ContactStatus::Occurred,
            track: None,
            part_of: None,
            when_words: None,
            duration_minutes: self.minutes.into_iter().collect(),
            place: self.place.clone(),
            participants: self.participants().into_iter().map(participant).collect(),
            topics: Vec::new(),
            condition: None,
            outcome: None,
            chatham_house: self.chatham_house,
        }
    }

    pub(crate) fn is_under_rule(&self) -> bool {
        self.chatham_house
    }

    pub(crate) fn why(&self) -> String {
        let length =
            self.minutes.map_or_else(|| "no length given".to_owned(), |minutes| format!("{minutes} minutes"));
        format!("the head of the debrief: {}, {}, {length}", self.sort.said(), self.day)
    }
}

/// A line of the form "Present: ...", "Where: ...", "Duration: ..." or one that says only how long it took.
fn belongs(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let keys = ["where:", "place:", "when:", "date:", "duration:", "length:", "how long:"];
    let rule = lower.contains("chatham house") && cues::find(&lower, cues::SPEAKS).is_none();
    rule || cues::find(&lower, cues::PRESENT).is_some_and(|(place, _)| place == 0)
        || keys.iter().any(|key| lower.starts_with(key))
        || (minutes(sentence).is_some() && sentence.split_whitespace().count() <= 5)
}

/// The sort of contact that a sentence names; a meeting where it names none.
pub(crate) fn sort(sentence: &str) -> ContactSort {
    let lower = sentence.to_lowercase();
    let rows: [(ContactSort, &[&'static str]); 7] = [
        (ContactSort::Call, &["call", "phone", "telephone", "rang", "video"]),
        (ContactSort::Round, &["round"]),
        (ContactSort::Briefing, &["briefing", "briefed"]),
        (ContactSort::Visit, &["visit"]),
        (ContactSort::Letter, &["letter", "note verbale", "wrote"]),
        (ContactSort::Consultation, &["consultation"]),
        (ContactSort::Meeting, &["meeting", "met"]),
    ];
    let found =
        rows.into_iter().filter_map(|(sort, cues)| cues::find(&lower, cues).map(|(place, _)| (place, sort)));
    found.min().map_or(ContactSort::Meeting, |(_, sort)| sort)
}

/// The words after "in" or "at", up to the next comma or number.
fn place(sentence: &str) -> Option<String> {
    let after = [" in ", " at "]
        .iter()
        .filter_map(|word| sentence.find(word).map(|place| place + word.len()))
        .min()?;
    let rest = &sentence[after..];
    let end = rest.find([',', ';', '.', '(']).unwrap_or(rest.len());
    let words: Vec<&str> = rest[..end]
        .split_whitespace()
        .take_while(|word| !["on", "for", "with", "from"].contains(word))
        .collect();
    let place = words.join(" ");
    let is_name =
        place.chars().next().is_some_and(|c| c.is_uppercase() || c.is_alphabetic() && !c.is_ascii());
    is_name.then_some(place)
}

fn labelled(sentence: &str, keys: &[&str]) -> Option<String> {
    let lower = sentence.to_lowercase();
    let key = keys.iter().find(|key| lower.starts_with(**key))?;
    Some(sentence[key.len()..].trim().trim_end_matches('.').to_owned()).filter(|place| !place.is_empty())
}
