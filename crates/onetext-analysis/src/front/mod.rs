//! The Pareto front of a scenario: exact for a few parties, within a proven factor for more.
//!
//! A vector of utilities is *on the front* if no package gives every party at least as much and one of them more. The front
//! is found without looking at every package. Issues that nothing ties to each other (no dependency, no term of any party) are
//! taken apart: the front of the whole is the front of the sums of the parts' fronts, and each sum is pruned at once. What ties
//! issues is taken up issue by issue, with a front for each way in which the ties can stand.
//!
//! No package is kept. A vector of the front is a handle: [`Front::package`] rebuilds one package that has it,
//! [`Front::packages`] all of them.
//!
//! Literature: maxima of vectors, Kung, Luccio & Preparata 1975 (Journal of the ACM 22); sums of fronts, Funke, Hespe, Sanders,
//! Storandt & Truschel 2024 ("Pareto sums of Pareto sets"), Karathanasis, Kontogiannis & Zaroliagis 2025 ("Improved dominance
//! filtering for unions and Minkowski sums of Pareto sets"); ties, Rollón & Larrosa 2006, Bergman, Bodur, Cardonha & Cire 2022.
//!
//! ```
//! use onetext_analysis::{Budget, Issue, Scenario, Space, Utility, UtilityFunction, front};
//! let space = Space::new(vec![Issue::listed("Cap", &["none", "800,000"]), Issue::listed("Monitor", &["yes", "no"])])?;
//! let hundredths = |rows: &[&[i64]]| {
//!     UtilityFunction::additive(rows.iter().map(|row| row.iter().map(|u| Utility::hundredths(*u)).collect()).collect())
//! };
//! let scenario = Scenario::new("two issues", space)
//!     .with_party("Delta", hundredths(&[&[60, 0], &[40, 0]]))
//!     .with_party("Upland", hundredths(&[&[0, 70], &[30, 0]]));
//! let front = front::exact(&scenario, &Budget::unlimited())?;
//! let vectors: Vec<_> = front.vectors().collect();
//! assert_eq!(vectors.len(), 2);
//! assert_eq!(vectors[1], [Utility::hundredths(40), Utility::hundredths(100)]);
//! # Ok::<(), onetext_analysis::Error>(())
//! ```

mod boxes;
mod components;
mod cover;
mod layers;
mod merge;
mod order;
mod points;
mod rebuild;
mod sieve;
mod skyline;
mod stairs;
mod status;
mod sums;

use std::sync::Arc;

use points::{Points, Vector};
use rebuild::rebuild;
use sums::{Asked, Sums, sums};

use crate::{Budget, Error, PARTIES_MAX, Package, Scenario, Utility};

/// The vectors of utilities that no other dominates, in a stable order: descending by the first party, then the next.
#[derive(Clone, Debug)]
pub struct Front {
    parties: usize,
    /// One after the other, `parties` values each.
    utilities: Vec<Utility>,
    counts: Vec<PackageCount>,
    precision: Precision,
    sets: Arc<dyn Sets>,
}

/// The place of a vector on a front.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PointIndex(pub u32);

impl PointIndex {
    /// As an index into a list.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// How many packages share a vector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PackageCount {
    /// So many.
    Exactly(u128),
    /// So many are known of; there may be more.
    AtLeast(u128),
}

/// How well the vectors of a front stand for all packages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Precision {
    /// No package that was asked for is left out, and none dominates another.
    Exact,
    /// For every package there is a vector that gives every party nearly as much: with a party's `least` taken off both, what
    /// the package gives is at most `1 + epsilon` times what the vector gives. The vectors are those of packages, and none
    /// dominates another, but packages left out may dominate some; counts are of packages that are known of.
    Within {
        /// The proven factor less one, in units of [`Utility`]: no more than was asked for.
        epsilon: Utility,
        /// For each party, what no package falls short of: the sum of what the parts of the space give at least.
        least: Vec<Utility>,
    },
}

/// The exact front of all packages. The scenario is checked first.
pub fn exact(scenario: &Scenario, budget: &Budget<'_>) -> Result<Front, Error> {
    dispatch(scenario, &[], None, budget)
}

/// The exact front of the rational packages: those that give every party at least its stated reservation. Where a party
/// stated none, nothing is asked for it. These are the rational vectors of the whole front, found sooner: what dominates a
/// rational vector is rational.
pub fn rational(scenario: &Scenario, budget: &Budget<'_>) -> Result<Front, Error> {
    let reservations = scenario.parties.iter().map(|party| party.reservation.map_or(i64::MIN, |r| r.0));
    dispatch(scenario, &reservations.collect::<Vec<_>>(), None, budget)
}

/// A front of all packages within the factor `1 + epsilon` (Papadimitriou & Yannakakis 2000), for more parties or longer
/// fronts than can be had exactly. What is meant is said at [`Precision::Within`]; it is proven, not estimated. An epsilon of
/// nothing or less is taken as the smallest there is. The more issues and parties, the finer the steps in between must be, so
/// the more vectors stay: with many parties only a large epsilon saves much.
pub fn within(scenario: &Scenario, epsilon: Utility, budget: &Budget<'_>) -> Result<Front, Error> {
    dispatch(scenario, &[], Some(epsilon), budget)
}

