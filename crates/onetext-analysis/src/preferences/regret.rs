//! Regret: how much more than a package another one may be worth to a party, at most (Boutilier et al. 2006).

use std::collections::BTreeSet;

use super::acceptance::Standing;
use super::statement::check_package;
use super::{Bound, Completion, Consistent, Level, StatementIndex, Worth};
use crate::linear::Number;
use crate::{Budget, Error, Package, Stopped};

/// Packages among which the least regret is looked for: each pair is a linear programme.
pub const PACKAGES_MAX: usize = 1_024;

/// The most that another package may be worth more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regret {
    /// How much, on the scale where the party's best package is worth one and its worst zero; at least zero.
    pub value: Number,
    /// The place of the other package among those that were compared; none where the other is the party's best of all.
    pub against: Option<usize>,
    /// A function for which it is so much, or as near to it as one likes.
    pub at: Completion,
    /// Statements that suffice for its not being more.
    pub because: BTreeSet<StatementIndex>,
    /// How much is known.
    pub level: Level,
}

/// The packages whose greatest regret is least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeastRegret {
    /// Their places among those that were compared; all that have it.
    pub packages: Vec<usize>,
    /// Their greatest regret.
    pub value: Number,
    /// How much is known.
    pub level: Level,
}

impl Consistent {
    /// The greatest regret of a package against a list.
    pub fn regret(&self, chosen: &Package, others: &[Package], budget: &Budget<'_>) -> Result<Regret, Error> {
        let mut greatest = self.no_regret();
        for (place, other) in others.iter().enumerate() {
            let found = self.regret_against(chosen, other, budget)?;
            if found.0 > greatest.value {
                (greatest.value, greatest.at, greatest.against) = (found.0, found.1, Some(place));
            }
            greatest.because.extend(found.2);
        }
        Ok(greatest)
    }

    /// The greatest regret of a package against every package of a space without dependencies and closed options: the party's best
    /// package is then worth one in every consistent function, so it is one less the least worth. None where the space is not so;
    /// a list of packages can still be compared.
    pub fn regret_in_space(&self, chosen: &Package, budget: &Budget<'_>) -> Result<Option<Regret>, Error> {
        check_package(self.space(), chosen)?;
        if !self.space().dependencies().is_empty() || !self.space().closed().is_empty() {
            return Ok(None);
        }
        let Bound::At(least) = self.minimum(&Worth::package(chosen), budget)? else { return Ok(None) };
        let (value, at, because) = (&Number::ONE - &least.value, least.at, least.because);
        Ok(Some(Regret { value, at, because, against: None, level: self.level() }))
    }

    /// The packages of a list whose greatest regret against the list is least.
    pub fn least_regret(
        &self,
        packages: &[Package],
        budget: &Budget<'_>,
    ) -> Result<Option<LeastRegret>, Error> {
        if packages.len() > PACKAGES_MAX {
            return Err(Error::TooMany { what: "packages", found: packages.len(), limit: PACKAGES_MAX });
        }
        let mut least: Option<LeastRegret> = None;
        for (place, chosen) in packages.iter().enumerate() {
            let limit = least.as_ref().map(|least| least.value.clone());
            let Some(value) = self.regret_up_to(chosen, packages, limit.as_ref(), budget)? else { continue };
            match &mut least {
                Some(least) if least.value == value => least.packages.push(place),
                _ => least = Some(LeastRegret { packages: vec![place], value, level: self.level() }),
            }
        }
        Ok(least)
    }

    /// The greatest regret; none once it is known to be above a limit.
    fn regret_up_to(
        &self,
        chosen: &Package,
        others: &[Package],
        limit: Option<&Number>,
        budget: &Budget<'_>,
    ) -> Result<Option<Number>, Error> {
        let mut greatest = Number::ZERO;
        for other in others {
            greatest = greatest.max(self.regret_against(chosen, other, budget)?.0);
            if limit.is_some_and(|limit| greatest > *limit) {
                return Ok(None);
            }
        }
        Ok(Some(greatest))
    }

    fn regret_against(
        &self,
        chosen: &Package,
        other: &Package,
        budget: &Budget<'_>,
    ) -> Result<(Number, Completion, BTreeSet<StatementIndex>), Error> {
        check_package(self.space(), chosen)?;
        check_package(self.space(), other)?;
        let more = Worth::package(other).less(&Worth::package(chosen));
        match self.maximum(&more, budget)? {
            Bound::At(most) => Ok((most.value, most.at, most.because)),
            // Options are worth at most one, so this is never so.
            Bound::Endless => Ok((Number::ONE, self.example(), BTreeSet::new())),
        }
    }

    fn no_regret(&self) -> Regret {
        let (value, at) = (Number::ZERO, self.example());
        Regret { value, against: None, at, because: BTreeSet::new(), level: self.level() }
    }

    /// The packages of a list that may be the best of it: at least as good as each other one, for some consistent function. A
    /// package that is not among them is worth less than some other in every case, though not than the same one.
    pub fn may_be_best(&self, packages: &[Package], budget: &Budget<'_>) -> Result<Vec<usize>, Error> {
        packages.iter().try_for_each(|package| check_package(self.space(), package))?;
        let mut best = Vec::new();
        for (place, package) in packages.iter().enumerate() {
            if self.may_be_best_of(package, packages, budget)? {
                best.push(place);
            }
        }
        Ok(best)
    }

    fn may_be_best_of(
        &self,
        package: &Package,
        all: &[Package],
        budget: &Budget<'_>,
    ) -> Result<bool, Stopped> {
        let own = Worth::package(package);
        let ahead: Vec<Worth> = all.iter().map(|other| own.less(&Worth::package(other))).collect();
        let asked = ahead.iter().flat_map(super::cases::choices_of).collect();
        let conditions: Vec<_> =
            ahead.iter().map(|ahead| self.columns.stands(ahead, Standing::AtLeast)).collect();
        Ok(self.some(&conditions, &asked, budget)?.is_ok())
    }
}
