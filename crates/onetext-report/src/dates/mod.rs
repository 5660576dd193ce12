//! Days as news reports give them, resolved against the day of the report.
//!
//! [`find`] gives every time expression of a text by what its words mean; [`resolve`] sets one against the day of the report
//! and the tense of the verb beside it. What rests on another event ("later that day", "a day after") is resolved against
//! that event by [`resolve_from`], a length ("capped three days of talks") by [`ending_on`]. Days are civil days in the zone
//! of the report. English is read whole; of Ukrainian and Russian only days, weekdays, "last week" and the like, "N days ago".
//!
//! # Conventions
//! - **A bare weekday** is today where the report's own day has that name: a report of a Sunday tells of that Sunday. Otherwise
//!   it is the last one behind, or the first ahead where the verb looks ahead; without a tense, behind: reports tell of the past.
//! - **"last"** and **"previous"** are the nearest strictly before, **"coming"** the nearest strictly after, **"next Friday"** is that of the
//!   next week (weeks begin on Monday), since the nearest one would be called "Friday".
//! - **"this week"** is Monday to Sunday. A report of a Sunday stands between two weeks: looking ahead, it is that Sunday and the seven
//!   days after it; "last week" is the one that ends. "Earlier" ends, "later" begins with the report's day.
//! - **"two weeks ago"** is the week around that day: three days on either side; months fifteen, years half a year; days are exact.
//!   "Nearly three weeks ago" lies between two and three weeks, "more than three" between three and four.
//! - **"several"** and **"a few"** are two to six. "recent weeks" and the like behind stay open: nobody said since when.
//! - **"early", "mid-", "late"** are thirds. **"overnight"** is the night between the day before and the report's day.
//! - **A day without a year** is the nearest on the tense's side, unless that is eleven months away.
//! - **"the following" and "the next day"** belong to an event of the text, never to the report's day; so does "that day".
//! - **Without a day to be seen from** only what names its year is resolved; all else has precision "unknown".
//!
//! Not read: seasons (they differ by hemisphere), feasts, "this time last year", 11/12/2025 (two orders are usual).

mod cyrillic;
mod durations;
mod expression;
mod numbers;
mod read;
mod resolve;
mod terms;
mod words;

use jiff::civil::Date;

use crate::reading::When;
pub use expression::{
    Amount, Bound, Duration, Expression, Meaning, PartOfDay, Portion, Season, Tense, Unit, Which,
};

/// Every time expression of a text, in its order; none overlaps another.
///
/// ```
/// use onetext_report::dates::find;
///
/// let text = "They met on Tuesday and meet again later this week.";
/// let found: Vec<&str> = find(text).iter().map(|expression| expression.span.of(text)).collect();
/// assert_eq!(found, ["Tuesday", "later this week"]);
/// ```
pub fn find(text: &str) -> Vec<Expression> {
    read::expressions(&words::words(text))
}

/// The time expressions and the lengths in hours and minutes of one text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Times {
    pub(crate) expressions: Vec<Expression>,
    pub(crate) lengths: Vec<Duration>,
}

impl Times {
    /// What [`find`] and [`find_durations`] give, its words cut once.
    pub(crate) fn of(text: &str) -> Self {
        let words = words::words(text);
        Times { expressions: read::expressions(&words), lengths: durations::durations(&words) }
    }
}

/// The days that an expression means in a report of the day `anchor`, beside a verb of this tense.
///
/// ```
/// use jiff::civil::date;
/// use onetext_report::dates::{Tense, find, resolve};
///
/// let saturday = &find("a call on Saturday")[0];
/// let sunday = Some(date(2026, 5, 10));
/// assert_eq!(resolve(saturday, sunday, Tense::Past).start, Some(date(2026, 5, 9)));
/// assert_eq!(resolve(saturday, sunday, Tense::Future).start, Some(date(2026, 5, 16)));
/// assert_eq!(resolve(saturday, None, Tense::Past).start, None);
/// ```
pub fn resolve(expression: &Expression, anchor: Option<Date>, tense: Tense) -> When {
    resolve::resolve(expression, anchor, tense)
}

/// The days that an expression means beside an event of the day `event`: "later that day", "the previous Sunday",
/// "in the afternoon". A length begins with the event.
///
/// ```
/// use jiff::civil::date;
/// use onetext_report::dates::{find, resolve_from};
///
/// let after = &find("He answered two days later.")[0];
/// assert_eq!(resolve_from(after, date(2026, 5, 9)).start, Some(date(2026, 5, 11)));
/// ```
pub fn resolve_from(expression: &Expression, event: Date) -> When {
    resolve::resolve_from(expression, event)
}

/// The days of a length that ends with an event: "the call capped three days of talks".
///
/// ```
/// use jiff::civil::date;
/// use onetext_report::dates::{ending_on, find};
///
/// let three_days = &find("It capped three days of talks.")[0];
/// assert_eq!(ending_on(three_days, date(2026, 5, 9)).start, Some(date(2026, 5, 7)));
/// ```
pub fn ending_on(expression: &Expression, last: Date) -> When {
    resolve::ending_on(expression, last)
}

/// The day of the other event of "a day after the union complained", where what is told first took place on `told`.
///
/// ```
/// use jiff::civil::date;
/// use onetext_report::dates::{day_of_other, find};
///
/// let after = &find("The offer comes a day after the union complained.")[0];
/// assert_eq!(day_of_other(after, date(2026, 5, 9)).start, Some(date(2026, 5, 8)));
/// ```
pub fn day_of_other(expression: &Expression, told: Date) -> When {
    resolve::day_of_other(expression, told)
}

/// Every length of time in hours and minutes, in the order of the text. Lengths in days are found by [`find`].
///
/// ```
/// use onetext_report::dates::find_durations;
///
/// let text = "a call of more than two and a half hours";
/// let found = find_durations(text);
/// assert_eq!((found[0].minutes, found[0].approximate), (150, true));
/// assert_eq!(found[0].span.of(text), "more than two and a half hours");
/// ```
pub fn find_durations(text: &str) -> Vec<Duration> {
    durations::durations(&words::words(text))
}
