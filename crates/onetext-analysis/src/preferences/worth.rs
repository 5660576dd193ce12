//! What can be asked about: sums of multiples of option values, weights and the reservation.

use std::collections::BTreeMap;

use crate::linear::Number;
use crate::{Choice, IssueIndex, Package};

/// An unknown of a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quantity {
    /// The value of an option, the issue's weight included.
    Value(Choice),
    /// The weight of an issue: the value of its best option.
    Weight(IssueIndex),
    /// What the party has without a deal.
    Reservation,
}

/// A sum of multiples of unknowns: the worth of a package, what a change gains, how far a package is above the reservation.
///
/// ```
/// use onetext_analysis::Package;
/// use onetext_analysis::preferences::Worth;
/// let (now, then) = (Package::of(&[0, 1]), Package::of(&[1, 1]));
/// let gain = Worth::package(&then).less(&Worth::package(&now));
/// assert_eq!(gain.quantities().count(), 2, "the second issue does not change");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worth(BTreeMap<Quantity, Number>);

impl Worth {
    /// What a package is worth.
    pub fn package(package: &Package) -> Self {
        Worth::choices(package.choices())
    }

    /// What some options together are worth.
    pub fn choices(choices: impl IntoIterator<Item = Choice>) -> Self {
        let one = choices.into_iter().map(|choice| (Quantity::Value(choice), Number::ONE));
        Worth::of(one)
    }

    /// What the party has without a deal.
    pub fn reservation() -> Self {
        Worth::of([(Quantity::Reservation, Number::ONE)])
    }

    /// The weight of an issue.
    pub fn weight(issue: IssueIndex) -> Self {
        Worth::of([(Quantity::Weight(issue), Number::ONE)])
    }

    /// A sum of multiples; one quantity may come several times.
    pub fn of(terms: impl IntoIterator<Item = (Quantity, Number)>) -> Self {
        let mut sum = BTreeMap::new();
        for (quantity, factor) in terms {
            let before = sum.entry(quantity).or_insert(Number::ZERO);
            *before = &*before + &factor;
        }
        sum.retain(|_, factor| !factor.is_zero());
        Worth(sum)
    }

    /// This and another.
    #[must_use]
    pub fn plus(&self, other: &Worth) -> Self {
        Worth::of(self.0.iter().chain(&other.0).map(|(quantity, factor)| (*quantity, factor.clone())))
    }

    /// This less another.
    #[must_use]
    pub fn less(&self, other: &Worth) -> Self {
        self.plus(&other.times(&Number::whole(-1)))
    }

    /// This times a number.
    #[must_use]
    pub fn times(&self, number: &Number) -> Self {
        Worth::of(self.0.iter().map(|(quantity, factor)| (*quantity, factor * number)))
    }

    /// Its quantities and their factors, in order; none with the factor zero.
    pub fn quantities(&self) -> impl Iterator<Item = (Quantity, &Number)> {
        self.0.iter().map(|(quantity, factor)| (*quantity, factor))
    }
}
