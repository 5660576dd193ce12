//! The crate's one integration-test binary: the sample documents, and what every writer makes of them.

mod calendars;
#[cfg(feature = "docx")]
mod libre_office;
mod look;
mod manuscripts;
mod opened;
mod pages;
#[cfg(feature = "pdf")]
mod pdf_files;
mod properties;
mod sample;
mod scales;
#[cfg(feature = "xlsx")]
mod sheets;
mod terminals;
#[cfg(feature = "docx")]
mod word_files;
