//! Two copies of a case edited apart: the union of their entries, and what contradicts itself in it.

use std::collections::BTreeMap;

use onetext_model::{Entry, EntryId, Log};

/// Something that two copies say differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// The settings differ; those of the log that comes first in order are kept.
    Settings,
    /// One id, two contents: `kept` stands in the union, `other` does not.
    Content {
        /// What the union has.
        kept: Box<Entry>,
        /// What it has not; shown, so that nothing is lost.
        other: Box<Entry>,
    },
    /// Two entries, one from each copy, replace the same earlier one.
    Replaced {
        /// The entry that both replace.
        earlier: EntryId,
        /// The ids of those that replace it, in order.
        by: Vec<EntryId>,
    },
}

/// The union of two logs. `merge(a, b)` and `merge(b, a)` are equal; `merge(a, a)` is `a` in order.
///
/// Where one id has two contents, the one recorded later is kept (then the one that sorts later), and the other
/// is handed back in a [`Conflict`].
pub fn merge(a: Log, b: Log) -> (Log, Vec<Conflict>) {
    let mut conflicts = Vec::new();
    let settings = if a.settings == b.settings {
        a.settings
    } else {
        conflicts.push(Conflict::Settings);
        let key = |s: &onetext_model::Settings| format!("{s:?}");
        if key(&a.settings) <= key(&b.settings) { a.settings } else { b.settings }
    };
    let replaced = [replacements(&a.entries), replacements(&b.entries)];
    let mut union: BTreeMap<EntryId, Entry> = BTreeMap::new();
    for entry in a.entries.into_iter().chain(b.entries) {
        let Some(present) = union.get(&entry.id) else {
            union.insert(entry.id, entry);
            continue;
        };
        if *present == entry {
            continue;
        }
        let (kept, other) = if precedence(present) >= precedence(&entry) {
            (present.clone(), entry)
        } else {
            (entry, present.clone())
        };
        union.insert(kept.id, kept.clone());
        conflicts.push(Conflict::Content { kept: Box::new(kept), other: Box::new(other) });
    }
    conflicts.extend(replaced_apart(&replaced));
    (Log { settings, entries: union.into_values().collect() }, conflicts)
}

/// Later records win; then any fixed order does.
fn precedence(entry: &Entry) -> (String, String) {
    (entry.recorded_at.to_string(), format!("{entry:?}"))
}

type Replacements = BTreeMap<EntryId, Vec<EntryId>>;

fn replacements(entries: &[Entry]) -> Replacements {
    let mut by: Replacements = BTreeMap::new();
    for entry in entries {
        for earlier in &entry.supersedes {
            by.entry(*earlier).or_default().push(entry.id);
        }
    }
    by
}

/// Entries that were replaced in both copies, and not by the same entries.
fn replaced_apart([a, b]: &[Replacements; 2]) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for (earlier, mine) in a {
        let Some(theirs) = b.get(earlier) else { continue };
        let mut by: Vec<EntryId> = mine.iter().chain(theirs).copied().collect();
        by.sort_unstable();
        by.dedup();
        if by.len() > mine.len().max(theirs.len()) {
            conflicts.push(Conflict::Replaced { earlier: *earlier, by });
        }
    }
    conflicts
}
