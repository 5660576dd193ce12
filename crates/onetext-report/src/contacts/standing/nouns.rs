//! Whether a contact that a noun names took place: by the verb of which it is subject or object, or by what stands before it.

use super::prepositions::by_preposition;
use super::words::{BEGINNING, CANCELLING, EXPECTING, HAPPENING, PLANNING, REFUSING, WISHING};
use super::{Standing, is_progressive, is_still_ahead, of_verb};
use crate::contacts::scene::{Day, Scene};
use crate::contacts::window;
use crate::grammar::{Tag, Tense, VerbGroup};
use crate::reading::ContactStatus::{Cancelled, Expected, Occurred, Ongoing, Planned};
use crate::tokens::{Sort, Words, list};

/// The part that a noun plays in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::contacts) enum Role {
    Subject,
    Object,
    /// After a preposition: "after the talks".
    Adjunct,
}

/// What the clause around a noun says.
#[derive(Clone, Copy, Debug)]
pub(in crate::contacts) struct NounStanding {
    pub(in crate::contacts) standing: Standing,
    pub(in crate::contacts) role: Role,
    /// Whether a verb tells that it happens: "held", "began", "is planned".
    pub(in crate::contacts) is_told: bool,
}

/// The standing of a noun: of the verb of which it is the subject or the object, or by the preposition before it.
pub(in crate::contacts) fn of_noun(scene: &Scene<'_>, phrase: Words, after: Words) -> NounStanding {
    let before = window::behind(scene, phrase.from);
    if let Some(standing) = by_preposition(scene, phrase, before) {
        return NounStanding { standing, role: Role::Adjunct, is_told: false };
    }
    if let Some((standing, is_told)) = as_subject(scene, phrase, after, before) {
        return NounStanding { standing, role: Role::Subject, is_told };
    }
    let (standing, is_told) = as_object(scene, phrase, before);
    NounStanding { standing, role: Role::Object, is_told }
}

/// Tokens from "which" to the verb of its clause: a name lies between.
const ASIDE_NAME_TOKENS_MAX: usize = 4;

fn as_subject(scene: &Scene<'_>, phrase: Words, after: Words, before: Words) -> Option<(Standing, bool)> {
    // "A lunch, scheduled for the afternoon, was scrapped": which lunch. "The summit, which Roe called off, is set for June".
    let is_aside = |group: &VerbGroup| {
        let names = Words::new(group.words.from.saturating_sub(ASIDE_NAME_TOKENS_MAX), group.words.from);
        let of_other = names.indices().any(|token| {
            scene.is(token, "which")
                && scene.sort(token.saturating_sub(1)) == Some(Sort::Comma)
                && token + 1 < group.words.from
                && scene.is_named_at(token + 1)
        });
        if of_other {
            return true;
        }
        group.words.indices().len() == 1
            && scene.is_one(group.main, list!("scheduled planned due set slated penciled pencilled"))
            && scene.sort(group.words.from.saturating_sub(1)) == Some(Sort::Comma)
    };
    let finite = || scene.verbs_in(after).iter().filter(|group| group.is_finite && !is_aside(group));
    let group = finite().find(|group| !window::is_restrictive(scene, group)).or_else(|| finite().next())?;
    // "flew in for talks that went on for hours": no subject, whatever its relative clause tells.
    let is_relative_only = window::is_restrictive(scene, group)
        && phrase.from.checked_sub(1).is_some_and(|at| scene.tag(at) == Tag::Preposition);
    if is_relative_only
        || scene.verbs_in(before).iter().any(|verb| verb.is_finite)
        || governs(scene, before, phrase)
    {
        return None;
    }
    let words = Words::new(group.words.from, group.words.to.max(group.main + 1));
    let near = Words::new(words.from, (words.to + 2).min(after.to.max(words.to)));
    let told = scene.has(near, HAPPENING);
    let put_off = scene.has(near, list!("put")) && scene.has(near, list!("off"))
        || scene.has(near, list!("pushed")) && scene.has(near, list!("back"));
    if scene.has(words, CANCELLING)
        || put_off
        || scene.has(near, list!("called")) && scene.has(near, list!("off"))
    {
        let sentence = scene.sentence(group.main);
        let is_moved = moved_to(scene, Words::new(words.to, sentence.to)).is_some();
        return Some((Standing::Is(if is_moved { Planned } else { Cancelled }), true));
    }
    if group.is_negated {
        // "a meeting planned for Friday did not take place"
        let was_planned =
            scene.has(phrase, list!("planned scheduled")) || scene.has(after, list!("planned scheduled due"));
        let is_off = was_planned && scene.has(near, list!("take happen held materialise materialize"));
        return Some(if is_off { (Standing::Is(Cancelled), true) } else { (Standing::Not, false) });
    }
    if scene.has(words, EXPECTING) || scene.has(near, list!("likely possible")) {
        return Some((Standing::Is(Expected), true));
    }
    // "are still going on"
    let goes_on = scene.is(group.main, "going") && scene.is(group.main + 1, "on");
    let continues = scene.is_one(group.main, list!("continue continues")) && scene.days_in(after).is_empty();
    let is_being = group.is_passive
        && scene.has(group.words, list!("being"))
        && !scene.has(group.words, list!("prepared arranged organised organized planned"));
    if (goes_on || continues || is_being) && group.tense == Tense::Present {
        return Some((Standing::Is(Ongoing), true));
    }
    if scene.has(near, PLANNING) {
        return Some((Standing::Is(Planned), true));
    }
    // "a meeting would follow"
    if scene.has(words, list!("would")) && scene.has(near, list!("follow happen come")) {
        return Some((of_verb(scene, group), true));
    }
    // "the talks are over"
    if scene.has(near, list!("over")) && scene.is_one(group.main, list!("are is were was")) {
        return Some((Standing::Is(Occurred), true));
    }
    if !told && group.tense == Tense::Present && !is_progressive(scene, group) {
        return Some((Standing::Unsaid, false));
    }
    let standing = begun(scene, near, of_verb(scene, group), group);
    let is_under_way = scene.has(near, list!("underway under ongoing")) && group.tense == Tense::Present;
    Some((if is_under_way { Standing::Is(Ongoing) } else { standing }, told))
}

