//! NegoLog JSON: a profile for each party with `issueWeights`, `issues` (values of each option) and `reservationValue`; a
//! `specs.json` beside them holds what its program computed, and is not read. Values are used as written, times the weight.

use onetext_model::{Fixed, Severity};

use super::domain::{Domain, Profile};
use super::node::Node;
use super::source::Source;
use super::{ReadError, Remark, What};
use crate::{Issue, Party, Utility};

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
    let mut issues = Vec::new();
    for (name, values) in table.table(source)? {
        let options = values.table(source)?.iter().map(|(option, _)| option.name.as_ref());
        issues.push(Issue::listed(&name.name, &options.collect::<Vec<_>>()));
    }
    Domain::new(source, table.at, "", issues)
}

/// The party that a profile tells.
pub(super) fn party(
    source: Source<'_>,
    node: &Node<'_>,
    name: &str,
    domain: &Domain,
    remarks: &mut Vec<Remark>,
) -> Result<Party, ReadError> {
    let mut profile = Profile::new(source, name, domain);
    for (issue, values) in node.need(source, "issues")?.table(source)? {
        let Some(index) = domain.issue(&issue.name) else {
            remarks.push(profile.not_in_domain(issue.at, &issue.name, None));
            continue;
        };
        values_of(&mut profile, index, values, domain, remarks)?;
    }
    weights(&mut profile, node.need(source, "issueWeights")?, domain, remarks)?;
    profile.reservation = match node.get("reservationValue").filter(|value| !value.is_null()) {
        Some(value) => {
            Some(value.number(source)?.utility().map_err(|why| source.refuse(value.at, why))?)
        }
        None => {
            let what = What::ReservationOfFormat { party: name.to_owned() };
            remarks.push(Remark::at(Severity::Note, source.place(node.at), what));
            Some(Utility::ZERO)
        }
    };
    profile.discount = Some(Fixed::whole(1));
    profile.finish(domain, remarks)
}

/// A value for each option of one issue.
pub(super) fn values_of(
    profile: &mut Profile<'_>,
    index: usize,
    values: &Node<'_>,
    domain: &Domain,
    remarks: &mut Vec<Remark>,
) -> Result<(), ReadError> {
    let source = profile.source;
    profile.rows[index].at = values.at;
    for (option, value) in values.table(source)? {
        match domain.option(index, &option.name) {
            Some(place) => profile.rows[index].values[place] = Some(value.number(source)?),
            None => {
                let issue = &domain.issues()[index].name;
                remarks.push(profile.not_in_domain(option.at, issue, Some(&option.name)));
            }
        }
    }
    Ok(())
}

/// A weight for each issue; one that is not stated is an error where the issue is valued.
pub(super) fn weights(
    profile: &mut Profile<'_>,
    weights: &Node<'_>,
    domain: &Domain,
    remarks: &mut Vec<Remark>,
) -> Result<(), ReadError> {
    let source = profile.source;
    for (issue, weight) in weights.table(source)? {
        match domain.issue(&issue.name) {
            Some(index) => profile.rows[index].weight = Some(weight.number(source)?),
            None => remarks.push(profile.not_in_domain(issue.at, &issue.name, None)),
        }
    }
    profile.every_issue_weighed(weights.at, domain)
}
