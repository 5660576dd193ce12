//! Days in six languages: "12 May 2026", "le 1er mars 2015", "24 июня 1993 года", "٢٤ حزيران/يونيو ١٩٩٣", "2026-05-12".

use super::number::digit;

/// A day that a text names. It may be one that no calendar has: 31 February.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, where it is named.
    pub year: Option<i64>,
    /// The month, from 1.
    pub month: i64,
    /// The day of the month, where it is named.
    pub day: Option<i64>,
    /// The first byte.
    pub from: usize,
    /// One past the last byte.
    pub to: usize,
}

/// The names of each month, in small letters; those of one month stand in one row.
const MONTHS: [&[&str]; 12] = [
    &["january", "janvier", "enero", "января", "январь", "січня", "січень", "يناير", "جانفي"],
    &["february", "février", "fevrier", "febrero", "февраля", "февраль", "лютого", "лютий", "فبراير", "شباط"],
    &["march", "mars", "marzo", "марта", "март", "березня", "березень", "مارس", "آذار"],
    &["april", "avril", "abril", "апреля", "апрель", "квітня", "квітень", "أبريل", "نيسان"],
    &["may", "mai", "mayo", "мая", "май", "травня", "травень", "مايو", "أيار"],
    &["june", "juin", "junio", "июня", "июнь", "червня", "червень", "يونيو", "حزيران"],
    &["july", "juillet", "julio", "июля", "июль", "липня", "липень", "يوليو", "تموز"],
    &["august", "août", "aout", "agosto", "августа", "август", "серпня", "серпень", "أغسطس", "آب"],
    &[
        "september",
        "septembre",
        "septiembre",
        "сентября",
        "сентябрь",
        "вересня",
        "вересень",
        "سبتمبر",
        "أيلول",
    ],
    &["october", "octobre", "octubre", "октября", "октябрь", "жовтня", "жовтень", "أكتوبر"],
    &["november", "novembre", "noviembre", "ноября", "ноябрь", "листопада", "листопад", "نوفمبر"],
    &["december", "décembre", "decembre", "diciembre", "декабря", "декабрь", "грудня", "грудень", "ديسمبر"],
];
/// Words that may stand between the parts of a date.
const BETWEEN: [&str; 3] = ["de", "of", "del"];
/// How far apart they may stand, in bytes: a second name of the month may come between.
const BETWEEN_MAX: usize = 24;

/// The days that a text names: a month with a day or a year beside it, or a day written as figures.
///
/// ```
/// use onetext_text::exact::dates;
/// let told = |text: &str| dates(text).iter().map(|one| (one.year, one.month, one.day)).collect::<Vec<_>>();
/// assert_eq!(told("on 12 May 2026"), [(Some(2026), 5, Some(12))]);
/// assert_eq!(told("June 24, 1993"), told("24 июня 1993 года"));
/// assert_eq!(told("le 1er mars 2015"), [(Some(2015), 3, Some(1))]);
/// assert_eq!(told("٢٤ حزيران/يونيو ١٩٩٣"), told("24 de junio de 1993"));
/// assert_eq!(told("The Parties may meet 4 times"), []);
/// ```
pub fn dates(text: &str) -> Vec<Date> {
    let pieces = pieces(text);
    let mut found: Vec<Date> = Vec::new();
    for at in 0..pieces.len() {
        let last_end = found.last().map_or(0, |date: &Date| date.to);
        if pieces[at].0 < last_end {
            continue;
        }
        let date = iso(text, &pieces, at).or_else(|| named(text, &pieces, at, last_end));
        found.extend(date);
    }
    found
}

/// Runs of letters or of digits with their places.
fn pieces(text: &str) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize)> = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let kind = if digit(c).is_some() { Some(true) } else { c.is_alphabetic().then_some(false) };
        match (kind, all.last_mut()) {
            (None, _) => {}
            (Some(_), Some(last)) if kind == before && last.1 == at => last.1 = at + c.len_utf8(),
            _ => all.push((at, at + c.len_utf8())),
        }
        before = kind;
    }
    all
}

