//! What a single word says about time: the table of English words, and numbers in digits.

use jiff::civil::Weekday;

use super::expression::{PartOfDay, Season, Unit};

/// What a word says about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// Nothing.
    Other,
    /// A number, with how many digits it was written; none for words.
    Number {
        value: u16,
        digits: u8,
    },
    /// "third", "28th"
    Ordinal(u8),
    Month(i8),
    /// "Nov"; the name "May" and the verb "march" count here too, since they need a day or a preposition beside them.
    UnsureMonth(i8),
    Weekday(Weekday),
    /// "Fri": only with a date beside it.
    ShortWeekday(Weekday),
    Season(Season),
    /// "fall": a season only beside a word that says so.
    Fall,
    Unit(Unit),
    /// "days"
    Units(Unit),
    Part(PartOfDay),
    /// "yesterday": -1
    Today(i8),
    Tonight,
    Overnight,
    This,
    /// "these"
    These,
    That,
    Same,
    Last,
    Past,
    Previous,
    Next,
    Coming,
    Following,
    Recent,
    Earlier,
    Later,
    Early,
    Mid,
    Late,
    /// "start", "beginning"
    Start,
    Middle,
    End,
    Half,
    Ago,
    In,
    Within,
    For,
    Since,
    From,
    To,
    Until,
    Between,
    And,
    Or,
    Of,
    The,
    /// "a", "an"; "one" is a number.
    A,
    Several,
    Few,
    Couple,
    Dozen,
    /// "about", "roughly"
    About,
    /// "nearly", "almost"
    Nearly,
    More,
    Less,
    Than,
    Over,
    Just,
    After,
    Before,
    On,
    By,
    At,
    Ahead,
    Planned,
    Am,
    Pm,
    /// The letters a, p and m of "a.m." and "p.m."; "a" is [`Term::A`].
    P,
    M,
    Clock,
    /// "now" of "three weeks from now"
    Now,
    /// "every", "each": what follows is no one day.
    Every,
    /// "old", "older": what was before it is an age.
    Old,
    /// The word that turns the weekday after it into a name: "Black Friday".
    Naming,
    /// "Times", "Mirror": the weekday before it is part of a name.
    Named,
    Time,
    /// "lasted", "took", "spent": a length follows.
    Lasted,
    /// "long" of "hour-long", "day-long".
    Long,
    /// "year" in Ukrainian and Russian after its number.
    YearMark,
}

/// A word that begins with a digit: "28", "28th", "3pm".
pub(super) fn of_digits(word: &str) -> Term {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, ending) = word.split_at(digits);
    let Some(value) = number.parse::<u16>().ok().filter(|_| digits <= 4) else { return Term::Other };
    match ending {
        "" => Term::Number { value, digits: u8::try_from(digits).unwrap_or(u8::MAX) },
        "st" | "nd" | "rd" | "th" | "го" => u8::try_from(value).map_or(Term::Other, Term::Ordinal),
        "am" | "AM" if value <= 12 => Term::Number { value, digits: CLOCK_AM },
        "pm" | "PM" if value <= 12 => Term::Number { value, digits: CLOCK_PM },
        _ => Term::Other,
    }
}

/// Stands for the digits of "3am".
pub(super) const CLOCK_AM: u8 = 100;
/// Stands for the digits of "3pm".
pub(super) const CLOCK_PM: u8 = 101;

/// A word that begins with an ASCII letter, in lower case.
pub(super) fn of_word(lower: &[u8], is_capital: bool) -> Term {
    // "approximately" is the longest of ours.
    if lower.len() > 13 {
        return Term::Other;
    }
    let term = match lower {
        [b't' | b'a' | b'o' | b'i' | b'b' | b'f', ..] => frequent(lower),
        _ => rare(lower),
    };
    match term {
        Term::Month(_) | Term::UnsureMonth(_) | Term::ShortWeekday(_) if !is_capital => Term::Other,
        term => term,
    }
}

fn frequent(lower: &[u8]) -> Term {
    match lower {
        b"the" => Term::The,
        b"a" | b"an" => Term::A,
        b"of" => Term::Of,
        b"or" => Term::Or,
        b"to" | b"through" | b"thru" | b"till" => Term::To,
        b"in" => Term::In,
        b"and" => Term::And,
        b"for" => Term::For,
        b"on" => Term::On,
        b"at" => Term::At,
        b"by" => Term::By,
        b"from" => Term::From,
        b"this" => Term::This,
        b"that" => Term::That,
        b"these" => Term::These,
        b"than" => Term::Than,
        b"after" => Term::After,
        b"before" => Term::Before,
        b"between" => Term::Between,
        b"ago" => Term::Ago,
        b"ahead" => Term::Ahead,
        b"about" | b"around" | b"approximately" => Term::About,
        b"almost" => Term::Nearly,
        b"over" => Term::Over,
        b"old" | b"older" => Term::Old,
        b"am" => Term::Am,
        b"few" => Term::Few,
        b"following" => Term::Following,
        b"today" => Term::Today(0),
        b"tomorrow" => Term::Today(1),
        b"tonight" => Term::Tonight,
        b"overnight" => Term::Overnight,
        b"afternoon" | b"afternoons" => Term::Part(PartOfDay::Afternoon),
        b"autumn" => Term::Season(Season::Autumn),
        b"fall" => Term::Fall,
        b"beginning" => Term::Start,
        b"time" => Term::Time,
        b"took" => Term::Lasted,
        b"black" | b"bloody" | b"ash" | b"fat" => Term::Naming,
        b"telegraph" | b"times" => Term::Named,
        b"tuesday" | b"tuesdays" => Term::Weekday(Weekday::Tuesday),
        b"thursday" | b"thursdays" => Term::Weekday(Weekday::Thursday),
        b"friday" | b"fridays" => Term::Weekday(Weekday::Friday),
        b"tue" | b"tues" => Term::ShortWeekday(Weekday::Tuesday),
        b"thu" | b"thur" | b"thurs" => Term::ShortWeekday(Weekday::Thursday),
        b"fri" => Term::ShortWeekday(Weekday::Friday),
        b"february" => Term::Month(2),
        b"april" => Term::Month(4),
        b"august" => Term::Month(8),
        b"october" => Term::Month(10),
        b"feb" => Term::UnsureMonth(2),
        b"apr" => Term::UnsureMonth(4),
        b"aug" => Term::UnsureMonth(8),
        b"oct" => Term::UnsureMonth(10),
        b"fortnight" | b"fortnights" => Term::Unit(Unit::Week),
        _ => super::numbers::of_word(lower),
    }
}

