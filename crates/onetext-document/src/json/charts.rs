//! Charts of numbers as JSON: bars over stages, points on a plane, lines over scales, ranges.

use super::text;
use super::value::{Members, Value};
use crate::{Bars, Parallel, Plane, Ranges, Scale};

pub(super) fn bars(members: Members, bars: &Bars) -> Value {
    let rows = bars.rows.iter().map(|row| {
        let values = row.values.iter().map(|value| Value::Words(value.to_string()));
        Members::default().with("title", text(&row.title)).list("values", values).end()
    });
    members
        .words("key", bars.key.as_str())
        .with("alternative", text(&bars.alternative))
        .list("stages", bars.stages.iter().map(text))
        .list("rows", rows)
        .end()
}

pub(super) fn plane(members: Members, plane: &Plane) -> Value {
    let marks = plane.marks.iter().map(|mark| {
        let members =
            Members::default().with("title", text(&mark.title)).words("values", mark.values.as_str());
        members.list("at", [mark.at.0, mark.at.1].map(number)).end()
    });
    let points = plane.points.iter().map(|&(across, up)| Value::List(vec![number(across), number(up)]));
    members
        .words("key", plane.key.as_str())
        .with("alternative", text(&plane.alternative))
        .with("across", scale(&plane.across))
        .with("up", scale(&plane.up))
        .list("corner", plane.corner.into_iter().flat_map(|(across, up)| [across, up]).map(number))
        .list("points", points)
        .list("marks", marks)
        .end()
}

pub(super) fn parallel(members: Members, parallel: &Parallel) -> Value {
    let lines = parallel.lines.iter().map(|line| {
        let values = line.values.iter().map(|value| Value::Words(value.clone()));
        Members::default().with("title", text(&line.title)).list("values", values).end()
    });
    members
        .words("key", parallel.key.as_str())
        .with("alternative", text(&parallel.alternative))
        .list("scales", parallel.scales.iter().map(scale))
        .list("lines", lines)
        .end()
}

pub(super) fn ranges(members: Members, ranges: &Ranges) -> Value {
    let rows = ranges.rows.iter().map(|row| {
        let spans = row.spans.iter().map(|&(from, to)| Value::List(vec![number(from), number(to)]));
        Members::default()
            .with("title", text(&row.title))
            .with("words", text(&row.words))
            .list("spans", spans)
            .end()
    });
    members
        .words("key", ranges.key.as_str())
        .with("alternative", text(&ranges.alternative))
        .with("scale", scale(&ranges.scale))
        .list("shared", ranges.shared.into_iter().flat_map(|(from, to)| [from, to]).map(number))
        .list("rows", rows)
        .list("ticks", ranges.ticks.iter().map(|(_, title)| text(title)))
        .end()
}

fn scale(scale: &Scale) -> Value {
    Members::default()
        .with("title", text(&scale.title))
        .words("from", scale.from.as_str())
        .words("to", scale.to.as_str())
        .end()
}

fn number(thousandths: i64) -> Value {
    Value::Words(thousandths.to_string())
}
