//! Small scenarios in each format, with the utilities that a person can check by hand.
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use onetext_analysis::{Package, Scenario, exchange};

/// Files as they are handed in.
fn named(files: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

fn read(files: &[(&str, &str)]) -> (Scenario, Vec<&'static str>) {
    let (scenario, remarks) = exchange::read(&named(files)).unwrap();
    (scenario, remarks.iter().map(exchange::Remark::rule).collect())
}

/// What a package is worth to each party, with as many decimals as matter.
fn worth(scenario: &Scenario, options: &[u16]) -> Vec<String> {
    let utilities = scenario.utilities(&Package::of(options));
    utilities
        .iter()
        .map(|utility| utility.to_string().trim_end_matches('0').trim_end_matches('.').to_owned())
        .collect()
}

const DAM: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<negotiation_template>
 <agent class="some.Agent" name="one" utility_space="upland.xml"/>
 <utility_space number_of_issues="4"><objective index="0" name="Dam" type="objective">
  <issue index="2" name="Monitor" type="discrete"><item index="1" value="none"/><item index="2" value="joint"/></issue>
  <issue index="1" name="Level" type="integer" lowerbound="0" upperbound="4"/>
  <issue index="3" name="Fee" type="real"><range lowerbound="0" upperbound="2"/></issue>
  <issue index="4" name="Term" type="integer"><range lowerbound="1" upperbound="5"/></issue>
 </objective></utility_space>
</negotiation_template>"#;

const DELTA: &str = r#"<utility_space><objective index="0" name="Dam">
  <issue index="1" name="Level" type="integer" lowerbound="0" upperbound="4">
   <evaluator ftype="linear" offset="0" slope="0.25"/></issue>
  <issue index="2" name="Monitor"><item value="none" evaluation="1"/><item value="joint" evaluation="3"/></issue>
  <issue index="3" name="Fee" type="real"><range lowerbound="0" upperbound="2"/>
   <evaluator ftype="triangular" parameter0="0" parameter1="2" parameter2="1.2"/></issue>
  <issue index="4" name="Term" type="integer"><range lowerbound="1" upperbound="5"/>
   <evaluator ftype="linear" parameter0="-1" parameter1="0.5"/></issue>
  <weight index="1" value="0.4"/><weight index="2" value="0.3"/><weight index="3" value="0.2"/><weight index="4" value="0.1"/>
 </objective><reservation value="0.25"/><discount_factor value="0.9"/></utility_space>"#;

#[test]
fn genius_with_every_kind_of_issue() {
    let (scenario, remarks) = read(&[("dam/domain.xml", DAM), ("dam/delta.xml", DELTA)]);
    assert_eq!(remarks, ["sampled-range"]);
    assert_eq!(scenario.name, "Dam");
    let names: Vec<(&str, usize)> =
        scenario.space.issues().iter().map(|issue| (issue.name.as_str(), issue.options.len())).collect();
    assert_eq!(names, [("Level", 5), ("Monitor", 2), ("Fee", 11), ("Term", 5)]);
    let delta = &scenario.parties[0];
    assert_eq!(
        (delta.name.as_str(), delta.reservation.unwrap().to_string().as_str()),
        ("delta.xml", "0.250000000000")
    );
    assert_eq!(delta.discount.unwrap().to_string(), "0.9");
    let row = |issue: usize| delta.utility.table[issue].iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(row(0)[3], "0.300000000000", "0.4 times 3 times 0.25");
    assert_eq!(row(1)[0], "0.100000000000", "0.3 times 1 of 3");
    // The fee rises from 0 to 1.2 and falls to 2: at 0.6 it is half way up, at 1.6 half way down.
    assert_eq!([&row(2)[0], &row(2)[3], &row(2)[6]], ["0.000000000000", "0.100000000000", "0.200000000000"]);
    assert_eq!([&row(2)[8], &row(2)[10]], ["0.100000000000", "0.000000000000"]);
    // -1 + 0.5 x at 1, 2, 3, 4, 5 is cut to 0, 0, 0.5, 1, 1.
    assert_eq!(
        row(3).iter().map(|text| &text[..4]).collect::<Vec<_>>(),
        ["0.00", "0.00", "0.05", "0.10", "0.10"]
    );
}

#[test]
fn genius_profiles_alone_bring_their_issues() {
    let (scenario, remarks) = read(&[("delta.xml", DELTA)]);
    assert_eq!(remarks, ["domain-of-profile", "sampled-range"]);
    assert_eq!(scenario.space.issues()[1].options, ["none", "joint"]);
}

#[test]
fn negolog_takes_the_order_of_its_keys() {
    let profile = r#"{"reservationValue": 0.1, "issueWeights": {"z": 0.75, "a": 0.25},
        "issues": {"z": {"yes": 1.0, "no": 0.2}, "a": {"10": 0.5, "2": 1.0}}}"#;
    let other = r#"{"reservationValue": 0, "issueWeights": {"a": 0.5, "z": 0.5},
        "issues": {"a": {"2": 0, "10": 1}, "z": {"no": 1, "yes": 0}}}"#;
    let specs = r#"{"Name": "D", "NumberOfBids": 4, "NumberOfIssues": 2, "Nash Product": 0.3}"#;
    let (scenario, remarks) =
        read(&[("profileB.json", other), ("specs.json", specs), ("profileA.json", profile)]);
    assert_eq!(remarks, [""; 0]);
    assert_eq!([&scenario.parties[0].name, &scenario.parties[1].name], ["profileA", "profileB"]);
    assert_eq!(scenario.space.issues()[0].name, "z");
    assert_eq!(scenario.space.issues()[1].options, ["10", "2"]);
    assert_eq!(worth(&scenario, &[1, 1]), ["0.4", "0.5"]);
}

