//! A side whose utility function is not known: what follows for every one that is consistent with what it said. Functions
//! found on the way are kept, so that most questions are answered without another linear programme.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::change::{Change, ChangeIndex, Offered};
use super::search::Row;
use super::table::{Stand, Verdict};
use super::{Better, Gain, Side};
use crate::linear::Number;
use crate::preferences::{Bound, Completion, Consistent, Standing, StatementIndex, Worth};
use crate::{Budget, Choice, Error, IssueIndex, OptionIndex, PartyIndex, Space, Stopped, Utility};

/// Functions kept for each party: each is a row of the search, and rows are looked at in every node.
const WITNESSES_MAX: usize = 256;
/// Gains that kept functions hold for each party: 16 MB.
const WITNESS_CELLS_MAX: usize = 1_000_000;

pub(super) struct Uncertain<'a> {
    offered: &'a Offered<'a>,
    consistent: &'a Consistent,
    budget: &'a Budget<'a>,
    witnesses: Vec<Witness>,
    /// What each change alone brings, once it was asked.
    alone: Vec<Option<Gain>>,
}

/// What one consistent utility function says of each offered change, in units of 1e-12.
struct Witness {
    /// Rounded up.
    at_most: Vec<i64>,
    /// Rounded down.
    at_least: Vec<i64>,
}

impl<'a> Uncertain<'a> {
    pub(super) fn of(
        offered: &'a Offered<'a>,
        party: PartyIndex,
        consistent: &'a Consistent,
        budget: &'a Budget<'a>,
    ) -> Result<Self, Error> {
        let shape = |space: &Space| space.issues().iter().map(|it| it.options.len()).collect::<Vec<_>>();
        if shape(consistent.space()) != shape(offered.space) {
            let what = "its statements speak of a space of another shape".to_owned();
            return Err(Error::WrongShape { party: format!("party {}", party.0), what });
        }
        let alone = vec![None; offered.changes.len()];
        Ok(Uncertain { offered, consistent, budget, witnesses: Vec::new(), alone })
    }

    fn worth(&self, set: &[ChangeIndex]) -> Worth {
        set.iter().fold(Worth::default(), |sum, index| sum.plus(&gain(self.offered.change(*index))))
    }

    /// The least that a set brings; the function at it is kept.
    fn least(&mut self, set: &[ChangeIndex]) -> Result<Number, Stopped> {
        let bound = self.consistent.minimum(&self.worth(set), self.budget)?;
        Ok(self.kept(bound))
    }

    /// The most that a set brings; the function at it is kept.
    fn most(&mut self, set: &[ChangeIndex]) -> Result<Number, Stopped> {
        let bound = self.consistent.maximum(&self.worth(set), self.budget)?;
        Ok(self.kept(bound))
    }

    fn kept(&mut self, bound: Bound) -> Number {
        if let Bound::At(least) = &bound
            && self.witnesses.len() < WITNESSES_MAX
            && self.witnesses.len() * self.offered.changes.len() < WITNESS_CELLS_MAX
        {
            self.witnesses.push(Witness::of(&least.at, self.offered));
        }
        value(bound)
    }

    /// The least and the most that a set brings, and what suffices for its not being less.
    fn gain(&self, set: &[ChangeIndex]) -> Result<(Gain, BTreeSet<StatementIndex>), Stopped> {
        let worth = self.worth(set);
        let least = self.consistent.minimum(&worth, self.budget)?;
        let because = if let Bound::At(least) = &least { least.because.clone() } else { BTreeSet::new() };
        let most = value(self.consistent.maximum(&worth, self.budget)?);
        Ok((Gain { least: floor(&value(least)), most: ceiling(&most) }, because))
    }

    fn is_gain_for_a_witness(&self, set: &[ChangeIndex]) -> bool {
        let gain = |witness: &Witness| set.iter().map(|index| witness.at_least[index.at()]).sum::<i64>();
        self.witnesses.iter().any(|witness| gain(witness) > 0)
    }