fn rare(lower: &[u8]) -> Term {
    match lower {
        b"last" => Term::Last,
        b"past" => Term::Past,
        b"next" => Term::Next,
        b"previous" | b"preceding" => Term::Previous,
        b"coming" | b"upcoming" => Term::Coming,
        b"recent" => Term::Recent,
        b"same" | b"very" => Term::Same,
        b"since" => Term::Since,
        b"until" => Term::Until,
        b"within" => Term::Within,
        b"more" => Term::More,
        b"less" => Term::Less,
        b"just" => Term::Just,
        b"nearly" => Term::Nearly,
        b"roughly" => Term::About,
        b"earlier" => Term::Earlier,
        b"later" => Term::Later,
        b"early" => Term::Early,
        b"late" => Term::Late,
        b"mid" => Term::Mid,
        b"middle" => Term::Middle,
        b"start" => Term::Start,
        b"end" => Term::End,
        b"half" => Term::Half,
        b"several" => Term::Several,
        b"couple" => Term::Couple,
        b"dozen" => Term::Dozen,
        b"lasted" | b"lasting" | b"spent" | b"lasts" => Term::Lasted,
        b"planned" | b"scheduled" | b"set" | b"slated" => Term::Planned,
        b"p" => Term::P,
        b"m" => Term::M,
        b"pm" => Term::Pm,
        b"clock" => Term::Clock,
        b"long" => Term::Long,
        b"good" | b"holy" | b"super" | b"palm" => Term::Naming,
        b"mirror" | b"express" | b"mail" | b"herald" => Term::Named,
        b"yesterday" => Term::Today(-1),
        b"morning" | b"mornings" => Term::Part(PartOfDay::Morning),
        b"evening" | b"evenings" => Term::Part(PartOfDay::Evening),
        b"night" | b"nights" | b"midnight" => Term::Part(PartOfDay::Night),
        b"now" => Term::Now,
        b"every" | b"each" => Term::Every,
        b"spring" => Term::Season(Season::Spring),
        b"summer" => Term::Season(Season::Summer),
        b"winter" => Term::Season(Season::Winter),
        b"noon" | b"midday" => Term::Part(PartOfDay::Noon),
        b"dawn" => Term::Part(PartOfDay::Dawn),
        _ => unit(lower).or_else(|| calendar(lower)).unwrap_or_else(|| super::numbers::of_word(lower)),
    }
}

fn unit(lower: &[u8]) -> Option<Term> {
    Some(match lower {
        b"minute" | b"min" => Term::Unit(Unit::Minute),
        b"hour" => Term::Unit(Unit::Hour),
        b"day" => Term::Unit(Unit::Day),
        b"week" => Term::Unit(Unit::Week),
        b"weekend" => Term::Unit(Unit::Weekend),
        b"month" => Term::Unit(Unit::Month),
        b"quarter" => Term::Unit(Unit::Quarter),
        b"year" => Term::Unit(Unit::Year),
        b"minutes" | b"mins" => Term::Units(Unit::Minute),
        b"hours" => Term::Units(Unit::Hour),
        b"days" => Term::Units(Unit::Day),
        b"weeks" => Term::Units(Unit::Week),
        b"months" => Term::Units(Unit::Month),
        b"years" => Term::Units(Unit::Year),
        _ => return None,
    })
}

fn calendar(lower: &[u8]) -> Option<Term> {
    Some(match lower {
        b"monday" | b"mondays" => Term::Weekday(Weekday::Monday),
        b"wednesday" | b"wednesdays" => Term::Weekday(Weekday::Wednesday),
        b"saturday" | b"saturdays" => Term::Weekday(Weekday::Saturday),
        b"sunday" | b"sundays" => Term::Weekday(Weekday::Sunday),
        b"mon" => Term::ShortWeekday(Weekday::Monday),
        b"wed" => Term::ShortWeekday(Weekday::Wednesday),
        b"sat" => Term::ShortWeekday(Weekday::Saturday),
        b"sun" => Term::ShortWeekday(Weekday::Sunday),
        b"january" => Term::Month(1),
        b"march" | b"mar" => Term::UnsureMonth(3),
        b"may" => Term::UnsureMonth(5),
        b"june" => Term::Month(6),
        b"july" => Term::Month(7),
        b"september" => Term::Month(9),
        b"november" => Term::Month(11),
        b"december" => Term::Month(12),
        b"jan" => Term::UnsureMonth(1),
        b"jun" => Term::UnsureMonth(6),
        b"jul" => Term::UnsureMonth(7),
        b"sep" | b"sept" => Term::UnsureMonth(9),
        b"nov" => Term::UnsureMonth(11),
        b"dec" => Term::UnsureMonth(12),
        _ => return None,
    })
}
