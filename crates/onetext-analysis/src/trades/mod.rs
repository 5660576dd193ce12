//! Trades: the smallest changes to the package on the table that are better for all, and why each side gains.
//!
//! A trade is a set of changes of different issues. It is *inclusion-minimal*: no part of it is better for all by itself. It
//! binds nobody and is nobody's concession: all its sides are listed alike.
//!
//! Where utilities are known, every trade is certain. Where they are not, a trade is
//! - *certified* if every utility function that is consistent with what each party said agrees: the party loses nothing in
//!   any of them and gains in at least one;
//! - *possible* if for each party some consistent utility function agrees.
//!
//! The search is breadth-first over sets of one change, two, three, ... A set is left out unseen where some row of whole
//! numbers (a party's gains, or its gains under one consistent utility function) cannot be satisfied by any completion of
//! it. A consistent utility function that refutes one set is kept as a row for all others: cuts as in implicit hitting
//! sets, so linear programmes are solved for few sets only.
//!
//! Exchanges of this kind are the "logrolling" of Pruitt, *Negotiation Behavior* (1981), and the differences from which
//! joint gains come in Lax and Sebenius, *The Manager as Negotiator* (1986).
//!
//! ```
//! use onetext_analysis::trades::{Better, Limits, Values, trades};
//! use onetext_analysis::{Budget, Issue, Package, Scenario, Space, Utility, UtilityFunction};
//! let space = Space::new(vec![Issue::listed("Water", &["low", "high"]), Issue::listed("Power", &["low", "high"])])?;
//! let table = |rows: [[i64; 2]; 2]| {
//!     UtilityFunction::additive(rows.iter().map(|row| row.iter().map(|u| Utility::hundredths(*u)).collect()).collect())
//! };
//! let (farms, dam) = (table([[0, 80], [20, 0]]), table([[30, 0], [0, 70]]));
//! let sides = [Values::Known(&farms), Values::Known(&dam)];
//! let found = trades(&space, &sides, &Package::of(&[0, 0]), Better::ForEach, Limits::default(), &Budget::unlimited())?;
//! assert_eq!(found.certified.len(), 1);
//! assert_eq!(found.certified[0].result, Package::of(&[1, 1]));
//! assert_eq!(found.certified[0].sides[0].gain.least, Utility::hundredths(60));
//! # Ok::<(), onetext_analysis::Error>(())
//! ```

mod change;
mod consistent;
mod joint;
mod known;
mod search;
mod table;

pub use change::{Change, OFFERED_AT_ONCE_MAX, OFFERED_MAX};
pub(crate) use change::{check, issues_of};
pub use joint::{JointGain, JointGains, joint_gains};
pub use search::Extent;

use std::collections::BTreeSet;

use change::Offered;
use table::Table;

use crate::preferences::{Consistent, Level, StatementIndex};
use crate::{Budget, Error, PARTIES_MAX, Package, PartyIndex, Space, Utility, UtilityFunction};

/// Changes of one trade: what more than six issues exchange at once is no longer seen as one exchange, and the sets to look
/// at grow by the power.
pub const CHANGES_MAX: usize = 6;

/// What is known of how a party values packages.
#[derive(Clone, Copy)]
pub enum Values<'a> {
    /// Its utility function.
    Known(&'a UtilityFunction),
    /// Everything that is consistent with what it said.
    Consistent(&'a Consistent),
}

/// What "better for all" asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Better {
    /// Every party gains.
    ForEach,
    /// No party loses, and at least one gains.
    ForSome,
}

/// How far to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Changes of one trade, at most [`CHANGES_MAX`].
    pub changes_max: usize,
    /// Certified trades in the list.
    pub certified_max: usize,
    /// Possible trades in the list.
    pub possible_max: usize,
}

impl Default for Limits {
    /// Four changes, a thousand certified trades and a hundred possible ones: more than that nobody reads. With orders alone
    /// almost every two changes of different issues are possible, and what each side may gain is worked out for every one.
    fn default() -> Self {
        Limits { changes_max: 4, certified_max: 1_000, possible_max: 100 }
    }
}

/// What can be changed to everyone's good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trades {
    /// Those on which every consistent utility function of every party agrees, smallest first.
    pub certified: Vec<Trade>,
    /// How far the search for them went.
    pub certified_extent: Extent,
    /// Those on which for every party some consistent utility function agrees, without those that are certified or hold a
    /// listed certified one; smallest first. Empty where all utilities are known: nothing is left open then. Where the list of
    /// certified ones is not complete, a set here may hold one that was not found.
    pub possible: Vec<Trade>,
    /// How far the search for them went.
    pub possible_extent: Extent,
    /// How many sets of changes were looked at one by one; all others were ruled out in families.
    pub looked_at: u64,
}

/// A change of several issues at once, better for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trade {
    /// What changes, in the order of the issues.
    pub changes: Vec<Change>,
    /// The package after it.
    pub result: Package,
    /// What each party gains, in their order.
    pub sides: Vec<Side>,
}

/// What one party gains by a trade, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The party.
    pub party: PartyIndex,
    /// By the whole trade.
    pub gain: Gain,
    /// By each change, in the order of the trade's changes, as far as options count one by one.
    pub by_change: Vec<Gain>,
    /// By options that stand together: what the terms of a known utility function add.
    pub by_terms: Utility,
    /// How much is known of the party.
    pub level: Level,
    /// Statements of the party that suffice for its not gaining less; none where its utility function is known.
    pub because: BTreeSet<StatementIndex>,
}

/// The least and the most that a party may gain (below zero: lose), over every utility function that is consistent with what
/// is known. On the party's own scale, the least rounded down and the most rounded up to 1e-12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gain {
    /// At least so much.
    pub least: Utility,
    /// At most so much.
    pub most: Utility,
}

impl Gain {
    /// One known amount.
    pub const fn exactly(amount: Utility) -> Self {
        Gain { least: amount, most: amount }
    }
}

/// The inclusion-minimal changes to the current package whose result is in the space and better for all. The current package
/// itself may be one that the space forbids; a trade then cures that.
///
/// Utility functions must have the shape of the space ([`crate::Scenario::check`]). A budget that is spent is not an error:
/// the result says how far the search went.
pub fn trades(
    space: &Space,
    sides: &[Values<'_>],
    current: &Package,
    better: Better,
    limits: Limits,
    budget: &Budget<'_>,
) -> Result<Trades, Error> {
    if sides.len() > PARTIES_MAX {
        return Err(Error::TooMany { what: "parties", found: sides.len(), limit: PARTIES_MAX });
    }
    if limits.changes_max > CHANGES_MAX {
        return Err(Error::TooMany {
            what: "changes of one trade",
            found: limits.changes_max,
            limit: CHANGES_MAX,
        });
    }
    let offered = Offered::of(space, current)?;
    let mut table = Table::of(&offered, sides, better, budget)?;
    let certified = table.certified(limits, budget)?;
    if table.is_known() {
        return Ok(table.report(&certified, None));
    }
    let possible = table.possible(&certified, limits, budget)?;
    Ok(table.report(&certified, Some(&possible)))
}
