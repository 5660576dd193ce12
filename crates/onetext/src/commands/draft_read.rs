//! `draft read`: a draft of a case, provision by provision.

use anyhow::{Context, Result};
use onetext_desk::texts::reader;
use onetext_model::{Draft, DraftId, EntryId, View};

use super::{Outcome, pages};
use crate::arguments::DraftRead;

/// Shows a draft provision by provision.
pub fn run(wanted: &DraftRead) -> Result<Outcome> {
    pages::show(&wanted.page, |view| {
        let against = wanted.against.as_ref().map(|label| of_label(view, label)).transpose()?;
        let asked = reader::Asked { against, clean: wanted.clean };
        Ok(reader::compose(view, of_label(view, &wanted.draft)?, &asked))
    })
}

fn of_label(view: &View<'_>, label: &str) -> Result<DraftId> {
    let found = view.labelled::<Draft>(label).or_else(|| view.find::<Draft>(EntryId::parse(label)?));
    let found =
        found.with_context(|| format!("no draft is called {label:?}: `onetext draft list` has them"))?;
    Ok(DraftId(found.id()))
}
