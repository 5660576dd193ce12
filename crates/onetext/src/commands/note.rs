//! `note`: a debrief into the case. Each proposed entry is accepted, edited or refused with one key.

use std::fs;
use std::io::{IsTerminal, Read};
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use onetext_model::{Audience, Entry, EntryId, Fact};
use onetext_text::debrief::{Debrief, Given, Proposal, TEXT_BYTES_MAX, propose};

use super::Outcome;
use crate::arguments::{Note, Standpoint};
use crate::asking::{Asking, Offer};
use crate::folder::Opened;
use crate::{print, standpoint, taking};

/// Characters that tell debriefs of one day apart.
const FILE_MARK_CHARACTERS: usize = 6;

/// Reads the debrief, asks about each proposal, and writes what was taken.
pub fn run(note: &Note) -> Result<Outcome> {
    let opened = Opened::at(&note.case)?;
    let audience = taking::audience(&opened, note.place.as_deref())?;
    let text = text(note)?;
    let debrief = read(&opened, note, &text, audience.clone())?;
    if debrief.is_under_rule() && audience != taking::audience(&opened, None)? {
        bail!(
            "a debrief under the Chatham House Rule names who spoke: it is kept in the mediator's place only, so leave out --place"
        );
    }
    let offers: Vec<Offer<'_>> = debrief.proposals.iter().map(offer).collect();
    let asking = Asking::of(&opened, note.yes || note.dry_run, offers.len())?;
    let Some(taken) = asking.ask(&offers)? else {
        print::talk("nothing was written");
        return Ok(Outcome::Fine);
    };
    for sentence in &debrief.unread {
        print::talk(&format!("nothing proposed from: {sentence}"));
    }
    if note.dry_run {
        return Ok(Outcome::Fine);
    }
    write(&opened, &debrief, taken, &text, &audience)
}

fn text(note: &Note) -> Result<String> {
    let mut bytes = Vec::new();
    if let Some(path) = &note.text {
        bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    } else {
        let mut input = std::io::stdin();
        if input.is_terminal() {
            print::talk("type or paste the debrief; end with Ctrl-D on a line of its own");
        }
        let most = TEXT_BYTES_MAX as u64 + 1;
        input.by_ref().take(most).read_to_end(&mut bytes).context("cannot read the debrief")?;
    }
    if bytes.len() > TEXT_BYTES_MAX {
        bail!("the debrief is longer than {TEXT_BYTES_MAX} bytes; a debrief is a page: take it in parts");
    }
    let text = String::from_utf8(bytes).context("the debrief is not UTF-8 text")?;
    if text.trim().is_empty() {
        bail!("the debrief is empty");
    }
    Ok(text)
}

fn read(opened: &Opened, note: &Note, text: &str, audience: Audience) -> Result<Debrief> {
    // What the debrief is read against: the names that its audience may see.
    let place = note.place.as_deref().filter(|place| !place.contains('+')).map(str::to_owned);
    let standpoint = Standpoint { r#for: place, ..Standpoint::default() };
    let view = standpoint::view(&opened.case, &standpoint)?;
    let on = match &note.on {
        Some(day) => standpoint::day(day)?,
        None => view.today(),
    };
    let mut failed = None;
    let mut new_id = || {
        taking::new_id().unwrap_or_else(|error| {
            failed = Some(error);
            EntryId::derived(&[])
        })
    };
    let file_mark = taking::new_id()?.to_string().chars().take(FILE_MARK_CHARACTERS).collect();
    let given = Given { on, recorded_on: view.today(), audience, file_mark, new_id: &mut new_id };
    let debrief = propose(&view, text, given);
    match failed {
        Some(error) => Err(error),
        None => Ok(debrief),
    }
}

fn offer(proposal: &Proposal) -> Offer<'_> {
    Offer { entry: &proposal.entry, words: proposal.sentence.trim(), why: &proposal.why, by: "" }
}

fn write(
    opened: &Opened,
    debrief: &Debrief,
    taken: Vec<Entry>,
    text: &str,
    audience: &Audience,
) -> Result<Outcome> {
    let ids: Vec<EntryId> = taken.iter().map(|entry| entry.id).collect();
    let mut entries = vec![debrief.report.clone()];
    entries.extend(debrief.without_refused(taken, &ids));
    let mut files = taking::plan(opened, &entries)?;
    if let Fact::Report(report) = &debrief.report.fact
        && let Some(file) = &report.file
    {
        let path: PathBuf = PathBuf::from(taking::folder_of(opened, audience)?).join(file);
        files.insert(path.display().to_string(), text.as_bytes().to_vec());
    }
    opened.folder.write(&files)?;
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    print::talk(&format!("{} entries written to {}", entries.len(), names.join(", ")));
    Ok(Outcome::Fine)
}
