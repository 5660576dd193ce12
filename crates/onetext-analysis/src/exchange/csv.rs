//! CSV: a table of values that a person can write in a spreadsheet. The first line names the columns, in any order:
//! `party`, `issue`, `option`, `value`, and perhaps `weight` (of the issue) and `reservation` (of the party).
//!
//! ```text
//! party,issue,option,value,weight,reservation
//! Delta,Level,high,1,0.4,0.1
//! Delta,Level,low,0,0.4,0.1
//! ```
//! A table of whole packages is one issue: its first column is `package`, every other column a party. Commas, semicolons and
//! tabs part the columns; words may stand in quotes. Values are used as written, times the weight where there is one.

use std::collections::BTreeMap;

use super::domain::{self, Domain};
use super::exact::Exact;
use super::files::stem;
use super::profile::Profile;
use super::source::Source;
use super::{ReadError, Remarks, VALUES_MAX, Why};
use crate::space::OPTIONS_MAX;
use crate::{Issue, Scenario};

/// Columns of a table: one for each party of the largest scenario, and some beside.
const COLUMNS_MAX: usize = 128;
const NEEDED: [&str; 4] = ["party", "issue", "option", "value"];

/// Whether a text is such a table.
pub(super) fn is(source: Source<'_>) -> bool {
    let first = source.text.lines().next().unwrap_or_default();
    let names: Vec<String> =
        first.split([',', ';', '\t']).map(|name| name.trim().trim_matches('"').to_lowercase()).collect();
    let has = |name: &&str| names.iter().any(|other| other == name);
    NEEDED.iter().all(has) || (names.len() > 1 && names[0] == "package")
}

/// The scenario that a table tells.
pub(super) fn read(source: Source<'_>, remarks: &mut Remarks) -> Result<Scenario, ReadError> {
    let rows = rows(source)?;
    let Some((head, rows)) = rows.split_first() else {
        return Err(source.refuse(0, Why::Missing("party".to_owned())));
    };
    if head[0].words.to_lowercase() == "package" {
        packages(source, head, rows, remarks)
    } else {
        listed(source, head, rows, remarks)
    }
}

/// What stands in a cell, and where.
#[derive(Debug)]
struct Cell {
    at: usize,
    words: String,
}

/// The cells of every row that is not empty.
fn rows(source: Source<'_>) -> Result<Vec<Vec<Cell>>, ReadError> {
    let first = source.text.lines().next().unwrap_or_default();
    let parts = |mark: &char| first.matches(*mark).count();
    let mark = [',', ';', '\t'].into_iter().rev().max_by_key(parts).unwrap_or(',');
    let (mut rows, mut row, mut at, mut cells) = (Vec::new(), Vec::new(), 0, 0);
    while at < source.text.len() {
        let (cell, after) = cell(source, at, mark)?;
        row.push(cell);
        cells += 1;
        for (what, found, limit) in [("columns", row.len(), COLUMNS_MAX), ("cells", cells, VALUES_MAX)] {
            if found > limit {
                return Err(source.refuse(at, Why::TooMuch { what, found, limit }));
            }
        }
        at = after;
        let ends = !source.text[..at].ends_with(mark);
        if ends {
            let full = std::mem::take(&mut row);
            if full.iter().any(|cell| !cell.words.is_empty()) {
                rows.push(full);
            }
        }
    }
    if row.iter().any(|cell| !cell.words.is_empty()) {
        row.push(Cell { at, words: String::new() });
        rows.push(row);
    }
    Ok(rows)
}

/// The cell that begins there, and where the next one begins: behind a mark, or behind the end of the line.
fn cell(source: Source<'_>, at: usize, mark: char) -> Result<(Cell, usize), ReadError> {
    let rest = &source.text[at..];
    let inner = rest.trim_start_matches(' ');
    let Some(quoted) = inner.strip_prefix('"') else {
        let end = rest.find([mark, '\n']).unwrap_or(rest.len());
        return Ok((Cell { at, words: rest[..end].trim().to_owned() }, source.text.len().min(at + end + 1)));
    };
    let mut words = String::new();
    let mut tail = quoted;
    loop {
        let unclosed =
            || source.refuse(at, Why::Unreadable("the quotes that open here are never closed".to_owned()));
        let (before, after) = tail.split_once('"').ok_or_else(unclosed)?;
        words.push_str(before);
        tail = after;
        match after.strip_prefix('"') {
            Some(more) => {
                words.push('"');
                tail = more;
            }
            None => break,
        }
    }
    let end = tail.find([mark, '\n']).unwrap_or(tail.len());
    if !tail[..end].trim().is_empty() {
        let what = "words follow the closing quotes: double the quotes that are part of the words".to_owned();
        return Err(source.refuse(source.text.len() - tail.len(), Why::Unreadable(what)));
    }
    Ok((Cell { at, words }, source.text.len().min(source.text.len() - tail.len() + end + 1)))
}

