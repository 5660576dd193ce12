//! What is said on each issue: every claim with its chain and grade, what grade could be set and why, accounts that differ,
//! and how a party's stated position moved.
//!
//! Only accounts of the same contact or the same statement stand against each other. A position that others attribute to
//! a party stays "attributed" until its own words are found.

use std::collections::{BTreeMap, BTreeSet};

use onetext_document::{Block, Cell, Document, Item, Page, Row, Section, Style, Text};
use onetext_model::{Claim, Contact, EntryId, Evidence, Fact, Grade, Issue, Position, Stated, View};
use onetext_text::reports::{Suggested, suggested};

use crate::blocks::{NONE_ON_FILE, cell, paragraph, table};
use crate::head;
use crate::held::issues_of;
use crate::opens::{chain, grade, link_name, reasons, source_line};
use crate::voices::speaker;
use crate::words::{actor_name, capital, count, duration, key, short_date, subject_short};

/// Claims on one issue in its table, the newest: more are read in a spreadsheet.
const CLAIMS_MAX: usize = 200;

/// The page.
pub fn compose(view: &View<'_>) -> Document {
    let mut document = head::document(view, "claims", "what is said on each issue");
    document.page = Page::Landscape;
    document.blocks.push(paragraph(GRADES));
    let all: Vec<Stated<'_, Claim>> = view.each::<Claim>().collect();
    if all.is_empty() {
        document.blocks.push(paragraph(NONE_ON_FILE));
        return document;
    }
    document.blocks.extend(differing(view).map(Block::Section));
    for issue in view.each::<Issue>() {
        document.blocks.extend(of_issue(view, issue, &all).map(Block::Section));
    }
    document.blocks.extend(of_none(view, &all).map(Block::Section));
    document
}

const GRADES: &str = "Grades are on the Admiralty scale: A to F for the source, 1 to 6 for the statement, apart. F6 stands until a person sets one. \
    What could be set is worked out from accounts that agree, counted by distinct roots: ten outlets that repeat one are one root.";

fn of_issue(view: &View<'_>, issue: Stated<'_, Issue>, all: &[Stated<'_, Claim>]) -> Option<Section> {
    let on_it = |claim: &&Stated<'_, Claim>| claim.fact.issues.iter().any(|one| view.same(*one, issue.id()));
    let claims: Vec<Stated<'_, Claim>> = all.iter().filter(on_it).copied().collect();
    let moved = moved(view, issue.id());
    if claims.is_empty() && moved.is_none() {
        return None;
    }
    let name = &issue.fact.name;
    let mut blocks =
        said(view, &format!("claims-{}", key(view, issue.id())), &format!("Said on {name}"), &claims);
    blocks.extend(moved.map(Block::Section));
    Some(Section::new(key(view, issue.id()), name.clone(), blocks))
}

/// Claims that touch no issue.
fn of_none(view: &View<'_>, all: &[Stated<'_, Claim>]) -> Option<Section> {
    let claims: Vec<Stated<'_, Claim>> =
        all.iter().filter(|claim| claim.fact.issues.is_empty()).copied().collect();
    let blocks = said(view, "claims-other", "Said on the talks as a whole", &claims);
    (!blocks.is_empty()).then(|| Section::new("other", "On the talks as a whole", blocks))
}

fn said(view: &View<'_>, key: &str, caption: &str, claims: &[Stated<'_, Claim>]) -> Vec<Block> {
    if claims.is_empty() {
        return vec![];
    }
    let left_out = claims.len().saturating_sub(CLAIMS_MAX);
    let rows = claims.iter().skip(left_out).map(|claim| row(view, *claim)).collect();
    let headings = [
        ("When", 2),
        ("Who", 4),
        ("What was said", 9),
        ("Through whom", 4),
        ("How", 2),
        ("Grade", 2),
        ("Could be", 4),
    ];
    let mut blocks = vec![table(key, caption, &headings, rows)];
    if left_out > 0 {
        blocks.push(paragraph(format!("{} not shown here.", count(left_out, "earlier claim"))));
    }
    blocks
}

fn row(view: &View<'_>, claim: Stated<'_, Claim>) -> Row {
    Row {
        key: key(view, claim.id()),
        cells: vec![
            Cell::new(short_date(view, claim.entry.known_at)),
            Cell::new(speaker(view, claim.fact)),
            cell(Text::plain(claim.fact.words.clone()), reasons(view, claim.entry)),
            Cell::new(chain(view, claim.entry, claim.fact)),
            Cell::new(claim.fact.mode.said()),
            Cell::new(grade(view, claim.entry)),
            could_be(view, claim),
        ],
    }
}

/// The grade that could be set, with its reason; nothing where a person set one, or where nothing speaks for another
/// than F6.
fn could_be(view: &View<'_>, claim: Stated<'_, Claim>) -> Cell {
    if view.notes_on::<Grade>(claim.id()).next().is_some() {
        return Cell::default();
    }
    let suggested = suggested(view, claim);
    let letters = format!("{}{}", suggested.reliability.said(), suggested.credibility);
    if letters == "F6" {
        return Cell::default();
    }
    Cell::new(Text::styled(letters, Style::Strong).then(format!(": {}", why(&suggested)), Style::Plain))
}

