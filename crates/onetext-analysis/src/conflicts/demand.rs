//! What the parties demand of a space: the question that conflicts, relaxations and sticking points answer.

use std::collections::BTreeMap;

use crate::{
    Choice, Error, IssueIndex, OptionIndex, PARTIES_MAX, Package, PartyIndex, Space, Utility, UtilityFunction,
};

/// Demands that are computed with; a treaty of two hundred issues under twenty parties has four thousand.
pub const DEMANDS_MAX: usize = 16_384;

/// The place of a demand in its dispute. Order carries no meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DemandIndex(pub u16);

impl DemandIndex {
    /// As an index into a list.
    pub fn at(self) -> usize {
        usize::from(self.0)
    }
}

/// What one party says must hold in any deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Who says so.
    pub party: PartyIndex,
    /// What must hold.
    pub terms: Terms,
    /// What the caller finds it by: the place of the position it rests on, say. Not read here, given back as it came.
    pub source: usize,
}

/// What a demand asks of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Terms {
    /// One of these options of an issue, in any order. None: no option would do, whatever the issue.
    OneOf {
        /// The issue.
        issue: IssueIndex,
        /// The options that would do.
        allowed: Vec<OptionIndex>,
    },
    /// At least so much utility, on the party's own scale; needs its utility function.
    AtLeast(Utility),
}

/// A space, and what the parties demand of it.
///
/// The space's own rules (one option for each issue, dependencies, closed options) are hard: nobody is asked to give them up.
///
/// ```
/// use onetext_analysis::conflicts::{Demand, Dispute, conflicts};
/// use onetext_analysis::{Budget, Issue, IssueIndex, OptionIndex, PartyIndex, Space};
/// let space = Space::new(vec![Issue::listed("Release of water", &["60 months", "84 months"])])?;
/// let wants = |party, option| Demand::one_of(PartyIndex(party), IssueIndex(0), &[OptionIndex(option)]);
/// let dispute = Dispute::new(&space, 2).demanding(wants(0, 0)).demanding(wants(1, 1));
/// let found = conflicts(&dispute, &Budget::unlimited())?;
/// assert_eq!(found.minimal_conflicts().count(), 1);
/// assert_eq!(found.minimal_corrections().count(), 2);
/// # Ok::<(), onetext_analysis::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Dispute<'a> {
    space: &'a Space,
    utilities: Vec<Option<&'a UtilityFunction>>,
    ranks: BTreeMap<(PartyIndex, IssueIndex), Vec<u16>>,
    demands: Vec<Demand>,
}

impl Demand {
    /// A demand for one of these options of an issue.
    pub fn one_of(party: PartyIndex, issue: IssueIndex, allowed: &[OptionIndex]) -> Self {
        Demand { party, terms: Terms::OneOf { issue, allowed: allowed.to_vec() }, source: 0 }
    }

    /// A demand for at least so much utility.
    pub fn at_least(party: PartyIndex, least: Utility) -> Self {
        Demand { party, terms: Terms::AtLeast(least), source: 0 }
    }

    /// The same, found by that number.
    #[must_use]
    pub fn from_source(self, source: usize) -> Self {
        Demand { source, ..self }
    }

    /// The issue that it is about, if it is about one.
    pub fn issue(&self) -> Option<IssueIndex> {
        match self.terms {
            Terms::OneOf { issue, .. } => Some(issue),
            Terms::AtLeast(_) => None,
        }
    }
}

impl<'a> Dispute<'a> {
    /// So many parties that demand nothing yet.
    pub fn new(space: &'a Space, parties: usize) -> Self {
        Dispute { space, utilities: vec![None; parties], ranks: BTreeMap::new(), demands: Vec::new() }
    }

    /// The same with a party's utility function known. Nothing changes for a party that is not there.
    #[must_use]
    pub fn valuing(mut self, party: PartyIndex, utility: &'a UtilityFunction) -> Self {
        if let Some(known) = self.utilities.get_mut(party.at()) {
            *known = Some(utility);
        }
        self
    }

