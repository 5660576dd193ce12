//! Options of `silent`.

use std::path::PathBuf;

use clap::Args;

use super::Output;

/// Options of `silent`.
#[derive(Args)]
pub struct Silent {
    /// What was sent: DOCX, PDF, HTML, Akoma Ntoso, Markdown or plain text
    pub sent: PathBuf,
    /// What came back; only Word files can say that a change was tracked
    pub returned: PathBuf,
    #[command(flatten)]
    pub output: Output,
}
