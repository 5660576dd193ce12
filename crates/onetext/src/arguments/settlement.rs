//! What can be typed after `settle`, `zone`, `conflicts`, `trade`, `ask` and `bridge`.

use clap::Args;

use super::Page;

/// Options of `trade`.
#[derive(Args)]
pub struct Trade {
    #[command(flatten)]
    pub page: Page,
    /// What is on the table: labels of options, one of each issue that may be exchanged, joined by commas
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
