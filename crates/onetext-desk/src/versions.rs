//! Language versions: what two texts that should say the same say differently.

use onetext_document::{Cell, Document, Page, Row};
use onetext_text::versions::{Difference, Mismatch, Sides, Version, Versions};

use crate::blocks::{paragraph, table};
use crate::drafts::{Named, citation};
use crate::words::list;

/// What differs between two language versions.
pub fn versions(
    one: (Named<'_>, Version<'_>),
    other: (Named<'_>, Version<'_>),
    found: &Versions,
) -> Document {
    let title = format!("Language versions: {} and {}", one.0.name, other.0.name);
    let mut document = Document::new("versions", title);
    document.page = Page::Landscape;
    document.blocks.push(paragraph(format!(
        "{} is in {}, {} in {}. {} provisions correspond; {}.",
        one.0.name,
        one.1.language.name(),
        other.0.name,
        other.1.language.name(),
        found.pairs.len(),
        match found.differences.len() {
            0 => "nothing differs".to_owned(),
            1 => "1 thing differs".to_owned(),
            count => format!("{count} things differ"),
        }
    )));
    if !found.differences.is_empty() {
        let rows =
            found.differences.iter().enumerate().map(|(at, difference)| row(one.0, other.0, at, difference));
        let headings = [(one.0.name, 3), (other.0.name, 3), ("What differs", 8)];
        document.blocks.push(table("versions", "What differs", &headings, rows.collect()));
    }
    document.blocks.push(paragraph(
        "Provisions are put side by side by their labels and their order. Compared are numbers, days, references, names that \
         both write alike, terms in quotation marks and brackets; whether the words mean the same, a person says.",
    ));
    document
}

fn row(one: Named<'_>, other: Named<'_>, at: usize, difference: &Difference) -> Row {
    let cited = |named: Named<'_>, place: Option<usize>| {
        Cell::new(place.map_or_else(String::new, |place| citation(named.draft, place)))
    };
    let what = sentence(one.name, other.name, difference);
    let cells = vec![cited(one, difference.one), cited(other, difference.other), Cell::new(what)];
    Row { key: format!("difference-{}", at + 1), cells }
}

fn sentence(one: &str, other: &str, difference: &Difference) -> String {
    let told = |what: &str, sides: &Sides| {
        let side = |name: &str, values: &[String]| {
            if values.is_empty() {
                format!("{name} has none to match")
            } else {
                format!("{name} has {}", list(values))
            }
        };
        format!("{what}: {}; {}.", side(one, &sides.one), side(other, &sides.other))
    };
    let counted = |what: &str, a: usize, b: usize| format!("{what}: {one} has {a}; {other} has {b}.");
    match &difference.what {
        Mismatch::OnlyHere => {
            let (here, there) = if difference.one.is_some() { (one, other) } else { (other, one) };
            format!("Only {here} has this; {there} does not.")
        }
        Mismatch::Numbers(sides) => told("Numbers", sides),
        Mismatch::Days(sides) => told("Days", sides),
        Mismatch::References(sides) => told("References", sides),
        Mismatch::Names(sides) => told("Names", sides),
        Mismatch::Terms(a, b) => counted("Terms in quotation marks", *a, *b),
        Mismatch::Brackets(a, b) => counted("Brackets", *a, *b),
    }
}
