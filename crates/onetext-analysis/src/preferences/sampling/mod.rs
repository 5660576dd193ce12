//! Shares by sampling: of how many of the sampled utility functions something is so. Last, because unlike what is necessary and
//! possible a share depends on how functions are drawn, which no party said.
//!
//! # The two priors, exactly
//! With the ends of an issue settled, a consistent function is given by the values `v` of the options between (weights
//! included), the weights `w`, and the reservation `r`, at most one.
//! - [`Prior::Values`]: uniform on the polytope of `(v, w, r)`. Given orders alone the weights are then Dirichlet with the
//!   parameter of an issue one more than the number of its different values between worst and best: an issue with more options
//!   tends to weigh more. Nobody said so; it comes from the measure.
//! - [`Prior::WeightsAndValues`]: uniform on the `(w, v/w, r)` that are consistent: weights are drawn without regard to the number
//!   of options, values on the scale of each issue.
//!
//! Of an issue of which nothing is said, the worst and the best option are any two, all pairs alike; the other values are
//! uniform between. A share under one prior that is far from that under the other says that it comes from the prior.
//!
//! # How they are drawn
//! Where statements are orders of whole issues and nothing else, functions are drawn independently: weights and gaps between
//! values are normalised exponential draws (Dirichlet spacings; Devroye 1986, "Non-Uniform Random Variate Generation", V.2).
//! Otherwise by hit-and-run along coordinates (Smith 1984, "Efficient Monte Carlo procedures for generating points uniformly
//! distributed over bounded regions", Operations Research 32), in four chains that start near different vertices, one sweep over
//! all coordinates between draws. Equalities, stated and implied, are found exactly and taken out first.
//!
//! Every share comes with its effective sample size and rank-normalised R-hat (Vehtari, Gelman, Simpson, Carpenter & Bürkner
//! 2021, Bayesian Analysis 16). A chain can look well and be wrong; that is one more reason to read the other results first.

mod chord;
mod coordinates;
mod diagnostics;
mod draw;
mod random;
mod shares;
mod spacings;
mod walk;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Consistent, Level, Standing, Statement, StatementIndex, Worth};
use crate::{Budget, Error, IssueIndex, Stopped};

pub use shares::{BestOf, NotComparable, Reading, Seen, Shares};

/// Chains: what R-hat compares.
pub const CHAINS: usize = 4;
/// Draws of each chain.
pub const DRAWS_MAX: usize = 100_000;
/// Unknowns that are walked: a sweep costs at most their square.
pub const COLUMNS_MAX: usize = 2_048;
/// Questions of one sample.
pub const QUESTIONS_MAX: usize = 4_096;
/// Draws of all questions together, all kept until their effective size is known: 256 MB.
pub const MARGINS_MAX: usize = 32_000_000;

/// How functions are drawn; [the two](self#the-two-priors-exactly).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prior {
    /// Uniform in the values of options, weights included.
    Values,
    /// Uniform in the weights, and in the values on each issue's own scale.
    WeightsAndValues,
}

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How.
    pub prior: Prior,
    /// The beginning of all draws: the same seed gives the same shares.
    pub seed: u64,
    /// Draws of each of the four chains.
    pub draws: usize,
}

/// What every share of a sample depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// What was drawn.
    pub plan: Plan,
    /// How much is known.
    pub level: Level,
    /// The statements that every drawn function meets.
    pub statements: Arc<[Statement]>,
    /// Whether draws are independent (spacings) or those of a walk.
    pub independent: bool,
}

/// Why nothing was drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSampled {
    /// Something is known of an issue, but not which option is its worst or best.
    #[error("issue {}: its worst and best option are not known, so no share is drawn; ask for them", .0.0)]
    EndsOpen(IssueIndex),
    /// A question about the reservation, of which nothing is known.
    #[error("nothing is known of what the party has without a deal, so no share of acceptance is drawn")]
    ReservationUnknown,
    /// Statements that make values of several issues equal: weights and values are then not free of each other.
    #[error("an equality ties several issues, which uniform weights and uniform values cannot keep")]
    TiedIssues(Vec<StatementIndex>),
    /// Something else.
    #[error(transparent)]
    Error(#[from] Error),
}

impl From<Stopped> for NotSampled {
    fn from(stopped: Stopped) -> Self {
        NotSampled::Error(stopped.into())
    }
}

impl Consistent {
    /// Of how many sampled functions each worth is above (or at least) zero.
    ///
    /// ```
    /// use onetext_analysis::preferences::sampling::{Plan, Prior, Seen};
    /// use onetext_analysis::preferences::{Consistent, Standing, Worth};
    /// use onetext_analysis::{Budget, Issue, Package, Space};
    /// let space = Space::new(vec![Issue::listed("a", &["0", "1"]), Issue::listed("b", &["0", "1"])])?;
    /// let party = Consistent::new(&space, Vec::new(), &Budget::unlimited())?.unwrap();
    /// let first = Worth::package(&Package::of(&[0, 0])).less(&Worth::package(&Package::of(&[1, 1])));
    /// let plan = Plan { prior: Prior::Values, seed: 1, draws: 1_000 };
    /// let shares = party.shares(&[(first, Standing::Better)], plan, &Budget::unlimited()).unwrap();
    /// let reading = shares.reading(0).unwrap();
    /// assert_eq!(reading.model().plan, plan);
    /// assert!(matches!(reading.seen(), Seen::InSome { share, .. } if (share - 0.5).abs() < 0.05));
    /// # Ok::<(), onetext_analysis::Error>(())
    /// ```
    pub fn shares(
        &self,
        questions: &[(Worth, Standing)],
        plan: Plan,
        budget: &Budget<'_>,
    ) -> Result<Shares, NotSampled> {
        let plan = Plan { draws: plan.draws.max(4), ..plan };
        within("draws of a chain", plan.draws, DRAWS_MAX)?;
        within("questions of a sample", questions.len(), QUESTIONS_MAX)?;
        within("draws of all questions", questions.len().saturating_mul(plan.draws * CHAINS), MARGINS_MAX)?;
        let asks_reservation = questions.iter().any(|(worth, _)| speaks_of_reservation(worth));
        if asks_reservation && !self.knows_reservation() {
            return Err(NotSampled::ReservationUnknown);
        }
        let (margins, independent) = match spacings::Spacings::of(self) {
            Some(spacings) => (spacings.margins(questions, plan, budget)?, true),
            None => (walk::margins(self, questions, plan, budget)?, false),
        };
        let statements = self.statements().into();
        let model = Model { plan, level: self.level(), statements, independent };
        Ok(Shares::of(model, questions, &margins))
    }

    fn knows_reservation(&self) -> bool {
        let reservation = self.columns.reservation();
        self.lines.iter().any(|line| !line.form.factor(reservation).is_zero())
    }

    /// Whether nobody speaks of any option of an issue of at least two.
    fn is_silent(&self, issue: IssueIndex) -> bool {
        let options = self.space().issues()[issue.at()].options.len();
        options > 1 && self.free(issue, &BTreeSet::new()).len() == options
    }
}

fn speaks_of_reservation(worth: &Worth) -> bool {
    worth.quantities().any(|(quantity, _)| quantity == super::Quantity::Reservation)
}

fn within(what: &'static str, found: usize, limit: usize) -> Result<(), Error> {
    if found <= limit { Ok(()) } else { Err(Error::TooMany { what, found, limit }) }
}
