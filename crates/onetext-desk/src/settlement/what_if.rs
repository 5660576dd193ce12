//! What would follow if an option were fixed, a red line set aside, an option added: a question to the case, for the mediator.
//! Nothing is entered, and nobody is told to give way: whatever is supposed is set beside what is on file.

use std::collections::BTreeMap;

use onetext_analysis::{Budget, Choice, PartyIndex};
use onetext_document::{Block, Cell, Document, Item, Row, Section, Style, Text};
use onetext_model::{
    Audience, Entry, EntryId, Fact, Issue, IssueId, IssueOption, Moment, OptionId, Party, Position, Stance,
    Stated, View,
};

use super::numbered::{NoSpace, Numbered};
use super::on_table::OnTable;
use super::supposed::Supposed;
use super::{STEPS_MAX, acceptance, conflicts, said, trade, zone};
use crate::blocks::{cell, item, list_or_none, paragraph, table};
use crate::head::document;
use crate::held::{Held, issues};
use crate::opens::reasons;

/// Longest name of an added option, in characters: it stands in tables and sentences.
pub const NAME_CHARACTERS_MAX: usize = 200;
/// Options that are added at once: a question with more is a case of its own.
pub const ADDED_MAX: usize = 20;
/// Words that are set aside at once: the address of the question holds them all.
pub const DROPPED_MAX: usize = 200;

/// What is supposed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// Options fixed on the table, of the case or added ([`added_to`]).
    pub fixed: Vec<OptionId>,
    /// Rejections and red lines that are set aside for the question: the ids of their positions.
    pub dropped: Vec<EntryId>,
    /// Options that exist nowhere yet: one more for these issues, in these words.
    pub added: BTreeMap<IssueId, String>,
}

/// The option that is added to an issue, whatever its words.
pub fn added_to(issue: IssueId) -> OptionId {
    OptionId(EntryId::derived(&["what-if", &issue.0.to_string()]))
}

impl WhatIf {
    /// Whether nothing is supposed.
    pub fn is_empty(&self) -> bool {
        self.fixed.is_empty() && self.dropped.is_empty() && self.added.is_empty()
    }

    /// The added options as entries, which no case ever gets.
    fn added_entries(&self, view: &View<'_>) -> Vec<Entry> {
        let today = Moment::Day(view.today());
        let entry = |(issue, name): (&IssueId, &String)| Entry {
            id: added_to(*issue).0,
            label: None,
            audience: Audience::Public,
            about: None,
            known_at: today,
            recorded_at: today,
            supersedes: Vec::new(),
            sources: Vec::new(),
            assumed: Some("supposed for a question".to_owned()),
            fact: Fact::Option(IssueOption {
                issue: *issue,
                name: name.clone(),
                words: None,
                value: None,
                excludes: Vec::new(),
                requires: Vec::new(),
            }),
        };
        self.added.iter().map(entry).collect()
    }
}

/// What can be supposed of a case.
#[derive(Debug, Default)]
pub struct Askable<'a> {
    /// Every issue with its options.
    pub issues: Vec<(Stated<'a, Issue>, Vec<Stated<'a, IssueOption>>)>,
    /// The last words that rule out an option.
    pub words: Vec<RulingOut<'a>>,
}

/// A party's last word on an option, where it rules that out.
#[derive(Clone, Copy, Debug)]
pub struct RulingOut<'a> {
    /// The issue.
    pub issue: Stated<'a, Issue>,
    /// Its option.
    pub option: Stated<'a, IssueOption>,
    /// The party.
    pub party: Stated<'a, Party>,
    /// What it said.
    pub position: Stated<'a, Position>,
}

impl<'a> Askable<'a> {
    /// Everything that the view has, by name; nothing where a case shows conflicts only.
    pub fn of(view: &View<'a>) -> Self {
        if view.settings().conflicts_only {
            return Askable::default();
        }
        let held = Held::of(view);
        let with_options = |issue: Stated<'a, Issue>| (issue, held.options(issue.id()).to_vec());
        let words = Numbered::of(view).map_or_else(|_| Vec::new(), |numbered| ruling_out(&numbered));
        Askable { issues: issues(view).into_iter().map(with_options).collect(), words }
    }
}

