//! `note`: a debrief into the case. Each proposed entry is accepted, edited or refused with one key.

use std::io::{IsTerminal, Read};
use std::path::PathBuf;
use std::{env, fs, process};

use anyhow::{Context, Result, bail};
use console::{Key, Term};
use onetext_document::terminal::tamed;
use onetext_folder::write::{Names, block};
use onetext_folder::{Files, read as read_folder};
use onetext_model::{Audience, Entry, EntryId, Fact};
use onetext_text::debrief::{Debrief, Given, Proposal, TEXT_BYTES_MAX, propose};

use super::Outcome;
use crate::arguments::{Note, Standpoint};
use crate::folder::Opened;
use crate::{print, standpoint, taking};

const KEYS: &str = "[y] take  [n] leave  [e] edit  [a] take all the rest  [q] stop, nothing is written";

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
    let asking = Asking::of(&opened, note, debrief.proposals.len())?;
    let Some(taken) = asking.ask(&debrief)? else {
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

/// How answers are got: by key, or all the same.
struct Asking<'o> {
    opened: &'o Opened,
    terminal: Option<Term>,
}

impl<'o> Asking<'o> {
    fn of(opened: &'o Opened, note: &Note, proposals: usize) -> Result<Self> {
        if note.yes || note.dry_run {
            return Ok(Asking { opened, terminal: None });
        }
        let terminal = Term::stderr();
        if !terminal.is_term() {
            bail!(
                "{proposals} entries are proposed, and there is no terminal to ask about them: \
                 see them with --dry-run, take them all with --yes"
            );
        }
        Ok(Asking { opened, terminal: Some(terminal) })
    }

    /// The entries that are taken; none if the person stopped.
    fn ask(&self, debrief: &Debrief) -> Result<Option<Vec<Entry>>> {
        let mut taken = Vec::new();
        let mut all = false;
        for (turn, proposal) in debrief.proposals.iter().enumerate() {
            let shown = self.shown(proposal)?;
            let Some(terminal) = self.terminal.as_ref().filter(|_| !all) else {
                print::shown(&shown)?;
                taken.push(proposal.entry.clone());
                continue;
            };
            let head = format!("\n{} of {}", turn + 1, debrief.proposals.len());
            terminal.write_line(&format!("{head}\n{}\n{KEYS}", tamed(&shown)))?;
            match key(terminal)? {
                'y' => taken.push(proposal.entry.clone()),
                'e' => taken.extend(edit(terminal, self.opened, &proposal.entry, &shown)?),
                'a' => {
                    all = true;
                    taken.push(proposal.entry.clone());
                }
                'q' => return Ok(None),
                _ => {}
            }
        }
        Ok(Some(taken))
    }

    fn shown(&self, proposal: &Proposal) -> Result<String> {
        let view = taking::everything(&self.opened.case);
        let names = Names::of(view.entries().iter().copied());
        let block = block(&proposal.entry, &names)?;
        let sentence = proposal.sentence.trim();
        Ok(format!("“{sentence}”\n  because of {}\n{}", proposal.why, indent(&block)))
    }
}

/// The block without what the person need not read: id, times and sources are the same for all.
fn indent(block: &str) -> String {
    let hidden = ["id = ", "known_at = ", "recorded_at = ", "sources = "];
    let lines = block.lines().filter(|line| !hidden.iter().any(|start| line.starts_with(start)));
    lines.map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

/// One of the keys; anything else is asked again.
fn key(terminal: &Term) -> Result<char> {
    loop {
        match terminal.read_key().context("cannot read a key")? {
            Key::Char(c) if "ynaeq".contains(c.to_ascii_lowercase()) => return Ok(c.to_ascii_lowercase()),
            Key::Enter => return Ok('y'),
            Key::Escape | Key::CtrlC => return Ok('q'),
            _ => terminal.write_line(KEYS)?,
        }
    }
}

/// Opens the entry in the person's editor until it reads as an entry again; none if it was emptied.
fn edit(terminal: &Term, opened: &Opened, entry: &Entry, shown: &str) -> Result<Option<Entry>> {
    let view = taking::everything(&opened.case);
    let names = Names::of(view.entries().iter().copied());
    let remark =
        shown.lines().take(2).map(|line| format!("# {}", line.trim())).collect::<Vec<_>>().join("\n");
    let mut text = format!(
        "{remark}\n# Change it and save; delete everything to leave it out.\n{}",
        block(entry, &names)?
    );
    loop {
        text = edited(&text)?;
        let files = Files::from([("edited.toml".to_owned(), text.clone().into_bytes())]);
        let reading = read_folder(&opened_settings(opened, files));
        let mut entries = reading.log.map(|log| log.entries).unwrap_or_default();
        entries.retain(|found| found.id == entry.id || found.fact.kind() == entry.fact.kind());
        let found = entries.into_iter().next_back();
        if text.lines().all(|line| line.trim().is_empty() || line.starts_with('#')) {
            return Ok(None);
        }
        if let Some(mut found) = found {
            found.audience = entry.audience.clone();
            return Ok(Some(found));
        }
        for finding in &reading.findings {
            terminal.write_line(&format!("onetext: {}", onetext_desk::sentence(&view, finding).0))?;
        }
        terminal.write_line("Press a key to edit it again, q to leave it out.")?;
        if terminal.read_char()? == 'q' {
            return Ok(None);
        }
    }
}

/// A folder of the case's settings and the edited block alone.
fn opened_settings(opened: &Opened, mut files: Files) -> Files {
    let head = onetext_folder::write::settings(opened.case.settings(), &Names::default()).unwrap_or_default();
    files.insert("case.toml".to_owned(), head.into_bytes());
    files
}

fn edited(text: &str) -> Result<String> {
    let file = tempfile::Builder::new()
        .prefix("onetext-")
        .suffix(".toml")
        .tempfile()
        .context("cannot make a file to edit")?;
    fs::write(file.path(), text)?;
    let editor = env::var("VISUAL").or_else(|_| env::var("EDITOR")).unwrap_or_else(|_| "vi".to_owned());
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or("vi");
    let status = process::Command::new(program).args(words).arg(file.path()).status();
    let status = status.with_context(|| format!("cannot start the editor {editor:?}: set EDITOR"))?;
    if !status.success() {
        bail!("the editor {editor:?} ended with an error; nothing was written");
    }
    fs::read_to_string(file.path()).context("cannot read the edited entry")
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
