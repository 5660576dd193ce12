//! An answer in the shape of `intake --json`: ours, or another program's from a folder of files.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use onetext_report::{About, read, to_json};
use serde::Deserialize;

/// Where answers come from.
pub(crate) enum Answers {
    /// This crate.
    Ours,
    /// A folder with one JSON file for each text, of the same name.
    Folder(PathBuf),
}

/// One answer.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Answer {
    pub(crate) actors: Vec<Actor>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) narrated: Vec<Narrated>,
    pub(crate) contacts: Vec<Contact>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Actor {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Claim {
    pub(crate) content: Vec<[usize; 2]>,
    pub(crate) cue: Vec<[usize; 2]>,
    pub(crate) source: Vec<[usize; 2]>,
    pub(crate) speaker: Option<String>,
    pub(crate) mode: String,
    pub(crate) act: String,
    pub(crate) chain: Vec<String>,
    pub(crate) date: Option<When>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Narrated {
    pub(crate) content: Vec<[usize; 2]>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Contact {
    #[serde(rename = "type")]
    pub(crate) sort: String,
    pub(crate) status: String,
    pub(crate) date: Option<When>,
    pub(crate) minutes: Vec<u32>,
    pub(crate) place: Option<String>,
    pub(crate) participants: Vec<Participant>,
    pub(crate) mentions: Vec<[usize; 2]>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Participant {
    pub(crate) actor: String,
    pub(crate) medium: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct When {
    pub(crate) start: Option<Date>,
    pub(crate) end: Option<Date>,
    pub(crate) precision: String,
}

impl Answers {
    /// The answer to a text; `stem` is its file's name without extension.
    pub(crate) fn to(&self, stem: &str, text: &str, about: &About) -> Result<Answer, String> {
        match self {
            Answers::Ours => {
                let json = serde_json::to_string(&to_json(&read(text, about), text));
                json.and_then(|json| serde_json::from_str(&json)).map_err(|error| format!("{stem}: {error}"))
            }
            Answers::Folder(folder) => parse(&folder.join(format!("{stem}.json"))),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a measurement reads files; the crate does not")]
pub(crate) fn text_of(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// A JSON file as a value.
pub(crate) fn parse<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, String> {
    serde_json::from_str(&text_of(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

/// Files of a folder whose names end so, in order; none where there is no such folder.
#[expect(clippy::disallowed_methods, reason = "a measurement reads files; the crate does not")]
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ending)));
    files.sort();
    files
}
