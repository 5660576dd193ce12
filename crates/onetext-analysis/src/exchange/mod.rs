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

mod exact;
mod json;
mod node;
mod remark;
mod scenario_json;
mod source;

pub use exact::{EXPONENT_MAX, NUMBER_CHARACTERS_MAX};
pub use json::{DEPTH_MAX, VALUES_MAX};
pub use remark::{ReadError, Remark, What, Why};
pub use source::{EXCERPT_MAX, FILE_BYTES_MAX};

use crate::Scenario;
use source::Source;

/// The scenario that some files tell together, and what there is to remark.
pub fn read(files: &[(String, Vec<u8>)]) -> Result<(Scenario, Vec<Remark>), ReadError> {
    let mut remarks = Vec::new();
    for (name, bytes) in files {
        let source = Source::new(name, bytes)?;
        let node = json::parse(source)?;
        if scenario_json::is(&node) {
            let scenario = scenario_json::read(source, &node, &mut remarks)?;
            scenario.check()?;
            return Ok((scenario, remarks));
        }
    }
    Err(ReadError { place: None, why: Why::NoScenario("a scenario.json is read".to_owned()) })
}
