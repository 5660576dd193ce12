//! `calendar`: the contacts of a case as an iCalendar file on standard output.

use anyhow::Result;
use onetext_document::calendar;

use super::Outcome;
use crate::arguments::Calendar;
use crate::folder::Opened;
use crate::{print, standpoint};

/// Prints the contacts as they may be seen by whom the options name.
pub fn run(asked: &Calendar) -> Result<Outcome> {
    let opened = Opened::at(&asked.case)?;
    let view = standpoint::view(&opened.case, &asked.standpoint)?;
    print::text(&calendar::write(&onetext_desk::calendar::compose(&view)))?;
    if asked.standpoint.r#for.is_none() && view.is_mediators() {
        print::talk("with everything that the mediator sees; to send it out, make it with --for WHO");
    }
    Ok(Outcome::Fine)
}
