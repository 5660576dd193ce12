//! `import`: a grid or a table of wordings from a file, or entries from JSON lines. The difference is shown before it is taken.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use onetext_desk::{GridChange, actor_name, read_grid};
use onetext_folder::write::{Names, block};
use onetext_folder::{Files, lines};
use onetext_model::{Audience, Day, Entry, EntryId, Evidence, Fact, Log, Moment, PersonId, Position, View};

use super::{Outcome, returned, sheet};
use crate::arguments::{Import, Standpoint};
use crate::folder::{Folder, Opened, write_whole};
use crate::{print, standpoint, taking};

/// Reads the file, shows the difference, and takes it in if asked.
pub fn run(import: &Import) -> Result<Outcome> {
    let bytes = fs::read(&import.file).with_context(|| format!("cannot read {}", import.file.display()))?;
    let ending = import.file.extension().and_then(|ending| ending.to_str()).unwrap_or("");
    match ending {
        "xlsx" => {
            let rows = sheet::read(&bytes)?;
            if onetext_desk::multicolumn::has_heading(&rows) {
                returned::run(import, &bytes, &rows)
            } else {
                grid(import, &rows)
            }
        }
        "jsonl" => entries(import, &bytes),
        "docx" => returned::run(import, &bytes, &returned::rows_of_text(&import.file)?),
        _ => bail!(
            "{}: a grid ends in .xlsx, a table of wordings in .xlsx or .docx, entries in .jsonl",
            import.file.display()
        ),
    }
}

fn entries(import: &Import, bytes: &[u8]) -> Result<Outcome> {
    let text =
        std::str::from_utf8(bytes).with_context(|| format!("{} is not UTF-8", import.file.display()))?;
    let log = lines::read(text).with_context(|| format!("cannot read {}", import.file.display()))?;
    if !import.case.join("case.toml").exists() {
        return whole_case(import, log);
    }
    let opened = Opened::at(&import.case)?;
    let present = taking::everything(&opened.case);
    let known: BTreeMap<EntryId, &Entry> = present.entries().iter().map(|entry| (entry.id, *entry)).collect();
    let differing =
        log.entries.iter().filter(|entry| known.get(&entry.id).is_some_and(|other| other != entry)).count();
    let new: Vec<Entry> = log.entries.into_iter().filter(|entry| !known.contains_key(&entry.id)).collect();
    let files = taking::plan(&opened, &new)?;
    show(&present, &new)?;
    if differing > 0 {
        print::talk(&format!(
            "{differing} entries stand in the case with the same id and other content; they stay as they are (see `onetext merge`)"
        ));
    }
    take(import, &opened.folder, &files, new.len())
}

/// A folder is made anew from JSON lines.
fn whole_case(import: &Import, log: Log) -> Result<Outcome> {
    let (settings, number) = (log.settings.clone(), log.entries.len());
    let (case, findings) = onetext_model::Case::new(log);
    let view = taking::everything(&case);
    if view.entries().len() != number {
        let why: Vec<String> = findings
            .iter()
            .filter(|finding| finding.severity == onetext_model::Severity::Error)
            .map(|finding| onetext_desk::sentence(&view, finding).0)
            .collect();
        bail!("nothing was taken in:\n  {}", why.join("\n  "));
    }
    let names = Names::of(view.entries().iter().copied());
    let mut files = onetext_folder::write::append(&Files::new(), view.entries().iter().copied(), &names)?;
    let head = onetext_folder::write::settings(&settings, &names)?;
    files.insert("case.toml".to_owned(), head.into_bytes());
    if !import.yes {
        print::shown(&format!(
            "{} would become a new case of {number} entries. Take it in with --yes.",
            import.case.display()
        ))?;
        return Ok(Outcome::Fine);
    }
    let folder = Folder { path: import.case.clone(), files: Files::new() };
    folder.write(&files)?;
    write_whole(&import.case.join(".gitignore"), b"private/\n")?;
    print::talk(&format!("{number} entries written to {}", import.case.display()));
    Ok(Outcome::Fine)
}

