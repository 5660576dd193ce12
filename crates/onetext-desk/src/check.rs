//! What is not as it should be in a case: findings of the files and of admission, and what only the whole shows.

mod sentences;

use onetext_document::{Block, Document, Item, Section, Style, Text};
use onetext_model::{
    Attribution, Chained, Claim, Contact, Entry, Evidence, Fact, Finding, Fixed, Issue, IssueOption,
    PointStatus, Position, Reason, Severity, Stated, View,
};

use crate::opens::entry_name;
use crate::{head, mandates};
pub use sentences::sentence;

/// Delegations below which "a participant" tells who it was.
const DELEGATIONS_MIN: usize = 3;

/// What the viewer may be told of `findings`, and what the view itself shows.
pub fn findings(view: &View<'_>, findings: &[Finding]) -> Vec<Finding> {
    let mut all: Vec<Finding> = findings.iter().filter_map(|finding| view.told(finding)).collect();
    all.extend(of_the_whole(view));
    all
}

/// The findings as a page.
pub fn compose(view: &View<'_>, findings: &[Finding]) -> Document {
    let mut document = head::document(view, "check", "check");
    let groups = [
        (Severity::Error, "errors", "Errors: left out until mended"),
        (Severity::Warning, "warnings", "Warnings"),
        (Severity::Note, "notes", "Notes"),
    ];
    for (severity, key, title) in groups {
        let items: Vec<Item> =
            findings.iter().filter(|finding| finding.severity == severity).map(|f| item(view, f)).collect();
        if !items.is_empty() {
            let section = Section::new(key, title, vec![Block::List(items)]);
            document.blocks.push(Block::Section(section));
        }
    }
    if findings.is_empty() {
        document.blocks.push(Block::Paragraph(Text::plain("Nothing found.")));
    }
    document
}

fn item(view: &View<'_>, finding: &Finding) -> Item {
    let (what, cure) = sentence(view, finding);
    let place = whereabouts(view, finding);
    let named = match finding.entry.filter(|_| finding.place.is_none()) {
        Some(entry) => entry_name(view, entry),
        None => Text::styled(place.clone(), Style::Code),
    };
    let mut text = named
        .then(format!(": {what}"), Style::Plain)
        .then(format!(" {cure}"), Style::Plain)
        .then(format!(" [{}]", finding.reason.rule()), Style::Muted);
    if let Some(place) = finding.place.as_ref().filter(|place| !place.excerpt.trim().is_empty()) {
        text = text.then(format!(" | {}", place.excerpt.trim()), Style::Code);
    }
    Item { key: format!("{}@{place}", finding.reason.rule()), ..Item::new(text) }
}

/// File, line and column; of a finding without them, the entry.
fn whereabouts(view: &View<'_>, finding: &Finding) -> String {
    match (&finding.place, finding.entry) {
        (Some(place), _) => format!("{}:{}:{}", place.file, place.line, place.column),
        (None, Some(entry)) => view.label(entry).map_or_else(|| entry.to_string(), ToString::to_string),
        (None, None) => "case".to_owned(),
    }
}

/// Findings that only the whole of a view shows.
fn of_the_whole(view: &View<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (one, other) in mandates::overlapping(view) {
        let reason = Reason::OverlappingMandates { first: one.id(), second: other.id() };
        found.push(Finding::about(other.entry, Severity::Warning, reason));
    }
    found.extend(view.each::<PointStatus>().filter_map(|status| wrong_state(view, status)));
    found.extend(reopened(view));
    found.extend(view.each::<IssueOption>().flat_map(|option| wrong_option(view, option)));
    found.extend(view.each::<Position>().flat_map(unsupported));
    found.extend(view.each::<Claim>().filter_map(|claim| named_under_rule(view, claim)));
    found.extend(view.each::<Contact>().filter_map(|contact| few_in_the_room(view, contact)));
    found.extend(replaced_twice(view));
    found
}

fn wrong_state(view: &View<'_>, status: Stated<'_, PointStatus>) -> Option<Finding> {
    let preset = view.settings().status_preset;
    if preset.rank(&status.fact.state).is_some() {
        return None;
    }
    let words = preset.states().iter().map(|(word, _)| *word).collect();
    let reason = Reason::UnknownState { state: status.fact.state.clone(), preset: words };
    Some(Finding::about(status.entry, Severity::Warning, reason))
}

