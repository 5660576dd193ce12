//! Lineage of texts of other kinds than the one with a hand-made alignment: treaties and peace agreements that a seeded
//! editor renumbers, moves, merges, splits, rewords, drops from and adds to, so that what became of what is known.

use std::collections::BTreeSet;

use onetext_text::draft::read_markdown;
use onetext_text::lineage::{Level, Status, align};

use crate::lineage::data;

/// A small generator of its own: the same edits on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// A paragraph on its way: what it says and of which old ones it is made.
#[derive(Clone)]
struct Made {
    text: String,
    from: Vec<usize>,
}

/// Sentences of a paragraph.
fn sentences(text: &str) -> Vec<String> {
    text.split_inclusive(". ").map(|one| one.trim().to_owned()).filter(|one| one.len() > 20).collect()
}

/// The same with so many of a hundred words replaced by words of elsewhere.
fn reworded(text: &str, pool: &[String], percent: usize, random: &mut Random) -> String {
    let words = text.split(' ').map(|word| {
        if random.chance(percent) { pool[random.below(pool.len())].clone() } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What an editor makes of paragraphs in articles; paragraphs of a later draft with what they were made of.
fn edited(old: &[Vec<String>], strange: &[String], random: &mut Random) -> Vec<Vec<Made>> {
    let pool: Vec<String> = strange.iter().flat_map(|text| text.split(' ').map(str::to_owned)).collect();
    let mut number = 0;
    let mut articles: Vec<Vec<Made>> = Vec::new();
    for article in old {
        let mut made: Vec<Made> = Vec::new();
        for text in article {
            let this = number;
            number += 1;
            let one = |text: String| Made { text, from: vec![this] };
            match random.below(100) {
                0..45 => made.push(one(text.clone())),
                45..70 => {
                    let percent = 5 + random.below(40);
                    made.push(one(reworded(text, &pool, percent, random)));
                }
                70..76 => {}
                76..84 if made.last().is_some_and(|last| last.from.len() == 1) => {
                    let last = made.last_mut().unwrap();
                    last.text = format!("{} {text}", last.text);
                    last.from.push(this);
                }
                84..92 if sentences(text).len() > 1 => made.extend(sentences(text).into_iter().map(one)),
                92..97 => {
                    made.push(one(text.clone()));
                    let new = strange[random.below(strange.len())].clone();
                    made.push(Made { text: new, from: Vec::new() });
                }
                _ => made.push(one(text.clone())),
            }
        }
        articles.push(made);
    }
    // Some paragraphs go to another article, and one article to another place.
    for _ in 0..1 + number / 25 {
        let (from, to) = (random.below(articles.len()), random.below(articles.len()));
        if articles[from].len() > 1 && from != to {
            let at = random.below(articles[from].len());
            let moved = articles[from].remove(at);
            let place = random.below(articles[to].len() + 1);
            articles[to].insert(place, moved);
        }
    }
    if articles.len() > 4 {
        let article = articles.remove(random.below(articles.len()));
        articles.insert(random.below(articles.len()), article);
    }
    articles
}

fn written<T>(articles: &[Vec<T>], text: impl Fn(&T) -> &str) -> String {
    let mut out = String::new();
    for (number, article) in articles.iter().enumerate() {
        out.push_str(&format!("## Article {}\n\n", number + 1));
        for (place, paragraph) in article.iter().enumerate() {
            out.push_str(&format!("{}. {}\n\n", place + 1, text(paragraph)));
        }
    }
    out
}

/// Paragraphs of a treaty, some to an article.
fn paragraphs(source: &str, most: usize) -> Vec<Vec<String>> {
    let draft = read_markdown(source);
    let texts = draft.provisions.iter().map(|one| one.text.split_whitespace().collect::<Vec<_>>().join(" "));
    let texts: Vec<String> = texts
        .filter(|text| text.split(' ').count() >= 8)
        .map(|text| text.replace(['#', '*', '`'], ""))
        .take(most)
        .collect();
    let mut articles = Vec::new();
    let mut rest = texts.as_slice();
    let mut size = 3;
    while !rest.is_empty() {
        let (article, after) = rest.split_at(size.min(rest.len()));
        articles.push(article.to_vec());
        rest = after;
        size = 2 + (size * 7 + 3) % 6;
    }
    articles
}

fn segments() -> Option<String> {
    let lines = data("drafts/peace/pax_provision_segments.jsonl")?;
    let texts = lines.lines().filter_map(|line| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        value["text"].as_str().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    Some(texts.take(400).enumerate().map(|(at, text)| format!("{}. {text}\n\n", at + 1)).collect())
}

#[test]
fn what_an_editor_did_is_found_again() {
    let files = [
        "trade/cusfta_1988",
        "trade/canada_chile_1996",
        "trade/ukraine_azerbaijan_fta_1995",
        "trade/nafta_1992",
    ];
    let mut sources = Vec::new();
    for file in files {
        let Some(text) = data(&format!("drafts/{file}.md")) else { return };
        sources.push((file, text));
    }
    let Some(peace) = segments() else { return };
    sources.push(("peace", peace));
    let strange = paragraphs(&data("drafts/cop21/draft_23-oct-2015.md").unwrap(), 300).concat();
    for (name, source) in &sources {
        for seed in 1..=3_u64 {
            let mut random = Random(seed * 7919);
            let old = paragraphs(source, 250);
            let new = edited(&old, &strange, &mut random);
            let (one, other) = (
                read_markdown(&written(&old, String::as_str)),
                read_markdown(&written(&new, |made: &Made| made.text.as_str())),
            );
            let made: Vec<&Made> = new.iter().flatten().collect();
            let gold: BTreeSet<(usize, usize)> = made
                .iter()
                .enumerate()
                .flat_map(|(to, made)| made.from.iter().map(move |from| (*from, to)))
                .collect();
            // The n-th provision with words is the n-th paragraph.
            let ordered = |draft: &onetext_text::draft::Draft| -> Vec<Option<usize>> {
                let mut number = 0;
                draft
                    .provisions
                    .iter()
                    .map(|provision| {
                        let has_words = !provision.text.is_empty();
                        number += usize::from(has_words);
                        has_words.then(|| number - 1)
                    })
                    .collect()
            };
            let (of_old, of_new) = (ordered(&one), ordered(&other));
            assert_eq!(of_new.iter().flatten().count(), made.len(), "{name}");
            let mut found = BTreeSet::new();
            let mut unchanged_wrong = 0;
            for edge in align(&one, &other, Level::Paragraph).edges {
                for a in &edge.old {
                    for b in &edge.new {
                        found.extend(of_old[*a].zip(of_new[*b]));
                    }
                }
                let is_same = edge.old.len() == 1
                    && edge.new.len() == 1
                    && one.provisions[edge.old[0]].text == other.provisions[edge.new[0]].text;
                unchanged_wrong +=
                    usize::from(is_same && !matches!(edge.status, Status::Unchanged | Status::Moved));
            }
            let right = found.intersection(&gold).count() as f64;
            let (precision, recall) = (right / found.len() as f64, right / gold.len() as f64);
            let f1 = 2.0 * precision * recall / (precision + recall);
            println!(
                "{name} {seed}: {} paragraphs, F1 {f1:.3} (precision {precision:.3}, recall {recall:.3}), {unchanged_wrong} same called changed",
                made.len()
            );
            for pair in gold.difference(&found).take(6) {
                println!("   missed {pair:?}");
            }
            for pair in found.difference(&gold).take(6) {
                println!("   wrong {pair:?}");
            }
        }
    }
}
