//! Admission: from a log as it was written to a case whose every reference holds for its whole audience.
//!
//! What an audience can see never decides by itself what another gets: a reference is resolved among the
//! entries that the *whole* audience of the referring entry may see, and an entry is left out only for reasons
//! that lie among those.

use std::collections::HashMap;
use std::collections::hash_map::Entry::{Occupied, Vacant};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::case::Admitted;
use crate::dependants::{Dependants, Edges, in_circles, not_before};
use crate::{
    Audience, Case, Day, Entry, EntryId, Fact, Fault, Finding, Kind, Log, Moment, Reason, Refer, Severity,
};

/// A place in a list as it is kept. A case has far fewer than four thousand million entries: files and their entries
/// are limited.
fn number_of(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

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
    by_id: HashMap<EntryId, Places>,
    by_label: HashMap<EntryId, Places>,
    audiences: Vec<Audience>,
}

/// The places of the entries with one name: nearly always one.
enum Places {
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

    fn all(&self) -> &[u32] {
        match self {
            Places::One(place) => std::slice::from_ref(place),
            Places::Several(places) => places,
        }
    }
}

/// From which entry to which, in the order of the entries.
struct References {
    /// Without the target the entry makes no sense, and it is not shown before it.
    structure: Edges,
    /// These and the sources, which may become known later; one that was left out would dangle in every view.
    all: Edges,
}

pub(crate) fn admit(log: Log, zone: TimeZone) -> (Case, Vec<Finding>) {
    let Log { mut settings, entries } = log;
    let mut findings = Vec::new();
    let mut entries = in_order(entries, &zone);
    let mut index = Index::of(&entries);
    resolve_audiences(&mut entries, &mut index, &mut findings);
    let mut left_out: Vec<bool> =
        entries.iter().map(|e| e.audience.compartments().any(|c| c.0.is_named())).collect();
    refuse_doubles(&entries, &index, &mut left_out, &mut findings);
    let references = resolve_all(&mut entries, &index, &mut left_out, &mut findings);
    leave_out_dependants(&entries, &index, &references.all, &mut left_out, &mut findings);
    let dependants = Dependants::of(&references.structure, entries.len());
    settings.refer(&mut |_, id| {
        resolve_compartment(&index, id);
    });
    let admitted = with_times(entries, &index, &dependants, &left_out, &zone, &mut findings);
    (Case { settings, zone, entries: admitted, audiences: index.audiences }, findings)
}

/// Entries in the order of the fold.
fn in_order(entries: Vec<Entry>, zone: &TimeZone) -> Vec<Entry> {
    let mut starts = Starts::of(zone);
    let mut order: Vec<(Timestamp, EntryId, u32)> =
        (0..).zip(&entries).map(|(place, entry)| (starts.start(entry.known_at), entry.id, place)).collect();
    order.sort_unstable_by(|one, other| {
        let audience = |place: u32| &entries[place as usize].audience;
        let by_name = (one.0, one.1).cmp(&(other.0, other.1));
        by_name.then_with(|| audience(one.2).cmp(audience(other.2))).then(one.2.cmp(&other.2))
    });
    // Entries are large: each is moved once, to its place.
    let mut entries: Vec<Option<Entry>> = entries.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(.., place)| entries[place as usize].take()).collect()
}

/// First instants of days: looked up in the zone's tables once for each day, not once for each entry.
struct Starts<'z> {
    zone: &'z TimeZone,
    days: HashMap<Day, Timestamp>,
}

impl<'z> Starts<'z> {
    fn of(zone: &'z TimeZone) -> Self {
        Starts { zone, days: HashMap::new() }
    }

    fn start(&mut self, moment: Moment) -> Timestamp {
        match moment {
            Moment::Day(day) => *self.days.entry(day).or_insert_with(|| moment.start(self.zone)),
            Moment::Instant(..) => moment.start(self.zone),
        }
    }
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

    fn audience(&self, place: u32) -> &Audience {
        &self.audiences[self.cards[place as usize].audience as usize]
    }

