//! The search through the cases: which option is the worst, and which the best, of the issues where no statement settles it.
//!
//! A node of the search has chosen some ends and leaves the others open: there an option is at least zero and at most the
//! weight, nothing more, so its least value is at most that of any case below it. Where the point of a node happens to have
//! its ends, it is a case itself, and nothing below is better.

use std::collections::BTreeSet;

use super::consistent::{Completion, Consistent, because};
use super::ends::End;
use super::lines::{Line, closed, with_gap};
use super::{Quantity, StatementIndex, Worth};
use crate::linear::{Extreme, Form, Number, Optimum, Region, Relation};
use crate::{Budget, Choice, IssueIndex, OptionIndex, Stopped};

/// Ends that are chosen.
type Node = Vec<(IssueIndex, End, OptionIndex)>;
/// Statements that suffice for something.
type Because = BTreeSet<StatementIndex>;

/// What is asked beyond the statements, and of which ends the answer depends.
struct Search<'a> {
    of: &'a Consistent,
    conditions: &'a [Line],
    undecided: Vec<(IssueIndex, End)>,
}

/// The least value over all cases.
pub(super) struct Found {
    pub(super) value: Number,
    point: Vec<Number>,
    asked: BTreeSet<Choice>,
    pub(super) because: Because,
    /// Whether the function that is known to be consistent lies in the same case: then so does everything between the two, and
    /// meets what is strict.
    has_the_example: bool,
}

impl Consistent {
    /// The least value over all cases; none where nothing bounds it.
    pub(super) fn search(&self, of: &Worth, budget: &Budget<'_>) -> Result<Option<Found>, Stopped> {
        let asked = choices_of(of);
        let search = Search::new(self, &[], &asked);
        let form = self.columns.form(of);
        let mut because = self.ends_that_keep_up(of);
        let mut best: Option<(Optimum, bool)> = None;
        let mut open = vec![Node::new()];
        while let Some(node) = open.pop() {
            let region = match search.region(&node, budget)? {
                Ok(region) => region,
                Err(clash) => {
                    because.extend(clash);
                    continue;
                }
            };
            let optimum = match region.minimum(&form, budget)? {
                Extreme::Optimal(optimum) => optimum,
                Extreme::Unbounded { .. } => return Ok(None),
            };
            let proof = self.because(&optimum.multipliers);
            if best.as_ref().is_some_and(|(best, _)| best.value <= optimum.value) {
                because.extend(proof);
                continue;
            }
            if let Some(leaf) = search.leaf(&node, &optimum.point) {
                let has_the_example = search.has_the_example(&leaf);
                if !self.is_strict || has_the_example || search.gap(&leaf, budget)?.is_ok() {
                    because.extend(proof);
                    best = Some((optimum, has_the_example));
                    continue;
                }
            }
            let Some((issue, end)) = search.next(&node) else {
                // Only on the bounds of strict statements: no function of this case meets them all.
                because.extend(search.gap(&node, budget)?.err().unwrap_or_default());
                continue;
            };
            because.extend(self.ends[issue.at()].because.iter().copied());
            open.extend(search.children(&node, issue, end, &optimum.point));
        }
        // Some case has a function, or there would be no `Consistent`.
        Ok(best.map(|(Optimum { value, point, .. }, has_the_example)| Found {
            value,
            point,
            asked,
            because,
            has_the_example,
        }))
    }

    /// The function of what was found; of strict statements it may meet only the bounds.
    pub(super) fn reached(&self, found: &Found) -> Completion {
        self.completion(&found.point, &found.asked)
    }

