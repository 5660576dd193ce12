//! What a correction would mean for those whose demands it gives up: which options they would have to admit, at what price on
//! their own scale. All corrections are listed alike; none is proposed.

use std::collections::BTreeSet;

use super::demand::{DemandIndex, Dispute, Terms};
use super::members::Members;
use super::oracle::{Oracle, Verdict};
use super::part::{Part, Want};
use super::parting::whole_parts;
use super::standoff::{Conflicts, Extent, Standoff};
use crate::{Budget, Choice, Error, IssueIndex, OptionIndex, Stopped, Utility};

/// Vectors of what each party gives up that are kept while standoffs are put together.
const VECTORS_MAX: usize = 4_096;

/// One correction of a standoff, priced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// The demands given up, in their order.
    pub relaxed: Vec<Relaxed>,
    /// How many of them are each party's, in the order of the parties.
    pub by_party: Vec<usize>,
}

/// A demand given up, and what would be had instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxed {
    /// The demand.
    pub demand: DemandIndex,
    /// What its party would have to admit.
    pub price: Price,
}

/// What a party would have to admit in place of what it demanded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Price {
    /// One of these options, in their order. Each can be had in some package that meets the rest of the standoff; not every
    /// combination of options of several issues can.
    OneOf(Vec<Admission>),
    /// So much utility: the most that the rest of the standoff leaves.
    AtMost(Utility),
    /// Nothing can be had: the rules of the space leave nothing.
    Nothing,
}

/// An option to be admitted, with its price on the party's own scale where that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Admission {
    /// The option.
    pub option: OptionIndex,
    /// How many ranks it is below the lowest option that was demanded; below zero where the party's order has it above.
    pub ranks_below: Option<i32>,
    /// How much less it is worth than the least valued option that was demanded, by itself; below zero where it is worth more.
    pub utility_below: Option<Utility>,
}

/// A dispute made ready for pricing the corrections of its standoffs.
#[derive(Clone, Debug)]
pub struct Pricing<'a> {
    dispute: &'a Dispute<'a>,
    parts: Vec<(Part, Oracle)>,
    /// By demand, its part and its group there; none for one that every package meets.
    places: Vec<Option<(usize, usize)>>,
    /// By demand, whether it is in any standoff.
    is_contested: Vec<bool>,
}

impl<'a> Pricing<'a> {
    /// For a dispute and its conflicts. Errors: a dispute that does not fit its space.
    pub fn of(dispute: &'a Dispute<'a>, found: &Conflicts) -> Result<Self, Error> {
        dispute.check()?;
        let mut places = vec![None; dispute.demands().len()];
        let mut parts = Vec::new();
        for (at, part) in whole_parts(dispute).into_iter().enumerate() {
            for (group, demands) in part.groups.iter().enumerate() {
                for demand in demands {
                    places[demand.at()] = Some((at, group));
                }
            }
            let oracle = Oracle::new(&part);
            parts.push((part, oracle));
        }
        let mut is_contested = vec![false; dispute.demands().len()];
        for demand in found.standoffs.iter().flat_map(|standoff| &standoff.groups).flatten() {
            if let Some(is_contested) = is_contested.get_mut(demand.at()) {
                *is_contested = true;
            }
        }
        Ok(Pricing { dispute, parts, places, is_contested })
    }

    /// A correction of a standoff, by its place there. What is given up in other standoffs is left open: their demands are
    /// not asked for.
    pub fn price(
        &mut self,
        standoff: &Standoff,
        correction: &[usize],
        budget: &Budget,
    ) -> Result<Relaxation, Stopped> {
        let given: BTreeSet<DemandIndex> =
            correction.iter().filter_map(|&group| standoff.groups.get(group)).flatten().copied().collect();
        let kept: BTreeSet<DemandIndex> =
            standoff.groups.iter().flatten().filter(|demand| !given.contains(demand)).copied().collect();
        let mut relaxed = Vec::new();
        for &demand in &given {
            relaxed.push(Relaxed { demand, price: self.price_of(demand, &kept, budget)? });
        }
        let by_party = by_party(self.dispute, given.iter());
        Ok(Relaxation { relaxed, by_party })
    }

    fn price_of(
        &mut self,
        demand: DemandIndex,
        kept: &BTreeSet<DemandIndex>,
        budget: &Budget,
    ) -> Result<Price, Stopped> {
        let Some((at, group)) = self.places.get(demand.at()).copied().flatten() else {
            return Ok(Price::Nothing);
        };
        let is_contested = &self.is_contested;
        let (part, oracle) = &mut self.parts[at];
        let is_asked = |group: &usize| {
            part.groups[*group].iter().any(|demand| !is_contested[demand.at()] || kept.contains(demand))
        };
        let asked = Members::of(part.groups.len(), (0..part.groups.len()).filter(is_asked));
        match &part.wants[group] {
            Want::AtLeast(sum) => {
                let Some(most) = oracle.most(sum, &asked, budget)? else { return Ok(Price::Nothing) };
                let Terms::AtLeast(least) = self.dispute.demand(demand).terms else {
                    return Ok(Price::Nothing);
                };
                let elsewhere = i128::from(least.0) - sum.least;
                Ok(i64::try_from(most + elsewhere)
                    .map_or(Price::Nothing, |most| Price::AtMost(Utility(most))))
            }
            Want::OneOf { issue, .. } => {
                let (issue, mut options) = (*issue, Vec::new());
                for (place, &option) in part.options[issue].iter().enumerate() {
                    if let Verdict::Stands(_) = oracle.ask_with(&asked, &[(issue, place)], budget)? {
                        options.push(option);
                    }
                }
                if options.is_empty() {
                    return Ok(Price::Nothing);
                }
                Ok(Price::OneOf(options.into_iter().map(|option| self.admission(demand, option)).collect()))
            }
        }
    }

