//! `NegMAS` YAML or JSON, as `Scenario.to_yaml` and `to_json` write them: an outcome space, and a utility function for each
//! party. Values are used as written; a reserved value of minus infinity means that none is stated.

use onetext_model::Severity;

use super::domain::{self, Domain};
use super::exact::Exact;
use super::negolog::{values_of, weights};
use super::node::{Node, Value};
use super::profile::Profile;
use super::rectangles::{Bounds, RECTANGLES_MAX, Within};
use super::source::Source;
use super::value_function::value;
use super::{ReadError, Remarks, What, Why};
use crate::{Issue, OptionIndex, Package, Party};

/// Whether a tree is an outcome space.
pub(super) fn is_domain(node: &Node<'_>) -> bool {
    kind(node).is_some_and(|kind| kind.ends_with("OutcomeSpace"))
}

/// Whether a tree is a utility function.
pub(super) fn is_profile(node: &Node<'_>) -> bool {
    kind(node).is_some_and(|kind| kind.to_ascii_lowercase().contains("fun"))
}

/// The type of what a tree describes, without its module.
pub(super) fn kind<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    let stated = ["type", "__python_class__"].iter().find_map(|key| node.get(key))?;
    let Value::Text(name) = &stated.value else { return None };
    name.rsplit('.').next()
}

/// The issues of an outcome space.
pub(super) fn domain(
    source: Source<'_>,
    node: &Node<'_>,
    remarks: &mut Remarks,
) -> Result<Domain, ReadError> {
    let name = node.get("name").filter(|name| !name.is_null()).map_or(Ok(""), |name| name.name(source))?;
    let listed = node.need(source, "issues")?;
    let issues = listed.list(source)?.iter().map(|one| issue(source, one, remarks));
    let issues = domain::gather(source, listed.at, issues)?;
    Domain::new(source, listed.at, name, issues)
}

fn issue(source: Source<'_>, node: &Node<'_>, remarks: &mut Remarks) -> Result<Issue, ReadError> {
    let name = node.need(source, "name")?.name(source)?;
    let values = node.need(source, "values")?;
    let refused = |why| source.refuse(values.at, why);
    let one = Exact::whole(1);
    if let Value::Number(_) = values.value {
        let last = values.number(source)?.plus(&Exact::whole(-1)).ok_or(Why::TooLarge).map_err(refused)?;
        return domain::stepped(name, &Exact::whole(0), &last, &one).map_err(refused);
    }
    let listed = values.list(source)?;
    let kind = kind(node).unwrap_or("CategoricalIssue");
    let ("ContiguousIssue" | "ContinuousIssue", [low, high]) = (kind, listed) else {
        let options = listed.iter().map(|one| Ok((one.name(source)?, one.at)));
        let options = options.collect::<Result<Vec<_>, ReadError>>()?;
        return Ok(domain::listed(source, name, options.into_iter(), remarks));
    };
    let (low, high) = (low.number(source)?, high.number(source)?);
    if kind == "ContiguousIssue" {
        return domain::stepped(name, &low, &high, &one).map_err(refused);
    }
    let issue = domain::sampled(name, &low, &high).map_err(refused)?;
    let what = What::Sampled { issue: name.to_owned(), values: issue.options.len() };
    remarks.add(Severity::Warning, source, values.at, what);
    Ok(issue)
}

