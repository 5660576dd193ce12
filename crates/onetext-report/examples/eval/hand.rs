//! The hand-made gold: claims, sources, chains, contacts, days, minutes.
//!
//! Contents are matched one to one by the greatest sum of Jaccard on code points, pairs below 0.3 left out. A source is
//! right if it shares a code point with the gold's (or the gold has none). A chain is right if it is as long and each
//! link has a name in common. A contact is matched by type, by day where the gold has one (single days equal, ranges
//! sharing half of the longer), and by half of the gold's participants.

use jiff::civil::Date;
use onetext_report::About;

use super::answer::{Answer, When, files, parse, text_of};
use super::gold::{Contact, Gold, answer_names, gold_names, pairs};
use super::matching::match_by_weight;
use super::spans::Points;
use super::{Asked, Count};

const OVERLAP_MIN: f64 = 0.3;

#[derive(Default)]
struct Scores {
    claims: Count,
    sources: Count,
    chains: Count,
    modes: Count,
    contacts: Count,
    days: Count,
    minutes: Count,
    said_on: Count,
}

pub(crate) fn score(asked: &Asked) -> Result<(), String> {
    let found = files(&asked.gold, ".gold.json");
    if found.is_empty() {
        println!("hand-made gold: skipped: test data not present");
        return Ok(());
    }
    let mut all = Scores::default();
    for path in &found {
        let gold: Gold = parse(path)?;
        let name =
            path.file_name().map(|name| name.to_string_lossy().replace(".gold.json", "")).unwrap_or_default();
        let text = text_of(&path.with_file_name(format!("{name}.txt")))?;
        let about = About {
            outlet: Some(gold.doc.outlet().to_owned()),
            published: gold.doc.published,
            language: gold.doc.lang.clone(),
        };
        let answer = asked.answers.to(&name, &text, &about)?;
        println!("{name}");
        claims(&gold, &answer, &text, asked.misses, &mut all);
        contacts(&gold, &answer, asked.misses, &mut all);
    }
    println!("hand-made gold, {} reports", found.len());
    println!("  claims            {}", all.claims.said());
    println!("  source right      {}", all.sources.share());
    println!("  chain right       {}", all.chains.share());
    println!("  mode right        {}", all.modes.share());
    println!("  said on the day   {}", all.said_on.share());
    println!("  contacts          {}", all.contacts.said());
    println!("  days of contacts  {}", all.days.share());
    println!("  minutes           {}", all.minutes.share());
    Ok(())
}

fn claims(gold: &Gold, answer: &Answer, text: &str, misses: bool, all: &mut Scores) {
    let letters: Vec<char> = text.chars().collect();
    let theirs: Vec<_> = gold.claims.iter().filter(|claim| claim.attributed).collect();
    let golden: Vec<Points> = theirs.iter().map(|claim| Points::union(&pairs(&claim.content))).collect();
    let ours: Vec<Points> = answer.claims.iter().map(|claim| Points::union(&claim.content)).collect();
    let weight = |one: usize, other: usize| {
        let jaccard = golden[one].jaccard(&ours[other]);
        if jaccard >= OVERLAP_MIN { jaccard } else { 0.0 }
    };
    let matched = match_by_weight(golden.len(), ours.len(), weight);
    all.claims.add(Count { gold: golden.len(), ours: ours.len(), both: matched.len() });
    for &(one, other) in &matched {
        let (claim, answered) = (theirs[one], &answer.claims[other]);
        let source = claim.source.map(|source| Points::union(&pairs(&[source])));
        let right = source.is_none_or(|source| source.overlaps(&Points::union(&answered.source)));
        all.sources.add(Count { gold: 1, ours: 1, both: usize::from(right) });
        let same_length = claim.chain.len() == answered.chain.len();
        let links = claim.chain.iter().zip(&answered.chain);
        let chain = same_length
            && links.clone().all(|(link, id)| gold_names(gold, &link.actor).join(&answer_names(answer, id)));
        all.chains.add(Count { gold: 1, ours: 1, both: usize::from(chain) });
        all.modes.add(Count { gold: 1, ours: 1, both: usize::from(claim.mode == answered.mode) });
        if let Some(day) = claim.date.as_ref().filter(|day| day.start.is_some()) {
            let same = answered.date.as_ref().is_some_and(|ours| days_agree(day, ours));
            all.said_on.add(Count { gold: 1, ours: 1, both: usize::from(same) });
        }
        if misses && (!right || !chain) {
            println!("  {}: source {right}, chain {:?} for {:?}", claim.id, answered.chain, claim.chain);
        }
    }
    if misses {
        for (one, claim) in
            theirs.iter().enumerate().filter(|(one, _)| matched.iter().all(|(gold, _)| gold != one))
        {
            println!("  missed {}: {}", claim.id, golden[one].words(&letters));
        }
        for (other, points) in
            ours.iter().enumerate().filter(|(other, _)| matched.iter().all(|(_, ours)| ours != other))
        {
            println!("  not in the gold: [{}] {}", answer.claims[other].act, points.words(&letters));
        }
    }
}

