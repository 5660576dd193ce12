//! Ranges and open ends: "from Thursday to Saturday", "between 5 and 7 May", "Nov. 28-30", "since March", "until Friday".

use super::super::expression::{Meaning, Portion, Unit, Which};
use super::super::terms::Term;
use super::super::words::Gap;
use super::{Piece, Reader};

impl Reader<'_> {
    /// A range or an open end that begins at a place.
    pub(super) fn connected(self, at: usize) -> Option<Piece> {
        match self.term(at) {
            Term::Since => {
                let piece = self.moment(at + 1)?;
                Some(Piece { meaning: Meaning::Since(Box::new(piece.meaning.clone())), ..piece })
            }
            Term::Until => {
                let piece = self.moment(at + 1)?;
                Some(Piece { meaning: Meaning::Until(Box::new(piece.meaning.clone())), ..piece })
            }
            // "before the end of the year": any time until it has ended.
            Term::Before => {
                let end = at + 1 + usize::from(self.next(at + 1) == Term::The);
                // "before the week is out"
                if let Term::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year)) = self.next(end)
                    && self.gap(end + 1) == Gap::Blank
                    && self.term(end + 1) == Term::Other
                    && end > at + 1
                {
                    let whole = Meaning::Period { unit, which: Which::This, portion: Portion::Whole };
                    return Some(Piece::new(end + 1, Meaning::Until(Box::new(whole))));
                }
                let piece = self.moment(at + 1).filter(|_| self.next(end) == Term::End)?;
                Some(Piece { meaning: Meaning::Until(Box::new(piece.meaning.clone())), ..piece })
            }
            Term::From => self.pair(at + 1, Link::To),
            Term::Between => self.pair(at + 1, Link::And),
            Term::Number { .. }
            | Term::Ordinal(_)
            | Term::Month(_)
            | Term::UnsureMonth(_)
            | Term::Weekday(_)
            | Term::ShortWeekday(_) => self.pair(at, Link::To),
            _ => None,
        }
    }

    /// A day, month or the like behind "since" or "until".
    fn moment(self, at: usize) -> Option<Piece> {
        if self.gap(at) != Gap::Blank {
            return None;
        }
        let piece = self.single(at)?;
        let is_moment = !matches!(
            piece.meaning,
            Meaning::Length(_)
                | Meaning::Stretch { .. }
                | Meaning::FromEvent { .. }
                | Meaning::PeriodOfEvent { .. }
        );
        is_moment.then_some(piece)
    }

    /// Two ends with a word or dash between.
    fn pair(self, at: usize, link: Link) -> Option<Piece> {
        self.day_numbers(at, link).or_else(|| self.two_moments(at, link)).map(|piece| self.in_year(piece))
    }

    /// "5 to 7 May", "5-7 May": the month stands behind the second.
    fn day_numbers(self, at: usize, link: Link) -> Option<Piece> {
        let day = self.day_number(at)?;
        let second = self.day(self.linked(at + 1, link)?)?;
        let Meaning::Day { year, month, day: last } = second.meaning else { return None };
        let first = Meaning::Day { year, month, day };
        (day < last).then(|| range(second.to, first, second.meaning))
    }

    fn two_moments(self, at: usize, link: Link) -> Option<Piece> {
        let first = self.end(at)?;
        let from = self.linked(first.to, link)?;
        // "May 5-7", "Nov. 28 to 30, 2025": the month stands before the first.
        if let (Meaning::Day { month, day, year: None }, Some(last)) = (&first.meaning, self.day_number(from))
        {
            let (month, day) = (*month, *day);
            let is_plain = self.day(from).is_none() && !matches!(self.next(from + 1), Term::Units(_));
            if is_plain && day < last {
                let year = self.year_number(from + 1).filter(|_| self.gap(from + 1) == Gap::Comma);
                let to = from + 1 + usize::from(year.is_some());
                let first = Meaning::Day { year, month, day };
                return Some(range(to, first, Meaning::Day { year, month, day: last }));
            }
        }
        let second = self.end(from)?;
        are_alike(&first.meaning, &second.meaning).then(|| {
            let first = with_year_of(first.meaning, &second.meaning);
            range(second.to, first, second.meaning)
        })
    }

    /// One end of a range.
    fn end(self, at: usize) -> Option<Piece> {
        match self.term(at) {
            Term::Number { .. } => self.day(at).or_else(|| self.year(at)),
            Term::Ordinal(_) => self.day(at),
            Term::Month(_) | Term::UnsureMonth(_) => self.day(at).or_else(|| self.month(at)),
            Term::Weekday(_) | Term::ShortWeekday(_) => self.weekday(at),
            Term::Today(days) => self.today(at, days),
            _ => None,
        }
        .map(|piece| self.with_part(piece))
    }

    /// The place after the word or dash that links two ends.
    fn linked(self, at: usize, link: Link) -> Option<usize> {
        match (link, self.next(at), self.gap(at)) {
            (Link::To, Term::To | Term::Until, _) | (Link::And, Term::And, _)
                if self.gap(at + 1) == Gap::Blank =>
            {
                Some(at + 1)
            }
            (Link::To, _, Gap::Dash | Gap::SpacedDash) => Some(at),
            _ => None,
        }
    }
}

/// How two ends are linked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// "to", "through", a dash
    To,
    /// "and" after "between"
    And,
}

fn range(to: usize, first: Meaning, last: Meaning) -> Piece {
    Piece::new(to, Meaning::Range(Box::new(first), Box::new(last)))
}

/// Whether two ends are of one kind; a week is told by bare weekdays.
fn are_alike(first: &Meaning, last: &Meaning) -> bool {
    matches!(
        (first, last),
        (Meaning::Weekday { which: Which::Bare, .. }, Meaning::Weekday { .. })
            | (Meaning::Day { .. }, Meaning::Day { .. })
            | (Meaning::Month { .. }, Meaning::Month { .. })
            | (Meaning::Year { .. }, Meaning::Year { .. })
            | (Meaning::Today { .. }, Meaning::Weekday { .. })
            | (Meaning::Weekday { .. } | Meaning::Day { .. }, Meaning::Today { .. })
    )
}

/// "from 28 November to 2 December 2025": the year of the second is that of the first, too.
fn with_year_of(first: Meaning, last: &Meaning) -> Meaning {
    match (first, last) {
        (
            Meaning::Day { year: None, month, day },
            Meaning::Day { year: Some(year), month: last_month, .. },
        ) => {
            let year = if month > *last_month { year - 1 } else { *year };
            Meaning::Day { year: Some(year), month, day }
        }
        (
            Meaning::Month { year: None, month, which: Which::Bare, portion },
            Meaning::Month { year: Some(year), month: last_month, .. },
        ) => {
            let year = if month > *last_month { year - 1 } else { *year };
            Meaning::Month { year: Some(year), month, which: Which::Bare, portion }
        }
        (first, _) => first,
    }
}
