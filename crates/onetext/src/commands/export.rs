//! `export`: the case as JSON lines, as one viewer may see it or whole.

use std::collections::BTreeSet;

use anyhow::Result;
use onetext_folder::lines;
use onetext_model::{Entry, EntryId, View};

use super::Outcome;
use crate::arguments::Export;
use crate::folder::Opened;
use crate::{print, standpoint};

/// Prints settings and entries.
pub fn run(export: &Export) -> Result<Outcome> {
    let opened = Opened::at(&export.case)?;
    let view = if export.all {
        standpoint::keepers(&opened.case, &export.standpoint)?
    } else {
        standpoint::view(&opened.case, &export.standpoint)?
    };
    let entries = known_sources_only(&view);
    print::text(&lines::write(view.settings(), &entries))?;
    let locked = opened.findings.iter().filter(|f| matches!(f.reason, onetext_model::Reason::Locked(_)));
    let number = locked.filter(|finding| view.may_see(&finding.audience)).count();
    if number > 0 {
        print::talk(&format!("locked and not in it: {number} places; `onetext unlock` opens them"));
    }
    Ok(Outcome::Fine)
}

/// The entries without those of their sources that became known later: what is given out must not dangle, and must
/// not tell that something came after.
fn known_sources_only(view: &View<'_>) -> Vec<Entry> {
    let known: BTreeSet<EntryId> = view.entries().iter().map(|entry| entry.id).collect();
    let trimmed = |entry: &&Entry| {
        let mut entry = (*entry).clone();
        entry.sources.retain(|source| known.contains(&source.0));
        entry
    };
    view.entries().iter().map(trimmed).collect()
}
