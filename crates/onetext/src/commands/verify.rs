//! `verify`: checks an export of a room's record, with no server and with no trust in whoever made it.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use onetext_record::{Files, Report, Trusted, Verifier};

use super::Outcome;
use crate::arguments::Verify;
use crate::print;

/// Largest export that is read.
const EXPORT_BYTES_MAX: u64 = 4 << 30;

/// Checks it and says what was found.
pub fn run(verify: &Verify) -> Result<Outcome> {
    let files = files(&verify.export)?;
    let verifier = match &verify.key {
        Some(text) => {
            let known = Verifier::parse(text);
            Some(known.with_context(|| {
                format!("--key {text:?}: copy the key from the room's page of the record")
            })?)
        }
        None => None,
    };
    let read = |path: &std::path::PathBuf| {
        fs::read_to_string(path).with_context(|| format!("cannot read the checkpoint {}", path.display()))
    };
    let checkpoints = verify.checkpoint.iter().map(read).collect::<Result<_>>()?;
    let report = onetext_record::verify(&files, &Trusted { verifier, checkpoints });
    print::shown(&words(&report))?;
    Ok(if report.findings.is_empty() { Outcome::Fine } else { Outcome::Found })
}

/// The files of an export: a folder, or the archive as it was downloaded.
fn files(path: &Path) -> Result<Files> {
    let mut files = Files::new();
    if path.is_dir() {
        for item in fs::read_dir(path).with_context(|| format!("cannot list {}", path.display()))? {
            let item = item?;
            if let Some(name) = item.file_name().to_str().filter(|_| item.path().is_file()) {
                files.insert(name.to_owned(), fs::read(item.path())?);
            }
        }
        return Ok(files);
    }
    let file = fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut pack = tar::Archive::new(file.take(EXPORT_BYTES_MAX));
    for item in pack.entries().with_context(|| format!("{} is no export", path.display()))? {
        let mut item = item.with_context(|| format!("{} is no export", path.display()))?;
        let name = item.path()?.display().to_string();
        let mut bytes = Vec::new();
        item.read_to_end(&mut bytes)?;
        files.insert(name, bytes);
    }
    Ok(files)
}

fn words(report: &Report) -> String {
    let mut lines = vec![format!("room {}", report.room), format!("key  {}", report.verifier)];
    for log in &report.logs {
        let sealed = match log.sealed {
            0 => String::new(),
            some => format!(", {some} sealed without a key here (not for this reader, or destroyed)"),
        };
        lines.push(format!("log  {}: {} lines, {} readable{sealed}", log.log, log.lines, log.read));
    }
    lines.extend(report.findings.iter().map(|finding| {
        let line = finding.line.map_or_else(String::new, |line| format!(":{line}"));
        format!("WRONG {}{line}: {}", finding.file, finding.what)
    }));
    if report.findings.is_empty() {
        lines.push("Everything here fits together.".to_owned());
    }
    if !report.is_pinned {
        lines.push(
            "You named no key (--key), so this shows only that the export fits itself: whoever made it may have made all of it."
                .to_owned(),
        );
    }
    if report.compared == 0 {
        lines.push(
            "You compared no earlier checkpoint (--checkpoint), so whoever holds the room's key may have written its past anew."
                .to_owned(),
        );
    }
    lines.join("\n")
}
