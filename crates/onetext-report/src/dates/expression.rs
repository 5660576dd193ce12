//! A time expression before it is set against any day: what its words mean, not which days they are.

use jiff::civil::{Time, Weekday};

use crate::reading::Span;

/// Words that say when something happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Its words, without a preposition that adds nothing: "Saturday" of "on Saturday", but "since March".
    pub span: Span,
    /// What they mean.
    pub meaning: Meaning,
    /// The part of the day, where one is told: "Friday morning".
    pub part: Option<PartOfDay>,
    /// The time of day, where one is told: "at 3 p.m."; in the zone of the report.
    pub time: Option<Time>,
    /// Where the words before it look ("ahead of Friday", "planned for Saturday"); used where the verb does not tell.
    pub lean: Tense,
}

impl Expression {
    /// Whether it rests on another event: "later that day", "a day after". [`super::resolve`] leaves it open,
    /// [`super::resolve_from`] settles it.
    pub fn rests_on_event(&self) -> bool {
        matches!(self.meaning, Meaning::FromEvent { .. } | Meaning::PeriodOfEvent { .. })
            || matches!(self.meaning, Meaning::Weekday { which: Which::Following, .. })
            || matches!(self.meaning, Meaning::Period { which: Which::Following, .. })
    }

    /// The length of an event in days, where it tells one: "three days of talks", "a two-week visit".
    pub fn length_days(&self) -> Option<u32> {
        match self.meaning {
            Meaning::Length(Amount { count: Some(count), unit, .. }) => {
                Some(u32::from(count) * unit.days()).filter(|days| *days > 0)
            }
            _ => None,
        }
    }
}

/// The tense of the verb beside a time expression: it tells whether "Saturday" lies behind or ahead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// "met", "has met"
    Past,
    /// "will meet", "is to meet"
    Future,
    /// No verb, or one that does not tell.
    #[default]
    Unknown,
}

/// What a time expression means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// "28 November 2025", "Nov. 28", "28.11.2025"
    Day {
        /// As written, in four digits.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// "October", "mid-October", "March 2026"
    Month {
        /// As written, in four digits.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// Which of that name: "last October".
        which: Which,
        /// Which part of it.
        portion: Portion,
    },
    /// "June last year"
    OfYear {
        /// A day, month or season without its year.
        of: Box<Meaning>,
        /// How many years after the report's own: -1 for "last year".
        years: i16,
    },
    /// "the third quarter of 2025"
    Quarter {
        /// As written, in four digits.
        year: Option<i16>,
        /// 1 to 4.
        quarter: i8,
    },
    /// "this autumn", "last winter", "in the spring of 2022"
    Season {
        /// As written, in four digits; of a winter that of its December.
        year: Option<i16>,
        /// Which of the four.
        season: Season,
        /// Which of those of a name.
        which: Which,
    },
    /// "in 2022", "late 2022"
    Year {
        /// In four digits.
        year: i16,
        /// Which part of it.
        portion: Portion,
    },
    /// "Saturday", "last Sunday", "Tuesday of next week"
    Weekday {
        /// Which day of the week.
        weekday: Weekday,
        /// Which of those days.
        which: Which,
        /// The week in which it lies, where that is told: -1 for last week, 1 for next week. Of "a week on Friday", which is
        /// [`Which::Coming`], how many weeks after the first Friday.
        week: Option<i8>,
    },
    /// Today (0), yesterday (-1), the day after tomorrow (2), last night (-1, with its part of the day).
    Today {
        /// Days from the report's own.
        days: i8,
    },
    /// "overnight": from one day to the next.
    Overnight,
    /// "in the afternoon", "at 3 p.m.": of a day told elsewhere, or of the report's own.
    PartOfDay,
    /// "this week", "later this month", "early next week", "the weekend"
    Period {
        /// Week, weekend, month, quarter or year.
        unit: Unit,
        /// Which of them.
        which: Which,
        /// Which part of it.
        portion: Portion,
    },
    /// "two weeks ago" (behind), "in ten days" (ahead)
    Offset {
        /// How far.
        amount: Amount,
        /// Whether it lies ahead.
        ahead: bool,
    },
    /// "the past three days", "in recent weeks", "over the next two weeks"
    Stretch {
        /// How long.
        amount: Amount,
        /// Whether it lies ahead.
        ahead: bool,
    },
    /// "later that day" (count 0), "a day after", "two days earlier", "the next day"
    FromEvent {
        /// How far from the event.
        amount: Amount,
        /// Whether it comes after the event.
        ahead: bool,
    },
    /// "that week", "that month": the one in which an event lies.
    PeriodOfEvent {
        /// Which unit.
        unit: Unit,
    },
    /// "three days of talks", "for two weeks": how long, not when.
    Length(Amount),
    /// "since March"
    Since(Box<Meaning>),
    /// "until Friday"
    Until(Box<Meaning>),
    /// "from Thursday to Saturday", "between 5 and 7 May"
    Range(Box<Meaning>, Box<Meaning>),
}

