//! Arguments of what reads reports.

use std::path::PathBuf;

use clap::Args;

use super::{Output, Standpoint};

/// Reports.
#[derive(Args)]
pub struct Intake {
    /// The files: text, web page, e-mail, feed, PDF or Word; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The case folder; without it the reports are read and nothing is proposed
    #[arg(long, value_name = "CASE")]
    pub case: Option<PathBuf>,
    /// What is known of them.
    #[command(flatten)]
    pub known: Known,
    /// How proposals are taken.
    #[command(flatten)]
    pub taking: Taking,
    /// A language model as a second reader.
    #[command(flatten)]
    pub second: SecondReader,
    /// How it is printed.
    #[command(flatten)]
    pub output: Output,
}

/// What is known of a report beside its text; it comes before what its file says.
#[derive(Args)]
pub struct Known {
    /// The day of publication, from which relative dates are counted; a file may say it itself
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// Who published it, or whose letter it is
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// The zone in which its dates are meant: Europe/Kyiv
    #[arg(long, value_name = "TZ")]
    pub timezone: Option<String>,
    /// Its title
    #[arg(long, value_name = "WORDS")]
    pub title: Option<String>,
    /// Where it can be found
    #[arg(long, value_name = "URL")]
    pub address: Option<String>,
    /// Published by a state or its medium
    #[arg(long)]
    pub state_media: bool,
}

/// How proposals are taken.
#[derive(Args)]
pub struct Taking {
    /// The place of the entries: compartments joined by +, or public; the mediator's by default
    #[arg(long, value_name = "PLACE", requires = "case")]
    pub place: Option<String>,
    /// Accept every proposal (for scripts)
    #[arg(long, requires = "case", conflicts_with = "dry_run")]
    pub yes: bool,
    /// Show what is understood and proposed, take nothing
    #[arg(long, requires = "case")]
    pub dry_run: bool,
    /// Keep the text beside the entries; only where you may keep it
    #[arg(long, requires = "case")]
    pub keep_text: bool,
}

/// A language model as a second reader; off unless a service is named.
#[derive(Args)]
pub struct SecondReader {
    /// The address of an OpenAI-compatible service; everybody who may see the entries must have agreed
    #[arg(long = "model-service", id = "model_service", value_name = "URL", requires_all = ["case", "model_name"])]
    pub service: Option<String>,
    /// Which model of the service
    #[arg(long = "model-name", id = "model_name", value_name = "NAME", requires = "model_service")]
    pub model: Option<String>,
    /// The environment variable that holds the key of the service
    #[arg(long = "model-key", id = "model_key", value_name = "VARIABLE", requires = "model_service")]
    pub key: Option<String>,
}

/// Precedents.
#[derive(Args)]
pub struct Precedents {
    /// The case folder, for those invoked in the talks and for --beside
    #[arg(default_value = ".")]
    pub case: PathBuf,
    #[command(flatten)]
    pub standpoint: Standpoint,
    /// The PA-X table (.csv), provisions (.jsonl), a text of an agreement, or a folder of them; may be given several times
    #[arg(long, value_name = "PATH")]
    pub library: Vec<PathBuf>,
    /// What is looked for: "guarantee with a monitor"; words in quotation marks as they stand, -word not wanted
    #[arg(long, value_name = "WORDS", requires = "library", allow_hyphen_values = true)]
    pub search: Option<String>,
    /// Show what is found beside this provision of the case: its label, or its number in the newest draft; without
    /// --search what it speaks of is looked for
    #[arg(long, value_name = "PROVISION", requires = "library")]
    pub beside: Option<String>,
    /// Only agreements that speak of it: a topic of the table or a word for one
    #[arg(long, value_name = "TOPIC", requires = "library")]
    pub theme: Vec<String>,
    /// Only agreements of a stage, by its code: pre-talks `Pre`, ceasefire `Cea`, framework `SubPar` or `SubComp`, implementation `Imp`, renewal `Ren`
    #[arg(long, value_name = "STAGE", requires = "library")]
    pub stage: Vec<String>,
    /// Only with these words in their status
    #[arg(long, value_name = "WORDS", requires = "library")]
    pub status: Option<String>,
    /// Only of these countries or talks
    #[arg(long, value_name = "WORDS", requires = "library")]
    pub country: Option<String>,
    /// Not before this year
    #[arg(long, value_name = "YEAR", requires = "library")]
    pub from: Option<i16>,
    /// Not after this year
    #[arg(long, value_name = "YEAR", requires = "library")]
    pub to: Option<i16>,
    /// Hits that are shown: 20, or 8 beside a provision
    #[arg(long, value_name = "NUMBER", requires = "library")]
    pub hits: Option<usize>,
    /// How it is printed.
    #[command(flatten)]
    pub output: Output,
}
