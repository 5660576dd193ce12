//! Keys: how a provision is cited in its text, unique in it.

use std::collections::BTreeMap;

use super::{Draft, Provision, Sort};

/// The keys that were given out.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    given: BTreeMap<String, usize>,
}

impl Keys {
    /// The key of a provision that is the next of a draft; what it stands under must be in it.
    pub(crate) fn of(&mut self, draft: &Draft, provision: &Provision) -> String {
        let parent = provision.parent.map(|place| &draft.provisions[place]);
        let number = provision.label.number.as_str();
        let nested = parent.is_some_and(|parent| {
            matches!(parent.label.sort, Sort::Number | Sort::Decimal(_) | Sort::Letter | Sort::Roman)
        });
        let own = match provision.label.sort {
            Sort::Preamble => "Preamble".to_owned(),
            Sort::Article => format!("A{number}"),
            Sort::Chapter => format!("C{number}"),
            Sort::Annex => format!("Annex{number}"),
            Sort::Option => format!("opt{number}"),
            Sort::Number | Sort::Decimal(_) | Sort::Letter | Sort::Roman if nested => number.to_owned(),
            Sort::Number | Sort::Decimal(_) | Sort::Letter | Sort::Roman => format!("p{number}"),
            Sort::Bullet => "b".to_owned(),
            Sort::None => if provision.parent.is_none() { "h" } else { "t" }.to_owned(),
        };
        // Articles are cited without what holds them.
        let is_cited_alone = matches!(provision.label.sort, Sort::Article | Sort::Annex | Sort::Preamble);
        let key = match parent {
            Some(parent) if !is_cited_alone => format!("{}.{own}", parent.key),
            _ => own,
        };
        let count = self.given.entry(key.clone()).or_default();
        *count += 1;
        match (provision.label.sort, *count) {
            (Sort::Bullet | Sort::None, count) => format!("{key}{count}"),
            (_, 1) => key,
            (_, count) => format!("{key}~{count}"),
        }
    }
}
