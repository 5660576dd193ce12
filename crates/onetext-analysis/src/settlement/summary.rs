//! A settlement as JSON: the shape that `settle --json` prints. Utilities stand in the order of the parties, always with
//! twelve decimals.

use num_bigint::BigUint;
use serde::Serialize;
use serde_json::value::RawValue;

use super::{NoSolution, Settlement};
use crate::front::{PackageCount, PointIndex, Precision};
use crate::{Count, Scenario, Utility};

/// What `settle --json` prints.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// How many packages the space has.
    pub outcomes: Counted,
    /// How many are rational; null where they were not counted.
    pub rational: Option<Counted>,
    /// The front of the rational packages.
    pub front: FrontSummary,
    /// The points that each concept chooses; empty lists where no solution is told.
    pub nash: Vec<Vec<Number>>,
    /// By shares.
    pub kalai_smorodinsky: Vec<Vec<Number>>,
    /// With all ties.
    pub egalitarian: Vec<Vec<Number>>,
    /// The egalitarian ties, thinned by the second least gain and so on.
    pub leximin: Vec<Vec<Number>>,
    /// By the sum.
    pub utilitarian: Vec<Vec<Number>>,
    /// By the sum of shares.
    pub relative_utilitarian: Vec<Vec<Number>>,
    /// Only by the convention of `NegMAS`, whose name for it is "ks".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_spread: Option<Vec<Vec<Number>>>,
    /// Why the lists are empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_solution: Option<NoSolutionSummary>,
}

/// A front.
#[derive(Clone, Debug, Serialize)]
pub struct FrontSummary {
    /// Whether it is the front itself, and nothing near it.
    pub exact: bool,
    /// Where it is not: the proven factor less one, within which every package is covered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub epsilon: Option<Number>,
    /// How many points it has.
    pub size: usize,
    /// The points, descending by the first party, then the next.
    pub points: Vec<PointSummary>,
}

/// A point of a front.
#[derive(Clone, Debug, Serialize)]
pub struct PointSummary {
    /// What it gives each party.
    pub utilities: Vec<Number>,
    /// How many packages give that.
    pub packages: Counted,
    /// Some of them, as the names of their options in the order of the issues; only where asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Vec<String>>,
}

/// A count, and how sure it is.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Counted {
    /// Exactly so many.
    Exactly(Number),
    /// About so many; the estimate is off by more than the share epsilon for at most the share delta of seeds.
    About {
        /// The estimate.
        about: Number,
        /// How far off it may be.
        epsilon: f64,
        /// How often farther.
        delta: f64,
        /// Draws that it rests on.
        samples: u64,
    },
    /// Between these, both included.
    Between {
        /// No fewer.
        at_least: Number,
        /// No more; absent where nothing is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        at_most: Option<Number>,
    },
}

/// Why no solution is told.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoSolutionSummary {
    /// The places of the parties that stated no reservation, from 0.
    ReservationNotStated(Vec<u16>),
    /// No package gives every party at least its reservation.
    NothingRational,
    /// The front is one within a proven factor.
    FrontNotExact,
    /// Nobody values the packages.
    NoParty,
}

/// A number written out with all its digits, however many.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Number(Box<RawValue>);

impl Number {
    /// Nothing but digits, a sign and a point come here, and those are JSON; anything else would be null.
    fn written(digits: String) -> Self {
        Number(RawValue::from_string(digits).unwrap_or_else(|_| RawValue::NULL.to_owned()))
    }

    /// As it is printed.
    pub fn as_str(&self) -> &str {
        self.0.get()
    }
}

impl From<&Utility> for Number {
    fn from(utility: &Utility) -> Self {
        Number::written(utility.to_string())
    }
}

impl From<&BigUint> for Number {
    fn from(count: &BigUint) -> Self {
        Number::written(count.to_string())
    }
}

