//! The commands, one file each.

mod calendar;
mod draft_add;
mod draft_read;
mod drafts;
mod export;
mod import;
mod init;
mod intake;
mod lineage;
mod lint;
mod lock;
mod merge;
mod note;
mod pages;
mod precedents;
mod reading;
mod returned;
mod room;
mod serve;
mod settle;
mod settlement;
mod sheet;
mod silent;
mod table;
mod verify;
mod versions;

use anyhow::Result;
use clap::CommandFactory;

use crate::arguments::{Arguments, Command};
use crate::{print, reports, texts};

/// How a command ended when nothing went wrong.
pub enum Outcome {
    /// Done.
    Fine,
    /// Done, and a check found something.
    Found,
}

/// Runs a command.
pub fn run(arguments: Arguments) -> Result<Outcome> {
    match arguments.command {
        Command::Init(init) => init::run(&init),
        Command::Serve(serve) => serve::run(&serve),
        Command::Status(page) => pages::named("status", &page),
        Command::Grid(grid) => pages::grid(&grid),
        Command::Issues(issues) => pages::issues(&issues),
        Command::Contacts(page) => pages::named("contacts", &page),
        Command::Calendar(asked) => calendar::run(&asked),
        Command::Actors(page) => pages::named("actors", &page),
        Command::Asks(page) => pages::named("asks", &page),
        Command::Log(page) => pages::named("log", &page),
        Command::Brief(brief) => pages::brief(&brief),
        Command::FollowUp(page) => pages::named("follow-up", &page),
        Command::Handover(page) => pages::named("handover", &page),
        Command::Ledger(ledger) => pages::ledger(&ledger),
        Command::Ratification(page) => pages::named("ratification", &page),
        Command::Check(check) => pages::check(&check),
        Command::Note(note) => note::run(&note),
        Command::Intake(wanted) => intake::run(&wanted),
        Command::Precedents(wanted) => precedents::run(&wanted),
        Command::Claims(page) => pages::named("claims", &page),
        Command::Settle(asked) => settle::run(&asked),
        Command::Conflicts(page) => pages::named("conflicts", &page),
        Command::Ask(asked) => settlement::ask(&asked),
        Command::Zone(page) => pages::named("zone", &page),
        Command::Trade(asked) => settlement::trade(&asked),
        Command::Bridge(asked) => settlement::bridge(&asked),
        Command::Draft(drafts) => drafts::of_case(&drafts),
        Command::DraftsPage(page) => pages::named("drafts", &page),
        Command::Lineage(asked) => lineage::run(&asked),
        Command::Moved(asked) => lineage::moved(&asked),
        Command::Align(align) => drafts::align_drafts(&align),
        Command::Redline(redline) => drafts::redline_drafts(&redline),
        Command::Silent(arguments) => silent::run(&arguments),
        Command::Brackets(brackets) => drafts::brackets_of_drafts(&brackets),
        Command::Lint(lint) => lint::run(&lint),
        Command::Clean(clean) => drafts::clean_draft(&clean),
        Command::Table(table) => table::run(&table),
        Command::Versions(both) => versions::run(&both),
        Command::Import(import) => import::run(&import),
        Command::Export(export) => export::run(&export),
        Command::Merge(merge) => merge::run(&merge),
        Command::Room(room) => room::run(&room),
        Command::Verify(verify) => verify::run(&verify),
        Command::Lock(lock) => lock::lock(&lock),
        Command::Unlock(unlock) => lock::unlock(&unlock),
        Command::Schema => {
            let schema = serde_json::to_string_pretty(&onetext_folder::schema::schema())?;
            print::text(&schema).map(|()| Outcome::Fine)
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "onetext", &mut script);
            print::text(&String::from_utf8(script)?).map(|()| Outcome::Fine)
        }
        Command::Read(read) => reading::run(&read),
        Command::ReadSheet => sheet::child().map(|()| Outcome::Fine),
        Command::ReadReport { name } => reports::child(&name).map(|()| Outcome::Fine),
        Command::ReadDraft { name } => texts::child(&name).map(|()| Outcome::Fine),
    }
}
