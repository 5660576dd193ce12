//! What is possible, what stands in the way, what could be exchanged: the analyses of settlement.

use anyhow::{Context, Result, bail};
use onetext_desk::settlement;
use onetext_model::{Draft, DraftId, EntryId, Issue, IssueId, IssueOption, OptionId, View};

use super::{Outcome, pages};
use crate::arguments::{Ask, Bridge, Trade};

/// The smallest changes to what is on the table that are better for all.
pub fn trade(asked: &Trade) -> Result<Outcome> {
    pages::show(&asked.page, |view| Ok(settlement::trade::compose_for(view, &options(view, &asked.current)?)))
}

/// The comparison to ask each party next.
pub fn ask(asked: &Ask) -> Result<Outcome> {
    pages::show(&asked.page, |view| Ok(settlement::ask::compose_for(view, &options(view, &asked.current)?)))
}

/// What could bridge an issue, or every issue that sticks.
pub fn bridge(asked: &Bridge) -> Result<Outcome> {
    pages::show(&asked.page, |view| {
        let issue = asked.issue.as_ref().map(|label| issue(view, label)).transpose()?;
        Ok(settlement::bridge::compose_for(view, issue))
    })
}

/// The options of those labels or ids; a draft stands for the options that are taken from it.
pub fn options(view: &View<'_>, labels: &[String]) -> Result<Vec<OptionId>> {
    let mut options = Vec::new();
    for label in labels {
        match view.labelled::<Draft>(label.trim()) {
            Some(draft) => options.extend(of_draft(view, label, DraftId(draft.id()))?),
            None => options.push(option(view, label)?),
        }
    }
    Ok(options)
}

/// The options that a draft contains, one of an issue.
fn of_draft(view: &View<'_>, label: &str, draft: DraftId) -> Result<Vec<OptionId>> {
    let options = settlement::options_of_draft(view, draft);
    if options.is_empty() {
        bail!(
            "of draft {label:?} no option is taken (an option names the provision among its sources): name the options"
        );
    }
    Ok(options)
}

/// The option of that label or id.
fn option(view: &View<'_>, label: &str) -> Result<OptionId> {
    let label = label.trim();
    let found =
        view.labelled::<IssueOption>(label).or_else(|| view.find::<IssueOption>(EntryId::parse(label)?));
    let found =
        found.with_context(|| format!("no option is called {label:?}; `onetext issues` has them all"))?;
    Ok(OptionId(found.id()))
}

/// The issue of that label or id.
pub fn issue(view: &View<'_>, label: &str) -> Result<IssueId> {
    let found = view.labelled::<Issue>(label).or_else(|| view.find::<Issue>(EntryId::parse(label)?));
    Ok(IssueId(found.with_context(|| format!("no issue is called {label:?}"))?.id()))
}
