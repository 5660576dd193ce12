//! Genius XML: a domain (`negotiation_template`) and a profile for each party (`utility_space`), as the platform of the
//! negotiating agents' competition reads them (Lin et al. 2014, "Genius").
//!
//! A listed option is worth its evaluation divided by the issue's largest one, times the issue's weight. Numeric issues have
//! a linear, triangular or constant evaluator between 0 and 1. A nonlinear profile adds hyper-rectangles over its
//! `maxutility`. Where nothing is stated, the reservation is 0 and nothing is discounted: so says the format.

use std::collections::{BTreeMap, BTreeSet};

use onetext_model::{Fixed, Severity};

use super::domain::{self, Domain};
use super::exact::Exact;
use super::profile::Profile;
use super::rectangles;
use super::source::Source;
use super::xml::Element;
use super::{ReadError, Remarks, What, Why};
use crate::{Issue, Party};

/// Whether an element is the root of a domain.
pub(super) fn is_domain(root: &Element) -> bool {
    root.name == "negotiation_template"
}

/// Whether an element is the root of a profile.
pub(super) fn is_profile(root: &Element) -> bool {
    root.name == "utility_space"
}

/// The domain that a file tells; of a profile, the issues that it values.
pub(super) fn domain(source: Source<'_>, root: &Element, remarks: &mut Remarks) -> Result<Domain, ReadError> {
    let space = root.child("utility_space").unwrap_or(root);
    let objective = space.child("objective").unwrap_or(space);
    let mut elements = Vec::new();
    collect(space, "issue", &mut elements);
    elements.sort_by_cached_key(|element| number_of(element).unwrap_or(usize::MAX));
    let issues = elements.iter().map(|element| issue(source, element, remarks));
    let issues = domain::gather(source, objective.at, issues)?;
    Domain::new(source, objective.at, objective.get("name").unwrap_or_default(), issues)
}

/// All elements of a name among an objective's, and those of the objectives inside it.
fn collect<'e>(element: &'e Element, name: &str, found: &mut Vec<&'e Element>) {
    for child in &element.children {
        if child.name == name {
            found.push(child);
        } else if child.name == "objective" {
            collect(child, name, found);
        }
    }
}

/// The number of an issue or weight, from 1.
pub(super) fn number_of(element: &Element) -> Option<usize> {
    element.get("index").and_then(|index| index.trim().parse().ok())
}

fn issue(source: Source<'_>, element: &Element, remarks: &mut Remarks) -> Result<Issue, ReadError> {
    let name = element.need(source, "name")?;
    let refused = |why| source.refuse(element.at, why);
    match kind(element) {
        "discrete" => {
            let items = element.all("item");
            let items = items.map(|item| Ok((item.need(source, "value")?, item.at)));
            let items = items.collect::<Result<Vec<_>, ReadError>>()?;
            Ok(domain::listed(source, name, items.into_iter(), remarks))
        }
        "integer" => {
            let (from, to) = bounds(source, element)?;
            domain::stepped(name, &from, &to, &Exact::whole(1)).map_err(refused)
        }
        "real" => {
            let (from, to) = bounds(source, element)?;
            let issue = domain::sampled(name, &from, &to).map_err(refused)?;
            let values = issue.options.len();
            let what = What::Sampled { issue: name.to_owned(), values };
            remarks.add(Severity::Warning, source, element.at, what);
            Ok(issue)
        }
        other => {
            let wanted = "discrete, integer or real as the type of an issue".to_owned();
            Err(refused(Why::NotKnown { found: other.to_owned(), wanted }))
        }
    }
}

/// The kind of an issue; the format repeats it in three attributes.
fn kind(element: &Element) -> &str {
    ["type", "etype", "vtype"].iter().find_map(|key| element.get(key)).unwrap_or("discrete")
}

/// The bounds of a numeric issue.
fn bounds(source: Source<'_>, element: &Element) -> Result<(Exact, Exact), ReadError> {
    let range = element.child("range").unwrap_or(element);
    Ok((range.need_number(source, "lowerbound")?, range.need_number(source, "upperbound")?))
}

/// The party that a profile tells.
pub(super) fn party(
    source: Source<'_>,
    root: &Element,
    name: &str,
    domain: &Domain,
    remarks: &mut Remarks,
) -> Result<Party, ReadError> {
    let mut profile = Profile::new(source, name, domain);
    let mut elements = Vec::new();
    collect(root, "issue", &mut elements);
    let mut numbers = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for element in elements {
        let stated = element.need(source, "name")?;
        let index = domain.issue(stated);
        numbers.entry(number_of(element)).or_insert(index);
        let Some(index) = index else {
            profile.not_in_domain(remarks, element.at, stated, None);
            continue;
        };
        if !seen.insert(index) {
            return Err(source.refuse(element.at, Why::TwoValues(stated.to_owned())));
        }
        profile.rows[index].at = element.at;
        value(&mut profile, element, index, domain, remarks)?;
    }
    profile.terms = rectangles::terms(source, root, domain)?;
    weigh(&mut profile, root, &numbers, remarks)?;
    profile.every_issue_weighed(root.at, domain)?;
    let stated =
        |name| root.child(name).or_else(|| root.child("objective").and_then(|inner| inner.child(name)));
    let number = |name| -> Result<Option<(usize, Exact)>, ReadError> {
        stated(name).map(|one| Ok((one.at, one.need_number(source, "value")?))).transpose()
    };
    profile.reserve(number("reservation")?, root.at, remarks)?;
    profile.discount = match number("discount_factor")? {
        Some((at, number)) => Some(number.fixed().map_err(|why| source.refuse(at, why))?),
        None => Some(Fixed::whole(1)),
    };
    profile.finish(domain, remarks)
}

