//! The walk through a part of the file: what each element that begins or ends does.

use std::collections::BTreeMap;

use super::super::xml::{Space, Tag, Token, Xml};
use super::super::{ImportError, Remark, Severity, Spot, What};
use super::fields::Fields;
use super::numbering::Numbering;
use super::paragraphs::Paragraphs;
use super::styles::Styles;
use super::symbols;
use crate::manuscript::{CellPlace, Mark, MarkSort, Paragraph};

/// What the parts of a file share.
#[derive(Clone, Copy)]
pub(super) struct Context<'d> {
    pub styles: &'d Styles,
    pub numbering: &'d Numbering,
    /// The places of comments by their ids in the file.
    pub comments: &'d BTreeMap<String, usize>,
}

/// A body, a footnote, a comment: something with paragraphs of its own.
#[derive(Default)]
pub(super) struct Story {
    pub id: String,
    /// What sort of footnote it is; those between the lines are none.
    pub sort: Option<String>,
    pub author: String,
    pub date: Option<String>,
    pub paragraphs: Vec<Paragraph>,
}

/// A reference to a footnote or endnote.
pub(super) struct Call {
    pub is_endnote: bool,
    pub id: String,
    pub marks: Vec<Mark>,
}

/// What a part holds.
#[derive(Default)]
pub(super) struct Found {
    pub stories: Vec<Story>,
    pub calls: Vec<Call>,
    pub remarks: Vec<Remark>,
    pub pictures: usize,
}

/// Reads a part. Where a field is never closed, its words would be taken for a command: then fields are not minded.
pub(super) fn read(bytes: &[u8], part: &str, context: Context<'_>) -> Result<Found, ImportError> {
    let minding = Walk::new(context, true).through(bytes, part)?;
    match minding {
        Some(found) => Ok(found),
        None => Ok(Walk::new(context, false).through(bytes, part)?.unwrap_or_default()),
    }
}

/// What an element that is open means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holder {
    Story,
    Table,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    Paragraph,
    ParagraphProperties,
    Run,
    RunProperties,
    Words,
    Command,
    SimpleField,
    Mark,
    Skipped,
    Other,
}

/// A table that is open.
struct Table {
    place: CellPlace,
    row_marks: Vec<Mark>,
    cell_marks: Vec<Mark>,
}

struct Walk<'d> {
    found: Found,
    path: Vec<Holder>,
    paragraphs: Paragraphs<'d>,
    marks: Vec<Mark>,
    /// Ranges of moves that are open, by their ids.
    moves: Vec<(String, MarkSort, Option<String>)>,
    tables: Vec<Table>,
    table_count: usize,
    fields: Fields,
}

