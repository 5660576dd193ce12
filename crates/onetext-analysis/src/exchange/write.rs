//! Scenarios and fronts out: `scenario.json`, which reads back to the same scenario, and CSV for spreadsheets.

use std::fmt::Write as _;

use onetext_model::Fixed;
use serde_json::{Value, json};

use crate::{Choice, Dependency, Issue, IssueIndex, OptionIndex, Package, Party, Scenario, Term, Utility};

/// A scenario as `scenario.json`. Every utility has twelve decimals; what reads it back gets the same scenario.
///
/// ```
/// use onetext_analysis::{Issue, Scenario, Space, Utility, UtilityFunction, exchange};
/// let space = Space::new(vec![Issue::listed("Level", &["high", "low"])])?;
/// let utility = UtilityFunction::additive(vec![vec![Utility::ONE, Utility::ZERO]]);
/// let scenario = Scenario::new("dam", space).with_party("Delta", utility);
/// let written = exchange::scenario_json(&scenario);
/// let (read, _) = exchange::read(&[("dam.json".to_owned(), written.into_bytes())]).unwrap();
/// assert_eq!(read, scenario);
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn scenario_json(scenario: &Scenario) -> String {
    let space = &scenario.space;
    let mut out = String::from("{\n");
    let mut line = |key: &str, value: String| {
        let _ = writeln!(out, " {}: {value},", Value::from(key));
    };
    line("name", Value::from(scenario.name.as_str()).to_string());
    line(
        "semantics",
        Value::from("u_p = sum over issues of table[issue][option][p], and p's terms; undiscounted")
            .to_string(),
    );
    line("issues", list(space.issues().iter().map(issue)));
    line("table", list((0..space.issues().len()).map(|at| row(scenario, at))));
    if !space.dependencies().is_empty() {
        line("dependencies", list(space.dependencies().iter().map(|one| dependency(one).to_string())));
    }
    if !space.closed().is_empty() {
        line("closed", list(space.closed().iter().map(|one| choice(*one).to_string())));
    }
    let _ = writeln!(out, " \"parties\": {}\n}}", list(scenario.parties.iter().map(party)));
    out
}

/// Points of a front as CSV: one line each, with the utility of every party (twelve decimals) and the option of every issue
/// of a package that gives them.
pub fn front_csv(scenario: &Scenario, points: &[(Vec<Utility>, Package)]) -> String {
    let mut out = String::new();
    let parties = scenario.parties.iter().map(|party| cell(&party.name));
    let issues = scenario.space.issues().iter().map(|issue| cell(&issue.name));
    let mut line = |cells: Vec<String>| {
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    };
    line(parties.chain(issues).collect());
    for (utilities, package) in points {
        let options = package.choices().map(|choice| cell(name(scenario, choice)));
        line(utilities.iter().map(Utility::to_string).chain(options).collect());
    }
    out
}

/// The name of an option; nothing for one that the space does not have.
fn name(scenario: &Scenario, choice: Choice) -> &str {
    let issue = scenario.space.issues().get(choice.issue.at());
    issue.and_then(|issue| issue.options.get(choice.option.at())).map_or("", String::as_str)
}

/// A cell of a table: in quotes where a comma, quotes, a line break or a blank at an end would be lost otherwise.
fn cell(words: &str) -> String {
    let is_plain =
        !words.contains([',', ';', '\t', '"', '\n', '\r']) && words.trim() == words && !words.is_empty();
    if is_plain { words.to_owned() } else { format!("\"{}\"", words.replace('"', "\"\"")) }
}

fn list(lines: impl Iterator<Item = String>) -> String {
    format!("[\n  {}\n ]", lines.collect::<Vec<_>>().join(",\n  "))
}

fn issue(issue: &Issue) -> String {
    let mut out =
        format!("{{\"name\": {}, \"options\": {}", Value::from(issue.name.as_str()), json!(issue.options));
    if let Some(range) = &issue.range {
        let unit = Value::from(range.unit.as_str());
        let _ = write!(
            out,
            ", \"range\": {{\"unit\": {unit}, \"from\": {}, \"step\": {}}}",
            range.from, range.step
        );
    }
    out.push('}');
    out
}

/// One issue's row of the table; a party whose own table is shorter counts as nothing there.
fn row(scenario: &Scenario, issue: usize) -> String {
    let options = scenario.space.issues()[issue].options.len();
    let cell = |option: usize| {
        let of = |party: &Party| {
            let row = party.utility.table.get(issue);
            row.and_then(|row| row.get(option)).copied().unwrap_or_default().to_string()
        };
        format!("[{}]", scenario.parties.iter().map(of).collect::<Vec<_>>().join(", "))
    };
    format!("[{}]", (0..options).map(cell).collect::<Vec<_>>().join(", "))
}

fn party(party: &Party) -> String {
    let mut out = format!("{{\"name\": {}", Value::from(party.name.as_str()));
    let stated = [
        ("reservation", party.reservation.map(|utility| utility.to_string())),
        ("discount", party.discount.map(|factor: Fixed| factor.to_string())),
    ];
    for (key, number) in stated {
        let _ = write!(out, ", \"{key}\": {}", number.as_deref().unwrap_or("null"));
    }
    if !party.utility.terms.is_empty() {
        let terms = party.utility.terms.iter().map(term).collect::<Vec<_>>().join(",\n    ");
        let _ = write!(out, ", \"terms\": [\n    {terms}]");
    }
    out.push('}');
    out
}

fn term(term: &Term) -> String {
    let side = |(issue, options): &(IssueIndex, Vec<OptionIndex>)| {
        let options: Vec<u16> = options.iter().map(|option| option.0).collect();
        json!({ "issue": issue.0, "options": options })
    };
    let within: Vec<Value> = term.within.iter().map(side).collect();
    format!("{{\"within\": {}, \"value\": {}}}", Value::from(within), term.value)
}

fn dependency(dependency: &Dependency) -> Value {
    match dependency {
        Dependency::Excludes(a, b) => json!({ "excludes": [choice(*a), choice(*b)] }),
        Dependency::Requires(a, b) => json!({ "requires": [choice(*a), choice(*b)] }),
        Dependency::AtMost { of, most } => {
            json!({ "at_most": of.iter().copied().map(choice).collect::<Vec<_>>(), "most": most })
        }
    }
}

fn choice(choice: Choice) -> Value {
    json!([choice.issue.0, choice.option.0])
}
