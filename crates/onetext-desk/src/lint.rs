//! Lint: what the rules remark on a draft, in the order of its text, with the gravest counted on top; the table of the rules.

mod sentences;
mod words;

use std::collections::BTreeMap;

use onetext_document::{Block, Cell, Document, Item, Row, Section, Style, Text};
use onetext_text::draft::Draft;
use onetext_text::exact::Language;
use onetext_text::lint::{Found, RULES, Remark, Rule, Severity};

use crate::blocks::{item, paragraph, table};
use crate::drafts::{Named, citation};
use crate::words::list;

pub use sentences::sentence;

/// So much of the text is shown before and after what a remark is about, in characters.
const AROUND: usize = 60;
/// Longest excerpt that is shown whole, in characters.
const EXCERPT_MAX: usize = 200;

/// What lint found in one draft.
pub fn lint(named: Named<'_>, language: Language, found: &Found) -> Document {
    let mut document = Document::new("lint", format!("Lint: {}", named.name));
    document.blocks.push(paragraph(summary(&found.remarks)));
    if !found.remarks.is_empty() {
        document.blocks.push(counts(&found.remarks));
    }
    for (place, remarks) in grouped(&found.remarks) {
        let title =
            place.map_or_else(|| "The text as a whole".to_owned(), |place| citation(named.draft, place));
        let key = place.map_or("whole", |place| named.draft.provisions[place].key.as_str());
        let items =
            remarks.iter().enumerate().map(|(at, remark)| one(named.draft, key, at, remark)).collect();
        document.blocks.push(Block::Section(Section::new(key, title, vec![Block::List(items)])));
    }
    document.blocks.extend(at_the_end(language, found));
    document
}

/// The rules.
pub fn rules() -> Document {
    let rows = RULES.iter().map(|rule| Row {
        key: rule.id.to_lowercase(),
        cells: vec![
            Cell::new(rule.id),
            Cell::new(rule.name),
            Cell::new(rule.severity.word()),
            Cell::new(rule.reads.word()),
            Cell::new(rule.about()),
        ],
    });
    let headings = [("Rule", 3), ("Name", 7), ("Severity", 3), ("Reads", 4), ("What it finds", 16)];
    Document::new("lint-rules", "The rules of lint")
        .with(table("rules", "The rules of lint", &headings, rows.collect()))
        .with(paragraph("`onetext lint --explain NAME` prints a rule's page of the manual."))
}

/// What stands around a remark: before, the words themselves, after.
pub fn excerpt(draft: &Draft, remark: &Remark) -> (String, String, String) {
    let Some(span) = remark.at else { return <(String, String, String)>::default() };
    let text = &draft.provisions[span.place].text;
    let before: Vec<char> = text[..span.from].chars().rev().take(AROUND).collect();
    let own: String = text[span.from..span.to].chars().take(EXCERPT_MAX).collect();
    let rest = if span.to - span.from > own.len() { " …" } else { "" };
    let after: String = text[span.to..].chars().take(if rest.is_empty() { AROUND } else { 0 }).collect();
    let flat = |words: String| words.replace('\n', " ");
    (flat(before.into_iter().rev().collect()), flat(format!("{own}{rest}")), flat(after))
}

fn summary(remarks: &[Remark]) -> String {
    if remarks.is_empty() {
        return "Nothing to remark.".to_owned();
    }
    let counts = Severity::ALL.iter().filter_map(|severity| {
        let count = remarks.iter().filter(|remark| remark.severity == *severity).count();
        (count > 0).then(|| format!("{count} {}{}", severity.word(), if count == 1 { "" } else { "s" }))
    });
    format!("{}.", list(&counts.collect::<Vec<_>>()))
}

/// How many remarks of each rule, the gravest first.
fn counts(remarks: &[Remark]) -> Block {
    let mut by_rule: BTreeMap<(std::cmp::Reverse<Severity>, &str), (&Rule, usize)> = BTreeMap::new();
    for remark in remarks {
        by_rule.entry((std::cmp::Reverse(remark.severity), remark.rule.id)).or_insert((remark.rule, 0)).1 +=
            1;
    }
    let rows = by_rule.into_iter().map(|((severity, id), (rule, count))| Row {
        key: format!("count-{}-{}", severity.0.word(), id.to_lowercase()),
        cells: vec![
            Cell::new(severity.0.word()),
            Cell::new(rule.name),
            Cell::new(count.to_string()),
            Cell::new(rule.about()),
        ],
    });
    let headings = [("Severity", 2), ("Rule", 5), ("Count", 1), ("What it finds", 12)];
    table("counts", "How many remarks of each rule", &headings, rows.collect())
}

/// Remarks of one provision together, in the order of the text.
fn grouped(remarks: &[Remark]) -> BTreeMap<Option<usize>, Vec<&Remark>> {
    let mut groups: BTreeMap<Option<usize>, Vec<&Remark>> = BTreeMap::new();
    for remark in remarks {
        groups.entry(remark.at.map(|span| span.place)).or_default().push(remark);
    }
    groups
}

/// A remark as a line; it opens to the words, to why it matters and to the page of the manual.
fn one(draft: &Draft, key: &str, at: usize, remark: &Remark) -> Item {
    let (what, cure) = sentence(draft, remark);
    let line = Text::styled(remark.severity.word(), Style::Strong)
        .then(" ", Style::Plain)
        .then(remark.rule.name, Style::Code)
        .then(format!(" {what} "), Style::Plain)
        .then(cure, Style::Emphasis);
    let (before, own, after) = excerpt(draft, remark);
    let mut opens = Vec::new();
    if !own.is_empty() {
        let words = Text::styled(before, Style::Muted).then(own, Style::Strong).then(after, Style::Muted);
        opens.push(Block::Paragraph(words));
    }
    opens.push(paragraph(remark.rule.page()));
    Item { key: format!("{key}-{}", at + 1), ..item(line, opens) }
}

/// What was allowed, and which rules did not run.
fn at_the_end(language: Language, found: &Found) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !found.allowed.is_empty() {
        let told: Vec<String> = found.allowed.iter().map(|(name, count)| format!("{count} {name}")).collect();
        blocks.push(paragraph(format!("Allowed and not shown: {}.", list(&told))));
    }
    if !found.not_run.is_empty() {
        let names: Vec<String> = found.not_run.iter().map(|name| (*name).to_owned()).collect();
        let language = language.name();
        blocks.push(paragraph(format!(
            "The text is in {language}: these rules do not read it and did not run: {}.",
            list(&names)
        )));
    }
    blocks
}
