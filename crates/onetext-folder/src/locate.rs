//! From an entry's id to its place in the files, and from an unresolved reference to the words that were written.

use std::collections::HashMap;

use onetext_model::{Audience, Case, EntryId, Fault, Finding, Kind, Label, Reason};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::files::{FileKind, Files};
use crate::front;
use crate::place::Place;
use crate::reading::Origin;
use crate::source::Source;
use crate::suggest::nearest;

/// What is needed to find a finding's place.
pub(crate) struct Finder<'f> {
    pub(crate) files: &'f Files,
    pub(crate) origins: &'f HashMap<EntryId, Vec<Origin>>,
    pub(crate) labels: &'f [(Label, Kind, Audience)],
}

impl Finder<'_> {
    /// The finding with its place, the words that were written and the nearest label.
    pub(crate) fn place(&self, mut finding: Finding) -> Finding {
        let Some(origin) = self.origin(&finding) else { return finding };
        let Some(bytes) = self.files.get(&origin.path) else { return finding };
        let Some(source) = Source::new(&origin.path, bytes) else { return finding };
        let mut offset = origin.offset;
        let audience = Place::of(&origin.path).audience();
        if let Reason::Reference { reference, written, wanted, fault } = &mut finding.reason
            && let Some((start, words)) = written_reference(source, offset, *reference)
        {
            offset = start;
            if let Fault::Dangling { nearest } = fault {
                *nearest = self.nearest_label(&words, wanted, &audience);
            }
            *written = Some(words);
        }
        finding.place = Some(source.place(offset));
        finding
    }

    /// Of several entries with one id, the last place is where the double stands.
    fn origin(&self, finding: &Finding) -> Option<&Origin> {
        let origins = self.origins.get(&finding.entry?)?;
        match finding.reason {
            Reason::SameId | Reason::SameEntry | Reason::SameLabel(_) => origins.last(),
            _ => origins.first(),
        }
    }

    fn nearest_label(&self, written: &str, wanted: &[Kind], audience: &Audience) -> Option<String> {
        let fits = |kind: &Kind| wanted.is_empty() || wanted.contains(kind);
        let visible = self.labels.iter().filter(|(_, kind, theirs)| fits(kind) && theirs.includes(audience));
        nearest(written, visible.map(|(label, ..)| label.as_str())).map(str::to_owned)
    }
}

/// Where in an entry's table a reference was written, and how.
fn written_reference(source: Source<'_>, start: usize, reference: EntryId) -> Option<(usize, String)> {
    let means = |text: &str| EntryId::named(text) == reference || EntryId::parse(text) == Some(reference);
    let front;
    let text = match FileKind::of(source.path) {
        FileKind::Draft | FileKind::Page => {
            front = front::split(source, &Audience::Public).ok()?;
            if start >= front.body_start {
                return in_heading(source.text, start, &means);
            }
            front.toml.as_str()
        }
        _ => source.text,
    };
    let (root, _) = DeTable::parse_recoverable(text);
    let mut hits = Vec::new();
    for value in root.get_ref().values() {
        strings(value, &mut |span_start, text| {
            if means(text) {
                hits.push((span_start, text.to_owned()));
            }
        });
    }
    hits.sort();
    hits.iter().find(|(at, _)| *at >= start).or(hits.first()).cloned()
}

/// A reference in the attributes of a provision's heading.
fn in_heading(text: &str, start: usize, means: &dyn Fn(&str) -> bool) -> Option<(usize, String)> {
    let line = text[start..].lines().next()?;
    let words = line.split(|c: char| ",;:{} ".contains(c));
    let hit = words.filter(|word| !word.is_empty()).find(|word| means(word))?;
    Some((start + line.find(hit)?, hit.to_owned()))
}

fn strings(value: &Spanned<DeValue<'_>>, visit: &mut dyn FnMut(usize, &str)) {
    match value.get_ref() {
        DeValue::String(text) => visit(value.span().start, text),
        DeValue::Array(items) => items.iter().for_each(|item| strings(item, visit)),
        DeValue::Table(table) => table.values().for_each(|item| strings(item, visit)),
        _ => {}
    }
}

/// Findings of files carry the labels of their place; admission knows the compartments. A finding in a place that
/// is nobody's stays out of every view but the keeper's.
pub(crate) fn resolve_audience(case: &Case, finding: &mut Finding) {
    let Some(place) = &finding.place else { return };
    if let Place::Private(labels) = Place::of(&place.file) {
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        if let Some(audience) = case.audience_of(&labels) {
            finding.audience = audience;
        }
    }
}
