//! How much may be spent on an answer, and who may stop it. Steps, never seconds: the same budget gives the same result on
//! every machine.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

/// How much may be spent. A step is one small unit of work, such as one package or one vector looked at.
pub struct Budget<'a> {
    steps_max: u64,
    spent: AtomicU64,
    goes_on: &'a (dyn Fn(u64) -> bool + Sync),
}

/// Why a computation ended before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stopped {
    /// The steps of the budget are spent.
    #[error("stopped after {0} steps, the most that were allowed: narrow the question or allow more")]
    StepsSpent(u64),
    /// Whoever watched said so.
    #[error("stopped by whoever watched")]
    Cancelled,
}

impl Budget<'static> {
    /// No limit and nobody who watches.
    pub const fn unlimited() -> Self {
        Budget { steps_max: u64::MAX, spent: AtomicU64::new(0), goes_on: &|_| true }
    }

    /// At most so many steps.
    pub const fn steps(steps_max: u64) -> Self {
        Budget { steps_max, spent: AtomicU64::new(0), goes_on: &|_| true }
    }
}

impl<'a> Budget<'a> {
    /// At most so many steps, watched: the function is told how many are spent, now and then, and answers whether to go on.
    pub fn watched(steps_max: u64, goes_on: &'a (dyn Fn(u64) -> bool + Sync)) -> Self {
        Budget { steps_max, spent: AtomicU64::new(0), goes_on }
    }

    /// Spends steps. Call it now and then with a few thousand, not for each one.
    pub fn spend(&self, steps: u64) -> Result<(), Stopped> {
        let spent = self.spent.fetch_add(steps, Ordering::Relaxed).saturating_add(steps);
        if spent > self.steps_max {
            return Err(Stopped::StepsSpent(self.steps_max));
        }
        if (self.goes_on)(spent) { Ok(()) } else { Err(Stopped::Cancelled) }
    }

    /// How many steps are left.
    pub fn left(&self) -> u64 {
        self.steps_max.saturating_sub(self.spent())
    }

    /// How many steps are spent.
    pub fn spent(&self) -> u64 {
        self.spent.load(Ordering::Relaxed)
    }
}

impl fmt::Debug for Budget<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Budget")
            .field("steps_max", &self.steps_max)
            .field("spent", &self.spent())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_when_spent_or_told() {
        let budget = Budget::steps(10);
        assert_eq!(budget.spend(10), Ok(()));
        assert_eq!(budget.spend(1), Err(Stopped::StepsSpent(10)));
        let watched = Budget::watched(100, &|spent| spent < 5);
        assert_eq!(watched.spend(4), Ok(()));
        assert_eq!(watched.spend(4), Err(Stopped::Cancelled));
    }
}
