//! What is supposed for a question beside what is on file: options that exist nowhere yet, words that are set aside, options that
//! are fixed. It is applied before a case becomes a space, so that everything downstream sees one and the same case.

use onetext_analysis::{Choice, Error, Space};
use onetext_model::{Entry, EntryId, Fact, IssueOption, OptionId, Stated, View};

/// What is supposed. Nothing of it is entered.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Supposed<'s> {
    /// Options that exist nowhere yet, as entries that are in no case.
    pub(crate) added: &'s [Entry],
    /// Positions that are set aside: it is as if the party had said nothing on that option.
    pub(crate) dropped: &'s [EntryId],
    /// Options that are fixed: of their issues no other option is open.
    pub(crate) fixed: &'s [OptionId],
}

impl<'s> Supposed<'s> {
    /// The options that are added to an issue.
    pub(crate) fn options(self, view: &View<'_>, issue: EntryId) -> Vec<Stated<'s, IssueOption>> {
        let stated = |entry: &'s Entry| match &entry.fact {
            Fact::Option(fact) if view.same(fact.issue, issue) => Some(Stated { entry, fact }),
            _ => None,
        };
        self.added.iter().filter_map(stated).collect()
    }

    /// Whether a position is set aside.
    pub(crate) fn sets_aside(self, view: &View<'_>, position: EntryId) -> bool {
        self.dropped.iter().any(|dropped| view.same(*dropped, position))
    }

    /// The space with what is fixed: the other options of those issues are closed.
    pub(crate) fn fixing(
        self,
        view: &View<'_>,
        options: &[Vec<Stated<'_, IssueOption>>],
        mut space: Space,
    ) -> Result<Space, Error> {
        let is_fixed =
            |option: &Stated<'_, IssueOption>| self.fixed.iter().any(|fixed| view.same(*fixed, option.id()));
        for (issue, options) in space.indices().zip(options) {
            if !options.iter().any(is_fixed) {
                continue;
            }
            for (option, stated) in (0..).zip(options) {
                if !is_fixed(stated) {
                    space = space.without(Choice::new(issue.0, option))?;
                }
            }
        }
        Ok(space)
    }
}
