//! The issues of a component as a tree, so that what is chosen for the issues above a branch is all that its issues need to
//! know of the rest: once those are chosen, branches are independent of each other.
//!
//! The tree is the elimination tree of the graph of ties (a pseudo-tree: Freuder & Quinn 1985; searched as in Dechter &
//! Mateescu, AND/OR search spaces for graphical models, 2007). Issues of one at-most lie on one path from the root.

use std::collections::BTreeSet;

use super::classes::{Ceiling, Part, Tie};
use super::order::Adjacency;
use super::promise;
use crate::{Budget, Stopped};

/// Exposed issues and carried at-mosts of all nodes together; what is beyond could not be counted anyway.
const EXPOSED_MAX: usize = 1 << 19;

/// Orders that are tried where an order is found in no time, and many states are promised.
const TRIALS: u64 = 80;
/// Orders that are tried where few are.
const FEW_TRIALS: u64 = 8;
/// So few that a better order would not pay.
const FEW_STATES: f64 = 20_000.0;
/// The square of the issues goes that often into this: a trial takes about so many steps.
const TRIAL_STEPS: u64 = 1 << 22;
/// Issues of an at-most that may count as tied to each other.
const FEW_ISSUES_MAX: usize = 8;

/// An issue in its tree. Nodes are in an order where parents come first.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    /// The issue, by its place in the component.
    pub issue: usize,
    /// The nodes right below.
    pub children: Vec<usize>,
    /// Issues from here down that are tied to an issue above, in order.
    pub exposed: Vec<usize>,
    /// At-mosts that weigh issues above and issues from here down, in order.
    pub carried: Vec<Carried>,
}

/// An at-most that is partly spent above a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Carried {
    /// Its place in the component.
    pub ceiling: usize,
    /// The least that the issues from here down weigh.
    pub lightest: usize,
    /// The most that they can weigh.
    pub heaviest: usize,
}

/// The tree of a component; nothing if too many issues are exposed at once. Of several orders the one that promises the fewest
/// states.
pub(super) fn tree(part: &Part, budget: &Budget) -> Result<Option<Vec<Node>>, Stopped> {
    let mut adjacency = Adjacency::none(part.issues.len());
    for tie in &part.ties {
        let (a, b) = tie.issues();
        adjacency.join(a, b);
    }
    let mut best: Option<(f64, Vec<Node>)> = None;
    for trial in 0..trials(part) {
        if trial >= FEW_TRIALS && best.as_ref().is_some_and(|(promised, _)| *promised < FEW_STATES) {
            break;
        }
        let Some(nodes) = tried(part, &adjacency, trial, budget)? else { continue };
        let promised = promise::states(part, &nodes);
        if best.as_ref().is_none_or(|(least, _)| promised < *least) {
            best = Some((promised, nodes));
        }
    }
    Ok(best.map(|(_, nodes)| nodes))
}

fn trials(part: &Part) -> u64 {
    let issues = part.issues.len() as u64;
    if issues <= 2 { 1 } else { (TRIAL_STEPS / (issues * issues)).clamp(2, TRIALS) }
}

/// The tree of one order. Every other trial lets an at-most of few issues count as ties between all of them.
fn tried(
    part: &Part,
    adjacency: &Adjacency,
    trial: u64,
    budget: &Budget,
) -> Result<Option<Vec<Node>>, Stopped> {
    let mut tied = adjacency.clone();
    if trial % 2 == 1 {
        let few = part.ceilings.iter().filter(|ceiling| ceiling.weights.len() <= FEW_ISSUES_MAX);
        for issues in few.map(|ceiling| ceiling.weights.keys().copied().collect::<Vec<_>>()) {
            for (place, a) in issues.iter().enumerate() {
                for b in &issues[..place] {
                    tied.join(*a, *b);
                }
            }
        }
    }
    let mut order = tied.clone().elimination(trial, budget)?;
    order.reverse();
    if !part.ceilings.is_empty() {
        // An at-most strings its issues on one path. Branch after branch, not level after level, keeps what is open there small.
        order = branch_after_branch(&order, &parents(&order, &tied, &[]));
    }
    let string = |ceiling: &Ceiling| ceiling.weights.keys().copied().collect();
    let strings: Vec<Vec<usize>> = part.ceilings.iter().map(string).collect();
    let parents = parents(&order, adjacency, &strings);
    Ok(nodes(part, &order, &parents, adjacency))
}

