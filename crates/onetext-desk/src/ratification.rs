//! The way from initials to force: for each text, each party's steps in their order, with body, threshold and days.

use std::collections::{BTreeMap, BTreeSet};

use onetext_document::{Align, Block, Cell, Document, Row, Section, Table};
use onetext_model::{EntryId, Instrument, RatificationStep, Stated, View};

use crate::blocks::{cell, paragraph, table};
use crate::head;
use crate::opens::reasons;
use crate::words::{actor_name, count, key};

/// Said where a case has no step.
const NO_STEP: &str = "No step has a source in this case yet.";
/// The heading of steps that name no text.
const WHOLE_DEAL: &str = "The deal as a whole";

/// The roadmap.
pub fn compose(view: &View<'_>) -> Document {
    let mut document = head::document(view, "ratification", "the way to ratification");
    let mut texts: Vec<(String, Option<EntryId>)> =
        texts(view).into_iter().map(|id| (title(view, id), id)).collect();
    texts.sort_by(|a, b| (a.1.is_none(), a).cmp(&(b.1.is_none(), b)));
    document.blocks = texts.into_iter().map(|(title, id)| Block::Section(of_text(view, title, id))).collect();
    if document.blocks.is_empty() {
        document.blocks.push(paragraph(NO_STEP));
    }
    document
}

/// The texts that have steps.
fn texts(view: &View<'_>) -> BTreeSet<Option<EntryId>> {
    view.each::<RatificationStep>().map(|step| text_of(view, step.fact)).collect()
}

fn text_of(view: &View<'_>, step: &RatificationStep) -> Option<EntryId> {
    step.instrument.map(|text| view.latest(text.0))
}

fn title(view: &View<'_>, text: Option<EntryId>) -> String {
    let found = text.and_then(|id| view.find::<Instrument>(id));
    found.map_or_else(|| WHOLE_DEAL.to_owned(), |found| found.fact.name.clone())
}

fn of_text(view: &View<'_>, title: String, text: Option<EntryId>) -> Section {
    let mut by_party: BTreeMap<(String, EntryId), Vec<Stated<'_, RatificationStep>>> = BTreeMap::new();
    for step in view.each::<RatificationStep>().filter(|step| text_of(view, step.fact) == text) {
        let party = view.latest(step.fact.party.0);
        by_party.entry((actor_name(view, party), party)).or_default().push(step);
    }
    let blocks = by_party.into_iter().map(|((name, party), steps)| of_party(view, (name, party), steps));
    Section::new(text.map_or_else(|| "whole-deal".to_owned(), |id| key(view, id)), title, blocks.collect())
}

fn of_party(
    view: &View<'_>,
    (name, party): (String, EntryId),
    mut steps: Vec<Stated<'_, RatificationStep>>,
) -> Block {
    steps.sort_by_key(|step| (step.fact.place, step.id()));
    let total = Days::of(&steps);
    let mut so_far = 0;
    let rows = steps.iter().map(|step| {
        so_far += u64::from(step.fact.days.unwrap_or(0));
        row(view, *step, (total.unstated == 0).then_some(so_far))
    });
    let headings =
        [("Step", 4), ("By whom", 3), ("Majority or condition", 4), ("Days", 1), ("Days so far", 2)];
    let mut block = table("steps", &name, &headings, rows.collect());
    if let Block::Table(Table { columns, .. }) = &mut block {
        columns.iter_mut().skip(3).for_each(|column| column.align = Align::End);
    }
    Block::Section(Section::new(key(view, party), name, vec![block, paragraph(total.words())]))
}

fn row(view: &View<'_>, step: Stated<'_, RatificationStep>, so_far: Option<u64>) -> Row {
    let fact = step.fact;
    let days = fact.days.map_or_else(|| "not stated".to_owned(), |days| days.to_string());
    Row {
        key: key(view, step.id()),
        cells: vec![
            cell(format!("{}. {}", fact.place, fact.what), reasons(view, step.entry)),
            Cell::new(fact.body.clone().unwrap_or_default()),
            Cell::new(fact.threshold.clone().unwrap_or_default()),
            Cell::new(days),
            Cell::new(so_far.map_or_else(String::new, |days| days.to_string())),
        ],
    }
}

/// The days of a party's steps, one after the other.
struct Days {
    stated: u64,
    unstated: usize,
}

impl Days {
    fn of(steps: &[Stated<'_, RatificationStep>]) -> Self {
        Days {
            stated: steps.iter().filter_map(|step| step.fact.days).map(u64::from).sum(),
            unstated: steps.iter().filter(|step| step.fact.days.is_none()).count(),
        }
    }

    fn words(&self) -> String {
        let days = if self.stated == 1 { "1 day".to_owned() } else { format!("{} days", self.stated) };
        match self.unstated {
            0 => format!("{days} in all, one step after the other."),
            _ if self.stated == 0 => "No time is stated for any step.".to_owned(),
            steps => format!("At least {days}; {} without a stated time.", count(steps, "step")),
        }
    }
}
