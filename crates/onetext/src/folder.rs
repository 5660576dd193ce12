//! The case folder on disk: reading it into bytes, and writing changed files back, each whole or not at all.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use onetext_folder::{FILE_BYTES_MAX, FILES_MAX, FileKind, Files, PRIVATE};
use onetext_model::{Audience, Case, Finding, Place, Reason, Severity};

/// Folders below which no case lies so deep; a loop of links would.
const DEPTH_MAX: usize = 16;

/// A case folder that has been read.
pub struct Folder {
    /// Where it lies.
    pub path: PathBuf,
    /// Its files.
    pub files: Files,
}

/// A case as it was opened.
pub struct Opened {
    /// The folder.
    pub folder: Folder,
    /// The admitted case.
    pub case: Case,
    /// What was found while reading and admitting.
    pub findings: Vec<Finding>,
}

impl Folder {
    /// Reads the files of a folder. Links are not followed; hidden files are passed over.
    pub fn read(path: &Path) -> Result<Folder> {
        if !path.is_dir() {
            bail!(
                "{} is no folder; name a case folder such as cases/ukraine-2025, or make one with `onetext init`",
                path.display()
            );
        }
        let mut files = Files::new();
        for name in Folder::names(path)? {
            let bytes = bytes_of(&path.join(&name))?;
            files.insert(name, bytes);
        }
        Ok(Folder { path: path.to_owned(), files })
    }

    /// The names of a folder's files, in order.
    pub fn names(path: &Path) -> Result<Vec<String>> {
        let mut names = Vec::new();
        walk(path, "", 0, &mut names)?;
        names.sort();
        Ok(names)
    }

    /// Writes files into the folder: each into a new file beside it first, then put in its place.
    pub fn write(&self, changed: &Files) -> Result<()> {
        for (name, bytes) in changed {
            write_whole(&self.path.join(name), bytes)?;
        }
        Ok(())
    }
}

impl Opened {
    /// Opens the case of a folder.
    pub fn at(path: &Path) -> Result<Opened> {
        let folder = Folder::read(path)?;
        let reading = onetext_folder::read(&folder.files);
        let early = reading.findings.clone();
        let Some((case, mut findings)) = reading.admit(&folder.files) else {
            let first = early.iter().find(|finding| finding.severity == Severity::Error);
            let why = first.map_or_else(|| "no case.toml".to_owned(), in_short);
            bail!("{} holds no readable case: {why}", path.display());
        };
        findings.extend(not_ignored(&folder, &case));
        Ok(Opened { folder, case, findings })
    }
}

/// A finding before there is a case to see it by.
fn in_short(finding: &Finding) -> String {
    let place =
        finding.place.as_ref().map_or_else(String::new, |p| format!("{}:{}:{}: ", p.file, p.line, p.column));
    let words = match &finding.reason {
        Reason::NoSettings(words) | Reason::WrongValue(words) | Reason::Unreadable(words) => words.clone(),
        Reason::NewerFormat { found, known } => {
            format!(
                "format {found} is newer than this program, which reads up to {known}: use a newer program"
            )
        }
        Reason::UnknownKey { key, nearest, .. } => match nearest {
            Some(nearest) => format!("there is no key {key:?}; did you mean {nearest:?}?"),
            None => format!("there is no key {key:?}"),
        },
        other => other.rule().to_owned(),
    };
    format!("{place}{words}")
}

fn walk(folder: &Path, prefix: &str, depth: usize, names: &mut Vec<String>) -> Result<()> {
    if depth > DEPTH_MAX {
        bail!("{} lies more than {DEPTH_MAX} folders deep", folder.display());
    }
    let listing = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for item in listing {
        let item = item.with_context(|| format!("cannot list {}", folder.display()))?;
        let name = item.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let kind = item.file_type().with_context(|| format!("cannot read {}", item.path().display()))?;
        let inside = format!("{prefix}{name}");
        if kind.is_dir() {
            walk(&item.path(), &format!("{inside}/"), depth + 1, names)?;
        } else if kind.is_file() && FileKind::of(&inside) != FileKind::Other {
            if names.len() >= FILES_MAX {
                bail!("{} has more than {FILES_MAX} files", folder.display());
            }
            names.push(inside);
        }
    }
    Ok(())
}

/// The bytes of a file; of one that is too large only enough to see that it is.
fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path.extension().is_some_and(|ending| ending == "age") {
        return Ok(bytes);
    }
    let file = fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let read = file.take(FILE_BYTES_MAX as u64 + 1).read_to_end(&mut bytes);
    read.with_context(|| format!("cannot read {}", path.display()))?;
    Ok(bytes)
}

/// Puts bytes into a file, whole or not at all: a crash leaves the old file or the new one.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let cannot = || format!("cannot write {}", path.display());
    let mut fresh =
        tempfile::Builder::new().permissions(permissions(path)).tempfile_in(folder).with_context(cannot)?;
    fresh.write_all(bytes).with_context(cannot)?;
    fresh.as_file().sync_all().with_context(cannot)?;
    fresh.persist(path).with_context(cannot)?;
    fs::File::open(folder).and_then(|folder| folder.sync_all()).with_context(cannot)
}

/// As the file had them; a new private file is its owner's alone.
fn permissions(path: &Path) -> fs::Permissions {
    let private = path.components().any(|part| part.as_os_str() == PRIVATE);
    let new = fs::Permissions::from_mode(if private { 0o600 } else { 0o644 });
    fs::metadata(path).map_or(new, |present| present.permissions())
}

/// Private places that git would take in. Invented cases may be shown whole.
fn not_ignored(folder: &Folder, case: &Case) -> Option<Finding> {
    let private = folder.path.join(PRIVATE);
    if case.settings().invented || !private.is_dir() {
        return None;
    }
    let ignored =
        folder.path.ancestors().filter_map(|above| fs::read_to_string(above.join(".gitignore")).ok());
    let named =
        |text: String| text.lines().any(|line| matches!(line.trim(), "private" | "private/" | "/private/"));
    if ignored.into_iter().any(named) {
        return None;
    }
    let place = Place { file: ".gitignore".to_owned(), line: 1, column: 1, excerpt: String::new() };
    Some(Finding {
        severity: Severity::Warning,
        place: Some(place),
        entry: None,
        audience: Audience::Public,
        reason: Reason::NotIgnored,
    })
}
