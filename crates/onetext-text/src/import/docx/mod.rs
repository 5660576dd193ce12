//! A word processor's file (Office Open XML): its parts, in the order in which they need each other.

mod body;
mod fields;
mod metadata;
mod numbering;
mod paragraphs;
mod relations;
mod styles;
mod symbols;

use std::collections::{BTreeMap, BTreeSet};

use super::package::Package;
use super::{Format, ImportError, Reading, Remark, Severity, Spot, What};
use crate::manuscript::{Comment, Manuscript, Mark, MarkSort, Note, NumberFormat, Paragraph, Piece};
use body::{Call, Context, Story};
use numbering::Numbering;
use relations::Relations;
use styles::Styles;

/// Names that are told in one remark.
const NAMES_MAX: usize = 20;

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Result<Reading, ImportError> {
    let package = Package::open(bytes)?;
    if package.part("[Content_Types].xml")?.is_none() {
        return Err(ImportError::Package(
            "it does not say what its parts are ([Content_Types].xml)".to_owned(),
        ));
    }
    let relations = Relations::read(&package)?;
    let mut findings = relations.remarks(&package);
    let (main, document) = package
        .first(&relations.main())?
        .ok_or_else(|| ImportError::Package("it has no main part (word/document.xml)".to_owned()))?;
    let styles = optional(&package, &relations, "styles", Styles::read)?;
    let numbering = optional(&package, &relations, "numbering", Numbering::read)?;
    findings.extend(
        numbering
            .unknown
            .iter()
            .map(|format| Remark::on_file(Severity::Warning, What::Counting { format: format.clone() })),
    );
    let none = BTreeMap::new();
    let plain = Context { styles: &styles, numbering: &numbering, comments: &none };
    let (comments, places) = comments(&package, &relations, plain, &mut findings)?;
    let context = Context { comments: &places, ..plain };
    let body = body::read(&document, &main, context)?;
    findings.extend(body.remarks);
    let notes = notes(&package, &relations, context, &body.calls, &mut findings)?;
    margins(&package, &relations, plain, &mut findings)?;
    let paragraphs = body.stories.into_iter().flat_map(|story| story.paragraphs).collect();
    let manuscript = Manuscript { paragraphs, notes, comments, lists: numbering.lists };
    if body.pictures > 0 {
        findings.push(Remark::on_file(Severity::Note, What::Pictures { count: body.pictures }));
    }
    findings.extend(tracked(&manuscript));
    findings.extend(commented(&manuscript));
    let metadata = metadata::read(&package)?;
    findings.extend(metadata::remark(&metadata));
    // The title in the properties is not the text's own: it may name what nobody should read.
    let draft = manuscript.as_accepted();
    Ok(Reading { format: Format::Docx, draft, manuscript: Some(manuscript), metadata, findings })
}

/// A part that need not be there.
fn optional<T: Default>(
    package: &Package<'_>,
    relations: &Relations,
    sort: &str,
    read: impl Fn(&[u8], &str) -> Result<T, ImportError>,
) -> Result<T, ImportError> {
    match package.first(&relations.of(sort))? {
        Some((name, bytes)) => read(&bytes, &name),
        None => Ok(T::default()),
    }
}

/// The comments, and their places by their ids in the file.
fn comments(
    package: &Package<'_>,
    relations: &Relations,
    context: Context<'_>,
    findings: &mut Vec<Remark>,
) -> Result<(Vec<Comment>, BTreeMap<String, usize>), ImportError> {
    let mut comments = Vec::new();
    let mut places = BTreeMap::new();
    for story in stories(package, relations, context, "comments", findings)? {
        if places.insert(story.id.clone(), comments.len()).is_some() {
            findings.push(Remark::on_file(
                Severity::Warning,
                What::Twice { name: format!("comment {}", story.id) },
            ));
        }
        let words = said(&story.paragraphs).iter().map(|piece| piece.words.as_str()).collect();
        comments.push(Comment { author: story.author, date: story.date, words });
    }
    Ok((comments, places))
}

