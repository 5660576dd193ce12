//! The timeline: one row a track, marks on their days, labels staggered below them.

use super::ink::{self, Anchor, Area};
use super::marks;
use crate::{Timeline, TimelineMark, TimelineRow, day};

/// Breadth of the picture.
const WIDTH: f64 = 780.0;

/// Where the axis begins and ends; row titles stand before it.
const AXIS: (f64, f64) = (140.0, 765.0);

pub(super) const SIZE: f64 = 11.5;
const ROW_TITLE_LETTERS: usize = 19;

/// From the top of the picture to the axis, and from there to the first row.
const AXIS_Y: f64 = 26.0;

/// From a row's top to its marks, and from there to the first lane of labels.
const MARK_OFFSET: f64 = 14.0;
const LANE_OFFSET: f64 = 17.0;
const LANE_HEIGHT: f64 = 14.5;

/// From the last row to the foot of the line of today, and the height of that line of words.
const FOOT_OFFSET: f64 = 14.0;
const FOOT_HEIGHT: f64 = 17.0;

/// From the line that leads to a label to its words.
const LEADER_GAP: f64 = 3.5;

/// Two labels in one lane keep this distance.
const LABEL_GAP: f64 = 10.0;

/// Days between two written ticks: the first step that leaves `TICK_ROOM` between them.
const TICK_STEPS: [i64; 10] = [1, 2, 7, 14, 28, 56, 91, 182, 365, 3_650];
const TICK_ROOM: f64 = 44.0;

/// Written ticks keep this distance from the dates at both ends.
const END_ROOM: f64 = 76.0;

/// No more ticks than this are drawn, however long the axis.
const TICKS_MAX: i64 = 400;

/// The picture.
pub(super) fn picture(timeline: &Timeline) -> String {
    let speak = &|text: &crate::Text| text.to_marked_words();
    let mut rows = String::new();
    let mut y = AXIS_Y + 8.0;
    for row in &timeline.rows {
        let (height, drawn) = row_picture(timeline, row, y);
        rows.push_str(&drawn);
        y += height;
    }
    let key = marks::key(timeline, (AXIS.0, y + FOOT_OFFSET + FOOT_HEIGHT));
    let content = format!("{}{}{rows}{key}", axis(timeline, y), today(timeline, y));
    let area = Area { x: 0.0, y: 0.0, width: WIDTH, height: y + FOOT_OFFSET + 2.0 * FOOT_HEIGHT };
    ink::frame(area, &speak(&timeline.alternative), &timeline.sentences(speak).join(". "), &content)
}

/// Where a day stands, in tenths so that every machine rounds alike; days off the axis stand at its ends.
pub(super) fn x_of(timeline: &Timeline, day_number: i64) -> f64 {
    let steps = 6_250;
    AXIS.0 + ink::number(day::share(day_number, timeline.from.0, timeline.to.0, steps)) / 10.0
}

fn axis(timeline: &Timeline, bottom: f64) -> String {
    let mut out = stroke((AXIS.0, AXIS_Y), (AXIS.1, AXIS_Y), "stroke-opacity=\"0.8\"");
    let ends = [(AXIS.0, &timeline.from.1, Anchor::Left), (AXIS.1, &timeline.to.1, Anchor::Right)];
    for (x, date, anchor) in ends {
        out.push_str(&stroke((x, AXIS_Y), (x, AXIS_Y - 5.0), "stroke-opacity=\"0.8\""));
        out.push_str(&ink::words(date, (x, AXIS_Y - 9.0), SIZE, anchor, ""));
    }
    let span = timeline.to.0.saturating_sub(timeline.from.0);
    let Some(step) = tick_step(span) else { return out };
    let days =
        (1..=span / step).take_while(|count| *count <= TICKS_MAX).map(|count| timeline.from.0 + count * step);
    for day_number in days {
        out.push_str(&tick(x_of(timeline, day_number), day_number, span, bottom));
    }
    out
}

fn tick_step(span: i64) -> Option<i64> {
    if span <= 0 || span / TICKS_MAX > TICK_STEPS[9] {
        return None;
    }
    let room = |step: i64| {
        (AXIS.1 - AXIS.0) / ink::number(usize::try_from(span / step).unwrap_or(usize::MAX).max(1))
    };
    TICK_STEPS.into_iter().find(|&step| room(step) >= TICK_ROOM)
}

fn tick(x: f64, day_number: i64, span: i64, bottom: f64) -> String {
    let mut out = stroke((x, AXIS_Y - 4.0), (x, bottom), "stroke-opacity=\"0.13\"");
    if x - AXIS.0 >= END_ROOM && AXIS.1 - x >= END_ROOM {
        let printed = day::printed(day_number);
        let short = if span > 300 {
            printed.rsplit_once('-')
        } else {
            printed.split_once('-').map(|(year, rest)| (rest, year))
        };
        let label = short.map_or(printed.as_str(), |(label, _)| label);
        out.push_str(&ink::words(
            label,
            (x, AXIS_Y - 9.0),
            SIZE - 1.0,
            Anchor::Middle,
            " fill-opacity=\"0.8\"",
        ));
    }
    out
}

/// Written at the foot of the line of today.
const TODAY: &str = "today";

