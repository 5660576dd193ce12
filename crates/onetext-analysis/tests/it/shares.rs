//! Shares against volumes that are known exactly or by summing a fine grid, under both priors, for independent draws and for
//! walks. The tolerance is wide for chance and narrow for mistakes: the other prior, which is a wrong sampler for this one, is
//! seen to fail it.

use std::cmp::Ordering;

use onetext_analysis::preferences::sampling::{NotSampled, Plan, Prior, Seen, Shares};
use onetext_analysis::preferences::{Consistent, Said, Source, Standing, Statement, Worth};
use onetext_analysis::{Budget, Choice, Issue, IssueIndex, OptionIndex, Package, Space, Utility};

const DRAWS: usize = 3_000;
const TOLERANCE: f64 = 0.03;

fn party(sizes: &[usize], said: Vec<Said>) -> Consistent {
    let names = ["0", "1", "2", "3", "4"];
    let space =
        Space::new(sizes.iter().map(|size| Issue::listed("issue", &names[..*size])).collect()).unwrap();
    let statements = (0..).map(Source).zip(said).map(|(source, said)| Statement { source, said }).collect();
    Consistent::new(&space, statements, &Budget::unlimited()).unwrap().unwrap()
}

/// The options of an issue in their order, the first the best.
fn ordered(issue: u16, size: u16) -> Said {
    Said::Order {
        issue: IssueIndex(issue),
        classes: (0..size).map(|option| vec![OptionIndex(option)]).collect(),
    }
}

fn weight(issue: u16, low: i64, high: i64) -> Said {
    let (low, high) = (Utility::hundredths(low), Utility::hundredths(high));
    Said::Weight { issue: IssueIndex(issue), low, high }
}

/// Says nothing, but is no order: so functions are walked.
fn nothing() -> Said {
    weight(0, 0, 100)
}

fn value(issue: u16, option: u16) -> Worth {
    Worth::choices([Choice::new(issue, option)])
}

fn heavier(first: u16, second: u16) -> Worth {
    Worth::weight(IssueIndex(first)).less(&Worth::weight(IssueIndex(second)))
}

fn drawn(party: &Consistent, worth: &Worth, prior: Prior) -> Shares {
    let plan = Plan { prior, seed: 11, draws: DRAWS };
    party.shares(&[(worth.clone(), Standing::Better)], plan, &Budget::unlimited()).unwrap()
}

fn share(shares: &Shares) -> f64 {
    match shares.reading(0).unwrap().seen() {
        Seen::InNone { .. } => 0.0,
        Seen::InSome { share, .. } => share,
        Seen::InAll { .. } => 1.0,
    }
}

#[test]
fn shares_are_the_volumes() {
    for (what, party, worth, by_values, apart) in volumes().into_iter().chain(tied_volumes()) {
        let found = [Prior::Values, Prior::WeightsAndValues].map(|prior| drawn(&party, &worth, prior));
        for (shares, wanted) in found.iter().zip([by_values, apart]) {
            let reading = shares.reading(0).unwrap();
            assert!((share(shares) - wanted).abs() < TOLERANCE, "{what}: {} not {wanted}", share(shares));
            assert!(reading.rank_r_hat() < 1.02, "{what}: {}", reading.rank_r_hat());
            assert!(reading.effective() > 1_000.0, "{what}: {}", reading.effective());
        }
        if (by_values - apart).abs() > 0.0 {
            let wrong = share(&found[1]);
            assert!((wrong - by_values).abs() > TOLERANCE, "{what}: a wrong sampler passes with {wrong}");
        }
    }
}

