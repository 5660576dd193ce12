//! From where a page is looked at: today, or some day in the past, with the form to choose it and the banner that
//! says so. What was known then is decided by the view alone.

use onetext_model::{AsOf, Day};
use serde::Deserialize;

use crate::escape::escaped;
use crate::say::Language;

/// From where a page is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub(crate) struct Standpoint {
    /// Only what was known at the end of this day.
    #[serde(rename = "as-of")]
    as_of: Option<String>,
    /// Only what was recorded by the end of this day.
    #[serde(rename = "recorded-by")]
    recorded_by: Option<String>,
}

impl Standpoint {
    /// The moment; none where a day does not read as one.
    pub(crate) fn at(&self, today: Day) -> Option<AsOf> {
        let known_by = day(self.as_of.as_deref()).ok()?;
        let recorded_by = day(self.recorded_by.as_deref()).ok()?;
        Some(AsOf { today: known_by.unwrap_or(today), known_by, recorded_by })
    }
}

/// A day, if one is written.
fn day(text: Option<&str>) -> Result<Option<Day>, jiff::Error> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::parse::<Day>).transpose()
}

/// Whether everything on file is seen, from today.
pub(crate) fn is_today(at: AsOf) -> bool {
    at.known_by.is_none() && at.recorded_by.is_none()
}

/// The address of a page seen from there.
pub(crate) fn address(path: &str, at: AsOf) -> String {
    let days = [("as-of", at.known_by), ("recorded-by", at.recorded_by)];
    let given: Vec<String> =
        days.iter().filter_map(|(name, day)| day.map(|day| format!("{name}={day}"))).collect();
    if given.is_empty() { path.to_owned() } else { format!("{path}?{}", given.join("&")) }
}

/// The same in a form that keeps to it.
pub(crate) fn hidden(at: AsOf) -> String {
    let days = [("as-of", at.known_by), ("recorded-by", at.recorded_by)];
    let field = |(name, day): (&str, Option<Day>)| {
        day.map(|day| format!("<input type=\"hidden\" name=\"{name}\" value=\"{day}\">\n"))
    };
    days.into_iter().filter_map(field).collect()
}

/// The form in which another day is chosen.
pub(crate) fn form(language: Language, path: &str, at: AsOf) -> String {
    let say = |key: &str| escaped(&language.say(key));
    let field = |name: &str, day: Option<Day>| {
        format!(
            "<div class=\"field\"><label for=\"s:{name}\">{label}</label>\n\
             <input type=\"date\" id=\"s:{name}\" name=\"{name}\" value=\"{value}\" aria-describedby=\"s:help\"></div>\n",
            label = say(&format!("stand-{name}")),
            value = day.map_or_else(String::new, |day| day.to_string()),
        )
    };
    format!(
        "<details class=\"stand\"><summary>{title}</summary>\n<form method=\"get\" action=\"{path}\">\n{known}{recorded}\
         <button>{show}</button>\n<p class=\"help\" id=\"s:help\">{help}</p>\n</form>\n</details>\n",
        title = say("stand"),
        path = escaped(path),
        known = field("as-of", at.known_by),
        recorded = field("recorded-by", at.recorded_by),
        show = say("stand-show"),
        help = say("stand-help"),
    )
}

/// What is said above a page of the past; nothing today.
pub(crate) fn banner(language: Language, path: &str, at: AsOf) -> String {
    if is_today(at) {
        return String::new();
    }
    let said = |key: &str, day: Option<Day>| {
        let words = day.map(|day| language.say_with(key, &[("day", &day.to_string())]));
        words.map_or_else(String::new, |words| format!(" {}", escaped(&words)))
    };
    format!(
        "<div class=\"past\" role=\"note\"><p><strong>{past}</strong>{known}{recorded}</p>\n\
         <a class=\"button\" href=\"{path}\">{today}</a></div>\n",
        past = escaped(&language.say("stand-past")),
        known = said("stand-known", at.known_by),
        recorded = said("stand-recorded", at.recorded_by),
        path = escaped(path),
        today = escaped(&language.say("stand-today")),
    )
}

/// What is said above a page of today that was asked for a day that could not be read.
pub(crate) fn unread(language: Language) -> String {
    format!(
        "<div class=\"notice wrong\" role=\"alert\"><p>{}</p></div>\n",
        escaped(&language.say("stand-wrong"))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_day_is_today_and_a_wrong_one_is_none() {
        let today = Day::constant(2026, 7, 3);
        let asked = |as_of: &str| Standpoint { as_of: Some(as_of.to_owned()), recorded_by: None };
        assert_eq!(asked("").at(today), Some(AsOf::today(today)));
        assert_eq!(asked("yesterday").at(today), None);
        let then = asked("2026-06-01").at(today).unwrap();
        assert_eq!(address("/page/grid", then), "/page/grid?as-of=2026-06-01");
        assert!(!is_today(then));
    }
}
