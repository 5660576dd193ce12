//! Times the front and all solutions of a scenario, in the convention of `NegMAS`, for `bench/settle.sh`.
//!
//! `settle FILE RUNS` reads a `scenario.json` and prints the best and the median time in milliseconds, from the scenario in
//! memory to the rational front, the Nash, Kalai-Smorodinsky, egalitarian and utilitarian points, and how many vectors the
//! front has. `settle PARTIES ISSUES OPTIONS` prints a generated scenario as such a file.
#![expect(
    clippy::disallowed_methods,
    reason = "an example that measures reads a file and has a clock; the crate does not"
)]

mod generated;

use std::hint::black_box;
use std::time::Instant;

use generated::{SEED, opposed};
use onetext_analysis::settlement::bargain;
use onetext_analysis::solutions::Convention;
use onetext_analysis::{Budget, Scenario, exchange, front};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match &words[..] {
        [file, runs] => {
            let bytes = std::fs::read(file).expect("a file");
            let (scenario, _) = exchange::read(&[("scenario.json".to_owned(), bytes)]).expect("a scenario");
            time(&scenario, runs.parse().expect("a number of runs"));
        }
        [parties, issues, options] => {
            let number = |word: &String| word.parse().expect("a number");
            print(&opposed(number(parties), number(issues), number(options), SEED));
        }
        _ => eprintln!("settle FILE RUNS, or settle PARTIES ISSUES OPTIONS"),
    }
}

fn time(scenario: &Scenario, runs: usize) {
    let mut times = Vec::with_capacity(runs);
    let mut vectors = 0;
    for _ in 0..runs {
        let start = Instant::now();
        let budget = Budget::unlimited();
        let front = front::rational(black_box(scenario), &budget).expect("no limit");
        black_box(bargain(scenario, &front, Convention::Negmas, &budget).expect("no limit").ok());
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        vectors = front.len();
    }
    times.sort_by(f64::total_cmp);
    println!("{} {} {vectors}", times[0], times[runs / 2]);
}

fn print(scenario: &Scenario) {
    let issues = scenario.space.issues().iter();
    let issues: Vec<_> =
        issues.map(|issue| serde_json::json!({ "name": issue.name, "options": issue.options })).collect();
    let cell = |issue: usize, option: usize| -> Vec<f64> {
        scenario.parties.iter().map(|party| party.utility.table[issue][option].approximate()).collect()
    };
    let table: Vec<Vec<_>> = (0..)
        .zip(scenario.space.issues())
        .map(|(issue, of)| (0..of.options.len()).map(|option| cell(issue, option)).collect())
        .collect();
    let parties: Vec<_> = scenario
        .parties
        .iter()
        .map(|party| serde_json::json!({ "name": party.name, "reservation": 0.0, "discount": 1.0 }))
        .collect();
    let file =
        serde_json::json!({ "name": scenario.name, "issues": issues, "table": table, "parties": parties });
    println!("{file}");
}
