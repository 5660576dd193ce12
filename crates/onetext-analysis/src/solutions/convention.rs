//! All solution concepts on one problem, by one of two conventions.

use super::{
    BargainingProblem, Fraction, GainsProduct, Solution, egalitarian, kalai_smorodinsky, leximin,
    max_min_share, min_spread, nash, nash_product, relative_utilitarian, utilitarian,
};
use crate::Utility;

/// What is taken for granted where the concepts leave room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Convention {
    /// Disagreement: the stated reservations, of every party. Ideals: the best of the rational packages. Ties of
    /// Kalai-Smorodinsky are broken by leximin.
    #[default]
    Textbook,
    /// As `NegMAS` 0.16 has it. Disagreement: the reservation, or the worst package of the whole space where that is better or
    /// none is stated. Ideals: the best of the whole space. Nash is the plain product; Kalai-Smorodinsky keeps all points with
    /// the largest least share; its own "ks" is the min-spread. One thing is not reproduced: where a party values all packages
    /// alike, `NegMAS` has every point for utilitarian; here such a party changes nothing.
    Negmas,
}

/// Every concept's choice from the same points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solutions {
    /// [`nash()`], or [`nash_product`] by the convention of `NegMAS`.
    pub nash: Solution<GainsProduct>,
    /// [`kalai_smorodinsky()`] with all shares; by the convention of `NegMAS` [`max_min_share`] with the least one.
    pub kalai_smorodinsky: Solution<Vec<Fraction>>,
    /// [`egalitarian()`].
    pub egalitarian: Solution<Utility>,
    /// [`leximin()`].
    pub leximin: Solution<Vec<Utility>>,
    /// [`utilitarian()`].
    pub utilitarian: Solution<i128>,
    /// [`relative_utilitarian()`].
    pub relative_utilitarian: Solution<Fraction>,
    /// [`min_spread()`], by the convention of `NegMAS` only.
    pub min_spread: Option<Solution<Fraction>>,
}

impl Solutions {
    /// What each concept chooses. None without points or parties.
    pub fn of(problem: &BargainingProblem, convention: Convention) -> Option<Self> {
        let (nash, kalai_smorodinsky, min_spread) = match convention {
            Convention::Textbook => (nash(problem)?, kalai_smorodinsky(problem)?, None),
            Convention::Negmas => {
                let least = max_min_share(problem)?.map(|share| vec![share]);
                (nash_product(problem)?, least, Some(min_spread(problem)?))
            }
        };
        Some(Solutions {
            nash,
            kalai_smorodinsky,
            egalitarian: egalitarian(problem)?,
            leximin: leximin(problem)?,
            utilitarian: utilitarian(problem)?,
            relative_utilitarian: relative_utilitarian(problem)?,
            min_spread,
        })
    }
}
