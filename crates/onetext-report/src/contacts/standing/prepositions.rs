//! The standing of a noun by the preposition before it: "after the talks", "invited to a meeting", "in talks".

use super::Standing;
use super::nouns::{is_subject, main_verb};
use crate::contacts::scene::Scene;
use crate::grammar::{Tag, Tense};
use crate::reading::ContactStatus::{Conditional, Expected, Occurred, Ongoing, Planned};
use crate::tokens::{List, Words, list};

/// Tokens between "no date" and "for".
const NO_DATE_TOKENS_MAX: usize = 8;

/// Whether the words before a noun make it no contact: "no date for", "briefed on the talks", "spoke to a gathering".
fn is_none(scene: &Scene<'_>, phrase: Words, at: usize) -> bool {
    // "no date has been set for a meeting"
    let near = Words::new(at.saturating_sub(NO_DATE_TOKENS_MAX), at);
    let is_undated = scene.is(at, "for")
        && near.indices().any(|no| {
            scene.is_one(no, list!("no without neither"))
                && scene.has(Words::new(no + 1, no + 3), list!("date dates time venue plans place"))
        });
    if is_undated {
        return true;
    }
    // "briefed Roe on the talks": of what.
    let is_matter = scene.is_one(at, list!("on about"))
        && scene.days_in(phrase).is_empty()
        && main_verb(scene, phrase).is_some_and(|group| {
            scene.is_one(
                group.main,
                list!("briefed brief briefing informed updated report reported debriefed"),
            )
        });
    if is_matter {
        return true;
    }
    // "spoke to a gathering of bankers": a speech.
    let is_addressed =
        scene.is(at, "to") && at > 0 && scene.is_one(at - 1, list!("spoke speaks speaking speak"));
    if is_addressed {
        return true;
    }
    // "has had no part in the talks"
    if scene.is(at, "in")
        && at > 1
        && scene.is_one(at - 1, list!("part role seat"))
        && scene.is_one(at - 2, list!("no any"))
    {
        return true;
    }
    false
}

/// "called the leaders to a meeting", "invited them to Geneva for talks": by the verb of whoever calls.
fn by_invitation(scene: &Scene<'_>, phrase: Words, at: usize) -> Option<Standing> {
    // "called the leaders to a meeting on Friday"
    let is_called = scene.is(at, "to")
        && main_verb(scene, phrase).is_some_and(|group| {
            scene.is_one(group.main, list!("called summoned"))
                && group.tense == Tense::Past
                && group.words.to < at
        });
    // "tried to bridge the gap by calling the heads to a meeting on Friday"
    let is_by_calling = scene.is(at, "to") && {
        let verbs = scene.verbs_in(Words::new(scene.sentence(at).from, at));
        verbs.last().is_some_and(|verb| {
            scene.is_one(verb.main, list!("calling summoning"))
                && scene.is(verb.words.from.saturating_sub(1), "by")
        }) && verbs.iter().any(|verb| verb.is_finite && verb.tense == Tense::Past)
    };
    if is_called || is_by_calling {
        return Some(Standing::Is(Occurred));
    }
    // "invited the leaders to Geneva for talks": they have not said that they will come.
    let is_invited = scene.is_one(at, list!("to for"))
        && main_verb(scene, phrase).is_some_and(|group| {
            scene.is_one(group.main, list!("invited invite invites"))
                && !group.is_passive
                && group.words.to < at
        });
    if is_invited {
        return Some(Standing::Is(Conditional));
    }
    None
}

pub(super) fn by_preposition(scene: &Scene<'_>, phrase: Words, before: Words) -> Option<Standing> {
    let at = phrase.from.checked_sub(1)?;
    let later = Words::new(before.from, phrase.from);
    // "since the sixth round was called off": the subject of a clause.
    if scene.tag(at) == Tag::Subordinator
        && scene.is_one(at, list!("after before since until once"))
        && is_subject(scene, phrase)
    {
        return None;
    }
    if is_none(scene, phrase, at) {
        return Some(Standing::Not);
    }
    // "is in talks with Roe", "are in talks to buy it"
    let is_in_talks = scene.is(at, "in")
        && at > 0
        && scene.is_one(at - 1, list!("is are 's 're"))
        && phrase.indices().len() <= 3
        && scene.is_one(phrase.to - 1, list!("talks negotiations discussions"));
    if is_in_talks {
        return Some(Standing::Is(Ongoing));
    }
    if let Some(standing) = by_invitation(scene, phrase, at) {
        return Some(standing);
    }
    let is_meal = scene.is(at, "over") && scene.is_one(phrase.to - 1, list!("dinner lunch breakfast"));
    if is_meal || scene.is_one(at, list!("after following since during from at in throughout")) {
        let main = main_verb(scene, phrase);
        let is_future = main.is_some_and(|group| group.tense == Tense::Future);
        let is_past = scene.is_one(at, list!("after following since"));
        // "are due back at the table"
        let is_due = main.is_some_and(|group| group.tense == Tense::Present)
            && (scene.has(later, list!("due set scheduled slated expected"))
                // "are to go over it in a meeting on Wednesday"
                || main.is_some_and(|group| {
                    scene.is_one(group.main, list!("is are")) && scene.is(group.words.to, "to")
                }));
        if (is_future || is_due) && !is_past {
            return Some(Standing::Is(Planned));
        }
        return Some(Standing::Is(Occurred)).filter(|_| !scene.has(later, list!("interest interested")));
    }
    // "Before the plenary, the two met": both have been.
    let is_told_of = scene.is(at, "before")
        && scene.is_one(phrase.from, list!("the their this that"))
        && main_verb(scene, phrase).is_some_and(|group| group.tense == Tense::Past)
        && scene.days_in(phrase).is_empty();
    if is_told_of {
        return Some(Standing::Unsaid);
    }
    if scene.is_one(at, list!("before until"))
        || scene.is(at, "of") && scene.is(at.saturating_sub(1), "ahead")
    {
        return Some(Standing::Is(Planned));
    }
    if let Some(standing) = by_noun(scene, at) {
        return Some(standing);
    }
    scene.is_one(at, list!("without no against")).then_some(Standing::Not)
}

/// Nouns that tell the standing of what their preposition leads to.
const LEADING: &[(&str, List, Standing)] = &[
    // "to pave the way for a summit", "in the hope of a meeting"
    ("for", List::of("way ground path stage groundwork"), Standing::Is(Expected)),
    ("of", List::of("hope hopes"), Standing::Is(Expected)),
    // "ended with plans for a second summit"
    ("for", List::of("plans preparations arrangements plan"), Standing::Is(Planned)),
    // "supported the continuation of talks"
    ("of", List::of("continuation resumption prospect prospects idea possibility format"), Standing::Wished),
    // "a truce that came out of a meeting"
    ("of", List::of("out result outcome end close conclusion wake aftermath"), Standing::Is(Occurred)),
];

/// The standing by the noun before a preposition.
fn by_noun(scene: &Scene<'_>, preposition: usize) -> Option<Standing> {
    let noun = preposition.checked_sub(1)?;
    LEADING
        .iter()
        .find(|(word, nouns, _)| scene.is(preposition, word) && scene.is_one(noun, *nouns))
        .map(|(_, _, standing)| *standing)
}
