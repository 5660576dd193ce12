//! Admission: from a log as it was written to a case whose every reference holds for its whole audience.
//!
//! What an audience can see never decides by itself what another gets: a reference is resolved among the
//! entries that the *whole* audience of the referring entry may see, and an entry is left out only for reasons
//! that lie among those.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::case::Admitted;
use crate::{Audience, Case, Entry, EntryId, Fact, Fault, Finding, Kind, Log, Reason, Refer, Severity};

/// What is looked up about an entry while others are being resolved.
struct Card {
    id: EntryId,
    kind: Kind,
    public: bool,
    audience: u32,
}

/// All entries by id and by label.
struct Index {
    cards: Vec<Card>,
    by_id: HashMap<EntryId, Vec<u32>>,
    by_label: HashMap<EntryId, Vec<u32>>,
    audiences: Vec<Audience>,
}

/// From which entry to which: the second must be there for the first to make sense.
type Edges = Vec<(u32, u32)>;

pub(crate) fn admit(log: Log, zone: TimeZone) -> (Case, Vec<Finding>) {
    let Log { mut settings, mut entries } = log;
    let mut findings = Vec::new();
    entries.sort_by_cached_key(|e| (e.known_at.start(&zone), e.id, e.audience.clone()));
    let mut index = Index::of(&entries);
    resolve_audiences(&mut entries, &mut index, &mut findings);
    let mut left_out: Vec<bool> = entries.iter().map(|e| e.audience.compartments().any(|c| c.0.is_named())).collect();
    refuse_doubles(&entries, &index, &mut left_out, &mut findings);
    let edges = resolve_all(&mut entries, &index, &mut left_out, &mut findings);
    leave_out_dependants(&entries, &edges, &mut left_out, &mut findings);
    settings.refer(&mut |_, id| {
        resolve_compartment(&index, id);
    });
    let admitted = with_times(entries, &index, &edges, &left_out, &zone, &mut findings);
    (Case { settings, zone, entries: admitted, audiences: index.audiences }, findings)
}

impl Index {
    fn of(entries: &[Entry]) -> Self {
        let mut index = Index {
            cards: Vec::with_capacity(entries.len()),
            by_id: HashMap::with_capacity(entries.len()),
            by_label: HashMap::new(),
            audiences: Vec::new(),
        };
        for (place, entry) in entries.iter().enumerate() {
            let place = place as u32;
            index.cards.push(Card {
                id: entry.id,
                kind: entry.fact.kind(),
                public: entry.audience == Audience::Public,
                audience: 0,
            });
            index.by_id.entry(entry.id).or_default().push(place);
            if let Some(label) = &entry.label {
                index.by_label.entry(EntryId::named(label.as_str())).or_default().push(place);
            }
        }
        index
    }

    fn audience(&self, place: u32) -> &Audience {
        &self.audiences[self.cards[place as usize].audience as usize]
    }

    fn candidates(&self, id: EntryId) -> &[u32] {
        let map = if id.is_named() { &self.by_label } else { &self.by_id };
        map.get(&id).map_or(&[], Vec::as_slice)
    }
}

/// Compartments first: every audience names compartments, and everything else is compared by audience.
fn resolve_audiences(entries: &mut [Entry], index: &mut Index, findings: &mut Vec<Finding>) {
    let mut numbers: HashMap<Audience, u32> = HashMap::new();
    for (place, entry) in entries.iter_mut().enumerate() {
        let number = numbers.get(&entry.audience).copied().unwrap_or_else(|| {
            let mut resolved = entry.audience.clone();
            let mut unknown = false;
            resolved.refer(&mut |_, id| unknown |= !resolve_compartment(index, id));
            if unknown {
                let names = entry.audience.compartments().map(|c| c.0.to_string()).collect::<Vec<_>>().join("+");
                findings.push(Finding::about(entry, Severity::Error, Reason::UnknownPlace(names)));
            }
            let number = index.audiences.iter().position(|known| *known == resolved).unwrap_or_else(|| {
                index.audiences.push(resolved);
                index.audiences.len() - 1
            }) as u32;
            numbers.insert(entry.audience.clone(), number);
            number
        });
        entry.audience = index.audiences[number as usize].clone();
        index.cards[place].audience = number;
    }
}

