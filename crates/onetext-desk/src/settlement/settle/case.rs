//! The settlement page of a case: as far as what is known of it reaches. Red lines and dependencies give counts and conflicts;
//! a front and solutions need a value for every option, a weight for every issue and what each party has without a deal.

use std::collections::BTreeMap;

use onetext_analysis::preferences::{Level, Said, Statement};
use onetext_analysis::{Budget, Choice, IssueIndex, Party, PartyIndex, Scenario, Utility, UtilityFunction};
use onetext_document::{Block, Document, Item, Section, Text};
use onetext_model::{IssueId, OptionId, View};

use super::super::known::Known;
use super::super::numbered::Numbered;
use super::super::on_table::OnTable;
use super::super::{FRONT_STEPS_MAX, STEPS_MAX, acceptance, conflicts, said, zone};
use super::{Question, settled};
use crate::blocks::{list_or_none, on_page, paragraph};
use crate::head::document;

/// The whole case.
pub fn compose(view: &View<'_>) -> Document {
    compose_for(view, &CaseQuestion::default())
}

/// What is asked of a case.
#[derive(Clone, Debug, Default)]
pub struct CaseQuestion {
    /// These issues alone; all where none is named.
    pub issues: Vec<IssueId>,
    /// Values and weights are left aside.
    pub without_weights: bool,
    /// What is on the table: with an option for every issue it is told whether each party would accept it.
    pub current: Vec<OptionId>,
}

/// As far as that is asked.
pub fn compose_for(view: &View<'_>, question: &CaseQuestion) -> Document {
    let page = document(view, "settle", "what can be settled");
    if view.settings().conflicts_only {
        return page.with(paragraph(said::CONFLICTS_ONLY));
    }
    let some_issues = !question.issues.is_empty();
    let numbered = if some_issues { Numbered::of_issues(view, &question.issues) } else { Numbered::of(view) };
    let numbered = match numbered {
        Ok(numbered) => numbered,
        Err(why) => return said::without_space(page, &why),
    };
    let mut page = page.with(Block::Section(zone::counts(&numbered)));
    page.blocks.push(Block::Section(standing(&numbered)));
    let known = Known::of(view, &numbered);
    if some_issues {
        page.blocks.push(paragraph(
            "Of some issues alone no front is told: values and weights are of all issues together.",
        ));
    } else if question.without_weights {
        page.blocks.push(paragraph("Values and weights are left aside."));
    } else {
        page.blocks.extend(by_weights(&numbered, &known));
        page = accepted(view, page, &question.current);
    }
    page.blocks.push(Block::Section(said::rests_on(view, &numbered, &known)));
    page.blocks.extend(said::left_aside(view, &numbered).map(Block::Section));
    page
}

/// Whether what is on the table would be accepted.
fn accepted(view: &View<'_>, page: Document, current: &[OptionId]) -> Document {
    if current.is_empty() {
        return page;
    }
    let budget = Budget::steps(STEPS_MAX);
    match OnTable::of(view, page, current, &budget) {
        Ok((table, mut page)) => {
            page.blocks.push(Block::Section(acceptance::section(view, &table)));
            page
        }
        Err(page) => *page,
    }
}

/// Which demands cannot stand together, in two lines, and where the rest of it is.
fn standing(numbered: &Numbered<'_>) -> Section {
    let lines = conflicts::in_short(numbered);
    let mut items: Vec<Item> = lines.into_iter().map(Item::new).collect();
    items.push(Item::new(on_page("Which they are: ".to_owned(), "conflicts", "")));
    items.push(Item::new(on_page("What could bridge them: ".to_owned(), "bridge", "")));
    list_or_none("standing", "What cannot stand together", items)
}

/// The front and the solutions, or what would be needed for them.
fn by_weights(numbered: &Numbered<'_>, known: &Known<'_>) -> Vec<Block> {
    let missing: Vec<Item> =
        numbered.party_indices().filter_map(|party| missing(numbered, known, party)).collect();
    if !missing.is_empty() || numbered.parties.is_empty() {
        let lead = "No front and no solution: they need, from every party, a value for every option, a weight for every issue \
            and what it has without a deal. Everything else works without.";
        return vec![paragraph(lead), Block::Section(list_or_none("missing", "What is not stated", missing))];
    }
    let scenario = scenario(numbered, known);
    match onetext_analysis::settlement::settle(
        &scenario,
        Question::default().convention,
        &Budget::steps(FRONT_STEPS_MAX),
    ) {
        Ok(found) => settled(&scenario, &found),
        Err(error) => vec![said::no_result(&error)],
    }
}

/// What a party has not stated.
fn missing(numbered: &Numbered<'_>, known: &Known<'_>, party: PartyIndex) -> Option<Item> {
    let statements = &known.statements[party.at()];
    let has_weights = known.level(numbered, party) == Level::Weights;
    let mut without = Vec::new();
    if !has_weights {
        without.push("one value for every option and one weight for every issue");
    }
    if reservation(statements).is_none() {
        without.push("one value for having no deal");
    }
    (!without.is_empty()).then(|| {
        Item::new(Text::plain(format!("{}: {}", said::party(numbered, party), without.join(", and "))))
    })
}

/// How a party values packages and what it has without a deal, where it stated both exactly.
pub(in super::super) fn stated(
    numbered: &Numbered<'_>,
    known: &Known<'_>,
    party: PartyIndex,
) -> (Option<UtilityFunction>, Option<Utility>) {
    let statements = &known.statements[party.at()];
    let has_weights = known.level(numbered, party) == Level::Weights;
    let utility = has_weights.then(|| UtilityFunction::additive(table(numbered, statements)));
    (utility, reservation(statements))
}

/// The scenario of a case in which every party stated everything.
fn scenario(numbered: &Numbered<'_>, known: &Known<'_>) -> Scenario {
    let party = |at: PartyIndex| {
        let statements = &known.statements[at.at()];
        Party {
            name: said::party(numbered, at).to_owned(),
            utility: UtilityFunction::additive(table(numbered, statements)),
            reservation: reservation(statements),
            discount: None,
        }
    };
    let mut scenario = Scenario::new("", numbered.space.clone());
    scenario.parties = numbered.party_indices().map(party).collect();
    scenario
}

fn table(numbered: &Numbered<'_>, statements: &[Statement]) -> Vec<Vec<Utility>> {
    let mut weights: BTreeMap<IssueIndex, Utility> = BTreeMap::new();
    let mut values: BTreeMap<Choice, Utility> = BTreeMap::new();
    for statement in statements {
        match &statement.said {
            Said::Weight { issue, low, high } if low == high => drop(weights.insert(*issue, *low)),
            Said::Value { choice, low, high } if low == high => drop(values.insert(*choice, *low)),
            _ => {}
        }
    }
    let value = |choice: Choice| match (weights.get(&choice.issue), values.get(&choice)) {
        (Some(weight), Some(value)) => value.times(*weight),
        _ => Utility::ZERO,
    };
    numbered.space.indices().map(|issue| numbered.choices(issue).map(value).collect()).collect()
}

/// One stated value of having no deal.
fn reservation(statements: &[Statement]) -> Option<Utility> {
    statements.iter().find_map(|statement| match statement.said {
        Said::Reservation { low, high } if low == high => Some(low),
        _ => None,
    })
}