    /// Whether everybody in an audience may see the entry.
    fn is_seen_by(&self, place: u32, audience: u32) -> bool {
        let theirs = self.cards[place as usize].audience;
        theirs == audience || self.audiences[theirs as usize].includes(&self.audiences[audience as usize])
    }

    fn candidates(&self, id: EntryId) -> &[u32] {
        let map = if id.is_named() { &self.by_label } else { &self.by_id };
        map.get(&id).map_or(&[], Places::all)
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
                let names =
                    entry.audience.compartments().map(|c| c.0.to_string()).collect::<Vec<_>>().join("+");
                findings.push(Finding::about(entry, Severity::Error, Reason::UnknownPlace(names)));
            }
            let number = index.audiences.iter().position(|known| *known == resolved).unwrap_or_else(|| {
                index.audiences.push(resolved);
                index.audiences.len() - 1
            });
            let number = number_of(number);
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
    let mut lost = Vec::new();
    for places in index.by_id.values().map(Places::all).filter(|places| places.len() > 1) {
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
            lost.push((*place, Finding::about(entry, severity, reason)));
        }
    }
    // In the order of those that go: the order of their ids' first bearers would depend on entries unseen.
    lost.sort_by_key(|(place, _)| *place);
    findings.extend(lost.into_iter().map(|(_, finding)| finding));
}

/// Resolves every reference; an entry with one that does not hold is left out.
fn resolve_all(
    entries: &mut [Entry],
    index: &Index,
    left_out: &mut [bool],
    findings: &mut Vec<Finding>,
) -> References {
    let mut references = References {
        structure: Edges::with_capacity(entries.len() * 2),
        all: Edges::with_capacity(entries.len() * 2),
    };
    let mut replacements = Edges::new();
    for (place, entry) in entries.iter_mut().enumerate() {
        if entry.audience.compartments().any(|circle| circle.0.is_named()) {
            // Nobody's: that its place is unknown is said already, and nothing can be resolved from there.
            continue;
        }
        let mut reasons = Vec::new();
        let number = index.cards[place].audience;
        let mut structural = Vec::new();
        entry.refer_structure(&mut |wanted, id| match resolve(index, number, wanted, id) {
            Ok(target) => structural.push(target),
            Err(reason) => reasons.push(reason),
        });
        let mut sources = Vec::new();
        entry.sources.refer(&mut |wanted, id| match resolve(index, number, wanted, id) {
            Ok(target) => sources.push(target),
            Err(reason) => reasons.push(reason),
        });
        reasons.extend(unsound(entry, &structural, index));
        let replaced =
            structural.iter().filter(|target| entry.supersedes.contains(&index.cards[**target as usize].id));
        replacements.extend(replaced.map(|target| (number_of(place), *target)));
        references.structure.extend(structural.iter().map(|target| (number_of(place), *target)));
        references.all.extend(structural.into_iter().chain(sources).map(|target| (number_of(place), target)));
        left_out[place] |= !reasons.is_empty();
        findings.extend(reasons.into_iter().map(|reason| Finding::about(entry, Severity::Error, reason)));
    }
    for place in in_circles(&replacements, left_out.len()) {
        left_out[place as usize] = true;
        findings.push(Finding::about(&entries[place as usize], Severity::Error, Reason::ReplacesItself));
    }
    references
}

