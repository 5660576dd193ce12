//! `NegoLog` JSON: a profile for each party with `issueWeights`, `issues` (values of each option) and `reservationValue`; a
//! `specs.json` beside them holds what its program computed, and is not read. Values are used as written, times the weight.

use onetext_model::Fixed;

use super::domain::{self, Domain};
use super::node::Node;
use super::profile::Profile;
use super::source::Source;
use super::{ReadError, Remarks};
use crate::{Issue, Party};

/// Whether a tree is a profile.
pub(super) fn is_profile(node: &Node<'_>) -> bool {
    ["issueWeights", "issues"].iter().all(|key| node.get(key).is_some())
}

/// Whether a tree is what goes with the profiles.
pub(super) fn is_specs(node: &Node<'_>) -> bool {
    ["NumberOfBids", "NumberOfIssues"].iter().all(|key| node.get(key).is_some())
}

/// The issues that a profile values.
pub(super) fn domain(source: Source<'_>, node: &Node<'_>) -> Result<Domain, ReadError> {
    let table = node.need(source, "issues")?;
    let issues = table.table(source)?.iter().map(|(name, values)| {
        let options = values.table(source)?.iter().map(|(option, _)| option.name.as_ref());
        Ok(Issue::listed(&name.name, &options.collect::<Vec<_>>()))
    });
    let issues = domain::gather(source, table.at, issues)?;
    Domain::new(source, table.at, "", issues)
}

/// The party that a profile tells.
pub(super) fn party(
    source: Source<'_>,
    node: &Node<'_>,
    name: &str,
    domain: &Domain,
    remarks: &mut Remarks,
) -> Result<Party, ReadError> {
    let mut profile = Profile::new(source, name, domain);
    for (issue, values) in node.need(source, "issues")?.table(source)? {
        let Some(index) = domain.issue(&issue.name) else {
            profile.not_in_domain(remarks, issue.at, &issue.name, None);
            continue;
        };
        values_of(&mut profile, index, values, domain, remarks)?;
    }
    weights(&mut profile, node.need(source, "issueWeights")?, domain, remarks)?;
    let stated = node.get("reservationValue").filter(|value| !value.is_null());
    let stated = stated.map(|value| Ok::<_, ReadError>((value.at, value.number(source)?))).transpose()?;
    profile.reserve(stated, node.at, remarks)?;
    profile.discount = Some(Fixed::whole(1));
    profile.finish(domain, remarks)
}

/// A value for each option of one issue.
pub(super) fn values_of(
    profile: &mut Profile<'_>,
    index: usize,
    values: &Node<'_>,
    domain: &Domain,
    remarks: &mut Remarks,
) -> Result<(), ReadError> {
    let source = profile.source;
    profile.rows[index].at = values.at;
    for (option, value) in values.table(source)? {
        if let Some(place) = domain.option(index, &option.name) {
            profile.rows[index].values[place] = Some(value.number(source)?);
        } else {
            profile.not_in_domain(remarks, option.at, &domain.issues()[index].name, Some(&option.name));
        }
    }
    Ok(())
}

/// A weight for each issue; one that is not stated is an error where the issue is valued.
pub(super) fn weights(
    profile: &mut Profile<'_>,
    weights: &Node<'_>,
    domain: &Domain,
    remarks: &mut Remarks,
) -> Result<(), ReadError> {
    let source = profile.source;
    for (issue, weight) in weights.table(source)? {
        match domain.issue(&issue.name) {
            Some(index) => {
                let row = &mut profile.rows[index];
                (row.weight, row.weight_at) = (Some(weight.number(source)?), weight.at);
            }
            None => profile.not_in_domain(remarks, issue.at, &issue.name, None),
        }
    }
    profile.every_issue_weighed(weights.at, domain)
}
