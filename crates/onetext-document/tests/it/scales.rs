//! A sample document of the charts of numbers: a plane, scales side by side, ranges.

use onetext_document::{
    Block, Chart, Document, Parallel, ParallelLine, Plane, PlaneMark, RangeRow, Ranges, Scale, Shape,
};

/// The charts of numbers: a plane, scales side by side, ranges.
pub(crate) fn document() -> Document {
    let unit = |title: &str| Scale::new(title, "0", "1");
    let mark = |at, title: &str, values: &str, shape| PlaneMark {
        at,
        title: title.into(),
        values: values.into(),
        shape,
    };
    let plane = Plane {
        key: "plane".into(),
        alternative: "What Delta and Upland would have: the front, and two drafts.".into(),
        across: unit("Delta"),
        up: unit("Upland"),
        corner: Some((300, 350)),
        points: (0..60).map(|at| (at * 16, 1000 - at * at * 27 / 100)).collect(),
        marks: vec![
            mark((640, 568), "Nash", "0.640 / 0.568", Shape::Disc),
            mark((640, 568), "Kalai-Smorodinsky", "0.640 / 0.568", Shape::Disc),
            mark((410, 420), "Draft 2", "0.410 / 0.420", Shape::Ring),
        ],
    };
    let line = |title: &str, places: &[i64]| ParallelLine {
        title: title.into(),
        places: places.to_vec(),
        values: places.iter().map(|place| format!("0.{place:03}")).collect(),
    };
    let parallel = Parallel {
        key: "parallel".into(),
        alternative: "What four parties would have.".into(),
        scales: ["Delta", "Lakeside", "Midland", "Upland"].map(unit).to_vec(),
        bars: vec![Some(300), None, Some(420), Some(350)],
        faint: (0..40)
            .map(|at| vec![300 + at * 15, 900 - at * 12, 400 + at * at % 500, 950 - at * 14])
            .collect(),
        lines: vec![line("Nash", &[640, 560, 610, 540]), line("Draft 2", &[410, 380, 500, 420])],
    };
    let row = |title: &str, spans: &[(i64, i64)], words: &str| RangeRow {
        title: title.into(),
        spans: spans.to_vec(),
        words: words.into(),
    };
    let ranges = Ranges {
        key: "ranges".into(),
        alternative: "Minimum flow: what each side accepts.".into(),
        scale: Scale::new("m³/s", "200", "600"),
        rows: vec![
            row("Delta", &[(440, 690)], "accepts 375 to 475"),
            row("Lakeside", &[], "not stated"),
            row("Upland", &[(125, 440)], "accepts 250 to 375"),
        ],
        shared: Some((440, 440)),
        ticks: vec![(440, "Draft 2: 375".into())],
    };
    [Chart::Plane(plane), Chart::Parallel(parallel), Chart::Ranges(ranges)]
        .into_iter()
        .fold(Document::new("numbers", "Numbers"), |page, chart| page.with(Block::Chart(chart)))
}
