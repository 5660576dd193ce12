//! PDF files: the same bytes twice, nothing in them that was not passed in, no text that becomes a sign of the typesetter.

use crate::manuscripts;
use crate::sample::documents;
use onetext_document::{Block, Document, Properties, Text, pdf};

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}

#[test]
fn every_sample_is_set_and_the_same_twice() {
    for document in documents() {
        let write = || pdf::write(&document, &Properties::default()).expect("set");
        let first = write();
        assert!(first.starts_with(b"%PDF"));
        assert_eq!(first, write());
    }
}

#[test]
fn a_file_says_only_what_it_was_told() {
    let told = Properties {
        title: "Talks".into(),
        author: Some("Anna Reed".into()),
        created: Some("2025-12-08".into()),
    };
    let (document, _) = manuscripts::latin().non_paper();
    let said = pdf::write(&document, &told).expect("set");
    for words in ["Talks", "Anna Reed", "2025"] {
        assert!(holds(&said, words), "{words}");
    }
    let silent = pdf::write(&document, &Properties::default()).expect("set");
    for words in ["Talks", "Anna", "2025", "2026", "Typst", "typst", "Creator", "CreationDate", "onetext"] {
        assert!(!holds(&silent, words), "{words}");
    }
}

#[test]
fn pasted_text_stays_text() {
    let nasty = "\")] #read(\"/etc/passwd\") \\ $x$ *b* @a <l> \u{0}\u{202e}#import \"@preview/a:0.1.0\"";
    let page = Document::new("status", nasty)
        .with(Block::Paragraph(Text::plain(nasty)))
        .with(Block::Manuscript(manuscripts::text()));
    assert!(pdf::write(&page, &Properties { title: nasty.into(), ..Properties::default() }).is_ok());
}

#[test]
fn a_day_that_is_none_is_not_written() {
    for day in ["2025-02-30", "soon", "2025-13-01", "2025-12-08T21:40:00Z"] {
        let properties = Properties { created: Some(day.into()), ..Properties::default() };
        assert!(pdf::write(&manuscripts::latin(), &properties).is_ok(), "{day}");
    }
}
