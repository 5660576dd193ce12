//! Lines for what is to be settled, and what is held, asked, promised and tied.

use onetext_model::{
    Answer, Ask, Idea, Interval, Issue, IssueOption, Link, OptionId, PointStatus, Position, Precedent,
    Preference, Reservation, Undertaking, View,
};

use super::{called, note};
use crate::grid::evidence;
use crate::words::{actor_name, issue_name, names, short_date, subject_name, subject_short};

pub(super) fn issue(fact: &Issue) -> String {
    let range = fact.range.as_ref().map_or_else(String::new, |range| {
        format!("from {} to {} {}, in steps of {}", range.from, range.to, range.unit, range.step)
    });
    format!("{}{}", fact.name, note(&[fact.question.clone().unwrap_or_default(), range]))
}

pub(super) fn option(view: &View<'_>, fact: &IssueOption) -> String {
    let words = fact.words.as_ref().map_or_else(String::new, |words| format!(": {words}"));
    format!("{}: {}{words}", issue_name(view, fact.issue), fact.name)
}

pub(super) fn status(view: &View<'_>, fact: &PointStatus) -> String {
    format!(
        "{}: {}{}",
        subject_name(view, fact.on),
        fact.state,
        note(&[fact.reason.clone().unwrap_or_default()]),
    )
}

pub(super) fn preference(view: &View<'_>, fact: &Preference) -> String {
    let mut notes: Vec<String> = vec![fact.basis.said().to_owned()];
    if !fact.order.is_empty() {
        let ranks: Vec<String> = fact.order.iter().map(|alike| equals(view, alike)).collect();
        notes.push(format!("from best to worst: {}", ranks.join(", then ")));
    }
    let value = |option: OptionId, value: Interval| format!("{} {}", short(view, option), interval(value));
    let values: Vec<String> = fact.values.iter().map(|given| value(given.option, given.value)).collect();
    notes.push(values.join(", "));
    notes.extend(fact.weight.map(|weight| format!("weight {}", interval(weight))));
    format!("{} on {}{}", actor_name(view, fact.party), issue_name(view, fact.issue), note(&notes))
}

fn equals(view: &View<'_>, alike: &[OptionId]) -> String {
    let names: Vec<String> = alike.iter().map(|option| short(view, *option)).collect();
    names.join(" as good as ")
}

fn short(view: &View<'_>, option: OptionId) -> String {
    subject_short(view, onetext_model::SubjectId(option.0))
}

fn interval(interval: Interval) -> String {
    if interval.low == interval.high {
        interval.low.to_string()
    } else {
        format!("{} to {}", interval.low, interval.high)
    }
}

pub(super) fn reservation(view: &View<'_>, fact: &Reservation) -> String {
    let value = fact.value.map_or_else(String::new, |value| format!("value {}", interval(value)));
    format!(
        "{} without a deal: {}{}",
        actor_name(view, fact.party),
        fact.words,
        note(&[fact.basis.said().to_owned(), value]),
    )
}

pub(super) fn position(view: &View<'_>, fact: &Position) -> String {
    let condition = fact.condition.as_ref().map_or_else(String::new, |words| format!("condition: {words}"));
    let limit = fact.limit.map_or_else(String::new, |limit| limit.said().to_owned());
    format!(
        "{} on {}, {}: {}{}",
        actor_name(view, fact.party),
        subject_name(view, fact.on),
        fact.stance.said(),
        fact.words,
        note(&[condition, limit, evidence(view, fact)]),
    )
}

pub(super) fn ask(view: &View<'_>, fact: &Ask) -> String {
    let due = fact.answer_by.map_or_else(String::new, |by| format!("answer by {}", short_date(view, by)));
    let (by, of) = (actor_name(view, fact.by), names(view, &fact.of));
    format!("{by} asks {of}: {}{}", fact.words, note(&[due]))
}

pub(super) fn idea(view: &View<'_>, fact: &Idea) -> String {
    let by = fact.by.map_or_else(|| "Nobody's name".to_owned(), |by| actor_name(view, by));
    let to = if fact.to.is_empty() { String::new() } else { format!(" to {}", names(view, &fact.to)) };
    format!("{by} floats{to}: {}", fact.words)
}

pub(super) fn answer(view: &View<'_>, fact: &Answer) -> String {
    let (by, to) = (actor_name(view, fact.by), called(view, fact.to));
    format!("{by} answers {to}: {}; {}", fact.answer.said(), fact.words)
}

pub(super) fn undertaking(view: &View<'_>, fact: &Undertaking) -> String {
    let to = if fact.to.is_empty() { String::new() } else { format!(" to {}", names(view, &fact.to)) };
    let by = fact.alleged_by.map_or_else(|| "nobody named".to_owned(), |by| actor_name(view, by));
    let breach = fact
        .alleged_breach
        .as_ref()
        .map_or_else(String::new, |words| format!("breach alleged by {by}: {words}"));
    let reply = fact.reply.as_ref().map_or_else(String::new, |words| format!("reply: {words}"));
    format!("{} undertook{to}: {}{}", actor_name(view, fact.by), fact.words, note(&[breach, reply]))
}

pub(super) fn link(view: &View<'_>, fact: &Link) -> String {
    let between = if fact.between.is_empty() {
        String::new()
    } else {
        format!("between {}", names(view, &fact.between))
    };
    format!("{}: {}{}", fact.name, fact.words, note(&[between]))
}

pub(super) fn precedent(view: &View<'_>, fact: &Precedent) -> String {
    let place = fact.place.as_ref().map_or_else(String::new, |place| format!(", {place}"));
    let on = fact.on.map_or_else(String::new, |on| format!("on {}", subject_name(view, on)));
    format!("{} invokes {}{place}: {}{}", actor_name(view, fact.by), fact.title, fact.purpose, note(&[on]))
}
