//! The outcome space: issues, their options, and which options exclude or require each other. Counting, enumerating and
//! sampling it live in files of their own.

mod classes;
mod components;
mod count;
mod diagram;
mod draws;
mod enumerate;
mod layers;
mod look_ahead;
mod numbers;
mod order;
mod packing;
mod promise;
mod red_lines;
mod relax;
mod rules;
mod sample;
mod tally;
mod tree;

use std::collections::BTreeSet;

use onetext_model::Fixed;

use crate::Error;

pub use count::{COUNTED_WORDS_MAX, Count, Counting, Precision, SAMPLES_MAX};
pub use draws::Draws;
pub use enumerate::Packages;
pub use numbers::{ROUNDS_MAX, Shape};
pub use red_lines::{Narrowed, OpenOptions, RedLine};
pub(crate) use rules::{Limit, Pair, Rules};
pub use sample::{Drawn, Sample, Sampler, TRIES_MAX};

/// Issues of a space; a treaty of a thousand matters fits.
pub const ISSUES_MAX: usize = 4_096;
/// Options of an issue; a numeric issue of ten thousand steps fits.
pub const OPTIONS_MAX: usize = 16_384;
/// Dependencies of a space.
pub const DEPENDENCIES_MAX: usize = 65_536;

/// The place of an issue in its space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IssueIndex(pub u16);

/// The place of an option in its issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionIndex(pub u16);

impl IssueIndex {
    /// As an index into a list.
    pub fn at(self) -> usize {
        usize::from(self.0)
    }
}

impl OptionIndex {
    /// As an index into a list.
    pub fn at(self) -> usize {
        usize::from(self.0)
    }
}

/// One option of one issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Choice {
    /// The issue.
    pub issue: IssueIndex,
    /// The option.
    pub option: OptionIndex,
}

impl Choice {
    /// The option of that number of the issue of that number, both from 0.
    pub const fn new(issue: u16, option: u16) -> Self {
        Choice { issue: IssueIndex(issue), option: OptionIndex(option) }
    }
}

/// A matter to be settled and its possible settlements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Its name.
    pub name: String,
    /// The names of its options.
    pub options: Vec<String>,
    /// The range of a numeric issue, one option for each of its values.
    pub range: Option<Range>,
}

/// The values of a numeric issue: `from`, `from + step`, ..., one for each option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The unit; empty where none is known.
    pub unit: String,
    /// The value of the first option.
    pub from: Fixed,
    /// The distance between the values of neighbouring options.
    pub step: Fixed,
}

impl Issue {
    /// An issue with listed options.
    pub fn listed(name: &str, options: &[&str]) -> Self {
        let options = options.iter().map(|&option| option.to_owned()).collect();
        Issue { name: name.to_owned(), options, range: None }
    }
}

/// What ties options of different issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dependency {
    /// The two cannot stand together.
    Excludes(Choice, Choice),
    /// The first cannot stand without the second.
    Requires(Choice, Choice),
    /// Of these at most so many can stand together.
    AtMost {
        /// The choices.
        of: Vec<Choice>,
        /// How many of them.
        most: usize,
    },
}

impl Dependency {
    /// The choices that it is about.
    pub fn choices(&self) -> Vec<Choice> {
        match self {
            Dependency::Excludes(a, b) | Dependency::Requires(a, b) => vec![*a, *b],
            Dependency::AtMost { of, .. } => of.clone(),
        }
    }

    /// Whether a package keeps to it.
    pub fn holds(&self, package: &Package) -> bool {
        match self {
            Dependency::Excludes(a, b) => !(package.has(*a) && package.has(*b)),
            Dependency::Requires(a, b) => !package.has(*a) || package.has(*b),
            Dependency::AtMost { of, most } => {
                of.iter().filter(|choice| package.has(**choice)).count() <= *most
            }
        }
    }
}

/// One option for every issue: a complete possible deal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Package(pub Vec<OptionIndex>);

impl Package {
    /// The package with these options, by number from 0, in the order of the issues.
    pub fn of(options: &[u16]) -> Self {
        Package(options.iter().map(|&option| OptionIndex(option)).collect())
    }

    /// Whether it has that option.
    pub fn has(&self, choice: Choice) -> bool {
        self.0.get(choice.issue.at()) == Some(&choice.option)
    }

    /// Its choices, in the order of the issues.
    pub fn choices(&self) -> impl Iterator<Item = Choice> + '_ {
        (0..).zip(&self.0).map(|(issue, option)| Choice { issue: IssueIndex(issue), option: *option })
    }
}

