//! What the case says of how parties value options, as statements from which everything that follows can be told: orders,
//! intervals, weights, what a party has without a deal. Nothing is filled in.

use std::collections::HashMap;

use onetext_analysis::preferences::{Clash, Consistent, Level, Said, Source, Statement};
use onetext_analysis::{Budget, Choice, Error, IssueIndex, OptionIndex, PartyIndex, Utility};
use onetext_model::{Basis, Entry, EntryId, Interval, Preference, Reservation, View};

use super::numbered::Numbered;

/// What is known of every party, in their order.
pub(crate) struct Known<'a> {
    /// The statements of each party.
    pub(crate) statements: Vec<Vec<Statement>>,
    /// The entries that they come from, by the number of their source.
    pub(crate) sources: Vec<&'a Entry>,
    /// Whether any of it is assumed rather than said or read from what was done.
    pub(crate) is_assumed: bool,
}

/// The utility functions that a party's statements leave, or the statements that cannot stand together.
pub(crate) type Consistency = Result<Consistent, Clash>;

impl<'a> Known<'a> {
    /// Everything that the view has.
    pub(crate) fn of(view: &View<'a>, numbered: &Numbered<'a>) -> Self {
        let mut known = Known {
            statements: vec![Vec::new(); numbered.parties.len()],
            sources: Vec::new(),
            is_assumed: false,
        };
        let places = Places::of(numbered);
        for preference in view.each::<Preference>() {
            let issue = places.issues.get(&view.latest(preference.fact.issue.0));
            let (Some(&party), Some(&issue)) = (places.party(view, preference.fact.party.0), issue) else {
                continue;
            };
            let said = said(view, &places, issue, preference.fact);
            known.add(party, preference.entry, preference.fact.basis, said);
        }
        for reservation in view.each::<Reservation>() {
            let Some(&party) = places.party(view, reservation.fact.party.0) else { continue };
            let stated = reservation.fact.value.and_then(|value| bounds(&value));
            let said = stated.map(|(low, high)| Said::Reservation { low, high });
            known.add(party, reservation.entry, reservation.fact.basis, said.into_iter().collect());
        }
        known
    }

    fn add(&mut self, party: PartyIndex, entry: &'a Entry, basis: Basis, said: Vec<Said>) {
        if said.is_empty() {
            return;
        }
        let source = Source(u32::try_from(self.sources.len()).unwrap_or(u32::MAX));
        self.sources.push(entry);
        self.is_assumed |= basis == Basis::Assumed;
        self.statements[party.at()].extend(said.into_iter().map(|said| Statement { source, said }));
    }

    /// The entry that a statement comes from.
    pub(crate) fn entry(&self, source: Source) -> Option<&'a Entry> {
        self.sources.get(usize::try_from(source.0).ok()?).copied()
    }

    /// How much is known of a party.
    pub(crate) fn level(&self, numbered: &Numbered<'_>, party: PartyIndex) -> Level {
        Level::of(&numbered.space, &self.statements[party.at()])
    }

    /// The consistent utility functions of every party.
    pub(crate) fn consistent(
        &self,
        numbered: &Numbered<'_>,
        budget: &Budget<'_>,
    ) -> Result<Vec<Consistency>, Error> {
        self.statements.iter().map(|said| Consistent::new(&numbered.space, said.clone(), budget)).collect()
    }
}

/// Where parties, issues and options stand.
struct Places {
    parties: HashMap<EntryId, PartyIndex>,
    issues: HashMap<EntryId, IssueIndex>,
    options: HashMap<EntryId, Choice>,
}

impl Places {
    fn of(numbered: &Numbered<'_>) -> Self {
        let parties = numbered.party_indices().map(|at| (numbered.parties[at.at()].id(), at)).collect();
        let issues = numbered.space.indices().map(|at| (numbered.issues[at.at()].id(), at)).collect();
        let choices = numbered.space.indices().flat_map(|issue| numbered.choices(issue));
        let options = choices.map(|choice| (numbered.option(choice).id(), choice)).collect();
        Places { parties, issues, options }
    }

    fn party(&self, view: &View<'_>, id: EntryId) -> Option<&PartyIndex> {
        self.parties.get(&view.latest(id))
    }
}

/// What a preference says of an issue. Options of other issues in it are passed over.
fn said(view: &View<'_>, places: &Places, issue: IssueIndex, preference: &Preference) -> Vec<Said> {
    let place =
        |id: EntryId| places.options.get(&view.latest(id)).copied().filter(|choice| choice.issue == issue);
    let mut said = Vec::new();
    let class = |options: &Vec<onetext_model::OptionId>| -> Vec<OptionIndex> {
        options.iter().filter_map(|option| place(option.0)).map(|choice| choice.option).collect()
    };
    let classes: Vec<Vec<OptionIndex>> =
        preference.order.iter().map(class).filter(|class| !class.is_empty()).collect();
    if !classes.is_empty() {
        said.push(Said::Order { issue, classes });
    }
    let valued =
        preference.values.iter().filter_map(|value| Some((place(value.option.0)?, bounds(&value.value)?)));
    said.extend(valued.map(|(choice, (low, high))| Said::Value { choice, low, high }));
    let weight = preference.weight.as_ref().and_then(bounds);
    said.extend(weight.map(|(low, high)| Said::Weight { issue, low, high }));
    said
}

/// The ends of an interval as utilities.
fn bounds(interval: &Interval) -> Option<(Utility, Utility)> {
    Some((Utility::of(interval.low)?, Utility::of(interval.high)?))
}
