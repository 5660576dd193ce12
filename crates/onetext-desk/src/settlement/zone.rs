//! The two zones: how many packages nobody forbids, and how many all accept. Silence is not acceptance, so between the two lies
//! everything on which somebody has not spoken.

use onetext_analysis::{Budget, Choice, Count, Counting, IssueIndex, PartyIndex, RedLine, Space};
use onetext_document::{Align, Block, Cell, Column, Document, Row, Section, Table, Text};
use onetext_model::{Stance, View};

use super::numbered::Numbered;
use super::said::grouped;
use super::{STEPS_MAX, ranges, said};
use crate::blocks::{cell, paragraph, table};
use crate::head::document;
use crate::opens::reasons;
use crate::words::list;

/// Composes it.
pub fn compose(view: &View<'_>) -> Document {
    let page = document(view, "zone", "what nobody forbids, what all accept");
    if view.settings().conflicts_only {
        return page.with(paragraph(said::CONFLICTS_ONLY));
    }
    let numbered = match Numbered::of(view) {
        Ok(numbered) => numbered,
        Err(why) => return said::without_space(page, &why),
    };
    let mut page = page.with(Block::Section(counts(&numbered)));
    page.blocks.push(Block::Section(left(view, &numbered)));
    let charts: Vec<Block> =
        ranges::of(view, &numbered).into_iter().map(|(_, chart)| Block::Chart(chart)).collect();
    if !charts.is_empty() {
        page.blocks.push(Block::Section(Section::new("ranges", "Numeric issues", charts)));
    }
    page.blocks.extend(said::left_aside(view, &numbered).map(Block::Section));
    page
}

/// A zone: the options that it leaves out, and why.
struct Zone {
    key: &'static str,
    title: &'static str,
    leaves_out: fn(Stance) -> bool,
}

/// From all packages to those that all accept, each within the one before.
const ZONES: [Zone; 5] = [
    Zone { key: "all", title: "All packages", leaves_out: |_| false },
    Zone {
        key: "no-red-line",
        title: "Forbidden by nobody: no red line crossed",
        leaves_out: |stance| stance == Stance::RedLine,
    },
    Zone { key: "not-rejected", title: "Rejected by nobody", leaves_out: Stance::rejects },
    Zone {
        key: "accepted-with-conditions",
        title: "Accepted by all, some with a condition",
        leaves_out: |stance| !matches!(stance, Stance::Accept | Stance::Conditional),
    },
    Zone { key: "accepted", title: "Accepted by all", leaves_out: |stance| stance != Stance::Accept },
];

/// The zones as a table.
pub(super) fn counts(numbered: &Numbered<'_>) -> Section {
    let rows = ZONES.iter().map(|zone| {
        let lines = lines(numbered, zone.leaves_out);
        let (number, blocked) = match numbered.space.narrowed_by(&lines) {
            Ok(narrowed) => {
                let blocked: Vec<IssueIndex> = narrowed.blocked().map(|left| left.issue).collect();
                (counted(&narrowed.space), blocked)
            }
            Err(error) => (error.to_string(), Vec::new()),
        };
        let names: Vec<String> =
            blocked.iter().map(|at| numbered.issues[at.at()].fact.name.clone()).collect();
        Row {
            key: zone.key.to_owned(),
            cells: vec![Cell::new(zone.title), Cell::new(number), Cell::new(list(&names))],
        }
    });
    let mut columns = vec![
        Column::new("zone", "Packages", 5),
        Column::new("number", "How many", 3),
        Column::new("blocked", "No option left on", 6),
    ];
    columns[0].heading = true;
    columns[1].align = Align::End;
    let table = Table {
        key: "zones".to_owned(),
        caption: Text::plain("One option of every issue, as far as options can stand together"),
        columns,
        rows: rows.collect(),
        legend: Text::plain(
            "Silence is not acceptance: what nobody has spoken on is forbidden by nobody and accepted by nobody.",
        ),
    };
    Section::new("zones", "Zones", vec![Block::Table(table)])
}

/// The options that the words of some party leave out.
fn lines(numbered: &Numbered<'_>, leaves_out: fn(Stance) -> bool) -> Vec<RedLine> {
    let line = |party: PartyIndex| {
        let all = numbered.space.indices().flat_map(|issue| numbered.choices(issue));
        let out = all.filter(move |choice| leaves_out(numbered.stance(party, *choice)));
        out.map(move |choice| RedLine { party, choice }).collect::<Vec<_>>()
    };
    numbered.party_indices().flat_map(line).collect()
}

/// How many packages a space has, in words that say how it is known.
fn counted(space: &Space) -> String {
    match space.count(&Counting::default(), &Budget::steps(STEPS_MAX)) {
        Ok(Count::Exact(number)) => grouped(&number.to_string()),
        Ok(Count::Estimated { value, precision, .. }) => format!(
            "about {}, estimated: within {:.0} % for all but {:.0} % of seeds",
            grouped(&value.to_string()),
            precision.epsilon() * 100.0,
            precision.delta() * 100.0
        ),
        Ok(Count::Between { at_least, at_most }) => {
            format!("from {} to {}", grouped(&at_least.to_string()), grouped(&at_most.to_string()))
        }
        Err(stopped) => stopped.to_string(),
    }
}

/// What is left, issue by issue.
fn left(view: &View<'_>, numbered: &Numbered<'_>) -> Section {
    let rows = numbered.space.indices().map(|issue| {
        let with = |wanted: &dyn Fn(Choice) -> bool| {
            let those = numbered.choices(issue).filter(|choice| wanted(*choice));
            those.map(|choice| said::quoted(numbered, choice)).collect::<Vec<_>>().join(", ")
        };
        let by_all = |choice: Choice, holds: fn(Stance) -> bool| {
            numbered.party_indices().all(|party| holds(numbered.stance(party, choice)))
        };
        let accepted =
            |choice| by_all(choice, |stance| matches!(stance, Stance::Accept | Stance::Conditional));
        let open = |choice| by_all(choice, |stance| !stance.rejects());
        let rejected = |choice| !by_all(choice, |stance| !stance.rejects());
        let positions = numbered.choices(issue).flat_map(|choice| {
            numbered.party_indices().filter_map(move |party| numbered.words.get(&(party, choice)))
        });
        let opens = positions.flat_map(|position| reasons(view, position.entry)).collect();
        let stated = numbered.issues[issue.at()];
        Row {
            key: crate::words::key(view, stated.id()),
            cells: vec![
                cell(Text::plain(stated.fact.name.clone()), opens),
                Cell::new(with(&rejected)),
                Cell::new(with(&|choice| open(choice) && !accepted(choice))),
                Cell::new(with(&accepted)),
            ],
        }
    });
    let headings = [
        ("Issue", 3),
        ("Rejected by somebody", 5),
        ("Rejected by nobody, not accepted by all", 5),
        ("Accepted by all", 4),
    ];
    let caption = "Options by what the parties have said of them";
    Section::new("left", "Issue by issue", vec![table("left", caption, &headings, rows.collect())])
}
