//! Cues in the passive: "was described by Doe as", "was accused of", "is expected to".

use super::cues::Takes;
use super::verbs::Asked;
use super::{Attribution, ends, source};
use crate::grammar::{Parsed, Phrase, Tag};
use crate::tokens::Words;

/// Words between a passive and who did it.
const AGENT_WORDS_MAX: usize = 12;

/// Verbs whose passive says what people in general think or say: "is expected to".
const FORETOLD: &[&str] = &[
    "expect",
    "anticipate",
    "believe",
    "think",
    "say",
    "report",
    "allege",
    "know",
    "ask",
    "urge",
    "consider",
    "predict",
];

pub(super) fn attribution(parsed: &Parsed<'_>, asked: &Asked) -> Option<Attribution> {
    let group = parsed.verbs[asked.verb];
    if !group.is_finite {
        return None;
    }
    let subject =
        source::of_verb(parsed, asked.verb).filter(|subject| subject.core.to <= group.words.from)?;
    let (agent, after) =
        agent(parsed, asked).map_or((None, asked.words.to), |(phrase, to)| (Some(phrase), to));
    let rest = said(parsed, asked, after);
    let takes_thing = asked.cue.takes.any(Takes::THING) || asked.cue.takes.any(Takes::OF);
    if rest.is_none() && (agent.is_none() || !takes_thing) {
        return None;
    }
    let mut content = vec![source::of_phrase(parsed, subject)];
    content.extend(rest);
    Some(Attribution {
        cue: vec![Words::new(asked.words.from, agent.map_or(asked.words.to, |agent| agent.core.from))],
        source: agent.map(|agent| source::of_phrase(parsed, agent)),
        content,
        act: asked.cue.act,
        is_attitude: asked.cue.takes.any(Takes::ATTITUDE),
        negated: group.is_negated,
        ..Attribution::default()
    })
}

/// Who did it, and where that ends.
fn agent(parsed: &Parsed<'_>, asked: &Asked) -> Option<(Phrase, usize)> {
    let sentence = parsed.sentence(asked.words.from);
    let limit = sentence.to.min(asked.words.to + AGENT_WORDS_MAX);
    let by = (asked.words.to..limit)
        .take_while(|token| parsed.tag(*token) != Tag::Punctuation)
        .find(|token| parsed.text.is(*token, "by"))?;
    let agent = parsed
        .phrase_at(by + 1)
        .map(|place| parsed.phrases[place])
        .filter(|phrase| source::is_somebody(parsed, *phrase))?;
    Some((agent, source::of_phrase(parsed, agent).to))
}

/// What is said of the subject: "as cruel", "of theft", "to resign".
fn said(parsed: &Parsed<'_>, asked: &Asked, after: usize) -> Option<Words> {
    let takes = asked.cue.takes;
    let is = |words: &[&str]| words.iter().any(|word| parsed.text.is(after, word));
    let fits = takes.any(Takes::AS) && is(&["as"])
        || takes.any(Takes::OF) && is(&["of", "for"])
        || FORETOLD.contains(&asked.lemma) && parsed.tag(after) == Tag::To;
    let from = if parsed.text.is(after, "of") { after + 1 } else { after };
    let to = ends::of_clause(parsed, from);
    (fits && to > from).then(|| Words::new(from, to))
}