/// Replaces a label by the id of the compartment that bears it; false where there is none. Compartments are
/// declared in public: a private file cannot take over another circle's name.
fn resolve_compartment(index: &Index, id: &mut EntryId) -> bool {
    let cards = index.candidates(*id).iter().map(|place| &index.cards[*place as usize]);
    let found = cards.clone().find(|card| card.kind == Kind::Compartment && card.public).map(|card| card.id);
    if let Some(compartment) = found {
        *id = compartment;
    }
    found.is_some()
}

/// One id, one entry: of two, the one whose audience is included in the other's (or that comes later) goes.
fn refuse_doubles(entries: &[Entry], index: &Index, left_out: &mut [bool], findings: &mut Vec<Finding>) {
    for places in index.by_id.values().filter(|places| places.len() > 1) {
        for (turn, place) in places.iter().enumerate() {
            let loses = |(other_turn, other): (usize, &u32)| {
                let (mine, theirs) = (index.audience(*place), index.audience(*other));
                other_turn != turn && theirs.includes(mine) && (!mine.includes(theirs) || other_turn < turn)
            };
            let Some((_, winner)) = places.iter().enumerate().find(|pair| loses(*pair)) else { continue };
            let (entry, kept) = (&entries[*place as usize], &entries[*winner as usize]);
            left_out[*place as usize] = true;
            let same = entry.fact == kept.fact && entry.audience == kept.audience;
            let (severity, reason) =
                if same { (Severity::Note, Reason::SameEntry) } else { (Severity::Error, Reason::SameId) };
            findings.push(Finding::about(entry, severity, reason));
        }
    }
}

/// Resolves every reference; an entry with one that does not hold is left out.
fn resolve_all(
    entries: &mut [Entry],
    index: &Index,
    left_out: &mut [bool],
    findings: &mut Vec<Finding>,
) -> Edges {
    let mut edges = Edges::with_capacity(entries.len() * 2);
    for (place, entry) in entries.iter_mut().enumerate() {
        let mut reasons = Vec::new();
        let number = index.cards[place].audience;
        let mut structural = Vec::new();
        entry.refer_structure(&mut |wanted, id| match resolve(index, number, wanted, id) {
            Ok(target) => structural.push(target),
            Err(reason) => reasons.push(reason),
        });
        entry.sources.refer(&mut |wanted, id| {
            if let Err(reason) = resolve(index, number, wanted, id) {
                reasons.push(reason);
            }
        });
        reasons.extend(unsound(entry, &structural, index));
        edges.extend(structural.into_iter().map(|target| (place as u32, target)));
        left_out[place] |= !reasons.is_empty();
        findings.extend(reasons.into_iter().map(|reason| Finding::about(entry, Severity::Error, reason)));
    }
    edges
}

/// What makes an entry impossible by itself.
fn unsound(entry: &Entry, structural: &[u32], index: &Index) -> Option<Reason> {
    let reversed = entry.about.and_then(|about| about.to.map(|to| (about.from, to))).is_some_and(|(from, to)| {
        let utc = TimeZone::UTC;
        to.day(&utc) < from.day(&utc) || (from.start(&utc) > to.start(&utc) && to.day(&utc) != from.day(&utc))
    });
    if reversed {
        return Some(Reason::ReversedPeriod);
    }
    let kind = entry.fact.kind();
    if kind == Kind::Compartment && entry.audience != Audience::Public {
        return Some(Reason::PrivateCompartment);
    }
    let replaced = structural.iter().map(|place| &index.cards[*place as usize]);
    let other = replaced.filter(|card| entry.supersedes.contains(&card.id)).find(|card| card.kind != kind);
    other.map(|card| Reason::ReplacesOtherKind(card.kind))
}

