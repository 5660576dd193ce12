//! A description to whom it stands for: somebody new, or somebody told of before.

mod groups;
mod offices;

use super::descriptions::{Article, BLOCS, Described, Shared};
use super::names::Page;
use super::relaying;
use super::roster::{Entry, Roster};
use super::states::State;
use super::words::Sense;
use crate::reading::ActorKind;
use crate::tokens::{Words, list};
use groups::{several, sides};
use offices::{body_fits, is_head_of_state, just_named, most_named, office_has, president, state_fits};

/// Entries that a description is compared with: those of the last pages. Without a bound a text of nothing but
/// descriptions would take the square of its length.
const ENTRIES_COMPARED_MAX: usize = 200;

/// Earlier mentions, the nearest first.
type Earlier = [(Words, usize)];

/// The entries of a description; several where states share it.
pub(super) fn entries(
    page: &Page<'_, '_>,
    roster: &mut Roster<'_>,
    one: &Described,
    earlier: &Earlier,
) -> Vec<usize> {
    if one.shared.is_some() {
        return shared(page, roster, one);
    }
    if one.sense.any(Sense::REPORT) {
        return report(roster, one, earlier).into_iter().collect();
    }
    if one.sense.any(Sense::PAPER)
        && !one.is_plural()
        && let Some(outlet) = paper(page, roster, one, earlier)
    {
        return vec![outlet];
    }
    let looks_back = one.article == Article::Definite || one.article == Article::Possessed;
    if looks_back && let Some(found) = known(page, roster, one, earlier) {
        return vec![found];
    }
    // "aid agencies": bodies, of no news.
    let is_agency = page.is_any(one.head, list!("agency agencies network networks"));
    if is_agency && !relaying::is_paper(page, one) && one.article != Article::Definite {
        let kind = if one.is_plural() { ActorKind::Group } else { ActorKind::Organisation };
        return vec![make(page, roster, one, kind)];
    }
    if one.sense.any(Sense::PAPER) && one.article != Article::Definite {
        return vec![make(page, roster, one, ActorKind::Outlet)];
    }
    if one.sense.any(Sense::COUNTRY) && !one.is_plural() || one.sense.any(Sense::PAPER) {
        return vec![];
    }
    new(page, roster, one).into_iter().collect()
}

/// "US and Ukrainian officials": one entry for each state.
fn shared(page: &Page<'_, '_>, roster: &mut Roster<'_>, one: &Described) -> Vec<usize> {
    let head = page.word(one.head).to_owned();
    let mut found = vec![];
    // A source that is not named stays one, whoever's it is.
    if one.basis.is_some() {
        return vec![make(page, roster, one, ActorKind::Anonymous)];
    }
    for state in one.states.clone() {
        let given = match one.shared {
            Some(Shared::After) => format!("{head} from {}", state.name()),
            _ => own_words(page, one, state).unwrap_or_else(|| format!("{head} of {}", state.name())),
        };
        let known = recent(roster)
            .find(|(_, entry)| entry.given.as_deref() == Some(given.as_str()))
            .map(|(index, _)| index);
        let index = known.unwrap_or_else(|| {
            let mut entry = Entry::new(ActorKind::Group);
            entry.given = Some(given);
            entry.state = Some(state);
            entry.is_plural = true;
            entry.head = Some(one.head);
            entry.rank = one.rank;
            roster.add(entry)
        });
        roster.entries[index].forms.push(one.words);
        found.push(index);
    }
    // "US, Ukrainian and European officials": those of no one state, too.
    if one.shared == Some(Shared::Before)
        && let Some(bloc) = one.core.indices().find(|token| page.is_any(*token, BLOCS))
    {
        let mut entry = Entry::new(ActorKind::Group);
        entry.given = Some(format!("{} {head}", page.word(bloc)));
        entry.is_plural = true;
        entry.head = Some(one.head);
        entry.forms.push(one.words);
        found.push(roster.add(entry));
    }
    // The whole description, too: whoever speaks together.
    let mut whole = Entry::new(ActorKind::Anonymous);
    whole.name = Some(one.words);
    whole.is_plural = true;
    whole.count = one.count;
    whole.states.clone_from(&one.states);
    whole.members.clone_from(&found);
    whole.head = Some(one.head);
    whole.forms.push(one.words);
    let whole = roster.add(whole);
    vec![whole]
}

