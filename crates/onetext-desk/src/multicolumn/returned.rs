//! A table that came back: what its sender proposes, and what else is different, told first.
//!
//! Rows are known by their keys where the sheet has them, else by their numbers; columns by keys, else by headings. What
//! stands in the sender's column is compared with what was sent; a difference is a proposed wording or, where the cell
//! answers in plain words, a position. Nothing else is taken: a changed text of the draft, another party's changed cell,
//! rows that are gone, doubled or unknown are remarks.

mod answer;
mod cells;
mod heading;

use std::collections::BTreeMap;

use onetext_model::{Draft, DraftId, EntryId, PartyId, ProvisionId, Stance, Stated, View};

use super::marked::folded;
use super::said::Said;
use super::{Asked, Line, Multicolumn, Rows, Whose, gather, layout, newest_draft, stacked};
pub use heading::has_heading;

use cells::{bare, is_as_sent, is_blank};
use heading::{Heading, Place};

/// Who filled in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    /// A party, in its own column.
    Party(PartyId),
    /// The mediator, in the column of the compromise.
    Mediator,
}

/// What a cell that came back proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The number of the row.
    pub row: String,
    /// Where in the file: row and column, from 1.
    pub at: (usize, usize),
    /// On which provision.
    pub on: ProvisionId,
    /// What the case has.
    pub before: String,
    /// What the cell has.
    pub after: String,
    /// What is proposed.
    pub said: Proposed,
    /// The entry of the same kind that it replaces.
    pub replaces: Option<EntryId>,
}

/// A wording or a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// Other words; empty where the provision is to go.
    Wording(String),
    /// An answer to the text as it stands.
    Position {
        /// Where the party stands.
        stance: Stance,
        /// In its own words.
        words: String,
        /// The condition of a conditional acceptance.
        condition: Option<String>,
    },
}

/// Something that is different and is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Whether it must be looked at before anything is taken.
    pub is_grave: bool,
    /// Where and what.
    pub words: String,
}

/// What a table that came back says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// What is proposed, in the order of the rows.
    pub proposals: Vec<Proposal>,
    /// What else is different, the grave first.
    pub remarks: Vec<Remark>,
}

impl Returned {
    fn grave(&mut self, words: impl Into<String>) {
        self.remarks.push(Remark { is_grave: true, words: words.into() });
    }

    fn note(&mut self, words: impl Into<String>) {
        self.remarks.push(Remark { is_grave: false, words: words.into() });
    }
}

/// Reads a table that came back. Each row is its cells as text: of marked changes what was put in and kept, without what
/// is struck. The draft is the one named, else the one that the heading names, else the newest.
pub fn read_rows(view: &View<'_>, draft: Option<DraftId>, sender: Sender, rows: &[Vec<String>]) -> Returned {
    let mut returned = Returned::default();
    let named = heading::drafts_named(view, rows);
    let first = || named.first().copied().or_else(|| newest_draft(view));
    let Some(draft) = draft.and_then(|draft| view.find::<Draft>(draft)).or_else(first) else {
        returned.grave("no draft with a text is on file to compare the table with");
        return returned;
    };
    let others = named.iter().filter(|other| other.id() != draft.id());
    let beside = others.map(|other| DraftId(other.id())).collect();
    let table = gather(view, draft, &Asked { beside, ..Asked::default() });
    let Some(heading) = Heading::find(view, &table, rows, &mut returned) else {
        returned.grave(
            "no table of wordings is in the file: its heading has a column “No.” and columns named after the parties",
        );
        return returned;
    };
    let version = super::version(view, draft);
    if !heading.names(&version) {
        returned.grave(format!(
            "made from another version: the case has {version}; rows are matched by their numbers"
        ));
    }
    let wanted = match sender {
        Sender::Party(party) => Whose::Party(PartyId(view.latest(party.0))),
        Sender::Mediator => Whose::Compromise,
    };
    if !heading.has(&table, wanted) {
        let columns: Vec<String> = table.columns.iter().map(|column| column.title.to_words()).collect();
        returned
            .grave(format!("the sender has no column in this table; its columns are {}", columns.join(", ")));
        return returned;
    }
    let said = Said::of(view);
    let mut reading = Reading { view, draft, table: &table, said: &said, wanted, seen: BTreeMap::new() };
    for (at, row) in rows.iter().enumerate().skip(heading.first_row) {
        reading.row(&heading, at, row, &mut returned);
    }
    reading.vanished(heading.rows.as_ref(), &mut returned);
    returned.remarks.sort_by_key(|remark| !remark.is_grave);
    returned
}

