//! Spreadsheets: the same bytes each time, odd tables, and texts that no cell can hold.

use crate::sample;
use onetext_document::xlsx::{self, Properties, XlsxError};
use onetext_document::{Cell, Column, Row, Table};

#[test]
fn the_same_table_gives_the_same_bytes() {
    let table = sample::sticking();
    let properties =
        Properties { title: "Grid".into(), created: Some((2025, 12, 8)), ..Properties::default() };
    let first = xlsx::write(&[&table, &table], &properties).expect("written");
    assert!(first.starts_with(b"PK"));
    assert_eq!(first, xlsx::write(&[&table, &table], &properties).expect("written"));
    assert_ne!(first, xlsx::write(&[&table, &table], &Properties::default()).expect("written"));
}

#[test]
fn a_text_too_long_for_a_cell_is_named() {
    let table = Table {
        columns: vec![Column::new("c", "C", 1)],
        rows: vec![Row { key: "r".into(), cells: vec![Cell::new("x".repeat(40_000))] }],
        ..sample::sticking()
    };
    let error = xlsx::write(&[&table], &Properties::default()).expect_err("too long");
    assert!(
        matches!(&error, XlsxError::TooLong { row, column, .. } if row == "r" && column == "c"),
        "{error}"
    );
}

#[test]
fn an_impossible_date_is_refused() {
    let properties = Properties { created: Some((2025, 13, 40)), ..Properties::default() };
    assert!(matches!(xlsx::write(&[], &properties), Err(XlsxError::Workbook(_))));
}
