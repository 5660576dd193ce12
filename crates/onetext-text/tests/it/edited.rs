//! Lineage of texts of other kinds than the one with a hand-made alignment: treaties and peace agreements that a seeded
//! editor renumbers, moves, merges, splits, rewords, drops from and adds to, so that what became of what is known.

use std::collections::BTreeSet;

use onetext_text::draft::{Draft, read_markdown};
use onetext_text::lineage::{Level, Status, align};

use crate::lineage::data;

/// A line of fewer words is a title or a signature.
const WORDS_MIN: usize = 8;

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
                0..48 => made.push(one(text.clone())),
                48..72 => {
                    let percent = 5 + random.below(40);
                    made.push(one(reworded(text, &pool, percent, random)));
                }
                72..77 => {}
                77..85 if made.last().is_some_and(|last| last.from.len() == 1) => {
                    let last = made.last_mut().unwrap();
                    last.text = format!("{} {text}", last.text);
                    last.from.push(this);
                }
                85..94 if sentences(text).len() > 1 => made.extend(sentences(text).into_iter().map(one)),
                _ => {
                    made.push(one(text.clone()));
                    let new = strange[random.below(strange.len())].clone();
                    made.push(Made { text: new, from: Vec::new() });
                }
            }
        }
        articles.push(made);
    }
    // Some paragraphs go to another article, and one article to another place.
    for _ in 0..=number / 25 {
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
    let article = |(number, article): (usize, &Vec<T>)| {
        let paragraphs =
            article.iter().enumerate().map(|(place, one)| format!("{}. {}\n\n", place + 1, text(one)));
        format!("## Article {}\n\n{}", number + 1, paragraphs.collect::<String>())
    };
    articles.iter().enumerate().map(article).collect()
}

/// Paragraphs of a treaty, some to an article.
fn paragraphs(source: &str, most: usize) -> Vec<Vec<String>> {
    let draft = read_markdown(source);
    let texts = draft.provisions.iter().map(|one| one.text.split_whitespace().collect::<Vec<_>>().join(" "));
    let plain = texts
        .filter(|text| text.split(' ').count() >= WORDS_MIN)
        .map(|text| text.replace(['#', '*', '`', '[', ']'], ""));
    // What stands twice could have become either.
    let mut seen = BTreeSet::new();
    let texts: Vec<String> = plain.filter(|text| seen.insert(text.clone())).take(most).collect();
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

/// For each provision with words which of the paragraphs it is.
fn ordered(draft: &Draft) -> Vec<Option<usize>> {
    let mut number = 0;
    let places = draft.provisions.iter().map(|provision| {
        let has_words = !provision.text.is_empty();
        number += usize::from(has_words);
        has_words.then(|| number - 1)
    });
    places.collect()
}

/// How many pairs were to be found, how many were found, how many of these are right.
fn tried(old: &[Vec<String>], new: &[Vec<Made>]) -> [usize; 3] {
    let (one, other) = (
        read_markdown(&written(old, String::as_str)),
        read_markdown(&written(new, |made: &Made| made.text.as_str())),
    );
    let made = new.iter().flatten().enumerate();
    let gold: BTreeSet<(usize, usize)> =
        made.flat_map(|(to, made)| made.from.iter().map(move |from| (*from, to))).collect();
    let (of_old, of_new) = (ordered(&one), ordered(&other));
    assert_eq!(of_new.iter().flatten().count(), new.iter().flatten().count());
    let mut found = BTreeSet::new();
    for edge in align(&one, &other, Level::Paragraph).edges {
        if let ([a], [b]) = (edge.old.as_slice(), edge.new.as_slice())
            && one.provisions[*a].text == other.provisions[*b].text
        {
            assert!(matches!(edge.status, Status::Unchanged | Status::Moved), "{edge:?}");
        }
        let pairs = edge.old.iter().flat_map(|a| edge.new.iter().map(move |b| (*a, *b)));
        found.extend(pairs.filter_map(|(a, b)| of_old[a].zip(of_new[b])));
    }
    [gold.len(), found.len(), found.intersection(&gold).count()]
}

#[test]
fn what_an_editor_did_is_found_again() {
    let mut sources = Vec::new();
    for file in ["cusfta_1988", "canada_chile_1996", "ukraine_azerbaijan_fta_1995", "nafta_1992"] {
        let Some(text) = data(&format!("drafts/trade/{file}.md")) else { return };
        sources.push((file, text));
    }
    let (Some(peace), Some(elsewhere)) = (segments(), data("drafts/cop21/draft_23-oct-2015.md")) else {
        return;
    };
    sources.push(("peace agreements", peace));
    let strange = paragraphs(&elsewhere, 300).concat();
    for (name, source) in &sources {
        let old = paragraphs(source, 250);
        let mut sum = [0; 3];
        for seed in 1..=4_u64 {
            let counts = tried(&old, &edited(&old, &strange, &mut Random(seed * 7919)));
            sum = std::array::from_fn(|at| sum[at] + counts[at]);
        }
        let [gold, found, right] = sum.map(|count| f64::from(u32::try_from(count).unwrap()));
        let f1 = 2.0 * right / (gold + found);
        println!(
            "edits of {name}: {gold} pairs, F1 {f1:.3} (precision {:.3}, recall {:.3})",
            right / found,
            right / gold
        );
        assert!(f1 >= 0.97);
    }
}
