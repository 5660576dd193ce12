//! Attribution relations in brat standoff, as in the Political News Attribution Relations Corpus: one file of annotations
//! for each text (of several annotators the first by name), contents of one or more pieces.
//!
//! Contents are matched one to one by the greatest sum of Jaccard on code points. A source is right if it shares a code
//! point with the gold's. A quotation is a content that begins and ends with quotation marks; its recall is the share of
//! the gold's quotations that are matched, its precision the share of ours that are, each with a content of any kind
//! (where ours takes the words before the marks along, both still mean the same words); F1 is their harmonic mean.
//!
//! The texts are split in three by a checksum of their names: half of them were looked at while the rules were written, a
//! quarter was looked at later, and a quarter is kept: its misses are never listed.

use std::collections::BTreeMap;
use std::path::Path;

use onetext_report::About;

use super::answer::{files, text_of};
use super::matching::match_by_weight;
use super::spans::Points;
use super::{Asked, Count};

struct Relation {
    content: Points,
    cue: Points,
    source: Points,
}

#[derive(Default)]
struct Scores {
    loose: Count,
    tight: Count,
    /// Of the gold's quotations, those that are matched.
    quotations: Count,
    /// Of our quotations, those that are matched.
    quoted: Count,
    sources: Count,
}

/// A part of the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    LookedAt,
    LookedAtSecond,
    Kept,
}

impl Part {
    const ALL: [(Part, &'static str); 3] =
        [(Part::LookedAt, "looked at"), (Part::LookedAtSecond, "looked at second"), (Part::Kept, "kept")];

    fn of(stem: &str) -> Part {
        match checksum(stem) % 4 {
            0 | 2 => Part::LookedAt,
            1 => Part::LookedAtSecond,
            _ => Part::Kept,
        }
    }
}

pub(crate) fn score(asked: &Asked) -> Result<(), String> {
    let Some(folder) = &asked.polnear else {
        println!("attribution relations in standoff: none named (--polnear FOLDER)");
        return Ok(());
    };
    let texts = files(&folder.join("text"), ".txt");
    let annotations = files(&folder.join("attributions"), ".ann");
    let mut parts = [Scores::default(), Scores::default(), Scores::default()];
    for path in &texts {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(file) = annotations.iter().find(|file| is_of(file, &stem)) else { continue };
        let text = text_of(path)?;
        let gold = relations(&text_of(file)?);
        let part = Part::of(&stem);
        one(asked, &stem, &text, &gold, part, &mut parts[part as usize])?;
    }
    for ((_, name), scores) in Part::ALL.iter().zip(&parts) {
        println!("attribution relations in standoff, {name}");
        println!("  content, J >= 0.3    {}", scores.loose.said());
        println!("  content, J >= 0.8    {}", scores.tight.said());
        println!("  quotations           {}", said(scores.quotations, scores.quoted));
        println!("  source right         {}", scores.sources.share());
    }
    Ok(())
}

/// "P 0.950 R 0.930 F1 0.940 (37 of 39 found, 38 of 40 right)"
fn said(found: Count, right: Count) -> String {
    let (precision, recall) = (right.recall(), found.recall());
    let sum = precision + recall;
    let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
    format!(
        "P {precision:.3} R {recall:.3} F1 {f1:.3} ({} of {} found, {} of {} right)",
        found.both, found.gold, right.both, right.gold
    )
}

fn is_of(file: &Path, stem: &str) -> bool {
    file.file_stem().is_some_and(|name| {
        name.to_string_lossy().strip_prefix(stem).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    })
}

fn checksum(name: &str) -> u32 {
    name.bytes().fold(7, |sum: u32, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)))
}

