//! What tables, strips and charts say in words: shared by the writers that cannot draw and by text alternatives.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    BarRow, Bars, Mark, Network, Node, Shape, Stage, Strip, Style, Table, Text, Timeline, TimelineMark, day,
};

/// How a writer turns a text into words of its own.
pub(crate) type Speak<'a> = &'a dyn Fn(&Text) -> String;

impl Text {
    /// The characters with what a style alone would say: quotations in quotation marks, what was struck out as
    /// `[-...-]`, what was put in as `{+...+}`, a lettered span as `⟨...⟩`.
    pub fn to_marked_words(&self) -> String {
        self.0
            .iter()
            .map(|run| match run.style {
                Style::Quote => format!("“{}”", run.words),
                Style::Deleted => format!("[-{}-]", run.words),
                Style::Inserted => format!("{{+{}+}}", run.words),
                Style::Span(_) => format!("⟨{}⟩", run.words),
                _ => run.words.clone(),
            })
            .collect()
    }
}

impl Table {
    /// Whether any mark in the table is stale, so that the legend must say how that looks.
    pub(crate) fn has_stale(&self) -> bool {
        let marks = self.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.mark.as_ref());
        marks.into_iter().any(|mark| mark.stale)
    }
}

impl Mark {
    /// What the mark means, in words: "accept, stale".
    pub(crate) fn meaning(&self) -> String {
        match (self.name.is_empty(), self.stale) {
            (_, false) => self.name.clone(),
            (false, true) => format!("{}, stale", self.name),
            (true, true) => "stale".to_owned(),
        }
    }
}

impl Strip {
    /// The heads of the stages on the main line with an arrow between two that follow each other.
    pub(crate) fn main_line(&self, arrow: &str, speak: Speak<'_>) -> String {
        let mut out = String::new();
        let mut last: Option<usize> = None;
        for (index, stage) in self.stages.iter().enumerate().filter(|(_, stage)| !stage.branch) {
            if let Some(last) = last {
                out.push_str(if stage.after.contains(&last) { arrow } else { "; " });
            }
            out.push_str(&speak(&stage.head));
            last = Some(index);
        }
        out
    }

    /// The heads of the stages that a stage follows from.
    pub(crate) fn origins(&self, stage: &Stage, speak: Speak<'_>) -> String {
        let origins = stage.after.iter().filter_map(|&index| self.stages.get(index));
        origins.map(|origin| speak(&origin.head)).collect::<Vec<_>>().join(", ")
    }
}

impl Bars {
    /// Every count with its stages, one sentence each.
    pub(crate) fn sentences(&self, speak: Speak<'_>) -> Vec<String> {
        let row = |row: &BarRow| {
            let counts = self.stages.iter().zip(&row.values);
            let counts: Vec<String> =
                counts.map(|(stage, value)| format!("{} {value}", speak(stage))).collect();
            format!("{}: {}", speak(&row.title), counts.join(", "))
        };
        self.rows.iter().map(row).collect()
    }
}

impl Network {
    /// Who is at the table, who is not, and every tie, one sentence each.
    pub(crate) fn sentences(&self, speak: Speak<'_>) -> Vec<String> {
        let mut out = Vec::new();
        for (inside, place) in [(true, "at the table"), (false, "not at the table")] {
            let names: Vec<String> = self
                .nodes
                .iter()
                .filter(|node| node.inside == inside)
                .map(|node| node.named(speak))
                .collect();
            if !names.is_empty() {
                out.push(format!("{place}: {}", names.join(", ")));
            }
        }
        out.extend(self.edges.iter().map(|edge| {
            let beside = if edge.dashed { " (beside the talks)" } else { "" };
            let ends = [&edge.from, &edge.to].map(|key| self.title_of(key, speak));
            format!("{} -- {}: {}{beside}", ends[0], ends[1], speak(&edge.title))
        }));
        out
    }

    fn title_of(&self, key: &str, speak: Speak<'_>) -> String {
        let node = self.nodes.iter().find(|node| node.key == key);
        node.map_or_else(|| speak(&key.into()), |node| speak(&node.title))
    }
}

impl Node {
    fn named(&self, speak: Speak<'_>) -> String {
        let lines: Vec<String> = self.lines.iter().map(speak).collect();
        if lines.is_empty() {
            speak(&self.title)
        } else {
            format!("{} ({})", speak(&self.title), lines.join("; "))
        }
    }
}

impl Timeline {
    /// Every row and its dated marks, one sentence each row.
    pub(crate) fn sentences(&self, speak: Speak<'_>) -> Vec<String> {
        let rows = self.rows.iter().map(|row| {
            let marks: Vec<String> = row.marks.iter().map(|mark| mark.sentence(speak)).collect();
            format!("{}: {}", speak(&row.title), marks.join("; "))
        });
        rows.collect()
    }

    /// The shapes on the timeline with the words that each stands for: "planned or expected".
    pub(crate) fn key_to_shapes(&self) -> Vec<(Shape, String)> {
        let mut words: BTreeMap<Shape, BTreeSet<&str>> = BTreeMap::new();
        for mark in self.rows.iter().flat_map(|row| &row.marks) {
            let state = if mark.state.is_empty() { "happened" } else { mark.state.as_str() };
            words.entry(mark.shape).or_default().insert(state);
        }
        let joined = |(shape, words): (Shape, BTreeSet<&str>)| {
            (shape, words.into_iter().collect::<Vec<_>>().join(" or "))
        };
        words.into_iter().map(joined).collect()
    }
}

impl TimelineMark {
    /// The mark with its days: `2025-11-24 Geneva`, and what its shape says.
    pub(crate) fn sentence(&self, speak: Speak<'_>) -> String {
        format!("{} {}", day::span(self.from, self.to), self.named(speak))
    }

    /// What is written at the mark, and what its shape says: `Signing (conditional)`.
    pub(crate) fn named(&self, speak: Speak<'_>) -> String {
        match self.state.as_str() {
            "" => speak(&self.title),
            state => format!("{} ({})", speak(&self.title), speak(&state.into())),
        }
    }
}
