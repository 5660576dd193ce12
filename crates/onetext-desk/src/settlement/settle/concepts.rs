//! What each solution concept chooses, how evenly that treats the parties, and what a change of a party's scale would do.

use std::ops::Bound;

use onetext_analysis::front::{PackageCount, PointIndex};
use onetext_analysis::settlement::{Bargain, Settlement};
use onetext_analysis::solutions::equity::equity;
use onetext_analysis::solutions::rescaling::{Factors, Rescaling};
use onetext_analysis::solutions::{Convention, Fraction};
use onetext_analysis::{Package, Scenario};
use onetext_document::{Block, Cell, Item, Row, Section, Text};

use super::super::said::grouped;
use crate::blocks::{cell, list_or_none, paragraph, table};

/// Packages of a point that open behind it.
const PACKAGES_SHOWN_MAX: usize = 5;
/// Points of one concept that are printed, where it cannot tell them apart.
const TIES_SHOWN_MAX: usize = 10;

/// A concept with the points that it chooses.
pub(super) struct Chosen {
    /// Its name.
    pub(super) name: &'static str,
    /// What it makes as large as it can, in words.
    pub(super) rule: &'static str,
    /// The places of its points on the front.
    pub(super) places: Vec<usize>,
}

/// What every concept chooses, by name.
pub(super) fn chosen(found: &Settlement, bargain: &Bargain) -> Vec<Chosen> {
    let all = &bargain.solutions;
    let one = |name, rule, places: &Vec<usize>| Chosen { name, rule, places: places.clone() };
    let mut chosen = vec![
        one("Egalitarian", "the least gain", &all.egalitarian.places),
        one("Kalai-Smorodinsky", "the least share of what each could gain", &all.kalai_smorodinsky.places),
        one("Leximin", "the least gain, then the next", &all.leximin.places),
    ];
    chosen.extend(
        all.min_spread
            .as_ref()
            .map(|spread| one("Min-spread (NegMAS \"ks\")", "how near the shares are", &spread.places)),
    );
    chosen.push(one("Nash", "the product of the gains", &all.nash.places));
    chosen.push(one("Relative utilitarian", "the sum of the shares", &all.relative_utilitarian.places));
    chosen.push(one(
        "Utilitarian",
        "the sum of the utilities, as if the scales were one",
        &all.utilitarian.places,
    ));
    chosen.retain(|concept| concept.places.iter().all(|place| *place < found.front.len()));
    chosen
}

/// The concepts as a table.
pub(super) fn section(scenario: &Scenario, found: &Settlement, chosen: &[Chosen]) -> Section {
    let mut headings: Vec<(&str, u16)> = vec![("Concept", 4)];
    headings.extend(scenario.parties.iter().map(|party| (party.name.as_str(), 2)));
    headings.push(("Packages", 2));
    let rows: Vec<Row> = chosen.iter().flat_map(|concept| rows(scenario, found, concept)).collect();
    let mut blocks = vec![table("solutions", "What each concept chooses", &headings, rows)];
    let cut: Vec<String> = chosen
        .iter()
        .filter(|concept| concept.places.len() > TIES_SHOWN_MAX)
        .map(|concept| {
            format!(
                "{}: {} more points that it cannot tell apart",
                concept.name,
                concept.places.len() - TIES_SHOWN_MAX
            )
        })
        .collect();
    blocks.extend((!cut.is_empty()).then(|| paragraph(cut.join("; "))));
    Section::new("solutions", "Solution concepts", blocks)
}

fn rows(scenario: &Scenario, found: &Settlement, concept: &Chosen) -> Vec<Row> {
    let one = |(tie, &place): (usize, &usize)| {
        let point = PointIndex(u32::try_from(place).unwrap_or(u32::MAX));
        let packages = found.front.packages(point).take(PACKAGES_SHOWN_MAX);
        let opens = packages.map(|found| Item::new(package(scenario, &found))).collect();
        let name = if tie == 0 {
            format!("{}: {}", concept.name, concept.rule)
        } else {
            format!("{} (tie)", concept.name)
        };
        let mut cells = vec![cell(Text::plain(name), vec![Block::List(opens)])];
        cells.extend(
            found.vector(place).iter().map(|utility| Cell::new(format!("{:.3}", utility.approximate()))),
        );
        cells.push(Cell::new(packages_of(found.front.count(point))));
        Row { key: format!("{}-{}", concept.name.to_lowercase().replace(' ', "-"), tie + 1), cells }
    };
    concept.places.iter().take(TIES_SHOWN_MAX).enumerate().map(one).collect()
}

