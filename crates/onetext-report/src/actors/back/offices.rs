//! Whom "the president", "the Ruritanian chancellor" stand for: holders of an office told of before.

use super::{Earlier, recent, same_word};
use crate::actors::descriptions::{Article, Described};
use crate::actors::names::Page;
use crate::actors::roster::{Entry, Roster};
use crate::actors::states::State;
use crate::actors::words::Sense;
use crate::reading::ActorKind;
use crate::tokens::{Words, list};

pub(super) fn office_has(page: &Page<'_, '_>, office: Words, head: usize) -> bool {
    office.indices().any(|token| same_word(page.word(token), page.word(head)))
}

/// "president", "prime minister", "king": one of whom a state has one.
pub(super) fn is_head_of_state(page: &Page<'_, '_>, office: Words) -> bool {
    let leads = list!("president premier prime chancellor king queen emir leader ruler taoiseach");
    office.indices().any(|token| page.is_any(token, leads))
        && !office.indices().any(|token| page.is_any(token, list!("vice deputy")))
}

/// "Jane Roe disagrees. The Ruritanian chancellor said": the person of whom the sentence before spoke and of whom nothing
/// else is known.
pub(super) fn just_named(
    page: &Page<'_, '_>,
    roster: &Roster<'_>,
    one: &Described,
    earlier: &Earlier,
) -> Option<usize> {
    if one.states.is_empty() || one.article != Article::Definite || one.basis.is_some() {
        return None;
    }
    let sentence = page.sentence(one.core.from);
    let mut persons: Vec<usize> = earlier
        .iter()
        .filter(|(words, _)| page.sentence(words.from) + 1 == sentence)
        .map(|(_, index)| *index)
        .filter(|index| roster.entries[*index].kind == ActorKind::Person)
        .collect();
    persons.dedup();
    let [person] = persons[..] else { return None };
    let entry = &roster.entries[person];
    (entry.office.is_none() && entry.state.is_none()).then_some(person)
}

pub(super) fn state_fits(page: &Page<'_, '_>, entry: &Entry<'_>, one: &Described) -> bool {
    match entry.state {
        _ if one.states.is_empty() => true,
        Some(state) => one.states.contains(&state),
        // "Ruritania's premier" is not the premier of whom no sentence says that he is Ruritania's.
        None => one.article != Article::Possessed || is_told_with(page, entry, &one.states),
    }
}

/// "the Commission president" is not whom the text calls president of the Council.
pub(super) fn body_fits(page: &Page<'_, '_>, entry: &Entry<'_>, one: &Described) -> bool {
    let bodies = |words: Words| words.indices().filter(|token| page.has(*token, Sense::BODY));
    let own = Words::new(one.core.from, one.head);
    let Some(office) = entry.office else { return true };
    // "the Ruritanian president" is not the president of a commission.
    if !one.states.is_empty() && entry.state.is_none() && bodies(office).next().is_some() {
        return false;
    }
    let shares = |token: usize| bodies(office).any(|other| same_word(page.word(token), page.word(other)));
    bodies(own).next().is_none() || bodies(office).next().is_none() || bodies(own).any(shares)
}

/// Whether a sentence that names the entry names one of the states.
fn is_told_with(page: &Page<'_, '_>, entry: &Entry<'_>, states: &[State]) -> bool {
    entry.forms.iter().take(FORMS_MAX).any(|form| {
        let sentence = page.parsed.sentence(form.from);
        sentence.indices().any(|token| page.state(token).is_some_and(|(state, _)| states.contains(&state)))
    })
}

/// Mentions of one entry whose sentences are looked through.
const FORMS_MAX: usize = 12;

pub(super) fn most_named(roster: &Roster<'_>, fits: &dyn Fn(&Entry<'_>) -> bool) -> Option<usize> {
    let fitting = recent(roster).filter(|(_, entry)| fits(entry));
    fitting
        .max_by_key(|(index, entry)| (entry.forms.len(), std::cmp::Reverse(*index)))
        .map(|(index, _)| index)
}

/// "the president" with nobody of that office named: the person spoken of last.
pub(super) fn president(
    page: &Page<'_, '_>,
    roster: &Roster<'_>,
    one: &Described,
    earlier: &Earlier,
) -> Option<usize> {
    if !page.is_any(
        one.head,
        list!(
            "president premier chancellor king governor mayor senator minister ambassador \
                envoy"
        ),
    ) || !one.states.is_empty()
    {
        return None;
    }
    earlier.iter().map(|(_, index)| *index).find(|index| {
        let entry = &roster.entries[*index];
        entry.kind == ActorKind::Person && entry.office.is_none()
    })
}
