//! The options that a draft contains: those that name one of its provisions as their source.

use std::collections::BTreeMap;

use onetext_model::{Draft, DraftId, EntryId, IssueOption, OptionId, Provision, SourceId, View};

/// The options taken from a draft, where it has one of an issue; an issue of which it has several, in brackets say, is left out,
/// because the draft does not settle it.
pub fn options_of_draft(view: &View<'_>, draft: DraftId) -> Vec<OptionId> {
    let mut by_issue: BTreeMap<EntryId, Vec<OptionId>> = BTreeMap::new();
    for option in view.each::<IssueOption>() {
        let is_from = |source: &SourceId| {
            view.find::<Provision>(*source).is_some_and(|provision| view.same(provision.fact.draft, draft.0))
                || view.find::<Draft>(*source).is_some_and(|found| view.same(draft, found.id()))
        };
        if option.entry.sources.iter().any(is_from) {
            by_issue.entry(view.latest(option.fact.issue.0)).or_default().push(OptionId(option.id()));
        }
    }
    by_issue.into_values().filter(|options| options.len() == 1).flatten().collect()
}
