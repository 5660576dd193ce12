//! What rules find, as data. The words for it are chosen where it is shown.

use crate::exact::Date;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A reference leads nowhere: the last number there is.
    Dangling {
        /// The reference.
        reference: String,
        /// The last number of the row in which the target should be.
        last: String,
    },
    /// A provision names itself as its source.
    RefersToItself {
        /// The reference.
        reference: String,
    },
    /// The target of a reference has another number now.
    Stale {
        /// The reference.
        reference: String,
        /// The number that the target has now.
        now: String,
    },
    /// Numbers are missing before this one.
    Gap {
        /// The number before.
        before: String,
        /// The number that follows.
        after: String,
    },
    /// A number was given twice.
    NumberAgain {
        /// The number.
        number: String,
    },
    /// A number comes after a higher one.
    NumberBack {
        /// The number before.
        before: String,
        /// This number.
        number: String,
    },
    /// The same words stand elsewhere too.
    SameText {
        /// The place of the other provision in the draft.
        other: usize,
    },
    /// A bracket was opened and never closed.
    NeverClosed,
    /// A bracket was closed and never opened.
    NeverOpened,
    /// Something is still to be filled in.
    Placeholder {
        /// What stands there.
        words: String,
    },
    /// A wording that nobody is said to propose.
    NoOwner {
        /// Its label: "Option 2".
        label: String,
    },
    /// A bracket decides whether something binds.
    ForceOpen {
        /// What stands in brackets.
        words: String,
        /// Whether it is a "not".
        is_negation: bool,
    },
    /// A term that nothing in the text defines.
    Undefined {
        /// The term.
        term: String,
        /// How often it is used.
        uses: usize,
    },
    /// A definition that nothing uses.
    Unused {
        /// The term.
        term: String,
    },
    /// A term that is defined twice.
    DefinedTwice {
        /// The term.
        term: String,
        /// The place of the first definition in the draft.
        first: usize,
    },
    /// Two names for what seems to be one thing.
    TwoNames {
        /// The name that is used less.
        rare: String,
        /// The name that is used more.
        common: String,
    },
    /// Words and figures differ.
    Differ {
        /// In words.
        words: String,
        /// In figures.
        figures: String,
    },
    /// A day that no calendar has, or a year that cannot be meant.
    NoSuchDay {
        /// The day.
        date: Date,
        /// As it is written.
        written: String,
    },
    /// Words that were found: which, and what they make unclear is the rule's business.
    Words {
        /// As they stand.
        words: String,
    },
    /// Words that were found, and what they are about.
    WordsOf {
        /// As they stand.
        words: String,
        /// What they are about, or what they stand beside.
        of: String,
    },
    /// Something that should stand beside these words is missing.
    Lacks {
        /// The words.
        words: String,
        /// What is missing.
        lacks: Vec<Lack>,
    },
    /// The text as a whole lacks something.
    WholeLacks {
        /// What is missing.
        lacks: Vec<Lack>,
    },
    /// Two points say different things about one consequence.
    Conflict {
        /// The consequence, as this point words it.
        words: String,
        /// The place of the other point in the draft.
        other: usize,
    },
    /// A sentence is long.
    Long {
        /// Its words.
        words: usize,
    },
    /// A character that cannot be seen, or that looks like another.
    Hidden {
        /// Its code point: "U+202E".
        code: String,
        /// Whether it is a letter that looks like another.
        is_lookalike: bool,
    },
}

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// Who does it.
    Actor,
    /// By when.
    Deadline,
    /// Against what, or of what.
    Content,
    /// On which event.
    Trigger,
    /// Who decides that it has happened.
    Decider,
    /// A list of what is meant.
    List,
    /// Who verifies it.
    Monitor,
    /// How it is verified.
    Method,
    /// Where.
    Place,
    /// What comes first.
    Order,
    /// From when it is counted.
    Start,
    /// How disputes are settled.
    Disputes,
    /// When it enters into force.
    EntryIntoForce,
    /// How it is amended.
    Amendment,
    /// How one withdraws, or how long it lasts.
    Withdrawal,
    /// Which languages are authentic.
    Languages,
    /// That the gravest crimes are left out.
    GraveCrimes,
    /// By whom.
    ByWhom,
    /// Whether the items all apply or one of them.
    AndOr,
    /// Whose currency.
    Currency,
}
