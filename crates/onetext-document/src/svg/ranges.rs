//! Ranges on one scale, a row each, with what all share shaded and values with names ticked.

use super::ink::{self, Anchor, Area};
use crate::{RangeRow, Ranges, Text};

/// Breadth of the picture; the scale stands between these places, the names of rows before it.
const WIDTH: f64 = 780.0;
const SCALE_X: (f64, f64) = (170.0, 740.0);
const TITLE_LETTERS: usize = 24;

const TOP: f64 = 22.0;
const ROW_HEIGHT: f64 = 30.0;
const BAR_HEIGHT: f64 = 12.0;
/// A single value is drawn at least this broad.
const BREADTH_MIN: f64 = 5.0;
const SIZE: f64 = 11.5;

/// The picture.
pub(super) fn picture(ranges: &Ranges) -> String {
    let foot = TOP + ROW_HEIGHT * ink::number(ranges.rows.len());
    let mut content = ranges.shared.map_or_else(String::new, |shared| shaded(shared, foot));
    for (at, row) in ranges.rows.iter().enumerate() {
        content += &drawn(row, TOP + ROW_HEIGHT * (ink::number(at) + 0.5));
    }
    content += &axis(ranges, foot);
    let mut y = foot + SIZE * 2.0 + 14.0;
    for (at, (thousandths, title)) in ranges.ticks.iter().enumerate() {
        content += &tick(*thousandths, at, foot);
        let words = format!("{}  {}", at + 1, title.to_marked_words());
        content += &ink::words(&words, (SCALE_X.0, y), SIZE, Anchor::Left, "");
        y += SIZE * ink::LINE_HEIGHT;
    }
    let area = Area { x: 0.0, y: 0.0, width: WIDTH, height: y };
    let speak = &|text: &Text| text.to_marked_words();
    ink::frame(area, &speak(&ranges.alternative), &ranges.sentences(speak).join(". "), &content)
}

fn x_of(thousandths: i64) -> f64 {
    let share = f64::from(i32::try_from(thousandths.clamp(0, 1000)).unwrap_or(0)) / 1000.0;
    SCALE_X.0 + (SCALE_X.1 - SCALE_X.0) * share
}

fn shaded((from, to): (i64, i64), foot: f64) -> String {
    let breadth = (x_of(to) - x_of(from)).max(BREADTH_MIN);
    format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill-opacity=\"0.1\"/>\n",
        ink::place(x_of(from)),
        ink::place(TOP),
        ink::place(breadth),
        ink::place(foot - TOP),
    )
}

fn drawn(row: &RangeRow, middle: f64) -> String {
    let title = ink::lines(&row.title.to_marked_words(), TITLE_LETTERS);
    let mut out = String::new();
    let step = SIZE * ink::LINE_HEIGHT;
    let first = middle + 4.0 - step * (ink::number(title.len()) - 1.0) / 2.0;
    for (line, words) in title.iter().enumerate() {
        out += &ink::words(words, (0.0, first + step * ink::number(line)), SIZE, Anchor::Left, "");
    }
    if row.spans.is_empty() {
        let words = row.words.to_marked_words();
        return out + &ink::words(&words, (SCALE_X.0 + 6.0, middle + 4.0), SIZE, Anchor::Left, "");
    }
    let bars = row.spans.iter().map(|&(from, to)| {
        format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{BAR_HEIGHT}\" fill-opacity=\"0.55\" stroke=\"currentColor\"/>\n",
            ink::place(x_of(from)),
            ink::place(middle - BAR_HEIGHT / 2.0),
            ink::place((x_of(to) - x_of(from)).max(BREADTH_MIN)),
        )
    });
    out + &bars.collect::<String>()
}

fn axis(ranges: &Ranges, foot: f64) -> String {
    let line = format!("M{} {} H{}", ink::place(SCALE_X.0), ink::place(foot), ink::place(SCALE_X.1));
    let mut out = format!("<path d=\"{line}\" stroke=\"currentColor\" stroke-opacity=\"0.6\"/>\n");
    let under = foot + SIZE + 3.0;
    out += &ink::words(&ranges.scale.from, (SCALE_X.0, under), SIZE, Anchor::Left, "");
    out += &ink::words(&ranges.scale.to, (SCALE_X.1, under), SIZE, Anchor::Right, "");
    let middle = (f64::midpoint(SCALE_X.0, SCALE_X.1), under);
    out + &ink::words(&ranges.scale.title.to_marked_words(), middle, SIZE, Anchor::Middle, "")
}

/// A value with a name: a line through all rows with its number above.
fn tick(thousandths: i64, at: usize, foot: f64) -> String {
    let x = x_of(thousandths);
    let line = format!("M{} {} V{}", ink::place(x), ink::place(TOP - 4.0), ink::place(foot));
    let number = ink::words(&(at + 1).to_string(), (x, TOP - 8.0), SIZE, Anchor::Middle, "");
    format!("<path d=\"{line}\" stroke=\"currentColor\" stroke-dasharray=\"3 3\"/>\n{number}")
}
