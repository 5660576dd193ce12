//! The tables of the register.

use std::collections::BTreeMap;

use onetext_document::{Align, BarRow, Bars, Block, Cell, Chart, Item, Row, Section, Text};
use onetext_model::View;
use onetext_text::brackets::{
    Choice, Form, Openness, Target, Tracked, choices, is_modal, openness, parents, target, wording, words,
};

use super::line::{Line, Stop};
use super::sides::{Sides, held, written};
use crate::blocks::{paragraph, table};
use crate::drafts::citation;
use crate::opens::reasons;
use crate::texts::lines::CaseLines;
use crate::words::{count, date};

/// What the columns mean.
pub(super) const LEGEND: &str = "A bracket keeps its number over the drafts, whatever becomes of the number of its provision. “In the text”: a \
                                 bracket says so; a letter: a position on the provision on file. Silence is neither.";
/// How much is open over the drafts: a picture, and the figures.
pub(super) fn burn_down(line: &Line<'_>, key: &str) -> Vec<Block> {
    let figures: Vec<Openness> = line.stops.iter().map(|stop| openness(&stop.draft)).collect();
    let rows = line.stops.iter().zip(&figures).enumerate().map(|(at, (stop, open))| {
        let cell = |count: usize| Cell::new(count.to_string());
        let mut cells = vec![Cell::new(stop.name.clone())];
        cells.push(Cell::new(stop.day.map_or_else(String::new, date)));
        cells.extend([open.words, open.brackets, open.outermost, open.options].map(cell));
        Row { key: format!("draft-{}", at + 1), cells }
    });
    let headings =
        [("Draft", 6), ("Day", 2), ("Words", 2), ("Brackets", 2), ("Outermost", 2), ("Options", 2)];
    let mut block = table(&format!("burn-down-{key}"), "How much is open", &headings, rows.collect());
    if let Block::Table(table) = &mut block {
        for column in &mut table.columns[2..6] {
            column.align = Align::End;
        }
    }
    let mut blocks = picture(line, &figures, key);
    blocks.push(block);
    blocks
}

/// The burn-down as bars. One draft has nothing to be compared with.
fn picture(line: &Line<'_>, figures: &[Openness], key: &str) -> Vec<Block> {
    if line.stops.len() < 2 {
        return Vec::new();
    }
    let row = |title: &str, count: fn(&Openness) -> usize| BarRow {
        title: Text::plain(title),
        values: figures.iter().map(count).collect(),
    };
    vec![Block::Chart(Chart::Bars(Bars {
        key: format!("burn-down-bars-{key}"),
        alternative: Text::plain("How much is open from draft to draft; each row has a scale of its own."),
        stages: line.stops.iter().map(|stop| Text::plain(stop.name.clone())).collect(),
        rows: vec![
            row("Words", |open| open.words),
            row("Brackets", |open| open.brackets),
            row("Options", |open| open.options),
        ],
    }))]
}

/// Brackets of the last draft without a partner.
pub(super) fn broken(line: &Line<'_>) -> Vec<Block> {
    let Some(last) = line.stops.last() else { return Vec::new() };
    let told = [
        ("opened and never closed", &last.found.unclosed),
        ("closed and never opened", &last.found.unopened),
    ];
    told.iter()
        .filter(|(_, spots)| !spots.is_empty())
        .map(|(what, spots)| {
            let places: Vec<String> = spots.iter().map(|(place, _)| citation(&last.draft, *place)).collect();
            paragraph(format!("{} {what}: {}.", places.len(), places.join("; ")))
        })
        .collect()
}

/// What is open in the last draft.
pub(super) fn register(case: Option<(&View<'_>, &CaseLines<'_>)>, line: &Line<'_>, key: &str) -> Block {
    let turn = line.stops.len() - 1;
    let last = &line.stops[turn];
    let names: BTreeMap<usize, usize> = line
        .tracked
        .iter()
        .enumerate()
        .filter_map(|(at, one)| {
            one.seen.last().filter(|(draft, _)| *draft == turn).map(|(_, bracket)| (*bracket, at))
        })
        .collect();
    let looked = Looked {
        case,
        line,
        last,
        parents: parents(&last.found),
        choices: choices(&last.draft, &last.found),
        names,
    };
    let rows = (0..last.found.pairs.len()).map(|bracket| looked.row(bracket));
    let headings = [
        ("No.", 2),
        ("Where", 4),
        ("Text", 9),
        ("Form", 3),
        ("For it", 4),
        ("Against it", 4),
        ("Reserved", 3),
        ("Opened", 4),
        ("Age", 2),
    ];
    table(&format!("register-{key}"), &format!("In brackets in {}", last.name), &headings, rows.collect())
}

struct Looked<'l> {
    case: Option<(&'l View<'l>, &'l CaseLines<'l>)>,
    line: &'l Line<'l>,
    last: &'l Stop<'l>,
    parents: Vec<Option<usize>>,
    choices: Vec<Choice>,
    names: BTreeMap<usize, usize>,
}

