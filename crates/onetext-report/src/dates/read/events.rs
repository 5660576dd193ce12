//! Days that rest on another event: "later that day", "the same day", "the day before", "the following day".

use super::super::expression::{Amount, Bound, Meaning, Unit};
use super::super::terms::Term;
use super::super::words::Gap;
use super::{Piece, Reader};

impl Reader<'_> {
    /// A day told by its place beside an event. Amounts ("a day after", "two days later") are in `amounts`.
    pub(super) fn event(self, at: usize) -> Option<Piece> {
        match self.term(at) {
            Term::Later | Term::Earlier | Term::Late | Term::Early => self.that_day(at + 1, true),
            Term::That => self.that_day(at, false),
            Term::The => self.the_day(at),
            _ => None,
        }
    }

    /// "that day", "the same day", "that week"; after "later" only a day.
    fn that_day(self, at: usize, is_after_later: bool) -> Option<Piece> {
        if is_after_later && self.gap(at) != Gap::Blank {
            return None;
        }
        let from = match self.term(at) {
            // "the same evening", "that same evening"
            Term::The | Term::That if self.next(at + 1) == Term::Same => at + 2,
            Term::That | Term::Same => at + 1,
            // "later in the day", "earlier in the day"
            Term::In if is_after_later && self.next(at + 1) == Term::The => at + 2,
            _ => return None,
        };
        match self.next(from) {
            Term::Unit(Unit::Day) => Some(Piece::new(from + 1, own_day())),
            Term::Part(part) => Some(Piece { part: Some(part), ..Piece::new(from + 1, own_day()) }),
            Term::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Weekend))
                if self.term(at) != Term::In =>
            {
                Some(Piece::new(from + 1, Meaning::PeriodOfEvent { unit }))
            }
            _ => None,
        }
    }

    /// "the day before", "the next day", "the same evening", "the morning after", "the day after tomorrow"
    fn the_day(self, at: usize) -> Option<Piece> {
        match (self.next(at + 1), self.next(at + 2), self.next(at + 3)) {
            (Term::Unit(Unit::Day), Term::After, Term::Today(1)) => {
                Some(Piece::new(at + 4, Meaning::Today { days: 2 }))
            }
            (Term::Unit(Unit::Day), Term::Before, Term::Today(-1)) => {
                Some(Piece::new(at + 4, Meaning::Today { days: -2 }))
            }
            (Term::Unit(unit @ (Unit::Day | Unit::Week)), behind @ (Term::After | Term::Before), _) => {
                Some(Piece::new(at + 3, one(unit, behind == Term::After)))
            }
            (Term::Part(part), behind @ (Term::After | Term::Before), _) => {
                let meaning = one(Unit::Day, behind == Term::After);
                Some(Piece { part: Some(part), ..Piece::new(at + 3, meaning) })
            }
            (which @ (Term::Next | Term::Following | Term::Previous), Term::Unit(Unit::Day), _) => {
                Some(Piece::new(at + 3, one(Unit::Day, which != Term::Previous)))
            }
            (Term::Same, _, _) => self.that_day(at, false),
            _ => None,
        }
    }
}

/// The event's own day.
fn own_day() -> Meaning {
    Meaning::FromEvent {
        amount: Amount { count: Some(0), unit: Unit::Day, bound: Bound::Exact },
        ahead: true,
    }
}

/// One unit after or before the event.
fn one(unit: Unit, ahead: bool) -> Meaning {
    Meaning::FromEvent { amount: Amount { count: Some(1), unit, bound: Bound::Exact }, ahead }
}
