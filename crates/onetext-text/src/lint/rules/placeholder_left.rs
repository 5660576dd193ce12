//! Something that is still to be filled in.
//!
//! Why it is bad: a text with a hole can be signed by oversight, and then each side fills the hole in its own way.
//!
//! Example: "no later than its [X] session", "decision -/CP.21", "by 20XX", "{insert the phrase from Article 3}".
//!
//! Better: fill it in, or put in brackets what the parties propose.
//!
//! Standard: the practice of negotiating texts at the United Nations.
//!
//! Do not heed it while the hole is what the talks are about.

use super::super::{Fact, Reads, Remark, Rule, Severity, Subject, head};
use crate::exact::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "OT019",
    name: "placeholder-left",
    severity: Severity::Warning,
    reads: Reads::EveryLanguage,
    manual: head(include_str!("placeholder_left.rs")),
    check,
};

/// Words that say that something is to come, in small letters.
const TO_COME: [&str; 9] = [
    "placeholder",
    "to be inserted",
    "to be completed",
    "to be determined",
    "to be confirmed",
    "tbd",
    "tbc",
    "à compléter",
    "à insérer",
];
/// What follows where something is left to somebody and is no hole.
const LEAVES_TO: [&str; 7] = ["by ", "at ", "in ", "upon ", "according ", "on ", "jointly"];
/// Longest word in braces that is an abbreviation, with the braces, in bytes.
const ABBREVIATION_MAX: usize = 8;
/// Longest remark in braces, in bytes.
const BRACES_MAX: usize = 300;

fn check(subject: &Subject<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for place in 0..subject.draft.provisions.len() {
        let text = subject.text(place);
        let mut holes = braces(text);
        holes.extend(bracketed(text));
        holes.extend(signs(text));
        holes.extend(to_come(subject.words.small_text(place)));
        holes.sort_unstable();
        let mut end = 0;
        for (from, to) in holes {
            if from < end {
                continue;
            }
            end = to;
            let words = text[from..to].to_owned();
            found.push(Remark::new(&RULE, Span { place, from, to }, Fact::Placeholder { words }));
        }
    }
    found
}

/// "{insert the relevant phrase}".
fn braces(text: &str) -> Vec<(usize, usize)> {
    let close = |from: usize| text[from..].find('}').filter(|length| *length <= BRACES_MAX);
    let all = text.match_indices('{').filter_map(|(from, _)| Some((from, from + close(from)? + 1)));
    // "{SAF}" is an abbreviation in odd brackets.
    let is_hole =
        |(from, to): &(usize, usize)| text[from + 1..to - 1].contains(' ') || to - from > ABBREVIATION_MAX;
    all.filter(is_hole).collect()
}

/// "[X]", "(XX)", "[...]", "[ ]", "[date]".
fn bracketed(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (from, open) in text.char_indices().filter(|(_, c)| matches!(c, '[' | '(')) {
        let close = if open == '[' { ']' } else { ')' };
        let Some(length) = text[from + 1..].find([']', ')', '[', '(']) else { continue };
        let inside = &text[from + 1..from + 1 + length];
        if !text[from + 1 + length..].starts_with(close) {
            continue;
        }
        let bare = inside.trim();
        let is_letters =
            !bare.is_empty() && bare.len() <= 3 && bare.chars().all(|c| matches!(c, 'X' | 'x' | 'Y' | 'N'));
        let is_dots = bare != "."
            && bare != "-"
            && bare.chars().all(|c| matches!(c, '.' | '…' | '•' | '_' | '-' | '?' | '●'));
        let is_asked =
            ["date", "place", "number", "name", "insert", "names"].contains(&bare.to_lowercase().as_str());
        // Round brackets with nothing or a small x in them are not ours to judge.
        let is_hole = match open {
            '[' => is_letters || is_dots || is_asked,
            _ => is_letters && bare.len() > 1 && bare.chars().all(|c| c == 'X'),
        };
        if is_hole {
            found.push((from, from + 2 + length));
        }
    }
    found
}

/// "###", "20XX", "paragraphs X-Y", "decision -/CP.21", "____".
fn signs(text: &str) -> Vec<(usize, usize)> {
    let run = |from: usize, is: fn(char) -> bool| {
        text[from..].find(|c: char| !is(c)).map_or(text.len(), |length| from + length)
    };
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (mark, is) in
        [("###", (|c| c == '#') as fn(char) -> bool), ("___", |c| c == '_'), ("XX", |c| c == 'X')]
    {
        let mut at = 0;
        while let Some(from) = text[at..].find(mark).map(|place| at + place) {
            let to = run(from, is);
            let begins = text[..from].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |place| place + 1);
            let is_own = mark != "XX"
                || (!text[..begins].ends_with(char::is_alphanumeric)
                    && !text[to..].starts_with(|c: char| c.is_alphanumeric())
                    && (begins < from || to - from > 2 || text[..from].ends_with(['(', '['])));
            if is_own {
                found.push((if mark == "XX" { begins } else { from }, to));
            }
            at = to;
        }
    }
    found.extend(text.match_indices("X-Y").map(|(from, sign)| (from, from + sign.len())));
    found.extend(
        text.match_indices("-/C")
            .map(|(from, _)| (from, run(from + 1, |c| c.is_alphanumeric() || matches!(c, '/' | '.')))),
    );
    found
}

fn to_come(small: &str) -> Vec<(usize, usize)> {
    let is_word = |from: usize, to: usize| {
        !small[..from].ends_with(char::is_alphanumeric) && !small[to..].starts_with(char::is_alphanumeric)
    };
    let hits = TO_COME.iter().flat_map(|words| small.match_indices(words));
    hits.map(|(from, words)| (from, from + words.len()))
        .filter(|(from, to)| is_word(*from, *to))
        // "to be determined by the committee" leaves it to somebody and is no hole.
        .filter(|(_, to)| !LEAVES_TO.iter().any(|word| small[*to..].trim_start().starts_with(word)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::table;
    use super::*;

    #[test]
    fn holes_are_found_and_brackets_are_left_alone() {
        table(
            &RULE,
            &[
                ("1. No later than its [X] session.\n", &["[X]"]),
                ("1. As in decision -/CP.21 and in [decision 1/CP.17].\n", &["-/CP.21"]),
                ("1. Its ### and the other ####s.\n", &["###", "####"]),
                ("1. By 20XX at the latest, as in Article (XX).\n", &["20XX", "(XX)"]),
                ("1. See {insert the phrase} of paragraphs X-Y.\n", &["{insert the phrase}", "X-Y"]),
                ("1. On [...] in [ ], signed by [name].\n", &["[...]", "[ ]", "[name]"]),
                ("1. The fee is to be determined.\n", &["to be determined"]),
                ("1. The fee is to be determined by the committee.\n", &[]),
                ("1. Each Party [shall][should] report in Chapter XX [and XIX].\n", &[]),
            ],
        );
    }
}
