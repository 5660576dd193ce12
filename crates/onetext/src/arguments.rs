//! What can be typed: commands and options, with the help that teaches them.

mod clean;
mod drafts;
mod lint;
mod lock;
mod reports;
mod room;
mod settlement;
mod silent;
mod table;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use clean::Clean;
pub use drafts::{
    Align, Brackets, DraftAdd, DraftCommand, DraftRead, Drafts, FromCase, Lineage, Moved, Redline,
};
pub use lint::{Lint, Versions};
pub use lock::{Lock, Unlock};
pub use reports::{Intake, Precedents};
pub use room::{Room, RoomCommand, Serve, Verify};
pub use settlement::{Ask, Bridge, Convention, Settle, Trade};
pub use silent::Silent;
pub use table::Table;

const EXAMPLES: &str = "\
Examples:
  onetext init --example ukraine-2025 talks    copy the shipped case to the folder talks
  onetext serve talks                          open it in a browser
  onetext status talks                         where the talks stand, on one page
  onetext status talks --as-of 2025-12-07      ... as known at the end of that day
  onetext grid talks --html grid.html          the positions grid as a file to print
  onetext note talks < debrief.txt             a meeting's debrief into the case
  onetext check talks                          what is not as it should be

Exit status: 0 fine; 1 a check found something; 2 cannot.";

/// The mediator's workbench: one negotiating text, several sides, little time.
#[derive(Parser)]
#[command(name = "onetext", version, after_help = EXAMPLES, arg_required_else_help = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands, in the order in which a newcomer meets them.
#[derive(Subcommand)]
pub enum Command {
    /// Make a case folder: empty, or a copy of a shipped example
    Init(Init),
    /// The case in a browser: read, enter, print
    Serve(Serve),
    /// Where the talks stand, on one page
    Status(Page),
    /// The positions grid: issues and options by party
    Grid(Grid),
    /// Each issue with its options, its state, what it is tied to and what is open on it
    Issues(Issues),
    /// Who met whom, and what is planned
    Contacts(Page),
    /// The contacts as a calendar file (iCalendar), for any calendar program
    Calendar(Calendar),
    /// Parties and their roles, who speaks for whom, who is not at the table
    Actors(Page),
    /// Concessions asked and ideas floated, with their answers
    Asks(Page),
    /// Every entry in the order in which it became known
    Log(Page),
    /// What one person needs before the next meeting
    Brief(Brief),
    /// Who does what by when
    FollowUp(Page),
    /// Promises outstanding, what each side has been told, who to call
    Handover(Page),
    /// What each side has been told, and what may be said to one of them
    Ledger(Ledger),
    /// The way from initials to force: steps, thresholds, days
    Ratification(Page),
    /// What is not as it should be in a case
    Check(Check),
    /// A debrief into the case: proposes entries, each accepted, edited or refused with one key
    Note(Note),
    /// Reports: who said what through whom, and who met whom; proposed for a case, each accepted, edited or refused
    Intake(Intake),
    /// What is said on each issue: chains, grades, accounts that differ, how positions moved
    Claims(Page),
    /// Earlier agreements invoked in the talks; and what they say, from files on your disk (the PA-X table, provisions, texts)
    Precedents(Precedents),
    /// A text as it was understood: provisions, tracked changes, comments, whom the file names
    Read(Read),
    /// What can be settled: packages, conflicts, the front, solution concepts; of a case or of a scenario file
    Settle(Settle),
    /// Which stated demands cannot stand together, and what would open them
    Conflicts(Page),
    /// What to ask each party next
    Ask(Ask),
    /// How many packages nobody forbids, and how many all accept
    Zone(Page),
    /// What could be exchanged: the smallest changes to what is on the table that are better for all
    Trade(Trade),
    /// What could bridge an issue on which no option is left that nobody rejects
    Bridge(Bridge),
    /// The drafts of a case: add one, list them
    Draft(Drafts),
    /// Every draft of a case, and what became of each provision
    #[command(name = "drafts")]
    DraftsPage(Page),
    /// What became of each provision over all drafts of a case; confirm or correct it
    Lineage(Lineage),
    /// To whose proposals each new wording is nearer, and where that cannot be said
    Moved(Moved),
    /// Which provisions of one draft became which of the next
    Align(Align),
    /// What was put in and taken out between two drafts, word by word
    Redline(Redline),
    /// What was changed without being tracked between what was sent and what came back
    Silent(Silent),
    /// What is still in brackets, over one draft or several in their order
    Brackets(Brackets),
    /// Sentences of a draft that will be trouble: numbers, references, terms, force, words that stretch
    Lint(Lint),
    /// The clean text of a draft, as Markdown, Word or PDF
    Clean(Clean),
    /// A draft beside what each side proposes instead, and the compromise: to send out and get back
    Table(Table),
    /// What two language versions of one text say differently: numbers, days, references, names, terms
    Versions(Versions),
    /// Take in a grid (XLSX), a table of wordings that came back (XLSX, DOCX), or entries (JSON lines); the difference is shown first
    Import(Import),
    /// The case as JSON lines
    Export(Export),
    /// Unite two copies of a case that were edited apart
    Merge(Merge),
    /// A case in a store, with its record, for a team and for parties
    Room(Room),
    /// Check an export of a room's record, with no server
    Verify(Verify),
    /// Encrypt private places
    Lock(Lock),
    /// Decrypt private places
    Unlock(Unlock),
    /// The JSON Schema of case files, for editors
    Schema,
    /// Shell completions
    Completions {
        /// For which shell
        shell: clap_complete::Shell,
    },
    /// Read a spreadsheet in a closed-off child process (not for people)
    #[command(hide = true)]
    ReadSheet,
    /// Read a report in a closed-off child process (not for people)
    #[command(hide = true)]
    ReadReport {
        /// What the file is called
        name: String,
    },
    /// Read a text in a closed-off child process (not for people)
    #[command(hide = true)]
    ReadDraft {
        /// What the file is called
        name: String,
    },
}

