//! `GeniusWeb` JSON: a domain (`issuesValues`) and a `LinearAdditiveUtilitySpace` for each party, which may hold the domain.
//!
//! An option is worth its utility times the issue's weight; a numeric value lies on the line between a low and a high one.
//! The reservation is what the party's `reservationBid` is worth to it; where there is none, none is stated. `reserved_value`
//! and `discount_factor`, which `NegMAS` reads in such files, are read, too.

use onetext_model::Severity;

use super::domain::{self, Domain};
use super::exact::Exact;
use super::negolog::{values_of, weights};
use super::node::{Node, Value};
use super::profile::Profile;
use super::source::Source;
use super::{ReadError, Remarks, What, Why};
use crate::{Issue, Party, Utility};

const SPACE: &str = "LinearAdditiveUtilitySpace";

/// Whether a tree is a profile.
pub(super) fn is_profile(node: &Node<'_>) -> bool {
    node.get(SPACE).is_some()
}

/// Whether a tree is a domain.
pub(super) fn is_domain(node: &Node<'_>) -> bool {
    node.get("issuesValues").is_some()
}

/// The domain that a file tells, of its own or inside a profile.
pub(super) fn domain(
    source: Source<'_>,
    node: &Node<'_>,
    remarks: &mut Remarks,
) -> Result<Domain, ReadError> {
    let inner = node.get(SPACE).map(|space| space.need(source, "domain")).transpose()?.unwrap_or(node);
    let name = inner.get("name").map_or(Ok(""), |name| name.name(source))?;
    let table = inner.need(source, "issuesValues")?;
    let issues = table.table(source)?.iter().map(|(name, values)| issue(source, &name.name, values, remarks));
    let issues = domain::gather(source, table.at, issues)?;
    Domain::new(source, table.at, name, issues)
}

fn issue(source: Source<'_>, name: &str, node: &Node<'_>, remarks: &mut Remarks) -> Result<Issue, ReadError> {
    let Some(range) = node.get("range") else {
        let listed = node.need(source, "values")?.list(source)?;
        let options = listed.iter().map(|one| Ok((one.name(source)?, one.at)));
        let options = options.collect::<Result<Vec<_>, ReadError>>()?;
        return Ok(domain::listed(source, name, options.into_iter(), remarks));
    };
    let [low, high, step] = match &range.value {
        Value::List(numbers) if numbers.len() == 3 => [&numbers[0], &numbers[1], &numbers[2]],
        _ => [range.need(source, "low")?, range.need(source, "high")?, range.need(source, "step")?],
    };
    let issue = domain::stepped(name, &number(source, low)?, &number(source, high)?, &number(source, step)?);
    issue.map_err(|why| source.refuse(range.at, why))
}

/// A number, which the format may write in quotes.
fn number(source: Source<'_>, node: &Node<'_>) -> Result<Exact, ReadError> {
    match &node.value {
        Value::Text(text) => Exact::parse(text).map_err(|why| source.refuse(node.at, why)),
        _ => node.number(source),
    }
}

/// The party that a profile tells.
pub(super) fn party(
    source: Source<'_>,
    node: &Node<'_>,
    name: &str,
    domain: &Domain,
    remarks: &mut Remarks,
) -> Result<Party, ReadError> {
    let space = node.need(source, SPACE)?;
    let mut profile = Profile::new(source, name, domain);
    for (issue, values) in space.need(source, "issueUtilities")?.table(source)? {
        let Some(index) = domain.issue(&issue.name) else {
            profile.not_in_domain(remarks, issue.at, &issue.name, None);
            continue;
        };
        let of = |keys: [&str; 2]| keys.iter().find_map(|key| values.get(key));
        if let Some(line) = of(["numberutils", "NumberValueSetUtilities"]) {
            on_a_line(&mut profile, index, line, domain)?;
        } else if let Some(listed) = of(["discreteutils", "DiscreteValueSetUtilities"]) {
            values_of(&mut profile, index, listed.need(source, "valueUtilities")?, domain, remarks)?;
        } else {
            return Err(source.refuse(values.at, Why::Missing("discreteutils or numberutils".to_owned())));
        }
    }
    weights(&mut profile, space.need(source, "issueWeights")?, domain, remarks)?;
    let stated = |key| space.get(key).filter(|value| !value.is_null());
    let refused = |node: &Node<'_>, why| source.refuse(node.at, why);
    if let Some(factor) = stated("discount_factor") {
        profile.discount = Some(number(source, factor)?.fixed().map_err(|why| refused(factor, why))?);
    }
    if let Some(value) = stated("reserved_value") {
        profile.reservation_at = value.at;
        profile.reservation = Some(number(source, value)?.utility().map_err(|why| refused(value, why))?);
    }
    let Some(bid) = stated("reservationBid").and_then(|bid| bid.get("issuevalues")) else {
        return profile.finish(domain, remarks);
    };
    let options = reserved(source, bid, domain, &profile, remarks)?;
    let mut party = profile.finish(domain, remarks)?;
    let worth = options
        .iter()
        .zip(&party.utility.table)
        .map(|(option, row)| option.map_or(Utility::ZERO, |at| row[at]));
    party.reservation = Some(worth.sum());
    Ok(party)
}

/// The option of each issue in the bid that a party keeps to without a deal.
fn reserved(
    source: Source<'_>,
    bid: &Node<'_>,
    domain: &Domain,
    profile: &Profile<'_>,
    remarks: &mut Remarks,
) -> Result<Vec<Option<usize>>, ReadError> {
    let mut options = vec![None; domain.issues().len()];
    for (issue, value) in bid.table(source)? {
        let name = value.name(source)?;
        match domain.issue(&issue.name).map(|index| (index, domain.option(index, name))) {
            Some((index, Some(option))) => options[index] = Some(option),
            Some((_, None)) => profile.not_in_domain(remarks, value.at, &issue.name, Some(name)),
            None => profile.not_in_domain(remarks, issue.at, &issue.name, None),
        }
    }
    let missing = options.iter().zip(domain.issues()).find(|(option, _)| option.is_none());
    if let Some((_, issue)) = missing {
        let what = What::PartialReservation { party: profile.party.clone(), issue: issue.name.clone() };
        remarks.add(Severity::Warning, source, bid.at, what);
    }
    Ok(options)
}

/// Numeric options on the line between two stated ones.
fn on_a_line(
    profile: &mut Profile<'_>,
    index: usize,
    line: &Node<'_>,
    domain: &Domain,
) -> Result<(), ReadError> {
    let source = profile.source;
    profile.rows[index].at = line.at;
    let part = |key| number(source, line.need(source, key)?);
    let (low, low_utility) = (part("lowValue")?, part("lowUtility")?);
    let (high, high_utility) = (part("highValue")?, part("highUtility")?);
    for (place, option) in domain.issues()[index].options.iter().enumerate() {
        let at = Exact::parse(option).map_err(|why| source.refuse(line.at, why))?;
        // low_utility + (high_utility - low_utility) * (at - low) / (high - low)
        let rise = high_utility.plus(&low_utility.negative());
        let along = at.plus(&low.negative());
        let width = high.plus(&low.negative());
        let value = rise
            .zip(along)
            .and_then(|(rise, along)| rise.times(&along))
            .zip(width)
            .and_then(|(part, width)| part.over(&width))
            .and_then(|part| part.plus(&low_utility));
        profile.rows[index].values[place] = Some(value.ok_or_else(|| source.refuse(line.at, Why::TooLarge))?);
    }
    Ok(())
}
