//! A walk among packages that keep to all ties: one option is exchanged, with what it requires and what required the one that
//! it replaces; whatever comes out is taken or undone by the caller.

use super::problem::{Open, Problem};
use super::random::Random;
use super::relaxation::Relaxation;

/// Exchanges that may follow from one; longer chains are taken in several walks' steps.
const CHAIN_MAX: usize = 6;

/// Where the walk stands.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    problem: &'a Problem,
    relaxation: &'a Relaxation<'a>,
    /// By issue, the choices that it may take.
    allowed: Vec<Vec<usize>>,
    /// By choice, the others of its issue with the squares of their distances, the nearest first.
    near: Vec<Vec<(f64, usize)>>,
    /// By choice, how many of these are near enough now.
    within: Vec<usize>,
    /// The issues with a choice that is near enough.
    movable: Vec<usize>,
    /// By issue, the choice that stands.
    chosen: Vec<usize>,
    /// By limit, the weight that stands.
    loads: Vec<u64>,
    /// By party, its scaled gain.
    pub gains: Vec<f64>,
    /// By party, its scaled gain if the exchange is taken.
    pub trial: Vec<f64>,
    /// The exchange: issues, and what stood there.
    exchanged: Vec<(usize, usize)>,
}

impl<'a> Walk<'a> {
    /// A walk from a package that keeps to all ties.
    pub fn from(
        relaxation: &'a Relaxation<'a>,
        package: &[Open],
        measure: &[f64],
        is_allowed: &dyn Fn(usize) -> bool,
    ) -> Self {
        let problem = relaxation.problem;
        let chosen: Vec<usize> = package.iter().map(|choice| choice.0).collect();
        let of_issue = |issue: usize| -> Vec<usize> {
            problem.of_issue(issue).filter(|&choice| is_allowed(choice) || choice == chosen[issue]).collect()
        };
        let allowed: Vec<Vec<usize>> = (0..problem.issues()).map(of_issue).collect();
        let mut near = vec![Vec::new(); problem.choices()];
        for &choice in allowed.iter().flatten() {
            let of_issue = &allowed[problem.issue_of[choice]];
            let others = of_issue.iter().filter(|other| **other != choice);
            near[choice] =
                others.map(|&other| (distance(relaxation, measure, choice, other), other)).collect();
            near[choice].sort_by(|a: &(f64, usize), b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        }
        let mut walk = Walk {
            problem,
            relaxation,
            movable: Vec::new(),
            allowed,
            within: near.iter().map(Vec::len).collect(),
            near,
            loads: vec![0; problem.limits.len()],
            gains: Vec::new(),
            trial: Vec::new(),
            exchanged: Vec::new(),
            chosen,
        };
        for &choice in &walk.chosen {
            problem.ties[choice].limits.iter().for_each(|&(limit, weight)| walk.loads[limit] += weight);
        }
        walk.refresh();
        walk
    }

    /// The package where it stands.
    pub fn package(&self) -> Vec<Open> {
        self.chosen.iter().copied().map(Open).collect()
    }

    /// The squares of all distances between options of one issue, in order.
    pub fn distances(&self) -> Vec<f64> {
        let mut all: Vec<f64> = self.near.iter().flatten().map(|(square, _)| *square).collect();
        all.sort_by(f64::total_cmp);
        all
    }

    /// From now on only exchanges up to this distance, squared; whether there are any.
    pub fn keep_near(&mut self, square_max: f64) -> bool {
        for (within, near) in self.within.iter_mut().zip(&self.near) {
            *within = near.partition_point(|(square, _)| *square <= square_max);
        }
        let chosen = &self.chosen;
        self.movable = (0..chosen.len()).filter(|&issue| self.within[chosen[issue]] > 0).collect();
        !self.movable.is_empty()
    }

    /// Sums the gains anew, so that rounding does not pile up.
    pub fn refresh(&mut self) {
        self.gains = self.relaxation.reservations.iter().map(|own| -own).collect();
        for &choice in &self.chosen {
            self.gains.iter_mut().zip(self.relaxation.effect(choice)).for_each(|(sum, own)| *sum += own);
        }
        self.trial.clone_from(&self.gains);
    }

    /// Exchanges an option at random; whether what comes out keeps to all ties (if not, it is undone already).
    pub fn propose(&mut self, random: &mut Random) -> bool {
        let issue = self.movable[random.below(self.movable.len())];
        let old = self.chosen[issue];
        if self.within[old] == 0 {
            return false;
        }
        let new = self.near[old][random.below(self.within[old])].1;
        self.exchanged.clear();
        if !self.exchange(issue, new, random) {
            self.undo();
            return false;
        }
        self.trial.copy_from_slice(&self.gains);
        for &(issue, old) in &self.exchanged {
            let (new, old) = (self.relaxation.effect(self.chosen[issue]), self.relaxation.effect(old));
            let change = new.iter().zip(old);
            self.trial.iter_mut().zip(change).for_each(|(gain, (new, old))| *gain += new - old);
        }
        true
    }

    /// Keeps the exchange.
    pub fn take(&mut self) {
        std::mem::swap(&mut self.gains, &mut self.trial);
    }

    /// Takes the exchange back.
    pub fn undo(&mut self) {
        while let Some((issue, old)) = self.exchanged.pop() {
            self.stand(issue, old);
        }
    }

    fn stand(&mut self, issue: usize, choice: usize) -> usize {
        let old = std::mem::replace(&mut self.chosen[issue], choice);
        for &(limit, weight) in &self.problem.ties[old].limits {
            self.loads[limit] -= weight;
        }
        for &(limit, weight) in &self.problem.ties[choice].limits {
            self.loads[limit] += weight;
        }
        old
    }

    fn exchange(&mut self, issue: usize, new: usize, random: &mut Random) -> bool {
        if self.exchanged.len() >= CHAIN_MAX || self.exchanged.iter().any(|(other, _)| *other == issue) {
            return false;
        }
        let old = self.stand(issue, new);
        self.exchanged.push((issue, old));
        let (tie, left) = (&self.problem.ties[new], &self.problem.ties[old]);
        if tie.impossible || tie.excludes.iter().any(|other| self.stands(*other)) {
            return false;
        }
        if tie.limits.iter().any(|&(limit, _)| self.loads[limit] > self.problem.limits[limit].most) {
            return false;
        }
        for needed in &tie.requires {
            let of = self.problem.issue_of[needed.0];
            if !self.stands(*needed) && !self.exchange(of, needed.0, random) {
                return false;
            }
        }
        for needing in &left.required_by {
            let of = self.problem.issue_of[needing.0];
            if self.stands(*needing) {
                let other = self.allowed[of][random.below(self.allowed[of].len())];
                if other == needing.0 || !self.exchange(of, other, random) {
                    return false;
                }
            }
        }
        true
    }

    fn stands(&self, choice: Open) -> bool {
        self.chosen[self.problem.issue_of[choice.0]] == choice.0
    }
}

fn distance(relaxation: &Relaxation, measure: &[f64], a: usize, b: usize) -> f64 {
    let apart = relaxation.effect(a).iter().zip(relaxation.effect(b)).zip(measure);
    apart.map(|((a, b), times)| (a - b) * times * (a - b) * times).sum()
}
