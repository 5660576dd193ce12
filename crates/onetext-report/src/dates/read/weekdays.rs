//! Days of the week and "today": "Saturday", "last Sunday", "Tuesday of next week", "Friday, 28 November".

use super::super::expression::{Meaning, Unit, Which};
use super::super::terms::Term;
use super::super::words::Gap;
use super::{Piece, Reader};

impl Reader<'_> {
    /// A weekday without a word before it.
    pub(super) fn weekday(self, at: usize) -> Option<Piece> {
        self.weekday_of(at, Which::Bare)
    }

    /// A weekday of which "last", "next" or the like was said.
    pub(super) fn weekday_of(self, at: usize, which: Which) -> Option<Piece> {
        let weekday = match self.term(at) {
            Term::Weekday(weekday) => weekday,
            Term::ShortWeekday(weekday) => {
                // "Sun" and "Wed" are words, too; "среду" may be surroundings: they need a date or a preposition.
                if let Some(piece) = self.date_behind(at) {
                    return Some(piece);
                }
                let is_led = matches!(self.before(at), Term::On | Term::To | Term::From);
                let is_cyrillic = self.words.get(at).is_some_and(|word| word.end - word.start > 6);
                if !(is_cyrillic && (is_led || which != Which::Bare)) {
                    return None;
                }
                weekday
            }
            _ => return None,
        };
        if self.is_no_day(at) {
            return None;
        }
        if let Some(piece) = self.date_behind(at) {
            return Some(piece);
        }
        // "Friday week" is a week on Friday.
        if self.next(at + 1) == Term::Unit(Unit::Week) && which == Which::Bare {
            let meaning = Meaning::Weekday { weekday, which: Which::Coming, week: Some(1) };
            return Some(Piece::new(at + 2, meaning));
        }
        let (to, week) = self.week_behind(at + 1);
        let (to, which) = match (week, which, self.next(to)) {
            (None, Which::Bare, Term::Last) if !self.is_period_next(to) => (to + 1, Which::Last),
            (None, Which::Bare, Term::Next) if !self.is_period_next(to) => (to + 1, Which::Next),
            _ => (to, which),
        };
        Some(Piece::new(to, Meaning::Weekday { weekday, which, week }))
    }

    /// "Black Friday", "the Sunday Times"; "every Friday" is no one day either.
    fn is_no_day(self, at: usize) -> bool {
        if self.before(at) == Term::Every {
            return true;
        }
        let is_named_before = self.before(at) == Term::Naming && self.is_capital(at - 1);
        is_named_before || (self.next(at + 1) == Term::Named && self.is_capital(at + 1))
    }

    /// "Friday, 28 November", "Friday, Nov. 28, 2025", "Fri. 28 Nov": the date says all.
    fn date_behind(self, at: usize) -> Option<Piece> {
        let the = usize::from(self.next(at + 1) == Term::The);
        let from = at + 1 + the;
        matches!(self.gap(from), Gap::Blank | Gap::Comma | Gap::Stop).then(|| self.day(from)).flatten()
    }

    /// "of last week", "next week": the week of a weekday, and the place after it.
    fn week_behind(self, at: usize) -> (usize, Option<i8>) {
        let of = usize::from(self.next(at) == Term::Of);
        let step = match self.next(at + of) {
            Term::Last | Term::Previous => -1,
            Term::This => 0,
            Term::Next => 1,
            _ => return (at, None),
        };
        let is_week = matches!(self.next(at + of + 1), Term::Unit(Unit::Week));
        if is_week { (at + of + 2, Some(step)) } else { (at, None) }
    }

    fn is_period_next(self, at: usize) -> bool {
        matches!(self.next(at + 1), Term::Unit(_) | Term::Units(_) | Term::Month(_) | Term::UnsureMonth(_))
            || matches!(self.next(at + 1), Term::Number { .. })
    }

    /// "today", "yesterday"; not the newspaper of that name.
    pub(super) fn today(self, at: usize, days: i8) -> Option<Piece> {
        let is_newspaper = days == 0
            && self.is_capital(at)
            && self.gap(at) == Gap::Blank
            && self.is_capital(at.saturating_sub(1))
            && self.before(at) == Term::Other;
        (!is_newspaper).then(|| Piece::new(at + 1, Meaning::Today { days }))
    }
}
