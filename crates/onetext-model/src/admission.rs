//! Admission: from a log as it was written to a case whose every reference holds for its whole audience.
//!
//! What an audience can see never decides by itself what another gets: a reference is resolved among the
//! entries that the *whole* audience of the referring entry may see, and an entry is left out only for reasons
//! that lie among those.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::case::Admitted;
use crate::dependants::{Dependants, Edges, in_circles, not_before};
use crate::index::{Index, Places, at_fault, number_of, resolve, resolve_compartment};
use crate::{
    Audience, Case, Day, Entry, EntryId, Fact, Fault, Finding, Kind, Log, Moment, Reason, Refer, Severity,
};

/// From which entry to which, in the order of the entries.
struct References {
    /// Without the target the entry makes no sense, and it is not shown before it.
    structure: Edges,
    /// These and the sources, which may become known later; one that was left out would dangle in every view.
    all: Edges,
}

pub(crate) fn admit(log: Log, zone: TimeZone) -> (Case, Vec<Finding>) {
    let Log { mut settings, mut entries } = log;
    let mut findings = Vec::new();
    in_order(&mut entries, &zone);
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
    let admitted = with_times(&mut entries, &index, &dependants, &left_out, &zone, &mut findings);
    (Case { settings, zone, entries, admitted, audiences: index.audiences }, findings)
}

/// Puts entries into the order of the fold, where they are: they are large, and a second list would double a case.
fn in_order(entries: &mut [Entry], zone: &TimeZone) {
    let mut starts = Starts::of(zone);
    let mut order: Vec<(Timestamp, EntryId, u32)> =
        (0..).zip(&*entries).map(|(place, entry)| (starts.start(entry.known_at), entry.id, place)).collect();
    order.sort_unstable_by(|one, other| {
        let audience = |place: u32| &entries[place as usize].audience;
        let by_name = (one.0, one.1).cmp(&(other.0, other.1));
        by_name.then_with(|| audience(one.2).cmp(audience(other.2))).then(one.2.cmp(&other.2))
    });
    let mut from: Vec<usize> = order.into_iter().map(|(.., place)| place as usize).collect();
    for start in 0..from.len() {
        let mut at = start;
        while from[at] != start {
            let next = std::mem::replace(&mut from[at], at);
            entries.swap(at, next);
            at = next;
        }
        from[at] = at;
    }
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

/// Leaves out what must go, and adds to each entry that stays from when on it can be seen: not before what it refers
/// to.
fn with_times(
    entries: &mut Vec<Entry>,
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
    for (place, entry) in entries.iter().enumerate().filter(|(place, _)| !left_out[*place]) {
        let (known_from, recorded_from) = (known_from[place], recorded_from[place]);
        if known_from > known[place] && !matches!(entry.fact, Fact::Compartment(_)) {
            findings.push(Finding::about(entry, Severity::Note, Reason::KnownBeforeItsTerms));
        }
        admitted.push(Admitted { audience: index.cards[place].audience, known_from, recorded_from });
    }
    let mut out = left_out.iter();
    entries.retain(|_| out.next() != Some(&true));
    order_doubles(entries, &mut admitted, zone);
    admitted
}

/// Entries of one id and day stand in the order of their audiences, which only now are all by id.
fn order_doubles(entries: &mut [Entry], admitted: &mut [Admitted], zone: &TimeZone) {
    for later in 1..entries.len() {
        let mut at = later;
        while at > 0 && entries[at - 1].id == entries[at].id {
            let (before, after) = (&entries[at - 1], &entries[at]);
            let by_time = before.known_at.start(zone).cmp(&after.known_at.start(zone));
            if by_time.then_with(|| before.audience.cmp(&after.audience)).is_le() {
                break;
            }
            entries.swap(at - 1, at);
            admitted.swap(at - 1, at);
            at -= 1;
        }
    }
}
