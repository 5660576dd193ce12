//! A document to where it was asked for: the terminal, JSON, Markdown, or a file.

use std::io::{IsTerminal, Write};

use anyhow::{Context, Result, bail};
use onetext_document::{Document, html, json, markdown, terminal};

use crate::arguments::Output;
use crate::folder::write_whole;

/// Width of a page where the terminal does not say its own.
const WIDTH: usize = 110;
/// Narrowest width that is still set as a page.
const WIDTH_MIN: usize = 40;

/// Prints a document as the options ask.
pub fn document(document: &Document, output: &Output) -> Result<()> {
    if let Some(path) = &output.html {
        write_whole(path, html::write(document).as_bytes())?;
        eprintln!("onetext: written to {}", path.display());
        return Ok(());
    }
    if let Some(key) = &output.open {
        let Some(opened) = terminal::write_opened(document, key, width(output)) else {
            bail!("nothing here opens as {key:?}: name a row, or row/column, as in the JSON output");
        };
        return text(&opened);
    }
    if output.json {
        return text(&json::write(document));
    }
    if output.markdown {
        return text(&markdown::write(document));
    }
    text(&terminal::write(document, width(output)))
}

/// Prints words that may come from anywhere: nothing in them can repaint the screen.
pub fn shown(words: &str) -> Result<()> {
    text(&terminal::tamed(words))
}

/// Says something on standard error, whatever stands in it.
pub fn talk(words: &str) {
    eprintln!("onetext: {}", terminal::tamed(words));
}

/// Prints text to standard output; a reader that has gone away is no error.
pub fn text(words: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    let end = if words.ends_with('\n') { "" } else { "\n" };
    match write!(out, "{words}{end}").and_then(|()| out.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("cannot print"),
    }
}

fn width(output: &Output) -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let wanted = output.width.or(columns.filter(|_| std::io::stdout().is_terminal()));
    wanted.unwrap_or(WIDTH).max(WIDTH_MIN)
}