/// Vectors have room for a few numbers of parties; what is left over is zero and decides nothing.
fn dispatch(
    scenario: &Scenario,
    floor: &[i64],
    epsilon: Option<Utility>,
    budget: &Budget<'_>,
) -> Result<Front, Error> {
    scenario.check()?;
    match scenario.parties.len() {
        0..=2 => found::<2>(scenario, floor, epsilon, budget),
        3 => found::<3>(scenario, floor, epsilon, budget),
        4 => found::<4>(scenario, floor, epsilon, budget),
        5..=8 => found::<8>(scenario, floor, epsilon, budget),
        9..=16 => found::<16>(scenario, floor, epsilon, budget),
        _ => found::<PARTIES_MAX>(scenario, floor, epsilon, budget),
    }
}

fn found<const K: usize>(
    scenario: &Scenario,
    floor: &[i64],
    epsilon: Option<Utility>,
    budget: &Budget<'_>,
) -> Result<Front, Error> {
    let floor = std::array::from_fn(|party| floor.get(party).copied().unwrap_or(i64::MIN));
    let sums = sums::<K>(&Asked { scenario, floor, epsilon, budget })?;
    Ok(Front::of(scenario.parties.len(), sums))
}

impl Front {
    fn of<const K: usize>(parties: usize, sums: Sums<K>) -> Self {
        let points: &Points<K> = sums.front();
        let values = points.vectors.iter().flat_map(|vector| &vector[..parties.min(K)]);
        let precision = sums.grid.map_or(Precision::Exact, |grid| Precision::Within {
            epsilon: grid.epsilon(),
            least: sums.least[..parties.min(K)].iter().map(|value| Utility(*value)).collect(),
        });
        let all_known = precision == Precision::Exact;
        let count = |count: u128| match count {
            u128::MAX => PackageCount::AtLeast(count),
            _ if all_known => PackageCount::Exactly(count),
            _ => PackageCount::AtLeast(count),
        };
        Front {
            parties,
            utilities: values.map(|value| Utility(*value)).collect(),
            counts: points.all_counts().map(count).collect(),
            precision,
            sets: Arc::new(sums),
        }
    }

    /// How many vectors there are.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// Whether there is none: no package is left, or none is rational.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// How well the vectors stand for all packages.
    pub fn precision(&self) -> &Precision {
        &self.precision
    }

    /// How many parties each vector speaks of.
    pub fn parties(&self) -> usize {
        self.parties
    }

    /// Every vector's place, in order.
    pub fn points(&self) -> impl Iterator<Item = PointIndex> + use<> {
        (0..).take(self.len()).map(PointIndex)
    }

    /// The vectors, in order, one value for each party.
    pub fn vectors(&self) -> impl Iterator<Item = &[Utility]> {
        self.points().map(|point| self.vector(point))
    }

    /// What the packages of that vector are worth to each party.
    pub fn vector(&self, point: PointIndex) -> &[Utility] {
        &self.utilities[point.at() * self.parties..][..self.parties]
    }

    /// How many packages share that vector; beyond [`u128::MAX`], at least that many.
    pub fn count(&self, point: PointIndex) -> PackageCount {
        self.counts[point.at()]
    }

    /// One package with that vector; always the same.
    pub fn package(&self, point: PointIndex) -> Package {
        self.packages(point).next().unwrap_or(Package(Vec::new()))
    }

    /// The packages with that vector, one at a time, always in the same order. There may be very many: take some.
    pub fn packages(&self, point: PointIndex) -> impl Iterator<Item = Package> + '_ {
        let vector: Vec<i64> = self.vector(point).iter().map(|utility| utility.0).collect();
        self.sets.packages(&vector)
    }

    /// The points whose vectors give every party at least its stated reservation, in order.
    pub fn rational<'a>(&'a self, scenario: &'a Scenario) -> impl Iterator<Item = PointIndex> + 'a {
        let is_rational = move |point: &PointIndex| {
            let stated = scenario.parties.iter().zip(self.vector(*point));
            stated.clone().all(|(party, utility)| party.reservation.is_none_or(|least| *utility >= least))
        };
        self.points().filter(is_rational)
    }
}

/// The sets behind a front, for any number of parties.
trait Sets: std::fmt::Debug + Send + Sync {
    fn packages<'a>(&'a self, vector: &[i64]) -> Box<dyn Iterator<Item = Package> + 'a>;
}

impl<const K: usize> Sets for Sums<K> {
    fn packages<'a>(&'a self, vector: &[i64]) -> Box<dyn Iterator<Item = Package> + 'a> {
        let vector: Vector<K> = std::array::from_fn(|party| vector.get(party).copied().unwrap_or(0));
        Box::new(rebuild(self, &vector))
    }
}
