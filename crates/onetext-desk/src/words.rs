//! How things are called on a page: names, dates, lists of names.

use std::borrow::Cow;

use onetext_model::{
    ActorId, Day, EntryId, Fact, Fixed, IssueId, Kind, Moment, PartyId, Period, SubjectId, View,
};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// "2 Dec 2025".
pub fn date(day: Day) -> String {
    format!("{} {} {}", day.day(), MONTHS[usize::from(day.month().unsigned_abs()) - 1], day.year())
}

/// Days since 1970-01-01.
pub(crate) fn day_number(day: Day) -> i64 {
    i64::from((day - Day::constant(1970, 1, 1)).get_days())
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

/// A named person's last name; a party's short one; everybody else as they are called.
pub(crate) fn short_name(view: &View<'_>, actor: ActorId) -> String {
    match view.entry(actor).map(|entry| &entry.fact) {
        Some(Fact::Person(person)) if person.sort == onetext_model::PersonSort::Named => {
            person.name.rsplit(' ').next().unwrap_or(&person.name).to_owned()
        }
        Some(Fact::Party(party)) => party.short.clone().unwrap_or_else(|| party.name.clone()),
        _ => actor_name(view, actor),
    }
}

/// "Andrii Hnatov, Chief of Staff".
pub(crate) fn person_with_office(view: &View<'_>, actor: impl Into<EntryId>) -> String {
    let id = actor.into();
    match view.entry(id).map(|entry| &entry.fact) {
        Some(Fact::Person(person)) => match &person.office {
            Some(office) => format!("{}, {office}", isolated(&person.name)),
            None => person.name.clone(),
        },
        _ => actor_name(view, id),
    }
}

/// The name of an issue.
pub(crate) fn issue_name(view: &View<'_>, issue: IssueId) -> String {
    view.find::<onetext_model::Issue>(issue)
        .map_or_else(|| issue.0.to_string(), |found| found.fact.name.clone())
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

/// The same without the issue: the option's name alone.
pub(crate) fn subject_short(view: &View<'_>, subject: SubjectId) -> String {
    match view.entry(subject).map(|entry| &entry.fact) {
        Some(Fact::Option(option)) => option.name.clone(),
        _ => subject_name(view, subject),
    }
}

/// "Ukraine", "Ukraine and France", "Ukraine, France and Poland"; sorted by name.
pub(crate) fn names<'i, I: Copy + Into<EntryId> + 'i>(
    view: &View<'_>,
    actors: impl IntoIterator<Item = &'i I>,
) -> String {
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

/// Several of which one would do, in words, in the given order.
pub(crate) fn any_of(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [start @ .., last] => format!("{} or {last}", start.join(", ")),
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

/// The key of a row, column or item: the label of what it shows; its id where it has none, or where the viewer sees
/// another thing that could be meant by the label. Issues and options stand in one column, so they are told apart.
pub(crate) fn key(view: &View<'_>, id: EntryId) -> String {
    let kind = view.entry(id).map(|entry| entry.fact.kind());
    let kinds = match kind {
        Some(Kind::Issue | Kind::Option) => &[Kind::Issue, Kind::Option][..],
        Some(_) => kind.as_slice(),
        None => &[],
    };
    let now = view.latest(id);
    let alone = |label: &&onetext_model::Label| {
        kinds.iter().all(|kind| view.bearers(*kind, label.as_str()).iter().all(|other| *other == now))
    };
    view.label(id).filter(alone).map_or_else(|| id.to_string(), ToString::to_string)
}

/// A number for a page: "800,000", "0.35".
pub(crate) fn figure(number: Fixed) -> String {
    let plain = number.to_string();
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), ""), |(whole, rest)| (whole, rest));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let first = digits.len() % 3;
    let mut groups: Vec<&str> = if first == 0 { Vec::new() } else { vec![&digits[..first]] };
    groups.extend((first..digits.len()).step_by(3).map(|start| &digits[start..start + 3]));
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}", groups.join(","))
}

/// A moment that is a limit: "3 Jul", "3 Jul (overdue)", "no date".
pub(crate) fn due(view: &View<'_>, by: Option<Moment>) -> String {
    match by {
        None => "no date".to_owned(),
        Some(by) if is_overdue(view, Some(by)) => format!("{} (overdue)", short_date(view, by)),
        Some(by) => short_date(view, by),
    }
}

