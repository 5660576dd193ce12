//! Random histories: cases as a bad week would leave them, with private circles, colliding labels and ids,
//! references that dangle or reach too far, replacements, withdrawals and memberships told in odd places.

use std::collections::BTreeSet;

use onetext_folder::Files;
use onetext_model::{Entry, EntryId, Kind, Label, Log, Settings};
use serde_json::{Map, Value, json};

use crate::random::Random;

/// Keys of every entry; all others are its fact's.
const ENVELOPE: [&str; 8] =
    ["id", "label", "about", "known_at", "recorded_at", "supersedes", "sources", "assumed"];
/// The circles of every history.
pub const CIRCLES: [&str; 5] = ["chair", "delta", "lakeside", "upland", "upland-principal"];
/// Where entries lie. The last one is declared by nobody.
const PLACES: [&[&str]; 13] = [
    &[],
    &[],
    &["chair"],
    &["upland"],
    &["upland"],
    &["delta"],
    &["delta"],
    &["upland-principal"],
    &["chair", "upland"],
    &["chair", "delta"],
    &["delta", "upland"],
    &["lakeside", "upland"],
    &["nosuch", "upland"],
];
/// Labels that entries of all circles compete for.
const LABELS: [&str; 8] = ["paper", "offer", "limit", "flow", "delta", "anna", "round-1", "draft-1"];
const DAYS: [&str; 5] = ["2026-01-05", "2026-01-06", "2026-01-12", "2026-01-12T21:00:00+02:00", "2026-01-19"];
const KINDS_MORE_OFTEN: [Kind; 14] = [
    Kind::Draft,
    Kind::Provision,
    Kind::Provision,
    Kind::Position,
    Kind::Position,
    Kind::Position,
    Kind::Claim,
    Kind::Withdrawal,
    Kind::Release,
    Kind::Origin,
    Kind::Membership,
    Kind::Ask,
    Kind::Answer,
    Kind::Contact,
];
const ACTOR: &[Kind] = &[Kind::Party, Kind::Person];
const SUBJECT: &[Kind] = &[Kind::Issue, Kind::Option, Kind::Provision];
const SOURCE: &[Kind] = &[Kind::Report, Kind::Claim, Kind::Draft, Kind::Provision, Kind::Contact];

/// An entry as it was told: in a place, in words, not yet admitted.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The compartments that may see it; none for everybody.
    pub place: Vec<&'static str>,
    pub kind: Kind,
    /// Its keys as in a file.
    pub keys: Map<String, Value>,
    /// Where in the log it stands.
    pub turn: u64,
}

impl Told {
    pub fn id(&self) -> EntryId {
        EntryId::parse(self.keys["id"].as_str().unwrap()).unwrap()
    }

    fn label(&self) -> Option<&str> {
        self.keys.get("label").and_then(Value::as_str)
    }

    /// Whether whoever sees only these circles sees it.
    pub fn is_seen_by(&self, circles: &BTreeSet<&str>) -> bool {
        self.place.is_empty() || self.place.iter().any(|circle| circles.contains(circle))
    }

    /// Whether everybody in a place may see it.
    fn reaches(&self, place: &[&str]) -> bool {
        self.place.is_empty() || (!place.is_empty() && place.iter().all(|circle| self.place.contains(circle)))
    }

    pub fn entry(&self) -> Entry {
        let mut whole = Map::new();
        let mut fact = Map::new();
        for (key, value) in &self.keys {
            let into = if ENVELOPE.contains(&key.as_str()) { &mut whole } else { &mut fact };
            into.insert(key.clone(), value.clone());
        }
        let audience = if self.place.is_empty() { json!("public") } else { json!(self.place) };
        whole.insert("audience".to_owned(), audience);
        whole.insert("fact".to_owned(), json!({ self.kind.word(): fact }));
        serde_json::from_value(Value::Object(whole)).unwrap_or_else(|why| panic!("{why}: {self:?}"))
    }

    fn table(&self) -> String {
        let lines: Vec<String> =
            self.keys.iter().map(|(key, value)| format!("{key} = {}\n", toml(value))).collect();
        format!("[[{}]]\n{}", self.kind.word(), lines.concat())
    }
}

/// The settings of every history.
pub fn settings() -> Settings {
    Settings::new("Talks on the Selwen", "Europe/Paris")
}

/// The log of what was told, in its order.
pub fn log<'t>(told: impl IntoIterator<Item = &'t Told>) -> Log {
    let mut told: Vec<&Told> = told.into_iter().collect();
    told.sort_by_key(|told| told.turn);
    Log { settings: settings(), entries: told.into_iter().map(Told::entry).collect() }
}

