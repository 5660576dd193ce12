//! Akoma Ntoso 3: what a text in the standard of parliaments says, provision by provision.

use std::collections::BTreeSet;

use super::xml::{Tag, Token, Xml};
use super::{Format, ImportError, Metadata, Reading, Remark, Severity, What};
use crate::draft::{Draft, Keys, Label, Provision, Sort};

/// Provisions of a text.
const PROVISIONS_MAX: usize = 100_000;
/// Elements that hold other provisions, or are one.
const HIERARCHY: [&str; 36] = [
    "alinea",
    "article",
    "book",
    "chapter",
    "citation",
    "clause",
    "crossHeading",
    "division",
    "hcontainer",
    "indent",
    "item",
    "level",
    "list",
    "paragraph",
    "part",
    "point",
    "proviso",
    "recital",
    "rule",
    "section",
    "subchapter",
    "subclause",
    "subdivision",
    "sublist",
    "subparagraph",
    "subpart",
    "subrule",
    "subsection",
    "subtitle",
    "title",
    "tome",
    "transitional",
    "preamble",
    "attachment",
    "tr",
    "container",
];
/// Elements whose words are not the text's.
const LEFT_OUT: [&str; 9] =
    ["include", "meta", "coverPage", "presentation", "remark", "script", "style", "components", "toc"];
/// Elements whose end parts two lines of words.
const LINES: [&str; 10] =
    ["p", "block", "listIntroduction", "listWrapUp", "longTitle", "docTitle", "li", "td", "th", "formula"];

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Result<Reading, ImportError> {
    let mut xml = Xml::new(bytes, "the file")?;
    let mut reader = Reader::default();
    let mut is_root = true;
    loop {
        match xml.next()? {
            Token::Open(tag) => {
                if std::mem::take(&mut is_root) && tag.name() != "akomaNtoso" {
                    let name = tag.name().chars().take(40).collect::<String>();
                    return Err(ImportError::Unknown(format!("XML of another kind, <{name}>")));
                }
                reader.open(&tag)?;
            }
            Token::Close => reader.close(),
            Token::Words(words) => reader.words(&words),
            Token::End => break,
        }
    }
    let Reader { draft, metadata, findings, .. } = reader;
    Ok(Reading { format: Format::AkomaNtoso, draft, manuscript: None, metadata, findings })
}

/// What an element that is open means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// A provision: its place, made once it has a label, a heading or words.
    Provision,
    Number,
    Heading,
    Title,
    Note,
    /// Words of the text, in lines.
    Line,
    LeftOut,
    Other,
}

/// A provision that is open.
#[derive(Default)]
struct Open {
    place: Option<usize>,
    sort: Sort,
    label: String,
    heading: String,
    words: String,
    /// We wrote it: it is a provision even where nothing stands in it.
    is_ours: bool,
}

#[derive(Default)]
struct Reader {
    draft: Draft,
    keys: Keys,
    metadata: Metadata,
    path: Vec<Holder>,
    open: Vec<Open>,
    ids: BTreeSet<String>,
    note: Option<(String, String)>,
    title: String,
    findings: Vec<Remark>,
}

