//! What was told to whom: releases with their terms, where they came from, and withdrawals.

use super::{facts, words};
use crate::{ActorId, AnyId, ContactId, ReleaseId, SubjectId};

facts! {
    /// Something told to somebody: a new entry for the receiver, in the words used. Never widens an old entry.
    pub struct Release {
        /// To whom.
        pub to: ActorId,
        /// By whom.
        pub told_by: Option<ActorId>,
        /// The form of words actually used.
        pub words: String,
        /// On which terms.
        pub terms: Terms,
        /// In which contact.
        pub contact: Option<ContactId>,
        /// On what.
        pub on: Option<SubjectId>,
    }

    /// Which entry a release came from. The mediator's alone.
    pub struct Origin {
        /// The release.
        pub release: ReleaseId,
        /// The entry that it passes on.
        pub entry: AnyId,
    }

    /// An entry is taken back from this entry's `known_at` on.
    pub struct Withdrawal {
        /// The entry.
        pub of: AnyId,
        /// Why.
        pub reason: Option<String>,
    }
}

words! {
    /// On which terms something may be passed on.
    pub enum Terms {
        /// May be passed on.
        Free = "may be passed on",
        /// The one who said it must be asked first.
        AskFirst = "ask first",
        /// Not to be passed on.
        Never = "not to be passed on",
    }
}
