//! When a contact is that a noun names, and how long: in its phrase, after it, or at the front of its clause.

use crate::contacts::around;
use crate::contacts::phrase;
use crate::contacts::scene::{Day, Scene};
use crate::contacts::standing::{self, Role, Standing};
use crate::contacts::window;
use crate::dates::{self, Meaning, Tense};
use crate::reading::ContactStatus;
use crate::tokens::{Sort, Words, list};

/// The day of the contact; none where the words tell another day: of the wish, of the cancelling.
pub(super) fn of_contact(
    scene: &Scene<'_>,
    full: Words,
    after: Words,
    standing: Standing,
    role: Role,
) -> Option<Day> {
    let day = day_of(scene, full, after)?;
    let is_open = matches!(standing, Standing::Wished | Standing::Is(ContactStatus::Expected));
    let is_adjunct = role == Role::Adjunct && standing != Standing::Wished;
    if day.words.from < full.from && is_open && (is_adjunct || standing == Standing::Wished) {
        return None;
    }
    // "the first call since June": not of June.
    let meaning = scene.expressions.get(day.expression).map(|expression| &expression.meaning);
    let opens = scene.is(day.words.to + 1, "when") && day.words.to < full.from;
    if standing == Standing::Is(ContactStatus::Occurred)
        && matches!(meaning, Some(Meaning::Since(_)))
        && !opens
    {
        return None;
    }
    // "The calls lasted a quarter of an hour in the morning": of their own day.
    let is_definite = scene.is_one(full.from, list!("the these those"));
    if is_definite && matches!(meaning, Some(Meaning::PartOfDay)) {
        return None;
    }
    // "was cancelled on Tuesday": the day of the cancelling, unless it says for when.
    let calls_off = standing == Standing::Is(ContactStatus::Cancelled) && role == Role::Subject;
    let is_behind = scene
        .verbs_in(Words::new(full.to, day.words.from))
        .iter()
        .any(|verb| verb.is_finite && !window::is_restrictive(scene, verb));
    let is_of_contact = scene.is_one(day.words.from.saturating_sub(1), list!("for"));
    (!(calls_off && is_behind) || is_of_contact).then_some(day)
}

/// The time expression that belongs to the noun: in its phrase, after it, or at the front of its clause.
fn day_of(scene: &Scene<'_>, full: Words, after: Words) -> Option<Day> {
    let own = Words::new(full.from, after.to);
    let is_put_off = scene.has(after, list!("postponed delayed off back moved rescheduled"));
    if is_put_off && let Some(day) = standing::moved_to(scene, from_verb(scene, after)) {
        return Some(day);
    }
    let is_own = |day: &&Day| !is_other(scene, full, own, day) && !is_in_aside(scene, own, day.words.from);
    // "a fourth conversation this year with Roe on Friday": on Friday.
    let is_single = |day: &&Day| {
        scene.expressions.get(day.expression).is_some_and(|expression| {
            let when = dates::resolve(expression, scene.anchor, Tense::Unknown);
            when.start.is_some() && when.start == when.end
        })
    };
    let is_year = |day: &&Day| scene.has(day.words, list!("year month"));
    let first = scene.day_among(own, is_own);
    let closer = || scene.days_in(own).iter().filter(is_own).find(is_single).copied();
    let first = first.map(|day| if is_year(&&day) { closer().unwrap_or(day) } else { day });
    if let Some(day) = first {
        return Some(day);
    }
    let behind = window::behind(scene, full.from);
    // "On Monday, X held talks with Y": the clause behind the governing verb.
    let governor = scene
        .verbs_in(Words::new(scene.sentence(full.from).from, full.from))
        .iter()
        .rev()
        .find(|group| group.is_finite);
    let clause =
        governor.map_or(behind, |group| Words::new(window::behind(scene, group.words.from).from, full.from));
    let holds = governor.is_none_or(|group| !scene.speaks(group.main)) || around::told_in(scene, full).is_some()
            // "said on Friday after talks in the capital": on the same day.
            || scene.has(Words::new(full.from.saturating_sub(1), full.from), list!("after following"));
    let clause = if holds { clause } else { Words::new(full.from, full.from) };
    let tells = |day: &&Day| {
        !is_measure(scene, day.words)
            && scene.expressions.get(day.expression).is_some_and(|expression| {
                expression.rests_on_event()
                    || dates::resolve(expression, scene.anchor, Tense::Past).start.is_some()
                    || scene.anchor.is_none()
            })
    };
    let found = scene.days_in(clause).iter().rev().find(tells).copied();
    // "in March, when it hosted a meeting"
    let opener = clause.from.saturating_sub(1);
    let sentence = scene.sentence(full.from);
    let is_then =
        opener > sentence.from && scene.is(opener, "when") && scene.sort(opener - 1) == Some(Sort::Comma);
    let right_before = || {
        scene
            .days_in(Words::new(sentence.from, opener))
            .last()
            .filter(|day| is_then && day.words.to + 1 >= opener)
            .copied()
    };
    let found = found.or_else(right_before);
    // "spent that day in the capital, where she held a meeting": of the one day told before.
    let is_there = opener > sentence.from && scene.is(opener, "where");
    let mut told = scene.days_in(Words::new(sentence.from, opener)).iter().filter(tells);
    let found = found.or_else(|| told.next().filter(|_| is_there && told.next().is_none()).copied());
    // "said on Friday that they agreed, after talks in the capital": the only day of the sentence so far.
    let follows = full.from > 1 && scene.is_one(full.from - 1, list!("after following"));
    let sentence = scene.sentence(full.from);
    let mut before = scene.days_in(Words::new(sentence.from, full.from)).iter().filter(tells);
    let found = found.or_else(|| of_main_clause(scene, full).filter(|day| tells(&day)));
    found.or_else(|| before.next().filter(|_| follows && before.next().is_none()).copied())
}

