//! Taking entries into a folder: shown first, admitted only as a whole, written to files of their place.

use anyhow::{Result, bail};
use onetext_folder::write::{Names, append};
use onetext_folder::{Files, Place};
use onetext_model::{AsOf, Audience, Case, CompartmentId, Day, Entry, EntryId, Log, View, Viewer};

use crate::folder::Opened;

/// A new random id.
pub fn new_id() -> Result<EntryId> {
    let mut bytes = [0; 13];
    getrandom::fill(&mut bytes)
        .map_err(|error| anyhow::anyhow!("the system gives no random bytes: {error}"))?;
    Ok(EntryId::from_random(bytes))
}

/// Everything on this disk: for writing, never for showing.
pub fn everything(case: &Case) -> View<'_> {
    View::of(case, Viewer::Keeper, AsOf::today(Day::MAX))
}

/// A case of what everybody in an audience may see: what is worked out for them depends on nothing else.
pub fn shared(case: &Case, audience: &Audience) -> Case {
    let view = everything(case);
    let is_open = |entry: &&&Entry| entry.audience.includes(audience);
    let entries = view.entries().iter().filter(is_open).map(|entry| (*entry).clone()).collect();
    Case::new(Log { settings: view.settings().clone(), entries }).0
}

/// A case with more entries. Refused if one of them cannot be admitted.
pub fn with<'e>(view: &View<'_>, new: impl Iterator<Item = &'e Entry>) -> Result<Case> {
    let entries = view.entries().iter().map(|entry| (*entry).clone()).chain(new.cloned()).collect();
    Case::strict(Log { settings: view.settings().clone(), entries }).map_err(|findings| {
        let why: Vec<String> = findings
            .iter()
            .map(|finding| onetext_desk::sentence(view, finding))
            .map(|(what, cure)| format!("{what} {cure}"))
            .collect();
        anyhow::anyhow!("nothing was taken in:\n  {}", why.join("\n  "))
    })
}

/// The audience of a place by name: "public", or compartments joined by `+`; the mediator's if none is named.
pub fn audience(opened: &Opened, place: Option<&str>) -> Result<Audience> {
    match place {
        Some("public") => return Ok(Audience::Public),
        Some(name) => {
            let labels: Vec<&str> = name.split('+').collect();
            let found = opened.case.audience_of(&labels);
            return found.ok_or_else(|| anyhow::anyhow!("{name:?} names no compartments of the case"));
        }
        None => {}
    }
    let view = everything(&opened.case);
    let mediators = view.each::<onetext_model::Compartment>().find(|circle| circle.fact.mediator);
    match mediators {
        Some(circle) => Ok(Audience::Only([CompartmentId(circle.id())].into())),
        None => bail!(
            "the case declares no mediator's compartment; name the place with --place, for example --place public"
        ),
    }
}

/// The files that change when `new` entries are taken in. Refuses all of them if one cannot be admitted.
pub fn plan(opened: &Opened, new: &[Entry]) -> Result<Files> {
    let present = everything(&opened.case);
    let entries = present.entries().iter().map(|entry| (*entry).clone()).chain(new.iter().cloned()).collect();
    let together = Log { settings: present.settings().clone(), entries };
    let case = match Case::strict(together) {
        Ok(case) => case,
        Err(findings) => {
            let ours = |f: &&onetext_model::Finding| f.entry.is_some_and(|id| new.iter().any(|e| e.id == id));
            let why: Vec<String> = findings
                .iter()
                .filter(ours)
                .map(|finding| {
                    let (what, cure) = onetext_desk::sentence(&present, finding);
                    format!("{what} {cure}")
                })
                .collect();
            bail!("nothing was taken in:\n  {}", why.join("\n  "));
        }
    };
    let view = everything(&case);
    let names = Names::of(view.entries().iter().copied());
    let written: Vec<&Entry> =
        new.iter().filter_map(|entry| view.entries().iter().find(|e| e.id == entry.id)).copied().collect();
    let files = append(&opened.folder.files, written, &names)?;
    match files.keys().find_map(|path| locked_place(&opened.folder.files, path)) {
        Some(place) => bail!(
            "nothing was written: {place} is locked; open it first with `onetext unlock --place {place}`"
        ),
        None => Ok(files),
    }
}

/// The place of a path, if it is locked: a second, open place beside it would be mistaken for the whole.
pub fn locked_place(files: &Files, path: &str) -> Option<String> {
    let folder = Place::of(path).folder();
    let locked = format!("{}.age", folder.strip_suffix('/')?);
    files
        .contains_key(&locked)
        .then(|| folder.trim_end_matches('/').rsplit('/').next().unwrap_or("").to_owned())
}

/// The folder of an audience's place, for files that lie beside its entries.
pub fn folder_of(opened: &Opened, audience: &Audience) -> Result<String> {
    let view = everything(&opened.case);
    let names = Names::of(view.entries().iter().copied());
    let place: Place = onetext_folder::write::place_of(audience, &names)?;
    Ok(place.folder())
}
