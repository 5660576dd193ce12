//! Concessions asked and ideas floated, with their answers; undertakings with their alleged breaches.

use std::collections::BTreeMap;

use onetext_document::{Block, Cell, Column, Document, Item, Row, Section, Style, Table, Text};
use onetext_model::{Answer, AnswerSort, Ask, Entry, EntryId, Idea, Stated, SubjectId, Undertaking, View};

use crate::head;
use crate::opens::reasons;
use crate::words::{actor_name, key, names, short_date, subject_name};

/// All asks, ideas and undertakings.
pub fn compose(view: &View<'_>) -> Document {
    let mut document = head::document(view, "asks", "asks and ideas");
    document.page = onetext_document::Page::Landscape;
    let undertakings: Vec<Row> =
        view.each::<Undertaking>().map(|given| undertaking_row(view, given)).collect();
    let headings = ["Given by", "To", "What", "Alleged breach", "Alleged by", "Reply"];
    let undertakings = table("undertakings", "Earlier undertakings", &headings, undertakings);
    let sections = requests(view, |_| true).into_iter().chain([undertakings]);
    document.blocks = sections.map(Block::Section).collect();
    document
}

/// Asks and ideas with their answers, settled ones too: those on subjects that are wanted.
pub(crate) fn requests(view: &View<'_>, wanted: impl Fn(Option<SubjectId>) -> bool) -> [Section; 2] {
    let answers = Answers::of(view);
    let asks = view.each::<Ask>().filter(|ask| wanted(ask.fact.on)).map(|ask| ask_row(view, ask, &answers));
    let ideas =
        view.each::<Idea>().filter(|idea| wanted(idea.fact.on)).map(|idea| idea_row(view, idea, &answers));
    let of_asks = ["Asked by", "Of", "What", "On", "Answer by", "Answer"];
    let of_ideas = ["Floated by", "To", "What", "On", "Known", "What came of it"];
    [
        table("asks", "Concessions asked", &of_asks, asks.collect()),
        table("ideas", "Ideas floated", &of_ideas, ideas.collect()),
    ]
}

/// Column keys: the third column is the row's substance and gets the room.
fn table(key: &str, title: &str, headings: &[&str], rows: Vec<Row>) -> Section {
    if rows.is_empty() {
        return Section::new(key, title, vec![Block::Paragraph(Text::plain("None on file."))]);
    }
    let columns = headings.iter().enumerate().map(|(place, heading)| {
        let weight = if place == 2 { 5 } else { 2 };
        Column::new(heading.to_lowercase().replace(' ', "-"), *heading, weight)
    });
    let table = Table {
        key: key.to_owned(),
        caption: Text::plain(title),
        columns: columns.collect(),
        rows,
        legend: Text::default(),
    };
    Section::new(key, title, vec![Block::Table(table)])
}

fn ask_row(view: &View<'_>, ask: Stated<'_, Ask>, answers: &Answers<'_>) -> Row {
    let fact = ask.fact;
    let what = Cell { text: Text::plain(fact.words.clone()), opens: reasons(view, ask.entry), mark: None };
    Row {
        key: key(view, ask.id()),
        cells: vec![
            Cell::new(actor_name(view, fact.by)),
            Cell::new(names(view, &fact.of)),
            what,
            Cell::new(fact.on.map_or_else(String::new, |on| subject_name(view, on))),
            Cell::new(fact.answer_by.map_or_else(String::new, |by| short_date(view, by))),
            answer_cell(view, answers.to(ask.id())),
        ],
    }
}

fn idea_row(view: &View<'_>, idea: Stated<'_, Idea>, answers: &Answers<'_>) -> Row {
    let fact = idea.fact;
    let what = Cell { text: Text::plain(fact.words.clone()), opens: reasons(view, idea.entry), mark: None };
    Row {
        key: key(view, idea.id()),
        cells: vec![
            Cell::new(fact.by.map_or_else(|| "nobody's name".to_owned(), |by| actor_name(view, by))),
            Cell::new(names(view, &fact.to)),
            what,
            Cell::new(fact.on.map_or_else(String::new, |on| subject_name(view, on))),
            Cell::new(short_date(view, idea.entry.known_at)),
            answer_cell(view, answers.to(idea.id())),
        ],
    }
}

fn undertaking_row(view: &View<'_>, given: Stated<'_, Undertaking>) -> Row {
    let fact = given.fact;
    let what = Cell { text: Text::plain(fact.words.clone()), opens: reasons(view, given.entry), mark: None };
    Row {
        key: key(view, given.id()),
        cells: vec![
            Cell::new(actor_name(view, fact.by)),
            Cell::new(names(view, &fact.to)),
            what,
            Cell::new(fact.alleged_breach.clone().unwrap_or_default()),
            Cell::new(fact.alleged_by.map_or_else(String::new, |by| actor_name(view, by))),
            Cell::new(fact.reply.clone().unwrap_or_else(|| "no reply on file".to_owned())),
        ],
    }
}