fn days_agree(gold: &When, ours: &When) -> bool {
    let range = |when: &When| Some((when.start?, when.end.or(when.start)?));
    let (Some((start, end)), Some((from, to))) = (range(gold), range(ours)) else { return false };
    if start == end {
        return (from, to) == (start, end);
    }
    let days = |from: Date, to: Date| (to - from).get_days() + 1;
    let shared = days(start.max(from), end.min(to)).max(0);
    shared * 2 >= days(start, end).max(days(from, to))
}

/// Two words for one sort.
fn sort(word: &str) -> &str {
    if word == "video_conference" { "video_call" } else { word }
}

fn contacts(gold: &Gold, answer: &Answer, misses: bool, all: &mut Scores) {
    let fits = |one: &Contact, other: usize| {
        let ours = &answer.contacts[other];
        let day = one.date.as_ref().filter(|day| day.start.is_some());
        let same_day = day.is_none_or(|day| ours.date.as_ref().is_some_and(|ours| days_agree(day, ours)));
        let present = one.participants.iter().filter(|who| {
            let names = gold_names(gold, &who.actor);
            ours.participants.iter().any(|ours| names.join(&answer_names(answer, &ours.actor)))
        });
        sort(&one.sort) == sort(&ours.sort) && same_day && present.count() * 2 >= one.participants.len()
    };
    let weight = |one: usize, other: usize| f64::from(u8::from(fits(&gold.contacts[one], other)));
    let matched = match_by_weight(gold.contacts.len(), answer.contacts.len(), weight);
    all.contacts.add(Count { gold: gold.contacts.len(), ours: answer.contacts.len(), both: matched.len() });
    for &(one, other) in &matched {
        let (contact, ours) = (&gold.contacts[one], &answer.contacts[other]);
        if contact.date.as_ref().is_some_and(|day| day.start.is_some()) {
            all.days.add(Count { gold: 1, ours: 1, both: 1 });
        }
        let minutes = contact.minutes();
        if !minutes.is_empty() {
            let same = minutes.iter().all(|minutes| ours.minutes.contains(minutes));
            all.minutes.add(Count { gold: 1, ours: 1, both: usize::from(same) });
        }
    }
    let undated = gold.contacts.iter().enumerate().filter(|(one, contact)| {
        contact.date.as_ref().is_some_and(|day| day.start.is_some())
            && matched.iter().all(|(gold, _)| gold != one)
    });
    all.days.gold += undated.count();
    if misses {
        for (one, contact) in
            gold.contacts.iter().enumerate().filter(|(one, _)| matched.iter().all(|(gold, _)| gold != one))
        {
            println!("  missed contact {}: {} {} {one}", contact.id, contact.sort, contact.status);
        }
        for (other, contact) in answer
            .contacts
            .iter()
            .enumerate()
            .filter(|(other, _)| matched.iter().all(|(_, ours)| ours != other))
        {
            println!("  contact not in the gold: {} {} {other}", contact.sort, contact.status);
        }
    }
}
