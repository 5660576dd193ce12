//! The table of agreements that PA-X publishes (peaceagreements.org), as CSV: one agreement a row, topics from 0 to 3.
//!
//! PA-X is (c) University of Edinburgh, CC BY-NC-SA 4.0: it is read from the user's disk and never shipped.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::agreement::{Agreement, AgreementKey, Source, TopicCode, Weight};
use super::library::Imported;
use super::remarks::{PrecedentError, Remark, What};
use super::sheet::{Row, rows};
use super::stages::{Stage, topic_name};

/// Longest table that is read: the whole of PA-X with all its columns has a fifth of it.
pub const TABLE_BYTES_MAX: usize = 64 << 20;
/// Most agreements of one table: PA-X has about 2,300.
const AGREEMENTS_MAX: usize = 50_000;
/// Most columns: PA-X has about 270.
const COLUMNS_MAX: usize = 2_000;
/// Most remarks about one table; a file with more is of another format.
const REMARKS_MAX: usize = 200;

/// The columns without which there is no agreement to speak of.
const NEEDED: [&str; 3] = ["AgtId", "Agt", "Dat"];
/// Columns that describe the agreement or its rows and are no topics, beside those that are read apart.
const DESCRIBING: [&str; 29] = [
    "Contp",
    "PP",
    "Reg",
    "Ver",
    "Lgt",
    "N_characters",
    "Agtp",
    "StageSub",
    "Part",
    "ThrdPart",
    "OthAgr",
    "Loc1ISO",
    "Loc2ISO",
    "Loc1GWNO",
    "Loc2GWNO",
    "UcdpCon",
    "UcdpAgr",
    "PamAgr",
    "CowWar",
    "ImSrc",
    "Lang",
    "Txt",
    "Hyperlink",
    "PDF",
    "URL",
    "Web",
    "Orig",
    "Comment",
    "Cite",
];

/// Reads the table from its bytes; `name` is what its file is called.
///
/// # Errors
/// It is too long, not in UTF-8, has no columns `AgtId`, `Agt` and `Dat`, or no agreement.
///
/// ```
/// let table = "Con,AgtId,Agt,Dat,Stage,StRef\nUpland,7,Accord on the Spring,1999-05-01,SubPar,2\n";
/// let found = onetext_text::precedents::read_pax(table.as_bytes(), "table.csv").unwrap();
/// assert_eq!(found.agreements[0].title, "Accord on the Spring");
/// assert_eq!(found.agreements[0].topics.len(), 1);
/// ```
pub fn read_pax(bytes: &[u8], name: &str) -> Result<Imported, PrecedentError> {
    let (all, flaws) = rows(super::text_of(bytes, TABLE_BYTES_MAX)?);
    let mut imported =
        Imported { remarks: flaws.into_iter().map(Remark::flawed).collect(), ..Imported::default() };
    let Some((head, rest)) = all.split_first() else {
        return Err(PrecedentError::NoColumn(NEEDED[0]));
    };
    let columns = Columns::of(head)?;
    imported.remarks.extend(columns.unknown_remark());
    let mut seen = BTreeSet::new();
    for row in rest.iter().take(AGREEMENTS_MAX) {
        let read = columns.agreement(row, name, &mut imported.remarks);
        match read {
            Some(agreement) if seen.insert(agreement.key.clone()) => imported.agreements.push(agreement),
            Some(agreement) => {
                let twice = What::Twice(agreement.key.as_str().to_owned());
                imported.remarks.push(Remark::new(row.line, "AgtId", twice));
            }
            None => {}
        }
    }
    if rest.len() > AGREEMENTS_MAX {
        imported.remarks.push(too_much("agreements", AGREEMENTS_MAX));
    }
    if imported.agreements.is_empty() {
        let first = imported.remarks.first().map_or_else(String::new, |one| format!(" ({})", one.sentence()));
        return Err(PrecedentError::Empty(first));
    }
    super::cut_remarks(&mut imported.remarks, REMARKS_MAX);
    Ok(imported)
}