/// The party that a utility function tells.
pub(super) fn party(
    source: Source<'_>,
    node: &Node<'_>,
    name: &str,
    domain: &Domain,
    remarks: &mut Remarks,
) -> Result<Party, ReadError> {
    let mut profile = Profile::new(source, name, domain);
    let inner = node.get("ufun").filter(|_| kind(node).is_some_and(|kind| kind.contains("Discounted")));
    if inner.is_some() {
        let factor = node.get("discount").filter(|factor| !factor.is_null());
        let fixed = |one: &Node<'_>| one.number(source)?.fixed().map_err(|why| source.refuse(one.at, why));
        profile.discount = factor.map(fixed).transpose()?;
    }
    let function = inner.unwrap_or(node);
    match kind(function) {
        Some("LinearAdditiveUtilityFunction") => additive(&mut profile, function, domain, remarks)?,
        Some("AffineUtilityFunction" | "LinearUtilityFunction") => affine(&mut profile, function, domain)?,
        Some("HyperRectangleUtilityFunction") => rectangles(&mut profile, function, domain, remarks)?,
        other => {
            let wanted = "LinearAdditiveUtilityFunction, AffineUtilityFunction, LinearUtilityFunction or \
                          HyperRectangleUtilityFunction";
            let (found, wanted) = (other.unwrap_or_default().to_owned(), wanted.to_owned());
            return Err(source.refuse(function.at, Why::NotKnown { found, wanted }));
        }
    }
    profile.bias = stated(function, "bias").map(|bias| bias.number(source)).transpose()?;
    for one in [node, function] {
        let Some(reserved) = stated(one, "reserved_value") else { continue };
        let is_none = matches!(&reserved.value, Value::Number(number) if number.starts_with("-I") || number.starts_with("-."))
            && reserved.number(source).is_err();
        if !is_none {
            let value = reserved.number(source)?.utility().map_err(|why| source.refuse(reserved.at, why))?;
            (profile.reservation, profile.reservation_at) = (Some(value), reserved.at);
        }
    }
    let mut party = profile.finish(domain, remarks)?;
    if let (None, Some(outcome)) = (party.reservation, stated(function, "reserved_outcome")) {
        let package = package(source, outcome, domain)?;
        party.reservation = Some(party.utility.of(&package));
    }
    Ok(party)
}

/// The package that a list of values, one for each issue, tells.
fn package(source: Source<'_>, node: &Node<'_>, domain: &Domain) -> Result<Package, ReadError> {
    let mut options = Vec::new();
    for (index, value) in
        of_issues(source, node, domain, "values of the reserved outcome")?.iter().enumerate()
    {
        let name = value.name(source)?;
        let option = domain.option(index, name).and_then(|option| u16::try_from(option).ok());
        let Some(option) = option else {
            let wanted = format!("an option of {:?}", domain.issues()[index].name);
            return Err(source.refuse(value.at, Why::NotKnown { found: name.to_owned(), wanted }));
        };
        options.push(OptionIndex(option));
    }
    Ok(Package(options))
}

fn stated<'n, 'x>(node: &'n Node<'x>, key: &str) -> Option<&'n Node<'x>> {
    node.get(key).filter(|value| !value.is_null())
}

/// A weighted sum of one function for each issue.
fn additive(
    profile: &mut Profile<'_>,
    node: &Node<'_>,
    domain: &Domain,
    remarks: &mut Remarks,
) -> Result<(), ReadError> {
    let source = profile.source;
    let values = node.need(source, "values")?;
    let mut functions: Vec<(usize, &Node<'_>)> = Vec::new();
    if let Value::Table(pairs) = &values.value {
        for (key, function) in pairs {
            match domain.issue(&key.name) {
                Some(index) => functions.push((index, function)),
                None => profile.not_in_domain(remarks, key.at, &key.name, None),
            }
        }
    } else {
        functions.extend(of_issues(source, values, domain, "value functions")?.iter().enumerate());
    }
    for (index, function) in functions {
        profile.rows[index].at = function.at;
        let table = match kind(function) {
            None => Some(function),
            Some("TableFun") => Some(function.need(source, "mapping")?),
            Some(_) => None,
        };
        if let Some(table) = table {
            values_of(profile, index, table, domain, remarks)?;
            continue;
        }
        for (place, option) in domain.issues()[index].options.iter().enumerate() {
            profile.rows[index].values[place] = Some(value(source, function, option)?);
        }
    }
    let stated = node.need(source, "weights")?;
    if let Value::Table(_) = stated.value {
        return weights(profile, stated, domain, remarks);
    }
    for (row, weight) in profile.rows.iter_mut().zip(of_issues(source, stated, domain, "weights")?) {
        (row.weight, row.weight_at) = (Some(weight.number(source)?), weight.at);
    }
    Ok(())
}

/// A weighted sum of the numeric options themselves: weights of another kind, which need not sum to one.
fn affine(profile: &mut Profile<'_>, node: &Node<'_>, domain: &Domain) -> Result<(), ReadError> {
    let source = profile.source;
    let stated = of_issues(source, node.need(source, "weights")?, domain, "weights")?;
    profile.is_weighted = false;
    for ((row, weight), issue) in profile.rows.iter_mut().zip(stated).zip(domain.issues()) {
        row.at = weight.at;
        row.weight = Some(weight.number(source)?);
        for (value, option) in row.values.iter_mut().zip(&issue.options) {
            *value = Some(Exact::parse(option).map_err(|why| source.refuse(weight.at, why))?);
        }
    }
    Ok(())
}

/// One entry of a list for each issue.
fn of_issues<'n, 'x>(
    source: Source<'_>,
    node: &'n Node<'x>,
    domain: &Domain,
    what: &'static str,
) -> Result<&'n [Node<'x>], ReadError> {
    let list = node.list(source)?;
    let (found, wanted) = (list.len(), domain.issues().len());
    if found == wanted {
        Ok(list)
    } else {
        Err(source.refuse(node.at, Why::WrongLength { what, found, wanted }))
    }
}

