//! Parties of whom something is known, with every completion of it on a grid: values by halves, weights by fifths. What they
//! say is drawn so that every extreme consistent function lies on that grid.

use onetext_analysis::preferences::{Consistent, Said, Source, Statement};
use onetext_analysis::trades::Change;
use onetext_analysis::{Budget, Choice, IssueIndex, OptionIndex, Space, Utility};

use crate::random::Random;

/// Weights are whole fifths, values whole halves of an issue's weight: a gain is a whole number of tenths.
const FIFTHS: i64 = 5;

/// What one party said of one issue, as far as the grid knows.
pub struct Issue {
    /// Values of its options in halves: every way that is consistent, on the bounds of strict statements too.
    closed: Vec<Vec<i64>>,
    /// Without those that only meet the bounds.
    strict: Vec<Vec<i64>>,
    weights: (i64, i64),
    /// Whether something strict was said, so that the issue has some weight.
    has_weight: bool,
}

pub struct Party {
    pub issues: Vec<Issue>,
    pub consistent: Consistent,
}

/// Every way to give the options 0, a half or 1, the worst 0 and the best 1.
fn values(options: usize) -> Vec<Vec<i64>> {
    let mut all = vec![Vec::new()];
    for _ in 0..options {
        all = all.iter().flat_map(|row: &Vec<i64>| (0..3).map(|v| [&row[..], &[v]].concat())).collect();
    }
    all.retain(|row| row.contains(&0) && row.contains(&2));
    all
}

fn issue(space: &Space, issue: IssueIndex, random: &mut Random, said: &mut Vec<Said>) -> Issue {
    let options = space.issues()[issue.at()].options.len();
    let (mut closed, mut strict) = (values(options), values(options));
    let mut has_weight = false;
    if random.below(4) > 0 {
        let mut order: Vec<u16> = (0..).take(options).collect();
        for place in (1..options).rev() {
            order.swap(place, usize::from(random.place(place + 1)));
        }
        order.truncate(2 + usize::from(random.place(options - 1)));
        let mut classes: Vec<Vec<OptionIndex>> = Vec::new();
        for option in order {
            match classes.last_mut() {
                Some(last) if random.below(4) == 0 => last.push(OptionIndex(option)),
                _ => classes.push(vec![OptionIndex(option)]),
            }
        }
        let ranked: Vec<(usize, usize)> = classes
            .iter()
            .enumerate()
            .flat_map(|(rank, class)| class.iter().map(move |o| (rank, o.at())))
            .collect();
        let keeps = |row: &Vec<i64>, is_strict: bool| {
            ranked.iter().all(|(rank, a)| {
                ranked.iter().all(|(other, b)| match rank.cmp(other) {
                    std::cmp::Ordering::Less if is_strict => row[*a] > row[*b],
                    std::cmp::Ordering::Less => row[*a] >= row[*b],
                    std::cmp::Ordering::Equal => row[*a] == row[*b],
                    std::cmp::Ordering::Greater => true,
                })
            })
        };
        closed.retain(|row| keeps(row, false));
        strict.retain(|row| keeps(row, true));
        has_weight |= classes.len() > 1;
        said.push(Said::Order { issue, classes });
    }
    if random.below(4) == 0 {
        let option = random.place(options);
        let (a, b) = (i64::from(random.place(3)), i64::from(random.place(3)));
        let within = |row: &Vec<i64>| (a.min(b)..=a.max(b)).contains(&row[usize::from(option)]);
        closed.retain(within);
        strict.retain(within);
        has_weight = true;
        let halves = |number| Utility::hundredths(50 * number);
        let choice = Choice { issue, option: OptionIndex(option) };
        said.push(Said::Value { choice, low: halves(a.min(b)), high: halves(a.max(b)) });
    }
    let mut weights = (0, FIFTHS);
    if random.below(4) == 0 {
        let (a, b) = (i64::from(random.place(4)), 1 + i64::from(random.place(5)));
        weights = (a.min(b), a.max(b));
        let [low, high] = [weights.0, weights.1].map(|fifths| Utility::hundredths(20 * fifths));
        said.push(Said::Weight { issue, low, high });
    }
    if closed.is_empty() {
        // All its options are tied: the issue has no weight.
        closed.push(vec![0; options]);
        strict.push(vec![0; options]);
        weights.1 = 0;
    }
    Issue { closed, strict, weights, has_weight }
}

/// A party that said something of some issues; none where it contradicted itself.
pub fn party(space: &Space, random: &mut Random) -> Option<Party> {
    let mut said = Vec::new();
    let issues: Vec<Issue> = space.indices().map(|index| issue(space, index, random, &mut said)).collect();
    let source = Source(0);
    let statements = said.into_iter().map(|said| Statement { source, said }).collect();
    let consistent = Consistent::new(space, statements, &Budget::unlimited()).unwrap().ok()?;
    Some(Party { issues, consistent })
}

/// Every way to share five fifths among the issues.
fn weights(issues: &[Issue]) -> Vec<Vec<i64>> {
    let mut all = vec![Vec::new()];
    for issue in issues {
        let shares = issue.weights.0..=issue.weights.1;
        all =
            all.iter().flat_map(|row: &Vec<i64>| shares.clone().map(|v| [&row[..], &[v]].concat())).collect();
        all.retain(|row| row.iter().sum::<i64>() <= FIFTHS);
    }
    all.retain(|row| row.iter().sum::<i64>() == FIFTHS);
    all
}

impl Party {
    /// The least and the most that a set of changes brings, in tenths, on the bounds or strictly within.
    pub fn extremes(&self, changes: &[Change], is_strict: bool) -> Option<(i64, i64)> {
        let mut weights = weights(&self.issues);
        if is_strict {
            weights
                .retain(|row| row.iter().zip(&self.issues).all(|(weight, it)| *weight > 0 || !it.has_weight));
        }
        let gain = |change: &Change, row: &Vec<i64>| row[change.to.at()] - row[change.from.at()];
        let rows = |change: &Change| {
            let issue = &self.issues[change.issue.at()];
            if is_strict { &issue.strict } else { &issue.closed }
        };
        let sum = |weights: &Vec<i64>, pick: fn(&mut dyn Iterator<Item = i64>) -> Option<i64>| {
            let one = |change: &Change| {
                Some(
                    weights[change.issue.at()] * pick(&mut rows(change).iter().map(|row| gain(change, row)))?,
                )
            };
            changes.iter().map(one).sum::<Option<i64>>()
        };
        let least = weights.iter().map(|weights| sum(weights, |all| all.min())).min()?;
        let most = weights.iter().map(|weights| sum(weights, |all| all.max())).max()?;
        Some((least?, most?))
    }
}
