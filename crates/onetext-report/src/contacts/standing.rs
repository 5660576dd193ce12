//! Whether a contact took place, is planned, expected, conditional or cancelled; or is none: refused, denied, only wished.

mod nouns;
mod prepositions;
mod words;

use super::places;
use super::scene::Scene;
use super::window;
use crate::grammar::{Tense, VerbGroup};
use crate::reading::ContactStatus::{self, Cancelled, Conditional, Expected, Occurred, Ongoing, Planned};
use crate::tokens::{List, Words, list};
pub(super) use nouns::{NounStanding, Role, moved_to, of_noun};
use words::{CANCELLING, EXPECTING, PLANNING, READY, REFUSING, WISHING};

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
        && scene.is_one(clause.from - 2, list!("sign indication hint guarantee evidence assurance word"))
        && scene.is_one(clause.from - 3, list!("no any little without"));
    if is_unsure {
        return Standing::Not;
    }
    let before_main = Words::new(words.from, group.main);
    // "is expected in the capital"
    if scene.has(before_main, EXPECTING) || scene.is(group.main, "expected") {
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
    if scene.has(before_main, list!("may might could can")) {
        return Standing::Is(Expected);
    }
    if scene.has(before_main, list!("should must ought")) {
        // "should have met on Friday": it did not come to it.
        let has_facts = !scene.days_in(sentence).is_empty() || !places::inside(scene, sentence).is_empty();
        let was_due = scene.has(before_main, list!("have")) && has_facts;
        return if was_due { Standing::Is(Cancelled) } else { Standing::Wished };
    }
    if scene.has(before_main, list!("would")) {
        let is_unreal = scene.has(sentence, list!("if unless have"));
        return if is_unreal { Standing::Is(Conditional) } else { Standing::Is(Planned) };
    }
    if group.tense == Tense::Future
        || scene.has(before_main, PLANNING)
        || scene.has(before_main, list!("will 'll"))
    {
        return Standing::Is(Planned);
    }
    match group.tense {
        Tense::Past if is_still_ahead(scene, group) => Standing::Is(Planned),
        // "were still meeting on Tuesday"
        Tense::Past if is_progressive(scene, group) && scene.has(words, list!("still")) => {
            Standing::Is(Ongoing)
        }
        Tense::Past => Standing::Is(Occurred),
        Tense::Present if is_progressive(scene, group) => Standing::Is(Ongoing),
        Tense::Present if scene.has(before_main, list!("has have 've 's")) => Standing::Is(Occurred),
        Tense::Present | Tense::Future => Standing::Is(Planned),
        Tense::None => Standing::Unsaid,
    }
}

/// "..., but the army pulled out": what was arranged before did not come to it.
pub(super) fn drops(scene: &Scene<'_>, rest: Words) -> bool {
    let Some(but) = rest.indices().find(|token| scene.is(*token, "but")) else { return false };
    let after = Words::new(but + 1, rest.to);
    let is_off = |main: usize, particles: List| scene.is_one(main + 1, particles);
    scene.verbs_in(after).iter().filter(|verb| verb.is_finite).take(1).any(|verb| {
        // "but the Senate delayed its vote" calls off something else.
        let object = Words::new(verb.main + 1, (verb.main + 5).min(rest.to));
        let is_of_it = verb.words.from == after.from
            || scene.is_one(verb.main, list!("pulled withdrew backed dropped fell"))
            || scene.has(object, list!("it trip plan meeting talks visit them summit session"));
        if !is_of_it {
            return false;
        }
        scene.has(Words::new(verb.main, verb.main + 1), CANCELLING)
            || scene.is_one(verb.main, list!("dropped abandoned withdrew"))
            || scene.is_one(verb.main, list!("pulled backed dropped")) && is_off(verb.main, list!("out"))
            || scene.is(verb.main, "called") && is_off(verb.main, list!("off it"))
            || scene.is(verb.main, "fell") && is_off(verb.main, list!("through"))
    })
}

/// "more meetings would be held before she flew to the capital": past in form only.
fn is_still_ahead(scene: &Scene<'_>, group: &VerbGroup) -> bool {
    let clause = window::behind(scene, group.words.from);
    let opens =
        clause.from.checked_sub(1).is_some_and(|token| scene.is_one(token, list!("before until once when")));
    let sentence = scene.sentence(group.main);
    opens
        && scene
            .verbs_in(Words::new(sentence.from, clause.from))
            .iter()
            .rev()
            .find(|verb| verb.is_finite)
            .is_some_and(|verb| {
                verb.tense == Tense::Future || scene.has(verb.words, list!("would will 'd 'll"))
            })
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
        return wished(scene, before);
    }
    // "looks forward to meeting her"
    if scene.has(own, list!("forward")) && scene.is(group.words.from.saturating_sub(1), "to") {
        return Standing::Is(Expected);
    }
    if scene.has(own, list!("after since following")) && is_progressive(scene, group) {
        return Standing::Is(Occurred);
    }
    if scene.has(own, list!("before")) && is_progressive(scene, group) {
        return Standing::Unsaid;
    }
    if is_failed_attempt(scene, group, own) {
        return Standing::Is(Cancelled);
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
        scene.is_one(governor.main, list!("was were"))
            && governor.words.to <= group.words.from
            && scene.is(governor.words.to, "to")
    });
    // "was to have met": it did not come to it.
    let is_missed = scene.has(Words::new(group.words.from, group.main), list!("have"))
        && verbs.last().is_some_and(|governor| {
            scene.is_one(governor.main, list!("was were due scheduled supposed"))
                && governor.words.to == group.words.from
        });
    if is_missed {
        return Standing::Is(Cancelled);
    }
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

/// What comes of a wish or an invitation.
fn wished(scene: &Scene<'_>, before: Words) -> Standing {
    // "turned down an invitation to meet"
    let is_refused = scene.verbs_in(before).last().is_some_and(|verb| {
        scene.has(Words::new(verb.main, verb.main + 1), REFUSING)
            || scene.is(verb.main, "turned") && scene.is(verb.main + 1, "down")
    });
    // "accepted an invitation to visit"
    let is_accepted =
        scene.verbs_in(before).last().is_some_and(|verb| scene.is_one(verb.main, list!("accepted accepts")));
    match (is_refused, is_accepted) {
        (true, _) => Standing::Not,
        (_, true) => Standing::Is(Planned),
        _ => Standing::Wished,
    }
}

/// "An attempt to bring Roe and Doe together was abandoned"
fn is_failed_attempt(scene: &Scene<'_>, group: &VerbGroup, own: Words) -> bool {
    let is_attempt = scene.has(own, list!("attempt bid effort efforts plan plans"));
    let next = scene
        .verbs_in(Words::new(group.words.to, scene.sentence(group.main).to))
        .iter()
        .find(|verb| verb.is_finite);
    let has_failed = next.is_some_and(|verb| {
        let main = Words::new(verb.main, verb.main + 1);
        scene.has(main, CANCELLING) || scene.is_one(verb.main, list!("failed abandoned collapsed foundered"))
    });
    is_attempt && has_failed
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
