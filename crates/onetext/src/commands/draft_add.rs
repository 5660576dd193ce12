//! `draft add`: a file becomes a draft of the case. What was understood is shown first; then one Markdown file is written.

use std::fs;

use anyhow::{Context, Result, bail};
use console::{Key, Term};
use onetext_desk::texts::{CaseLines, drafts, rows, understood};
use onetext_folder::write::{Names, draft_file};
use onetext_folder::{Files, provision_label};
use onetext_model::{
    ActorId, Audience, Draft, DraftId, Entry, EntryId, Fact, Instrument, InstrumentId, Label, Moment, Party,
    Person, Provision, ProvisionId, Severity, Stated, TextForm, View,
};
use onetext_text::draft::{Unit, cut};
use sha2::{Digest, Sha256};

use super::Outcome;
use super::drafts::read;
use crate::arguments::DraftAdd;
use crate::folder::Opened;
use crate::{print, standpoint, taking};

/// Most provisions of one draft: each is an entry that every page looks at.
const PROVISIONS_MAX: usize = 5_000;

/// Reads the file, shows what was understood, and writes it.
pub fn run(add: &DraftAdd) -> Result<Outcome> {
    let opened = Opened::at(&add.case)?;
    let audience = taking::audience(&opened, add.audience.as_deref())?;
    let text = read(&add.file)?;
    let units = cut(&text);
    if units.len() > PROVISIONS_MAX {
        bail!("{} has {} provisions; a draft has at most {PROVISIONS_MAX}", add.file.display(), units.len());
    }
    let shared = taking::shared(&opened.case, &audience);
    let view = taking::everything(&shared);
    let draft = draft_entry(add, &view, &audience, &text.title)?;
    let provisions = provision_entries(&draft, &units)?;
    let together = taking::with(&view, std::iter::once(&draft).chain(&provisions))?;
    let view = taking::everything(&together);
    let lines = CaseLines::of(&view);
    let given = rows(&view, &lines);
    print::document(&understood(&view, &lines, DraftId(draft.id)), &add.output)?;
    let kept: Vec<Provision> = provisions
        .iter()
        .filter_map(|entry| match &entry.fact {
            Fact::Provision(fact) => {
                Some(Provision { row: given.get(&ProvisionId(entry.id)).cloned(), ..fact.clone() })
            }
            _ => None,
        })
        .collect();
    let written = draft_file(&draft, &kept, &Names::of(view.entries().iter().copied()))?;
    let path = path(&opened, &audience, &draft)?;
    proved(&opened, &path, &written, &kept)?;
    if add.dry_run || !is_wanted(add, &path)? {
        print::talk("nothing was written");
        return Ok(Outcome::Fine);
    }
    opened.folder.write(&Files::from([(path.clone(), written.into_bytes())]))?;
    print::talk(&format!("{} provisions written to {path}", kept.len()));
    Ok(Outcome::Fine)
}

/// The draft as an entry. What it is said to follow is looked up among what its whole audience may see.
fn draft_entry(add: &DraftAdd, view: &View<'_>, audience: &Audience, own_title: &str) -> Result<Entry> {
    let stem = add.file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let label = match &add.label {
        Some(label) => Label::parse(label).with_context(|| format!("{label:?} is no label"))?,
        None => Label::from_title(&stem).context("the file's name gives no label: give one with --label")?,
    };
    if view.labelled::<Draft>(label.as_str()).is_some() {
        bail!("a draft is already called {label:?}: give another --label", label = label.as_str());
    }
    let instrument = instrument(add, view)?;
    let after = after(add, view, instrument)?;
    let instrument = instrument.or_else(|| view.find::<Draft>(*after.first()?)?.fact.instrument);
    let bytes = fs::read(&add.file).with_context(|| format!("cannot read {}", add.file.display()))?;
    let known_at = match &add.known_at {
        Some(day) => standpoint::day(day)?,
        None => standpoint::today(view)?,
    };
    let fact = Draft {
        title: add
            .title
            .clone()
            .or_else(|| Some(own_title.to_owned()).filter(|own| !own.is_empty()))
            .unwrap_or(stem),
        instrument,
        points: None,
        authors: add.author.iter().map(|author| actor(view, author)).collect::<Result<_>>()?,
        input_from: Vec::new(),
        input_missing: Vec::new(),
        after,
        branch: add.branch,
        form: if add.form == "summary" { TextForm::Summary } else { TextForm::Verbatim },
        digest: Some(hex(&Sha256::digest(&bytes))),
        language: None,
        note: None,
    };
    Ok(Entry {
        id: EntryId::derived(&["labelled", &folder_name(view, audience)?, "draft", label.as_str()]),
        label: Some(label),
        audience: audience.clone(),
        about: None,
        known_at: Moment::Day(known_at),
        recorded_at: Moment::Day(standpoint::today(view)?),
        supersedes: Vec::new(),
        sources: Vec::new(),
        assumed: None,
        fact: Fact::Draft(fact),
    })
}

/// The folder of a place as ids are derived from it: the file will be read with the same.
fn folder_name(view: &View<'_>, audience: &Audience) -> Result<String> {
    let names = Names::of(view.entries().iter().copied());
    Ok(onetext_folder::write::place_of(audience, &names)?.folder())
}

