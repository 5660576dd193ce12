//! Ranges on one scale, a row each: what each party could live with on a numeric matter. Places are thousandths of the scale.

use crate::spoken::Speak;
use crate::{Scale, Text};

/// Ranges on one scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranges {
    /// A stable name for JSON.
    pub key: String,
    /// What the picture shows, in one sentence.
    pub alternative: Text,
    /// The scale.
    pub scale: Scale,
    /// The rows, top to bottom.
    pub rows: Vec<RangeRow>,
    /// Where all rows overlap, in thousandths of the scale.
    pub shared: Option<(i64, i64)>,
    /// Values with names on the scale, such as those of drafts: the thousandth and the name.
    pub ticks: Vec<(i64, Text)>,
}

/// A row of ranges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeRow {
    /// Whose.
    pub title: Text,
    /// Its ranges, in thousandths of the scale; none where nothing is known.
    pub spans: Vec<(i64, i64)>,
    /// The same in words.
    pub words: Text,
}

impl Ranges {
    /// The scale, every row and every tick, one sentence each.
    pub(crate) fn sentences(&self, speak: Speak<'_>) -> Vec<String> {
        let mut out = vec![self.scale.sentence(speak)];
        out.extend(self.rows.iter().map(|row| format!("{}: {}", speak(&row.title), speak(&row.words))));
        let ticks: Vec<String> = self.ticks.iter().map(|(_, title)| speak(title)).collect();
        if !ticks.is_empty() {
            out.push(format!("on the scale: {}", ticks.join(", ")));
        }
        out
    }
}