/// From where the case is looked at.
#[derive(Args, Clone, Default)]
pub struct Standpoint {
    /// Only what was known by the end of this day, in the case's time zone
    #[arg(long, value_name = "DAY")]
    pub as_of: Option<String>,
    /// Only what was on file by the end of this day
    #[arg(long, value_name = "DAY")]
    pub recorded_by: Option<String>,
    /// As this party, compartment or person may see it (a label; `anybody` for the public)
    #[arg(long, value_name = "WHO")]
    pub r#for: Option<String>,
}

/// Where the document goes.
#[derive(Args, Clone, Default)]
pub struct Output {
    /// Print as JSON (documented in docs/json.md)
    #[arg(long, conflicts_with_all = ["html", "docx", "pdf", "markdown"])]
    pub json: bool,
    /// Print as Markdown
    #[arg(long, conflicts_with_all = ["html", "docx", "pdf"])]
    pub markdown: bool,
    /// Write one self-contained HTML file
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Write a Word file
    #[arg(long, value_name = "FILE")]
    pub docx: Option<PathBuf>,
    /// Write a PDF file
    #[arg(long, value_name = "FILE")]
    pub pdf: Option<PathBuf>,
    /// As a non-paper: no notices, no foot, no names of those who changed what, nothing in the file about itself
    #[arg(long)]
    pub non_paper: bool,
    /// Open one cell or line: its sentence, chain and report (row, or row/column)
    #[arg(long, value_name = "KEY", conflicts_with_all = ["html", "docx", "pdf", "json", "markdown"])]
    pub open: Option<String>,
    /// Columns of the page on the terminal
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,
}

impl Output {
    /// Whether a file is wanted, beside or instead of what is printed.
    pub fn writes_files(&self) -> bool {
        self.html.is_some() || self.docx.is_some() || self.pdf.is_some()
    }
}

/// Options of `read`.
#[derive(Args)]
pub struct Read {
    /// The text: DOCX, PDF, HTML, Akoma Ntoso, Markdown or plain text; - for standard input
    pub file: PathBuf,
    #[command(flatten)]
    pub output: Output,
}

/// A page of the desk.
#[derive(Args)]
pub struct Page {
    /// The case folder
    #[arg(default_value = ".")]
    pub case: PathBuf,
    #[command(flatten)]
    pub standpoint: Standpoint,
    #[command(flatten)]
    pub output: Output,
}

/// The contacts as a calendar.
#[derive(Args)]
pub struct Calendar {
    /// The case folder
    #[arg(default_value = ".")]
    pub case: PathBuf,
    #[command(flatten)]
    pub standpoint: Standpoint,
}

