//! The grid as a sheet of cells, and what changed in a sheet that came back.

use onetext_model::{EntryId, Evidence, Kind, Party, PartyId, Stance, SubjectId, View};

use crate::held::Held;

/// Longest sentence that is taken from a cell.
const WORDS_CHARACTERS_MAX: usize = 2_000;

/// A cell that differs from the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridChange {
    /// Whose position.
    pub party: PartyId,
    /// On what.
    pub on: SubjectId,
    /// The entry that it replaces, if the party had one on file.
    pub replaces: Option<EntryId>,
    /// What the case has: letter and sentence.
    pub before: Option<(Stance, String)>,
    /// What the sheet has.
    pub after: (Stance, String),
    /// Where in the sheet: row and column, from 1.
    pub at: (usize, usize),
}

/// What a sheet says differently. The first row holds the columns' keys, the first column the rows' keys; the
/// second row is the heading. Cells that cannot be read come back as remarks with their row and column.
pub fn read_grid(view: &View<'_>, sheet: &[Vec<String>]) -> (Vec<GridChange>, Vec<String>) {
    let held = Held::of(view);
    let (mut changes, mut remarks) = (Vec::new(), Vec::new());
    let Some(keys) = sheet.first() else { return (changes, vec!["the sheet is empty".to_owned()]) };
    for (row_number, row) in sheet.iter().enumerate().skip(2) {
        let Some(row_key) = row.first().filter(|key| !key.is_empty()) else { continue };
        let Some(subject) = subject(view, row_key) else {
            remarks.push(format!("row {}: {row_key:?} is no issue or option of the case", row_number + 1));
            continue;
        };
        for (column_number, text) in row.iter().enumerate().skip(1) {
            let Some(party) = keys.get(column_number).and_then(|key| party(view, key)) else { continue };
            match change(view, &held, subject, party, text) {
                Ok(Some(change)) => {
                    changes.push(GridChange { at: (row_number + 1, column_number + 1), ..change });
                }
                Ok(None) => {}
                Err(why) => {
                    remarks.push(format!("row {}, column {}: {why}", row_number + 1, column_number + 1));
                }
            }
        }
    }
    (changes, remarks)
}

/// The issue or option and the party that the keys of a row and a column of the grid mean.
pub fn meant(view: &View<'_>, row: &str, column: &str) -> Option<(SubjectId, PartyId)> {
    Some((subject(view, row)?, party(view, column)?))
}

fn subject(view: &View<'_>, key: &str) -> Option<SubjectId> {
    let by_id = EntryId::parse(key).and_then(|id| view.entry(id)).map(|entry| entry.id);
    let by_label =
        || [Kind::Issue, Kind::Option].iter().find_map(|kind| view.bearers(*kind, key).first().copied());
    by_id.or_else(by_label).map(SubjectId)
}

fn party(view: &View<'_>, key: &str) -> Option<PartyId> {
    let by_id = EntryId::parse(key).and_then(|id| view.find::<Party>(id)).map(|party| party.id());
    by_id.or_else(|| view.bearers(Kind::Party, key).first().copied()).map(PartyId)
}

fn change(
    view: &View<'_>,
    held: &Held<'_>,
    on: SubjectId,
    party: PartyId,
    text: &str,
) -> Result<Option<GridChange>, String> {
    let Some(after) = read_cell(text)? else { return Ok(None) };
    let issues = crate::held::issues_of(view, on);
    let last = issues
        .iter()
        .flat_map(|issue| held.positions(*issue, party.0))
        .filter(|position| view.same(position.fact.on, on))
        .max_by_key(|position| position.entry.known_at.start(view.zone()));
    let before = last.map(|position| (position.fact.stance, position.fact.words.clone()));
    let printed =
        last.map(|position| super::cells::option_cell(view, held, issues[0], on.0, position.fact.party.0));
    let unchanged = printed.is_some_and(|cell| {
        let letter = cell.mark.as_ref().map_or("", |mark| mark.letter.as_str());
        sheet_text(letter, &cell.text.to_words()) == text.trim()
    });
    let after = (after.0, own_words(&after.1));
    if unchanged || before.as_ref() == Some(&after) {
        return Ok(None);
    }
    let replaces = last.map(onetext_model::Stated::id);
    Ok(Some(GridChange { party, on, replaces, before, after, at: (0, 0) }))
}

/// The sentence without what the grid prints after it: "(own words, 16 Jun)" and what follows.
fn own_words(words: &str) -> String {
    let tails = Evidence::ALL.iter().filter_map(|evidence| words.find(&format!(" ({}", evidence.said())));
    tails.min().map_or(words, |start| &words[..start]).trim().to_owned()
}

fn sheet_text(letter: &str, words: &str) -> String {
    format!("{letter}  {words}").trim().to_owned()
}

/// "A  sentence". An empty cell or a dash says nothing, and changes nothing.
fn read_cell(text: &str) -> Result<Option<(Stance, String)>, String> {
    let text = text.trim();
    if text.is_empty() || text == "—" || text == "-" {
        return Ok(None);
    }
    let (letter, words) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let stance = Stance::ALL.iter().find(|stance| stance.letter() == letter);
    let letters = || Stance::ALL.iter().map(|stance| stance.letter()).collect::<Vec<_>>().join(", ");
    let stance = stance.ok_or_else(|| format!("begin the cell with one of {} and a space", letters()))?;
    Ok(Some((*stance, words.trim().chars().take(WORDS_CHARACTERS_MAX).collect())))
}
