//! Independent draws where only whole orders are known: normalised exponential gaps.

use super::super::{Consistent, Said, Standing, Worth};
use super::draw::{Asked, Drawn, Margins, silent};
use super::random::Random;
use super::{CHAINS, Plan, Prior};
use crate::{Budget, OptionIndex, Stopped};

/// What is known of each issue.
pub(super) struct Spacings(Vec<Known>);

enum Known {
    /// Nothing; so many options.
    Nothing(usize),
    /// All its options, in classes from best to worst.
    Order(Vec<Vec<OptionIndex>>),
}

impl Spacings {
    /// The spacings of a party of whom nothing is known but the orders of whole issues.
    pub(super) fn of(party: &Consistent) -> Option<Self> {
        let options = party.space().issues().iter().map(|issue| issue.options.len());
        let mut known: Vec<Known> =
            options
                .map(|count| {
                    if count == 1 { Known::Order(vec![vec![OptionIndex(0)]]) } else { Known::Nothing(count) }
                })
                .collect();
        for statement in party.statements() {
            let Said::Order { issue, classes } = &statement.said else { return None };
            let mut listed: Vec<_> = classes.iter().flatten().collect();
            listed.sort_unstable();
            let count = party.space().issues()[issue.at()].options.len();
            let is_whole = (0..).map(OptionIndex).take(count).eq(listed.into_iter().copied());
            if !is_whole || !matches!(known[issue.at()], Known::Nothing(_)) {
                return None;
            }
            let classes = classes.iter().filter(|class| !class.is_empty()).cloned().collect();
            known[issue.at()] = Known::Order(classes);
        }
        Some(Spacings(known))
    }

    pub(super) fn margins(
        &self,
        questions: &[(Worth, Standing)],
        plan: Plan,
        budget: &Budget<'_>,
    ) -> Result<Margins, Stopped> {
        let asked = Asked::all(questions);
        let mut margins: Margins = vec![vec![Vec::new(); CHAINS]; asked.len()];
        let options: usize = self.0.iter().map(Known::options).sum();
        for chain in 0..CHAINS {
            let mut random = Random::new(plan.seed, chain);
            for _ in 0..plan.draws {
                let drawn = self.draw(plan.prior, &mut random);
                for (margins, asked) in margins.iter_mut().zip(&asked) {
                    margins[chain].push(asked.of(&drawn));
                }
                budget.spend((options + asked.len()) as u64)?;
            }
        }
        Ok(margins)
    }

    fn draw(&self, prior: Prior, random: &mut Random) -> Drawn {
        let mut weights: Vec<f64> = self.0.iter().map(|known| known.share(prior, random)).collect();
        let sum: f64 = weights.iter().sum();
        for weight in &mut weights {
            *weight /= sum;
        }
        let values = self.0.iter().zip(&weights).map(|(known, weight)| known.row(*weight, random)).collect();
        Drawn { values, weights, reservation: 0.0 }
    }
}

impl Known {
    fn options(&self) -> usize {
        match self {
            Known::Nothing(options) => *options,
            Known::Order(classes) => classes.iter().map(Vec::len).sum(),
        }
    }

    /// The issue's share before all are made to sum to one: a sum of exponential draws, none where all options are alike.
    fn share(&self, prior: Prior, random: &mut Random) -> f64 {
        let values = match self {
            Known::Nothing(options) => *options,
            Known::Order(classes) => classes.len(),
        };
        let draws = match prior {
            _ if values < 2 => 0,
            Prior::Values => values - 1,
            Prior::WeightsAndValues => 1,
        };
        (0..draws).map(|_| random.exponential()).sum()
    }

    fn row(&self, weight: f64, random: &mut Random) -> Vec<f64> {
        let mut row = vec![0.0; self.options()];
        let Known::Order(classes) = self else {
            silent(&mut row, weight, random);
            return row;
        };
        let gaps: Vec<f64> = classes.iter().skip(1).map(|_| random.exponential()).collect();
        let sum: f64 = gaps.iter().sum();
        let mut below = sum;
        for (class, gap) in classes.iter().zip(gaps.iter().chain([&0.0])) {
            let value = if sum > 0.0 { weight * below.max(0.0) / sum } else { 0.0 };
            for option in class {
                row[option.at()] = value;
            }
            below -= gap;
        }
        if let Some(worst) = classes.last().filter(|_| classes.len() > 1) {
            for option in worst {
                row[option.at()] = 0.0;
            }
        }
        row
    }
}
