//! Commands that print one page of the desk.

use anyhow::Result;
use onetext_document::Document;
use onetext_model::{Severity, View};

use super::Outcome;
use crate::arguments::{Check, Page};
use crate::folder::Opened;
use crate::{print, standpoint};

/// Opens the case, composes a page of it, and prints it.
pub fn show(page: &Page, compose: impl Fn(&View<'_>) -> Document) -> Result<Outcome> {
    let opened = Opened::at(&page.case)?;
    let view = standpoint::view(&opened.case, &page.standpoint)?;
    print::document(&compose(&view), &page.output)?;
    remark(&opened, &view);
    Ok(Outcome::Fine)
}

/// Says on standard error that entries were left out, as far as the viewer may know.
pub fn remark(opened: &Opened, view: &View<'_>) {
    let grave = |f: &&onetext_model::Finding| f.severity == Severity::Error && view.may_see(&f.audience);
    let number = opened.findings.iter().filter(grave).count();
    if number > 0 {
        eprintln!("onetext: {number} entries or files were left out; `onetext check` says why");
    }
}

/// Everything that is not as it should be.
pub fn check(check: &Check) -> Result<Outcome> {
    let page = &check.page;
    let opened = Opened::at(&page.case)?;
    let view = match page.standpoint.r#for {
        Some(_) => standpoint::view(&opened.case, &page.standpoint)?,
        None => standpoint::keepers(&opened.case, &page.standpoint)?,
    };
    let findings = onetext_desk::check::findings(&view, &opened.findings);
    print::document(&onetext_desk::check::compose(&view, &findings), &page.output)?;
    let found = findings.iter().any(|finding| finding.severity > Severity::Note);
    Ok(if found { Outcome::Found } else { Outcome::Fine })
}
