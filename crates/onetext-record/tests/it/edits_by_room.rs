//! Edits by the room's operator, who holds the signing key and signs everything anew: rollbacks, rewritten pasts, forks,
//! and files that no honest room writes.

use onetext_record::{Files, Log, export};
use serde_json::Value;

use crate::edits::Edit;
use crate::room::{
    DESTROYED, LOGS, Operator, ROOM, honest_logs, key_of, leaf, lines_of, linked, log, log_with, root, signer,
};

/// What the operator does to the honest export.
pub struct Forger<'f> {
    honest: &'f Files,
    operator: Operator,
    edits: Vec<Edit>,
}

/// All edits of this sort of hand.
pub fn with_the_key(honest: &Files) -> Vec<Edit> {
    let mut forger = Forger { honest, operator: Operator::of_this_room(), edits: Vec::new() };
    for (place, (name, lines, kept)) in LOGS.iter().enumerate() {
        forger.other_histories(place, name, *lines, *kept);
        forger.lines_left_unlinked(name, *kept);
        forger.signatures_made_up(name, *lines, *kept);
        forger.checkpoints_that_lie(name, *lines, *kept);
        forger.lines_spelled_otherwise(name, *kept);
    }
    forger.wrong_keys();
    forger.boxes_moved();
    forger.another_key();
    forger.edits.retain(|edit| edit.applied(honest) != *honest);
    forger.edits
}

