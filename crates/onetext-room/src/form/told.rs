//! What a fact says, as a list of terms: for the page of an entry, for the two versions of a conflict, for proposals.

use onetext_model::{EntryId, Fact, Kind, View};

use super::fill::{Values, values_of};
use super::label::{label, word};
use super::read::ROWS_MAX;
use super::shape::{Field, Sort, shape};
use crate::escape::escaped;
use crate::say::Language;

/// Tells facts in the words of the frame.
pub(crate) struct Telling<'t, 'v> {
    /// The language of the terms.
    pub(crate) language: Language,
    /// For the names of what is referred to.
    pub(crate) view: &'t View<'v>,
    /// Entries that are not in the case yet, with what they say.
    pub(crate) proposed: &'t [(EntryId, String)],
}

impl Telling<'_, '_> {
    /// The terms of a fact, in the order of the manual; what is not filled is left out.
    pub(crate) fn terms(&self, fact: &Fact) -> String {
        let (kind, values) = (fact.kind(), values_of(fact));
        let rows = shape(kind).iter().filter_map(|field| {
            let words = self.said(kind, &field.key, &field.sort, &values);
            (!words.is_empty()).then(|| {
                let name = escaped(&label(self.language, kind, &field.key));
                let words: String = words.iter().map(|one| format!("<dd>{one}</dd>\n")).collect();
                format!("<dt>{name}</dt>\n{words}")
            })
        });
        rows.collect()
    }

    fn said(&self, kind: Kind, key: &str, sort: &Sort, values: &Values) -> Vec<String> {
        match sort {
            Sort::Group(fields) => self.group(kind, key, fields, values).into_iter().collect(),
            Sort::Many(inner) => match inner.as_ref() {
                Sort::Group(fields) => (0..ROWS_MAX)
                    .map_while(|row| self.group(kind, &format!("{key}.{row}"), fields, values))
                    .collect(),
                one => self.all(key, one, values),
            },
            one => self.all(key, one, values),
        }
    }

    fn all(&self, key: &str, sort: &Sort, values: &Values) -> Vec<String> {
        values.get(key).into_iter().flatten().map(|value| self.one(sort, value)).collect()
    }

    /// One row of a list of groups: `Who: Ana Silva; As what: principal`.
    fn group(&self, kind: Kind, key: &str, fields: &[Field], values: &Values) -> Option<String> {
        let parts: Vec<String> = fields
            .iter()
            .filter_map(|field| {
                let inner = format!("{key}.{}", field.key);
                let words = self.said(kind, &inner, &field.sort, values);
                let name = escaped(&label(self.language, kind, &inner));
                (!words.is_empty())
                    .then(|| format!("<span class=\"term\">{name}</span> {}", words.join(", ")))
            })
            .collect();
        (!parts.is_empty()).then(|| parts.join(" <span aria-hidden=\"true\">·</span> "))
    }

    fn one(&self, sort: &Sort, value: &str) -> String {
        match sort {
            Sort::Word(_) => escaped(&word(self.language, value)),
            Sort::Flag => escaped(&self.language.say(if value == "true" { "entry-yes" } else { "entry-no" })),
            _ => self.named(value).unwrap_or_else(|| format!("<bdi>{}</bdi>", escaped(value))),
        }
    }

    /// A link to what an id refers to, with its words.
    fn named(&self, value: &str) -> Option<String> {
        let id = EntryId::parse(value)?;
        if let Some(entry) = self.view.entry(id) {
            let words = onetext_desk::summary(self.view, entry);
            return Some(format!("<a href=\"/entry/{}\"><bdi>{}</bdi></a>", entry.id, escaped(&words)));
        }
        let (_, words) = self.proposed.iter().find(|(own, _)| *own == id)?;
        Some(format!("<bdi>{}</bdi>", escaped(words)))
    }
}
