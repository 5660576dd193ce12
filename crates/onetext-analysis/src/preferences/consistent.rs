//! All utility functions that are consistent with what a party said.

use std::collections::BTreeSet;
use std::fmt;

use super::ends::{End, Ends};
use super::lines::{Columns, Line, closed, with_gap};
use super::statement::STATEMENTS_MAX;
use super::{Clash, Level, Quantity, Said, Statement, StatementIndex, Worth};
use crate::linear::{Column, Form, Number, Region, RowIndex};
use crate::{Budget, Choice, Error, IssueIndex, OptionIndex, Package, Space, Stopped, Utility};

/// Numbers of the dictionary of one party, about: issues and options times statements. Keeps it within 100 MB.
pub const CELLS_MAX: usize = 12_000_000;

/// The utility functions, with their reservations, that are consistent with one party's statements; at least one.
#[derive(Clone)]
pub struct Consistent {
    pub(super) space: Space,
    pub(super) statements: Vec<Statement>,
    pub(super) columns: Columns,
    pub(super) lines: Vec<Line>,
    pub(super) ends: Vec<Ends>,
    /// The options of which a statement speaks, or that are certainly an end.
    pub(super) spoken_of: BTreeSet<Choice>,
    /// Whether some line is strict.
    pub(super) is_strict: bool,
    /// Before the ends that are not settled are chosen.
    pub(super) region: Region,
    pub(super) gapped: (Region, Form),
    /// One of them, once it is known.
    pub(super) example: Option<Completion>,
    level: Level,
}

/// One consistent utility function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// By issue and option, the weight included.
    pub values: Vec<Vec<Number>>,
    /// By issue: the value of its best option.
    pub weights: Vec<Number>,
    /// What the party has without a deal.
    pub reservation: Number,
}

/// The least or greatest value of a worth over all consistent functions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    /// There is one.
    At(Least),
    /// There is none: nothing bounds the reservation.
    Endless,
}

/// The least (or greatest) value over all consistent functions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Least {
    /// The value. Where statements are strict it may be one that is come as near to as one likes, and not reached.
    pub value: Number,
    /// A function at it; of strict statements it may meet only the bounds.
    pub at: Completion,
    /// Statements that suffice for there being nothing beyond it, whatever else holds.
    pub because: BTreeSet<StatementIndex>,
}

impl Consistent {
    /// All functions that are consistent with the statements; or statements that cannot stand together.
    ///
    /// ```
    /// use onetext_analysis::preferences::{Bound, Consistent, Said, Source, Statement, Worth};
    /// use onetext_analysis::{Budget, Issue, IssueIndex, OptionIndex, Package, Space, Utility};
    /// let space = Space::new(vec![Issue::listed("Cap", &["none", "800,000"]), Issue::listed("Monitor", &["yes", "no"])])?;
    /// let said = |source, said| Statement { source: Source(source), said };
    /// let order = |issue, best, worst| Said::Order {
    ///     issue: IssueIndex(issue),
    ///     classes: vec![vec![OptionIndex(best)], vec![OptionIndex(worst)]],
    /// };
    /// let heavy = Said::Weight { issue: IssueIndex(1), low: Utility::hundredths(60), high: Utility::hundredths(80) };
    /// let statements = vec![said(1, order(0, 0, 1)), said(2, order(1, 0, 1)), said(3, heavy)];
    /// let party = Consistent::new(&space, statements, &Budget::unlimited())?.expect("no clash");
    /// let monitored = Worth::package(&Package::of(&[1, 0]));
    /// let Bound::At(least) = party.minimum(&monitored, &Budget::unlimited())? else { panic!() };
    /// assert_eq!(least.value, Utility::hundredths(60).into());
    /// assert_eq!(party.sources(&least.because).len(), 2, "the order of the second issue, and its weight");
    /// # Ok::<(), onetext_analysis::Error>(())
    /// ```
    pub fn new(
        space: &Space,
        statements: Vec<Statement>,
        budget: &Budget<'_>,
    ) -> Result<Result<Self, Clash>, Error> {
        limit("statements of one party", statements.len(), STATEMENTS_MAX)?;
        statements.iter().try_for_each(|statement| statement.said.check(space))?;
        match Consistent::prepare(space, &statements, budget)? {
            Ok(consistent) => Ok(Ok(Consistent { statements, ..consistent })),
            Err(together) => Ok(Err(Clash::least(space, &statements, together, budget)?)),
        }
    }