impl Forger<'_> {
    fn forge(&mut self, sort: &'static str, files: Files) {
        let files = self.operator.with_manifest(files);
        self.edits.push(Edit::between(sort, self.honest, &files));
    }

    fn with_log(place: usize, log: Log) -> Files {
        let mut logs = honest_logs();
        logs[place] = log;
        export(ROOM, &logs, &signer())
    }

    /// The honest export with another file for a log, and a checkpoint over it.
    fn with_lines(&self, name: &str, file: Vec<u8>) -> Files {
        let mut files = self.honest.clone();
        files.insert(format!("{name}.checkpoint"), self.operator.checkpoint(name, &file));
        files.insert(format!("{name}.jsonl"), file);
        files
    }

    /// Histories in perfect order, and not the one that the reader knows.
    fn other_histories(&mut self, place: usize, name: &str, lines: u64, kept: u64) {
        for earlier in 0..kept {
            self.forge("rolled back", Self::with_log(place, log(name, earlier)));
        }
        for since in 1..=kept {
            for told in ["second", "third", "fourth"] {
                for length in kept..=lines + 2 {
                    let sort = if length == kept { "forked" } else { "rewritten" };
                    self.forge(sort, Self::with_log(place, log_with(name, length, told, since)));
                }
                for length in 0..kept {
                    self.forge(
                        "rewritten and rolled back",
                        Self::with_log(place, log_with(name, length, told, since)),
                    );
                }
            }
        }
    }

    /// Lines after the kept checkpoint are edited and signed anew; nobody linked them again.
    fn lines_left_unlinked(&mut self, name: &str, kept: u64) {
        let lines = lines_of(&self.honest[&format!("{name}.jsonl")]);
        let first = usize::try_from(kept).unwrap();
        for one in first..lines.len() {
            let mut edited = lines.clone();
            edited.insert(one, lines[one].clone());
            self.forge("doubled and signed anew", self.with_lines(name, edited.concat()));
            for two in one + 1..lines.len() {
                let mut edited = lines.clone();
                edited.swap(one, two);
                self.forge("reordered and signed anew", self.with_lines(name, edited.concat()));
            }
            if one + 1 < lines.len() {
                let mut edited = lines.clone();
                edited.remove(one);
                self.forge("dropped and signed anew", self.with_lines(name, edited.concat()));
                let mut edited = lines.clone();
                edited[one] =
                    String::from_utf8(lines[one].clone()).unwrap().replace("T10:", "T11:").into_bytes();
                self.forge("changed and signed anew", self.with_lines(name, edited.concat()));
            }
        }
    }

    /// What follows the kept checkpoint is told otherwise, all in order but for the signatures, which name the right key.
    fn signatures_made_up(&mut self, name: &str, lines: u64, kept: u64) {
        for number in 0..20 {
            let file = log_with(name, lines, "second", kept + 1).lines.join(&b'\n');
            let file = [&file, &b"\n"[..]].concat();
            self.operator.secret = [100 + number; 32];
            self.forge("signature made up", self.with_lines(name, file));
        }
        self.operator = Operator::of_this_room();
    }

    /// The lines are as they were; the checkpoint is signed, and says something else.
    fn checkpoints_that_lie(&mut self, name: &str, lines: u64, kept: u64) {
        let file = lines_of(&self.honest[&format!("{name}.jsonl")]);
        let leaves: Vec<_> = file.iter().map(|line| leaf(&line[..line.len() - 1])).collect();
        let lines = usize::try_from(lines).unwrap();
        let mut put = |sort, note| {
            let mut files = self.honest.clone();
            files.insert(format!("{name}.checkpoint"), note);
            let files = self.operator.with_manifest(files);
            self.edits.push(Edit::between(sort, self.honest, &files));
        };
        for size in 0..=lines + 3 {
            put("checkpoint of another tree", self.operator.checkpoint_of(name, size, &[7; 32]));
            if size < lines {
                put(
                    "lines beyond the checkpoint",
                    self.operator.checkpoint_of(name, size, &root(&leaves[..size])),
                );
            }
            if size != lines {
                put("checkpoint of another size", self.operator.checkpoint_of(name, size, &root(&leaves)));
            }
        }
        for other in ["public2", "", "door/x"] {
            put("checkpoint of another log", self.operator.checkpoint_of(other, lines, &root(&leaves)));
        }
        let manifest = format!("onetext export 1\n{ROOM}\n");
        put("another note for a checkpoint", self.operator.sign(&manifest));
        assert!(kept > 0, "a kept checkpoint says something");
    }

    /// After the kept checkpoint: linked, signed, and not in the one form that a line has.
    fn lines_spelled_otherwise(&mut self, name: &str, kept: u64) {
        let lines = lines_of(&self.honest[&format!("{name}.jsonl")]);
        let last = lines.len() - 1;
        assert!(usize::try_from(kept).unwrap() <= last, "the last line is not kept");
        let text = String::from_utf8(lines[last].clone()).unwrap();
        let spellings = [
            text.replacen("{\"at\"", "{ \"at\"", 1),
            text.replacen("\"by\":", "\"by\": ", 1),
            text.replacen("\"log\"", "\"l\\u006fg\"", 1),
            text.replacen('\n', " \n", 1),
            text.replacen('\n', "\r\n", 1),
            text.replacen("{\"at\"", "{\"at\":\"\",\"at\"", 1),
            text.replacen("{\"at\"", "{\"zat\":\"\",\"at\"", 1),
            text.replacen("1.5", "1.50", 1),
            text.replacen("1.5", "15e-1", 1),
            text.replacen("Ø", "\\u00d8", 1),
            text.replacen("\"a\":true,\"b\":null", "\"b\":null,\"a\":true", 1),
        ];
        for spelling in spellings.into_iter().filter(|spelling| *spelling != text) {
            let mut edited = lines.clone();
            edited[last] = spelling.into_bytes();
            self.forge("spelled otherwise and signed anew", self.with_lines(name, edited.concat()));
        }
    }

    /// Keys that do not open the notes beside which they stand.
    fn wrong_keys(&mut self) {
        let lines = lines_of(&self.honest["keys.jsonl"]);
        let text = |place: usize| String::from_utf8(lines[place].clone()).unwrap();
        let key = |place: usize| text(place).split('"').nth(3).unwrap().to_owned();
        for one in 0..lines.len() {
            for two in (0..lines.len()).filter(|two| *two != one) {
                let mut edited = lines.clone();
                edited[one] = text(one).replace(&key(one), &key(two)).into_bytes();
                self.forge("another note's key", with_keys(self.honest, &edited));
            }
            for log in ["public", "door", "nowhere"] {
                let mut edited = lines.clone();
                edited[one] = text(one).replace(LOGS[1].0, log).into_bytes();
                edited.sort_by_key(|line| {
                    String::from_utf8_lossy(line).split("\"log\"").nth(1).map(str::to_owned)
                });
                self.forge("a key for no note of its log", with_keys(self.honest, &edited));
            }
            let mut edited = lines.clone();
            let number = text(one).rsplit_once(':').unwrap().1.trim_end().trim_end_matches('}').to_owned();
            for other in [DESTROYED, 0, 7, 99] {
                edited[one] = text(one).replace(&format!(":{number}}}"), &format!(":{other}}}")).into_bytes();
                self.forge("a key with another number", with_keys(self.honest, &edited));
            }
        }
    }

    /// Boxes change places with their commitments and keys; all is linked and signed anew.
    fn boxes_moved(&mut self) {
        let (name, lines, kept) = LOGS[1];
        let honest = lines_of(&self.honest[&format!("{name}.jsonl")]);
        for one in kept + 1..=lines {
            for two in (kept + 1..=lines).filter(|two| *two != one) {
                let place = |number: u64| usize::try_from(number - 1).unwrap();
                let mut values: Vec<Value> =
                    honest.iter().map(|line| serde_json::from_slice(line).unwrap()).collect();
                values[place(one)]["sealed"] = values[place(two)]["sealed"].clone();
                let edited: Vec<_> = values.iter().map(|value| value.to_string().into_bytes()).collect();
                let mut log = log(name, lines);
                log.keys.insert(one, key_of(name, two));
                let keys = Self::with_log(1, log).remove("keys.jsonl").unwrap();
                let mut files = self.with_lines(name, linked(&edited));
                files.insert("keys.jsonl".to_owned(), keys);
                self.forge("box put into another line", files);
            }
        }
    }

    /// The whole room by somebody with a key of their own.
    fn another_key(&mut self) {
        for number in 0..50 {
            let name = if number % 2 == 0 { "onetext/basin" } else { "onetext/bas\u{131}n" };
            let signer = onetext_record::Signer::new(name, &[100 + number; 32]);
            let files = export(ROOM, &honest_logs(), &signer);
            self.edits.push(Edit::between("made with another key", self.honest, &files));
            let mut kept = files;
            kept.insert("room.json".to_owned(), self.honest["room.json"].clone());
            self.edits.push(Edit::between("signed with another key", self.honest, &kept));
        }
    }
}

fn with_keys(honest: &Files, lines: &[Vec<u8>]) -> Files {
    let mut files = honest.clone();
    files.insert("keys.jsonl".to_owned(), lines.concat());
    files
}
