//! What a scenario with utilities can be settled as: how many packages, the front, what each solution concept chooses from it,
//! how evenly that treats the parties, and what would change if a party's scale did. Concepts stand in alphabetical order; none
//! is recommended.

mod case;
mod chart;
mod concepts;
mod many;

pub(super) use case::stated;
pub use case::{CaseQuestion, compose, compose_for};

use onetext_analysis::exchange::Remark;
use onetext_analysis::settlement::{NoSolution, Settlement, settle};
use onetext_analysis::solutions::Convention;
use onetext_analysis::trades::{Better, JointGains, joint_gains};
use onetext_analysis::{Budget, Count, Error, Package, Scenario, Stopped};
use onetext_document::{Block, Cell, Document, Item, Page, Row, Section, Text};
use onetext_model::Severity;

use super::said::grouped;
use crate::blocks::{list_or_none, paragraph, table};
use crate::words::{count, list};

/// Joint gains that are printed; the rest is counted.
const GAINS_SHOWN_MAX: usize = 20;

/// What is asked of a scenario.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// What is taken for granted.
    pub convention: Convention,
    /// The package on the table.
    pub current: Option<Package>,
}

/// The page of a scenario that was read, with what there was to remark. Where the front is too large for the budget, single
/// points with a proven gap stand in its place.
pub fn of_scenario(
    scenario: &Scenario,
    remarks: &[Remark],
    question: &Question,
    budget: &Budget<'_>,
) -> Document {
    let mut page = Document::new("settle", format!("{}: what can be settled", scenario.name));
    page.page = Page::Landscape;
    page.blocks.push(paragraph(format!(
        "{}, {}. Utilities as given; each party's is on its own scale, and two are not compared.",
        count(scenario.space.issues().len(), "issue"),
        parties(scenario),
    )));
    match settle(scenario, question.convention, budget) {
        Ok(found) => page.blocks.extend(settled(scenario, &found)),
        Err(Error::Stopped(Stopped::StepsSpent(steps))) => page.blocks.extend(many::points(scenario, steps)),
        Err(error) => page.blocks.push(super::said::no_result(&error)),
    }
    if let Some(current) = &question.current {
        page.blocks.push(Block::Section(joint(scenario, current, budget)));
    }
    page.blocks.extend(remarked(remarks).map(Block::Section));
    page
}

fn parties(scenario: &Scenario) -> String {
    let names: Vec<String> = scenario.parties.iter().map(|party| party.name.clone()).collect();
    format!("{}: {}", if names.len() == 1 { "1 party" } else { "parties" }, list(&names))
}

fn settled(scenario: &Scenario, found: &Settlement) -> Vec<Block> {
    let mut blocks = vec![Block::Section(counts(found))];
    match &found.bargain {
        Ok(bargain) => {
            let chosen = concepts::chosen(found, bargain);
            blocks.extend(chart::of(scenario, found, &chosen).map(Block::Chart));
            blocks.push(Block::Section(concepts::section(scenario, found, &chosen)));
            blocks.push(Block::Section(concepts::evenness(scenario, bargain, &chosen)));
            blocks.push(Block::Section(concepts::rescaled(scenario, bargain, found.convention)));
        }
        Err(why) => {
            blocks.extend(chart::of(scenario, found, &[]).map(Block::Chart));
            blocks.push(paragraph(no_solution(scenario, why)));
        }
    }
    blocks
}

fn counts(found: &Settlement) -> Section {
    let mut items = vec![Item::new(format!("Packages: {}", counted(&found.outcomes)))];
    let rational = found.rational.as_ref().map_or_else(|| "not counted".to_owned(), counted);
    items.push(Item::new(format!(
        "Give every party at least what it stated to have without a deal: {rational}"
    )));
    items.push(Item::new(format!(
        "Front (no package of those is better for one party and no worse for the others): {}, exact",
        count(found.front.len(), "point")
    )));
    let convention = match found.convention {
        Convention::Textbook => {
            "stated reservations; the most that each could have is taken over those packages"
        }
        Convention::Negmas => {
            "as NegMAS has it: a reservation that is not stated is the party's worst package; the most that \
            each could have is taken over all packages"
        }
    };
    items.push(Item::new(format!("Convention: {convention}")));
    list_or_none("counts", "How much there is", items)
}

fn counted(number: &Count) -> String {
    match number {
        Count::Exact(number) => grouped(&number.to_string()),
        Count::Estimated { value, precision, .. } => {
            format!(
                "about {} (estimate, within {:.0} %)",
                grouped(&value.to_string()),
                precision.epsilon() * 100.0
            )
        }
        Count::Between { at_least, at_most } => {
            format!("from {} to {}", grouped(&at_least.to_string()), grouped(&at_most.to_string()))
        }
    }
}

fn no_solution(scenario: &Scenario, why: &NoSolution) -> String {
    match why {
        NoSolution::ReservationNotStated(parties) => {
            let names = parties.iter().filter_map(|party| scenario.parties.get(party.at()));
            let names: Vec<String> = names.map(|party| party.name.clone()).collect();
            format!(
                "No solution is told: {} stated nothing on what it has without a deal, and nothing is made up for it. \
                 (`--convention negmas` takes the worst package.)",
                list(&names)
            )
        }
        other => format!("No solution is told: {other}."),
    }
}

/// What is better for all than the package on the table.
fn joint(scenario: &Scenario, current: &Package, budget: &Budget<'_>) -> Section {
    let blocks = match joint_gains(scenario, current, budget) {
        Ok(gains) => gained(scenario, &gains),
        Err(error) => vec![super::said::no_result(&error)],
    };
    Section::new("joint-gains", "Better for all than what is on the table", blocks)
}

fn gained(scenario: &Scenario, gains: &JointGains) -> Vec<Block> {
    if gains.points.is_empty() {
        return vec![paragraph(
            "No package that gives every party what it stated to have without a deal is.",
        )];
    }
    let for_each = gains.points.iter().filter(|point| point.better() == Better::ForEach).count();
    let mut headings: Vec<(&str, u16)> = vec![("Package", 6)];
    headings.extend(scenario.parties.iter().map(|party| (party.name.as_str(), 2)));
    let row = |(at, point): (usize, &onetext_analysis::trades::JointGain)| {
        let package = gains.packages(point).next();
        let package = package.map_or_else(String::new, |package| concepts::package(scenario, &package));
        let mut cells = vec![Cell::new(package)];
        let each = point.utilities.iter().zip(&point.gains);
        cells.extend(each.map(|(then, gain)| {
            Cell::new(format!("{then:.3} ({gain:+.3})", then = then.approximate(), gain = gain.approximate()))
        }));
        Row { key: format!("gain-{}", at + 1), cells }
    };
    let rows = gains.points.iter().take(GAINS_SHOWN_MAX).enumerate().map(row).collect();
    let mut blocks = vec![paragraph(format!(
        "{}; by {} of them every party gains.",
        count(gains.points.len(), "point of the front"),
        for_each
    ))];
    blocks.push(table("joint-gains", "Packages better for all", &headings, rows));
    let left_out = gains.points.len().saturating_sub(GAINS_SHOWN_MAX);
    if left_out > 0 {
        blocks.push(paragraph(format!("{left_out} more.")));
    }
    blocks
}

fn remarked(remarks: &[Remark]) -> Option<Section> {
    let line = |remark: &Remark| {
        let grave = match remark.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        Item::new(Text::plain(format!("{grave}: {remark}")))
    };
    let items: Vec<Item> = remarks.iter().map(line).collect();
    (!items.is_empty()).then(|| list_or_none("remarks", "On the files", items))
}
