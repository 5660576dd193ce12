//! Changes inside a file that keep its comments and order: giving hand-written entries the ids that they have.

use std::collections::{BTreeMap, HashMap};

use onetext_model::EntryId;
use toml_edit::Document;

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

/// The ids go in as lines of their own below the heads of their tables; no other byte is touched.
fn stamp_file(bytes: &[u8], at: &HashMap<usize, EntryId>) -> Option<Vec<u8>> {
    let whole = std::str::from_utf8(bytes).ok()?;
    let text = whole.strip_prefix('\u{feff}').unwrap_or(whole);
    let document = Document::parse(text).ok()?;
    let tables = document.iter().filter_map(|(_, item)| item.as_array_of_tables()).flatten();
    let bare = tables.filter(|table| !table.contains_key("id")).filter_map(|table| Some(table.span()?.start));
    let ids: BTreeMap<usize, EntryId> = bare.filter_map(|start| Some((start, *at.get(&start)?))).collect();
    let mut stamped = whole[..whole.len() - text.len()].to_owned();
    let mut written = 0;
    for (start, id) in &ids {
        let head = text[*start..].split_inclusive('\n').next()?;
        let end = start + head.len();
        stamped.push_str(&text[written..end]);
        let newline = if head.ends_with("\r\n") { "\r\n" } else { "\n" };
        if !head.ends_with('\n') {
            stamped.push_str(newline);
        }
        stamped.extend(["id = \"", &id.to_string(), "\"", newline]);
        written = end;
    }
    stamped.push_str(&text[written..]);
    (!ids.is_empty()).then(|| stamped.into_bytes())
}