    /// The same, or some statements that cannot stand together; not necessarily as few as possible.
    pub(super) fn prepare(
        space: &Space,
        statements: &[Statement],
        budget: &Budget<'_>,
    ) -> Result<Result<Self, BTreeSet<StatementIndex>>, Error> {
        let ends: Vec<_> = space.indices().map(|issue| Ends::find(space, statements, issue)).collect();
        let columns = Columns::new(space, &ends);
        let weightless = weightless(space, statements);
        let mut lines = columns.shape(space, &ends);
        for (place, statement) in (0..).map(StatementIndex).zip(statements) {
            lines.extend(columns.said(statement, place, &weightless));
        }
        limit("numbers of a party's programme", columns.count() * lines.len(), CELLS_MAX)?;
        let region = match Region::new(closed(columns.count(), &lines), budget)? {
            Ok(region) => region,
            Err(clash) => return Ok(Err(because(&lines, &ends, &clash.multipliers))),
        };
        let (programme, gap) = with_gap(columns.count(), &lines);
        let gapped = match Region::new(programme, budget)? {
            Ok(region) => (region, gap),
            Err(clash) => return Ok(Err(because(&lines, &ends, &clash.multipliers))),
        };
        let spoken_of = spoken_of(space, statements, &ends);
        let (is_strict, level) = (lines.iter().any(|line| line.strict), Level::of(space, statements));
        let found = Consistent {
            space: space.clone(),
            statements: statements.to_vec(),
            columns,
            lines,
            ends,
            spoken_of,
            is_strict,
            region,
            gapped,
            level,
            example: None,
        };
        let example = found.some(&[], &BTreeSet::new(), budget)?;
        Ok(example.map(|example| Consistent { example: Some(example), ..found }))
    }

    /// The least value of a worth.
    pub fn minimum(&self, of: &Worth, budget: &Budget<'_>) -> Result<Bound, Stopped> {
        let found = self.search(of, budget)?;
        Ok(found.map_or(Bound::Endless, |found| {
            let at = self.reached(&found);
            Bound::At(Least { value: found.value, at, because: found.because })
        }))
    }

    /// The greatest value of a worth.
    pub fn maximum(&self, of: &Worth, budget: &Budget<'_>) -> Result<Bound, Stopped> {
        Ok(match self.minimum(&of.times(&Number::whole(-1)), budget)? {
            Bound::At(least) => Bound::At(Least { value: -&least.value, ..least }),
            Bound::Endless => Bound::Endless,
        })
    }

    /// One consistent function; no better founded than any other.
    pub fn example(&self) -> Completion {
        self.example.clone().unwrap_or_else(|| self.completion(&[], &BTreeSet::new()))
    }

    /// How much is known.
    pub fn level(&self) -> Level {
        self.level
    }

    /// The space.
    pub fn space(&self) -> &Space {
        &self.space
    }

    /// The statements.
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// Where statements come from, each source once.
    pub fn sources(&self, statements: &BTreeSet<StatementIndex>) -> BTreeSet<super::Source> {
        let known = statements.iter().filter_map(|index| self.statements.get(index.at()));
        known.map(|statement| statement.source).collect()
    }

    /// The function of a point that was found for a question about some options.
    pub(super) fn completion(&self, point: &[Number], asked: &BTreeSet<Choice>) -> Completion {
        let at = |column: Option<Column>| {
            column.and_then(|column| point.get(column.at())).cloned().unwrap_or(Number::ZERO)
        };
        let weights: Vec<_> = self.space.indices().map(|issue| at(self.columns.weight(issue))).collect();
        let mut values = Vec::new();
        for issue in self.space.indices() {
            let choices = self.choices(issue);
            let mut row: Vec<Number> = choices.map(|choice| at(self.columns.option(choice))).collect();
            let (open, free) = (self.open_ends(issue), self.free(issue, asked));
            if free.len() >= open.len() {
                for (end, option) in open.iter().zip(free) {
                    let weight = weights[issue.at()].clone();
                    row[option.at()] = if *end == End::Best { weight } else { Number::ZERO };
                }
            }
            values.push(row);
        }
        Completion { values, weights, reservation: at(Some(self.columns.reservation())) }
    }