impl Reader {
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), ImportError> {
        for id in ["eId", "id"].into_iter().filter_map(|name| tag.get(name)) {
            if !self.ids.insert(id.clone()) {
                let id: String = id.chars().take(60).collect();
                return Err(ImportError::xml("the file", &format!("two elements are called {id:?}")));
            }
        }
        if self.draft.provisions.len() > PROVISIONS_MAX {
            let found = self.draft.provisions.len();
            return Err(ImportError::TooMuch { what: "provisions".to_owned(), found, limit: PROVISIONS_MAX });
        }
        let holder = self.holder(tag);
        match holder {
            Holder::Provision => {
                self.settle();
                let own = tag.get("class").as_deref().and_then(crate::akoma::sort_of_class);
                let sort = own.unwrap_or_else(|| sort(tag.name()));
                self.open.push(Open { sort, is_ours: own.is_some(), ..Open::default() });
            }
            Holder::Note => {
                let mark = tag.get("marker").unwrap_or_else(|| (self.draft.notes.len() + 1).to_string());
                self.note = Some((mark, String::new()));
            }
            Holder::Line => self.line(),
            Holder::Other if ["br", "eol"].contains(&tag.name()) => self.words("\n"),
            Holder::LeftOut => self.left_out(tag),
            _ => {}
        }
        self.path.push(holder);
        Ok(())
    }

    fn holder(&self, tag: &Tag<'_>) -> Holder {
        let name = tag.name();
        match name {
            _ if self.path.last() == Some(&Holder::LeftOut) || LEFT_OUT.contains(&name) => Holder::LeftOut,
            "authorialNote" => Holder::Note,
            _ if self.note.is_some() && LINES.contains(&name) => Holder::Line,
            _ if self.note.is_some() => Holder::Other,
            "docTitle" => Holder::Title,
            "num" if !self.open.is_empty() => Holder::Number,
            "heading" | "subheading" if !self.open.is_empty() => Holder::Heading,
            _ if HIERARCHY.contains(&name) => Holder::Provision,
            _ if LINES.contains(&name) => Holder::Line,
            _ => Holder::Other,
        }
    }

    /// What is no part of the text, but is to be known: whom the file names, what another program would fetch or run.
    fn left_out(&mut self, tag: &Tag<'_>) {
        let what = match tag.name() {
            "include" => {
                What::Outside { target: tag.get("href").unwrap_or_default().chars().take(200).collect() }
            }
            "script" | "style" => What::Foreign,
            _ => return self.meta(tag),
        };
        let remark = Remark::on_file(Severity::Warning, what);
        if !self.findings.contains(&remark) {
            self.findings.push(remark);
        }
    }

    /// Whom the file names.
    fn meta(&mut self, tag: &Tag<'_>) {
        if tag.name() == "FRBRauthor" && self.metadata.author.is_none() {
            self.metadata.author = tag.get("href").map(|author| author.chars().take(200).collect());
        }
        if tag.name() == "FRBRdate" && self.metadata.created.is_none() {
            self.metadata.created = tag.get("date").map(|date| date.chars().take(40).collect());
        }
    }

    fn close(&mut self) {
        match self.path.pop() {
            Some(Holder::Provision) => {
                self.settle();
                self.open.pop();
            }
            Some(Holder::Note) => {
                let note = self.note.take().map(|(mark, words)| (mark, tidy(&words)));
                self.draft.notes.extend(note.filter(|(_, words)| !words.is_empty()));
            }
            Some(Holder::Title) if self.draft.title.is_empty() => {
                self.draft.title = tidy(&std::mem::take(&mut self.title)).replace('\n', " ");
            }
            Some(Holder::Line) => self.line(),
            _ => {}
        }
    }

    fn line(&mut self) {
        if let Some((_, words)) = &mut self.note {
            words.push(LINE);
        } else if let Some(open) = self.open.last_mut() {
            open.words.push(LINE);
        }
    }

    fn words(&mut self, words: &str) {
        if self.path.contains(&Holder::LeftOut) {
            return;
        }
        if let Some((_, note)) = &mut self.note {
            note.push_str(words);
            return;
        }
        let holder = self.path.iter().rev().find(|holder| **holder != Holder::Other).copied();
        if holder == Some(Holder::Title) {
            self.title.push_str(words);
            return;
        }
        // Words that stand in no provision are paragraphs of their own.
        if self.open.is_empty() {
            if words.trim().is_empty() {
                return;
            }
            let provision = Provision { text: tidy(words), ..Provision::default() };
            self.push(provision);
            return;
        }
        let Some(open) = self.open.last_mut() else { return };
        match holder {
            Some(Holder::Number) => open.label.push_str(words),
            Some(Holder::Heading) => open.heading.push_str(words),
            _ => open.words.push_str(words),
        }
    }

    /// Makes a provision of what is open, or puts more words to it.
    fn settle(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        let words = tidy(&std::mem::take(&mut open.words));
        if open.place.is_none() {
            let parent = self.open.iter().rev().find_map(|outer| outer.place);
            let mut label = label(&tidy(&open.label), open.sort);
            let mut text = words;
            // A number that was written into the words.
            if !label.is_some() && open.heading.trim().is_empty() {
                let (found, rest) = crate::draft::labelled(&text);
                if found.is_some() && !open.is_ours && open.sort != Sort::None {
                    (label, text) = (found, rest);
                }
            }
            let heading = tidy(&open.heading).replace('\n', " ");
            if label.is_some() || !heading.is_empty() || !text.is_empty() || open.is_ours {
                let provision = Provision { label, heading, text, parent, ..Provision::default() };
                open.place = Some(self.push(provision));
            }
        } else if !words.is_empty() {
            let provision = Provision { text: words, parent: open.place, ..Provision::default() };
            self.push(provision);
        }
        self.open.push(open);
    }

    fn push(&mut self, mut provision: Provision) -> usize {
        provision.key = self.keys.of(&self.draft, &provision);
        self.draft.provisions.push(provision);
        self.draft.provisions.len() - 1
    }
}

/// What an element is by its name.
fn sort(name: &str) -> Sort {
    match name {
        "article" | "rule" | "clause" => Sort::Article,
        "book" | "part" | "title" | "chapter" | "section" | "tome" | "division" => Sort::Chapter,
        "paragraph" | "subsection" | "subparagraph" => Sort::Number,
        "point" | "item" => Sort::Letter,
        "attachment" => Sort::Annex,
        "preamble" => Sort::Preamble,
        "recital" | "citation" => Sort::Bullet,
        _ => Sort::None,
    }
}

/// The label of an element from its number.
fn label(written: &str, sort: Sort) -> Label {
    if written.is_empty() {
        return match sort {
            Sort::Preamble => Label::as_shown("Preamble"),
            _ => Label::none(),
        };
    }
    let found = Label::as_shown(written);
    match (sort, found.sort) {
        // "4" on an article, "(i)" among letters.
        (Sort::Article | Sort::Chapter | Sort::Annex, Sort::Number | Sort::Roman | Sort::Letter) => {
            found.as_sort(sort)
        }
        (Sort::Letter | Sort::Roman, Sort::Letter | Sort::Roman) => found.as_sort(sort),
        _ => found,
    }
}

/// A character that parts two lines and stands in no text.
const LINE: char = '\u{1e}';

/// Words without the white space of the file's own lay-out: runs of blanks with a line feed in them are one blank.
fn tidy(words: &str) -> String {
    let lines = words.split(LINE).map(|line| {
        let mut out = String::with_capacity(line.len());
        let mut blanks = String::new();
        for c in line.chars() {
            if matches!(c, ' ' | '\n' | '\r' | '\t') {
                blanks.push(c);
                continue;
            }
            if !out.is_empty() {
                out.push_str(if blanks.contains('\n') { " " } else { &blanks });
            }
            blanks.clear();
            out.push(c);
        }
        out
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
