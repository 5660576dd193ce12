//! What can be typed after `clean`.

use std::path::PathBuf;

use clap::Args;

use super::Output;

/// Options of `clean`.
#[derive(Args)]
pub struct Clean {
    /// The draft: Markdown or plain text
    pub draft: PathBuf,
    #[command(flatten)]
    pub output: Output,
}
