//! Lines for reports and claims, for what was told to whom, and for the desk's own work.

use onetext_model::{
    Attribution, Claim, Decision, Grade, Origin, Question, RatificationStep, Release, Report, Step,
    TalkingPoint, View, Withdrawal,
};

use super::{called, note};
use crate::voices::speaker_name;
use crate::words::{actor_name, names, short_date, subject_name};

pub(super) fn report(fact: &Report) -> String {
    let state = if fact.state_media { "state media".to_owned() } else { String::new() };
    format!("{}, “{}”{}", fact.outlet, fact.title, note(&[state]))
}

pub(super) fn claim(view: &View<'_>, fact: &Claim) -> String {
    let readout = if fact.readout { "readout".to_owned() } else { String::new() };
    format!("{}: {}{}", speaker_name(view, fact), fact.words, note(&[fact.mode.said().to_owned(), readout]))
}

pub(super) fn grade(view: &View<'_>, fact: &Grade) -> String {
    format!("Of {}: graded {}{}", called(view, fact.of), fact.reliability.said(), fact.credibility)
}

pub(super) fn attribution(view: &View<'_>, fact: &Attribution) -> String {
    format!("Of {}: it was said by {}", called(view, fact.claim), actor_name(view, fact.speaker))
}

pub(super) fn release(view: &View<'_>, fact: &Release) -> String {
    let by = fact.told_by.map_or_else(String::new, |by| format!("told by {}", actor_name(view, by)));
    format!(
        "{} was told: {}{}",
        actor_name(view, fact.to),
        fact.words,
        note(&[fact.terms.said().to_owned(), by])
    )
}

pub(super) fn origin(view: &View<'_>, fact: &Origin) -> String {
    format!("Of {}: it comes from {}", called(view, fact.release), called(view, fact.entry))
}

pub(super) fn withdrawal(view: &View<'_>, fact: &Withdrawal) -> String {
    let reason = fact.reason.as_ref().map_or_else(|| "no reason given".to_owned(), Clone::clone);
    format!("Takes back {}{}", called(view, fact.of), note(&[reason]))
}

pub(super) fn step(view: &View<'_>, fact: &Step) -> String {
    let by = fact.by.map_or_else(String::new, |by| format!("by {}", short_date(view, by)));
    let to = if fact.promised_to.is_empty() {
        String::new()
    } else {
        format!("promised to {}", names(view, &fact.promised_to))
    };
    let done = if fact.done { "done".to_owned() } else { String::new() };
    format!("{}: {}{}", actor_name(view, fact.who), fact.what, note(&[by, to, done]))
}

pub(super) fn decision(view: &View<'_>, fact: &Decision) -> String {
    let by = fact.by.map_or_else(String::new, |by| format!("by {}", short_date(view, by)));
    let on = fact.on.map_or_else(String::new, |on| subject_name(view, on));
    format!("{} is to decide: {}{}", actor_name(view, fact.who), fact.question, note(&[by, on]))
}

pub(super) fn talking_point(view: &View<'_>, fact: &TalkingPoint) -> String {
    format!("For {}, {}: {}", actor_name(view, fact.who), fact.sort.said(), fact.words)
}

pub(super) fn question(view: &View<'_>, fact: &Question) -> String {
    format!("{}{}", fact.words, note(&[fact.on.map_or_else(String::new, |on| subject_name(view, on))]))
}

pub(super) fn ratification(view: &View<'_>, fact: &RatificationStep) -> String {
    let days = fact
        .days
        .map_or_else(|| "no time stated".to_owned(), |days| crate::words::count(days as usize, "day"));
    let body = fact.body.clone().unwrap_or_default();
    let threshold = fact.threshold.clone().unwrap_or_default();
    format!(
        "{}, step {}: {}{}",
        actor_name(view, fact.party),
        fact.place,
        fact.what,
        note(&[body, threshold, days])
    )
}
