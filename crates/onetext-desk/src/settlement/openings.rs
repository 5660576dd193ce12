//! What would open a group of demands that cannot all be met: each smallest way, with the options that would have to be admitted
//! and that something can be had with. All sides alike, by name; no way is preferred.

use std::collections::BTreeMap;

use onetext_analysis::conflicts::{Conflicts, Price, Pricing, Relaxation, Standoff, fewest};
use onetext_analysis::{Budget, Choice, IssueIndex};
use onetext_document::{Block, Item, Style, Text};

use super::demands::Demands;
use super::numbered::Numbered;
use super::{STEPS_MAX, said};
use crate::words::{any_of, list};

/// Ways that are printed; the rest is counted.
const LISTED_MAX: usize = 12;

/// The ways out of a group, with a lead.
pub(super) fn blocks(
    numbered: &Numbered<'_>,
    demands: &Demands<'_, '_>,
    found: &Conflicts,
    standoff: &Standoff,
) -> Vec<Block> {
    if standoff.corrections.is_empty() {
        return Vec::new();
    }
    let budget = Budget::steps(STEPS_MAX);
    let mut pricing = match Pricing::of(&demands.dispute, found) {
        Ok(pricing) => pricing,
        Err(error) => return vec![said::no_result(&error)],
    };
    let least = fewest(&demands.dispute, standoff);
    let mut ways: Vec<String> = least
        .iter()
        .take(LISTED_MAX)
        .filter_map(|&place| pricing.price(standoff, &standoff.corrections[place], &budget).ok())
        .map(|way| sentence(numbered, demands, standoff, &way))
        .collect();
    ways.sort();
    let listed = ways.len();
    let mut items: Vec<Item> = ways.into_iter().map(Item::new).collect();
    if least.len() > listed {
        items.push(Item::new(format!("{} more", least.len() - listed)));
    }
    let others = standoff.corrections.len() - least.len();
    if others > 0 {
        items.push(Item::new(format!(
            "{others} more, each of which asks of every party at least as much as one of these, and of some party more"
        )));
    }
    vec![Block::Paragraph(Text::styled("Each of these would open it:", Style::Strong)), Block::List(items)]
}

/// What a way asks: parties that would admit the same options are named together.
fn sentence(
    numbered: &Numbered<'_>,
    demands: &Demands<'_, '_>,
    standoff: &Standoff,
    way: &Relaxation,
) -> String {
    let mut asked: BTreeMap<(IssueIndex, Vec<String>), Vec<String>> = BTreeMap::new();
    for relaxed in &way.relaxed {
        let demand = demands.dispute.demand(relaxed.demand);
        let (Some(issue), Price::OneOf(admissions)) = (demand.issue(), &relaxed.price) else { continue };
        let named = |admission: &onetext_analysis::conflicts::Admission| {
            said::quoted(numbered, Choice { issue, option: admission.option })
        };
        let options = admissions.iter().map(named).collect();
        asked.entry((issue, options)).or_default().push(demands.who(&[relaxed.demand]));
    }
    let part = |((issue, options), parties): (&(IssueIndex, Vec<String>), &Vec<String>)| {
        let on = if standoff.issues.len() == 1 {
            String::new()
        } else {
            format!(" ({})", numbered.issues[issue.at()].fact.name)
        };
        format!("{} would admit {}{on}", list(parties), any_of(options))
    };
    let mut parts: Vec<String> = asked.iter().map(part).collect();
    parts.sort();
    parts.join("; and ")
}
