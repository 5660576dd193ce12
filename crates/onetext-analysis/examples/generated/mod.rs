//! Generated scenarios that the examples measure; the same on every machine.

use onetext_analysis::{Issue, Scenario, Space, Utility, UtilityFunction};

/// What the random numbers start from, where nothing else is asked for.
pub const SEED: u64 = 2025;

/// Opposed, real-valued weights: every party has a random weight for each issue and random values for its options, ascending
/// for even parties and descending for odd ones; its weights sum to one.
pub fn opposed(parties: usize, issues: usize, options: usize, seed: u64) -> Scenario {
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
        f64::from(u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap_or(0)) / 4_294_967_296.0
    }
}
