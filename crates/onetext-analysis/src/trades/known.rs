//! A side whose utility function is known: its gains are exact, its bound is one row.

use std::collections::BTreeSet;

use super::change::{Change, ChangeIndex, Offered};
use super::search::Row;
use super::table::{Stand, Verdict};
use super::{Better, Gain, Side};
use crate::preferences::Level;
use crate::{Error, PartyIndex, Stopped, Term, Utility, UtilityFunction};

pub(super) struct Known<'a> {
    offered: &'a Offered<'a>,
    utility: &'a UtilityFunction,
}

impl<'a> Known<'a> {
    pub(super) fn of(
        offered: &'a Offered<'a>,
        party: PartyIndex,
        utility: &'a UtilityFunction,
    ) -> Result<Self, Error> {
        utility.check(offered.space, &format!("party {}", party.0))?;
        Ok(Known { offered, utility })
    }

    /// The gains by change; what terms could add at most is granted beforehand.
    fn row(&self, better: Better) -> Row {
        let granted: Utility = self.utility.terms.iter().map(|term| self.most_gained(term)).sum();
        let least = match better {
            Better::ForEach => 1,
            Better::ForSome => 0,
        };
        let gain = self.offered.changes.iter().map(|change| self.by_option(*change).0).collect();
        Row { gain, needed: least - granted.0 }
    }

    fn verdict(&self, set: &[ChangeIndex]) -> Verdict {
        let changes = self.changes(set);
        let by_options: Utility = changes.iter().map(|change| self.by_option(*change)).sum();
        match (by_options + self.by_terms(&changes)).cmp(&Utility::ZERO) {
            std::cmp::Ordering::Less => Verdict::Loses(None),
            std::cmp::Ordering::Equal => Verdict::Same,
            std::cmp::Ordering::Greater => Verdict::Gains,
        }
    }

    fn changes(&self, set: &[ChangeIndex]) -> Vec<Change> {
        set.iter().map(|index| self.offered.change(*index)).collect()
    }

    fn by_option(&self, change: Change) -> Utility {
        let row = &self.utility.table[change.issue.at()];
        row[change.to.at()] - row[change.from.at()]
    }

    fn by_terms(&self, changes: &[Change]) -> Utility {
        if self.utility.terms.is_empty() {
            return Utility::ZERO;
        }
        let after = self.offered.after(changes);
        self.utility.of_terms(&after) - self.utility.of_terms(self.offered.current)
    }

    /// What a term can bring at most by whatever change: its value where it does not hold yet, or being rid of it.
    fn most_gained(&self, term: &Term) -> Utility {
        let change = if term.holds(self.offered.current) { -term.value } else { term.value };
        change.max(Utility::ZERO)
    }
}

impl Stand for Known<'_> {
    fn certain_rows(&self, better: Better) -> Vec<Row> {
        vec![self.row(better)]
    }

    fn possible_rows(&mut self, better: Better) -> Result<Vec<Row>, Stopped> {
        Ok(vec![self.row(better)])
    }

    fn certain(&mut self, set: &[ChangeIndex]) -> Result<Verdict, Error> {
        Ok(self.verdict(set))
    }

    fn possible(&mut self, set: &[ChangeIndex]) -> Result<Verdict, Error> {
        Ok(self.verdict(set))
    }

    fn side(&mut self, party: PartyIndex, set: &[ChangeIndex]) -> Result<Side, Stopped> {
        let changes = self.changes(set);
        let by_change: Vec<Utility> = changes.iter().map(|change| self.by_option(*change)).collect();
        let by_terms = self.by_terms(&changes);
        Ok(Side {
            party,
            gain: Gain::exactly(by_change.iter().copied().sum::<Utility>() + by_terms),
            by_change: by_change.into_iter().map(Gain::exactly).collect(),
            by_terms,
            level: Level::Weights,
            because: BTreeSet::new(),
        })
    }
}
