//! Statements of one party that cannot stand together, as few as possible.

use std::collections::BTreeSet;

use super::{Consistent, Source, Statement, StatementIndex};
use crate::{Budget, Error, Space};

/// Statements of which no utility function meets all, and of which every part can stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The statements, in their order.
    pub statements: Vec<StatementIndex>,
    /// Where they come from, each source once.
    pub sources: BTreeSet<Source>,
}

impl Clash {
    /// Leaves out of some clashing statements one after the other, as long as the rest still clashes.
    pub(super) fn least(
        space: &Space,
        statements: &[Statement],
        together: BTreeSet<StatementIndex>,
        budget: &Budget<'_>,
    ) -> Result<Self, Error> {
        let mut kept: Vec<StatementIndex> = together.into_iter().collect();
        if clashing(space, statements, &kept, budget)?.is_none() {
            // The reasons of the search left something out: start from all.
            kept = (0..).map(StatementIndex).take(statements.len()).collect();
        }
        let mut place = 0;
        while place < kept.len() {
            let mut rest = kept.clone();
            rest.remove(place);
            match clashing(space, statements, &rest, budget)? {
                // What is needed and was looked at stays in front: it is in every clash of the rest.
                Some(fewer) => kept = fewer,
                None => place += 1,
            }
        }
        let sources =
            kept.iter().filter_map(|index| statements.get(index.at())).map(|it| it.source).collect();
        Ok(Clash { statements: kept, sources })
    }
}

/// Those of some statements that clash, if any do.
fn clashing(
    space: &Space,
    statements: &[Statement],
    some: &[StatementIndex],
    budget: &Budget<'_>,
) -> Result<Option<Vec<StatementIndex>>, Error> {
    let chosen: Vec<_> = some.iter().filter_map(|index| statements.get(index.at())).cloned().collect();
    let found = Consistent::prepare(space, &chosen, budget)?;
    Ok(found
        .err()
        .map(|together| together.iter().filter_map(|index| some.get(index.at())).copied().collect()))
}