/// "senior US officials" of "senior US and Ukrainian officials".
fn own_words(page: &Page<'_, '_>, one: &Described, state: State) -> Option<String> {
    let adjective =
        one.core.indices().find(|&token| page.state(token).is_some_and(|(known, _)| known == state))?;
    let rank = one.rank.map(|rank| page.word(rank).to_lowercase() + " ").unwrap_or_default();
    Some(format!("{rank}{} {}", page.word(adjective), page.word(one.head)))
}

/// "the report" is the outlet's that was named last.
fn report(roster: &Roster<'_>, one: &Described, earlier: &Earlier) -> Option<usize> {
    if one.article != Article::Definite {
        return None;
    }
    earlier
        .iter()
        .map(|(_, index)| *index)
        .find(|index| *index != 0 && roster.entries[*index].kind == ActorKind::Outlet)
}

/// "the agency", "the website": the outlet that was named last, unless a body has the word in its name.
fn paper(page: &Page<'_, '_>, roster: &Roster<'_>, one: &Described, earlier: &Earlier) -> Option<usize> {
    let is_named_so = |(_, index): &&(Words, usize)| {
        let entry = &roster.entries[*index];
        entry.kind == ActorKind::Organisation
            && entry.words.iter().any(|word| same_word(word, page.word(one.head)))
    };
    if earlier.iter().any(|mention| is_named_so(&mention)) || !one.states.is_empty() {
        return None;
    }
    report(roster, one, earlier)
}

/// Whom a definite description stands for.
fn known(page: &Page<'_, '_>, roster: &mut Roster<'_>, one: &Described, earlier: &Earlier) -> Option<usize> {
    if one.is_plural() && (one.count == Some(2) || one.count == Some(3) || one.sense.any(Sense::PAIR)) {
        return several(page, roster, one, earlier);
    }
    let is_each = page.is_any(one.core.from, list!("each either neither"));
    if (one.is_plural() || is_each) && one.sense.any(Sense::SIDE.with(Sense::COUNTRY)) {
        return sides(page, roster, one);
    }
    // "The companies signed it": the bodies of which the report tells.
    let are_bodies = one.is_plural()
        && one.article == Article::Definite
        && one.states.is_empty()
        && page.is_any(one.head, list!("companies firms carriers airlines rivals"))
        && one.core.indices().len() == 2;
    if are_bodies && let Some(found) = sides(page, roster, one) {
        return Some(found);
    }
    let same_head = |entry: &Entry<'_>| {
        entry.head.is_some_and(|head| {
            same_word(page.word(head), page.word(one.head)) && entry.is_plural == one.is_plural()
        }) && (one.states.is_empty() || entry.state.is_none_or(|state| one.states.contains(&state)))
    };
    if let Some(found) = nearest(roster, earlier, &same_head) {
        return Some(found);
    }
    // "the ministers": of two of that office both.
    let is_bare = one.is_plural() && one.article == Article::Definite && one.core.indices().len() == 2;
    if is_bare
        && one.basis.is_none()
        && let Some(members) = groups::of_office(page, roster, one, earlier, 2)
    {
        return Some(groups::group_of(roster, one, members));
    }
    if one.sense.any(Sense::SOURCE.with(Sense::OFFICIAL))
        && !one.is_plural()
        && let Some(found) = one_of(page, roster, one, earlier)
    {
        return Some(found);
    }
    if one.sense.any(Sense::OFFICE) && !one.is_plural() {
        let holds = |entry: &Entry<'_>| {
            entry.is_person()
                && entry.office.is_some_and(|office| office_has(page, office, one.head))
                && state_fits(page, entry, one)
                && body_fits(page, entry, one)
        };
        let by_state = |entry: &Entry<'_>| {
            holds(entry) && entry.state.is_some() && one.states.first() == entry.state.as_ref()
        };
        // The one who is named most in the text, if no state tells.
        let leads = |entry: &Entry<'_>| {
            entry.is_person()
                && entry.office.is_some_and(|office| is_head_of_state(page, office))
                && entry.state.is_some()
                && one.states.first() == entry.state.as_ref()
        };
        let is_leader = page.is_any(one.head, list!("leader ruler strongman premier statesman"));
        let found = nearest(roster, earlier, &by_state)
            .or_else(|| nearest(roster, earlier, &leads).filter(|_| is_leader))
            .or_else(|| most_named(roster, &holds))
            .or_else(|| just_named(page, roster, one, earlier))
            .or_else(|| president(page, roster, one, earlier));
        if found.is_some() {
            return found;
        }
    }
    if one.sense.any(Sense::BODY.with(Sense::SIDE))
        && !one.is_plural()
        && one.states.is_empty()
        && one.affiliation.is_none()
    {
        return body(page, roster, one, earlier);
    }
    None
}

