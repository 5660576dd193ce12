//! The time expression that belongs to a verb.

use crate::contacts::phrase;
use crate::contacts::scene::{Day, Scene};
use crate::contacts::window;
use crate::dates::Meaning;
use crate::grammar::VerbGroup;
use crate::tokens::{Words, list};

/// The time expression that belongs to the verb: after it, or before it in its own clause.
pub(super) fn day_of(scene: &Scene<'_>, group: &VerbGroup, after: Words) -> Option<Day> {
    let agreeing = of_agreement(scene, group);
    let fits = |day: &&Day| !is_length(scene, day.words) && !agreeing.contains(day.words.from);
    if let Some(day) = scene.day_among(after, fits) {
        return Some(day);
    }
    let inside = Words::new(group.words.from, group.words.to);
    if let Some(day) = scene.days_in(inside).first() {
        return Some(*day);
    }
    let clause = window::behind(scene, group.words.from);
    if let Some(day) = scene.days_in(clause).iter().rev().find(fits) {
        return Some(*day);
    }
    // "came a day after the two met"
    let opener = clause.from.checked_sub(1).and_then(|opener| scene.day_at(opener));
    if let Some(day) = opener.filter(|day| scene.is_connector(*day)) {
        return Some(day);
    }
    // "arrived in Dublin on Tuesday, where he met Z"
    let opener = clause.from.saturating_sub(1);
    if scene.is_one(opener, list!("where when")) {
        let sentence = scene.sentence(opener);
        return scene.days_in(Words::new(sentence.from, opener)).iter().rev().find(fits).copied();
    }
    // "promised on Monday to withdraw after Roe had spent four hours with Doe": of the one day of the report's first sentence.
    let sentence = scene.sentence(opener);
    let is_lede = scene.is_one(opener, list!("after following")) && sentence.from == scene.sentence(0).from;
    let is_day = |day: &&Day| {
        scene.expressions.get(day.expression).is_some_and(|expression| {
            matches!(
                expression.meaning,
                Meaning::Day { .. } | Meaning::Weekday { .. } | Meaning::Today { .. }
            )
        })
    };
    let mut told = scene.days_in(Words::new(sentence.from, opener)).iter().filter(is_day);
    if let (true, Some(day), None) = (is_lede, told.next(), told.next()) {
        return Some(*day);
    }
    // "On Monday, X flew to Y and met Z": the verb before it has the same subject.
    if group.is_finite {
        return None;
    }
    let sentence = scene.sentence(group.main);
    let governor = scene
        .verbs_in(Words::new(sentence.from, group.words.from))
        .iter()
        .rev()
        .find(|verb| verb.is_finite)?;
    if scene.speaks(governor.main) {
        return None;
    }
    let before = Words::new(window::behind(scene, governor.words.from).from, group.words.from);
    scene.days_in(before).iter().rev().find(fits).copied()
}

/// "agreed on Thursday | to meet": the words whose day is that of the agreement.
fn of_agreement(scene: &Scene<'_>, group: &VerbGroup) -> Words {
    let sentence = scene.sentence(group.main);
    let before = scene.verbs_in(Words::new(sentence.from, group.words.from));
    let agrees = before.last().filter(|governor| {
        !group.is_finite
            && scene.is_one(governor.main, list!("agreed decided promised pledged offered vowed resolved"))
    });
    agrees.map_or(Words::default(), |governor| Words::new(governor.words.to, group.words.from))
}

fn is_length(scene: &Scene<'_>, words: Words) -> bool {
    // "for the first time in three weeks"
    let is_gap = words.from > 0 && scene.is(words.from - 1, "time")
        || words.from > 1 && scene.is(words.from - 1, "in") && scene.is(words.from - 2, "time");
    // "gathered for a week", "a 90-day truce"
    let is_told = scene
        .day_at(words.from)
        .and_then(|day| scene.expressions.get(day.expression))
        .is_some_and(|expression| matches!(expression.meaning, Meaning::Length(_)));
    is_gap || is_told || scene.is(words.from, "for") && scene.has(words, list!("hours minutes hour days"))
}

/// "will meet for three days from Monday": how many days, where a day is told from which they count.
pub(super) fn long(scene: &Scene<'_>, after: Words) -> Option<u16> {
    let from = after.indices().find(|place| {
        scene.is(*place, "for") && scene.is_one(*place + 2, list!("days")) && !scene.is(*place + 3, "ago")
    })?;
    let counts_from = after.indices().any(|place| {
        scene.is_one(place, list!("from starting beginning")) && scene.day_at(place + 1).is_some()
    });
    phrase::number(scene.parsed.text.word(from + 1)).filter(|_| counts_from)
}
