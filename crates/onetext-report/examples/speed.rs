//! Articles of 750 words a second on one core: `cargo run --release -p onetext-report --example speed -- FILE...`.
//!
//! The texts are joined and cut to articles of 750 words; the median of several rounds counts. Nothing is read from disk
//! while the clock runs.

use std::time::Instant;

use onetext_report::{About, read};

const WORDS: usize = 750;
const ARTICLES: usize = 400;
const ROUNDS: usize = 9;

#[expect(clippy::disallowed_methods, reason = "a measurement reads files and the clock")]
fn main() {
    let texts: Vec<String> =
        std::env::args().skip(1).filter_map(|path| std::fs::read_to_string(path).ok()).collect();
    let all = texts.join("\n\n");
    let words: Vec<&str> = all.split(' ').collect();
    if words.len() <= WORDS {
        println!("skipped: name files with more than {WORDS} words");
        return;
    }
    let articles: Vec<String> = (0..ARTICLES)
        .map(|turn| {
            let from = turn * 353 % (words.len() - WORDS);
            words[from..from + WORDS].join(" ")
        })
        .collect();
    let about =
        About { outlet: Some("The Herald".to_owned()), published: "2025-12-07".parse().ok(), language: None };
    let mut rounds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let started = Instant::now();
            let claims: usize = articles.iter().map(|text| read(text, &about).claims.len()).sum();
            assert!(claims > 0, "the articles have statements");
            started.elapsed().as_secs_f64()
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    let articles = f64::from(u32::try_from(ARTICLES).unwrap_or(u32::MAX));
    println!("{:.0}", articles / rounds[ROUNDS / 2]);
}
