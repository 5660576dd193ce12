//! What does not fit in a form: where, what stands there, and what to do.

use onetext_model::Kind;

use super::label::label;
use crate::say::Language;

/// Why a form makes no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// A field that is needed is empty.
    Missing {
        /// The field.
        key: String,
    },
    /// What was written is none of what the field takes.
    Unfit {
        /// The field.
        key: String,
        /// What stands there.
        given: String,
        /// What it should be.
        wanted: Wanted,
    },
    /// A period ends and never begins.
    Period,
    /// Nobody is chosen who may see it.
    Audience,
    /// What the model says of it, in English.
    Other(String),
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A whole number.
    Number,
    /// A day, or a time with its offset.
    Day,
    /// JSON.
    Json,
}

impl Wrong {
    /// The field that it is about.
    pub(crate) fn key(&self) -> Option<&str> {
        match self {
            Wrong::Missing { key } | Wrong::Unfit { key, .. } => Some(key),
            Wrong::Period => Some("_from"),
            Wrong::Audience => Some("_audience"),
            Wrong::Other(_) => None,
        }
    }

    /// In words for whoever filled in the form.
    pub(crate) fn say(&self, language: Language, kind: Kind) -> String {
        match self {
            Wrong::Missing { key } => {
                language.say_with("wrong-missing", &[("field", &label(language, kind, key))])
            }
            Wrong::Unfit { key, given, wanted } => {
                let message = match wanted {
                    Wanted::Number => "wrong-number",
                    Wanted::Day => "wrong-day",
                    Wanted::Json => "wrong-json",
                };
                let field = match key.strip_prefix('_') {
                    Some(own) => language.say(&format!("form-{}", own.replace('_', "-"))),
                    None => label(language, kind, key),
                };
                language.say_with(message, &[("field", &field), ("given", given)])
            }
            Wrong::Period => language.say("wrong-period"),
            Wrong::Audience => language.say("wrong-audience"),
            Wrong::Other(why) => why.clone(),
        }
    }
}