fn show(view: &View<'_>, new: &[Entry]) -> Result<()> {
    let names = Names::of(view.entries().iter().copied());
    for entry in new {
        print::shown(&format!("+ {}", block(entry, &names)?.trim_end().replace('\n', "\n  ")))?;
    }
    Ok(())
}

/// Writes what was shown, if asked.
pub fn take(import: &Import, folder: &Folder, files: &Files, number: usize) -> Result<Outcome> {
    if number == 0 {
        print::shown("Nothing new.")?;
    } else if import.yes {
        folder.write(files)?;
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        print::talk(&format!("{number} entries written to {}", names.join(", ")));
    } else {
        print::shown(&format!("To add: {number}. Take in with --yes."))?;
    }
    Ok(Outcome::Fine)
}

fn grid(import: &Import, rows: &[Vec<String>]) -> Result<Outcome> {
    let opened = Opened::at(&import.case)?;
    let audience = taking::audience(&opened, import.place.as_deref())?;
    let view =
        standpoint::view(&opened.case, &Standpoint { r#for: import.r#for.clone(), ..Standpoint::default() })?;
    let (changes, remarks) = read_grid(&view, rows);
    for remark in &remarks {
        print::talk(&format!("{}: {remark}", import.file.display()));
    }
    for change in &changes {
        print::shown(&line(&view, change))?;
    }
    let said_on = match &import.on {
        Some(day) => standpoint::day(day)?,
        None => view.today(),
    };
    let speaker = speaker(&opened, import)?;
    let new = changes
        .into_iter()
        .map(|change| position(&view, change, &audience, said_on, speaker))
        .collect::<Result<Vec<_>>>()?;
    let files = taking::plan(&opened, &new)?;
    take(import, &opened.folder, &files, new.len())
}

/// One change in a line: where, whose, from what to what.
fn line(view: &View<'_>, change: &GridChange) -> String {
    let party = actor_name(view, change.party);
    let on = view.label(change.on).map_or_else(|| change.on.0.to_string(), ToString::to_string);
    let before = change
        .before
        .as_ref()
        .map_or_else(|| "—".to_owned(), |(stance, words)| format!("{} {words}", stance.letter()));
    let (stance, words) = &change.after;
    format!(
        "row {}, column {}: {party} on {on}\n  - {before}\n  + {} {words}",
        change.at.0,
        change.at.1,
        stance.letter()
    )
}

/// Who said it, where that is given.
pub fn speaker(opened: &Opened, import: &Import) -> Result<Option<PersonId>> {
    let Some(name) = &import.by else { return Ok(None) };
    let view = taking::everything(&opened.case);
    let person = view.labelled::<onetext_model::Person>(name);
    Ok(Some(PersonId(person.with_context(|| format!("no person is called {name:?}"))?.id())))
}

fn position(
    view: &View<'_>,
    change: GridChange,
    audience: &Audience,
    said_on: Day,
    speaker: Option<PersonId>,
) -> Result<Entry> {
    let (stance, words) = change.after;
    let own = |person: &PersonId| {
        let party = view.find::<onetext_model::Person>(*person).and_then(|found| found.fact.party);
        party.is_some_and(|party| view.same(party, change.party))
    };
    let fact = Position {
        party: change.party,
        on: change.on,
        stance,
        words,
        condition: None,
        evidence: Evidence::Own,
        by: None,
        speaker: speaker.filter(own),
        limit: None,
    };
    Ok(Entry {
        id: taking::new_id()?,
        label: None,
        audience: audience.clone(),
        about: None,
        known_at: Moment::Day(said_on),
        recorded_at: Moment::Day(view.today()),
        supersedes: change.replaces.into_iter().collect(),
        sources: Vec::new(),
        assumed: None,
        fact: Fact::Position(fact),
    })
}
