//! Pronouns: whom "he", "they" and "it" mean, by number, gender and nearness; subjects before others.

use super::LOOK_BACK_MAX;
use super::names::Page;
use super::roster::{Entry, Gender, Roster};
use crate::grammar::{Clause, Tag};
use crate::lexicon::Classes;
use crate::reading::ActorKind;
use crate::tokens::{List, NONE, Sort, Words, list};

/// Sentences that are looked back over.
const SENTENCES_MAX: u32 = 4;

pub(super) fn resolve(page: &Page<'_, '_>, roster: &Roster<'_>, mentions: &mut Vec<(Words, usize)>) {
    let mut found: Vec<(Words, usize)> = vec![];
    let mut is_subject = vec![false; page.parsed.phrases.len()];
    for subject in page.parsed.clauses.iter().filter_map(|clause| clause.subject) {
        is_subject[subject] = true;
    }
    for token in 0..page.len() {
        let is_pronoun =
            page.tag(token) == Some(Tag::Pronoun) || is_contracted(page, token) || page.is(token, "its");
        if !is_pronoun || page.quote(token) != NONE {
            continue;
        }
        let Some(fits) = fits(page, token) else { continue };
        if page.is(token, "it") && follows_text(page, token) {
            continue;
        }
        let before = mentions.partition_point(|(words, _)| words.from < token);
        let earlier = mentions[..before].iter().rev().take(LOOK_BACK_MAX).chain(found.iter().rev().take(8));
        let is_according = token > 1 && page.is(token - 1, "to") && page.is(token - 2, "according");
        let nearby = earlier.filter(|(words, _)| {
            words.to <= token
                && page.sentence(token) - page.sentence(words.from) <= SENTENCES_MAX
                && page.quote(words.from) == NONE
        });
        let nearby: Vec<&(Words, usize)> = nearby.collect();
        let fitting = |fits: &dyn Fn(&Entry<'_>) -> bool| -> Vec<&(Words, usize)> {
            nearby.iter().copied().filter(|(_, index)| fits(&roster.entries[*index])).collect()
        };
        let mut candidates = fitting(&fits);
        // "Dr Roe ... she": whose given name does not tell.
        if candidates.is_empty() && page.is_any(token, list!("she her herself")) {
            candidates = fitting(&|entry| {
                entry.kind == ActorKind::Person && !entry.is_plural && entry.gender.is_none()
            });
        }
        let best = candidates.into_iter().max_by_key(|(words, index)| {
            // What is told according to "them" was told by sources.
            let is_source = is_according && roster.entries[*index].kind == ActorKind::Anonymous;
            (is_source, rank(page, &is_subject, token, *words))
        });
        if let Some((_, index)) = best.copied() {
            found.push((Words::new(token, token + 1), index));
        }
    }
    mentions.extend(found);
}

fn is_contracted(page: &Page<'_, '_>, token: usize) -> bool {
    let word = page.word(token);
    matches!(page.tag(token), Some(Tag::Modal | Tag::Auxiliary))
        && (word.contains('\'') || word.contains('’'))
}

/// Nearer sentences first; in one sentence its subject, then the nearer.
fn rank(page: &Page<'_, '_>, subjects: &[bool], token: usize, words: Words) -> (u32, bool, usize) {
    let distance = page.sentence(token) - page.sentence(words.from);
    let is_fronted = distance == 0 && is_fronted(page, token, words);
    let distance = distance + u32::from(is_fronted);
    let phrase = page.parsed.phrase_at(words.to - 1).or_else(|| page.parsed.phrase_at(words.from));
    let is_subject = phrase.is_some_and(|phrase| subjects.get(phrase).copied().unwrap_or(false));
    // A sentence's first subject is what the next one goes on about.
    (
        SENTENCES_MAX + 1 - distance.min(SENTENCES_MAX),
        is_subject,
        if is_subject { usize::MAX - words.from } else { words.from },
    )
}