fn value(piece: &str) -> Option<i64> {
    let digits: Option<Vec<i64>> = piece.chars().map(digit).collect();
    digits.filter(|digits| digits.len() <= 4).map(|digits| digits.iter().fold(0, |sum, one| sum * 10 + one))
}

fn is_year(piece: &str) -> Option<i64> {
    value(piece).filter(|_| piece.chars().count() == 4)
}

/// 2026-05-12.
fn iso(text: &str, pieces: &[(usize, usize)], at: usize) -> Option<Date> {
    let parts = pieces.get(at..at + 3)?;
    let [year, month, day] = [parts[0], parts[1], parts[2]].map(|(from, to)| &text[from..to]);
    let joined = &text[parts[0].1..parts[1].0] == "-" && &text[parts[1].1..parts[2].0] == "-";
    let (year, month, day) = (is_year(year)?, value(month)?, value(day)?);
    (joined && (1..=12).contains(&month)).then_some(Date {
        year: Some(year),
        month,
        day: Some(day),
        from: parts[0].0,
        to: parts[2].1,
    })
}

/// A month with its name: the number before it or after it is the day, four digits are the year.
fn named(text: &str, pieces: &[(usize, usize)], at: usize, after: usize) -> Option<Date> {
    let word = |at: usize| pieces.get(at).map(|(from, to)| &text[*from..*to]);
    let name = word(at)?;
    let month = month(name)?;
    // "may" and "march" are months only with a capital.
    if ["may", "march", "mars", "mai"].contains(&name) && !text[..pieces[at].0].ends_with([' ', '\u{a0}']) {
        return None;
    }
    let skip = |at: usize, step: isize| {
        let next = at.checked_add_signed(step)?;
        let is_between = word(next).is_some_and(|word| {
            let small = word.to_lowercase();
            BETWEEN.contains(&small.as_str())
                || ["er", "st", "nd", "rd", "th", "го"].contains(&small.as_str())
        });
        if is_between || self::month(word(next)?) == Some(month) {
            next.checked_add_signed(step)
        } else {
            Some(next)
        }
    };
    let near = |one: usize, other: usize| {
        let between = &text[pieces[one.min(other)].1..pieces[one.max(other)].0];
        between.len() <= BETWEEN_MAX && !between.contains(['.', ';', '(', '\n'])
    };
    let before = skip(at, -1).filter(|one| near(*one, at) && pieces[*one].0 >= after);
    let behind = skip(at, 1).filter(|one| *one < pieces.len() && near(at, *one));
    let day =
        before.and_then(|one| value(word(one)?).filter(|day| *day <= 99 && *day > 0).map(|day| (day, one)));
    let american =
        behind.and_then(|one| value(word(one)?).filter(|day| (1..=31).contains(day)).map(|day| (day, one)));
    let year_at = match (day, american) {
        (None, Some((_, one))) => skip(one, 1).filter(|next| *next < pieces.len() && near(one, *next)),
        _ => behind,
    };
    let year = year_at.and_then(|one| is_year(word(one)?).map(|year| (year, one)));
    let day = day.or(american);
    let is_month = name.chars().next().is_some_and(char::is_uppercase) || !name.is_ascii() || day.is_some();
    if (day.is_none() && year.is_none()) || !is_month || (["may", "march"].contains(&name) && year.is_none())
    {
        return None;
    }
    let places = [Some(at), day.map(|(_, one)| one), year.map(|(_, one)| one)];
    let (first, last) = (places.iter().flatten().min()?, places.iter().flatten().max()?);
    let (from, to) = (pieces[*first].0, pieces[*last].1);
    Some(Date { year: year.map(|(year, _)| year), month, day: day.map(|(day, _)| day), from, to })
}

fn month(name: &str) -> Option<i64> {
    let small = name.to_lowercase();
    let place = MONTHS.iter().position(|names| names.contains(&small.as_str()))?;
    i64::try_from(place + 1).ok()
}
