//! Packages drawn from a space, each equally likely, by seed.

use num_bigint::BigUint;

use super::diagram::Size;
use super::draws::Draws;
use super::relax::Relaxed;
use super::rules::Rules;
use super::tally::Counted;
use super::{OptionIndex, Package, Space};
use crate::{Budget, Stopped};

/// Draws that may be turned down before a package is given up on.
pub const TRIES_MAX: u64 = 1 << 16;

/// A space made ready to count and to draw from.
///
/// Components up to the stated size are counted exactly, and drawn by those counts. Of a larger one, packages are drawn from a
/// countable space around it (some of its dependencies left away) until one keeps to all dependencies. Both ways every package
/// is equally likely; the second may take long, or find none.
#[derive(Clone, Debug)]
pub struct Sampler {
    issues: usize,
    pub(super) counted: Vec<Counted>,
    pub(super) relaxed: Vec<Relaxed>,
    empty: bool,
}

/// Packages drawn from a space, in the order of their draws. One package may come more than once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The packages; fewer than were asked for where the space has none, or where too many draws were turned down.
    pub packages: Vec<Package>,
    /// How they were drawn.
    pub drawn: Drawn,
}

/// How packages were drawn. Each way, every package of the space is equally likely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// By exact counts.
    ByCounts,
    /// From a space around the space, where packages outside the space were turned down.
    ByRejection {
        /// Packages of the space around it.
        around: BigUint,
        /// How many draws were turned down.
        turned_down: u64,
    },
}

impl Space {
    /// Draws so many packages, each equally likely. The draw of number n has a stream of its own, so that a longer sample of
    /// the same seed begins with the same packages.
    ///
    /// ```
    /// use onetext_analysis::{Budget, Issue, Space};
    /// let issue = |name| Issue::listed(name, &["yes", "no", "later"]);
    /// let space = Space::new(vec![issue("Cap"), issue("Fund"), issue("Monitor")])?;
    /// let sample = space.sample(7, 5, &Budget::unlimited())?;
    /// assert_eq!(sample.packages.len(), 5);
    /// assert!(sample.packages.iter().all(|package| space.contains(package)));
    /// # Ok::<(), onetext_analysis::Error>(())
    /// ```
    pub fn sample(&self, seed: u64, packages: u64, budget: &Budget) -> Result<Sample, Stopped> {
        Sampler::new(self, budget)?.sample(seed, packages, budget)
    }
}

impl Sampler {
    /// Makes a space ready.
    pub fn new(space: &Space, budget: &Budget) -> Result<Self, Stopped> {
        Self::up_to(space, super::count::COUNTED_WORDS_MAX, budget)
    }

    /// The same where components are exact only up to that size: words of all their decision diagrams together.
    pub fn up_to(space: &Space, words_max: usize, budget: &Budget) -> Result<Self, Stopped> {
        let rules = Rules::of(space);
        let empty = rules.open.iter().any(Vec::is_empty);
        let mut sampler =
            Sampler { issues: space.issues.len(), counted: Vec::new(), relaxed: Vec::new(), empty };
        if !empty {
            let mut left = words_max;
            for part in rules.parts() {
                let issues = part.issues.clone();
                if let Some(counted) = Counted::of(part, Size { words_max: left }, budget)? {
                    left = left.saturating_sub(counted.words());
                    sampler.empty |= counted.total() == BigUint::ZERO;
                    sampler.counted.push(counted);
                } else {
                    sampler.relaxed.push(Relaxed::of(&rules, &issues, Size { words_max }, budget)?);
                }
            }
        }
        Ok(sampler)
    }

    /// Whether it is certain that there is no package.
    pub fn is_empty(&self) -> bool {
        self.empty || self.relaxed.iter().any(|relaxed| relaxed.at_most() == BigUint::ZERO)
    }

    /// Whether every component is counted exactly.
    pub fn is_exact(&self) -> bool {
        self.empty || self.relaxed.is_empty()
    }

    /// Draws so many packages; see [`Space::sample`].
    pub fn sample(&self, seed: u64, packages: u64, budget: &Budget) -> Result<Sample, Stopped> {
        let (mut found, mut turned_down) = (Vec::new(), 0);
        for stream in 0..packages {
            let package = self.draw(&mut Draws::new(seed, stream), &mut turned_down, budget)?;
            let Some(package) = package else { break };
            found.push(package);
        }
        let drawn = if self.is_exact() {
            Drawn::ByCounts
        } else {
            Drawn::ByRejection { around: self.at_most(), turned_down }
        };
        Ok(Sample { packages: found, drawn })
    }

    /// Draws one package; nothing if there is none, or if [`TRIES_MAX`] draws were turned down. Adds to what was turned down.
    pub fn draw(
        &self,
        draws: &mut Draws,
        turned_down: &mut u64,
        budget: &Budget,
    ) -> Result<Option<Package>, Stopped> {
        if self.is_empty() {
            return Ok(None);
        }
        budget.spend(self.issues as u64)?;
        let mut package = self.blank();
        for counted in &self.counted {
            counted.draw(draws, &mut package.0);
        }
        for relaxed in &self.relaxed {
            let mut tries = 0;
            while !relaxed.draw(draws, &mut package, budget)? {
                *turned_down += 1;
                tries += 1;
                if tries == TRIES_MAX {
                    return Ok(None);
                }
            }
        }
        Ok(Some(package))
    }

    /// A package to be filled.
    pub(super) fn blank(&self) -> Package {
        Package(vec![OptionIndex(0); self.issues])
    }

    /// A proven upper limit of the number of packages; the number itself where all is exact.
    pub fn at_most(&self) -> BigUint {
        if self.is_empty() {
            return BigUint::ZERO;
        }
        let counted = self.counted.iter().map(Counted::total);
        counted.chain(self.relaxed.iter().map(Relaxed::at_most)).product()
    }
}
