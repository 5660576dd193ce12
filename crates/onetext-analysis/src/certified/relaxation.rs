//! The problem with shares of choices in place of choices: what its interior-point solution (`interior.rs`) starts from.
//! All of it is floating point and guides; nothing here proves anything.

use super::domain::Domain;
use super::goal::Goal;
use super::pattern::Pattern;
use super::problem::Problem;

/// Rows of ties that the relaxation sees: a factor of so many dense rows takes about a second. Those beyond it are kept by
/// every package all the same; only the bound is then weaker.
pub const ROWS_MAX: usize = 1_500;

/// The relaxation of the whole problem, in numbers near one.
#[derive(Debug)]
pub(super) struct Relaxation<'p> {
    /// The problem.
    pub problem: &'p Problem,
    /// By party, what one unit of its scaled utility is.
    pub scales: Vec<f64>,
    /// What a choice adds, `effects[choice * P + party]`, scaled.
    pub effects: Vec<f64>,
    /// By party, its scaled reservation.
    pub reservations: Vec<f64>,
    /// By choice, the rows that weigh it, and how much.
    pub touches: Vec<Vec<(usize, f64)>>,
    /// By row, its limit.
    pub limits: Vec<f64>,
    /// By issue, the rows that weigh one of its choices.
    pub rows_of: Vec<Vec<usize>>,
    /// Where the matrix of the rows is other than zero.
    pub pattern: Pattern,
}

/// The part of the relaxation that a domain leaves open.
#[derive(Debug)]
pub(super) struct Part {
    /// The issues with more than one choice left, each with its places among `choices`.
    pub issues: Vec<(usize, std::ops::Range<usize>)>,
    /// The choices of these issues.
    pub choices: Vec<usize>,
    /// By party, what the settled issues give it beyond its reservation.
    pub settled: Vec<f64>,
    /// By row, what of its limit the settled issues leave.
    pub limits: Vec<f64>,
}

/// What the relaxation tells: multipliers for the bound, shares for rounding.
#[derive(Clone, Debug)]
pub(super) struct Guide {
    /// By party, a weight for its utility in units.
    pub weights: Vec<f64>,
    /// By row, a charge in the same units.
    pub charges: Vec<f64>,
    /// By choice, its share.
    pub shares: Vec<f64>,
}

impl<'p> Relaxation<'p> {
    /// The relaxation of a problem.
    pub fn of(problem: &'p Problem) -> Self {
        let parties = problem.parties;
        let scales: Vec<f64> = (0..parties).map(|party| spread(problem, party)).collect();
        let to_scale = |(at, value): (usize, &i64)| *value as f64 / scales[at % parties.max(1)];
        let rows = &problem.rows[..problem.rows.len().min(ROWS_MAX)];
        let mut touches = vec![Vec::new(); problem.choices()];
        let mut rows_of = vec![Vec::new(); problem.issues()];
        for (number, row) in rows.iter().enumerate() {
            for &(choice, weight) in &row.weights {
                touches[choice.0].push((number, weight as f64));
                rows_of[problem.issue_of[choice.0]].push(number);
            }
        }
        rows_of.iter_mut().for_each(Vec::dedup);
        Relaxation {
            problem,
            effects: problem.values.iter().enumerate().map(to_scale).collect(),
            reservations: problem.reservations.iter().enumerate().map(to_scale).collect(),
            touches,
            limits: rows.iter().map(|row| row.limit as f64).collect(),
            pattern: Pattern::of(rows.len(), &rows_of),
            rows_of,
            scales,
        }
    }

    /// By party, its scaled range, the largest 1; nothing for the product.
    pub fn ranges(&self, goal: &Goal) -> Option<Vec<f64>> {
        let Goal::Least { ranges, .. } = goal else { return None };
        let scaled: Vec<f64> =
            ranges.iter().zip(&self.scales).map(|(range, one)| *range as f64 / one).collect();
        let largest = scaled.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        Some(scaled.into_iter().map(|range| range / largest).collect())
    }

    /// What a choice adds for each party.
    pub fn effect(&self, choice: usize) -> &[f64] {
        &self.effects[choice * self.problem.parties..][..self.problem.parties]
    }

    /// The part that a domain leaves open.
    pub fn part(&self, domain: &Domain) -> Part {
        let mut part = Part {
            issues: Vec::new(),
            choices: Vec::new(),
            settled: self.reservations.iter().map(|own| -own).collect(),
            limits: self.limits.clone(),
        };
        for issue in 0..self.problem.issues() {
            if let Some(choice) = domain.settled(self.problem, issue) {
                part.settled.iter_mut().zip(self.effect(choice.0)).for_each(|(sum, effect)| *sum += effect);
                self.touches[choice.0].iter().for_each(|(row, weight)| part.limits[*row] -= weight);
            } else {
                let start = part.choices.len();
                part.choices.extend(domain.choices(self.problem, issue).map(|choice| choice.0));
                part.issues.push((issue, start..part.choices.len()));
            }
        }
        part
    }

    /// How many small steps an iteration over the whole takes, about.
    pub fn work(&self) -> u64 {
        let parties = self.problem.parties as u64;
        let forming = self.problem.choices() as u64 * (parties + 2) * (parties + 8);
        let meeting: u64 = self.rows_of.iter().map(|rows| (rows.len() * rows.len()) as u64).sum();
        // Measured against exchanges of an option: columns of the factor run four times as fast as the rest.
        self.pattern.work(self.problem.parties) / 64 + (forming + meeting) / 16 + 1
    }
}

/// How far a party's utility reaches over all packages.
fn spread(problem: &Problem, party: usize) -> f64 {
    let of_issue = |issue: usize| {
        let values = problem.of_issue(issue).map(|choice| problem.worth(choice)[party]);
        let (least, most) = values.fold((i64::MAX, i64::MIN), |(a, b), value| (a.min(value), b.max(value)));
        if least > most { 0.0 } else { most as f64 - least as f64 }
    };
    (0..problem.issues()).map(of_issue).sum::<f64>().max(1.0)
}