/// What is known; the party; what is asked; its share under `Values`, and under `WeightsAndValues`.
type Volume = (&'static str, Consistent, Worth, f64, f64);

fn volumes() -> Vec<Volume> {
    let orders = || vec![ordered(0, 3), ordered(1, 2)];
    let with = |more: Vec<Said>| [orders(), more].concat();
    let middle_above_other = value(0, 1).less(&Worth::weight(IssueIndex(1)));
    let ln_2 = std::f64::consts::LN_2;
    vec![
        ("orders: the issue of three is heavier", party(&[3, 2], orders()), heavier(0, 1), 0.75, 0.5),
        ("the same, walked", party(&[3, 2], with(vec![nothing()])), heavier(0, 1), 0.75, 0.5),
        (
            "orders: its middle is above the other",
            party(&[3, 2], orders()),
            middle_above_other.clone(),
            0.5,
            1.0 - ln_2,
        ),
        (
            "the same, walked",
            party(&[3, 2], with(vec![nothing()])),
            middle_above_other.clone(),
            0.5,
            1.0 - ln_2,
        ),
        ("a silent issue of three is heavier", party(&[2, 3], vec![ordered(0, 2)]), heavier(1, 0), 0.75, 0.5),
        ("the same, walked", party(&[2, 3], vec![ordered(0, 2), nothing()]), heavier(1, 0), 0.75, 0.5),
        (
            "of a silent issue any option may be better",
            party(&[2, 3], vec![ordered(0, 2), nothing()]),
            value(1, 2).less(&value(1, 0)),
            0.5,
            0.5,
        ),
        (
            "a weight of at most a half, walked",
            party(&[3, 2], with(vec![weight(0, 0, 50)])),
            Worth::weight(IssueIndex(0)).less(&Worth::weight(IssueIndex(1)).times(&third())),
            0.75,
            0.5,
        ),
        (
            "a tie leaves no middle",
            party(&[3, 2], vec![tied(), ordered(1, 2), nothing()]),
            heavier(0, 1),
            0.5,
            0.5,
        ),
        (
            "a value of exactly a half leaves no choice",
            party(&[3, 2], with(vec![half()])),
            middle_above_other,
            1.0 / 3.0,
            1.0 / 3.0,
        ),
    ]
}

/// Where statements leave less to choose, or tie the reservation.
fn tied_volumes() -> Vec<Volume> {
    let with = |more: Vec<Said>| [vec![ordered(0, 3), ordered(1, 2)], more].concat();
    vec![
        (
            "two swings, one each way, leave no choice of weights",
            party(&[3, 2], with(vec![as_heavy([0, 2], [1, 1]), as_heavy([1, 1], [0, 2])])),
            value(0, 1).less(&Worth::weight(IssueIndex(1)).times(&third())),
            2.0 / 3.0,
            2.0 / 3.0,
        ),
        (
            "everything is known: one function",
            party(&[3, 2], with(vec![half(), weight(0, 60, 60)])),
            value(0, 1).less(&Worth::weight(IssueIndex(1)).times(&third())),
            1.0,
            1.0,
        ),
        (
            "a reservation between two values",
            party(
                &[2, 2],
                vec![
                    ordered(0, 2),
                    ordered(1, 2),
                    Said::Refuses(Package::of(&[1, 0])),
                    Said::Accepts(Package::of(&[0, 0])),
                ],
            ),
            Worth::package(&Package::of(&[0, 1])).less(&Worth::reservation()),
            0.5,
            0.5,
        ),
    ]
}

/// Moving the first issue from its worst option to its best is worth at least what it is in the second.
fn as_heavy(first: [u16; 2], second: [u16; 2]) -> Said {
    let whole = |[issue, worst]: [u16; 2]| [Choice::new(issue, worst), Choice::new(issue, 0)];
    Said::swing(whole(first), Standing::AtLeast, whole(second))
}

fn third() -> onetext_analysis::linear::Number {
    onetext_analysis::linear::Number::fraction(1, 3).unwrap()
}

fn tied() -> Said {
    let classes = vec![vec![OptionIndex(0), OptionIndex(1)], vec![OptionIndex(2)]];
    Said::Order { issue: IssueIndex(0), classes }
}

fn half() -> Said {
    Said::Value { choice: Choice::new(0, 1), low: Utility::hundredths(50), high: Utility::hundredths(50) }
}

/// Two issues of three ordered options, intervals, a swing and an accepted package, against a grid of midpoints in the four
/// unknowns and the reservation.
#[test]
fn a_walk_agrees_with_a_grid() {
    let swing = Said::swing(
        [Choice::new(0, 1), Choice::new(0, 0)],
        Standing::AtLeast,
        [Choice::new(1, 2), Choice::new(1, 1)],
    );
    let interval = Said::Value {
        choice: Choice::new(1, 1),
        low: Utility::hundredths(20),
        high: Utility::hundredths(90),
    };
    let accepts = Said::Accepts(Package::of(&[0, 2]));
    let said = vec![ordered(0, 3), ordered(1, 3), weight(0, 30, 90), swing, interval, accepts];
    let party = party(&[3, 3], said);
    let worth = Worth::package(&Package::of(&[1, 1])).less(&Worth::reservation());
    let mut volumes = [[0.0; 2]; 2];
    let cells = 28u32;
    let middle = |cell: u32| (f64::from(cell) + 0.5) / f64::from(cells);
    for (w, m, n, r) in (0..cells * cells * cells * cells).map(|at| {
        (
            middle(at % cells),
            middle(at / cells % cells),
            middle(at / cells / cells % cells),
            middle(at / cells / cells / cells),
        )
    }) {
        let (v, u) = (m * w, n * (1.0 - w));
        if (0.3..=0.9).contains(&w) && w - v >= u && (0.2..=0.9).contains(&n) && w >= r {
            // The volume in values is that in weights and values, times the weight of each issue.
            for (volume, size) in volumes.iter_mut().zip([w * (1.0 - w), 1.0]) {
                volume[usize::from(v + u > r)] += size;
            }
        }
    }
    let wanted = volumes.map(|[below, above]| above / (above + below));
    let found = [Prior::Values, Prior::WeightsAndValues].map(|prior| share(&drawn(&party, &worth, prior)));
    for (found, wanted) in found.iter().zip(wanted) {
        assert!((found - wanted).abs() < 0.02, "{found}, not {wanted}");
    }
    assert!((found[0] - wanted[1]).abs() > 0.02, "a wrong sampler passes");
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let plan = Plan { prior: Prior::Values, seed: 1, draws: 100 };
    let asks = |party: &Consistent, worth: Worth, plan| {
        party.shares(&[(worth, Standing::AtLeast)], plan, &Budget::unlimited()).unwrap_err()
    };
    let acceptance = Worth::package(&Package::of(&[0, 0])).less(&Worth::reservation());
    let unknown = party(&[2, 2], vec![ordered(0, 2), ordered(1, 2)]);
    assert_eq!(asks(&unknown, acceptance, plan), NotSampled::ReservationUnknown);
    let open = party(&[3, 2], vec![half(), ordered(1, 2)]);
    assert_eq!(asks(&open, heavier(0, 1), plan), NotSampled::EndsOpen(IssueIndex(0)));
    let same = Said::swing(
        [Choice::new(0, 1), Choice::new(0, 0)],
        Standing::Equal,
        [Choice::new(1, 1), Choice::new(1, 0)],
    );
    let tied = party(&[3, 3], vec![ordered(0, 3), ordered(1, 3), same]);
    let apart = Plan { prior: Prior::WeightsAndValues, ..plan };
    assert!(
        matches!(asks(&tied, heavier(0, 1), apart), NotSampled::TiedIssues(because) if because.len() == 1)
    );
    assert!(tied.shares(&[(heavier(0, 1), Standing::Better)], plan, &Budget::unlimited()).is_ok());
}

#[test]
fn zero_is_not_impossible_and_the_best_of_many_is_too_large() {
    let party = party(&[2, 2, 2, 2, 2, 2], (0..6).map(|issue| ordered(issue, 2)).collect());
    let rare = Worth::weight(IssueIndex(0)).less(&(1..6).fold(Worth::default(), |sum, issue| {
        sum.plus(&Worth::weight(IssueIndex(issue)).times(&onetext_analysis::linear::Number::whole(9)))
    }));
    let shares = drawn(&party, &rare, Prior::Values);
    let Seen::InNone { at_most } = shares.reading(0).unwrap().seen() else { panic!("about one in 60,000") };
    assert!(at_most > 0.0);
    assert!(party.judge(&rare, Standing::Better, &Budget::unlimited()).unwrap().is_possible());
    let questions: Vec<_> = (0..6).map(|issue| (heavier(issue, (issue + 1) % 6), Standing::Better)).collect();
    let plan = Plan { prior: Prior::Values, seed: 2, draws: 250 };
    let shares = party.shares(&questions, plan, &Budget::unlimited()).unwrap();
    let best = shares.best().unwrap();
    let Seen::InSome { share, .. } = best.reading.seen() else { panic!("each is one in two") };
    assert!(share > 0.5 && share - best.too_large_by_at_most < 0.5, "{share} {}", best.too_large_by_at_most);
}

#[test]
fn shares_of_different_models_are_not_compared() {
    let known = party(&[3, 2], vec![ordered(0, 3), ordered(1, 2)]);
    let more = party(&[3, 2], vec![ordered(0, 3), ordered(1, 2), weight(0, 0, 50)]);
    let (one, two) =
        (drawn(&known, &heavier(0, 1), Prior::Values), drawn(&more, &heavier(0, 1), Prior::Values));
    let other = drawn(&known, &heavier(0, 1), Prior::WeightsAndValues);
    let reading = one.reading(0).unwrap();
    assert!(reading.compare(&two.reading(0).unwrap()).is_err());
    assert!(reading.compare(&other.reading(0).unwrap()).is_err());
    let again = drawn(&known, &heavier(0, 1), Prior::Values);
    assert_eq!(reading.compare(&again.reading(0).unwrap()), Ok(Ordering::Equal), "same seed, same share");
}
