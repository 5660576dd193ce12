//! PDF: the letters on its pages, put together to lines and paragraphs again. The parser is somebody else's: it is meant
//! to run in a process of its own, and if it gives up, that is an error here.

mod checks;
mod glyphs;
mod layout;
mod mend;

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::Document;

use super::{Format, ImportError, Metadata, Reading, Remark, Severity, What};
use crate::draft::outline;
use glyphs::Glyphs;

/// Pages that are read.
const PAGES_MAX: usize = 3_000;

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Result<Reading, ImportError> {
    checks::bounded(bytes)?;
    // The parser may give up with a panic; nothing of ours is shared with it.
    let read = catch_unwind(AssertUnwindSafe(|| parsed(bytes)));
    read.unwrap_or_else(|_| Err(broken("its parser gave up")))
}

fn broken(what: &str) -> ImportError {
    ImportError::Pdf(what.to_owned())
}

fn parsed(bytes: &[u8]) -> Result<Reading, ImportError> {
    let (document, is_mended) = match Document::load_mem(bytes) {
        Ok(document) if !document.get_pages().is_empty() => (document, false),
        // Whoever mends a file must not take its lock off.
        _ if bytes.windows(8).any(|eight| eight == b"/Encrypt") => return Err(ImportError::Encrypted),
        other => {
            let again = mend::mended(bytes).and_then(|mended| Document::load_mem(&mended).ok());
            let why = || other.err().map_or_else(|| "it has no pages".to_owned(), |error| error.to_string());
            (again.ok_or_else(|| broken(&why()))?, true)
        }
    };
    if document.is_encrypted() || document.trailer.has(b"Encrypt") {
        return Err(ImportError::Encrypted);
    }
    checks::sound(&document)?;
    let pages = document.get_pages().len();
    if pages > PAGES_MAX {
        return Err(ImportError::TooMuch { what: "pages".to_owned(), found: pages, limit: PAGES_MAX });
    }
    let mut glyphs = Glyphs::default();
    pdf_extract::output_doc(&document, &mut glyphs).map_err(|error| broken(&error.to_string()))?;
    let mut findings = checks::remarks(bytes, &document);
    if is_mended {
        findings.push(Remark::on_file(Severity::Warning, What::Mended));
    }
    let page = layout::blocks(&glyphs.pages);
    if page.running_heads > 0 {
        findings.push(Remark::on_file(Severity::Note, What::RunningHeads { count: page.running_heads }));
    }
    let poor =
        page.poor.iter().map(|page| Remark::on_file(Severity::Warning, What::PoorPage { page: *page }));
    findings.extend(poor);
    let metadata: Metadata = checks::metadata(&document);
    let names: Vec<String> = [&metadata.author, &metadata.company].into_iter().flatten().cloned().collect();
    if !names.is_empty() {
        findings.push(Remark::on_file(Severity::Note, What::Names { names }));
    }
    Ok(Reading { format: Format::Pdf, draft: outline(page.blocks), manuscript: None, metadata, findings })
}
