//! Two zones: the packages that nobody forbids, and those that all accept. Silence is neither.

use std::collections::BTreeMap;

use super::demand::Dispute;
use super::members::Members;
use super::oracle::{Oracle, Verdict};
use super::parting::whole_parts;
use super::reduce::standing_options;
use crate::{
    Budget, Choice, Count, Counting, Error, IssueIndex, OptionIndex, PARTIES_MAX, PartyIndex, RedLine, Space,
    Stopped,
};

/// What a party says of an option. What it says nothing of, it neither accepts nor forbids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// It accepts it.
    Accepts,
    /// It draws a red line through it.
    Forbids,
}

/// What the parties say of the options of a space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stances {
    parties: usize,
    said: BTreeMap<(Choice, PartyIndex), Stance>,
}

/// Both zones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zones {
    /// No red line of anybody is crossed.
    pub not_forbidden: Zone,
    /// Every party accepts every option. With no party at all, every package is.
    pub accepted: Zone,
}

/// Packages that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// The packages.
    pub space: Space,
    /// How many there are.
    pub packages: Count,
    /// For each issue what is open, in the order of the issues.
    pub issues: Vec<LeftOpen>,
}

/// What a zone leaves open of an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOpen {
    /// The issue.
    pub issue: IssueIndex,
    /// The options that are open when the issue is looked at alone.
    pub alone: Vec<OptionIndex>,
    /// The options that at least one package of the zone has.
    pub in_packages: Vec<OptionIndex>,
}

impl Stances {
    /// So many parties, all of them silent.
    pub fn silent(parties: usize) -> Self {
        Stances { parties, said: BTreeMap::new() }
    }

    /// The same with what a party says of an option; what it said of it before is forgotten.
    #[must_use]
    pub fn saying(mut self, party: PartyIndex, choice: Choice, stance: Stance) -> Self {
        self.said.insert((choice, party), stance);
        self
    }

    /// What a party says of an option; none where it is silent.
    pub fn of(&self, party: PartyIndex, choice: Choice) -> Option<Stance> {
        self.said.get(&(choice, party)).copied()
    }

    /// Every red line.
    pub fn red_lines(&self) -> Vec<RedLine> {
        let forbidden = self.said.iter().filter(|(_, stance)| **stance == Stance::Forbids);
        forbidden.map(|((choice, party), _)| RedLine { party: *party, choice: *choice }).collect()
    }

    fn is_accepted_by_all(&self, choice: Choice) -> bool {
        let mut parties = (0..).take(self.parties).map(PartyIndex);
        parties.all(|party| self.of(party, choice) == Some(Stance::Accepts))
    }
}

/// Both zones of a space, counted; `counting` says how exactly.
///
/// Errors: a stance on an option that is not there, or of a party beyond the number of parties; a budget that ended.
///
/// ```
/// use onetext_analysis::conflicts::{Stance, Stances, zones};
/// use onetext_analysis::{Budget, Choice, Count, Counting, Issue, PartyIndex, Space};
/// let space = Space::new(vec![Issue::listed("Observers", &["none", "civilian", "armed"])])?;
/// let (delta, upland) = (PartyIndex(0), PartyIndex(1));
/// let stances = Stances::silent(2)
///     .saying(delta, Choice::new(0, 0), Stance::Forbids)
///     .saying(delta, Choice::new(0, 1), Stance::Accepts);
/// let found = zones(&space, &stances, &Counting::default(), &Budget::unlimited())?;
/// assert_eq!(found.not_forbidden.packages, Count::Exact(2_u32.into()));
/// assert_eq!(found.accepted.packages, Count::Exact(0_u32.into())); // Upland is silent.
/// let stances = stances.saying(upland, Choice::new(0, 1), Stance::Accepts);
/// let found = zones(&space, &stances, &Counting::default(), &Budget::unlimited())?;
/// assert_eq!(found.accepted.packages, Count::Exact(1_u32.into()));
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
pub fn zones(space: &Space, stances: &Stances, counting: &Counting, budget: &Budget) -> Result<Zones, Error> {
    if stances.parties > PARTIES_MAX {
        return Err(Error::TooMany { what: "parties", found: stances.parties, limit: PARTIES_MAX });
    }
    for (_, party) in stances.said.keys() {
        if party.at() >= stances.parties {
            let what = "a stance of a party that is not there".to_owned();
            return Err(Error::WrongShape { party: format!("party {}", party.0), what });
        }
    }
    let everything = stances.said.keys().map(|(choice, party)| RedLine { party: *party, choice: *choice });
    space.narrowed_by(&everything.collect::<Vec<_>>())?;
    let not_forbidden = space.narrowed_by(&stances.red_lines())?.space;
    let mut accepted = space.clone();
    for issue in space.indices() {
        let choices = space.open_options(issue).map(|option| Choice { issue, option });
        for choice in choices.filter(|choice| !stances.is_accepted_by_all(*choice)) {
            accepted = accepted.without(choice)?;
        }
    }
    Ok(Zones {
        not_forbidden: zone(not_forbidden, counting, budget)?,
        accepted: zone(accepted, counting, budget)?,
    })
}

fn zone(space: Space, counting: &Counting, budget: &Budget) -> Result<Zone, Stopped> {
    let packages = space.count(counting, budget)?;
    let possible = possible(&space, budget)?;
    let left = space.indices().zip(possible).map(|(issue, in_packages)| LeftOpen {
        issue,
        alone: space.open_options(issue).collect(),
        in_packages,
    });
    let issues = left.collect();
    Ok(Zone { space, packages, issues })
}

/// For each issue, the options that some package of the space has.
fn possible(space: &Space, budget: &Budget) -> Result<Vec<Vec<OptionIndex>>, Stopped> {
    let rules = Dispute::new(space, 0);
    let mut possible = standing_options(&rules);
    for part in whole_parts(&rules) {
        let mut oracle = Oracle::new(&part);
        let mut seen: Vec<Members> =
            part.options.iter().map(|options| Members::none(options.len())).collect();
        for (issue, options) in part.options.iter().enumerate() {
            for option in 0..options.len() {
                if seen[issue].has(option) {
                    continue;
                }
                if let Verdict::Stands(picks) =
                    oracle.ask_with(&Members::none(0), &[(issue, option)], budget)?
                {
                    for (seen, pick) in seen.iter_mut().zip(picks) {
                        seen.insert(pick);
                    }
                }
            }
        }
        for ((issue, options), seen) in part.issues.iter().zip(&part.options).zip(&seen) {
            possible[issue.at()] = seen.iter().map(|option| options[option]).collect();
        }
    }
    if possible.iter().any(Vec::is_empty) {
        possible.iter_mut().for_each(Vec::clear);
    }
    Ok(possible)
}