/// All packages that dependencies allow: one option for every issue, none of them closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Space {
    issues: Vec<Issue>,
    dependencies: Vec<Dependency>,
    closed: BTreeSet<Choice>,
}

impl Space {
    /// A space without dependencies.
    pub fn new(issues: Vec<Issue>) -> Result<Self, Error> {
        within("issues", issues.len(), ISSUES_MAX)?;
        for issue in &issues {
            within("options of an issue", issue.options.len(), OPTIONS_MAX)?;
            if issue.options.is_empty() {
                return Err(Error::NoOption(issue.name.clone()));
            }
        }
        Ok(Space { issues, dependencies: Vec::new(), closed: BTreeSet::new() })
    }

    /// The same space with one more dependency. Between two options of one issue, `Excludes` says nothing new, and `Requires`
    /// closes the first.
    pub fn with(mut self, dependency: Dependency) -> Result<Self, Error> {
        within("dependencies", self.dependencies.len() + 1, DEPENDENCIES_MAX)?;
        dependency.choices().into_iter().try_for_each(|choice| self.check(choice))?;
        self.dependencies.push(dependency);
        Ok(self)
    }

    /// The same space without that option: a red line drawn through it, say.
    pub fn without(mut self, choice: Choice) -> Result<Self, Error> {
        self.check(choice)?;
        self.closed.insert(choice);
        Ok(self)
    }

    /// The issues.
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// What ties options of different issues.
    pub fn dependencies(&self) -> &[Dependency] {
        &self.dependencies
    }

    /// The options that no package may have.
    pub fn closed(&self) -> &BTreeSet<Choice> {
        &self.closed
    }

    /// The options of an issue that are not closed.
    pub fn open_options(&self, issue: IssueIndex) -> impl Iterator<Item = OptionIndex> + '_ {
        let all = (0..).take(self.issues[issue.at()].options.len()).map(OptionIndex);
        all.filter(move |&option| self.closed.is_empty() || !self.closed.contains(&Choice { issue, option }))
    }

    /// Every issue's place.
    pub fn indices(&self) -> impl Iterator<Item = IssueIndex> + use<> {
        (0..).take(self.issues.len()).map(IssueIndex)
    }

    /// Whether the package is one of this space.
    pub fn contains(&self, package: &Package) -> bool {
        package.0.len() == self.issues.len()
            && package.choices().all(|choice| self.check(choice).is_ok() && !self.closed.contains(&choice))
            && self.dependencies.iter().all(|dependency| dependency.holds(package))
    }

    /// The name of an option.
    pub fn name(&self, choice: Choice) -> &str {
        &self.issues[choice.issue.at()].options[choice.option.at()]
    }

    fn check(&self, choice: Choice) -> Result<(), Error> {
        let options = self.issues.get(choice.issue.at()).map_or(0, |issue| issue.options.len());
        if choice.option.at() < options { Ok(()) } else { Err(Error::NoSuchChoice(choice)) }
    }
}

/// A count that is within its limit.
fn within(what: &'static str, found: usize, limit: usize) -> Result<(), Error> {
    if found <= limit { Ok(()) } else { Err(Error::TooMany { what, found, limit }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn space() -> Space {
        let yes_or_no = |name| Issue::listed(name, &["yes", "no"]);
        Space::new(vec![yes_or_no("monitor"), yes_or_no("cap"), yes_or_no("vote")]).unwrap()
    }

    #[test]
    fn dependencies_and_closed_options_keep_packages_out() {
        let (monitor, cap, vote) = (Choice::new(0, 0), Choice::new(1, 0), Choice::new(2, 0));
        let tied = space()
            .with(Dependency::Requires(cap, monitor))
            .and_then(|space| space.with(Dependency::AtMost { of: vec![monitor, cap, vote], most: 2 }))
            .unwrap();
        for (options, is_in) in
            [([0, 0, 1], true), ([1, 0, 1], false), ([0, 0, 0], false), ([1, 1, 1], true), ([0, 1, 2], false)]
        {
            assert_eq!(tied.contains(&Package::of(&options)), is_in, "{options:?}");
        }
        assert!(!tied.without(vote).unwrap().contains(&Package::of(&[1, 1, 0])));
    }

    #[test]
    fn refuses_what_is_not_there() {
        assert_eq!(Space::new(vec![Issue::listed("empty", &[])]), Err(Error::NoOption("empty".to_owned())));
        let beyond = Choice::new(3, 0);
        assert_eq!(space().without(beyond), Err(Error::NoSuchChoice(beyond)));
    }
}
