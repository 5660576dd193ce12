//! Whether a contact took place, is planned, expected, conditional or cancelled; or is none: refused, denied, only wished.

mod words;

use super::scene::{Day, Scene};
use super::window;
use crate::grammar::{Tag, Tense, VerbGroup};
use crate::reading::ContactStatus::{self, Cancelled, Conditional, Expected, Occurred, Ongoing, Planned};
use crate::tokens::{Sort, Words};
use words::{BEGINNING, CANCELLING, EXPECTING, HAPPENING, PLANNING, READY, REFUSING, WISHING};

/// What the words around a trigger say of the contact's standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Is(ContactStatus),
    /// Only wished, asked or offered: a contact where a day is named.
    Wished,
    /// Denied, refused, or no event at all.
    Not,
    /// Nothing is said.
    Unsaid,
}

/// Tokens from a verb to the infinitive that it governs: an object with names and a place lie between.
const GOVERNOR_TOKENS_MAX: usize = 24;

/// The standing that a verb group gives to what it tells.
pub(super) fn of_verb(scene: &Scene<'_>, group: &VerbGroup) -> Standing {
    if group.is_negated {
        return Standing::Not;
    }
    let sentence = scene.sentence(group.main);
    if group.is_finite {
        return finite(scene, group, sentence);
    }
    let before =
        Words::new(sentence.from.max(group.words.from.saturating_sub(GOVERNOR_TOKENS_MAX)), group.words.from);
    governed(scene, group, before)
}

fn finite(scene: &Scene<'_>, group: &VerbGroup, sentence: Words) -> Standing {
    let words = group.words;
    // "with no sign that she would meet him"
    let clause = window::behind(scene, words.from);
    let is_unsure = clause.from > 2
        && scene.is(clause.from - 1, "that")
        && scene.is_one(clause.from - 2, "sign indication hint guarantee evidence assurance word")
        && scene.is_one(clause.from - 3, "no any little without");
    if is_unsure {
        return Standing::Not;
    }
    let before_main = Words::new(words.from, group.main);
    if scene.has(before_main, EXPECTING) {
        return Standing::Is(Expected);
    }
    if scene.has(before_main, READY) {
        return Standing::Is(Conditional);
    }
    if scene.has(before_main, WISHING) {
        return Standing::Wished;
    }
    if scene.has(before_main, REFUSING) {
        return Standing::Not;
    }
    if scene.has(before_main, "may might could can") {
        return Standing::Is(Expected);
    }
    if scene.has(before_main, "should must ought") {
        return Standing::Wished;
    }
    if scene.has(before_main, "would") {
        let is_unreal = scene.has(sentence, "if unless have");
        return if is_unreal { Standing::Is(Conditional) } else { Standing::Is(Planned) };
    }
    if group.tense == Tense::Future || scene.has(before_main, PLANNING) || scene.has(before_main, "will 'll")
    {
        return Standing::Is(Planned);
    }
    match group.tense {
        Tense::Past if is_still_ahead(scene, group) => Standing::Is(Planned),
        Tense::Past => Standing::Is(Occurred),
        Tense::Present if is_progressive(scene, group) => Standing::Is(Ongoing),
        Tense::Present if scene.has(before_main, "has have 've 's") => Standing::Is(Occurred),
        Tense::Present | Tense::Future => Standing::Is(Planned),
        Tense::None => Standing::Unsaid,
    }
}

/// "more meetings would be held before she flew to the capital": past in form only.
fn is_still_ahead(scene: &Scene<'_>, group: &VerbGroup) -> bool {
    let clause = window::behind(scene, group.words.from);
    let opens = clause.from.checked_sub(1).is_some_and(|token| scene.is_one(token, "before until once when"));
    let sentence = scene.sentence(group.main);
    opens
        && scene
            .verbs_in(Words::new(sentence.from, clause.from))
            .iter()
            .rev()
            .find(|verb| verb.is_finite)
            .is_some_and(|verb| verb.tense == Tense::Future || scene.has(verb.words, "would will 'd 'll"))
}

pub(super) fn is_progressive(scene: &Scene<'_>, group: &VerbGroup) -> bool {
    scene.parsed.text.word(group.main).to_ascii_lowercase().ends_with("ing")
}