fn instrument(add: &DraftAdd, view: &View<'_>) -> Result<Option<InstrumentId>> {
    let label =
        |one: &Stated<'_, Instrument>| view.label(one.id()).map(ToString::to_string).unwrap_or_default();
    let all: Vec<Stated<'_, Instrument>> = view.each::<Instrument>().collect();
    let names = || all.iter().map(label).collect::<Vec<_>>().join(", ");
    match &add.instrument {
        Some(name) => match view.labelled::<Instrument>(name) {
            Some(found) => Ok(Some(InstrumentId(found.id()))),
            None => bail!("no instrument is called {name:?}: {}", names()),
        },
        None if !add.after.is_empty() => Ok(None),
        None => match all.as_slice() {
            [] => Ok(None),
            [only] => Ok(Some(InstrumentId(only.id()))),
            _ => bail!("the case has several texts: name one with --instrument: {}", names()),
        },
    }
}

/// The drafts that it follows: as they are named, else the newest of the main line of its text.
fn after(add: &DraftAdd, view: &View<'_>, instrument: Option<InstrumentId>) -> Result<Vec<DraftId>> {
    let all = drafts(view);
    if add.after.iter().any(|name| name == "none") {
        return Ok(Vec::new());
    }
    if add.after.is_empty() {
        let is_before = |draft: &&Stated<'_, Draft>| {
            let own = draft.fact.instrument.map(|id| view.latest(id.0));
            !draft.fact.branch && own == instrument.map(|id| view.latest(id.0))
        };
        return Ok(all.iter().rev().find(is_before).map(|draft| DraftId(draft.id())).into_iter().collect());
    }
    let named = |name: &String| {
        let found = view.labelled::<Draft>(name).map(|draft| DraftId(draft.id()));
        found.with_context(|| {
            let labels: Vec<String> =
                all.iter().filter_map(|draft| view.label(draft.id())).map(ToString::to_string).collect();
            format!("no draft that its whole audience may see is called {name:?}: {}", labels.join(", "))
        })
    };
    add.after.iter().map(named).collect()
}

fn actor(view: &View<'_>, name: &str) -> Result<ActorId> {
    let party = view.labelled::<Party>(name).map(|party| party.id());
    let found = party.or_else(|| view.labelled::<Person>(name).map(|person| person.id()));
    found.map(ActorId).with_context(|| format!("no party or person is called {name:?}"))
}

/// The provisions as entries, as the file will be read.
fn provision_entries(draft: &Entry, units: &[Unit]) -> Result<Vec<Entry>> {
    let Some(label) = &draft.label else { bail!("the draft has no label") };
    let entry = |(at, unit): (usize, &Unit)| {
        let own = provision_label(label, &unit.number)
            .with_context(|| format!("{:?} gives no label: choose a shorter --label", unit.number))?;
        let fact = Provision {
            draft: DraftId(draft.id),
            number: unit.number.clone(),
            heading: Some(unit.heading.clone()).filter(|heading| !heading.is_empty()),
            text: unit.text.trim().to_owned(),
            issues: Vec::new(),
            checked: None,
            place: u32::try_from(at + 1).ok(),
            row: None,
        };
        let id = EntryId::derived(&[&draft.id.to_string(), own.as_str()]);
        Ok(Entry { id, label: Some(own), fact: Fact::Provision(fact), ..draft.clone() })
    };
    units.iter().enumerate().map(entry).collect()
}

fn path(opened: &Opened, audience: &Audience, draft: &Entry) -> Result<String> {
    let name = draft.label.as_ref().map(|label| label.as_str().replace('/', "-")).unwrap_or_default();
    let path = format!("{}drafts/{name}.md", taking::folder_of(opened, audience)?);
    if opened.folder.files.contains_key(&path) || opened.folder.path.join(&path).exists() {
        bail!("{path} is already there: give another --label");
    }
    if let Some(place) = taking::locked_place(&opened.folder.files, &path) {
        bail!("nothing was written: {place} is locked; open it first with `onetext unlock --place {place}`");
    }
    Ok(path)
}

/// Reads the file as it will stand in the folder: it must say what was shown, and nothing of the case may suffer.
fn proved(opened: &Opened, path: &str, written: &str, kept: &[Provision]) -> Result<()> {
    let mut files = opened.folder.files.clone();
    files.insert(path.to_owned(), written.as_bytes().to_vec());
    let (case, findings) = onetext_folder::read(&files).admit(&files).context("the case cannot be read")?;
    let view = taking::everything(&case);
    let ours = |finding: &&onetext_model::Finding| {
        finding.severity == Severity::Error && finding.place.as_ref().is_some_and(|place| place.file == path)
    };
    if let Some(finding) = findings.iter().find(ours) {
        let (what, cure) = onetext_desk::sentence(&view, finding);
        bail!("nothing was written: {what} {cure}");
    }
    let said = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for provision in kept {
        let same = |one: &Stated<'_, Provision>| {
            one.fact.number == provision.number
                && one.fact.row == provision.row
                && said(&one.fact.text) == said(&provision.text)
        };
        if !view.each::<Provision>().any(|one| same(&one)) {
            bail!("nothing was written: {} would not be read back as it stands", provision.number);
        }
    }
    Ok(())
}

fn is_wanted(add: &DraftAdd, path: &str) -> Result<bool> {
    if add.yes {
        return Ok(true);
    }
    let terminal = Term::stderr();
    if !terminal.is_term() {
        bail!("there is no terminal to ask on: write it with --yes, or only look with --dry-run");
    }
    terminal.write_line(&format!("Write {path}? [y] yes  [n] no"))?;
    Ok(matches!(terminal.read_key().context("cannot read a key")?, Key::Char('y' | 'Y') | Key::Enter))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
