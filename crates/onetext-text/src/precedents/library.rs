//! A library of precedents: what was imported from several files, put together, with the index by which it is searched.
//!
//! It lies on the user's disk and is read anew each time; onetext ships none.

use std::collections::BTreeMap;

use super::agreement::{Agreement, AgreementKey, Passage};
use super::index::Index;
use super::remarks::Remark;

/// What one file gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Agreements, known by their keys.
    pub agreements: Vec<Agreement>,
    /// Pieces of their wording.
    pub passages: Vec<Passage>,
    /// What is remarked of the file.
    pub remarks: Vec<Remark>,
}

/// Agreements and their wording, ready to be searched.
#[derive(Clone, Debug, Default)]
pub struct Library {
    agreements: Vec<Agreement>,
    passages: Vec<Passage>,
    /// For each passage its agreement's place.
    pub(super) homes: Vec<usize>,
    pub(super) index: Index,
}

impl Library {
    /// Puts together what several files gave. An agreement that two files tell of is one: what the first says stays, the
    /// others fill its gaps. A passage without an agreement is left out.
    ///
    /// ```
    /// use onetext_text::precedents::{Library, read_segments};
    /// let line = r#"{"pax_id":"7","agreement":"Accord","segment":"3","text":"A referendum shall be held."}"#;
    /// let library = Library::of([read_segments(line.as_bytes(), "provisions.jsonl").unwrap()]);
    /// assert_eq!((library.agreements().len(), library.passages().len()), (1, 1));
    /// ```
    pub fn of(imported: impl IntoIterator<Item = Imported>) -> Library {
        let mut by_key: BTreeMap<AgreementKey, Agreement> = BTreeMap::new();
        let mut all = Vec::new();
        for one in imported {
            for agreement in one.agreements {
                match by_key.get_mut(&agreement.key) {
                    Some(known) => known.learn(agreement),
                    None => drop(by_key.insert(agreement.key.clone(), agreement)),
                }
            }
            all.extend(one.passages);
        }
        let places: BTreeMap<&AgreementKey, usize> = by_key.keys().zip(0..).collect();
        let (passages, homes): (Vec<Passage>, Vec<usize>) = all
            .into_iter()
            .filter_map(|passage| places.get(&passage.of).copied().map(|home| (passage, home)))
            .unzip();
        let agreements: Vec<Agreement> = by_key.into_values().collect();
        let index = Index::of(&agreements, &passages);
        Library { agreements, passages, homes, index }
    }

    /// Its agreements, by their keys.
    pub fn agreements(&self) -> &[Agreement] {
        &self.agreements
    }

    /// Its passages, in the order of their files.
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }
}
