//! The mathematics of settlement: which deals are possible, what stands in the way, which packages are worth a look.
//!
//! Four types matter:
//! - [`Space`]: the issues, their options, and which options exclude or require each other;
//! - [`Package`]: one option for every issue, a complete possible deal;
//! - [`Scenario`]: a space and how each party values its packages, with what each has without a deal;
//! - [`Budget`]: how much may be spent on an answer, and who may stop it.
//!
//! Everything is computed in integers: a utility is a whole number of 1e-12 ([`Utility`]), rounded half to even once, when it
//! is read. So the same input gives the same bytes on every machine and with any number of threads. A result that took a
//! limit says so in its type.
//!
//! Useful without the rest of onetext: nothing here knows of cases, views or pages.
//!
//! ```
//! use onetext_analysis::{Issue, Package, Scenario, Space, Utility, UtilityFunction};
//! let space = Space::new(vec![Issue::listed("Cap", &["none", "800,000"]), Issue::listed("Monitor", &["yes", "no"])])?;
//! let hundredths = |rows: &[&[i64]]| {
//!     UtilityFunction::additive(rows.iter().map(|row| row.iter().map(|u| Utility::hundredths(*u)).collect()).collect())
//! };
//! let scenario = Scenario::new("two issues", space)
//!     .with_party("Delta", hundredths(&[&[60, 0], &[40, 0]]))
//!     .with_party("Upland", hundredths(&[&[0, 70], &[30, 0]]));
//! let both = Package::of(&[1, 0]);
//! assert_eq!(scenario.utilities(&both), [Utility::hundredths(40), Utility::hundredths(100)]);
//! # Ok::<(), onetext_analysis::Error>(())
//! ```

#![expect(clippy::cast_precision_loss, reason = "floating point draws, samples and guides; integers decide")]

pub mod bridging;
mod budget;
pub mod certified;
pub mod conflicts;
mod error;
pub mod exchange;
pub mod front;
pub mod linear;
pub mod preferences;
mod scenario;
pub mod settlement;
pub mod solutions;
mod space;
pub mod trades;
mod utility;

pub use budget::{Budget, Stopped};
pub use error::Error;
pub use scenario::{PARTIES_MAX, Party, PartyIndex, Scenario, Term, UtilityFunction};
pub use space::{
    COUNTED_WORDS_MAX, Choice, Count, Counting, Dependency, Drawn, Draws, Issue, IssueIndex, Narrowed,
    OpenOptions, OptionIndex, Package, Packages, Precision, ROUNDS_MAX, Range, RedLine, SAMPLES_MAX, Sample,
    Sampler, Shape, Space, TRIES_MAX,
};
pub use utility::{UTILITY_MAX, Utility};