impl<'d> Walk<'d> {
    fn new(context: Context<'d>, minds_fields: bool) -> Walk<'d> {
        Walk {
            found: Found::default(),
            path: Vec::new(),
            paragraphs: Paragraphs::new(context),
            marks: Vec::new(),
            moves: Vec::new(),
            tables: Vec::new(),
            table_count: 0,
            fields: Fields::new(minds_fields),
        }
    }

    fn through(mut self, bytes: &[u8], part: &str) -> Result<Option<Found>, ImportError> {
        let mut xml = Xml::new(bytes, part)?;
        loop {
            match xml.next()? {
                Token::Open(tag) => {
                    let holder = self.holder(&tag);
                    self.open(holder, &tag)?;
                    self.path.push(holder);
                }
                Token::Close => self.close(),
                Token::Words(words) => match self.path.last() {
                    Some(Holder::Words) => self.words(&words),
                    Some(Holder::Command) => self.fields.command(&words),
                    _ => {}
                },
                Token::End if self.fields.are_open() => return Ok(None),
                Token::End => {
                    self.found.remarks.extend(self.paragraphs.take_remarks());
                    return Ok(Some(self.found));
                }
            }
        }
    }

    fn holder(&self, tag: &Tag<'_>) -> Holder {
        let name = tag.name();
        let parent = self.path.last().copied();
        let is_in_properties = matches!(
            parent,
            Some(
                Holder::RunProperties
                    | Holder::ParagraphProperties
                    | Holder::RowProperties
                    | Holder::CellProperties
            )
        );
        match (tag.space, name) {
            _ if parent == Some(Holder::Skipped) => Holder::Skipped,
            (Space::Compatibility, "Fallback") => Holder::Skipped,
            (Space::Word, _) if name.ends_with("Change") => Holder::Skipped,
            (Space::Word, "sdtPr" | "sectPr" | "rt" | "delInstrText" | "object" | "binData") => {
                Holder::Skipped
            }
            (Space::Word, "body" | "footnote" | "endnote" | "comment" | "hdr" | "ftr") => Holder::Story,
            (Space::Word, "tbl") => Holder::Table,
            (Space::Word, "tr") => Holder::Row,
            (Space::Word, "trPr") => Holder::RowProperties,
            (Space::Word, "tc") => Holder::Cell,
            (Space::Word, "tcPr") => Holder::CellProperties,
            (Space::Word, "p") => Holder::Paragraph,
            (Space::Word, "pPr") => Holder::ParagraphProperties,
            (Space::Word, "numPr") if parent == Some(Holder::ParagraphProperties) => {
                Holder::ParagraphProperties
            }
            (Space::Word, "r") => Holder::Run,
            (Space::Word, "rPr") => Holder::RunProperties,
            (Space::Word | Space::Formula, "t") | (Space::Word, "delText") => Holder::Words,
            (Space::Word, "instrText") => Holder::Command,
            (Space::Word, "fldSimple") => Holder::SimpleField,
            (Space::Word, "ins" | "del" | "moveFrom" | "moveTo") if !is_in_properties => Holder::Mark,
            _ => Holder::Other,
        }
    }

    fn open(&mut self, holder: Holder, tag: &Tag<'_>) -> Result<(), ImportError> {
        match holder {
            Holder::Story => self.found.stories.push(Story {
                id: tag.get("id").unwrap_or_default(),
                sort: tag.get("type"),
                author: tag.get("author").unwrap_or_default(),
                date: tag.get("date"),
                paragraphs: Vec::new(),
            }),
            Holder::Table => {
                self.table_count += 1;
                let place = CellPlace { table: self.table_count, row: 0, column: 0 };
                self.tables.push(Table { place, row_marks: Vec::new(), cell_marks: Vec::new() });
            }
            Holder::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.place = CellPlace { row: table.place.row + 1, column: 0, ..table.place };
                    table.row_marks.clear();
                }
            }
            Holder::Cell => {
                if let Some(table) = self.tables.last_mut() {
                    table.place.column += 1;
                    table.cell_marks.clear();
                }
            }
            Holder::Paragraph => self.paragraphs.begin(self.tables.last().map(|table| table.place))?,
            Holder::Run => self.paragraphs.begin_run(),
            Holder::SimpleField => self.fields.simple(&tag.get("instr").unwrap_or_default()),
            Holder::Mark => self.marks.extend(self.mark(tag)),
            Holder::Other => self.other(tag),
            Holder::Skipped if tag.space == Space::Word && tag.name() == "object" => {
                self.remark(Severity::Warning, What::Embedded);
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self) {
        match self.path.pop() {
            Some(Holder::Mark) => {
                self.marks.pop();
            }
            Some(Holder::Table) => {
                self.tables.pop();
            }
            Some(Holder::Run) => self.paragraphs.end_run(),
            Some(Holder::Paragraph) => {
                let around = self.row_marks();
                self.paragraphs.end(around);
            }
            Some(Holder::Story) => {
                let paragraphs = self.paragraphs.take();
                if let Some(story) = self.found.stories.last_mut() {
                    story.paragraphs.extend(paragraphs);
                }
            }
            _ => {}
        }
    }

    /// Elements without content of their own that matter.
    fn other(&mut self, tag: &Tag<'_>) {
        let name = tag.name();
        let parent = self.path.last().copied();
        let before = self.path.len().checked_sub(2).and_then(|at| self.path.get(at)).copied();
        if tag.space != Space::Word {
            // A picture is one wherever it stands.
            self.found.pictures += usize::from(matches!(name, "blip" | "imagedata"));
            return;
        }
        match (parent, name) {
            (Some(Holder::RunProperties), "ins" | "del" | "moveFrom" | "moveTo")
                if before == Some(Holder::ParagraphProperties) =>
            {
                let mark = self.mark(tag);
                self.paragraphs.end_marks(mark);
            }
            (Some(Holder::RowProperties), "ins" | "del") => {
                let mark = self.mark(tag);
                if let Some(table) = self.tables.last_mut() {
                    table.row_marks.extend(mark);
                }
            }
            (Some(Holder::CellProperties), "cellIns" | "cellDel") => {
                let mark = self.mark(tag);
                if let Some(table) = self.tables.last_mut() {
                    table.cell_marks.extend(mark);
                }
            }
            (Some(Holder::ParagraphProperties), "pStyle") => self.paragraphs.style(tag.get("val")),
            (Some(Holder::ParagraphProperties), _) => self.paragraphs.looks().take(tag),
            (Some(Holder::RunProperties), "rStyle") if before == Some(Holder::Run) => {
                self.paragraphs.run_style(tag.get("val"));
            }
            (Some(Holder::RunProperties), _) if before == Some(Holder::Run) => {
                self.paragraphs.run_looks().take(tag);
            }
            (Some(Holder::Run), _) => self.sign(tag),
            _ => self.edge(tag),
        }
    }

    /// Signs in a run, which stand for letters or call a note.
    fn sign(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "tab" | "ptab" => self.words("\t"),
            "br" | "cr" => self.words("\n"),
            "noBreakHyphen" => self.words("\u{2011}"),
            "softHyphen" => self.words("\u{ad}"),
            "sym" => self.symbol(tag),
            "fldChar" => {
                let ended = self.fields.sign(&tag.get("fldCharType").unwrap_or_default());
                self.field(ended);
            }
            "footnoteReference" | "endnoteReference" => {
                let marks = self.around();
                let is_endnote = tag.name() == "endnoteReference";
                self.found.calls.push(Call { is_endnote, id: tag.get("id").unwrap_or_default(), marks });
            }
            _ => self.edge(tag),
        }
    }

