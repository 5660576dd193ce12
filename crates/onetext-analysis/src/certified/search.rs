//! The search itself: a bound from the relaxation, packages by annealing under it, and branch and bound (Land and Doig 1960)
//! for what is left between the two, until the gap is closed or the budget is spent.

use std::collections::BinaryHeap;
use std::rc::Rc;

use super::Effort;
use super::anneal::Best;
use super::dive::dive;
use super::domain::{Domain, Empty};
use super::goal::Goal;
use super::improve::{MOVES_FIRST, first_aim};
use super::interior;
use super::prices::Prices;
use super::problem::Open;
use super::random::Random;
use super::relaxation::{Guide, Relaxation};
use crate::Stopped;

/// Packages of a node that are looked at one by one.
const FEW: u64 = 32;
/// Packages of a space above which annealing pays.
const MANY: u64 = 4_096;
/// Bytes of open nodes, with half of what each pair shares: what a laptop can spare.
const NODES_BYTES_MAX: usize = 1 << 29;
/// How many times the effort of branching annealing has in a large space, and how often that is halved when it finds
/// nothing better.
const ANNEALING: u64 = 16;
const ANNEALING_STALE_MAX: u32 = 4;

/// What a search found and what it proved.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The best package.
    pub best: Best,
    /// What it reaches, in the goal's unit, rounded down.
    pub value: Option<i128>,
    /// The most that any package can reach, in the goal's unit; none where no package counts.
    pub bound: Option<i128>,
    /// Whether no package is better than the best one (or none counts at all).
    pub is_proven: bool,
    /// What ended the search before its end.
    pub stopped: Option<Stopped>,
}

/// A part of the space that may hold something better.
#[derive(Debug)]
pub(super) struct Node {
    pub bound: i128,
    number: u64,
    pub domain: Domain,
    pub guide: Rc<Guide>,
    pub prices: Rc<Prices>,
}

/// A search that is under way.
pub(super) struct Search<'a> {
    pub relaxation: &'a Relaxation<'a>,
    pub goal: &'a Goal,
    pub effort: &'a Effort<'a>,
    pub random: Random,
    pub best: Best,
    open: BinaryHeap<Node>,
    made: u64,
    bytes: usize,
    /// How far under the bound annealing aims, and how many runs it has had.
    pub aim: f64,
    pub runs: u32,
    /// The runs of annealing since the last that found something better.
    pub stale: u32,
}

/// Searches; packages that are known already are where it starts.
pub(super) fn search(relaxation: &Relaxation, goal: &Goal, known: &[Vec<Open>], effort: &Effort) -> Found {
    let mut search = Search {
        relaxation,
        goal,
        effort,
        random: Random::new(effort.seed),
        best: None,
        open: BinaryHeap::new(),
        made: 0,
        bytes: 0,
        aim: first_aim(goal),
        runs: 0,
        stale: 0,
    };
    for package in known {
        search.offer(package.clone());
    }
    let Ok(whole) = Domain::whole(relaxation.problem) else {
        return Found { best: None, value: None, bound: None, is_proven: true, stopped: None };
    };
    let size = whole.size();
    let root = search.root(whole);
    let stopped = search.run(root, size > MANY).err();
    search.found(stopped)
}

