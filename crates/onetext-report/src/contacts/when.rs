//! When a mention's contact is: by its own day, by that of a contact told beside it, by the sentence before.

mod beside;

use jiff::civil::Date;

use super::draft::Draft;
use super::relations;
use super::scene::{Day, Scene};
use super::sighting::Sighting;
use crate::dates::{self, Expression, Meaning, Tense};
use crate::reading::{ContactStatus, Precision, When};
use crate::tokens::{Words, list};
use beside::{after_eve, day_before, on_the_eve, part_of_told_day, said_on};
pub(super) use beside::{beside_last, on_occasion};

/// Farther ahead than this nothing is called off that a report calls cancelled.
const CANCELLED_DAYS: i32 = 60;

/// The day of a mention: its standing picks past or future; "the next day" rests on the contact told last.
pub(super) fn when(scene: &Scene<'_>, drafts: &[Draft], sighting: &Sighting) -> Option<When> {
    if let Some(eve) = on_the_eve(scene, drafts, sighting).filter(|_| sighting.day.is_none()) {
        return Some(eve);
    }
    if let Some(day) = after_eve(scene, sighting) {
        return Some(day);
    }
    // "is sitting down with Roe": on the day of the report.
    let is_now = sighting.is_verb
        && sighting.day.is_none()
        && sighting.status == Some(ContactStatus::Ongoing)
        && scene.is_one(sighting.trigger, list!("sitting meeting gathering huddling"))
        && !scene.has(Words::new(sighting.words.from, sighting.trigger), list!("been"));
    if let Some(today) = scene.anchor.filter(|_| is_now) {
        let words = scene.parsed.text.span(Words::new(sighting.trigger, sighting.trigger + 1));
        return Some(When {
            words: Some(words),
            start: Some(today),
            end: Some(today),
            precision: Precision::Day,
        });
    }
    let day = sighting.day.or_else(|| day_before(scene, drafts, sighting))?;
    let expression = scene.expressions.get(day.expression)?;
    if scene.is_connector(day) {
        return Some(dates::day_of_other(expression, other_day(scene, drafts, sighting, day)?));
    }
    if expression.rests_on_event() {
        // "phoned her the next day and the two spoke for an hour": one day.
        let is_same =
            |draft: &&Draft| draft.when.as_ref().and_then(|when| when.words) == Some(expression.span);
        if let Some(draft) = drafts.iter().find(is_same) {
            return draft.when.clone();
        }
        let event = event_of(scene, drafts, day.expression, tense(scene, sighting));
        return event.map(|event| dates::resolve_from(expression, event));
    }
    if let Some(said) =
        said_on(scene, sighting).filter(|_| matches!(expression.meaning, Meaning::Today { .. }))
    {
        return Some(dates::resolve_from(expression, said));
    }
    if let Some(day) = part_of_told_day(scene, drafts, sighting, expression) {
        return Some(day);
    }
    let tense = tense(scene, sighting);
    let mut when = dates::resolve(expression, scene.anchor, tense);
    // "since May 16, when they met": on that day.
    if let Meaning::Since(first) = &expression.meaning
        && scene.is(day.words.to + 1, "when")
    {
        let first = Expression { meaning: (**first).clone(), ..expression.clone() };
        when = dates::resolve(&first, scene.anchor, Tense::Past);
    }
    // "planned for October, was cancelled": said in December, that October is over.
    let is_far = scene
        .anchor
        .zip(when.start)
        .is_some_and(|(anchor, start)| start.since(anchor).is_ok_and(|gap| gap.get_days() > CANCELLED_DAYS));
    if sighting.status == Some(ContactStatus::Cancelled) && is_far {
        return Some(dates::resolve(expression, scene.anchor, Tense::Past));
    }
    if goes_on_since(scene, sighting, day) && when.start.is_some() && when.start <= scene.anchor {
        when.end = scene.anchor;
    }
    if let Some(last) = next_day(scene, day, &when, tense) {
        when.end = Some(last);
    }
    let is_ahead = tense == Tense::Future;
    let limited = limited(scene, day, &when, is_ahead);
    Some(limited.or_else(|| relations::spread(&when, sighting)).unwrap_or(when))
}

