//! An entry: one attributed fact, with its audience and its three times.

use serde::{Deserialize, Serialize};

use crate::{Audience, EntryId, Fact, Kind, Label, Moment, Period, Refer, SourceId};

/// One attributed fact of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its name, and the name of whatever it introduces.
    pub id: EntryId,
    /// The word by which people refer to it; unique within its compartment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Who may see it.
    pub audience: Audience,
    /// When it holds, took place or is scheduled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Period>,
    /// When it was said, done or announced; where that is unknown, when it was published.
    pub known_at: Moment,
    /// When it was put on file.
    pub recorded_at: Moment,
    /// Earlier entries of the same kind that it replaces, from its `known_at` on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supersedes: Vec<EntryId>,
    /// What it rests on. A source may have become known later than what it tells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// Why it is an assumption and no evidence; absent for evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assumed: Option<String>,
    /// What it says.
    pub fact: Fact,
}

impl Entry {
    /// Visits the references without which the entry makes no sense: all but its sources.
    pub(crate) fn refer_structure(&mut self, visit: &mut dyn FnMut(&'static [Kind], &mut EntryId)) {
        self.audience.refer(visit);
        for earlier in &mut self.supersedes {
            visit(&[], earlier);
        }
        self.fact.refer(visit);
    }

    /// Visits every reference.
    pub fn refer_all(&mut self, visit: &mut dyn FnMut(&'static [Kind], &mut EntryId)) {
        self.refer_structure(visit);
        self.sources.refer(visit);
    }
}
