//! Single points for many parties: a package with a proof of how far from the best it can be.
//!
//! Where there are too many parties for a front, one package can still be sought for one concept, between what it reaches
//! and what provably no package can exceed:
//! - [`egalitarian`]: the largest least gain (Rawls 1971; Kalai 1977);
//! - [`kalai_smorodinsky`]: the largest least share of what each could gain (Kalai and Smorodinsky 1975), where what each
//!   could gain is the most that it gets in any *rational* package, one in which nobody loses ([`ideals`]);
//! - [`nash`]: the largest product of gains where all gain (Nash 1950).
//!
//! A gain is what a package gives beyond the *stated* reservation; a party that has stated none is an error, and nothing is
//! assumed for it. Bounds are Lagrangian: weights on parties and charges on dependencies, found in floating point, make a
//! bound that is then computed in whole numbers. Packages come from simulated annealing with a seed, what is left is parted
//! by branch and bound. Other packages may reach the same: only one is given. Its place says nothing about who should yield.
//!
//! ```
//! use onetext_analysis::certified::{Answer, Effort, nash};
//! use onetext_analysis::{Budget, Issue, Scenario, Space, Utility, UtilityFunction};
//! let space = Space::new(vec![Issue::listed("Cap", &["none", "800,000"]), Issue::listed("Monitor", &["yes", "no"])])?;
//! let hundredths = |rows: &[&[i64]]| {
//!     UtilityFunction::additive(rows.iter().map(|row| row.iter().map(|u| Utility::hundredths(*u)).collect()).collect())
//! };
//! let mut scenario = Scenario::new("two issues", space)
//!     .with_party("Delta", hundredths(&[&[60, 0], &[40, 0]]))
//!     .with_party("Upland", hundredths(&[&[0, 70], &[30, 0]]));
//! for party in &mut scenario.parties {
//!     party.reservation = Some(Utility::hundredths(20));
//! }
//! let budget = Budget::unlimited();
//! let Answer::Found(found) = nash(&scenario, &Effort::exact(&budget))? else { panic!("there is a package") };
//! assert!(found.is_optimal());
//! assert_eq!(found.utilities, [Utility::hundredths(40), Utility::hundredths(100)]);
//! assert_eq!(found.value, Utility::hundredths(40), "the root of 0.2 times 0.8");
//! # Ok::<(), onetext_analysis::Error>(())
//! ```

mod anneal;
mod concepts;
mod dive;
mod domain;
mod factor;
mod goal;
mod improve;
mod interior;
mod newton;
mod pattern;
mod prices;
mod problem;
mod random;
mod relaxation;
mod rows;
mod search;
mod walk;

use crate::{Budget, Package, Stopped, Utility};

pub use concepts::{egalitarian, ideals, kalai_smorodinsky, nash};
pub use problem::CELLS_MAX;
pub use relaxation::ROWS_MAX;

/// How hard to try. The same effort gives the same answer on every machine.
#[derive(Clone, Copy, Debug)]
pub struct Effort<'a> {
    /// The most that may be spent; a step is about one exchange of an option. Unlimited, a search over many issues and
    /// parties may not end.
    pub budget: &'a Budget<'a>,
    /// The gap with which the search is content, as a share of the value: `Utility(1_000_000_000)` is 0.1 %.
    pub gap: Utility,
    /// Where the search's random numbers start.
    pub seed: u64,
}

/// What a search came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A package, and how far from the best it can be.
    Found(Certified),
    /// Proven: there is no such package.
    Impossible(Impossible),
    /// No such package was found, and it was not proven that there is none.
    Unknown {
        /// No package reaches more than this, in the units of [`Certified::value`].
        bound: Utility,
        /// What ended the search.
        stopped: Option<Stopped>,
    },
}

/// Why there is no such package. Each is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// The dependencies leave no package at all.
    NoPackage,
    /// In every package some party falls short of its stated reservation, by at least this much on its own scale.
    SomebodyLoses {
        /// The least by which some party falls short; above nought.
        by_at_least: Utility,
    },
    /// There may be packages in which nobody loses, but none in which all gain.
    NotAllGain,
    /// In packages in which nobody loses, nobody gains: no share of a gain is defined.
    NobodyGains,
}

/// A package, and how far from the best it can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certified {
    /// The package.
    pub package: Package,
    /// What it is worth to each party, in their order.
    pub utilities: Vec<Utility>,
    /// What it reaches, rounded down: egalitarian the least gain, Kalai-Smorodinsky the least share of what each could gain
    /// (1 is all of it), Nash the geometric mean of the gains.
    pub value: Utility,
    /// No package reaches more than this, rounded up.
    pub bound: Utility,
    /// Whether it is proven that no package reaches more than this one.
    is_optimal: bool,
    /// What ended the search before the gap was what was asked for; a search whose open parts fill the memory that it may
    /// have ends as if its steps were spent.
    pub stopped: Option<Stopped>,
}

/// The most that a party gets in any package in which nobody loses, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ideal {
    /// Some such package gives it this.
    pub at_least: Utility,
    /// None gives it more than this.
    pub at_most: Utility,
    /// The package that gives it `at_least`.
    pub package: Package,
}

impl<'a> Effort<'a> {
    /// Until the best is proven or the budget is spent.
    pub fn exact(budget: &'a Budget<'a>) -> Self {
        Effort { budget, gap: Utility::ZERO, seed: 0 }
    }

    /// Until the gap is a thousandth of the value or the budget is spent.
    pub fn thousandth(budget: &'a Budget<'a>) -> Self {
        Effort { budget, gap: Utility(Utility::ONE.0 / 1_000), seed: 0 }
    }
}

impl Certified {
    /// Whether it is proven that no package reaches more than this one.
    pub fn is_optimal(&self) -> bool {
        self.is_optimal
    }

    /// How far the bound lies above the value, as a share of the value, rounded up; nought where the package is proven
    /// optimal, nothing where the value is nought and the package is not.
    pub fn gap(&self) -> Option<Utility> {
        if self.is_optimal {
            return Some(Utility::ZERO);
        }
        (self.value > Utility::ZERO).then(|| Utility(gap(self.value.0.into(), self.bound.0.into())))
    }
}

/// How far the bound lies above the value, in 1e-12 of the value, rounded up; the value is above nought.
fn gap(value: i128, bound: i128) -> i64 {
    let over = (bound - value).max(0);
    let one = i128::from(Utility::ONE.0);
    let share = over.checked_mul(one).map(|over| (over + value - 1) / value);
    share.and_then(|share| i64::try_from(share).ok()).unwrap_or(i64::MAX)
}
