//! Lines for those who take part and for their contacts.

use onetext_model::{
    Compartment, Consent, Contact, Entry, Interest, Mandate, Membership, Party, PartyId, Person, PersonSort,
    Role, Stated, Track, View,
};

use super::note;
use crate::mandates::term;
use crate::meetings;
use crate::words::{actor_name, names};

pub(super) fn compartment(view: &View<'_>, fact: &Compartment) -> String {
    let whose = fact.party.map_or_else(String::new, |party| actor_name(view, party));
    let whose = if fact.mediator { "the mediator's own".to_owned() } else { whose };
    format!("{}{}", fact.name, note(&[whose, fact.purpose.clone().unwrap_or_default()]))
}

pub(super) fn membership(view: &View<'_>, entry: &Entry, fact: &Membership) -> String {
    let circle = view.find::<Compartment>(fact.compartment);
    let circle = circle.map_or_else(|| "a circle".to_owned(), |found| found.fact.name.clone());
    let dates = entry.about.map_or_else(String::new, |about| term(view, Some(about)));
    format!("{} is in: {circle}{}", actor_name(view, fact.person), note(&[dates]))
}

pub(super) fn consent(view: &View<'_>, fact: &Consent) -> String {
    let circle = view.find::<Compartment>(fact.compartment);
    let circle = circle.map_or_else(|| "a circle".to_owned(), |found| found.fact.name.clone());
    format!("{} agrees that texts of {circle} are sent to {}", actor_name(view, fact.person), fact.service)
}

pub(super) fn party(fact: &Party) -> String {
    let seat = if fact.at_the_table { "at the table" } else { "not at the table" };
    format!("{}: {}, {seat}", fact.name, fact.sort.said())
}

pub(super) fn role(view: &View<'_>, fact: &Role) -> String {
    let words = fact.words.as_ref().map_or_else(String::new, |words| format!(": {words}"));
    format!("{}, {}{words}", actor_name(view, fact.party), fact.role.said())
}

pub(super) fn interest(view: &View<'_>, fact: &Interest) -> String {
    format!("{}: {}", actor_name(view, fact.party), fact.words)
}

pub(super) fn person(view: &View<'_>, fact: &Person) -> String {
    let office = fact.office.as_ref().map_or_else(String::new, |office| format!(", {office}"));
    let party = fact.party.map_or_else(String::new, |party: PartyId| actor_name(view, party));
    let sort = if fact.sort == PersonSort::Named { String::new() } else { fact.sort.said().to_owned() };
    format!("{}{office}{}", fact.name, note(&[party, sort]))
}

pub(super) fn mandate(view: &View<'_>, entry: &Entry, fact: &Mandate) -> String {
    let given = fact.given_by.map_or_else(String::new, |by| format!("given by {}", actor_name(view, by)));
    format!(
        "{} for {}, {}: {}{}",
        actor_name(view, fact.person),
        actor_name(view, fact.party),
        fact.office,
        fact.authority.said(),
        note(&[term(view, entry.about), given]),
    )
}

pub(super) fn track(view: &View<'_>, fact: &Track) -> String {
    let between = if fact.between.is_empty() {
        String::new()
    } else {
        format!("between {}", names(view, &fact.between))
    };
    format!("{}{}", fact.name, note(&[between]))
}

pub(super) fn contact(view: &View<'_>, entry: &Entry, fact: &Contact) -> String {
    let contact = Stated { entry, fact };
    let outcome = fact.outcome.as_ref().map_or_else(String::new, |outcome| format!(": {outcome}"));
    let who = meetings::participants(view, fact);
    let state = fact.status.said().to_owned();
    format!("{}, {}{outcome}{}", fact.title, meetings::when(view, contact), note(&[state, who]))
}
