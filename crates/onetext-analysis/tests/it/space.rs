//! Enumerating, counting and sampling against looking at every combination of options.

use std::collections::BTreeSet;

use onetext_analysis::{
    Budget, Choice, Dependency, Issue, IssueIndex, OptionIndex, Package, Scenario, Space, Stopped, Term,
    Utility, UtilityFunction,
};
use proptest::prelude::*;

/// Random small spaces for each property.
const CASES: u32 = 3_000;

/// Up to six issues with up to four options, with dependencies of all three sorts (within one issue, too) and closed options.
pub fn small_space() -> impl Strategy<Value = Space> {
    let sizes = prop::collection::vec(1_u16..=4, 1..=6);
    sizes.prop_flat_map(|sizes| {
        let ties = prop::collection::vec(dependency(&sizes), 0..=7);
        let closed = prop::collection::vec(choice(sizes.clone()), 0..=3);
        (Just(sizes), ties, closed).prop_map(|(sizes, ties, closed)| space(&sizes, ties, closed))
    })
}

/// A space with so many options for each issue.
pub fn space(sizes: &[u16], ties: Vec<Dependency>, closed: Vec<Choice>) -> Space {
    let issue = |size: &u16| {
        let options = (0..*size).map(|option| option.to_string()).collect();
        Issue { name: "issue".to_owned(), options, range: None }
    };
    let space = Space::new(sizes.iter().map(issue).collect()).unwrap();
    let space = ties.into_iter().try_fold(space, Space::with).unwrap();
    closed.into_iter().try_fold(space, Space::without).unwrap()
}

fn choice(sizes: Vec<u16>) -> impl Strategy<Value = Choice> {
    (0..sizes.len()).prop_flat_map(move |issue| {
        (0..sizes[issue]).prop_map(move |option| Choice::new(u16::try_from(issue).unwrap(), option))
    })
}

fn dependency(sizes: &[u16]) -> impl Strategy<Value = Dependency> + use<> {
    let one = || choice(sizes.to_vec());
    prop_oneof![
        (one(), one()).prop_map(|(a, b)| Dependency::Excludes(a, b)),
        (one(), one()).prop_map(|(a, b)| Dependency::Requires(a, b)),
        (prop::collection::vec(one(), 0..=6), 0_usize..=3)
            .prop_map(|(of, most)| Dependency::AtMost { of, most }),
    ]
}

/// Every combination of options that the space contains, in lexicographic order.
pub fn every_package(space: &Space) -> Vec<Package> {
    let mut all = vec![vec![]];
    for issue in space.issues() {
        let options = 0..u16::try_from(issue.options.len()).unwrap();
        all = all
            .iter()
            .flat_map(|head| options.clone().map(move |option| [&head[..], &[option]].concat()))
            .collect();
    }
    all.iter().map(|options| Package::of(options)).filter(|package| space.contains(package)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn enumerates_exactly_the_packages_of_the_space_in_order(space in small_space()) {
        prop_assert_eq!(space.packages().collect::<Vec<_>>(), every_package(&space));
    }
}

#[test]
fn a_stopped_enumeration_goes_on_where_it_was() {
    let space = space(&[10; 5], vec![], vec![]);
    let mut packages = space.packages();
    let (mut found, mut stops) = (0, 0);
    loop {
        match packages.advance(&Budget::steps(1)) {
            Ok(Some(_)) => found += 1,
            Ok(None) => break,
            Err(Stopped::StepsSpent(_)) => stops += 1,
            Err(Stopped::Cancelled) => panic!("nobody cancels"),
        }
    }
    assert_eq!(found, 100_000);
    assert!(stops > 20, "{stops}");
    let short = Budget::steps(10_000);
    assert_eq!(space.visit(&short, |_| {}), Err(Stopped::StepsSpent(10_000)));
}

#[test]
fn a_space_without_issues_has_one_package() {
    assert_eq!(space(&[], vec![], vec![]).packages().count(), 1);
}

/// Whether a chain of dependencies links two issues, by trying longer and longer chains.
fn linked(space: &Space, from: IssueIndex, to: IssueIndex) -> bool {
    let mut reached = BTreeSet::from([from]);
    for _ in space.issues() {
        for dependency in space.dependencies() {
            let issues: Vec<IssueIndex> = dependency.choices().iter().map(|choice| choice.issue).collect();
            if issues.iter().any(|issue| reached.contains(issue)) {
                reached.extend(issues);
            }
        }
    }
    reached.contains(&to)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES / 3))]

    #[test]
    fn a_component_is_what_chains_of_dependencies_link(space in small_space()) {
        let components = space.components();
        prop_assert!(components.is_sorted(), "by first issue");
        prop_assert_eq!(components.iter().map(Vec::len).sum::<usize>(), space.issues().len());
        let component_of = |issue: IssueIndex| components.iter().position(|component| component.contains(&issue));
        for a in space.indices() {
            for b in space.indices() {
                prop_assert_eq!(component_of(a) == component_of(b), linked(&space, a, b));
            }
        }
    }
}

#[test]
fn a_term_links_the_issues_of_which_it_speaks() {
    let space = space(&[2; 5], vec![Dependency::Excludes(Choice::new(0, 0), Choice::new(3, 0))], vec![]);
    let (first, third) = (IssueIndex(1), IssueIndex(4));
    let mut utility = UtilityFunction::additive(vec![vec![Utility::ZERO; 2]; 5]);
    let within = vec![(first, vec![OptionIndex(0)]), (third, vec![OptionIndex(1)])];
    utility.terms.push(Term { within, value: Utility::ONE });
    let scenario = Scenario::new("terms", space).with_party("Delta", utility);
    let at = |issues: &[u16]| issues.iter().map(|issue| IssueIndex(*issue)).collect::<Vec<_>>();
    assert_eq!(scenario.space.components(), [at(&[0, 3]), at(&[1]), at(&[2]), at(&[4])]);
    assert_eq!(scenario.components(), [at(&[0, 3]), at(&[1, 4]), at(&[2])]);
}