/// Whether a limit lies before the view's day.
pub(crate) fn is_overdue(view: &View<'_>, by: Option<Moment>) -> bool {
    by.is_some_and(|by| view.day(by) < view.today())
}

/// The first word with a capital letter, for the start of a line.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A name that stands in the middle of our own words: one in a right-to-left script is isolated, so that the comma after
/// it stays where it is (Unicode Standard Annex 9, section 6.3).
fn isolated(name: &str) -> Cow<'_, str> {
    let is_right_to_left = |character: char| matches!(character, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    if name.contains(is_right_to_left) {
        Cow::Owned(format!("\u{2068}{name}\u{2069}"))
    } else {
        Cow::Borrowed(name)
    }
}

#[cfg(test)]
mod tests {
    use onetext_model::{AsOf, Case, Log, Settings, Viewer};

    use super::*;

    /// Looks from 7 December 2025.
    fn looking(check: impl Fn(&View<'_>)) {
        let log = Log { settings: Settings::new("Talks", "Europe/Kyiv"), entries: Vec::new() };
        let (case, _) = Case::new(log);
        check(&View::of(&case, Viewer::Anybody, AsOf::today(Day::constant(2025, 12, 7))));
    }

    #[test]
    fn thousands_stand_apart() {
        for (number, words) in [
            ("800000", "800,000"),
            ("-1234567.5", "-1,234,567.5"),
            ("72", "72"),
            ("0.35", "0.35"),
            ("100", "100"),
        ] {
            assert_eq!(figure(Fixed::parse(number).expect("a number")), words);
        }
    }

    fn moment(text: &str) -> Moment {
        Moment::parse(text).expect("a moment")
    }

    #[test]
    fn a_year_is_told_where_it_is_not_the_view_s() {
        looking(|view| {
            for (text, words) in [
                ("2025-12-02", "2 Dec"),
                ("2024-12-02", "2 Dec 2024"),
                // Half past eleven in London is the next day in Kyiv.
                ("2025-12-02T23:30:00+00:00", "3 Dec"),
                ("2025-12-31T23:30:00+00:00", "1 Jan 2026"),
            ] {
                assert_eq!(short_date(view, moment(text)), words, "{text}");
            }
        });
    }

    #[test]
    fn periods_say_no_more_than_they_must() {
        looking(|view| {
            for (text, words) in [
                ("2025-12-04", "4 Dec"),
                ("2025-12-04/2025-12-04", "4 Dec"),
                ("2025-12-04/2025-12-06", "4–6 Dec"),
                ("2025-11-30/2025-12-02", "30 Nov – 2 Dec"),
                ("2025-12-30/2026-01-02", "30 Dec – 2 Jan 2026"),
                ("2024-12-04/2024-12-06", "4–6 Dec 2024"),
                ("2024-12-04/2025-12-06", "4 Dec 2024 – 6 Dec"),
            ] {
                assert_eq!(period(view, Period::parse(text).expect("a period")), words, "{text}");
            }
        });
    }

    #[test]
    fn durations_are_hours_and_minutes() {
        for (minutes, words) in [
            (1, "1 minute"),
            (45, "45 minutes"),
            (60, "1 hour"),
            (120, "2 hours"),
            (150, "2 hours 30 minutes"),
            (61, "1 hour 1 minute"),
        ] {
            assert_eq!(duration(minutes), words);
        }
    }

    #[test]
    fn a_limit_says_when_it_is_past() {
        looking(|view| {
            for (by, words) in [
                (None, "no date"),
                (Some("2025-12-06"), "6 Dec (overdue)"),
                (Some("2025-12-07"), "7 Dec"),
                (Some("2025-12-08"), "8 Dec"),
            ] {
                assert_eq!(due(view, by.map(moment)), words);
            }
        });
    }

    #[test]
    fn a_right_to_left_name_is_isolated_and_others_are_left_as_they_are() {
        assert_eq!(isolated("Rustem Umerov"), "Rustem Umerov");
        assert_eq!(isolated("ليلى"), "\u{2068}ليلى\u{2069}");
    }

    #[test]
    fn lists_are_read_aloud() {
        let list_of = |names: &[&str]| list(&names.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(list_of(&[]), "");
        assert_eq!(list_of(&["France"]), "France");
        assert_eq!(list_of(&["France", "Poland", "Ukraine"]), "France, Poland and Ukraine");
        assert_eq!(capital("été"), "Été");
        assert_eq!(capital(""), "");
    }
}
