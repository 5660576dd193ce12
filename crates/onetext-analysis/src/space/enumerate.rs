//! All packages of a space, one after the other in lexicographic order, without a list of them. Options that what is already
//! chosen makes impossible are passed over before they are tried.

use super::look_ahead::LookAhead;
use super::{OptionIndex, Package, Space};
use crate::{Budget, Stopped};

/// Steps between two looks at the budget.
const STEPS_BATCH: u64 = 4_096;

/// The packages of a space in lexicographic order of their options.
///
/// [`Packages::advance`] lends each package and allocates nothing; as an iterator it hands out copies.
#[derive(Clone, Debug)]
pub struct Packages {
    ahead: LookAhead,
    package: Package,
    steps: u64,
    at: At,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// Options from `from` on are still to be tried for the issue; those before it are chosen.
    Between {
        level: usize,
        from: u32,
    },
    /// The last package that was lent.
    Package,
    End,
}

impl Space {
    /// All its packages, in lexicographic order. The iterator has no limit of its own: use [`Packages::advance`] with a budget
    /// where the space may be large.
    ///
    /// ```
    /// use onetext_analysis::{Choice, Dependency, Issue, Package, Space};
    /// let space = Space::new(vec![Issue::listed("Cap", &["none", "low"]), Issue::listed("Monitor", &["yes", "no"])])?
    ///     .with(Dependency::Requires(Choice::new(0, 1), Choice::new(1, 0)))?;
    /// let packages: Vec<Package> = space.packages().collect();
    /// assert_eq!(packages, [Package::of(&[0, 0]), Package::of(&[0, 1]), Package::of(&[1, 0])]);
    /// # Ok::<(), onetext_analysis::Error>(())
    /// ```
    pub fn packages(&self) -> Packages {
        let package = Package(vec![OptionIndex(0); self.issues.len()]);
        let ahead = LookAhead::new(self);
        let at = if ahead.is_hopeless() { At::End } else { At::Between { level: 0, from: 0 } };
        Packages { ahead, package, steps: 0, at }
    }

    /// Shows every package to `visit`, in lexicographic order. A step of the budget is one option tried.
    pub fn visit(&self, budget: &Budget, mut visit: impl FnMut(&Package)) -> Result<(), Stopped> {
        let mut packages = self.packages();
        while let Some(package) = packages.advance(budget)? {
            visit(package);
        }
        Ok(())
    }
}

impl Packages {
    /// The next package, if there is one more. After a stop it goes on where it was, given a new budget.
    pub fn advance(&mut self, budget: &Budget) -> Result<Option<&Package>, Stopped> {
        let issues = self.package.0.len();
        let (mut level, mut from) = match self.at {
            At::End => return Ok(None),
            At::Between { .. } if issues == 0 => {
                self.at = At::End;
                return Ok(Some(&self.package));
            }
            At::Between { level, from } => (level, from),
            At::Package => self.undo(issues - 1),
        };
        self.at = At::Package;
        loop {
            self.steps += 1;
            if self.steps >= STEPS_BATCH {
                self.at = At::Between { level, from };
                budget.spend(std::mem::take(&mut self.steps))?;
                self.at = At::Package;
            }
            match self.ahead.next_option(level, from) {
                Some(option) => {
                    self.package.0[level] = option;
                    if !self.ahead.choose(level, option) {
                        (level, from) = self.undo(level);
                    } else if level + 1 == issues {
                        return Ok(Some(&self.package));
                    } else {
                        (level, from) = (level + 1, 0);
                    }
                }
                None if level == 0 => {
                    self.at = At::End;
                    return Ok(None);
                }
                None => (level, from) = self.undo(level - 1),
            }
        }
    }

    /// Takes back the choice of that issue; what to try next is behind it.
    fn undo(&mut self, level: usize) -> (usize, u32) {
        let option = self.package.0[level];
        self.ahead.take_back(level, option);
        (level, u32::from(option.0) + 1)
    }
}

impl Iterator for Packages {
    type Item = Package;

    fn next(&mut self) -> Option<Package> {
        self.advance(&Budget::unlimited()).ok().flatten().cloned()
    }
}