/// An infinitive, participle or gerund: what stands before it governs it.
fn governed(scene: &Scene<'_>, group: &VerbGroup, before: Words) -> Standing {
    let close = Words::new(before.from.max(group.words.from.saturating_sub(4)), group.words.from);
    let own = Words::new(close.from, group.main);
    if scene.has(own, REFUSING) {
        return Standing::Not;
    }
    if scene.has(own, EXPECTING) {
        return Standing::Is(Expected);
    }
    if scene.has(own, READY) {
        return Standing::Is(Conditional);
    }
    if scene.has(own, PLANNING) {
        return Standing::Is(Planned);
    }
    if scene.has(own, WISHING) {
        return Standing::Wished;
    }
    // "looks forward to meeting her"
    if scene.has(own, "forward") && scene.is(group.words.from.saturating_sub(1), "to") {
        return Standing::Is(Expected);
    }
    if scene.has(own, "after since following") && is_progressive(scene, group) {
        return Standing::Is(Occurred);
    }
    if scene.has(own, "before") && is_progressive(scene, group) {
        return Standing::Unsaid;
    }
    let verbs = scene.verbs_in(before);
    // "Meeting Roe on Monday, she warned": as what the sentence tells.
    let sentence = scene.sentence(group.main);
    if group.words.from == sentence.from && is_progressive(scene, group) {
        let main = scene.verbs_in(Words::new(group.words.to, sentence.to)).iter().find(|verb| verb.is_finite);
        return main.map_or(Standing::Unsaid, |main| finite(scene, main, sentence));
    }
    // "were to meet": what was planned.
    let is_to_be = verbs.last().is_some_and(|governor| {
        scene.is_one(governor.main, "was were")
            && governor.words.to <= group.words.from
            && scene.is(governor.words.to, "to")
    });
    if is_to_be {
        return Standing::Is(Planned);
    }
    match verbs.last() {
        Some(governor) if governor.words.to <= group.words.from => {
            if governor.is_negated {
                return Standing::Not;
            }
            of_governor(scene, governor)
        }
        _ => Standing::Unsaid,
    }
}

/// "will fly to Moscow to meet", "are set to return to Europe to brief", "flew to Ankara to meet".
fn of_governor(scene: &Scene<'_>, governor: &VerbGroup) -> Standing {
    let main = Words::new(governor.main, governor.main + 1);
    if scene.has(main, REFUSING) {
        return Standing::Not;
    }
    if scene.has(main, EXPECTING) {
        return Standing::Is(Expected);
    }
    if scene.has(main, PLANNING) {
        return Standing::Is(Planned);
    }
    if scene.has(main, WISHING) {
        return Standing::Wished;
    }
    of_verb(scene, governor)
}

/// The part that a noun plays in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Subject,
    Object,
    /// After a preposition: "after the talks".
    Adjunct,
}

/// What the clause around a noun says.
#[derive(Clone, Copy, Debug)]
pub(super) struct NounStanding {
    pub(super) standing: Standing,
    pub(super) role: Role,
    /// Whether a verb tells that it happens: "held", "began", "is planned".
    pub(super) is_told: bool,
}

