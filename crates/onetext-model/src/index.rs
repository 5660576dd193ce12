//! The index of admission: entries by id and by label, and what a reference means within an audience.

use std::collections::HashMap;
use std::collections::hash_map::Entry::{Occupied, Vacant};

use crate::{Audience, Entry, EntryId, Fault, Kind, Reason};

/// A place in a list as it is kept. A case has far fewer than four thousand million entries: files and their entries
/// are limited.
pub(crate) fn number_of(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// What is looked up about an entry while others are being resolved.
pub(crate) struct Card {
    pub(crate) id: EntryId,
    pub(crate) kind: Kind,
    pub(crate) public: bool,
    pub(crate) audience: u32,
}

/// All entries by id and by label.
pub(crate) struct Index {
    pub(crate) cards: Vec<Card>,
    pub(crate) by_id: HashMap<EntryId, Places>,
    by_label: HashMap<EntryId, Places>,
    pub(crate) audiences: Vec<Audience>,
}

/// The places of the entries with one name: nearly always one.
pub(crate) enum Places {
    One(u32),
    Several(Vec<u32>),
}

impl Places {
    fn add(into: &mut HashMap<EntryId, Places>, name: EntryId, place: u32) {
        match into.entry(name) {
            Vacant(free) => {
                free.insert(Places::One(place));
            }
            Occupied(mut taken) => match taken.get_mut() {
                Places::One(first) => {
                    let both = vec![*first, place];
                    taken.insert(Places::Several(both));
                }
                Places::Several(places) => places.push(place),
            },
        }
    }

    pub(crate) fn all(&self) -> &[u32] {
        match self {
            Places::One(place) => std::slice::from_ref(place),
            Places::Several(places) => places,
        }
    }
}

impl Index {
    pub(crate) fn of(entries: &[Entry]) -> Self {
        let mut index = Index {
            cards: Vec::with_capacity(entries.len()),
            by_id: HashMap::with_capacity(entries.len()),
            by_label: HashMap::new(),
            audiences: Vec::new(),
        };
        for (place, entry) in entries.iter().enumerate() {
            let place = number_of(place);
            index.cards.push(Card {
                id: entry.id,
                kind: entry.fact.kind(),
                public: entry.audience == Audience::Public,
                audience: 0,
            });
            Places::add(&mut index.by_id, entry.id, place);
            if let Some(label) = &entry.label {
                Places::add(&mut index.by_label, EntryId::named(label.as_str()), place);
            }
        }
        index
    }

    pub(crate) fn audience(&self, place: u32) -> &Audience {
        &self.audiences[self.cards[place as usize].audience as usize]
    }

    /// Whether everybody in an audience may see the entry.
    pub(crate) fn is_seen_by(&self, place: u32, audience: u32) -> bool {
        let theirs = self.cards[place as usize].audience;
        theirs == audience || self.audiences[theirs as usize].includes(&self.audiences[audience as usize])
    }

    pub(crate) fn candidates(&self, id: EntryId) -> &[u32] {
        let map = if id.is_named() { &self.by_label } else { &self.by_id };
        map.get(&id).map_or(&[], Places::all)
    }
}

/// Replaces a label by the id of the compartment that bears it; false where there is none. Compartments are
/// declared in public: a private file cannot take over another circle's name.
pub(crate) fn resolve_compartment(index: &Index, id: &mut EntryId) -> bool {
    let cards = index.candidates(*id).iter().map(|place| &index.cards[*place as usize]);
    let found = cards.clone().find(|card| card.kind == Kind::Compartment && card.public).map(|card| card.id);
    if let Some(compartment) = found {
        *id = compartment;
    }
    found.is_some()
}

/// The entry that a reference means, among those that the whole audience may see; the entry's own compartment
/// is looked in first.
pub(crate) fn resolve(
    index: &Index,
    audience: u32,
    wanted: &'static [Kind],
    id: &mut EntryId,
) -> Result<u32, Reason> {
    let all = index.candidates(*id);
    let fits = |place: &&u32| wanted.is_empty() || wanted.contains(&index.cards[**place as usize].kind);
    let own = |place: &&u32| index.cards[**place as usize].audience == audience;
    let seen = |place: &&u32| index.is_seen_by(**place, audience);
    let inside: Vec<u32> = match all {
        [] | [_] => Vec::new(),
        several => several.iter().filter(own).filter(fits).copied().collect(),
    };
    let mut choice = if inside.is_empty() { all } else { &inside }.iter().filter(fits).filter(seen);
    let first = choice.next().ok_or_else(|| at_fault(*id, wanted, why_unresolved(index, all, audience)))?;
    let more: Vec<u32> = if id.is_named() { choice.copied().collect() } else { Vec::new() };
    if more.is_empty() {
        *id = index.cards[*first as usize].id;
        return Ok(*first);
    }
    let candidates =
        std::iter::once(first).chain(&more).map(|place| index.cards[*place as usize].id).collect();
    Err(at_fault(*id, wanted, Fault::Ambiguous { candidates }))
}

pub(crate) fn at_fault(reference: EntryId, wanted: &'static [Kind], fault: Fault) -> Reason {
    Reason::Reference { reference, written: None, wanted, fault }
}

pub(crate) fn why_unresolved(index: &Index, all: &[u32], audience: u32) -> Fault {
    if let Some(place) = all.iter().find(|place| index.is_seen_by(**place, audience)) {
        return Fault::WrongKind { found: index.cards[*place as usize].kind };
    }
    if all.is_empty() {
        return Fault::Dangling { nearest: None };
    }
    // All that bear the name, together: whoever may see one of them is told, whichever comes first in order.
    let hidden = all.iter().flat_map(|place| index.audience(*place).compartments());
    Fault::TooPrivate { target_audience: Audience::Only(hidden.collect()), nearest: None }
}
