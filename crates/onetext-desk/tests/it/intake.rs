//! The report that the shipped case was built on, read again: taken out of the case and taken in with every proposal
//! accepted, it gives the case's persons, contacts and claims back, but for wording. The difference is listed here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use onetext_model::{
    ActorId, AsOf, Audience, Case, Chained, Claim, Contact, Day, Entry, EntryId, Log, Mode, Person, Report,
    Stated, View, Viewer,
};
use onetext_report::{About, read as understand};
use onetext_text::reports::{Given, Origin, propose};

use crate::folder::{read, shipped};

const PUBLISHED: Day = Day::constant(2025, 12, 7);
const LABEL: &str = "hvylya-2025-12-07";
/// Of the case's persons, contacts and claims that rest on the report, so many come back.
const PERSONS_MIN: usize = 3;

#[expect(clippy::disallowed_methods, reason = "a test reads the data that it is about")]
fn seed() -> Option<String> {
    let data = std::env::var("ONETEXT_DATA")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").to_owned());
    let text = std::fs::read_to_string(Path::new(&data).join("reports/seed.txt")).ok();
    if text.is_none() {
        eprintln!("skipped: test data not present");
    }
    text
}

fn everything(case: &Case) -> View<'_> {
    View::of(case, Viewer::Keeper, AsOf::today(Day::constant(2026, 1, 1)))
}

/// The case without the report and whatever rests on it alone.
fn without(case: &Case, report: EntryId) -> Case {
    let view = everything(case);
    let mut gone: BTreeSet<EntryId> = [report].into();
    loop {
        let rests = |entry: &&&Entry| {
            !gone.contains(&entry.id)
                && !entry.sources.is_empty()
                && entry.sources.iter().all(|source| gone.contains(&source.0))
        };
        let more: Vec<EntryId> = view.entries().iter().filter(rests).map(|entry| entry.id).collect();
        if more.is_empty() {
            break;
        }
        gone.extend(more);
    }
    let kept = view.entries().iter().filter(|entry| !gone.contains(&entry.id)).map(|entry| {
        let mut entry = (*entry).clone();
        entry.sources.retain(|source| !gone.contains(&source.0));
        entry
    });
    Case::new(Log { settings: view.settings().clone(), entries: kept.collect() }).0
}

fn taken_in(case: &Case, text: &str) -> Case {
    let view = everything(case);
    let origin = Origin {
        outlet: "Hvylya".to_owned(),
        title: "Zelenskyy debates territory and security with Trump envoys after Miami talks".to_owned(),
        published: Some(PUBLISHED),
        zone: Some("Europe/Kyiv".to_owned()),
        ..Origin::default()
    };
    let about = About { outlet: Some("Hvylya".to_owned()), published: Some(PUBLISHED), language: None };
    let reading = understand(text, &about);
    let mut count = 0;
    let mut new_id = || {
        count += 1;
        EntryId::derived(&["intake", &count.to_string()])
    };
    let given = Given {
        origin: &origin,
        recorded_on: PUBLISHED,
        audience: Audience::Public,
        file: None,
        new_id: &mut new_id,
    };
    let intake = propose(&view, text, &reading, given);
    let all: Vec<EntryId> = intake.proposals.iter().map(|one| one.entry.id).collect();
    let entries = view.entries().iter().map(|entry| (*entry).clone()).chain(intake.chosen(&all)).collect();
    let log = Log { settings: view.settings().clone(), entries };
    Case::strict(log).unwrap_or_else(|findings| panic!("every proposal can be admitted: {findings:#?}"))
}

fn name(view: &View<'_>, actor: ActorId) -> String {
    onetext_desk::actor_name(view, actor)
}

