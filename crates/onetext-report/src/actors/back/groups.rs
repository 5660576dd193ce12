//! Whom "the two men", "the sides" stand for: several told of before.

use super::{ENTRIES_COMPARED_MAX, Earlier, recent};
use crate::actors::descriptions::Described;
use crate::actors::names::Page;
use crate::actors::roster::{Entry, Roster};
use crate::actors::words::Sense;
use crate::reading::ActorKind;
use crate::tokens::list;

/// "the two men", "the pair": the persons named last, as many as it says.
pub(super) fn several(
    page: &Page<'_, '_>,
    roster: &mut Roster<'_>,
    one: &Described,
    earlier: &Earlier,
) -> Option<usize> {
    let number = usize::from(one.count.unwrap_or(2));
    let is_states =
        one.sense.any(Sense::COUNTRY.with(Sense::SIDE)) && !one.sense.any(Sense::PERSONS.with(Sense::PAIR));
    if is_states && number == 2 {
        return sides(page, roster, one);
    }
    let mut members: Vec<usize> = vec![];
    for (_, index) in earlier {
        let entry = &roster.entries[*index];
        let fits = if is_states { entry.kind == ActorKind::State } else { entry.is_person() };
        if fits && !members.contains(index) {
            members.push(*index);
        }
        if members.len() == number {
            break;
        }
    }
    if members.len() < number {
        return None;
    }
    members.reverse();
    Some(group_of(page, roster, one, members))
}

/// "the sides", "both parties", "the two countries": the states, or else bodies, named first.
pub(super) fn sides(page: &Page<'_, '_>, roster: &mut Roster<'_>, one: &Described) -> Option<usize> {
    if let Some(pair) = told_between(page, roster, one) {
        return Some(group_of(page, roster, one, pair));
    }
    let mut members: Vec<usize> = vec![];
    let are_bodies = page.is_any(one.head, list!("companies firms carriers airlines rivals"));
    for kind in [ActorKind::State, ActorKind::Organisation] {
        if are_bodies && kind == ActorKind::State {
            continue;
        }
        let first = |entry: &Entry<'_>| entry.forms.iter().map(|form| form.from).min();
        let mut named: Vec<(usize, usize)> = roster
            .entries
            .iter()
            .take(ENTRIES_COMPARED_MAX)
            .enumerate()
            .filter(|(_, entry)| entry.kind == kind)
            .filter_map(|(index, entry)| Some((first(entry)?, index)))
            .filter(|(from, _)| *from < one.words.from)
            .collect();
        named.sort_unstable();
        members.extend(named.into_iter().take(2).map(|(_, index)| index));
        if members.len() == 2 {
            return Some(group_of(page, roster, one, members));
        }
        members.clear();
    }
    None
}

/// "talks between Ruritania and the rebels": the two of whom the text first says so.
fn told_between(page: &Page<'_, '_>, roster: &Roster<'_>, one: &Described) -> Option<Vec<usize>> {
    let mut forms: Vec<(usize, usize, usize)> = vec![];
    for (index, entry) in roster.entries.iter().take(ENTRIES_COMPARED_MAX).enumerate() {
        if matches!(entry.kind, ActorKind::State | ActorKind::Organisation) {
            let near = entry.forms.iter().take(ENTRIES_COMPARED_MAX).filter(|form| form.to < one.words.from);
            forms.extend(near.map(|form| (form.from, form.to, index)));
        }
    }
    forms.sort_unstable();
    // "The republic and the rebels resumed talks" at the head of the report
    let is_between = |from: usize| {
        from > 0 && page.is(from - 1, "between") || (0..from).all(|token| page.is(token, "the"))
    };
    forms.windows(2).find_map(|pair| {
        let ((from, to, first), (next, _, second)) = (pair[0], pair[1]);
        (is_between(from) && page.is(to, "and") && next == to + 1 && first != second)
            .then(|| vec![first, second])
    })
}

fn group_of(page: &Page<'_, '_>, roster: &mut Roster<'_>, one: &Described, members: Vec<usize>) -> usize {
    let known = recent(roster)
        .find(|(_, entry)| entry.members == members && entry.kind == ActorKind::Group)
        .map(|(index, _)| index);
    let index = known.unwrap_or_else(|| {
        let mut entry = Entry::new(ActorKind::Group);
        entry.name = Some(one.words);
        entry.is_plural = true;
        entry.members = members;
        entry.head = Some(one.head);
        roster.add(entry)
    });
    let _ = page;
    roster.entries[index].forms.push(one.words);
    index
}
