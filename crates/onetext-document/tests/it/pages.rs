//! Whole outputs of every writer for the sample documents, kept as snapshots, and what holds for all pages.

use crate::sample;
use onetext_document::{Block, Chart, Document, Item, Section, html, json, markdown, svg, terminal};

fn samples() -> [(&'static str, Document); 3] {
    [("play", sample::state_of_play()), ("survey", sample::survey()), ("arabic", sample::arabic())]
}

#[test]
fn every_writer_prints_the_samples() {
    for (name, document) in samples() {
        insta::assert_snapshot!(format!("{name}.txt"), terminal::write(&document, 100));
        insta::assert_snapshot!(format!("{name}.fragment.html"), html::fragment(&document));
        insta::assert_snapshot!(format!("{name}.md"), markdown::write(&document));
        insta::assert_snapshot!(format!("{name}.json"), json::write(&document));
    }
}

#[test]
fn charts_are_standalone_pictures() {
    insta::assert_snapshot!("network.svg", svg::write(&Chart::Network(sample::network())));
    insta::assert_snapshot!("timeline.svg", svg::write(&Chart::Timeline(sample::timeline())));
}

#[test]
fn a_page_needs_nothing_else() {
    for (name, document) in samples() {
        let page = html::write(&document);
        for absent in
            ["<script", "http://", "https://", "@import", "url(", " onclick", " onload", "javascript:"]
        {
            let page = page.replace("http://www.w3.org/2000/svg", "");
            assert!(!page.contains(absent), "{name} contains {absent}");
        }
        assert!(page.contains("default-src 'none'"), "{name}");
    }
}

#[test]
fn the_style_mirrors_by_itself() {
    let physical = ["-left", "-right", "left:", "right:", "margin-top", "margin-bottom", " float"];
    for absent in physical {
        assert!(!html::STYLE.contains(absent), "the style sheet contains {absent}");
    }
}

#[test]
fn a_page_says_its_language_and_direction() {
    let page = html::write(&sample::arabic());
    assert!(page.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">"));
    assert!(html::write(&sample::survey()).contains("A4 landscape"));
}

#[test]
fn json_is_json_and_its_cells_are_found_by_key() {
    for (name, document) in samples() {
        let value: serde_json::Value = serde_json::from_str(&json::write(&document)).expect(name);
        assert!(value["schema"].as_str().is_some_and(|schema| schema.starts_with("onetext.")), "{name}");
    }
    let value: serde_json::Value =
        serde_json::from_str(&json::write(&sample::state_of_play())).expect("json");
    let cells = &value["sections"][1]["blocks"][0]["rows"][0]["cells"];
    assert_eq!(cells["side-a"]["mark"]["letter"], "C");
    assert_eq!(cells["side-a"]["mark"]["stale"], true);
    assert!(cells["side-a"]["opens"].is_array());
    assert!(cells["draft-28"]["mark"].get("stale").is_none());
}

#[test]
fn footnotes_follow_footnotes() {
    let inner = Item { opens: vec![Block::Paragraph("third".into())], ..Item::new("second") };
    let outer = Item { opens: vec![Block::List(vec![inner])], ..Item::new("first") };
    let page = Document::new("status", "Open").with(Block::Section(Section::new(
        "s",
        "S",
        vec![Block::List(vec![outer])],
    )));
    let printed = markdown::write(&page);
    assert!(printed.ends_with("- first[^1]\n\n[^1]: - second[^2]\n\n[^2]: third\n"), "{printed}");
}

#[test]
fn a_key_is_an_id_once() {
    let section = || Block::Section(Section::new("same key", "Same", vec![]));
    let page = html::fragment(&Document::new("status", "Open").with(section()).with(section()));
    assert_eq!(page.matches("id=\"same-key\"").count(), 1);
}
