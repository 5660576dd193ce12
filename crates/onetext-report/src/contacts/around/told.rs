//! Whom a verb tells in a contact ("told Roe in a phone call"), and whose it is ("Roe's meeting", "the Roe-Doe summit").

use super::speaks_for_itself;
use crate::contacts::company;
use crate::contacts::scene::Scene;
use crate::contacts::subject;
use crate::grammar::VerbGroup;
use crate::reading::ActorIndex;
use crate::tokens::{Case, List, Sort, Words, list};

/// Verbs of whoever brings others together.
const GATHERING: List = List::of(
    "gathered gather gathers convened convene assembled summoned invited invites hosted hosts received welcomed got \
        brought pulled joined join joins",
);

/// The verb of "told Roe in a phone call": who tells and who is told were on it.
pub(in crate::contacts) fn told_in(scene: &Scene<'_>, full: Words) -> Option<VerbGroup> {
    let opens = full
        .from
        .checked_sub(1)
        .filter(|before| scene.is_one(*before, list!("in during over by via on for at to")))?;
    let sentence = scene.sentence(full.from);
    let verb = scene.verbs_in(Words::new(sentence.from, opens)).last().copied()?;
    // "replied to Roe in a letter"
    let to = scene.is(verb.words.to, "to")
        && scene.is_one(verb.main, list!("replied responded complained appealed"));
    let from = verb.words.to + usize::from(to);
    let (told, end) = company::list(scene, from, opens, true);
    let is_near = scene.is_named_at(from) && end + 3 >= opens;
    // "gathered the executives on a call", "convened the envoys for talks"
    let gathers = scene.is_one(verb.main, GATHERING);
    let is_on = scene.is_one(opens, list!("on for at"));
    // "called the leaders to a meeting"
    if scene.is(opens, "to") {
        let calls = scene.is_one(verb.main, list!("called summoned"));
        return (calls && is_near && !verb.is_passive && verb.is_finite).then_some(verb);
    }
    let fits =
        is_near && !verb.is_passive && (gathers || told.iter().all(|actor| speaks_for_itself(scene, *actor)));
    let is_call = || scene.has(full, list!("call videoconference teleconference"));
    (fits
        && if is_on {
            gathers || tells(scene, verb.main) && is_call()
        } else {
            tells(scene, verb.main) || gathers && is_call()
        })
    .then_some(verb)
}

/// Whether a verb has somebody who is told.
pub(in crate::contacts) fn tells(scene: &Scene<'_>, verb: usize) -> bool {
    scene.is_one(
        verb,
        list!("replied responded appealed told tells tell warned assured informed reminded thanked congratulated promised urged asked complained \
        pressed briefed implored"),
    )
}

/// "Zelenskyy's meeting", "the Trump-Putin summit", "US-China talks".
pub(in crate::contacts) fn possessors(scene: &Scene<'_>, before: Words) -> Vec<ActorIndex> {
    let mut found = vec![];
    for token in before.indices() {
        let word = scene.parsed.text.word(token);
        if scene.sort(token + 1) == Some(Sort::Possessive) {
            if let Some((actors, _)) = (before.from..=token)
                .rev()
                .find_map(|start| scene.naming_at(start).filter(|(_, to)| *to == token + 1))
            {
                company::add_all(&mut found, &actors);
            }
        } else if scene.case(token) != Case::Lower && word.contains(['-', '–']) {
            for part in word.split(['-', '–']) {
                found.extend(scene.called(part));
            }
        } else if scene.is(token, "their")
            && let Some(several) = subject::several_of_clause_before(scene, token)
        {
            company::add_all(&mut found, &several);
        } else if scene.is_one(token, list!("his her their"))
            && let Some((actors, _)) = scene.naming_at(token).filter(|(actors, _)| {
                // "their session": of several.
                !scene.is(token, "their") || actors.len() > 1
            })
        {
            company::add_all(&mut found, &actors);
        }
    }
    found.retain(|actor| speaks_for_itself(scene, *actor));
    found
}
