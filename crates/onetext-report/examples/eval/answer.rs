//! An answer in the shape of `intake --json`: ours, or another program's from a folder of files.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use onetext_report::{About, read, to_json};
use serde::Deserialize;

/// Where answers come from.
pub enum Answers {
    /// This crate.
    Ours,
    /// A folder with one JSON file for each text, of the same name.
    Folder(PathBuf),
}

/// One answer.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    pub actors: Vec<Actor>,
    pub claims: Vec<Claim>,
    pub narrated: Vec<Narrated>,
    pub contacts: Vec<Contact>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Actor {
    pub id: String,
    pub name: String,
    pub aliases: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Claim {
    pub content: Vec<[usize; 2]>,
    pub cue: Vec<[usize; 2]>,
    pub source: Vec<[usize; 2]>,
    pub speaker: Option<String>,
    pub mode: String,
    pub act: String,
    pub chain: Vec<String>,
    pub date: Option<When>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Narrated {
    pub content: Vec<[usize; 2]>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Contact {
    #[serde(rename = "type")]
    pub sort: String,
    pub status: String,
    pub date: Option<When>,
    pub minutes: Vec<u32>,
    pub place: Option<String>,
    pub participants: Vec<Participant>,
    pub mentions: Vec<[usize; 2]>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Participant {
    pub actor: String,
    pub medium: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct When {
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub precision: String,
}

impl Answers {
    /// The answer to a text; `stem` is its file's name without extension.
    pub fn to(&self, stem: &str, text: &str, about: &About) -> Result<Answer, String> {
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
pub fn text_of(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// A JSON file as a value.
pub fn parse<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, String> {
    serde_json::from_str(&text_of(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

/// Files of a folder whose names end so, in order; none where there is no such folder.
#[expect(clippy::disallowed_methods, reason = "a measurement reads files; the crate does not")]
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ending)));
    files.sort();
    files
}
