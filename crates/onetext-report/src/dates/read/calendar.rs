//! Days, months and years of the calendar: "28 November 2025", "Nov. 28", "28.11.2025", "mid-October", "in 2022".

use jiff::civil::Date;

use super::super::expression::{Meaning, Portion, Which};
use super::super::terms::Term;
use super::super::words::Gap;
use super::{Piece, Reader};

/// First year that four digits are read as.
const YEAR_MIN: u16 = 1900;
/// Last year that four digits are read as.
const YEAR_MAX: u16 = 2099;

impl Reader<'_> {
    /// A day with its month.
    pub(super) fn day(self, at: usize) -> Option<Piece> {
        let (to, year, month, day) = match self.term(at) {
            Term::Month(_) | Term::UnsureMonth(_) => self.month_first(at),
            _ => self.in_figures(at).or_else(|| self.day_first(at)),
        }?;
        // "31 February" is no day; a day without a year may be that of a leap year.
        Date::new(year.unwrap_or(2000), month, day).ok()?;
        Some(Piece::new(to, Meaning::Day { year, month, day }))
    }

    /// "28 November[, 2025]", "28th of November", "28 листопада 2025 року"
    fn day_first(self, at: usize) -> Option<(usize, Option<i16>, i8, i8)> {
        let day = self.day_number(at)?;
        let of = usize::from(self.next(at + 1) == Term::Of);
        let (Term::Month(month) | Term::UnsureMonth(month)) = self.joined(at + 1 + of) else { return None };
        let (to, year) = self.year_behind(at + 2 + of);
        Some((to, year, month, day))
    }

    /// "November 28[, 2025]", "Nov. 28", "May 5th"
    fn month_first(self, at: usize) -> Option<(usize, Option<i16>, i8, i8)> {
        let month = self.month_name(at)?;
        let the = usize::from(self.next(at + 1) == Term::The);
        if !matches!(self.gap(at + 1 + the), Gap::Blank | Gap::Stop | Gap::Dot) {
            return None;
        }
        let day = self.day_number(at + 1 + the)?;
        // "November 28 percent"; "May 10,000": a colon, comma or stop before more figures tells a number from a day.
        if matches!(self.gap(at + 2 + the), Gap::Dot | Gap::Colon) && self.is_number(at + 2 + the) {
            return None;
        }
        let (to, year) = self.year_behind(at + 2 + the);
        Some((to, year, month, day))
    }

    /// "2025-11-28", "28.11.2025", "11/28/2025" where only one order can be meant.
    fn in_figures(self, at: usize) -> Option<(usize, Option<i16>, i8, i8)> {
        let (first, second, third) = (self.figures(at)?, self.figures(at + 1)?, self.figures(at + 2)?);
        let (gap, again) = (self.gap(at + 1), self.gap(at + 2));
        if gap != again || !matches!(gap, Gap::Dash | Gap::Dot | Gap::Slash) {
            return None;
        }
        let (year, month, day) = match (gap, first.1, third.1) {
            (Gap::Dash, 4, 2) => (first.0, second.0, third.0),
            (Gap::Dot | Gap::Dash, 1 | 2, 4) => (third.0, second.0, first.0),
            (Gap::Dot, 1 | 2, 2) => (third.0 + 2000, second.0, first.0),
            (Gap::Slash, 1 | 2, 4) if first.0 > 12 || first.0 == second.0 => (third.0, second.0, first.0),
            (Gap::Slash, 1 | 2, 4) if second.0 > 12 => (third.0, first.0, second.0),
            _ => return None,
        };
        let year = i16::try_from(year).ok()?;
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        let mark = usize::from(self.next(at + 3) == Term::YearMark);
        Some((at + 3 + mark, Some(year), i8::try_from(month).ok()?, i8::try_from(day).ok()?))
    }

    /// "October", "October 2025", where it cannot be a name or a verb.
    pub(super) fn month(self, at: usize) -> Option<Piece> {
        self.month_of(at, Portion::Whole)
    }

    /// A month, of which a portion is meant.
    pub(super) fn month_of(self, at: usize, portion: Portion) -> Option<Piece> {
        let month = self.month_name(at)?;
        let (to, year) = self.year_behind(at + 1);
        let is_sure = matches!(self.term(at), Term::Month(_));
        let is_led = portion != Portion::Whole
            || matches!(
                self.before(at),
                Term::In
                    | Term::Since
                    | Term::Of
                    | Term::Until
                    | Term::By
                    | Term::From
                    | Term::To
                    | Term::On
                    | Term::Between
                    | Term::Last
                    | Term::Next
                    | Term::This
                    | Term::And
                    | Term::Before
                    | Term::After
            );
        // "April Ryan" is a person.
        let is_name =
            self.gap(at + 1) == Gap::Blank && self.is_capital(at + 1) && self.term(at + 1) == Term::Other;
        // "31 February" is no day, nor is its month meant.
        let is_no_day = matches!(self.before(at), Term::Number { digits: 1 | 2, .. });
        if is_no_day || year.is_none() && !is_led && (!is_sure || is_name) {
            return None;
        }
        Some(Piece::new(to, Meaning::Month { year, month, which: Which::Bare, portion }))
    }

    /// "in 2022", "the 2015 agreement", "2025 року"
    pub(super) fn year(self, at: usize) -> Option<Piece> {
        let year = self.year_number(at)?;
        let marked = self.next(at + 1) == Term::YearMark;
        let is_led = matches!(
            self.before(at),
            Term::In
                | Term::Since
                | Term::Of
                | Term::Until
                | Term::By
                | Term::From
                | Term::Before
                | Term::After
                | Term::Between
                | Term::Early
                | Term::Late
                | Term::To
                | Term::The
                | Term::And
        ) || (self.gap(at) == Gap::Dash && at > 0 && self.term(at - 1) == Term::Mid);
        // "from 2000 soldiers to", "of 1999 votes": a plain noun behind makes it a count, but not behind "the".
        let counts = self.gap(at + 1) == Gap::Blank
            && matches!(self.term(at + 1), Term::Units(_))
            || matches!(self.gap(at + 1), Gap::Dot | Gap::Colon)
            // "the 1980's" are ten years.
            || self.gap(at + 1) == Gap::Apostrophe && self.before(at) == Term::The;
        let portion = Portion::Whole;
        (marked || is_led && !counts)
            .then(|| Piece::new(at + 1 + usize::from(marked), Meaning::Year { year, portion }))
    }

    /// The year behind a day or month, if there is one, and the place after it.
    fn year_behind(self, at: usize) -> (usize, Option<i16>) {
        let of = usize::from(matches!(self.next(at), Term::Of));
        let is_near = matches!(self.gap(at + of), Gap::Blank | Gap::Comma | Gap::Stop);
        match self.year_number(at + of).filter(|_| is_near && self.figures(at + of).is_some()) {
            Some(year) if !matches!(self.next(at + of + 1), Term::Units(_)) => {
                let marked = usize::from(self.next(at + of + 1) == Term::YearMark);
                (at + of + 1 + marked, Some(year))
            }
            _ => (at, None),
        }
    }

    pub(super) fn month_name(self, at: usize) -> Option<i8> {
        match self.term(at) {
            Term::Month(month) | Term::UnsureMonth(month) => Some(month),
            _ => None,
        }
    }

    /// "28", "28th", "twenty-eighth" (of a month)
    pub(super) fn day_number(self, at: usize) -> Option<i8> {
        let day = match self.term(at) {
            Term::Number { value, digits: 1 | 2 } => i8::try_from(value).ok()?,
            Term::Ordinal(day) => i8::try_from(day).ok()?,
            _ => return None,
        };
        (1..=31).contains(&day).then_some(day)
    }

    pub(super) fn year_number(self, at: usize) -> Option<i16> {
        match self.term(at) {
            Term::Number { value, digits: 4 } if (YEAR_MIN..=YEAR_MAX).contains(&value) => {
                i16::try_from(value).ok()
            }
            _ => None,
        }
    }

    fn is_number(self, at: usize) -> bool {
        matches!(self.term(at), Term::Number { .. })
    }

    /// A number in figures, with how many.
    pub(in crate::dates) fn figures(self, at: usize) -> Option<(u16, u8)> {
        match self.term(at) {
            Term::Number { value, digits: digits @ 1..=4 } => Some((value, digits)),
            _ => None,
        }
    }
}