fn one(
    asked: &Asked,
    stem: &str,
    text: &str,
    gold: &[Relation],
    part: Part,
    scores: &mut Scores,
) -> Result<(), String> {
    let answer = asked.answers.to(stem, text, &About::default())?;
    let letters: Vec<char> = text.chars().collect();
    let ours: Vec<Points> = answer.claims.iter().map(|claim| Points::union(&claim.content)).collect();
    let matched = |least: f64| {
        let weight = |one: usize, other: usize| {
            let jaccard = gold[one].content.jaccard(&ours[other]);
            if jaccard >= least { jaccard } else { 0.0 }
        };
        match_by_weight(gold.len(), ours.len(), weight)
    };
    let loose = matched(0.3);
    scores.loose.add(Count { gold: gold.len(), ours: ours.len(), both: loose.len() });
    scores.tight.add(Count { gold: gold.len(), ours: ours.len(), both: matched(0.8).len() });
    let found = |place: usize| loose.iter().any(|(one, _)| *one == place);
    let right = |place: usize| loose.iter().any(|(_, other)| *other == place);
    let count = |contents: &mut dyn Iterator<Item = &Points>, matched: &dyn Fn(usize) -> bool| {
        let mut all = Count::default();
        for (place, _) in contents.enumerate().filter(|(_, content)| is_quotation(content, &letters)) {
            all.add(Count { gold: 1, ours: 1, both: usize::from(matched(place)) });
        }
        all
    };
    scores.quotations.add(count(&mut gold.iter().map(|relation| &relation.content), &found));
    scores.quoted.add(count(&mut ours.iter(), &right));
    for (one, other) in &loose {
        let source = &gold[*one].source;
        if !source.is_empty() {
            let right = source.overlaps(&Points::union(&answer.claims[*other].source));
            scores.sources.add(Count { gold: 1, ours: 1, both: usize::from(right) });
        }
    }
    if asked.misses && part != Part::Kept {
        for (place, relation) in gold.iter().enumerate().filter(|(place, _)| !found(*place)) {
            list(
                &format!("{stem} missed {place}"),
                &relation.source,
                &relation.cue,
                &relation.content,
                &letters,
            );
        }
        for (place, claim) in answer.claims.iter().enumerate().filter(|(place, _)| !right(*place)) {
            let (source, cue) = (Points::union(&claim.source), Points::union(&claim.cue));
            list(&format!("{stem} spurious {place}"), &source, &cue, &ours[place], &letters);
        }
    }
    Ok(())
}

fn list(what: &str, source: &Points, cue: &Points, content: &Points, letters: &[char]) {
    let (source, cue) = (source.words(letters), cue.words(letters));
    println!("  {what}: [{source}] ({cue}) {}", content.words(letters));
}

fn is_quotation(content: &Points, letters: &[char]) -> bool {
    let words = content.trimmed(letters).words(letters);
    let is_mark = |letter: char| matches!(letter, '"' | '“' | '”' | '‘' | '’' | '\'');
    let end = words.trim_end_matches([',', '.', '?', '!']);
    words.starts_with(is_mark) && end.ends_with(is_mark)
}

/// Lines `T1 Source 0 4;6 9 words` and `E1 Attribution:T4 Content:T3 Source:T1`.
fn relations(text: &str) -> Vec<Relation> {
    let mut pieces: BTreeMap<&str, Vec<[usize; 2]>> = BTreeMap::new();
    let mut relations = vec![];
    for line in text.lines() {
        let mut fields = line.split('\t');
        let (Some(id), Some(rest)) = (fields.next(), fields.next()) else { continue };
        if id.starts_with('T') {
            let places = rest.split_once(' ').map_or("", |(_, places)| places);
            let spans = places.split(';').filter_map(|place| {
                let (start, end) = place.split_once(' ')?;
                Some([start.parse().ok()?, end.parse().ok()?])
            });
            pieces.insert(id, spans.collect());
        } else if id.starts_with('E') {
            let of = |kind: &str| -> Points {
                let named = rest
                    .split(' ')
                    .filter_map(|pair| pair.split_once(':'))
                    .filter(|(name, _)| name.starts_with(kind));
                Points::union(
                    &named
                        .flat_map(|(_, id)| pieces.get(id).cloned().unwrap_or_default())
                        .collect::<Vec<_>>(),
                )
            };
            let relation = Relation { content: of("Content"), cue: of("Cue"), source: of("Source") };
            if !relation.content.is_empty() {
                relations.push(relation);
            }
        }
    }
    relations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standoff_is_read() {
        let text = "T1\tSource 0 4\tPoll\nT2\tContent 5 9;12 14\tsome of it\nE1\tAttribution:T4 Content:T2 Source:T1\n";
        let relations = relations(text);
        assert_eq!(relations.len(), 1);
        assert_eq!(relations[0].content, Points::union(&[[5, 9], [12, 14]]));
    }
}
