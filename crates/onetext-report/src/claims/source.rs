//! Who a verb's subject is, as the words of a source.

use crate::grammar::{Parsed, Phrase, Tag, VerbGroup};
use crate::lexicon::Classes;
use crate::tokens::{Sort, Words, list};

/// The words of a phrase that name a source: with what belongs to it, without a relative clause.
pub(super) fn of_phrase(parsed: &Parsed<'_>, phrase: Phrase) -> Words {
    let whole = if phrase.joined.to > phrase.whole.to { phrase.joined } else { phrase.whole };
    let cut = (phrase.core.to..whole.to).find(|token| matches!(parsed.tag(*token), Tag::Relative));
    let to = cut
        .map_or(whole.to, |cut| if parsed.text.sort(cut - 1) == Some(Sort::Comma) { cut - 1 } else { cut });
    Words::new(whole.from, to.max(phrase.core.to))
}

/// The same without a list: "according to the report, Roe and Doe have": only "and" joins.
pub(super) fn alone(parsed: &Parsed<'_>, phrase: Phrase) -> Words {
    let has_comma =
        (phrase.whole.to..phrase.joined.to).any(|token| parsed.text.sort(token) == Some(Sort::Comma));
    if has_comma {
        of_phrase(parsed, Phrase { joined: phrase.whole, ..phrase })
    } else {
        of_phrase(parsed, phrase)
    }
}

/// The subject of a verb group. A verb joined to an earlier one by "and" has that one's; a participle has the subject of
/// the sentence's main verb.
pub(super) fn of_verb(parsed: &Parsed<'_>, verb: usize) -> Option<Phrase> {
    let group = parsed.verbs[verb];
    if !group.is_finite {
        return governing(parsed, verb).and_then(|governor| of_verb(parsed, governor));
    }
    if is_coordinated(parsed, group)
        && let Some(governor) = earlier_finite(parsed, verb)
    {
        return of_verb(parsed, governor);
    }
    if let Some(antecedent) = of_who(parsed, group).or_else(|| beside_relative(parsed, group)) {
        return Some(antecedent);
    }
    let clause = parsed.clause_of(verb)?;
    clause.subject.map(|subject| parsed.phrases[subject])
}

/// "said the official, who added": the phrase right before ", who".
fn of_who(parsed: &Parsed<'_>, group: VerbGroup) -> Option<Phrase> {
    let who = group.words.from.checked_sub(1).filter(|who| parsed.text.is(*who, "who"))?;
    let comma = who.checked_sub(1).filter(|comma| parsed.text.sort(*comma) == Some(Sort::Comma))?;
    let place = parsed.phrase_before(comma)?;
    let phrase = parsed.phrases[place];
    let inverted = phrase.core.from.checked_sub(1).is_some_and(|before| {
        super::cues::verb(parsed.lemma(before)).is_some_and(|cue| cue.takes.any(super::cues::Takes::QUOTE))
    });
    (phrase.core.to == comma && inverted).then_some(phrase)
}

/// "the union's board, which ruled", "one of its members, who complained": the body or person before the comma.
fn beside_relative(parsed: &Parsed<'_>, group: VerbGroup) -> Option<Phrase> {
    let mut relative = group.words.from.checked_sub(1)?;
    while relative > 0 && parsed.tag(relative) == Tag::Adverb {
        relative -= 1;
    }
    let is_who = parsed.text.is(relative, "who");
    let comma = relative.checked_sub(1).filter(|comma| parsed.text.sort(*comma) == Some(Sort::Comma))?;
    if !is_who && !parsed.text.is(relative, "which") {
        return None;
    }
    let from = parsed.sentence(relative).from;
    let near = parsed.phrase_before(comma)?;
    let ends_here = (near.saturating_sub(RELATED_PHRASES_MAX)..=near)
        .map(|place| parsed.phrases[place])
        .filter(|phrase| phrase.core.from >= from && (phrase.core.to == comma || phrase.whole.to == comma));
    let persons = Classes::OFFICE.with(Classes::HUMAN).with(Classes::SOURCE);
    let fits = |phrase: &Phrase| {
        let is_name = parsed.tag(phrase.head) == Tag::Name;
        let is_body = parsed.class(phrase.head).any(Classes::BODY.with(Classes::UTTERANCE));
        let is_person = parsed.class(phrase.head).any(persons) || parsed.text.is(phrase.head, "one");
        if is_who { is_person || is_name && !is_body } else { is_body || is_name && !is_person }
    };
    if is_who { ends_here.clone().find(fits) } else { ends_here.clone().rfind(fits) }
}

/// Phrases that may end at one comma: "the head of the board of the union,".
const RELATED_PHRASES_MAX: usize = 4;

