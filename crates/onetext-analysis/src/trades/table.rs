//! All sides of a trade at once: what each of them makes of a set of changes, and whether that is better for all.

use super::change::{Change, ChangeIndex, Offered};
use super::consistent::Uncertain;
use super::known::Known;
use super::search::{self, Extent, Found, Judge, Judged, Reach, Row};
use super::{Better, Limits, Side, Trade, Trades, Values};
use crate::{Budget, Error, PartyIndex, Stopped};

/// What one party makes of a set of changes.
pub(super) enum Verdict {
    /// It loses; with it, where one is at hand, a row that this set violates and every certified set satisfies.
    Loses(Option<Row>),
    /// Neither loses nor gains.
    Same,
    /// It gains.
    Gains,
}

/// What is known of one party, as the search needs it.
pub(super) trait Stand {
    /// What every certified set satisfies.
    fn certain_rows(&self, better: Better) -> Vec<Row>;
    /// What every possible set satisfies.
    fn possible_rows(&mut self, better: Better) -> Result<Vec<Row>, Stopped>;
    /// `Gains`: nothing is lost in any consistent utility function, and something gained in at least one. `Same`: nothing is
    /// lost or gained in any. `Loses`: something is lost in at least one.
    fn certain(&mut self, set: &[ChangeIndex]) -> Result<Verdict, Error>;
    /// `Gains`: something is gained in at least one consistent utility function. `Same`: nothing is gained in any, and
    /// nothing lost in at least one. `Loses`: something is lost in all.
    fn possible(&mut self, set: &[ChangeIndex]) -> Result<Verdict, Error>;
    /// How much, and by which change.
    fn side(&mut self, party: PartyIndex, set: &[ChangeIndex]) -> Result<Side, Stopped>;
}

pub(super) struct Table<'a> {
    offered: &'a Offered<'a>,
    stands: Vec<Box<dyn Stand + 'a>>,
    better: Better,
    is_known: bool,
}

impl<'a> Table<'a> {
    pub(super) fn of(
        offered: &'a Offered<'a>,
        sides: &[Values<'a>],
        better: Better,
        budget: &'a Budget<'a>,
    ) -> Result<Self, Error> {
        let mut stands: Vec<Box<dyn Stand + 'a>> = Vec::new();
        for (party, values) in (0..).map(PartyIndex).zip(sides) {
            stands.push(match values {
                Values::Known(utility) => Box::new(Known::of(offered, party, utility)?),
                Values::Consistent(consistent) => {
                    Box::new(Uncertain::of(offered, party, consistent, budget)?)
                }
            });
        }
        let is_known = sides.iter().all(|values| matches!(values, Values::Known(_)));
        Ok(Table { offered, stands, better, is_known })
    }

    /// Whether every utility function is known, so that nothing is merely possible.
    pub(super) fn is_known(&self) -> bool {
        self.is_known
    }

    pub(super) fn certified(&mut self, limits: Limits, budget: &Budget<'_>) -> Result<Found, Error> {
        let rows = self.stands.iter().flat_map(|stand| stand.certain_rows(self.better)).collect();
        let offered = self.offered;
        let reach = Reach { changes_max: limits.changes_max, listed_max: limits.certified_max };
        search::minimal_sets(offered, rows, &[], &mut Certain(self), reach, budget)
    }

    pub(super) fn possible(
        &mut self,
        certified: &Found,
        limits: Limits,
        budget: &Budget<'_>,
    ) -> Result<Found, Error> {
        let mut rows = Vec::new();
        for stand in &mut self.stands {
            match stand.possible_rows(self.better) {
                Ok(some) => rows.extend(some),
                Err(why) => return Ok(Found::nothing(why)),
            }
        }
        let offered = self.offered;
        let reach = Reach { changes_max: limits.changes_max, listed_max: limits.possible_max };
        search::minimal_sets(offered, rows, &certified.minimal, &mut Possible(self), reach, budget)
    }

    pub(super) fn report(mut self, certified: &Found, possible: Option<&Found>) -> Trades {
        let looked_at = certified.looked_at + possible.map_or(0, |found| found.looked_at);
        let (certified, certified_extent) = self.trades(certified);
        let (possible, possible_extent) =
            possible.map_or((Vec::new(), Extent::Complete), |found| self.trades(found));
        Trades { certified, certified_extent, possible, possible_extent, looked_at }
    }

    /// The sets with what each side gains; where the budget ends before that is known of all, those of which it is known.
    fn trades(&mut self, found: &Found) -> (Vec<Trade>, Extent) {
        let mut trades = Vec::new();
        for set in &found.minimal {
            match self.trade(set) {
                Ok(trade) => trades.push(trade),
                Err(why) => return (trades, Extent::Stopped { changes: set.len(), why }),
            }
        }
        (trades, found.extent)
    }

    fn trade(&mut self, set: &[ChangeIndex]) -> Result<Trade, Stopped> {
        let changes: Vec<Change> = set.iter().map(|&index| self.offered.change(index)).collect();
        let parties = (0..).map(PartyIndex).zip(&mut self.stands);
        let sides = parties.map(|(party, stand)| stand.side(party, set)).collect::<Result<_, _>>()?;
        Ok(Trade { result: self.offered.after(&changes), changes, sides })
    }

    /// Asks one party after the other, until one loses.
    fn judge(
        &mut self,
        mut ask: impl FnMut(&mut dyn Stand) -> Result<Verdict, Error>,
    ) -> Result<Judged, Error> {
        let (mut gaining, parties) = (0, self.stands.len());
        for stand in &mut self.stands {
            match ask(stand.as_mut())? {
                Verdict::Loses(None) => return Ok(Judged::Fails),
                Verdict::Loses(Some(row)) => return Ok(Judged::FailsBecause(row)),
                Verdict::Same if self.better == Better::ForEach => return Ok(Judged::Fails),
                Verdict::Same => {}
                Verdict::Gains => gaining += 1,
            }
        }
        let enough = match self.better {
            // Where there is nobody, nothing is better for all.
            Better::ForEach => parties.max(1),
            Better::ForSome => 1,
        };
        Ok(if gaining >= enough { Judged::Passes } else { Judged::Fails })
    }
}

struct Certain<'t, 'a>(&'t mut Table<'a>);

impl Judge for Certain<'_, '_> {
    fn judge(&mut self, set: &[ChangeIndex]) -> Result<Judged, Error> {
        self.0.judge(|stand| stand.certain(set))
    }
}

struct Possible<'t, 'a>(&'t mut Table<'a>);

impl Judge for Possible<'_, '_> {
    fn judge(&mut self, set: &[ChangeIndex]) -> Result<Judged, Error> {
        self.0.judge(|stand| stand.possible(set))
    }
}
