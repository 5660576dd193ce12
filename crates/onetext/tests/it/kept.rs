//! Nothing is lost: random histories out and in again as JSON lines and as folders, added to, and edited apart and
//! merged.

use std::collections::{BTreeMap, BTreeSet};

use onetext_folder::write::{Names, WriteError, append};
use onetext_folder::{Conflict, Files, lines, merge, read, write};
use onetext_model::{AsOf, Case, Day, Entry, EntryId, Log, View, Viewer};

use crate::histories::{self, Told, history};
use crate::random::Random;

/// Histories of an ordinary run.
const HISTORIES: u64 = 300;

fn keepers(case: &Case) -> View<'_> {
    View::of(case, Viewer::Keeper, AsOf::today(Day::MAX))
}

fn as_lines(case: &Case) -> String {
    let view = keepers(case);
    lines::write(view.settings(), view.entries().iter().copied())
}

fn case_of(told: &[Told]) -> Case {
    Case::new(histories::log(told)).0
}

#[test]
fn json_lines_out_and_in_are_the_same_bytes() {
    for seed in 0..HISTORIES {
        let first = as_lines(&case_of(&history(seed).0));
        let (case, findings) = Case::new(lines::read(&first).unwrap());
        assert_eq!(first, as_lines(&case), "seed {seed}: {findings:?}");
    }
}

/// A case as a new folder.
fn written(case: &Case) -> Result<Files, WriteError> {
    let view = keepers(case);
    let names = Names::of(view.entries().iter().copied());
    let settings = write::settings(view.settings(), &names)?;
    let mut files = Files::from([("case.toml".to_owned(), settings.into_bytes())]);
    files.extend(append(&files, view.entries().iter().copied(), &names)?);
    Ok(files)
}

#[test]
fn a_folder_out_and_in_has_the_same_entries() {
    let mut nameless = 0;
    for seed in 0..HISTORIES {
        let case = case_of(&history(seed).0);
        let files = match written(&case) {
            Ok(files) => files,
            // Two circles of one label: the name of a folder would mean either.
            Err(WriteError::NamelessPlace(_)) => {
                nameless += 1;
                continue;
            }
            Err(other) => panic!("seed {seed}: {other}"),
        };
        let (again, findings) = read(&files).admit(&files).unwrap();
        assert_eq!(as_lines(&case), as_lines(&again), "seed {seed}: {findings:?}");
    }
    println!("{nameless} of {HISTORIES} histories have two circles of one label and were refused");
    assert!(nameless * 4 < HISTORIES);
}

#[test]
fn added_entries_leave_every_byte_where_it_was() {
    for seed in 0..HISTORIES {
        let (mut told, mut random) = history(seed);
        let mut files = histories::files(&told);
        break_one(&mut files, &mut random);
        let before = told.len();
        histories::add(&mut told, 10, &mut random, &|place| !place.contains(&"nosuch"));
        let entries: Vec<Entry> = resolved(&told, before);
        let names_of = case_of(&told[..before]);
        let view = keepers(&names_of);
        let names = Names::of(view.entries().iter().copied());
        let Ok(changed) = append(&files, &entries, &names) else { continue };
        for (path, bytes) in &changed {
            let old = files.get(path).map_or(&[][..], Vec::as_slice);
            assert!(bytes.starts_with(old), "seed {seed}: {path} lost what it had");
            assert!(bytes.len() > old.len(), "seed {seed}: {path} is handed out unchanged");
        }
    }
}

/// A file that people broke: it must be left alone.
fn break_one(files: &mut Files, random: &mut Random) {
    let paths: Vec<String> = files.keys().filter(|path| *path != "case.toml").cloned().collect();
    if let Some(bytes) = files.get_mut(random.one(&paths)) {
        let faults: [&[u8]; 3] = [b"\xff\xfe", b"[[", b"# a remark without a newline"];
        let fault: &[u8] = random.one::<&[u8]>(&faults);
        bytes.extend_from_slice(fault);
    }
}

