//! A component that is too large to count: a countable space around it, another inside it, and draws from the first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigUint;

use super::components::top;
use super::diagram::Size;
use super::draws::Draws;
use super::rules::{Limit, Pair, Rules};
use super::tally::Counted;
use super::{Choice, IssueIndex, Package};
use crate::{Budget, Stopped};

/// The size of the space around: several sizes are tried, and each draw walks through the result.
const WORDS_MAX: usize = 1 << 20;

/// A component with some of its dependencies left away.
#[derive(Clone, Debug)]
pub(super) struct Relaxed {
    around: Vec<Counted>,
    inside: BigUint,
    left_away: Vec<Rule>,
    issues: usize,
}

/// One rule.
#[derive(Clone, Debug)]
enum Rule {
    Pair(Pair),
    Limit(Limit),
}

impl Relaxed {
    /// Keeps as many dependencies as can be counted with: first those that link all issues with the fewest of them, then those
    /// that keep most packages out for the length of the circle that they close.
    pub fn of(rules: &Rules, issues: &[IssueIndex], size: Size, budget: &Budget) -> Result<Self, Stopped> {
        let size = Size { words_max: size.words_max.min(WORDS_MAX) };
        let sorted = sorted(rules, issues);
        let (mut kept, mut too_many) = (0, sorted.len() + 1);
        let mut around = counted(&keeping(rules, &[]), issues, size, budget)?.unwrap_or_default();
        while kept + 1 < too_many {
            let middle = usize::midpoint(kept, too_many);
            match counted(&keeping(rules, &sorted[..middle]), issues, size, budget)? {
                Some(counted) => (kept, around) = (middle, counted),
                None => too_many = middle,
            }
        }
        let left_away = sorted[kept..].to_vec();
        let closed = left_away.iter().flat_map(|rule| rule.enforcing(rules)).collect();
        let narrower = keeping(rules, &sorted[..kept]).closing(closed);
        let is_empty = issues.iter().any(|issue| narrower.open[issue.at()].is_empty());
        let inside = if is_empty { None } else { counted(&narrower, issues, size, budget)? };
        let inside = inside.map_or(BigUint::ZERO, |parts| parts.iter().map(Counted::total).product());
        Ok(Relaxed { around, inside, left_away, issues: issues.len() })
    }

    /// Packages of the space around it.
    pub fn at_most(&self) -> BigUint {
        self.around.iter().map(Counted::total).product()
    }

    /// Packages of the space inside it.
    pub fn at_least(&self) -> &BigUint {
        &self.inside
    }

    /// Puts a package of the space around it into its places; whether it is one of the component itself.
    pub fn draw(&self, draws: &mut Draws, package: &mut Package, budget: &Budget) -> Result<bool, Stopped> {
        budget.spend(self.issues as u64)?;
        for counted in &self.around {
            counted.draw(draws, &mut package.0);
        }
        Ok(self.left_away.iter().all(|rule| rule.holds(package)))
    }
}

/// The same issues under fewer rules.
fn keeping(rules: &Rules, kept: &[Rule]) -> Rules {
    let mut fewer = Rules { open: rules.open.clone(), pairs: Vec::new(), limits: Vec::new() };
    for rule in kept {
        match rule {
            Rule::Pair(pair) => fewer.pairs.push(*pair),
            Rule::Limit(limit) => fewer.limits.push(limit.clone()),
        }
    }
    fewer
}

/// The issues of a component, counted; nothing if they are too large together.
fn counted(
    rules: &Rules,
    issues: &[IssueIndex],
    size: Size,
    budget: &Budget,
) -> Result<Option<Vec<Counted>>, Stopped> {
    let inside: BTreeSet<IssueIndex> = issues.iter().copied().collect();
    let mut all = Vec::new();
    for part in rules.parts().into_iter().filter(|part| inside.contains(&part.issues[0])) {
        match Counted::of(part, size, budget)? {
            Some(counted) => all.push(counted),
            None => return Ok(None),
        }
    }
    Ok(Some(all))
}

/// The rules of a component, those first that are best kept.
fn sorted(rules: &Rules, issues: &[IssueIndex]) -> Vec<Rule> {
    let inside: BTreeSet<IssueIndex> = issues.iter().copied().collect();
    let pairs =
        rules.pairs.iter().filter(|pair| inside.contains(&pair.ends().0.issue)).copied().map(Rule::Pair);
    let of_component = |limit: &&Limit| limit.issues().first().is_some_and(|issue| inside.contains(issue));
    let limits = rules.limits.iter().filter(of_component).cloned().map(Rule::Limit);
    let mut by_severity: Vec<(f64, Rule)> =
        pairs.chain(limits).map(|rule| (rule.severity(rules), rule)).collect();
    by_severity.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut forest = Forest::of(rules.open.len());
    let (mut linking, mut closing) = (Vec::new(), Vec::new());
    for (severity, rule) in by_severity {
        match &rule {
            Rule::Pair(pair) if forest.links(*pair) => linking.push(rule),
            Rule::Pair(_) | Rule::Limit(_) => closing.push((severity, rule)),
        }
    }
    let ways = forest.ways();
    for (severity, rule) in &mut closing {
        *severity /= circle(rule, &ways) as f64;
    }
    closing.sort_by(|a, b| b.0.total_cmp(&a.0));
    linking.extend(closing.into_iter().map(|(_, rule)| rule));
    linking
}

