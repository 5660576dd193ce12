//! Writes a large case folder for measurements: invented, the same for the same seed, and shaped as people write.
//!
//! `cargo run --release -p onetext --example generate -- DIR --entries 100000 --parties 20 --issues 200 --seed 1`
#![expect(clippy::format_push_string, reason = "a generator may allocate")]
#![expect(clippy::unnecessary_wraps, reason = "facts that find nothing to refer to are none")]

mod cast;
mod folder;
mod random;
mod talk;

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Parser;

use crate::cast::Cast;
use crate::folder::Folder;
use crate::random::Random;

/// A generated case folder.
#[derive(Parser)]
struct Arguments {
    /// The folder to make; it must not exist
    folder: PathBuf,
    /// Entries of the whole case
    #[arg(long, default_value_t = 100_000)]
    entries: usize,
    /// Parties
    #[arg(long, default_value_t = 20)]
    parties: usize,
    /// Issues, each with four options
    #[arg(long, default_value_t = 200)]
    issues: usize,
    /// The same seed gives the same bytes
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    if arguments.folder.exists() {
        bail!("{} exists already; name a new folder", arguments.folder.display());
    }
    if arguments.parties < 2 || arguments.issues < 1 {
        bail!("a case needs at least two parties and one issue");
    }
    let mut random = Random::new(arguments.seed);
    let mut folder = Folder::new(&arguments.folder);
    let cast = Cast::write(arguments.parties, arguments.issues, &mut random, &mut folder)?;
    talk::write(&cast, arguments.entries, &mut random, &mut folder)?;
    let written = folder.close()?;
    eprintln!("generate: {written} entries in {}", arguments.folder.display());
    Ok(())
}
