//! Statements as rows of a linear programme. An option that is certainly the worst of its issue is zero and needs no column; one
//! that is certainly the best has the column of the issue's weight.

use super::ends::Ends;
use super::{Completion, Quantity, Said, Standing, Statement, StatementIndex, Worth};
use crate::linear::{Column, Form, Number, Programme, Relation};
use crate::{Choice, IssueIndex, OptionIndex, Space, Utility};

/// A row, and why it is there.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) form: Form,
    pub(super) relation: Relation,
    pub(super) bound: Number,
    /// Whether the bound itself is ruled out; only where the form is at least its bound.
    pub(super) strict: bool,
    /// The statements that say so; none where it is so for every utility function.
    pub(super) because: Vec<StatementIndex>,
    /// The issues that it speaks of.
    pub(super) issues: Vec<IssueIndex>,
}

/// Where the unknowns lie among the columns.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    options: Vec<Vec<Option<Column>>>,
    weights: Vec<Column>,
    reservation: Column,
    count: usize,
}

impl Columns {
    pub(super) fn new(space: &Space, ends: &[Ends]) -> Self {
        let mut columns = (0..).map(Column);
        let mut next = || columns.next().unwrap_or(Column(u32::MAX));
        let weights: Vec<Column> = space.issues().iter().map(|_| next()).collect();
        let reservation = next();
        let mut options = Vec::with_capacity(ends.len());
        for ((issue, ends), weight) in space.issues().iter().zip(ends).zip(&weights) {
            let all = (0..).take(issue.options.len()).map(OptionIndex);
            let column = |option: OptionIndex| match (&ends.worst[..], &ends.best[..]) {
                ([worst], _) if *worst == option => None,
                (_, [best]) if *best == option => Some(*weight),
                _ => Some(next()),
            };
            options.push(all.map(column).collect());
        }
        let count = next().at();
        Columns { options, weights, reservation, count }
    }

