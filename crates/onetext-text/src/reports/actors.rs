//! The actors of a report against the persons and parties of the case: known, new, an outlet, not named.

use onetext_model::{
    ActorId, Chained, Entry, EntryId, Fact, Party, PartyId, Person, PersonSort, Unnamed, View,
};
use onetext_report::spelling::same_name;
use onetext_report::{Actor, ActorIndex, ActorKind, Link, Reading};

use super::{Maker, Proposal, party_of};

/// Head words of a body that speaks for its side as a whole.
const WHOLE_SIDE: &[&str] = &[
    "side",
    "government",
    "delegation",
    "authorities",
    "administration",
    "leadership",
    "foreign ministry",
    "ministry",
    "presidency",
    "negotiating team",
    "team",
    "capital",
    "cabinet",
    "management",
    "company",
    "union",
];

/// Who an actor of the report is for the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// A person or party on file.
    Known(ActorId),
    /// A person who is proposed.
    New(EntryId),
    /// A publisher.
    Outlet(String),
    /// A source that is not named.
    Unnamed(Unnamed),
    /// Somebody described only: "the sides".
    Described(String),
}

/// Every actor of a report, as the case knows it.
pub(crate) struct Cast {
    who: Vec<Who>,
    parties: Vec<Option<PartyId>>,
    persons: Vec<(ActorIndex, Entry)>,
}

impl Cast {
    pub(crate) fn of(view: &View<'_>, reading: &Reading, maker: &mut Maker<'_>) -> Self {
        let sides = Sides::of(view);
        let mut cast = Cast { who: vec![], parties: vec![], persons: vec![] };
        for (place, actor) in reading.actors.iter().enumerate() {
            let side = actor.side.as_deref().and_then(|side| sides.named(side));
            let who = who(view, &sides, actor, side);
            let who = match who {
                Who::Described(_) if is_person(actor) && speaks_or_meets(reading, ActorIndex(place)) => {
                    let person = maker.entry(None, None, Fact::Person(person(actor, side)));
                    let id = person.id;
                    cast.persons.push((ActorIndex(place), person));
                    Who::New(id)
                }
                other => other,
            };
            let own = match &who {
                Who::Known(known) => party_of(view, *known),
                _ => None,
            };
            cast.parties.push(own.or(side));
            cast.who.push(who);
        }
        cast
    }

    pub(crate) fn who(&self, actor: ActorIndex) -> Option<&Who> {
        self.who.get(actor.0)
    }

    /// The person or party, known or proposed; nobody for outlets and sources that are not named.
    pub(crate) fn actor(&self, actor: ActorIndex) -> Option<ActorId> {
        match self.who(actor)? {
            Who::Known(known) => Some(*known),
            Who::New(new) => Some(ActorId(*new)),
            _ => None,
        }
    }

    /// The party on file that the actor is, or belongs to.
    pub(crate) fn party(&self, actor: ActorIndex) -> Option<PartyId> {
        self.parties.get(actor.0).copied().flatten()
    }

    /// The proposals of persons that these actors are.
    pub(crate) fn needs(&self, actors: impl IntoIterator<Item = ActorIndex>) -> Vec<EntryId> {
        let new = actors.into_iter().filter_map(|actor| match self.who(actor)? {
            Who::New(new) => Some(*new),
            _ => None,
        });
        let mut needs: Vec<EntryId> = new.collect();
        needs.sort();
        needs.dedup();
        needs
    }

    /// A chain in the words of the case.
    pub(crate) fn chain(&self, reading: &Reading, chain: &[Link], outlet: &str) -> Vec<Chained> {
        let mut links = vec![Chained::Outlet(outlet.to_owned())];
        for link in chain.iter().skip_while(|link| link.actor.0 == 0) {
            let chained = match self.who(link.actor) {
                Some(Who::Known(known)) => Chained::Actor(*known),
                Some(Who::New(new)) => Chained::Actor(ActorId(*new)),
                Some(Who::Outlet(name)) if link.implied => Chained::Implied(name.clone()),
                Some(Who::Outlet(name)) => Chained::Outlet(name.clone()),
                Some(Who::Unnamed(unnamed)) => Chained::Unnamed(unnamed.clone()),
                Some(Who::Described(words)) => described(words.clone()),
                None => {
                    described(reading.actors.get(link.actor.0).map_or_else(String::new, |a| a.name.clone()))
                }
            };
            links.push(chained);
        }
        links
    }

    /// The actor's name, as the case or else the report has it.
    pub(crate) fn name(&self, view: &View<'_>, reading: &Reading, actor: ActorIndex) -> String {
        let known = match self.who(actor) {
            Some(Who::Known(known)) => view.entry(*known).map(|entry| &entry.fact),
            _ => None,
        };
        match known {
            Some(Fact::Person(person)) => person.name.clone(),
            Some(Fact::Party(party)) => party.name.clone(),
            _ => reading.actors.get(actor.0).map_or_else(String::new, |actor| actor.name.clone()),
        }
    }

    /// The persons that the case does not know.
    pub(crate) fn proposals(&self, text: &str, reading: &Reading) -> Vec<Proposal> {
        let proposal = |(index, entry): &(ActorIndex, Entry)| {
            let actor = reading.actors.get(index.0)?;
            let span = actor.mentions.first().copied();
            let named = span.map_or("", |span| span.of(text));
            Some(Proposal {
                entry: entry.clone(),
                spans: span.into_iter().collect(),
                why: format!("named as “{named}”; no person of the case has that name or an alias of it"),
                by: actor.name.clone(),
                needs: vec![],
            })
        };
        self.persons.iter().filter_map(proposal).collect()
    }
}

