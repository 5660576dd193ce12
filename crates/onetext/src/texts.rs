//! Texts from files and from standard input, whatever format they are in. What must be parsed is parsed in a child
//! process; what a text is remarked to hold is said on standard error.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};
use onetext_text::import::{FILE_BYTES_MAX, Format, Reading, Severity, read as understand};

use crate::child::{Limits, answer, ask};
use crate::print;

/// A file that takes more than this is no treaty: one of a thousand pages takes a tenth of each.
const LIMITS: Limits = Limits { input_bytes: FILE_BYTES_MAX, memory_bytes: 256 << 20, cpu_seconds: 2 };

/// Reads a text; `-` is standard input.
pub fn read(path: &Path) -> Result<Reading> {
    let shown = name(path);
    let mut bytes = Vec::new();
    let most = FILE_BYTES_MAX as u64 + 1;
    if path.as_os_str() == "-" {
        std::io::stdin().take(most).read_to_end(&mut bytes).context("cannot read standard input")?;
    } else {
        let file = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
        file.take(most).read_to_end(&mut bytes).with_context(|| format!("cannot read {}", path.display()))?;
    }
    understood(&bytes, &shown)
}

/// Reads the bytes of a text; what must be parsed in a child.
pub fn understood(bytes: &[u8], shown: &str) -> Result<Reading> {
    if bytes.len() > FILE_BYTES_MAX {
        bail!("{shown} has more than {FILE_BYTES_MAX} bytes");
    }
    let format = Format::of(bytes, shown).with_context(|| format!("cannot read {shown}"))?;
    if format.is_read_apart() {
        return ask(&["read-draft", "--", shown], bytes, LIMITS, shown);
    }
    understand(bytes, shown).with_context(|| format!("cannot read {shown}"))
}

/// Reads a text and says on standard error what a reader of it should be warned of.
pub fn read_and_warn(path: &Path) -> Result<Reading> {
    let reading = read(path)?;
    for remark in reading.findings.iter().filter(|remark| remark.severity >= Severity::Warning) {
        print::talk(&format!("{}: {}: {}", name(path), remark.whereabouts(), remark.sentence()));
    }
    Ok(reading)
}

/// What a file is called: its name without its folders.
pub fn name(path: &Path) -> String {
    if path.as_os_str() == "-" {
        return "standard input".to_owned();
    }
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// The child that reads one text.
pub fn child(name: &str) -> Result<()> {
    answer(LIMITS, |bytes| Ok(understand(&bytes, name)?))
}
