//! The program: reads files, asks the desk for a document, prints it. Nothing is decided here.

mod arguments;
mod asking;
mod assistant;
mod child;
mod commands;
mod folder;
mod keeper;
mod print;
mod reports;
mod sources;
mod standpoint;
mod taking;
mod texts;

use std::process::ExitCode;

use clap::Parser;

/// Exit status of a check that found something.
const FOUND: u8 = 1;
/// Exit status when the program cannot do what was asked.
const CANNOT: u8 = 2;

fn main() -> ExitCode {
    let arguments = match arguments::Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(CANNOT) } else { ExitCode::SUCCESS };
        }
    };
    match commands::run(arguments) {
        Ok(commands::Outcome::Fine) => ExitCode::SUCCESS,
        Ok(commands::Outcome::Found) => ExitCode::from(FOUND),
        Err(error) => {
            print::talk(&format!("{error:#}"));
            ExitCode::from(CANNOT)
        }
    }
}