/// "X came and said": the verb stands right after "and", without a subject of its own.
fn is_coordinated(parsed: &Parsed<'_>, group: VerbGroup) -> bool {
    let mut before = group.words.from;
    while before > 0 && matches!(parsed.tag(before - 1), Tag::Adverb) {
        before -= 1;
    }
    before > 0 && parsed.tag(before - 1) == Tag::Conjunction
}

fn earlier_finite(parsed: &Parsed<'_>, verb: usize) -> Option<usize> {
    let sentence = parsed.sentence(parsed.verbs[verb].main);
    let open = |place: &usize| parsed.verbs[*place].words.from >= sentence.from;
    let mut earlier = (0..verb).rev().take_while(open).filter(|place| parsed.verbs[*place].is_finite);
    // Of the same tense first: "X said that it is so and left".
    let tense = parsed.verbs[verb].tense;
    let same = earlier.clone().filter(|place| parsed.verbs[*place].tense == tense).last();
    same.or_else(|| earlier.next())
}

/// The finite verb that a participle or infinitive depends on: the nearest before, else the first after.
fn governing(parsed: &Parsed<'_>, verb: usize) -> Option<usize> {
    let group = parsed.verbs[verb];
    let sentence = parsed.sentence(group.main);
    let before = (0..verb)
        .rev()
        .take_while(|place| parsed.verbs[*place].words.from >= sentence.from)
        .find(|place| parsed.verbs[*place].is_finite);
    // ", adding": of the sentence's speaker, not of a verb inside what was said.
    let is_free = group.words.from > 0 && parsed.text.sort(group.words.from - 1) == Some(Sort::Comma);
    if is_free {
        let speaking = (0..verb)
            .rev()
            .take_while(|place| parsed.verbs[*place].words.from >= sentence.from)
            .find(|place| {
                let found = parsed.verbs[*place];
                found.is_finite
                    && super::cues::verb(parsed.lemma(found.main))
                        .is_some_and(|cue| cue.takes.any(super::cues::Takes::QUOTE))
            });
        if speaking.is_some() {
            return speaking;
        }
        let by_somebody = (0..verb)
            .rev()
            .take_while(|place| parsed.verbs[*place].words.from >= sentence.from)
            .find(|place| {
                let subject = || {
                    parsed
                        .clause_of(*place)
                        .and_then(|clause| clause.subject)
                        .map(|subject| parsed.phrases[subject])
                };
                parsed.verbs[*place].is_finite
                    && subject().is_some_and(|subject| is_somebody(parsed, subject))
            });
        let first = (0..verb)
            .find(|place| parsed.verbs[*place].words.from >= sentence.from && parsed.verbs[*place].is_finite);
        if by_somebody.or(first).is_some() {
            return by_somebody.or(first);
        }
    }
    before.or_else(|| {
        (verb + 1..parsed.verbs.len())
            .take_while(|place| parsed.verbs[*place].words.from < sentence.to)
            .find(|place| parsed.verbs[*place].is_finite)
    })
}

/// Whether a phrase can speak: it names persons, bodies, things that are written, or is a pronoun of persons.
pub(super) fn may_speak(parsed: &Parsed<'_>, phrase: Phrase) -> bool {
    let head = phrase.head;
    let class = parsed.class(head);
    match parsed.tag(head) {
        Tag::Pronoun => {
            !parsed.text.is_one(
                head,
                list!("it this that these those which what nothing something anything everything"),
            ) || parsed.text.is(head, "it")
        }
        Tag::Name => !class.any(Classes::WEEKDAY.with(Classes::MONTH)) && !is_where(parsed, phrase),
        _ => true,
    }
}

/// "talks in Montreux, Switzerland, which recommended it": where that was.
fn is_where(parsed: &Parsed<'_>, phrase: Phrase) -> bool {
    let Some(comma) = phrase.core.from.checked_sub(1) else { return false };
    let is_name = |token: &usize| parsed.tag(*token) == Tag::Name;
    let town = (0..comma).rev().take_while(is_name).last();
    let preposition = town.and_then(|town| town.checked_sub(1));
    parsed.text.sort(comma) == Some(Sort::Comma)
        && preposition.is_some_and(|token| parsed.text.is_one(token, list!("in at near outside from")))
        && parsed.text.sort(phrase.core.to) == Some(Sort::Comma)
}

/// Whether a phrase names somebody rather than something.
pub(super) fn is_somebody(parsed: &Parsed<'_>, phrase: Phrase) -> bool {
    let class = parsed.class(phrase.head);
    let persons = Classes::SOURCE
        .with(Classes::OFFICE)
        .with(Classes::BODY)
        .with(Classes::HUMAN)
        .with(Classes::UTTERANCE)
        .with(Classes::TITLE)
        .with(Classes::PRONOUN);
    parsed.tag(phrase.head) == Tag::Name || class.any(persons) || parsed.tag(phrase.head) == Tag::Pronoun
}
