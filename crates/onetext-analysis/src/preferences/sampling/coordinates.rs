//! What a walk moves in: the unknowns without their equalities, exact until directions are settled.

use std::collections::BTreeSet;

use super::super::ends::End;
use super::super::lines::{Line, closed};
use super::super::{Bound, Consistent, StatementIndex, Worth};
use super::random::Random;
use super::{CHAINS, COLUMNS_MAX, NotSampled, Plan, Prior, within};
use crate::linear::{Column, Extreme, Form, Number, Region, Relation};
use crate::{Budget, Choice, Error, IssueIndex, OptionIndex, Stopped};

/// A direction in which functions stay consistent for a while: columns and their rates.
pub(super) type Way = Vec<(usize, f64)>;

/// The functions to be walked, in columns.
pub(super) struct Coordinates {
    /// A point with room on every side.
    pub(super) inside: Vec<f64>,
    /// For each chain a point that may lie at the edge.
    pub(super) edges: Vec<Vec<f64>>,
    /// Forms that are at least their bounds.
    pub(super) walls: Vec<(Way, f64)>,
    /// Fixed directions.
    pub(super) ways: Vec<Way>,
    /// Directions among the weights; the values of an issue go with its weight. Only where values are drawn on their own scale.
    pub(super) weight_ways: Vec<Way>,
    /// For each issue's weight, the columns of its values.
    pub(super) scaled: Vec<Vec<usize>>,
    /// Weights of silent issues, and how many of their values are free.
    pub(super) silent: Vec<(usize, usize)>,
}

/// The exact side of it.
struct Exact<'a> {
    party: &'a Consistent,
    region: Region,
    equalities: Vec<(Form, Vec<StatementIndex>)>,
    /// Inequalities, each at least its bound, with room.
    walls: Vec<(Form, Number)>,
    points: Vec<Vec<Number>>,
    used: Vec<usize>,
}

impl Coordinates {
    pub(super) fn of(party: &Consistent, plan: Plan, budget: &Budget<'_>) -> Result<Self, NotSampled> {
        let exact = Exact::of(party, budget)?;
        let edges = exact.edges(plan.seed, budget)?;
        let scaled = party.space().indices().map(|issue| exact.values_of(issue)).collect();
        let (ways, weight_ways) = match plan.prior {
            Prior::Values => (exact.all_ways(), Vec::new()),
            Prior::WeightsAndValues => exact.ways_apart()?,
        };
        let silent = party.space().indices().filter(|issue| party.is_silent(*issue));
        let free = |issue: IssueIndex| party.space().issues()[issue.at()].options.len() - 2;
        let silent = match plan.prior {
            Prior::Values => {
                silent.map(|issue| (issue.at(), free(issue))).filter(|(_, free)| *free > 0).collect()
            }
            Prior::WeightsAndValues => Vec::new(),
        };
        let inside = middle(&exact.points);
        let walls = exact.walls.iter().map(|(form, bound)| (way(form), bound.approximate())).collect();
        Ok(Coordinates { inside, edges, walls, ways, weight_ways, scaled, silent })
    }
}

impl<'a> Exact<'a> {
    fn of(party: &'a Consistent, budget: &Budget<'_>) -> Result<Self, NotSampled> {
        let (used, hidden) = used_columns(party)?;
        within("unknowns of a walk", used.len(), COLUMNS_MAX)?;
        let mut lines: Vec<Line> = party.lines.clone();
        lines.retain(|line| line.form.terms().iter().all(|(column, _)| !hidden.contains(column)));
        lines.retain(|line| !line.form.terms().is_empty());
        lines.extend(reservation_limit(party, budget)?);
        let Ok(region) = Region::new(closed(party.columns.count(), &lines), budget)? else {
            // The lines are the party's own, and the reservation is bounded only where it may lie.
            return Err(Error::TooLarge("the reservation".to_owned()).into());
        };
        let (mut equalities, mut walls) = (Vec::new(), Vec::new());
        for line in lines {
            match line.relation {
                Relation::Equal => equalities.push((line.form, line.because)),
                Relation::AtLeast => walls.push((line.form, line.bound, line.because)),
                Relation::AtMost => {
                    let less = Number::whole(-1);
                    walls.push((line.form.times(&less), &line.bound * &less, line.because));
                }
            }
        }
        let single = |column: &usize| Form::of([(named(*column), Number::ONE)]);
        walls.extend(used.iter().map(|column| (single(column), Number::ZERO, Vec::new())));
        let mut exact = Exact { party, region, equalities, walls: Vec::new(), points: Vec::new(), used };
        exact.part_walls(walls, budget)?;
        Ok(exact)
    }

