//! Accounts: what different speakers said of one contact, or in answer to one claim, and how it stands side by side.
//!
//! Only accounts of the same contact or of the same claim ever stand against each other.

use std::collections::{BTreeMap, BTreeSet};

use onetext_document::{Block, Cell, Item, Section, Style, Text};
use onetext_model::{Chained, Claim, Contact, EntryId, Mode, Report, Stated, View};

use crate::meetings::day;
use crate::opens::{chain, reasons, source_line};
use crate::voices::{speaker, speaker_name};
use crate::words::short_date;

/// Accounts by the contact that they are about.
pub(crate) struct Accounts<'a>(BTreeMap<EntryId, Vec<Stated<'a, Claim>>>);

impl<'a> Accounts<'a> {
    /// Gathers the claims that are accounts of a contact.
    pub(crate) fn of(view: &View<'a>) -> Self {
        let mut by_contact: BTreeMap<EntryId, Vec<Stated<'a, Claim>>> = BTreeMap::new();
        for claim in view.each::<Claim>() {
            if let Some(contact) = claim.fact.contact {
                by_contact.entry(view.latest(contact.0)).or_default().push(claim);
            }
        }
        Accounts(by_contact)
    }

    /// Everything said about one contact, as it became known.
    pub(crate) fn about(&self, contact: EntryId) -> &[Stated<'a, Claim>] {
        self.0.get(&contact).map_or(&[], Vec::as_slice)
    }

    /// What was said of a contact once it had begun. What was said before announced it, and what an outlet
    /// narrates is the record itself.
    pub(crate) fn told(&self, view: &View<'a>, contact: Stated<'a, Contact>) -> Vec<Stated<'a, Claim>> {
        let began = day(view, contact);
        let is_account = |claim: &&Stated<'a, Claim>| {
            claim.fact.mode != Mode::Narrated && view.day(claim.entry.known_at) >= began
        };
        self.about(contact.id()).iter().filter(is_account).copied().collect()
    }
}

/// One account in a line: what was said, and who said it.
fn account_line(view: &View<'_>, claim: Stated<'_, Claim>) -> Text {
    Text::plain(format!("{}: ", speaker_name(view, claim.fact)))
        .then(claim.fact.words.clone(), Style::Plain)
        .then(format!(" ({})", short_date(view, claim.entry.known_at)), Style::Muted)
}

/// The outcome of a contact, and at most `accounts_max` accounts of it.
pub(crate) fn said_cell(
    view: &View<'_>,
    contact: Stated<'_, Contact>,
    told: &[Stated<'_, Claim>],
    accounts_max: usize,
) -> Cell {
    let mut text = Text::plain(contact.fact.outcome.clone().unwrap_or_default());
    let mut opens = Vec::new();
    for claim in told.iter().take(accounts_max) {
        let joint = if text.is_empty() { "" } else { " · " };
        text = text.then(joint, Style::Muted).join(account_line(view, *claim));
        opens.push(Item::new(source_line(view, claim.entry)));
    }
    if told.len() > accounts_max {
        text = text.then(format!(" · {} more", told.len() - accounts_max), Style::Muted);
    }
    Cell { mark: None, text, opens: if opens.is_empty() { Vec::new() } else { vec![Block::List(opens)] } }
}

/// A speaker by name. Sources that are not named stay apart by report: nobody knows whether they are the same.
type Voice = (String, Option<EntryId>);

fn voice(view: &View<'_>, claim: Stated<'_, Claim>) -> Voice {
    let name = speaker(view, claim.fact);
    match (claim.fact.chain.last(), report_of(view, claim)) {
        (Some(Chained::Unnamed(_)), Some(report)) => {
            (format!("{name} (in: {})", report.fact.outlet), Some(report.id()))
        }
        (Some(Chained::Unnamed(_)), None) => (name, Some(claim.id())),
        (Some(Chained::Implied(outlet)), _) => (outlet.clone(), None),
        _ => (name, None),
    }
}

fn report_of<'a>(view: &View<'a>, claim: Stated<'a, Claim>) -> Option<Stated<'a, Report>> {
    claim.entry.sources.iter().find_map(|source| view.find::<Report>(*source))
}

/// Accounts by different speakers side by side, readouts first; none where only one speaks.
pub(crate) fn side_by_side(view: &View<'_>, accounts: &[Stated<'_, Claim>]) -> Option<Block> {
    let mut by_voice: BTreeMap<Voice, Vec<Stated<'_, Claim>>> = BTreeMap::new();
    for claim in accounts {
        by_voice.entry(voice(view, *claim)).or_default().push(*claim);
    }
    if by_voice.len() < 2 {
        return None;
    }
    let mut voices: Vec<(Voice, Vec<Stated<'_, Claim>>)> = by_voice.into_iter().collect();
    voices.sort_by_key(|(_, claims)| !claims.iter().any(|claim| claim.fact.readout));
    let section = |(turn, (name, claims)): (usize, &(Voice, Vec<Stated<'_, Claim>>))| {
        let items =
            claims.iter().flat_map(|claim| account_items(view, *claim, &others(&voices, name))).collect();
        Section::new(format!("account-{}", turn + 1), name.0.clone(), vec![Block::List(items)])
    };
    Some(Block::SideBySide(voices.iter().enumerate().map(section).collect()))
}

/// The sentences of the readouts of all other speakers.
fn others<'a>(voices: &[(Voice, Vec<Stated<'a, Claim>>)], own: &Voice) -> BTreeSet<&'a str> {
    let theirs = voices.iter().filter(|(name, _)| name != own).flat_map(|(_, claims)| claims);
    theirs.filter(|claim| claim.fact.readout).flat_map(|claim| sentences(&claim.fact.words)).collect()
}

