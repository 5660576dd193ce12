//! Attribution relations in brat standoff, as in the Political News Attribution Relations Corpus: one file of annotations
//! for each text (of several annotators the first by name), contents of one or more pieces.
//!
//! Contents are matched one to one by the greatest sum of Jaccard on code points. A quotation is a content that begins
//! and ends with quotation marks. A source is right if it shares a code point with the gold's. The texts are split in two
//! by a checksum of their names: one half to look at, one to check with.

use std::collections::BTreeMap;
use std::path::Path;

use onetext_report::About;

use super::answer::{files, text_of};
use super::matching::match_by_weight;
use super::spans::Points;
use super::{Asked, Count};

struct Relation {
    content: Points,
    source: Points,
}

#[derive(Default)]
struct Scores {
    loose: Count,
    tight: Count,
    quotations: Count,
    sources: Count,
}

pub(crate) fn score(asked: &Asked) -> Result<(), String> {
    let Some(folder) = &asked.polnear else {
        println!("attribution relations in standoff: none named (--polnear FOLDER)");
        return Ok(());
    };
    let texts = files(&folder.join("text"), ".txt");
    let annotations = files(&folder.join("attributions"), ".ann");
    let mut halves = [Scores::default(), Scores::default()];
    for path in &texts {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(file) = annotations.iter().find(|file| is_of(file, &stem)) else { continue };
        let text = text_of(path)?;
        let gold = relations(&text_of(file)?);
        let half = usize::from(checksum(&stem) % 2 == 1);
        one(asked, &stem, &text, &gold, &mut halves[half])?;
    }
    for (name, scores) in ["to look at", "to check with"].iter().zip(&halves) {
        println!("attribution relations in standoff, half {name}");
        println!("  content, J >= 0.3    {}", scores.loose.said());
        println!("  content, J >= 0.8    {}", scores.tight.said());
        println!("  quotations found     {}", scores.quotations.share());
        println!("  source right         {}", scores.sources.share());
    }
    Ok(())
}

fn is_of(file: &Path, stem: &str) -> bool {
    file.file_stem().is_some_and(|name| {
        name.to_string_lossy().strip_prefix(stem).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    })
}

fn checksum(name: &str) -> u32 {
    name.bytes().fold(7, |sum: u32, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)))
}

fn one(asked: &Asked, stem: &str, text: &str, gold: &[Relation], scores: &mut Scores) -> Result<(), String> {
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
    for (place, relation) in
        gold.iter().enumerate().filter(|(_, relation)| is_quotation(&relation.content, &letters))
    {
        let found = loose.iter().any(|(one, _)| *one == place);
        scores.quotations.add(Count { gold: 1, ours: 1, both: usize::from(found) });
        let _ = relation;
    }
    for (one, other) in &loose {
        let source = &gold[*one].source;
        if !source.is_empty() {
            let right = source.overlaps(&Points::union(&answer.claims[*other].source));
            scores.sources.add(Count { gold: 1, ours: 1, both: usize::from(right) });
        }
    }
    if asked.misses {
        for (place, relation) in
            gold.iter().enumerate().filter(|(place, _)| loose.iter().all(|(one, _)| one != place))
        {
            println!(
                "  {stem} missed {place}: [{}] {}",
                relation.source.words(&letters),
                relation.content.words(&letters)
            );
        }
    }
    Ok(())
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
            let relation = Relation { content: of("Content"), source: of("Source") };
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
