//! The region of value that a new option must reach for an issue where no option works: exact, from the front of the rest.

use std::collections::BTreeMap;

use crate::front::{Front, PointIndex, exact};
use crate::trades::issues_of;
use crate::{
    Budget, Choice, Error, Issue, IssueIndex, OptionIndex, PARTIES_MAX, Package, PartyIndex, Scenario, Space,
    Utility, UtilityFunction,
};

/// What is known of one party: nothing is filled in where nothing is stated.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stake<'a> {
    /// How it values packages, with weights.
    pub utility: Option<&'a UtilityFunction>,
    /// What it has without a deal, on the same scale.
    pub reservation: Option<Utility>,
}

/// What can be said of a new option.
#[derive(Clone, Debug)]
pub enum Bridge {
    /// What it must be worth.
    Region(Region),
    /// Nothing: what a new option is worth cannot be told from the rest, because these tie the issue to others.
    CrossedBy(Vec<Crossing>),
    /// Nothing: this is not stated.
    NotStated(Vec<Missing>),
}

/// What ties an issue to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Crossing {
    /// The dependency of that place in the space.
    Dependency(usize),
    /// A term of a party's utility function, by its place there.
    Term(PartyIndex, usize),
}

/// What a party has not stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// How it values packages, with weights.
    Weights(PartyIndex),
    /// What it has without a deal.
    Reservation(PartyIndex),
}

/// The values that a new option of an issue must reach: an option is part of some rational package if and only if for one of
/// the corners it is worth to every party at least what the corner requires.
///
/// An option's value is what its choice adds to the party's utility, weight included, as in the utility function's table; it
/// is required as it is, below zero too where the rest leaves something over.
#[derive(Clone, Debug)]
pub struct Region {
    /// The issue.
    pub issue: IssueIndex,
    /// The minimal requirements; none requires more than another for every party. Empty where the rest has no package at all.
    /// In the order of what they require.
    pub corners: Vec<Corner>,
    /// Whether each of the issue's open options lies in the region, as it is valued now.
    pub options: BTreeMap<OptionIndex, bool>,
    front: Front,
}

/// One minimal requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corner {
    /// For each party, the least that the new option must be worth to it.
    pub requires: Vec<Utility>,
    point: PointIndex,
}

impl Region {
    /// Whether an option of these values, one for each party, is part of a rational package.
    pub fn holds(&self, values: &[Utility]) -> bool {
        self.corners.iter().any(|corner| {
            corner.requires.len() == values.len()
                && corner.requires.iter().zip(values).all(|(least, value)| value >= least)
        })
    }

    /// How the other issues may be settled where a corner is just met: one way at a time. There may be very many: take some.
    pub fn rests(&self, corner: &Corner) -> impl Iterator<Item = Vec<Choice>> + '_ {
        let others = |package: Package| package.choices().filter(|it| it.issue != self.issue).collect();
        self.front.packages(corner.point).map(others)
    }

    /// For each party, what a new option must be worth to it at least, whatever it is worth to the others. None where no
    /// option would do.
    pub fn required_of_all(&self) -> Option<Vec<Utility>> {
        let least = |a: Vec<Utility>, corner: &Corner| {
            a.iter().zip(&corner.requires).map(|(a, b)| *a.min(b)).collect()
        };
        let (first, rest) = self.corners.split_first()?;
        Some(rest.iter().fold(first.requires.clone(), least))
    }
}

