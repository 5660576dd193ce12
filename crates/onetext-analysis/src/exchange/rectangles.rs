//! Hyper-rectangles of nonlinear Genius profiles: what is added where every issue of a group lies within bounds. Divided by
//! the profile's `maxutility`, as the platform does.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::domain::Domain;
use super::exact::Exact;
use super::genius::number_of;
use super::source::Source;
use super::xml::Element;
use super::{ReadError, Why};
use crate::{Issue, IssueIndex, OptionIndex, Term, Utility};

/// Hyper-rectangles of one profile; the largest that was ever played had some thousands.
pub const RECTANGLES_MAX: usize = 100_000;
/// Options that are compared with bounds in one profile: a few words must not keep a machine busy.
const COMPARED_MAX: usize = 4_000_000;

/// The terms of a profile.
pub(super) fn terms(source: Source<'_>, root: &Element, domain: &Domain) -> Result<Vec<Term>, ReadError> {
    let (mut terms, mut bounds) = (Vec::new(), Bounds::default());
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
                let within = within(source, rectangle, domain, &mut bounds)?;
                terms.extend(within.term(value));
                if terms.len() > RECTANGLES_MAX {
                    let (what, found, limit) = ("hyper-rectangles", terms.len(), RECTANGLES_MAX);
                    return Err(source.refuse(rectangle.at, Why::TooMuch { what, found, limit }));
                }
            }
        }
    }
    Ok(terms)
}

/// The options within the bounds of a hyper-rectangle, by issue.
fn within(
    source: Source<'_>,
    rectangle: &Element,
    domain: &Domain,
    bounds: &mut Bounds,
) -> Result<Within, ReadError> {
    let mut within = Within::default();
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
        let Some(issue) = number.filter(|number| *number < domain.issues().len()) else {
            let found = side.get("index").unwrap_or_default().to_owned();
            let wanted = format!("the number of an issue, 1 to {}", domain.issues().len());
            return Err(source.refuse(side.at, Why::NotKnown { found, wanted }));
        };
        let ends = [side.need_number(source, "min")?, side.need_number(source, "max")?];
        let mut options = bounds.options(source, side.at, &domain.issues()[issue], &ends)?;
        if !is_inside {
            let all = (0..).take(domain.issues()[issue].options.len()).map(OptionIndex);
            options = all.filter(|option| options.binary_search(option).is_err()).collect();
        }
        within.narrow(issue, options);
    }
    Ok(within)
}

/// The options of each issue that a hyper-rectangle speaks of.
#[derive(Debug, Default)]
pub(super) struct Within(BTreeMap<usize, Vec<OptionIndex>>);

impl Within {
    /// Narrows it to some options of an issue: two bounds on one issue must both hold.
    pub(super) fn narrow(&mut self, issue: usize, options: Vec<OptionIndex>) {
        match self.0.entry(issue) {
            Entry::Occupied(mut held) => {
                held.get_mut().retain(|option| options.binary_search(option).is_ok());
            }
            Entry::Vacant(place) => {
                place.insert(options);
            }
        }
    }

    /// The term of that value; none if no package can lie inside.
    pub(super) fn term(self, value: Utility) -> Option<Term> {
        let sides = self.0.into_iter();
        let within = sides.map(|(issue, options)| Some((IssueIndex(u16::try_from(issue).ok()?), options)));
        let within = within.collect::<Option<Vec<_>>>()?;
        within.iter().all(|(_, options)| !options.is_empty()).then_some(Term { within, value })
    }
}

/// What compares options with bounds, and counts how many.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    compared: usize,
}

impl Bounds {
    /// The options of a numeric issue that lie within bounds.
    pub(super) fn options(
        &mut self,
        source: Source<'_>,
        at: usize,
        issue: &Issue,
        [low, high]: &[Exact; 2],
    ) -> Result<Vec<OptionIndex>, ReadError> {
        self.compared += issue.options.len();
        if self.compared > COMPARED_MAX {
            let (what, found, limit) = ("options in hyper-rectangles", self.compared, COMPARED_MAX);
            return Err(source.refuse(at, Why::TooMuch { what, found, limit }));
        }
        let mut options = Vec::new();
        for (name, option) in issue.options.iter().zip(0..) {
            let value = Exact::parse(name).map_err(|why| source.refuse(at, why))?;
            if value.order(low).is_ge() && value.order(high).is_le() {
                options.push(OptionIndex(option));
            }
        }
        Ok(options)
    }
}
