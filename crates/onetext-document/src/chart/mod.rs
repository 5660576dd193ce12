//! Charts as values: a network around a table, a timeline by rows, bars over stages, points on a plane, lines over scales,
//! ranges on one scale. Each carries its text alternative.

mod parallel;
mod plane;
mod ranges;

pub use self::parallel::{Parallel, ParallelLine};
pub use self::plane::{Plane, PlaneMark, Scale};
pub use self::ranges::{RangeRow, Ranges};

use crate::Text;
use crate::spoken::Speak;

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chart {
    /// Who is at the table, who is not, and what ties them.
    Network(Network),
    /// What happened and what is planned, on one axis.
    Timeline(Timeline),
    /// How several counts went from stage to stage.
    Bars(Bars),
    /// Points over two scales.
    Plane(Plane),
    /// Lines over several scales.
    Parallel(Parallel),
    /// Ranges on one scale.
    Ranges(Ranges),
}

impl Chart {
    /// Its sort, in a word.
    pub(crate) fn sort(&self) -> &'static str {
        match self {
            Chart::Network(_) => "network",
            Chart::Timeline(_) => "timeline",
            Chart::Bars(_) => "bars",
            Chart::Plane(_) => "plane",
            Chart::Parallel(_) => "parallel",
            Chart::Ranges(_) => "ranges",
        }
    }

    /// What it shows, in one sentence.
    pub fn alternative(&self) -> &Text {
        match self {
            Chart::Network(one) => &one.alternative,
            Chart::Timeline(one) => &one.alternative,
            Chart::Bars(one) => &one.alternative,
            Chart::Plane(one) => &one.alternative,
            Chart::Parallel(one) => &one.alternative,
            Chart::Ranges(one) => &one.alternative,
        }
    }

    /// Everything that it shows, in sentences.
    pub(crate) fn sentences(&self, speak: Speak<'_>) -> Vec<String> {
        match self {
            Chart::Network(one) => one.sentences(speak),
            Chart::Timeline(one) => one.sentences(speak),
            Chart::Bars(one) => one.sentences(speak),
            Chart::Plane(one) => one.sentences(speak),
            Chart::Parallel(one) => one.sentences(speak),
            Chart::Ranges(one) => one.sentences(speak),
        }
    }
}

/// Counts over stages, one row of bars a count, each row on a scale of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// A stable name for JSON.
    pub key: String,
    /// What the picture shows, in one sentence.
    pub alternative: Text,
    /// The stages, the earliest first.
    pub stages: Vec<Text>,
    /// The rows, top to bottom.
    pub rows: Vec<BarRow>,
}

/// A count over all stages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarRow {
    /// What is counted.
    pub title: Text,
    /// How many at each stage.
    pub values: Vec<usize>,
}

/// Nodes on a ring (at the table) and outside it, with edges between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// A stable name for JSON.
    pub key: String,
    /// What the picture shows, in one sentence.
    pub alternative: Text,
    /// What is written in the middle of the ring.
    pub middle: Text,
    /// The nodes, in the order in which they stand around the ring.
    pub nodes: Vec<Node>,
    /// The edges.
    pub edges: Vec<Edge>,
}

/// A node of a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The name that edges use.
    pub key: String,
    /// The label.
    pub title: Text,
    /// Smaller lines below the label.
    pub lines: Vec<Text>,
    /// On the ring (at the table), or outside it.
    pub inside: bool,
}

/// An edge between two nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Key of the node at one end.
    pub from: String,
    /// Key of the node at the other end.
    pub to: String,
    /// What ties them.
    pub title: Text,
    /// Dashed: a tie beside the talks.
    pub dashed: bool,
}

/// Rows of marks over one axis of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// A stable name for JSON.
    pub key: String,
    /// What the picture shows, in one sentence.
    pub alternative: Text,
    /// Day number (days since 1970-01-01) of the left end, with its printed date.
    pub from: (i64, String),
    /// Day number of the right end, with its printed date.
    pub to: (i64, String),
    /// The day that counts as today, if it lies on the axis.
    pub today: Option<i64>,
    /// The rows, top to bottom.
    pub rows: Vec<TimelineRow>,
}

/// A row of a timeline: a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRow {
    /// The label at the row's start.
    pub title: Text,
    /// The marks.
    pub marks: Vec<TimelineMark>,
}

/// A mark on a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineMark {
    /// First day.
    pub from: i64,
    /// Last day; the same as `from` for a single day.
    pub to: i64,
    /// What is written at it.
    pub title: Text,
    /// How it is drawn.
    pub shape: Shape,
    /// What its shape says of it, in a word: "planned"; empty for what has simply happened.
    pub state: String,
}

/// Shapes of marks. They stay apart in grey, and each is said in words too ([`TimelineMark::state`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// A full disc: it happened, or has begun.
    Disc,
    /// A ring: it is to come.
    Ring,
    /// A diamond: it is to come if something else does.
    Diamond,
    /// A question mark in a square: it should have happened, and nobody has confirmed it.
    Query,
}
