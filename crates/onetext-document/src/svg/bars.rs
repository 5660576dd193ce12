//! Bars over stages: one row a count, each on a scale of its own, with the number above every bar.

use super::ink::{self, Anchor, Area};
use crate::{BarRow, Bars, Text};

/// Breadth of the picture, and where the bars begin; titles of rows stand before them.
const WIDTH: f64 = 780.0;
const BARS_X: f64 = 120.0;

/// Height of a row's highest bar, and of the room above it for its number.
const BAR_HEIGHT: f64 = 44.0;
const NUMBER_ROOM: f64 = 20.0;
/// Between two rows.
const ROW_GAP: f64 = 8.0;

/// Breadth of a bar as a share of the room that it has, and at most.
const BAR_SHARE: f64 = 0.6;
const BAR_BREADTH_MAX: f64 = 70.0;

const SIZE: f64 = 11.5;
/// Lines of the name of a stage.
const STAGE_LINES_MAX: usize = 3;

/// The picture.
pub(super) fn picture(bars: &Bars) -> String {
    let speak = &|text: &Text| text.to_marked_words();
    let room = (WIDTH - BARS_X) / ink::number(bars.stages.len().max(1));
    let mut content = String::new();
    let mut y = 0.0;
    for row in &bars.rows {
        content += &row_picture(row, room, y);
        y += NUMBER_ROOM + BAR_HEIGHT + ROW_GAP;
    }
    let step = SIZE * ink::LINE_HEIGHT;
    for (at, stage) in bars.stages.iter().enumerate() {
        let lines = ink::lines(&speak(stage), letters(room));
        let middle = BARS_X + room * (ink::number(at) + 0.5);
        for (line, words) in lines.iter().take(STAGE_LINES_MAX).enumerate() {
            let place = (middle, y + step * (ink::number(line) + 0.8));
            content += &ink::words(words, place, SIZE, Anchor::Middle, "");
        }
    }
    let height = y + step * (ink::number(STAGE_LINES_MAX) + 0.4);
    let area = Area { x: 0.0, y: 0.0, width: WIDTH, height };
    ink::frame(area, &speak(&bars.alternative), &bars.sentences(speak).join(". "), &content)
}

/// So many letters have room beside each other.
fn letters(room: f64) -> usize {
    (1..200).take_while(|count| ink::breadth("n", SIZE) * ink::number(*count) < room).last().unwrap_or(1)
}

fn row_picture(row: &BarRow, room: f64, top: f64) -> String {
    let floor = top + NUMBER_ROOM + BAR_HEIGHT;
    let title = ink::words(&row.title.to_marked_words(), (0.0, floor - 4.0), SIZE, Anchor::Left, "");
    let line = format!(
        "<path d=\"M{} {floor} H{}\" stroke=\"currentColor\" stroke-opacity=\"0.5\"/>\n",
        ink::place(BARS_X),
        ink::place(WIDTH),
        floor = ink::place(floor),
    );
    let most = row.values.iter().max().copied().unwrap_or(0).max(1);
    let breadth = (room * BAR_SHARE).min(BAR_BREADTH_MAX);
    let bars = row.values.iter().enumerate().map(|(at, value)| {
        let height = BAR_HEIGHT * ink::number(*value) / ink::number(most);
        let middle = BARS_X + room * (ink::number(at) + 0.5);
        let number = ink::words(&value.to_string(), (middle, floor - height - 4.0), SIZE, Anchor::Middle, "");
        format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill-opacity=\"0.55\" stroke=\"currentColor\"/>\n{number}",
            ink::place(middle - breadth / 2.0),
            ink::place(floor - height),
            ink::place(breadth),
            ink::place(height),
        )
    });
    format!("{title}{line}{}", bars.collect::<String>())
}
