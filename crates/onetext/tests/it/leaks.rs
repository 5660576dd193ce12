//! Ten planted leaks: ways in which programs like this one have told what they should not. The property of two
//! worlds is worth something only if it catches each of them within an ordinary run.

use std::collections::{BTreeMap, BTreeSet};

use onetext_folder::lines;
use onetext_model::{AsOf, Case, CompartmentId, Day, Fact, Issue, Kind, Position, View, Viewer};

use crate::histories::{self, Told};
use crate::worlds::{Pair, histories};

/// What lets more through than it should.
type Leak = fn(&World<'_>) -> String;

/// What a careless programmer would have at hand.
struct World<'w> {
    told: &'w [&'w Told],
    case: &'w Case,
    view: &'w View<'w>,
    findings: &'w [onetext_model::Finding],
}

const LEAKS: [(&str, Leak); 10] = [
    ("the number of all entries in a footer", |world| world.told.len().to_string()),
    ("row numbers shared between compartments", row_numbers),
    ("`label already taken` across compartments", label_taken),
    ("a withdrawal that acts before the filter", withdrawn_before_filter),
    ("a list sorted by a hidden score", sorted_by_hidden_score),
    ("error text that tells a hidden target from none", error_text),
    ("the letter of a position taken from an unseen successor", letter_of_successor),
    ("the number of releases to others", |world| number_of(world, Kind::Release)),
    ("a digest of the whole case as the page's version", digest),
    ("a membership told elsewhere lets a person in", let_in_from_elsewhere),
];

fn row_numbers(world: &World<'_>) -> String {
    let mut rows: Vec<&Told> = world.told.to_vec();
    rows.sort_by_key(|told| told.turn);
    let seen: BTreeSet<_> = world.view.entries().iter().map(|entry| entry.id).collect();
    let numbers = rows.iter().enumerate().filter(|(_, told)| seen.contains(&told.id()));
    numbers.map(|(row, _)| format!("{row} ")).collect()
}

fn label_taken(world: &World<'_>) -> String {
    let taken =
        |label: &str| world.told.iter().any(|told| told.keys.get("label").is_some_and(|own| own == label));
    ["paper", "offer", "limit", "round-1"].map(taken).iter().map(|taken| format!("{taken} ")).collect()
}

fn withdrawn_before_filter(world: &World<'_>) -> String {
    let everything = keepers(world.case);
    let stands = |entry: &&&onetext_model::Entry| !everything.is_withdrawn(entry);
    world.view.entries().iter().filter(stands).map(|entry| format!("{} ", entry.id)).collect()
}

fn sorted_by_hidden_score(world: &World<'_>) -> String {
    let everything = keepers(world.case);
    let mut score: BTreeMap<_, usize> = BTreeMap::new();
    for position in everything.each::<Position>() {
        *score.entry(everything.latest(position.fact.on.0)).or_default() += 1;
    }
    let mut issues: Vec<_> = world.view.each::<Issue>().map(|issue| issue.id()).collect();
    issues.extend(world.view.each::<onetext_model::IssueOption>().map(|option| option.id()));
    issues.sort_by_key(|id| (std::cmp::Reverse(score.get(id).copied().unwrap_or(0)), *id));
    issues.iter().map(|id| format!("{id} ")).collect()
}

fn error_text(world: &World<'_>) -> String {
    let mine = world.findings.iter().filter(|finding| world.view.may_see(&finding.audience));
    mine.map(|finding| format!("{:?} {}\n", finding.entry, finding.reason.rule())).collect()
}

fn letter_of_successor(world: &World<'_>) -> String {
    let everything = keepers(world.case);
    let letter = |position: onetext_model::Stated<'_, Position>| {
        let last = everything.find::<Position>(position.id());
        last.map_or("·", |last| last.fact.stance.letter()).to_owned()
    };
    world.view.each::<Position>().map(letter).collect()
}

fn number_of(world: &World<'_>, kind: Kind) -> String {
    world.told.iter().filter(|told| told.kind == kind).count().to_string()
}

fn digest(world: &World<'_>) -> String {
    let everything = keepers(world.case);
    let text = lines::write(everything.settings(), everything.entries().iter().copied());
    onetext_model::EntryId::derived(&[&text]).to_string()
}

/// The circles in which a person is by any membership at all, whoever told it.
fn let_in_from_elsewhere(world: &World<'_>) -> String {
    let Viewer::Person(person) = world.view.viewer() else { return String::new() };
    let everything = keepers(world.case);
    let memberships = everything.entries().iter().filter_map(|entry| match &entry.fact {
        Fact::Membership(membership) if membership.person == *person => Some(membership.compartment),
        _ => None,
    });
    let circles: BTreeSet<CompartmentId> = memberships.collect();
    circles
        .into_iter()
        .map(|circle| {
            View::of(world.case, Viewer::Compartment(circle), world.view.at()).entries().len().to_string()
        })
        .collect()
}

fn keepers(case: &Case) -> View<'_> {
    View::of(case, Viewer::Keeper, AsOf::today(Day::constant(2026, 3, 1)))
}

/// An honest page, and the foot that each leak would put under it.
fn pages(told: &[&Told], viewer: &Viewer) -> (String, Vec<String>) {
    let (case, findings) = Case::new(histories::log(told.iter().copied()));
    let view = View::of(&case, viewer.clone(), AsOf::today(Day::constant(2026, 3, 1)));
    let world = World { told, case: &case, view: &view, findings: &findings };
    let page = lines::write(view.settings(), view.entries().iter().copied());
    (page, LEAKS.iter().map(|(_, leak)| leak(&world)).collect())
}

#[test]
fn ten_planted_leaks_are_caught() {
    let mut caught_by = [0; LEAKS.len()];
    let pairs: Vec<Pair> =
        (0..histories()).map(Pair::of).filter(|pair| pair.let_in_or_out().is_empty()).collect();
    for pair in &pairs {
        let (page, feet) = pages(&pair.first(), &pair.viewer);
        let (same_page, other_feet) = pages(&pair.second(), &pair.viewer);
        assert_eq!(page, same_page, "the page leaks without a leak planted");
        for (turn, (foot, other)) in feet.iter().zip(&other_feet).enumerate() {
            caught_by[turn] += usize::from(foot != other);
        }
    }
    for ((what, _), number) in LEAKS.iter().zip(caught_by) {
        println!("{number:>4} of {} histories catch: {what}", pairs.len());
    }
    let caught = caught_by.iter().filter(|number| **number > 0).count();
    println!("{caught} of {} planted leaks were caught", LEAKS.len());
    assert_eq!(caught, LEAKS.len());
}
