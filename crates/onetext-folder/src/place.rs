//! A place: the folder in which an entry lies, and by that its audience. A typing error in a key can never widen it.

use onetext_model::{Audience, CompartmentId, EntryId, Label};

/// The folder below which everything is private.
pub const PRIVATE: &str = "private";

/// Where a file lies: in public, or among the private files of one or more compartments.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Outside `private/`.
    Public,
    /// `private/a+b/`: the labels of the compartments, in order.
    Private(Vec<String>),
    /// Directly in `private/`, or in a folder whose name is no list of labels: nobody's.
    Nobody(String),
}

impl Place {
    /// The place of a file.
    pub fn of(path: &str) -> Place {
        let Some(inside) = path.strip_prefix("private/") else { return Place::Public };
        let name = match inside.split_once('/') {
            Some((name, _)) => name,
            None => inside.strip_suffix(".age").unwrap_or(""),
        };
        let mut labels: Vec<String> = name.split('+').map(str::to_owned).collect();
        if labels.iter().any(|label| Label::parse(label).is_err()) {
            return Place::Nobody(name.to_owned());
        }
        labels.sort();
        labels.dedup();
        Place::Private(labels)
    }

    /// The audience, its compartments still by label.
    pub fn audience(&self) -> Audience {
        let named = |label: &String| CompartmentId(EntryId::named(label));
        match self {
            Place::Public => Audience::Public,
            Place::Private(labels) => Audience::Only(labels.iter().map(named).collect()),
            Place::Nobody(name) => Audience::Only([CompartmentId(EntryId::named(name))].into()),
        }
    }

    /// The folder of the place, with a `/` at its end; empty for the public one.
    pub fn folder(&self) -> String {
        match self {
            Place::Public => String::new(),
            Place::Private(labels) => format!("{PRIVATE}/{}/", labels.join("+")),
            Place::Nobody(name) => format!("{PRIVATE}/{name}/"),
        }
    }
}
