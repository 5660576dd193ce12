//! Which column of a table that came back is whose: by the hidden keys, else by the headings.

use onetext_model::{Draft, Party, PartyId, Stated, View};

use super::super::bracketed::is_called;
use super::super::columns::{COMPROMISE_TITLE, NUMBER};
use super::super::marked::folded;
use super::super::stacked::BELOW;
use super::super::{Multicolumn, NUMBERS, Rows, Whose};
use super::Returned;
use crate::words::key;

/// So many rows are looked at for the heading.
const HEADING_ROWS_MAX: usize = 40;

/// A mark that may stand before the name in a cell has at most so many letters, with what boxes it.
const MARK_LETTERS_MAX: usize = 5;

/// The heading that was found.
pub(super) struct Heading {
    /// The first row below it.
    pub(super) first_row: usize,
    /// The column of the rows' keys, where the table has keys.
    pub(super) keys: Option<usize>,
    /// The column of the numbers.
    pub(super) number: usize,
    /// The visible headings.
    pub(super) titles: Vec<String>,
    /// The rows that were sent, where not all were.
    pub(super) rows: Option<Rows>,
    /// What each other column holds.
    pub(super) columns: Vec<(usize, Place)>,
}

/// The columns of the case's table that one column of paper holds, from the first band to the last.
pub(super) struct Place(Vec<usize>);

impl Place {
    /// Which column a cell belongs to, and its text without the name that says so.
    pub(super) fn of(&self, table: &Multicolumn, band: usize, text: &str) -> Option<(usize, String)> {
        if let [only] = self.0.as_slice() {
            return (band == 0).then(|| (*only, text.to_owned()));
        }
        let named = self.0.iter().find_map(|place| {
            let name = format!("{}:", table.columns[*place].title.to_words());
            let (letter, rest) = text.split_once(name.as_str())?;
            let is_first = letter.trim().chars().count() <= MARK_LETTERS_MAX;
            is_first.then(|| (*place, format!("{letter}{}", rest.trim_start())))
        });
        named.or_else(|| self.0.get(band).map(|place| (*place, text.to_owned())))
    }
}

impl Heading {
    /// Finds the heading among the first rows.
    pub(super) fn find(
        view: &View<'_>,
        table: &Multicolumn,
        rows: &[Vec<String>],
        returned: &mut Returned,
    ) -> Option<Heading> {
        let first = &rows[..rows.len().min(HEADING_ROWS_MAX)];
        let keyed = first.iter().position(|row| row.iter().any(|cell| cell == NUMBER));
        let by_title_row = || first.iter().position(|row| row.iter().any(|cell| is_numbers(cell)));
        let at = keyed.or_else(by_title_row)?;
        let titles = rows.get(at + usize::from(keyed.is_some())).cloned().unwrap_or_default();
        let number = rows[at]
            .iter()
            .position(|cell| if keyed.is_some() { cell == NUMBER } else { is_numbers(cell) })?;
        let mut heading = Heading {
            first_row: at + 1 + usize::from(keyed.is_some()),
            keys: keyed.map(|_| 0),
            number,
            rows: titles
                .get(number)
                .and_then(|title| Rows::parse(title.trim().strip_prefix(NUMBERS)?.trim())),
            titles,
            columns: Vec::new(),
        };
        let mut taken: Vec<usize> = Vec::new();
        for (column, named) in rows[at].iter().enumerate() {
            if column == number || heading.keys == Some(column) || named.trim().is_empty() {
                continue;
            }
            let places = if keyed.is_some() { by_key(table, named) } else { by_title(view, table, named) };
            let title = heading.titles.get(column).unwrap_or(named);
            if places.is_empty() {
                returned
                    .note(format!("column {}, “{title}”, is none of the table and is not read", column + 1));
            } else if places.iter().any(|place| taken.contains(place)) {
                returned.grave(format!(
                    "column {}, “{title}”, stands in the table twice; only the first is read",
                    column + 1
                ));
            } else {
                taken.extend(&places);
                heading.columns.push((column, Place(places)));
            }
        }
        (!heading.columns.is_empty()).then_some(heading)
    }

    /// Whether the heading names this version of the draft.
    pub(super) fn names(&self, version: &str) -> bool {
        self.titles.iter().any(|title| folded(title).contains(&folded(version)))
    }

    /// Whether it has the column of somebody.
    pub(super) fn has(&self, table: &Multicolumn, wanted: Whose) -> bool {
        self.columns.iter().flat_map(|(_, place)| &place.0).any(|place| table.columns[*place].of == wanted)
    }
}

/// Whether rows have the heading of a table of wordings.
pub fn has_heading(rows: &[Vec<String>]) -> bool {
    rows.iter().take(HEADING_ROWS_MAX).flatten().any(|cell| cell == NUMBER || is_numbers(cell))
}

fn is_numbers(cell: &str) -> bool {
    cell.trim()
        .strip_prefix(NUMBERS)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

fn by_key(table: &Multicolumn, key: &str) -> Vec<usize> {
    table.columns.iter().position(|column| column.key == key.trim()).into_iter().collect()
}

/// The columns that a heading names: one, or several that stand above each other. None if one of its names is not known.
fn by_title(view: &View<'_>, table: &Multicolumn, title: &str) -> Vec<usize> {
    let names = folded(title);
    let names: Vec<&str> = names.split(BELOW.trim()).map(str::trim).collect();
    let place = |name: &&str| table.columns.iter().position(|column| is_titled(view, column, name));
    names.iter().map(place).collect::<Option<Vec<usize>>>().unwrap_or_default()
}

fn is_titled(view: &View<'_>, column: &super::super::Column, name: &str) -> bool {
    let title = folded(&column.title.to_words());
    match column.of {
        // The version behind the title may be another one.
        Whose::Source | Whose::Beside(_) => {
            title.rsplit_once(" (").is_some_and(|(start, _)| name.starts_with(start))
        }
        Whose::Compromise => name.eq_ignore_ascii_case(COMPROMISE_TITLE),
        Whose::Party(PartyId(party)) => {
            name == title || view.find::<Party>(party).is_some_and(|party| is_called(party.fact, name))
        }
    }
}

/// The drafts that the heading of a table names, in the order of its columns: "Draft Basin Convention
/// (draft-2 9f3c51aa07d2)".
pub(super) fn drafts_named<'a>(view: &View<'a>, rows: &[Vec<String>]) -> Vec<Stated<'a, Draft>> {
    let labelled: Vec<(String, Stated<'a, Draft>)> =
        view.each::<Draft>().map(|draft| (format!("({} ", key(view, draft.id())), draft)).collect();
    let named = |row: &Vec<String>| -> Vec<Stated<'a, Draft>> {
        let cells = row.iter().map(|cell| folded(cell));
        cells.filter_map(|cell| Some(labelled.iter().find(|(label, _)| cell.contains(label))?.1)).collect()
    };
    rows.iter().take(HEADING_ROWS_MAX).map(named).find(|drafts| !drafts.is_empty()).unwrap_or_default()
}
