//! Status presets: the words in which a field says how far a point has got. Nothing is agreed until everything is.

use serde::{Deserialize, Serialize};

/// A list of states from open to provisionally closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatusPreset {
    /// Bracketed / agreed ad referendum / agreed: United Nations practice.
    #[default]
    Un,
    /// White / yellow / green: the coloured draft withdrawal agreement of 19 March 2018.
    Brexit,
    /// Open / tentative agreement / closed: collective bargaining.
    Labour,
    /// Opened / provisionally closed / reopened: European Union accession.
    EuAccession,
}

impl StatusPreset {
    /// The states, least settled first, each with the letter for its mark.
    pub fn states(self) -> &'static [(&'static str, &'static str)] {
        match self {
            StatusPreset::Un => &[("bracketed", "B"), ("agreed ad ref", "AR"), ("agreed", "AG")],
            StatusPreset::Brexit => &[("white", "W"), ("yellow", "Y"), ("green", "G")],
            StatusPreset::Labour => &[("open", "O"), ("tentative agreement", "TA"), ("closed", "CL")],
            StatusPreset::EuAccession => {
                &[("reopened", "RO"), ("opened", "OP"), ("provisionally closed", "PC")]
            }
        }
    }

    /// How settled a state is, from 0; none for a word that the preset does not have.
    pub fn rank(self, state: &str) -> Option<usize> {
        self.states().iter().position(|(word, _)| *word == state)
    }
}
