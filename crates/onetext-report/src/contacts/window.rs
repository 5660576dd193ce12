//! How far the words around a trigger belong to it: to the next verb, the next clause, the next contact.

use super::company;
use super::scene::Scene;
use super::words;
use crate::grammar::{Tag, VerbGroup};
use crate::lexicon::Classes;
use crate::tokens::{List, Sort, Words, list};

/// Words after which another event is told.
const OTHER_EVENT: List = List::of(
    "while whereas because although though before after when until following ahead \
    amid since that but unless despite as where if than",
);

/// Longest stretch that is searched on either side, in tokens: a sentence of news prose has 25.
const REACH_MAX: usize = 60;

/// The tokens after `from` that belong to the same statement. `own_verbs` finite verb groups may be passed: the predicate of a noun.
pub(super) fn ahead(scene: &Scene<'_>, from: usize, own_verbs: usize) -> Words {
    let sentence = scene.sentence(from.saturating_sub(1));
    let limit = sentence.to.min(from + REACH_MAX);
    let quoted = scene.is_quoted(from.saturating_sub(1));
    let mut verbs_left = own_verbs;
    let mut place = from;
    while place < limit {
        if scene.is_quoted(place) != quoted {
            break;
        }
        match scene.sort(place) {
            Some(Sort::Semicolon | Sort::Colon | Sort::FullStop | Sort::Question | Sort::Exclamation) => {
                break;
            }
            // "the session, on Nov. 28, ended": the predicate after an aside.
            Some(Sort::Comma)
                if verbs_left > 0
                    && (is_predicate(scene, place + 1) || is_last_of_list(scene, place + 1, limit)) =>
            {
                place += 1;
                continue;
            }
            // "was arranged by X, who met Y in May": another event.
            Some(Sort::Comma)
                if own_verbs > 0 && verbs_left == 0 && scene.is_one(place + 1, list!("who which")) =>
            {
                break;
            }
            Some(Sort::Comma | Sort::Dash) => match after_comma(scene, place, limit) {
                Some(next) => {
                    place = next;
                    continue;
                }
                None => break,
            },
            _ => {}
        }
        if scene.day_at(place).is_some_and(|day| scene.is_connector(day)) {
            break;
        }
        // "the talks collapsed and with a strike due the next day"
        if scene.is(place, "and") && scene.is(place + 1, "with") && !scene.is_named_at(place + 2) {
            break;
        }
        if let Some(group) = scene.verb_at(place) {
            if group.is_finite && group.words.from == place && !is_reduced(scene, group, limit) {
                // "flew there for talks on Friday and then spent": what they did next.
                let is_next = place > 0 && scene.is_one(place - 1, list!("then"));
                if verbs_left == 0 || is_next {
                    break;
                }
                verbs_left -= 1;
            }
            place = group.words.to.max(place + 1);
            continue;
        }
        if let Some(relative) = restrictive(scene, place) {
            place = relative;
            continue;
        }
        // "had met once before, in the capital": an adverb.
        let is_adverb =
            scene.is_one(place, list!("before since after")) && scene.sort(place + 1) == Some(Sort::Comma);
        // "for that purpose": which.
        let is_which = scene.is(place, "that") && place > from && scene.tag(place - 1) == Tag::Preposition;
        if scene.is_one(place, OTHER_EVENT)
            && !is_which
            && scene.day_at(place).is_none()
            && !joins_days(scene, place)
            && !is_adverb
        {
            break;
        }
        place += 1;
    }
    Words::new(from, place.max(from))
}

/// "Talks aimed at ending the war resumed": the first verb tells which talks.
fn is_reduced(scene: &Scene<'_>, group: &VerbGroup, limit: usize) -> bool {
    // "a team made up of Roe and Doe"
    let makes_up =
        scene.is(group.main, "made") && scene.is(group.main + 1, "up") && scene.is(group.main + 2, "of")
            || scene.is(group.main, "composed") && scene.is(group.main + 1, "of");
    if makes_up && group.words.indices().len() == 1 {
        return true;
    }
    let is_bare = group.words.indices().len() == 1
        && scene.is_one(
            group.main,
            list!("aimed mediated brokered hosted led sponsored backed chaired held planned scheduled penciled pencilled"),
        )
        && scene.is_one(group.words.to, list!("at by for in under with on"));
    let later = scene.verbs_in(Words::new(group.words.to, limit)).iter().find(|verb| verb.is_finite);
    is_bare
        && later.is_some_and(|verb| {
            let gap = Words::new(group.words.to, verb.words.from);
            !scene.has(gap, list!("and but that which who while when"))
                && !gap.indices().any(|token| scene.sort(token) == Some(Sort::Comma))
        })
}

