//! Issues and options: what there is to settle, how far each issue has got, whether it sticks, who holds what in
//! short, what it is tied to, which points of the drafts touch it, and what is asked, floated and not known about it.

mod around;
mod options;

use onetext_document::{Block, Cell, Column, Document, Item, Page, Row, Section, Style, Table, Text};
use onetext_model::{AssessedState, EntryId, Issue, Range, Stated, View};

use crate::asks::open_item;
use crate::blocks::{NONE_ON_FILE, cell, item, paragraph};
use crate::grid::legend;
use crate::head;
use crate::held::{Held, issues};
use crate::opens::reasons;
use crate::status::{near_item, question, why_cell};
use crate::words::{figure, key};
use around::Around;

/// Lines of one sort under an issue, the newest: more is read on the page that has them all.
const LINES_MAX: usize = 50;

/// All issues: a line each, then a section each.
pub fn compose(view: &View<'_>) -> Document {
    let all = issues(view);
    let held = Held::of(view);
    let around = Around::of(view);
    let mut document = head::document(view, "issues", "issues and options");
    document.page = Page::Landscape;
    if all.is_empty() {
        document.blocks.push(paragraph(NONE_ON_FILE));
        return document;
    }
    let rows = all.iter().map(|issue| overview_row(view, *issue, (&held, &around))).collect();
    document.blocks.push(Block::Section(overview(view, rows, &around)));
    document.blocks.extend(all.iter().map(|issue| Block::Section(section(view, *issue, (&held, &around)))));
    let apart = around.apart(view);
    if !apart.is_empty() {
        let title = "Points of the drafts that touch no issue on file";
        document.blocks.push(Block::Section(Section::new("apart", title, vec![shown(apart)])));
    }
    document
}

/// What every part of the page looks things up in.
type Gathered<'g, 'a> = (&'g Held<'a>, &'g Around<'a>);

fn overview(view: &View<'_>, rows: Vec<Row>, around: &Around<'_>) -> Section {
    let table = Table {
        key: "overview".to_owned(),
        caption: Text::plain("Every issue in a line"),
        columns: vec![
            Column::new("issue", "Issue", 5).heading(),
            Column::new("state", "State", 4),
            Column::new("options", "Options", 2),
            Column::new("sticking", "Sticks", 4),
            Column::new("open", "Open on it", 4),
        ],
        rows,
        // Said once for all tables of the page: under each of them it would only be in the way.
        legend: legend().join(around.legend(view)),
    };
    Section::new("issues", "Every issue in a line", vec![Block::Table(table)])
}

fn overview_row(view: &View<'_>, issue: Stated<'_, Issue>, (held, around): Gathered<'_, '_>) -> Row {
    let id = issue.id();
    let options = match held.options(id).len() {
        0 => "none on file".to_owned(),
        number => number.to_string(),
    };
    let sticking = held.sticking(view, id).map_or_else(String::new, |why| {
        let computed = why.computed.then_some("computed");
        let reported = (!why.reported.is_empty()).then_some("reported");
        [computed, reported].into_iter().flatten().collect::<Vec<_>>().join(" and ")
    });
    Row {
        // The section below has the issue's name as its key.
        key: format!("in-short-{}", key(view, id)),
        cells: vec![
            cell(Text::styled(issue.fact.name.clone(), Style::Strong), reasons(view, issue.entry)),
            around.state(view, id).unwrap_or_default(),
            Cell::new(options),
            Cell::new(sticking),
            Cell::new(around.open_words(id)),
        ],
    }
}

fn section(view: &View<'_>, issue: Stated<'_, Issue>, gathered: Gathered<'_, '_>) -> Section {
    let (held, around) = gathered;
    let mut blocks = vec![Block::List(facts(view, issue, gathered)), options::block(view, held, issue)];
    let name = key(view, issue.id());
    let open = ("asks", "Asked and floated, and open", requests(view, around, issue.id()));
    let lists = tied(view, around, issue.id()).into_iter().chain([open, unknown(view, around, issue.id())]);
    for (sort, title, items) in lists.filter(|(_, _, items)| !items.is_empty()) {
        blocks.push(Block::Section(Section::new(format!("{name}-{sort}"), title, vec![shown(items)])));
    }
    Section::new(name, issue.fact.name.clone(), blocks)
}

