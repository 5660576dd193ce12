//! What can be typed after `settle`, `zone`, `conflicts`, `trade`, `ask` and `bridge`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Output, Page, Standpoint};

/// Options of `trade`.
#[derive(Args)]
pub struct Trade {
    #[command(flatten)]
    pub page: Page,
    /// What is on the table: labels of options, one of each issue that may be exchanged, joined by commas; a draft's label
    /// stands for the options that are taken from it
    #[arg(long, value_name = "OPTION,...", value_delimiter = ',')]
    pub current: Vec<String>,
}

/// Options of `bridge`.
#[derive(Args)]
pub struct Bridge {
    #[command(flatten)]
    pub page: Page,
    /// This issue, whether it sticks or not
    #[arg(long, value_name = "ISSUE")]
    pub issue: Option<String>,
}

/// Options of `ask`.
#[derive(Args)]
pub struct Ask {
    #[command(flatten)]
    pub page: Page,
    /// What is on the table: labels of options, one of each issue that may be exchanged, joined by commas; a draft's label
    /// stands for the options that are taken from it
    #[arg(long, value_name = "OPTION,...", value_delimiter = ',')]
    pub current: Vec<String>,
}

/// Options of `settle`.
#[derive(Args)]
pub struct Settle {
    #[arg(
        default_value = ".",
        help = "A case folder; or a scenario: a file or folder in Genius XML, NegoLog or GeniusWeb JSON, \
        NegMAS YAML or JSON, scenario.json, CSV"
    )]
    /// A case folder or a scenario.
    pub what: PathBuf,
    /// Leave values and weights aside (a case)
    #[arg(long)]
    pub no_weights: bool,
    /// These issues alone, joined by commas: labels in a case; names in a scenario, whose other issues stay as in --current
    #[arg(long, value_name = "ISSUE,...", value_delimiter = ',')]
    pub issues: Vec<String>,
    /// The package on the table, an option for each issue, joined by commas or repeated: labels in a case (then it is told
    /// whether each party would accept it), names in the order of the issues in a scenario (what is better for all)
    #[arg(long, value_name = "OPTION")]
    pub current: Vec<String>,
    /// What is taken for granted.
    #[arg(
        long,
        value_enum,
        default_value_t,
        help = "What is taken for granted: the textbook's disagreement and ideals, or \
        those of NegMAS"
    )]
    pub convention: Convention,
    /// With --json or --csv: a front within this share, for more parties than can be had exactly: 0.01 is 1 %
    #[arg(long, value_name = "SHARE", value_parser = share)]
    pub within: Option<onetext_analysis::Utility>,
    /// With --json: up to so many packages for each point of the front of a scenario
    #[arg(long, value_name = "NUMBER", num_args = 0..=1, default_missing_value = "1", requires = "json")]
    pub packages: Option<usize>,
    /// Write the front of a scenario as CSV: utilities, and the options of a package that gives them
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
    #[command(flatten)]
    pub standpoint: Standpoint,
    #[command(flatten)]
    pub output: Output,
}

/// What is taken for granted.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Convention {
    /// Stated reservations; ideals over rational packages
    #[default]
    Textbook,
    /// The worst package where no reservation is stated; ideals over all packages
    Negmas,
}

fn share(words: &str) -> Result<onetext_analysis::Utility, String> {
    let number = onetext_model::Fixed::parse(words).map_err(|error| error.to_string())?;
    let share = onetext_analysis::Utility::of(number).filter(|share| share.0 > 0);
    share.ok_or_else(|| format!("{words:?} is no share: write for example 0.01"))
}
