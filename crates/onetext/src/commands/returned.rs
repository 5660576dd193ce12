//! `import` of a table of wordings that came back: what else is different first, then what its sender proposes; taken
//! in only if asked.

use std::path::Path;

use anyhow::{Context, Result, bail};
use onetext_desk::multicolumn::{Proposal, Proposed, Returned, Sender, has_heading, read_rows};
use onetext_model::{
    Audience, Compartment, CompartmentId, Day, Entry, EntryId, Evidence, Fact, Moment, Party, PartyId,
    PersonId, Position, Report, SourceId, View, Viewer, Wording,
};
use sha2::{Digest, Sha256};

use super::{Outcome, import};
use crate::arguments::{Import, Standpoint};
use crate::folder::Opened;
use crate::{print, sources, standpoint, taking, texts};

/// The rows of the table of wordings in a Word file.
pub fn rows_of_text(path: &Path) -> Result<Vec<Vec<String>>> {
    let reading = texts::read(path)?;
    let tables = reading.manuscript.map(|text| text.tables()).unwrap_or_default();
    let found = tables.into_iter().find(|rows| has_heading(rows));
    found.with_context(|| {
        format!("{} has no table of wordings: its first column is headed “No.”", texts::name(path))
    })
}

/// Shows what a table says differently, and takes in what its sender proposes if asked.
pub fn run(import: &Import, bytes: &[u8], rows: &[Vec<String>]) -> Result<Outcome> {
    let opened = Opened::at(&import.case)?;
    let standpoint = Standpoint { r#for: import.r#for.clone(), ..Standpoint::default() };
    let view = standpoint::view(&opened.case, &standpoint)?;
    let sender = sender(&view, import)?;
    let draft = import.draft.as_deref().map(|label| sources::draft(&view, label)).transpose()?;
    let returned = read_rows(&view, draft, sender, rows);
    show(&view, import, &returned)?;
    let said_on = match &import.on {
        Some(day) => standpoint::day(day)?,
        None => view.today(),
    };
    let speaker = import::speaker(&opened, import)?;
    let audience = match &import.place {
        Some(place) => taking::audience(&opened, Some(place))?,
        None => audience(&opened, &view)?,
    };
    let entries = if returned.proposals.is_empty() {
        Vec::new()
    } else {
        Told { view: &view, sender, audience, said_on, speaker }.entries(import, bytes, &returned)?
    };
    let files = taking::plan(&opened, &entries)?;
    import::take(import, &opened.folder, &files, entries.len())?;
    let is_grave = returned.remarks.iter().any(|remark| remark.is_grave);
    Ok(if is_grave { Outcome::Found } else { Outcome::Fine })
}

/// In whose column the sender wrote: a party named by its own label or by that of its circle; else the mediator.
fn sender(view: &View<'_>, import: &Import) -> Result<Sender> {
    let Some(name) = &import.r#for else { return Ok(Sender::Mediator) };
    if let Some(party) = view.labelled::<Party>(name) {
        return Ok(Sender::Party(PartyId(party.id())));
    }
    let circle = view.labelled::<Compartment>(name);
    match circle.map(|circle| (circle.fact.party, circle.fact.mediator)) {
        Some((Some(party), _)) => Ok(Sender::Party(party)),
        Some((None, true)) => Ok(Sender::Mediator),
        _ => bail!(
            "{name:?} is no party: say with --for which side sent the table; without it, it is the mediator's own"
        ),
    }
}

/// What a side sends the mediator is known to both: the circle that looks, and the mediator's.
fn audience(opened: &Opened, view: &View<'_>) -> Result<Audience> {
    let mediators = taking::audience(opened, None)?;
    let Viewer::Compartment(own) = view.viewer() else { return Ok(mediators) };
    let circles: Vec<CompartmentId> = mediators.compartments().chain([*own]).collect();
    Ok(Audience::Only(circles.into_iter().collect()))
}

/// What else is different, the grave first; then each proposal.
fn show(view: &View<'_>, import: &Import, returned: &Returned) -> Result<()> {
    let file = import.file.display();
    for remark in &returned.remarks {
        let mark = if remark.is_grave { "!! " } else { "" };
        print::talk(&format!("{mark}{file}: {}", remark.words));
    }
    for proposal in &returned.proposals {
        let (before, after) = (indented(&proposal.before), indented(&proposal.after));
        let (row, column) = proposal.at;
        print::shown(&format!(
            "row {} (row {row}, column {column} of the file): {}\n  - {before}\n  + {after}",
            proposal.row,
            sort(view, proposal),
        ))?;
    }
    Ok(())
}

fn indented(words: &str) -> String {
    words.replace('\n', "\n    ")
}

/// What a proposal is, in words.
fn sort(view: &View<'_>, proposal: &Proposal) -> String {
    let replaces = proposal.replaces.map_or_else(String::new, |earlier| {
        let name = view.label(earlier).map_or_else(|| earlier.to_string(), ToString::to_string);
        format!(", replaces {name}")
    });
    match &proposal.said {
        Proposed::Wording(words) if words.is_empty() => format!("a wording: no text{replaces}"),
        Proposed::Wording(_) => format!("a wording{replaces}"),
        Proposed::Position { stance, condition, .. } => {
            let condition = condition.as_ref().map_or_else(String::new, |words| format!(" ({words})"));
            format!("a position: {} {}{condition}{replaces}", stance.letter(), stance.said())
        }
    }
}

/// What all entries of one table share.
struct Told<'v, 'a> {
    view: &'v View<'a>,
    sender: Sender,
    audience: Audience,
    said_on: Day,
    speaker: Option<PersonId>,
}

impl Told<'_, '_> {
    /// The file as a source, and an entry for each proposal.
    fn entries(&self, import: &Import, bytes: &[u8], returned: &Returned) -> Result<Vec<Entry>> {
        let name =
            import.file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let report = Report {
            outlet: self.sender_name(),
            title: format!("Table of wordings, filled in: {name}"),
            address: None,
            zone: None,
            language: None,
            state_media: false,
            file: None,
            note: Some(format!("SHA-256 of the file: {digest}")),
        };
        let source = self.entry(Fact::Report(report), None, Vec::new())?;
        let sources = vec![SourceId(source.id)];
        let mut entries = vec![source];
        for proposal in &returned.proposals {
            entries.push(self.entry(self.fact(proposal)?, proposal.replaces, sources.clone())?);
        }
        Ok(entries)
    }

    fn sender_name(&self) -> String {
        match self.sender {
            Sender::Party(party) => onetext_desk::actor_name(self.view, party),
            Sender::Mediator => "the mediator".to_owned(),
        }
    }

    fn fact(&self, proposal: &Proposal) -> Result<Fact> {
        let by = match self.sender {
            Sender::Party(party) => Some(party),
            Sender::Mediator => None,
        };
        Ok(match &proposal.said {
            Proposed::Wording(text) => Fact::Wording(Wording { on: proposal.on, by, text: text.clone() }),
            Proposed::Position { stance, words, condition } => Fact::Position(Position {
                party: by.context("only a party holds a position")?,
                on: onetext_model::SubjectId(proposal.on.0),
                stance: *stance,
                words: words.clone(),
                condition: condition.clone(),
                evidence: Evidence::Own,
                by: None,
                speaker: self.speaker,
                limit: None,
            }),
        })
    }

    fn entry(&self, fact: Fact, replaces: Option<EntryId>, sources: Vec<SourceId>) -> Result<Entry> {
        Ok(Entry {
            id: taking::new_id()?,
            label: None,
            audience: self.audience.clone(),
            about: None,
            known_at: Moment::Day(self.said_on),
            recorded_at: Moment::Day(self.view.today()),
            supersedes: replaces.into_iter().collect(),
            sources,
            assumed: None,
            fact,
        })
    }
}
