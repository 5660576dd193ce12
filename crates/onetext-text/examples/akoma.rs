//! A draft as Akoma Ntoso: `cargo run -p onetext-text --example akoma -- draft.md`.
#![expect(clippy::disallowed_methods, reason = "an example reads the file that it is given")]

use onetext_text::akoma::{Identity, write};
use onetext_text::draft::read_markdown;

fn main() -> std::io::Result<()> {
    let Some(path) = std::env::args().nth(1) else { return Ok(()) };
    let identity = Identity {
        country: "un".to_owned(),
        work: "draft".to_owned(),
        date: "2026-01-31".to_owned(),
        author: "mediator".to_owned(),
        language: "eng".to_owned(),
    };
    println!("{}", write(&read_markdown(&std::fs::read_to_string(path)?), &identity));
    Ok(())
}
