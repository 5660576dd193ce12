//! The permanent rows of provisions: what descends from a provision keeps its row, what is new gets "47a" after the row
//! before it, and no row is ever used again.

use std::collections::{BTreeMap, BTreeSet};

use onetext_model::{EntryId, Provision, ProvisionId, View};

use super::lines::CaseLines;

/// Letters behind the number of a row.
const LETTERS: u32 = 26;

/// The rows of all provisions that a view shows: as they are on file, and for the others as they follow from the drafts.
/// Those of a draft depend only on what everybody who may see it may see.
pub fn rows(view: &View<'_>, case: &CaseLines<'_>) -> BTreeMap<ProvisionId, String> {
    let on_file = |id: ProvisionId| view.find::<Provision>(id).and_then(|found| found.fact.row.clone());
    let mut all: BTreeMap<ProvisionId, String> = BTreeMap::new();
    for (at, draft) in case.drafts.iter().enumerate() {
        let is_same_text = |other: usize| {
            let (one, other) = (draft.fact.instrument, case.drafts[other].fact.instrument);
            one.map(|id| view.latest(id.0)) == other.map(|id| view.latest(id.0))
        };
        let is_open = |other: &usize| case.drafts[*other].entry.audience.includes(&draft.entry.audience);
        let related: Vec<usize> =
            (0..case.drafts.len()).filter(|other| is_same_text(*other)).filter(is_open).collect();
        let provisions = |other: usize| case.texts[other].of.iter().flatten().copied();
        let before = related.iter().filter(|other| **other < at).flat_map(|other| provisions(*other));
        let mut used: BTreeSet<String> = before.filter_map(|id| all.get(&id).cloned()).collect();
        // What a counter-text put in has a row on file ("2a") that must not be given to something else.
        let elsewhere = related.iter().flat_map(|other| provisions(*other)).filter_map(on_file);
        used.extend(elsewhere.filter(|row| !is_plain(row)));
        let places: Vec<(usize, ProvisionId)> =
            case.texts[at].of.iter().enumerate().filter_map(|(place, id)| Some((place, (*id)?))).collect();
        used.extend(places.iter().filter_map(|(_, id)| on_file(*id)));
        let wanted: Vec<Wanted> = places
            .iter()
            .map(|(place, id)| match on_file(*id) {
                Some(row) => Wanted::Fixed(row),
                None => Wanted::Of(ancestors(case, at, *place, &all)),
            })
            .collect();
        let given = give(&wanted, used);
        all.extend(places.iter().map(|(_, id)| *id).zip(given));
    }
    all
}

/// The rows of what a provision descends from in the drafts that its own follows, those of the main line first.
fn ancestors(
    case: &CaseLines<'_>,
    draft: usize,
    place: usize,
    rows: &BTreeMap<ProvisionId, String>,
) -> Vec<String> {
    let mut steps: Vec<_> = case.to(draft).collect();
    steps.sort_by_key(|step| (case.drafts[step.earlier].fact.branch, step.earlier));
    let mut found = Vec::new();
    for step in steps {
        for told in step.edges.iter().filter(|told| told.edge.new.contains(&place)) {
            let old = told.edge.old.iter().filter_map(|old| case.provision(step.earlier, *old));
            found.extend(old.filter_map(|id| rows.get(&id).cloned()));
        }
    }
    found
}

/// What row a provision is to get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// It has one.
    Fixed(String),
    /// One of those of its ancestors, the first that is free; else a new one.
    Of(Vec<String>),
}

/// Gives each provision of a draft its row; `used` are those that were ever given out.
///
/// ```
/// use onetext_desk::texts::{Wanted, give_rows};
/// let of = |rows: &[&str]| Wanted::Of(rows.iter().map(|row| (*row).to_owned()).collect());
/// let used = ["1", "2", "3", "2a"].map(str::to_owned).into();
/// let rows = give_rows(&[of(&[]), of(&["1"]), of(&["2", "3"]), of(&["2"]), of(&[]), of(&["3"])], used);
/// assert_eq!(rows, ["0a", "1", "2", "2b", "2c", "3"]);
/// ```
pub fn give(wanted: &[Wanted], used: BTreeSet<String>) -> Vec<String> {
    let is_first = !used.iter().any(|row| is_plain(row));
    let mut used = used;
    let mut taken: BTreeSet<String> = wanted
        .iter()
        .filter_map(|one| match one {
            Wanted::Fixed(row) => Some(row.clone()),
            Wanted::Of(_) => None,
        })
        .collect();
    let mut given: Vec<String> = Vec::with_capacity(wanted.len());
    for (turn, one) in wanted.iter().enumerate() {
        let row = match one {
            Wanted::Fixed(row) => row.clone(),
            Wanted::Of(rows) => match rows.iter().find(|row| !taken.contains(*row)) {
                Some(row) => row.clone(),
                None if is_first => (turn + 1).to_string(),
                None => new_row(given.last().map_or("0", String::as_str), &used),
            },
        };
        taken.insert(row.clone());
        used.insert(row.clone());
        given.push(row);
    }
    given
}

/// Whether a row has a number alone: it was not inserted after another.
fn is_plain(row: &str) -> bool {
    row.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first row after another that was never used: "47a", "47b", ... "47aa".
fn new_row(after: &str, used: &BTreeSet<String>) -> String {
    let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    let number = &after[..digits];
    let mut turn = 1;
    loop {
        let row = format!("{number}{}", letters(turn));
        if !used.contains(&row) {
            return row;
        }
        turn += 1;
    }
}

/// 1 is "a", 26 "z", 27 "aa".
fn letters(mut turn: u32) -> String {
    let mut letters = Vec::new();
    while turn > 0 {
        turn -= 1;
        letters.push(char::from_u32(u32::from('a') + turn % LETTERS).unwrap_or('a'));
        turn /= LETTERS;
    }
    letters.iter().rev().collect()
}

/// Whether a provision of that id is in the given rows: for pages that only look up.
pub fn row_of(rows: &BTreeMap<ProvisionId, String>, id: EntryId) -> &str {
    rows.get(&ProvisionId(id)).map_or("", String::as_str)
}
