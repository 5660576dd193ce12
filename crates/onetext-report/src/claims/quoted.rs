//! Who is quoted by somebody else: "the paper quoted him as saying", "was quoted as ruling out", "had reported the general as
//! saying". The one who is quoted is the source, the one who quotes relays.

use super::verbs::Asked;
use super::{Attribution, after, before, cues, ends, source};
use crate::grammar::{Parsed, Phrase};
use crate::lexicon::Classes;
use crate::tokens::{Sort, Words};

/// Verbs by which one quotes another.
const QUOTING: &[&str] = &["quote", "cite", "report", "record", "hear"];
/// Words between such a verb and "as saying".
const QUOTED_WORDS_MAX: usize = 12;

/// Whether a verb quotes somebody "as saying", and where that "as" stands.
pub(super) fn as_saying(parsed: &Parsed<'_>, verb: usize) -> Option<usize> {
    let group = parsed.verbs[verb];
    if !QUOTING.contains(&parsed.lemma(group.main)) {
        return None;
    }
    let end = (group.words.to + QUOTED_WORDS_MAX).min(parsed.sentence(group.main).to);
    (group.words.to..end)
        .take_while(|token| !matches!(parsed.text.sort(*token), Some(Sort::Comma | Sort::Colon)))
        .find(|token| parsed.text.is(*token, "as") && parsed.class(token + 1).any(Classes::VERB_ING))
}

pub(super) fn attribution(parsed: &Parsed<'_>, verb: usize) -> Option<Attribution> {
    let as_token = as_saying(parsed, verb)?;
    let group = parsed.verbs[verb];
    let subject = source::of_verb(parsed, verb)?;
    let (source, relay) = if group.is_passive {
        (source::of_phrase(parsed, subject), None)
    } else {
        (quoted(parsed, group.words.to, as_token)?, Some(source::of_phrase(parsed, subject)))
    };
    let content = content(parsed, verb, subject, as_token)?;
    let mut cue = vec![group.words, Words::new(as_token, as_token + 2)];
    if as_token == group.words.to {
        cue = vec![Words::new(group.words.from, as_token + 2)];
    }
    Some(Attribution { cue, source: Some(source), relay, content, act: "assert", ..Attribution::default() })
}

/// The words between the verb and "as", without quotation marks around them.
fn quoted(parsed: &Parsed<'_>, from: usize, to: usize) -> Option<Words> {
    let is_mark = |token: usize| matches!(parsed.text.sort(token), Some(Sort::OpenQuote | Sort::CloseQuote));
    let from = from + usize::from(is_mark(from));
    let to = to - usize::from(is_mark(to - 1));
    (to > from).then(|| Words::new(from, to))
}

/// What the one who is quoted said: behind "saying", else before the whole.
fn content(parsed: &Parsed<'_>, verb: usize, subject: Phrase, as_token: usize) -> Option<Vec<Words>> {
    let main = as_token + 1;
    let saying = parsed.verb_at(main).unwrap_or(verb);
    let lemma = parsed.lemma(main);
    let words = Words::new(as_token + 1, main + 1);
    let cue = cues::verb(lemma).or(cues::verb("say"))?;
    let asked = Asked { verb: saying, words, cue, lemma };
    let rest = after::complement(parsed, &asked, words.to);
    let quoting = Asked { verb, words: parsed.verbs[verb].words, cue: cues::verb("say")?, lemma: "say" };
    let mut content = before::content(parsed, &quoting, Some(subject), false, rest.has_content());
    content.extend(rest.content.iter().copied());
    if content.is_empty() && cues::verb(lemma).is_none() {
        content.push(Words::new(as_token + 1, ends::of_clause(parsed, as_token + 1)));
    }
    (!content.is_empty()).then_some(content)
}