const JOBS: &str = r#"{"name": "jobs", "issuesValues": {"car": {"values": ["yes", "no"]}, "pay": {"range": ["2000", "4000", "500"]}}}"#;

#[test]
fn geniusweb_with_numbers_and_a_reservation_bid() {
    let one = r#"{"LinearAdditiveUtilitySpace": {"issueUtilities": {
        "car": {"discreteutils": {"valueUtilities": {"yes": 1.0, "no": 0.25}}},
        "pay": {"numberutils": {"lowValue": 2000, "lowUtility": 0, "highValue": 4000, "highUtility": 1}}},
        "issueWeights": {"car": 0.4, "pay": 0.6}, "name": "first",
        "reservationBid": {"issuevalues": {"car": "no", "pay": "2500"}}}}"#;
    let two = r#"{"LinearAdditiveUtilitySpace": {"issueUtilities": {
        "car": {"DiscreteValueSetUtilities": {"valueUtilities": {"yes": 0, "no": 1}}},
        "pay": {"NumberValueSetUtilities": {"lowValue": 2000, "lowUtility": 1, "highValue": 4000, "highUtility": 0}}},
        "issueWeights": {"car": 0.5, "pay": 0.5}}}"#;
    let (scenario, remarks) = read(&[("jobs.json", JOBS), ("jobs1.json", one), ("jobs2.json", two)]);
    assert_eq!(remarks, [""; 0]);
    assert_eq!(scenario.space.issues()[1].options, ["2000", "2500", "3000", "3500", "4000"]);
    assert_eq!([&scenario.parties[0].name, &scenario.parties[1].name], ["jobs1", "jobs2"]);
    assert_eq!(worth(&scenario, &[0, 3]), ["0.85", "0.125"]);
    assert_eq!(
        scenario.parties[0].reservation.unwrap().to_string(),
        "0.250000000000",
        "0.4 * 0.25 + 0.6 * 0.25"
    );
    assert_eq!(scenario.parties[1].reservation, None, "none is stated, and the format has no other");
}

