//! The marks of a timeline: shapes that stay apart in grey, bars from the first day to the last, and the key to them.

use super::ink::{self, Anchor};
use super::timeline::{SIZE, x_of};
use crate::{Shape, Timeline, TimelineMark};

const RADIUS: f64 = 5.0;
/// Diamonds and squares reach further, to look as large as discs.
const REACH: f64 = 6.5;

/// From a shape of the key to its words, and from there to the next shape.
const KEY_GAP: f64 = 10.0;
const KEY_STEP: f64 = 26.0;

/// A mark with its title for the pointer.
pub(super) fn drawn(timeline: &Timeline, mark: &TimelineMark, y: f64) -> String {
    let (start, end) = (x_of(timeline, mark.from), x_of(timeline, mark.to.max(mark.from)));
    let bar = if end > start { bars(timeline, mark, y) } else { String::new() };
    let point = if end > start && matches!(mark.shape, Shape::Disc | Shape::Ring) {
        String::new()
    } else {
        shape(mark.shape, (start, y))
    };
    let title = crate::html::escaped(&mark.sentence(&|text| text.to_marked_words()));
    format!("<g>\n<title>{title}</title>\n{bar}{point}</g>\n")
}

/// From the first day to the last. What has begun is full up to today only.
fn bars(timeline: &Timeline, mark: &TimelineMark, y: f64) -> String {
    let ends = |from: i64, to: i64| (x_of(timeline, from), x_of(timeline, to));
    let today = timeline.today.filter(|today| (mark.from..mark.to).contains(today));
    match (mark.shape, today) {
        (Shape::Disc, None) => bar(ends(mark.from, mark.to), y, true),
        (Shape::Disc, Some(today)) => {
            bar(ends(mark.from, mark.to), y, false) + &bar(ends(mark.from, today), y, true)
        }
        _ => bar(ends(mark.from, mark.to), y, false),
    }
}

/// A full bar has a rim of paper, so that two that overlap stay apart; a hollow one is dashed.
fn bar((start, end): (f64, f64), y: f64, full: bool) -> String {
    let (look, dashes) = if full { (FULL, "") } else { (HOLLOW, " stroke-dasharray=\"3 2\"") };
    format!(
        "<rect{look}{dashes} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{side}\" rx=\"{radius}\"/>\n",
        ink::place(start - RADIUS),
        ink::place(y - RADIUS),
        ink::place(end - start + 2.0 * RADIUS),
        side = ink::place(2.0 * RADIUS),
        radius = ink::place(RADIUS),
    )
}

/// Attributes of what is filled with ink, and of what is filled with paper.
const FULL: &str = " class=\"halo\" fill=\"currentColor\" stroke=\"#ffffff\" stroke-width=\"1.5\"";
const HOLLOW: &str = " class=\"paper\" fill=\"#ffffff\" stroke=\"currentColor\" stroke-width=\"1.5\"";

pub(super) fn shape(shape: Shape, (x, y): (f64, f64)) -> String {
    let disc = |look: &str| {
        format!(
            "<circle{look} cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n",
            ink::place(x),
            ink::place(y),
            ink::place(RADIUS)
        )
    };
    match shape {
        Shape::Disc => disc(FULL),
        Shape::Ring => disc(HOLLOW),
        Shape::Diamond => format!(
            "<path{HOLLOW} d=\"M{x} {top} L{right} {y} L{x} {bottom} L{left} {y} Z\"/>\n",
            x = ink::place(x),
            y = ink::place(y),
            top = ink::place(y - REACH),
            bottom = ink::place(y + REACH),
            left = ink::place(x - REACH),
            right = ink::place(x + REACH),
        ),
        Shape::Query => {
            let square = format!(
                "<rect{HOLLOW} x=\"{}\" y=\"{}\" width=\"{side}\" height=\"{side}\"/>\n",
                ink::place(x - REACH),
                ink::place(y - REACH),
                side = ink::place(2.0 * REACH),
            );
            square + &ink::words("?", (x, y + 4.0), SIZE, Anchor::Middle, " font-weight=\"700\"")
        }
    }
}

/// What the shapes say, in a line from this place on. Without it where there is nothing but what happened.
pub(super) fn key(timeline: &Timeline, (left, y): (f64, f64)) -> String {
    let shapes = timeline.key_to_shapes();
    let mut x = left;
    let mut out = String::new();
    for (one, words) in shapes.iter().filter(|_| shapes.len() > 1) {
        out.push_str(&shape(*one, (x + RADIUS, y - 4.0)));
        out.push_str(&ink::words(words, (x + RADIUS + KEY_GAP, y), SIZE, Anchor::Left, ""));
        x += RADIUS + KEY_GAP + ink::breadth(words, SIZE) + KEY_STEP;
    }
    out
}