/// What is known while the rows are read.
struct Reading<'r, 'a> {
    view: &'r View<'a>,
    draft: Stated<'a, Draft>,
    table: &'r Multicolumn,
    said: &'r Said<'a>,
    wanted: Whose,
    /// The bands of each line that were seen, by the line's place.
    seen: BTreeMap<usize, usize>,
}

impl Reading<'_, '_> {
    fn row(&mut self, heading: &Heading, at: usize, row: &[String], returned: &mut Returned) {
        let filled: Vec<&String> = row.iter().skip(heading.keys.map_or(0, |keys| keys + 1)).collect();
        if filled.iter().all(|cell| is_blank(cell)) || row == heading.titles.as_slice() {
            return;
        }
        let shown = at + 1;
        let number = row.get(heading.number).map(|text| folded(text)).unwrap_or_default();
        let key = heading.keys.and_then(|keys| row.get(keys)).map(|key| key.trim()).unwrap_or_default();
        if key.is_empty() && number.starts_with(&folded(layout::LEGEND)) {
            return;
        }
        let (number, is_further_band) = match number.strip_suffix(stacked::CONTINUED.trim()) {
            Some(number) => (number.trim().to_owned(), true),
            None => (number, false),
        };
        let Some(place) = self.line(key, &number) else {
            let cells: Vec<String> =
                filled.iter().filter(|cell| !is_blank(cell)).map(|cell| format!("“{cell}”")).collect();
            returned.grave(format!(
                "row {shown} of the file: {number:?} is no row of this table; an insertion is entered as a provision of \
                 the party's own draft. It holds {}",
                cells.join(", ")
            ));
            return;
        };
        let line = &self.table.lines[place];
        if !is_number_of(line, &number) {
            returned.grave(format!(
                "row {} came back with the number {number:?}; it is read as row {}",
                line.number, line.number
            ));
        }
        let band = if is_further_band { self.seen.get(&place).copied().unwrap_or(1) } else { 0 };
        if !is_further_band && self.seen.contains_key(&place) {
            returned.grave(format!("row {} stands in the table twice; only the first is read", line.number));
            return;
        }
        self.seen.insert(place, band + 1);
        for (column, place) in &heading.columns {
            let Some(text) = row.get(*column) else { continue };
            self.cell(line, place, (band, (shown, column + 1)), text, returned);
        }
    }

    /// The line that a row means.
    fn line(&self, key: &str, number: &str) -> Option<usize> {
        let lines = &self.table.lines;
        let by_key = lines.iter().position(|line| !key.is_empty() && line.key == key);
        by_key.or_else(|| lines.iter().position(|line| is_number_of(line, number)))
    }

    fn cell(
        &self,
        line: &Line,
        place: &Place,
        at: (usize, (usize, usize)),
        text: &str,
        returned: &mut Returned,
    ) {
        let (band, at) = at;
        let Some((column, text)) = place.of(self.table, band, text) else { return };
        let (whose, told) = (self.table.columns[column].of, &line.cells[column]);
        let title = self.table.columns[column].title.to_words();
        if is_as_sent(told, &text) {
            return;
        }
        if whose == self.wanted {
            self.proposal(line, told, at, &text, returned);
            return;
        }
        let (row, sent) = (&line.number, cells::sent(told));
        match whose {
            Whose::Source if cells::is_earlier_text(self.view, line.provision, &text) => {
                returned.note(format!(
                    "row {row}: the table has the text as it was before it was corrected in the case"
                ));
            }
            Whose::Source => returned.grave(format!(
                "row {row}: the text of the draft itself was changed in “{}”\n  - {sent}\n  + {text}",
                self.draft.fact.title
            )),
            Whose::Beside(_) | Whose::Party(_) | Whose::Compromise => returned.grave(format!(
                "row {row}: the column of {title} is not the sender's and was changed\n  - {sent}\n  + {text}"
            )),
        }
    }