fn too_much(what: &'static str, limit: usize) -> Remark {
    Remark::new(0, "", What::TooMuch { what, limit })
}

/// What each column is.
struct Columns {
    names: Vec<String>,
    roles: Vec<Role>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Number,
    Title,
    Day,
    Countries,
    Process,
    Status,
    Stage,
    Topic,
    /// Kept by its name.
    Other,
    /// The same, but we have no name for it.
    Unknown,
}

impl Columns {
    fn of(head: &Row) -> Result<Columns, PrecedentError> {
        let names: Vec<String> =
            head.cells.iter().take(COLUMNS_MAX).map(|cell| cell.trim().to_owned()).collect();
        let mut seen = BTreeSet::new();
        for name in names.iter().filter(|name| !name.is_empty()) {
            if !seen.insert(name.as_str()) {
                return Err(PrecedentError::ColumnTwice(name.clone()));
            }
        }
        if let Some(missing) = NEEDED.into_iter().find(|needed| !seen.contains(needed)) {
            return Err(PrecedentError::NoColumn(missing));
        }
        let roles = names.iter().map(|name| role(name)).collect();
        Ok(Columns { names, roles })
    }

    fn unknown_remark(&self) -> Option<Remark> {
        let is_unknown = |(name, role): &(&String, &Role)| **role == Role::Unknown && !name.is_empty();
        let unknown: Vec<String> =
            self.names.iter().zip(&self.roles).filter(is_unknown).map(|(name, _)| name.clone()).collect();
        (!unknown.is_empty()).then(|| Remark::new(1, "", What::UnknownColumns(unknown)))
    }

    /// The agreement of a row, with what is remarked of it.
    fn agreement(&self, row: &Row, file: &str, remarks: &mut Vec<Remark>) -> Option<Agreement> {
        if row.cells.len() != self.names.len() {
            let ragged = What::Ragged { found: row.cells.len(), wanted: self.names.len() };
            remarks.push(Remark::new(row.line, "", ragged));
            return None;
        }
        let cell = |wanted: Role| {
            let place = self.roles.iter().position(|role| *role == wanted)?;
            let cell = one_line(&row.cells[place]);
            (!cell.is_empty()).then_some(cell)
        };
        let (Some(number), Some(title)) = (cell(Role::Number), cell(Role::Title)) else {
            remarks.push(Remark::new(row.line, "AgtId", What::WithoutKey));
            return None;
        };
        let source = Source { file: file.to_owned(), line: row.line };
        let mut agreement = Agreement::named(AgreementKey::pax(&number), title, source);
        agreement.countries = cell(Role::Countries).unwrap_or_default();
        agreement.process = cell(Role::Process);
        agreement.status = cell(Role::Status);
        agreement.is_coded = true;
        let mut remark = |column: &str, what| remarks.push(Remark::new(row.line, column, what));
        if let Some(written) = cell(Role::Day) {
            agreement.day = day(&written);
            if agreement.day.is_none() {
                remark("Dat", What::NoDay(written));
            }
        }
        if let Some(written) = cell(Role::Stage) {
            agreement.stage = Stage::read(&written);
            if agreement.stage.is_none() {
                remark("Stage", What::NoStage(written));
            }
        }
        self.rest(row, &mut agreement, &mut remark);
        Some(agreement)
    }

    /// Topics, and what is only kept.
    fn rest(&self, row: &Row, agreement: &mut Agreement, remark: &mut impl FnMut(&str, What)) {
        for ((name, role), cell) in self.names.iter().zip(&self.roles).zip(&row.cells) {
            match role {
                Role::Topic => match Weight::read(cell) {
                    Ok(None) => {}
                    Ok(Some(weight)) => drop(agreement.topics.insert(TopicCode(name.clone()), weight)),
                    Err(other) => remark(name, What::NoWeight(other.to_owned())),
                },
                Role::Other | Role::Unknown if !cell.trim().is_empty() && !name.is_empty() => {
                    agreement.other.insert(name.clone(), one_line(cell));
                }
                _ => {}
            }
        }
    }
}

