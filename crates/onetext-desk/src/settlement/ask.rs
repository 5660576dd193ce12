//! The next question for each party: the comparison whose answer, whichever it is, leaves least to regret about which of the
//! packages that are up it would rather have. For the mediator from everything on file; in a party's own view from what that
//! party may see.

use onetext_analysis::linear::Number;
use onetext_analysis::preferences::Consistent;
use onetext_analysis::preferences::question::{Asked, NextQuestion, Question, Swing, question_for_party};
use onetext_analysis::trades::{Better, Values, trades};
use onetext_analysis::{Budget, Choice, Package, PartyIndex};
use onetext_document::{Block, Document, Item, Section, Style, Text};
use onetext_model::{OptionId, View};

use super::numbered::Numbered;
use super::on_table::OnTable;
use super::trade::LIMITS;
use super::{STEPS_MAX, said};
use crate::blocks::{item, list_or_none, paragraph};
use crate::head::document;
use crate::words::count;

/// Packages that are up at most: what is on the table, and what the first trades lead to.
const PACKAGES_MAX: usize = 8;

/// What is on the table: nothing named yet.
pub fn compose(view: &View<'_>) -> Document {
    compose_for(view, &[])
}

/// From these options on the table.
pub fn compose_for(view: &View<'_>, current: &[OptionId]) -> Document {
    let page = document(view, "ask", "what to ask next");
    let budget = Budget::steps(STEPS_MAX);
    let (table, mut page) = match OnTable::of(view, page, current, &budget) {
        Ok(found) => found,
        Err(page) => return *page,
    };
    page.blocks.push(paragraph(INTRODUCTION));
    page.blocks.extend(table.caveats(view));
    let speaking = table.speaking();
    let up = packages(&table, &speaking, &budget);
    page.blocks.push(Block::Section(up_section(&table, &up)));
    let items: Vec<Item> =
        speaking.iter().map(|(party, known)| line(&table.numbered, *party, known, &up, &budget)).collect();
    page.blocks.push(Block::Section(list_or_none("questions", "What to ask", items)));
    table.grounded(view, page)
}

const INTRODUCTION: &str = "For each party by name the comparison that would tell most, whichever way it is answered, about \
    which of these packages it would rather have. Regret is what the party would miss, at most, if the safest of them were \
    taken without asking; it is on the party's own scale, where its best package is worth 1, and is not compared with \
    another's. The mediator's page uses everything on file, so a question may tell its listener what others said: think \
    before asking it. A party's own page uses what that party may see.";

/// What is on the table, and what certified and possible trades lead to.
fn packages(
    table: &OnTable<'_>,
    speaking: &[(PartyIndex, &Consistent)],
    budget: &Budget<'_>,
) -> Vec<Package> {
    let values: Vec<Values<'_>> = speaking.iter().map(|(_, known)| Values::Consistent(known)).collect();
    let mut up = vec![table.package.clone()];
    if let Ok(found) = trades(&table.space, &values, &table.package, Better::ForSome, LIMITS, budget) {
        up.extend(found.certified.into_iter().chain(found.possible).map(|trade| trade.result));
    }
    up.truncate(PACKAGES_MAX);
    up
}

fn up_section(table: &OnTable<'_>, up: &[Package]) -> Section {
    let line = |(at, package): (usize, &Package)| {
        let changed = table.choices(package).filter(|choice| !table.package.has(*choice));
        let changed: Vec<String> = changed.map(|choice| said::choice(&table.numbered, choice)).collect();
        let words = if changed.is_empty() {
            "what is on the table".to_owned()
        } else {
            format!("the same with {}", changed.join("; "))
        };
        Item::new(format!("{}: {words}", at + 1))
    };
    list_or_none("packages", "Packages that are up", up.iter().enumerate().map(line).collect())
}

fn line(
    numbered: &Numbered<'_>,
    party: PartyIndex,
    known: &Consistent,
    up: &[Package],
    budget: &Budget<'_>,
) -> Item {
    let name = Text::styled(said::party(numbered, party), Style::Strong);
    match question_for_party(party, known, up, budget) {
        Ok(next) => told(numbered, name, &next.0),
        Err(error) => Item::new(name.then(format!(": {error}"), Style::Plain)),
    }
}

fn told(numbered: &Numbered<'_>, name: Text, next: &NextQuestion) -> Item {
    let mut opens =
        vec![Item::new(format!("Greatest regret as things stand: {}", number(&next.now.greatest)))];
    opens.push(Item::new(format!("Known of it: {}", said::level(next.level))));
    let looked = format!("{} looked at, {} left out", count(next.looked_at, "question"), next.left_out);
    let stopped = next.stopped.map_or_else(String::new, |stopped| format!("; {stopped}"));
    opens.push(Item::new(looked + &stopped));
    let words = match &next.question {
        None => "no question that was looked at would tell more".to_owned(),
        Some(question) => {
            opens.extend(left(question));
            asked(numbered, &question.asked)
        }
    };
    item(name.then(format!(": {words}"), Style::Plain), vec![Block::List(opens)])
}

fn left(question: &Question) -> [Item; 2] {
    [("first", &question.if_first), ("second", &question.if_second)]
        .map(|(which, left)| Item::new(format!("Greatest regret if the {which}: {}", number(&left.greatest))))
}

fn asked(numbered: &Numbered<'_>, asked: &Asked) -> String {
    match asked {
        Asked::Swings(first, second) => {
            format!("which matters more: {}, or {}?", swing(numbered, *first), swing(numbered, *second))
        }
        Asked::Options(issue, first, second) => {
            let name = |option| said::quoted(numbered, Choice { issue: *issue, option });
            let issue_name = &numbered.issues[issue.at()].fact.name;
            format!("which is better on {issue_name}: {}, or {}?", name(*first), name(*second))
        }
    }
}

fn swing(numbered: &Numbered<'_>, swing: Swing) -> String {
    let name = |option| said::quoted(numbered, Choice { issue: swing.issue, option });
    format!("{} from {} to {}", numbered.issues[swing.issue.at()].fact.name, name(swing.from), name(swing.to))
}

fn number(number: &Number) -> String {
    format!("{:.3}", number.approximate())
}