/// Names in the order in which they come first.
#[derive(Default)]
struct Names {
    names: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Names {
    fn place(&mut self, name: &str) -> usize {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let place = self.names.len();
        self.places.insert(name.to_owned(), place);
        self.names.push(name.to_owned());
        place
    }
}

/// A row for each party, issue and option.
fn listed(
    source: Source<'_>,
    head: &[Cell],
    rows: &[Vec<Cell>],
    remarks: &mut Remarks,
) -> Result<Scenario, ReadError> {
    let column = |name: &str| head.iter().position(|cell| cell.words.to_lowercase() == name);
    let mut needed = [0; 4];
    for (place, name) in needed.iter_mut().zip(NEEDED) {
        *place = column(name).ok_or_else(|| source.refuse(0, Why::Missing(name.to_owned())))?;
    }
    let (mut issues, mut options) = (Names::default(), Vec::<Names>::new());
    let (mut parties, mut of_party) = (Names::default(), Vec::<Vec<&Vec<Cell>>>::new());
    for row in rows {
        of_length(source, row, head.len())?;
        let party = parties.place(&row[needed[0]].words);
        of_party.resize_with(parties.names.len(), Vec::new);
        of_party[party].push(row);
        let issue = issues.place(&row[needed[1]].words);
        options.resize_with(issues.names.len(), Names::default);
        options[issue].place(&row[needed[2]].words);
    }
    let issue = |(name, options): (String, Names)| Ok(Issue { name, options: options.names, range: None });
    let issues = domain::gather(source, 0, issues.names.into_iter().zip(options).map(issue))?;
    let domain = Domain::new(source, 0, stem(source.name), issues)?;
    let (weight, reservation) = (column("weight"), column("reservation"));
    let mut all = Vec::new();
    for (party, rows) in parties.names.iter().zip(of_party) {
        let mut profile = Profile::new(source, party, &domain);
        profile.is_weighted = weight.is_some();
        for row in &rows {
            put(&mut profile, row, needed, weight, &domain)?;
            reserve(&mut profile, reservation.map(|column| &row[column]))?;
        }
        profile.every_issue_weighed(rows[0][0].at, &domain)?;
        all.push(profile.finish(&domain, remarks)?);
    }
    domain.with(all)
}

fn of_length(source: Source<'_>, row: &[Cell], wanted: usize) -> Result<(), ReadError> {
    let found = row.len();
    let at = row.first().map_or(0, |cell| cell.at);
    let what = "columns in this row";
    if found == wanted { Ok(()) } else { Err(source.refuse(at, Why::WrongLength { what, found, wanted })) }
}

/// One row's value and weight.
fn put(
    profile: &mut Profile<'_>,
    row: &[Cell],
    [_, issue, option, value]: [usize; 4],
    weight: Option<usize>,
    domain: &Domain,
) -> Result<(), ReadError> {
    let source = profile.source;
    let number = |cell: &Cell| Exact::parse(&cell.words).map_err(|why| source.refuse(cell.at, why));
    let Some(index) = domain.issue(&row[issue].words) else { return Ok(()) };
    let Some(place) = domain.option(index, &row[option].words) else { return Ok(()) };
    let stated = &mut profile.rows[index];
    stated.at = row[value].at;
    stated.weight_at = weight.map_or(stated.at, |column| row[column].at);
    once(source, &row[option], &mut stated.values[place], number(&row[value])?)?;
    match weight.map(|column| &row[column]) {
        Some(cell) if cell.words.is_empty() => Ok(()),
        Some(cell) => once(source, cell, &mut stated.weight, number(cell)?),
        None => once(source, &row[value], &mut stated.weight, Exact::whole(1)),
    }
}

/// A number that may be stated again if it is the same.
fn once(source: Source<'_>, cell: &Cell, place: &mut Option<Exact>, number: Exact) -> Result<(), ReadError> {
    if place.as_ref().is_some_and(|other| other.order(&number).is_ne()) {
        return Err(source.refuse(cell.at, Why::TwoValues(cell.words.clone())));
    }
    *place = Some(number);
    Ok(())
}

/// A party's reservation; an empty cell says nothing.
fn reserve(profile: &mut Profile<'_>, cell: Option<&Cell>) -> Result<(), ReadError> {
    let source = profile.source;
    let Some(cell) = cell.filter(|cell| !cell.words.is_empty()) else { return Ok(()) };
    let number = Exact::parse(&cell.words).and_then(|number| number.utility());
    let number = number.map_err(|why| source.refuse(cell.at, why))?;
    if profile.reservation.is_some_and(|other| other != number) {
        return Err(source.refuse(cell.at, Why::TwoValues("reservation".to_owned())));
    }
    (profile.reservation, profile.reservation_at) = (Some(number), cell.at);
    Ok(())
}

/// A row for each package, a column for each party.
fn packages(
    source: Source<'_>,
    head: &[Cell],
    rows: &[Vec<Cell>],
    remarks: &mut Remarks,
) -> Result<Scenario, ReadError> {
    let mut names = Names::default();
    for row in rows {
        of_length(source, row, head.len())?;
        if names.names.len() == OPTIONS_MAX {
            let (what, found, limit) = ("packages", rows.len(), OPTIONS_MAX);
            return Err(source.refuse(row[0].at, Why::TooMuch { what, found, limit }));
        }
        if names.place(&row[0].words) + 1 < names.names.len() {
            return Err(source.refuse(row[0].at, Why::TwoValues(row[0].words.clone())));
        }
    }
    let issue = Issue { name: head[0].words.clone(), options: names.names, range: None };
    let domain = Domain::new(source, 0, stem(source.name), vec![issue])?;
    let mut parties = Vec::new();
    for (column, party) in head.iter().enumerate().skip(1) {
        let mut profile = Profile::new(source, &party.words, &domain);
        profile.rows[0].weight = Some(Exact::whole(1));
        for (value, row) in profile.rows[0].values.iter_mut().zip(rows) {
            let cell = &row[column];
            *value = Some(Exact::parse(&cell.words).map_err(|why| source.refuse(cell.at, why))?);
        }
        parties.push(profile.finish(&domain, remarks)?);
    }
    domain.with(parties)
}