/// Whether an expression in the words of a noun tells something else: when it was first planned, how long none had been.
fn is_other(scene: &Scene<'_>, full: Words, own: Words, day: &Day) -> bool {
    // "originally planned for Wednesday, will take place on Thursday"
    let near = Words::new(day.words.from.saturating_sub(4), day.words.from);
    let was_planned = scene.has(near, list!("originally initially previously"));
    if was_planned && scene.days_in(own).len() > 1 {
        return true;
    }
    // "the second time at the table in two weeks"
    let is_count = scene.has(Words::new(scene.sentence(full.from).from, full.from), list!("time"))
        && scene.is(day.words.from, "in")
        && scene.has(day.words, list!("weeks months years days"));
    // ", the first since March,"
    let is_since = scene.is(day.words.from, "since")
        && scene.has(Words::new(day.words.from.saturating_sub(3), day.words.from), list!("first only last"));
    // "a four-day round": how long.
    let is_long = scene.expressions.get(day.expression).is_some_and(|expression| {
        matches!(expression.meaning, Meaning::Length(_)) && day.words.to <= full.to
    });
    is_count
        || is_long
        || is_since
        || scene.has(full, list!("first")) && scene.is_one(day.words.from, list!("in"))
        || is_measure(scene, day.words)
}

/// "In a letter to the council, Roe gave notice on Friday": what was said in it is of its day.
fn of_main_clause(scene: &Scene<'_>, full: Words) -> Option<Day> {
    let sentence = scene.sentence(full.from);
    let is_fronted = full.from == sentence.from + 1 && scene.is_one(sentence.from, list!("in during"));
    let is_a = scene.is_one(full.from, list!("a an"));
    let main = scene.verbs_in(Words::new(full.to, sentence.to)).iter().find(|verb| verb.is_finite)?;
    let after = window::ahead(scene, main.words.to, 0);
    let mut days = scene.days_in(after).iter();
    let (Some(day), None) = (days.next(), days.next()) else { return None };
    (is_fronted && is_a && day.words.from <= main.words.to + MAIN_DAY_TOKENS_MAX).then_some(*day)
}

/// Tokens from the verb of a sentence to its day.
const MAIN_DAY_TOKENS_MAX: usize = 4;

/// "the talks with the party, which won in May, ended on Friday": the day of the aside is not that of the talks.
fn is_in_aside(scene: &Scene<'_>, run: Words, day: usize) -> bool {
    let is_comma = |token: usize| scene.sort(token) == Some(Sort::Comma);
    let opens = (run.from + 1..day)
        .rev()
        .find(|token| is_comma(*token - 1) && scene.is_one(*token, list!("who which whose")));
    // "the round, which opened on Monday,": of the round itself.
    let is_own = opens.is_some_and(|opens| {
        scene.verb_at(opens + 1).is_some_and(|verb| {
            scene.is_one(verb.main, list!("took held lasted began ended opened started happened"))
        })
    });
    !is_own && opens.is_some_and(|opens| !(opens..day).any(is_comma) && (day..run.to).any(is_comma))
}

/// From the last finite verb of the run on.
fn from_verb(scene: &Scene<'_>, run: Words) -> Words {
    let last = scene.verbs_in(run).iter().rev().find(|group| group.is_finite);
    let to = scene.sentence(run.from.saturating_sub(1)).to.max(run.to);
    Words::new(last.map_or(run.from, |group| group.words.to.min(run.to)), to)
}

/// "three days": a length, no day.
fn is_measure(scene: &Scene<'_>, words: Words) -> bool {
    scene.is(words.to, "of") && scene.has(words, list!("days day hours weekend week weeks months"))
        || scene.is_one(words.from, list!("for")) && scene.has(words, list!("hours minutes hour"))
}

/// "wound up on Friday after three days": how many days it took until it ended.
pub(super) fn days_before_end(scene: &Scene<'_>, after: Words) -> Option<u16> {
    let ended = list!("ended wound concluded closed broke finished adjourned wrapped collapsed");
    let sentence = scene.sentence(after.from);
    let near = Words::new(after.from, sentence.to.min(after.to + 6));
    scene.has(after, ended).then_some(())?;
    let place =
        near.indices().find(|place| scene.is(*place, "after") && scene.is_one(place + 2, list!("days")))?;
    phrase::number(scene.parsed.text.word(place + 1))
}

/// "entered their third day", "went into a seventh day": how many days it has gone on.
pub(super) fn days_so_far(scene: &Scene<'_>, after: Words) -> Option<u16> {
    let sentence = scene.sentence(after.from);
    let near = Words::new(after.from, sentence.to.min(after.to + 8));
    scene.has(near, list!("entered entering into enter")).then_some(())?;
    let day = near.indices().find(|place| scene.is(*place, "day") && *place > near.from)?;
    phrase::ordinal(scene.parsed.text.word(day - 1))
}

/// The minutes told inside a run.
pub(in crate::contacts) fn minutes(scene: &Scene<'_>, run: Words) -> Vec<u32> {
    let mut found = vec![];
    for length in scene.lengths_in(run) {
        let is_age = scene.is_one(length.words.to, list!("ago later earlier before after away"));
        // Longer than a day and a half is no length of one sitting.
        if !is_age && length.minutes > 0 && length.minutes < 36 * 60 && !found.contains(&length.minutes) {
            found.push(length.minutes);
        }
    }
    found
}
