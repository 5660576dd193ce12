//! Points over two scales: small points that belong together, points with names and numbers, and a corner.

use super::ink::{self, Anchor, Area};
use super::marks;
use crate::{Plane, Scale, Text};

/// Breadth of the picture, and the square in which the points lie.
const WIDTH: f64 = 780.0;
const SQUARE: Area = Area { x: 70.0, y: 12.0, width: 380.0, height: 380.0 };

const SIZE: f64 = 11.5;
/// Radius of a small point.
const POINT: f64 = 1.8;
/// From the middle of a mark to its number.
const NUMBER_GAP: f64 = 8.0;

/// The key stands right of the square.
const KEY_X: f64 = 490.0;
const KEY_LETTERS: usize = 40;
const KEY_STEP: f64 = 6.0;

/// The picture.
pub(super) fn picture(plane: &Plane) -> String {
    let mut content = frame();
    content += &plane.corner.map_or_else(String::new, corner);
    content += &plane.points.iter().map(|&at| point(at)).collect::<String>();
    content += &marked(plane);
    content += &scales(&plane.across, &plane.up);
    let (key, key_height) = key(plane);
    content += &key;
    let height = (SQUARE.y + SQUARE.height + 44.0).max(key_height);
    let area = Area { x: 0.0, y: 0.0, width: WIDTH, height };
    let speak = &|text: &Text| text.to_marked_words();
    ink::frame(area, &speak(&plane.alternative), &plane.sentences(speak).join(". "), &content)
}

/// A place in the square; what lies beyond a scale is drawn at its end.
fn place((across, up): (i64, i64)) -> (f64, f64) {
    let share = |thousandths: i64| f64::from(i32::try_from(thousandths.clamp(0, 1000)).unwrap_or(0)) / 1000.0;
    (SQUARE.x + SQUARE.width * share(across), SQUARE.y + SQUARE.height * (1.0 - share(up)))
}

fn frame() -> String {
    format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.5\"/>\n",
        ink::place(SQUARE.x),
        ink::place(SQUARE.y),
        ink::place(SQUARE.width),
        ink::place(SQUARE.height),
    )
}

/// What lies right of and above the corner is shaded and has a dashed rim.
fn corner(at: (i64, i64)) -> String {
    let (x, y) = place(at);
    let (right, top) = (SQUARE.x + SQUARE.width, SQUARE.y);
    let area = format!(
        "M{} {} H{} V{} H{} Z",
        ink::place(x),
        ink::place(y),
        ink::place(right),
        ink::place(top),
        ink::place(x)
    );
    format!("<path d=\"{area}\" fill-opacity=\"0.07\" stroke=\"currentColor\" stroke-dasharray=\"4 3\"/>\n")
}

fn point(at: (i64, i64)) -> String {
    let (x, y) = place(at);
    format!(
        "<circle cx=\"{}\" cy=\"{}\" r=\"{POINT}\" fill-opacity=\"0.45\"/>\n",
        ink::place(x),
        ink::place(y)
    )
}

/// The points with names; those at one place share one number line: "1, 3".
fn marked(plane: &Plane) -> String {
    let mut out = String::new();
    for (index, mark) in plane.marks.iter().enumerate() {
        out += &marks::shape(mark.shape, place(mark.at));
        let first = plane.marks.iter().position(|other| other.at == mark.at);
        if first != Some(index) {
            continue;
        }
        let here = plane.marks.iter().enumerate().filter(|(_, other)| other.at == mark.at);
        let numbers: Vec<String> = here.map(|(at, _)| (at + 1).to_string()).collect();
        let (x, y) = place(mark.at);
        out += &ink::words(
            &numbers.join(", "),
            // At the top of the square there is no room above the mark.
            (x + NUMBER_GAP, (y - NUMBER_GAP + 3.0).max(SIZE)),
            SIZE,
            Anchor::Left,
            ink::HALO,
        );
    }
    out
}

fn scales(across: &Scale, up: &Scale) -> String {
    let foot = SQUARE.y + SQUARE.height + SIZE + 3.0;
    let (middle, right) = (SQUARE.x + SQUARE.width / 2.0, SQUARE.x + SQUARE.width);
    let mut out = ink::words(&across.from, (SQUARE.x, foot), SIZE, Anchor::Left, "");
    out += &ink::words(&across.to, (right, foot), SIZE, Anchor::Right, "");
    out +=
        &ink::words(&across.title.to_marked_words(), (middle, foot + SIZE + 5.0), SIZE, Anchor::Middle, "");
    let beside = SQUARE.x - 6.0;
    out += &ink::words(&up.to, (beside, SQUARE.y + SIZE), SIZE, Anchor::Right, "");
    out += &ink::words(&up.from, (beside, SQUARE.y + SQUARE.height), SIZE, Anchor::Right, "");
    let turned = (SQUARE.x - 40.0, SQUARE.y + SQUARE.height / 2.0);
    let turn = format!(" transform=\"rotate(-90 {} {})\"", ink::place(turned.0), ink::place(turned.1));
    out + &ink::words(&up.title.to_marked_words(), turned, SIZE, Anchor::Middle, &turn)
}

/// Number, name and values of every mark; with how far down it reaches.
fn key(plane: &Plane) -> (String, f64) {
    let step = SIZE * ink::LINE_HEIGHT;
    let mut y = SQUARE.y + SIZE;
    let mut out = String::new();
    for (at, mark) in plane.marks.iter().enumerate() {
        let words = format!("{}  {}: {}", at + 1, mark.title.to_marked_words(), mark.values);
        out += &marks::shape(mark.shape, (KEY_X, y - 4.0));
        for line in ink::lines(&words, KEY_LETTERS) {
            out += &ink::words(&line, (KEY_X + 14.0, y), SIZE, Anchor::Left, "");
            y += step;
        }
        y += KEY_STEP;
    }
    (out, y)
}