fn why(suggested: &Suggested) -> String {
    let roots = count(suggested.roots, "distinct root");
    if suggested.is_contradicted { format!("{roots}; accounts differ") } else { roots }
}

/// Contacts of which accounts give different lengths, and claims that something answers.
fn differing(view: &View<'_>) -> Option<Section> {
    let mut items: Vec<Item> = view.each::<Contact>().filter_map(|contact| lengths(view, contact)).collect();
    items.extend(view.each::<Claim>().filter_map(|claim| answer(view, claim)));
    (!items.is_empty()).then(|| Section::new("differing", "Accounts that differ", vec![Block::List(items)]))
}

/// "Meeting in Geneva: 8 h (A), 10 h (B)".
fn lengths(view: &View<'_>, contact: Stated<'_, Contact>) -> Option<Item> {
    let mut by_length: BTreeMap<u32, BTreeSet<String>> = BTreeMap::new();
    let mut opens = Vec::new();
    for claim in view
        .each::<Claim>()
        .filter(|claim| claim.fact.contact.is_some_and(|one| view.same(one, contact.id())))
    {
        let Some(minutes) = claim.fact.duration_minutes else { continue };
        by_length.entry(minutes).or_default().insert(speaker(view, claim.fact));
        opens.push(Item::new(source_line(view, claim.entry)));
    }
    if by_length.len() < 2 {
        return None;
    }
    let told = |(minutes, who): (&u32, &BTreeSet<String>)| {
        let who: Vec<&str> = who.iter().map(String::as_str).collect();
        format!("{} ({})", duration(*minutes), who.join(", "))
    };
    let lengths: Vec<String> = by_length.iter().map(told).collect();
    let text = Text::styled(contact.fact.title.clone(), Style::Strong)
        .then(format!(": {}", lengths.join("; ")), Style::Plain);
    Some(Item { key: key(view, contact.id()), text, opens: vec![Block::List(opens)] })
}

fn answer(view: &View<'_>, claim: Stated<'_, Claim>) -> Option<Item> {
    let answered = view.find::<Claim>(claim.fact.answers?)?;
    // The same speaker again is no other account.
    if speaker(view, claim.fact) == speaker(view, answered.fact) {
        return None;
    }
    let text = Text::styled(speaker(view, answered.fact), Style::Strong)
        .then(format!(": {} ", answered.fact.words), Style::Plain)
        .then(capital(&speaker(view, claim.fact)), Style::Strong)
        .then(format!(", {}: {}", short_date(view, claim.entry.known_at), claim.fact.words), Style::Plain);
    Some(Item { key: key(view, claim.id()), text, opens: reasons(view, claim.entry) })
}

/// How each party's stated position on the issue moved: every position that it had, oldest first, where there are two or
/// more that differ.
fn moved(view: &View<'_>, issue: EntryId) -> Option<Section> {
    let mut by_party: BTreeMap<String, Vec<(&onetext_model::Entry, &Position)>> = BTreeMap::new();
    for entry in view.entries() {
        let Fact::Position(position) = &entry.fact else { continue };
        if issues_of(view, position.on).contains(&issue) {
            by_party.entry(actor_name(view, position.party)).or_default().push((entry, position));
        }
    }
    let mut rows = Vec::new();
    for (party, mut held) in by_party {
        held.sort_by_key(|(entry, _)| (view.day(entry.known_at), entry.id));
        let mut last: Option<(EntryId, onetext_model::Stance, Evidence)> = None;
        let differs = held.windows(2).any(|pair| {
            pair[0].1.on == pair[1].1.on
                && (pair[0].1.stance, pair[0].1.evidence) != (pair[1].1.stance, pair[1].1.evidence)
        });
        if !differs {
            continue;
        }
        for (entry, position) in held {
            let now = (position.on.0, position.stance, position.evidence);
            if last.replace(now) != Some(now) {
                rows.push(position_row(view, &party, entry, position));
            }
        }
    }
    (!rows.is_empty()).then(|| {
        let headings = [("Party", 3), ("When", 2), ("Stands", 3), ("On", 5), ("Evidence", 4), ("Words", 8)];
        let title = "How positions moved";
        Section::new(
            format!("moved-{}", key(view, issue)),
            title,
            vec![table("moved", title, &headings, rows)],
        )
    })
}

fn position_row(view: &View<'_>, party: &str, entry: &onetext_model::Entry, position: &Position) -> Row {
    let by = position.by.as_ref().map_or_else(String::new, |by| format!(" by {}", link_name(view, by)));
    Row {
        key: key(view, entry.id),
        cells: vec![
            Cell::new(party.to_owned()),
            Cell::new(short_date(view, entry.known_at)),
            Cell::new(position.stance.said()),
            Cell::new(subject_short(view, position.on)),
            Cell::new(format!("{}{by}", position.evidence.said())),
            cell(Text::plain(position.words.clone()), reasons(view, entry)),
        ],
    }
}