/// What makes an entry impossible by itself.
fn unsound(entry: &Entry, structural: &[u32], index: &Index) -> Option<Reason> {
    let reversed =
        entry.about.and_then(|about| about.to.map(|to| (about.from, to))).is_some_and(|(from, to)| {
            let utc = TimeZone::UTC;
            to.day(&utc) < from.day(&utc)
                || (from.start(&utc) > to.start(&utc) && to.day(&utc) != from.day(&utc))
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

fn at_fault(reference: EntryId, wanted: &'static [Kind], fault: Fault) -> Reason {
    Reason::Reference { reference, written: None, wanted, fault }
}

fn why_unresolved(index: &Index, all: &[u32], audience: u32) -> Fault {
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

/// Whoever refers to an entry that was left out is left out too, until nothing changes.
fn leave_out_dependants(
    entries: &[Entry],
    index: &Index,
    edges: &Edges,
    left_out: &mut [bool],
    findings: &mut Vec<Finding>,
) {
    let dependants = Dependants::of(edges, entries.len());
    let mut waiting: Vec<u32> =
        (0..).zip(left_out.iter()).filter(|(_, out)| **out).map(|(place, _)| place).collect();
    let mut dependent = Vec::new();
    while let Some(gone) = waiting.pop() {
        // References to its doubles may have held because of it.
        for double in index.candidates(entries[gone as usize].id) {
            for from in dependants.on(*double) {
                if !left_out[*from as usize] && fails(index, *double, *from, left_out) {
                    left_out[*from as usize] = true;
                    waiting.push(*from);
                    dependent.push(*from);
                }
            }
        }
    }
    // Named is the first of an entry's own references that fails, in whatever order the others were left out.
    dependent.sort_unstable();
    for from in dependent {
        let own = edges[edges.partition_point(|(other, _)| *other < from)..].iter();
        let mut own = own.take_while(|(other, _)| *other == from).map(|(_, to)| *to);
        if let Some(target) = own.find(|to| fails(index, *to, from, left_out)) {
            let reason = at_fault(entries[target as usize].id, &[], Fault::LeftOut);
            findings.push(Finding::about(&entries[from as usize], Severity::Error, reason));
        }
    }
}

/// Whether a reference no longer holds: its target was left out, and no other entry of that id and kind stays which
/// everybody who may see the referring entry may see too.
fn fails(index: &Index, target: u32, from: u32, left_out: &[bool]) -> bool {
    let (card, audience) = (&index.cards[target as usize], index.cards[from as usize].audience);
    let stays = |place: &u32| !left_out[*place as usize] && index.is_seen_by(*place, audience);
    let same_kind = |place: &u32| index.cards[*place as usize].kind == card.kind;
    left_out[target as usize]
        && !index.candidates(card.id).iter().any(|place| stays(place) && same_kind(place))
}

/// Adds to each entry from when on it can be seen: not before what it refers to.
fn with_times(
    entries: Vec<Entry>,
    index: &Index,
    dependants: &Dependants,
    left_out: &[bool],
    zone: &TimeZone,
    findings: &mut Vec<Finding>,
) -> Vec<Admitted> {
    let mut starts = Starts::of(zone);
    let known: Vec<Timestamp> = entries.iter().map(|e| starts.start(e.known_at)).collect();
    let recorded: Vec<Timestamp> = entries.iter().map(|e| starts.start(e.recorded_at)).collect();
    let (known_from, recorded_from) = (not_before(&known, dependants), not_before(&recorded, dependants));
    let mut admitted = Vec::with_capacity(entries.len());
    for (place, entry) in entries.into_iter().enumerate().filter(|(place, _)| !left_out[*place]) {
        let (known_from, recorded_from) = (known_from[place], recorded_from[place]);
        let is_compartment = matches!(entry.fact, Fact::Compartment(_));
        if known_from > known[place] && !is_compartment {
            findings.push(Finding::about(&entry, Severity::Note, Reason::KnownBeforeItsTerms));
        }
        let audience = index.cards[place].audience;
        admitted.push(Admitted { entry, audience, known_from, recorded_from });
    }
    // Entries of one id and day stand in the order of their audiences, which only now are all by id.
    for doubles in admitted.chunk_by_mut(|one, other| one.entry.id == other.entry.id) {
        doubles.sort_by(|one, other| {
            let by_time = one.entry.known_at.start(zone).cmp(&other.entry.known_at.start(zone));
            by_time.then_with(|| one.entry.audience.cmp(&other.entry.audience))
        });
    }
    admitted
}
