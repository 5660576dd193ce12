//! What can be typed after `lint` and `versions`.

use std::path::PathBuf;

use clap::Args;

use super::{FromCase, Output};

/// Options of `lint`.
#[derive(Args)]
pub struct Lint {
    /// The drafts: the texts themselves, no summaries; files, with --case also labels
    #[arg(required_unless_present_any = ["explain", "rules"])]
    pub files: Vec<PathBuf>,
    /// The draft before: finds references whose target was renumbered
    #[arg(long, value_name = "FILE")]
    pub old: Option<PathBuf>,
    /// Leave out the remarks of this rule; may be repeated
    #[arg(long, value_name = "NAME")]
    pub allow: Vec<String>,
    /// Run this rule alone; may be repeated
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// The least grave remarks that are shown
    #[arg(long, value_parser = ["note", "warning", "error"])]
    pub severity: Option<String>,
    /// The language of the text (BCP 47); otherwise it is told by its words
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// A party to the text; may be repeated. Then duties on anybody else are remarked
    #[arg(long, value_name = "NAME")]
    pub party: Vec<String>,
    /// Print a rule's page of the manual
    #[arg(long, value_name = "RULE", conflicts_with_all = ["files", "rules"])]
    pub explain: Option<String>,
    /// List the rules
    #[arg(long, conflicts_with = "files")]
    pub rules: bool,
    #[command(flatten)]
    pub from: FromCase,
    #[command(flatten)]
    pub output: Output,
}

/// Options of `versions`.
#[derive(Args)]
pub struct Versions {
    /// The text in one language
    pub one: PathBuf,
    /// The text in the other language
    pub other: PathBuf,
    /// The two languages (BCP 47); otherwise they are told by the words
    #[arg(long, num_args = 2, value_names = ["TAG", "TAG"])]
    pub languages: Option<Vec<String>>,
    #[command(flatten)]
    pub output: Output,
}