/// Entries whose audiences are resolved, as the program hands them to the writer.
fn resolved(told: &[Told], from: usize) -> Vec<Entry> {
    let circles: BTreeMap<EntryId, EntryId> = histories::CIRCLES
        .iter()
        .map(|circle| (EntryId::named(circle), EntryId::derived(&["cast", "compartment", circle])))
        .collect();
    let mut entries: Vec<Entry> = told[from..].iter().map(Told::entry).collect();
    for entry in &mut entries {
        entry.refer_all(&mut |_, id| {
            *id = circles.get(id).copied().unwrap_or(EntryId::derived(&["elsewhere"]));
        });
    }
    entries
}

/// Two copies of a history that were edited apart: entries added, taken out and rewritten in each.
fn apart(seed: u64) -> (Log, Log) {
    let (told, mut random) = history(seed);
    let mut entries =
        keepers(&case_of(&told)).entries().iter().map(|entry| (*entry).clone()).collect::<Vec<_>>();
    // A copy says one thing under one id.
    let mut said = BTreeSet::new();
    entries.retain(|entry| said.insert(entry.id));
    let mut copy = |mut entries: Vec<Entry>| {
        entries.retain(|_| random.chance(85));
        for entry in &mut entries {
            if random.chance(10) {
                entry.assumed = Some(random.sentence(2));
            }
        }
        for _ in 0..4 {
            let mut new = random.one(&entries).clone();
            new.supersedes = vec![new.id];
            new.id = random.id();
            entries.push(new);
        }
        Log { settings: histories::settings(), entries }
    };
    (copy(entries.clone()), copy(entries))
}

fn ids(log: &Log) -> BTreeSet<EntryId> {
    log.entries.iter().map(|entry| entry.id).collect()
}

fn in_words(conflicts: &[Conflict]) -> BTreeSet<String> {
    conflicts.iter().map(|conflict| format!("{conflict:?}")).collect()
}

#[test]
fn copies_edited_apart_merge_as_the_union_of_their_entries() {
    let mut conflicting = 0;
    for seed in 0..HISTORIES {
        let (a, b) = apart(seed);
        let (union, conflicts) = merge(a.clone(), b.clone());
        let (other_union, other_conflicts) = merge(b.clone(), a.clone());
        assert_eq!(union, other_union, "seed {seed}: merge(a, b) is not merge(b, a)");
        assert_eq!(in_words(&conflicts), in_words(&other_conflicts), "seed {seed}");
        assert_eq!(ids(&union), ids(&a).union(&ids(&b)).copied().collect(), "seed {seed}: not the union");
        for entry in a.entries.iter().chain(&b.entries) {
            let set_aside = |conflict: &Conflict| matches!(conflict, Conflict::Content { other, .. } if **other == *entry);
            assert!(
                union.entries.contains(entry) || conflicts.iter().any(set_aside),
                "seed {seed}: {entry:?} is neither kept nor shown"
            );
        }
        conflicting += usize::from(!conflicts.is_empty());
        let (same, none) = merge(union.clone(), union.clone());
        assert_eq!((&same, none.len()), (&union, 0), "seed {seed}: a merge with itself changed something");
        let (again, _) = merge(union.clone(), a.clone());
        assert_eq!(again, union, "seed {seed}: a copy that is in the union changed it");
    }
    println!("{conflicting} of {HISTORIES} pairs of copies had conflicts");
    assert!(conflicting > 0);
}

#[test]
fn the_order_in_which_three_copies_merge_does_not_matter() {
    for seed in 0..HISTORIES {
        let (a, b) = apart(seed);
        let (c, _) = apart(seed + HISTORIES);
        let of = |one: &Log, other: &Log| merge(one.clone(), other.clone()).0;
        assert_eq!(of(&of(&a, &b), &c), of(&a, &of(&b, &c)), "seed {seed}");
    }
}