/// The same as a case folder: one file for each place and kind.
pub fn files<'t>(told: impl IntoIterator<Item = &'t Told>) -> Files {
    let head = "format = 1\n\n[case]\ntitle = \"Talks on the Selwen\"\ntime_zone = \"Europe/Paris\"\n";
    let mut files = Files::from([("case.toml".to_owned(), head.as_bytes().to_vec())]);
    let mut told: Vec<&Told> = told.into_iter().collect();
    told.sort_by_key(|told| told.turn);
    for told in told {
        let folder =
            if told.place.is_empty() { String::new() } else { format!("private/{}/", told.place.join("+")) };
        let file = files.entry(format!("{folder}{}.toml", told.kind.word())).or_default();
        file.extend_from_slice(told.table().as_bytes());
    }
    files
}

fn toml(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(toml).collect::<Vec<_>>().join(", ")),
        Value::Object(keys) => {
            let keys: Vec<String> =
                keys.iter().map(|(key, value)| format!("{key} = {}", toml(value))).collect();
            format!("{{ {} }}", keys.join(", "))
        }
        other => other.to_string(),
    }
}

/// What every history has: circles, parties, persons, two issues. Public.
pub fn cast() -> Vec<Told> {
    let mut cast = Vec::new();
    let mut add = |kind: Kind, label: &str, keys: Value| {
        let id = EntryId::derived(&["cast", kind.word(), label]);
        let mut keys = keys.as_object().unwrap().clone();
        keys.insert("id".to_owned(), json!(id.to_string()));
        keys.insert("label".to_owned(), json!(label));
        keys.insert("known_at".to_owned(), json!("2026-01-01"));
        keys.insert("recorded_at".to_owned(), json!("2026-01-01"));
        let turn = cast.len() as u64;
        cast.push(Told { place: Vec::new(), kind, keys, turn });
    };
    for circle in CIRCLES {
        let party = circle.trim_end_matches("-principal");
        add(
            Kind::Compartment,
            circle,
            json!({ "name": circle, "party": party, "mediator": circle == "chair" }),
        );
    }
    for party in ["chair", "delta", "lakeside", "upland"] {
        add(Kind::Party, party, json!({ "name": party, "sort": "state", "at_the_table": true }));
    }
    for (person, party) in [("anna", "upland"), ("boris", "delta"), ("envoy", "chair")] {
        add(Kind::Person, person, json!({ "name": person, "party": party }));
        add(Kind::Membership, &format!("{person}-in"), json!({ "person": person, "compartment": party }));
    }
    for issue in ["flow", "filling"] {
        add(Kind::Issue, issue, json!({ "name": issue }));
        for option in ["high", "low"] {
            add(Kind::Option, &format!("{issue}/{option}"), json!({ "issue": issue, "name": option }));
        }
    }
    cast
}

/// Adds so many entries to a history, in places of which `is_wanted`.
pub fn add(told: &mut Vec<Told>, number: usize, random: &mut Random, is_wanted: &dyn Fn(&[&str]) -> bool) {
    let places: Vec<&[&'static str]> = PLACES.into_iter().filter(|place| is_wanted(place)).collect();
    for _ in 0..number {
        let place = random.one(&places).to_vec();
        let kind = if random.chance(40) { *random.one(&KINDS_MORE_OFTEN) } else { *random.one(Kind::ALL) };
        let keys = Maker { told, place: &place, random }.keys(kind);
        let turn = random.number() >> 1;
        told.push(Told { place, kind, keys, turn });
    }
}

/// Makes an entry among those that there are.
struct Maker<'m> {
    told: &'m [Told],
    place: &'m [&'static str],
    random: &'m mut Random,
}

