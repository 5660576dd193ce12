//! `draft read`: a draft of a case, provision by provision.

use anyhow::Result;
use onetext_desk::texts::reader;

use super::{Outcome, pages};
use crate::arguments::DraftRead;
use crate::sources::draft;

/// Shows a draft provision by provision.
pub fn run(wanted: &DraftRead) -> Result<Outcome> {
    pages::show(&wanted.page, |view| {
        let against = wanted.against.as_ref().map(|label| draft(view, label)).transpose()?;
        let asked = reader::Asked { against, clean: wanted.clean };
        Ok(reader::compose(view, draft(view, &wanted.draft)?, &asked))
    })
}
