//! Clauses: a finite verb with its subject and its opener.

mod extent;

use super::{Clause, Parsed, Tag};
use crate::lexicon::Classes;
use crate::tokens::{Sort, Words, list};

/// Steps back over phrases that belong to others, in search of a subject.
const STEPS_MAX: usize = 6;

pub(super) fn clauses(parsed: &Parsed<'_>) -> Vec<Clause> {
    let finite = parsed.verbs.iter().enumerate().filter(|(_, group)| group.is_finite);
    finite
        .map(|(verb, group)| {
            let found = subject(parsed, group.words.from);
            let subject = before_aside(parsed, group.words.from, found).or(found);
            let from = subject.map_or(group.words.from, |subject| parsed.phrases[subject].core.from);
            let opener = from
                .checked_sub(1)
                .filter(|before| matches!(parsed.tag(*before), Tag::Subordinator | Tag::Relative));
            let words = Words::new(opener.unwrap_or(from), extent::end(parsed, *group));
            Clause { words, subject, verb, opener }
        })
        .collect()
}

/// The phrase before a verb that is its subject: not one that stands after a preposition or inside another.
fn subject(parsed: &Parsed<'_>, verb: usize) -> Option<usize> {
    let sentence = parsed.sentence(verb);
    let mut before = verb;
    for _ in 0..STEPS_MAX {
        let mut place = parsed.phrase_before(before)?;
        if parsed.phrases[place].core.from < sentence.from {
            return None;
        }
        // The outermost phrase that takes it in.
        let mut outer = place;
        for earlier in (place.saturating_sub(8)..place).rev() {
            let phrase = &parsed.phrases[earlier];
            if phrase.core.from >= sentence.from && phrase.whole.to >= parsed.phrases[place].core.to {
                outer = earlier;
            }
        }
        place = outer;
        // "The court this month rejected": a time is no subject.
        if is_time(parsed, place)
            && place > 0
            && parsed.phrases[place - 1].core.to == parsed.phrases[place].core.from
        {
            before = parsed.phrases[place].core.from;
            continue;
        }
        let from = parsed.phrases[place].core.from;
        let behind = from.checked_sub(1).filter(|token| *token >= sentence.from);
        let is_object = behind.is_some_and(|token| match parsed.tag(token) {
            Tag::Preposition | Tag::Verb
                if is_subject_pronoun(parsed, place) && ends_at(parsed, place, verb) =>
            {
                false
            }
            // "said the road was closed": what stands between a verb of saying and a finite verb is the subject.
            Tag::Preposition => true,
            Tag::Verb => !(parsed.class(token).any(Classes::SPEECH) && ends_at(parsed, place, verb)),
            _ => false,
        });
        if let Some(relative) = relative_behind(parsed, place, verb) {
            before = relative;
            continue;
        }
        if !is_object {
            return (!is_quoted_clause(parsed, from, verb)).then_some(place);
        }
        // What is between must end at the verb, or at a comma before it.
        before = from;
        if behind.is_some_and(|token| parsed.text.sort(token) == Some(Sort::OpenQuote)) {
            return None;
        }
    }
    None
}

/// Tokens of an aside between a subject and its verb.
const ASIDE_TOKENS_MAX: usize = 40;

/// "Roe, one of the guests at the table, said": the person or body before the aside in which the subject was found.
fn before_aside(parsed: &Parsed<'_>, verb: usize, found: Option<usize>) -> Option<usize> {
    let is_comma = |token: usize| parsed.text.sort(token) == Some(Sort::Comma);
    let closing = verb.checked_sub(1).filter(|token| is_comma(*token))?;
    let first = parsed.sentence(verb).from.max(closing.saturating_sub(ASIDE_TOKENS_MAX));
    let (place, opening) = (first + 1..closing).rev().filter(|token| is_comma(*token)).find_map(|comma| {
        let place = parsed.phrase_before(comma)?;
        let phrase = parsed.phrases[place];
        let is_free =
            phrase.core.from.checked_sub(1).filter(|before| *before >= first).is_none_or(|before| {
                !matches!(
                    parsed.tag(before),
                    Tag::Preposition | Tag::Verb | Tag::Possessive | Tag::Conjunction
                ) && parsed.text.sort(before) != Some(Sort::Dash)
            });
        (phrase.core.to == comma && is_free && is_somebody(parsed, phrase.head)).then_some((place, comma))
    })?;
    let is_inside = found.is_none_or(|found| parsed.phrases[found].core.from > opening);
    (is_inside && is_aside(parsed, Words::new(opening + 1, closing))).then_some(place)
}

