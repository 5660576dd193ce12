//! Wordings to choose from, in all the forms in which they are written: `[shall][should]`, `[400 / 325]`,
//! `Option 1: ... / Option 2: ... / no text`, options that stand as provisions of their own.

use std::collections::BTreeMap;

use super::{Bracket, Brackets, Spot, words};
use crate::draft::{Draft, Label, Sort};

/// Wordings of which one is to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Where it begins.
    pub at: Spot,
    /// In which form it is written.
    pub form: Form,
    /// The wordings, in their order.
    pub wordings: Vec<String>,
}

/// How wordings are set side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `[shall][should]`
    Touching,
    /// `[400 / 325]`
    Slash,
    /// `Option 1: ... / Option 2: ...`, within one provision.
    Options,
    /// Options that are provisions of their own.
    Provisions,
}

/// Words that bind more or less, in small letters: of these a bracket is never a trifle.
const MODALS: [&str; 18] = [
    "shall",
    "should",
    "may",
    "must",
    "will",
    "can",
    "could",
    "would",
    "shall not",
    "should not",
    "may not",
    "must not",
    "will not",
    "doit",
    "devrait",
    "doivent",
    "devraient",
    "peut",
];
/// What parts wordings within a bracket.
const SLASH: &str = " / ";

/// Whether a bracket holds nothing but a word that says how far a duty binds.
///
/// ```
/// assert!(onetext_text::brackets::is_modal("shall") && !onetext_text::brackets::is_modal("shall report"));
/// ```
pub fn is_modal(inside: &str) -> bool {
    let small = inside.trim().to_lowercase();
    MODALS.contains(&small.as_str())
}

/// The choices of a draft, in the order of the text.
pub fn choices(draft: &Draft, found: &Brackets) -> Vec<Choice> {
    let mut all = touching(draft, found);
    all.extend(found.pairs.iter().filter_map(|bracket| slashed(draft, bracket)));
    for place in 0..draft.provisions.len() {
        all.extend(in_line(draft, place));
    }
    all.extend(provisions(draft));
    all.sort_by_key(|choice| choice.at);
    all
}

fn touching(draft: &Draft, found: &Brackets) -> Vec<Choice> {
    let mut rows: BTreeMap<usize, Vec<&Bracket>> = BTreeMap::new();
    for bracket in &found.pairs {
        if let Some(row) = bracket.alternatives {
            rows.entry(row).or_default().push(bracket);
        }
    }
    let choice = |row: Vec<&Bracket>| Choice {
        at: row[0].open,
        form: Form::Touching,
        wordings: row.iter().map(|bracket| words(draft, bracket).trim().to_owned()).collect(),
    };
    rows.into_values().map(choice).collect()
}

fn slashed(draft: &Draft, bracket: &Bracket) -> Option<Choice> {
    let inside = words(draft, bracket);
    let inside = inside.split_once(':').filter(|_| bracket.owner.is_some()).map_or(inside, |(_, rest)| rest);
    if !inside.contains(SLASH) || !options(inside).is_empty() {
        return None;
    }
    let wordings = parted(inside);
    Some(Choice { at: bracket.open, form: Form::Slash, wordings })
}

/// Parts of a text between slashes that stand in no bracket of their own.
fn parted(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if depth == 0 && rest.starts_with(SLASH) {
            parts.push(String::new());
            rest = &rest[SLASH.len()..];
            continue;
        }
        match first {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(first);
        }
        rest = &rest[first.len_utf8()..];
    }
    parts.iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// Where options begin within a text: at its beginning, behind a slash, a bracket or the end of a sentence.
fn options(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut is_at_start = true;
    let mut previous = ' ';
    for (at, character) in text.char_indices() {
        if is_at_start && character.is_alphabetic() {
            if let Some((label, rest)) = Label::read(&text[at..])
                && label.sort == Sort::Option
                && text[at..text.len() - rest.len()].contains(':')
            {
                found.push((at, text.len() - rest.len()));
            }
            is_at_start = false;
        }
        if matches!(character, '/' | '[' | ';') || (character == ' ' && matches!(previous, '.' | ':' | ']')) {
            is_at_start = true;
        }
        previous = character;
    }
    found
}