    /// Parts walls that have room from those that are equalities in all but name.
    fn part_walls(
        &mut self,
        walls: Vec<(Form, Number, Vec<StatementIndex>)>,
        budget: &Budget<'_>,
    ) -> Result<(), Stopped> {
        self.points.extend(self.roomiest(&walls, budget)?);
        for (form, bound, because) in walls {
            let mut has_room = self.points.iter().any(|point| form.at(point) > bound);
            if !has_room
                && let Extreme::Optimal(most) = self.region.maximum(&form, budget)?
                && most.value > bound
            {
                has_room = true;
                self.points.push(most.point);
            }
            if has_room {
                self.walls.push((form, bound));
            } else {
                self.equalities.push((form, because));
            }
        }
        Ok(())
    }

    /// The point that is as far inside the wall that it is nearest to as any.
    fn roomiest(
        &self,
        walls: &[(Form, Number, Vec<StatementIndex>)],
        budget: &Budget<'_>,
    ) -> Result<Option<Vec<Number>>, Stopped> {
        let mut programme = self.region.programme().clone();
        let room = Form::of([(programme.add_column(), Number::ONE)]);
        for (form, bound, _) in walls {
            programme.push(form.minus(&room), Relation::AtLeast, bound.clone());
        }
        programme.push(room.clone(), Relation::AtMost, Number::ONE);
        if let Ok(region) = Region::new(programme, budget)?
            && let Extreme::Optimal(mut found) = region.maximum(&room, budget)?
        {
            found.point.truncate(self.region.programme().columns());
            return Ok(Some(found.point));
        }
        Ok(None)
    }

    /// Vertices in random directions, one for each chain.
    fn edges(&self, seed: u64, budget: &Budget<'_>) -> Result<Vec<Vec<f64>>, Stopped> {
        let mut edges = Vec::new();
        for chain in 0..CHAINS {
            let mut random = Random::new(seed, CHAINS + chain);
            let form = Form::of(self.used.iter().map(|column| {
                let factor = i64::try_from(random.below(2_001)).unwrap_or(0) - 1_000;
                (named(*column), Number::whole(factor))
            }));
            if let Extreme::Optimal(found) = self.region.minimum(&form, budget)? {
                edges.push(found.point.iter().map(Number::approximate).collect());
            }
        }
        Ok(edges)
    }

    fn all_ways(&self) -> Vec<Way> {
        let forms: Vec<&Form> = self.equalities.iter().map(|(form, _)| form).collect();
        free_ways(&forms, &self.used)
    }

    /// Directions of values with weights as they are, and directions of weights with values as they are on their own scale.
    fn ways_apart(&self) -> Result<(Vec<Way>, Vec<Way>), NotSampled> {
        let issues = self.party.space().issues().len();
        let weights: Vec<usize> = self.used.iter().copied().filter(|column| *column < issues).collect();
        let reservation = self.party.columns.reservation().at();
        let mut within: Vec<Vec<&Form>> = vec![Vec::new(); issues + 1];
        let mut among_weights = Vec::new();
        for (form, because) in &self.equalities {
            let columns: Vec<usize> = form.terms().iter().map(|(column, _)| column.at()).collect();
            let of = |column: &usize| self.issue_of(*column, issues);
            if columns.iter().all(|column| *column < issues) {
                among_weights.push(form);
            } else if columns == [reservation] {
                within[issues].push(form);
            } else if columns.iter().all(|column| of(column).is_some() && of(column) == of(&columns[0])) {
                within[of(&columns[0]).unwrap_or(issues)].push(form);
            } else {
                return Err(NotSampled::TiedIssues(because.clone()));
            }
        }
        let mut ways = Vec::new();
        for (issue, forms) in (0..).zip(&within) {
            let own = self.party.space().indices().nth(issue).map(|issue| self.values_of(issue));
            ways.extend(free_ways(forms, &own.unwrap_or_else(|| vec![reservation])));
        }
        Ok((ways, free_ways(&among_weights, &weights)))
    }

