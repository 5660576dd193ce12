//! What can be settled: of a case as far as what is known of it reaches, of a scenario file with all its utilities.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use onetext_analysis::exchange::{self, Remark};
use onetext_analysis::settlement::{self, Settlement};
use onetext_analysis::{Budget, Choice, IssueIndex, OptionIndex, Package, Scenario};
use onetext_desk::settlement::FRONT_STEPS_MAX;
use onetext_desk::settlement::settle::{CaseQuestion, Question, compose_for, of_scenario};
use onetext_model::IssueId;

use super::settlement::{issue, options};
use super::{Outcome, pages};
use crate::arguments::{Convention, Page, Settle};
use crate::folder::write_whole;
use crate::print;

/// A scenario is one file, or this many together.
const FILES_MAX: usize = 200;
/// Steps for figures that a program asked for: some minutes.
const FIGURES_STEPS_MAX: u64 = 20_000_000_000;
/// The file that holds a whole scenario, where a folder has it.
const WHOLE: &str = "scenario.json";

/// Settles a case or a scenario.
pub fn run(asked: &Settle) -> Result<Outcome> {
    if asked.what.join("case.toml").is_file() {
        return of_case(asked);
    }
    if asked.no_weights {
        bail!("--no-weights is for a case: a scenario is nothing but its values and weights");
    }
    if asked.within.is_some() && !asked.output.json && asked.csv.is_none() {
        bail!("--within needs --json or --csv");
    }
    let (scenario, remarks) = read(&asked.what)?;
    let current = (!asked.current.is_empty()).then(|| package(&scenario, &asked.current)).transpose()?;
    let scenario = narrowed(scenario, &asked.issues, current.as_ref())?;
    let question = Question { convention: convention(asked.convention), current };
    if asked.output.json || asked.csv.is_some() {
        return figures(asked, &scenario, &remarks, &question);
    }
    let document = of_scenario(&scenario, &remarks, &question, &Budget::steps(FRONT_STEPS_MAX));
    print::document(&document, &asked.output)?;
    Ok(Outcome::Fine)
}

fn of_case(asked: &Settle) -> Result<Outcome> {
    if asked.within.is_some() || asked.csv.is_some() || asked.packages.is_some() {
        bail!(
            "--within, --csv and --packages are for a scenario; a case is told as far as what is known of it reaches"
        );
    }
    if matches!(asked.convention, Convention::Negmas) {
        bail!(
            "--convention negmas is for a scenario: in a case nothing is made up for a party that stated no reservation"
        );
    }
    let page =
        Page { case: asked.what.clone(), standpoint: asked.standpoint.clone(), output: asked.output.clone() };
    pages::show(&page, |view| {
        let issues: Vec<IssueId> =
            asked.issues.iter().map(|label| issue(view, label)).collect::<Result<_>>()?;
        let named: Vec<String> =
            asked.current.iter().flat_map(|one| one.split(',')).map(str::to_owned).collect();
        let current = options(view, &named)?;
        Ok(compose_for(view, &CaseQuestion { issues, without_weights: asked.no_weights, current }))
    })
}

fn convention(convention: Convention) -> onetext_analysis::solutions::Convention {
    match convention {
        Convention::Textbook => onetext_analysis::solutions::Convention::Textbook,
        Convention::Negmas => onetext_analysis::solutions::Convention::Negmas,
    }
}

/// The scenario of a file or folder, with what there is to remark.
fn read(what: &Path) -> Result<(Scenario, Vec<Remark>)> {
    let files = files(what)?;
    exchange::read(&files).with_context(|| format!("{} is no scenario that can be read", what.display()))
}

fn files(what: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let named = |path: &Path| -> Result<(String, Vec<u8>)> {
        let size = fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?.len();
        if size > exchange::FILE_BYTES_MAX as u64 {
            bail!("{} has {size} bytes: at most {} are read", path.display(), exchange::FILE_BYTES_MAX);
        }
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let name = path.file_name().unwrap_or(path.as_os_str());
        Ok((name.to_string_lossy().into_owned(), bytes))
    };
    if !what.is_dir() {
        return Ok(vec![named(what)?]);
    }
    if what.join(WHOLE).is_file() {
        return Ok(vec![named(&what.join(WHOLE))?]);
    }
    let listed = fs::read_dir(what).with_context(|| format!("cannot read {}", what.display()))?;
    let mut paths: Vec<_> =
        listed.filter_map(|item| Some(item.ok()?.path())).filter(|path| path.is_file()).collect();
    paths.sort();
    if paths.is_empty() || paths.len() > FILES_MAX {
        bail!("{} holds {} files: a scenario is 1 to {FILES_MAX}", what.display(), paths.len());
    }
    paths.iter().map(|path| named(path)).collect()
}

