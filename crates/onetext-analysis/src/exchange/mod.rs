//! Scenarios in and out: the file formats of negotiation research, each read to a scenario and remarks.
//!
//! Files are given as names and bytes; which format they are in is told from their content. What is odd but usable gives a
//! [`Remark`] with its place; [`ReadError`] only where there is nothing to return.
//!
//! ```
//! use onetext_analysis::exchange;
//! let file = br#"{"name": "dam", "issues": [{"name": "Level", "options": ["high", "low"]}],
//!     "table": [[[0.4, 0], [0, 1]]], "parties": [{"name": "Delta", "reservation": 0.1}, {"name": "Upland"}]}"#;
//! let (scenario, remarks) = exchange::read(&[("scenario.json".to_owned(), file.to_vec())])?;
//! assert_eq!(scenario.parties[1].name, "Upland");
//! assert_eq!(scenario.parties[1].reservation, None);
//! assert!(remarks.is_empty());
//! # Ok::<(), exchange::ReadError>(())
//! ```

mod csv;
mod domain;
mod exact;
mod files;
mod genius;
mod genius_out;
mod geniusweb;
mod json;
mod negmas;
mod negolog;
mod node;
mod profile;
mod rectangles;
mod remark;
mod scenario_file;
mod source;
mod value_function;
mod why;
mod write;
mod xml;
mod yaml;

pub use domain::{OPTIONS_TOGETHER_MAX, VALUES_OF_RANGE};
pub use exact::{EXPONENT_MAX, NUMBER_CHARACTERS_MAX};
pub use files::{FILES_MAX, read};
pub use genius_out::{NotInGenius, genius_xml};
pub use json::{DEPTH_MAX, VALUES_MAX};
pub use profile::WEIGHT_SUM_TOLERANCE;
pub use rectangles::RECTANGLES_MAX;
use remark::Remarks;
pub use remark::{REMARKS_MAX, Remark, What};
pub use source::{EXCERPT_MAX, FILE_BYTES_MAX};
pub use why::{ReadError, Why};
pub use write::{front_csv, scenario_json};
pub use xml::ELEMENTS_MAX;
