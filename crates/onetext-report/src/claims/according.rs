//! "According to the paper, …"; "…, according to two officials"; "in the words of".

use super::{Attribution, ends, source};
use crate::grammar::Parsed;
use crate::tokens::{Sort, Words, list};

pub(super) fn attributions(parsed: &Parsed<'_>) -> Vec<Attribution> {
    (0..parsed.text.tokens.len())
        .filter(|token| parsed.text.is(*token, "according") && parsed.text.is(token + 1, "to"))
        .filter_map(|token| attribution(parsed, token))
        .collect()
}

fn attribution(parsed: &Parsed<'_>, token: usize) -> Option<Attribution> {
    let place =
        parsed.phrase_after(token + 2).filter(|place| parsed.phrases[*place].core.from <= token + 3)?;
    let source = source::alone(parsed, parsed.phrases[place]);
    let sentence = parsed.sentence(token);
    let relay = quoting(parsed, source.to);
    let end = relay.map_or(source.to, |relay| relay.to);
    let mut pieces = vec![content(parsed, token, end, sentence)?];
    pieces.extend(resumed(parsed, end, pieces[0]));
    Some(Attribution {
        cue: vec![Words::new(token, token + 2)],
        source: Some(source),
        relay,
        content: pieces,
        act: "assert",
        ..Attribution::default()
    })
}

/// "according to sources cited by the paper": who quotes them.
fn quoting(parsed: &Parsed<'_>, after: usize) -> Option<Words> {
    let is_quoted = parsed.text.is_one(after, list!("cited quoted"));
    let place = parsed.phrase_at(after + 2).filter(|_| is_quoted && parsed.text.is(after + 1, "by"))?;
    Some(parsed.phrases[place].core)
}

/// "…, according to the bank, and fell": the second verb of what is said.
fn resumed(parsed: &Parsed<'_>, after: usize, before: Words) -> Option<Words> {
    let is_comma = parsed.text.sort(after) == Some(Sort::Comma);
    let joins = parsed.text.is(after + 1, "and") || parsed.text.is(after + 1, "but");
    let has_verb = parsed.verb_at(after + 2).is_some_and(|verb| parsed.verbs[verb].is_finite);
    let to = ends::of_clause(parsed, after + 1);
    (is_comma && joins && has_verb && before.to <= after && to > after + 1).then(|| Words::new(after + 1, to))
}

fn content(parsed: &Parsed<'_>, token: usize, after: usize, sentence: Words) -> Option<Words> {
    let leading = ends::trimmed(parsed, Words::new(sentence.from, token));
    let comma = (after..sentence.to).find(|token| parsed.text.sort(*token) == Some(Sort::Comma));
    let short = leading.to - leading.from <= 3;
    if let Some(comma) = comma.filter(|_| short) {
        let from = comma + 1;
        return Some(Words::new(from, ends::of_clause(parsed, from))).filter(|words| !words.is_empty());
    }
    if short {
        // The attribution alone: it stands behind the quotation before.
        return None;
    }
    // A clause that was attributed before ends at its comma: "X said A, and B, according to Y" is left whole.
    let quote = parsed.text.tokens[leading.from].quote;
    let from = parsed.text.quotes.get(quote as usize).map_or(leading.from, |quote| quote.words.from);
    Some(Words::new(from, leading.to))
}
