//! How many packages a space has: exactly where its components can be counted, else an estimate with its proven precision, else
//! proven limits.

use num_bigint::BigUint;

use super::Space;
use super::draws::Draws;
use super::relax::Relaxed;
use super::sample::Sampler;
use super::tally::Counted;
use crate::{Budget, Stopped};

/// The stated size: components are counted exactly while their decision diagrams have at most so many words together. Some
/// 128 MB with the counts beside them, and a few seconds; forty issues with sixty random dependencies stay below.
pub const COUNTED_WORDS_MAX: usize = 1 << 24;
/// Draws for an estimate, after which only proven limits are told.
pub const SAMPLES_MAX: u64 = 1 << 20;
const MILLION: u32 = 1_000_000;

/// How many packages there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Count {
    /// Exactly so many.
    Exact(BigUint),
    /// About so many: see [`Precision`] for what that means.
    Estimated {
        /// The estimate, a whole number.
        value: BigUint,
        /// How far off it may be, and how often farther.
        precision: Precision,
        /// Draws that it rests on.
        samples: u64,
    },
    /// Not counted, and no estimate has a guarantee after the draws that were allowed: proven limits, both included.
    Between {
        /// No fewer.
        at_least: BigUint,
        /// No more.
        at_most: BigUint,
    },
}

/// The precision of an estimate. Of all seeds, at most the share delta gives an estimate that is off by more than the share
/// epsilon of the true number (as far as a generator's numbers stand for evenly spread ones).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Precision {
    epsilon_millionths: u32,
    delta_millionths: u32,
}

/// How to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counting {
    /// Components are counted exactly up to so many words of all their decision diagrams together.
    pub words_max: usize,
    /// The precision of an estimate where that is not enough.
    pub precision: Precision,
    /// Draws for an estimate.
    pub samples_max: u64,
    /// The seed of its draws.
    pub seed: u64,
}

impl Precision {
    /// Both in millionths: neither 0, epsilon at most all, delta less than all.
    pub fn new(epsilon_millionths: u32, delta_millionths: u32) -> Option<Self> {
        let fits = (1..=MILLION).contains(&epsilon_millionths) && (1..MILLION).contains(&delta_millionths);
        fits.then_some(Precision { epsilon_millionths, delta_millionths })
    }

    /// By which share of the true number an estimate may be off.
    pub fn epsilon(self) -> f64 {
        f64::from(self.epsilon_millionths) / f64::from(MILLION)
    }

    /// Which share of seeds may give an estimate that is farther off.
    pub fn delta(self) -> f64 {
        f64::from(self.delta_millionths) / f64::from(MILLION)
    }
}

impl Default for Counting {
    /// The stated size; beyond it within 5 % for all but 1 % of seeds.
    fn default() -> Self {
        let precision = Precision { epsilon_millionths: 50_000, delta_millionths: 10_000 };
        Counting { words_max: COUNTED_WORDS_MAX, precision, samples_max: SAMPLES_MAX, seed: 0 }
    }
}

impl Count {
    /// The number, where it is exact.
    pub fn exact(&self) -> Option<&BigUint> {
        match self {
            Count::Exact(count) => Some(count),
            Count::Estimated { .. } | Count::Between { .. } => None,
        }
    }
}

impl Space {
    /// How many packages it has.
    ///
    /// ```
    /// use onetext_analysis::{Budget, Choice, Count, Counting, Dependency, Issue, Space};
    /// let issue = |name| Issue::listed(name, &["yes", "no", "later"]);
    /// let space = Space::new(vec![issue("Cap"), issue("Fund"), issue("Monitor")])?
    ///     .with(Dependency::Requires(Choice::new(0, 0), Choice::new(2, 0)))?;
    /// assert_eq!(space.count(&Counting::default(), &Budget::unlimited())?, Count::Exact(21_u32.into()));
    /// # Ok::<(), onetext_analysis::Error>(())
    /// ```
    pub fn count(&self, counting: &Counting, budget: &Budget) -> Result<Count, Stopped> {
        Sampler::up_to(self, counting.words_max, budget)?.count(counting, budget)
    }
}

impl Sampler {
    /// How many packages the space has. Of `counting` the precision, the draws and the seed are looked at.
    pub fn count(&self, counting: &Counting, budget: &Budget) -> Result<Count, Stopped> {
        if self.is_exact() || self.is_empty() {
            return Ok(Count::Exact(self.at_most()));
        }
        let mut value: BigUint = self.counted.iter().map(Counted::total).product();
        let exact_parts = value.clone();
        let mut samples = 0;
        for (stream, relaxed) in (0..).zip(&self.relaxed) {
            let mut draws = Draws::new(counting.seed, stream);
            match self.estimate(relaxed, &mut draws, counting, budget)? {
                Some((estimate, needed)) => {
                    value *= estimate;
                    samples += needed;
                }
                None => return Ok(self.between(&exact_parts)),
            }
        }
        Ok(Count::Estimated { value, precision: counting.precision, samples })
    }

    fn between(&self, exact_parts: &BigUint) -> Count {
        let inside = self.relaxed.iter().map(Relaxed::at_least).product::<BigUint>();
        let (at_least, at_most) = (exact_parts * inside, self.at_most());
        if at_least == at_most { Count::Exact(at_least) } else { Count::Between { at_least, at_most } }
    }

    /// An estimate of one component out of several, and the draws that it took; nothing if they do not suffice.
    ///
    /// A draw from the space around a component is a success if it lies in the component. Drawing until so many successes,
    /// and dividing them by the draws, estimates the component's share within epsilon with confidence 1 - delta, whatever the
    /// share is: the Stopping Rule Theorem of Dagum, Karp, Luby & Ross, An optimal algorithm for Monte Carlo estimation, SIAM
    /// J. Comput. 29 (2000). For k components, epsilon / 2k and delta / k each give epsilon and delta for the product.
    fn estimate(
        &self,
        relaxed: &Relaxed,
        draws: &mut Draws,
        counting: &Counting,
        budget: &Budget,
    ) -> Result<Option<(BigUint, u64)>, Stopped> {
        let wanted = successes(counting.precision, self.relaxed.len());
        let mut package = self.blank();
        let mut found = 0;
        for drawn in 1..=counting.samples_max {
            found += u64::from(relaxed.draw(draws, &mut package, budget)?);
            if found == wanted {
                return Ok(Some((relaxed.at_most() * wanted / drawn, drawn)));
            }
        }
        Ok(None)
    }
}

/// The successes after which to stop.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positive, and at most 1e15 or so"
)]
fn successes(precision: Precision, components: usize) -> u64 {
    let parts = components as f64;
    let epsilon = if components == 1 { precision.epsilon() } else { precision.epsilon() / (2.0 * parts) };
    let delta = precision.delta() / parts;
    let upsilon = 4.0 * (std::f64::consts::E - 2.0) * libm::log(2.0 / delta) / (epsilon * epsilon);
    libm::ceil(1.0 + (1.0 + epsilon) * upsilon) as u64
}
