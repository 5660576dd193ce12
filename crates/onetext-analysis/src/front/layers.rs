//! The vectors of one component, issue by issue: what is settled so far is a state, how its open ties stand, and each state
//! keeps the vectors that none of its own dominates.
//!
//! This is variable elimination for several values (Rollón & Larrosa 2006, "Bucket elimination for multiobjective optimization
//! problems") over a decision diagram (Bergman, Bodur, Cardonha & Cire 2022, "Network models for multiobjective discrete
//! optimization"). Two beginnings in one state have the same ends, and an end adds the same to both. So a dominated beginning
//! only leads to dominated vectors, and may be dropped, with all the packages that share it.

use std::collections::BTreeMap;

use super::components::Component;
use super::cover::{Grid, thinned};
use super::merge::{Stream, check_size, merge};
use super::points::{Points, Vector, sum};
use super::status::{Status, after, at_first, is_inside};
use crate::{Budget, Choice, Error, IssueIndex, OptionIndex, Scenario};

/// States of one layer. Each keeps a front of its own; beyond this the component is too densely tied to be taken apart.
pub(super) const STATES_MAX: usize = 1 << 18;

/// A component's states after each of its issues.
#[derive(Debug)]
pub(super) struct Layers<const K: usize> {
    /// The issues, in the order in which they were taken up.
    pub issues: Vec<IssueIndex>,
    /// The states before the first issue, then after each; the last layer has one, or none if no package is left.
    pub states: Vec<Vec<State<K>>>,
    /// The sum of the least that each step adds in any state: no package of the component gives less.
    pub least: Vector<K>,
}

/// A state: the vectors with which it is reached, and from where.
#[derive(Debug)]
pub(super) struct State<const K: usize> {
    pub points: Points<K>,
    pub arcs: Vec<Arc<K>>,
}

/// A way into a state: an option taken in a state of the layer before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc<const K: usize> {
    pub from: u32,
    pub option: OptionIndex,
    pub adds: Vector<K>,
}

/// Takes a component's issues up one after the other; on a grid, the vectors of a state are thinned out.
pub(super) fn layers<const K: usize>(
    scenario: &Scenario,
    component: &Component<'_>,
    grid: Option<Grid>,
    budget: &Budget<'_>,
) -> Result<Layers<K>, Error> {
    let mut keys: Vec<Vec<Status>> = vec![component.ties.iter().map(at_first).collect()];
    let mut layers = vec![vec![State { points: Points::single([0; K]), arcs: Vec::new() }]];
    let mut least = [0; K];
    let mut kept = 0;
    for step in 0..component.issues.len() {
        budget.spend(keys.len() as u64)?;
        let ways = ways::<K>(scenario, component, step, &keys)?;
        least = sum(&least, &least_added(ways.values().flatten()));
        keys = ways.keys().cloned().collect();
        let mut states = Vec::with_capacity(ways.len());
        for arcs in ways.into_values() {
            let mut state = state(&layers[step], arcs, budget)?;
            if let Some(grid) = grid {
                state.points = thinned(state.points, &least, grid);
            }
            kept += state.points.vectors.len();
            check_size::<K>(kept)?;
            states.push(state);
        }
        layers.push(states);
    }
    Ok(Layers { issues: component.issues.clone(), states: layers, least })
}

/// The least that any of the ways adds, for each party.
fn least_added<'a, const K: usize>(mut ways: impl Iterator<Item = &'a Arc<K>>) -> Vector<K> {
    let Some(first) = ways.next() else { return [0; K] };
    ways.fold(first.adds, |least, arc| std::array::from_fn(|party| least[party].min(arc.adds[party])))
}

impl<const K: usize> Layers<K> {
    /// The vectors of the whole component.
    pub fn front(&self) -> Points<K> {
        let last = self.states.last().and_then(|layer| layer.first());
        last.map_or_else(Points::new, |state| state.points.clone())
    }
}

/// The ways into the states after an issue, by how the ties then stand.
fn ways<const K: usize>(
    scenario: &Scenario,
    component: &Component<'_>,
    step: usize,
    keys: &[Vec<Status>],
) -> Result<BTreeMap<Vec<Status>, Vec<Arc<K>>>, Error> {
    let issue = component.issues[step];
    let touched = touched(component, step);
    let mut ways: BTreeMap<Vec<Status>, Vec<Arc<K>>> = BTreeMap::new();
    for (key, from) in keys.iter().zip(0..) {
        for option in scenario.space.open_options(issue) {
            let choice = Choice { issue, option };
            if let Some((key, adds)) = taken::<K>(scenario, component, &touched, key, choice) {
                ways.entry(key).or_default().push(Arc { from, option, adds });
            }
        }
        if ways.len() > STATES_MAX {
            let what = "states of issues tied to each other";
            return Err(Error::TooMany { what, found: ways.len(), limit: STATES_MAX });
        }
    }
    Ok(ways)
}

/// The ties that speak of the issue of that step, each with its issues that are still to come then.
fn touched(component: &Component<'_>, step: usize) -> Vec<(usize, Vec<IssueIndex>)> {
    let issue = component.issues[step];
    let about = component.ties.iter().enumerate().filter(|(_, tie)| tie.issues.contains(&issue));
    about
        .map(|(number, tie)| {
            let later = component.issues[step + 1..].iter().filter(|later| tie.issues.contains(later));
            (number, later.copied().collect())
        })
        .collect()
}

/// How the ties stand once the choice is made, and what it adds; nothing where it is not allowed.
fn taken<const K: usize>(
    scenario: &Scenario,
    component: &Component<'_>,
    touched: &[(usize, Vec<IssueIndex>)],
    key: &[Status],
    choice: Choice,
) -> Option<(Vec<Status>, Vector<K>)> {
    let mut adds = [0; K];
    for (party, sum) in scenario.parties.iter().zip(&mut adds) {
        *sum = party.utility.value(choice).0;
    }
    let mut key = key.to_vec();
    for (number, to_come) in touched {
        let tie = &component.ties[*number];
        let status = after(tie, key[*number], choice, to_come)?;
        key[*number] = if to_come.is_empty() { 0 } else { status };
        if let Some((party, value)) = tie.kind.worth()
            && to_come.is_empty()
            && is_inside(status)
        {
            adds[party] += value.0;
        }
    }
    Some((key, adds))
}

fn state<const K: usize>(
    before: &[State<K>],
    arcs: Vec<Arc<K>>,
    budget: &Budget<'_>,
) -> Result<State<K>, Error> {
    let stream =
        |arc: &Arc<K>| Stream { points: &before[arc.from as usize].points, shift: arc.adds, times: 1 };
    let points = merge(arcs.iter().map(stream).collect(), &[i64::MIN; K], budget)?;
    Ok(State { points, arcs })
}
