//! Which issues hang together: what concerns one component of a space can be worked out without the others.

use super::{Dependency, IssueIndex, Space};
use crate::Scenario;

impl Space {
    /// The issues, parted into components: issues that a chain of dependencies links lie in one. Each component is in the order
    /// of the issues, and the components are in the order of their first issues. Every dependency lies in one component.
    ///
    /// ```
    /// use onetext_analysis::{Choice, Dependency, Issue, IssueIndex, Space};
    /// let issue = |name| Issue::listed(name, &["yes", "no"]);
    /// let space = Space::new(vec![issue("Cap"), issue("Fund"), issue("Monitor")])?
    ///     .with(Dependency::Requires(Choice::new(0, 0), Choice::new(2, 0)))?;
    /// assert_eq!(space.components(), [vec![IssueIndex(0), IssueIndex(2)], vec![IssueIndex(1)]]);
    /// # Ok::<(), onetext_analysis::Error>(())
    /// ```
    pub fn components(&self) -> Vec<Vec<IssueIndex>> {
        connected(self.issues.len(), self.dependencies.iter().map(issues_of))
    }
}

impl Scenario {
    /// The same as [`Space::components`], where issues of which one party's utility term speaks together hang together, too. In
    /// what a party is worth, components then simply add up.
    pub fn components(&self) -> Vec<Vec<IssueIndex>> {
        let terms = self.parties.iter().flat_map(|party| &party.utility.terms);
        let terms = terms.map(|term| term.within.iter().map(|(issue, _)| *issue).collect());
        connected(self.space.issues.len(), self.space.dependencies.iter().map(issues_of).chain(terms))
    }
}

fn issues_of(dependency: &Dependency) -> Vec<IssueIndex> {
    dependency.choices().into_iter().map(|choice| choice.issue).collect()
}

/// The classes of so many issues where the issues of each group belong to one.
pub(super) fn connected(
    issues: usize,
    groups: impl Iterator<Item = Vec<IssueIndex>>,
) -> Vec<Vec<IssueIndex>> {
    let mut above: Vec<usize> = (0..issues).collect();
    for group in groups {
        let mut inside = group.into_iter().map(IssueIndex::at).filter(|issue| *issue < issues);
        let Some(first) = inside.next() else { continue };
        for other in inside {
            let (a, b) = (top(&mut above, first), top(&mut above, other));
            above[a.max(b)] = a.min(b);
        }
    }
    let mut components = vec![Vec::new(); issues];
    for (index, issue) in (0..).map(IssueIndex).zip(0..issues) {
        components[top(&mut above, issue)].push(index);
    }
    components.retain(|component| !component.is_empty());
    components
}

/// The least issue of the class; ways to it are halved on the way.
pub(super) fn top(above: &mut [usize], mut issue: usize) -> usize {
    while above[issue] != issue {
        above[issue] = above[above[issue]];
        issue = above[issue];
    }
    issue
}
