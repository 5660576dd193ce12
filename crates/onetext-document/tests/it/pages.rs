//! Whole outputs of every writer for the sample documents, kept as snapshots, and what holds for all pages.

use crate::{sample, scales};
use onetext_document::{
    Block, Cell, Chart, Column, Document, Item, Row, Section, Style, Table, Text, html, json, markdown, svg,
    terminal,
};

fn samples() -> [(&'static str, Document); 4] {
    [
        ("play", sample::state_of_play()),
        ("survey", sample::survey()),
        ("arabic", sample::arabic()),
        ("scales", scales::document()),
    ]
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

#[test]
fn a_fragment_has_no_style_of_its_own() {
    for (name, document) in samples() {
        let fragment = html::fragment(&document);
        assert!(!fragment.contains("style=") && !fragment.contains("<style"), "{name}");
    }
}

#[test]
fn every_class_of_a_place_or_width_is_in_the_style_sheet() {
    for hundredth in 1..=100 {
        assert!(html::STYLE.contains(&format!(".w-{hundredth}{{width:{hundredth}%}}")), "{hundredth}");
    }
    for place in 1..=24 {
        assert!(html::STYLE.contains(&format!(".column-{place}{{grid-column:{place}}}")), "{place}");
        assert!(html::STYLE.contains(&format!(".row-{place}{{grid-row:{place}}}")), "{place}");
    }
}

#[test]
fn only_a_page_with_a_frame_has_links() {
    let words = Text::plain("ask, entry ").then("a<b", Style::Entry).then(" and ", Style::Plain);
    let words = words.then("unknown", Style::Entry);
    let table = Table {
        key: "grid".to_owned(),
        caption: Text::plain("Positions"),
        columns: vec![Column::new("issue", "Issue", 1).heading(), Column::new("north", "North", 1)],
        rows: vec![Row { key: "toll".to_owned(), cells: vec![Cell::new("Toll"), Cell::default()] }],
        legend: Text::default(),
    };
    let page = Document::new("grid", "Positions").with(Block::Paragraph(words)).with(Block::Table(table));
    let links = html::Links {
        entry: &|name| (name == "a<b").then(|| "/entry/a?b&c".to_owned()),
        blank: &|table, row, column| {
            Some((format!("/{table}/{row}/{column}"), "enter a position".to_owned()))
        },
    };
    let linked = html::fragment_linked(&page, &links);
    assert!(
        linked.contains("<a class=\"entry\" href=\"/entry/a?b&amp;c\"><code dir=\"auto\">a&lt;b</code></a>"),
        "{linked}"
    );
    assert!(linked.contains("<code dir=\"auto\">unknown</code></bdi>"), "{linked}");
    assert!(linked.contains("href=\"/grid/toll/north\""), "{linked}");
    assert!(linked.contains("enter a position: North, Toll"), "{linked}");
    assert!(!html::fragment(&page).contains("<a "));
}
