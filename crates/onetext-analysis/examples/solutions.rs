//! Times every solution concept on points as they lie on large fronts: 109,000 of two parties, 93,000 of four, and points that
//! all tie for the largest sum.
#![expect(clippy::cast_precision_loss, reason = "53 bits are exact")]

use std::time::Instant;

use onetext_analysis::Utility;
use onetext_analysis::solutions::{
    BargainingProblem, Convention, Solutions, egalitarian, kalai_smorodinsky, leximin, min_spread, nash,
    relative_utilitarian, rescaling, utilitarian,
};

const SEED: u64 = 2025;
const RUNS: usize = 15;

fn main() {
    let mut numbers = Numbers(SEED);
    let arc = |numbers: &mut Numbers, parties: usize| -> Vec<Utility> {
        let parts: Vec<f64> = (0..parties).map(|_| numbers.unit()).collect();
        let length = libm::sqrt(parts.iter().map(|part| part * part).sum());
        parts.iter().map(|part| Utility::rounded(part / length).expect("at most one")).collect()
    };
    let two = sorted((0..109_000).map(|_| arc(&mut numbers, 2)).collect());
    let four = sorted((0..93_000).map(|_| arc(&mut numbers, 4)).collect());
    let line: Vec<Vec<Utility>> =
        (0..109_000).map(|at| vec![Utility(1_089_990 - 10 * at), Utility(10 * at)]).collect();
    time_all("2 parties, 109,000 points on an arc", &two);
    time_all("4 parties, 93,000 points on an arc", &four);
    time_all("2 parties, 109,000 points with one sum", &line);
}

fn sorted(mut vectors: Vec<Vec<Utility>>) -> Vec<Vec<Utility>> {
    vectors.sort_by(|a, b| b.cmp(a));
    vectors
}

fn time_all(name: &str, vectors: &[Vec<Utility>]) {
    let nothing = vec![Utility::ZERO; vectors[0].len()];
    let parties = nothing.len();
    let flat: Vec<Utility> = vectors.concat();
    let problem = || BargainingProblem::rational(flat.chunks_exact(parties), &nothing).expect("rational");
    println!("{name}");
    time("the problem itself", || problem().points());
    let problem = problem();
    let places = |chosen: Option<Vec<usize>>| chosen.map_or(0, |places| places.len());
    time("nash", || places(nash(&problem).map(|best| best.places)));
    time("kalai-smorodinsky", || places(kalai_smorodinsky(&problem).map(|best| best.places)));
    time("egalitarian", || places(egalitarian(&problem).map(|best| best.places)));
    time("leximin", || places(leximin(&problem).map(|best| best.places)));
    time("utilitarian", || places(utilitarian(&problem).map(|best| best.places)));
    time("relative utilitarian", || places(relative_utilitarian(&problem).map(|best| best.places)));
    time("min spread", || places(min_spread(&problem).map(|best| best.places)));
    time("all of the textbook", || {
        places(Solutions::of(&problem, Convention::Textbook).map(|all| all.nash.places))
    });
    time("rescaling, utilitarian", || rescaling::utilitarian(&problem).map_or(0, |all| all.len()));
    time("rescaling, leximin", || rescaling::leximin(&problem).map_or(0, |all| all.len()));
}

#[expect(clippy::disallowed_methods, reason = "an example that measures has a clock; the crate has none")]
fn time(name: &str, run: impl Fn() -> usize) {
    let mut times = Vec::new();
    let mut found = 0;
    for _ in 0..RUNS {
        let start = Instant::now();
        found = std::hint::black_box(run());
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    println!("  {name}: {found} found; best {:.3} ms, median {:.3} ms", times[0], times[RUNS / 2]);
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