fn is_predicate(scene: &Scene<'_>, place: usize) -> bool {
    scene
        .verb_at(place)
        .is_some_and(|group| group.is_finite && group.words.from == place && !scene.speaks(group.main))
}

/// ", Egypt and Qatar is planned": the last names of a list, before its predicate.
fn is_last_of_list(scene: &Scene<'_>, place: usize, limit: usize) -> bool {
    let Some(verb) = scene.verbs_in(Words::new(place, limit)).iter().find(|group| group.is_finite) else {
        return false;
    };
    scene.is_named_at(place)
        && verb.words.from < place + 12
        && scene.has(Words::new(place, verb.words.from), list!("and"))
}

/// Verbs that tell of a contact as what somebody had: "the sessions that he held".
const HAD: List = List::of(
    "held had made placed attended chaired hosted convened conducted led has have hold holds mediated",
);

/// "the calls that Roe placed": the verb of the relative clause of which the contact is the object.
pub(super) fn object_relative<'s>(scene: &'s Scene<'_>, relative: usize) -> Option<&'s VerbGroup> {
    let opens = scene.is_one(relative, list!("that which"))
        && relative > 0
        && matches!(scene.tag(relative - 1), Tag::Noun | Tag::Name);
    let (_, to) = scene.naming_at(relative + 1).filter(|_| opens)?;
    scene.verb_at(to).filter(|group| group.is_finite && scene.is_one(group.main, HAD))
}

/// Past the verb of "that was set for Friday": it tells more of the noun before it.
fn restrictive(scene: &Scene<'_>, place: usize) -> Option<usize> {
    if let Some(group) = object_relative(scene, place) {
        return Some(group.words.to);
    }
    let opens = scene.is_one(place, list!("that which"))
        && place > 0
        && matches!(scene.tag(place - 1), Tag::Noun | Tag::Name);
    let group =
        scene.verb_at(place + 1).filter(|group| opens && group.is_finite && group.words.from == place + 1)?;
    Some(group.words.to)
}

/// Whether a verb stands in a relative clause that its first word opens: "that was set for Friday".
pub(super) fn is_restrictive(scene: &Scene<'_>, group: &VerbGroup) -> bool {
    let Some(opener) = group.words.from.checked_sub(1) else { return false };
    restrictive(scene, opener).is_some() || scene.is_one(opener, list!("who which"))
}

/// "as early as Monday", "no later than".
fn joins_days(scene: &Scene<'_>, place: usize) -> bool {
    // "until about 10:30 p.m. on Sunday"
    if scene.is_one(place, list!("until till"))
        && (place + 1..place + 3).any(|next| scene.day_at(next).is_some())
    {
        return true;
    }
    // "hours before Sunday's deadline": on that day.
    if scene.is(place, "before")
        && scene.is_one(place.saturating_sub(1), list!("hours shortly just"))
        && scene.day_at(place + 1).is_some()
    {
        return true;
    }
    if scene.is(place, "after") && !scene.lengths_in(Words::new(place + 1, place + 2)).is_empty() {
        return true;
    }
    scene.is_one(place, list!("as than"))
        && (scene.is_one(place + 1, list!("early soon late"))
            || scene.is_one(place.saturating_sub(1), list!("early soon later well more less fewer longer"))
            || scene.is(place + 1, "well"))
}