/// Seasons, as the north counts them: three whole months each, from March.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// March to May
    Spring,
    /// June to August
    Summer,
    /// September to November
    Autumn,
    /// December to February
    Winter,
}

impl Season {
    /// Its first month, 1 to 12.
    pub(super) fn first_month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

/// Units of the calendar and the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Sixty seconds.
    Minute,
    /// Sixty minutes.
    Hour,
    /// A civil day.
    Day,
    /// Seven days; a week of the calendar begins on Monday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// A month of the calendar.
    Month,
    /// Three months.
    Quarter,
    /// A year of the calendar.
    Year,
}

impl Unit {
    /// Days in it, as people count: 30 to a month; none in an hour.
    pub(super) fn days(self) -> u32 {
        match self {
            Unit::Minute | Unit::Hour => 0,
            Unit::Day => 1,
            Unit::Weekend => 2,
            Unit::Week => 7,
            Unit::Month => 30,
            Unit::Quarter => 91,
            Unit::Year => 365,
        }
    }
}

/// So many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// How many; none for "several" and "a few".
    pub count: Option<u16>,
    /// Of what.
    pub unit: Unit,
    /// How exactly.
    pub bound: Bound,
}

/// How exactly an amount is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "three weeks"
    Exact,
    /// "about three weeks"
    About,
    /// "nearly three weeks", "less than three weeks"
    Under,
    /// "more than three weeks"
    Over,
}

/// Which of several days or weeks of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Which {
    /// "Saturday", "the weekend"
    Bare,
    /// "this Saturday", "this week"
    This,
    /// "last Saturday", "last week"
    Last,
    /// "the previous Sunday": before the report's day, or before the event that the text tells of.
    Previous,
    /// "next Saturday": that of the next week.
    Next,
    /// "the coming Saturday": the first after the report's day.
    Coming,
    /// "the following Saturday": the first after the event that the text tells of.
    Following,
}

/// Which part of a week, month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Portion {
    /// All of it.
    Whole,
    /// "earlier this week": up to the report's day.
    Earlier,
    /// "later this week": from the report's day.
    Later,
    /// "early next week", "the start of May": its first third.
    Early,
    /// "mid-October": its second third.
    Mid,
    /// "late in May", "the end of the year": its last third.
    Late,
    /// "the first half of June"
    FirstHalf,
    /// "the second half of June"
    SecondHalf,
    /// "the second week of June": seven days, the first week from its first day on; 1 to 4.
    Week(u8),
    /// "the last week of June", "the last days of June": seven days, up to its last day.
    LastWeek,
}

/// Parts of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartOfDay {
    /// "dawn", "the early hours"
    Dawn,
    /// "morning"
    Morning,
    /// "noon", "midday"
    Noon,
    /// "afternoon"
    Afternoon,
    /// "evening"
    Evening,
    /// "night", "tonight", "overnight", "midnight"
    Night,
    /// "early on Friday", "late on Friday", or a time of day alone.
    Told,
}

/// A length of time in hours and minutes: "a two-hour call".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    /// Its words, with "about" and the like.
    pub span: Span,
    /// How many minutes.
    pub minutes: u32,
    /// Whether the words say that it is not exact: "about", "more than", "nearly".
    pub approximate: bool,
}