    fn admission(&self, demand: DemandIndex, option: OptionIndex) -> Admission {
        let demand = self.dispute.demand(demand);
        let (issue, allowed): (IssueIndex, &[OptionIndex]) = match &demand.terms {
            Terms::OneOf { issue, allowed } => (*issue, allowed),
            Terms::AtLeast(_) => return Admission { option, ranks_below: None, utility_below: None },
        };
        let ranks_below = self.dispute.ranks(demand.party, issue).and_then(|ranks| {
            let lowest = allowed.iter().map(|allowed| ranks[allowed.at()]).max()?;
            Some(i32::from(ranks[option.at()]) - i32::from(lowest))
        });
        let utility_below = self.dispute.utility(demand.party).and_then(|utility| {
            let value = |option: OptionIndex| utility.value(Choice { issue, option });
            Some(allowed.iter().map(|&allowed| value(allowed)).min()? - value(option))
        });
        Admission { option, ranks_below, utility_below }
    }
}

/// The corrections of a standoff, as places in it, than which none gives up fewer demands of some party and no more of any.
/// By the sets of demands themselves, every correction is minimal.
pub fn fewest(dispute: &Dispute, standoff: &Standoff) -> Vec<usize> {
    let vectors: Vec<Vec<usize>> =
        standoff.corrections.iter().map(|groups| vector(dispute, standoff, groups)).collect();
    let different: BTreeSet<&Vec<usize>> = vectors.iter().collect();
    let is_least = |mine: &Vec<usize>| !different.iter().any(|other| is_less(other, mine));
    let least: BTreeSet<&Vec<usize>> = different.iter().filter(|mine| is_least(mine)).copied().collect();
    (0..vectors.len()).filter(|&at| least.contains(&vectors[at])).collect()
}

/// How many demands each party would give up, over all standoffs together: every vector for which no other has fewer of some
/// party and no more of any. In rising order, which carries no meaning.
pub fn lightest(
    dispute: &Dispute,
    found: &Conflicts,
    budget: &Budget,
) -> Result<(Vec<Vec<usize>>, Extent), Stopped> {
    if !found.impossible.is_empty() {
        return Ok((Vec::new(), Extent::Complete));
    }
    let mut sums = BTreeSet::from([vec![0; dispute.parties()]]);
    let mut extent = Extent::Complete;
    for standoff in &found.standoffs {
        let vectors: BTreeSet<Vec<usize>> = fewest(dispute, standoff)
            .iter()
            .map(|&at| vector(dispute, standoff, &standoff.corrections[at]))
            .collect();
        budget.spend((1 + sums.len() as u64) * vectors.len() as u64)?;
        let add =
            |sum: &Vec<usize>, vector: &Vec<usize>| sum.iter().zip(vector).map(|(a, b)| a + b).collect();
        let together: BTreeSet<Vec<usize>> =
            sums.iter().flat_map(|sum| vectors.iter().map(move |vector| add(sum, vector))).collect();
        budget.spend((together.len() as u64).saturating_mul(together.len() as u64) / 64)?;
        let is_least = |mine: &&Vec<usize>| !together.iter().any(|other| is_less(other, mine));
        sums = together.iter().filter(is_least).cloned().collect();
        if standoff.extent != Extent::Complete {
            extent = standoff.extent;
        }
        if sums.len() > VECTORS_MAX {
            sums = sums.into_iter().take(VECTORS_MAX).collect();
            extent = Extent::TooMany;
        }
    }
    Ok((sums.into_iter().collect(), extent))
}

fn vector(dispute: &Dispute, standoff: &Standoff, groups: &[usize]) -> Vec<usize> {
    by_party(dispute, groups.iter().flat_map(|&group| &standoff.groups[group]))
}

fn by_party<'a>(dispute: &Dispute, demands: impl Iterator<Item = &'a DemandIndex>) -> Vec<usize> {
    let mut counts = vec![0; dispute.parties()];
    for demand in demands {
        let party = dispute.demands().get(demand.at()).map_or(usize::MAX, |demand| demand.party.at());
        if let Some(count) = counts.get_mut(party) {
            *count += 1;
        }
    }
    counts
}

/// Nowhere more, and somewhere less.
fn is_less(one: &[usize], other: &[usize]) -> bool {
    one != other && one.iter().zip(other).all(|(one, other)| one <= other)
}