/// A list under an issue: key, title and lines.
type Listed = (&'static str, &'static str, Vec<Item>);

fn tied(view: &View<'_>, around: &Around<'_>, issue: EntryId) -> [Listed; 2] {
    [
        ("points", "Points of the drafts that touch it", around.points(view, issue)),
        ("tied", "Tied to it beside the talks", around.links(view, issue)),
    ]
}

fn unknown(view: &View<'_>, around: &Around<'_>, issue: EntryId) -> Listed {
    let questions = around.questions(issue).iter().map(|asked| question(view, *asked)).collect();
    ("unknown", "Not known", questions)
}

/// What stands on a page of one issue: its facts, its options with every position in its words, what it is tied to;
/// and, as the last of them, what is not known.
pub(crate) fn in_full(view: &View<'_>, issue: Stated<'_, Issue>) -> Vec<Block> {
    let (held, around) = (Held::of(view), Around::of(view));
    let of_options = vec![options::in_full(view, &held, issue)];
    let mut blocks = vec![
        Block::List(facts(view, issue, (&held, &around))),
        Block::Section(Section::new("options", "Options, and who holds what", of_options)),
    ];
    let lists = tied(view, &around, issue.id()).into_iter().chain([unknown(view, &around, issue.id())]);
    let lists = lists.filter(|(_, _, items)| !items.is_empty());
    blocks.extend(
        lists.map(|(key, title, items)| Block::Section(Section::new(key, title, vec![shown(items)]))),
    );
    blocks
}

/// A list with its last lines; what is left out is counted.
fn shown(mut items: Vec<Item>) -> Block {
    let left_out = items.len().saturating_sub(LINES_MAX);
    items.drain(..left_out);
    if left_out > 0 {
        items.push(Item::new(format!("{left_out} earlier not shown here.")));
    }
    Block::List(items)
}

fn requests(view: &View<'_>, around: &Around<'_>, issue: EntryId) -> Vec<Item> {
    around.requests(issue).iter().map(|request| open_item(view, request)).collect()
}

/// What is to be settled, in which range, how far it has got, whether it sticks, what is said to be near.
fn facts(view: &View<'_>, issue: Stated<'_, Issue>, (held, around): Gathered<'_, '_>) -> Vec<Item> {
    let strong = |words: &str| Text::styled(words, Style::Strong).then(": ", Style::Plain);
    let mut items = Vec::new();
    if let Some(question) = &issue.fact.question {
        items.push(item(strong("To be settled").join(question.clone().into()), reasons(view, issue.entry)));
    }
    if let Some(range) = &issue.fact.range {
        items.push(item(strong("Range").join(range_words(range).into()), reasons(view, issue.entry)));
    }
    items.push(match around.state(view, issue.id()) {
        Some(state) => item(strong("State").join(state.text), state.opens),
        None => item(strong("State").then("none set", Style::Muted), reasons(view, issue.entry)),
    });
    if let Some(why) = held.sticking(view, issue.id()) {
        let why = why_cell(view, &why);
        items.push(item(strong("Sticks").join(why.text), why.opens));
    }
    for state in [AssessedState::Near, AssessedState::AgreedInPrinciple] {
        let claims = held.assessed(issue.id(), state);
        items.extend(claims.last().map(|claim| near_item(view, issue, state, *claim)));
    }
    items
}

/// "from 600,000 to 800,000 personnel, in steps of 1,000".
fn range_words(range: &Range) -> String {
    let Range { unit, from, to, step } = range;
    let span = format!("from {} to {} {unit}", figure(*from), figure(*to));
    if step.units() > 0 { format!("{span}, in steps of {}", figure(*step)) } else { span }
}
