//! Random small disputes, the same for the same seed. Also read by the tests inside the crate.

use super::library::conflicts::{Demand, Dispute};
use super::library::{
    Choice, Dependency, Issue, OptionIndex, PartyIndex, Space, Term, Utility, UtilityFunction,
};

/// Numbers from a seed (`SplitMix64`, Steele, Lea & Flood 2014).
pub struct Numbers(pub u64);

impl Numbers {
    /// A number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(bound).unwrap()).unwrap()
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn choice(&mut self, space: &Space) -> Choice {
        let issue = self.below(space.issues().len());
        let option = self.below(space.issues()[issue].options.len());
        Choice::new(u16::try_from(issue).unwrap(), u16::try_from(option).unwrap())
    }

    pub fn space(&mut self, issues_max: usize, options_max: usize, ties: usize) -> Space {
        let issues = 1 + self.below(issues_max);
        let names: Vec<String> = (0..options_max).map(|option| option.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let issues =
            (0..issues).map(|issue| Issue::listed(&issue.to_string(), &names[..=self.below(options_max)]));
        let mut space = Space::new(issues.collect()).unwrap();
        for _ in 0..self.below(ties + 1) {
            let (a, b, c) = (self.choice(&space), self.choice(&space), self.choice(&space));
            space = match self.below(4) {
                0 => space.with(Dependency::Excludes(a, b)).unwrap(),
                1 => space.with(Dependency::Requires(a, b)).unwrap(),
                2 => space.with(Dependency::AtMost { of: vec![a, b, c], most: self.below(3) }).unwrap(),
                _ => space.without(a).unwrap(),
            };
        }
        space
    }

    pub fn utility(&mut self, space: &Space) -> UtilityFunction {
        let mut value = |spread: usize| {
            let number = self.below(2 * spread + 1);
            Utility::hundredths(i64::try_from(number).unwrap() - i64::try_from(spread).unwrap())
        };
        let table = space.issues().iter().map(|issue| issue.options.iter().map(|_| value(4)).collect());
        let mut utility = UtilityFunction::additive(table.collect());
        for _ in 0..self.below(3) {
            let within = (0..self.below(3)).map(|_| {
                let choice = self.choice(space);
                let last = space.issues()[choice.issue.at()].options.len() - 1;
                (choice.issue, vec![choice.option, OptionIndex(u16::try_from(last).unwrap())])
            });
            let within: Vec<_> = within.collect();
            let value = Utility::hundredths(i64::try_from(self.below(9)).unwrap() - 4);
            utility.terms.push(Term { within, value });
        }
        utility
    }

    pub fn demand(&mut self, space: &Space, parties: usize, with_utility: bool) -> Demand {
        let party = PartyIndex(u16::try_from(self.below(parties)).unwrap());
        if with_utility && self.chance(25) {
            return Demand::at_least(party, Utility::hundredths(i64::try_from(self.below(12)).unwrap() - 3));
        }
        let issue = self.choice(space).issue;
        let share = 20 + self.below(60);
        let options = (0..u16::try_from(space.issues()[issue.at()].options.len()).unwrap()).map(OptionIndex);
        let allowed: Vec<OptionIndex> = options.filter(|_| self.chance(share)).collect();
        Demand::one_of(party, issue, &allowed)
    }
}

/// How large a random dispute may be.
#[derive(Clone, Copy)]
pub struct Size {
    pub issues: usize,
    pub options: usize,
    pub ties: usize,
    pub demands: usize,
}

/// A random dispute of three parties, asked of a function; four of ten have demands for utility.
pub fn with_random<T>(seed: u64, size: Size, ask: impl FnOnce(&Dispute) -> T) -> T {
    let mut numbers = Numbers(seed);
    let space = numbers.space(size.issues, size.options, size.ties);
    let utilities: Vec<_> = (0..3).map(|_| numbers.utility(&space)).collect();
    let with_utility = numbers.chance(40);
    let mut dispute = Dispute::new(&space, 3);
    for (party, utility) in (0..).map(PartyIndex).zip(&utilities) {
        dispute = dispute.valuing(party, utility);
    }
    for _ in 0..numbers.below(size.demands + 1) {
        dispute = dispute.demanding(numbers.demand(&space, 3, with_utility));
    }
    ask(&dispute)
}