fn sentences(words: &str) -> impl Iterator<Item = &str> {
    words.split_inclusive(". ").map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// A readout sentence by sentence, where there is another to compare it with; any other account in one item.
fn account_items(view: &View<'_>, claim: Stated<'_, Claim>, others: &BTreeSet<&str>) -> Vec<Item> {
    let mut texts: Vec<Text> = if claim.fact.readout && !others.is_empty() {
        sentences(&claim.fact.words).map(|sentence| compared(sentence, others)).collect()
    } else {
        vec![Text::plain(claim.fact.words.clone())]
    };
    if let Some(last) = texts.last_mut() {
        let from = format!(
            " ({}, {})",
            chain(view, claim.entry, claim.fact),
            short_date(view, claim.entry.known_at)
        );
        *last = std::mem::take(last).then(from, Style::Muted);
    }
    let item = |text| Item { key: String::new(), text, opens: reasons(view, claim.entry) };
    texts.into_iter().map(item).collect()
}

fn compared(sentence: &str, others: &BTreeSet<&str>) -> Text {
    if others.contains(sentence) {
        return Text::plain(sentence);
    }
    Text::styled(sentence, Style::Emphasis).then(" [only in this readout]", Style::Muted)
}

/// Claims with what answers them, each group in the order in which it became known.
pub(crate) fn answered<'a>(view: &View<'a>) -> Vec<Vec<Stated<'a, Claim>>> {
    let mut groups: BTreeMap<EntryId, Vec<Stated<'a, Claim>>> = BTreeMap::new();
    for claim in view.each::<Claim>().filter(|claim| claim.fact.answers.is_some()) {
        groups.entry(first_of(view, claim)).or_default().push(claim);
    }
    let whole = |(first, answers): (EntryId, Vec<Stated<'a, Claim>>)| {
        let mut group: Vec<_> = view.find::<Claim>(first).into_iter().collect();
        group.extend(answers.into_iter().filter(|claim| claim.id() != first));
        group
    };
    // Answers about one contact stand among its accounts already.
    let about_one = |group: &[Stated<'a, Claim>]| {
        let contact = |claim: &Stated<'a, Claim>| claim.fact.contact.map(|contact| view.latest(contact.0));
        group[0].fact.contact.is_some() && group.iter().all(|claim| contact(claim) == contact(&group[0]))
    };
    let differs = |group: &Vec<Stated<'a, Claim>>| group.len() > 1 && !about_one(group);
    let mut groups: Vec<_> = groups.into_iter().map(whole).filter(differs).collect();
    groups.sort_by_key(|group| group.first().map(|claim| (view.day(claim.entry.known_at), claim.id())));
    groups
}

/// The claim at the head of a chain of answers.
fn first_of(view: &View<'_>, claim: Stated<'_, Claim>) -> EntryId {
    let mut passed = BTreeSet::from([claim.id()]);
    let mut head = claim;
    while let Some(earlier) = head.fact.answers.and_then(|id| view.find::<Claim>(id)) {
        if !passed.insert(earlier.id()) {
            // A circle has no head: the lowest id stands for it.
            return passed.into_iter().next().unwrap_or(earlier.id());
        }
        head = earlier;
    }
    head.id()
}
