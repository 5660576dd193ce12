//! The issues of a component as a tree, so that what is chosen for the issues above a branch is all that its issues need to
//! know of the rest: once those are chosen, branches are independent of each other.
//!
//! The tree is the elimination tree of the graph of ties (a pseudo-tree: Freuder & Quinn 1985; searched as in Dechter &
//! Mateescu, AND/OR search spaces for graphical models, 2007). Issues of one at-most lie on one path from the root.

use std::collections::BTreeSet;

use super::classes::{Part, Tie};
use super::order::Adjacency;
use crate::{Budget, Stopped};

/// Exposed issues of all nodes together; what is beyond could not be counted anyway.
const EXPOSED_MAX: usize = 1 << 21;

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

/// The tree of a component; nothing if too many issues are exposed at once.
pub(super) fn tree(part: &Part, budget: &Budget) -> Result<Option<Vec<Node>>, Stopped> {
    let issues = part.issues.len();
    let mut adjacency = Adjacency::none(issues);
    for tie in &part.ties {
        let (a, b) = tie.issues();
        adjacency.join(a, b);
    }
    let mut order = adjacency.clone().elimination(budget)?;
    order.reverse();
    if !part.ceilings.is_empty() {
        // An at-most strings its issues on one path. Branch after branch, not level after level, keeps what is open there small.
        order = branch_after_branch(&order, &parents(&order, &adjacency, &[]));
    }
    let strings =
        part.ceilings.iter().map(|ceiling| ceiling.weights.keys().copied().collect()).collect::<Vec<_>>();
    let parents = parents(&order, &adjacency, &strings);
    budget.spend(issues as u64)?;
    Ok(nodes(part, &order, &parents, &adjacency))
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
            nodes[node].carried.push(Carried { ceiling, lightest, heaviest });
        }
    }
    Some(nodes)
}

impl Tie {
    /// The two issues.
    fn issues(self) -> (usize, usize) {
        let (Tie::Excludes(a, b) | Tie::Requires(a, b)) = self;
        (a.issue, b.issue)
    }
}
