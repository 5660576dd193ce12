//! Scenarios as Genius XML: a domain and a profile for each party. An issue weighs what its best option is worth, and options
//! are evaluated by their worth, so that evaluation over the largest, times the weight, gives back every utility.

use std::fmt::Write as _;

use crate::{Party, Scenario, Utility};

/// Why a scenario cannot be said in Genius XML.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotInGenius {
    /// The format has no dependencies between options.
    #[error("Genius XML has no dependencies between options and no closed ones: write a scenario.json")]
    Dependencies,
    /// A party has terms; the format says them by ranges of numbers only.
    #[error(
        "{0} values options together, which Genius XML says of numeric ranges only: write a scenario.json"
    )]
    Terms(String),
    /// An option is worth less than nothing where none is worth more: the format divides by the largest.
    #[error("{party} gains from no option of {issue:?}: Genius XML divides by the largest value")]
    NothingGained {
        /// Whose.
        party: String,
        /// The issue.
        issue: String,
    },
}

/// A scenario as Genius XML: names of files and what they say, the domain first. A profile's file is named after its party,
/// for readers name parties after files; a party without a reservation is read with 0, as the format says.
pub fn genius_xml(scenario: &Scenario) -> Result<Vec<(String, String)>, NotInGenius> {
    if !scenario.space.dependencies().is_empty() || !scenario.space.closed().is_empty() {
        return Err(NotInGenius::Dependencies);
    }
    let mut files = vec![("domain.xml".to_owned(), domain(scenario))];
    for party in &scenario.parties {
        let name = party.name.replace(['/', '\\'], "-");
        let name = format!("{}.xml", name.strip_suffix(".xml").unwrap_or(&name));
        files.push((name, profile(scenario, party)?));
    }
    Ok(files)
}

fn domain(scenario: &Scenario) -> String {
    let issues = scenario.space.issues();
    let mut out = format!(
        "<negotiation_template>\n<utility_space number_of_issues=\"{}\">\n{}",
        issues.len(),
        objective(&scenario.name)
    );
    for (issue, number) in issues.iter().zip(1..) {
        begin(&mut out, number, &issue.name);
        for (option, number) in issue.options.iter().zip(1..) {
            let _ = writeln!(out, "<item index=\"{number}\" value=\"{}\"/>", escaped(option));
        }
        out.push_str("</issue>\n");
    }
    out.push_str("</objective>\n</utility_space>\n</negotiation_template>\n");
    out
}

fn profile(scenario: &Scenario, party: &Party) -> Result<String, NotInGenius> {
    if !party.utility.terms.is_empty() {
        return Err(NotInGenius::Terms(party.name.clone()));
    }
    let mut out = format!("<utility_space>\n{}", objective(&scenario.name));
    let mut weights = String::new();
    for ((issue, row), number) in scenario.space.issues().iter().zip(&party.utility.table).zip(1..) {
        let best = row.iter().max().copied().unwrap_or_default();
        if best <= Utility::ZERO && row.iter().any(|utility| *utility != Utility::ZERO) {
            let (party, issue) = (party.name.clone(), issue.name.clone());
            return Err(NotInGenius::NothingGained { party, issue });
        }
        begin(&mut out, number, &issue.name);
        for ((option, utility), number) in issue.options.iter().zip(row).zip(1..) {
            let option = escaped(option);
            let _ = writeln!(out, "<item index=\"{number}\" value=\"{option}\" evaluation=\"{utility}\"/>");
        }
        out.push_str("</issue>\n");
        let _ = writeln!(weights, "<weight index=\"{number}\" value=\"{best}\"/>");
    }
    let _ = writeln!(out, "{weights}</objective>");
    if let Some(factor) = party.discount {
        let _ = writeln!(out, "<discount_factor value=\"{factor}\"/>");
    }
    if let Some(utility) = party.reservation {
        let _ = writeln!(out, "<reservation value=\"{utility}\"/>");
    }
    out.push_str("</utility_space>\n");
    Ok(out)
}

fn objective(name: &str) -> String {
    let name = escaped(name);
    format!(
        "<objective index=\"0\" description=\"\" name=\"{name}\" type=\"objective\" etype=\"objective\">\n"
    )
}

fn begin(out: &mut String, number: usize, name: &str) {
    let name = escaped(name);
    let kind = "type=\"discrete\" etype=\"discrete\" vtype=\"discrete\"";
    let _ = writeln!(out, "<issue index=\"{number}\" name=\"{name}\" {kind}>");
}

/// Words as they may stand in the value of an attribute.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => {
                let _ = write!(out, "&#{};", letter as u32);
            }
            _ => out.push(letter),
        }
    }
    out
}
