//! The worst and the best package of the whole space for each party, dependencies and terms included.

use crate::{Budget, Error, Scenario, Utility, UtilityFunction, front};

/// From a party's worst package to its best. Both are 0 where the space has no package.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Range {
    pub least: Utility,
    pub most: Utility,
}

/// For each party. The front of one party alone is its best package; with every sign turned, its worst.
pub(super) fn ranges(scenario: &Scenario, budget: &Budget<'_>) -> Result<Vec<Range>, Error> {
    let best = |utility: UtilityFunction| -> Result<Utility, Error> {
        let alone = Scenario::new(&scenario.name, scenario.space.clone()).with_party("alone", utility);
        let front = front::exact(&alone, budget)?;
        Ok(front.vectors().next().map_or(Utility::ZERO, |vector| vector[0]))
    };
    let range = |utility: &UtilityFunction| {
        Ok(Range { least: -best(turned(utility))?, most: best(utility.clone())? })
    };
    scenario.parties.iter().map(|party| range(&party.utility)).collect()
}

fn turned(utility: &UtilityFunction) -> UtilityFunction {
    let mut turned = utility.clone();
    for value in turned.table.iter_mut().flatten().chain(turned.terms.iter_mut().map(|term| &mut term.value))
    {
        *value = -*value;
    }
    turned
}
