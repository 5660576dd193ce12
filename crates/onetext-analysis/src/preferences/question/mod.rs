//! The next question: the comparison whose answer, whichever it is, leaves a party's greatest regret smallest.
//!
//! Some packages are up: the draft, say, and what possible trades lead to. If one of them were taken for a party without
//! asking, it might regret that another was not: at most by its *greatest regret* over all consistent utility functions. The
//! package whose greatest regret is least is the safest; how much even that may be regretted is what not knowing costs
//! (Boutilier, Patrascu, Poupart & Schuurmans 2006, in whose "current solution" spirit questions about the safest
//! package and its worst rival are looked at first).
//!
//! A question is a comparison of two swings: is it worth more to move this issue from here to there, or that one? Orders
//! within issues certify no trade; swings across issues do. Only where no swing across issues is of use and the order within
//! an issue is open is that asked instead. The question whose worse answer leaves less regret is the better one; among equals,
//! the one that leaves less regret over both answers; then, because one answer alone often cannot lower the greatest regret,
//! the one that leaves less *undecided*: for each two packages, the regret of the safer one of them, summed.
//!
//! Each party has a question of its own, from its own regret on its own scale. Regrets of two parties are never compared.
//!
//! ```
//! use onetext_analysis::preferences::question::{Asked, question_for_party};
//! use onetext_analysis::preferences::{Consistent, Said, Source, Statement};
//! use onetext_analysis::{Budget, Issue, IssueIndex, OptionIndex, Package, PartyIndex, Space};
//! let space = Space::new(vec![Issue::listed("Water", &["low", "high"]), Issue::listed("Debt", &["now", "later"])])?;
//! let rises = |issue| Statement {
//!     source: Source(1),
//!     said: Said::Order { issue: IssueIndex(issue), classes: vec![vec![OptionIndex(1)], vec![OptionIndex(0)]] },
//! };
//! let known = Consistent::new(&space, vec![rises(0), rises(1)], &Budget::unlimited())?.expect("no clash");
//! let packages = [Package::of(&[1, 0]), Package::of(&[0, 1])];
//! let next = question_for_party(PartyIndex(0), &known, &packages, &Budget::unlimited())?.0;
//! let question = next.question.expect("more water or a later debt: not known yet");
//! assert!(matches!(question.asked, Asked::Swings(water, debt) if water.issue < debt.issue));
//! assert!(!next.now.greatest.is_zero() && question.if_first.greatest.is_zero() && question.if_second.greatest.is_zero());
//! # Ok::<(), onetext_analysis::Error>(())
//! ```

mod rivals;

pub use rivals::RegretLeft;

use std::collections::BTreeMap;

use rivals::{Rivals, rivals};

use super::{Bound, Consistent, Level, Said, Source, Standing, Statement, Worth};
use crate::linear::Number;
use crate::{Budget, Choice, Error, IssueIndex, OptionIndex, Package, PartyIndex, Stopped};

/// Packages that are up: every two of them are compared for every answer, and more than twenty nobody weighs at a time.
pub const PACKAGES_MAX: usize = 20;
/// Questions looked at for one party: each costs two preparations of everything that is known.
pub const QUESTIONS_MAX: usize = 200;

/// Swings of which two at a time are compared: those in which the safest package and its worst rival differ come first.
pub const SWINGS_MAX: usize = 100;

/// A question computed from what the asked party may see: it may be shown to that party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForParty(pub NextQuestion);

/// A question computed from what only the mediator may see: which question it is may tell what others said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForMediator(pub NextQuestion);

/// What to ask a party next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextQuestion {
    /// Who would be asked.
    pub party: PartyIndex,
    /// How much is known of it.
    pub level: Level,
    /// As things stand.
    pub now: RegretLeft,
    /// The question; none where none that was looked at would lower anything.
    pub question: Option<Question>,
    /// How many questions were looked at; those whose answer is known already are not among them.
    pub looked_at: usize,
    /// How many more comparisons there were, beyond the limits or the budget; of some the answer may be known already.
    pub left_out: usize,
    /// What stopped the search, if something did.
    pub stopped: Option<Stopped>,
}

/// A question and what each answer leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub asked: Asked,
    /// If the first is worth at least as much.
    pub if_first: RegretLeft,
    /// If the second is.
    pub if_second: RegretLeft,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Which of two swings of different issues is worth more.
    Swings(Swing, Swing),
    /// Which of two options of one issue is worth more.
    Options(IssueIndex, OptionIndex, OptionIndex),
}