/// The entry that a reference means, among those that the whole audience may see; the entry's own compartment
/// is looked in first.
fn resolve(index: &Index, audience: u32, wanted: &'static [Kind], id: &mut EntryId) -> Result<u32, Reason> {
    let all = index.candidates(*id);
    let fits = |place: &&u32| wanted.is_empty() || wanted.contains(&index.cards[**place as usize].kind);
    let mine = &index.audiences[audience as usize];
    let seen = |place: &&u32| index.audience(**place).includes(mine);
    let same = |place: &&u32| index.cards[**place as usize].audience == audience;
    let visible: Vec<u32> = all.iter().filter(seen).filter(fits).copied().collect();
    let own: Vec<u32> = visible.iter().filter(same).copied().collect();
    let choice = if own.is_empty() { &visible } else { &own };
    match choice.as_slice() {
        [place] => {
            *id = index.cards[*place as usize].id;
            Ok(*place)
        }
        [] => Err(at_fault(*id, wanted, why_unresolved(index, all, &seen))),
        [first, ..] if !id.is_named() => Ok(*first),
        several => {
            let candidates = several.iter().map(|place| index.cards[*place as usize].id).collect();
            Err(at_fault(*id, wanted, Fault::Ambiguous { candidates }))
        }
    }
}

fn at_fault(reference: EntryId, wanted: &'static [Kind], fault: Fault) -> Reason {
    Reason::Reference { reference, written: None, wanted, fault }
}

fn why_unresolved(index: &Index, all: &[u32], seen: &dyn Fn(&&u32) -> bool) -> Fault {
    if let Some(place) = all.iter().find(|place| seen(place)) {
        return Fault::WrongKind { found: index.cards[*place as usize].kind };
    }
    match all.first() {
        Some(hidden) => Fault::TooPrivate { target_audience: index.audience(*hidden).clone() },
        None => Fault::Dangling { nearest: None },
    }
}

/// Whoever refers to an entry that was left out is left out too, until nothing changes.
fn leave_out_dependants(
    entries: &[Entry],
    edges: &Edges,
    left_out: &mut [bool],
    findings: &mut Vec<Finding>,
) {
    loop {
        let mut changed = false;
        for (from, to) in edges {
            if left_out[*to as usize] && !left_out[*from as usize] && !is_double(entries, *to, left_out) {
                left_out[*from as usize] = true;
                changed = true;
                let reason = at_fault(entries[*to as usize].id, &[], Fault::LeftOut);
                findings.push(Finding::about(&entries[*from as usize], Severity::Error, reason));
            }
        }
        if !changed {
            return;
        }
    }
}

/// Whether another entry with the same id stays, so that references still hold. Entries are sorted, so doubles
/// with the same date are neighbours; others are rare enough to look for.
fn is_double(entries: &[Entry], place: u32, left_out: &[bool]) -> bool {
    let id = entries[place as usize].id;
    entries.iter().zip(left_out).any(|(entry, out)| entry.id == id && !out)
}

/// Adds to each entry from when on it can be seen: not before what it refers to.
fn with_times(
    entries: Vec<Entry>,
    index: &Index,
    edges: &Edges,
    left_out: &[bool],
    zone: &TimeZone,
    findings: &mut Vec<Finding>,
) -> Vec<Admitted> {
    let own: Vec<(Timestamp, Timestamp)> =
        entries.iter().map(|e| (e.known_at.start(zone), e.recorded_at.start(zone))).collect();
    let mut from = own.clone();
    let mut changed = true;
    while changed {
        changed = false;
        for (one, other) in edges {
            let later = from[*other as usize];
            let mine = &mut from[*one as usize];
            let bound = (mine.0.max(later.0), mine.1.max(later.1));
            changed |= bound != *mine;
            *mine = bound;
        }
    }
    let mut admitted = Vec::with_capacity(entries.len());
    for (place, entry) in entries.into_iter().enumerate().filter(|(place, _)| !left_out[*place]) {
        let (known_from, recorded_from) = from[place];
        let is_compartment = matches!(entry.fact, Fact::Compartment(_));
        if known_from > own[place].0 && !is_compartment {
            findings.push(Finding::about(&entry, Severity::Note, Reason::KnownBeforeItsTerms));
        }
        let audience = index.cards[place].audience;
        admitted.push(Admitted { entry, audience, known_from, recorded_from });
    }
    admitted
}
