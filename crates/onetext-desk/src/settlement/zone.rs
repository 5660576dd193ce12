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
    let columns = [("number", "How many", 3, Align::End), ("blocked", "No option left on", 6, Align::Start)];
    section(&columns, |zone| {
        let (number, blocked) = zone.count(numbered);
        vec![number, blocked]
    })
}

/// The zones as they are on file, and as they would be.
pub(super) fn compared(before: Option<&Numbered<'_>>, after: &Numbered<'_>) -> Section {
    let columns = [
        ("number-before", "On file", 3, Align::End),
        ("number", "What if", 3, Align::End),
        ("blocked-before", "No option left on, on file", 5, Align::Start),
        ("blocked", "No option left on, what if", 5, Align::Start),
    ];
    section(&columns, |zone| {
        let (number, blocked) = zone.count(after);
        // Where no issue has an option on file, there are no packages.
        let (number_before, blocked_before) =
            before.map_or_else(|| ("0".to_owned(), String::new()), |numbered| zone.count(numbered));
        vec![number_before, number, blocked_before, blocked]
    })
}

impl Zone {
    /// How many packages it has, and the issues on which it leaves no option.
    fn count(&self, numbered: &Numbered<'_>) -> (String, String) {
        match numbered.space.narrowed_by(&lines(numbered, self.leaves_out)) {
            Ok(narrowed) => {
                let name = |issue: IssueIndex| numbered.issues[issue.at()].fact.name.clone();
                let blocked: Vec<String> = narrowed.blocked().map(|left| name(left.issue)).collect();
                (counted(&narrowed.space), list(&blocked))
            }
            Err(error) => (error.to_string(), String::new()),
        }
    }
}

/// A row for each zone, with these columns after its name.
fn section(columns: &[(&str, &str, u16, Align)], cells: impl Fn(&Zone) -> Vec<String>) -> Section {
    let rows = ZONES.iter().map(|zone| {
        let mut row = vec![Cell::new(zone.title)];
        row.extend(cells(zone).into_iter().map(Cell::new));
        Row { key: zone.key.to_owned(), cells: row }
    });
    let mut all = vec![Column::new("zone", "Packages", 5)];
    all[0].heading = true;
    all.extend(columns.iter().map(|&(key, heading, weight, align)| {
        let mut column = Column::new(key, heading, weight);
        column.align = align;
        column
    }));
    let table = Table {
        key: "zones".to_owned(),
        caption: Text::plain("One option of every issue, as far as options can stand together"),
        columns: all,
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
pub(super) fn left(view: &View<'_>, numbered: &Numbered<'_>) -> Section {
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
