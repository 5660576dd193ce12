//! Weeks, weekends, months, quarters and years near the report's day, and portions of them.

use super::super::expression::{Amount, Bound, Meaning, PartOfDay, Portion, Season, Unit, Which};
use super::super::terms::Term;
use super::super::words::Gap;
use super::{Piece, Reader};

impl Reader<'_> {
    /// "last week", "the coming days", "earlier this month", "mid-October", "the first half of June".
    pub(super) fn period(self, at: usize) -> Option<Piece> {
        let the = usize::from(self.term(at) == Term::The);
        let from = at + the;
        if the == 1 && self.gap(from) != Gap::Blank {
            return None;
        }
        match self.term(from) {
            Term::Earlier => self.of_period(from + 1, Portion::Earlier),
            Term::Later => self.of_period(from + 1, Portion::Later),
            Term::Early => self.early(from),
            Term::Late => self.of_period(from + 1, Portion::Late),
            Term::Mid => self.of_period(from + 1, Portion::Mid),
            Term::Start | Term::Middle | Term::End | Term::Ordinal(_) => self.portion_of(from),
            Term::Last if self.next(from + 2) == Term::Of => {
                self.portion_of(from).or_else(|| self.named_period(from))
            }
            Term::Season(_) | Term::Fall => self.season(from),
            Term::Unit(Unit::Weekend) if self.before(from) != Term::A && !self.is_hyphened(from) => {
                Some(Piece::new(from + 1, period(Unit::Weekend, Which::Bare, Portion::Whole)))
            }
            _ => self.named_period(from),
        }
    }

    fn is_hyphened(self, at: usize) -> bool {
        self.gap(at) == Gap::Dash || self.gap(at + 1) == Gap::Dash
    }

    /// "early next week", but "early voting" and "earlier" alone are none.
    fn early(self, at: usize) -> Option<Piece> {
        self.of_period(at + 1, Portion::Early)
    }

    /// A period, month or year behind "early", "mid-", "later" and the like.
    fn of_period(self, at: usize, portion: Portion) -> Option<Piece> {
        let in_words = usize::from(matches!(self.next(at), Term::In | Term::Of));
        let from = at + in_words;
        if !matches!(self.gap(from), Gap::Blank | Gap::Dash) {
            return None;
        }
        let the = usize::from(self.term(from) == Term::The);
        if let Some(year) = self.year_number(from + the).filter(|_| the == 0) {
            return Some(Piece::new(from + 1, Meaning::Year { year, portion }));
        }
        if let Some(piece) = self.month_of(from + the, portion) {
            return Some(piece);
        }
        let piece = match self.term(from + the) {
            Term::Unit(unit) if the == 1 || portion == Portion::Mid => {
                Piece::new(from + the + 1, period(unit, Which::Bare, portion))
            }
            _ => self.named_period(from + the)?,
        };
        match piece.meaning {
            // "at the end of the day" is a manner of speaking.
            Meaning::Period { unit: Unit::Day | Unit::Hour | Unit::Minute, .. } => None,
            Meaning::Period { unit, which, .. } => Some(Piece::new(piece.to, period(unit, which, portion))),
            // "earlier Tuesday", "later on Friday" are parts of that day.
            _ => None,
        }
    }

    /// "the end of the week", "the first half of June", "the third quarter of 2025"
    fn portion_of(self, at: usize) -> Option<Piece> {
        let (to, portion) = match (self.term(at), self.next(at + 1)) {
            (Term::Start, _) => (at + 1, Portion::Early),
            (Term::Middle, _) => (at + 1, Portion::Mid),
            (Term::End, _) => (at + 1, Portion::Late),
            // "the first days of May" are no more than its first week.
            (Term::Ordinal(1), Term::Units(Unit::Day)) => return self.week_of(at + 2, Portion::Week(1)),
            (Term::Last, Term::Units(Unit::Day) | Term::Unit(Unit::Week)) => {
                return self.week_of(at + 2, Portion::LastWeek);
            }
            (Term::Ordinal(number @ 1..=4), Term::Unit(Unit::Week)) => {
                return self.week_of(at + 2, Portion::Week(number));
            }
            (Term::Ordinal(1), Term::Half) => (at + 2, Portion::FirstHalf),
            (Term::Ordinal(2), Term::Half) => (at + 2, Portion::SecondHalf),
            (Term::Ordinal(quarter @ 1..=4), Term::Unit(Unit::Quarter)) => {
                let quarter = i8::try_from(quarter).ok()?;
                let of = usize::from(self.next(at + 2) == Term::Of);
                let year = self.year_number(at + 2 + of).filter(|_| self.gap(at + 2 + of) == Gap::Blank);
                let to = if year.is_some() { at + 3 + of } else { at + 2 };
                return Some(Piece::new(to, Meaning::Quarter { year, quarter }));
            }
            _ => return None,
        };
        (self.next(to) == Term::Of).then(|| self.of_period(to, portion)).flatten()
    }

    /// "the first week of June", "the last days of 2025", but "the first week of talks" is none of the calendar.
    fn week_of(self, to: usize, portion: Portion) -> Option<Piece> {
        let piece = (self.next(to) == Term::Of).then(|| self.of_period(to, portion)).flatten()?;
        let is_short = matches!(piece.meaning, Meaning::Period { unit: Unit::Week | Unit::Weekend, .. });
        (!is_short).then_some(piece)
    }

    /// "this week", "last month", "the past three days", "next Sunday", "last night", "recent weeks".
    fn named_period(self, at: usize) -> Option<Piece> {
        let (which, stretch_ahead) = match self.term(at) {
            Term::This | Term::These => (Which::This, None),
            Term::Last | Term::Past => (Which::Last, Some(false)),
            Term::Previous => (Which::Previous, Some(false)),
            Term::Next => (Which::Next, Some(true)),
            Term::Coming => (Which::Coming, Some(true)),
            // "Following Monday's vote" speaks of Monday.
            Term::Following if self.before(at) == Term::The => (Which::Following, None),
            Term::Recent => return self.recent(at),
            _ => return None,
        };
        // "this past week", "this coming Friday"
        if which == Which::This && matches!(self.next(at + 1), Term::Past | Term::Coming) {
            return self.named_period(at + 1);
        }
        if let Some(piece) = stretch_ahead.and_then(|ahead| self.stretch(at + 1, ahead)) {
            return Some(piece);
        }
        match self.next(at + 1) {
            Term::Unit(Unit::Day | Unit::Hour | Unit::Minute) => None,
            Term::Unit(unit) => self.unit_of(at, unit, which),
            Term::Weekday(_) | Term::ShortWeekday(_) => self.weekday_of(at + 1, which),
            Term::Season(_) | Term::Fall if which != Which::Following => {
                let meaning = Meaning::Season { year: None, season: self.season_name(at + 1)?, which };
                Some(Piece::new(at + 2, meaning))
            }
            Term::Part(part) => Self::part_of_today(at + 1, which, part),
            Term::Month(month) | Term::UnsureMonth(month) => {
                let meaning = Meaning::Month { year: None, month, which, portion: Portion::Whole };
                (which != Which::Following).then(|| Piece::new(at + 2, meaning))
            }
            _ => None,
        }
    }

    /// "in the autumn", "this spring", "the summer of 2022", where the words before say that it is a time.
    fn season(self, at: usize) -> Option<Piece> {
        let the = usize::from(self.before(at) == Term::The);
        let lead = self.before(at.checked_sub(the)?);
        let is_led = matches!(
            lead,
            Term::In
                | Term::Early
                | Term::Late
                | Term::Since
                | Term::Until
                | Term::By
                | Term::Before
                | Term::After
                | Term::Over
        );
        let of = usize::from(self.next(at + 1) == Term::Of);
        let year = self.year_number(at + 1 + of).filter(|_| self.gap(at + 1 + of) == Gap::Blank);
        if !is_led && year.is_none() || self.gap(at + 1) == Gap::Apostrophe {
            return None;
        }
        let to = if year.is_some() { at + 2 + of } else { at + 1 };
        // "the fall of the government", "after the fall in prices", "since the fall"
        let is_event = self.term(at) == Term::Fall
            && year.is_none()
            && (the == 0
                || self.next(at + 1) == Term::Of
                // "in the fall in prices", not "in the fall in Geneva"
                || matches!(self.next(at + 1), Term::In | Term::From) && !self.is_capital(at + 2)
                || matches!(lead, Term::Since | Term::Before | Term::After | Term::Over));
        (!is_event).then_some(())?;
        Some(Piece::new(to, Meaning::Season { year, season: self.season_name(at)?, which: Which::Bare }))
    }

    fn season_name(self, at: usize) -> Option<Season> {
        match self.term(at) {
            Term::Season(season) => Some(season),
            Term::Fall => Some(Season::Autumn),
            _ => None,
        }
    }

    fn unit_of(self, at: usize, unit: Unit, which: Which) -> Option<Piece> {
        // "this week's" is the week; "last-minute" no period.
        if self.gap(at + 1) != Gap::Blank {
            return None;
        }
        let piece = Piece::new(at + 2, period(unit, which, Portion::Whole));
        // "last week on Thursday", "next week, on Tuesday"
        let week = match which {
            Which::Last => -1,
            Which::This => 0,
            Which::Next => 1,
            _ => return Some(piece),
        };
        let on = usize::from(self.next(at + 2) == Term::On);
        match (unit, self.next(at + 2 + on)) {
            (Unit::Week, Term::Weekday(weekday)) if on == 1 => {
                let meaning = Meaning::Weekday { weekday, which: Which::Bare, week: Some(week) };
                Some(Piece::new(at + 4, meaning))
            }
            _ => Some(piece),
        }
    }

    /// "three days" of "the past three days", "few weeks" of "the next few weeks", "days" of "the coming days".
    fn stretch(self, at: usize, ahead: bool) -> Option<Piece> {
        let (to, count) = match self.next(at) {
            Term::Units(_) => (at, None),
            Term::Several | Term::Few => (at + 1, None),
            Term::Couple => (at + 1 + usize::from(self.next(at + 1) == Term::Of), Some(2)),
            _ => {
                self.count(at).filter(|_| self.gap(at) == Gap::Blank).map(|(to, count)| (to, Some(count)))?
            }
        };
        let (Term::Units(unit) | Term::Unit(unit)) = self.next(to) else { return None };
        // "the last several months" are a few, "the past months" any number.
        let is_several = matches!(self.term(at), Term::Several | Term::Few);
        let bound = if is_several { Bound::About } else { Bound::Exact };
        let amount = Amount { count, unit, bound };
        Some(Piece::new(to + 1, Meaning::Stretch { amount, ahead }))
    }

    fn recent(self, at: usize) -> Option<Piece> {
        let Term::Units(unit) = self.next(at + 1) else { return None };
        let amount = Amount { count: None, unit, bound: Bound::Exact };
        Some(Piece::new(at + 2, Meaning::Stretch { amount, ahead: false }))
    }

    /// "this morning", "last night", "the previous evening", "the following morning"
    fn part_of_today(at: usize, which: Which, part: PartOfDay) -> Option<Piece> {
        let one_day = |ahead| Meaning::FromEvent {
            amount: Amount { count: Some(1), unit: Unit::Day, bound: Bound::Exact },
            ahead,
        };
        let meaning = match which {
            Which::This => Meaning::Today { days: 0 },
            Which::Last => Meaning::Today { days: -1 },
            Which::Previous => one_day(false),
            Which::Next | Which::Following => one_day(true),
            Which::Bare | Which::Coming => return None,
        };
        Some(Piece { part: Some(part), ..Piece::new(at + 1, meaning) })
    }
}

pub(super) fn period(unit: Unit, which: Which, portion: Portion) -> Meaning {
    Meaning::Period { unit, which, portion }
}