fn described(words: String) -> Chained {
    Chained::Unnamed(Unnamed { words, count: None, basis: None, side: None })
}

/// Persons are proposed where they do something in the report; a name in passing is no entry.
fn speaks_or_meets(reading: &Reading, actor: ActorIndex) -> bool {
    let speaks = reading
        .claims
        .iter()
        .any(|claim| claim.speaker == Some(actor) || claim.chain.iter().any(|link| link.actor == actor));
    speaks || reading.contacts.iter().any(|contact| contact.participants.iter().any(|one| one.actor == actor))
}

fn is_person(actor: &Actor) -> bool {
    matches!(actor.kind, ActorKind::Person | ActorKind::PersonByOffice)
}

fn person(actor: &Actor, side: Option<PartyId>) -> Person {
    let by_office = actor.kind == ActorKind::PersonByOffice;
    let aliases = actor.aliases.iter().filter(|alias| is_name(alias) && **alias != actor.name);
    Person {
        name: actor.name.clone(),
        aliases: if by_office { vec![] } else { aliases.cloned().collect() },
        office: actor.office.clone(),
        party: side,
        sort: if by_office { PersonSort::Office } else { PersonSort::Named },
    }
}

/// A name rather than a description: it begins with a capital and has no "the".
fn is_name(words: &str) -> bool {
    words.chars().next().is_some_and(char::is_uppercase) && !words.to_lowercase().starts_with("the ")
}

fn who(view: &View<'_>, sides: &Sides, actor: &Actor, side: Option<PartyId>) -> Who {
    match actor.kind {
        ActorKind::Outlet => Who::Outlet(actor.name.clone()),
        ActorKind::Person => {
            named(view, actor).map_or_else(|| Who::Described(actor.name.clone()), Who::Known)
        }
        ActorKind::PersonByOffice => {
            by_office(view, actor, side).map_or_else(|| Who::Described(actor.name.clone()), Who::Known)
        }
        ActorKind::State | ActorKind::Organisation => body(sides, actor, side),
        ActorKind::Group if is_whole_side(&actor.name) => body(sides, actor, side),
        ActorKind::Group | ActorKind::Anonymous => Who::Unnamed(unnamed(actor, side, sides)),
    }
}

fn body(sides: &Sides, actor: &Actor, side: Option<PartyId>) -> Who {
    let mut names = std::iter::once(&actor.name).chain(&actor.aliases);
    let party = names.find_map(|name| sides.named(name));
    let seat = side.filter(|_| actor.kind != ActorKind::Organisation || is_whole_side(&actor.name));
    party.or(seat).map_or_else(|| Who::Described(actor.name.clone()), |party| Who::Known(ActorId(party.0)))
}

fn is_whole_side(name: &str) -> bool {
    let lower = name.to_lowercase();
    WHOLE_SIDE.iter().any(|word| lower.ends_with(word)) || lower == "the kremlin" || lower == "kremlin"
}

fn unnamed(actor: &Actor, side: Option<PartyId>, sides: &Sides) -> Unnamed {
    let told = actor.anonymity.clone().unwrap_or_default();
    let affiliation = told.affiliation.as_deref().and_then(|side| sides.named(side));
    Unnamed { words: actor.name.clone(), count: told.count, basis: told.basis, side: affiliation.or(side) }
}

/// The person of the case with that name, in any spelling. Two persons of one surname: only a full name tells.
fn named(view: &View<'_>, actor: &Actor) -> Option<ActorId> {
    let persons = || view.each::<Person>().filter(|person| person.fact.sort == PersonSort::Named);
    let has = |person: &Person, name: &str| {
        same_name(&person.name, name) || person.aliases.iter().any(|alias| same_name(alias, name))
    };
    let full = persons().find(|person| has(person.fact, &actor.name)).map(|person| ActorId(person.id()));
    full.or_else(|| {
        let surname = actor.name.rsplit(' ').next().filter(|_| !actor.name.contains(' '))?;
        let mut found = persons().filter(|person| {
            person.fact.name.rsplit(' ').next().is_some_and(|last| same_name(last, surname))
        });
        let first = found.next()?;
        found.next().is_none().then(|| ActorId(first.id()))
    })
}

fn by_office(view: &View<'_>, actor: &Actor, side: Option<PartyId>) -> Option<ActorId> {
    let office = actor.office.as_deref().unwrap_or(&actor.name).to_lowercase();
    let fits = |person: &Person| {
        let same_side = side.is_some() && person.party == side;
        same_side
            && person
                .office
                .as_ref()
                .is_some_and(|held| held.to_lowercase().contains(office.trim_start_matches("the ")))
    };
    let mut found = view.each::<Person>().filter(|person| fits(person.fact));
    let first = found.next()?;
    found.next().is_none().then(|| ActorId(first.id()))
}

/// The parties of a case by name.
pub(crate) struct Sides {
    names: Vec<(String, PartyId)>,
}

impl Sides {
    fn of(view: &View<'_>) -> Self {
        let mut names = Vec::new();
        for party in view.each::<Party>() {
            let fact = party.fact;
            let all = std::iter::once(&fact.name).chain(&fact.short).chain(&fact.aliases);
            names.extend(all.map(|name| (plain(name), PartyId(party.id()))));
        }
        Sides { names }
    }

    /// The party of that name, short form or alias, without "the" and full stops.
    fn named(&self, name: &str) -> Option<PartyId> {
        let plain = plain(name);
        self.names.iter().find(|(own, _)| *own == plain).map(|(_, party)| *party)
    }
}

fn plain(name: &str) -> String {
    let lower = name.to_lowercase().replace('.', "");
    lower.strip_prefix("the ").unwrap_or(&lower).trim().to_owned()
}
