//! Solution concepts, one file each: set-valued, with the paper and its axioms.
//!
//! A concept takes a [`BargainingProblem`] (what each point of a front gives each party beyond what it has without a deal, and
//! the most that each could gain) and answers with a [`Solution`]: *every* point that is best by its rule, and the value that
//! they reach, exactly. None of them is *the* answer: they disagree because fairness has several meanings, and a mediator
//! shows them side by side.
//!
//! | function | rule | does a party's scale matter? |
//! |---|---|---|
//! | [`nash`] | most parties with a gain, then the largest product of their gains | no, while the same parties gain |
//! | [`kalai_smorodinsky`] | the least share of what each could gain is as large as can be; then the second least, ... | no |
//! | [`max_min_share`] | the same, first step only | no |
//! | [`egalitarian`] | the least gain is as large as can be | yes |
//! | [`leximin`] | the same; then the second least, ... | yes |
//! | [`utilitarian`] | the largest sum | yes |
//! | [`relative_utilitarian`] | the largest sum of shares of what each could gain | no |
//! | [`min_spread`] | the shares lie as close together as can be (`NegMAS` calls this "ks") | no |
//!
//! Points are sifted by whole numbers of 64 bits that are known to be near the truth; whatever could still be best is then
//! compared exactly. [`rescaling`] says how far a party's scale may change before a solution does; [`equity`] measures one
//! point.
//!
//! ```
//! use onetext_analysis::Utility;
//! use onetext_analysis::solutions::{BargainingProblem, egalitarian, nash};
//! let points = [[90, 20], [60, 55], [40, 90]].map(|point| point.map(Utility::hundredths));
//! let problem = BargainingProblem::rational(&points, &[Utility::hundredths(10); 2])?;
//! assert_eq!(egalitarian(&problem).unwrap().places, [1]); // 0.45 more for whoever gains least
//! assert_eq!(nash(&problem).unwrap().places, [2]); // 0.30 times 0.80 beats 0.50 times 0.45
//! # Ok::<(), onetext_analysis::Error>(())
//! ```

mod convention;
mod egalitarian;
pub mod equity;
mod fraction;
mod kalai_smorodinsky;
mod leximin;
mod magnitude;
mod min_spread;
mod nash;
mod problem;
mod ratio;
mod relative_utilitarian;
pub mod rescaling;
mod share;
mod sift;
mod utilitarian;

pub use convention::{Convention, Solutions};
pub use egalitarian::egalitarian;
pub use fraction::Fraction;
pub use kalai_smorodinsky::{kalai_smorodinsky, max_min_share};
pub use leximin::leximin;
pub use min_spread::min_spread;
pub use nash::{GainsProduct, nash, nash_product};
pub use problem::BargainingProblem;
pub use relative_utilitarian::relative_utilitarian;
pub use utilitarian::utilitarian;

/// All points that are best by a rule, and what they reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution<V> {
    /// Their places among the points of the problem, ascending; several where the rule cannot tell them apart.
    pub places: Vec<usize>,
    /// The value by which they are best, exactly.
    pub value: V,
}

impl<V> Solution<V> {
    /// The same points with their value told in another way.
    pub fn map<W>(self, tell: impl FnOnce(V) -> W) -> Solution<W> {
        Solution { places: self.places, value: tell(self.value) }
    }
}
