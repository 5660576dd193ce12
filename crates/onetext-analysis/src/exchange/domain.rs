//! The issues of a scenario whose format has a domain and a profile for each party: listed, stepped or sampled.

use std::collections::BTreeMap;

use onetext_model::{Fixed, Severity};

use super::exact::Exact;
use super::source::Source;
use super::{ReadError, Remarks, What, Why};
use crate::space::OPTIONS_MAX;
use crate::{Issue, Party, Range, Scenario, Space};

/// Values that are looked at of a continuous range: its ends and every tenth between.
pub const VALUES_OF_RANGE: i64 = 11;

/// Options of all issues of one scenario: a few words (`0` to `16383`, a thousand times) must not fill the memory.
pub const OPTIONS_TOGETHER_MAX: usize = 262_144;

/// The issues of a scenario, found by name.
#[derive(Debug)]
pub(super) struct Domain {
    /// Its name.
    pub name: String,
    space: Space,
    by_name: BTreeMap<String, usize>,
    options: Vec<BTreeMap<String, usize>>,
}

impl Domain {
    /// Issues that stand at some place of a file.
    pub(super) fn new(
        source: Source<'_>,
        at: usize,
        name: &str,
        issues: Vec<Issue>,
    ) -> Result<Self, ReadError> {
        let mut by_name = BTreeMap::new();
        let mut options = Vec::new();
        for (index, issue) in issues.iter().enumerate() {
            if by_name.insert(issue.name.clone(), index).is_some() {
                return Err(source.refuse(at, Why::TwoValues(issue.name.clone())));
            }
            options.push(issue.options.iter().cloned().zip(0..).collect());
        }
        if issues.is_empty() {
            return Err(source.refuse(at, Why::Missing("issue".to_owned())));
        }
        let space = Space::new(issues).map_err(|error| source.refuse(at, error.into()))?;
        Ok(Domain { name: name.to_owned(), space, by_name, options })
    }

    /// Its issues.
    pub(super) fn issues(&self) -> &[Issue] {
        self.space.issues()
    }

    /// The place of an issue.
    pub(super) fn issue(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// The place of an option: by its name, or by its number in a numeric issue (`10.0` is `10`).
    pub(super) fn option(&self, issue: usize, name: &str) -> Option<usize> {
        let options = self.options.get(issue)?;
        options.get(name).copied().or_else(|| {
            self.issues()[issue].range.as_ref()?;
            options.get(&Exact::parse(name).ok()?.fixed().ok()?.to_string()).copied()
        })
    }

    /// The scenario of these issues and parties.
    pub(super) fn with(self, parties: Vec<Party>) -> Result<Scenario, ReadError> {
        let scenario = Scenario { name: self.name, space: self.space, parties };
        scenario.check()?;
        Ok(scenario)
    }
}

/// The issues of a list, refused where their options are too many together.
pub(super) fn gather(
    source: Source<'_>,
    at: usize,
    issues: impl Iterator<Item = Result<Issue, ReadError>>,
) -> Result<Vec<Issue>, ReadError> {
    let (mut all, mut found) = (Vec::new(), 0);
    for issue in issues {
        let issue = issue?;
        found += issue.options.len();
        if found > OPTIONS_TOGETHER_MAX {
            let (what, limit) = ("options of all issues together", OPTIONS_TOGETHER_MAX);
            return Err(source.refuse(at, Why::TooMuch { what, found, limit }));
        }
        all.push(issue);
    }
    Ok(all)
}

/// An issue with listed options; one that stands twice is kept once.
pub(super) fn listed<'o>(
    source: Source<'_>,
    name: &str,
    options: impl Iterator<Item = (&'o str, usize)>,
    remarks: &mut Remarks,
) -> Issue {
    let mut issue = Issue::listed(name, &[]);
    let mut seen = std::collections::BTreeSet::new();
    for (option, at) in options {
        if seen.insert(option) {
            issue.options.push(option.to_owned());
        } else {
            let what = What::OptionTwice { issue: name.to_owned(), option: option.to_owned() };
            remarks.add(Severity::Warning, source, at, what);
        }
    }
    issue
}

/// A numeric issue with an option for each step; refused where that is too many.
pub(super) fn stepped(name: &str, from: &Exact, to: &Exact, step: &Exact) -> Result<Issue, Why> {
    let wrong =
        || Why::NotKnown { found: "this range".to_owned(), wanted: "a lower and an upper bound".to_owned() };
    let (from, to, step) = (from.fixed()?, to.fixed()?, step.fixed()?);
    if to < from || step <= Fixed::whole(0) {
        return Err(wrong());
    }
    let count = (to.units() - from.units()) / step.units() + 1;
    let found = usize::try_from(count).unwrap_or(usize::MAX);
    if found > OPTIONS_MAX {
        return Err(Why::TooMuch { what: "options of an issue", found, limit: OPTIONS_MAX });
    }
    let value = |place: i128| of_units(from.units() + place * step.units()).ok_or_else(wrong);
    let options = (0..count).map(|place| value(place).map(|value| value.to_string()));
    Ok(Issue {
        name: name.to_owned(),
        options: options.collect::<Result<_, _>>()?,
        range: Some(Range { unit: String::new(), from, step }),
    })
}

/// A continuous issue, of which [`VALUES_OF_RANGE`] values are looked at.
pub(super) fn sampled(name: &str, from: &Exact, to: &Exact) -> Result<Issue, Why> {
    let width = to.plus(&from.negative()).ok_or(Why::TooLarge)?;
    if width.sign() == 0 {
        return stepped(name, from, to, &Exact::whole(1));
    }
    let step = width.over(&Exact::whole(VALUES_OF_RANGE - 1)).ok_or(Why::TooLarge)?;
    stepped(name, from, to, &step)
}

fn of_units(units: i128) -> Option<Fixed> {
    let (whole, part) = (units.unsigned_abs() / 1_000_000_000_000, units.unsigned_abs() % 1_000_000_000_000);
    Fixed::parse(&format!("{}{whole}.{part:012}", if units < 0 { "-" } else { "" })).ok()
}