#[test]
fn geniusweb_profiles_may_hold_the_domain() {
    let profile = format!(
        r#"{{"LinearAdditiveUtilitySpace": {{"issueUtilities": {{
        "car": {{"discreteutils": {{"valueUtilities": {{"yes": 1, "no": 0}}}}}},
        "pay": {{"numberutils": {{"lowValue": 2000, "lowUtility": 0, "highValue": 4000, "highUtility": 1}}}}}},
        "issueWeights": {{"car": 0.5, "pay": 0.5}}, "domain": {JOBS}}}}}"#
    );
    let (scenario, _) = read(&[("a.json", &profile), ("b.json", &profile)]);
    assert_eq!(scenario.name, "jobs");
    assert_eq!(worth(&scenario, &[0, 1]), ["0.625", "0.625"]);
}

const MIXED: &str = "issues:
- name: units
  type: ContiguousIssue
  values:
  - 0
  - 4
- name: kind
  type: CategoricalIssue
  values:
  - a
  - b
  - 'no'
- n_levels: 10
  name: share
  type: ContinuousIssue
  values:
  - 0.0
  - 1.0
name: mix
path: null
type: CartesianOutcomeSpace
";

#[test]
fn negmas_yaml_with_functions_of_each_kind() {
    let one = "name: one
reserved_outcome: null
reserved_value: 0.1
stability: 2047
type: LinearAdditiveUtilityFunction
values:
- bias: 1.0
  slope: 0.5
  type: AffineFun
- mapping:
    a: 1.0
    b: 0.5
    'no': 0.0
  type: TableFun
- type: IdentityFun
weights:
- 0.25
- 0.25
- 0.5
";
    let two = "name: two
reserved_value: -.inf
type: negmas.preferences.LinearAdditiveUtilityFunction
values:
- bias: 0
  end: 4
  middle: 2
  scale: 2
  start: 0
  type: TriangularFun
- bias: 0.5
  type: ConstFun
- bias: 3.0
  coefficients:
  - 1.0
  - 2.0
  type: PolynomialFun
weights:
- 0.25
- 0.25
- 0.5
";
    let discounted =
        format!("discount: 0.5\nname: three\nreserved_value: -.inf\ntype: ExpDiscountedUFun\nufun:\n{}", {
            one.lines().map(|line| format!("  {line}\n")).collect::<String>()
        });
    let info = "format: xml\nn_negotiators: 2\n";
    let files = [
        ("mix.yml", MIXED),
        ("one.yml", one),
        ("two.yml", two),
        ("x.yml", &discounted),
        ("_info.yaml", info),
    ];
    let (scenario, remarks) = read(&files);
    assert_eq!(remarks, ["file-left-out", "sampled-range"]);
    assert_eq!(scenario.space.issues()[2].options[..3], ["0", "0.1", "0.2"]);
    // 3 units, "b", a share of 0.2: 0.25 * 2.5 + 0.25 * 0.5 + 0.5 * 0.2, and
    // 0.25 * 2 * 1/2 + 0.25 * 0.5 + 0.5 * (3 + 0.2 + 2 * 0.04).
    assert_eq!(worth(&scenario, &[3, 1, 2]), ["0.85", "2.015", "0.85"]);
    let reservations: Vec<Option<String>> = scenario
        .parties
        .iter()
        .map(|party| party.reservation.map(|one| one.to_string()[..3].to_owned()))
        .collect();
    assert_eq!(reservations, [Some("0.1".to_owned()), None, Some("0.1".to_owned())]);
    assert_eq!(scenario.parties[2].discount.unwrap().to_string(), "0.5");
}

#[test]
fn negmas_functions_may_be_named_by_issue() {
    let named = "type: LinearAdditiveUtilityFunction
reserved_value: null
values:
  share: {type: LinearFun, slope: 1.0}
  kind: {a: 1, b: 0.5, 'no': 0}
  units: {type: QuadraticFun, a2: 0.0625, a1: 0}
  peace: {type: ConstFun, bias: 1}
weights: {units: 0.5, kind: 0.25, share: 0.25}
";
    let (scenario, remarks) = read(&[("mix.yml", MIXED), ("one.yaml", named)]);
    assert_eq!(remarks, ["sampled-range", "not-in-domain"]);
    assert_eq!(worth(&scenario, &[2, 1, 10]), ["0.5"], "0.5 * 0.25 + 0.25 * 0.5 + 0.25");
}

