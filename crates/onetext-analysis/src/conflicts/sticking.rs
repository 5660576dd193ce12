//! Sticking points: for each issue what its demands alone, and only they, stand in the way of.

use num_bigint::BigUint;

use super::demand::{DemandIndex, Dispute, Terms};
use super::members::Members;
use super::oracle::{Oracle, Verdict};
use super::part::Part;
use super::parting::parts;
use super::standoff::{Conflicts, Extent, Standoff};
use crate::{Budget, Choice, Count, Counting, Error, IssueIndex, Space, Stopped};

/// What the demands on one issue do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StickingPoint {
    /// The issue.
    pub issue: IssueIndex,
    /// All demands for some of its options.
    pub demands: Vec<DemandIndex>,
    /// No package meets them, whatever becomes of all other demands.
    pub is_essential: bool,
    /// Not all demands can be met, and without these all others can.
    pub is_pivotal: bool,
    /// How near they are to being pivotal.
    pub responsibility: Responsibility,
    /// What they block of what all other demands allow.
    pub blocked: Blocked,
}

/// Degree of responsibility: 1/(1+k), where k is the least number of other demands after whose fall these would be pivotal
/// (Chockler & Halpern, "Responsibility and Blame", 2004).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Responsibility {
    /// They would be pivotal after no fall of others: they take part in no conflict. Zero.
    None,
    /// That many others would have to fall, no fewer.
    Exact {
        /// How many: k.
        others: usize,
    },
    /// That many others are enough; fewer may be.
    AtLeast {
        /// How many: no less than k.
        others: usize,
    },
    /// Too little was found to say.
    Unknown,
}

/// How many packages demands block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// Both counts: the share blocked is the one less the other, out of the one.
    Share {
        /// Packages that all other demands allow.
        others_allow: Count,
        /// Packages that all demands allow, these included.
        all_allow: Count,
    },
    /// The others allow no package: there is no share, 0 of 0.
    Nothing,
    /// There are demands for utility, and packages that reach one are not counted.
    NotCounted,
}

/// Every issue that something is demanded on, in the order of the issues, which carries no meaning.
///
/// `found` are the conflicts of the same dispute. Errors: a dispute that does not fit its space; a budget that ended.
pub fn sticking_points(
    dispute: &Dispute,
    found: &Conflicts,
    counting: &Counting,
    budget: &Budget,
) -> Result<Vec<StickingPoint>, Error> {
    dispute.check()?;
    let mut look = Look::of(dispute, budget)?;
    let is_counted = dispute.demands().iter().all(|demand| matches!(demand.terms, Terms::OneOf { .. }));
    let all_allow = if look.whole && is_counted {
        allowed(dispute, None)?.count(counting, budget)?
    } else {
        Count::Exact(BigUint::ZERO)
    };
    let mut points = Vec::new();
    for issue in dispute.space().indices() {
        let is_about = |index: &DemandIndex| dispute.demand(*index).issue() == Some(issue);
        let demands: Vec<DemandIndex> = dispute.indices().filter(is_about).collect();
        if demands.is_empty() {
            continue;
        }
        let others_stand = look.others_stand(&demands, budget)?;
        let blocked = if !is_counted {
            Blocked::NotCounted
        } else if others_stand {
            let others_allow = allowed(dispute, Some(issue))?.count(counting, budget)?;
            Blocked::Share { others_allow, all_allow: all_allow.clone() }
        } else {
            Blocked::Nothing
        };
        points.push(StickingPoint {
            issue,
            is_essential: !look.stand_alone(&demands, budget)?,
            is_pivotal: !look.whole && others_stand,
            responsibility: responsibility(found, &demands),
            blocked,
            demands,
        });
    }
    Ok(points)
}

/// The parts of a dispute, and which of them stand with all their demands.
struct Look {
    parts: Vec<(Part, Oracle)>,
    /// By part, whether its rules leave anything, and whether all its demands can be met.
    stands: Vec<(bool, bool)>,
    /// Whether all demands can be met.
    whole: bool,
}

