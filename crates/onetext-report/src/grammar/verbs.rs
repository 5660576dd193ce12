//! Verb groups: auxiliaries, adverbs, negation and the main verb, with tense and voice.

use super::{Parsed, Tag, Tense, VerbGroup};
use crate::lexicon::Classes;
use crate::tokens::{List, Words, list};

/// Verbs and participles that put what follows "to" into the future.
const AHEAD: &[&str] = &[
    "expect", "plan", "schedule", "intend", "prepare", "set", "agree", "pledge", "promise", "vow", "arrange",
    "hope", "aim", "propose", "want",
];
/// Adjectives that do.
const READY: List = List::of("due set ready likely poised about bound scheduled slated willing prepared");

/// Verb groups among which a participle's noun is given its own finite verb.
const REDUCED_GROUPS_MAX: usize = 8;

pub(super) fn groups(parsed: &Parsed<'_>) -> Vec<VerbGroup> {
    let mut groups: Vec<VerbGroup> = vec![];
    let mut token = 0;
    while token < parsed.text.tokens.len() {
        if !matches!(parsed.tag(token), Tag::Verb | Tag::Auxiliary | Tag::Modal | Tag::To) {
            token += 1;
            continue;
        }
        let (end, main) = extent(parsed, token);
        let Some(main) = main else {
            token += 1;
            continue;
        };
        let group = group(parsed, Words::new(token, end), main, groups.last());
        groups.push(group);
        token = end;
    }
    for place in 0..groups.len() {
        if is_reduced(parsed, &groups, place) {
            groups[place].is_finite = false;
            groups[place].tense = Tense::None;
        }
    }
    groups
}

/// The end of a group and its main verb.
fn extent(parsed: &Parsed<'_>, from: usize) -> (usize, Option<usize>) {
    let sentence = parsed.text.tokens[from].sentence;
    let mut place = from;
    let mut main = None;
    let mut end = from;
    while place < parsed.text.tokens.len() && parsed.text.tokens[place].sentence == sentence {
        match parsed.tag(place) {
            Tag::To if place != from => break,
            Tag::Verb => {
                main = Some(place);
                end = place + 1;
                // "has been said" ends with its verb; "said" is followed by no further verb of its own group.
                break;
            }
            Tag::Auxiliary | Tag::Modal | Tag::To => {
                main = main.or(Some(place)).map(|_| place);
                end = place + 1;
            }
            Tag::Adverb | Tag::Negation => {}
            // "has since spoken"
            _ if parsed.text.is(place, "since") && is_perfect(parsed, from, place) => {}
            // "did he say", "will the sides meet": not followed here.
            _ => break,
        }
        place += 1;
    }
    let only_to = end == from + 1 && parsed.tag(from) == Tag::To;
    (end.max(from + 1), main.filter(|_| !only_to))
}

/// Whether "has" stands before a word and a participle behind it.
fn is_perfect(parsed: &Parsed<'_>, from: usize, between: usize) -> bool {
    parsed.text.is_one(from, list!("has have had"))
        && from + 1 == between
        && parsed.tag(between + 1) == Tag::Verb
        && parsed.class(between + 1).any(Classes::VERB_PARTICIPLE)
}

fn group(parsed: &Parsed<'_>, words: Words, main: usize, governor: Option<&VerbGroup>) -> VerbGroup {
    let first = words.from;
    let classes = parsed.class(main);
    let starts_to = parsed.tag(first) == Tag::To;
    let is_plain = main == first;
    let be = list!("be am is are was were been being isn't aren't wasn't weren't 's 're i'm they're we're");
    let is_passive = !is_plain
        && words.indices().any(|token| parsed.text.is_one(token, be))
        && parsed.tag(main) == Tag::Verb
        && classes.any(Classes::VERB_PARTICIPLE)
        && !classes.any(Classes::VERB_ING);
    let is_negated = words
        .indices()
        .any(|token| parsed.tag(token) == Tag::Negation || parsed.class(token).any(Classes::NEGATION));
    // "no longer expects"
    let no_longer = first > 1 && parsed.text.is(first - 1, "longer") && parsed.text.is(first - 2, "no");
    let is_negated = is_negated || no_longer;
    let is_bare_ing = is_plain && classes.any(Classes::VERB_ING) && !classes.any(Classes::VERB_BASE);
    let has_finite_form = classes.any(Classes::VERB_PAST.with(Classes::VERB_S).with(Classes::VERB_BASE));
    let is_bare_participle = is_plain && classes.any(Classes::VERB_PARTICIPLE) && !has_finite_form;
    let is_finite = !(starts_to || is_bare_ing || is_bare_participle);
    let tense = if starts_to && is_ahead(parsed, first, governor) {
        Tense::Future
    } else if is_finite {
        tense(parsed, words, main)
    } else {
        Tense::None
    };
    VerbGroup { words, main, tense, is_passive, is_negated, is_finite }
}