/// The weights of a profile, by the numbers of its issues.
fn weigh(
    profile: &mut Profile<'_>,
    root: &Element,
    numbers: &BTreeMap<Option<usize>, Option<usize>>,
    remarks: &mut Remarks,
) -> Result<(), ReadError> {
    let source = profile.source;
    let mut weights = Vec::new();
    collect(root, "weight", &mut weights);
    for weight in weights {
        let value = weight.need_number(source, "value")?;
        let number = number_of(weight);
        let Some(index) = numbers.get(&number).filter(|_| number.is_some()) else {
            let what = What::WeightOfNothing { party: profile.party.clone() };
            remarks.add(Severity::Warning, source, weight.at, what);
            continue;
        };
        // An issue that the domain does not have was remarked already.
        let Some(row) = index.map(|index| &mut profile.rows[index]) else { continue };
        if row.weight.as_ref().is_some_and(|other| other.order(&value).is_ne()) {
            return Err(source.refuse(weight.at, Why::TwoValues(format!("weight {}", number.unwrap_or(0)))));
        }
        (row.weight, row.weight_at) = (Some(value), weight.at);
    }
    Ok(())
}

/// What a profile says of one issue.
fn value(
    profile: &mut Profile<'_>,
    element: &Element,
    index: usize,
    domain: &Domain,
    remarks: &mut Remarks,
) -> Result<(), ReadError> {
    let source = profile.source;
    match element.child("evaluator") {
        Some(evaluator) if kind(element) != "discrete" => {
            let (from, _) = bounds(source, element)?;
            for (option, name) in domain.issues()[index].options.iter().enumerate() {
                let at = Exact::parse(name).map_err(|why| source.refuse(element.at, why))?;
                profile.rows[index].values[option] = Some(evaluate(source, evaluator, &from, &at)?);
            }
            Ok(())
        }
        _ => divided(profile, element, index, domain, remarks),
    }
}

/// Evaluations of listed options, divided by the largest.
fn divided(
    profile: &mut Profile<'_>,
    element: &Element,
    index: usize,
    domain: &Domain,
    remarks: &mut Remarks,
) -> Result<(), ReadError> {
    let (source, issue) = (profile.source, &domain.issues()[index].name);
    let mut largest: Option<Exact> = None;
    let mut stated: BTreeMap<usize, Exact> = BTreeMap::new();
    for item in element.all("item") {
        let name = item.need(source, "value")?;
        let Some(value) = item.number(source, "evaluation")? else { continue };
        if largest.as_ref().is_none_or(|largest| value.order(largest).is_gt()) {
            largest = Some(value.clone());
        }
        if value.sign() < 0 {
            let what =
                What::BelowZero { what: "an evaluation", party: profile.party.clone(), issue: issue.clone() };
            remarks.add(Severity::Warning, source, item.at, what);
        }
        let Some(option) = domain.option(index, name) else {
            profile.not_in_domain(remarks, item.at, issue, Some(name));
            continue;
        };
        if stated.insert(option, value.clone()).is_some_and(|other| other.order(&value).is_ne()) {
            return Err(source.refuse(item.at, Why::TwoValues(name.to_owned())));
        }
    }
    let Some(largest) = largest else { return Ok(()) };
    if largest.sign() <= 0 {
        if stated.values().any(|value| value.sign() < 0) {
            return Err(source.refuse(element.at, Why::NoLargest(issue.clone())));
        }
        let what = What::NothingValued { party: profile.party.clone(), issue: issue.clone() };
        remarks.add(Severity::Warning, source, element.at, what);
    }
    for (option, value) in stated {
        let value = if largest.sign() == 0 { Some(value) } else { value.over(&largest) };
        profile.rows[index].values[option] = value;
    }
    Ok(())
}

/// What an evaluator says of a value: between 0 and 1.
fn evaluate(source: Source<'_>, evaluator: &Element, from: &Exact, at: &Exact) -> Result<Exact, ReadError> {
    let number = |name| evaluator.need_number(source, name);
    let too_large = || source.refuse(evaluator.at, Why::TooLarge);
    let minus = |a: &Exact, b: &Exact| a.plus(&b.negative()).ok_or_else(too_large);
    let (zero, one) = (Exact::whole(0), Exact::whole(1));
    match evaluator.get("ftype").unwrap_or("linear") {
        "linear" => {
            let is_old = evaluator.get("slope").is_none();
            let (slope, offset) = if is_old { ("parameter1", "parameter0") } else { ("slope", "offset") };
            // The platform counts from the lower bound where it writes a slope, and from 0 where it writes parameters.
            let along = if is_old { at.clone() } else { minus(at, from)? };
            let offset = evaluator.number(source, offset)?.unwrap_or_else(|| zero.clone());
            let value =
                number(slope)?.times(&along).and_then(|value| value.plus(&offset)).ok_or_else(too_large)?;
            Ok(if value.sign() < 0 {
                zero
            } else if value.order(&one).is_gt() {
                one
            } else {
                value
            })
        }
        "constant" => number("parameter0"),
        "triangular" => {
            let (low, high, top) = (number("parameter0")?, number("parameter1")?, number("parameter2")?);
            let share = |a: Exact, b: Exact| a.over(&b).ok_or_else(too_large);
            if at.order(&low).is_lt() || at.order(&high).is_ge() {
                Ok(zero)
            } else if at.order(&top).is_lt() {
                share(minus(at, &low)?, minus(&top, &low)?)
            } else {
                share(minus(&high, at)?, minus(&high, &top)?)
            }
        }
        other => {
            let wanted = "linear, triangular or constant".to_owned();
            Err(source.refuse(evaluator.at, Why::NotKnown { found: other.to_owned(), wanted }))
        }
    }
}