/// "postponed until Tuesday", "moved to next week": the day on which it is to be instead.
pub(in crate::contacts) fn moved_to(scene: &Scene<'_>, after: Words) -> Option<Day> {
    let to = after.indices().take(5).find(|place| scene.is_one(*place, list!("until till to")))?;
    scene.day_at(to + 1).or_else(|| scene.day_at(to)).filter(|day| day.words.from <= to + 1)
}

/// What has begun and is not said to have ended goes on, if it began on the day of the report: marked here, decided with the day.
fn begun(scene: &Scene<'_>, near: Words, standing: Standing, group: &VerbGroup) -> Standing {
    // "had opened": what has been since.
    let is_begun = scene.has(near, BEGINNING) && !scene.has(group.words, list!("had"));
    if is_begun && standing == Standing::Is(Occurred) && group.tense != Tense::Future {
        return Standing::Is(Ongoing);
    }
    standing
}

/// Whether a verb before the phrase has it as object: then it is no subject.
fn governs(scene: &Scene<'_>, before: Words, phrase: Words) -> bool {
    let governor = scene.verb_at(phrase.from.saturating_sub(1)).filter(|_| before.to == phrase.from);
    // "said a summit had not been discussed": the subject of what was said.
    governor.is_some_and(|group| !(scene.speaks(group.main) && is_subject(scene, phrase)))
}

/// Tokens of "at vice-premier level" between a noun and its verb.
const AT_TOKENS_MAX: usize = 6;

/// Whether the noun is the subject of the verb that follows it: "was called off", past an aside.
pub(super) fn is_subject(scene: &Scene<'_>, phrase: Words) -> bool {
    let sentence = scene.sentence(phrase.from);
    let verb = scene.verbs_in(Words::new(phrase.to, sentence.to)).iter().find(|group| group.is_finite);
    verb.is_some_and(|group| {
        let gap = Words::new(phrase.to, group.words.from);
        let is_near = gap.indices().len() <= AT_TOKENS_MAX
            && scene.tag(gap.from) == Tag::Preposition
            && !gap.indices().any(|token| scene.sort(token) == Some(Sort::Comma));
        gap.is_empty()
            || is_near
            || scene.sort(gap.to - 1) == Some(Sort::Comma) && scene.sort(gap.from) == Some(Sort::Comma)
    })
}

