//! Files that mean harm: whatever the bytes, there is a text or an error, in bounded time.

use std::path::PathBuf;

use onetext_report::formats::{PAGE_BYTES_MAX, Remark, TEXT_BYTES_MAX, read};
use proptest::prelude::*;

/// The shared test data, if it is there.
fn data() -> Option<PathBuf> {
    let named = std::env::var_os("ONETEXT_DATA").map(PathBuf::from);
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data"));
    let found = named.into_iter().chain([beside]).find(|folder| folder.join("badinput").is_dir());
    if found.is_none() {
        eprintln!("skipped: test data not present");
    }
    found
}

#[test]
fn elements_within_one_another_without_end_are_words_all_the_same() {
    for element in ["div", "b", "blockquote", "a", "table", "font"] {
        let page = format!("<html><body>{}The envoy left.", format!("<{element}>").repeat(3_000));
        let arrived = read(page.as_bytes(), "deep.html").unwrap();
        assert_eq!(arrived[0].text, "The envoy left.", "{element}");
    }
    let page = format!("<html>{}The envoy left.", "<div>".repeat(3_000));
    assert!(read(page.as_bytes(), "a.html").unwrap()[0].findings.contains(&Remark::TooDeep));
}

#[test]
fn what_is_too_long_is_refused_or_cut_with_a_remark() {
    let long = "Так. ".repeat(TEXT_BYTES_MAX / 8 + 10);
    let arrived = read(long.as_bytes(), "a.txt").unwrap();
    assert!(arrived[0].text.len() <= TEXT_BYTES_MAX);
    assert!(arrived[0].findings.iter().any(|remark| remark.rule() == "text-left-out"));
    let page = format!("<html>{}", " ".repeat(PAGE_BYTES_MAX));
    assert!(read(page.as_bytes(), "a.html").unwrap_err().to_string().contains("the limit is"));
    let crowded: String = (0..20_000).map(|number| format!("a{number}=x ")).collect();
    let page = format!("<html><body><p {crowded}>The envoy left.</p>");
    assert!(read(page.as_bytes(), "a.html").unwrap_err().to_string().contains("thousands of attributes"));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads its data")]
fn attack_strings_stay_text() {
    let Some(data) = data() else { return };
    let lines = std::fs::read_to_string(data.join("badinput/generated/text/injections.jsonl")).unwrap();
    let mut seen = 0;
    for line in lines.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = row["text"].as_str().unwrap();
        let plain = read(text.as_bytes(), "attack.txt");
        if let Ok(plain) = plain {
            assert_eq!(plain[0].text, text);
            seen += 1;
        }
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        let page = format!("<html><body><article><p>{escaped}</p></article></body></html>");
        let shown = read(page.as_bytes(), "attack.html").unwrap();
        let same = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(same(&shown[0].text), same(&text.replace('\0', "")), "{}", row["id"]);
    }
    assert!(seen > 20);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads its data")]
fn every_bad_file_gives_a_text_or_an_error() {
    let Some(data) = data() else { return };
    let mut open = vec![data.join("badinput")];
    let mut files = 0;
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        for name in ["a.txt", "a.html", "a.eml", "a.rss"] {
            let _ = read(&bytes, name);
        }
        files += 1;
    }
    assert!(files > 200, "{files}");
}

/// Pieces of what pages, letters and feeds are made of.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "<html>",
        "<body>",
        "<p>",
        "</p>",
        "<div class=\"nav comments\">",
        "</div>",
        "<article>",
        "</article>",
        "<table><tr>",
        "<a href=x>",
        "<br>",
        "<blockquote>",
        "<script>",
        "</script>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "&amp;",
        "&#0;",
        "<rss version=\"2.0\"><channel>",
        "<item>",
        "<title>",
        "</title>",
        "<pubDate>",
        "<feed>",
        "<entry>",
        "<content>",
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"publisher\":[{}]}</script>",
        "<meta name=date content=\"",
        "From: a\r\n",
        "Subject: =?utf-8?q?=e2?=\r\n",
        "Date: Sat, 7 Mar 2026 99:99:99 -9999\r\n",
        "\r\n\r\n",
        "> quoted\n",
        "Content-Type: multipart/mixed; boundary=x\r\n",
        "--x\r\n",
        "--x--",
        "On Friday A wrote:\n",
        "\u{202e}",
        "\u{feff}",
        "Он сказал: «так». ",
        "The envoy said so on Monday, twice. ",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_pieces_break_a_reader(pieces in prop::collection::vec(piece(), 0..40), sort in 0..5_usize) {
        let bytes = pieces.concat();
        let name = ["a.txt", "a.html", "a.eml", "a.rss", "a"][sort];
        for arrived in read(bytes.as_bytes(), name).into_iter().flatten() {
            prop_assert!(arrived.quoted.iter().all(|(start, end)| arrived.text.get(*start..*end).is_some()));
            prop_assert!(!arrived.text.trim().is_empty());
        }
    }

    #[test]
    fn no_bytes_break_a_reader(bytes in prop::collection::vec(any::<u8>(), 0..400), sort in 0..5_usize) {
        let name = ["a.txt", "a.html", "a.eml", "a.rss", "a"][sort];
        let _ = read(&bytes, name);
        let marked = [b"<html><body>".as_slice(), &bytes].concat();
        let _ = read(&marked, "a.html");
        let headed = [b"From: a\r\nSubject: b\r\n".as_slice(), &bytes].concat();
        let _ = read(&headed, "a.eml");
    }
}
