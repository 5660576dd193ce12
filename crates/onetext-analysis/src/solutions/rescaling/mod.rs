//! How far a party's scale may change before a solution does. Utilities of different parties are on scales of their own: a
//! solution that flips when one of them is counted in other units says as much about the units as about the deal.
//!
//! Changing the unit of one party multiplies its gains by a factor (changing the zero changes nothing, for the disagreement
//! moves along). For each party the answer is the interval of factors around 1 in which exactly the same points are chosen.
//! Kalai-Smorodinsky, relative utilitarian and min-spread solutions count in shares and stay whatever the factor
//! ([`Factors::all`]). So does the Nash solution while the same parties gain at all points with most gaining parties.

mod least;
mod product;
mod sum;

use std::ops::{Bound, RangeBounds};

pub use least::{egalitarian, leximin};
pub use product::nash;
pub use sum::utilitarian;

use super::{BargainingProblem, Convention, Fraction};

/// For each concept whose choice can hang on a scale, and for each party, the factors in which the choice stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescaling {
    /// Of the Nash solution; by the convention of `NegMAS`, whose plain product no scale turns, all.
    pub nash: Vec<Factors>,
    /// Of the egalitarian solution with all its ties.
    pub egalitarian: Vec<Factors>,
    /// Of the leximin solution.
    pub leximin: Vec<Factors>,
    /// Of the utilitarian solution.
    pub utilitarian: Vec<Factors>,
}

impl Rescaling {
    /// None without points or parties.
    pub fn of(problem: &BargainingProblem, convention: Convention) -> Option<Self> {
        let nash = match convention {
            Convention::Textbook => nash(problem)?,
            Convention::Negmas => vec![Factors::all(); problem.parties()],
        };
        let (egalitarian, leximin, utilitarian) =
            (egalitarian(problem)?, leximin(problem)?, utilitarian(problem)?);
        Some(Rescaling { nash, egalitarian, leximin, utilitarian })
    }
}

/// An interval of factors by which a party's gains may be multiplied; 1 is always inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factors {
    /// Where it begins; never below 0, which is excluded.
    pub from: Bound<Fraction>,
    /// Where it ends.
    pub to: Bound<Fraction>,
}

impl Factors {
    /// Every factor above 0.
    pub fn all() -> Self {
        Factors { from: Bound::Excluded(Fraction::zero()), to: Bound::Unbounded }
    }

    /// The factor 1 alone: any other unit changes the choice.
    pub fn one_alone() -> Self {
        Factors { from: Bound::Included(Fraction::one()), to: Bound::Included(Fraction::one()) }
    }

    /// Whether the choice stays with that factor.
    pub fn contains(&self, factor: &Fraction) -> bool {
        (self.from.as_ref(), self.to.as_ref()).contains(factor)
    }
}