    /// How many columns.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    pub(super) fn option(&self, choice: Choice) -> Option<Column> {
        *self.options.get(choice.issue.at())?.get(choice.option.at())?
    }

    pub(super) fn weight(&self, issue: IssueIndex) -> Option<Column> {
        self.weights.get(issue.at()).copied()
    }

    pub(super) fn reservation(&self) -> Column {
        self.reservation
    }

    /// The point of a function.
    pub(super) fn point(&self, function: &Completion) -> Vec<Number> {
        let mut point = vec![Number::ZERO; self.count];
        let values = self.options.iter().flatten().zip(function.values.iter().flatten());
        let weights = self.weights.iter().map(|column| Some(*column)).zip(&function.weights);
        for (column, value) in values.map(|(column, value)| (*column, value)).chain(weights) {
            if let Some(column) = column {
                point[column.at()] = value.clone();
            }
        }
        point[self.reservation.at()] = function.reservation.clone();
        point
    }

    /// The form of a worth. What lies outside the space counts as nothing.
    pub(super) fn form(&self, worth: &Worth) -> Form {
        let column = |quantity| match quantity {
            Quantity::Value(choice) => self.option(choice),
            Quantity::Weight(issue) => self.weight(issue),
            Quantity::Reservation => Some(self.reservation),
        };
        Form::of(
            worth.quantities().filter_map(|(quantity, factor)| Some((column(quantity)?, factor.clone()))),
        )
    }

    /// Worth, and the bound that it has.
    pub(super) fn line(&self, worth: &Worth, relation: Relation, bound: Number) -> Line {
        let issue = |quantity| match quantity {
            Quantity::Value(choice) => Some(choice.issue),
            Quantity::Weight(issue) => Some(issue),
            Quantity::Reservation => None,
        };
        let issues = worth.quantities().filter_map(|(quantity, _)| issue(quantity)).collect();
        Line { form: self.form(worth), relation, bound, strict: false, because: Vec::new(), issues }
    }

    /// What holds for every utility function: weights sum to one, no option is worth more than its issue's best.
    pub(super) fn shape(&self, space: &Space, ends: &[Ends]) -> Vec<Line> {
        let mut lines = Vec::new();
        let all = space.indices().fold(Worth::default(), |sum, issue| sum.plus(&Worth::weight(issue)));
        lines.push(self.line(&all, Relation::Equal, Number::ONE));
        for ((issue, options), ends) in space.indices().zip(&self.options).zip(ends) {
            let weight = self.weight(issue);
            for (option, column) in (0..).map(OptionIndex).zip(options) {
                if column.is_some() && *column != weight {
                    let room = Worth::weight(issue).less(&Worth::choices([Choice { issue, option }]));
                    lines.push(self.line(&room, Relation::AtLeast, Number::ZERO));
                }
            }
            // Where the worst option is the best, all are worth the same.
            if ends.worst.len() == 1 && ends.worst == ends.best {
                let line = self.line(&Worth::weight(issue), Relation::AtMost, Number::ZERO);
                lines.push(Line { because: ends.because.clone(), ..line });
            }
        }
        lines
    }

    /// What a statement says. In an issue without weight nothing is strict.
    pub(super) fn said(
        &self,
        statement: &Statement,
        index: StatementIndex,
        weightless: &[bool],
    ) -> Vec<Line> {
        let is_weightless = |issue: IssueIndex| weightless.get(issue.at()).copied().unwrap_or(true);
        let mut lines = match &statement.said {
            Said::Order { issue, classes } => self.order(*issue, classes, !is_weightless(*issue)),
            Said::Value { choice, low, high } => {
                let weight = Worth::weight(choice.issue);
                let mut lines = self.between(&Worth::choices([*choice]), *low, *high, Some(&weight));
                if !is_weightless(choice.issue) {
                    lines.push(Line { strict: true, ..self.line(&weight, Relation::AtLeast, Number::ZERO) });
                }
                lines
            }
            Said::Weight { issue, low, high } => self.between(&Worth::weight(*issue), *low, *high, None),
            Said::Compared { first, relation, second } => {
                let more = |list: &[Choice]| Worth::choices(list.iter().copied());
                vec![self.stands(&more(first).less(&more(second)), *relation)]
            }
            Said::Accepts(package) => {
                vec![self.stands(&Worth::package(package).less(&Worth::reservation()), Standing::AtLeast)]
            }
            Said::Refuses(package) => {
                vec![self.stands(&Worth::reservation().less(&Worth::package(package)), Standing::Better)]
            }
            Said::Reservation { low, high } => {
                self.between(&Worth::reservation(), *low, (*high).max(Utility::ZERO), None)
            }
        };
        for line in &mut lines {
            line.because = vec![index];
        }
        lines
    }

    /// That a worth stands so to nothing.
    pub(super) fn stands(&self, worth: &Worth, standing: Standing) -> Line {
        let relation = if standing == Standing::Equal { Relation::Equal } else { Relation::AtLeast };
        Line { strict: standing == Standing::Better, ..self.line(worth, relation, Number::ZERO) }
    }

    fn order(&self, issue: IssueIndex, classes: &[Vec<OptionIndex>], strict: bool) -> Vec<Line> {
        let value = |option: OptionIndex| Worth::choices([Choice { issue, option }]);
        let step = if strict { Standing::Better } else { Standing::AtLeast };
        let mut lines = Vec::new();
        let mut before: Option<OptionIndex> = None;
        for class in classes {
            let Some(first) = class.first().copied() else { continue };
            lines.extend(before.map(|before| self.stands(&value(before).less(&value(first)), step)));
            let rest = class.iter().skip(1).map(|other| value(first).less(&value(*other)));
            lines.extend(rest.map(|difference| self.stands(&difference, Standing::Equal)));
            before = Some(first);
        }
        lines
    }

    /// Between two multiples of another worth, or between two numbers.
    fn between(&self, worth: &Worth, low: Utility, high: Utility, of: Option<&Worth>) -> Vec<Line> {
        let bounded = |relation, bound: Utility| match of {
            Some(of) => self.line(&worth.less(&of.times(&bound.into())), relation, Number::ZERO),
            None => self.line(worth, relation, bound.into()),
        };
        if low == high {
            return vec![bounded(Relation::Equal, low)];
        }
        vec![bounded(Relation::AtLeast, low), bounded(Relation::AtMost, high)]
    }
}

/// The programme of some lines, strict ones with their bounds.
pub(super) fn closed<'a>(columns: usize, lines: impl IntoIterator<Item = &'a Line>) -> Programme {
    let mut programme = Programme::new(columns);
    for line in lines {
        programme.push(line.form.clone(), line.relation, line.bound.clone());
    }
    programme
}

/// The programme of some lines with one more column, the gap: at most one, and what every strict line has above its bound. All
/// hold at once for some utility function exactly if the gap can be above zero.
pub(super) fn with_gap<'a>(columns: usize, lines: impl IntoIterator<Item = &'a Line>) -> (Programme, Form) {
    let mut programme = Programme::new(columns);
    let gap = Form::of([(programme.add_column(), Number::ONE)]);
    for line in lines {
        let form = if line.strict { line.form.minus(&gap) } else { line.form.clone() };
        programme.push(form, line.relation, line.bound.clone());
    }
    programme.push(gap.clone(), Relation::AtMost, Number::ONE);
    (programme, gap)
}
