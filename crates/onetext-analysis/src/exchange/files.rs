//! Which format some files are in, told from their content, and what each of them is in it.

use onetext_model::Severity;

use super::domain::Domain;
use super::node::Node;
use super::source::Source;
use super::xml::Element;
use super::{ReadError, Remark, Remarks, What, Why};
use super::{csv, genius, geniusweb, json, negmas, negolog, scenario_file, xml, yaml};
use crate::{PARTIES_MAX, Party, Scenario};

/// Files that are looked at together; a profile for each party, a domain, and what lies beside them.
pub const FILES_MAX: usize = 1_024;

/// The ways in which a scenario is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Format {
    Scenario,
    Genius,
    NegoLog,
    GeniusWeb,
    NegMas,
    Csv,
}

/// What a file is in its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Domain,
    Profile,
    /// Both in one.
    Whole,
    /// What goes with it and changes nothing.
    Beside,
}

/// A file that was parsed.
enum Content<'x> {
    Tree(Node<'x>),
    Elements(Element),
    Words,
}

struct File<'x> {
    source: Source<'x>,
    content: Content<'x>,
    part: Option<(Format, Part)>,
}

/// The scenario that some files tell together, and what there is to remark.
///
/// - `scenario.json`: our own shape, `table[issue][option][party]`;
/// - Genius XML: a domain and a profile for each party;
/// - `NegoLog` JSON: a profile for each party, `specs.json` beside them;
/// - `GeniusWeb` JSON: a profile for each party, a domain beside them or in them;
/// - `NegMAS` YAML or JSON: an outcome space and a utility function for each party;
/// - CSV: a table of values by party, issue and option.
///
/// Parties come in the order of their files' names, which carries no meaning; their names are as in the formats' own
/// programs: the file's name for Genius, without its ending for the others.
pub fn read(files: &[(String, Vec<u8>)]) -> Result<(Scenario, Vec<Remark>), ReadError> {
    if files.len() > FILES_MAX {
        let (found, limit) = (files.len(), FILES_MAX);
        return Err(nowhere(Why::TooMuch { what: "files", found, limit }));
    }
    let mut remarks = Remarks::default();
    let mut sorted: Vec<&(String, Vec<u8>)> = files.iter().collect();
    sorted.sort_by(|a, b| a.0.cmp(&b.0));
    let mut parsed = Vec::with_capacity(files.len());
    for (name, bytes) in sorted {
        // Some systems put a hidden companion beside every file, under the same ending.
        let is_meant = ending(name).is_some() && !file_name(name).starts_with('.');
        match parse(name, bytes) {
            Ok(file) => parsed.push(file),
            Err(error) if files.len() == 1 || is_meant => return Err(error),
            Err(_) => remarks.add(Severity::Note, Source { name, text: "" }, 0, What::FileLeftOut),
        }
    }
    let format = format(&parsed)?;
    let is_used = |file: &File<'_>| file.part.is_some_and(|(other, _)| other == format);
    for file in parsed.iter().filter(|file| !is_used(file)) {
        remarks.add(Severity::Note, file.source, 0, What::FileLeftOut);
    }
    let used: Vec<&File<'_>> = parsed.iter().filter(|file| is_used(file)).collect();
    let scenario = scenario(format, &used, &mut remarks)?;
    Ok((scenario, remarks.into_list()))
}

/// The ending of a name, if a file of such a name is meant to be read.
fn ending(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    [".xml", ".json", ".yml", ".yaml", ".csv"].into_iter().find(|ending| name.ends_with(ending))
}

fn parse<'x>(name: &'x str, bytes: &'x [u8]) -> Result<File<'x>, ReadError> {
    let source = Source::new(name, bytes)?;
    let ending = ending(name);
    let content = match source.text.trim_start().as_bytes().first() {
        Some(b'<') => Content::Elements(xml::parse(source)?),
        Some(b'{') => Content::Tree(json::parse(source)?),
        _ if csv::is(source) => Content::Words,
        _ if matches!(ending, Some(".yml" | ".yaml")) || yaml::is(source) => {
            Content::Tree(yaml::parse(source)?)
        }
        _ if ending == Some(".json") => Content::Tree(json::parse(source)?),
        _ => Content::Words,
    };
    let part = part(source, &content);
    Ok(File { source, content, part })
}

fn part(source: Source<'_>, content: &Content<'_>) -> Option<(Format, Part)> {
    let known = match content {
        Content::Elements(root) => [
            (genius::is_domain(root), Format::Genius, Part::Domain),
            (genius::is_profile(root), Format::Genius, Part::Profile),
        ]
        .to_vec(),
        Content::Words => vec![(csv::is(source), Format::Csv, Part::Whole)],
        Content::Tree(node) => vec![
            (scenario_file::is(node), Format::Scenario, Part::Whole),
            (geniusweb::is_profile(node), Format::GeniusWeb, Part::Profile),
            (geniusweb::is_domain(node), Format::GeniusWeb, Part::Domain),
            (negolog::is_profile(node), Format::NegoLog, Part::Profile),
            (negolog::is_specs(node), Format::NegoLog, Part::Beside),
            (negmas::is_domain(node), Format::NegMas, Part::Domain),
            (negmas::is_profile(node), Format::NegMas, Part::Profile),
        ],
    };
    known.into_iter().find(|(is, ..)| *is).map(|(_, format, part)| (format, part))
}

