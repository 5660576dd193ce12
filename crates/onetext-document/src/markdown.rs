//! The Markdown writer.

/// The document.
pub fn write(document: &crate::Document) -> String {
    crate::terminal::write(document, 100)
}
