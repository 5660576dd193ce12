//! What can be typed after `clean`.

use std::path::PathBuf;

use clap::Args;

use super::{FromCase, Output};

/// Options of `clean`.
#[derive(Args)]
pub struct Clean {
    /// The draft: DOCX, PDF, HTML, Akoma Ntoso, Markdown or plain text; with --case also a draft's label
    pub draft: PathBuf,
    /// Write it to this file as Akoma Ntoso 3.0
    #[arg(long, value_name = "FILE")]
    pub akoma: Option<PathBuf>,
    /// On which day the text is of, for Akoma Ntoso; today by default
    #[arg(long, value_name = "DAY", requires = "akoma")]
    pub date: Option<String>,
    /// Its language for Akoma Ntoso, as an ISO 639-2 code
    #[arg(long, value_name = "CODE", default_value = "eng")]
    pub language: String,
    #[command(flatten)]
    pub from: FromCase,
    #[command(flatten)]
    pub output: Output,
}