/// "one of the guests", "an old lawyer who sits with the union": a description, whose verbs are those of relative clauses.
fn is_aside(parsed: &Parsed<'_>, words: Words) -> bool {
    let begins = matches!(
        parsed.tag(words.from),
        Tag::Determiner | Tag::Possessive | Tag::Relative | Tag::Adjective | Tag::Noun
    ) || parsed.text.is(words.from, "one");
    let relative = words.indices().find(|token| {
        matches!(parsed.tag(*token), Tag::Relative) || parsed.text.is_one(*token, list!("who which whose"))
    });
    let verb = parsed.verbs_in(words).iter().find(|group| group.is_finite).map(|group| group.words.from);
    begins && verb.is_none_or(|verb| relative.is_some_and(|relative| relative < verb))
}

fn is_somebody(parsed: &Parsed<'_>, head: usize) -> bool {
    let class = parsed.class(head);
    let persons = Classes::OFFICE.with(Classes::BODY).with(Classes::HUMAN).with(Classes::SOURCE);
    parsed.tag(head) == Tag::Name && !class.any(Classes::WEEKDAY.with(Classes::MONTH)) || class.any(persons)
}

/// "It failed," said ...: what stands in a quotation before the verb has a verb of its own there.
fn is_quoted_clause(parsed: &Parsed<'_>, from: usize, verb: usize) -> bool {
    let (tokens, quotes) = (&parsed.text.tokens, &parsed.text.quotes);
    let Some(quote) = quotes.get(tokens[from].quote as usize).map(|quote| quote.words) else { return false };
    !quote.contains(verb) && parsed.verbs_in(Words::new(from, quote.to)).iter().any(|group| group.is_finite)
}

/// "the text that she wrote failed": where the phrase and another verb are a relative clause, the word that opens it.
fn relative_behind(parsed: &Parsed<'_>, place: usize, verb: usize) -> Option<usize> {
    let phrase = &parsed.phrases[place];
    let opener = phrase.core.from.checked_sub(1)?;
    let antecedent = opener.checked_sub(1)?;
    let relates = matches!(parsed.tag(opener), Tag::Relative | Tag::Subordinator)
        && parsed.text.is_one(opener, list!("that which who whom"))
        && matches!(parsed.tag(antecedent), Tag::Noun | Tag::Name);
    let is_joined = verb.checked_sub(1).is_some_and(|before| parsed.tag(before) == Tag::Conjunction);
    let has_own_verb = parsed.verbs_in(Words::new(phrase.core.to, verb)).iter().any(|group| group.is_finite);
    (relates && has_own_verb && !is_joined).then_some(opener)
}

fn is_subject_pronoun(parsed: &Parsed<'_>, place: usize) -> bool {
    let head = parsed.phrases[place].head;
    parsed.tag(head) == Tag::Pronoun && parsed.text.is_one(head, list!("he she they we i"))
}

/// Whether only adverbs, or an aside between commas, stand between a phrase and a verb.
fn ends_at(parsed: &Parsed<'_>, place: usize, verb: usize) -> bool {
    let phrase = &parsed.phrases[place];
    [phrase.core.to, phrase.whole.to, phrase.joined.to].into_iter().any(|end| {
        let is_comma = |token: usize| parsed.text.sort(token) == Some(Sort::Comma);
        let aside = end + 1 < verb && is_comma(end) && is_comma(verb - 1);
        end <= verb && (aside || verb - end < 6 && (end..verb).all(|token| parsed.tag(token) == Tag::Adverb))
    })
}

fn is_time(parsed: &Parsed<'_>, phrase: usize) -> bool {
    let head = parsed.phrases[phrase].head;
    let days = Classes::WEEKDAY.with(Classes::MONTH);
    parsed.class(head).any(days)
        || parsed
            .text
            .is_one(head, list!("week month year morning afternoon evening night weekend yesterday today"))
}
