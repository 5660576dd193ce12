//! Properties of reading and writing: what is written reads back the same, and no bytes at all make anything panic.
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use onetext_analysis::{
    Choice, Dependency, Issue, IssueIndex, OptionIndex, Party, Range, Scenario, Space, Term, Utility,
    UtilityFunction, exchange,
};
use onetext_model::Fixed;
use proptest::prelude::*;

/// Random scenarios and files of each kind; enough to meet every branch, few enough to run in a second.
const CASES: u32 = 300;

fn number() -> impl Strategy<Value = Utility> {
    prop_oneof![Just(0), -1_000_000_000_000..1_000_000_000_000_i64, -5..5_i64].prop_map(Utility)
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,4}", "[ -~é\n\t😀\"\\\\]{0,6}"]
}

prop_compose! {
    fn issue()(name in name(), options in prop::collection::vec(name(), 1..5), step in prop::option::of(1..9_i64)) -> Issue {
        let range = step.map(|step| Range { unit: "men".to_owned(), from: Fixed::whole(-step), step: Fixed::whole(step) });
        Issue { name, options, range }
    }
}

prop_compose! {
    fn party(issues: Vec<usize>)(
        name in name(),
        numbers in prop::collection::vec(number(), issues.iter().sum::<usize>()),
        reservation in prop::option::of(number()),
        discount in prop::option::of(0..9_i64),
        terms in prop::collection::vec((0..issues.len(), 0..4_u16, number()), 0..3),
    ) -> Party {
        let mut numbers = numbers.into_iter();
        let table = issues.iter().map(|count| numbers.by_ref().take(*count).collect()).collect();
        let term = |(issue, option, value): (usize, u16, Utility)| {
            let last = u16::try_from(issues[issue] - 1).unwrap();
            let options = (0..=option.min(last)).map(OptionIndex).collect();
            Term { within: vec![(IssueIndex(u16::try_from(issue).unwrap()), options)], value }
        };
        let terms = terms.into_iter().map(term).collect();
        let utility = UtilityFunction { table, terms };
        Party { name, utility, reservation, discount: discount.map(Fixed::whole) }
    }
}

fn scenario() -> impl Strategy<Value = Scenario> {
    prop::collection::vec(issue(), 1..5).prop_flat_map(|issues| {
        let counts: Vec<usize> = issues.iter().map(|issue| issue.options.len()).collect();
        let parties = prop::collection::vec(party(counts.clone()), 0..4);
        (name(), Just(issues), parties, 0..8_u8).prop_map(move |(name, issues, parties, ties)| {
            let mut space = Space::new(issues).unwrap();
            let (first, last) = (Choice::new(0, 0), Choice::new(u16::try_from(counts.len() - 1).unwrap(), 0));
            let dependencies = [
                Dependency::Excludes(first, last),
                Dependency::Requires(last, first),
                Dependency::AtMost { of: vec![first, last], most: 1 },
            ];
            for (bit, dependency) in dependencies.into_iter().enumerate() {
                if ties >> bit & 1 == 1 {
                    space = space.with(dependency).unwrap();
                }
            }
            if ties == 7 {
                space = space.without(last).unwrap();
            }
            Scenario { name, space, parties }
        })
    })
}

/// A small good file of each kind, to be spoilt.
const GOOD: [(&str, &str); 6] = [
    (
        "s.json",
        r#"{"name": "d", "issues": [{"name": "Cap", "options": ["a", "b"], "range": {"from": 1, "step": 2}}],
        "table": [[[0.5], [1e-3]]], "parties": [{"name": "D", "reservation": 0.1, "discount": null,
        "terms": [{"within": [{"issue": 0, "options": [0, 1]}], "value": 0.5}]}], "closed": [[0, 1]],
        "dependencies": [{"excludes": [[0, 0], [0, 1]]}, {"at_most": [[0, 0]], "most": 1}]}"#,
    ),
    (
        "p.xml",
        "<utility_space type='nonlinear'><objective name='d'><issue index='1' name='Cap' type='integer' lowerbound='0' \
         upperbound='4'><evaluator ftype='linear' slope='0.25' offset='0'/></issue><issue index='2' name='x'>\
         <item value='a' evaluation='1'/></issue><weight index='1' value='0.5'/><weight index='2' value='0.5'/>\
         <utility maxutility='9'><ufun type='PlainUfun' weight='1' aggregation='sum'><hyperRectangle utility='3'>\
         <INCLUDES index='1' min='0' max='2'/></hyperRectangle></ufun></utility></objective><reservation value='0.1'/>\
         </utility_space>",
    ),
    (
        "n.json",
        r#"{"reservationValue": 0.1, "issueWeights": {"z": 1}, "issues": {"z": {"yes": 1.0, "no": 0.2}}}"#,
    ),
    (
        "w.json",
        r#"{"LinearAdditiveUtilitySpace": {"issueUtilities": {"pay": {"numberutils": {"lowValue": 1, "lowUtility": 0,
        "highValue": 3, "highUtility": 1}}}, "issueWeights": {"pay": 1}, "domain": {"name": "j", "issuesValues":
        {"pay": {"range": ["1", "3", "1"]}}}, "reservationBid": {"issuevalues": {"pay": "2"}}}}"#,
    ),
    (
        "u.yml",
        "type: LinearAdditiveUtilityFunction\nvalues:\n- &a {slope: 0.5, type: LinearFun}\n- *a\nweights: [0.5, 0.5]\n",
    ),
    ("t.csv", "party,issue,option,value,weight\nD,\"Cap, all\",low,1,0.5\nD,Vote,yes,1,0.5\n"),
];