/// An issue moved from one option to another. Of swings that are asked about it is known that they lose nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Swing {
    /// The issue.
    pub issue: IssueIndex,
    /// From this option
    pub from: OptionIndex,
    /// to this one.
    pub to: OptionIndex,
}

/// What to ask a party next, from what it may see itself: `seen` and `packages` must have been made of its own statements and
/// of what is shared with it, nothing else. Then the question tells it nothing of others.
pub fn question_for_party(
    party: PartyIndex,
    seen: &Consistent,
    packages: &[Package],
    budget: &Budget<'_>,
) -> Result<ForParty, Error> {
    next_question(party, seen, packages, budget).map(ForParty)
}

/// What to ask each party next, from everything that the mediator may see; in the order of the parties.
pub fn questions_for_mediator(
    parties: &[Consistent],
    packages: &[Package],
    budget: &Budget<'_>,
) -> Result<Vec<ForMediator>, Error> {
    let each = (0..).map(PartyIndex).zip(parties);
    each.map(|(party, known)| next_question(party, known, packages, budget).map(ForMediator)).collect()
}

fn next_question(
    party: PartyIndex,
    known: &Consistent,
    packages: &[Package],
    budget: &Budget<'_>,
) -> Result<NextQuestion, Error> {
    if packages.len() > PACKAGES_MAX {
        let (what, found) = ("packages compared", packages.len());
        return Err(Error::TooMany { what, found, limit: PACKAGES_MAX });
    }
    packages.iter().try_for_each(|package| super::statement::check_package(known.space(), package))?;
    let now = rivals(known, packages, None, budget)?;
    let mut search = Search { known, packages, now: &now, budget, best: None, looked_at: 0, left_out: 0 };
    let stopped = match search.look() {
        Ok(()) => None,
        Err(Error::Stopped(stopped)) => Some(stopped),
        Err(error) => return Err(error),
    };
    Ok(NextQuestion {
        party,
        level: known.level(),
        question: search.best.map(|(_, question)| question),
        looked_at: search.looked_at,
        left_out: search.left_out,
        stopped,
        now: now.left(),
    })
}

/// How much a question leaves, least first: by its worse answer, by both, and what stays undecided likewise.
type Left = [Number; 4];

struct Search<'a> {
    known: &'a Consistent,
    packages: &'a [Package],
    now: &'a Rivals,
    budget: &'a Budget<'a>,
    best: Option<(Left, Question)>,
    looked_at: usize,
    left_out: usize,
}

