//! What is no contact although its words look like one: statements to the press, history, habits, sport, figures of speech.

use jiff::civil::Date;

use super::scene::Scene;
use crate::dates::Meaning;
use crate::tokens::{List, Sort, Words, list};

/// Older than this before the report, in days, a contact is history: a comparison, not the talks at hand.
const HISTORY_DAYS: i32 = 500;

/// How many years back an exact day is still of the process of which the report tells.
const PROCESS_YEARS: i32 = 6;

/// Words before the noun that make it something else: a venue, a habit, something asked for.
const OTHER_BEFORE: List = List::of(
    "press news panel board cabinet staff shareholder shareholders shareholders' annual \
    general parliamentary party earnings investor training school family prayer town-hall no any every \
    each such regular frequent daily weekly monthly constant countless numerous wake-up robo close court \
    photo question-and-answer election campaign team committee repeated occasional never-ending media \
    possible potential hypothetical eventual future past small trading tv television radio drinking \
    funding seed financing knockout qualifying job jail prison",
);

/// Words after the noun that make it something else.
const OTHER_AFTER: List = List::of(
    "room rooms place point hall center centre process team teams position \
    positions strategy tactics tactic track tracks agenda minutes partner partners format skills bomb \
    writer show mandate framework paper text efforts effort chip chips unit power agreement agreements \
    points record records logs log transcript committee commission service board council agency panel commissioner fatigue deadline venue document schedule",
);

/// Words of a match, of which one is enough.
const MATCHES: List = List::of(
    "semi-final semifinal semi-finals quarter-final quarterfinal goalkeeper midfielder inning touchdown \
    quarterback knockout fixture kickoff playoff playoffs",
);

/// Words of sport: "met in the final".
const SPORT: List = List::of(
    "semi-final semifinal semi-finals quarter-final quarterfinal league striker coach \
    goalkeeper season playoff playoffs championship midfielder tournament inning touchdown squad \
    quarterback knockout fixture kickoff",
);

/// Words of the past or of a comparison.
const HISTORY: List = List::of("century decades historically historian historians");

/// Whether the words around a noun make it no contact.
pub(super) fn noun(scene: &Scene<'_>, phrase: Words, head: usize, is_plural: bool) -> bool {
    let before = Words::new(phrase.from, head);
    // "the last such meeting"
    let is_last = scene.has(before, list!("last previous")) && scene.has(before, list!("such"));
    if scene.has(before, OTHER_BEFORE) && !is_last || scene.has(Words::new(head + 1, head + 2), OTHER_AFTER) {
        return true;
    }
    // "talk of a deal", "there was talk"
    if scene.is(head, "talk")
        && (before.is_empty() || !scene.is_one(head + 1, list!("with between on had lasted took")))
    {
        return true;
    }
    // "when the two meetings were over": each was told before.
    if is_plural
        && scene.is_one(head, list!("meetings calls conversations"))
        && scene.has(before, list!("two both three"))
        && scene.is_one(before.from, list!("the both these"))
    {
        return true;
    }
    // "the trip twelve times in four weeks"
    if scene.has(Words::new(head + 1, head + 9), list!("times")) {
        return true;
    }
    // "a background call with reporters"
    if scene.is_one(head + 1, list!("with for")) && is_press(scene, head + 2, head + 5) {
        return true;
    }
    if is_plural
        && scene.has(
            before,
            list!(
                "recent previous several many some multiple various earlier countless endless \
                    more few most all those lengthy other"
            ),
        )
    {
        return true;
    }
    // "a call for restraint", "calls on both sides", "a call to arms".
    let is_appeal = scene.is_one(head, list!("call calls"))
        && scene.is_one(head + 1, list!("for on to by"))
        && !scene.has(before, list!("phone telephone video conference"))
        && !is_to_person(scene, head + 1);
    is_appeal || history(scene, head) || sport(scene, head)
}

