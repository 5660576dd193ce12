//! How long lint takes on a text: the median of many runs, in milliseconds. Usage: `lint_speed` FILE [RUNS].
#![expect(clippy::disallowed_methods, reason = "a measurement reads files and the clock")]
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

use std::hint::black_box;
use std::time::Instant;

use onetext_model::TextForm;
use onetext_text::draft::read_markdown;
use onetext_text::lint::{Choice, Given, Subject, Verbatim, lint};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let runs: usize = arguments.get(2).map_or(21, |runs| runs.parse().unwrap());
    let source = std::fs::read_to_string(&arguments[1]).unwrap();
    let draft = read_markdown(&source);
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            let text = Verbatim::of(&draft, TextForm::Verbatim).unwrap();
            black_box(lint(&Subject::of(text, Given::default()), &Choice::default()));
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{} bytes: lint {:.2} ms (median of {runs})", source.len(), times[times.len() / 2]);
}