fn ruling_out<'a>(numbered: &Numbered<'a>) -> Vec<RulingOut<'a>> {
    let rejecting = numbered.words.iter().filter(|(_, position)| position.fact.stance.rejects());
    let mut all: Vec<_> = rejecting.map(|(place, position)| (*place, *position)).collect();
    all.sort_by_key(|((party, choice), _)| (*choice, *party));
    let told = |((party, choice), position): ((PartyIndex, Choice), _)| RulingOut {
        issue: numbered.issues[choice.issue.at()],
        option: numbered.option(choice),
        party: numbered.parties[party.at()],
        position,
    };
    all.into_iter().map(told).collect()
}

/// What would follow.
pub fn compose(view: &View<'_>, asked: &WhatIf) -> Document {
    let page = document(view, "what-if", "what if");
    if view.settings().conflicts_only {
        return page.with(paragraph(said::CONFLICTS_ONLY));
    }
    let added = asked.added_entries(view);
    answered(view, page.with(paragraph(INTRODUCTION)), asked, &added)
}

const INTRODUCTION: &str = "Nothing is entered; this answers what would follow. Whose words are set aside and what is fixed or \
    added is the question of whoever asks it, not a proposal: all sides are listed alike, and nothing here says who should move.";

/// The page; what it borrows lives as long as the question.
fn answered<'s>(view: &View<'s>, mut page: Document, asked: &'s WhatIf, added: &'s [Entry]) -> Document {
    let supposed = Supposed { added, dropped: &asked.dropped, fixed: &asked.fixed };
    let (before, after) = match (Numbered::of(view), Numbered::supposing(view, supposed)) {
        (Ok(before), Ok(after)) => (Some(before), after),
        (Err(NoSpace::NoOptions), Ok(after)) => (None, after),
        (Err(why), _) | (_, Err(why)) => return said::without_space(page, &why),
    };
    page.blocks.push(Block::Section(question(view, asked, before.as_ref(), &after)));
    page.blocks.push(Block::Section(if asked.is_empty() {
        zone::counts(&after)
    } else {
        zone::compared(before.as_ref(), &after)
    }));
    page.blocks.push(Block::Section(standing(asked, before.as_ref(), &after)));
    page.blocks.extend(conflicts::by_reading(view, &after));
    page.blocks.push(Block::Section(zone::left(view, &after)));
    if asked.fixed.is_empty() {
        page.blocks.extend(said::left_aside(view, &after).map(Block::Section));
        return page;
    }
    from_there(view, page, after, asked)
}

/// What is asked, in words.
fn question(view: &View<'_>, asked: &WhatIf, before: Option<&Numbered<'_>>, after: &Numbered<'_>) -> Section {
    let all = || after.space.indices().flat_map(|issue| after.choices(issue));
    let named = |lead: &str, end: &str, choice| {
        let text = Text::styled(lead, Style::Strong);
        Item::new(text.then(format!(": {}{end}", said::choice(after, choice)), Style::Plain))
    };
    let is_any = |ids: &[OptionId], choice| ids.iter().any(|id| view.same(*id, after.option(choice).id()));
    let new: Vec<OptionId> = asked.added.keys().map(|issue| added_to(*issue)).collect();
    let fixed = all().filter(|choice| is_any(&asked.fixed, *choice));
    let mut items: Vec<Item> = fixed.map(|choice| named("Fixed on the table", "", choice)).collect();
    let added = all().filter(|choice| is_any(&new, *choice));
    items.extend(added.map(|choice| named("Added", ", on which nobody has spoken", choice)));
    let words = before.map_or_else(Vec::new, |before| ruling_out(before));
    let is_dropped =
        |word: &&RulingOut<'_>| asked.dropped.iter().any(|id| view.same(*id, word.position.id()));
    items.extend(words.iter().filter(is_dropped).map(|word| set_aside(view, word)));
    if items.is_empty() {
        items.push(Item::new("Nothing yet: this is the case as it stands."));
    }
    list_or_none("question", "What is supposed", items)
}

