//! What can be typed to open a case in a browser, to keep it in a store, and to check its record.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Options of `room`.
#[derive(Args)]
pub struct Room {
    /// What to do
    #[command(subcommand)]
    pub command: RoomCommand,
}

/// What can be done with a store. It is named by the path of its file, or by <postgres://ROLE@HOST/DATABASE>.
#[derive(Subcommand)]
pub enum RoomCommand {
    /// Make a room of a case folder
    Create {
        /// The new store
        store: String,
        /// The case folder that goes into it
        #[arg(long, value_name = "FOLDER")]
        from: PathBuf,
    },
    /// Invite a person of the case: the first of the mediator's team, or somebody who lost every passkey
    Invite {
        /// The store
        store: String,
        /// The person's label
        person: String,
        /// The address under which the room is served
        #[arg(long, value_name = "URL")]
        origin: String,
    },
    /// Take the case out again, into a new folder
    Export {
        /// The store
        store: String,
        /// The new folder
        folder: PathBuf,
    },
    /// Back it up while it runs
    Backup {
        /// The store
        store: String,
        /// The new file
        file: PathBuf,
    },
    /// Put a backup into a new store
    Restore {
        /// The backup
        file: PathBuf,
        /// The new store
        store: String,
    },
}

/// Options of `verify`.
#[derive(Args)]
pub struct Verify {
    /// The export: the archive as it was downloaded, or the folder that it was unpacked into
    pub export: PathBuf,
    /// The room's key, as you learned it otherwise than from this export
    #[arg(long)]
    pub key: Option<String>,
    /// A checkpoint that you kept from earlier; may be given several times
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Vec<PathBuf>,
}

/// Options of `serve`.
#[derive(Args)]
pub struct Serve {
    /// The case folder, or a store made by `onetext room create`
    pub case: String,
    /// The port on this machine; any free one by default
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// See it as this party, compartment or person
    #[arg(long, value_name = "WHO")]
    pub r#for: Option<String>,
    /// Earlier agreements to search in the room: the PA-X table (.csv), provisions (.jsonl), texts, or a folder of them;
    /// may be given several times
    #[arg(long, value_name = "PATH")]
    pub library: Vec<PathBuf>,
    /// Print a key with which a program on this machine may use the HTTP interface
    #[arg(long, conflicts_with = "origin")]
    pub key: bool,
    /// Serve a room: people come in by passkey under this address (<https://room.example.org>)
    #[arg(long, value_name = "URL", conflicts_with = "for")]
    pub origin: Option<String>,
    /// Encrypt here, without a proxy: the certificates for that address, a PEM file with one's own first
    #[arg(long, value_name = "FILE", requires = "origin", requires = "certificate_key")]
    pub certificate: Option<PathBuf>,
    /// The private key of the certificate, a PEM file
    #[arg(long, value_name = "FILE", requires = "certificate")]
    pub certificate_key: Option<PathBuf>,
    /// The address of this machine to listen on
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", requires = "origin")]
    pub listen: std::net::IpAddr,
    /// A proxy on another machine, believed when it says for whom it asks (X-Forwarded-For); one on this machine is
    #[arg(long, value_name = "ADDRESS", requires = "origin")]
    pub proxy: Vec<std::net::IpAddr>,
    /// An OpenID Connect provider that may vouch for people: its address, as it stands in what it signs
    #[arg(long, value_name = "URL", requires = "origin", requires = "provider_client")]
    pub provider: Option<String>,
    /// The room's name at the provider (`client_id`)
    #[arg(long, value_name = "NAME", requires = "provider")]
    pub provider_client: Option<String>,
    /// A file with the room's secret at the provider, if it has one (`client_secret`)
    #[arg(long, value_name = "FILE", requires = "provider")]
    pub provider_secret: Option<PathBuf>,
    /// What people call the provider; its host by default
    #[arg(long, value_name = "NAME", requires = "provider")]
    pub provider_name: Option<String>,
}