/// Ties that link issues without closing a circle.
struct Forest {
    neighbours: Vec<Vec<usize>>,
    above: Vec<usize>,
}

impl Forest {
    fn of(issues: usize) -> Self {
        Forest { neighbours: vec![Vec::new(); issues], above: (0..issues).collect() }
    }

    /// Adds the tie if it closes no circle; whether it did.
    fn links(&mut self, pair: Pair) -> bool {
        let (a, b) = (pair.ends().0.issue.at(), pair.ends().1.issue.at());
        let (top_a, top_b) = (top(&mut self.above, a), top(&mut self.above, b));
        if top_a != top_b {
            self.above[top_a.max(top_b)] = top_a.min(top_b);
            self.neighbours[a].push(b);
            self.neighbours[b].push(a);
        }
        top_a != top_b
    }

    /// By issue, the one before it on the way from its tree's root, and how far the root is.
    fn ways(&self) -> Vec<(usize, usize)> {
        let mut ways = vec![None; self.neighbours.len()];
        for root in 0..ways.len() {
            let mut waiting = if ways[root].is_none() { vec![(root, root, 0)] } else { Vec::new() };
            while let Some((issue, before, steps)) = waiting.pop() {
                ways[issue] = Some((before, steps));
                let others = self.neighbours[issue].iter().filter(|other| **other != before);
                waiting.extend(others.map(|other| (*other, issue, steps + 1)));
            }
        }
        ways.into_iter().flatten().collect()
    }
}

/// Issues of the circle that a rule closes; an at-most closes one through all its issues.
fn circle(rule: &Rule, ways: &[(usize, usize)]) -> usize {
    let pair = match rule {
        Rule::Limit(limit) => return limit.issues().len(),
        Rule::Pair(pair) => pair,
    };
    let (mut a, mut b) = (pair.ends().0.issue.at(), pair.ends().1.issue.at());
    let mut length = 1;
    while a != b {
        let deeper = if ways[a].1 >= ways[b].1 { &mut a } else { &mut b };
        *deeper = ways[*deeper].0;
        length += 1;
    }
    length
}

impl Rule {
    fn holds(&self, package: &Package) -> bool {
        match self {
            Rule::Pair(Pair::Excludes(a, b)) => !(package.has(*a) && package.has(*b)),
            Rule::Pair(Pair::Requires(a, b)) => !package.has(*a) || package.has(*b),
            Rule::Limit(limit) => {
                let held = limit.weights.iter().filter(|(choice, _)| package.has(**choice));
                held.map(|(_, weight)| weight).sum::<usize>() <= limit.most
            }
        }
    }

    /// Roughly which share of packages it keeps out. A guide only: what is kept changes the work, not the result.
    fn severity(&self, rules: &Rules) -> f64 {
        let share = |choice: &Choice| 1.0 / rules.open[choice.issue.at()].len().max(1) as f64;
        match self {
            Rule::Pair(Pair::Excludes(a, b)) => share(a) * share(b),
            Rule::Pair(Pair::Requires(a, b)) => share(a) * (1.0 - share(b)),
            Rule::Limit(limit) => {
                let mean: f64 =
                    limit.weights.iter().map(|(choice, weight)| share(choice) * *weight as f64).sum();
                mean / (limit.most as f64 + 1.0)
            }
        }
    }

    /// Choices without which it always holds.
    fn enforcing(&self, rules: &Rules) -> Vec<Choice> {
        let open = |issue: IssueIndex| &rules.open[issue.at()];
        match self {
            Rule::Pair(Pair::Excludes(a, b)) if open(a.issue).len() < open(b.issue).len() => vec![*b],
            Rule::Pair(Pair::Excludes(a, _) | Pair::Requires(a, _)) => vec![*a],
            Rule::Limit(limit) => {
                let mut weighed: Vec<(usize, Choice)> =
                    limit.weights.iter().map(|(choice, weight)| (*weight, *choice)).collect();
                weighed.sort_unstable_by_key(|(weight, choice)| (Reverse(*weight), *choice));
                let mut left = limit.weights.clone();
                let mut closed = Vec::new();
                let heaviest = |left: &BTreeMap<Choice, usize>| {
                    let mut by_issue: BTreeMap<IssueIndex, usize> = BTreeMap::new();
                    for (choice, weight) in left {
                        let most = by_issue.entry(choice.issue).or_default();
                        *most = (*most).max(*weight);
                    }
                    by_issue.values().sum::<usize>()
                };
                for (_, choice) in weighed {
                    if heaviest(&left) <= limit.most {
                        break;
                    }
                    left.remove(&choice);
                    closed.push(choice);
                }
                closed
            }
        }
    }
}
