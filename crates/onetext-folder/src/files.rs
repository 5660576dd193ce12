//! The files of a case as bytes by path, and what each path is for.

use std::collections::BTreeMap;

/// The files of a case folder: path inside the folder (with `/`) to bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What a file of the folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `case.toml`: format, settings, and entries.
    Settings,
    /// Any other TOML file.
    Facts,
    /// `drafts/*.md`: a draft with its provisions.
    Draft,
    /// `pages/*.md`: a page of the case.
    Page,
    /// `private/<place>.age`: a locked place.
    Locked,
    /// Anything else: kept, not read.
    Other,
}

impl FileKind {
    /// What the file at `path` is.
    pub fn of(path: &str) -> FileKind {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let parent = folder.rsplit('/').next().unwrap_or("");
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match (ending, parent) {
            _ if path.split('/').any(|part| part.starts_with('.') || part == "conflicts") => FileKind::Other,
            _ if path == "case.toml" => FileKind::Settings,
            ("toml", _) => FileKind::Facts,
            ("md", "drafts") => FileKind::Draft,
            ("md", "pages") => FileKind::Page,
            ("age", "private") => FileKind::Locked,
            _ => FileKind::Other,
        }
    }
}