const NEGMAS_DOMAIN: &str = "type: CartesianOutcomeSpace\nname: d\nissues:\n- {name: a, type: ContiguousIssue, values: [0, 3]}\n- {name: b, values: 2}\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn what_is_written_reads_back_the_same(scenario in scenario()) {
        let written = exchange::scenario_json(&scenario);
        let (again, remarks) = exchange::read(&[("a.json".to_owned(), written.clone().into_bytes())]).unwrap();
        prop_assert_eq!(&again, &scenario);
        prop_assert_eq!(remarks, vec![]);
        prop_assert_eq!(exchange::scenario_json(&again), written);
    }

    #[test]
    fn genius_gives_back_every_utility(scenario in scenario()) {
        let Ok(files) = exchange::genius_xml(&scenario) else { return Ok(()) };
        let distinct = |names: Vec<&String>| {
            let all = names.len();
            names.into_iter().collect::<std::collections::BTreeSet<_>>().len() == all
        };
        let issues = scenario.space.issues();
        prop_assume!(!scenario.parties.is_empty() && distinct(issues.iter().map(|issue| &issue.name).collect()));
        prop_assume!(issues.iter().all(|issue| distinct(issue.options.iter().collect())));
        for ((name, text), party) in files[1..].iter().zip(&scenario.parties) {
            let pair = [("domain.xml", &files[0].1), (name.as_str(), text)];
            let pair = pair.map(|(name, text)| (name.to_owned(), text.clone().into_bytes()));
            let (again, _) = exchange::read(&pair).unwrap();
            prop_assert_eq!(&again.parties[0].utility, &party.utility);
            prop_assert_eq!(again.parties[0].reservation, party.reservation.or(Some(Utility::ZERO)));
        }
    }

    #[test]
    fn no_bytes_make_anything_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), ending in 0..6_usize) {
        let _ = exchange::read(&[(GOOD[ending].0.to_owned(), bytes)]);
    }

    #[test]
    fn no_spoilt_file_makes_anything_panic(
        which in 0..GOOD.len(),
        at in any::<prop::sample::Index>(),
        cut in 0..12_usize,
        put in prop_oneof![Just(String::new()), "[-+.e0-9<>{}\\[\\]\",:&*'\n a-c]{0,6}", Just("1e400".to_owned()), Just("-1".to_owned()), Just("NaN".to_owned()), Just("99999999999999999999".to_owned())],
        twice in any::<bool>(),
    ) {
        let (name, text) = GOOD[which];
        let at = at.index(text.len());
        let spoilt = [&text.as_bytes()[..at], put.as_bytes(), &text.as_bytes()[(at + cut).min(text.len())..]].concat();
        let mut files = vec![(name.to_owned(), spoilt)];
        if twice {
            files.push((format!("a{name}"), text.as_bytes().to_vec()));
        }
        if name == "u.yml" {
            files.push(("domain.yml".to_owned(), NEGMAS_DOMAIN.as_bytes().to_vec()));
        }
        if let Ok((scenario, _)) = exchange::read(&files) {
            prop_assert!(scenario.check().is_ok());
            let (again, _) = exchange::read(&[("a.json".to_owned(), exchange::scenario_json(&scenario).into_bytes())]).unwrap();
            prop_assert_eq!(again, scenario);
        }
    }

    #[test]
    fn the_order_of_the_files_changes_nothing(order in Just([0, 1, 2]).prop_shuffle()) {
        let files = [("domain.yml", NEGMAS_DOMAIN), ("u.yml", GOOD[4].1), ("v.yml", GOOD[4].1)];
        let given = |order: [usize; 3]| {
            exchange::read(&order.map(|at| (files[at].0.to_owned(), files[at].1.as_bytes().to_vec())))
        };
        prop_assert_eq!(given(order).unwrap(), given([0, 1, 2]).unwrap());
    }
}

#[test]
fn the_good_files_are_good() {
    for (name, text) in GOOD {
        let mut files = vec![(name.to_owned(), text.as_bytes().to_vec())];
        if name == "u.yml" {
            files.push(("domain.yml".to_owned(), NEGMAS_DOMAIN.as_bytes().to_vec()));
        }
        let read = exchange::read(&files);
        assert!(read.is_ok(), "{name}: {}", read.unwrap_err());
    }
}
