//! Which stated demands cannot stand together: minimal conflicts and what would open them, for all sides alike, and what each
//! issue has to do with it. Reiter 1987; Liffiton and others 2016 (see `onetext_analysis::conflicts`).

use onetext_analysis::Budget;
use onetext_analysis::conflicts::{Conflicts, Extent, Standoff, Total, conflicts};
use onetext_document::{Block, Document, Item, Section, Style, Text};
use onetext_model::View;

use super::demands::{Demands, Reading};
use super::numbered::Numbered;
use super::{STEPS_MAX, openings, said, sticking};
use crate::blocks::{item, paragraph};
use crate::head::document;
use crate::words::{count, list};

/// Conflicts of one group that are printed; the rest is counted.
const LISTED_MAX: usize = 12;

/// Composes it.
pub fn compose(view: &View<'_>) -> Document {
    let page = document(view, "conflicts", "which stated demands cannot stand together");
    let numbered = match Numbered::of(view) {
        Ok(numbered) => numbered,
        Err(why) => return said::without_space(page, &why),
    };
    let mut page = page.with(paragraph(INTRODUCTION));
    page.blocks.extend(by_reading(view, &numbered));
    page.blocks.extend(said::left_aside(view, &numbered).map(Block::Section));
    page
}

/// What cannot stand together, a section for each reading.
pub(super) fn by_reading(view: &View<'_>, numbered: &Numbered<'_>) -> Vec<Block> {
    let readings = [
        ("red-lines", "What a red line forbids", Reading::RedLines, RED_LINES),
        ("ruled-out", "What is ruled out", Reading::Rejections, RULED_OUT),
        ("asked-for", "What is asked for", Reading::Wishes, ASKED_FOR),
    ];
    let of =
        |(key, title, reading, note)| Block::Section(section(view, numbered, (key, title), reading, note));
    readings.map(of).to_vec()
}

const INTRODUCTION: &str = "From each party's last word on each option. All sides are listed alike and by name; order carries \
    no meaning, and nothing here says who should move.";
const RED_LINES: &str = "Options that a party draws a red line through, whatever else it says of the others.";
const RULED_OUT: &str = "An option that a party rejects, or draws a red line through, is ruled out. A deal needs one option of \
    every issue that nobody rules out, and options that can stand beside each other.";
const ASKED_FOR: &str = "Read strictly: where a party accepts options of an issue, only those would do. A party may well live \
    with another; what cannot stand together here shows where stated wishes differ, not that there is no deal.";

/// What cannot stand together, a line for each reading.
pub(super) fn in_short(numbered: &Numbered<'_>) -> Vec<String> {
    let line = |(title, reading): (&str, Reading)| {
        let demands = Demands::of(numbered, reading);
        let said = match conflicts(&demands.dispute, &Budget::steps(STEPS_MAX)) {
            Ok(found) => in_all(&demands, &found, true),
            Err(error) => error.to_string(),
        };
        format!("{title}: {said}")
    };
    [("Red lines", Reading::RedLines), ("Ruled out", Reading::Rejections), ("Asked for", Reading::Wishes)]
        .map(line)
        .to_vec()
}

fn section(
    view: &View<'_>,
    numbered: &Numbered<'_>,
    (key, title): (&str, &str),
    reading: Reading,
    note: &str,
) -> Section {
    let demands = Demands::of(numbered, reading);
    let mut blocks = vec![paragraph(note)];
    match conflicts(&demands.dispute, &Budget::steps(STEPS_MAX)) {
        Ok(found) => {
            blocks.push(paragraph(in_all(&demands, &found, !view.settings().conflicts_only)));
            blocks.extend(impossible(numbered, &found));
            if !view.settings().conflicts_only {
                blocks.extend(sticking::section(view, numbered, &demands, &found, key));
            }
            for (at, standoff) in found.standoffs.iter().enumerate() {
                let key = format!("{key}-{}", at + 1);
                let mut section = standoff_section(view, numbered, &demands, standoff, &key);
                if !view.settings().conflicts_only {
                    section.blocks.extend(openings::blocks(numbered, &demands, &found, standoff));
                }
                blocks.push(Block::Section(section));
            }
        }
        Err(error) => blocks.push(said::no_result(&error)),
    }
    Section::new(key, title, blocks)
}

/// How much there is of it in all.
fn in_all(demands: &Demands<'_, '_>, found: &Conflicts, with_openings: bool) -> String {
    let number = demands.dispute.demands().len();
    // Where options are fixed, what is said of the others is on file and does not count.
    let is_closed = !demands.dispute.space().closed().is_empty();
    let on = if is_closed { "on what is left open" } else { "on file" };
    match found.stand_together() {
        Some(true) if number == 0 => format!("Nothing {on}."),
        Some(true) => format!("{} {on}, and all can stand together.", count(number, "demand")),
        None => "Not looked into to the end; nothing was found that cannot stand together.".to_owned(),
        Some(false) => format!(
            "{} {on}; {} that cannot all be met, {}{}.",
            count(number, "demand"),
            count(found.standoffs.len(), "group"),
            counted(&found.conflict_count(), "smallest conflict"),
            if with_openings {
                format!(", {} to open all of them", counted(&found.correction_count(), "smallest way"))
            } else {
                String::new()
            },
        ),
    }
}

fn counted(number: &Total, what: &str) -> String {
    let (words, number) = match number {
        Total::Exact(number) => ("", number),
        Total::AtLeast(number) => ("at least ", number),
    };
    let ending = if number.to_string() == "1" { "" } else { "s" };
    format!("{words}{} {what}{ending}", said::grouped(&number.to_string()))
}

fn impossible(numbered: &Numbered<'_>, found: &Conflicts) -> Option<Block> {
    let named: Vec<String> = found
        .impossible
        .iter()
        .map(|issues| {
            list(&issues.iter().map(|at| numbered.issues[at.at()].fact.name.clone()).collect::<Vec<_>>())
        })
        .collect();
    (!named.is_empty()).then(|| {
        paragraph(format!(
            "Whatever anybody demands, what options exclude and require leaves no package: {}.",
            named.join("; ")
        ))
    })
}

fn standoff_section(
    view: &View<'_>,
    numbered: &Numbered<'_>,
    demands: &Demands<'_, '_>,
    standoff: &Standoff,
    key: &str,
) -> Section {
    let names: Vec<String> =
        standoff.issues.iter().map(|at| numbered.issues[at.at()].fact.name.clone()).collect();
    // Where a group is about one issue, its heading names it.
    let is_alone = standoff.issues.len() == 1;
    let groups =
        |places: &[usize]| places.iter().map(|&at| standoff.groups[at].as_slice()).collect::<Vec<_>>();
    let conflict = |places: &Vec<usize>| {
        let groups = groups(places);
        let words: Vec<String> = groups.iter().map(|group| demands.sentence(group, is_alone)).collect();
        item(Text::plain(words.join("; ")), demands.opened(view, &groups.concat()))
    };
    let mut blocks = vec![Block::Paragraph(Text::styled("Cannot stand together:", Style::Strong))];
    blocks.push(cut(standoff.conflicts.iter().map(conflict).collect()));
    if standoff.extent != Extent::Complete {
        blocks.push(paragraph("Not looked into to the end: there may be more of both."));
    }
    Section::new(key, list(&names), blocks)
}

fn cut(mut items: Vec<Item>) -> Block {
    let left_out = items.len().saturating_sub(LISTED_MAX);
    items.truncate(LISTED_MAX);
    if left_out > 0 {
        items.push(Item::new(format!("{left_out} more")));
    }
    Block::List(items)
}