/// What is added where numeric options lie within bounds, both included.
fn rectangles(
    profile: &mut Profile<'_>,
    node: &Node<'_>,
    domain: &Domain,
    remarks: &mut Remarks,
) -> Result<(), ReadError> {
    let source = profile.source;
    let what = What::BothBoundsInside { party: profile.party.clone() };
    remarks.add(Severity::Note, source, node.at, what);
    let ranges = node.need(source, "outcome_ranges")?.list(source)?;
    if ranges.len() > RECTANGLES_MAX {
        let (what, found, limit) = ("hyper-rectangles", ranges.len(), RECTANGLES_MAX);
        return Err(source.refuse(node.at, Why::TooMuch { what, found, limit }));
    }
    let utilities = node.need(source, "utilities")?;
    let values = utilities.list(source)?;
    let weights = stated(node, "weights").map(|weights| weights.list(source)).transpose()?;
    for found in [Some(values.len()), weights.map(<[_]>::len)].into_iter().flatten() {
        if found != ranges.len() {
            let (what, wanted) = ("utilities or weights of hyper-rectangles", ranges.len());
            return Err(source.refuse(utilities.at, Why::WrongLength { what, found, wanted }));
        }
    }
    let mut bounds = Bounds::default();
    for (at, (range, value)) in ranges.iter().zip(values).enumerate() {
        let weight = weights.map_or_else(|| Ok(Exact::whole(1)), |weights| weights[at].number(source))?;
        let worth =
            value.number(source)?.times(&weight).ok_or(Why::TooLarge).and_then(|worth| worth.utility());
        let worth = worth.map_err(|why| source.refuse(value.at, why))?;
        let mut within = Within::default();
        for (key, sides) in range.table(source)? {
            let number = key.name.parse::<usize>().ok();
            let Some(number) = number.filter(|number| *number < domain.issues().len()) else {
                let wanted = format!("the number of an issue, 0 to {}", domain.issues().len() - 1);
                return Err(source.refuse(key.at, Why::NotKnown { found: key.name.to_string(), wanted }));
            };
            let issue = &domain.issues()[number];
            within.narrow(number, bounds.options(source, sides.at, issue, &ends(source, sides)?)?);
        }
        profile.terms.extend(within.term(worth));
    }
    profile.is_weighted = false;
    Ok(())
}

/// Two numbers, the lower first.
fn ends(source: Source<'_>, bounds: &Node<'_>) -> Result<[Exact; 2], ReadError> {
    let list = bounds.list(source)?;
    let [low, high] = list else {
        let (what, found, wanted) = ("bounds", list.len(), 2);
        return Err(source.refuse(bounds.at, Why::WrongLength { what, found, wanted }));
    };
    Ok([low.number(source)?, high.number(source)?])
}