/// Tokens from "which began" to the day: a place lies between.
const BEGAN_TOKENS_MAX: usize = 6;

/// "The talks, which began on Monday, are being mediated by Roe": from that day on.
fn goes_on_since(scene: &Scene<'_>, sighting: &Sighting, day: Day) -> bool {
    let mut near = day.words.from.saturating_sub(BEGAN_TOKENS_MAX)..day.words.from;
    sighting.status == Some(ContactStatus::Ongoing)
        && near.any(|place| {
            scene.is(place, "which") && scene.is_one(place + 1, list!("began opened started resumed"))
        })
}

/// "scheduled for Monday did not take place": of a day behind.
fn did_not(scene: &Scene<'_>, sighting: &Sighting) -> bool {
    let to = scene.sentence(sighting.trigger).to.min(sighting.words.to + 6);
    (sighting.trigger..to).any(|place| scene.is(place, "did") && scene.is_one(place + 1, list!("not n't")))
}

/// Where the standing of a mention looks.
fn tense(scene: &Scene<'_>, sighting: &Sighting) -> Tense {
    // "was to have met on Wednesday", "should have met": of days behind.
    let is_missed = sighting.is_verb
        && sighting.status == Some(ContactStatus::Cancelled)
        && scene.has(Words::new(sighting.words.from, sighting.trigger), list!("have"))
        || sighting.status == Some(ContactStatus::Cancelled) && did_not(scene, sighting);
    let own = Words::new(sighting.words.from, sighting.trigger);
    let is_arranged =
        sighting.is_verb && scene.has(own, list!("is are 're 's")) && !scene.has(own, list!("been"));
    match sighting.status {
        Some(ContactStatus::Cancelled) if is_missed => Tense::Past,
        // "are gathering on Monday", said on a Sunday
        Some(ContactStatus::Ongoing) if is_arranged => Tense::Future,
        Some(
            ContactStatus::Planned
            | ContactStatus::Expected
            | ContactStatus::Conditional
            | ContactStatus::Cancelled,
        ) => Tense::Future,
        Some(ContactStatus::Occurred) => Tense::Past,
        _ => Tense::Unknown,
    }
}

/// "on Thursday and Friday": the second of two days in a row.
fn next_day(scene: &Scene<'_>, day: Day, when: &When, tense: Tense) -> Option<Date> {
    let and = Some(day.words.to).filter(|and| scene.is(*and, "and"))?;
    let next = scene.day_at(and + 1).filter(|next| next.words.from == and + 1)?;
    let first = when.start.filter(|_| when.start == when.end)?;
    let expression = scene.expressions.get(next.expression)?;
    let is_weekday = matches!(expression.meaning, Meaning::Weekday { .. });
    let last = dates::resolve(expression, scene.anchor, tense).start?;
    (is_weekday && first.tomorrow().ok() == Some(last)).then_some(last)
}

/// The day of the other contact from which "the day after" counts: told in the sentence, else last.
fn other_day(scene: &Scene<'_>, drafts: &[Draft], sighting: &Sighting, day: Day) -> Option<Date> {
    let end = |draft: &Draft| draft.when.as_ref()?.end;
    let before = drafts
        .iter()
        .filter(|draft| draft.when.is_some() && scene.in_one_sentence(draft.touched, sighting.trigger))
        .max_by_key(|draft| draft.touched);
    // "arrived on Tuesday, the day after a meeting of the council": from the day told right before.
    let told = || {
        let sentence = scene.sentence(day.words.from);
        let earlier = scene.days_in(Words::new(sentence.from, day.words.from)).last()?;
        dates::resolve(scene.expressions.get(earlier.expression)?, scene.anchor, Tense::Past).end
    };
    let last = || end(drafts.iter().max_by_key(|draft| draft.touched)?);
    before.and_then(end).or_else(told).or_else(last)
}

