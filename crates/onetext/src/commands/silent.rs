//! `silent`: what was changed without being tracked.

use anyhow::Result;
use onetext_text::silent::{Version, silent};

use super::Outcome;
use crate::arguments::Silent;
use crate::print;
use crate::sources::{Source, Sources};

/// Compares what was sent with what came back. Something changed without a mark ends the program with 1.
pub fn run(arguments: &Silent) -> Result<Outcome> {
    let sources = Sources::open(&arguments.from)?;
    let read = |path| sources.read_verbatim(path, "comparing what was sent with what came back");
    let (sent, returned) = (read(&arguments.sent)?, read(&arguments.returned)?);
    let found = silent(version(&sent), version(&returned));
    print::document(&onetext_desk::silent::compose((&sent.name, &returned.name), &found), &arguments.output)?;
    let is_clean = found.differences.iter().all(|difference| difference.is_typographic);
    Ok(if is_clean { Outcome::Fine } else { Outcome::Found })
}

fn version(source: &Source) -> Version<'_> {
    Version { draft: &source.draft, manuscript: source.manuscript.as_ref() }
}
