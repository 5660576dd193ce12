//! Forms: for every kind of entry one, made from the kind's own schema, so that a new kind has its form on the day it
//! is born. [`shape`] says which fields there are, [`fill`] what stands in them, [`read`] makes a fact of what comes
//! back, [`wrong`] says what does not fit, [`html`] draws them, [`told`] tells a fact without a form. Nothing here
//! decides who may enter what.

mod fill;
mod html;
mod label;
mod read;
mod shape;
mod told;
mod wrong;

pub(crate) use fill::{Values, values_of};
pub(crate) use html::{Choices, Drawing, draw};
pub(crate) use label::{kind_words, word};
pub(crate) use read::fact;
pub(crate) use shape::shape;
pub(crate) use told::Telling;
pub(crate) use wrong::{Wanted, Wrong};
