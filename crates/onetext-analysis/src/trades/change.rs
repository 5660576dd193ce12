//! Changes to a package: what one issue moves from and to, all changes that a space offers, and whether several of them
//! together stay within the space.

use crate::{Choice, Dependency, Error, IssueIndex, OptionIndex, Package, Space};

/// Changes that a space may offer, all issues together: about ten numeric issues of two thousand steps. Beyond it even one
/// look at every pair of changes would be too long; leave out options first.
pub const OFFERED_MAX: usize = 20_000;

/// Changes up to which a page may ask again with every click: 12 issues of 5 options. With four parties that takes a few
/// milliseconds where weights are known, and half of a tenth of a second with orders and twenty comparisons of each; beyond it,
/// give a budget.
pub const OFFERED_AT_ONCE_MAX: usize = 48;

/// One issue settled otherwise than in the current package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Change {
    /// The issue.
    pub issue: IssueIndex,
    /// Its option in the current package.
    pub from: OptionIndex,
    /// Its option after the change.
    pub to: OptionIndex,
}

/// The place of a change among all that are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ChangeIndex(u32);

impl ChangeIndex {
    pub(super) fn at(self) -> usize {
        self.0 as usize
    }
}

/// The current package and every change that the space offers, issue after issue.
pub(super) struct Offered<'a> {
    pub(super) space: &'a Space,
    pub(super) current: &'a Package,
    /// In the order of the issues, then of the options.
    pub(super) changes: Vec<Change>,
    /// The changes of one issue, for every issue that can change.
    pub(super) by_issue: Vec<Vec<ChangeIndex>>,
    ties: Ties,
}

impl<'a> Offered<'a> {
    pub(super) fn of(space: &'a Space, current: &'a Package) -> Result<Self, Error> {
        check(space, current)?;
        let (mut changes, mut by_issue) = (Vec::new(), Vec::new());
        let mut next = (0..).map(ChangeIndex);
        for (issue, &from) in space.indices().zip(&current.0) {
            let others = space.open_options(issue).filter(|&to| to != from);
            let of_issue: Vec<Change> = others.map(|to| Change { issue, from, to }).collect();
            if !of_issue.is_empty() {
                by_issue.push(next.by_ref().take(of_issue.len()).collect());
            }
            changes.extend(of_issue);
        }
        if changes.len() > OFFERED_MAX {
            let (what, found) = ("changes that the space offers", changes.len());
            return Err(Error::TooMany { what, found, limit: OFFERED_MAX });
        }
        Ok(Offered { space, current, changes, by_issue, ties: Ties::of(space, current) })
    }

    pub(super) fn change(&self, index: ChangeIndex) -> Change {
        self.changes[index.at()]
    }

    /// The package after those changes, whether or not the space has it.
    pub(super) fn after(&self, changes: &[Change]) -> Package {
        let mut package = self.current.clone();
        for change in changes {
            package.0[change.issue.at()] = change.to;
        }
        package
    }

    /// Whether the space has the package after those changes. Only what they touch is looked at.
    pub(super) fn allows(&self, changes: &[Change]) -> bool {
        let cured = changes.iter().filter(|change| self.ties.closed.contains(&change.issue)).count();
        if cured < self.ties.closed.len() {
            return false;
        }
        if changes.iter().all(|change| self.ties.by_issue[change.issue.at()].is_empty()) {
            return self.ties.broken.is_empty();
        }
        let package = self.after(changes);
        let touched = changes.iter().flat_map(|change| &self.ties.by_issue[change.issue.at()]);
        touched.chain(&self.ties.broken).all(|&place| self.space.dependencies()[place].holds(&package))
    }
}

/// What a change can break and what it must cure.
struct Ties {
    /// The dependencies that speak of an issue.
    by_issue: Vec<Vec<usize>>,
    /// The dependencies that the current package does not keep to.
    broken: Vec<usize>,
    /// The issues of which the current package has a closed option.
    closed: Vec<IssueIndex>,
}

impl Ties {
    fn of(space: &Space, current: &Package) -> Self {
        let mut by_issue = vec![Vec::new(); space.issues().len()];
        for (place, dependency) in space.dependencies().iter().enumerate() {
            for issue in issues_of(dependency) {
                by_issue[issue.at()].push(place);
            }
        }
        let broken =
            |(place, dependency): (usize, &Dependency)| (!dependency.holds(current)).then_some(place);
        Ties {
            by_issue,
            broken: space.dependencies().iter().enumerate().filter_map(broken).collect(),
            closed: current
                .choices()
                .filter(|choice| space.closed().contains(choice))
                .map(|c| c.issue)
                .collect(),
        }
    }
}

/// The issues that a dependency speaks of, each once.
pub(crate) fn issues_of(dependency: &Dependency) -> Vec<IssueIndex> {
    let mut issues: Vec<_> = dependency.choices().iter().map(|choice| choice.issue).collect();
    issues.sort_unstable();
    issues.dedup();
    issues
}

/// Whether the package has one existing option for every issue; it may be one that the space forbids.
pub(crate) fn check(space: &Space, package: &Package) -> Result<(), Error> {
    if package.0.len() != space.issues().len() {
        return Err(Error::NotAPackage { chosen: package.0.len(), issues: space.issues().len() });
    }
    let exists = |choice: &Choice| choice.option.at() < space.issues()[choice.issue.at()].options.len();
    package.choices().find(|choice| !exists(choice)).map_or(Ok(()), |choice| Err(Error::NoSuchChoice(choice)))
}
