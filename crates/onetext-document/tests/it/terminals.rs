//! The terminal: strips, bands, marks and what pasted text may not do.

use crate::sample;
use onetext_document::{Block, Cell, Column, Document, Item, Row, Table, Text, terminal};

#[test]
fn the_main_line_reads_in_one_row() {
    let printed = terminal::write(&sample::state_of_play(), 80);
    assert!(printed.contains("28 -> 19 -> 20\n"), "{printed}");
    assert!(printed.contains("  +- 28 European counter-text (from 28)\n"), "{printed}");
}

#[test]
fn marks_are_letters_and_empty_cells_are_dashes() {
    let printed = terminal::write(&sample::state_of_play(), 120);
    for shown in ["[A] The line", "[C]~ No", "[P]", "—", "~ stale"] {
        assert!(printed.contains(shown), "{shown} is missing in {printed}");
    }
}

#[test]
fn many_columns_come_in_bands_that_repeat_the_heading() {
    let printed = terminal::write(&sample::survey(), 80);
    assert!(printed.matches("\nArmy ").count() > 1, "{printed}");
}

#[test]
fn narrow_marks_stay_in_one_band() {
    let columns: Vec<Column> = std::iter::once(Column::new("i", "Issue", 1).heading())
        .chain((0..12).map(|index| Column::new(index.to_string(), "P", 1)))
        .collect();
    let mark = || Cell {
        mark: Some(sample::mark("A", "accept", onetext_document::Pattern::Blank, false)),
        ..Cell::default()
    };
    let cells = std::iter::once(Cell::new("Army")).chain((0..12).map(|_| mark())).collect();
    let rows = vec![Row { key: "r".into(), cells }];
    let table = Table { key: "t".into(), caption: Text::default(), columns, rows, legend: Text::default() };
    let printed = terminal::write(&Document::new("grid", "Grid").with(Block::Table(table)), 80);
    assert_eq!(printed.matches("Army").count(), 1, "{printed}");
}

#[test]
fn color_is_only_weight() {
    let plain = terminal::write(&sample::state_of_play(), 90);
    let styled = terminal::write_styled(&sample::state_of_play(), 90, true);
    assert_ne!(plain, styled);
    let bare =
        ["\u{1b}[1m", "\u{1b}[2m", "\u{1b}[0m"].iter().fold(styled, |words, code| words.replace(code, ""));
    assert_eq!(plain, bare);
}

#[test]
fn pasted_text_cannot_repaint_the_screen() {
    let nasty = Text::plain("\u{1b}[2J\u{7}pay \u{202e}001\u{9b}31m");
    let page = Document::new("status", nasty.clone()).with(Block::List(vec![Item::new(nasty)]));
    let printed = terminal::write(&page, 80);
    assert_eq!(printed, "␛[2J␇pay ⟨U+202E⟩001\u{fffd}31m\n\n- ␛[2J␇pay ⟨U+202E⟩001\u{fffd}31m\n");
}
