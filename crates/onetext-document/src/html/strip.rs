//! A strip as HTML: stages in a row with arrows between them, branches below the stage that they leave.

use super::escape::{text, words};
use super::{Place, blocks};
use crate::{Stage, Strip};

/// The strip as an ordered list, placed on a grid.
pub(super) fn html(strip: &Strip, place: &mut Place<'_>) -> String {
    let spots = spots(strip);
    let stages: String =
        strip.stages.iter().zip(&spots).map(|(one, spot)| stage(strip, one, spot, place)).collect();
    format!("<ol class=\"strip\">\n{stages}</ol>\n")
}

/// Where a stage stands: column and row, counted from 1.
struct Spot {
    column: usize,
    row: usize,
}

/// Columns and rows that the style sheet has a class for. What stands further is placed by the browser.
const SPOTS_MAX: usize = 24;

impl Spot {
    /// The classes that put a stage where it stands.
    fn classes(&self) -> String {
        if self.column.max(self.row) > SPOTS_MAX {
            return String::new();
        }
        format!(" column-{} row-{}", self.column, self.row)
    }
}

/// The main line fills the first row; a branch stands one column after its origin, in the first free row below.
fn spots(strip: &Strip) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    let mut main_column = 0;
    for stage in &strip.stages {
        let spot = if stage.branch {
            let origin = stage.after.last().and_then(|&index| spots.get(index));
            let column = origin.map_or(1, |origin| origin.column + 1);
            let taken = |row| spots.iter().any(|spot| spot.column == column && spot.row == row);
            let row = (2..spots.len() + 3).find(|&row| !taken(row)).unwrap_or(2);
            Spot { column, row }
        } else {
            main_column += 1;
            Spot { column: main_column, row: 1 }
        };
        spots.push(spot);
    }
    spots
}

fn stage(strip: &Strip, stage: &Stage, spot: &Spot, place: &mut Place<'_>) -> String {
    let id = place.id(&stage.key);
    let branch = if stage.branch { " branch" } else { "" };
    let lines: Vec<String> =
        stage.lines.iter().map(|line| format!("<p class=\"line\">{}</p>\n", text(line, place))).collect();
    let name = |words: String| format!("<span class=\"title\">{words}</span>");
    format!(
        "<li class=\"stage{branch}{spot}\"{id}>{arrow}\n\
         <p class=\"head\">{head}</p>\n{name}\n{lines}{origin}</li>\n",
        spot = spot.classes(),
        arrow = arrow(stage),
        head = text(&stage.head, place),
        name = blocks::with_opened(&stage.title, name, &stage.opens, place),
        lines = lines.concat(),
        origin = origin(strip, stage),
    )
}

/// Drawn for the eye alone: the words of [`origin`] say the same.
fn arrow(stage: &Stage) -> &'static str {
    match (stage.after.is_empty(), stage.branch) {
        (true, _) => "",
        (false, false) => "<span class=\"arrow\" aria-hidden=\"true\">→</span>",
        (false, true) => "<span class=\"arrow\" aria-hidden=\"true\">↳</span>",
    }
}

fn origin(strip: &Strip, stage: &Stage) -> String {
    let origins = strip.origins(stage, &words);
    match (origins.is_empty(), stage.branch) {
        (true, _) => String::new(),
        (false, true) => format!("<p class=\"line muted\"><bdi lang=\"en\">from {origins}</bdi></p>\n"),
        (false, false) => format!("<p class=\"unseen\"><bdi lang=\"en\">from {origins}</bdi></p>\n"),
    }
}
