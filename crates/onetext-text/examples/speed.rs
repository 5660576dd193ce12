//! How long it takes to read two drafts, to align them and to compare them: the median of many runs, in milliseconds.
//! Usage: speed OLD NEW [RUNS]. For bench/drafts.sh.
#![expect(clippy::disallowed_methods, reason = "a measurement reads files and the clock")]
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

use std::hint::black_box;
use std::time::Instant;

use onetext_text::draft::read_markdown;
use onetext_text::lineage::{Level, align};
use onetext_text::redline::redline;

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let runs: usize = arguments.get(3).map_or(21, |runs| runs.parse().unwrap());
    let [old, new] = [1, 2].map(|at| std::fs::read_to_string(&arguments[at]).unwrap());
    let timed = |work: &dyn Fn()| {
        let times = (0..runs).map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1000.0
        });
        median(times.collect())
    };
    let (one, other) = (read_markdown(&old), read_markdown(&new));
    let reading = timed(&|| {
        black_box((read_markdown(&old), read_markdown(&new)));
    });
    let aligning = timed(&|| {
        black_box(align(&one, &other, Level::Paragraph));
    });
    let whole = timed(&|| {
        black_box(redline(&read_markdown(&old), &read_markdown(&new)));
    });
    println!(
        "read {reading:.2} ms, align {aligning:.2} ms, all of the redline {whole:.2} ms (median of {runs})"
    );
}
