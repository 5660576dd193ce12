//! What is known of how a party values options, and what follows from it for every consistent utility function.
//!
//! A utility function is consistent if it gives every option of every issue a value, the worst option of each issue zero; the
//! best options together one (so the value of an issue's best option is the weight); and if every [`Statement`] holds.
//! The reservation is one more unknown. [`Consistent`] is the set of all of them for one party; its answers come in this
//! order:
//! 1. what is *necessary* (so for every consistent function) and what is *possible* (so for at least one): Greco, Mousseau &
//!    Słowiński 2008, "Ordinal regression revisited", European Journal of Operational Research 191;
//! 2. the *greatest regret* of a package, and the package whose greatest regret is least: Boutilier, Patrascu, Poupart &
//!    Schuurmans 2006, "Constraint-based optimization and utility elicitation using the minimax decision criterion",
//!    Artificial Intelligence 170;
//! 3. *shares* of sampled functions, last, and never without the model that they were sampled from.
//!
//! Nobody's preference is filled in, and what several parties want is never added up here.
//!
//! # Exactly, although the worst and best options need not be known
//! With known worst and best options all of this is linear. Where a statement does not settle them, the consistent functions
//! are a union of such polytopes, one for each choice of the ends of the issues; `cases` searches it by branch and bound,
//! exactly. An end needs no branching where it is free: an option of which neither a statement nor the question speaks can
//! be worst or best without changing anything else.
//!
//! "Better" and "refuses" are strict: `a` before `b` in an order says that `a` is worth more. The least value of a form over
//! all consistent functions is that over their closure; whether a *weak* bound is met by a function for which all strict
//! statements hold is decided by the greatest gap that all of them can have at once.

mod acceptance;
mod cases;
mod clash;
mod consistent;
mod ends;
mod lines;
pub mod question;
mod regret;
pub mod sampling;
mod statement;
mod worth;

pub use acceptance::{Judgement, Standing};
pub use clash::Clash;
pub use consistent::{Bound, Completion, Consistent, Least};
pub use regret::{LeastRegret, Regret};
pub use statement::{Level, Said, Source, Statement, StatementIndex};
pub use worth::{Quantity, Worth};
