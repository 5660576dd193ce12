//! What a library of precedents is made of: agreements, passages of their wording, and where each comes from.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::stages::Stage;

/// How an agreement is told from all others: `pax:482`, or the name of its file.
///
/// ```
/// use onetext_text::precedents::AgreementKey;
/// assert_eq!(AgreementKey::pax("482").as_str(), "pax:482");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgreementKey(String);

impl AgreementKey {
    /// The key of an agreement that has a number in PA-X.
    pub fn pax(number: &str) -> AgreementKey {
        AgreementKey(format!("pax:{}", number.trim()))
    }

    /// The key of an agreement that came as a file.
    pub fn file(name: &str) -> AgreementKey {
        AgreementKey(format!("file:{}", name.trim()))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A code of the PA-X table for a topic: `StRef`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicCode(pub String);

/// How much an agreement says on a topic, from 1 to 3: in most columns 1 is a mention, 2 some detail, 3 a whole
/// arrangement; in some columns there is only 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight(u8);

impl Weight {
    /// The largest.
    pub const MAX: u8 = 3;

    /// Reads a cell: nothing for 0 and for an empty one.
    ///
    /// # Errors
    /// What stands there, if it is none of 0, 1, 2 and 3.
    pub fn read(cell: &str) -> Result<Option<Weight>, &str> {
        match cell.trim() {
            "" | "0" => Ok(None),
            "1" => Ok(Some(Weight(1))),
            "2" => Ok(Some(Weight(2))),
            "3" => Ok(Some(Weight(3))),
            other => Err(other),
        }
    }

    /// As a number from 1 to 3.
    pub fn number(self) -> u8 {
        self.0
    }
}

/// Where something was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// The file.
    pub file: String,
    /// Its line, from 1; 0 where the file as a whole is meant.
    pub line: usize,
}

/// An agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// How it is told from all others.
    pub key: AgreementKey,
    /// What it is called.
    pub title: String,
    /// The day on which it was signed or made, where it is known.
    pub day: Option<Date>,
    /// The states and regions that it is on, as its source has them.
    pub countries: String,
    /// The talks of which it is a part.
    pub process: Option<String>,
    /// Who agreed, as the table has it: "Multiparty signed/agreed".
    pub status: Option<String>,
    /// Where in the talks it stands, where a table says.
    pub stage: Option<Stage>,
    /// What the table marks it to speak of.
    pub topics: BTreeMap<TopicCode, Weight>,
    /// Whether a table told its topics: only then does a missing topic say something.
    pub is_coded: bool,
    /// What the table says beside that, by its columns.
    pub other: BTreeMap<String, String>,
    /// Every file that told of it.
    pub sources: Vec<Source>,
}

impl Agreement {
    /// One of which nothing is known but its name.
    pub fn named(key: AgreementKey, title: impl Into<String>, source: Source) -> Agreement {
        Agreement {
            key,
            title: title.into(),
            day: None,
            countries: String::new(),
            process: None,
            status: None,
            stage: None,
            topics: BTreeMap::new(),
            is_coded: false,
            other: BTreeMap::new(),
            sources: vec![source],
        }
    }

    /// Takes over what another file knows of it. What is there stays; a table's row fills the gaps.
    pub(super) fn learn(&mut self, more: Agreement) {
        if self.title.is_empty() {
            self.title = more.title;
        }
        if self.countries.is_empty() {
            self.countries = more.countries;
        }
        self.day = self.day.or(more.day);
        self.process = self.process.take().or(more.process);
        self.status = self.status.take().or(more.status);
        self.stage = self.stage.or(more.stage);
        self.is_coded |= more.is_coded;
        for (topic, weight) in more.topics {
            self.topics.entry(topic).or_insert(weight);
        }
        for (column, value) in more.other {
            self.other.entry(column).or_insert(value);
        }
        for source in more.sources {
            if !self.sources.contains(&source) && self.sources.len() < SOURCES_MAX {
                self.sources.push(source);
            }
        }
    }
}

/// So many places that told of one agreement are kept: a file of provisions names it on hundreds of lines.
const SOURCES_MAX: usize = 4;

/// A piece of an agreement's wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Of which agreement.
    pub of: AgreementKey,
    /// Where in it: "Article 4(2)", "segment 63".
    pub place: String,
    /// The words, as its source has them.
    pub text: String,
    /// Where it was read.
    pub source: Source,
}