    /// Edges of ranges, and what is taken in from elsewhere.
    fn edge(&mut self, tag: &Tag<'_>) {
        let id = || tag.get("id").unwrap_or_default();
        match tag.name() {
            "commentRangeStart" => self.paragraphs.comment(&id(), true),
            "commentRangeEnd" => self.paragraphs.comment(&id(), false),
            "moveFromRangeStart" => self.moves.push((id(), MarkSort::MovedAway, tag.get("name"))),
            "moveToRangeStart" => self.moves.push((id(), MarkSort::MovedHere, tag.get("name"))),
            "moveFromRangeEnd" | "moveToRangeEnd" => {
                let id = id();
                self.moves.retain(|(open, _, _)| *open != id);
            }
            "altChunk" => self.remark(Severity::Warning, What::Foreign),
            _ => {}
        }
        if let Some(code) = self.fields.take_odd() {
            self.field(Some(code));
        }
    }

    fn symbol(&mut self, tag: &Tag<'_>) {
        let font = tag.get("font").unwrap_or_default();
        let code = tag.get("char").unwrap_or_default();
        let number = u32::from_str_radix(&code, 16).unwrap_or_default();
        if let Some(letter) = symbols::meaning(&font, number) {
            self.words(letter.encode_utf8(&mut [0; 4]));
        } else {
            self.words("\u{fffd}");
            self.remark(Severity::Warning, What::Symbol { font, code });
        }
    }

    /// A field that has ended: one that would run or fetch something is remarked.
    fn field(&mut self, code: Option<String>) {
        if let Some(code) = code.filter(|code| super::fields::is_active(code)) {
            self.remark(Severity::Warning, What::Field { code: code.trim().chars().take(120).collect() });
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(code) = self.fields.take_odd() {
            self.field(Some(code));
        }
        if !self.fields.is_in_code() {
            let around = self.around();
            self.paragraphs.words(words, &around);
        }
    }

    /// The marks of the rows and cells around.
    fn row_marks(&self) -> Vec<Mark> {
        self.tables
            .iter()
            .flat_map(|table| table.row_marks.iter().chain(&table.cell_marks))
            .cloned()
            .collect()
    }

    /// All marks around what comes next, the outermost first.
    fn around(&self) -> Vec<Mark> {
        let mut around = self.row_marks();
        around.extend(self.marks.iter().cloned());
        around
    }

    fn mark(&self, tag: &Tag<'_>) -> Option<Mark> {
        let sort = match tag.name() {
            "ins" | "cellIns" => MarkSort::Inserted,
            "del" | "cellDel" => MarkSort::Deleted,
            "moveFrom" => MarkSort::MovedAway,
            "moveTo" => MarkSort::MovedHere,
            _ => return None,
        };
        let range = self.moves.iter().rev().find(|(_, of, _)| *of == sort);
        let name = range.and_then(|(_, _, name)| name.clone());
        Some(Mark { sort, author: tag.get("author").unwrap_or_default(), date: tag.get("date"), name })
    }

    fn remark(&mut self, severity: Severity, what: What) {
        let spot = self.paragraphs.number().map_or(Spot::File, Spot::Paragraph);
        let remark = Remark { severity, spot, excerpt: String::new(), what };
        if !self.found.remarks.contains(&remark) {
            self.found.remarks.push(remark);
        }
    }
}
