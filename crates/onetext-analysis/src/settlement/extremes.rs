//! The worst and the best package of the whole space for each party, dependencies and terms included.

use crate::{Budget, Choice, Error, Scenario, Utility, UtilityFunction, front};

/// From a party's worst package to its best. Both are 0 where the space has no package.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Range {
    pub least: Utility,
    pub most: Utility,
}

/// For each party. Where nothing ties its issues, each may be at its worst or best by itself.
pub(super) fn ranges(scenario: &Scenario, budget: &Budget<'_>) -> Result<Vec<Range>, Error> {
    let untied = scenario.space.dependencies().is_empty();
    let range = |utility: &UtilityFunction| {
        if untied && utility.terms.is_empty() {
            Ok(issue_by_issue(scenario, utility))
        } else {
            taken_apart(scenario, utility, budget)
        }
    };
    scenario.parties.iter().map(|party| range(&party.utility)).collect()
}

fn issue_by_issue(scenario: &Scenario, utility: &UtilityFunction) -> Range {
    let mut range = Range::default();
    for issue in scenario.space.indices() {
        let values = scenario.space.open_options(issue).map(|option| utility.value(Choice { issue, option }));
        let Some((least, most)) = values.fold(None, |bounds, value| {
            let (least, most) = bounds.unwrap_or((value, value));
            Some((value.min(least), value.max(most)))
        }) else {
            return Range::default(); // every option is closed: there is no package
        };
        range.least += least;
        range.most += most;
    }
    range
}

/// The front of one party alone is its best package; with every sign turned, its worst.
fn taken_apart(scenario: &Scenario, utility: &UtilityFunction, budget: &Budget<'_>) -> Result<Range, Error> {
    let best = |utility: UtilityFunction| -> Result<Utility, Error> {
        let alone = Scenario::new(&scenario.name, scenario.space.clone()).with_party("alone", utility);
        let front = front::exact(&alone, budget)?;
        Ok(front.vectors().next().map_or(Utility::ZERO, |vector| vector[0]))
    };
    Ok(Range { least: -best(turned(utility))?, most: best(utility.clone())? })
}

fn turned(utility: &UtilityFunction) -> UtilityFunction {
    let mut turned = utility.clone();
    for value in turned.table.iter_mut().flatten().chain(turned.terms.iter_mut().map(|term| &mut term.value))
    {
        *value = -*value;
    }
    turned
}