/// The finite verb nearest to the phrase in its sentence.
pub(super) fn main_verb<'s>(scene: &'s Scene<'_>, phrase: Words) -> Option<&'s VerbGroup> {
    let sentence = scene.sentence(phrase.from);
    let behind =
        scene.verbs_in(Words::new(sentence.from, phrase.from)).iter().rev().find(|group| group.is_finite);
    behind.or_else(|| scene.verbs_in(Words::new(phrase.to, sentence.to)).iter().find(|group| group.is_finite))
}

/// Tokens between "what" and "called": a name with its office.
const CALLER_TOKENS_MAX: usize = 6;

/// The "what" of "what she called".
fn called_what(scene: &Scene<'_>, group: &VerbGroup) -> Option<usize> {
    let mut before = group.words.from.saturating_sub(CALLER_TOKENS_MAX)..group.words.from;
    before
        .rfind(|place| scene.is(*place, "what"))
        .filter(|_| scene.is_one(group.main, list!("called described termed")))
}

fn as_object(scene: &Scene<'_>, phrase: Words, before: Words) -> (Standing, bool) {
    let sentence = scene.sentence(phrase.from);
    let group = scene.verbs_in(Words::new(sentence.from, phrase.from)).last().copied();
    let Some(group) = group else { return (Standing::Unsaid, false) };
    let near = Words::new(group.words.from, group.words.to.max(group.main + 1));
    let gap = Words::new(near.to, phrase.from);
    if gap.indices().len() > 14 {
        return (Standing::Unsaid, false);
    }
    let main = Words::new(group.main, group.main + 1);
    // ", ending a round of talks"
    if !group.is_finite && scene.has(main, list!("ending concluding wrapping capping closing")) {
        return (Standing::Is(Occurred), true);
    }
    let is_off = scene.is(phrase.to, "off") && scene.has(main, list!("put puts putting call called"));
    if is_off
        || scene.has(main, CANCELLING)
        || scene.has(near, list!("called call")) && scene.has(gap, list!("off"))
    {
        return (Standing::Is(Cancelled), true);
    }
    if group.is_negated || scene.has(main, REFUSING) {
        return (Standing::Not, false);
    }
    // "after what she called a good call": as what stands before "what".
    if let Some(what) = called_what(scene, &group) {
        let opener = what.checked_sub(1);
        let is_past = opener.is_some_and(|at| scene.is_one(at, list!("after following followed in during")));
        return (if is_past { Standing::Is(Occurred) } else { Standing::Unsaid }, false);
    }
    // "called Sunday's talks productive": what has been is judged.
    let is_judged = scene.is(group.main, "called")
        && (scene.is_one(phrase.from, list!("the that this their his her"))
            || !scene.days_in(phrase).is_empty())
        && !scene.has(Words::new(phrase.to, scene.sentence(phrase.from).to), list!("for off"))
        && gap.is_empty();
    if is_judged {
        return (Standing::Is(Occurred), false);
    }
    // "opened the process with a first round"
    if scene.has(gap, list!("with")) && scene.has(main, BEGINNING) {
        return (by_tense(scene, &group, before), true);
    }
    let told = scene.has(near, HAPPENING);
    if scene.has(
        main,
        list!(
            "agreed announced scheduled planned plan plans planning arranged arrange \
            arranging organise organize organising organizing confirmed set"
        ),
    ) && !scene.has(gap, list!("at during after in following"))
    {
        let wished = scene.has(main, list!("announced confirmed"));
        return (Standing::Is(Planned), !wished);
    }
    if scene.has(main, EXPECTING) {
        return (Standing::Is(Expected), true);
    }
    if scene.has(main, WISHING) {
        return (Standing::Wished, false);
    }
    if !told {
        let quiet = by_tense(scene, &group, before);
        return (quiet, false);
    }
    (begun(scene, near, of_verb(scene, &group), &group), true)
}

/// An object of some other verb: past under a past verb, else unsaid.
fn by_tense(scene: &Scene<'_>, group: &VerbGroup, before: Words) -> Standing {
    if scene.has(before, list!("for")) && group.tense != Tense::Past {
        return of_verb(scene, group);
    }
    match group.tense {
        Tense::Past if is_still_ahead(scene, group) => Standing::Is(Planned),
        Tense::Past => Standing::Is(Occurred),
        Tense::Future => Standing::Is(Planned),
        _ if scene.tag(group.main) == Tag::Verb => Standing::Unsaid,
        _ => Standing::Unsaid,
    }
}