    fn alone(&mut self, index: ChangeIndex) -> Result<Gain, Stopped> {
        if let Some(gain) = self.alone[index.at()] {
            return Ok(gain);
        }
        let (gain, _) = self.gain(&[index])?;
        self.alone[index.at()] = Some(gain);
        Ok(gain)
    }
}

impl Witness {
    fn of(completion: &Completion, offered: &Offered<'_>) -> Self {
        let value = |issue: IssueIndex, option: OptionIndex| {
            completion.values.get(issue.at()).and_then(|row| row.get(option.at())).unwrap_or(&Number::ZERO)
        };
        let gain = |change: &Change| value(change.issue, change.to) - value(change.issue, change.from);
        let gains: Vec<Number> = offered.changes.iter().map(gain).collect();
        let rounded = |round: fn(&Number) -> Utility| gains.iter().map(|gain| round(gain).0).collect();
        Witness { at_most: rounded(ceiling), at_least: rounded(floor) }
    }

    /// What no function may say of a certified set: that it loses.
    fn row(&self) -> Row {
        Row { gain: self.at_most.clone(), needed: 0 }
    }
}

impl Stand for Uncertain<'_> {
    fn certain_rows(&self, _: Better) -> Vec<Row> {
        self.witnesses.iter().map(Witness::row).collect()
    }

    fn possible_rows(&mut self, better: Better) -> Result<Vec<Row>, Stopped> {
        let offered = self.offered;
        let each = offered.by_issue.iter().flatten().map(|index| Ok(self.alone(*index)?.most.0));
        let needed = match better {
            Better::ForEach => 1,
            Better::ForSome => 0,
        };
        Ok(vec![Row { gain: each.collect::<Result<_, Stopped>>()?, needed }])
    }

    fn certain(&mut self, set: &[ChangeIndex]) -> Result<Verdict, Error> {
        let known = self.witnesses.len();
        let least = self.least(set)?;
        if least.is_negative() {
            return Ok(Verdict::Loses(self.witnesses.get(known).map(Witness::row)));
        }
        let gains = !least.is_zero() || self.is_gain_for_a_witness(set) || !self.most(set)?.is_zero();
        Ok(if gains { Verdict::Gains } else { Verdict::Same })
    }

    fn possible(&mut self, set: &[ChangeIndex]) -> Result<Verdict, Error> {
        if self.is_gain_for_a_witness(set) {
            return Ok(Verdict::Gains);
        }
        let most = self.most(set)?;
        Ok(match most.sign() {
            Ordering::Greater => Verdict::Gains,
            Ordering::Less => Verdict::Loses(None),
            // A bound that strict statements only come near to is a loss under each function.
            Ordering::Equal => {
                let same = self.consistent.is_for_some(&self.worth(set), Standing::AtLeast, self.budget)?;
                if same.is_ok() { Verdict::Same } else { Verdict::Loses(None) }
            }
        })
    }

    fn side(&mut self, party: PartyIndex, set: &[ChangeIndex]) -> Result<Side, Stopped> {
        let by_change = set.iter().map(|index| self.alone(*index)).collect::<Result<_, _>>()?;
        let (gain, because) = self.gain(set)?;
        let level = self.consistent.level();
        Ok(Side { party, gain, by_change, by_terms: Utility::ZERO, level, because })
    }
}

/// Values of options are bounded: only the reservation is not, and no change speaks of it.
fn value(bound: Bound) -> Number {
    match bound {
        Bound::At(least) => least.value,
        Bound::Endless => Number::ZERO,
    }
}

/// What a change brings a party.
fn gain(change: Change) -> Worth {
    let option = |option| Worth::choices([Choice { issue: change.issue, option }]);
    option(change.to).less(&option(change.from))
}

/// At or below; consistent values lie between 0 and 1, so a gain is never beyond the range of utilities.
fn floor(number: &Number) -> Utility {
    number.floor().unwrap_or(-Utility::ONE)
}

fn ceiling(number: &Number) -> Utility {
    (-number).floor().map_or(Utility::ONE, |floor| -floor)
}