/// Answers by the ask or idea that they answer, oldest first.
pub(crate) struct Answers<'a>(BTreeMap<EntryId, Vec<Stated<'a, Answer>>>);

impl<'a> Answers<'a> {
    /// Gathers all answers once.
    pub(crate) fn of(view: &View<'a>) -> Self {
        let mut by_request: BTreeMap<EntryId, Vec<Stated<'a, Answer>>> = BTreeMap::new();
        for answer in view.each::<Answer>() {
            by_request.entry(view.latest(answer.fact.to.0)).or_default().push(answer);
        }
        Answers(by_request)
    }

    fn to(&self, request: EntryId) -> &[Stated<'a, Answer>] {
        self.0.get(&request).map_or(&[], Vec::as_slice)
    }

    /// Whether nobody has settled it: no answer, or the last one leaves it open.
    pub(crate) fn leave_open(&self, request: EntryId) -> bool {
        let last = self.to(request).last().map(|answer| answer.fact.answer);
        last.is_none_or(|answer| matches!(answer, AnswerSort::Considering | AnswerSort::Partly))
    }
}

fn answer_cell(view: &View<'_>, answers: &[Stated<'_, Answer>]) -> Cell {
    if answers.is_empty() {
        return Cell::new("no answer on file");
    }
    let mut text = Text::default();
    for answer in answers {
        let joint = if text.is_empty() { "" } else { " · " };
        text = text
            .then(joint, Style::Muted)
            .then(answer.fact.answer.said(), Style::Strong)
            .then(
                format!(
                    " ({}, {}): ",
                    actor_name(view, answer.fact.by),
                    short_date(view, answer.entry.known_at)
                ),
                Style::Muted,
            )
            .then(answer.fact.words.clone(), Style::Plain);
    }
    Cell { mark: None, text, opens: answers.iter().flat_map(|answer| reasons(view, answer.entry)).collect() }
}

/// Something asked or floated that nobody has settled.
#[derive(Clone, Copy)]
pub(crate) enum Request<'a> {
    /// A concession asked.
    Ask(Stated<'a, Ask>),
    /// A concept floated.
    Idea(Stated<'a, Idea>),
}

impl<'a> Request<'a> {
    /// What it is about.
    pub(crate) fn on(&self) -> Option<SubjectId> {
        match self {
            Request::Ask(ask) => ask.fact.on,
            Request::Idea(idea) => idea.fact.on,
        }
    }

    fn entry(&self) -> &'a Entry {
        match self {
            Request::Ask(ask) => ask.entry,
            Request::Idea(idea) => idea.entry,
        }
    }
}

/// What is asked or floated and not settled, newest first.
pub(crate) fn open_requests<'a>(view: &View<'a>) -> Vec<Request<'a>> {
    let answers = Answers::of(view);
    let asks = view.each::<Ask>().filter(|ask| answers.leave_open(ask.id())).map(Request::Ask);
    let ideas = view.each::<Idea>().filter(|idea| answers.leave_open(idea.id())).map(Request::Idea);
    let mut open: Vec<_> = asks.chain(ideas).collect();
    open.sort_by_cached_key(|request| {
        let entry = request.entry();
        std::cmp::Reverse((view.day(entry.known_at), entry.id))
    });
    open
}

/// An open request in a line.
pub(crate) fn open_item(view: &View<'_>, request: &Request<'_>) -> Item {
    let (head, words, due) = match request {
        Request::Ask(ask) => {
            let due = ask.fact.answer_by.map(|by| format!(", answer by {}", short_date(view, by)));
            let head = format!("{} asks {}", actor_name(view, ask.fact.by), names(view, &ask.fact.of));
            (head, &ask.fact.words, due.unwrap_or_default())
        }
        Request::Idea(idea) => {
            let by = idea.fact.by.map_or_else(|| "Nobody's name".to_owned(), |by| actor_name(view, by));
            let to = if idea.fact.to.is_empty() { "" } else { " to " };
            (format!("{by} floats{to}{}", names(view, &idea.fact.to)), &idea.fact.words, String::new())
        }
    };
    let entry = request.entry();
    let text = Text::styled(head, Style::Strong)
        .then(format!(": {words}"), Style::Plain)
        .then(format!(" ({}{due})", short_date(view, entry.known_at)), Style::Muted);
    Item { key: String::new(), text, opens: reasons(view, entry) }
}
