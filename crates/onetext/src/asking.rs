//! Proposals put to a person one by one: each is taken, left or edited with one key, or all of one source together.

use std::{env, fs, process};

use anyhow::{Context, Result, bail};
use console::{Key, Term};
use onetext_document::terminal::tamed;
use onetext_folder::write::{Names, block};
use onetext_folder::{Files, read as read_folder};
use onetext_model::Entry;

use crate::folder::Opened;
use crate::{print, taking};

const KEYS: &str = "[y] take  [n] leave  [e] edit  [a] take all the rest  [q] stop, nothing is written";
const KEYS_OF_SOURCE: &str = "\n[s] take all of this source  [d] leave all of this source";

/// A proposed entry as it is shown.
pub struct Offer<'o> {
    /// The entry.
    pub entry: &'o Entry,
    /// The words that it rests on.
    pub words: &'o str,
    /// Why it is read so.
    pub why: &'o str,
    /// Who said it: proposals of one source can be taken or left together. Empty where there are no sources.
    pub by: &'o str,
}

/// How answers are got: by key, or all the same.
pub struct Asking<'o> {
    opened: &'o Opened,
    terminal: Option<Term>,
}

impl<'o> Asking<'o> {
    /// `all` takes everything without a question; otherwise there must be a terminal to ask on.
    pub fn of(opened: &'o Opened, all: bool, proposals: usize) -> Result<Self> {
        if all {
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
    pub fn ask(&self, offers: &[Offer<'_>]) -> Result<Option<Vec<Entry>>> {
        let mut taken = Vec::new();
        let mut rest = Rest::default();
        for (turn, offer) in offers.iter().enumerate() {
            let shown = self.shown(offer)?;
            let Some(terminal) = self.terminal.as_ref().filter(|_| !rest.all) else {
                print::shown(&shown)?;
                taken.push(offer.entry.clone());
                continue;
            };
            if let Some(take) = rest.of_source(offer.by) {
                if take {
                    taken.push(offer.entry.clone());
                }
                continue;
            }
            let head = format!("\n{} of {}", turn + 1, offers.len());
            let keys = if offer.by.is_empty() { KEYS.to_owned() } else { format!("{KEYS}{KEYS_OF_SOURCE}") };
            terminal.write_line(&format!("{head}\n{}\n{keys}", tamed(&shown)))?;
            match key(terminal, &keys)? {
                'y' => taken.push(offer.entry.clone()),
                'e' => taken.extend(edit(terminal, self.opened, offer.entry, &shown)?),
                'a' => {
                    rest.all = true;
                    taken.push(offer.entry.clone());
                }
                's' if !offer.by.is_empty() => {
                    rest.taken.push(offer.by.to_owned());
                    taken.push(offer.entry.clone());
                }
                'd' if !offer.by.is_empty() => rest.left.push(offer.by.to_owned()),
                'q' => return Ok(None),
                _ => {}
            }
        }
        Ok(Some(taken))
    }

    fn shown(&self, offer: &Offer<'_>) -> Result<String> {
        let view = taking::everything(&self.opened.case);
        let names = Names::of(view.entries().iter().copied());
        let block = block(offer.entry, &names)?;
        let by = if offer.by.is_empty() { String::new() } else { format!("  said by {}\n", offer.by) };
        Ok(format!("“{}”\n{by}  because of {}\n{}", offer.words, offer.why, indent(&block)))
    }
}

/// What was said of all that is still to come.
#[derive(Default)]
struct Rest {
    all: bool,
    taken: Vec<String>,
    left: Vec<String>,
}

impl Rest {
    /// Whether everything of a source is taken, or left; nothing if nobody said.
    fn of_source(&self, by: &str) -> Option<bool> {
        let has = |sources: &[String]| sources.iter().any(|source| source == by);
        if has(&self.taken) { Some(true) } else { has(&self.left).then_some(false) }
    }
}

/// The block without what the person need not read: id, times and sources are the same for all.
fn indent(block: &str) -> String {
    let hidden = ["id = ", "known_at = ", "recorded_at = ", "sources = "];
    let lines = block.lines().filter(|line| !hidden.iter().any(|start| line.starts_with(start)));
    lines.map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

/// One of the keys; anything else is asked again.
fn key(terminal: &Term, keys: &str) -> Result<char> {
    loop {
        match terminal.read_key().context("cannot read a key")? {
            Key::Char(c) if "ynaesdq".contains(c.to_ascii_lowercase()) => return Ok(c.to_ascii_lowercase()),
            Key::Enter => return Ok('y'),
            Key::Escape | Key::CtrlC => return Ok('q'),
            _ => terminal.write_line(keys)?,
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
