//! Lines over several scales side by side: faint ones together, those with names dashed apart and numbered.

use super::ink::{self, Anchor, Area};
use crate::{Parallel, ParallelLine, Text};

/// Breadth of the picture; the scales stand between these places.
const WIDTH: f64 = 780.0;
const SCALES_X: (f64, f64) = (70.0, 710.0);
/// Top and height of the scales; their names stand above.
const TOP: f64 = 46.0;
const HEIGHT: f64 = 260.0;

const SIZE: f64 = 11.5;
/// Half the breadth of a bar across a scale.
const BAR: f64 = 9.0;
const KEY_STEP: f64 = 4.0;
const KEY_LETTERS: usize = 105;

/// How lines with names are told apart, in turn.
const DASHES: [&str; 4] = ["none", "7 4", "2 3", "9 3 2 3"];

/// The picture.
pub(super) fn picture(parallel: &Parallel) -> String {
    let count = parallel.scales.len();
    let mut content: String = parallel.faint.iter().map(|places| faint(places, count)).collect();
    for (at, line) in parallel.lines.iter().enumerate() {
        content += &named(line, at, count);
    }
    content += &(0..count).map(|at| scale(parallel, at)).collect::<String>();
    let (key, height) = key(parallel);
    content += &key;
    let area = Area { x: 0.0, y: 0.0, width: WIDTH, height };
    let speak = &|text: &Text| text.to_marked_words();
    ink::frame(area, &speak(&parallel.alternative), &parallel.sentences(speak).join(". "), &content)
}

/// Where a scale stands.
fn x_of(at: usize, count: usize) -> f64 {
    let (left, right) = SCALES_X;
    if count < 2 {
        f64::midpoint(left, right)
    } else {
        left + (right - left) * ink::number(at) / ink::number(count - 1)
    }
}

fn y_of(thousandths: i64) -> f64 {
    let share = f64::from(i32::try_from(thousandths.clamp(0, 1000)).unwrap_or(0)) / 1000.0;
    TOP + HEIGHT * (1.0 - share)
}

fn path(places: &[i64], count: usize) -> String {
    let stops = places.iter().take(count).enumerate();
    let stops: Vec<String> = stops
        .map(|(at, &thousandths)| {
            format!("{} {}", ink::place(x_of(at, count)), ink::place(y_of(thousandths)))
        })
        .collect();
    format!("M{}", stops.join(" L"))
}

fn faint(places: &[i64], count: usize) -> String {
    let path = path(places, count);
    format!(
        "<path d=\"{path}\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.18\" stroke-width=\"0.8\"/>\n"
    )
}

fn named(line: &ParallelLine, at: usize, count: usize) -> String {
    let path = path(&line.places, count);
    let last = line.places.get(count.saturating_sub(1)).copied().unwrap_or(0);
    let end = (x_of(count.saturating_sub(1), count) + 10.0, y_of(last) + 4.0);
    let number = ink::words(&(at + 1).to_string(), end, SIZE, Anchor::Left, ink::HALO);
    format!(
        "<path d=\"{path}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" {}/>\n{number}",
        dashes(at)
    )
}

fn dashes(at: usize) -> String {
    format!("stroke-dasharray=\"{}\"", DASHES[at % DASHES.len()])
}

fn scale(parallel: &Parallel, at: usize) -> String {
    let (scale, x) = (&parallel.scales[at], x_of(at, parallel.scales.len()));
    let mut out = format!(
        "<path d=\"M{x} {} V{}\" stroke=\"currentColor\" stroke-opacity=\"0.6\"/>\n",
        ink::place(TOP),
        ink::place(TOP + HEIGHT),
        x = ink::place(x),
    );
    out += &ink::words(&scale.title.to_marked_words(), (x, TOP - SIZE * 2.0), SIZE, Anchor::Middle, "");
    out += &ink::words(&scale.to, (x, TOP - 6.0), SIZE, Anchor::Middle, "");
    out += &ink::words(&scale.from, (x, TOP + HEIGHT + SIZE + 3.0), SIZE, Anchor::Middle, "");
    let Some(bar) = parallel.bars.get(at).copied().flatten() else { return out };
    let bar = format!("M{} {} H{}", ink::place(x - BAR), ink::place(y_of(bar)), ink::place(x + BAR));
    out + &format!("<path d=\"{bar}\" stroke=\"currentColor\" stroke-width=\"3\"/>\n")
}

/// Number, dashes, name and values of every line with a name; with how far down it reaches.
fn key(parallel: &Parallel) -> (String, f64) {
    let mut y = TOP + HEIGHT + 44.0;
    let mut out = String::new();
    let sentences = parallel.sentences(&Text::to_marked_words);
    for (at, words) in sentences.iter().skip(parallel.scales.len()).enumerate() {
        let dash = format!("M8 {} H52", ink::place(y - 4.0));
        let stroke = dashes(at);
        out.extend(["<path d=\"", &dash, "\" stroke=\"currentColor\" stroke-width=\"2\" ", &stroke, "/>\n"]);
        for line in ink::lines(words, KEY_LETTERS) {
            out += &ink::words(&line, (62.0, y), SIZE, Anchor::Left, "");
            y += SIZE * ink::LINE_HEIGHT;
        }
        y += KEY_STEP;
    }
    (out, y)
}