/// Where to go on after a comma: past a relative clause, on in a list, or nowhere.
fn after_comma(scene: &Scene<'_>, comma: usize, limit: usize) -> Option<usize> {
    let next = comma + 1;
    // "the first gathering, which took place in the capital last Thursday"
    let tells = scene.verb_at(next + 1).filter(|group| {
        // Not "the union, which began a strike".
        let last = comma.saturating_sub(1);
        let is_contact = words::trigger(scene.parsed.text.word(last))
            .is_some_and(|found| found.noun.is_some())
            || !scene.actors.mentions.iter().any(|mention| mention.words.to == comma);
        is_contact
            && scene.is(next, "which")
            && scene.is_one(group.main, list!("took held lasted began ended opened happened"))
    });
    if let Some(group) = tells {
        return Some(group.words.to);
    }
    if scene.tag(next) == Tag::Relative || scene.is_one(next, list!("who which whose")) {
        return closing_comma(scene, next, limit).map(|close| close + 1);
    }
    // "a round of talks, scheduled for Tuesday, was put off"
    if scene
        .is_one(next, list!("scheduled planned due set slated held penciled pencilled originally initially"))
    {
        return Some(next + 1);
    }
    // "meet on Tuesday, and a session is planned": another contact.
    if scene.is_one(next, list!("and but")) && scene.is_one(next + 1, list!("a an the another")) {
        let near = Words::new(next + 1, limit.min(next + 6));
        let names = near.indices().any(|token| {
            words::trigger(scene.parsed.text.word(token)).is_some_and(|found| found.noun.is_some())
        });
        if names {
            return None;
        }
    }
    let ends = |place: &usize| {
        matches!(scene.sort(*place), Some(Sort::Comma | Sort::Dash | Sort::Semicolon | Sort::Colon))
    };
    let to = (next..limit).find(ends).unwrap_or(limit);
    let has_verb = scene.verbs_in(Words::new(next, to)).iter().any(|group| group.is_finite);
    let speaks = (next..to.min(next + 4)).any(|token| {
        scene.speaks(token)
            && (!scene.classes(token).any(Classes::NOUN) || token > next && scene.tag(token - 1) == Tag::Name)
    });
    (!has_verb && !speaks).then_some(next)
}

fn closing_comma(scene: &Scene<'_>, from: usize, limit: usize) -> Option<usize> {
    (from..limit).find(|place| matches!(scene.sort(*place), Some(Sort::Comma | Sort::Dash)))
}

/// The tokens before `to` that belong to the same clause: back to the last finite verb, subordinator or mark.
pub(super) fn behind(scene: &Scene<'_>, to: usize) -> Words {
    let sentence = scene.sentence(to);
    let limit = sentence.from.max(to.saturating_sub(REACH_MAX));
    let quoted = scene.is_quoted(to);
    let mut place = to;
    while place > limit {
        let before = place - 1;
        if scene.is_quoted(before) != quoted {
            break;
        }
        let is_mark = matches!(
            scene.sort(before),
            Some(Sort::Semicolon | Sort::Colon | Sort::OpenQuote | Sort::CloseQuote | Sort::FullStop)
        );
        if is_mark {
            break;
        }
        if scene.verb_at(before).is_some_and(|group| group.is_finite) || is_opener(scene, before) {
            break;
        }
        place = before;
    }
    Words::new(place, to)
}

/// Whether names and nothing else stand between a place and the next verb.
fn is_named_subject(scene: &Scene<'_>, from: usize) -> bool {
    if !scene.is_named_at(from) {
        return false;
    }
    let sentence = scene.sentence(from);
    let Some(verb) = scene.verbs_in(Words::new(from, sentence.to)).iter().find(|group| group.is_finite)
    else {
        return false;
    };
    let gap = Words::new(from, verb.words.from);
    let is_plain = !gap.indices().any(|token| scene.sort(token) == Some(Sort::Comma));
    is_plain && company::list(scene, from, gap.to, false).1 == gap.to
}

/// "that", "while", "where" before a clause; "after" and the like where a clause follows them.
fn is_opener(scene: &Scene<'_>, token: usize) -> bool {
    // "That same evening"
    if scene.day_at(token).is_some() && scene.sentence(token).from == token {
        return false;
    }
    scene.is_one(token, list!("that while whereas because although though when where if whether"))
        || scene.is_one(token, list!("who which whom"))
        || scene.tag(token) == Tag::Subordinator
            && (!scene.is_one(token, list!("before after since until as"))
                || scene.is_named_at(token + 1))
        // "since Roe and Doe talked"
        || scene.is_one(token, list!("after before since until")) && is_named_subject(scene, token + 1)
}
