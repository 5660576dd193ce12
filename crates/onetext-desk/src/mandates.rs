//! Mandates: from when to when each runs, who holds one for a party, and which clash: one office held twice, or one
//! person with two authorities, at the same time.

use std::collections::BTreeMap;

use onetext_model::{Day, EntryId, Mandate, Period, Stated, View};

use crate::words::{actor_name, short_date};

/// Pairs of mandates that overlap, each pair once.
pub(crate) fn overlapping<'a>(view: &View<'a>) -> Vec<(Stated<'a, Mandate>, Stated<'a, Mandate>)> {
    let mut by_office: BTreeMap<(EntryId, String), Vec<Stated<'a, Mandate>>> = BTreeMap::new();
    let mut by_person: BTreeMap<(EntryId, EntryId), Vec<Stated<'a, Mandate>>> = BTreeMap::new();
    for mandate in view.each::<Mandate>() {
        let party = view.latest(mandate.fact.party.0);
        by_office.entry((party, mandate.fact.office.to_lowercase())).or_default().push(mandate);
        by_person.entry((party, view.latest(mandate.fact.person.0))).or_default().push(mandate);
    }
    let same_office = by_office.values().flat_map(|group| pairs(view, group, |_, _| true));
    let differ = |a: &Mandate, b: &Mandate| a.authority != b.authority && a.office == b.office;
    let same_person = by_person.values().flat_map(|group| pairs(view, group, differ));
    let mut found: Vec<_> = same_office.chain(same_person).collect();
    found.sort_by_key(|(a, b)| (a.id(), b.id()));
    found.dedup_by_key(|(a, b)| (a.id(), b.id()));
    found
}

fn pairs<'a>(
    view: &View<'a>,
    group: &[Stated<'a, Mandate>],
    clash: impl Fn(&Mandate, &Mandate) -> bool,
) -> Vec<(Stated<'a, Mandate>, Stated<'a, Mandate>)> {
    let mut found = Vec::new();
    for (turn, one) in group.iter().enumerate() {
        for other in &group[turn + 1..] {
            if overlap(span(view, *one), span(view, *other)) && clash(one.fact, other.fact) {
                found.push((*one, *other));
            }
        }
    }
    found
}

/// From when to when a mandate runs; an end day belongs to it, so the next may begin on that day.
fn span(view: &View<'_>, mandate: Stated<'_, Mandate>) -> (Day, Day) {
    match mandate.entry.about {
        Some(about) => (view.day(about.from), about.to.map_or(Day::MAX, |to| view.day(to))),
        None => (view.day(mandate.entry.known_at), Day::MAX),
    }
}

fn overlap(one: (Day, Day), other: (Day, Day)) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// Whether a mandate, role or the like holds, has ended, or has not begun on the view's day. A single day is the
/// day from which it holds.
pub(crate) fn term(view: &View<'_>, about: Option<Period>) -> String {
    let Some(about) = about else { return "no dates on file".to_owned() };
    let from = short_date(view, about.from);
    let ended = about.to.is_some_and(|to| view.day(to) < view.today());
    let begun = view.day(about.from) <= view.today();
    match about.to.map(|to| short_date(view, to)) {
        Some(to) if ended && to == from => format!("on {from}, ended"),
        Some(to) if ended => format!("from {from} to {to}, ended"),
        Some(to) if begun => format!("from {from} to {to}"),
        Some(to) => format!("from {from} to {to}, not yet begun"),
        None if begun => format!("from {from}"),
        None => format!("from {from}, not yet begun"),
    }
}

/// The mandates to speak for a party, by the name of who holds them, then by their beginning.
pub(crate) fn of_party<'a>(view: &View<'a>, party: EntryId) -> Vec<Stated<'a, Mandate>> {
    let mut mandates: Vec<_> =
        view.each::<Mandate>().filter(|mandate| view.same(mandate.fact.party, party)).collect();
    mandates.sort_by_cached_key(|mandate| {
        (actor_name(view, mandate.fact.person), span(view, *mandate).0, mandate.id())
    });
    mandates
}
