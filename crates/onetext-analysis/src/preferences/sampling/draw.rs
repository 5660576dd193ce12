//! One drawn utility function in floating point, and how far it is above zero for each question.

use super::super::{Quantity, Standing, Worth};
use super::random::Random;
use crate::Choice;

/// A drawn function.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawn {
    /// By issue and option, weights included.
    pub(super) values: Vec<Vec<f64>>,
    pub(super) weights: Vec<f64>,
    pub(super) reservation: f64,
}

/// By question, then by chain and draw: how far above zero.
pub(super) type Margins = Vec<Vec<Vec<f64>>>;

/// A worth in floating point.
pub(super) struct Asked(Vec<(Quantity, f64)>);

impl Asked {
    pub(super) fn all(questions: &[(Worth, Standing)]) -> Vec<Self> {
        let terms =
            |worth: &Worth| worth.quantities().map(|(of, factor)| (of, factor.approximate())).collect();
        questions.iter().map(|(worth, _)| Asked(terms(worth))).collect()
    }

    pub(super) fn of(&self, drawn: &Drawn) -> f64 {
        let value = |quantity| match quantity {
            Quantity::Value(Choice { issue, option }) => {
                drawn.values.get(issue.at()).and_then(|row| row.get(option.at())).copied()
            }
            Quantity::Weight(issue) => drawn.weights.get(issue.at()).copied(),
            Quantity::Reservation => Some(drawn.reservation),
        };
        self.0.iter().filter_map(|(quantity, factor)| Some(factor * value(*quantity)?)).sum()
    }
}

/// The values of an issue of which nothing is said: any two options are its ends, the others uniform between.
pub(super) fn silent(row: &mut [f64], weight: f64, random: &mut Random) {
    for value in row.iter_mut() {
        *value = weight * random.uniform();
    }
    let worst = random.below(row.len());
    let best = (worst + 1 + random.below(row.len() - 1)) % row.len();
    row[worst] = 0.0;
    row[best] = weight;
}
