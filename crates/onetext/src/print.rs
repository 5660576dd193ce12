//! A document to where it was asked for: the terminal, JSON, Markdown, or a file.

use std::io::{IsTerminal, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use onetext_document::{Document, Properties, docx, html, json, markdown, terminal};

use crate::arguments::Output;
use crate::folder::write_whole;

/// Width of a page where the terminal does not say its own.
const WIDTH: usize = 110;
/// Narrowest width that is still set as a page.
const WIDTH_MIN: usize = 40;

/// Prints a document as the options ask.
pub fn document(document: &Document, output: &Output) -> Result<()> {
    if output.non_paper {
        let (bare, left_out) = document.clone().non_paper();
        let mut left_out: Vec<&str> = left_out;
        left_out.push("what the file would say about itself");
        talk(&format!("a non-paper; left out: {}", left_out.join(", ")));
        return put_out(&bare, output, &Properties::default());
    }
    let properties = Properties { title: document.title.to_words(), ..Properties::default() };
    put_out(document, output, &properties)
}

fn put_out(document: &Document, output: &Output, properties: &Properties) -> Result<()> {
    if files(document, output, properties)? {
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

/// Writes the files that were asked for; says whether any was.
fn files(document: &Document, output: &Output, properties: &Properties) -> Result<bool> {
    if let Some(path) = &output.html {
        written(path, html::write(document).as_bytes())?;
    }
    if let Some(path) = &output.docx {
        written(path, &docx::write(document, properties)?)?;
    }
    if let Some(path) = &output.pdf {
        written(path, &pdf(document, properties)?)?;
    }
    Ok(output.html.is_some() || output.docx.is_some() || output.pdf.is_some())
}

fn written(path: &Path, bytes: &[u8]) -> Result<()> {
    write_whole(path, bytes)?;
    talk(&format!("written to {}", path.display()));
    Ok(())
}

#[cfg(feature = "pdf")]
fn pdf(document: &Document, properties: &Properties) -> Result<Vec<u8>> {
    Ok(onetext_document::pdf::write(document, properties)?)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Document, _: &Properties) -> Result<Vec<u8>> {
    bail!("this build of onetext writes no PDF: take --docx, or a build with the feature `pdf`")
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
