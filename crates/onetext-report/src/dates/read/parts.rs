//! Parts of a day and times of day: "Friday morning", "early on Friday", "in the afternoon", "at 3 p.m. on Friday".

use jiff::civil::Time;

use super::super::expression::{Meaning, PartOfDay, Unit};
use super::super::terms::{CLOCK_AM, CLOCK_PM, Term};
use super::super::words::Gap;
use super::{Piece, Reader};

impl Reader<'_> {
    /// A day with the part of it that stands behind: "Friday morning", "Friday at 3 p.m."
    pub(super) fn with_part(self, piece: Piece) -> Piece {
        if !is_day(&piece.meaning) || piece.part.is_some() {
            return piece;
        }
        let in_the = usize::from(self.next(piece.to) == Term::In && self.next(piece.to + 1) == Term::The) * 2;
        if let Term::Part(part) = self.next(piece.to + in_the) {
            let piece = Piece { to: piece.to + in_the + 1, part: Some(part), ..piece };
            return self.with_time(piece);
        }
        self.with_time(piece)
    }

    fn with_time(self, piece: Piece) -> Piece {
        let lead = usize::from(matches!(self.next(piece.to), Term::At | Term::About | Term::By | Term::On));
        match self.clock(piece.to + lead).filter(|_| self.gap(piece.to + lead) == Gap::Blank) {
            Some((to, time)) => {
                Piece { to, part: piece.part.or(Some(PartOfDay::Told)), time: Some(time), ..piece }
            }
            None => piece,
        }
    }

    /// A day with a part of it that stands before: "early on Friday", "the evening of 5 May", "3 p.m. on Friday".
    pub(super) fn part_before(self, at: usize) -> Option<Piece> {
        let (to, part, time) = match self.term(at) {
            Term::Early | Term::Late | Term::Earlier | Term::Later => (at + 1, PartOfDay::Told, None),
            Term::The => self.the_part_of(at)?,
            Term::Part(part) if self.next(at + 1) == Term::Of => (at + 2, part, None),
            Term::At => {
                let (to, time) = self.clock(at + 1).filter(|_| self.gap(at + 1) == Gap::Blank)?;
                (to, PartOfDay::Told, Some(time))
            }
            Term::Number { .. } => {
                let (to, time) = self.clock(at)?;
                (to, PartOfDay::Told, Some(time))
            }
            _ => return None,
        };
        // "at 10:30 a.m. On Friday" are two sentences.
        let is_near = self.gap(to) == Gap::Blank && !self.is_capital(to);
        let on = usize::from(is_near && matches!(self.term(to), Term::On | Term::In));
        let from = to + on;
        if !matches!(self.gap(from), Gap::Blank | Gap::Comma) {
            return None;
        }
        let piece = match self.term(from) {
            Term::Weekday(_) | Term::ShortWeekday(_) => self.weekday(from),
            Term::Today(days) => self.today(from, days),
            Term::Number { .. } | Term::Ordinal(_) | Term::Month(_) | Term::UnsureMonth(_) => self.day(from),
            _ => None,
        }?;
        let piece = self.with_part(self.in_year(piece));
        let part = piece.part.unwrap_or(part);
        Some(Piece { part: Some(part), time: piece.time.or(time), ..piece })
    }

    /// "the evening of", "the early hours of"
    fn the_part_of(self, at: usize) -> Option<(usize, PartOfDay, Option<Time>)> {
        match (self.next(at + 1), self.next(at + 2), self.next(at + 3)) {
            (Term::Part(part), Term::Of, _) => Some((at + 3, part, None)),
            (Term::Early, Term::Units(Unit::Hour), Term::Of) => Some((at + 4, PartOfDay::Dawn, None)),
            _ => None,
        }
    }

    /// "in the afternoon", "at noon", "at 3 p.m.", "15:30" without a day.
    pub(super) fn part_alone(self, at: usize) -> Option<Piece> {
        let piece = |to, part| Some(Piece { part: Some(part), ..Piece::new(to, Meaning::PartOfDay) });
        match (self.term(at), self.next(at + 1), self.next(at + 2)) {
            (Term::In, Term::The, Term::Part(part)) => return piece(at + 3, part),
            (Term::At, Term::Part(part), _) => return piece(at + 2, part),
            _ => {}
        }
        let lead = usize::from(self.term(at) == Term::At);
        let (to, time) = self.clock(at + lead).filter(|_| lead == 0 || self.gap(at + 1) == Gap::Blank)?;
        Some(Piece { part: Some(PartOfDay::Told), time: Some(time), ..Piece::new(to, Meaning::PartOfDay) })
    }

    /// "3 p.m.", "3pm", "15:30", "10 o'clock", and the place after it.
    pub(super) fn clock(self, at: usize) -> Option<(usize, Time)> {
        let (to, hour, minute, half) = match self.term(at) {
            Term::Number { value, digits: CLOCK_AM } => (at + 1, value, 0, Some(false)),
            Term::Number { value, digits: CLOCK_PM } => (at + 1, value, 0, Some(true)),
            Term::Number { value, digits: 0..=2 } => self.clock_in_words(at, value)?,
            _ => return None,
        };
        let hour = match half {
            Some(_) if !(1..=12).contains(&hour) => return None,
            Some(true) => hour % 12 + 12,
            Some(false) => hour % 12,
            None => hour,
        };
        Some((to, Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?))
    }

    /// The hour with its minutes and half of the day: true after noon.
    fn clock_in_words(self, at: usize, hour: u16) -> Option<(usize, u16, u16, Option<bool>)> {
        let (to, minute) = match (self.gap(at + 1), self.figures(at + 1)) {
            (Gap::Colon, Some((minute, 2))) => (at + 2, Some(minute)),
            (Gap::Dot, Some((minute, 2))) if self.half(at + 2).is_some() => (at + 2, Some(minute)),
            _ => (at + 1, None),
        };
        // "3:30pm" is one word of digits and letters, "p.m." two words.
        if let Some((to, is_afternoon)) = self.half(to) {
            return Some((to, hour, minute.unwrap_or(0), Some(is_afternoon)));
        }
        if self.gap(to + 1) == Gap::Apostrophe && self.term(to + 1) == Term::Clock {
            return Some((to + 2, hour, 0, None));
        }
        minute.map(|minute| (to, hour, minute, None))
    }

    /// "a.m.", "p.m.", "pm", and the place after it.
    fn half(self, at: usize) -> Option<(usize, bool)> {
        if self.gap(at) != Gap::Blank {
            return None;
        }
        let is_dotted = self.term(at + 1) == Term::M && self.gap(at + 1) == Gap::Dot;
        match self.term(at) {
            Term::Am => Some((at + 1, false)),
            Term::Pm => Some((at + 1, true)),
            Term::A if is_dotted => Some((at + 2, false)),
            Term::P if is_dotted => Some((at + 2, true)),
            _ => None,
        }
    }
}

/// Whether a meaning is one day, of which there are parts.
fn is_day(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Day { .. } | Meaning::Weekday { .. } | Meaning::Today { .. } => true,
        Meaning::FromEvent { amount, .. } => amount.unit == Unit::Day,
        _ => false,
    }
}
