//! Options closed by the red lines of any number of parties at once, and what that leaves of every issue.

use std::collections::{BTreeMap, BTreeSet};

use super::{Choice, IssueIndex, OptionIndex, Space};
use crate::{Error, PartyIndex};

/// An option that a party rules out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RedLine {
    /// Whose.
    pub party: PartyIndex,
    /// The option.
    pub choice: Choice,
}

/// A space with red lines drawn, and what is left of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowed {
    /// The space without the options that a red line closes.
    pub space: Space,
    /// What is left of each issue, in the order of the issues.
    pub issues: Vec<OpenOptions>,
}

/// What is left of an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenOptions {
    /// The issue.
    pub issue: IssueIndex,
    /// Its options that nobody closes, in their order; where there is none, the space is empty.
    pub open: Vec<OptionIndex>,
    /// Its closed options, in their order, and the parties whose red line closes each; none where it was closed before.
    pub closed: BTreeMap<OptionIndex, BTreeSet<PartyIndex>>,
}

impl Space {
    /// The same space without the options that any party rules out. In which order the lines are named does not matter.
    ///
    /// ```
    /// use onetext_analysis::{Choice, Issue, IssueIndex, PartyIndex, RedLine, Space};
    /// let space = Space::new(vec![Issue::listed("Cap", &["none", "low"]), Issue::listed("Monitor", &["yes", "no"])])?;
    /// let line = |party, choice| RedLine { party: PartyIndex(party), choice };
    /// let narrowed = space.narrowed_by(&[line(0, Choice::new(0, 0)), line(1, Choice::new(0, 1))])?;
    /// let blocked: Vec<IssueIndex> = narrowed.blocked().map(|left| left.issue).collect();
    /// assert_eq!(blocked, [IssueIndex(0)]);
    /// # Ok::<(), onetext_analysis::Error>(())
    /// ```
    pub fn narrowed_by(&self, lines: &[RedLine]) -> Result<Narrowed, Error> {
        let space = lines.iter().try_fold(self.clone(), |space, line| space.without(line.choice))?;
        let mut closed: BTreeMap<Choice, BTreeSet<PartyIndex>> =
            space.closed.iter().map(|choice| (*choice, BTreeSet::new())).collect();
        for line in lines {
            closed.entry(line.choice).or_default().insert(line.party);
        }
        let mut issues: Vec<OpenOptions> = space
            .indices()
            .map(|issue| OpenOptions {
                issue,
                open: space.open_options(issue).collect(),
                closed: BTreeMap::new(),
            })
            .collect();
        for (choice, parties) in closed {
            issues[choice.issue.at()].closed.insert(choice.option, parties);
        }
        Ok(Narrowed { space, issues })
    }
}

impl Narrowed {
    /// The issues of which nothing is left, each enough to leave no package at all.
    pub fn blocked(&self) -> impl Iterator<Item = &OpenOptions> {
        self.issues.iter().filter(|left| left.open.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Issue;

    fn line(party: u16, issue: u16, option: u16) -> RedLine {
        RedLine { party: PartyIndex(party), choice: Choice::new(issue, option) }
    }

    #[test]
    fn each_closed_option_names_all_whose_line_closes_it() {
        let issue = |name| Issue::listed(name, &["none", "low", "high"]);
        let space =
            Space::new(vec![issue("cap"), issue("fund")]).unwrap().without(Choice::new(1, 2)).unwrap();
        let mut lines = [line(1, 0, 2), line(0, 0, 2), line(2, 1, 0), line(0, 1, 1)];
        let narrowed = space.narrowed_by(&lines).unwrap();
        let parties = |list: &[u16]| list.iter().map(|party| PartyIndex(*party)).collect::<BTreeSet<_>>();
        assert_eq!(narrowed.issues[0].open, [OptionIndex(0), OptionIndex(1)]);
        assert_eq!(narrowed.issues[0].closed, BTreeMap::from([(OptionIndex(2), parties(&[0, 1]))]));
        let fund = [
            (OptionIndex(0), parties(&[2])),
            (OptionIndex(1), parties(&[0])),
            (OptionIndex(2), parties(&[])),
        ];
        assert_eq!(narrowed.issues[1].closed, BTreeMap::from(fund));
        assert_eq!(narrowed.blocked().map(|left| left.issue).collect::<Vec<_>>(), [IssueIndex(1)]);
        assert_eq!(narrowed.space.packages().count(), 0);
        lines.reverse();
        assert_eq!(space.narrowed_by(&lines).unwrap(), narrowed);
    }

    #[test]
    fn a_line_through_nothing_is_an_error() {
        let space = Space::new(vec![Issue::listed("cap", &["none"])]).unwrap();
        assert_eq!(space.narrowed_by(&[line(0, 0, 1)]), Err(Error::NoSuchChoice(Choice::new(0, 1))));
    }
}