/// The entries that were made last, the newest first.
fn recent<'r, 't>(roster: &'r Roster<'t>) -> impl Iterator<Item = (usize, &'r Entry<'t>)> {
    roster.entries.iter().enumerate().rev().take(ENTRIES_COMPARED_MAX)
}

fn nearest(roster: &Roster<'_>, earlier: &Earlier, fits: &dyn Fn(&Entry<'_>) -> bool) -> Option<usize> {
    earlier.iter().map(|(_, index)| *index).find(|index| *index != 0 && fits(&roster.entries[*index]))
}

pub(super) fn same_word(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_end_matches(['s', 'S']), other.trim_end_matches(['s', 'S']));
    let is_plain = one.is_ascii() && other.is_ascii();
    one.eq_ignore_ascii_case(other) || !is_plain && one.to_lowercase() == other.to_lowercase()
}

/// "the source" after "two sources": one of them, and who is not said.
fn one_of(page: &Page<'_, '_>, roster: &mut Roster<'_>, one: &Described, earlier: &Earlier) -> Option<usize> {
    let group = earlier.iter().map(|(_, index)| *index).find(|index| {
        let entry = &roster.entries[*index];
        entry.is_plural
            && entry.kind == ActorKind::Anonymous
            && entry.head.is_some_and(|head| same_word(page.word(head), page.word(one.head)))
    })?;
    let index = make(page, roster, one, ActorKind::Anonymous);
    roster.entries[index].part_of = Some(group);
    Some(index)
}

/// "the company", "the union": the body named last that the word may mean.
fn body(page: &Page<'_, '_>, roster: &mut Roster<'_>, one: &Described, earlier: &Earlier) -> Option<usize> {
    let head = page.word(one.head).to_lowercase();
    // "the union and the company": two.
    let is_beside = |words: &Words| words.to + 1 == one.words.from && page.is_any(words.to, list!("and or"));
    let beside = earlier.iter().find(|(words, _)| is_beside(words)).map(|(_, index)| *index);
    let bodies = || {
        earlier.iter().map(|(_, index)| *index).filter(|index| {
            let entry = &roster.entries[*index];
            *index != 0 && entry.kind == ActorKind::Organisation && Some(*index) != beside
        })
    };
    let names_it = |index: &usize| {
        let entry = &roster.entries[*index];
        let in_words = entry.words.iter().any(|word| same_word(word, &head) || is_sort(&head, word));
        let in_forms = entry
            .forms
            .iter()
            .take(ENTRIES_COMPARED_MAX)
            .any(|form| form.indices().any(|token| same_word(page.word(token), &head)));
        in_words || in_forms
    };
    let is_company = matches!(
        head.as_str(),
        "company" | "firm" | "manufacturer" | "carrier" | "airline" | "employer" | "corporation" | "group"
    );
    let plain = |index: &usize| {
        let entry = &roster.entries[*index];
        let is_other = |word: &str| is_sort("union", word) || is_sort("ministry", word);
        let mut forms = entry.forms.iter().take(ENTRIES_COMPARED_MAX);
        is_company
            && !entry.words.iter().any(|word| is_other(word))
            && !forms.any(|form| form.indices().any(|token| is_other(page.word(token))))
    };
    let found = bodies().find(names_it).or_else(|| bodies().find(plain))?;
    roster.entries[found].forms.push(one.words);
    Some(found)
}