    fn proposal(
        &self,
        line: &Line,
        told: &super::Told,
        at: (usize, usize),
        text: &str,
        returned: &mut Returned,
    ) {
        let row = &line.number;
        if is_blank(text) {
            returned.grave(format!(
                "row {row}: the sender's cell came back empty: nothing is taken from it (“no text” would say that the \
                 provision is to go)\n  - {}",
                cells::sent(told)
            ));
            return;
        }
        let by = match self.wanted {
            Whose::Party(party) => Some(party),
            Whose::Compromise | Whose::Source | Whose::Beside(_) => None,
        };
        if let Some(entry) = cells::earlier_wording(self.view, line.provision, by, text) {
            let day = crate::words::short_date(self.view, entry.known_at);
            returned.grave(format!(
                "row {row}: the sender's wording of {day}, which it has replaced since; not taken"
            ));
            return;
        }
        let said = answer::read(text, told, by.is_some());
        let replaces = match (&said, by) {
            (Proposed::Wording(_), by) => self.said.wordings(line.provision, by).last().map(Stated::id),
            (Proposed::Position { .. }, Some(party)) => {
                self.said.positions(line.provision, party).last().map(Stated::id)
            }
            (Proposed::Position { .. }, None) => None,
        };
        if by.is_some_and(|party| self.stands(line.provision, party, &said)) {
            return;
        }
        returned.proposals.push(Proposal {
            row: row.clone(),
            at,
            on: ProvisionId(line.provision),
            before: cells::sent(told),
            after: text.trim().to_owned(),
            said,
            replaces,
        });
    }

    /// Whether the party's last position says just that already.
    fn stands(&self, on: EntryId, party: PartyId, said: &Proposed) -> bool {
        let last = self.said.positions(on, party).last();
        matches!((said, last), (Proposed::Position { stance, words, condition }, Some(last))
            if last.fact.stance == *stance && folded(&last.fact.words) == folded(words) && last.fact.condition == *condition)
    }

    /// Rows that were sent and did not come back, those beside each other told together.
    fn vanished(&self, sent: Option<&Rows>, returned: &mut Returned) {
        let is_gone = |place: &usize| {
            let line = &self.table.lines[*place];
            !self.seen.contains_key(place) && sent.is_none_or(|rows| rows.hold(&line.number))
        };
        let gone: Vec<usize> = (0..self.table.lines.len()).filter(is_gone).collect();
        let runs = gone.chunk_by(|one, next| one + 1 == *next).map(|run| {
            let number = |place: &usize| self.table.lines[*place].number.as_str();
            match run {
                [first, .., last] => format!("{} to {}", number(first), number(last)),
                [only] => number(only).to_owned(),
                [] => String::new(),
            }
        });
        let runs: Vec<String> = runs.collect();
        if !runs.is_empty() {
            let plural = if gone.len() == 1 { "row" } else { "rows" };
            returned.grave(format!(
                "{plural} {} did not come back; nothing is concluded from that",
                runs.join(", ")
            ));
        }
    }
}

/// Whether a number, perhaps with the letter of its status before it, is that of a line.
fn is_number_of(line: &Line, number: &str) -> bool {
    let letter = line.status.as_ref().map(|mark| mark.letter.as_str());
    folded(number) == folded(&line.number)
        || bare(number, letter).is_some_and(|rest| folded(&rest) == folded(&line.number))
}