fn role(name: &str) -> Role {
    match name {
        "AgtId" => Role::Number,
        "Agt" => Role::Title,
        "Dat" => Role::Day,
        "Con" => Role::Countries,
        "PPName" => Role::Process,
        "Status" => Role::Status,
        "Stage" => Role::Stage,
        known if topic_name(known).is_some() => Role::Topic,
        known if DESCRIBING.contains(&known) => Role::Other,
        _ => Role::Unknown,
    }
}

/// Words on one line: a cell of the table may hold line ends.
fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads `1995-11-21` or `19951121`.
pub(super) fn day(written: &str) -> Option<Date> {
    let digits = written.len() == 8 && written.bytes().all(|byte| byte.is_ascii_digit());
    let parse = |text: &str| text.parse::<Date>().ok();
    if digits {
        return parse(&format!("{}-{}-{}", &written[..4], &written[4..6], &written[6..]));
    }
    let is_plain = written.len() == 10 && written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if is_plain { parse(written) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Con,PPName,AgtId,Agt,Dat,Status,Stage,StRef,SsrGua,Mood\n";

    fn read(rows: &str) -> Imported {
        read_pax(format!("{HEAD}{rows}").as_bytes(), "t.csv").unwrap()
    }

    fn sentences(imported: &Imported) -> Vec<String> {
        imported.remarks.iter().map(Remark::sentence).collect()
    }

    #[test]
    fn what_cannot_be_read_is_said_with_its_row_and_column() {
        let found = read(
            "Upland,Talks,1,One,1999-02-30,Agreed,Cea,1,0,calm\n\
             Upland,Talks,2,Two,1999-02-03,Agreed,Later,4,2,calm\n\
             Upland,Talks,3,Three\n\
             Upland,Talks,,Four,1999-02-03,Agreed,Cea,1,0,\n\
             Upland,Talks,1,Five,1999-02-03,Agreed,Cea,1,0,\n",
        );
        let wanted = [
            "line 1: 1 column kept as they are and not searched: Mood",
            "line 2, column Dat: \"1999-02-30\" is no day: write 1995-11-21; kept without a day",
            "line 3, column Stage: \"Later\" is no stage that we know; kept without it",
            "line 3, column StRef: \"4\" is none of 0, 1, 2, 3; kept without this topic",
            "line 4: the row has 4 cells and the table 10 columns; the row was left out",
            "line 5, column AgtId: neither a number nor a name of an agreement; left out",
            "line 6, column AgtId: pax:1 was there before; this row was left out",
        ];
        assert_eq!(sentences(&found), wanted);
        assert_eq!(found.agreements.len(), 2);
        assert_eq!(found.agreements[0].other["Mood"], "calm");
        assert_eq!(found.agreements[1].topics[&TopicCode("SsrGua".to_owned())].number(), 2);
    }

    #[test]
    fn a_file_that_is_no_such_table_says_why() {
        let error = |bytes: &[u8]| read_pax(bytes, "t.csv").unwrap_err().to_string();
        assert_eq!(
            error(b"a,b\n1,2\n"),
            "it is no table of agreements: the first line has no column \"AgtId\""
        );
        assert_eq!(error(b""), "it is no table of agreements: the first line has no column \"AgtId\"");
        assert_eq!(error(b"AgtId,Agt,Dat,Agt\n"), "the first line has the column \"Agt\" twice");
        assert_eq!(error(b"AgtId,Agt,Dat\n"), "it holds no agreement and no provision");
        assert_eq!(error(b"AgtId\xff"), "it is not text in UTF-8 (byte 5): save it as UTF-8");
    }

    #[test]
    fn days_are_read_in_both_ways_of_writing() {
        assert_eq!(day("19951121"), day("1995-11-21"));
        assert!(day("1995-11-21").is_some());
        for other in ["1995", "21.11.1995", "1995-11-21T10:00", "１９９５１１２１", ""] {
            assert_eq!(day(other), None, "{other}");
        }
    }
}
