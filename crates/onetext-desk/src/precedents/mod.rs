//! Precedents: which earlier agreements were invoked in the talks, and what a library of agreements says beside a
//! provision. Found is not recommended.

pub mod beside;
pub mod found;
mod invoked;

pub use invoked::compose;
pub(crate) use invoked::on;
