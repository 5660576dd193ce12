//! Whom "the two men", "the sides" stand for: several told of before.

use super::{ENTRIES_COMPARED_MAX, Earlier, recent};
use crate::actors::descriptions::Described;
use crate::actors::names::Page;
use crate::actors::roster::{Entry, Roster};
use crate::actors::words::Sense;
use crate::grammar::Tag;
use crate::reading::ActorKind;
use crate::tokens::{List, Sort, Words, list};

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
    if let Some(members) = of_office(page, roster, one, earlier, number).filter(|_| !is_states) {
        return Some(group_of(roster, one, members));
    }
    let all = told_last(earlier, |entry| {
        let entry = &roster.entries[entry];
        if is_states { entry.kind == ActorKind::State } else { entry.is_person() }
    });
    // "the two leaders" are not their negotiators.
    if page.is(one.head, "leaders") && number == 2 {
        let leads = |index: &usize| {
            let serves = |office: Words| {
                office.indices().any(|token| {
                    page.is_any(
                        token,
                        list!(
                            "negotiator negotiators envoy adviser advisor aide secretary ambassador spokesman \
                                spokeswoman official chief deputy"
                        ),
                    )
                })
            };
            !roster.entries[*index].office.is_some_and(serves)
        };
        let may_lead: Vec<usize> = all.iter().copied().filter(leads).collect();
        if let Some(pair) = told_together(page, earlier, &may_lead) {
            return Some(group_of(roster, one, pair));
        }
    }
    // "Roe said the two leaders would meet": she is not one of them, where her sentence names nobody else.
    let sentence = page.sentence(one.core.from);
    // "Roe received the two visitors", not "pressed Roe when the two met".
    let acts_on = |words: &Words| {
        let between = words.to..one.core.from;
        let is_verb = |token: usize| matches!(page.tag(token), Some(Tag::Verb));
        between.clone().any(is_verb)
            && !between
                .into_iter()
                .any(|token| page.is_any(token, list!("when as after before until while because if")))
    };
    let beside: Vec<usize> = earlier
        .iter()
        .filter(|(words, index)| page.sentence(words.from) == sentence && all.contains(index))
        .filter(|(words, _)| acts_on(words))
        .map(|(_, index)| *index)
        .collect();
    let speaker = beside.first().filter(|first| beside.iter().all(|other| other == *first));
    let others: Vec<usize> = all.iter().copied().filter(|index| Some(index) != speaker).collect();
    let from = if others.len() >= number { others } else { all };
    if from.len() < number {
        return None;
    }
    // "Roe and Doe met. Poe spoke. The two men": those told together, where the last two were told apart.
    if number == 2 && !is_states {
        let last = |index: usize| {
            earlier.iter().find(|(_, one)| *one == index).map(|(words, _)| page.sentence(words.from))
        };
        let are_apart = last(from[0]) != last(from[1]);
        let is_near = |pair: &Vec<usize>| {
            pair.iter()
                .all(|index| last(*index).is_some_and(|told| told + TOGETHER_SENTENCES_MAX >= sentence))
        };
        if are_apart && let Some(pair) = told_together_last(page, earlier, &from).filter(is_near) {
            return Some(group_of(roster, one, pair));
        }
    }
    let mut members = from[..number].to_vec();
    members.reverse();
    Some(group_of(roster, one, members))
}

/// Entries that fit, the one told last first, each once.
fn told_last(earlier: &Earlier, fits: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut found: Vec<usize> = vec![];
    for (_, index) in earlier {
        if fits(*index) && !found.contains(index) {
            found.push(*index);
        }
    }
    found
}

