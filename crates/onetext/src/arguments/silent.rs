//! Options of `silent`.

use std::path::PathBuf;

use clap::Args;

use super::{FromCase, Output};

/// Options of `silent`.
#[derive(Args)]
pub struct Silent {
    /// What was sent: DOCX, PDF, HTML, Akoma Ntoso, Markdown or plain text; with --case also a draft's label
    pub sent: PathBuf,
    /// What came back; only Word files can say that a change was tracked
    pub returned: PathBuf,
    #[command(flatten)]
    pub from: FromCase,
    #[command(flatten)]
    pub output: Output,
}