impl Search<'_> {
    /// The whole domain with multipliers that need no computation: every party alike.
    fn root(&self, domain: Domain) -> Node {
        let problem = self.relaxation.problem;
        let weigh = |party: usize| match self.goal {
            Goal::Least { ranges, .. } if ranges[party] == 0 => 0.0,
            _ => 1.0 / self.relaxation.scales[party],
        };
        let guide = Guide {
            weights: (0..problem.parties).map(weigh).collect(),
            charges: vec![0.0; problem.rows.len()],
            shares: vec![0.0; problem.choices()],
        };
        let prices = Rc::new(Prices::of(problem, self.goal, &guide.weights, &guide.charges));
        let bound = self.bound(&prices, &domain).unwrap_or(i128::MIN);
        Node { bound, number: 0, domain, guide: Rc::new(guide), prices }
    }

    fn bound(&self, prices: &Prices, domain: &Domain) -> Option<i128> {
        self.goal.bound(prices.most(self.relaxation.problem, domain), &prices.weights)
    }

    fn run(&mut self, root: Node, is_large: bool) -> Result<(), Stopped> {
        let (budget, mut annealed, mut branched) = (self.effort.budget, 0, 0);
        self.push(root);
        while let Some(node) = self.open.pop() {
            self.bytes = self.bytes.saturating_sub(self.bytes_of(&node));
            if self.is_close(node.bound) {
                self.push(node);
                return Ok(());
            }
            let before = budget.spent();
            if is_large
                && self.made > 1
                && annealed <= (ANNEALING >> self.stale.min(ANNEALING_STALE_MAX)) * branched
            {
                let tried = self.improve(&node);
                self.push(node);
                // A run that could not start counts as one, or it would be tried for ever.
                annealed += (budget.spent() - before).max(MOVES_FIRST);
                tried?;
                continue;
            }
            self.expand(node)?;
            branched += budget.spent() - before;
        }
        Ok(())
    }

    /// Whether what a bound leaves open is no more than what was asked for.
    fn is_close(&self, bound: i128) -> bool {
        if bound < 0 && matches!(self.goal, Goal::Least { .. }) {
            // Somebody loses in every package: that is the answer.
            return true;
        }
        let Some((_, level)) = &self.best else { return false };
        let value = self.goal.printed(level);
        value > 0 && super::gap(value, bound) <= self.effort.gap.0.max(0)
    }

    /// Bounds a node anew, takes away what is beaten, and parts what is left in two.
    fn expand(&mut self, node: Node) -> Result<(), Stopped> {
        let problem = self.relaxation.problem;
        let solved = interior::solve(self.relaxation, self.goal, &node.domain, self.effort.budget);
        let (guide, stopped) = match solved {
            Some((guide, stopped)) => (Rc::new(guide), stopped),
            None => (Rc::clone(&node.guide), None),
        };
        let new = Rc::new(Prices::of(problem, self.goal, &guide.weights, &guide.charges));
        let mut domain = node.domain;
        let mut bound = node.bound;
        for prices in [&node.prices, &new] {
            match self.narrow(&mut domain, prices) {
                Ok(narrower) => bound = bound.min(narrower),
                Err(Empty) => return Ok(()),
            }
        }
        if let Some(package) = domain.package(problem) {
            self.offer(package);
            return Ok(());
        }
        if domain.size() <= FEW {
            self.look_at_all(&domain);
            return Ok(());
        }
        if let Some(package) = dive(problem, &domain, &guide.shares) {
            self.offer(package);
        }
        let prices =
            if self.bound(&new, &domain) <= self.bound(&node.prices, &domain) { new } else { node.prices };
        let node = Node { bound, number: 0, domain, guide, prices };
        if let Some(stopped) = stopped {
            self.push(node);
            return Err(stopped);
        }
        self.part(node);
        if self.bytes > NODES_BYTES_MAX {
            return Err(Stopped::StepsSpent(self.effort.budget.spent()));
        }
        Ok(())
    }

    /// Takes beaten choices away until none is left; the bound that remains.
    fn narrow(&self, domain: &mut Domain, prices: &Prices) -> Result<i128, Empty> {
        let problem = self.relaxation.problem;
        let level = self.best.as_ref().map(|(_, level)| level);
        let threshold = self.goal.threshold(level, &prices.weights);
        loop {
            if prices.most(problem, domain) <= threshold {
                return Err(Empty);
            }
            let beaten = prices.beaten(problem, domain, threshold);
            if beaten.is_empty() {
                return self.bound(prices, domain).ok_or(Empty);
            }
            domain.remove_all(problem, beaten)?;
        }
    }

    /// Two nodes: with the largest share of the most divided issue, and without it.
    fn part(&mut self, node: Node) {
        let problem = self.relaxation.problem;
        let share = |choice: &Open| node.guide.shares[choice.0];
        let largest = |issue: usize| {
            let choices = node.domain.choices(problem, issue);
            choices.reduce(|best, choice| if share(&choice) > share(&best) { choice } else { best })
        };
        let open = (0..problem.issues()).filter(|issue| node.domain.count(*issue) > 1);
        let divided = open.filter_map(largest).reduce(|a, b| if share(&b) < share(&a) { b } else { a });
        let Some(choice) = divided else { return };
        let (mut with, mut without) = (node.domain.clone(), node.domain);
        let with = with.keep(problem, choice).map(|()| with);
        let without = without.remove_all(problem, vec![choice]).map(|()| without);
        for domain in [with, without].into_iter().flatten() {
            if let Some(bound) = self.bound(&node.prices, &domain) {
                let (guide, prices) = (Rc::clone(&node.guide), Rc::clone(&node.prices));
                self.push(Node { bound: bound.min(node.bound), number: 0, domain, guide, prices });
            }
        }
    }

    fn push(&mut self, mut node: Node) {
        node.number = self.made;
        self.made += 1;
        self.bytes += self.bytes_of(&node);
        self.open.push(node);
    }

    /// Two nodes share a guide (8 bytes a choice) and prices (16).
    fn bytes_of(&self, node: &Node) -> usize {
        node.domain.bytes() + self.relaxation.problem.choices() * 12
    }

    /// Keeps a package if it is better than the best so far.
    pub fn offer(&mut self, package: Vec<Open>) {
        let Some(level) = self.goal.level(&self.relaxation.problem.gains(&package)) else { return };
        if self.best.as_ref().is_none_or(|(_, best)| level.exceeds(best)) {
            self.best = Some((package, level));
        }
    }

    fn look_at_all(&mut self, domain: &Domain) {
        let problem = self.relaxation.problem;
        let open = (0..problem.issues()).find(|issue| domain.count(*issue) > 1);
        let Some(issue) = open else {
            domain.package(problem).into_iter().for_each(|package| self.offer(package));
            return;
        };
        for choice in domain.choices(problem, issue).collect::<Vec<_>>() {
            let mut kept = domain.clone();
            if kept.keep(problem, choice).is_ok() {
                self.look_at_all(&kept);
            }
        }
    }

    fn found(self, stopped: Option<Stopped>) -> Found {
        let open = self.open.iter().map(|node| node.bound).max();
        let value = self.best.as_ref().map(|(_, level)| self.goal.printed(level));
        // Both are whole numbers: where value and bound meet, nothing is between them.
        let is_proven = open.is_none() || (open <= value && value.is_some());
        // The value is rounded down: what is better than it by less than a unit is the same package.
        let bound = open.into_iter().chain(value).max();
        Found { best: self.best, value, bound, is_proven, stopped }
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        (self.bound, self.number) == (other.bound, other.number)
    }
}

impl Eq for Node {}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Node {
    /// The highest bound first, of equal ones the latest.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.bound, self.number).cmp(&(other.bound, other.number))
    }
}
