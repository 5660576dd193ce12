//! A share, which cannot be read without its model, says nothing of what is impossible, and stands beside no share of another
//! model.

use std::cmp::Ordering;

use super::super::{Standing, Worth};
use super::diagnostics::{effective_size, rank_r_hat};
use super::draw::Margins;
use super::{CHAINS, Model};

/// Of `n` independent draws none had what is sought: with 95 % confidence its share is below 3 / n (Hanley & Lippman-Hand 1983,
/// "If nothing goes wrong, is everything all right?", JAMA 249).
const RULE_OF_THREE: f64 = 3.0;

/// The shares of one sample, in the order of its questions.
#[derive(Clone, Debug)]
pub struct Shares {
    model: Model,
    shares: Vec<Share>,
}

#[derive(Clone, Debug)]
struct Share {
    count: usize,
    effective: f64,
    r_hat: f64,
}

/// One share together with what it depends on.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    model: &'a Model,
    share: &'a Share,
}

/// In how many draws something was so.
#[derive(Debug)]
pub enum Seen {
    /// In none. That does not make it impossible: ask whether it is possible.
    InNone {
        /// Its share is probably below this, under the model.
        at_most: f64,
    },
    /// In some.
    InSome {
        /// Of all draws.
        share: f64,
        /// How far that is likely to be from the share under the model: the Monte-Carlo standard error.
        standard_error: f64,
    },
    /// In all. That does not make it necessary: ask whether it is necessary.
    InAll {
        /// Its share is probably above this, under the model.
        at_least: f64,
    },
}

/// The question with the largest share of a sample.
#[derive(Clone, Debug)]
pub struct BestOf<'a> {
    /// Its places; all that have it.
    pub questions: Vec<usize>,
    /// Its share.
    pub reading: Reading<'a>,
    /// By how much the largest of several sampled shares is too large on average, at most. The largest is often the luckiest:
    /// the winner's curse (Smith & Winkler 2006, "The optimizer's curse", Management Science 52). The bound is that for the
    /// greatest of `k` means of `n` draws between 0 and 1: the root of `ln k / 2n` (Boucheron, Lugosi & Massart 2013,
    /// "Concentration Inequalities", theorem 2.5), with the smallest effective size for `n`.
    pub too_large_by_at_most: f64,
}

/// Two shares that do not answer the same question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the shares were drawn under different models (level of knowledge, statements or prior) and cannot be compared"
)]
pub struct NotComparable;

impl Shares {
    pub(super) fn of(model: Model, questions: &[(Worth, Standing)], margins: &Margins) -> Self {
        let shares =
            questions.iter().zip(margins).map(|((_, standing), chains)| Share::of(*standing, chains));
        Shares { model, shares: shares.collect() }
    }

    /// What all shares of this sample depend on.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The share of a question.
    pub fn reading(&self, question: usize) -> Option<Reading<'_>> {
        Some(Reading { model: &self.model, share: self.shares.get(question)? })
    }

    /// The shares of all questions.
    pub fn readings(&self) -> impl Iterator<Item = Reading<'_>> {
        self.shares.iter().map(|share| Reading { model: &self.model, share })
    }

    /// The largest share, and by how much it may be too large because it was picked.
    pub fn best(&self) -> Option<BestOf<'_>> {
        let most = self.shares.iter().map(|share| share.count).max()?;
        let questions: Vec<usize> =
            (0..self.shares.len()).filter(|place| self.shares[*place].count == most).collect();
        let reading = self.reading(*questions.first()?)?;
        let effective = self.shares.iter().map(|share| share.effective).fold(f64::INFINITY, f64::min);
        let bound = libm::sqrt(libm::log(self.shares.len() as f64) / (2.0 * effective.max(1.0)));
        Some(BestOf { questions, reading, too_large_by_at_most: bound.min(1.0) })
    }
}

impl Share {
    fn of(standing: Standing, chains: &[Vec<f64>]) -> Self {
        let is_so = |margin: &f64| match standing {
            Standing::Better => *margin > 0.0,
            Standing::AtLeast => *margin >= 0.0,
            Standing::Equal => margin.abs() < f64::MIN_POSITIVE,
        };
        let count = chains.iter().flatten().filter(|margin| is_so(margin)).count();
        let draws: usize = chains.iter().map(Vec::len).sum();
        let hits = |chain: &Vec<f64>| chain.iter().map(|margin| f64::from(u8::from(is_so(margin)))).collect();
        let margins = effective_size(chains);
        // Where all draws agree, only the margins behind them show how many there were.
        let effective = if count == 0 || count == draws {
            margins
        } else {
            effective_size(&chains.iter().map(hits).collect::<Vec<_>>()).min(draws as f64)
        };
        Share { count, effective, r_hat: rank_r_hat(chains) }
    }
}

impl<'a> Reading<'a> {
    /// What it depends on.
    pub fn model(&self) -> &'a Model {
        self.model
    }

    /// Draws in which it was so, and all draws.
    pub fn counts(&self) -> (usize, usize) {
        (self.share.count, self.model.plan.draws * CHAINS)
    }

    /// In how many draws it was so.
    pub fn seen(&self) -> Seen {
        let (count, draws) = self.counts();
        let bound = (RULE_OF_THREE / self.effective().max(1.0)).min(1.0);
        if count == 0 {
            return Seen::InNone { at_most: bound };
        }
        if count == draws {
            return Seen::InAll { at_least: 1.0 - bound };
        }
        let share = count as f64 / draws as f64;
        let standard_error = libm::sqrt(share * (1.0 - share) / self.effective().max(1.0));
        Seen::InSome { share, standard_error }
    }

    /// How many independent draws the share is worth; never more than were drawn.
    pub fn effective(&self) -> f64 {
        self.share.effective.min((self.model.plan.draws * CHAINS) as f64)
    }

    /// Whether the chains agree: the rank-normalised R-hat of the margins, above 1.01 where they may not.
    pub fn rank_r_hat(&self) -> f64 {
        self.share.r_hat
    }

    /// Which share is larger, of two drawn under the same model but for seed and number of draws.
    pub fn compare(&self, other: &Reading<'_>) -> Result<Ordering, NotComparable> {
        let (one, two) = (self.model, other.model);
        if one.level != two.level || one.plan.prior != two.plan.prior || one.statements != two.statements {
            return Err(NotComparable);
        }
        let ((count, draws), (others, other_draws)) = (self.counts(), other.counts());
        Ok((count as u128 * other_draws as u128).cmp(&(others as u128 * draws as u128)))
    }
}