/// The package that these names make, one for each issue.
fn package(scenario: &Scenario, named: &[String]) -> Result<Package> {
    let issues = scenario.space.issues();
    let split: Vec<String> =
        named.iter().flat_map(|one| one.split(',')).map(|name| name.trim().to_owned()).collect();
    let options = if named.len() == issues.len() { named } else { &split };
    if options.len() != issues.len() {
        bail!(
            "--current names {} options; the scenario has {} issues, and each needs one",
            options.len(),
            issues.len()
        );
    }
    let option = |(issue, name): (&onetext_analysis::Issue, &String)| {
        let place = issue.options.iter().position(|option| option == name).with_context(|| {
            format!("{:?} has no option {name:?}; it has {}", issue.name, issue.options.join(", "))
        })?;
        Ok(OptionIndex(u16::try_from(place)?))
    };
    Ok(Package(issues.iter().zip(options).map(option).collect::<Result<_>>()?))
}

/// The scenario with all other issues held as in the current package.
fn narrowed(mut scenario: Scenario, kept: &[String], current: Option<&Package>) -> Result<Scenario> {
    if kept.is_empty() {
        return Ok(scenario);
    }
    let Some(current) = current else {
        bail!("--issues needs --current: the other issues of a scenario stay as they are there");
    };
    let names: Vec<String> = scenario.space.issues().iter().map(|issue| issue.name.clone()).collect();
    if let Some(unknown) = kept.iter().find(|name| !names.contains(*name)) {
        bail!("no issue is called {unknown:?}; the issues are {}", names.join(", "));
    }
    for (issue, name) in (0..).map(IssueIndex).zip(&names).filter(|(_, name)| !kept.contains(*name)) {
        let others: Vec<OptionIndex> =
            scenario.space.open_options(issue).filter(|option| *option != current.0[issue.at()]).collect();
        for option in others {
            let closed = scenario.space.clone().without(Choice { issue, option });
            scenario.space = closed.with_context(|| format!("cannot hold {name:?}"))?;
        }
    }
    Ok(scenario)
}

/// The settlement as JSON or CSV, with remarks on standard error.
fn figures(asked: &Settle, scenario: &Scenario, remarks: &[Remark], question: &Question) -> Result<Outcome> {
    for remark in remarks {
        print::talk(&remark.to_string());
    }
    let found = found(asked, scenario, question)?;
    if let Some(path) = &asked.csv {
        write_whole(path, csv(scenario, &found).as_bytes())?;
        print::talk(&format!("written to {}", path.display()));
    }
    if asked.output.json {
        let summary = match asked.packages {
            Some(most) => found.summary_with_packages(scenario, most),
            None => found.summary(),
        };
        print::text(&serde_json::to_string(&summary)?)?;
    }
    Ok(Outcome::Fine)
}

/// The exact settlement; with --within the one of a front within that factor.
fn found(asked: &Settle, scenario: &Scenario, question: &Question) -> Result<Settlement> {
    let budget = Budget::steps(FIGURES_STEPS_MAX);
    let found = match &asked.within {
        None => settlement::settle(scenario, question.convention, &budget),
        Some(epsilon) => settlement::settle_within(scenario, *epsilon, question.convention, &budget),
    };
    found.with_context(|| {
        "no figures: try --within 0.01 for a front within 1 %; without --json, the page has single points with a proven gap"
    })
}

/// The front as a table: a row a point, with what it gives each party and the first package that gives it.
fn csv(scenario: &Scenario, found: &Settlement) -> String {
    let points = found.front.points();
    let rows: Vec<_> =
        points.map(|point| (found.front.vector(point).to_vec(), found.front.package(point))).collect();
    exchange::front_csv(scenario, &rows)
}