/// What a new option of the issue would have to be worth to each party, one stake for each, so that some package with it
/// gives everyone its reservation.
///
/// With u the utility that the other issues give, an option of values r makes a rational package if and only if u + r is at
/// least the reservation for every party, for some u of the rest. A dominated u requires more than the one that dominates
/// it, so the corners are the reservations less the front of the rest, and the region is the union of the orthants above
/// them.
///
/// The issue's own options, closed or not, play no part in the corners.
pub fn bridge(
    space: &Space,
    stakes: &[Stake<'_>],
    issue: IssueIndex,
    budget: &Budget<'_>,
) -> Result<Bridge, Error> {
    check(space, stakes, issue)?;
    let crossings = crossings(space, stakes, issue);
    if !crossings.is_empty() {
        return Ok(Bridge::CrossedBy(crossings));
    }
    match stated(stakes) {
        Err(missing) => Ok(Bridge::NotStated(missing)),
        Ok(stated) => region(space, &stated, issue, budget).map(Bridge::Region),
    }
}

fn check(space: &Space, stakes: &[Stake<'_>], issue: IssueIndex) -> Result<(), Error> {
    if stakes.len() > PARTIES_MAX {
        return Err(Error::TooMany { what: "parties", found: stakes.len(), limit: PARTIES_MAX });
    }
    if issue.at() >= space.issues().len() {
        return Err(Error::NoSuchChoice(Choice { issue, option: OptionIndex(0) }));
    }
    let utilities = (0..).zip(stakes).filter_map(|(party, stake)| Some((party, stake.utility?)));
    utilities
        .into_iter()
        .try_for_each(|(party, utility): (u16, _)| utility.check(space, &format!("party {party}")))?;
    let too_large = |stake: &Stake<'_>| {
        stake.reservation.is_some_and(|it| it > crate::UTILITY_MAX || it < -crate::UTILITY_MAX)
    };
    match stakes.iter().position(too_large) {
        Some(party) => Err(Error::TooLarge(format!("the reservation of party {party}"))),
        None => Ok(()),
    }
}

fn crossings(space: &Space, stakes: &[Stake<'_>], issue: IssueIndex) -> Vec<Crossing> {
    let dependencies = space.dependencies().iter().enumerate();
    let touching = dependencies.filter(|(_, dependency)| issues_of(dependency).contains(&issue));
    let mut all: Vec<Crossing> = touching.map(|(place, _)| Crossing::Dependency(place)).collect();
    for (party, stake) in (0..).map(PartyIndex).zip(stakes) {
        let terms = stake.utility.map_or(&[][..], |utility| &utility.terms).iter().enumerate();
        let touching = terms.filter(|(_, term)| term.within.iter().any(|(within, _)| *within == issue));
        all.extend(touching.map(|(place, _)| Crossing::Term(party, place)));
    }
    all
}

type Stated<'a> = Vec<(&'a UtilityFunction, Utility)>;

fn stated<'a>(stakes: &[Stake<'a>]) -> Result<Stated<'a>, Vec<Missing>> {
    let mut missing = Vec::new();
    let mut all = Vec::new();
    for (party, stake) in (0..).map(PartyIndex).zip(stakes) {
        match (stake.utility, stake.reservation) {
            (Some(utility), Some(reservation)) => all.push((utility, reservation)),
            (utility, reservation) => {
                missing.extend(utility.is_none().then_some(Missing::Weights(party)));
                missing.extend(reservation.is_none().then_some(Missing::Reservation(party)));
            }
        }
    }
    if missing.is_empty() { Ok(all) } else { Err(missing) }
}

fn region(
    space: &Space,
    stated: &Stated<'_>,
    issue: IssueIndex,
    budget: &Budget<'_>,
) -> Result<Region, Error> {
    let front = exact(&rest(space, stated, issue)?, budget)?;
    let required =
        |point| stated.iter().zip(front.vector(point)).map(|((_, least), rest)| *least - *rest).collect();
    // The front descends, so what is required ascends.
    let corners = front.points().map(|point| Corner { requires: required(point), point }).collect();
    let mut region = Region { issue, corners, options: BTreeMap::new(), front };
    for option in space.open_options(issue) {
        let value = |(utility, _): &(&UtilityFunction, Utility)| utility.value(Choice { issue, option });
        let values: Vec<Utility> = stated.iter().map(value).collect();
        region.options.insert(option, region.holds(&values));
    }
    Ok(region)
}

/// The same scenario where the issue is settled already and worth nothing to anyone; places stay as they are.
fn rest(space: &Space, stated: &Stated<'_>, issue: IssueIndex) -> Result<Scenario, Error> {
    let mut issues = space.issues().to_vec();
    issues[issue.at()] = Issue::listed(&space.issues()[issue.at()].name, &[""]);
    let mut without = Space::new(issues)?;
    for dependency in space.dependencies() {
        without = without.with(dependency.clone())?;
    }
    for &choice in space.closed().iter().filter(|choice| choice.issue != issue) {
        without = without.without(choice)?;
    }
    let mut scenario = Scenario::new("the rest", without);
    for (utility, _) in stated {
        let mut utility = (*utility).clone();
        utility.table[issue.at()] = vec![Utility::ZERO];
        scenario = scenario.with_party("", utility);
    }
    Ok(scenario)
}
