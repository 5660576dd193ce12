//! Reports from files and from standard input, whatever format they are in. What must be parsed is parsed in a child
//! process; a TOML file beside a text says what the text does not.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};
use onetext_report::formats::{
    Arrived, BESIDE_BYTES_MAX, Beside, FILE_BYTES_MAX, arrived, read as understand,
};
use onetext_room::Files;
use onetext_text::import::{Format, Reading};

use crate::child::{Limits, answer, ask};
use crate::texts;

/// A page of a newspaper takes a tenth of each.
const LIMITS: Limits = Limits { input_bytes: FILE_BYTES_MAX, memory_bytes: 512 << 20, cpu_seconds: 4 };

/// Reads a file: one report, or one for each item of a feed. `-` is standard input.
pub fn read(path: &Path) -> Result<Vec<Arrived>> {
    let name = texts::name(path);
    let mut all = if is_paper(path) { vec![from_paper(path)?] } else { from_text(path, &name)? };
    if let Some(beside) = beside(path)? {
        for one in &mut all {
            beside.put_over(one);
        }
    }
    Ok(all)
}

/// PDF and DOCX are read as drafts are.
fn is_paper(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_ascii_lowercase();
    ending == "pdf" || ending == "docx"
}

fn from_paper(path: &Path) -> Result<Arrived> {
    of_paper(texts::read(path)?, &texts::name(path))
}

fn of_paper(reading: Reading, name: &str) -> Result<Arrived> {
    if !matches!(reading.format, Format::Pdf | Format::Docx) {
        bail!("{name} is not what its name says");
    }
    let mut lines = vec![reading.draft.title.clone()];
    for provision in &reading.draft.provisions {
        lines.push(provision.heading.clone());
        lines.push(format!("{} {}", provision.label.written, provision.text).trim().to_owned());
    }
    lines.retain(|line| !line.is_empty());
    let mut report = arrived(&lines.join("\n"));
    report.title = Some(reading.draft.title).filter(|title| !title.is_empty());
    Ok(report)
}

fn from_text(path: &Path, name: &str) -> Result<Vec<Arrived>> {
    let mut bytes = Vec::new();
    let most = FILE_BYTES_MAX as u64 + 1;
    if path.as_os_str() == "-" {
        std::io::stdin().take(most).read_to_end(&mut bytes).context("cannot read standard input")?;
    } else {
        let file = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
        file.take(most).read_to_end(&mut bytes).with_context(|| format!("cannot read {}", path.display()))?;
    }
    ask(&["read-report", "--", name], &bytes, LIMITS, name)
}

/// What the file beside a text says of it: `story.toml` for `story.txt`.
fn beside(path: &Path) -> Result<Option<Beside>> {
    let toml = path.with_extension("toml");
    if path.as_os_str() == "-" || toml == path || !toml.is_file() {
        return Ok(None);
    }
    let mut text = String::new();
    let file = std::fs::File::open(&toml).with_context(|| format!("cannot read {}", toml.display()))?;
    file.take(BESIDE_BYTES_MAX as u64 + 1)
        .read_to_string(&mut text)
        .with_context(|| format!("cannot read {}", toml.display()))?;
    Beside::parse(&text).map(Some).with_context(|| format!("{}", toml.display()))
}

/// Reads what a browser uploaded as a file is read, each in a child of its own.
pub struct Uploads;

impl Files for Uploads {
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Vec<Arrived>, String> {
        let name =
            Path::new(name).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let name = if name.is_empty() { "the file".to_owned() } else { name };
        let all = if is_paper(Path::new(&name)) {
            texts::understood(bytes, &name).and_then(|reading| of_paper(reading, &name)).map(|one| vec![one])
        } else {
            ask(&["read-report", "--", &name], bytes, LIMITS, &name)
        };
        all.map_err(|error| format!("{error:#}"))
    }
}

/// The child that reads one file.
pub fn child(name: &str) -> Result<()> {
    answer(LIMITS, |bytes| Ok(understand(&bytes, name)?))
}
