//! Reading a folder: every file to its entries, in parallel, and the findings of the whole.

use std::collections::HashMap;
use std::sync::Arc;

use onetext_model::{
    Audience, Case, Entry, EntryId, Finding, Kind, Label, Log, Moment, Reason, Settings, Severity, SourceId,
};
use rayon::prelude::*;
use serde::de::IntoDeserializer;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::files::{FileKind, Files};
use crate::origin::{Origin, Origins};
use crate::place::Place;
use crate::source::{Source, whole_file};
use crate::suggest::nearest;
use crate::table::{Defaults, Surroundings, Taker};
use crate::{FILE_BYTES_MAX, FILE_ENTRIES_MAX, FILES_MAX, locate, markdown, migrate, table};

/// An entry with where in its file it was found.
pub(crate) struct Found {
    pub(crate) entry: Entry,
    pub(crate) offset: usize,
}

/// What a folder says.
#[derive(Debug)]
pub struct Reading {
    /// Settings and entries; without settings there is no case.
    pub log: Option<Log>,
    /// What is not as it should be in the files.
    pub findings: Vec<Finding>,
    pub(crate) origins: Origins,
    pub(crate) labels: Vec<(Label, Kind, Audience)>,
}

/// What one file says.
#[derive(Default)]
struct OfFile {
    settings: Option<Settings>,
    found: Vec<Found>,
    findings: Vec<Finding>,
}

/// Files that are read at once, before their entries join the others: with all of them at once, every entry of a case
/// would for a while be held twice.
const FILES_AT_ONCE: usize = 64;

/// Reads the files of a folder. Never fails: what cannot be read is a finding, and the rest is read.
pub fn read(files: &Files) -> Reading {
    let mut findings = Vec::new();
    if files.len() > FILES_MAX {
        let reason = Reason::TooMuch { what: "files", found: files.len(), limit: FILES_MAX };
        findings.push(whole_file("case.toml", Severity::Error, Audience::Public, reason));
    }
    let list: Vec<(&String, &Vec<u8>)> = files.iter().take(FILES_MAX).collect();
    let mut settings = None;
    let (mut entries, mut origins) = (Vec::new(), Vec::new());
    for batch in list.chunks(FILES_AT_ONCE) {
        let read: Vec<OfFile> = batch.par_iter().map(|(path, bytes)| file(path, bytes)).collect();
        for (of, (path, _)) in read.into_iter().zip(batch) {
            let path: Arc<str> = path.as_str().into();
            settings = settings.or(of.settings);
            findings.extend(of.findings);
            for Found { entry, offset } in of.found {
                origins.push((entry.id, Origin::at(&path, offset)));
                entries.push(entry);
            }
        }
    }
    if settings.is_none() && !files.contains_key("case.toml") {
        let reason = Reason::NoSettings("the folder has no case.toml".to_owned());
        findings.push(whole_file("case.toml", Severity::Error, Audience::Public, reason));
    }
    let origins = Origins::of(origins);
    let labelled = entries.iter().filter_map(|e| Some((e.label.clone()?, e.fact.kind(), e.audience.clone())));
    let labels: Vec<_> = labelled.collect();
    findings.extend(same_labels(&entries, &origins, files));
    Reading { log: settings.map(|settings| Log { settings, entries }), findings, origins, labels }
}

impl Reading {
    /// Puts the case together; findings of admission get their place in the files.
    pub fn admit(self, files: &Files) -> Option<(Case, Vec<Finding>)> {
        let Reading { log, mut findings, origins, labels } = self;
        let (case, admission) = Case::new(log?);
        let mut finder = locate::Finder::of(files, &origins, &labels, Some(&case));
        findings.extend(admission.into_iter().map(|finding| finder.place(finding)));
        for finding in &mut findings {
            finder.resolve_audience(finding);
        }
        findings.sort_by(|a, b| a.place.cmp(&b.place).then(b.severity.cmp(&a.severity)));
        once_for_each_unknown_place(&mut findings);
        Some((case, findings))
    }
}