    /// A function between what was found and the one that is known to be consistent, near enough to the first that a worth which
    /// is above zero there is above zero here. It meets what is strict.
    pub(super) fn short_of(&self, found: &Found, worth: &Worth) -> Option<Completion> {
        let example = self.example.as_ref().filter(|_| found.has_the_example)?;
        let (most, own) = (self.columns.form(worth).at(&found.point), example.worth(worth));
        // The share of the example that halves what is above zero.
        let share = &most * &(&Number::whole(2) * &(&most - &own)).reciprocal()?;
        let rest = &Number::ONE - &share;
        let (example, point) = (self.columns.point(example), &found.point);
        let mixed: Vec<_> = point.iter().zip(&example).map(|(a, b)| &(a * &rest) + &(b * &share)).collect();
        Some(self.completion(&mixed, &found.asked))
    }

    /// Some function that meets all statements and conditions, strict ones strictly; or the statements for which there is none.
    pub(super) fn some(
        &self,
        conditions: &[Line],
        asked: &BTreeSet<Choice>,
        budget: &Budget<'_>,
    ) -> Result<Result<Completion, Because>, Stopped> {
        let search = Search::new(self, conditions, asked);
        let mut because = Because::new();
        let mut open = vec![Node::new()];
        while let Some(node) = open.pop() {
            let point = match search.gap(&node, budget)? {
                Ok(point) => point,
                Err(clash) => {
                    because.extend(clash);
                    continue;
                }
            };
            if search.leaf(&node, &point).is_some() {
                return Ok(Ok(self.completion(&point, asked)));
            }
            let Some((issue, end)) = search.next(&node) else { continue };
            because.extend(self.ends[issue.at()].because.iter().copied());
            open.extend(search.children(&node, issue, end, &point));
        }
        Ok(Err(because))
    }

    /// The statements that settle ends without which a worth could be less: an option that counts against it and is zero as the
    /// worst, or one that counts for it and has the whole weight as the best.
    pub(super) fn ends_that_keep_up(&self, worth: &Worth) -> Because {
        let mut because = Because::new();
        for (quantity, factor) in worth.quantities() {
            let Quantity::Value(choice) = quantity else { continue };
            let is_end = match self.columns.option(choice) {
                None => factor.is_negative(),
                column => !factor.is_negative() && column == self.columns.weight(choice.issue),
            };
            if let Some(ends) = self.ends.get(choice.issue.at()).filter(|_| is_end) {
                because.extend(ends.because.iter().copied());
            }
        }
        because
    }

    fn because(&self, multipliers: &[(crate::linear::RowIndex, Number)]) -> Because {
        because(&self.lines, &self.ends, multipliers)
    }
}

impl<'a> Search<'a> {
    fn new(of: &'a Consistent, conditions: &'a [Line], asked: &BTreeSet<Choice>) -> Self {
        Search { of, conditions, undecided: of.undecided(asked) }
    }

    /// The functions of a node, on the bounds of strict statements too.
    fn region(&self, node: &Node, budget: &Budget<'_>) -> Result<Result<Region, Because>, Stopped> {
        if node.is_empty() && self.conditions.is_empty() {
            return Ok(Ok(self.of.region.clone()));
        }
        let chosen = self.chosen(node);
        let lines = self.of.lines.iter().chain(self.conditions).chain(&chosen);
        let region = Region::new(closed(self.of.columns.count(), lines), budget)?;
        Ok(region.map_err(|clash| self.of.because(&clash.multipliers)))
    }

    /// A point of a node that meets strict statements strictly; or the statements for which there is none.
    fn gap(&self, node: &Node, budget: &Budget<'_>) -> Result<Result<Vec<Number>, Because>, Stopped> {
        let chosen = self.chosen(node);
        let (region, gap): (Region, Form) = if node.is_empty() && self.conditions.is_empty() {
            self.of.gapped.clone()
        } else {
            let lines = self.of.lines.iter().chain(self.conditions).chain(&chosen);
            let (programme, gap) = with_gap(self.of.columns.count(), lines);
            match Region::new(programme, budget)? {
                Ok(region) => (region, gap),
                Err(clash) => return Ok(Err(self.of.because(&clash.multipliers))),
            }
        };
        match region.maximum(&gap, budget)? {
            Extreme::Optimal(found) if found.value.sign().is_gt() => Ok(Ok(found.point)),
            Extreme::Optimal(found) => Ok(Err(self.of.because(&found.multipliers))),
            Extreme::Unbounded { .. } => Ok(Err(Because::new())),
        }
    }