/// "Set aside: Delta, red line on Filling: 60 months", opening to what was said.
fn set_aside(view: &View<'_>, word: &RulingOut<'_>) -> Item {
    let words = format!(
        ": {}, {} on {}: {}",
        word.party.fact.name,
        word.position.fact.stance.said(),
        word.issue.fact.name,
        word.option.fact.name
    );
    let text = Text::styled("Set aside for the question", Style::Strong).then(words, Style::Plain);
    item(text, reasons(view, word.position.entry))
}

/// Which demands cannot stand together, in short: on file, and as it would be.
fn standing(asked: &WhatIf, before: Option<&Numbered<'_>>, after: &Numbered<'_>) -> Section {
    let items = |lead: &str, numbered: &Numbered<'_>| {
        let lines = conflicts::in_short(numbered).into_iter();
        lines.map(|line| Item::new(format!("{lead}{line}"))).collect::<Vec<_>>()
    };
    let items = match before {
        _ if asked.is_empty() => items("", after),
        Some(before) => [items("On file. ", before), items("What if. ", after)].concat(),
        None => items("What if. ", after),
    };
    list_or_none("standing", "What cannot stand together, in short", items)
}

/// What each says of what is fixed, whether it would be accepted, and what could be exchanged from there.
fn from_there<'s>(view: &View<'s>, page: Document, after: Numbered<'s>, asked: &WhatIf) -> Document {
    let budget = Budget::steps(STEPS_MAX);
    let (table, mut page) = match OnTable::from(view, after, page, &asked.fixed, &budget) {
        Ok(found) => found,
        Err(page) => return *page,
    };
    page.blocks.push(Block::Section(spoken(view, &table, asked)));
    page.blocks.push(Block::Section(acceptance::verdicts(view, &table)));
    let mut blocks = vec![paragraph(trade::INTRODUCTION)];
    blocks.extend(trade::from_table(&table, &budget));
    page.blocks.push(Block::Section(Section::new(
        "from-there",
        "What could be exchanged from there",
        blocks,
    )));
    table.grounded(view, page)
}

/// What each party says of what is on the table.
fn spoken(view: &View<'_>, on_table: &OnTable<'_>, asked: &WhatIf) -> Section {
    let numbered = &on_table.numbered;
    let aside: Vec<Stated<'_, Position>> =
        asked.dropped.iter().filter_map(|position| view.find::<Position>(*position)).collect();
    let is_aside = |party: EntryId, option: EntryId| {
        let is_it =
            |one: &Stated<'_, Position>| view.same(one.fact.party, party) && view.same(one.fact.on, option);
        aside.iter().any(is_it)
    };
    let row = |choice: Choice| {
        let mut cells = vec![Cell::new(said::choice(numbered, choice))];
        cells.extend(numbered.party_indices().map(|party| {
            let word = numbered.words.get(&(party, choice));
            let (who, option) = (numbered.parties[party.at()].id(), numbered.option(choice).id());
            let words = match word {
                Some(position) => position.fact.stance.said(),
                None if is_aside(who, option) => "set aside",
                None => Stance::Silent.said(),
            };
            cell(Text::plain(words), word.into_iter().flat_map(|word| reasons(view, word.entry)).collect())
        }));
        Row { key: crate::words::key(view, numbered.option(choice).id()), cells }
    };
    let mut headings = vec![("On the table", 5)];
    headings.extend(numbered.party_indices().map(|party| (said::party(numbered, party), 2)));
    let rows: Vec<Row> = on_table.choices(&on_table.package).map(row).collect();
    let caption = "The last word of each party, as far as it is not set aside";
    Section::new("spoken", "What each says of it", vec![table("spoken", caption, &headings, rows)])
}
