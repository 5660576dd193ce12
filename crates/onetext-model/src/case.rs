//! The case: settings and admitted entries. Admission resolves labels and refuses references that dangle or
//! reach into a compartment that part of the entry's audience may not see.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::{
    Audience, CompartmentId, Entry, EntryId, Finding, Kind, Moment, Refer, Severity, StatusPreset, Terms,
    admission,
};

/// Positions older than this are hatched, unless the case says otherwise.
pub const STALE_AFTER_DAYS: u32 = 45;

/// What is said once for the whole case. Public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The name of the talks.
    pub title: String,
    /// IANA name of the zone in which days begin and end.
    pub time_zone: String,
    /// BCP 47 tag of the language of the case's own words.
    #[serde(default = "english")]
    pub language: String,
    /// Invented, and labelled so on every screen.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub invented: bool,
    /// Lines for the head of every document: what the case rests on, how to send corrections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<String>,
    /// The day up to which the case was kept; nothing later is in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frozen: Option<Moment>,
    /// The compartment whose view is shown when nobody else is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub viewer: Option<CompartmentId>,
    /// After how many days a position is hatched.
    #[serde(default = "stale_after_days", skip_serializing_if = "is_stale_default")]
    pub stale_after_days: u32,
    /// In which words the state of a point is given.
    #[serde(default, skip_serializing_if = "is_un")]
    pub status_preset: StatusPreset,
    /// What may be passed on unless an entry says otherwise: `ask-first`, or `free` (the UNCITRAL rule: the
    /// substance may be disclosed unless it was given in confidence).
    #[serde(default = "ask_first", skip_serializing_if = "is_ask_first")]
    pub release_regime: Terms,
    /// Of all that can be computed on settlements, only which stated demands cannot stand together is shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub conflicts_only: bool,
    /// A release needs a second person of the mediator's team.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub release_by_two: bool,
}

fn english() -> String {
    "en".to_owned()
}
fn stale_after_days() -> u32 {
    STALE_AFTER_DAYS
}
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_stale_default(days: &u32) -> bool {
    *days == STALE_AFTER_DAYS
}
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_un(preset: &StatusPreset) -> bool {
    *preset == StatusPreset::Un
}
fn ask_first() -> Terms {
    Terms::AskFirst
}
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_ask_first(terms: &Terms) -> bool {
    *terms == Terms::AskFirst
}

impl Settings {
    /// Settings with everything but the title and zone at its default.
    pub fn new(title: impl Into<String>, time_zone: impl Into<String>) -> Self {
        Settings {
            title: title.into(),
            time_zone: time_zone.into(),
            language: english(),
            invented: false,
            notices: Vec::new(),
            frozen: None,
            viewer: None,
            stale_after_days: STALE_AFTER_DAYS,
            status_preset: StatusPreset::Un,
            release_regime: Terms::AskFirst,
            conflicts_only: false,
            release_by_two: false,
        }
    }

    /// The zone, if the bundled tables have it.
    pub fn zone(&self) -> Option<TimeZone> {
        TimeZone::get(&self.time_zone).ok()
    }
}

impl Refer for Settings {
    fn refer(&mut self, visit: &mut dyn FnMut(&'static [Kind], &mut EntryId)) {
        self.viewer.refer(visit);
    }
}

/// A case as it is kept: settings and entries as they were written, references perhaps still by label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// The settings.
    pub settings: Settings,
    /// The entries, in any order.
    pub entries: Vec<Entry>,
}

/// One negotiation: admitted entries in the order in which they became known. It cannot be read but through a
/// [`View`](crate::View).
#[derive(Debug)]
pub struct Case {
    pub(crate) settings: Settings,
    pub(crate) zone: TimeZone,
    /// In the order of the fold: (`known_at`, id).
    pub(crate) entries: Vec<Entry>,
    /// What admission found out about each entry; apart from them, so that no entry is moved for it.
    pub(crate) admitted: Vec<Admitted>,
    /// The distinct audiences of the case.
    pub(crate) audiences: Vec<Audience>,
}

/// What admission found out about an entry.
#[derive(Debug)]
pub(crate) struct Admitted {
    /// Index into the case's audiences.
    pub(crate) audience: u32,
    /// Known from here on: its own `known_at` or that of the latest entry without which it makes no sense.
    pub(crate) known_from: Timestamp,
    /// Recorded from here on, likewise.
    pub(crate) recorded_from: Timestamp,
}

impl Case {
    /// Puts a case together. Entries that cannot be admitted are left out, each with a finding of severity
    /// [`Severity::Error`]; the log that they came from is not changed.
    pub fn new(log: Log) -> (Case, Vec<Finding>) {
        let zone = log.settings.zone().unwrap_or(TimeZone::UTC);
        admission::admit(log, zone)
    }

    /// Puts a case together only if nothing has to be left out: for what is about to be written.
    pub fn strict(log: Log) -> Result<Case, Vec<Finding>> {
        let (case, findings) = Case::new(log);
        let errors: Vec<Finding> = findings.into_iter().filter(|f| f.severity == Severity::Error).collect();
        if errors.is_empty() { Ok(case) } else { Err(errors) }
    }

    /// The audience of a place, by the labels of its compartments; none where one of them is not declared.
    pub fn audience_of(&self, labels: &[&str]) -> Option<Audience> {
        let named = |label: &str| {
            let bears = |entry: &&Entry| entry.label.as_ref().is_some_and(|own| own.as_str() == label);
            let is_circle = |entry: &&Entry| entry.fact.kind() == Kind::Compartment;
            self.entries.iter().filter(is_circle).find(bears).map(|entry| CompartmentId(entry.id))
        };
        labels.iter().map(|label| named(label)).collect::<Option<_>>().map(Audience::Only)
    }

    /// The settings, which are public.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
}