/// "a call to Putin" is one; "a call to arms", "calls for restraint" are none.
fn is_to_person(scene: &Scene<'_>, preposition: usize) -> bool {
    scene.is_one(preposition, list!("to by for"))
        && scene.day_at(preposition + 1).is_none()
        && (scene.is(preposition, "to") || scene.is(preposition, "by"))
        && scene.is_named_at(preposition + 1)
        || (scene.is(preposition, "on") && scene.day_at(preposition).is_some())
        || (scene.is(preposition, "on") && scene.day_at(preposition + 1).is_some())
        || (scene.is(preposition, "for") && scene.day_at(preposition + 1).is_some())
}

/// Whether a verb's words make it no contact.
pub(super) fn verb(scene: &Scene<'_>, main: usize) -> bool {
    history(scene, main) || sport(scene, main)
}

/// A year that is not the report's, or words of the past, beside the trigger.
fn history(scene: &Scene<'_>, trigger: usize) -> bool {
    let sentence = scene.sentence(trigger);
    let near = Words::new(sentence.from.max(trigger.saturating_sub(25)), sentence.to.min(trigger + 25));
    let Some(anchor) = scene.anchor else {
        return near.indices().any(|token| is_year(scene, token).is_some_and(|year| year < 2000));
    };
    // A day of a year is exact enough to be of the talks at hand; a year alone is a comparison.
    let old = near.indices().any(|token| {
        let is_of_day = scene.day_at(token).is_some_and(|day| {
            scene
                .expressions
                .get(day.expression)
                .is_some_and(|expression| matches!(expression.meaning, Meaning::Day { .. }))
        });
        let years = if is_of_day { PROCESS_YEARS } else { 1 };
        is_year(scene, token).is_some_and(|year| i32::from(year) < i32::from(anchor.year()) - years)
    });
    let has_own_day = scene.days_in(near).iter().any(|day| {
        let text = scene.parsed.text.span(day.words).of(scene.parsed.text.source);
        !text.bytes().any(|letter| letter.is_ascii_digit())
    });
    (old && !has_own_day) || scene.has(near, HISTORY)
}

/// "1938" as a year: four digits alone.
fn is_year(scene: &Scene<'_>, token: usize) -> Option<i16> {
    if scene.sort(token) != Some(Sort::Number) {
        return None;
    }
    let word = scene.parsed.text.word(token);
    let is_four = word.len() == 4 && word.bytes().all(|letter| letter.is_ascii_digit());
    let year = if is_four { word.parse::<i16>().ok()? } else { return None };
    (1000..=2100).contains(&year).then_some(year)
}

fn sport(scene: &Scene<'_>, trigger: usize) -> bool {
    let sentence = scene.sentence(trigger);
    let mut words = sentence.indices().filter(|token| scene.is_one(*token, SPORT));
    // A league and its players bargain, too: one such word is not enough, nor are two.
    words
        .next()
        .is_some_and(|first| scene.is_one(first, MATCHES) || words.next().is_some() && words.next().is_some())
}

/// Whether a day is so long before the report that it is history.
pub(super) fn is_history(first: Date, last: Date, anchor: Date) -> bool {
    let days = if first == last { PROCESS_YEARS * 366 } else { HISTORY_DAYS };
    anchor.since(last).map_or(true, |gap| gap.get_days() > days)
}

/// Whether the actors after a speaking verb are the press.
pub(super) fn is_press(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    // "spoke with Roe about voters": those who are named first.
    let named = (from..to).find(|token| scene.is_named_at(*token) && !scene.is_outlet(*token));
    let to = named.map_or(to, |named| to.min(named + 2));
    Words::new(from, to).indices().any(|token| {
        scene.is_one(
            token,
            list!(
                "reporters journalists press media newsmen correspondents broadcaster newspaper \
                    audience crowd crowds rally newsletter magazine tv television radio thousands hundreds dozens \
                    supporters voters students dignitaries congregants worshippers graduates gathering convention"
            ),
        ) || scene.is_outlet(token)
    })
}