/// A firm line through all rows, with a wedge on the axis and the word at its foot.
fn today(timeline: &Timeline, bottom: f64) -> String {
    let on_axis = |day_number: &i64| (timeline.from.0..=timeline.to.0).contains(day_number);
    let Some(day_number) = timeline.today.filter(on_axis) else { return String::new() };
    let x = x_of(timeline, day_number);
    let wedge = format!(
        "<path d=\"M{} {y} h10 l-5 8 z\"><title>{date}</title></path>\n",
        ink::place(x - 5.0),
        y = ink::place(AXIS_Y - 1.0),
        date = day::printed(day_number),
    );
    let room = ink::breadth(TODAY, SIZE) / 2.0;
    let middle = x.clamp(AXIS.0 + room, WIDTH - room);
    let foot = (middle, bottom + FOOT_OFFSET);
    stroke((x, AXIS_Y), (x, bottom + 3.0), "stroke-width=\"1.6\"")
        + &wedge
        + &ink::words(TODAY, foot, SIZE, Anchor::Middle, " font-weight=\"600\"")
}

/// A row's height and its picture.
fn row_picture(timeline: &Timeline, row: &TimelineRow, top: f64) -> (f64, String) {
    let title = ink::lines(&row.title.to_marked_words(), ROW_TITLE_LETTERS);
    let labels = labels(timeline, row);
    let lanes = labels.iter().map(|label| label.lane + 1).max().unwrap_or(0);
    let mark_y = top + MARK_OFFSET;
    let height = (LANE_OFFSET + MARK_OFFSET + LANE_HEIGHT * ink::number(lanes))
        .max(MARK_OFFSET + ink::room(&title, SIZE).1);
    let mut out = stroke((0.0, top), (AXIS.1, top), "stroke-opacity=\"0.25\"");
    for (index, line) in title.iter().enumerate() {
        let y = mark_y + 4.0 + SIZE * ink::LINE_HEIGHT * ink::number(index);
        out.push_str(&ink::words(line, (0.0, y), SIZE, Anchor::Left, " font-weight=\"600\""));
    }
    let leader =
        |label: &Label| stroke((label.x, mark_y), (label.x, label.y(mark_y) + 1.0), "stroke-opacity=\"0.4\"");
    out.extend(labels.iter().map(leader));
    out.extend(labels.iter().map(|label| label.drawn(mark_y)));
    let (days, spans): (Vec<&TimelineMark>, Vec<&TimelineMark>) =
        row.marks.iter().partition(|mark| mark.from >= mark.to);
    out.extend(spans.into_iter().chain(days).map(|one| marks::drawn(timeline, one, mark_y)));
    (height, out)
}

/// A mark's label: where it points, where it stands, in which lane.
struct Label {
    words: String,
    x: f64,
    left: f64,
    breadth: f64,
    anchor: Anchor,
    lane: usize,
}

impl Label {
    fn y(&self, mark_y: f64) -> f64 {
        mark_y + LANE_OFFSET + LANE_HEIGHT * ink::number(self.lane)
    }

    fn drawn(&self, mark_y: f64) -> String {
        if self.words.is_empty() {
            return String::new();
        }
        let x = match self.anchor {
            Anchor::Left => self.left,
            Anchor::Middle => self.left + self.breadth / 2.0,
            Anchor::Right => self.left + self.breadth,
        };
        ink::words(&self.words, (x, self.y(mark_y)), SIZE, self.anchor, ink::HALO)
    }

    fn meets(&self, other: &Label) -> bool {
        self.lane == other.lane
            && self.left < other.left + other.breadth + LABEL_GAP
            && other.left < self.left + self.breadth + LABEL_GAP
    }
}

/// Labels in lanes. Laid from the last mark to the first: earlier labels then hang lower, and no line that
/// leads to a label runs through another one.
fn labels(timeline: &Timeline, row: &TimelineRow) -> Vec<Label> {
    let mut marks: Vec<&TimelineMark> = row.marks.iter().collect();
    marks.sort_by_key(|mark| mark.from);
    let mut placed: Vec<Label> = Vec::new();
    for mark in marks.into_iter().rev() {
        let mut label = label(timeline, mark);
        while placed.iter().any(|other| label.meets(other)) {
            label.lane += 1;
        }
        placed.push(label);
    }
    placed
}

fn label(timeline: &Timeline, mark: &TimelineMark) -> Label {
    let x = x_of(timeline, mark.from);
    let words = fitting(&mark.named(&|text| text.to_marked_words()));
    let breadth = ink::breadth(&words, SIZE);
    let right_of = x + LEADER_GAP;
    let left_of = x - LEADER_GAP - breadth;
    // Where there is room on neither side, the label hangs in the middle. It never runs into the titles of rows.
    let (left, anchor) = if right_of + breadth <= WIDTH {
        (right_of, Anchor::Left)
    } else if left_of >= AXIS.0 {
        (left_of, Anchor::Right)
    } else {
        ((x - breadth / 2.0).min(WIDTH - breadth).max(AXIS.0), Anchor::Middle)
    };
    Label { words, x, left, breadth, anchor, lane: 0 }
}

/// A label no longer than the axis; what is cut is in the mark's own title and in the description.
fn fitting(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if ink::breadth(&words, SIZE) <= AXIS.1 - AXIS.0 {
        return words;
    }
    let mut short = String::new();
    for letter in words.chars() {
        short.push(letter);
        if ink::breadth(&short, SIZE) > AXIS.1 - AXIS.0 - SIZE {
            break;
        }
    }
    short + "…"
}

pub(super) fn stroke(from: (f64, f64), to: (f64, f64), extra: &str) -> String {
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(ink::place);
    format!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"currentColor\" {extra}/>\n")
}
