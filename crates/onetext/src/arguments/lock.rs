//! What can be typed after `lock` and `unlock`.

use std::path::PathBuf;

use clap::Args;

/// Encrypting.
#[derive(Args)]
pub struct Lock {
    /// The case folder
    #[arg(default_value = ".")]
    pub case: PathBuf,
    /// Places to lock (compartments joined by +); all if none is named
    #[arg(long, value_name = "PLACE")]
    pub place: Vec<String>,
    /// Encrypt to this age recipient (age1...); may be repeated
    #[arg(long, value_name = "KEY")]
    pub recipient: Vec<String>,
    /// Read the passphrase from a file instead of asking
    #[arg(long, value_name = "FILE", conflicts_with = "recipient")]
    pub passphrase_file: Option<PathBuf>,
}

/// Decrypting.
#[derive(Args)]
pub struct Unlock {
    /// The case folder
    #[arg(default_value = ".")]
    pub case: PathBuf,
    /// Places to unlock (compartments joined by +); all if none is named
    #[arg(long, value_name = "PLACE")]
    pub place: Vec<String>,
    /// An age identity file (AGE-SECRET-KEY-1...)
    #[arg(long, value_name = "FILE")]
    pub identity: Option<PathBuf>,
    /// Read the passphrase from a file instead of asking
    #[arg(long, value_name = "FILE", conflicts_with = "identity")]
    pub passphrase_file: Option<PathBuf>,
}