    /// The node with the ends that a point has, if it has all of them. Where several options could be an end, it is the one that is
    /// nearest to it in a function that is known to be consistent: a weight of zero makes every option an end, and few such
    /// choices leave room for what is strict.
    fn leaf(&self, node: &Node, point: &[Number]) -> Option<Node> {
        let mut leaf = node.clone();
        for (issue, end) in &self.undecided {
            if !is_chosen(node, *issue, *end) {
                let candidates = self.of.ends[issue.at()].of(*end).iter();
                let met = candidates.filter(|option| self.distance(point, *issue, *end, **option).is_zero());
                leaf.push((*issue, *end, *met.min_by_key(|option| self.usual(*issue, *end, **option))?));
            }
        }
        Some(leaf)
    }

    fn next(&self, node: &Node) -> Option<(IssueIndex, End)> {
        self.undecided.iter().find(|(issue, end)| !is_chosen(node, *issue, *end)).copied()
    }

    /// The choices for an end, the one that a point is nearest to last, so that it is looked at first.
    fn children(&self, node: &Node, issue: IssueIndex, end: End, point: &[Number]) -> Vec<Node> {
        let mut candidates: Vec<_> = self.of.ends[issue.at()].of(end).to_vec();
        candidates.sort_by_cached_key(|option| self.distance(point, issue, end, *option));
        let child = |option| node.iter().copied().chain([(issue, end, option)]).collect();
        candidates.into_iter().rev().map(child).collect()
    }

    fn distance(&self, point: &[Number], issue: IssueIndex, end: End, option: OptionIndex) -> Number {
        self.off_end(issue, end, option).at(point)
    }

    /// Whether the function that is known to be consistent has the ends of a leaf: then it meets all that is strict there.
    fn has_the_example(&self, leaf: &Node) -> bool {
        self.of.example.is_some()
            && leaf.iter().all(|(issue, end, option)| self.usual(*issue, *end, *option).is_zero())
    }

    /// How far an option is from an end in a function that is known to be consistent.
    fn usual(&self, issue: IssueIndex, end: End, option: OptionIndex) -> Number {
        let known = self.of.example.as_ref();
        known.map_or(Number::ZERO, |known| known.worth(&from_end(issue, end, option)))
    }

    /// How far an option is from an end: zero there, above zero elsewhere.
    fn off_end(&self, issue: IssueIndex, end: End, option: OptionIndex) -> Form {
        self.of.columns.form(&from_end(issue, end, option))
    }

    fn chosen(&self, node: &Node) -> Vec<Line> {
        let line = |(issue, end, option): &(IssueIndex, End, OptionIndex)| Line {
            form: self.off_end(*issue, *end, *option),
            relation: Relation::Equal,
            bound: Number::ZERO,
            strict: false,
            because: Vec::new(),
            issues: vec![*issue],
        };
        node.iter().map(line).collect()
    }
}

fn from_end(issue: IssueIndex, end: End, option: OptionIndex) -> Worth {
    let value = Worth::choices([Choice { issue, option }]);
    match end {
        End::Worst => value,
        End::Best => Worth::weight(issue).less(&value),
    }
}

fn is_chosen(node: &Node, issue: IssueIndex, end: End) -> bool {
    node.iter().any(|(other, chosen, _)| *other == issue && *chosen == end)
}

/// The options of which a worth speaks.
pub(super) fn choices_of(worth: &Worth) -> BTreeSet<Choice> {
    let choice = |quantity| if let Quantity::Value(choice) = quantity { Some(choice) } else { None };
    worth.quantities().filter_map(|(quantity, _)| choice(quantity)).collect()
}
