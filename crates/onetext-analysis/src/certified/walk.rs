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
    /// The issues with a choice.
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
    pub fn from(relaxation: &'a Relaxation<'a>, package: &[Open], is_allowed: &dyn Fn(usize) -> bool) -> Self {
        let problem = relaxation.problem;
        let chosen: Vec<usize> = package.iter().map(|choice| choice.0).collect();
        let of_issue = |issue: usize| -> Vec<usize> {
            problem.of_issue(issue).filter(|&choice| is_allowed(choice) || choice == chosen[issue]).collect()
        };
        let allowed: Vec<Vec<usize>> = (0..problem.issues()).map(of_issue).collect();
        let mut walk = Walk {
            problem,
            relaxation,
            movable: (0..problem.issues()).filter(|&issue| allowed[issue].len() > 1).collect(),
            allowed,
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

    /// Whether there is anything to exchange.
    pub fn can_move(&self) -> bool {
        !self.movable.is_empty()
    }

    /// The package where it stands.
    pub fn package(&self) -> Vec<Open> {
        self.chosen.iter().copied().map(Open).collect()
    }

    /// The mean over exchanges of one option of the squares of what they do, by party.
    pub fn squares(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.problem.parties];
        let mut count = 0.0;
        for &issue in &self.movable {
            let now = self.relaxation.effect(self.chosen[issue]);
            for &choice in self.allowed[issue].iter().filter(|choice| **choice != self.chosen[issue]) {
                let change = self.relaxation.effect(choice).iter().zip(now);
                sums.iter_mut().zip(change).for_each(|(sum, (new, old))| *sum += (new - old) * (new - old));
                count += 1.0;
            }
        }
        sums.iter().map(|sum| sum / f64::max(count, 1.0)).collect()
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
        let allowed = &self.allowed[issue];
        let old = self.chosen[issue];
        let drawn = allowed[random.below(allowed.len() - 1)];
        let new = if drawn == old { allowed[allowed.len() - 1] } else { drawn };
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
