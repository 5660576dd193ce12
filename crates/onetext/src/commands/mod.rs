//! The commands, one file each.

mod pages;

use anyhow::{Result, bail};

use crate::arguments::{Arguments, Command};

/// How a command ended when nothing went wrong.
pub enum Outcome {
    /// Done.
    Fine,
    /// Done, and a check found something.
    Found,
}

/// Runs a command.
pub fn run(arguments: Arguments) -> Result<Outcome> {
    match arguments.command {
        Command::Status(page) => pages::show(&page, onetext_desk::status::compose),
        Command::Asks(page) => pages::show(&page, onetext_desk::asks::compose),
        Command::Grid(grid) => pages::show(&grid.page, onetext_desk::grid::compose),
        Command::Check(check) => pages::check(&check),
        _ => bail!("not yet"),
    }
}
