//! What can be typed about drafts, of a case or in plain files.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Output, Page, Standpoint};

/// Options of `draft`.
#[derive(Args)]
pub struct Drafts {
    /// What to do
    #[command(subcommand)]
    pub command: DraftCommand,
}

/// What can be done with the drafts of a case.
#[derive(Subcommand)]
pub enum DraftCommand {
    /// A new draft into the case: what was understood is shown first
    Add(Box<DraftAdd>),
    /// The drafts in their branches, with what is still open in each
    List(Box<Page>),
    /// A draft provision by provision: what changed, what is remarked on it, who holds what
    Read(Box<DraftRead>),
}

/// Options of `draft read`.
#[derive(Args)]
pub struct DraftRead {
    /// The draft (a label)
    pub draft: String,
    /// The draft that it is compared with (a label); by default the one that it follows
    #[arg(long, value_name = "LABEL")]
    pub against: Option<String>,
    /// The words alone, without the changes
    #[arg(long)]
    pub clean: bool,
    #[command(flatten)]
    pub page: Page,
}

/// Options of `draft add`.
#[derive(Args)]
pub struct DraftAdd {
    /// The file of the draft
    pub file: PathBuf,
    /// The case folder
    #[arg(long, default_value = ".")]
    pub case: PathBuf,
    /// What it is called; by default what it calls itself, else the file's name
    #[arg(long)]
    pub title: Option<String>,
    /// The word by which other entries refer to it; by default from the file's name
    #[arg(long)]
    pub label: Option<String>,
    /// The draft that it follows (a label), or `none`; may be repeated. By default the newest of the main line
    #[arg(long, value_name = "LABEL")]
    pub after: Vec<String>,
    /// The text of which it is a version (a label); by default that of the draft that it follows
    #[arg(long, value_name = "LABEL")]
    pub instrument: Option<String>,
    /// Who wrote it (a label); may be repeated
    #[arg(long, value_name = "LABEL")]
    pub author: Vec<String>,
    /// It stands beside the main line: a counter-text
    #[arg(long)]
    pub branch: bool,
    /// What the file has: the text itself, or a summary in our own words
    #[arg(long, value_parser = ["verbatim", "summary"], default_value = "verbatim")]
    pub form: String,
    /// The day on which it became known; today by default
    #[arg(long, value_name = "DAY")]
    pub known_at: Option<String>,
    /// The place of its entries: compartments joined by +, or public; the mediator's by default
    #[arg(long, value_name = "PLACE")]
    pub audience: Option<String>,
    /// Write it without asking
    #[arg(long, conflicts_with = "dry_run")]
    pub yes: bool,
    /// Show what was understood and write nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub output: Output,
}

/// The case whose drafts can be named instead of files.
#[derive(Args, Clone, Default)]
pub struct FromCase {
    /// Drafts may be named by their labels in this case
    #[arg(long, value_name = "CASE")]
    pub case: Option<PathBuf>,
    #[command(flatten)]
    pub standpoint: Standpoint,
}

/// Options of `align`.
#[derive(Args)]
pub struct Align {
    /// The earlier draft: DOCX, PDF, HTML, Akoma Ntoso, Markdown or plain text; with --case also a draft's label
    pub old: PathBuf,
    /// The later draft
    pub new: PathBuf,
    /// What is aligned
    #[arg(long, value_parser = ["article", "paragraph"], default_value = "paragraph")]
    pub level: String,
    #[command(flatten)]
    pub from: FromCase,
    #[command(flatten)]
    pub output: Output,
}

/// Options of `redline`.
#[derive(Args)]
pub struct Redline {
    /// The earlier draft: DOCX, PDF, HTML, Akoma Ntoso, Markdown or plain text; with --case also a draft's label
    pub old: PathBuf,
    /// The later draft
    pub new: PathBuf,
    /// In whose name the changes of a Word file are tracked
    #[arg(long, value_name = "NAME", default_value = "onetext")]
    pub author: String,
    /// On which day; today by default
    #[arg(long, value_name = "DAY")]
    pub date: Option<String>,
    #[command(flatten)]
    pub from: FromCase,
    #[command(flatten)]
    pub output: Output,
}

/// Options of `brackets`.
#[derive(Args)]
pub struct Brackets {
    /// A case folder, or drafts as files, the earliest first
    #[arg(required = true)]
    pub drafts: Vec<PathBuf>,
    #[command(flatten)]
    pub standpoint: Standpoint,
    #[command(flatten)]
    pub output: Output,
}

/// Options of `lineage`.
#[derive(Args)]
pub struct Lineage {
    #[command(flatten)]
    pub page: Page,
    /// The lines through this draft (a label)
    #[arg(long, value_name = "LABEL")]
    pub draft: Option<String>,
    /// Only the provision with this number
    #[arg(long, value_name = "NUMBER")]
    pub of: Option<String>,
    /// Confirm or correct what became of provisions: draft-1/4+5 draft-2/7 merged; draft-1/4 draft-2 dropped
    #[arg(long, num_args = 3, value_names = ["EARLIER/NUMBERS", "LATER/NUMBERS", "BECAME"], conflicts_with_all = ["draft", "of"])]
    pub confirm: Option<Vec<String>>,
    /// Why, in one sentence
    #[arg(long, requires = "confirm")]
    pub note: Option<String>,
    /// The place of the entry: compartments joined by +, or public; the mediator's by default
    #[arg(long, value_name = "PLACE", requires = "confirm")]
    pub audience: Option<String>,
    /// Write it; without this it is only shown
    #[arg(long, requires = "confirm")]
    pub yes: bool,
}

/// Options of `moved`.
#[derive(Args)]
pub struct Moved {
    #[command(flatten)]
    pub page: Page,
    /// The earlier draft (a label); the one that the later one follows by default
    #[arg(long, value_name = "LABEL")]
    pub from: Option<String>,
    /// The later draft (a label); the last of the main line by default
    #[arg(long, value_name = "LABEL")]
    pub to: Option<String>,
}
