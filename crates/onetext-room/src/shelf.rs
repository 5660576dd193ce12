//! Pages that were composed and still hold, by the digest of what their reader may know. A page for one reader is
//! never found by another: the digest names the viewer.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use onetext_model::{AsOf, View, Viewer};

use crate::say::Language;
use crate::state::{Stamp, State, stamp};

/// Pages that are kept at once. Each is some 100 kB.
const PAGES_MAX: usize = 500;
/// Stamps that are kept at once.
const STAMPS_MAX: usize = 5_000;

/// What tells one composed page from another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    /// What the viewer may know.
    pub(crate) stamp: Stamp,
    /// The page with everything that was asked of it.
    pub(crate) address: String,
    /// The language of the frame.
    pub(crate) language: Language,
}

/// A page as it was composed.
#[derive(Debug)]
pub(crate) struct Composed {
    /// The whole of it.
    pub(crate) html: bytes::Bytes,
    /// The digest of the whole.
    pub(crate) etag: String,
    /// The digest of what it shows: by this its followers know whether it has changed.
    pub(crate) seen: String,
}

#[derive(Default)]
pub(crate) struct Shelf {
    pages: Mutex<HashMap<Key, Arc<Composed>>>,
    stamps: Mutex<HashMap<(u64, String), Stamp>>,
}

impl Shelf {
    /// The page, composed now if it is not there.
    pub(crate) fn page(&self, key: Key, compose: impl FnOnce() -> Composed) -> Arc<Composed> {
        if let Some(found) = lock(&self.pages).get(&key) {
            return Arc::clone(found);
        }
        let composed = Arc::new(compose());
        let mut pages = lock(&self.pages);
        if pages.len() >= PAGES_MAX {
            pages.clear();
        }
        pages.insert(key, Arc::clone(&composed));
        composed
    }

    /// What a viewer may know, as a digest.
    pub(crate) fn stamp(&self, state: &State, viewer: &Viewer, at: AsOf) -> Stamp {
        let key = (state.turn, format!("{viewer:?} {at:?}"));
        if let Some(found) = lock(&self.stamps).get(&key) {
            return *found;
        }
        let stamp = stamp(&View::of(&state.case, viewer.clone(), at));
        let mut stamps = lock(&self.stamps);
        if stamps.len() >= STAMPS_MAX || stamps.keys().any(|(turn, _)| *turn < state.turn) {
            stamps.retain(|(turn, _), _| *turn == state.turn);
        }
        stamps.insert(key, stamp);
        stamp
    }
}

fn lock<T>(table: &Mutex<T>) -> MutexGuard<'_, T> {
    table.lock().unwrap_or_else(PoisonError::into_inner)
}
