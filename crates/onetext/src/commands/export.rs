//! `export`: the case as JSON lines, as one viewer may see it or whole.

use anyhow::Result;
use onetext_folder::lines;

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
    print::text(&lines::write(view.settings(), view.entries().iter().copied()))?;
    let locked = opened.findings.iter().filter(|f| matches!(f.reason, onetext_model::Reason::Locked(_)));
    let number = locked.filter(|finding| view.may_see(&finding.audience)).count();
    if number > 0 {
        print::talk(&format!("locked and not in it: {number} places; `onetext unlock` opens them"));
    }
    Ok(Outcome::Fine)
}