/// The grid.
#[derive(Args)]
pub struct Grid {
    #[command(flatten)]
    pub page: Page,
    /// Write a spreadsheet that `import` takes back; with --for it shows only what WHO may see
    #[arg(long, value_name = "FILE")]
    pub xlsx: Option<PathBuf>,
}

/// The brief.
#[derive(Args)]
pub struct Brief {
    #[command(flatten)]
    pub page: Page,
    /// What changed since this day; without it, since the person's last briefing
    #[arg(long, value_name = "DAY")]
    pub since: Option<String>,
    /// The separate sheet of what must not be mentioned to this person (the mediator's alone)
    #[arg(long, value_name = "WHO", conflicts_with = "since")]
    pub do_not_mention: Option<String>,
}

/// The issues.
#[derive(Args)]
pub struct Issues {
    #[command(flatten)]
    pub page: Page,
    /// This issue alone, in full: positions in their words, answers, contacts, what was told on it
    #[arg(long, value_name = "ISSUE")]
    pub of: Option<String>,
}

/// The ledger.
#[derive(Args)]
pub struct Ledger {
    #[command(flatten)]
    pub page: Page,
    /// What may be said to this party or person
    #[arg(long, value_name = "WHO")]
    pub to: Option<String>,
}

/// The check.
#[derive(Args)]
pub struct Check {
    #[command(flatten)]
    pub page: Page,
    /// Write into the files the ids of entries that have none, so that their words can be corrected later
    #[arg(long)]
    pub stamp: bool,
    /// Bring the files to the newest format
    #[arg(long)]
    pub migrate: bool,
}

/// A new case.
#[derive(Args)]
pub struct Init {
    /// The folder to make
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// Copy a shipped example: ukraine-2025 or river-basin
    #[arg(long, value_name = "NAME")]
    pub example: Option<String>,
    /// The name of the talks
    #[arg(long, default_value = "Untitled talks")]
    pub title: String,
    /// IANA name of the time zone in which days begin and end
    #[arg(long, default_value = "UTC")]
    pub zone: String,
}

/// A debrief.
#[derive(Args)]
pub struct Note {
    /// The case folder
    #[arg(default_value = ".")]
    pub case: PathBuf,
    /// The debrief; without it, standard input or what is typed
    #[arg(long, value_name = "FILE")]
    pub text: Option<PathBuf>,
    /// The day of the meeting; relative dates are counted from it
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// The place of the entries: compartments joined by +, or public; the mediator's by default
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    /// Accept every proposal (for scripts)
    #[arg(long, conflicts_with = "dry_run")]
    pub yes: bool,
    /// Show the proposals and take none
    #[arg(long)]
    pub dry_run: bool,
}

/// Taking in.
#[derive(Args)]
pub struct Import {
    /// The file: .xlsx (a grid, or a table of wordings that came back), .docx (such a table) or .jsonl (entries)
    pub file: PathBuf,
    /// The case folder
    #[arg(long, default_value = ".")]
    pub case: PathBuf,
    /// For whom the grid or table was made (the WHO of `grid --for`, `table --for`), who also filled in their own column
    /// of a table; the mediator by default
    #[arg(long, value_name = "WHO")]
    pub r#for: Option<String>,
    /// The draft that a table is on (a label), where its heading does not say
    #[arg(long, value_name = "DRAFT")]
    pub draft: Option<String>,
    /// When what a grid or table says was said
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// Who said it: recorded as the speaker of the changes of this person's own party
    #[arg(long, value_name = "WHO")]
    pub by: Option<String>,
    /// The place of the changes: compartments joined by +, or public; for a grid the mediator's by default, for a table
    /// the mediator's with that of the side that sent it
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    /// Take it in; without this only the difference is shown
    #[arg(long)]
    pub yes: bool,
}

/// Giving out.
#[derive(Args)]
pub struct Export {
    /// The case folder
    #[arg(default_value = ".")]
    pub case: PathBuf,
    #[command(flatten)]
    pub standpoint: Standpoint,
    /// Every entry that lies open on this disk, whoever may see it (locked places and texts are not in it)
    #[arg(long, conflicts_with = "for")]
    pub all: bool,
}

/// Uniting.
#[derive(Args)]
pub struct Merge {
    /// The copy that takes in
    pub into: PathBuf,
    /// The copy whose entries are taken in; it is not changed
    pub from: PathBuf,
    /// Write the union; without this only the difference and the conflicts are shown
    #[arg(long)]
    pub yes: bool,
}
