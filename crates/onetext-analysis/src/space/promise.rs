//! How many states a tree promises: a guide for choosing one tree of several. It changes the work, never a result.

use std::collections::{BTreeMap, BTreeSet};

use super::classes::{Part, Spot, Tie};
use super::tree::Node;

/// Roughly the states of all nodes together.
pub(super) fn states(part: &Part, nodes: &[Node]) -> f64 {
    let mut place_of = vec![0; nodes.len()];
    for (place, node) in nodes.iter().enumerate() {
        place_of[node.issue] = place;
    }
    let mut ends: Vec<Vec<(usize, Spot)>> = vec![Vec::new(); nodes.len()];
    for tie in &part.ties {
        let (Tie::Excludes(a, b) | Tie::Requires(a, b)) = *tie;
        ends[a.issue].push((place_of[b.issue], a));
        ends[b.issue].push((place_of[a.issue], b));
    }
    let classes = |place: usize| libm::log2(part.classes[nodes[place].issue].len() as f64);
    let bits = |(place, node): (usize, &Node)| {
        let mut above = BTreeSet::new();
        let mut exposed = 0.0;
        for issue in &node.exposed {
            let tied = ends[*issue].iter().filter(|(other, _)| *other < place);
            let mut by_issue: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
            for (other, spot) in tied {
                by_issue.entry(*other).or_default().insert(spot.class);
                above.insert(*other);
            }
            let touched: BTreeSet<usize> = by_issue.values().flatten().copied().collect();
            let combinations: f64 = by_issue.keys().map(|other| classes(*other)).sum();
            exposed += combinations.min(touched.len() as f64);
        }
        let chosen: f64 = above.into_iter().map(classes).sum();
        let carried = node.carried.iter().map(|carried| {
            let most = part.ceilings[carried.ceiling].most;
            libm::log2(1.0 + most.min(carried.heaviest) as f64)
        });
        exposed.min(chosen) + carried.sum::<f64>()
    };
    nodes.iter().enumerate().map(bits).map(libm::exp2).sum()
}
