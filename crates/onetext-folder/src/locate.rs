//! From an entry's id to its place in the files, and from an unresolved reference to the words that were written.

use std::collections::HashMap;
use std::sync::Arc;

use onetext_model::{Audience, Case, EntryId, Fault, Finding, Kind, Label, Reason};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::files::{FileKind, Files};
use crate::front;
use crate::origin::{Audiences, Origin, Origins};
use crate::place::Place;
use crate::source::Source;
use crate::suggest::nearest;

/// What is needed to find a finding's place.
pub(crate) struct Finder<'f> {
    files: &'f Files,
    origins: &'f Origins,
    labels: &'f [(Label, Kind, Audience)],
    audiences: Audiences<'f>,
    /// The strings of each file that was looked into, with their offsets in order.
    strings: HashMap<Arc<str>, Vec<(usize, String)>>,
}

impl<'f> Finder<'f> {
    /// Without a case the compartments of places stay labels.
    pub(crate) fn of(
        files: &'f Files,
        origins: &'f Origins,
        labels: &'f [(Label, Kind, Audience)],
        case: Option<&'f Case>,
    ) -> Self {
        Finder { files, origins, labels, audiences: Audiences::of(case), strings: HashMap::new() }
    }

    /// The finding with its place, the words that were written and the nearest label.
    pub(crate) fn place(&mut self, mut finding: Finding) -> Finding {
        let Some(origin) = self.origin(&finding) else { return finding };
        let Some((path, bytes)) = self.files.get_key_value(&*origin.path) else { return finding };
        let Some(source) = Source::new(path, bytes) else { return finding };
        let mut offset = origin.offset;
        if let Reason::Reference { reference, written, wanted, fault } = &mut finding.reason
            && let Some((start, words)) = self.written_reference(source, origin, *reference)
        {
            offset = start;
            if let Fault::Dangling { nearest } | Fault::TooPrivate { nearest, .. } = fault {
                *nearest = self.nearest_label(&words, wanted, &Place::of(path).audience());
            }
            *written = Some(words);
        }
        if let Reason::UnknownPlace(name) = &mut finding.reason {
            name.clear();
            name.push_str(Place::of(path).folder().trim_end_matches('/'));
        }
        finding.place = Some(source.place(offset));
        finding
    }

    /// Of several entries with one id, the last place is where the double stands.
    fn origin(&mut self, finding: &Finding) -> Option<&'f Origin> {
        let origins = self.origins.among(finding.entry?, &finding.audience, &mut self.audiences);
        match finding.reason {
            Reason::SameId | Reason::SameEntry | Reason::SameLabel(_) => origins.last(),
            _ => origins.first(),
        }
        .copied()
    }

    fn nearest_label(&self, written: &str, wanted: &[Kind], audience: &Audience) -> Option<String> {
        let fits = |kind: &Kind| wanted.is_empty() || wanted.contains(kind);
        let visible = self.labels.iter().filter(|(_, kind, theirs)| fits(kind) && theirs.includes(audience));
        nearest(written, visible.map(|(label, ..)| label.as_str())).map(str::to_owned)
    }

    /// Where in an entry's table a reference was written, and how.
    fn written_reference(
        &mut self,
        source: Source<'_>,
        origin: &Origin,
        reference: EntryId,
    ) -> Option<(usize, String)> {
        let means = |text: &str| EntryId::named(text) == reference || EntryId::parse(text) == Some(reference);
        let start = origin.offset;
        let front = match FileKind::of(source.path) {
            FileKind::Draft | FileKind::Page => Some(front::split(source, &Audience::Public).ok()?),
            _ => None,
        };
        if front.as_ref().is_some_and(|front| start >= front.body_start) {
            return in_heading(source.text, start, &means);
        }
        let text = front.as_ref().map_or(source.text, |front| front.toml.as_str());
        let strings = self.strings.entry(Arc::clone(&origin.path)).or_insert_with(|| all_strings(text));
        let own = strings.partition_point(|(at, _)| *at < start);
        let (before, after) = strings.split_at(own);
        after.iter().chain(before).find(|(_, text)| means(text)).cloned()
    }

    /// Findings of files carry the labels of their place; admission knows the compartments. A finding in a place
    /// that is nobody's stays out of every view but the keeper's.
    pub(crate) fn resolve_audience(&mut self, finding: &mut Finding) {
        let Some(place) = &finding.place else { return };
        if let Some(audience) = self.audiences.resolved(&Place::of(&place.file)) {
            finding.audience = audience.clone();
        }
    }
}

fn all_strings(text: &str) -> Vec<(usize, String)> {
    let (root, _) = DeTable::parse_recoverable(text);
    let mut all = Vec::new();
    for value in root.get_ref().values() {
        strings(value, &mut |start, text| all.push((start, text.to_owned())));
    }
    all.sort();
    all
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
