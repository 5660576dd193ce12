//! The line of drafts along which brackets are followed, with the day of each and what each bracket is called.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use onetext_model::{Day, EntryId, View};
use onetext_text::brackets::{Brackets, Tracked, brackets, register};
use onetext_text::draft::Draft;
use onetext_text::lineage::{Level, align};

use crate::drafts::Named;
use crate::texts::lines::CaseLines;
use crate::texts::{first_version, form_words, row_of, rows};

/// A draft on the line.
pub(super) struct Stop<'l> {
    pub(super) name: String,
    pub(super) draft: Cow<'l, Draft>,
    pub(super) found: Brackets,
    /// Its place among the drafts of the case.
    pub(super) place: Option<usize>,
    /// When it became known, where it is of a case.
    pub(super) day: Option<Day>,
}

/// Drafts that follow each other, and their brackets through all of them.
pub(super) struct Line<'l> {
    pub(super) instrument: Option<EntryId>,
    pub(super) stops: Vec<Stop<'l>>,
    pub(super) tracked: Vec<Tracked>,
    /// What each bracket is called: the row of the provision in which it was opened, and which one of that row it is.
    pub(super) names: Vec<String>,
}

/// The main line of each text of a case that has one.
pub(super) fn of_case<'l>(view: &View<'_>, case: &'l CaseLines<'_>) -> Vec<Line<'l>> {
    let all_rows = rows(view, case);
    let line = |instrument: Option<EntryId>| {
        let places = main_line(view, case, instrument);
        let stops: Vec<Stop<'l>> = places
            .iter()
            .map(|at| {
                let draft = case.drafts[*at];
                let form = form_words(draft.fact.form);
                let form = if form.is_empty() { String::new() } else { format!(" ({form})") };
                Stop {
                    name: format!("{}{form}", draft.fact.title),
                    draft: Cow::Borrowed(&case.texts[*at].draft),
                    found: brackets(&case.texts[*at].draft),
                    place: Some(*at),
                    day: Some(view.day(first_version(view, draft.entry).known_at)),
                }
            })
            .collect();
        let next = |turn: usize, place: usize| case.after(places[turn], place, places[turn + 1]);
        let name = |turn: usize, place: usize| {
            let id = case.provision(places[turn], place);
            id.map_or_else(String::new, |id| row_of(&all_rows, id.0).to_owned())
        };
        with_register(instrument, stops, &next, &name)
    };
    instruments(view, case).into_iter().map(line).filter(|line| !line.stops.is_empty()).collect()
}

/// The texts of which drafts are on file, in the order of their first drafts.
fn instruments(view: &View<'_>, case: &CaseLines<'_>) -> Vec<Option<EntryId>> {
    let mut instruments: Vec<Option<EntryId>> = Vec::new();
    for draft in &case.drafts {
        let own = draft.fact.instrument.map(|id| view.latest(id.0));
        if !instruments.contains(&own) {
            instruments.push(own);
        }
    }
    instruments
}

/// The main line of each text, by places among the drafts of the case.
pub(crate) fn main_lines(view: &View<'_>, case: &CaseLines<'_>) -> Vec<Vec<usize>> {
    instruments(view, case).into_iter().map(|instrument| main_line(view, case, instrument)).collect()
}

/// From the last draft of the main line back: of several that it follows the one that is no branch.
fn main_line(view: &View<'_>, case: &CaseLines<'_>, instrument: Option<EntryId>) -> Vec<usize> {
    let is_of = |at: usize| case.drafts[at].fact.instrument.map(|id| view.latest(id.0)) == instrument;
    let last =
        (0..case.drafts.len()).rev().filter(|at| is_of(*at)).min_by_key(|at| case.drafts[*at].fact.branch);
    let mut line: Vec<usize> = last.into_iter().collect();
    while let Some(first) = line.last().copied() {
        let before = case.to(first).map(|step| step.earlier).filter(|at| is_of(*at) && !line.contains(at));
        let Some(before) = before.min_by_key(|at| (case.drafts[*at].fact.branch, usize::MAX - at)) else {
            break;
        };
        line.push(before);
    }
    line.reverse();
    line
}

/// Plain files, each following the one before it.
pub(super) fn of_files<'l>(drafts: &[Named<'l>]) -> Line<'l> {
    let becomes: Vec<BTreeMap<usize, BTreeSet<usize>>> = drafts
        .windows(2)
        .map(|pair| {
            let mut next: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
            for edge in align(pair[0].draft, pair[1].draft, Level::Paragraph).edges {
                for old in edge.old {
                    next.entry(old).or_default().extend(edge.new.iter().copied());
                }
            }
            next
        })
        .collect();
    let stops: Vec<Stop<'l>> = drafts
        .iter()
        .map(|named| Stop {
            name: named.name.to_owned(),
            draft: Cow::Borrowed(named.draft),
            found: brackets(named.draft),
            place: None,
            day: None,
        })
        .collect();
    let next = |turn: usize, place: usize| becomes[turn].get(&place).cloned().unwrap_or_default();
    with_register(None, stops, &next, &|_, _| String::new())
}

fn with_register<'l>(
    instrument: Option<EntryId>,
    stops: Vec<Stop<'l>>,
    next: &dyn Fn(usize, usize) -> BTreeSet<usize>,
    row: &dyn Fn(usize, usize) -> String,
) -> Line<'l> {
    let drafts: Vec<&Draft> = stops.iter().map(|stop| stop.draft.as_ref()).collect();
    let tracked = register(&drafts, next);
    let mut given: BTreeMap<String, usize> = BTreeMap::new();
    let names = tracked.iter().map(|one| {
        let (turn, bracket) = one.seen[0];
        let row = row(turn, stops[turn].found.pairs[bracket].open.0);
        let count = given.entry(row.clone()).or_default();
        *count += 1;
        if row.is_empty() { count.to_string() } else { format!("{row}-{count}") }
    });
    let names = names.collect();
    Line { instrument, stops, tracked, names }
}
