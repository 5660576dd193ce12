//! Distances and lengths: "two weeks ago", "in ten days", "a day after", "three days of", "nearly three weeks ago".

use super::super::expression::{Amount, Bound, Meaning, Unit, Which};
use super::super::terms::Term;
use super::super::words::Gap;
use super::{Measured, Piece, Reader};

impl Reader<'_> {
    /// An amount of time, with what is said of it before and behind.
    pub(super) fn amount(self, at: usize) -> Option<Piece> {
        match self.term(at) {
            Term::In => self.ahead(at),
            Term::Within => {
                let measured = self.measured(at + 1).filter(|_| self.gap(at + 1) == Gap::Blank)?;
                Some(Piece::new(measured.to, Meaning::Stretch { amount: measured.amount, ahead: true }))
            }
            Term::For => {
                let measured = self.measured(at + 1).filter(|_| self.gap(at + 1) == Gap::Blank)?;
                let is_length = measured.amount.unit >= Unit::Day
                    && self.gap(measured.to - 1) == Gap::Blank
                    && self.behind(measured.to).is_none();
                is_length.then(|| Piece::new(measured.to, Meaning::Length(measured.amount)))
            }
            Term::Units(unit) => self.vague(at, unit),
            _ => self.told(at),
        }
    }

    /// "in ten days", "in three weeks' time"; "in three days of talks" is a length.
    fn ahead(self, at: usize) -> Option<Piece> {
        let measured = self.measured(at + 1).filter(|_| self.gap(at + 1) == Gap::Blank)?;
        if self.gap(measured.to - 1) == Gap::Dash || self.behind(measured.to).is_some() {
            return None;
        }
        if self.next(measured.to) == Term::Of {
            let is_length = measured.amount.unit >= Unit::Day;
            return is_length.then(|| Piece::new(measured.to, Meaning::Length(measured.amount)));
        }
        let time = usize::from(self.gap(measured.to) != Gap::Break && self.term(measured.to) == Term::Time);
        Some(Piece::new(measured.to + time, Meaning::Offset { amount: measured.amount, ahead: true }))
    }

    /// "days ago", "weeks later", "hours after"
    fn vague(self, at: usize, unit: Unit) -> Option<Piece> {
        let amount = Amount { count: None, unit, bound: Bound::Exact };
        let (to, meaning) = self.beside(at + 1, amount)?;
        Some(Piece::new(to, meaning))
    }

    /// An amount by its own words: with "ago", "later", "before" and the like, or a length.
    fn told(self, at: usize) -> Option<Piece> {
        let measured = self.measured(at)?;
        let amount = measured.amount;
        if let Some((to, meaning)) = self.beside(measured.to, amount) {
            return Some(Piece::new(to, meaning));
        }
        if let Some(piece) = self.weeks_on(measured.to, amount) {
            return Some(piece);
        }
        // "every three months", "fifty days until the vote" tell no length of an event.
        if self.before(at) == Term::Every || self.next(measured.to) == Term::Until {
            return None;
        }
        if self.joined(measured.to) == Term::Old || self.term(at) == Term::A && amount.count == Some(1) {
            return None;
        }
        let is_one_day = amount.count == Some(1) && self.gap(measured.to - 1) != Gap::Dash;
        let is_length = matches!(amount.unit, Unit::Day | Unit::Week | Unit::Month)
            && (!is_one_day || self.next(measured.to) == Term::Of);
        is_length.then(|| Piece::new(measured.to, Meaning::Length(amount)))
    }

    /// "a week on Friday", "two weeks from Monday"
    fn weeks_on(self, at: usize, amount: Amount) -> Option<Piece> {
        let week = amount.count.and_then(|count| i8::try_from(count).ok())?;
        let Term::Weekday(weekday) = self.next(at + 1) else { return None };
        let fits = amount.unit == Unit::Week && matches!(self.next(at), Term::On | Term::From);
        let meaning = Meaning::Weekday { weekday, which: Which::Coming, week: Some(week) };
        fits.then(|| Piece::new(at + 2, meaning))
    }

    /// What "ago", "later" and the like behind an amount make of it.
    fn beside(self, at: usize, amount: Amount) -> Option<(usize, Meaning)> {
        if self.next(at) == Term::From && self.next(at + 1) == Term::Now {
            return Some((at + 2, Meaning::Offset { amount, ahead: true }));
        }
        self.behind(at).map(|direction| {
            let meaning = match direction {
                Direction::Ago => Meaning::Offset { amount, ahead: false },
                Direction::After => Meaning::FromEvent { amount, ahead: true },
                Direction::Before => Meaning::FromEvent { amount, ahead: false },
            };
            (at + 1, meaning)
        })
    }

    fn behind(self, at: usize) -> Option<Direction> {
        Some(match self.next(at) {
            Term::Ago => Direction::Ago,
            Term::Later | Term::After => Direction::After,
            Term::Earlier | Term::Before => Direction::Before,
            _ => return None,
        })
    }

    /// "nearly three weeks", "a year and a half", "two-day", "several months"
    pub(in crate::dates) fn measured(self, at: usize) -> Option<Measured> {
        let (from, bound) = self.bound(at);
        if from > at && self.gap(from) != Gap::Blank {
            return None;
        }
        let (to, count) = match self.term(from) {
            Term::Several | Term::Few => (from + 1, None),
            Term::A if self.next(from + 1) == Term::Few => (from + 2, None),
            _ => self.count(from).map(|(to, count)| (to, Some(count)))?,
        };
        let (Term::Unit(unit) | Term::Units(unit)) = self.joined(to) else { return None };
        if unit == Unit::Weekend || unit == Unit::Quarter {
            return None;
        }
        let is_half = self.next(to + 1) == Term::And
            && self.next(to + 2) == Term::A
            && self.next(to + 3) == Term::Half
            && count.is_some();
        let amount = Amount { count, unit, bound };
        if is_half {
            return Some(Measured { to: to + 4, amount: and_a_half(amount) });
        }
        Some(Measured { to: to + 1, amount })
    }

    /// "about", "nearly", "more than": how exact an amount is, and the place after the words.
    pub(in crate::dates) fn bound(self, at: usize) -> (usize, Bound) {
        let at_words = usize::from(self.term(at) == Term::Just);
        let from = at + at_words;
        match (self.term(from), self.next(from + 1)) {
            (Term::About, _) => (from + 1, Bound::About),
            (Term::Nearly, _) => (from + 1, Bound::Under),
            (Term::Less, Term::Than) => (from + 2, Bound::Under),
            (Term::More, Term::Than) => (from + 2, Bound::Over),
            (Term::Over, _) => (from + 1, Bound::Over),
            _ if at_words == 1 => (from, Bound::Exact),
            _ => (at, Bound::Exact),
        }
    }

    /// "three", "10", "twenty-one", "a", "a dozen", "a couple of", and the place after it.
    pub(in crate::dates) fn count(self, at: usize) -> Option<(usize, u16)> {
        if matches!(self.gap(at), Gap::Dot | Gap::Colon | Gap::Slash | Gap::Apostrophe) && at > 0 {
            return None;
        }
        match (self.term(at), self.term(at + 1)) {
            (Term::Number { value, digits: 0 }, Term::Number { value: ones @ 1..=9, digits: 0 })
                if value >= 20 && value % 10 == 0 && matches!(self.gap(at + 1), Gap::Dash | Gap::Blank) =>
            {
                Some((at + 2, value + ones))
            }
            (Term::Number { value, digits: 0..=3 }, _) => Some((at + 1, value)),
            (Term::A, Term::Dozen) => Some((at + 2, 12)),
            (Term::A, Term::Couple) => Some((at + 2 + usize::from(self.next(at + 2) == Term::Of), 2)),
            (Term::A, _) => Some((at + 1, 1)),
            _ => None,
        }
    }
}

/// Which way an amount is counted.
enum Direction {
    Ago,
    After,
    Before,
}

/// One and a half of a unit in the next smaller ones: a year and a half has 18 months.
fn and_a_half(amount: Amount) -> Amount {
    let count = amount.count.unwrap_or(1);
    let (count, unit) = match amount.unit {
        Unit::Year => (count.saturating_mul(12).saturating_add(6), Unit::Month),
        Unit::Month => (count.saturating_mul(4).saturating_add(2), Unit::Week),
        Unit::Week => (count.saturating_mul(7).saturating_add(4), Unit::Day),
        Unit::Hour => (count.saturating_mul(60).saturating_add(30), Unit::Minute),
        unit => (count.saturating_add(1), unit),
    };
    Amount { count: Some(count), unit, bound: amount.bound }
}