/// The parent of each place of an order that goes from the top down.
fn parents(order: &[usize], adjacency: &Adjacency, strings: &[Vec<usize>]) -> Vec<Option<usize>> {
    let place_of = places(order);
    let mut above: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); order.len()];
    for (place, issue) in order.iter().enumerate() {
        let neighbours = adjacency.neighbours(*issue).into_iter().map(|other| place_of[other]);
        above[place].extend(neighbours.filter(|other| *other < place));
    }
    for string in strings {
        let mut places: Vec<usize> = string.iter().map(|issue| place_of[*issue]).collect();
        places.sort_unstable();
        for pair in places.windows(2) {
            above[pair[1]].insert(pair[0]);
        }
    }
    let mut parents = vec![None; order.len()];
    for place in (0..order.len()).rev() {
        let mut others = std::mem::take(&mut above[place]);
        if let Some(parent) = others.pop_last() {
            parents[place] = Some(parent);
            above[parent].append(&mut others);
        }
    }
    parents
}

fn places(order: &[usize]) -> Vec<usize> {
    let mut place_of = vec![0; order.len()];
    for (place, issue) in order.iter().enumerate() {
        place_of[*issue] = place;
    }
    place_of
}

/// The same tree, each branch whole before the next begins; the largest last, when nothing of the others is open any more.
fn branch_after_branch(order: &[usize], parents: &[Option<usize>]) -> Vec<usize> {
    let mut sizes = vec![1; order.len()];
    let mut children = vec![Vec::new(); order.len()];
    let mut roots = Vec::new();
    for place in (0..order.len()).rev() {
        match parents[place] {
            Some(parent) => {
                sizes[parent] += sizes[place];
                children[parent].push(place);
            }
            None => roots.push(place),
        }
    }
    let largest_first =
        |places: &mut Vec<usize>| places.sort_by_key(|&place| (std::cmp::Reverse(sizes[place]), place));
    largest_first(&mut roots);
    let (mut waiting, mut sorted) = (roots, Vec::with_capacity(order.len()));
    while let Some(place) = waiting.pop() {
        sorted.push(order[place]);
        largest_first(&mut children[place]);
        waiting.append(&mut children[place]);
    }
    sorted
}

fn nodes(
    part: &Part,
    order: &[usize],
    parents: &[Option<usize>],
    adjacency: &Adjacency,
) -> Option<Vec<Node>> {
    let place_of = places(order);
    let mut nodes: Vec<Node> = order.iter().map(|issue| Node { issue: *issue, ..Node::default() }).collect();
    for (place, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            nodes[*parent].children.push(place);
        }
    }
    let mut exposed = 0;
    let up_from = |place: usize| std::iter::successors(Some(place), |place| parents[*place]);
    for (issue, &place) in place_of.iter().enumerate() {
        let highest =
            adjacency.neighbours(issue).into_iter().map(|other| place_of[other]).min().unwrap_or(place);
        exposed += up_from(place).take_while(|node| *node > highest).count();
        if exposed > EXPOSED_MAX {
            return None;
        }
        up_from(place).take_while(|node| *node > highest).for_each(|node| nodes[node].exposed.push(issue));
    }
    for (ceiling, weights) in part.ceilings.iter().map(|ceiling| &ceiling.weights).enumerate() {
        let places = || weights.keys().map(|issue| place_of[*issue]);
        let (Some(highest), Some(lowest)) = (places().min(), places().max()) else { continue };
        let (mut lightest, mut heaviest) = (0, 0);
        for node in up_from(lowest).take_while(|node| *node > highest) {
            if let Some(weights) = weights.get(&order[node]) {
                lightest += weights.iter().min().unwrap_or(&0);
                heaviest += weights.iter().max().unwrap_or(&0);
            }
            exposed += 1;
            if exposed > EXPOSED_MAX {
                return None;
            }
            nodes[node].carried.push(Carried { ceiling, lightest, heaviest });
        }
    }
    Some(nodes)
}

impl Tie {
    /// The two issues.
    pub(super) fn issues(self) -> (usize, usize) {
        let (Tie::Excludes(a, b) | Tie::Requires(a, b)) = self;
        (a.issue, b.issue)
    }
}