impl From<&Count> for Counted {
    fn from(count: &Count) -> Self {
        match count {
            Count::Exact(count) => Counted::Exactly(count.into()),
            Count::Estimated { value, precision, samples } => Counted::About {
                about: value.into(),
                epsilon: precision.epsilon(),
                delta: precision.delta(),
                samples: *samples,
            },
            Count::Between { at_least, at_most } => {
                Counted::Between { at_least: at_least.into(), at_most: Some(at_most.into()) }
            }
        }
    }
}

impl From<PackageCount> for Counted {
    fn from(count: PackageCount) -> Self {
        match count {
            PackageCount::Exactly(count) => Counted::Exactly(Number::written(count.to_string())),
            PackageCount::AtLeast(count) => {
                Counted::Between { at_least: Number::written(count.to_string()), at_most: None }
            }
        }
    }
}

impl From<&NoSolution> for NoSolutionSummary {
    fn from(why: &NoSolution) -> Self {
        match why {
            NoSolution::ReservationNotStated(parties) => {
                NoSolutionSummary::ReservationNotStated(parties.iter().map(|party| party.0).collect())
            }
            NoSolution::NothingRational => NoSolutionSummary::NothingRational,
            NoSolution::FrontNotExact => NoSolutionSummary::FrontNotExact,
            NoSolution::NoParty => NoSolutionSummary::NoParty,
        }
    }
}

impl Settlement {
    /// The summary, without packages.
    pub fn summary(&self) -> Summary {
        let solutions = self.bargain.as_ref().ok().map(|bargain| &bargain.solutions);
        let points = |places: Option<&Vec<usize>>| -> Vec<Vec<Number>> {
            places.into_iter().flatten().map(|&place| numbers(self.vector(place))).collect()
        };
        Summary {
            outcomes: (&self.outcomes).into(),
            rational: self.rational.as_ref().map(Counted::from),
            front: self.front_summary(),
            nash: points(solutions.map(|all| &all.nash.places)),
            kalai_smorodinsky: points(solutions.map(|all| &all.kalai_smorodinsky.places)),
            egalitarian: points(solutions.map(|all| &all.egalitarian.places)),
            leximin: points(solutions.map(|all| &all.leximin.places)),
            utilitarian: points(solutions.map(|all| &all.utilitarian.places)),
            relative_utilitarian: points(solutions.map(|all| &all.relative_utilitarian.places)),
            min_spread: solutions
                .and_then(|all| all.min_spread.as_ref())
                .map(|chosen| points(Some(&chosen.places))),
            no_solution: self.bargain.as_ref().err().map(NoSolutionSummary::from),
        }
    }

    /// The summary with up to so many packages for each point of the front. The scenario is the one that was settled.
    pub fn summary_with_packages(&self, scenario: &Scenario, packages_max: usize) -> Summary {
        let mut summary = self.summary();
        for (point, told) in self.front.points().zip(&mut summary.front.points) {
            let names = |package: crate::Package| -> Vec<String> {
                package.choices().map(|choice| scenario.space.name(choice).to_owned()).collect()
            };
            told.options = self.front.packages(point).take(packages_max).map(names).collect();
        }
        summary
    }

    /// What a point of the front, by its place, gives each party.
    pub fn vector(&self, place: usize) -> &[Utility] {
        u32::try_from(place).map_or(&[], |place| self.front.vector(PointIndex(place)))
    }

    fn front_summary(&self) -> FrontSummary {
        let point = |point: PointIndex| PointSummary {
            utilities: numbers(self.front.vector(point)),
            packages: self.front.count(point).into(),
            options: Vec::new(),
        };
        let epsilon = match self.front.precision() {
            Precision::Exact => None,
            Precision::Within { epsilon, .. } => Some(epsilon.into()),
        };
        FrontSummary {
            exact: epsilon.is_none(),
            epsilon,
            size: self.front.len(),
            points: self.front.points().map(point).collect(),
        }
    }
}

fn numbers(vector: &[Utility]) -> Vec<Number> {
    vector.iter().map(Number::from).collect()
}
