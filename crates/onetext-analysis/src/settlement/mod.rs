//! Settlement: how many packages there are and how many are rational, the front of the rational ones, and what every solution
//! concept chooses from it.
//!
//! ```
//! use onetext_analysis::settlement::settle;
//! use onetext_analysis::solutions::Convention;
//! use onetext_analysis::{Budget, Issue, Scenario, Space, Utility, UtilityFunction};
//! let space = Space::new(vec![Issue::listed("Cap", &["none", "800,000"]), Issue::listed("Monitor", &["yes", "no"])])?;
//! let hundredths = |rows: &[&[i64]]| {
//!     UtilityFunction::additive(rows.iter().map(|row| row.iter().map(|u| Utility::hundredths(*u)).collect()).collect())
//! };
//! let mut scenario = Scenario::new("two issues", space)
//!     .with_party("Delta", hundredths(&[&[60, 0], &[40, 0]]))
//!     .with_party("Upland", hundredths(&[&[0, 70], &[30, 0]]));
//! let unstated = settle(&scenario, Convention::Textbook, &Budget::unlimited())?;
//! assert!(unstated.bargain.is_err()); // nobody said what it has without a deal
//! for party in &mut scenario.parties {
//!     party.reservation = Some(Utility::hundredths(20));
//! }
//! let settlement = settle(&scenario, Convention::Textbook, &Budget::unlimited())?;
//! assert_eq!(settlement.front.len(), 2);
//! assert_eq!(settlement.bargain?.solutions.nash.places, [1]); // 0.20 times 0.80 beats 0.80 times 0.10
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod extremes;
mod rational;
mod summary;

use extremes::{Range, ranges};
pub use rational::ENUMERATED_MAX;
pub use summary::{Counted, FrontSummary, NoSolutionSummary, Number, PointSummary, Summary};

use crate::front::{self, Front};
use crate::solutions::{BargainingProblem, Convention, Solutions};
use crate::{Budget, Count, Counting, Error, PartyIndex, Scenario, Utility};

/// What can be settled, as far as utilities tell.
#[derive(Clone, Debug)]
pub struct Settlement {
    /// What was taken for granted.
    pub convention: Convention,
    /// How many packages the space has.
    pub outcomes: Count,
    /// How many of them give every party at least its stated reservation; none where there are too many packages to look at
    /// each ([`ENUMERATED_MAX`]) and the answer does not follow from the reservations alone.
    pub rational: Option<Count>,
    /// The front of those.
    pub front: Front,
    /// What the solution concepts choose from it, or why they choose nothing.
    pub bargain: Result<Bargain, NoSolution>,
}

/// A bargaining problem and its solutions. The places of the solutions are those of the points on the front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bargain {
    /// The problem: for measures of [`crate::solutions::equity`] and the check of [`crate::solutions::rescaling`].
    pub problem: BargainingProblem,
    /// What each concept chooses.
    pub solutions: Solutions,
}

/// Why no solution is told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSolution {
    /// These parties stated no reservation: what they have without a deal is not made up for them.
    #[error("{} of the parties stated no reservation: state what each has without a deal", .0.len())]
    ReservationNotStated(Vec<PartyIndex>),
    /// No package gives every party at least its reservation, or there is none at all.
    #[error("no package gives every party at least its reservation")]
    NothingRational,
    /// Nobody values the packages.
    #[error("no party values the packages: give at least one its utilities")]
    NoParty,
}

/// Settles a scenario: counts, the rational front and the solutions. A step of the budget is one package or vector looked at.
pub fn settle(scenario: &Scenario, convention: Convention, budget: &Budget<'_>) -> Result<Settlement, Error> {
    let front = front::rational(scenario, budget)?;
    let outcomes = scenario.space.count(&Counting::default(), budget)?;
    let ranges = ranges(scenario, budget)?;
    let rational = rational::count(scenario, &outcomes, &ranges, budget)?;
    let bargain = match convention {
        Convention::Textbook => textbook(scenario),
        Convention::Negmas => Ok(negmas(scenario, &ranges)),
    };
    let bargain = match bargain {
        Ok(terms) => solve(&front, &terms, convention)?,
        Err(unstated) => Err(unstated),
    };
    Ok(Settlement { convention, outcomes, rational, front, bargain })
}

/// What a problem is measured from: the disagreement, and the ideals unless they follow from the front.
struct Terms {
    disagreement: Vec<Utility>,
    ideals: Option<Vec<Utility>>,
}

fn textbook(scenario: &Scenario) -> Result<Terms, NoSolution> {
    let parties = || (0..).map(PartyIndex).zip(&scenario.parties);
    let unstated: Vec<PartyIndex> =
        parties().filter(|(_, party)| party.reservation.is_none()).map(|(index, _)| index).collect();
    if unstated.is_empty() {
        let disagreement = parties().filter_map(|(_, party)| party.reservation).collect();
        Ok(Terms { disagreement, ideals: None })
    } else {
        Err(NoSolution::ReservationNotStated(unstated))
    }
}

fn negmas(scenario: &Scenario, ranges: &[Range]) -> Terms {
    let both = scenario.parties.iter().zip(ranges);
    let disagreement =
        both.map(|(party, range)| party.reservation.map_or(range.least, |stated| stated.max(range.least)));
    Terms {
        disagreement: disagreement.collect(),
        ideals: Some(ranges.iter().map(|range| range.most).collect()),
    }
}

fn solve(front: &Front, terms: &Terms, convention: Convention) -> Result<Result<Bargain, NoSolution>, Error> {
    if front.parties() == 0 {
        return Ok(Err(NoSolution::NoParty));
    }
    if front.is_empty() {
        return Ok(Err(NoSolution::NothingRational));
    }
    let problem = match &terms.ideals {
        None => BargainingProblem::rational(front.vectors(), &terms.disagreement)?,
        Some(ideals) => BargainingProblem::with_ideals(front.vectors(), &terms.disagreement, ideals)?,
    };
    let solutions = Solutions::of(&problem, convention);
    Ok(solutions.map(|solutions| Bargain { problem, solutions }).ok_or(NoSolution::NothingRational))
}
