//! Changes inside a file that keep its comments and order: giving hand-written entries the ids that they have.

use std::collections::HashMap;

use onetext_model::EntryId;
use toml_edit::{DocumentMut, Item};

use crate::Files;
use crate::files::FileKind;
use crate::reading::read;

/// The files that change when every entry of a TOML file carries its id in writing. From then on its label and
/// its words may be corrected without making another entry of it.
pub fn stamp(files: &Files) -> Files {
    let reading = read(files);
    let paths =
        files.keys().filter(|path| matches!(FileKind::of(path), FileKind::Facts | FileKind::Settings));
    let ids = reading.origins.by_file();
    let stamped =
        |path: &String| Some((path.clone(), stamp_file(files.get(path)?, ids.get(path.as_str())?)?));
    paths.filter_map(stamped).collect()
}

fn stamp_file(bytes: &[u8], at: &HashMap<usize, EntryId>) -> Option<Vec<u8>> {
    let mut document = std::str::from_utf8(bytes).ok()?.parse::<DocumentMut>().ok()?;
    let before = document.to_string();
    // Offsets of tables in the file, which origins have too, are read from a copy that keeps its spans.
    let spans = toml_edit::Document::parse(before.clone()).ok()?;
    let mut ids: Vec<(String, usize, EntryId)> = Vec::new();
    for (kind, item) in spans.iter() {
        let Some(tables) = item.as_array_of_tables() else { continue };
        for (turn, table) in tables.iter().enumerate().filter(|(_, table)| !table.contains_key("id")) {
            let start = table.span()?.start;
            ids.extend(at.get(&start).map(|id| (kind.to_owned(), turn, *id)));
        }
    }
    for (kind, turn, id) in ids {
        let table = document.get_mut(&kind).and_then(Item::as_array_of_tables_mut)?.get_mut(turn)?;
        table.insert("id", toml_edit::value(id.to_string()));
    }
    let after = document.to_string();
    (after != before).then(|| after.into_bytes())
}
