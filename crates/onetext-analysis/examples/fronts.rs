//! Times exact fronts of generated spaces: opposed, real-valued weights.
//!
//! Every party has a random weight for each issue and random values for its options, in ascending order for even parties and
//! in descending order for odd ones. `fronts PARTIES ISSUES OPTIONS [RUNS [SEED]]` prints sizes and times; without
//! arguments, the four cases of the bar.

use std::time::Instant;

use onetext_analysis::{Budget, Issue, Scenario, Space, Utility, UtilityFunction, front};

const SEED: u64 = 2025;
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

/// Opposed, real-valued weights.
fn opposed(parties: usize, issues: usize, options: usize, seed: u64) -> Scenario {
    let mut numbers = Numbers(seed);
    let names: Vec<String> = (0..options).map(|option| option.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let space = Space::new((0..issues).map(|_| Issue::listed("issue", &names)).collect()).expect("a space");
    let name = format!("{parties} parties, {issues} issues x {options} options, seed {seed}");
    let mut scenario = Scenario::new(&name, space);
    for party in 0..parties {
        let weights: Vec<f64> = (0..issues).map(|_| numbers.unit()).collect();
        let total: f64 = weights.iter().sum();
        let row = |weight: &f64| {
            let mut values: Vec<f64> = (0..options).map(|_| numbers.unit()).collect();
            values.sort_by(f64::total_cmp);
            if party % 2 == 1 {
                values.reverse();
            }
            values
                .iter()
                .map(|value| Utility::rounded(value * weight / total).expect("at most one"))
                .collect()
        };
        let table = weights.iter().map(row).collect();
        scenario = scenario.with_party(&format!("party {party}"), UtilityFunction::additive(table));
    }
    scenario
}

/// A stream of numbers that is the same everywhere (Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators").
struct Numbers(u64);

impl Numbers {
    /// At least 0 and less than 1.
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}