#[test]
fn negmas_json_with_numeric_options_and_rectangles() {
    let domain = r#"{"issues": [{"name": "units", "type": "ContiguousIssue", "values": [0, 4]},
        {"name": "price", "type": "ContiguousIssue", "values": [10, 13]}], "name": "num",
        "type": "DiscreteCartesianOutcomeSpace"}"#;
    let affine = r#"{"bias": 0.3, "name": "aff", "reserved_value": -Infinity, "type": "AffineUtilityFunction",
        "weights": [0.1, 0.2]}"#;
    let boxes = r#"{"bias": 0.0, "name": "hyp", "outcome_ranges": [{"0": [1, 2], "1": [10.0, 11.0]}, {"1": [12, 13]}],
        "reserved_value": -Infinity, "reserved_outcome": [2, "13"], "type": "HyperRectangleUtilityFunction", "utilities": [0.5, 0.25], "weights": [1.0, 2.0]}"#;
    let (scenario, remarks) = read(&[("num.json", domain), ("aff.json", affine), ("hyp.json", boxes)]);
    assert_eq!(remarks, ["both-bounds-inside"]);
    assert_eq!(worth(&scenario, &[2, 1]), ["2.7", "0.5"]);
    assert_eq!(worth(&scenario, &[3, 1]), ["2.8", "0"]);
    assert_eq!(scenario.parties[1].reservation.unwrap().to_string(), "0.500000000000", "of 2 units at 13");
    assert_eq!(worth(&scenario, &[1, 3]), ["3", "0.5"]);
}

#[test]
fn csv_of_options_and_of_packages() {
    let listed = "party;issue;option;value;weight;reservation\r
Delta;Level;\"high; or near\";1;0,4;\r
";
    assert!(exchange::read(&named(&[("a.csv", listed)])).is_err(), "a decimal comma is no number here");
    let listed = "Option,Party,Issue,Value,Weight,Reservation
\"high, \"\"full\"\"\",Delta,Level,1,0.4,0.1
low,Delta,Level,0.5,0.4,
yes,Delta,Monitor,1,0.6,
no,Delta,Monitor,0,0.6,

no,Upland,Monitor,1,0.5,
yes,Upland,Monitor,0,0.5,
low,Upland,Level,1,0.5,
\"high, \"\"full\"\"\",Upland,Level,0,0.5,
";
    let (scenario, remarks) = read(&[("dam.csv", listed)]);
    assert_eq!((remarks, scenario.name.as_str()), (vec![], "dam"));
    assert_eq!(scenario.space.issues()[0].options, ["high, \"full\"", "low"]);
    assert_eq!(worth(&scenario, &[1, 0]), ["0.8", "0.5"]);
    assert_eq!(scenario.parties[0].reservation.unwrap().to_string(), "0.100000000000");
    assert_eq!(scenario.parties[1].reservation, None);
    let whole = "package\tDelta\tUpland\nfirst\t0.7\t0.2\nsecond\t0.1\t0.9\n";
    let (scenario, _) = read(&[("drafts.csv", whole)]);
    assert_eq!(worth(&scenario, &[1]), ["0.1", "0.9"]);
}

#[test]
fn a_front_is_written_with_its_packages() {
    let (scenario, _) =
        read(&[("drafts.csv", "package,\"Delta, North\",Upland\n\"a \"\"b\"\"\",0.7,0.2\nc,1e-12,0.9\n")]);
    let points: Vec<_> =
        [0, 1].map(|at| (scenario.utilities(&Package::of(&[at])), Package::of(&[at]))).to_vec();
    let written = exchange::front_csv(&scenario, &points);
    let expected = "\"Delta, North\",Upland,package\r\n0.700000000000,0.200000000000,\"a \"\"b\"\"\"\r\n\
                    0.000000000001,0.900000000000,c\r\n";
    assert_eq!(written, expected);
}