/// A contact as what must come back: sort, state, days, minutes, participants.
fn contact(view: &View<'_>, one: Stated<'_, Contact>) -> String {
    let days = one.entry.about.map_or_else(
        || "no day".to_owned(),
        |about| match about.to {
            Some(to) => format!("{} to {to}", about.from),
            None => about.from.to_string(),
        },
    );
    let mut who: Vec<String> = one.fact.participants.iter().map(|who| name(view, who.actor)).collect();
    who.sort();
    format!(
        "{} {} {days} {:?} {}",
        one.fact.sort.said(),
        one.fact.status.said(),
        one.fact.duration_minutes,
        who.join(", ")
    )
}

/// A claim as what must come back: its chain and mode.
fn claim(view: &View<'_>, one: Stated<'_, Claim>) -> String {
    let links: Vec<String> = one
        .fact
        .chain
        .iter()
        .map(|link| match link {
            Chained::Outlet(outlet) => outlet.trim_start_matches("The ").to_owned(),
            Chained::Implied(outlet) => format!("{} (implied)", outlet.trim_start_matches("The ")),
            Chained::Actor(actor) => name(view, *actor),
            Chained::Unnamed(unnamed) => unnamed.words.clone(),
            Chained::Participant(words) => words.clone(),
        })
        .collect();
    format!("{} {}", one.fact.mode.said(), links.join(" <- "))
}

fn counted(all: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_insert(0) += 1;
    }
    counts
}

/// What one side has more than the other.
fn more(one: &BTreeMap<String, usize>, other: &BTreeMap<String, usize>) -> Vec<String> {
    let rest = one.iter().filter_map(|(what, count)| {
        let left = count.saturating_sub(other.get(what).copied().unwrap_or(0));
        (left > 0).then(|| format!("{left} x {what}"))
    });
    rest.collect()
}

fn of_report<'a>(view: &View<'a>, report: EntryId) -> Vec<Stated<'a, Claim>> {
    view.each::<Claim>()
        .filter(|claim| claim.entry.sources.iter().any(|source| view.latest(source.0) == report))
        .collect()
}

#[test]
fn the_report_gives_the_case_back() {
    let Some(text) = seed() else { return };
    let (case, _) = read(&shipped("ukraine-2025"));
    let shipped_view = everything(&case);
    let report = shipped_view.labelled::<Report>(LABEL).unwrap().id();
    let bare = without(&case, report);
    let again = taken_in(&bare, &text);
    let view = everything(&again);
    let bare_view = everything(&bare);

    let persons = |view: &View<'_>| counted(view.each::<Person>().map(|person| person.fact.name.clone()));
    let newcomers = more(&persons(&view), &persons(&bare_view));
    assert!(newcomers.len() >= PERSONS_MIN, "{newcomers:?}");

    let new_report = view.each::<Report>().find(|found| bare_view.entry(found.id()).is_none()).unwrap().id();
    let ours = counted(of_report(&view, new_report).into_iter().map(|one| claim(&view, one)));
    let theirs = counted(of_report(&shipped_view, report).into_iter().map(|one| claim(&shipped_view, one)));
    let contacts = |view: &View<'_>| {
        counted(
            view.each::<Contact>()
                .filter(|one| view.day(one.entry.known_at) <= PUBLISHED)
                .map(|one| contact(view, one)),
        )
    };
    let difference = format!(
        "persons of the case that the report does not give: {:#?}\n\
         persons that the report gives and the case has not: {:#?}\n\
         contacts of the case that the report does not give so: {:#?}\n\
         contacts that the report gives and the case has not so: {:#?}\n\
         claims of the case that the report does not give: {:#?}\n\
         claims that the report gives and the case has not: {:#?}\n",
        more(&persons(&shipped_view), &persons(&view)),
        more(&persons(&view), &persons(&shipped_view)),
        more(&contacts(&shipped_view), &contacts(&view)),
        more(&contacts(&view), &contacts(&shipped_view)),
        more(&theirs, &ours),
        more(&ours, &theirs),
    );
    insta::assert_snapshot!("difference", difference);
    let _ = Mode::Direct;
}
