//! Attribution relations between units of discourse (`*.rsd`): a unit such as "the spokesman said" that attributes another.
//!
//! A relation is found if the cue of one of our claims lies in the attributing unit; one of our claims is right if its
//! cue lies in such a unit. The text is that of the units, joined by blanks. Reported, not a target: the corpus also
//! counts attributions without words of saying, and we count others that it holds to be something else.

use onetext_report::About;

use super::answer::{files, text_of};
use super::spans::Points;
use super::{Asked, Count};

pub(crate) fn score(asked: &Asked) -> Result<(), String> {
    let found = files(&asked.gum, ".rsd");
    if found.is_empty() {
        println!("attribution relations of news: skipped: test data not present");
        return Ok(());
    }
    let mut all = Count::default();
    let mut right = Count::default();
    for path in &found {
        let (text, units) = units(&text_of(path)?);
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let answer = asked.answers.to(&stem, &text, &About::default())?;
        let cues: Vec<Points> = answer
            .claims
            .iter()
            .map(|claim| Points::union(&claim.cue))
            .filter(|cue| !cue.is_empty())
            .collect();
        let has = units.iter().filter(|unit| cues.iter().any(|cue| cue.overlaps(unit))).count();
        all.add(Count { gold: units.len(), ours: units.len(), both: has });
        let ours = cues.iter().filter(|cue| units.iter().any(|unit| cue.overlaps(unit))).count();
        right.add(Count { gold: cues.len(), ours: cues.len(), both: ours });
    }
    println!("attribution relations of news, {} texts", found.len());
    println!("  recall     {}", all.share());
    println!("  precision  {}", right.share());
    Ok(())
}

/// The text, and where its attributing units stand.
fn units(rsd: &str) -> (String, Vec<Points>) {
    let (mut text, mut length, mut units) = (String::new(), 0, vec![]);
    for line in rsd.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let Some(words) = fields.get(1) else { continue };
        if length > 0 {
            text.push(' ');
            length += 1;
        }
        let start = length;
        text.push_str(words);
        length += words.chars().count();
        if fields.iter().any(|field| field.starts_with("attribution-")) {
            units.push(Points::union(&[[start, length]]));
        }
    }
    (text, units)
}
