//! Lines over several scales side by side: what each party has, one line a package. Places are thousandths of a scale.

use crate::spoken::Speak;
use crate::{Scale, Text};

/// Lines over several scales.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parallel {
    /// A stable name for JSON.
    pub key: String,
    /// What the picture shows, in one sentence.
    pub alternative: Text,
    /// The scales, from left to right.
    pub scales: Vec<Scale>,
    /// A bar across each scale, below which a line falls short; in thousandths of it.
    pub bars: Vec<Option<i64>>,
    /// Thin lines without names, such as a front: for each scale its thousandth.
    pub faint: Vec<Vec<i64>>,
    /// Lines with names.
    pub lines: Vec<ParallelLine>,
}

/// A line with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParallelLine {
    /// Its name.
    pub title: Text,
    /// For each scale its thousandth.
    pub places: Vec<i64>,
    /// For each scale its value, in print.
    pub values: Vec<String>,
}

impl Parallel {
    /// The scales, and every line with a name, one sentence each.
    pub(crate) fn sentences(&self, speak: Speak<'_>) -> Vec<String> {
        let mut out: Vec<String> = self.scales.iter().map(|scale| scale.sentence(speak)).collect();
        out.extend(self.lines.iter().enumerate().map(|(at, line)| {
            let scales = self.scales.iter().zip(&line.values);
            let value = |(scale, value): (&Scale, &String)| {
                format!("{} {}", speak(&scale.title), speak(&value.as_str().into()))
            };
            let values: Vec<String> = scales.map(value).collect();
            format!("{}: {}: {}", at + 1, speak(&line.title), values.join(", "))
        }));
        out
    }
}