/// Whether the name stands in what a sentence puts before its subject: "After talks with her counterpart, Jane Roe, she".
fn is_fronted(page: &Page<'_, '_>, token: usize, words: Words) -> bool {
    let comma = token.checked_sub(1).filter(|before| page.sort(*before) == Some(Sort::Comma));
    let Some(comma) = comma else { return false };
    let first = (0..FRONTED_TOKENS_MAX)
        .map_while(|back| words.from.checked_sub(back))
        .take_while(|place| page.sentence(*place) == page.sentence(token))
        .last();
    let begins =
        first.is_some_and(|first| page.is_any(first, list!("after following before during in at with")));
    let has_verb = first.is_some_and(|first| {
        (first..comma).any(|place| matches!(page.tag(place), Some(Tag::Verb | Tag::Auxiliary | Tag::Modal)))
    });
    begins && !has_verb
}

/// Tokens of a phrase that stands before the subject.
const FRONTED_TOKENS_MAX: usize = 20;

/// What an entry must be for a pronoun to mean it.
fn fits(page: &Page<'_, '_>, token: usize) -> Option<fn(&Entry<'_>) -> bool> {
    let word = page.word(token).to_lowercase();
    let word = word.split(['\'', '’']).next().unwrap_or("").to_owned();
    let male: fn(&Entry<'_>) -> bool = |entry| is_one(entry) && entry.gender != Some(Gender::Female);
    let female: fn(&Entry<'_>) -> bool = |entry| is_one(entry) && entry.gender == Some(Gender::Female);
    let many: fn(&Entry<'_>) -> bool =
        |entry| entry.is_plural || entry.kind == ActorKind::Group || entry.kind == ActorKind::Organisation;
    match word.as_str() {
        "he" | "him" | "himself" => Some(male),
        "she" | "her" | "herself" => Some(female),
        "they" | "them" | "themselves" => Some(many),
        // "It had talks with Roe", not "it is clear".
        "it" if acts(page, token) => Some(is_body),
        // "Its readout": whose text speaks.
        "its" if page.is_any(token + 1, TEXTS) || page.is_any(token + 2, TEXTS) => {
            Some(|entry| entry.is_body() || entry.kind == ActorKind::Group)
        }
        _ => None,
    }
}

/// Whether "it" begins a sentence or clause and does something: what it stands for is a body.
fn acts(page: &Page<'_, '_>, token: usize) -> bool {
    let is_lexical = |place: usize| {
        page.tag(place) == Some(Tag::Verb)
            && !page.is_any(
                place,
                list!(
                    "seems seemed appears appeared remains remained takes took emerged turned follows \
                        followed depends happened makes made"
                ),
            )
    };
    let has = page.is_any(token + 1, list!("has had will would"));
    let follows_verb = token > 0 && page.tag(token - 1) == Some(Tag::Verb);
    let opens = token == 0
        || follows_verb
        || page.sort(token - 1) != Some(Sort::Word)
        || page.is_any(token - 1, list!("and but that"));
    opens
        && (is_lexical(token + 1) || has && (is_lexical(token + 2) || page.tag(token + 2) == Some(Tag::Noun)))
}

/// "A joint statement was issued. It said": the text, and nobody in particular.
fn follows_text(page: &Page<'_, '_>, token: usize) -> bool {
    let sentence = page.parsed.sentence(token);
    let Some(last) = sentence.from.checked_sub(1).filter(|_| sentence.from == token) else { return false };
    let before = page.parsed.sentence(last);
    let verb = |clause: &Clause| page.parsed.verbs[clause.verb].words.from;
    let place = page.parsed.clauses.partition_point(|clause| verb(clause) < before.from);
    let subject = page.parsed.clauses.get(place).filter(|clause| before.contains(verb(clause)));
    let phrase = subject.and_then(|clause| clause.subject).map(|phrase| page.parsed.phrases[phrase]);
    phrase.is_some_and(|phrase| {
        page.classes(phrase.head).any(Classes::UTTERANCE) && page.is_any(phrase.core.from, list!("a an"))
    })
}

/// Texts that speak for whoever wrote them.
const TEXTS: List = List::of("readout statement version account letter reply communique communiqué");

fn is_body(entry: &Entry<'_>) -> bool {
    entry.is_body()
}

fn is_one(entry: &Entry<'_>) -> bool {
    !entry.is_plural && (entry.is_person() || entry.kind == ActorKind::Anonymous || entry.is_open)
}
