//! One table of a TOML file to one entry: the keys of every entry, and those of its kind.

use onetext_model::{Audience, Entry, EntryId, Finding, Kind, Label, Moment, Period, Reason, SourceId};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::place::Place;
use crate::source::Source;
use crate::suggest::nearest;

/// The keys that every entry has.
pub(crate) const ENVELOPE_KEYS: &[&str] =
    &["id", "label", "about", "known_at", "recorded_at", "supersedes", "sources", "assumed"];

/// What a file says once for all its entries.
#[derive(Clone, Default)]
pub(crate) struct Defaults {
    pub(crate) known_at: Option<Moment>,
    pub(crate) recorded_at: Option<Moment>,
    pub(crate) sources: Vec<SourceId>,
}

/// Where a file's entries lie, and what it says for all of them.
pub(crate) struct Surroundings<'t> {
    pub(crate) source: Source<'t>,
    pub(crate) place: &'t Place,
    pub(crate) audience: &'t Audience,
    pub(crate) defaults: Defaults,
}

/// A value of a table; what is wrong with it becomes a finding.
pub(crate) struct Taker<'s, 't> {
    pub(crate) around: &'s Surroundings<'t>,
    pub(crate) findings: Vec<Finding>,
}

impl Taker<'_, '_> {
    /// Takes the value of a key out of a table.
    pub(crate) fn take<T: for<'de> Deserialize<'de>>(
        &mut self,
        table: &mut DeTable<'_>,
        key: &str,
    ) -> Option<T> {
        let value = table.remove(key)?;
        let start = value.span().start;
        match T::deserialize(value.into_deserializer()) {
            Ok(read) => Some(read),
            Err(error) => {
                let message = format!("`{key}`: {}", error.message());
                self.wrong(error.span().map_or(start, |span| span.start), Reason::WrongValue(message));
                None
            }
        }
    }

    pub(crate) fn wrong(&mut self, offset: usize, reason: Reason) {
        self.findings.push(self.around.source.error(offset, self.around.audience, reason));
    }
}

/// Reads one table as an entry of a kind.
pub(crate) fn entry(
    kind: Kind,
    table: Spanned<DeValue<'_>>,
    around: &Surroundings<'_>,
) -> Result<Entry, Vec<Finding>> {
    let span = table.span();
    let mut taker = Taker { around, findings: Vec::new() };
    let DeValue::Table(mut table) = table.into_inner() else {
        let message = format!("`{}` must be a table: write [[{}]]", kind.word(), kind.word());
        taker.wrong(span.start, Reason::WrongValue(message));
        return Err(taker.findings);
    };
    unknown_keys(kind, &table, &mut taker);
    let envelope = Envelope::take(&mut taker, &mut table, span.start);
    if !taker.findings.is_empty() {
        return Err(taker.findings);
    }
    match kind.read(Spanned::new(span.clone(), DeValue::Table(table)).into_deserializer()) {
        Ok(fact) => Ok(envelope.entry(fact, around)),
        Err(error) => {
            let offset = error.span().map_or(span.start, |span| span.start);
            let message = format!("{}: {}", kind.word(), error.message());
            taker.wrong(offset, Reason::WrongValue(message));
            Err(taker.findings)
        }
    }
}

fn unknown_keys(kind: Kind, table: &DeTable<'_>, taker: &mut Taker<'_, '_>) {
    let known: Vec<&str> = ENVELOPE_KEYS.iter().chain(kind.keys()).copied().collect();
    for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
        let written = key.get_ref().to_string();
        let nearest = nearest(&written, known.iter().copied()).map(str::to_owned);
        let known = known.iter().map(ToString::to_string).collect();
        taker.wrong(key.span().start, Reason::UnknownKey { key: written, nearest, known });
    }
}

/// The keys of every entry, as they were written.
pub(crate) struct Envelope {
    id: Option<EntryId>,
    pub(crate) label: Option<Label>,
    about: Option<Period>,
    known_at: Moment,
    recorded_at: Moment,
    supersedes: Vec<EntryId>,
    sources: Vec<SourceId>,
    assumed: Option<String>,
}

impl Envelope {
    /// Takes the keys of every entry out of its table. Missing times are findings.
    pub(crate) fn take(taker: &mut Taker<'_, '_>, table: &mut DeTable<'_>, start: usize) -> Envelope {
        let defaults = taker.around.defaults.clone();
        let id = taker.take::<WrittenId>(table, "id").map(|written| written.0);
        let known_at = time(taker, table, "known_at", defaults.known_at, start);
        let recorded_at = time(taker, table, "recorded_at", defaults.recorded_at, start);
        Envelope {
            id,
            label: taker.take(table, "label"),
            about: taker.take(table, "about"),
            known_at,
            recorded_at,
            supersedes: taker.take(table, "supersedes").unwrap_or_default(),
            sources: taker.take(table, "sources").unwrap_or(defaults.sources),
            assumed: taker.take(table, "assumed"),
        }
    }

    /// The entry with this envelope. Without an id of its own it gets one derived from its place, kind and label,
    /// or from all that it says.
    pub(crate) fn entry(self, fact: onetext_model::Fact, around: &Surroundings<'_>) -> Entry {
        let mut entry = Entry {
            id: EntryId::derived(&[]),
            label: self.label,
            audience: around.audience.clone(),
            about: self.about,
            known_at: self.known_at,
            recorded_at: self.recorded_at,
            supersedes: self.supersedes,
            sources: self.sources,
            assumed: self.assumed,
            fact,
        };
        let kind = entry.fact.kind().word();
        let folder = around.place.folder();
        entry.id = match (self.id, &entry.label) {
            (Some(id), _) => id,
            (None, Some(label)) => EntryId::derived(&["labelled", &folder, kind, label.as_str()]),
            (None, None) => EntryId::derived(&["content", &folder, kind, &crate::lines::line(&entry)]),
        };
        entry
    }
}

/// An id in its own form; a label is none.
struct WrittenId(EntryId);

impl<'de> Deserialize<'de> for WrittenId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong =
            || serde::de::Error::custom("an id has 20 letters and digits; leave it out to have one made");
        EntryId::parse(&text).map(WrittenId).ok_or_else(wrong)
    }
}

fn time(
    taker: &mut Taker<'_, '_>,
    table: &mut DeTable<'_>,
    key: &'static str,
    default: Option<Moment>,
    start: usize,
) -> Moment {
    let is_written = table.get(key).is_some();
    let written = taker.take::<Moment>(table, key);
    if let Some(moment) = written.or(default) {
        return moment;
    }
    if !is_written {
        let message = format!("`{key}` is missing: give it here, or once at the top of the file");
        taker.wrong(start, Reason::WrongValue(message));
    }
    Moment::Day(no_day())
}

/// Stands in for a date that could not be read; such an entry is never returned.
fn no_day() -> onetext_model::Day {
    onetext_model::Day::constant(1970, 1, 1)
}
