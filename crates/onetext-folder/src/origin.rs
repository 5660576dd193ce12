//! Where entries were found: from an id to the places in the files that bear it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use onetext_model::{Audience, Case, EntryId};

use crate::place::Place;

/// Where an entry was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Origin {
    pub(crate) path: Arc<str>,
    pub(crate) offset: usize,
}

impl Origin {
    pub(crate) fn at(path: &Arc<str>, offset: usize) -> Self {
        Origin { path: Arc::clone(path), offset }
    }
}

/// The audiences of places, each looked up in the case once.
pub(crate) struct Audiences<'c> {
    case: Option<&'c Case>,
    known: BTreeMap<Place, Option<Audience>>,
}

impl<'c> Audiences<'c> {
    /// Without a case the compartments stay labels.
    pub(crate) fn of(case: Option<&'c Case>) -> Self {
        Audiences { case, known: BTreeMap::new() }
    }

    /// The audience of a private place, where all its compartments are declared.
    pub(crate) fn resolved(&mut self, place: &Place) -> Option<&Audience> {
        let Place::Private(labels) = place else { return None };
        if !self.known.contains_key(place) {
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            let audience = self.case.and_then(|case| case.audience_of(&labels));
            self.known.insert(place.clone(), audience);
        }
        self.known.get(place)?.as_ref()
    }

    /// Whether a file is one of an audience's, which may have its compartments still by label.
    fn is_of(&mut self, path: &str, audience: &Audience) -> bool {
        let place = Place::of(path);
        place.audience() == *audience || self.resolved(&place) == Some(audience)
    }
}

/// All origins, by id.
#[derive(Debug, Default)]
pub(crate) struct Origins(Vec<(EntryId, Origin)>);

impl Origins {
    pub(crate) fn of(mut found: Vec<(EntryId, Origin)>) -> Self {
        found.sort_unstable();
        Origins(found)
    }

    /// Where an id stands in the files of an audience, in order. What stands in other files under the same id is
    /// another audience's: neither its path nor its words may be told.
    pub(crate) fn among(
        &self,
        id: EntryId,
        audience: &Audience,
        audiences: &mut Audiences<'_>,
    ) -> Vec<&Origin> {
        let start = self.0.partition_point(|(other, _)| *other < id);
        let with_id = self.0[start..].iter().take_while(|(other, _)| *other == id);
        with_id.map(|(_, origin)| origin).filter(|origin| audiences.is_of(&origin.path, audience)).collect()
    }

    /// The ids of every file, by their offsets.
    pub(crate) fn by_file(&self) -> HashMap<&str, HashMap<usize, EntryId>> {
        let mut files: HashMap<&str, HashMap<usize, EntryId>> = HashMap::new();
        for (id, origin) in &self.0 {
            files.entry(&origin.path).or_default().insert(origin.offset, *id);
        }
        files
    }
}