/// "the two generals", "the two presidents": those of that office, where the text has just so many.
pub(super) fn of_office(
    page: &Page<'_, '_>,
    roster: &Roster<'_>,
    one: &Described,
    earlier: &Earlier,
    number: usize,
) -> Option<Vec<usize>> {
    const OFFICES: &[(&str, List)] = &[
        ("generals", List::of("general gen gen.")),
        ("presidents", List::of("president")),
        ("ministers", List::of("minister secretary")),
        ("leaders", List::of("president premier prime chancellor leader king emir")),
        ("envoys", List::of("envoy representative")),
        ("commanders", List::of("commander chief")),
        ("negotiators", List::of("negotiator")),
        ("ambassadors", List::of("ambassador")),
        ("co-chairs", List::of("co-chair co-chairs")),
        ("co-leaders", List::of("co-leader co-leaders")),
    ];
    let head = page.word(one.head).to_lowercase();
    let (_, words) = OFFICES.iter().find(|(office, _)| *office == head)?;
    let holds = |index: usize| {
        let entry = &roster.entries[index];
        entry.kind == ActorKind::Person
            && entry.office.is_some_and(|office| {
                office.indices().any(|token| page.is_any(token, *words))
                    && !office.indices().any(|token| page.is_any(token, list!("vice deputy former")))
            })
    };
    let mut members = told_last(earlier, holds);
    members.reverse();
    if members.len() > number && number == 2 {
        return told_together(page, earlier, &members);
    }
    (members.len() == number).then_some(members)
}

/// "Gen Roe and Gen Doe": of several the first two that the text names in one breath.
fn told_together(page: &Page<'_, '_>, earlier: &Earlier, members: &[usize]) -> Option<Vec<usize>> {
    pairs(page, earlier, members).into_iter().next()
}

/// The same for the last two.
fn told_together_last(page: &Page<'_, '_>, earlier: &Earlier, members: &[usize]) -> Option<Vec<usize>> {
    pairs(page, earlier, members).pop()
}

/// Names of two members with nothing but "and" and a title between, in the order of the text.
fn pairs(page: &Page<'_, '_>, earlier: &Earlier, members: &[usize]) -> Vec<Vec<usize>> {
    let mut named: Vec<(Words, usize)> =
        earlier.iter().copied().filter(|(_, index)| members.contains(index)).collect();
    named.sort_by_key(|(words, _)| (words.from, words.to));
    named
        .windows(2)
        .filter_map(|pair| {
            let ((words, first), (next, second)) = (pair[0], pair[1]);
            let is_joined = next.from > words.to
                && next.from <= words.to + JOINED_TOKENS_MAX
                && page.is(words.to, "and")
                && first != second;
            is_joined.then(|| vec![first, second])
        })
        .collect()
}

/// Sentences back over which "the two men" looks for a pair.
const TOGETHER_SENTENCES_MAX: u32 = 2;

/// Tokens from one name to the next: "and Lt. Gen."
const JOINED_TOKENS_MAX: usize = 4;

/// "the sides", "both parties", "the two countries": the states, or else bodies, named first.
pub(super) fn sides(page: &Page<'_, '_>, roster: &mut Roster<'_>, one: &Described) -> Option<usize> {
    if let Some(pair) = told_between(page, roster, one) {
        return Some(group_of(roster, one, pair));
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
            return Some(group_of(roster, one, members));
        }
        members.clear();
    }
    None
}

/// Tokens from "and" to the second name: "rebels of the".
const BETWEEN_TOKENS_MAX: usize = 4;

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
        // "Ruritania and rebels of the Free Movement", "Ruritania's government and the rebels"
        let is_near = next > to && next <= to + 1 + BETWEEN_TOKENS_MAX && page.is_any(to, list!("and"));
        let is_plain = (to + 1..next).all(|token| {
            page.sort(token) == Some(Sort::Word)
                && !matches!(page.tag(token), Some(Tag::Verb | Tag::Auxiliary | Tag::Modal))
        });
        (is_between(from) && is_near && is_plain && first != second).then(|| vec![first, second])
    })
}

pub(super) fn group_of(roster: &mut Roster<'_>, one: &Described, members: Vec<usize>) -> usize {
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
    roster.entries[index].forms.push(one.words);
    index
}
