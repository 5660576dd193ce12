//! `merge`: two copies of a case that were edited apart become their union; conflicts are shown and kept aside.

use anyhow::Result;
use onetext_folder::write::{Names, block, place_of};
use onetext_folder::{Conflict, Files, merge};
use onetext_model::{Case, Entry, EntryId, Fact, Log, View};

use super::Outcome;
use crate::arguments::Merge;
use crate::folder::Opened;
use crate::{print, taking};

/// Shows what the other copy adds and where the two disagree; writes it if asked.
pub fn run(arguments: &Merge) -> Result<Outcome> {
    let into = Opened::at(&arguments.into)?;
    let from = Opened::at(&arguments.from)?;
    let (mine, theirs) = (taking::everything(&into.case), taking::everything(&from.case));
    let present: std::collections::BTreeSet<EntryId> = mine.entries().iter().map(|entry| entry.id).collect();
    let (union, conflicts) = merge(log(&mine), log(&theirs));
    let new: Vec<Entry> =
        union.entries.iter().filter(|entry| !present.contains(&entry.id)).cloned().collect();
    let (case, _) = Case::new(union);
    let view = taking::everything(&case);
    let names = Names::of(view.entries().iter().copied());
    for entry in &new {
        print::shown(&format!("+ {}", block(entry, &names)?.trim_end().replace('\n', "\n  ")))?;
    }
    let mut files = taking::plan(&into, &new)?;
    files.extend(texts(&from, &names, &new)?);
    for conflict in &conflicts {
        print::shown(&shown(&view, &names, &mine, conflict)?)?;
        files.extend(kept_aside(&names, &mine, conflict)?);
    }
    print::shown(&format!("To add: {}. Conflicts: {}.", new.len(), conflicts.len()))?;
    if arguments.yes {
        into.folder.write(&files)?;
        print::talk(&format!("{} files written in {}", files.len(), arguments.into.display()));
    } else if !files.is_empty() {
        print::shown(
            "Write the union with --yes; of two contents, the one from there is then kept in conflicts/ for you to settle.",
        )?;
    }
    Ok(if conflicts.is_empty() { Outcome::Fine } else { Outcome::Found })
}

/// The texts of new reports, which lie beside their entries.
fn texts(from: &Opened, names: &Names<'_>, new: &[Entry]) -> Result<Files> {
    let mut files = Files::new();
    for entry in new {
        let Fact::Report(report) = &entry.fact else { continue };
        let Some(file) = report.file.as_ref().filter(|file| is_inside(file)) else { continue };
        let path = format!("{}{file}", place_of(&entry.audience, names)?.folder());
        if let Ok(bytes) = std::fs::read(from.folder.path.join(&path)) {
            files.insert(path, bytes);
        }
    }
    Ok(files)
}

/// A path that does not lead out of its folder.
fn is_inside(file: &str) -> bool {
    let mut parts = std::path::Path::new(file).components();
    parts.all(|part| matches!(part, std::path::Component::Normal(_)))
}

fn log(view: &View<'_>) -> Log {
    let entries = view.entries().iter().map(|entry| (*entry).clone()).collect();
    Log { settings: view.settings().clone(), entries }
}

fn shown(union: &View<'_>, names: &Names<'_>, mine: &View<'_>, conflict: &Conflict) -> Result<String> {
    let called =
        |id: EntryId| union.label(id).map_or_else(|| id.to_string(), |label| format!("{label} ({id})"));
    Ok(match conflict {
        Conflict::Settings => "! the settings in case.toml differ; each copy keeps its own".to_owned(),
        Conflict::Replaced { earlier, by } => {
            let by: Vec<String> = by.iter().map(|id| called(*id)).collect();
            format!("! {} is replaced by several: {}; the latest stands", called(*earlier), by.join(", "))
        }
        Conflict::Content { kept, other } => {
            let (ours, theirs) = if has(mine, kept) { (kept, other) } else { (other, kept) };
            format!(
                "! one id, two contents; here (<) and there (>):\n  < {}\n  > {}",
                block(ours, names)?.trim_end().replace('\n', "\n    "),
                block(theirs, names)?.trim_end().replace('\n', "\n    "),
            )
        }
    })
}

fn has(view: &View<'_>, entry: &Entry) -> bool {
    view.entries().contains(&entry)
}

/// The content that this folder does not have, in a file that is not read until somebody settles it. It lies in
/// the place of its audience.
fn kept_aside(names: &Names<'_>, mine: &View<'_>, conflict: &Conflict) -> Result<Files> {
    let Conflict::Content { kept, other } = conflict else { return Ok(Files::new()) };
    let missing = if has(mine, kept) { other } else { kept };
    let folder = place_of(&missing.audience, names)?.folder();
    let path = format!("{folder}conflicts/{}.toml", missing.id);
    Ok(Files::from([(path, block(missing, names)?.into_bytes())]))
}