fn packages_of(count: PackageCount) -> String {
    match count {
        PackageCount::Exactly(number) => grouped(&number.to_string()),
        PackageCount::AtLeast(number) => format!("at least {}", grouped(&number.to_string())),
    }
}

/// "Cap: 800,000; Monitor: yes".
pub(super) fn package(scenario: &Scenario, package: &Package) -> String {
    let space = &scenario.space;
    let each = package
        .choices()
        .map(|choice| format!("{}: {}", space.issues()[choice.issue.at()].name, space.name(choice)));
    each.collect::<Vec<_>>().join("; ")
}

/// How evenly each concept's first point treats the parties.
pub(super) fn evenness(scenario: &Scenario, bargain: &Bargain, chosen: &[Chosen]) -> Section {
    let mut headings: Vec<(&str, u16)> = vec![("Concept", 4)];
    headings.extend(scenario.parties.iter().map(|party| (party.name.as_str(), 2)));
    headings.extend([("Least to most", 2), ("Gini", 2), ("Jain", 2)]);
    let row = |concept: &Chosen| {
        let measures = equity(&bargain.problem, *concept.places.first()?)?;
        let share = |share: &Option<Fraction>| share.as_ref().map_or_else(|| "–".to_owned(), fraction);
        let mut cells = vec![Cell::new(concept.name)];
        cells.extend(measures.shares.iter().map(|one| Cell::new(share(one))));
        cells.extend(
            [&measures.least_to_most, &measures.gini, &measures.jain].map(|one| Cell::new(share(one))),
        );
        Some(Row { key: concept.name.to_lowercase().replace(' ', "-"), cells })
    };
    let rows = chosen.iter().filter_map(row).collect();
    let table = table("evenness", "Shares of what each could gain", &headings, rows);
    Section::new("evenness", "How evenly", vec![paragraph(EVENNESS), table])
}

const EVENNESS: &str = "What each party gains of the most that it could gain, and measures of how far these lie apart (the least \
    over the most; Gini 1912; Jain, Chiu and Hawe 1984). Printed, not ranked: an even point may be poor for everybody.";

/// What would change if a party's gains were measured in another unit.
pub(super) fn rescaled(scenario: &Scenario, bargain: &Bargain, convention: Convention) -> Section {
    let mut items =
        vec![Item::new("What is not listed chooses the same whatever unit a party's utility is in.")];
    let rescaling = Rescaling::of(&bargain.problem, convention);
    let turned = rescaling.iter().flat_map(|all| {
        [
            ("Egalitarian", &all.egalitarian),
            ("Leximin", &all.leximin),
            ("Nash", &all.nash),
            ("Utilitarian", &all.utilitarian),
        ]
    });
    items.extend(turned.filter(|(_, factors)| factors.iter().any(|within| *within != Factors::all())).map(
        |(name, factors)| {
            let each: Vec<String> = scenario
                .parties
                .iter()
                .zip(factors)
                .map(|(party, within)| format!("{} {}", party.name, interval(within)))
                .collect();
            Item::new(format!(
                "{name} chooses the same as long as a party's gains are multiplied by: {}",
                each.join("; ")
            ))
        },
    ));
    list_or_none("rescaled", "If a scale changed", items)
}

/// As a fraction prints that excludes nothing above it.
const NOUGHT: &str = "0.000";

fn interval(within: &Factors) -> String {
    let number = |bound: &Bound<Fraction>| match bound {
        Bound::Included(factor) | Bound::Excluded(factor) => Some(fraction(factor)),
        Bound::Unbounded => None,
    };
    match (number(&within.from), number(&within.to)) {
        (Some(from), Some(to)) if from == NOUGHT => format!("up to {to}"),
        (Some(from), None) if from == NOUGHT => "anything".to_owned(),
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("{from} or more"),
        (None, Some(to)) => format!("up to {to}"),
        (None, None) => "anything".to_owned(),
    }
}

/// Three decimals; the exact fraction is in the library's result.
fn fraction(fraction: &Fraction) -> String {
    fraction
        .rounded()
        .map_or_else(|| "very large".to_owned(), |rounded| format!("{:.3}", rounded.approximate()))
}
