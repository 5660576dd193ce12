//! The folder on disk: entries go into files of their place and kind, a new file after so many entries.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Entries in one file: what `onetext-folder` advises.
const FILE_ENTRIES_MAX: usize = onetext_folder::FILE_ENTRIES_MAX;

/// A folder that is being written.
pub struct Folder {
    root: PathBuf,
    open: BTreeMap<String, Open>,
    written: usize,
}

/// A file that has room.
#[derive(Default)]
struct Open {
    text: String,
    entries: usize,
    number: usize,
}

impl Folder {
    /// Nothing is written before the first file is full.
    pub fn new(root: &Path) -> Self {
        Folder { root: root.to_owned(), open: BTreeMap::new(), written: 0 }
    }

    /// Entries so far.
    pub fn written(&self) -> usize {
        self.written
    }

    /// Adds one entry, as the text of its table, to the files of a stem such as `private/mediator/positions`.
    pub fn add(&mut self, stem: &str, table: &str) -> Result<()> {
        let open = self.open.entry(stem.to_owned()).or_default();
        if !open.text.is_empty() {
            open.text.push('\n');
        }
        open.text.push_str(table);
        open.entries += 1;
        self.written += 1;
        if open.entries == FILE_ENTRIES_MAX {
            open.number += 1;
            let path = format!("{stem}-{:04}.toml", open.number);
            let text = std::mem::take(&mut open.text);
            open.entries = 0;
            write(&self.root, &path, &text)?;
        }
        Ok(())
    }

    /// Writes a file as it is, with the entries that it holds.
    pub fn file(&mut self, path: &str, text: &str, entries: usize) -> Result<()> {
        self.written += entries;
        write(&self.root, path, text)
    }

    /// Writes what is left, and says how many entries there are.
    pub fn close(self) -> Result<usize> {
        for (stem, open) in self.open.iter().filter(|(_, open)| open.entries > 0) {
            write(&self.root, &format!("{stem}-{:04}.toml", open.number + 1), &open.text)?;
        }
        Ok(self.written)
    }
}

fn write(root: &Path, path: &str, text: &str) -> Result<()> {
    let path = root.join(path);
    let parent = path.parent().unwrap_or(root);
    fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
}