fn in_line(draft: &Draft, place: usize) -> Option<Choice> {
    let text = draft.provisions[place].text.as_str();
    let begins = options(text);
    let (first, _) = begins.first()?;
    if begins.len() < 2 {
        return None;
    }
    let ends = begins.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let is_mark = |c: char| c.is_whitespace() || c == '/';
    let mut wordings = Vec::new();
    for ((_, from), to) in begins.iter().zip(ends) {
        let mut slice = text[*from..to].trim_matches(is_mark);
        // The bracket around all of them closes behind the last.
        if slice.matches(']').count() > slice.matches('[').count() {
            slice = slice.trim_end_matches(|c: char| c == ']' || c.is_whitespace());
        }
        // "... / no text": the last one may go without a label.
        let mut parts = parted(slice);
        wordings.append(&mut parts);
    }
    Some(Choice { at: (place, *first), form: Form::Options, wordings })
}

fn provisions(draft: &Draft) -> Vec<Choice> {
    let mut rows: Vec<(Option<usize>, usize, Vec<usize>)> = Vec::new();
    for (place, one) in draft.provisions.iter().enumerate().filter(|(_, one)| one.label.sort == Sort::Option)
    {
        let begins_anew = ["1", "a", "i"].contains(&one.label.number.as_str());
        match rows.iter_mut().rev().find(|(parent, ..)| *parent == one.parent).filter(|_| !begins_anew) {
            Some((_, _, row)) => row.push(place),
            None => rows.push((one.parent, place, vec![place])),
        }
    }
    let choice = |(_, first, row): (Option<usize>, usize, Vec<usize>)| {
        let wordings = row.iter().map(|place| draft.whole_text(*place)).collect();
        (row.len() > 1).then_some(Choice { at: (first, 0), form: Form::Provisions, wordings })
    };
    rows.into_iter().filter_map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brackets::brackets;
    use crate::draft::read_markdown;

    #[test]
    fn wordings_to_choose_from_are_found_in_every_form() {
        for (text, form, wordings) in [
            ("1. Parties [shall][should] act.", Form::Touching, vec!["shall", "should"]),
            ("1. Below [400 / 325] metres.", Form::Slash, vec!["400", "325"]),
            ("1. Below [Delta propose: 400 / 325] metres.", Form::Slash, vec!["400", "325"]),
            (
                "2. Option 1: It pauses. / Option 2: It is slowed. / Option 3: no text.",
                Form::Options,
                vec!["It pauses.", "It is slowed.", "no text."],
            ),
            (
                "2. [Option 1: pause / Option 2: slow / no text]",
                Form::Options,
                vec!["pause", "slow", "no text"],
            ),
            (
                "1. Goal\n\n    Option 1: below 2\n\n    Option 2: below 1.5\n",
                Form::Provisions,
                vec!["below 2", "below 1.5"],
            ),
        ] {
            let draft = read_markdown(text);
            let found = choices(&draft, &brackets(&draft));
            let told: Vec<(Form, Vec<&str>)> = found
                .iter()
                .map(|choice| (choice.form, choice.wordings.iter().map(String::as_str).collect()))
                .collect();
            assert_eq!(told, [(form, wordings)], "{text}");
        }
    }

    #[test]
    fn what_is_no_choice_is_left_alone() {
        for text in [
            "1. Parties [shall] act and/or [soon] report.",
            "1. Under Option 2 the fee is 3 / 4 of it.",
            "1. [new,] [additional,] funds",
        ] {
            let draft = read_markdown(text);
            assert_eq!(choices(&draft, &brackets(&draft)), [], "{text}");
        }
    }
}