/// The format that the files are in. A table of utilities is taken before the sources that lie beside it.
fn format(files: &[File<'_>]) -> Result<Format, ReadError> {
    let refused = |what: String| Err(nowhere(Why::NoScenario(what)));
    let telling = files.iter().filter_map(|file| file.part).filter(|(_, part)| *part != Part::Beside);
    let mut formats: Vec<Format> = telling.map(|(format, _)| format).collect();
    formats.sort_unstable();
    formats.dedup();
    match formats[..] {
        [] => refused(
            "none of the files is a scenario.json, a Genius, NegoLog, GeniusWeb or NegMAS file, or a table of values".to_owned(),
        ),
        [format] | [format @ Format::Scenario, ..] => Ok(format),
        _ => refused(format!("the files are in several formats ({formats:?}): give those of one")),
    }
}

fn scenario(format: Format, files: &[&File<'_>], remarks: &mut Remarks) -> Result<Scenario, ReadError> {
    let of =
        |wanted: Part| files.iter().filter(move |file| file.part.is_some_and(|(_, part)| part == wanted));
    for (part, what, limit) in [
        (Part::Profile, "profiles", PARTIES_MAX),
        (Part::Domain, "domains", 1),
        (Part::Whole, "whole scenarios", 1),
    ] {
        if let Some(file) = of(part).nth(limit) {
            let found = of(part).count();
            return Err(file.source.refuse(0, Why::TooMuch { what, found, limit }));
        }
    }
    let whole = of(Part::Whole).next();
    if let Some(File { source, content: Content::Words, .. }) = whole {
        return csv::read(*source, remarks);
    }
    if let Some(File { source, content: Content::Tree(node), .. }) = whole {
        return scenario_file::read(*source, node, remarks);
    }
    let Some(first) = of(Part::Profile).next() else {
        let why = Why::NoScenario("there is a domain, and no profile of a party beside it".to_owned());
        return Err(nowhere(why));
    };
    let mut domain = match of(Part::Domain).next() {
        Some(file) => domain(format, file, remarks)?,
        None => domain_of_profile(format, first, remarks)?,
    };
    if domain.name.is_empty() {
        stem(of(Part::Domain).next().unwrap_or(first).source.name).clone_into(&mut domain.name);
    }
    let mut parties = Vec::new();
    for file in of(Part::Profile) {
        parties.push(party(format, file, &domain, remarks)?);
    }
    domain.with(parties)
}

fn domain(format: Format, file: &File<'_>, remarks: &mut Remarks) -> Result<Domain, ReadError> {
    match (&file.content, format) {
        (Content::Elements(root), _) => genius::domain(file.source, root, remarks),
        (Content::Tree(node), Format::GeniusWeb) => geniusweb::domain(file.source, node, remarks),
        (Content::Tree(node), Format::NegoLog) => negolog::domain(file.source, node),
        (Content::Tree(node), _) => negmas::domain(file.source, node, remarks),
        (Content::Words, _) => Err(file.source.refuse(0, Why::Missing("domain".to_owned()))),
    }
}

/// The domain that a profile brings along.
fn domain_of_profile(format: Format, file: &File<'_>, remarks: &mut Remarks) -> Result<Domain, ReadError> {
    if format == Format::NegMas {
        return Err(file.source.refuse(0, Why::Missing("outcome space (domain.yml)".to_owned())));
    }
    if format == Format::Genius {
        remarks.add(Severity::Note, file.source, 0, What::DomainOfProfile);
    }
    domain(format, file, remarks)
}

fn party(
    format: Format,
    file: &File<'_>,
    domain: &Domain,
    remarks: &mut Remarks,
) -> Result<Party, ReadError> {
    let (source, base) = (file.source, file_name(file.source.name));
    match (&file.content, format) {
        (Content::Elements(root), _) => genius::party(source, root, base, domain, remarks),
        (Content::Tree(node), Format::GeniusWeb) => {
            geniusweb::party(source, node, stem(base), domain, remarks)
        }
        (Content::Tree(node), Format::NegoLog) => negolog::party(source, node, stem(base), domain, remarks),
        (Content::Tree(node), _) => negmas::party(source, node, stem(base), domain, remarks),
        (Content::Words, _) => Err(source.refuse(0, Why::Missing("profile".to_owned()))),
    }
}

/// Nothing can be read, and no place is to blame.
fn nowhere(why: Why) -> ReadError {
    ReadError { place: None, why: Box::new(why) }
}

/// A file's name without its folders.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// A file's name without its folders and ending.
pub(super) fn stem(path: &str) -> &str {
    let name = file_name(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
