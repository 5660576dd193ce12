//! Lengths of time in hours and minutes: "a two-hour call", "more than 10 hours", "an hour and a half".

use super::expression::{Amount, Bound, Duration, Unit};
use super::read::Reader;
use super::terms::Term;
use super::words::{Gap, Word};
use crate::reading::Span;

/// Longest length that is read, in minutes: thirty days of hours.
const MINUTES_MAX: u32 = 30 * 24 * 60;

/// Every length of time in hours and minutes that words tell.
pub(super) fn durations(words: &[Word]) -> Vec<Duration> {
    let reader = Reader { words };
    let mut found = vec![];
    let mut at = 0;
    while at < words.len() {
        let Some((to, minutes, approximate)) = reader.length(at) else {
            at += 1;
            continue;
        };
        if let (Some(first), Some(last)) = (words.get(at), words.get(to - 1)) {
            found.push(Duration { span: Span { start: first.start, end: last.end }, minutes, approximate });
        }
        at = to;
    }
    found
}

impl Reader<'_> {
    /// A length that begins at a place: the place after it, minutes, whether approximate.
    fn length(self, at: usize) -> Option<(usize, u32, bool)> {
        if self.term(at) == Term::Other {
            return None;
        }
        let (from, bound) = self.bound(at);
        if from > at && self.gap(from) != Gap::Blank {
            return None;
        }
        let (to, minutes, is_between) = self.minutes(from)?;
        let is_length = (1..=MINUTES_MAX).contains(&minutes) && !self.is_distance(at, to);
        is_length.then_some((to, minutes, is_between || bound != Bound::Exact))
    }

    fn minutes(self, at: usize) -> Option<(usize, u32, bool)> {
        if let Some((to, minutes)) = self.half_hour(at) {
            return Some((to, minutes, false));
        }
        if let Some((to, minutes)) = self.with_half(at).or_else(|| self.decimal(at)) {
            return Some((to, minutes, false));
        }
        if let Some((to, minutes)) = self.between(at) {
            return Some((to, minutes, true));
        }
        let measured = self.measured(at)?;
        if self.term(at) == Term::A && !self.is_measured_hour(at, measured.to) {
            return None;
        }
        let minutes = minutes_of(measured.amount)?;
        let (to, more) = self.and_minutes(measured.to).unwrap_or((measured.to, 0));
        Some((to, minutes + more, false))
    }

    /// "half an hour", "half-hour"
    fn half_hour(self, at: usize) -> Option<(usize, u32)> {
        let a = usize::from(self.next(at + 1) == Term::A);
        let is_hour = self.term(at) == Term::Half && self.joined(at + 1 + a) == Term::Unit(Unit::Hour);
        is_hour.then_some((at + 2 + a, 30))
    }

    /// "two and a half hours", "two-and-a-half-hour"
    fn with_half(self, at: usize) -> Option<(usize, u32)> {
        let (from, count) = self.count(at)?;
        let is_half = self.joined(from) == Term::And
            && self.joined(from + 1) == Term::A
            && self.joined(from + 2) == Term::Half
            && matches!(self.joined(from + 3), Term::Unit(Unit::Hour) | Term::Units(Unit::Hour));
        is_half.then_some((from + 4, u32::from(count) * 60 + 30))
    }

    /// "1.5 hours"
    fn decimal(self, at: usize) -> Option<(usize, u32)> {
        let (whole, part) = (self.figures(at)?, self.figures(at + 1)?);
        let is_hours = self.gap(at + 1) == Gap::Dot
            && part.1 == 1
            && matches!(self.joined(at + 2), Term::Unit(Unit::Hour) | Term::Units(Unit::Hour));
        is_hours.then(|| (at + 3, u32::from(whole.0) * 60 + u32::from(part.0) * 6))
    }

    /// "two to three hours", "2-3 hours": the middle of them.
    fn between(self, at: usize) -> Option<(usize, u32)> {
        let (to, low) = self.count(at)?;
        let from = match (self.gap(to), self.joined(to)) {
            (_, Term::To) => to + 1,
            (Gap::Dash, _) => to,
            _ => return None,
        };
        let measured = self.measured(from).filter(|_| matches!(self.gap(from), Gap::Blank | Gap::Dash))?;
        let high = minutes_of(measured.amount)?;
        let low = minutes_of(Amount { count: Some(low), ..measured.amount })?;
        (low < high && matches!(self.term(at), Term::Number { .. }))
            .then_some((measured.to, u32::midpoint(low, high)))
    }

    /// "and 40 minutes", "40 minutes" behind hours.
    fn and_minutes(self, at: usize) -> Option<(usize, u32)> {
        let from = at + usize::from(self.next(at) == Term::And);
        let is_number = matches!(self.next(from), Term::Number { .. });
        let measured =
            self.measured(from).filter(|measured| is_number && measured.amount.unit == Unit::Minute)?;
        minutes_of(measured.amount).map(|minutes| (measured.to, minutes))
    }

    /// "an hour" is a length after "for", "about" and the like or before "-long"; "60 miles an hour" is none.
    fn is_measured_hour(self, at: usize, to: usize) -> bool {
        let is_long = self.gap(to) == Gap::Dash && self.term(to) == Term::Long;
        let is_led = matches!(
            self.before(at),
            Term::For | Term::About | Term::Nearly | Term::Over | Term::Than | Term::Just | Term::Lasted
        );
        is_long || is_led || to > at + 2
    }

    /// "two hours ago", "in two hours" of a day, "three hours later": when, not how long.
    fn is_distance(self, at: usize, to: usize) -> bool {
        matches!(
            self.next(to),
            Term::Ago | Term::Later | Term::Earlier | Term::Before | Term::After | Term::Old | Term::Ahead
        ) || (self.before(at) == Term::In && self.gap(to - 1) == Gap::Blank && self.next(to) != Term::Of)
            || (self.term(at) == Term::In)
    }
}

fn minutes_of(amount: Amount) -> Option<u32> {
    let count = u32::from(amount.count?);
    match amount.unit {
        Unit::Minute => Some(count),
        Unit::Hour => Some(count * 60),
        _ => None,
    }
}
