//! Charts as lines: the text alternative, then what the picture would show, in words and dated marks.

use super::line::{self, Line, Measure, Weight};
use super::words;
use crate::{Bars, Chart, Shape, Timeline, TimelineMark, TimelineRow, day};

/// An axis is drawn only where it has at least this many columns.
const AXIS_WIDTH_MIN: usize = 24;

/// Labels of rows take at most this share of the width: one in ...
const LABEL_SHARE: usize = 4;

/// The chart.
pub(super) fn lines(chart: &Chart, measure: Measure) -> Vec<Line> {
    match chart {
        Chart::Timeline(timeline) => timeline_lines(timeline, measure),
        Chart::Bars(bars) => bar_lines(bars, measure),
        Chart::Network(_) | Chart::Plane(_) | Chart::Parallel(_) | Chart::Ranges(_) => {
            spoken_lines(chart, measure)
        }
    }
}

fn spoken_lines(chart: &Chart, measure: Measure) -> Vec<Line> {
    let mut out = line::wrapped(&words::of(chart.alternative()), measure, Weight::Plain);
    for sentence in chart.sentences(&words::of) {
        out.extend(bulleted(&sentence, measure));
    }
    out
}

/// So wide is the longest bar, in columns.
const BAR_WIDTH: usize = 20;

fn bar_lines(bars: &Bars, measure: Measure) -> Vec<Line> {
    let mut out = line::wrapped(&words::of(&bars.alternative), measure, Weight::Plain);
    for row in &bars.rows {
        out.extend(line::wrapped(&words::of(&row.title), measure, Weight::Strong));
        let most = row.values.iter().max().copied().unwrap_or(0).max(1);
        for (stage, value) in bars.stages.iter().zip(&row.values) {
            let bar = "▇".repeat(value.saturating_mul(BAR_WIDTH).div_ceil(most));
            out.extend(bulleted(format!("{bar} {value} {}", words::of(stage)).trim_start(), measure));
        }
    }
    out
}

fn timeline_lines(timeline: &Timeline, measure: Measure) -> Vec<Line> {
    let mut out = line::wrapped(&words::of(&timeline.alternative), measure, Weight::Plain);
    out.extend(Axis::of(timeline, measure).map(|axis| axis.lines()).unwrap_or_default());
    for row in &timeline.rows {
        out.extend(line::wrapped(&words::of(&row.title), measure, Weight::Strong));
        for mark in &row.marks {
            out.extend(bulleted(&mark.sentence(&words::of), measure));
        }
    }
    out
}

fn bulleted(words: &str, measure: Measure) -> Vec<Line> {
    line::led("- ", line::wrapped(words, measure.less(2), Weight::Plain))
}

fn signed((shape, words): (Shape, String)) -> String {
    format!("{} {words}", sign(shape))
}

fn sign(shape: Shape) -> char {
    match shape {
        Shape::Disc => '*',
        Shape::Ring => 'o',
        Shape::Diamond => '^',
        Shape::Query => '?',
    }
}

/// The rows of a timeline drawn with letters: `=` between the first and last day of what happened, `-` of what has
/// not, `:` today.
struct Axis<'a> {
    timeline: &'a Timeline,
    label_width: usize,
    width: usize,
    mirrored: bool,
}

impl<'a> Axis<'a> {
    fn of(timeline: &'a Timeline, measure: Measure) -> Option<Self> {
        let widest = timeline.rows.iter().map(|row| words::natural_width(&words::of(&row.title))).max()?;
        let label_width = widest.clamp(1, measure.width / LABEL_SHARE);
        let width = measure.width.checked_sub(label_width + 1).filter(|&width| width >= AXIS_WIDTH_MIN)?;
        Some(Axis { timeline, label_width, width, mirrored: measure.mirrored })
    }

    fn lines(&self) -> Vec<Line> {
        let mut out = vec![Line::new(self.ends(), Weight::Faint)];
        out.extend(self.timeline.rows.iter().map(|row| Line::new(self.row(row), Weight::Plain)));
        let mut signs: Vec<String> = self.timeline.key_to_shapes().into_iter().map(signed).collect();
        signs.push(": today".to_owned());
        out.extend(
            words::wrap(&words::of(&signs.join("  ").into()), self.width)
                .into_iter()
                .map(|words| Line::new(words, Weight::Faint)),
        );
        out
    }

    fn ends(&self) -> String {
        let (from, to) = (self.short(&self.timeline.from.1), self.short(&self.timeline.to.1));
        let gap = self.width.saturating_sub(words::width(&from) + words::width(&to));
        self.with_label("", &format!("{from}{}{to}", " ".repeat(gap)))
    }

    fn short(&self, date: &str) -> String {
        words::wrap(&words::of(&date.into()), self.width / 2).swap_remove(0)
    }

    fn row(&self, row: &TimelineRow) -> String {
        let mut axis: Vec<char> = vec!['.'; self.width];
        if let Some(today) = self.timeline.today {
            self.put(&mut axis, today, ':');
        }
        for mark in &row.marks {
            self.put_mark(&mut axis, mark);
        }
        let label = words::wrap(&words::of(&row.title), self.label_width).swap_remove(0);
        self.with_label(&label, &axis.iter().collect::<String>())
    }

    fn put_mark(&self, axis: &mut [char], mark: &TimelineMark) {
        let point = sign(mark.shape);
        let bar = if mark.shape == Shape::Disc { '=' } else { '-' };
        let (start, end) = (self.place(mark.from), self.place(mark.to));
        axis[start..=end.max(start)].fill(bar);
        axis[start] = point;
        axis[end.max(start)] = point;
    }

    fn put(&self, axis: &mut [char], day_number: i64, sign: char) {
        axis[self.place(day_number)] = sign;
    }

    /// The column of a day; days off the axis stand at its ends.
    fn place(&self, day_number: i64) -> usize {
        day::share(day_number, self.timeline.from.0, self.timeline.to.0, self.width - 1)
    }

    fn with_label(&self, label: &str, axis: &str) -> String {
        let pad = " ".repeat(self.label_width.saturating_sub(words::width(label)));
        // The axis itself runs from left to right in every language; only its label changes sides.
        if self.mirrored {
            format!("{axis} {}{label}{pad}", line::pin(label))
        } else {
            format!("{label}{pad} {axis}")
        }
    }
}
