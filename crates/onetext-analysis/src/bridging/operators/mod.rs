//! Typed operators: what can be built from options that already exist, with every precondition looked at. One file for each
//! operator; the table below registers it.
//!
//! What comes out are ideas for a person to judge. They are in the order of the operators and of what they are built from,
//! never ranked, and no party's view of them is guessed: a party has a view of an idea when it has said so.
//!
//! ```
//! use onetext_analysis::bridging::operators::{Material, Operator, Origin, Shelf, State, ideas};
//! use onetext_analysis::{Issue, IssueIndex, PartyIndex, Space};
//! let space = Space::new(vec![Issue::listed("Chair", &["Delta", "Upland"])])?;
//! let material = |party| Material {
//!     issue: IssueIndex(0),
//!     option: None,
//!     origin: Origin::Draft,
//!     accepted_by: [PartyIndex(party)].into(),
//!     can_end: Some(true),
//!     divisible: Some(false),
//! };
//! let shelf = Shelf { materials: vec![material(0), material(1)], ..Shelf::default() };
//! let found = ideas(&space, IssueIndex(0), &shelf)?;
//! let rotation = found.ideas.iter().find(|idea| idea.operator == Operator::Rotate).expect("a chair can rotate");
//! assert!(rotation.preconditions.iter().all(|checked| checked.state == State::Met));
//! assert!(found.ideas.iter().all(|idea| idea.operator != Operator::Split), "a chair cannot be divided");
//! # Ok::<(), onetext_analysis::Error>(())
//! ```

mod contingent;
mod link;
mod phase;
mod reserve;
mod rotate;
mod shelf;
mod split;

pub use shelf::{Event, EventIndex, Expectation, Forecast, Material, MaterialIndex, Origin, Shelf};

use crate::{Error, IssueIndex, Space};

/// Ideas in one list: what is cut off is counted. A person who reads hundreds reads none.
pub const IDEAS_MAX: usize = 200;

/// How an idea is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operator {
    /// One option first, the other later.
    Phase,
    /// One option if an event happens, the other if it does not.
    Contingent,
    /// The matter divided: part under one option, part under the other, or a value between them.
    Split,
    /// The options in turns.
    Rotate,
    /// An option of this issue tied to one of another issue.
    Link,
    /// The issue left to later, everyone's position reserved.
    Reserve,
}

/// How each operator looks for ideas, in the order of [`Operator`].
const OPERATORS: [Find; 6] =
    [phase::find, contingent::find, split::find, rotate::find, link::find, reserve::find];

type Find = for<'a> fn(&'a Place<'a>) -> Found<'a>;
type Found<'a> = Box<dyn Iterator<Item = Idea> + 'a>;

/// What an operator looks at.
struct Place<'a> {
    space: &'a Space,
    issue: IssueIndex,
    shelf: &'a Shelf,
}

/// A candidate for a person to judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idea {
    /// How it is built.
    pub operator: Operator,
    /// From what; in the order that the operator gives a meaning to (first and then, if and if not), else by place.
    pub built_from: Vec<MaterialIndex>,
    /// The event on which it turns.
    pub event: Option<EventIndex>,
    /// What must be so for it to work.
    pub preconditions: Vec<Checked>,
    /// What it leaves to be settled.
    pub leaves_open: Vec<LeftOpen>,
}

/// A precondition and whether it is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What must be so.
    pub precondition: Precondition,
    /// Whether it is.
    pub state: State,
}

/// What must be so for an operator to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precondition {
    /// Different parties accept the two options: otherwise there is nothing to bridge.
    AcceptedByDifferentParties,
    /// The option can be in force for a time and then end.
    CanEnd(MaterialIndex),
    /// Parties have stated different expectations of the event.
    ForecastsDiffer(EventIndex),
    /// Whether the event has happened can be verified.
    Verifiable(EventIndex),
    /// The matter can be divided between the two options, or an option lies between them.
    Divisible,
    /// Each of the two options is accepted by a party that does not accept the other.
    EachGetsSomething,
    /// No dependency keeps the two options apart.
    StandTogether,
    /// No option of another issue requires one of this issue.
    NothingRequiresIt,
    /// The matter can wait.
    CanWait,
}

/// Whether a precondition is met, as far as was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is.
    Met,
    /// It is not.
    NotMet,
    /// Nobody has said.
    Unknown,
}

/// What an idea leaves to be settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOpen {
    /// When, or on what, the first gives way to the second.
    WhenItChanges,
    /// What holds if the change does not come about.
    IfItDoesNotChange,
    /// Who says whether the event has happened, and by when.
    WhoVerifies,
    /// How large the parts are, or which value between.
    Shares,
    /// Who begins.
    WhoBegins,
    /// How long a turn is.
    LengthOfTurns,
    /// Which is performed first.
    OrderOfPerformance,
    /// What becomes of one if the other is not performed.
    IfOneFails,
    /// What holds meanwhile.
    Meanwhile,
    /// When, where and by whom it is taken up again.
    WhenTakenUp,
}

/// What the operators found for an issue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ideas {
    /// Ideas without a precondition that is known not to be met.
    pub ideas: Vec<Idea>,
    /// Those with one, so that the reason can be read.
    pub set_aside: Vec<Idea>,
    /// How many further ones were found and are in neither list.
    pub cut: usize,
}

/// What can be built for an issue from what is on the shelf. An option on the shelf that names an issue or option outside the
/// space is an error; so are a forecast and an idea on an event that is not there.
pub fn ideas(space: &Space, issue: IssueIndex, shelf: &Shelf) -> Result<Ideas, Error> {
    shelf.check(space, issue)?;
    let place = Place { space, issue, shelf };
    let mut result = Ideas::default();
    for idea in OPERATORS.iter().flat_map(|find| find(&place)) {
        let list = if idea.preconditions.iter().any(|checked| checked.state == State::NotMet) {
            &mut result.set_aside
        } else {
            &mut result.ideas
        };
        if list.len() < IDEAS_MAX {
            list.push(idea);
        } else {
            result.cut += 1;
        }
    }
    Ok(result)
}

impl Precondition {
    fn is(self, state: State) -> Checked {
        Checked { precondition: self, state }
    }
}

impl State {
    /// What was stated, if it was.
    fn stated(stated: Option<bool>) -> State {
        match stated {
            Some(true) => State::Met,
            Some(false) => State::NotMet,
            None => State::Unknown,
        }
    }
}