/// Findings that were made from entries alone, with their places in the files.
pub fn place_findings(files: &Files, case: &Case, findings: Vec<Finding>) -> Vec<Finding> {
    if findings.iter().all(|finding| finding.place.is_some()) {
        return findings;
    }
    let Reading { origins, labels, .. } = read(files);
    let mut finder = locate::Finder::of(files, &origins, &labels, Some(case));
    let placed = |finding: Finding| if finding.place.is_some() { finding } else { finder.place(finding) };
    findings.into_iter().map(placed).collect()
}

/// A folder that names no compartment is one fault, however many entries lie in it.
fn once_for_each_unknown_place(findings: &mut Vec<Finding>) {
    let mut told: Vec<String> = Vec::new();
    findings.retain(|finding| match &finding.reason {
        Reason::UnknownPlace(name) if told.contains(name) => false,
        Reason::UnknownPlace(name) => {
            told.push(name.clone());
            true
        }
        _ => true,
    });
}

/// Where a line cannot be read as TOML, what else seems wrong on it is its echo.
fn without_echoes(findings: &mut Vec<Finding>) {
    let line = |finding: &Finding| finding.place.as_ref().map(|place| place.line);
    let unreadable = |finding: &&Finding| matches!(finding.reason, Reason::Unreadable(_));
    let broken: Vec<_> = findings.iter().filter(unreadable).map(line).collect();
    let mut told = Vec::new();
    findings.retain(|finding| {
        let line = line(finding);
        let echo = broken.contains(&line) && told.contains(&line);
        told.push(line);
        !echo
    });
}

fn file(path: &str, bytes: &[u8]) -> OfFile {
    let place = Place::of(path);
    let audience = place.audience();
    let kind = FileKind::of(path);
    let refuse = |severity, reason| OfFile {
        findings: vec![whole_file(path, severity, audience.clone(), reason)],
        ..OfFile::default()
    };
    match kind {
        FileKind::Other => return OfFile::default(),
        FileKind::Locked => {
            let name = place.folder();
            return refuse(Severity::Note, Reason::Locked(name.trim_end_matches('/').to_owned()));
        }
        _ => {}
    }
    if let Place::Nobody(name) = &place {
        return refuse(Severity::Error, Reason::UnknownPlace(name.clone()));
    }
    if bytes.len() > FILE_BYTES_MAX {
        let reason = Reason::TooMuch { what: "bytes", found: bytes.len(), limit: FILE_BYTES_MAX };
        return refuse(Severity::Error, reason);
    }
    let Some(source) = Source::new(path, bytes) else { return refuse(Severity::Error, Reason::NotUtf8) };
    let around = Surroundings { source, place: &place, audience: &audience, defaults: Defaults::default() };
    let (found, findings) = match kind {
        FileKind::Draft => markdown::draft(&around),
        FileKind::Page => markdown::page(&around),
        _ => return toml_file(around, kind == FileKind::Settings),
    };
    OfFile { settings: None, found, findings }
}

fn toml_file(mut around: Surroundings<'_>, is_settings: bool) -> OfFile {
    let (root, errors) = DeTable::parse_recoverable(around.source.text);
    let mut of = OfFile::default();
    for error in errors {
        let offset = error.span().map_or(0, |span| span.start);
        let reason = Reason::Unreadable(error.message().to_owned());
        of.findings.push(around.source.error(offset, around.audience, reason));
    }
    let mut root = root.into_inner();
    let defaults = {
        let mut taker = Taker { around: &around, findings: Vec::new() };
        if is_settings {
            of.settings = settings(&mut taker, &mut root);
        }
        let defaults = Defaults {
            known_at: taker.take::<Moment>(&mut root, "known_at"),
            recorded_at: taker.take::<Moment>(&mut root, "recorded_at"),
            sources: taker.take::<Vec<SourceId>>(&mut root, "sources").unwrap_or_default(),
        };
        of.findings.append(&mut taker.findings);
        defaults
    };
    around.defaults = defaults;
    for (key, value) in root {
        kind_tables(&key, value, &around, &mut of);
    }
    if of.found.len() > FILE_ENTRIES_MAX {
        let reason = Reason::TooMuch { what: "entries", found: of.found.len(), limit: FILE_ENTRIES_MAX };
        let audience = around.audience.clone();
        of.findings.push(whole_file(around.source.path, Severity::Warning, audience, reason));
    }
    without_echoes(&mut of.findings);
    of
}

