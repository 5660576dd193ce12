//! Words that the pages of settlement share: how much is known, why there is no page, what is left aside.

use onetext_analysis::preferences::Level;
use onetext_analysis::{Choice, PartyIndex, Stopped};
use onetext_document::{Block, Document, Item, Section, Style, Text};
use onetext_model::View;

use super::known::Known;
use super::numbered::{NoSpace, Numbered};
use crate::blocks::{item, list_or_none, paragraph};
use crate::opens::reasons;
use crate::words::{count, list};

/// Said where a case shows conflicts only.
pub(super) const CONFLICTS_ONLY: &str = "For this case no settlement is computed: only which stated demands cannot stand \
    together is shown (page conflicts).";

/// Why there is nothing to compute with, on the page that would have shown it.
pub(super) fn without_space(page: Document, why: &NoSpace) -> Document {
    match why {
        NoSpace::NoOptions => page.with(paragraph(
            "No issue has an option on file, so there are no packages to look at: enter the possible settlements of an issue first.",
        )),
        NoSpace::Refused(error) => page.with(paragraph(format!("This cannot be computed: {error}"))),
    }
}

/// Why an analysis has no result.
pub(super) fn no_result(error: &onetext_analysis::Error) -> Block {
    match error {
        onetext_analysis::Error::Stopped(Stopped::StepsSpent(steps)) => paragraph(format!(
            "Not finished within {} steps: ask about fewer issues at a time.",
            grouped(&steps.to_string())
        )),
        other => paragraph(format!("This cannot be computed: {other}")),
    }
}

/// "Filling: 60 months".
pub(super) fn choice(numbered: &Numbered<'_>, choice: Choice) -> String {
    format!("{}: {}", numbered.issues[choice.issue.at()].fact.name, numbered.option(choice).fact.name)
}

/// An option's name in quotation marks: names have commas in them.
pub(super) fn quoted(numbered: &Numbered<'_>, choice: Choice) -> String {
    format!("“{}”", numbered.option(choice).fact.name)
}

/// A party's name.
pub(super) fn party<'n>(numbered: &'n Numbered<'_>, party: PartyIndex) -> &'n str {
    &numbered.parties[party.at()].fact.name
}

/// The names of parties.
pub(super) fn parties(numbered: &Numbered<'_>, parties: impl IntoIterator<Item = PartyIndex>) -> String {
    let names: Vec<String> = parties.into_iter().map(|at| party(numbered, at).to_owned()).collect();
    list(&names)
}

/// How much is known, in words.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::RedLines => "red lines and dependencies only",
        Level::Orders => "orders of options within issues",
        Level::Intervals => "intervals and comparisons",
        Level::Weights => "a value for every option and a weight for every issue",
    }
}

/// On what a page about preferences rests, party by party.
pub(super) fn rests_on(view: &View<'_>, numbered: &Numbered<'_>, known: &Known<'_>) -> Section {
    let line = |at: PartyIndex| {
        let statements = &known.statements[at.at()];
        let mut entries: Vec<_> = statements.iter().filter_map(|said| known.entry(said.source)).collect();
        entries.dedup_by_key(|entry| entry.id);
        let words =
            format!(": {} ({})", level(known.level(numbered, at)), count(statements.len(), "statement"));
        let text = Text::styled(party(numbered, at), Style::Strong).then(words, Style::Plain);
        item(text, entries.into_iter().flat_map(|entry| reasons(view, entry)).collect())
    };
    let mut items: Vec<Item> = numbered.party_indices().map(line).collect();
    if known.is_assumed {
        items.push(Item::new(Text::styled("Some of it is assumed, not said by the party.", Style::Emphasis)));
    }
    list_or_none("rests-on", "What this rests on", items)
}

/// What the analyses leave aside, so that nobody takes it for counted.
pub(super) fn left_aside(view: &View<'_>, numbered: &Numbered<'_>) -> Option<Section> {
    let mut items: Vec<Item> = Vec::new();
    let without: Vec<String> = numbered.without_options.iter().map(|issue| issue.fact.name.clone()).collect();
    if !without.is_empty() {
        items.push(Item::new(format!("No option on file, so not part of any package: {}", list(&without))));
    }
    items.extend(numbered.apart.iter().map(|position| {
        let on = crate::words::subject_name(view, position.fact.on);
        let who = crate::words::actor_name(view, position.fact.party.0);
        let words =
            format!("On the issue as a whole, read and not counted: {who} on {on}: {}", position.fact.words);
        item(Text::plain(words), reasons(view, position.entry))
    }));
    (!items.is_empty()).then(|| list_or_none("left-aside", "Left aside", items))
}

/// "1,228,800".
pub(super) fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