/// Words of names by which a body is a union, a court, a ministry.
fn is_sort(sort: &str, word: &str) -> bool {
    let lower = word.to_lowercase();
    match sort {
        "union" => matches!(
            lower.as_str(),
            "union"
                | "workers"
                | "brotherhood"
                | "teamsters"
                | "machinists"
                | "association"
                | "federation"
                | "guild"
                | "district"
                | "local"
        ),
        "ministry" => {
            matches!(lower.as_str(), "ministry" | "department" | "office" | "council" | "commission")
        }
        _ => false,
    }
}

/// Somebody new.
fn new(page: &Page<'_, '_>, roster: &mut Roster<'_>, one: &Described) -> Option<usize> {
    let sense = one.sense;
    let has_whose = !one.states.is_empty() || one.affiliation.is_some();
    let is_some_people = one.count.is_some() && page.is_any(one.head, list!("people persons individuals"));
    let kind = if sense.any(Sense::SOURCE) || one.basis.is_some() || is_some_people {
        ActorKind::Anonymous
    } else if sense.any(Sense::SIDE) || sense.any(Sense::BODY) && !one.is_plural() {
        if !has_whose && sense.any(Sense::SIDE) {
            return None;
        }
        if has_whose && sense.any(Sense::SIDE) { ActorKind::Group } else { ActorKind::Organisation }
    } else if sense.any(Sense::OFFICIAL) && !is_lone_office(page, one) {
        ActorKind::Anonymous
    } else if sense.any(Sense::OFFICE) && !one.is_plural() {
        ActorKind::PersonByOffice
    } else if sense.any(Sense::PERSONS.with(Sense::OFFICIAL).with(Sense::OFFICE).with(Sense::BODY)) {
        ActorKind::Group
    } else {
        return None;
    };
    Some(make(page, roster, one, kind))
}

/// "a federal mediator", "the ambassador": one holder of an office, not one of many officials.
fn is_lone_office(page: &Page<'_, '_>, one: &Described) -> bool {
    page.is_any(one.head, list!("mediator ambassador minister commander envoy mediators"))
}

fn make(page: &Page<'_, '_>, roster: &mut Roster<'_>, one: &Described, kind: ActorKind) -> usize {
    let letters = |words: Words| page.parsed.text.span(words).of(page.parsed.text.source).to_lowercase();
    // The same words again are the same: "a Ukrainian official" twice may be two, and stays one description of this report.
    let own = letters(one.words);
    let known = recent(roster)
        .find(|(_, entry)| {
            entry.kind == kind && entry.head.is_some() && entry.name.is_some_and(|name| letters(name) == own)
        })
        .map(|(index, _)| index);
    if let Some(known) = known {
        roster.entries[known].forms.push(one.words);
        return known;
    }
    let mut entry = Entry::new(kind);
    entry.name = Some(one.words);
    entry.head = Some(one.head);
    entry.is_plural = one.is_plural();
    entry.state = one.states.first().copied();
    entry.states.clone_from(&one.states);
    entry.affiliation = one.affiliation;
    entry.count = one.count;
    entry.basis = one.basis;
    entry.rank = one.rank;
    entry.forms.push(one.words);
    roster.add(entry)
}
