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
mod halves;
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
    /// each ([`ENUMERATED_MAX`]) and no shorter way is known.
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
    /// The front is one within a proven factor; solutions are told of exact fronts.
    #[error("the front is not exact: solutions are told of exact fronts only")]
    FrontNotExact,
    /// Nobody values the packages.
    #[error("no party values the packages: give at least one its utilities")]
    NoParty,
}

/// Settles a scenario: counts, the rational front and the solutions. A step of the budget is one package or vector looked at.
pub fn settle(scenario: &Scenario, convention: Convention, budget: &Budget<'_>) -> Result<Settlement, Error> {
    let front = front::rational(scenario, budget)?;
    let outcomes = scenario.space.count(&Counting::default(), budget)?;
    let rational = rational::count(scenario, &outcomes, &ranges(scenario, budget)?, budget)?;
    let bargain = bargain(scenario, &front, convention, budget)?;
    Ok(Settlement { convention, outcomes, rational, front, bargain })
}

/// The same where the exact front is too long: a front of all packages within the factor `1 + epsilon`, and no solutions, for
/// those are of exact fronts ([`crate::certified`] has single points for many parties).
pub fn settle_within(
    scenario: &Scenario,
    epsilon: Utility,
    convention: Convention,
    budget: &Budget<'_>,
) -> Result<Settlement, Error> {
    let front = front::within(scenario, epsilon, budget)?;
    let outcomes = scenario.space.count(&Counting::default(), budget)?;
    let bargain = if *front.precision() == front::Precision::Exact {
        bargain(scenario, &front, convention, budget)?
    } else {
        Err(NoSolution::FrontNotExact)
    };
    Ok(Settlement { convention, outcomes, rational: None, front, bargain })
}

/// The solutions alone, without any count: for a picture that answers at once. The front is the rational one of that scenario.
pub fn bargain(
    scenario: &Scenario,
    front: &Front,
    convention: Convention,
    budget: &Budget<'_>,
) -> Result<Result<Bargain, NoSolution>, Error> {
    if front.parties() == 0 {
        return Ok(Err(NoSolution::NoParty));
    }
    let unstated = unstated(scenario);
    if convention == Convention::Textbook && !unstated.is_empty() {
        return Ok(Err(NoSolution::ReservationNotStated(unstated)));
    }
    if front.is_empty() {
        return Ok(Err(NoSolution::NothingRational));
    }
    budget.spend(front.len() as u64)?;
    let problem = match convention {
        Convention::Textbook => {
            let stated: Vec<Utility> =
                scenario.parties.iter().filter_map(|party| party.reservation).collect();
            BargainingProblem::rational(front.vectors(), &stated)?
        }
        Convention::Negmas => widened(scenario, front, &ranges(scenario, budget)?)?,
    };
    let solutions = Solutions::of(&problem, convention);
    Ok(solutions.map(|solutions| Bargain { problem, solutions }).ok_or(NoSolution::NothingRational))
}

fn unstated(scenario: &Scenario) -> Vec<PartyIndex> {
    let parties = (0..).map(PartyIndex).zip(&scenario.parties);
    parties.filter(|(_, party)| party.reservation.is_none()).map(|(index, _)| index).collect()
}

/// The problem as `NegMAS` sees it: measured from worst to best package of the whole space where no reservation is higher.
fn widened(scenario: &Scenario, front: &Front, ranges: &[Range]) -> Result<BargainingProblem, Error> {
    let both = scenario.parties.iter().zip(ranges);
    let disagreement: Vec<Utility> =
        both.map(|(party, range)| party.reservation.map_or(range.least, |r| r.max(range.least))).collect();
    let ideals: Vec<Utility> = ranges.iter().map(|range| range.most).collect();
    BargainingProblem::with_ideals(front.vectors(), &disagreement, &ideals)
}
