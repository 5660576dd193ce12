//! How much a party may regret that one package was taken and not another, over every consistent utility function.

use crate::linear::Number;
use crate::preferences::{Bound, Completion, Consistent, Worth};
use crate::{Budget, Package, Stopped};

/// What not knowing more costs a party, at worst, among some packages. On the party's own scale, from zero to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegretLeft {
    /// The greatest regret of the safest package; zero where it is certainly as good as any.
    pub greatest: Number,
    /// The place of the safest package: that whose greatest regret is least, the first of several.
    pub safest: usize,
    /// The regrets of the safer of every two packages, summed; zero where every two are certainly ordered.
    pub undecided: Number,
}

/// For every two packages, how much better the second may be than the first.
pub(super) struct Rivals {
    rows: Vec<Vec<Rival>>,
}

struct Rival {
    most: Number,
    /// A function for which it is so much better.
    at: Option<Completion>,
}

/// Compares every two packages. Where more is known than `before`, namely that a worth is not below zero, the functions that
/// were found then and agree with it are taken over.
pub(super) fn rivals(
    known: &Consistent,
    packages: &[Package],
    before: Option<(&Rivals, &Worth)>,
    budget: &Budget<'_>,
) -> Result<Rivals, Stopped> {
    let mut rows = Vec::new();
    for (place, taken) in packages.iter().enumerate() {
        let mut row = Vec::new();
        for (other, rival) in packages.iter().enumerate() {
            let known_rival = before.and_then(|(before, worth)| before.rows[place][other].if_holds(worth));
            row.push(match known_rival {
                Some(rival) => rival,
                None => compare(known, taken, rival, budget)?,
            });
        }
        rows.push(row);
    }
    Ok(Rivals { rows })
}

fn compare(
    known: &Consistent,
    taken: &Package,
    rival: &Package,
    budget: &Budget<'_>,
) -> Result<Rival, Stopped> {
    let nothing = Rival { most: Number::ZERO, at: None };
    if taken == rival {
        return Ok(nothing);
    }
    let better = Worth::package(rival).less(&Worth::package(taken));
    Ok(match known.maximum(&better, budget)? {
        Bound::At(most) => Rival { most: most.value, at: Some(most.at) },
        // Values of options are bounded: only the reservation is not, and no package speaks of it.
        Bound::Endless => nothing,
    })
}

impl Rival {
    /// The same, if its function has the worth above zero: then functions near it that meet strict statements have, too.
    fn if_holds(&self, worth: &Worth) -> Option<Rival> {
        let at = self.at.as_ref().filter(|at| at.worth(worth).sign().is_gt())?;
        Some(Rival { most: self.most.clone(), at: Some(at.clone()) })
    }

    fn regret(&self) -> Number {
        if self.most.is_negative() { Number::ZERO } else { self.most.clone() }
    }
}

impl Rivals {
    pub(super) fn left(&self) -> RegretLeft {
        let (safest, greatest) = self.safest().unwrap_or((0, Number::ZERO));
        let mut undecided = Number::ZERO;
        for (place, row) in self.rows.iter().enumerate() {
            for (other, rival) in row.iter().enumerate().skip(place + 1) {
                undecided = &undecided + &rival.regret().min(self.rows[other][place].regret());
            }
        }
        RegretLeft { greatest, safest, undecided }
    }

    /// The safest package, and that which it may be regretted for most.
    pub(super) fn safest_and_rival(&self) -> Option<(usize, usize)> {
        let (safest, greatest) = self.safest()?;
        let rival = self.rows[safest].iter().position(|rival| rival.regret() == greatest)?;
        Some((safest, rival))
    }

    fn safest(&self) -> Option<(usize, Number)> {
        let greatest = |row: &Vec<Rival>| row.iter().map(Rival::regret).max().unwrap_or(Number::ZERO);
        self.rows.iter().map(greatest).enumerate().min_by(|(_, a), (_, b)| a.cmp(b))
    }
}