impl Search<'_> {
    fn look(&mut self) -> Result<(), Error> {
        let (mut swings, open) = self.swings()?;
        let contested = self.contested();
        swings.sort_by_key(|swing| !contested.contains(swing) && !contested.contains(&swing.back()));
        let all = pairs_across(&swings);
        swings.truncate(SWINGS_MAX);
        self.left_out += all - pairs_across(&swings);
        let mut across = Vec::new();
        for (place, first) in swings.iter().enumerate() {
            let others = swings[place + 1..].iter().filter(|second| second.issue != first.issue);
            across.extend(others.map(|second| Asked::Swings(*first.min(second), *first.max(second))));
        }
        self.look_at(&across)?;
        if self.best.is_none() { self.look_at(&open) } else { Ok(()) }
    }

    /// The moves between options of the packages that lose nothing for certain; and the pairs of options of which it is not
    /// known which is worth more.
    fn swings(&self) -> Result<(Vec<Swing>, Vec<Asked>), Error> {
        let (mut swings, mut open) = (Vec::new(), Vec::new());
        for issue in self.known.space().indices() {
            let mut options: Vec<OptionIndex> =
                self.packages.iter().map(|package| package.0[issue.at()]).collect();
            options.sort_unstable();
            options.dedup();
            for (place, &a) in options.iter().enumerate() {
                for &b in &options[place + 1..] {
                    let [up, down] = [[a, b], [b, a]].map(|[from, to]| Swing { issue, from, to });
                    match (self.loses_nothing(up)?, self.loses_nothing(down)?) {
                        // Worth the same for certain: nothing to ask.
                        (true, true) => {}
                        (true, false) => swings.push(up),
                        (false, true) => swings.push(down),
                        (false, false) => open.push(Asked::Options(issue, a, b)),
                    }
                }
            }
        }
        Ok((swings, open))
    }

    fn loses_nothing(&self, swing: Swing) -> Result<bool, Stopped> {
        Ok(!is_below_zero(&self.known.minimum(&swing.worth(), self.budget)?))
    }

    /// Where the safest package and its worst rival differ.
    fn contested(&self) -> Vec<Swing> {
        let Some((safest, rival)) = self.now.safest_and_rival() else { return Vec::new() };
        let both = self.packages[safest].choices().zip(&self.packages[rival].0);
        both.filter(|(choice, other)| choice.option != **other)
            .map(|(choice, other)| Swing { issue: choice.issue, from: choice.option, to: *other })
            .collect()
    }

    fn look_at(&mut self, questions: &[Asked]) -> Result<(), Error> {
        for (place, asked) in questions.iter().enumerate() {
            let is_full = self.looked_at == QUESTIONS_MAX;
            let looked = if is_full { Ok(()) } else { self.look_at_one(*asked) };
            if is_full || looked.is_err() {
                self.left_out += questions.len() - place;
                return looked;
            }
        }
        Ok(())
    }

    /// Takes the question if it is the best so far.
    fn look_at_one(&mut self, asked: Asked) -> Result<(), Error> {
        let worth = asked.worth();
        let below = worth.times(&Number::whole(-1));
        let is_open = is_below_zero(&self.known.minimum(&worth, self.budget)?)
            && is_below_zero(&self.known.minimum(&below, self.budget)?);
        if !is_open {
            return Ok(());
        }
        let Some(if_first) = self.after(asked.sides(), &worth)? else { return Ok(()) };
        self.looked_at += 1;
        if self.best.as_ref().is_some_and(|(left, _)| if_first.greatest > left[0]) {
            return Ok(());
        }
        let (first, second) = asked.sides();
        let Some(if_second) = self.after((second, first), &below)? else { return Ok(()) };
        let left = left(&if_first, &if_second);
        let now = self.now.left();
        if left < self.best.as_ref().map_or_else(|| self::left(&now, &now), |(left, _)| left.clone()) {
            self.best = Some((left, Question { asked, if_first, if_second }));
        }
        Ok(())
    }

    /// What is left once the first is known to be worth at least the second; none where that contradicts what is known.
    fn after(&self, sides: (Vec<Choice>, Vec<Choice>), worth: &Worth) -> Result<Option<RegretLeft>, Error> {
        let (first, second) = sides;
        let said = Said::Compared { first, relation: Standing::AtLeast, second };
        let mut statements = self.known.statements().to_vec();
        statements.push(Statement { source: Source(u32::MAX), said });
        let Ok(known) = Consistent::new(self.known.space(), statements, self.budget)? else {
            return Ok(None);
        };
        Ok(Some(rivals(&known, self.packages, Some((self.now, worth)), self.budget)?.left()))
    }
}

/// How many pairs of swings of different issues there are.
fn pairs_across(swings: &[Swing]) -> usize {
    let mut of_issue: BTreeMap<IssueIndex, usize> = BTreeMap::new();
    for swing in swings {
        *of_issue.entry(swing.issue).or_default() += 1;
    }
    let within: usize = of_issue.values().map(|count| count * count).sum();
    (swings.len() * swings.len() - within) / 2
}

fn left(first: &RegretLeft, second: &RegretLeft) -> Left {
    let worse = |a: &Number, b: &Number| a.max(b).clone();
    [
        worse(&first.greatest, &second.greatest),
        &first.greatest + &second.greatest,
        worse(&first.undecided, &second.undecided),
        &first.undecided + &second.undecided,
    ]
}

fn is_below_zero(bound: &Bound) -> bool {
    match bound {
        Bound::At(least) => least.value.is_negative(),
        Bound::Endless => true,
    }
}

impl Swing {
    fn back(self) -> Self {
        Swing { issue: self.issue, from: self.to, to: self.from }
    }

    fn worth(self) -> Worth {
        let option = |option| Worth::choices([Choice { issue: self.issue, option }]);
        option(self.to).less(&option(self.from))
    }
}

impl Asked {
    /// The options on either side, all else equal.
    fn sides(self) -> (Vec<Choice>, Vec<Choice>) {
        let choice = |issue, option| Choice { issue, option };
        match self {
            Asked::Swings(a, b) => (
                vec![choice(a.issue, a.to), choice(b.issue, b.from)],
                vec![choice(a.issue, a.from), choice(b.issue, b.to)],
            ),
            Asked::Options(issue, first, second) => (vec![choice(issue, first)], vec![choice(issue, second)]),
        }
    }

    /// What the first is worth more than the second.
    fn worth(self) -> Worth {
        let (first, second) = self.sides();
        Worth::choices(first).less(&Worth::choices(second))
    }
}
