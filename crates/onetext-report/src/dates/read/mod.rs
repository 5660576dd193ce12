//! The reader: rules that look at the words from one place on, each in the file of its kind.

mod amounts;
mod calendar;
mod connect;
mod events;
mod parts;
mod periods;
mod weekdays;

use jiff::civil::Time;

use super::expression::{Amount, Expression, Meaning, PartOfDay, Tense, Unit, Which};
use super::terms::Term;
use super::words::{Gap, Word};
use crate::reading::Span;

/// Every time expression of a text's words, in its order; none overlaps another.
pub(super) fn expressions(words: &[Word]) -> Vec<Expression> {
    let reader = Reader { words };
    let mut found = vec![];
    let mut at = 0;
    while at < words.len() {
        match reader.whole(at) {
            Some(piece) if piece.to > at => {
                found.extend(reader.expression(at, &piece));
                at = piece.to;
            }
            _ => at += 1,
        }
    }
    found
}

/// Words understood together, up to a place.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) to: usize,
    pub(super) meaning: Meaning,
    pub(super) part: Option<PartOfDay>,
    pub(super) time: Option<Time>,
}

impl Piece {
    pub(super) fn new(to: usize, meaning: Meaning) -> Self {
        Piece { to, meaning, part: None, time: None }
    }
}

/// The words of a text, looked at from any place.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) words: &'a [Word],
}

impl Reader<'_> {
    /// The term at a place; nothing behind the end.
    pub(super) fn term(self, at: usize) -> Term {
        self.words.get(at).map_or(Term::Other, |word| word.term)
    }

    /// What stands before the word at a place.
    pub(super) fn gap(self, at: usize) -> Gap {
        self.words.get(at).map_or(Gap::Break, |word| word.gap)
    }

    /// The term at a place, if only white space stands before it.
    pub(super) fn next(self, at: usize) -> Term {
        if self.gap(at) == Gap::Blank { self.term(at) } else { Term::Other }
    }

    /// The same where white space or a hyphen may stand before it.
    pub(super) fn joined(self, at: usize) -> Term {
        if matches!(self.gap(at), Gap::Blank | Gap::Dash) { self.term(at) } else { Term::Other }
    }

    /// The term before a place, if only white space stands between.
    pub(super) fn before(self, at: usize) -> Term {
        if at > 0 && self.gap(at) == Gap::Blank { self.term(at - 1) } else { Term::Other }
    }

    pub(super) fn is_capital(self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.is_capital)
    }

    /// What begins at a place, with a range or a preposition that changes its meaning.
    fn whole(self, at: usize) -> Option<Piece> {
        if self.term(at) == Term::Other {
            return None;
        }
        let piece = self.connected(at).or_else(|| self.single(at)).or_else(|| self.part_alone(at))?;
        Some(self.or_before(piece))
    }

    /// "early June or before that", "Friday or earlier": any time up to it.
    fn or_before(self, piece: Piece) -> Piece {
        let is_before = self.next(piece.to) == Term::Or
            && matches!(self.next(piece.to + 1), Term::Before | Term::Earlier)
            && !matches!(piece.meaning, Meaning::Length(_) | Meaning::FromEvent { .. });
        if !is_before {
            return piece;
        }
        let that = usize::from(self.next(piece.to + 2) == Term::That);
        Piece { to: piece.to + 2 + that, meaning: Meaning::Until(Box::new(piece.meaning.clone())), ..piece }
    }

    /// One day, period, distance or length, with its part of the day.
    pub(super) fn single(self, at: usize) -> Option<Piece> {
        if let Some(piece) = self.part_before(at) {
            return Some(piece);
        }
        let piece = match self.term(at) {
            Term::Number { .. } => self.day(at).or_else(|| self.year(at)).or_else(|| self.amount(at)),
            Term::Ordinal(_) => self.day(at).or_else(|| self.period(at)),
            Term::Month(_) | Term::UnsureMonth(_) => self.day(at).or_else(|| self.month(at)),
            Term::Weekday(_) | Term::ShortWeekday(_) => self.weekday(at),
            Term::Today(days) => self.today(at, days),
            Term::Tonight => {
                Some(Piece { part: Some(PartOfDay::Night), ..Piece::new(at + 1, Meaning::Today { days: 0 }) })
            }
            Term::Overnight => {
                Some(Piece { part: Some(PartOfDay::Night), ..Piece::new(at + 1, Meaning::Overnight) })
            }
            _ => self.event(at).or_else(|| self.period(at)).or_else(|| self.amount(at)),
        }?;
        Some(self.with_part(self.in_year(piece)))
    }

    /// "June last year", "the spring of this year", "5-7 May last year": of which year.
    pub(super) fn in_year(self, piece: Piece) -> Piece {
        let of = piece.to + usize::from(self.next(piece.to) == Term::Of);
        let years = match self.next(of) {
            Term::Last => -1,
            Term::This => 0,
            Term::Next => 1,
            _ => return piece,
        };
        if self.next(of + 1) != Term::Unit(Unit::Year) {
            return piece;
        }
        let of_year =
            |meaning: &Meaning, years: i16| Meaning::OfYear { of: Box::new(meaning.clone()), years };
        let meaning = match &piece.meaning {
            Meaning::Range(first, last) => match (month_of(first), month_of(last)) {
                (Some(begins), Some(ends)) => {
                    // "from November to January last year": from the year before.
                    let first = of_year(first, years - i16::from(begins > ends));
                    Meaning::Range(Box::new(first), Box::new(of_year(last, years)))
                }
                _ => return piece,
            },
            Meaning::Season { year: None, which: Which::Bare, .. } => of_year(&piece.meaning, years),
            meaning if month_of(meaning).is_some() => of_year(meaning, years),
            _ => return piece,
        };
        Piece { to: of + 2, meaning, ..piece }
    }

    /// The piece with its bytes; a part of the day that says nothing of a day is kept as such.
    fn expression(self, at: usize, piece: &Piece) -> Option<Expression> {
        let start = self.words.get(at)?.start;
        let end = self.words.get(piece.to.checked_sub(1)?)?.end;
        Some(Expression {
            span: Span { start, end },
            meaning: piece.meaning.clone(),
            part: piece.part,
            time: piece.time,
            lean: self.lean(at),
        })
    }

    /// Where the words before a place look.
    fn lean(self, at: usize) -> Tense {
        let before = self.before(at);
        let second = at.checked_sub(1).map_or(Term::Other, |place| self.before(place));
        match (second, before) {
            // "by Friday", "a meeting for Saturday", "ahead of Monday", "as early as Monday"
            (_, Term::By | Term::Until | Term::Before | Term::For)
            | (Term::Ahead, Term::Of)
            | (Term::Early | Term::Planned, _) => Tense::Future,
            _ => Tense::Unknown,
        }
    }
}

/// The month of a day or month that is told without its year.
fn month_of(meaning: &Meaning) -> Option<i8> {
    match meaning {
        Meaning::Day { year: None, month, .. }
        | Meaning::Month { year: None, which: Which::Bare, month, .. } => Some(*month),
        _ => None,
    }
}

/// An amount with the place after it.
#[derive(Clone, Copy, Debug)]
pub(in crate::dates) struct Measured {
    pub(in crate::dates) to: usize,
    pub(in crate::dates) amount: Amount,
}
