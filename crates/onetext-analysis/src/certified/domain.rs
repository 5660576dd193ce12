//! Which choices are left, and what follows when some are taken away.

use super::problem::{Open, Problem};

/// The choices that are left, at least one for each issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Domain {
    left: Vec<u64>,
    counts: Vec<u32>,
}

/// No package is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Empty;

impl Domain {
    /// All open choices of the problem, and what follows from its ties.
    pub fn whole(problem: &Problem) -> Result<Self, Empty> {
        let mut left = vec![0_u64; problem.choices().div_ceil(64)];
        (0..problem.choices()).for_each(|choice| left[choice / 64] |= 1 << (choice % 64));
        let count = |issue| u32::try_from(problem.of_issue(issue).len()).unwrap_or(u32::MAX);
        let counts: Vec<u32> = (0..problem.issues()).map(count).collect();
        if counts.contains(&0) {
            return Err(Empty);
        }
        let mut domain = Domain { left, counts };
        let impossible = |choice: &usize| problem.ties[*choice].impossible;
        domain.remove_all(problem, (0..problem.choices()).filter(impossible).map(Open).collect())?;
        let settled: Vec<Open> =
            (0..problem.issues()).filter_map(|issue| domain.settled(problem, issue)).collect();
        let mut pending = Vec::new();
        for choice in settled {
            domain.settle(problem, choice, &mut pending);
        }
        (0..problem.limits.len()).for_each(|limit| domain.weigh(problem, limit, &mut pending));
        domain.remove_all(problem, pending)?;
        Ok(domain)
    }

    /// Whether the choice is left.
    pub fn has(&self, choice: Open) -> bool {
        self.left[choice.0 / 64] >> (choice.0 % 64) & 1 == 1
    }

    /// How many choices of the issue are left.
    pub fn count(&self, issue: usize) -> u32 {
        self.counts[issue]
    }

    /// The choices of an issue that are left.
    pub fn choices<'a>(&'a self, problem: &Problem, issue: usize) -> impl Iterator<Item = Open> + use<'a> {
        problem.of_issue(issue).map(Open).filter(|choice| self.has(*choice))
    }

    /// The only choice that is left of an issue.
    pub fn settled(&self, problem: &Problem, issue: usize) -> Option<Open> {
        (self.counts[issue] == 1).then(|| self.choices(problem, issue).next()).flatten()
    }

    /// The package, if only one is left.
    pub fn package(&self, problem: &Problem) -> Option<Vec<Open>> {
        (0..problem.issues()).map(|issue| self.settled(problem, issue)).collect()
    }

    /// How many packages are left at most, ties aside; saturating.
    pub fn size(&self) -> u64 {
        self.counts.iter().fold(1, |size: u64, &count| size.saturating_mul(u64::from(count)))
    }

    /// How many bytes it holds, about.
    pub fn bytes(&self) -> usize {
        self.left.len() * 8 + self.counts.len() * 4
    }

    /// Takes choices away, and everything that can then no longer stand.
    pub fn remove_all(&mut self, problem: &Problem, mut pending: Vec<Open>) -> Result<(), Empty> {
        while let Some(choice) = pending.pop() {
            if !self.has(choice) {
                continue;
            }
            let issue = problem.issue_of[choice.0];
            self.left[choice.0 / 64] &= !(1 << (choice.0 % 64));
            self.counts[issue] -= 1;
            if self.counts[issue] == 0 {
                return Err(Empty);
            }
            pending.extend(&problem.ties[choice.0].required_by);
            if let Some(last) = self.settled(problem, issue) {
                self.settle(problem, last, &mut pending);
            }
            for &(limit, _) in &problem.ties[choice.0].limits {
                self.weigh(problem, limit, &mut pending);
            }
        }
        Ok(())
    }

    /// Keeps only this choice of its issue.
    pub fn keep(&mut self, problem: &Problem, choice: Open) -> Result<(), Empty> {
        let others = self.choices(problem, problem.issue_of[choice.0]).filter(|other| *other != choice);
        let others = others.collect();
        if self.has(choice) { self.remove_all(problem, others) } else { Err(Empty) }
    }

    /// What must go because this choice stands.
    fn settle(&self, problem: &Problem, choice: Open, pending: &mut Vec<Open>) {
        let tie = &problem.ties[choice.0];
        pending.extend(&tie.excludes);
        for needed in &tie.requires {
            let of_issue = problem.of_issue(problem.issue_of[needed.0]);
            pending.extend(of_issue.map(Open).filter(|other| other != needed));
        }
        for &(limit, _) in &tie.limits {
            self.weigh(problem, limit, pending);
        }
    }

    /// What must go because it would weigh too much beside the lightest of all other issues.
    fn weigh(&self, problem: &Problem, limit: usize, pending: &mut Vec<Open>) {
        let load = &problem.limits[limit];
        let by_issue = load.weights.chunk_by(|a, b| problem.issue_of[a.0.0] == problem.issue_of[b.0.0]);
        let lightest = |weights: &[(Open, u64)]| {
            let left = weights.iter().filter(|(choice, _)| self.has(*choice));
            let (number, least) = left.fold((0, u64::MAX), |(n, least), (_, w)| (n + 1, least.min(*w)));
            if number < self.counts[problem.issue_of[weights[0].0.0]] { 0 } else { least }
        };
        let least: Vec<u64> = by_issue.clone().map(lightest).collect();
        let total: u64 = least.iter().sum();
        for (weights, least) in by_issue.zip(least) {
            let too_heavy =
                |(choice, weight): &&(Open, u64)| self.has(*choice) && total - least + weight > load.most;
            pending.extend(weights.iter().filter(too_heavy).map(|(choice, _)| *choice));
        }
    }
}
