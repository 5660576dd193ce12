//! Solution concepts against their definitions, read literally, on thousands of random cases; and what their authors say of
//! them: which changes of a problem change nothing.

use std::ops::Bound;

use num_bigint::BigInt;
use onetext_analysis::Utility;
use onetext_analysis::solutions::rescaling::{self, Factors};
use onetext_analysis::solutions::{
    BargainingProblem, Fraction, egalitarian, kalai_smorodinsky, leximin, max_min_share, min_spread, nash,
    nash_product, relative_utilitarian, utilitarian,
};

use crate::bargains::{Random, best_for_each, dominates, front};

const PROBLEMS: usize = 2_000;
const EFFICIENT: [&str; 5] = ["nash", "kalai-smorodinsky", "leximin", "utilitarian", "relative utilitarian"];

/// The concepts by name, each as the places that it chooses.
type Concept = (&'static str, fn(&BargainingProblem) -> Option<Vec<usize>>);
const CONCEPTS: [Concept; 9] = [
    ("nash", |problem| Some(nash(problem)?.places)),
    ("nash product", |problem| Some(nash_product(problem)?.places)),
    ("kalai-smorodinsky", |problem| Some(kalai_smorodinsky(problem)?.places)),
    ("max-min share", |problem| Some(max_min_share(problem)?.places)),
    ("min spread", |problem| Some(min_spread(problem)?.places)),
    ("egalitarian", |problem| Some(egalitarian(problem)?.places)),
    ("leximin", |problem| Some(leximin(problem)?.places)),
    ("utilitarian", |problem| Some(utilitarian(problem)?.places)),
    ("relative utilitarian", |problem| Some(relative_utilitarian(problem)?.places)),
];

/// What a concept looks at, as numbers that are compared in lexicographic order: the definition, without any cleverness.
fn score(concept: &str, gains: &[i64], ideals: &[i64]) -> Vec<BigInt> {
    let big = |number: &i64| BigInt::from(*number);
    let product = |numbers: &[i64]| numbers.iter().map(big).product::<BigInt>();
    let whole: Vec<i64> = ideals.iter().map(|&ideal| ideal.max(1)).collect();
    // Shares over one denominator: the product of all ideals.
    let over_all = |at: usize, gain: i64| big(&gain) * product(&whole) / big(&whole[at]);
    let mut shares: Vec<BigInt> =
        (0..gains.len()).map(|at| over_all(at, if ideals[at] == 0 { 1 } else { gains[at] })).collect();
    let mut sorted = gains.to_vec();
    sorted.sort_unstable();
    let positive: Vec<i64> = gains.iter().copied().filter(|gain| *gain > 0).collect();
    let sum_of_shares = (0..gains.len()).map(|at| over_all(at, gains[at])).sum();
    shares.sort_unstable();
    match concept {
        "nash" => vec![BigInt::from(positive.len()), product(&positive)],
        "nash product" => vec![product(gains)],
        "kalai-smorodinsky" => shares,
        "max-min share" => vec![shares[0].clone()],
        "min spread" if ideals.iter().any(|ideal| *ideal <= 1) => vec![],
        "min spread" => vec![shares[0].clone() - shares.last().unwrap()],
        "egalitarian" => vec![big(&sorted[0])],
        "leximin" => sorted.iter().map(big).collect(),
        "utilitarian" => vec![gains.iter().map(big).sum()],
        "relative utilitarian" => vec![sum_of_shares],
        _ => unreachable!("{concept}"),
    }
}

/// The places that the definition chooses.
pub fn expected(
    concept: &str,
    vectors: &[Vec<Utility>],
    disagreement: &[Utility],
    ideals: &[Utility],
) -> Vec<usize> {
    let gains = |vector: &[Utility]| -> Vec<i64> {
        vector.iter().zip(disagreement).map(|(utility, without)| utility.0 - without.0).collect()
    };
    let ideals = gains(ideals);
    let scores: Vec<Vec<BigInt>> =
        vectors.iter().map(|vector| score(concept, &gains(vector), &ideals)).collect();
    let best = scores.iter().max().unwrap();
    (0..vectors.len()).filter(|at| scores[*at] == *best).collect()
}

/// Large numbers that differ in their last digits only: whoever compares nearly is found out.
fn close_calls(random: &mut Random) -> Vec<Vec<Utility>> {
    let parties = 1 + usize::try_from(random.below(6)).unwrap();
    let center: Vec<i64> = (0..parties)
        .map(|_| random.between(1, 1_000) * 10_i64.pow(u32::try_from(random.below(16)).unwrap()))
        .collect();
    let near =
        |random: &mut Random, center: i64| Utility((center + random.between(-2, 2)).clamp(0, 10_i64.pow(18)));
    (0..=random.below(12)).map(|_| center.iter().map(|&center| near(random, center)).collect()).collect()
}

#[test]
fn near_ties_are_decided_exactly() {
    let mut random = Random(2);
    for _ in 0..PROBLEMS {
        let vectors = close_calls(&mut random);
        let nothing = vec![Utility::ZERO; vectors[0].len()];
        let problem = BargainingProblem::rational(&vectors, &nothing).unwrap();
        for (name, choose) in CONCEPTS {
            let ideals = best_for_each(&vectors);
            assert_eq!(
                choose(&problem).unwrap(),
                expected(name, &vectors, &nothing, &ideals),
                "{name} {vectors:?}"
            );
        }
    }
}

#[test]
fn equal_products_and_equal_shares_of_large_numbers_tie() {
    let prime = 999_999_999_989;
    let table = [
        [6 * prime, 35 * prime],
        [14 * prime, 15 * prime],
        [10 * prime, 21 * prime],
        [15 * prime, 14 * prime - 1],
    ];
    let vectors: Vec<Vec<Utility>> =
        table.iter().map(|row| row.iter().map(|&u| Utility(u)).collect()).collect();
    let problem = BargainingProblem::rational(&vectors, &[Utility::ZERO; 2]).unwrap();
    let best = nash(&problem).unwrap();
    assert_eq!(best.places, [0, 1, 2]);
    assert_eq!(best.value.product.to_string(), "209999999995380000000025410");
}

/// Random problems of one to five parties with small whole gains, so that ties are common.
fn small_problem(random: &mut Random) -> Vec<Vec<Utility>> {
    let parties = 1 + usize::try_from(random.below(5)).unwrap();
    let most = random.between(1, 9);
    let vectors: Vec<Vec<Utility>> = (0..=random.below(20))
        .map(|_| (0..parties).map(|_| Utility::hundredths(random.between(0, most))).collect())
        .collect();
    front(&vectors)
}

fn problem_of(vectors: &[Vec<Utility>]) -> BargainingProblem {
    BargainingProblem::rational(vectors, &vec![Utility::ZERO; vectors[0].len()]).unwrap()
}

#[test]
fn the_order_of_the_parties_carries_no_meaning() {
    let mut random = Random(3);
    for _ in 0..PROBLEMS {
        let vectors = small_problem(&mut random);
        let turned: Vec<Vec<Utility>> = vectors
            .iter()
            .map(|vector| {
                let mut vector = vector.clone();
                vector.rotate_left(1);
                vector.reverse();
                vector
            })
            .collect();
        for (name, choose) in CONCEPTS {
            assert_eq!(choose(&problem_of(&vectors)), choose(&problem_of(&turned)), "{name} {vectors:?}");
        }
    }
}

#[test]
fn what_counts_in_shares_or_products_does_not_depend_on_a_scale() {
    let mut random = Random(4);
    for _ in 0..PROBLEMS {
        let vectors = small_problem(&mut random);
        let party = usize::try_from(random.below(vectors[0].len() as u64)).unwrap();
        let (factor, zero) = (random.between(2, 9), Utility::hundredths(random.between(-50, 50)));
        let mut rescaled = vectors.clone();
        for vector in &mut rescaled {
            vector[party] = Utility(vector[party].0 * factor) + zero;
        }
        let mut disagreement = vec![Utility::ZERO; vectors[0].len()];
        disagreement[party] = zero;
        let (before, after) =
            (problem_of(&vectors), BargainingProblem::rational(&rescaled, &disagreement).unwrap());
        for (name, choose) in CONCEPTS {
            let is_invariant = match name {
                "nash" => rescaling::nash(&before).unwrap()[party] == Factors::all(),
                "egalitarian" | "leximin" | "utilitarian" => false,
                _ => true,
            };
            if is_invariant {
                assert_eq!(choose(&before), choose(&after), "{name} {vectors:?}");
            }
        }
    }
}

#[test]
fn a_point_that_was_not_chosen_changes_nothing_by_going_away() {
    let mut random = Random(5);
    for _ in 0..PROBLEMS {
        let vectors = small_problem(&mut random);
        for (name, choose) in CONCEPTS {
            let whole = problem_of(&vectors);
            let chosen = choose(&whole).unwrap();
            let Some(gone) = (0..vectors.len()).find(|at| !chosen.contains(at)) else { continue };
            let fewer: Vec<_> = vectors.iter().filter(|vector| **vector != vectors[gone]).cloned().collect();
            // Concepts that count in shares keep the choice only while the ideals stay.
            let counts_in_shares =
                ["kalai-smorodinsky", "max-min share", "relative utilitarian", "min spread"].contains(&name);
            if counts_in_shares && problem_of(&fewer).ideal_gains() != whole.ideal_gains() {
                continue;
            }
            let kept = |places: Vec<usize>, of: &[Vec<Utility>]| -> Vec<Vec<Utility>> {
                places.into_iter().map(|at| of[at].clone()).collect()
            };
            let after = choose(&problem_of(&fewer)).unwrap();
            assert_eq!(kept(after, &fewer), kept(chosen, &vectors), "{name} {vectors:?}");
        }
    }
}

#[test]
fn efficient_concepts_choose_no_dominated_point_even_where_some_are_offered() {
    let mut random = Random(6);
    for _ in 0..PROBLEMS {
        let parties = 1 + usize::try_from(random.below(4)).unwrap();
        let vectors: Vec<Vec<Utility>> = (0..=random.below(30))
            .map(|_| (0..parties).map(|_| Utility::hundredths(random.between(0, 5))).collect())
            .collect();
        for (name, choose) in CONCEPTS {
            if EFFICIENT.contains(&name) {
                for at in choose(&problem_of(&vectors)).unwrap() {
                    let better = vectors.iter().find(|other| dominates(other, &vectors[at]));
                    assert_eq!(better, None, "{name} {vectors:?}");
                }
            }
        }
    }
}

/// The places chosen when one party's gains are multiplied by `above / below`; all others' by `below` instead, which is the
/// same for a concept that does not mind another unit for all alike.
fn chosen_with_factor(
    vectors: &[Vec<Utility>],
    party: usize,
    factor: [i64; 2],
    choose: Concept,
) -> Vec<usize> {
    let [above, below] = factor;
    let scaled = |vector: &Vec<Utility>| -> Vec<Utility> {
        let factor = |at| if at == party { above } else { below };
        vector.iter().enumerate().map(|(at, utility)| Utility(utility.0 * factor(at))).collect()
    };
    (choose.1)(&problem_of(&vectors.iter().map(scaled).collect::<Vec<_>>())).unwrap()
}

/// A check of what a party's scale does to a concept.
type Intervals = fn(&BargainingProblem) -> Option<Vec<Factors>>;

/// Factors to try: the ends of the interval and a hair to both sides of each, and some others.
fn trials(random: &mut Random, factors: &Factors) -> Vec<[i64; 2]> {
    let mut trials: Vec<[i64; 2]> = (0..6).map(|_| [random.between(1, 30), random.between(1, 30)]).collect();
    for end in [&factors.from, &factors.to] {
        if let Bound::Included(end) | Bound::Excluded(end) = end {
            let part = |part: &num_bigint::BigUint| i64::try_from(part).unwrap();
            let (above, below) = (part(end.numerator()), part(end.denominator()));
            trials.extend([
                [above, below],
                [above * 1000 - 1, below * 1000],
                [above * 1000 + 1, below * 1000],
            ]);
        }
    }
    trials.retain(|[above, _]| *above > 0);
    trials
}

#[test]
fn the_interval_of_factors_ends_where_the_choice_changes() {
    let concepts: [(Concept, Intervals); 4] = [
        (CONCEPTS[0], rescaling::nash),
        (CONCEPTS[5], rescaling::egalitarian),
        (CONCEPTS[6], rescaling::leximin),
        (CONCEPTS[7], rescaling::utilitarian),
    ];
    let mut random = Random(7);
    for _ in 0..PROBLEMS / 4 {
        let vectors: Vec<Vec<Utility>> = small_problem(&mut random)
            .iter()
            .map(|vector| {
                vector.iter().map(|utility| Utility(utility.0 / Utility::hundredths(1).0)).collect()
            })
            .collect();
        for (concept, intervals) in concepts {
            let chosen = (concept.1)(&problem_of(&vectors)).unwrap();
            for (party, factors) in intervals(&problem_of(&vectors)).unwrap().into_iter().enumerate() {
                for trial in trials(&mut random, &factors) {
                    let [above, below] = trial.map(|part| u64::try_from(part).unwrap());
                    let stays = chosen_with_factor(&vectors, party, trial, concept) == chosen;
                    let inside = factors.contains(&Fraction::new(above, below));
                    // Beyond the interval the choice may come back; at its end it does not hold.
                    let beside_the_end = trial[0] > 30 || is_end(&factors, above, below);
                    let told = format!("{} {vectors:?} party {party} {trial:?} {factors:?}", concept.0);
                    assert!(!inside || stays, "{told}");
                    assert!(inside || !beside_the_end || !stays, "{told}");
                }
            }
        }
    }
}

fn is_end(factors: &Factors, above: u64, below: u64) -> bool {
    let at = Fraction::new(above, below);
    [&factors.from, &factors.to]
        .into_iter()
        .any(|end| matches!(end, Bound::Included(end) | Bound::Excluded(end) if *end == at))
}
