//! How often a tag is right on annotated news, where the data is present.
//!
//! Two figures: *fit* lets pass what is a matter of where one draws the line (a participle before a noun as adjective or
//! verb, the words of a name as names or common nouns, "that" as determiner or pronoun); *strict* does not.

use std::collections::BTreeMap;

use crate::grammar::{Parsed, Tag};

/// Percent of tags that must fit.
const FIT_MIN: usize = 96;
/// Percent of tags that must be right as the annotation has them.
const STRICT_MIN: usize = 92;

/// Universal parts of speech that a tag may stand for; the first few are those that it stands for strictly.
fn meant(tag: Tag) -> (&'static [&'static str], &'static [&'static str]) {
    match tag {
        Tag::Noun => (&["NOUN"], &["PROPN"]),
        Tag::Name => (&["PROPN"], &["NOUN", "ADJ"]),
        Tag::Pronoun => (&["PRON"], &["DET"]),
        Tag::Determiner => (&["DET"], &["PRON"]),
        Tag::Possessive => (&["PRON", "PART"], &[]),
        Tag::Adjective => (&["ADJ"], &["VERB"]),
        Tag::Numeral => (&["NUM"], &["ADJ", "NOUN"]),
        Tag::Verb => (&["VERB"], &[]),
        Tag::Auxiliary => (&["AUX"], &["VERB"]),
        Tag::Modal => (&["AUX"], &[]),
        Tag::To => (&["PART"], &[]),
        Tag::Adverb => (&["ADV"], &[]),
        Tag::Negation => (&["PART", "ADV"], &["DET"]),
        Tag::Preposition => (&["ADP"], &["SCONJ"]),
        Tag::Conjunction => (&["CCONJ"], &[]),
        Tag::Subordinator => (&["SCONJ"], &["ADP", "ADV"]),
        Tag::Relative => (&["PRON", "ADV", "DET", "SCONJ"], &[]),
        Tag::Punctuation => (&["PUNCT", "SYM"], &[]),
        Tag::Other => (&[], &[]),
    }
}

#[derive(Default)]
struct Score {
    all: usize,
    fit: usize,
    strict: usize,
    unaligned: usize,
    wrong: BTreeMap<(String, String), usize>,
}

impl Score {
    fn sentence(&mut self, block: &str) {
        let Some(sentence) = block.lines().find_map(|line| line.strip_prefix("# text = ")) else { return };
        let parsed = Parsed::of(sentence);
        let mut from = 0;
        for line in block.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_digit())) {
            let fields: Vec<&str> = line.split('\t').collect();
            if fields[0].contains(['-', '.']) {
                continue;
            }
            let near = from..(from + 4).min(parsed.tags.len());
            match near.into_iter().find(|token| parsed.text.word(*token) == fields[1]) {
                Some(token) => {
                    from = token + 1;
                    self.word(parsed.tag(token), fields[1], fields[3]);
                }
                None => self.unaligned += 1,
            }
        }
    }

    fn word(&mut self, tag: Tag, word: &str, gold: &str) {
        let (strict, also) = meant(tag);
        self.all += 1;
        self.strict += usize::from(strict.contains(&gold));
        let fits = strict.contains(&gold) || also.contains(&gold);
        self.fit += usize::from(fits);
        if !fits {
            *self.wrong.entry((format!("{tag:?} for {gold}"), word.to_owned())).or_default() += 1;
        }
    }

    fn print(&self) {
        let percent = |count: usize| {
            let tenths = count * 1000 / self.all.max(1);
            format!("{}.{} %", tenths / 10, tenths % 10)
        };
        let (fit, strict) = (percent(self.fit), percent(self.strict));
        eprintln!("{} words: {fit} fit, {strict} strict; {} not aligned", self.all, self.unaligned);
        let mut pairs: BTreeMap<&str, (usize, Vec<&str>)> = BTreeMap::new();
        for ((pair, word), count) in &self.wrong {
            let slot = pairs.entry(pair).or_default();
            slot.0 += count;
            slot.1.push(word);
        }
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
        for (pair, (count, words)) in pairs {
            eprintln!("{count:4} {pair}: {}", words.join(" "));
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads the data that it is measured on")]
fn tags_fit_annotated_news() {
    let folder = std::env::var("ONETEXT_DATA")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").to_owned());
    let Ok(files) = std::fs::read_dir(format!("{folder}/reports/gum_wikinews")) else {
        eprintln!("skipped: test data not present");
        return;
    };
    let mut score = Score::default();
    for path in files.map(|file| file.unwrap().path()) {
        if path.extension().is_some_and(|ending| ending == "conllu") {
            std::fs::read_to_string(path).unwrap().split("\n\n").for_each(|block| score.sentence(block));
        }
    }
    score.print();
    assert!(score.fit * 100 >= score.all * FIT_MIN, "{} of {} fit", score.fit, score.all);
    assert!(score.strict * 100 >= score.all * STRICT_MIN, "{} of {} are right", score.strict, score.all);
}
