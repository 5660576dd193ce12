//! What the parts of sentences are taken to be; and how often that is right on annotated news, where the data is present.

use super::{Parsed, Tag};

/// UPOS words that a tag may stand for.
fn fits(tag: Tag, upos: &str) -> bool {
    match tag {
        Tag::Noun => matches!(upos, "NOUN" | "PROPN"),
        Tag::Name => matches!(upos, "PROPN" | "NOUN" | "ADJ"),
        Tag::Pronoun => matches!(upos, "PRON" | "DET"),
        Tag::Determiner => matches!(upos, "DET" | "PRON"),
        Tag::Possessive => matches!(upos, "PRON" | "PART"),
        Tag::Adjective => matches!(upos, "ADJ" | "VERB"),
        Tag::Numeral => matches!(upos, "NUM" | "ADJ" | "NOUN"),
        Tag::Verb => matches!(upos, "VERB"),
        Tag::Auxiliary => matches!(upos, "AUX" | "VERB"),
        Tag::Modal => upos == "AUX",
        Tag::To => upos == "PART",
        Tag::Adverb => matches!(upos, "ADV"),
        Tag::Negation => matches!(upos, "PART" | "ADV" | "DET"),
        Tag::Preposition => matches!(upos, "ADP" | "SCONJ"),
        Tag::Conjunction => upos == "CCONJ",
        Tag::Subordinator => matches!(upos, "SCONJ" | "ADP" | "ADV"),
        Tag::Relative => matches!(upos, "PRON" | "ADV" | "DET" | "SCONJ"),
        Tag::Punctuation => matches!(upos, "PUNCT" | "SYM"),
        Tag::Other => false,
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads the data that it is measured on")]
fn tags_of_annotated_news() {
    let folder = std::env::var("ONETEXT_DATA")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").to_owned());
    let Ok(files) = std::fs::read_dir(format!("{folder}/reports/gum_wikinews")) else {
        eprintln!("skipped: test data not present");
        return;
    };
    let (mut right, mut all) = (0_usize, 0_usize);
    let mut wrong: std::collections::BTreeMap<(String, String), usize> = std::collections::BTreeMap::new();
    let paths = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "conllu"));
    for path in paths {
        let text = std::fs::read_to_string(path).unwrap();
        for block in text.split("\n\n") {
            let Some(sentence) = block.lines().find_map(|line| line.strip_prefix("# text = ")) else {
                continue;
            };
            let parsed = Parsed::of(sentence);
            let mut gold = block
                .lines()
                .filter(|line| line.chars().next().is_some_and(|c| c.is_ascii_digit()))
                .filter_map(|line| {
                    let fields: Vec<&str> = line.split('\t').collect();
                    (!fields[0].contains(['-', '.'])).then(|| (fields[1].to_owned(), fields[3].to_owned()))
                });
            let gold: Vec<(String, String)> = gold.by_ref().collect();
            let mut from = 0;
            for (word, upos) in &gold {
                let place =
                    (from..(from + 4).min(parsed.tags.len())).find(|token| parsed.text.word(*token) == word);
                let Some(token) = place else { continue };
                from = token + 1;
                all += 1;
                if fits(parsed.tag(token), upos) {
                    right += 1;
                } else {
                    *wrong.entry((format!("{:?}", parsed.tag(token)), upos.clone())).or_default() += 1;
                }
            }
        }
    }
    let mut wrong: Vec<_> = wrong.into_iter().collect();
    wrong.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    eprintln!("{right} of {all} tags fit: {} %", right * 100 / all.max(1));
    for (pair, count) in wrong.iter().take(40) {
        eprintln!("{count} {pair:?}");
    }
    assert!(right * 100 >= all * TAGS_RIGHT_MIN, "{right} of {all}");
}

/// Percent of tags that must fit on annotated news.
const TAGS_RIGHT_MIN: usize = 90;