/// What stands in a part of notes or comments.
fn stories(
    package: &Package<'_>,
    relations: &Relations,
    context: Context<'_>,
    sort: &str,
    findings: &mut Vec<Remark>,
) -> Result<Vec<Story>, ImportError> {
    let Some((name, bytes)) = package.first(&relations.of(sort))? else { return Ok(Vec::new()) };
    let found = body::read(&bytes, &name, context)?;
    let placed = found.remarks.into_iter().map(|remark| Remark { spot: Spot::Part(name.clone()), ..remark });
    findings.extend(placed);
    Ok(found.stories)
}

/// The notes, in the order in which they are called.
fn notes(
    package: &Package<'_>,
    relations: &Relations,
    context: Context<'_>,
    calls: &[Call],
    findings: &mut Vec<Remark>,
) -> Result<Vec<Note>, ImportError> {
    let mut by_id: [BTreeMap<String, Vec<Piece>>; 2] = Default::default();
    for (at, sort) in ["footnotes", "endnotes"].into_iter().enumerate() {
        for story in stories(package, relations, context, sort, findings)? {
            if story.sort.as_deref().is_none_or(|sort| sort == "normal") {
                by_id[at].entry(story.id).or_insert_with(|| said(&story.paragraphs));
            }
        }
    }
    let mut counts = [0_u32; 2];
    let mut notes = Vec::new();
    for call in calls {
        let at = usize::from(call.is_endnote);
        let Some(pieces) = by_id[at].remove(&call.id) else { continue };
        counts[at] += 1;
        let format = if call.is_endnote { NumberFormat::LowerRoman } else { NumberFormat::Decimal };
        // A note is there when its reference is.
        let within = |mut piece: Piece| {
            piece.marks.splice(0..0, call.marks.iter().cloned());
            piece
        };
        notes.push(Note { mark: format.write(counts[at]), pieces: pieces.into_iter().map(within).collect() });
    }
    Ok(notes)
}

/// All pieces of some paragraphs, with a line feed between two of them.
fn said(paragraphs: &[Paragraph]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for paragraph in paragraphs {
        if let Some(last) = pieces.last_mut() {
            last.words.push('\n');
        }
        pieces.extend(paragraph.pieces.iter().cloned());
    }
    if let Some(first) = pieces.first_mut() {
        first.words = first.words.trim_start().to_owned();
    }
    pieces
}

/// Words at the top and the bottom of the pages.
fn margins(
    package: &Package<'_>,
    relations: &Relations,
    context: Context<'_>,
    findings: &mut Vec<Remark>,
) -> Result<(), ImportError> {
    let mut seen = BTreeSet::new();
    for name in relations.of("header").into_iter().chain(relations.of("footer")) {
        let Some(bytes) = package.part(&name)? else { continue };
        let found = body::read(&bytes, &name, context)?;
        let paragraphs = found.stories.iter().flat_map(|story| &story.paragraphs).flat_map(|one| &one.pieces);
        let words: String = paragraphs.map(|piece| format!("{} ", piece.words)).collect();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().any(char::is_alphabetic) && seen.insert(words.clone()) {
            findings.push(Remark::at(Severity::Note, Spot::Part(name), &words, What::Margin));
        }
    }
    Ok(())
}

/// That there are tracked changes, and whose.
fn tracked(manuscript: &Manuscript) -> Option<Remark> {
    let marks: Vec<&Mark> = manuscript.marks().collect();
    let count = |wanted: &[MarkSort]| marks.iter().filter(|mark| wanted.contains(&mark.sort)).count();
    let (inserted, deleted) = (count(&[MarkSort::Inserted]), count(&[MarkSort::Deleted]));
    let moved = count(&[MarkSort::MovedHere, MarkSort::MovedAway]);
    let authors = names(marks.iter().map(|mark| mark.author.as_str()));
    let what = What::Tracked { inserted, deleted, moved, authors };
    (!marks.is_empty()).then(|| Remark::on_file(Severity::Warning, what))
}

fn commented(manuscript: &Manuscript) -> Option<Remark> {
    let authors = names(manuscript.comments.iter().map(|comment| comment.author.as_str()));
    let what = What::Comments { count: manuscript.comments.len(), authors };
    (!manuscript.comments.is_empty()).then(|| Remark::on_file(Severity::Warning, what))
}

/// Each name once.
fn names<'n>(all: impl Iterator<Item = &'n str>) -> Vec<String> {
    let names: BTreeSet<&str> = all.filter(|name| !name.is_empty()).collect();
    names.into_iter().take(NAMES_MAX).map(str::to_owned).collect()
}
