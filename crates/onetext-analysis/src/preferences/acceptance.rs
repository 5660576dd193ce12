//! What is necessary and what is possible: acceptance against the reservation, and preference between packages.

use std::collections::BTreeSet;

use super::cases::choices_of;
use super::statement::check_package;
use super::{Completion, Consistent, Level, Quantity, StatementIndex, Worth};
use crate::linear::Number;
use crate::{Budget, Error, Package, Stopped};

pub use super::statement::Standing;

/// Whether something is so for every consistent utility function, for some, or for none. It says how it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// For every one.
    Necessary {
        /// Statements that suffice for it.
        because: BTreeSet<StatementIndex>,
        /// How much is known.
        level: Level,
    },
    /// For some and not for others: what is known does not decide it.
    Open {
        /// One for which it is so.
        so: Box<Completion>,
        /// One for which it is not.
        not_so: Box<Completion>,
        /// How much is known.
        level: Level,
    },
    /// For none.
    Impossible {
        /// Statements that suffice for it.
        because: BTreeSet<StatementIndex>,
        /// How much is known.
        level: Level,
    },
}

impl Judgement {
    /// Whether it is so for every consistent function.
    pub fn is_necessary(&self) -> bool {
        matches!(self, Judgement::Necessary { .. })
    }

    /// Whether it is so for at least one.
    pub fn is_possible(&self) -> bool {
        !matches!(self, Judgement::Impossible { .. })
    }
}

impl Consistent {
    /// Whether a package is worth at least what the party has without a deal. Where nothing is known of the reservation it is
    /// possible for every package and necessary for none.
    pub fn acceptance(&self, package: &Package, budget: &Budget<'_>) -> Result<Judgement, Error> {
        check_package(self.space(), package)?;
        let above = Worth::package(package).less(&Worth::reservation());
        Ok(self.judge(&above, Standing::AtLeast, budget)?)
    }

    /// Whether one package stands so to another.
    pub fn preference(
        &self,
        first: &Package,
        standing: Standing,
        second: &Package,
        budget: &Budget<'_>,
    ) -> Result<Judgement, Error> {
        check_package(self.space(), first)?;
        check_package(self.space(), second)?;
        Ok(self.judge(&Worth::package(first).less(&Worth::package(second)), standing, budget)?)
    }

    /// Whether a worth is above zero, at least zero, or zero.
    pub fn judge(
        &self,
        worth: &Worth,
        standing: Standing,
        budget: &Budget<'_>,
    ) -> Result<Judgement, Stopped> {
        let level = self.level();
        match self.is_for_some(worth, standing, budget)? {
            Err(because) => Ok(Judgement::Impossible { because, level }),
            Ok(so) => Ok(match self.is_not_for_some(worth, standing, budget)? {
                Err(because) => Judgement::Necessary { because, level },
                Ok(not_so) => Judgement::Open { so: Box::new(so), not_so: Box::new(not_so), level },
            }),
        }
    }

    /// A function for which a worth stands so to zero; or the statements for which there is none.
    pub fn is_for_some(
        &self,
        worth: &Worth,
        standing: Standing,
        budget: &Budget<'_>,
    ) -> Result<Result<Completion, BTreeSet<StatementIndex>>, Stopped> {
        let example = self.example();
        if standing.is_of(&example.worth(worth)) {
            return Ok(Ok(example));
        }
        // Far from zero the greatest value alone decides, and gives the reasons.
        if standing != Standing::Equal {
            let Some(most) = self.search(&worth.times(&Number::whole(-1)), budget)? else {
                return Ok(Ok(with_more_reservation(example, worth)));
            };
            let above_zero = (-&most.value).sign();
            if above_zero.is_lt() || above_zero.is_eq() && standing == Standing::Better {
                return Ok(Err(most.because));
            }
            if above_zero.is_gt()
                && let Some(found) = self.short_of(&most, worth)
            {
                return Ok(Ok(found));
            }
        }
        let condition = self.columns.stands(worth, standing);
        let found = self.some(&[condition], &choices_of(worth), budget)?;
        Ok(found.map_err(|mut because| {
            because.extend(self.ends_that_keep_up(&worth.times(&Number::whole(-1))));
            if standing == Standing::Equal {
                because.extend(self.ends_that_keep_up(worth));
            }
            because
        }))
    }

    fn is_not_for_some(
        &self,
        worth: &Worth,
        standing: Standing,
        budget: &Budget<'_>,
    ) -> Result<Result<Completion, BTreeSet<StatementIndex>>, Stopped> {
        let below = worth.times(&Number::whole(-1));
        match standing {
            Standing::Better => self.is_for_some(&below, Standing::AtLeast, budget),
            Standing::AtLeast => self.is_for_some(&below, Standing::Better, budget),
            Standing::Equal => match self.is_for_some(worth, Standing::Better, budget)? {
                Ok(above) => Ok(Ok(above)),
                Err(because) => {
                    let other = self.is_for_some(&below, Standing::Better, budget)?;
                    Ok(other.map_err(|more| because.into_iter().chain(more).collect()))
                }
            },
        }
    }
}

/// The function with as much more reservation as takes a worth above zero that grows with it. Nothing bounds the reservation, so
/// more of it is consistent too.
fn with_more_reservation(mut function: Completion, worth: &Worth) -> Completion {
    let growth = worth.quantities().find(|(quantity, _)| *quantity == Quantity::Reservation);
    if let Some(each) = growth.and_then(|(_, factor)| factor.reciprocal()) {
        let more = &(&Number::ONE - &function.worth(worth)) * &each;
        function.reservation = &function.reservation + &more;
    }
    function
}