    /// The ends of issues that have to be chosen before a question about some options has an answer.
    pub(super) fn undecided(&self, asked: &BTreeSet<Choice>) -> Vec<(IssueIndex, End)> {
        let mut undecided = Vec::new();
        for issue in self.space.indices() {
            let open = self.open_ends(issue);
            if !open.is_empty() && self.free(issue, asked).len() < open.len() {
                undecided.extend(open.into_iter().map(|end| (issue, end)));
            }
        }
        undecided
    }

    fn open_ends(&self, issue: IssueIndex) -> Vec<End> {
        let ends = &self.ends[issue.at()];
        [End::Worst, End::Best].into_iter().filter(|end| ends.of(*end).len() > 1).collect()
    }

    /// The options of which nobody speaks.
    pub(super) fn free(&self, issue: IssueIndex, asked: &BTreeSet<Choice>) -> Vec<OptionIndex> {
        let free = self.choices(issue);
        let free = free.filter(|choice| !self.spoken_of.contains(choice) && !asked.contains(choice));
        free.map(|choice| choice.option).collect()
    }

    fn choices(&self, issue: IssueIndex) -> impl Iterator<Item = Choice> + use<> {
        let options = self.space.issues()[issue.at()].options.len();
        (0..).take(options).map(move |option| Choice { issue, option: OptionIndex(option) })
    }
}

impl fmt::Debug for Consistent {
    /// How much is known, never what.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let statements = self.statements.len();
        f.debug_struct("Consistent")
            .field("level", &self.level)
            .field("statements", &statements)
            .finish_non_exhaustive()
    }
}

impl Completion {
    /// What a worth is for this function.
    pub fn worth(&self, worth: &Worth) -> Number {
        let quantity = |quantity| match quantity {
            Quantity::Value(choice) => self.values.get(choice.issue.at())?.get(choice.option.at()),
            Quantity::Weight(issue) => self.weights.get(issue.at()),
            Quantity::Reservation => Some(&self.reservation),
        };
        let products = worth.quantities().filter_map(|(of, factor)| Some(factor * quantity(of)?));
        products.fold(Number::ZERO, |sum, product| &sum + &product)
    }

    /// What a package is worth.
    pub fn package(&self, package: &Package) -> Number {
        self.worth(&Worth::package(package))
    }
}

/// The statements behind rows that have a multiplier, and those that settle the ends of the issues that they speak of.
pub(super) fn because(
    lines: &[Line],
    ends: &[Ends],
    multipliers: &[(RowIndex, Number)],
) -> BTreeSet<StatementIndex> {
    let used: Vec<&Line> = multipliers.iter().filter_map(|(row, _)| lines.get(row.at())).collect();
    let said = used.iter().flat_map(|line| line.because.iter().copied());
    let settled = used.iter().filter(|line| !line.because.is_empty()).flat_map(|line| &line.issues);
    let settled =
        settled.filter_map(|issue| ends.get(issue.at())).flat_map(|ends| ends.because.iter().copied());
    said.chain(settled).collect()
}

/// The issues in which nothing can be strict: their weight is stated as zero, or they have one option.
fn weightless(space: &Space, statements: &[Statement]) -> Vec<bool> {
    let mut weightless: Vec<bool> = space.issues().iter().map(|issue| issue.options.len() < 2).collect();
    for statement in statements {
        if let Said::Weight { issue, high, .. } = &statement.said {
            weightless[issue.at()] |= *high <= Utility::ZERO;
        }
    }
    weightless
}

fn spoken_of(space: &Space, statements: &[Statement], ends: &[Ends]) -> BTreeSet<Choice> {
    let mut spoken_of: BTreeSet<Choice> =
        statements.iter().flat_map(|statement| statement.said.choices()).collect();
    for (issue, ends) in space.indices().zip(ends) {
        for candidates in [&ends.worst, &ends.best] {
            if let [option] = candidates[..] {
                spoken_of.insert(Choice { issue, option });
            }
        }
    }
    spoken_of
}

fn limit(what: &'static str, found: usize, limit: usize) -> Result<(), Error> {
    if found <= limit { Ok(()) } else { Err(Error::TooMany { what, found, limit }) }
}