/// A point that went back a state, without a reason.
fn reopened(view: &View<'_>) -> Vec<Finding> {
    let preset = view.settings().status_preset;
    let mut last = std::collections::BTreeMap::new();
    let mut found = Vec::new();
    for entry in view.entries().iter().filter(|entry| !view.is_withdrawn(entry)) {
        let Fact::Status(status) = &entry.fact else { continue };
        let rank = preset.rank(&status.state);
        let before = last.insert(view.latest(status.on.0), rank);
        if before.is_some_and(|before| rank < before) && status.reason.is_none() {
            found.push(Finding::about(entry, Severity::Warning, Reason::ReopenedWithoutReason));
        }
    }
    found
}

fn wrong_option(view: &View<'_>, option: Stated<'_, IssueOption>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |reason| found.push(Finding::about(option.entry, Severity::Warning, reason));
    let fact = option.fact;
    let range = view.find::<Issue>(fact.issue).and_then(|issue| issue.fact.range.as_ref());
    if let (Some(value), Some(range)) = (fact.value, range)
        && !is_in_range(value, range)
    {
        let [value, from, to, step] = [value, range.from, range.to, range.step].map(|n| n.to_string());
        add(Reason::OutsideRange { value, from, to, step });
    }
    let both = fact.requires.iter().find(|one| {
        view.same(one.0, option.id()) || fact.excludes.iter().any(|other| view.same(one.0, other.0))
    });
    if let Some(other) = both {
        add(Reason::Contradiction { option: other.0 });
    }
    found
}

fn is_in_range(value: Fixed, range: &onetext_model::Range) -> bool {
    let inside = range.from <= value && value <= range.to;
    let step = range.step.units();
    inside && (step <= 0 || (value.units() - range.from.units()) % step == 0)
}

fn unsupported(position: Stated<'_, Position>) -> Vec<Finding> {
    let fact = position.fact;
    let mut found = Vec::new();
    if position.entry.sources.is_empty() && position.entry.assumed.is_none() && fact.speaker.is_none() {
        found.push(Finding::about(position.entry, Severity::Note, Reason::NoSource));
    }
    if fact.evidence != Evidence::Own && fact.by.is_none() {
        found.push(Finding::about(position.entry, Severity::Warning, Reason::ByWhom));
    }
    found
}

/// Under the Chatham House Rule a claim outside the mediator's own compartment must not say who spoke.
fn named_under_rule(view: &View<'_>, claim: Stated<'_, Claim>) -> Option<Finding> {
    let contact = view.find::<Contact>(claim.fact.contact?)?;
    let names = claim.fact.chain.iter().any(|link| matches!(link, Chained::Actor(_)));
    let kept_apart = view.notes_on::<Attribution>(claim.id()).next().is_some();
    let breach = contact.fact.chatham_house && names && !kept_apart;
    breach.then(|| Finding::about(claim.entry, Severity::Warning, Reason::NamedUnderRule))
}

fn few_in_the_room(view: &View<'_>, contact: Stated<'_, Contact>) -> Option<Finding> {
    if !contact.fact.chatham_house {
        return None;
    }
    let parties = contact.fact.participants.iter().filter_map(|p| crate::words::party_of(view, p.actor));
    let delegations = parties.collect::<std::collections::BTreeSet<_>>().len();
    let few = delegations < DELEGATIONS_MIN;
    few.then(|| Finding::about(contact.entry, Severity::Warning, Reason::FewInTheRoom { delegations }))
}

/// Two entries that replace the same one: both are shown, the later stands.
fn replaced_twice(view: &View<'_>) -> Vec<Finding> {
    let mut first: std::collections::BTreeMap<_, &Entry> = std::collections::BTreeMap::new();
    let mut found = Vec::new();
    for entry in view.entries().iter().filter(|entry| !view.is_withdrawn(entry)) {
        for earlier in &entry.supersedes {
            if let Some(before) = first.insert(*earlier, entry) {
                let reason = Reason::ReplacedTwice { by: entry.id, and: before.id };
                found.push(Finding::about(entry, Severity::Warning, reason));
            }
        }
    }
    found
}
