//! Forms: for every kind of entry one, made from the kind's own schema, so that a new kind has its form on the day it
//! is born. [`shape`] says which fields there are, [`fill`] what stands in them, [`read`] makes a fact of what comes
//! back, [`html`] draws them. Nothing here decides who may enter what.

mod fill;
mod html;
mod read;
mod shape;

pub(crate) use fill::{Values, values_of};
pub(crate) use html::{Choices, Drawing, draw};
pub(crate) use read::fact;
pub(crate) use shape::shape;
