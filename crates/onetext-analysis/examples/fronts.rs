//! Times exact fronts of generated spaces: opposed, real-valued weights.
//!
//! `fronts PARTIES ISSUES OPTIONS [RUNS [SEED]]` prints sizes and times; without arguments, of four cases.

mod generated;

use std::time::Instant;

use generated::{SEED, opposed};
use onetext_analysis::{Budget, Scenario, front};

/// Parties, issues, options, runs.
const CASES: [[usize; 4]; 4] = [[2, 50, 10, 31], [2, 200, 10, 11], [3, 30, 5, 7], [4, 20, 5, 5]];

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    if let [parties, issues, options, rest @ ..] = &asked[..] {
        let seed = rest.get(1).map_or(SEED, |&seed| seed as u64);
        time(&opposed(*parties, *issues, *options, seed), rest.first().copied().unwrap_or(5));
        return;
    }
    for [parties, issues, options, runs] in CASES {
        time(&opposed(parties, issues, options, SEED), runs);
    }
}

#[expect(clippy::disallowed_methods, reason = "an example that measures has a clock; the crate has none")]
fn time(scenario: &Scenario, runs: usize) {
    let mut times = Vec::new();
    let mut size = 0;
    for _ in 0..runs {
        let start = Instant::now();
        let front = front::exact(scenario, &Budget::unlimited()).expect("no limit");
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        size = front.len();
    }
    times.sort_by(f64::total_cmp);
    println!(
        "{}: {size} vectors; best {:.3} ms, median of {runs} {:.3} ms",
        scenario.name,
        times[0],
        times[runs / 2]
    );
}
