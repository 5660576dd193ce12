//! Edits by somebody who carries an export and has no key: flipped bytes, lines and files dropped, doubled, moved, cut off
//! and swapped. What the room itself may do is in `edits_by_room.rs`.

use onetext_record::{Files, export};

use crate::room::{LOGS, honest_logs, lines_of, log, signer};

/// An export that differs from the honest one in some files; none stands for a file that is gone.
pub struct Edit {
    pub sort: &'static str,
    pub files: Vec<(String, Option<Vec<u8>>)>,
}

impl Edit {
    /// What differs between two exports.
    pub fn between(sort: &'static str, before: &Files, after: &Files) -> Edit {
        let changed = after.iter().filter(|(name, bytes)| before.get(*name) != Some(*bytes));
        let gone = before.keys().filter(|name| !after.contains_key(*name));
        let files = changed.map(|(name, bytes)| (name.clone(), Some(bytes.clone())));
        Edit { sort, files: files.chain(gone.map(|name| (name.clone(), None))).collect() }
    }

    pub fn of_file(sort: &'static str, name: &str, bytes: Vec<u8>) -> Edit {
        Edit { sort, files: vec![(name.to_owned(), Some(bytes))] }
    }

    pub fn applied(&self, files: &Files) -> Files {
        let mut edited = files.clone();
        for (name, bytes) in &self.files {
            match bytes {
                Some(bytes) => drop(edited.insert(name.clone(), bytes.clone())),
                None => drop(edited.remove(name)),
            }
        }
        edited
    }
}

/// All edits of this sort of hand.
pub fn without_a_key(honest: &Files) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (name, bytes) in honest {
        flips(name, bytes, &mut edits);
        cuts(name, bytes, &mut edits);
        edits.push(Edit { sort: "file removed", files: vec![(name.clone(), None)] });
        edits.push(Edit::of_file("file added", &format!("x{name}"), bytes.clone()));
        if name.strip_suffix(".jsonl").is_some() {
            lines_moved(name, bytes, &mut edits);
        }
    }
    files_swapped(honest, &mut edits);
    lines_between_logs(honest, &mut edits);
    old_states(honest, &mut edits);
    // Some give the honest export back: two equal files swapped, a log put in its own place.
    edits.retain(|edit| edit.applied(honest) != *honest);
    edits
}

/// Every byte of a file once, to another byte that depends on its place.
fn flips(name: &str, bytes: &[u8], edits: &mut Vec<Edit>) {
    for place in 0..bytes.len() {
        let mut flipped = bytes.to_vec();
        let bits = u8::try_from(place * 7 % 255 + 1).unwrap();
        // Every fourth in one bit only: a change of case, of a digit, of a neighbouring letter.
        flipped[place] ^= if place % 4 == 0 { 1 << (place / 4 % 8) } else { bits };
        edits.push(Edit::of_file("byte flipped", name, flipped));
    }
}

fn cuts(name: &str, bytes: &[u8], edits: &mut Vec<Edit>) {
    for length in (0..bytes.len()).step_by(17) {
        edits.push(Edit::of_file("cut off", name, bytes[..length].to_vec()));
    }
}

fn lines_moved(name: &str, bytes: &[u8], edits: &mut Vec<Edit>) {
    let lines = lines_of(bytes);
    for first in 0..lines.len() {
        let mut dropped = lines.clone();
        dropped.remove(first);
        let sort = if name == "keys.jsonl" { "key dropped" } else { "line dropped" };
        edits.push(Edit::of_file(sort, name, dropped.concat()));
        edits.push(Edit::of_file("cut off between lines", name, lines[..first].concat()));
        for second in 0..=lines.len() {
            let mut doubled = lines.clone();
            doubled.insert(second, lines[first].clone());
            edits.push(Edit::of_file("line doubled", name, doubled.concat()));
        }
        for second in first + 1..lines.len() {
            let mut swapped = lines.clone();
            swapped.swap(first, second);
            edits.push(Edit::of_file("lines reordered", name, swapped.concat()));
        }
        for second in 0..lines.len() {
            let mut moved = lines.clone();
            let line = moved.remove(first);
            moved.insert(second, line);
            edits.push(Edit::of_file("line moved", name, moved.concat()));
        }
    }
}

fn files_swapped(honest: &Files, edits: &mut Vec<Edit>) {
    for (one, first) in honest {
        for (two, second) in honest.iter().filter(|(two, _)| *two > one) {
            let files = vec![(one.clone(), Some(second.clone())), (two.clone(), Some(first.clone()))];
            edits.push(Edit { sort: "files swapped", files });
        }
    }
    for (one, ..) in LOGS {
        for (two, ..) in LOGS.iter().filter(|(two, ..)| *two > one) {
            let names =
                ["jsonl", "checkpoint"].map(|ending| (format!("{one}.{ending}"), format!("{two}.{ending}")));
            let swap = |(one, two): (String, String)| {
                let (first, second) = (honest[&one].clone(), honest[&two].clone());
                [(one, Some(second)), (two, Some(first))]
            };
            edits.push(Edit { sort: "logs swapped", files: names.into_iter().flat_map(swap).collect() });
        }
    }
}

/// A line of one log put into another, or in the place of another's.
fn lines_between_logs(honest: &Files, edits: &mut Vec<Edit>) {
    for (from, ..) in LOGS {
        for (to, ..) in LOGS.iter().filter(|(to, ..)| *to != from) {
            let name = format!("{to}.jsonl");
            let target = lines_of(&honest[&name]);
            for line in lines_of(&honest[&format!("{from}.jsonl")]) {
                for place in 0..target.len() {
                    let mut added = target.clone();
                    added.insert(place, line.clone());
                    edits.push(Edit::of_file("line of another log added", &name, added.concat()));
                    added.remove(place + 1);
                    edits.push(Edit::of_file("line of another log put in", &name, added.concat()));
                }
            }
        }
    }
}

/// A log as it was earlier, with the checkpoint that the room gave out then.
fn old_states(honest: &Files, edits: &mut Vec<Edit>) {
    for (place, (name, lines, _)) in LOGS.iter().enumerate() {
        for earlier in 0..*lines {
            let mut logs = honest_logs();
            logs[place] = log(name, earlier);
            let mut old = export("basin", &logs, &signer());
            for kept in ["manifest.note", "keys.jsonl"] {
                old.insert(kept.to_owned(), honest[kept].clone());
            }
            edits.push(Edit::between("old state of a log", honest, &old));
        }
    }
}
