//! A text shown as it was understood.

use anyhow::Result;
use onetext_desk::reading;

use super::Outcome;
use crate::arguments::Read;
use crate::{print, texts};

/// Reads a text and shows what it was understood to say.
pub fn run(arguments: &Read) -> Result<Outcome> {
    let reading = texts::read(&arguments.file)?;
    print::document(&reading::compose(&texts::name(&arguments.file), &reading), &arguments.output)?;
    Ok(Outcome::Fine)
}
