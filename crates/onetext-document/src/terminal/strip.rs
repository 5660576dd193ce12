//! A strip as lines: the main line in one row of arrows, then a short block for every stage.

use super::line::{self, Line, Measure, Weight};
use super::{blocks, words};
use crate::{Stage, Strip};

/// The strip.
pub(super) fn lines(strip: &Strip, measure: Measure) -> Vec<Line> {
    let heading = words::wrap(&strip.main_line(" -> ", &words::of), measure.width);
    let mut out: Vec<Line> = heading.into_iter().map(|words| Line::new(words, Weight::Strong)).collect();
    for stage in &strip.stages {
        out.extend(stage_lines(strip, stage, measure));
    }
    out
}

fn stage_lines(strip: &Strip, stage: &Stage, measure: Measure) -> Vec<Line> {
    let lead = if stage.branch { "  +- " } else { "" };
    let inner = measure.less(words::width(lead));
    let mut out = line::led(lead, line::wrapped(&stage_name(strip, stage), inner, Weight::Plain));
    let indent = " ".repeat(words::width(lead) + 2);
    let inner = measure.less(indent.len());
    for words in stage_words(stage, measure.tight) {
        out.extend(line::led(&indent, line::wrapped(&words, inner, Weight::Faint)));
    }
    out.extend(blocks::opened_lines(&stage.opens, measure));
    out
}

/// The stage's further lines; on a tight page all in one.
fn stage_words(stage: &Stage, tight: bool) -> Vec<String> {
    let lines: Vec<String> = stage.lines.iter().map(words::of).collect();
    if tight && !lines.is_empty() { vec![lines.join(" · ")] } else { lines }
}

/// `28  Plan of 19 November`, and for a branch where it comes from.
pub(super) fn stage_name(strip: &Strip, stage: &Stage) -> String {
    let name = format!("{}  {}", words::of(&stage.head), words::of(&stage.title));
    let origins = strip.origins(stage, &words::of);
    if stage.branch && !origins.is_empty() { format!("{name} (from {origins})") } else { name }
}
