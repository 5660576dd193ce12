//! The one shape for everything that the program remarks: where, how grave, whom it concerns, and why, as data.
//! Sentences are made at the edge.

use crate::{Audience, EntryId, Kind};

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// Where in the files, if it came from files.
    pub place: Option<Place>,
    /// The entry that it is about.
    pub entry: Option<EntryId>,
    /// Who may be told: those who may see what it is about.
    pub audience: Audience,
    /// Why.
    pub reason: Reason,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably not meant.
    Warning,
    /// The entry or file is left out until it is mended.
    Error,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path inside the case folder, with `/`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The line's text.
    pub excerpt: String,
}

/// Why a remark is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file is no TOML or no draft; the parser's own words.
    Unreadable(String),
    /// The file is not UTF-8.
    NotUtf8,
    /// More of something than a case may hold.
    TooMuch {
        /// Of what.
        what: &'static str,
        /// How many.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// The file format is newer than this program.
    NewerFormat {
        /// The version of the folder.
        found: u32,
        /// The newest that this program reads.
        known: u32,
    },
    /// The case has no settings.
    NoSettings(String),
    /// A table that is no kind of entry.
    UnknownKind {
        /// As it was written.
        word: String,
        /// The known word that looks most like it.
        nearest: Option<String>,
    },
    /// A key that the kind does not have.
    UnknownKey {
        /// As it was written.
        key: String,
        /// The known key that looks most like it.
        nearest: Option<String>,
        /// All keys of the kind.
        known: Vec<String>,
    },
    /// A value of the wrong form: an impossible date, a word that is not on the list, a missing key.
    WrongValue(String),
    /// A folder under `private/` that names no compartment.
    UnknownPlace(String),
    /// A place is locked; its entries are absent.
    Locked(String),
    /// Private places are not kept out of git.
    NotIgnored,
    /// A reference that does not hold for everybody who may see the entry.
    Reference {
        /// The id or label as it was read.
        reference: EntryId,
        /// The reference as it was written, once its place is known.
        written: Option<String>,
        /// The kinds of entry that it may name; empty: any.
        wanted: &'static [Kind],
        /// What is wrong with it.
        fault: Fault,
    },
    /// Two entries with one id and different content.
    SameId,
    /// The same entry stands twice.
    SameEntry,
    /// Two entries of one compartment with one label.
    SameLabel(String),
    /// A compartment declared in a private file.
    PrivateCompartment,
    /// A period that ends before it begins.
    ReversedPeriod,
    /// An entry that became known before what it refers to; it is shown from the later date on.
    KnownBeforeItsTerms,
    /// It replaces itself, or something that goes back to itself.
    ReplacesItself,
    /// It replaces an entry of another kind.
    ReplacesOtherKind(Kind),
    /// Two entries replace the same one; the later stands.
    ReplacedTwice {
        /// The one that stands.
        by: EntryId,
        /// The one that does not.
        and: EntryId,
    },
    /// Two persons hold one office, or one person two authorities, at the same time.
    OverlappingMandates {
        /// One mandate.
        first: EntryId,
        /// The other.
        second: EntryId,
    },
    /// A state that the case's preset does not have.
    UnknownState {
        /// As it was written.
        state: String,
        /// The words of the preset.
        preset: Vec<&'static str>,
    },
    /// A point went back a state and no reason is given.
    ReopenedWithoutReason,
    /// An option's value lies outside the range or between its steps.
    OutsideRange {
        /// The option's value.
        value: String,
        /// The smallest value of the issue.
        from: String,
        /// The largest.
        to: String,
        /// The distance between neighbours.
        step: String,
    },
    /// A position, claim or contact with no source.
    NoSource,
    /// A position attributed or inferred with no word by whom.
    ByWhom,
    /// A claim names a speaker though its contact was held under the Chatham House Rule.
    NamedUnderRule,
    /// So few delegations were in the room that "a participant" tells who it was.
    FewInTheRoom {
        /// How many parties took part.
        delegations: usize,
    },
    /// An option that excludes and requires the same option, or itself.
    Contradiction {
        /// The other option, or itself.
        option: EntryId,
    },
}

/// What is wrong with a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing that the whole audience may see bears that name.
    Dangling {
        /// The name that looks most like it, among those that the whole audience may see.
        nearest: Option<String>,
    },
    /// Part of the entry's audience may not see the target. Told only to those who may see the target; to all
    /// others the reference dangles ([`View::told`](crate::View::told)).
    TooPrivate {
        /// Who may see what bears that name.
        target_audience: Audience,
        /// As for [`Fault::Dangling`].
        nearest: Option<String>,
    },
    /// More than one entry bears that label.
    Ambiguous {
        /// They.
        candidates: Vec<EntryId>,
    },
    /// It names an entry of another kind.
    WrongKind {
        /// The kind of the target.
        found: Kind,
    },
    /// It names an entry that was itself left out.
    LeftOut,
}

impl Fault {
    /// The rule's name.
    fn rule(&self) -> &'static str {
        match self {
            Fault::Dangling { .. } => "dangling-reference",
            Fault::TooPrivate { .. } => "too-private-reference",
            Fault::Ambiguous { .. } => "ambiguous-reference",
            Fault::WrongKind { .. } => "wrong-kind-of-reference",
            Fault::LeftOut => "reference-to-left-out-entry",
        }
    }
}

impl Finding {
    /// A finding about an entry.
    pub fn about(entry: &crate::Entry, severity: Severity, reason: Reason) -> Self {
        Finding { severity, place: None, entry: Some(entry.id), audience: entry.audience.clone(), reason }
    }
}

impl Reason {
    /// The rule's name: reads well after the word "allow".
    pub fn rule(&self) -> &'static str {
        match self {
            Reason::Unreadable(_) => "unreadable-file",
            Reason::NotUtf8 => "not-utf-8",
            Reason::TooMuch { .. } => "too-much",
            Reason::NewerFormat { .. } => "newer-format",
            Reason::NoSettings(_) => "no-settings",
            Reason::UnknownKind { .. } => "unknown-kind",
            Reason::UnknownKey { .. } => "unknown-key",
            Reason::WrongValue(_) => "wrong-value",
            Reason::UnknownPlace(_) => "unknown-place",
            Reason::Locked(_) => "locked-place",
            Reason::NotIgnored => "private-not-ignored",
            Reason::Reference { fault, .. } => fault.rule(),
            Reason::SameId => "same-id",
            Reason::SameEntry => "same-entry-twice",
            Reason::SameLabel(_) => "same-label",
            Reason::PrivateCompartment => "private-compartment",
            Reason::ReversedPeriod => "reversed-period",
            Reason::KnownBeforeItsTerms => "known-before-its-terms",
            Reason::ReplacesItself => "replaces-itself",
            Reason::ReplacesOtherKind(_) => "replaces-other-kind",
            Reason::ReplacedTwice { .. } => "replaced-twice",
            Reason::OverlappingMandates { .. } => "overlapping-mandates",
            Reason::UnknownState { .. } => "unknown-state",
            Reason::ReopenedWithoutReason => "reopened-without-reason",
            Reason::OutsideRange { .. } => "outside-range",
            Reason::NoSource => "no-source",
            Reason::ByWhom => "attributed-by-nobody",
            Reason::NamedUnderRule => "named-under-chatham-house-rule",
            Reason::FewInTheRoom { .. } => "few-in-the-room",
            Reason::Contradiction { .. } => "contradictory-option",
        }
    }
}
