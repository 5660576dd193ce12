//! Points over two scales: what one party has across, what another has upwards. Places are thousandths of a scale, so that a
//! picture is whole numbers and its marks say their values in print.

use crate::spoken::Speak;
use crate::{Shape, Text};

/// Points over two scales.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plane {
    /// A stable name for JSON.
    pub key: String,
    /// What the picture shows, in one sentence.
    pub alternative: Text,
    /// The scale from left to right.
    pub across: Scale,
    /// The scale upwards.
    pub up: Scale,
    /// A corner: what lies right of and above it is set apart from the rest. In thousandths of the scales.
    pub corner: Option<(i64, i64)>,
    /// Small points that belong together, such as a front, in thousandths of the scales.
    pub points: Vec<(i64, i64)>,
    /// Points with names.
    pub marks: Vec<PlaneMark>,
}

/// A scale with its name and what stands at its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// What it measures.
    pub title: Text,
    /// What stands at its beginning, in print.
    pub from: String,
    /// What stands at its end, in print.
    pub to: String,
}

/// A point with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaneMark {
    /// Where it stands, in thousandths of the two scales.
    pub at: (i64, i64),
    /// Its name.
    pub title: Text,
    /// Its values, in print.
    pub values: String,
    /// How it is drawn.
    pub shape: Shape,
}

impl Scale {
    /// A scale from zero to one hundred, say.
    pub fn new(title: impl Into<Text>, from: &str, to: &str) -> Self {
        Scale { title: title.into(), from: from.to_owned(), to: to.to_owned() }
    }

    /// The scale in words: "Delta, from 0 to 1".
    pub(crate) fn sentence(&self, speak: Speak<'_>) -> String {
        let [from, to] = [&self.from, &self.to].map(|end| speak(&end.as_str().into()));
        format!("{}, from {from} to {to}", speak(&self.title))
    }
}

impl Plane {
    /// The scales and every point with a name, one sentence each.
    pub(crate) fn sentences(&self, speak: Speak<'_>) -> Vec<String> {
        let scales = [("across", &self.across), ("upwards", &self.up)];
        let mut out: Vec<String> =
            scales.into_iter().map(|(way, scale)| format!("{way}: {}", scale.sentence(speak))).collect();
        let named = |(at, mark): (usize, &PlaneMark)| {
            format!("{}: {}: {}", at + 1, speak(&mark.title), speak(&mark.values.as_str().into()))
        };
        out.extend(self.marks.iter().enumerate().map(named));
        out
    }
}
