//! `silent`: what was changed without being tracked.

use anyhow::Result;
use onetext_text::import::Reading;
use onetext_text::silent::{Version, silent};

use super::Outcome;
use crate::arguments::Silent;
use crate::print;
use crate::texts::{name, read_and_warn};

/// Compares what was sent with what came back. Something changed without a mark ends the program with 1.
pub fn run(arguments: &Silent) -> Result<Outcome> {
    let (sent, returned) = (read_and_warn(&arguments.sent)?, read_and_warn(&arguments.returned)?);
    let found = silent(version(&sent), version(&returned));
    let names = (name(&arguments.sent), name(&arguments.returned));
    print::document(&onetext_desk::silent::compose((&names.0, &names.1), &found), &arguments.output)?;
    let is_clean = found.differences.iter().all(|difference| difference.is_typographic);
    Ok(if is_clean { Outcome::Fine } else { Outcome::Found })
}

fn version(reading: &Reading) -> Version<'_> {
    Version { draft: &reading.draft, manuscript: reading.manuscript.as_ref() }
}