/// The tense of a finite group, by its first word.
fn tense(parsed: &Parsed<'_>, words: Words, main: usize) -> Tense {
    const WILL: List = List::of("will shall won't 'll he'll she'll they'll we'll it'll i'll you'll");
    const WAS: List = List::of("was were had did wasn't weren't hadn't didn't");
    let first = words.from;
    let is_plain = main == first;
    let is_past = parsed.class(main).any(Classes::VERB_PAST) || parsed.text.word(main).ends_with("ed");
    if words.indices().any(|token| parsed.text.is_one(token, WILL)) {
        Tense::Future
    } else if parsed.text.is_one(first, WAS) || (is_plain && is_past) {
        Tense::Past
    } else {
        Tense::Present
    }
}

/// "is to meet", "are set to return", "plans to travel", "is expected to say".
fn is_ahead(parsed: &Parsed<'_>, to: usize, governor: Option<&VerbGroup>) -> bool {
    let before = to.checked_sub(1);
    if before.is_some_and(|before| parsed.text.is_one(before, READY)) {
        return true;
    }
    governor.filter(|group| group.words.to == to).is_some_and(|group| {
        let lemma = parsed.lemma(group.main);
        let is_be = parsed.tag(group.main) == Tag::Auxiliary
            && parsed.text.is_one(group.main, list!("is are was were"));
        is_be || AHEAD.contains(&lemma) || group.tense == Tense::Future
    })
}

/// "the plan drafted without Europe was ...": a participle that describes its noun, since another finite verb follows
/// without a new subject.
fn is_reduced(parsed: &Parsed<'_>, groups: &[VerbGroup], place: usize) -> bool {
    let group = &groups[place];
    let is_plain = group.words.to == group.words.from + 1;
    let classes = parsed.class(group.main);
    if !is_plain || !group.is_finite || !classes.any(Classes::VERB_PARTICIPLE) {
        return false;
    }
    let before = group.words.from.checked_sub(1).map_or(Tag::Punctuation, |before| parsed.tag(before));
    let next = parsed.tag(group.words.to);
    let takes_no_object = next == Tag::Preposition || (next == Tag::Adverb) || next == Tag::To;
    if parsed.text.is(group.words.to, "by") && !matches!(before, Tag::Pronoun) {
        return true;
    }
    if !takes_no_object || !matches!(before, Tag::Noun | Tag::Name | Tag::Punctuation) {
        return false;
    }
    let sentence = parsed.sentence(group.main);
    let Some(next_group) = groups[place + 1..]
        .iter()
        .take_while(|other| other.words.from < sentence.to)
        .take(REDUCED_GROUPS_MAX)
        .find(|other| other.is_finite && !describes(parsed, other))
    else {
        return false;
    };
    (group.words.to..next_group.words.from).all(|token| {
        !matches!(
            parsed.tag(token),
            Tag::Conjunction | Tag::Subordinator | Tag::Relative | Tag::Pronoun | Tag::Punctuation
        )
    })
}

/// "a statement issued in June", "issued late on Monday": a bare participle between its noun and a preposition.
fn describes(parsed: &Parsed<'_>, group: &VerbGroup) -> bool {
    let before = group.words.from.checked_sub(1).map_or(Tag::Punctuation, |before| parsed.tag(before));
    group.words.to == group.words.from + 1
        && parsed.class(group.main).any(Classes::VERB_PARTICIPLE)
        && before == Tag::Noun
        && (parsed.tag(group.words.to) == Tag::Preposition
            || parsed.tag(group.words.to) == Tag::Adverb
                && parsed.tag(group.words.to + 1) == Tag::Preposition)
}
