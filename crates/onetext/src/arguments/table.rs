//! What can be typed after `table`.

use std::path::PathBuf;

use clap::Args;

use super::{Output, Standpoint};

/// The table of wordings.
#[derive(Args)]
pub struct Table {
    /// The case folder; or, with no case, the source text and then each side's text as files
    #[arg(default_value = ".", value_name = "CASE | SOURCE SIDE...")]
    pub paths: Vec<PathBuf>,
    /// The draft in the first column (a label); the newest by default
    #[arg(long, value_name = "DRAFT")]
    pub draft: Option<String>,
    /// Another draft as a further column (a label); may be repeated
    #[arg(long, value_name = "DRAFT")]
    pub against: Vec<String>,
    /// What the sides are called, parted by commas, where plain files are given
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub names: Vec<String>,
    /// Only these rows: 3-7, or one
    #[arg(long, value_name = "ROWS")]
    pub rows: Option<String>,
    /// The number of the copy, printed at the foot
    #[arg(long, value_name = "NUMBER")]
    pub copy: Option<String>,
    /// Write a spreadsheet that `import` takes back; with --for it shows only what WHO may see
    #[arg(long, value_name = "FILE")]
    pub xlsx: Option<PathBuf>,
    #[command(flatten)]
    pub standpoint: Standpoint,
    #[command(flatten)]
    pub output: Output,
}