/// The standing of a noun: of the verb of which it is the subject or the object, or by the preposition before it.
pub(super) fn of_noun(scene: &Scene<'_>, phrase: Words, after: Words) -> NounStanding {
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

fn as_subject(scene: &Scene<'_>, phrase: Words, after: Words, before: Words) -> Option<(Standing, bool)> {
    let finite = || scene.verbs_in(after).iter().filter(|group| group.is_finite);
    let group = finite().find(|group| !window::is_restrictive(scene, group)).or_else(|| finite().next())?;
    if scene.verbs_in(before).iter().any(|verb| verb.is_finite) || governs(scene, before, phrase) {
        return None;
    }
    let words = Words::new(group.words.from, group.words.to.max(group.main + 1));
    let near = Words::new(words.from, (words.to + 2).min(after.to.max(words.to)));
    let told = scene.has(near, HAPPENING);
    let put_off = scene.has(near, "put") && scene.has(near, "off")
        || scene.has(near, "pushed") && scene.has(near, "back");
    if scene.has(words, CANCELLING) || put_off || scene.has(near, "called") && scene.has(near, "off") {
        let sentence = scene.sentence(group.main);
        let is_moved = moved_to(scene, Words::new(words.to, sentence.to)).is_some();
        return Some((Standing::Is(if is_moved { Planned } else { Cancelled }), true));
    }
    if group.is_negated {
        // "a meeting planned for Friday did not take place"
        let was_planned = scene.has(phrase, "planned scheduled") || scene.has(after, "planned scheduled due");
        let is_off = was_planned && scene.has(near, "take happen held materialise materialize");
        return Some(if is_off { (Standing::Is(Cancelled), true) } else { (Standing::Not, false) });
    }
    if scene.has(words, EXPECTING) || scene.has(near, "likely possible") {
        return Some((Standing::Is(Expected), true));
    }
    if scene.has(near, PLANNING) {
        return Some((Standing::Is(Planned), true));
    }
    if !told && group.tense == Tense::Present && !is_progressive(scene, group) {
        return Some((Standing::Unsaid, false));
    }
    let standing = begun(scene, near, of_verb(scene, group), group);
    let is_under_way = scene.has(near, "underway under ongoing") && group.tense == Tense::Present;
    Some((if is_under_way { Standing::Is(Ongoing) } else { standing }, told))
}

/// "postponed until Tuesday", "moved to next week": the day on which it is to be instead.
pub(super) fn moved_to(scene: &Scene<'_>, after: Words) -> Option<Day> {
    let to = after.indices().take(5).find(|place| scene.is_one(*place, "until till to"))?;
    scene.day_at(to + 1).or_else(|| scene.day_at(to)).filter(|day| day.words.from <= to + 1)
}

/// What has begun and is not said to have ended goes on, if it began on the day of the report: marked here, decided with the day.
fn begun(scene: &Scene<'_>, near: Words, standing: Standing, group: &VerbGroup) -> Standing {
    let is_begun = scene.has(near, BEGINNING);
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

fn by_preposition(scene: &Scene<'_>, phrase: Words, before: Words) -> Option<Standing> {
    let at = phrase.from.checked_sub(1)?;
    let later = Words::new(before.from, phrase.from);
    // "since the sixth round was called off": the subject of a clause.
    if scene.tag(at) == Tag::Subordinator
        && scene.is_one(at, "after before since until once")
        && is_subject(scene, phrase)
    {
        return None;
    }
    if scene.is_one(at, "after following since during from at in throughout") {
        let main = main_verb(scene, phrase);
        let is_future = main.is_some_and(|group| group.tense == Tense::Future);
        let is_past = scene.is_one(at, "after following since");
        // "are due back at the table"
        let is_due = main.is_some_and(|group| group.tense == Tense::Present)
            && scene.has(later, "due set scheduled slated expected");
        if (is_future || is_due) && !is_past {
            return Some(Standing::Is(Planned));
        }
        return Some(Standing::Is(Occurred)).filter(|_| !scene.has(later, "interest interested"));
    }
    // "Before the plenary, the two met": both have been.
    let is_told_of = scene.is(at, "before")
        && scene.is_one(phrase.from, "the their this that")
        && main_verb(scene, phrase).is_some_and(|group| group.tense == Tense::Past)
        && scene.days_in(phrase).is_empty();
    if is_told_of {
        return Some(Standing::Unsaid);
    }
    if scene.is_one(at, "before until") || scene.is(at, "of") && scene.is(at.saturating_sub(1), "ahead") {
        return Some(Standing::Is(Planned));
    }
    // "to pave the way for a summit", "in the hope of a meeting"
    let before_at = at.saturating_sub(1);
    let is_hoped = scene.is(at, "for") && scene.is_one(before_at, "way ground path stage groundwork")
        || scene.is(at, "of") && scene.is_one(before_at, "hope hopes");
    if is_hoped {
        return Some(Standing::Is(Expected));
    }
    // "ended with plans for a second summit"
    if scene.is(at, "for") && scene.is_one(at.saturating_sub(1), "plans preparations arrangements plan") {
        return Some(Standing::Is(Planned));
    }
    // "supported the continuation of talks"
    if scene.is(at, "of")
        && scene.is_one(
            at.saturating_sub(1),
            "continuation resumption prospect prospects idea possibility format",
        )
    {
        return Some(Standing::Wished);
    }
    // "a truce that came out of a meeting"
    if scene.is(at, "of")
        && scene.is_one(at.saturating_sub(1), "out result outcome end close conclusion wake aftermath")
    {
        return Some(Standing::Is(Occurred));
    }
    if scene.is_one(at, "without no against despite") && !scene.is(at, "despite") {
        return Some(Standing::Not);
    }
    None
}

/// Whether the noun is the subject of the verb that follows it: "was called off", past an aside.
fn is_subject(scene: &Scene<'_>, phrase: Words) -> bool {
    let sentence = scene.sentence(phrase.from);
    let verb = scene.verbs_in(Words::new(phrase.to, sentence.to)).iter().find(|group| group.is_finite);
    verb.is_some_and(|group| {
        let gap = Words::new(phrase.to, group.words.from);
        gap.is_empty()
            || scene.sort(gap.to - 1) == Some(Sort::Comma) && scene.sort(gap.from) == Some(Sort::Comma)
    })
}

/// The finite verb nearest to the phrase in its sentence.
fn main_verb<'s>(scene: &'s Scene<'_>, phrase: Words) -> Option<&'s VerbGroup> {
    let sentence = scene.sentence(phrase.from);
    let behind =
        scene.verbs_in(Words::new(sentence.from, phrase.from)).iter().rev().find(|group| group.is_finite);
    behind.or_else(|| scene.verbs_in(Words::new(phrase.to, sentence.to)).iter().find(|group| group.is_finite))
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
    let is_off = scene.is(phrase.to, "off") && scene.has(main, "put puts putting call called");
    if is_off || scene.has(main, CANCELLING) || scene.has(near, "called call") && scene.has(gap, "off") {
        return (Standing::Is(Cancelled), true);
    }
    if group.is_negated || scene.has(main, REFUSING) {
        return (Standing::Not, false);
    }
    let told = scene.has(near, HAPPENING);
    if scene.has(main, "agreed announced scheduled planned plan plans planning arranged arrange arranging organise organize organising organizing confirmed set")
        && !scene.has(gap, "at during after in following")
    {
        let wished = scene.has(main, "announced confirmed");
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
    if scene.has(before, "for") && group.tense != Tense::Past {
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
