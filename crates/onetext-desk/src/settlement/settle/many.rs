//! Many parties: where the front is too large to be listed, one package for each concept, with a proof of how far from the best
//! it can be.

use onetext_analysis::certified::{self, Answer, Certified, Effort, Impossible};
use onetext_analysis::{Budget, Error, Scenario, Utility, front};
use onetext_document::{Block, Item, Section, Text};

use super::super::STEPS_MAX;
use super::super::said::{grouped, no_result};
use super::concepts::package;
use crate::blocks::{item, list_or_none, paragraph};

/// One per cent.
const EPSILON: Utility = Utility::hundredths(1);

type Search = fn(&Scenario, &Effort<'_>) -> Result<Answer, Error>;

/// What is sought, by name, with the words for its value.
const CONCEPTS: [(&str, &str, Search); 3] = [
    ("Egalitarian", "least gain", certified::egalitarian),
    ("Kalai-Smorodinsky", "least share of what each could gain", certified::kalai_smorodinsky),
    ("Nash", "geometric mean of the gains", certified::nash),
];

/// One package for each concept.
pub(super) fn points(scenario: &Scenario, steps: u64) -> Vec<Block> {
    let lead = paragraph(format!(
        "The front was not listed within {} steps. Instead one package for each concept, with the most that any package could \
         reach; others may reach the same, and its place says nothing about who should yield.",
        grouped(&steps.to_string())
    ));
    let mut blocks = vec![lead];
    blocks.extend(covered(scenario));
    let mut items = Vec::new();
    for (name, measure, search) in CONCEPTS {
        let budget = Budget::steps(STEPS_MAX);
        match search(scenario, &Effort::thousandth(&budget)) {
            Ok(answer) => items.push(told(scenario, name, measure, &answer)),
            Err(error) => return vec![no_result(&error)],
        }
    }
    blocks.push(Block::Section(Section { ..list_or_none("points", "Single points", items) }));
    blocks
}

/// How many points cover all packages within a hundredth, where that can be told quickly.
fn covered(scenario: &Scenario) -> Option<Block> {
    let front = front::within(scenario, EPSILON, &Budget::steps(STEPS_MAX)).ok()?;
    Some(paragraph(format!(
        "Within 1 %, {} points cover all packages (`--within 0.01` with `--json` or `--csv` has them).",
        grouped(&front.len().to_string())
    )))
}

fn told(scenario: &Scenario, name: &str, measure: &str, answer: &Answer) -> Item {
    match answer {
        Answer::Found(found) => reached(scenario, name, measure, found),
        Answer::Impossible(why) => Item::new(format!("{name}: there is none. {}", impossible(*why))),
        Answer::Unknown { bound, .. } => Item::new(format!(
            "{name}: none was found, and it is not proven that there is none; {measure} at most {}",
            number(*bound)
        )),
    }
}

fn reached(scenario: &Scenario, name: &str, measure: &str, found: &Certified) -> Item {
    let how = if found.is_optimal() {
        "proven to be the best".to_owned()
    } else {
        format!("no package reaches more than {}", number(found.bound))
    };
    let each = scenario.parties.iter().zip(&found.utilities);
    let utilities = each.map(|(party, utility)| Item::new(format!("{}: {}", party.name, number(*utility))));
    let mut opens = vec![Item::new(package(scenario, &found.package))];
    opens.extend(utilities);
    item(Text::plain(format!("{name}: {measure} {}, {how}", number(found.value))), vec![Block::List(opens)])
}

fn impossible(why: Impossible) -> String {
    match why {
        Impossible::NoPackage => "The dependencies leave no package at all.".to_owned(),
        Impossible::SomebodyLoses { by_at_least } => format!(
            "In every package some party falls short of what it stated to have without a deal, by at least {} on its own scale.",
            number(by_at_least)
        ),
        Impossible::NotAllGain => {
            "There may be packages in which nobody loses, but none in which all gain.".to_owned()
        }
        Impossible::NobodyGains => "In packages in which nobody loses, nobody gains.".to_owned(),
    }
}

fn number(utility: Utility) -> String {
    format!("{:.4}", utility.approximate())
}