/// "put off until Friday" is on that day; "are to start by Friday" on any day until then.
fn limited(scene: &Scene<'_>, day: Day, when: &When, is_ahead: bool) -> Option<When> {
    let before = Words::new(day.words.from.saturating_sub(3), day.words.from + 1);
    if scene.has(before, list!("until till"))
        && scene.has(before, list!("off back postponed delayed moved rescheduled"))
    {
        return Some(When { start: when.end, ..when.clone() });
    }
    let opens = scene.is(day.words.to, "when") || scene.is(day.words.to + 1, "when");
    let is_by = !opens
        && (day.words.from > 0 && scene.is(day.words.from - 1, "by") || scene.is(day.words.from, "by"));
    let is_open = is_by && is_ahead && when.end > scene.anchor;
    is_open.then(|| When { start: scene.anchor, ..when.clone() })
}

/// Sentences back over which "that day" looks.
const DAY_SENTENCES_MAX: u32 = 2;

/// The day on which "the previous evening" or "that same month" rests: told before it in its sentence, of a month told before
/// it at all, else that of the contact told last, else the report's own for "earlier in the day".
fn event_of(scene: &Scene<'_>, drafts: &[Draft], expression: usize, tense: Tense) -> Option<Date> {
    let own = scene.days.iter().find(|day| day.expression == expression)?;
    let is_period = matches!(scene.expressions.get(expression)?.meaning, Meaning::PeriodOfEvent { .. });
    let earlier = || {
        let told = scene.days.iter().rev().filter(|day| day.words.to <= own.words.from);
        told.filter_map(|day| {
            let told = scene.expressions.get(day.expression)?;
            // "is due back on Sunday and will see both that night"; "spent that day": not of a day told to come.
            let is_ahead = tense == Tense::Future && scene.in_one_sentence(day.words.from, own.words.from);
            // The day of a contact that was told there, whatever its tense.
            let is_its = |draft: &&Draft| {
                draft.when.as_ref().is_some_and(|when| when.words == Some(told.span) && when.start.is_some())
            };
            if let Some(when) = drafts.iter().find(is_its).and_then(|draft| draft.when.as_ref()) {
                let may_rest = tense == Tense::Future || when.start <= scene.anchor;
                return Some((day, when.start?, when.end?)).filter(|_| may_rest);
            }
            let when = dates::resolve(told, scene.anchor, if is_ahead { tense } else { Tense::Past });
            let start =
                when.start.filter(|start| is_ahead || scene.anchor.is_none_or(|today| *start <= today));
            Some((day, start?, when.end?))
        })
    };
    let rests_on = earlier().find(|(day, start, end)| {
        is_period || start == end && scene.in_one_sentence(day.words.from, own.words.from)
    });
    if let Some((_, start, _)) = rests_on {
        return Some(start);
    }
    let last = earlier().find(|(_, start, end)| start == end);
    // "spent that day in the capital": the day told last, if it is near.
    if scene.has(own.words, list!("that same"))
        && !is_period
        && let Some((_, start, _)) = last.filter(|(day, ..)| {
            scene.sentence_number(day.words.from) + DAY_SENTENCES_MAX >= scene.sentence_number(own.words.from)
        })
    {
        return Some(start);
    }
    let latest = drafts.iter().filter(|draft| draft.when.is_some()).max_by_key(|draft| draft.touched);
    let is_own_day = matches!(
        scene.expressions.get(expression)?.meaning,
        Meaning::FromEvent { amount: dates::Amount { count: Some(0), .. }, .. }
    );
    // "started it on August 28. They had met two days earlier": the day that was told last.
    let is_nearer = last.is_some_and(|(day, ..)| {
        latest.is_some_and(|draft| draft.touched < day.words.from)
            && matches!(
                scene.expressions.get(day.expression).map(|told| &told.meaning),
                Some(Meaning::Day { .. })
            )
    });
    latest
        .filter(|_| !is_nearer)
        .and_then(|draft| draft.when.as_ref()?.end)
        .or(scene.anchor.filter(|_| is_own_day && !is_nearer))
        .or(last.map(|(_, start, _)| start))
}