    fn issue_of(&self, column: usize, issues: usize) -> Option<usize> {
        if column < issues {
            return Some(column);
        }
        self.party
            .space()
            .indices()
            .find(|issue| self.values_of(*issue).contains(&column))
            .map(IssueIndex::at)
    }

    /// The columns of an issue's values between its ends.
    fn values_of(&self, issue: IssueIndex) -> Vec<usize> {
        let options = (0..).take(self.party.space().issues()[issue.at()].options.len()).map(OptionIndex);
        let columns = options.filter_map(|option| self.party.columns.option(Choice { issue, option }));
        let columns = columns.map(Column::at).filter(|column| *column != issue.at());
        columns.filter(|column| self.used.binary_search(column).is_ok()).collect()
    }
}

/// Columns that are walked, in order, and those of silent issues.
fn used_columns(party: &Consistent) -> Result<(Vec<usize>, BTreeSet<Column>), NotSampled> {
    let mut hidden = BTreeSet::new();
    for issue in party.space().indices() {
        let is_open = [End::Worst, End::Best].iter().any(|end| party.ends[issue.at()].of(*end).len() > 1);
        if party.is_silent(issue) {
            let options = (0..).take(party.space().issues()[issue.at()].options.len()).map(OptionIndex);
            hidden.extend(options.filter_map(|option| party.columns.option(Choice { issue, option })));
        } else if is_open {
            return Err(NotSampled::EndsOpen(issue));
        }
    }
    let used = (0..party.columns.count()).filter(|column| !hidden.contains(&named(*column))).collect();
    Ok((used, hidden))
}

/// The reservation is at most one where nothing else bounds it, and zero where nothing at all is known of it.
fn reservation_limit(party: &Consistent, budget: &Budget<'_>) -> Result<Option<Line>, Stopped> {
    let reservation = Worth::reservation();
    if !party.knows_reservation() {
        return Ok(Some(party.columns.line(&reservation, Relation::Equal, Number::ZERO)));
    }
    if matches!(party.maximum(&reservation, budget)?, Bound::At(_)) {
        return Ok(None);
    }
    let least = match party.minimum(&reservation, budget)? {
        Bound::At(least) => least.value,
        Bound::Endless => Number::ZERO,
    };
    Ok(Some(party.columns.line(&reservation, Relation::AtMost, least.max(Number::ONE))))
}

/// One direction for each of some columns that equalities leave free; the other columns follow.
fn free_ways(equalities: &[&Form], columns: &[usize]) -> Vec<Way> {
    let dense = |form: &&Form| columns.iter().map(|column| form.factor(named(*column))).collect();
    let mut rows: Vec<Vec<Number>> = equalities.iter().map(dense).collect();
    let mut leading: Vec<usize> = Vec::new();
    for place in 0..columns.len() {
        let done = leading.len();
        let Some(found) = (done..rows.len()).find(|row| !rows[*row][place].is_zero()) else { continue };
        rows.swap(done, found);
        let scale = rows[done][place].reciprocal().unwrap_or(Number::ONE);
        let source: Vec<Number> = rows[done].iter().map(|number| number * &scale).collect();
        for row in rows.iter_mut().filter(|row| !row[place].is_zero()) {
            let factor = row[place].clone();
            for (number, other) in row.iter_mut().zip(&source).filter(|(_, other)| !other.is_zero()) {
                *number = &*number - &(&factor * other);
            }
        }
        rows[done] = source;
        leading.push(place);
    }
    let free = (0..columns.len()).filter(|place| !leading.contains(place));
    free.map(|place| {
        let follows = leading.iter().zip(&rows).filter(|(_, row)| !row[place].is_zero());
        let mut way: Way = follows.map(|(lead, row)| (columns[*lead], -row[place].approximate())).collect();
        way.push((columns[place], 1.0));
        way
    })
    .collect()
}

fn middle(points: &[Vec<Number>]) -> Vec<f64> {
    let columns = points.first().map_or(0, Vec::len);
    let mean = |column: usize| {
        points.iter().map(|point| point[column].approximate()).sum::<f64>() / points.len() as f64
    };
    (0..columns).map(mean).collect()
}

fn way(form: &Form) -> Way {
    form.terms().iter().map(|(column, factor)| (column.at(), factor.approximate())).collect()
}

fn named(column: usize) -> Column {
    Column(u32::try_from(column).unwrap_or(u32::MAX))
}