/// `format` and `[case]`.
fn settings(taker: &mut Taker<'_, '_>, root: &mut DeTable<'_>) -> Option<Settings> {
    let is_written = root.get("format").is_some();
    let format = taker.take::<u32>(root, "format");
    match format {
        None if !is_written => {
            taker.wrong(
                0,
                Reason::NoSettings(format!("`format` is missing: write format = {}", migrate::FORMAT)),
            );
        }
        Some(found) if found > migrate::FORMAT => {
            taker.wrong(0, Reason::NewerFormat { found, known: migrate::FORMAT });
            return None;
        }
        _ => {}
    }
    let Some(table) = root.remove("case") else {
        taker.wrong(0, Reason::NoSettings("the table [case] is missing".to_owned()));
        return None;
    };
    let start = table.span().start;
    let known = settings_keys();
    if let DeValue::Table(keys) = table.get_ref()
        && let Some(key) = keys.keys().find(|key| !known.contains(&key.get_ref().as_ref()))
    {
        let written = key.get_ref().to_string();
        let nearest = nearest(&written, known.iter().copied()).map(str::to_owned);
        let known = known.iter().map(ToString::to_string).collect();
        taker.wrong(key.span().start, Reason::UnknownKey { key: written, nearest, known });
        return None;
    }
    match <Settings as serde::Deserialize>::deserialize(table.into_deserializer()) {
        Ok(settings) if settings.zone().is_some() => Some(settings),
        Ok(settings) => {
            let message =
                format!("`time_zone`: {:?} is no IANA zone such as Europe/Kyiv", settings.time_zone);
            taker.wrong(start, Reason::WrongValue(message));
            None
        }
        Err(error) => {
            let offset = error.span().map_or(start, |span| span.start);
            taker.wrong(offset, Reason::WrongValue(format!("case: {}", error.message())));
            None
        }
    }
}

fn settings_keys() -> Vec<&'static str> {
    vec![
        "title",
        "time_zone",
        "language",
        "invented",
        "notices",
        "frozen",
        "viewer",
        "stale_after_days",
        "status_preset",
        "release_regime",
        "conflicts_only",
        "release_by_two",
    ]
}

/// All tables of one kind: `[[party]]`.
fn kind_tables(
    key: &Spanned<std::borrow::Cow<'_, str>>,
    value: Spanned<DeValue<'_>>,
    around: &Surroundings<'_>,
    of: &mut OfFile,
) {
    let mut wrong = |offset, reason| of.findings.push(around.source.error(offset, around.audience, reason));
    let word = key.get_ref().as_ref();
    let Some(kind) = Kind::parse(word) else {
        let nearest = nearest(word, Kind::ALL.iter().map(|kind| kind.word())).map(str::to_owned);
        return wrong(key.span().start, Reason::UnknownKind { word: word.to_owned(), nearest });
    };
    let DeValue::Array(tables) = value.into_inner() else {
        let message = format!("write [[{word}]] with two brackets: there may be several");
        return wrong(key.span().start, Reason::WrongValue(message));
    };
    for table in tables {
        let offset = table.span().start;
        match table::entry(kind, table, around) {
            Ok(entry) => of.found.push(Found { entry, offset }),
            Err(findings) => of.findings.extend(findings),
        }
    }
}

/// A label twice in one compartment: references by it would be ambiguous.
fn same_labels(entries: &[Entry], origins: &Origins, files: &Files) -> Vec<Finding> {
    let mut first: HashMap<(&Label, &Audience, Kind), EntryId> = HashMap::new();
    let mut findings = Vec::new();
    let mut finder = locate::Finder::of(files, origins, &[], None);
    for entry in entries {
        let Some(label) = &entry.label else { continue };
        let before = *first.entry((label, &entry.audience, entry.fact.kind())).or_insert(entry.id);
        if before != entry.id {
            let finding = Finding::about(entry, Severity::Warning, Reason::SameLabel(label.to_string()));
            findings.push(finder.place(finding));
        }
    }
    findings
}
