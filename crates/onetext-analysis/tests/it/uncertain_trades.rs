//! Trades under unknown preferences, against enumeration of completions.

use std::collections::BTreeSet;

use onetext_analysis::trades::{Better, Change, Extent, Limits, Values, trades};
use onetext_analysis::{Budget, Package, Space, Utility, UtilityFunction};

use crate::completions::{Party, party};
use crate::random::{Random, any_package, every_package, space, utility};

/// Random cases; a second or two of work.
const CASES: u64 = 250;
const EVERYTHING: Limits = Limits { changes_max: 6, certified_max: usize::MAX, possible_max: usize::MAX };

/// Loses, the same, or gains: as a certified trade needs it, and as a possible one does.
fn verdicts(party: &Party, changes: &[Change]) -> (i8, i8) {
    let (least, most) = party.extremes(changes, false).unwrap();
    let certain = if least < 0 { -1 } else { i8::from(most > 0) };
    let reaches = || party.extremes(changes, true).is_some_and(|(_, most)| most >= 0);
    let possible = if most > 0 {
        1
    } else if most == 0 && reaches() {
        0
    } else {
        -1
    };
    (certain, possible)
}

fn is_better(verdicts: &[i8], better: Better) -> bool {
    match better {
        Better::ForEach => verdicts.iter().all(|verdict| *verdict > 0),
        Better::ForSome => {
            verdicts.iter().all(|verdict| *verdict >= 0) && verdicts.iter().any(|verdict| *verdict > 0)
        }
    }
}

type Sets = BTreeSet<Vec<Change>>;

/// Those that hold none of the sets beside themselves.
fn minimal(all: &Sets, beside: &Sets) -> Sets {
    let holds = |set: &Vec<Change>, other: &Vec<Change>| other.iter().all(|change| set.contains(change));
    let is_minimal = |set: &&Vec<Change>| {
        !beside.iter().any(|other| holds(set, other))
            && !all.iter().any(|other| other.len() < set.len() && holds(set, other))
    };
    all.iter().filter(is_minimal).cloned().collect()
}

fn brute_force(
    space: &Space,
    parties: &[Party],
    known: &UtilityFunction,
    current: &Package,
    better: Better,
) -> (Sets, Sets) {
    let (mut certified, mut possible) = (Sets::new(), Sets::new());
    for package in every_package(space) {
        let both = current.choices().zip(&package.0).filter(|(choice, to)| choice.option != **to);
        let changes: Vec<Change> =
            both.map(|(choice, to)| Change { issue: choice.issue, from: choice.option, to: *to }).collect();
        if changes.is_empty() {
            continue;
        }
        let (mut certain, mut open): (Vec<i8>, Vec<i8>) =
            parties.iter().map(|party| verdicts(party, &changes)).unzip();
        let gain = known.of(&package).cmp(&known.of(current)) as i8;
        certain.push(gain);
        open.push(gain);
        if is_better(&certain, better) {
            certified.insert(changes.clone());
        }
        if is_better(&open, better) {
            possible.insert(changes);
        }
    }
    let certified = minimal(&certified, &Sets::new());
    let possible = minimal(&possible, &certified);
    (certified, possible)
}

#[test]
fn agree_with_enumeration_of_completions() {
    let (mut certain, mut open) = (0, 0);
    for seed in 0..CASES {
        let mut random = Random::new(seed);
        let space = space(&mut random);
        let all: Vec<Party> = (0..=random.below(3)).filter_map(|_| party(&space, &mut random)).collect();
        let current = any_package(&space, &mut random);
        let known = utility(&space, &mut random);
        let mut sides: Vec<Values<'_>> =
            all.iter().map(|party| Values::Consistent(&party.consistent)).collect();
        sides.push(Values::Known(&known));
        for better in [Better::ForEach, Better::ForSome] {
            let found = trades(&space, &sides, &current, better, EVERYTHING, &Budget::unlimited()).unwrap();
            assert_eq!((found.certified_extent, found.possible_extent), (Extent::Complete, Extent::Complete));
            let (certified, possible) = brute_force(&space, &all, &known, &current, better);
            let listed = |trades: &[onetext_analysis::trades::Trade]| {
                trades.iter().map(|trade| trade.changes.clone()).collect::<Sets>()
            };
            assert_eq!(listed(&found.certified), certified, "certified, seed {seed} {better:?}");
            assert_eq!(listed(&found.possible), possible, "possible, seed {seed} {better:?}");
            for trade in found.certified.iter().chain(&found.possible) {
                for (side, party) in trade.sides.iter().zip(&all) {
                    let (least, most) = party.extremes(&trade.changes, false).unwrap();
                    let tenths = |number: i64| Utility::hundredths(10 * number);
                    assert_eq!(side.gain.least, tenths(least), "seed {seed}");
                    assert_eq!(side.gain.most, tenths(most), "seed {seed}");
                }
            }
            let mut turned = sides.clone();
            turned.reverse();
            let again = trades(&space, &turned, &current, better, EVERYTHING, &Budget::unlimited()).unwrap();
            assert_eq!(listed(&again.certified), certified, "parties in another order, seed {seed}");
            assert_eq!(listed(&again.possible), possible, "parties in another order, seed {seed}");
            certain += certified.len();
            open += possible.len();
        }
    }
    assert!(certain > 150 && open > 300, "{certain} certified, {open} possible: too few to test anything");
}