impl Maker<'_> {
    fn keys(&mut self, kind: Kind) -> Map<String, Value> {
        let mut keys = self.fact(kind).as_object().unwrap().clone();
        let id = if self.random.chance(6) { self.random.one(self.told).id() } else { self.random.id() };
        keys.insert("id".to_owned(), json!(id.to_string()));
        if self.random.chance(35) {
            keys.insert("label".to_owned(), json!(*self.random.one(&LABELS)));
        }
        keys.insert("known_at".to_owned(), json!(*self.random.one(&DAYS)));
        keys.insert("recorded_at".to_owned(), json!(*self.random.one(&DAYS)));
        if self.random.chance(20) {
            let (from, to) = (*self.random.one(&DAYS[..3]), *self.random.one(&DAYS[..3]));
            keys.insert("about".to_owned(), json!(format!("{from}/{to}")));
        }
        if self.random.chance(if kind == Kind::Position { 60 } else { 20 }) {
            keys.insert("supersedes".to_owned(), json!([self.one(&[kind])]));
        }
        if self.random.chance(30) {
            keys.insert("sources".to_owned(), json!([self.one(SOURCE)]));
        }
        keys
    }

    /// A reference to an entry of one of these kinds (none: any), by id or by label; now and then a wrong one.
    fn one(&mut self, kinds: &[Kind]) -> String {
        let luck = self.random.below(100);
        let fits = |told: &&Told| kinds.is_empty() || kinds.contains(&told.kind);
        let all: Vec<&Told> = self.told.iter().filter(fits).collect();
        let seen: Vec<&Told> = all.iter().copied().filter(|told| told.reaches(self.place)).collect();
        let from = if luck < 90 && !seen.is_empty() { seen } else { all };
        if from.is_empty() || luck >= 97 {
            return (*self.random.one(&LABELS)).to_owned();
        }
        let target = *self.random.one(&from);
        match target.label().filter(|_| self.random.chance(50)) {
            Some(label) => Label::parse(label).unwrap().to_string(),
            None => target.id().to_string(),
        }
    }

    fn words(&mut self) -> String {
        self.random.sentence(3)
    }

    #[expect(clippy::too_many_lines, reason = "a line for each kind")]
    fn fact(&mut self, kind: Kind) -> Value {
        match kind {
            Kind::Compartment | Kind::Issue | Kind::Instrument => json!({ "name": self.words() }),
            Kind::Membership => {
                let circle = if self.random.chance(80) {
                    (*self.random.one(&CIRCLES)).to_owned()
                } else {
                    self.one(&[Kind::Compartment])
                };
                json!({ "person": self.one(&[Kind::Person]), "compartment": circle })
            }
            Kind::Consent => json!({
                "person": self.one(&[Kind::Person]),
                "compartment": self.one(&[Kind::Compartment]),
                "service": self.words(),
            }),
            Kind::Party => json!({ "name": self.words(), "sort": "group" }),
            Kind::Role => {
                json!({ "party": self.one(&[Kind::Party]), "role": *self.random.one(&["drafting", "mediating", "benefiting"]) })
            }
            Kind::Interest => json!({ "party": self.one(&[Kind::Party]), "words": self.words() }),
            Kind::Person => json!({ "name": self.words(), "party": self.one(&[Kind::Party]) }),
            Kind::Mandate => {
                json!({ "person": self.one(&[Kind::Person]), "party": self.one(&[Kind::Party]), "office": *self.random.one(&["head", "deputy"]), "authority": *self.random.one(&["explore", "sign"]) })
            }
            Kind::Track => json!({ "name": self.words(), "between": [self.one(&[Kind::Party])] }),
            Kind::Contact => self.contact(),
            Kind::Option => {
                json!({ "issue": self.one(&[Kind::Issue]), "name": self.words(), "excludes": [self.one(&[Kind::Option])], "requires": [self.one(&[Kind::Option])] })
            }
            Kind::Status => {
                json!({ "on": self.one(SUBJECT), "state": *self.random.one(&["bracketed", "agreed", "green"]) })
            }
            Kind::Preference => {
                json!({ "party": self.one(&[Kind::Party]), "issue": self.one(&[Kind::Issue]), "basis": "inferred", "order": [[self.one(&[Kind::Option])], [self.one(&[Kind::Option])]] })
            }
            Kind::Reservation => {
                json!({ "party": self.one(&[Kind::Party]), "words": self.words(), "basis": "assumed", "value": self.random.below(9) })
            }
            Kind::Draft => {
                json!({ "title": self.words(), "points": self.random.below(30), "authors": [self.one(ACTOR)], "after": [self.one(&[Kind::Draft])], "branch": self.random.chance(25), "form": *self.random.one(&["verbatim", "verbatim", "summary", "not-public"]) })
            }
            Kind::Provision => {
                let text = format!(
                    "{} [delta propose: {}] [shall][should] {}",
                    self.words(),
                    self.words(),
                    self.words()
                );
                let mut keys = json!({ "draft": self.one(&[Kind::Draft]), "number": (1 + self.random.below(4)).to_string(), "text": text, "issues": [self.one(&[Kind::Issue])] });
                if self.random.chance(30) {
                    keys["row"] = json!((1 + self.random.below(3)).to_string());
                }
                keys
            }
            Kind::Lineage => {
                json!({ "earlier": self.one(&[Kind::Draft]), "later": self.one(&[Kind::Draft]), "old": [self.one(&[Kind::Provision])], "new": [self.one(&[Kind::Provision])], "became": *self.random.one(&["reworded", "moved"]) })
            }
            Kind::Wording => {
                json!({ "on": self.one(&[Kind::Provision]), "by": self.one(&[Kind::Party]), "text": self.words() })
            }
            Kind::Position => {
                json!({ "party": self.one(&[Kind::Party]), "on": self.one(SUBJECT), "stance": *self.random.one(&["accept", "conditional", "reject", "red-line"]), "words": self.words(), "evidence": *self.random.one(&["own", "attributed"]), "by": { "actor": self.one(ACTOR) } })
            }
            Kind::Ask => {
                json!({ "by": self.one(ACTOR), "of": [self.one(ACTOR)], "words": self.words(), "on": self.one(SUBJECT), "answer_by": *self.random.one(&DAYS) })
            }
            Kind::Idea => json!({ "words": self.words(), "to": [self.one(ACTOR)], "on": self.one(SUBJECT) }),
            Kind::Answer => {
                json!({ "to": self.one(&[Kind::Ask, Kind::Idea]), "by": self.one(ACTOR), "answer": *self.random.one(&["granted", "refused", "considering"]), "words": self.words() })
            }
            Kind::Undertaking => {
                json!({ "by": self.one(ACTOR), "words": self.words(), "alleged_breach": self.words(), "alleged_by": self.one(ACTOR) })
            }
            Kind::Link => {
                json!({ "name": self.words(), "words": self.words(), "between": [self.one(&[Kind::Party])], "issues": [self.one(&[Kind::Issue])] })
            }
            Kind::Precedent => {
                json!({ "title": self.words(), "by": self.one(ACTOR), "purpose": self.words(), "on": self.one(SUBJECT), "contact": self.one(&[Kind::Contact]) })
            }
            Kind::Report => json!({ "outlet": "The Courier", "title": self.words() }),
            Kind::Claim => self.claim(),
            Kind::Grade => {
                json!({ "of": self.one(&[Kind::Claim, Kind::Report]), "reliability": "b", "credibility": 1 + self.random.below(6) })
            }
            Kind::Attribution => json!({ "claim": self.one(&[Kind::Claim]), "speaker": self.one(ACTOR) }),
            Kind::Release => {
                json!({ "to": self.one(ACTOR), "words": self.words(), "terms": *self.random.one(&["free", "ask-first", "never"]), "on": self.one(SUBJECT) })
            }
            Kind::Origin => json!({ "release": self.one(&[Kind::Release]), "entry": self.one(&[]) }),
            Kind::Withdrawal => json!({ "of": self.one(&[]) }),
            Kind::Step => {
                json!({ "who": self.one(ACTOR), "what": self.words(), "by": *self.random.one(&DAYS), "promised_to": [self.one(ACTOR)] })
            }
            Kind::Decision => {
                json!({ "who": self.one(ACTOR), "question": self.words(), "on": self.one(SUBJECT) })
            }
            Kind::TalkingPoint => {
                json!({ "who": self.one(ACTOR), "sort": *self.random.one(&["objective", "message", "do-not-mention"]), "words": self.words() })
            }
            Kind::Question => json!({ "words": self.words(), "on": self.one(SUBJECT) }),
            Kind::Ratification => {
                json!({ "party": self.one(&[Kind::Party]), "place": 1 + self.random.below(3), "what": self.words(), "days": self.random.below(90) })
            }
            Kind::Page => {
                json!({ "title": self.words(), "text": self.words(), "issues": [self.one(&[Kind::Issue])] })
            }
        }
    }

    fn contact(&mut self) -> Value {
        json!({
            "title": self.words(),
            "sort": *self.random.one(&["call", "meeting"]),
            "status": *self.random.one(&["occurred", "planned", "conditional", "ongoing"]),
            "part_of": self.one(&[Kind::Contact]),
            "participants": [{ "actor": self.one(ACTOR) }, { "actor": self.one(ACTOR), "medium": "phone" }],
            "topics": [self.one(&[Kind::Issue])],
            "chatham_house": self.random.chance(30),
        })
    }

    fn claim(&mut self) -> Value {
        json!({
            "words": self.words(),
            "chain": [{ "outlet": "The Courier" }, { "unnamed": { "words": "an official", "side": self.one(&[Kind::Party]) } }, { "actor": self.one(ACTOR) }],
            "mode": *self.random.one(&["direct", "narrated"]),
            "issues": [self.one(&[Kind::Issue])],
            "assesses": [{ "issue": self.one(&[Kind::Issue]), "state": *self.random.one(&["sticking", "near"]) }],
            "contact": self.one(&[Kind::Contact]),
        })
    }
}

/// A whole history of a seed: the cast and some dozens of entries.
pub fn history(seed: u64) -> (Vec<Told>, Random) {
    let mut random = Random::new(seed);
    let mut told = cast();
    let number = 10 + random.below(50);
    add(&mut told, number, &mut random, &|_| true);
    (told, random)
}