    /// The same with a party's order of an issue's options known: the rank of each option, the best 0, equal ones alike.
    #[must_use]
    pub fn ranking(mut self, party: PartyIndex, issue: IssueIndex, ranks: Vec<u16>) -> Self {
        self.ranks.insert((party, issue), ranks);
        self
    }

    /// The same with one more demand.
    #[must_use]
    pub fn demanding(mut self, demand: Demand) -> Self {
        self.demands.push(demand);
        self
    }

    /// The space.
    pub fn space(&self) -> &'a Space {
        self.space
    }

    /// How many parties there are.
    pub fn parties(&self) -> usize {
        self.utilities.len()
    }

    /// The demands, in the order in which they came.
    pub fn demands(&self) -> &[Demand] {
        &self.demands
    }

    /// A demand of the dispute.
    pub fn demand(&self, index: DemandIndex) -> &Demand {
        &self.demands[index.at()]
    }

    /// Every demand's place.
    pub fn indices(&self) -> impl Iterator<Item = DemandIndex> + use<> {
        (0..=u16::MAX).take(self.demands.len()).map(DemandIndex)
    }

    /// How a party values packages, where that is known.
    pub fn utility(&self, party: PartyIndex) -> Option<&'a UtilityFunction> {
        self.utilities.get(party.at()).copied().flatten()
    }

    /// How a party ranks the options of an issue, where that is known.
    pub fn ranks(&self, party: PartyIndex, issue: IssueIndex) -> Option<&[u16]> {
        self.ranks.get(&(party, issue)).map(Vec::as_slice)
    }

    /// Whether a package of the space meets a demand.
    pub fn meets(&self, package: &Package, demand: DemandIndex) -> bool {
        let demand = self.demand(demand);
        match &demand.terms {
            Terms::OneOf { issue, allowed } => {
                package.0.get(issue.at()).is_some_and(|option| allowed.contains(option))
            }
            Terms::AtLeast(least) => {
                self.utility(demand.party).is_some_and(|utility| utility.of(package) >= *least)
            }
        }
    }

    /// Whether every demand is of a party that is there, about options that are there, and can be computed with.
    pub fn check(&self) -> Result<(), Error> {
        let parties = self.utilities.len();
        if parties > PARTIES_MAX {
            return Err(Error::TooMany { what: "parties", found: parties, limit: PARTIES_MAX });
        }
        if self.demands.len() > DEMANDS_MAX {
            return Err(Error::TooMany { what: "demands", found: self.demands.len(), limit: DEMANDS_MAX });
        }
        for (party, utility) in (0..).map(PartyIndex).zip(&self.utilities) {
            if let Some(utility) = utility {
                utility.check(self.space, &named(party))?;
            }
        }
        for ((party, issue), ranks) in &self.ranks {
            let options = self.space.issues().get(issue.at()).map_or(0, |issue| issue.options.len());
            if ranks.len() != options || party.at() >= self.utilities.len() {
                let what = format!("ranks {} options of issue {}, it has {options}", ranks.len(), issue.0);
                return Err(Error::WrongShape { party: named(*party), what });
            }
        }
        self.demands.iter().try_for_each(|demand| self.check_demand(demand))
    }

    fn check_demand(&self, demand: &Demand) -> Result<(), Error> {
        let wrong = |what: &str| Error::WrongShape { party: named(demand.party), what: what.to_owned() };
        if demand.party.at() >= self.utilities.len() {
            return Err(wrong("a demand of a party that is not in the dispute"));
        }
        match &demand.terms {
            Terms::OneOf { issue, allowed } => {
                let options = self.space.issues().get(issue.at()).map_or(0, |issue| issue.options.len());
                let no_issue = (options == 0).then_some(OptionIndex(0));
                match no_issue.or_else(|| allowed.iter().copied().find(|option| option.at() >= options)) {
                    Some(option) => Err(Error::NoSuchChoice(Choice { issue: *issue, option })),
                    None => Ok(()),
                }
            }
            Terms::AtLeast(_) if self.utility(demand.party).is_none() => {
                Err(wrong("demands a utility, and its utility function is not known"))
            }
            Terms::AtLeast(_) => Ok(()),
        }
    }
}

/// Where only the place of a party is known.
fn named(party: PartyIndex) -> String {
    format!("party {}", party.0)
}