impl Look {
    fn of(dispute: &Dispute, budget: &Budget) -> Result<Self, Stopped> {
        let with_oracle = |part: Part| {
            let oracle = Oracle::new(&part);
            (part, oracle)
        };
        let mut parts: Vec<(Part, Oracle)> = parts(dispute).into_iter().map(with_oracle).collect();
        let mut stands = Vec::new();
        for (part, oracle) in &mut parts {
            let groups = part.groups.len();
            let rules = oracle.ask(&Members::none(groups), budget)?;
            let all = oracle.ask(&Members::all(groups), budget)?;
            stands.push((matches!(rules, Verdict::Stands(_)), matches!(all, Verdict::Stands(_))));
        }
        let whole = stands.iter().all(|(_, all)| *all);
        Ok(Look { parts, stands, whole })
    }

    /// Whether a package meets these demands, whatever becomes of the others.
    fn stand_alone(&mut self, demands: &[DemandIndex], budget: &Budget) -> Result<bool, Stopped> {
        self.all_stand(budget, |demand| demands.binary_search(demand).is_ok())
    }

    /// Whether a package meets all demands but these.
    fn others_stand(&mut self, demands: &[DemandIndex], budget: &Budget) -> Result<bool, Stopped> {
        self.all_stand(budget, |demand| demands.binary_search(demand).is_err())
    }

    /// Whether a package meets all groups with such a demand. Of most parts all or none are asked for, which is known.
    fn all_stand(
        &mut self,
        budget: &Budget,
        is_asked: impl Fn(&DemandIndex) -> bool,
    ) -> Result<bool, Stopped> {
        for ((part, oracle), (rules, all)) in self.parts.iter_mut().zip(&self.stands) {
            let asked = (0..part.groups.len()).filter(|group| part.groups[*group].iter().any(&is_asked));
            let asked = Members::of(part.groups.len(), asked);
            let stands = if asked.is_empty() {
                *rules
            } else if asked.count() == part.groups.len() {
                *all
            } else {
                matches!(oracle.ask(&asked, budget)?, Verdict::Stands(_))
            };
            if !stands {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The space of what all demands allow, but for those on one issue.
fn allowed(dispute: &Dispute, but: Option<IssueIndex>) -> Result<Space, Error> {
    let mut space = dispute.space().clone();
    for demand in dispute.demands() {
        let Terms::OneOf { issue, allowed } = &demand.terms else { continue };
        if Some(*issue) == but {
            continue;
        }
        for option in dispute.space().open_options(*issue).filter(|option| !allowed.contains(option)) {
            space = space.without(Choice { issue: *issue, option })?;
        }
    }
    Ok(space)
}

/// Of all corrections that touch the demands, the fewest other demands that one gives up. What it gives up of the others is
/// just what must fall: the demands still fail with it, and without these no longer.
fn responsibility(found: &Conflicts, demands: &[DemandIndex]) -> Responsibility {
    if !found.impossible.is_empty() {
        return Responsibility::None;
    }
    let least: Vec<Least> = found.standoffs.iter().map(|standoff| Least::of(standoff, demands)).collect();
    let usual: Option<Vec<usize>> = least.iter().map(|least| least.others).collect();
    let is_complete = found.standoffs.iter().all(|standoff| standoff.extent == Extent::Complete);
    let others = usual.and_then(|usual| {
        let sum: usize = usual.iter().sum();
        let touching =
            least.iter().zip(&usual).filter_map(|(least, usual)| Some(least.touching? + sum - usual));
        touching.min()
    });
    match (others, is_complete) {
        (Some(others), true) => Responsibility::Exact { others },
        (Some(others), false) => Responsibility::AtLeast { others },
        (None, true) => Responsibility::None,
        (None, false) => Responsibility::Unknown,
    }
}

/// The fewest other demands that a correction of a standoff gives up, and the fewest that one gives up beside some of these.
struct Least {
    others: Option<usize>,
    touching: Option<usize>,
}

impl Least {
    fn of(standoff: &Standoff, demands: &[DemandIndex]) -> Self {
        let is_one = |demand: &&DemandIndex| demands.binary_search(demand).is_ok();
        let ones: Vec<usize> =
            standoff.groups.iter().map(|group| group.iter().filter(is_one).count()).collect();
        let others = |groups: &Vec<usize>| -> usize {
            groups.iter().map(|&group| standoff.groups[group].len() - ones[group]).sum()
        };
        let touches = |groups: &&Vec<usize>| groups.iter().any(|&group| ones[group] > 0);
        Least {
            others: standoff.corrections.iter().map(others).min(),
            touching: standoff.corrections.iter().filter(touches).map(others).min(),
        }
    }
}