impl Looked<'_> {
    fn name(&self, bracket: usize) -> &str {
        self.names.get(&bracket).map_or("", |at| self.line.names[*at].as_str())
    }

    fn row(&self, bracket: usize) -> Row {
        let pair = &self.last.found.pairs[bracket];
        let tracked = &self.line.tracked[self.names[&bracket]];
        let view = self.case.map(|(view, _)| view);
        let mut sides = written(view, &self.last.draft, &self.last.found, bracket);
        let mut opens = Vec::new();
        if let (Some((view, case)), Some(draft)) = (self.case, self.last.place) {
            held(&mut sides, view, case, draft, pair.open.0);
            let entry = case.provision(draft, pair.open.0).and_then(|id| view.entry(id));
            opens = entry.map_or_else(Vec::new, |entry| reasons(view, entry));
        }
        let Sides { support, oppose, reserve } = sides;
        let cell = |side: super::sides::Side| Cell { mark: None, text: side.text(), opens: side.opens() };
        let (opened, age) = self.since(tracked);
        Row {
            key: format!("bracket-{}", self.name(bracket)),
            cells: vec![
                Cell::new(self.name(bracket).to_owned()),
                Cell { mark: None, text: self.where_it_stands(pair.open.0), opens },
                Cell::new(self.text(bracket)),
                Cell::new(self.form(bracket)),
                cell(support),
                cell(oppose),
                cell(reserve),
                Cell::new(opened),
                Cell::new(age),
            ],
        }
    }

    /// The number of its provision, which leads to it where a page is more than paper.
    fn where_it_stands(&self, place: usize) -> Text {
        let provision = self.case.zip(self.last.place).and_then(|((_, case), at)| case.provision(at, place));
        match provision {
            Some(id) => Text::entry(self.place(place), id.0.to_string()),
            None => Text::plain(self.place(place)),
        }
    }

    fn place(&self, place: usize) -> String {
        match (self.case, self.last.place) {
            (Some((_, case)), Some(draft)) => case.number(draft, place).to_owned(),
            _ => citation(&self.last.draft, place),
        }
    }

    fn text(&self, bracket: usize) -> String {
        let pair = &self.last.found.pairs[bracket];
        let wording = wording(&self.last.draft, pair);
        match target(&self.last.draft, &self.last.found, bracket) {
            Some(Target::Bracket(other)) => format!("on {}: {wording}", self.name(other)),
            Some(Target::Provision(place)) if wording.is_empty() => format!("on {}", self.place(place)),
            Some(Target::Provision(_)) => wording.to_owned(),
            None => words(&self.last.draft, pair).trim().to_owned(),
        }
    }

    /// In which form it is a choice, whether it is a modal, and within which bracket it stands.
    fn form(&self, bracket: usize) -> String {
        let pair = &self.last.found.pairs[bracket];
        let mut said = Vec::new();
        if let Some(row) = pair.alternatives {
            let beside = (0..self.last.found.pairs.len())
                .filter(|other| *other != bracket && self.last.found.pairs[*other].alternatives == Some(row));
            let names: Vec<&str> = beside.map(|other| self.name(other)).collect();
            said.push(format!("or {}", names.join(", ")));
        }
        for choice in
            self.choices.iter().filter(|choice| choice.at == pair.open && choice.form == Form::Slash)
        {
            said.push(format!("choice of {}", choice.wordings.len()));
        }
        if is_modal(wording(&self.last.draft, pair)) {
            said.push("how far it binds".to_owned());
        }
        if let Some(parent) = self.parents[bracket] {
            said.push(format!("within {}", self.name(parent)));
        }
        said.join("; ")
    }

    /// In which draft it was opened, and how long ago.
    fn since(&self, tracked: &Tracked) -> (String, String) {
        let (first, _) = tracked.seen[0];
        let opened = &self.line.stops[first];
        match (self.case, opened.day) {
            (Some((view, _)), Some(day)) => {
                let days = usize::try_from((view.today() - day).get_days()).unwrap_or(0);
                (format!("{}, {}", opened.name, date(day)), count(days, "day"))
            }
            _ => (opened.name.clone(), count(self.line.stops.len() - first, "draft")),
        }
    }
}

/// What closed in the last draft, and how.
pub(super) fn closed(line: &Line<'_>, key: &str) -> Option<Block> {
    let last = line.stops.len() - 1;
    let before = &line.stops[last.checked_sub(1)?];
    let items: Vec<Item> = line
        .tracked
        .iter()
        .zip(&line.names)
        .filter_map(|(one, name)| {
            let closed = one.closed.filter(|closed| closed.draft == last)?;
            let (_, bracket) = *one.seen.last()?;
            let pair = &before.found.pairs[bracket];
            let place = citation(&before.draft, pair.open.0);
            let text = words(&before.draft, pair).trim();
            Some(Item::new(format!("{name}, {place}: [{text}]: {}", closed.how.said())))
        })
        .collect();
    let title = format!("Closed since {}: {}", before.name, items.len());
    let blocks = if items.is_empty() { Vec::new() } else { vec![Block::List(items)] };
    Some(Block::Section(Section::new(format!("closed-{key}"), title, blocks)))
}
