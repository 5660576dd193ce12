//! `room`: a case in a store, with its record, for a team and for parties: make one from a folder, take the folder out
//! again, back it up, restore it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use onetext_folder::Files;
use onetext_folder::write::{Names, append, place_of, settings};
use onetext_model::{Case, Entry, Membership, Person, PersonId};
use onetext_room::door::Passkeys;
use onetext_room::keeping::{Keeping, News, Paper, StoreKeeper, Taking};
use onetext_room::who::Who;
use onetext_room::world::{Machine, World};

use super::Outcome;
use crate::arguments::{Room, RoomCommand};
use crate::folder::{Opened, write_whole};
use crate::{print, taking};

/// Entries that are kept in one go when a folder goes into a store.
const BATCH: usize = 1_000;

/// Does what is asked.
pub fn run(room: &Room) -> Result<Outcome> {
    let runtime = tokio::runtime::Runtime::new().context("cannot start")?;
    runtime.block_on(async {
        match &room.command {
            RoomCommand::Create { store, from } => create(store, from).await,
            RoomCommand::Invite { store, person, origin } => invite(store, person, origin).await,
            RoomCommand::Export { store, folder } => export(store, folder).await,
            RoomCommand::Backup { store, file } => backup(store, file).await,
            RoomCommand::Restore { file, store } => restore(file, store).await,
        }
    })?;
    Ok(Outcome::Fine)
}

/// The keeper of an existing store.
pub async fn keeper(address: &str, world: Arc<dyn World>) -> Result<StoreKeeper> {
    let store = onetext_store::open(address).await?;
    Ok(StoreKeeper::new(store, world))
}

async fn create(address: &str, from: &Path) -> Result<()> {
    let opened = Opened::at(from)?;
    let view = taking::everything(&opened.case);
    let entries: Vec<Entry> = view.entries().iter().map(|entry| (*entry).clone()).collect();
    let papers = papers(&opened, &entries)?;
    let takings: Vec<Taking> = entries.chunks(BATCH).map(|some| batch(some, &papers)).collect();
    let store = onetext_store::create(address).await?;
    let world = Arc::new(Machine);
    let now = world.now();
    StoreKeeper::new(store, world).import(view.settings(), &takings, now).await.with_context(|| {
        format!("the folder is not whole in {address}: remove that store, then make it again")
    })?;
    print::talk(&format!("{} entries are in {address}; next: onetext serve {address}", entries.len()));
    Ok(())
}

fn batch(entries: &[Entry], papers: &[Paper]) -> Taking {
    let own = |paper: &&Paper| entries.iter().any(|entry| entry.id == paper.of);
    Taking {
        by: Who::Keeper,
        entries: entries.to_vec(),
        papers: papers.iter().filter(own).cloned().collect(),
    }
}

/// The texts that lie beside a folder's entries, by the report that names them.
fn papers(opened: &Opened, entries: &[Entry]) -> Result<Vec<Paper>> {
    let mut papers = Vec::new();
    for entry in entries {
        let onetext_model::Fact::Report(report) = &entry.fact else { continue };
        let Some(name) = &report.file else { continue };
        let path = opened.folder.path.join(taking::folder_of(opened, &entry.audience)?).join(name);
        if let Ok(text) = std::fs::read_to_string(&path) {
            papers.push(Paper { of: entry.id, name: name.clone(), text });
        }
    }
    Ok(papers)
}

async fn invite(address: &str, label: &str, origin: &str) -> Result<()> {
    let world = Arc::new(Machine);
    let keeper = Arc::new(keeper(address, Arc::clone(&world) as _).await?);
    let News::Whole(kept) = keeper.news().await? else { bail!("{address} holds no room") };
    let (case, _) = Case::new(kept.log);
    let view = taking::everything(&case);
    let person = view.labelled::<Person>(label).with_context(|| {
        let labels =
            view.each::<Person>().filter_map(|person| view.label(person.id()).map(ToString::to_string));
        format!("no person is called {label:?}; there are {}", labels.collect::<Vec<_>>().join(", "))
    })?;
    if !view.each::<Membership>().any(|m| view.same(m.fact.person, person.id())) {
        bail!("{label} is in no circle and would see public entries only: enter a membership first");
    }
    let url = url(origin)?;
    let passkeys = Passkeys::new(keeper, &url)?;
    let secret = passkeys.invite(Who::Keeper, PersonId(person.id()), world.now(), world.as_ref()).await?;
    print::talk("give this address to the person by a safe way; it works once, and for seven days:");
    print::text(&format!("{}/invitation#{secret}", origin.trim_end_matches('/')))
}

/// The address under which a room is served.
pub fn url(origin: &str) -> Result<url::Url> {
    let url: url::Url = origin
        .parse()
        .with_context(|| format!("{origin:?} is no address: write https://room.example.org"))?;
    let is_here = url.host_str() == Some("localhost");
    if url.scheme() != "https" && !is_here {
        bail!("{origin}: passkeys work over https only (or http://localhost, to try it on this machine)");
    }
    Ok(url)
}

async fn export(address: &str, folder: &Path) -> Result<()> {
    if folder.exists() {
        bail!("{} is there already; name a new folder", folder.display());
    }
    let keeper = keeper(address, Arc::new(Machine)).await?;
    let News::Whole(kept) = keeper.news().await? else { bail!("{address} holds no room") };
    let head = kept.log.settings.clone();
    let (case, findings) = Case::new(kept.log);
    let view = taking::everything(&case);
    let names = Names::of(view.entries().iter().copied());
    let mut files = Files::from([("case.toml".to_owned(), settings(&head, &names)?.into_bytes())]);
    files.extend(append(&files.clone(), view.entries().iter().copied(), &names)?);
    let audiences: BTreeMap<_, _> = view.entries().iter().map(|entry| (entry.id, &entry.audience)).collect();
    for paper in keeper.papers().await {
        if let Some(audience) = audiences.get(&paper.of) {
            files.insert(
                format!("{}{}", place_of(audience, &names)?.folder(), paper.name),
                paper.text.into_bytes(),
            );
        }
    }
    for (name, bytes) in &files {
        write_whole(&folder.join(name), bytes)?;
    }
    write_whole(&folder.join(".gitignore"), super::init::IGNORED.as_bytes())?;
    let left_out =
        findings.iter().filter(|finding| finding.severity == onetext_model::Severity::Error).count();
    print::talk(&format!(
        "{} entries written to {} ({left_out} left out)",
        view.entries().len(),
        folder.display()
    ));
    Ok(())
}

async fn backup(address: &str, file: &Path) -> Result<()> {
    onetext_store::open(address).await?.backup(file).await?;
    print::talk(&format!(
        "backed up to {}; it holds the keys of private notes too: keep it like the room itself, and destroy it when a note is to be gone",
        file.display()
    ));
    Ok(())
}

async fn restore(file: &Path, address: &str) -> Result<()> {
    let store = onetext_store::restore(file, address).await?;
    // Read once: a backup whose record is broken is said to be so now and not when it is needed.
    let News::Whole(kept) = StoreKeeper::new(store, Arc::new(Machine)).news().await? else {
        bail!("{} holds no room", file.display())
    };
    print::talk(&format!("{} entries are in {address}, and its record holds", kept.log.entries.len()));
    Ok(())
}
