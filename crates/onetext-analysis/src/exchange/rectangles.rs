//! Hyper-rectangles of nonlinear Genius profiles: what is added where every issue of a group lies within bounds. Divided by
//! the profile's `maxutility`, as the platform does.

use super::domain::Domain;
use super::exact::Exact;
use super::genius::number_of;
use super::source::Source;
use super::xml::Element;
use super::{ReadError, Why};
use crate::{IssueIndex, OptionIndex, Term};

/// Hyper-rectangles of one profile; the largest that was ever played had some thousands.
pub const RECTANGLES_MAX: usize = 100_000;

/// The terms of a profile.
pub(super) fn terms(source: Source<'_>, root: &Element, domain: &Domain) -> Result<Vec<Term>, ReadError> {
    let mut terms = Vec::new();
    let objective = root.child("objective").unwrap_or(root);
    for utility in objective.children.iter().filter(|child| child.name.starts_with("utility")) {
        let most = utility.number(source, "maxutility")?.unwrap_or_else(|| Exact::whole(1));
        for function in utility.all("ufun") {
            let known = [("type", "PlainUfun"), ("aggregation", "sum")];
            for (key, wanted) in known {
                if let Some(found) = function.get(key).filter(|found| *found != wanted) {
                    let (found, wanted) = (found.to_owned(), wanted.to_owned());
                    return Err(source.refuse(function.at, Why::NotKnown { found, wanted }));
                }
            }
            let weight = function.number(source, "weight")?.unwrap_or_else(|| Exact::whole(1));
            for rectangle in function.all("hyperRectangle") {
                let value = rectangle.need_number(source, "utility")?;
                let value = value.times(&weight).and_then(|value| value.over(&most)).ok_or(Why::TooLarge);
                let value = value.and_then(|value| value.utility());
                let value = value.map_err(|why| source.refuse(rectangle.at, why))?;
                let term = Term { within: within(source, rectangle, domain)?, value };
                if term.within.iter().all(|(_, options)| !options.is_empty()) {
                    terms.push(term);
                }
                if terms.len() > RECTANGLES_MAX {
                    let (what, found, limit) = ("hyper-rectangles", terms.len(), RECTANGLES_MAX);
                    return Err(source.refuse(rectangle.at, Why::TooMuch { what, found, limit }));
                }
            }
        }
    }
    Ok(terms)
}

/// The options within the bounds of a hyper-rectangle, by issue. Two bounds on one issue must both hold.
fn within(
    source: Source<'_>,
    rectangle: &Element,
    domain: &Domain,
) -> Result<Vec<(IssueIndex, Vec<OptionIndex>)>, ReadError> {
    let mut within: Vec<(IssueIndex, Vec<OptionIndex>)> = Vec::new();
    for side in &rectangle.children {
        let is_inside = match side.name.to_ascii_uppercase().as_str() {
            "INCLUDES" => true,
            "EXCLUDES" => false,
            _ => {
                let wanted = "INCLUDES or EXCLUDES".to_owned();
                return Err(source.refuse(side.at, Why::NotKnown { found: side.name.clone(), wanted }));
            }
        };
        let number = number_of(side).and_then(|number| number.checked_sub(1));
        let issue = number.and_then(|number| Some((number, domain.issues().get(number)?)));
        let Some((number, issue)) = issue else {
            let found = side.get("index").unwrap_or_default().to_owned();
            let wanted = format!("the number of an issue, 1 to {}", domain.issues().len());
            return Err(source.refuse(side.at, Why::NotKnown { found, wanted }));
        };
        let (low, high) = (side.need_number(source, "min")?, side.need_number(source, "max")?);
        let mut options = Vec::new();
        for (name, option) in issue.options.iter().zip(0..) {
            let value = Exact::parse(name).map_err(|why| source.refuse(side.at, why))?;
            if (value.order(&low).is_ge() && value.order(&high).is_le()) == is_inside {
                options.push(OptionIndex(option));
            }
        }
        let issue = IssueIndex(u16::try_from(number).unwrap_or(u16::MAX));
        match within.iter_mut().find(|(other, _)| *other == issue) {
            Some((_, other)) => other.retain(|option| options.contains(option)),
            None => within.push((issue, options)),
        }
    }
    Ok(within)
}
