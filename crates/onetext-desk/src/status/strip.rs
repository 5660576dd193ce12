//! The strip of drafts: numbers of points, author, whose input was missing, verbatim or summary.

use onetext_document::{Block, Section, Stage, Strip, Style, Text};
use onetext_model::{Draft, EntryId, Stated, View};

use super::section;
use crate::opens::reasons;
use crate::words::{key, names, short_date};

/// Stages that fit beside each other on one sheet.
const STAGES_MAX: usize = 8;

/// The drafts in their order, unless there is none.
pub(crate) fn drafts(view: &View<'_>) -> Option<Section> {
    let drafts = in_order(view, view.each::<Draft>().collect());
    let left_out = drafts.len().saturating_sub(STAGES_MAX);
    let shown = &drafts[left_out..];
    let order: Vec<EntryId> = shown.iter().map(Stated::id).collect();
    let stages = shown.iter().map(|draft| stage(view, *draft, &order)).collect::<Vec<_>>();
    if stages.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Strip(Strip { key: "drafts".to_owned(), stages })];
    if left_out > 0 {
        blocks.push(Block::Paragraph(Text::plain(format!("{left_out} earlier drafts are not shown here."))));
    }
    section("drafts", "Drafts", blocks)
}

/// Every draft after those that it follows from; of those that could come next, the one heard of first.
fn in_order<'a>(view: &View<'a>, mut drafts: Vec<Stated<'a, Draft>>) -> Vec<Stated<'a, Draft>> {
    drafts.sort_by_key(|draft| (first_known(view, draft), draft.id()));
    let mut placed: Vec<Stated<'a, Draft>> = Vec::with_capacity(drafts.len());
    while !drafts.is_empty() {
        let waits =
            |draft: &Stated<'a, Draft>| {
                draft.fact.after.iter().any(|id| {
                    drafts.iter().any(|other| other.id() != draft.id() && view.same(*id, other.id()))
                })
            };
        // A circle of drafts is broken at the one heard of first.
        let next = drafts.iter().position(|draft| !waits(draft)).unwrap_or(0);
        placed.push(drafts.remove(next));
    }
    placed
}

/// When the draft, in whatever version, was first heard of: its place in the strip.
fn first_known(view: &View<'_>, draft: &Stated<'_, Draft>) -> jiff::civil::Date {
    let mut first = draft.entry;
    while let Some(earlier) =
        first.supersedes.first().and_then(|id| view.entries().iter().find(|entry| entry.id == *id).copied())
    {
        first = earlier;
    }
    view.day(first.known_at)
}

fn day_words(view: &View<'_>, draft: &Stated<'_, Draft>) -> String {
    let day = draft.entry.about.map_or_else(|| first_known(view, draft), |about| view.day(about.from));
    short_date(view, onetext_model::Moment::Day(day))
}

fn stage(view: &View<'_>, draft: Stated<'_, Draft>, order: &[EntryId]) -> Stage {
    let fact = draft.fact;
    let after = fact.after.iter().filter_map(|id| order.iter().position(|other| *other == view.latest(id.0)));
    let place = order.iter().position(|id| *id == draft.id()).unwrap_or(0);
    let mut lines = Vec::new();
    if !fact.authors.is_empty() {
        lines.push(Text::plain(format!("by {}", names(view, &fact.authors))));
    }
    if !fact.input_from.is_empty() {
        lines.push(Text::plain(format!("input from {}", names(view, &fact.input_from))));
    }
    if !fact.input_missing.is_empty() {
        lines.push(Text::styled(
            format!("drafted without {}", names(view, &fact.input_missing)),
            Style::Strong,
        ));
    }
    lines.push(Text::styled(fact.form.said(), Style::Muted));
    Stage {
        key: key(view, draft.id()),
        head: Text::plain(fact.points.map_or_else(|| "?".to_owned(), |points| points.to_string())),
        title: Text::plain(format!("{}, {}", fact.title, day_words(view, &draft))),
        lines,
        after: after.filter(|earlier| *earlier < place).collect(),
        branch: fact.branch,
        opens: opens(view, draft),
    }
}

/// The remark on the draft, then what it rests on.
fn opens(view: &View<'_>, draft: Stated<'_, Draft>) -> Vec<Block> {
    let note = draft.fact.note.iter().map(|note| Block::Paragraph(Text::plain(note.clone())));
    note.chain(reasons(view, draft.entry)).collect()
}
