//! How things are called on a page: names, dates, lists of names.

use onetext_model::{ActorId, Day, EntryId, Fact, IssueId, Moment, PartyId, Period, SubjectId, View};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// "2 Dec 2025".
pub fn date(day: Day) -> String {
    format!("{} {} {}", day.day(), MONTHS[usize::from(day.month().unsigned_abs()) - 1], day.year())
}

/// "2 Dec", with the year where it is not the view's.
pub(crate) fn short_date(view: &View<'_>, moment: Moment) -> String {
    let day = view.day(moment);
    let full = date(day);
    if day.year() == view.today().year() {
        full.rsplit_once(' ').map_or(full.clone(), |(start, _)| start.to_owned())
    } else {
        full
    }
}

/// "4–6 Dec".
pub(crate) fn period(view: &View<'_>, about: Period) -> String {
    let from = short_date(view, about.from);
    let to = short_date(view, about.last());
    match (from.split_once(' '), to.split_once(' ')) {
        _ if from == to => from,
        (Some((day, month)), Some((_, other))) if month == other => format!("{day}–{to}"),
        _ => format!("{from} – {to}"),
    }
}

/// "2 hours", "2 hours 30 minutes", "45 minutes".
pub(crate) fn duration(minutes: u32) -> String {
    let unit = |count: u32, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    match (minutes / 60, minutes % 60) {
        (0, rest) => unit(rest, "minute"),
        (hours, 0) => unit(hours, "hour"),
        (hours, rest) => format!("{} {}", unit(hours, "hour"), unit(rest, "minute")),
    }
}

/// The name of a party or person; its id where the name is not known to the viewer.
pub fn actor_name(view: &View<'_>, actor: impl Into<EntryId>) -> String {
    let id = actor.into();
    match view.entry(id).map(|entry| &entry.fact) {
        Some(Fact::Party(party)) => party.name.clone(),
        Some(Fact::Person(person)) => person.name.clone(),
        _ => id.to_string(),
    }
}

/// "Andrii Hnatov, Chief of Staff".
pub(crate) fn person_with_office(view: &View<'_>, actor: impl Into<EntryId>) -> String {
    let id = actor.into();
    match view.entry(id).map(|entry| &entry.fact) {
        Some(Fact::Person(person)) => match &person.office {
            Some(office) => format!("{}, {office}", person.name),
            None => person.name.clone(),
        },
        _ => actor_name(view, id),
    }
}

/// The name of an issue.
pub(crate) fn issue_name(view: &View<'_>, issue: IssueId) -> String {
    view.find::<onetext_model::Issue>(issue).map_or_else(|| issue.0.to_string(), |found| found.fact.name.clone())
}

/// What a position, ask or question is about: an issue, an option with its issue, or a provision.
pub(crate) fn subject_name(view: &View<'_>, subject: SubjectId) -> String {
    match view.entry(subject).map(|entry| &entry.fact) {
        Some(Fact::Issue(issue)) => issue.name.clone(),
        Some(Fact::Option(option)) => format!("{}: {}", issue_name(view, option.issue), option.name),
        Some(Fact::Provision(provision)) => {
            let draft = view.find::<onetext_model::Draft>(provision.draft);
            let draft = draft.map_or_else(String::new, |found| format!(" of {}", found.fact.title));
            format!("point {}{draft}", provision.number)
        }
        _ => subject.0.to_string(),
    }
}

/// "Ukraine", "Ukraine and France", "Ukraine, France and Poland"; sorted by name.
pub(crate) fn names<'i, I: Copy + Into<EntryId> + 'i>(view: &View<'_>, actors: impl IntoIterator<Item = &'i I>) -> String {
    let mut names: Vec<String> = actors.into_iter().map(|actor| actor_name(view, *actor)).collect();
    names.sort();
    list(&names)
}

/// A list in words, in the given order.
pub(crate) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [start @ .., last] => format!("{} and {last}", start.join(", ")),
    }
}

/// "1 report", "3 reports".
pub(crate) fn count(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

/// The party to which an actor belongs: itself, or a person's party.
pub(crate) fn party_of(view: &View<'_>, actor: ActorId) -> Option<PartyId> {
    match view.entry(actor).map(|entry| &entry.fact) {
        Some(Fact::Party(_)) => Some(PartyId(view.latest(actor.0))),
        Some(Fact::Person(person)) => person.party.map(|party| PartyId(view.latest(party.0))),
        _ => None,
    }
}
