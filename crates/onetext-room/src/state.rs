//! The case as the room holds it now: one admitted case that is replaced as a whole when something was entered.
//! Who may see what of it is decided by `View::of` alone.

use std::collections::HashMap;

use jiff::Timestamp;
use onetext_model::{AsOf, Case, Day, Entry, EntryId, Finding, Log, View, Viewer};
use sha2::{Digest, Sha256};

use crate::keeping::Kept;
use crate::who::Who;

/// The case at one moment of the room's life.
#[derive(Debug)]
pub struct State {
    /// The admitted case.
    pub case: Case,
    /// What was found while reading and admitting.
    pub findings: Vec<Finding>,
    /// Who entered what.
    pub entered: HashMap<EntryId, Who>,
    /// Counts the states of this process; never shown to anybody.
    pub turn: u64,
}

/// The digest of what a viewer may know: equal for two states between which nothing changed for that viewer.
pub type Stamp = [u8; 32];

impl State {
    /// The case as it was read.
    pub fn new(kept: Kept, turn: u64) -> State {
        let (case, mut findings) = Case::new(kept.log);
        findings.extend(kept.findings);
        State { case, findings, entered: kept.entered, turn }
    }

    /// Everything that is in the case: for putting it together anew, never for showing.
    pub fn everything(&self) -> View<'_> {
        View::of(&self.case, Viewer::Keeper, AsOf::today(Day::MAX))
    }

    /// The case with more entries. Those that cannot be admitted are left out of it, each with its finding.
    #[must_use]
    pub fn with(&self, more: &[(Entry, Who)]) -> State {
        let everything = self.everything();
        let present = everything.entries().iter().map(|entry| (*entry).clone());
        let entries = present.chain(more.iter().map(|(entry, _)| entry.clone())).collect();
        let (case, findings) = Case::new(Log { settings: self.case.settings().clone(), entries });
        let mut entered = self.entered.clone();
        entered.extend(more.iter().map(|(entry, who)| (entry.id, *who)));
        State { case, findings, entered, turn: self.turn + 1 }
    }

    /// The day in the case's time zone. A case that was kept up to a day is seen from that day.
    pub fn today(&self, now: Timestamp) -> Day {
        let settings = self.case.settings();
        let Some(zone) = settings.zone() else { return now.to_zoned(jiff::tz::TimeZone::UTC).date() };
        let frozen = settings.frozen.map(|moment| moment.day(&zone));
        let today = now.to_zoned(zone).date();
        frozen.map_or(today, |frozen| frozen.min(today))
    }
}

/// The digest of a view: its viewer, its day, and the entries in it. An entry never changes under its id.
pub fn stamp(view: &View<'_>) -> Stamp {
    let mut digest = Sha256::new();
    digest.update(format!("{:?} {:?} {:?}\n", view.viewer(), view.at(), view.settings()));
    for entry in view.entries() {
        digest.update(entry.id.to_string());
    }
    digest.finalize().into()
}
