//! Abbreviations that a text explains itself: "Conference of the Parties serving as the meeting of the Parties (CMA)".
//!
//! The words before the parenthesis are searched from the right for the letters of the abbreviation, the first of which
//! must begin a word (Schwartz & Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical
//! text").

use std::collections::BTreeMap;

use super::Draft;

/// Letters of an abbreviation.
const LETTERS_MIN: usize = 2;
const LETTERS_MAX: usize = 10;
/// Words of what it stands for: so many, and at most as many more than letters. What explains a short abbreviation in
/// twenty words is a sentence.
const WORDS_MAX: usize = 16;
const WORDS_MORE: usize = 9;

/// What each abbreviation stands for, as the draft says.
///
/// ```
/// use onetext_text::draft::{abbreviations, read_markdown};
/// let draft = read_markdown("1. The Joint Monitoring Commission (JMC) reports. 2. The JMC meets.\n");
/// assert_eq!(abbreviations(&draft)["JMC"], "Joint Monitoring Commission");
/// ```
pub fn abbreviations(draft: &Draft) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for provision in &draft.provisions {
        for text in [&provision.heading, &provision.text] {
            for (at, _) in text.match_indices('(') {
                let Some(inside) = text[at + 1..].split(')').next() else { continue };
                let short = inside.trim().trim_matches(['"', '“', '”', '«', '»', '\'']);
                if is_short(short)
                    && let Some(long) = long_form(&text[..at], short)
                {
                    found.entry(short.to_owned()).or_insert(long);
                }
            }
            if let Some((short, long)) = defined(text) {
                found.entry(short.to_owned()).or_insert_with(|| long.to_owned());
            }
        }
    }
    found
}

/// Words that give a term its meaning, in small letters.
const MEANS: [&str; 6] = ["means", "signifie", "désigne", "significa", "означает", "означає"];
/// Marks around a term.
const QUOTES: [char; 9] = ['"', '“', '”', '«', '»', '„', '‘', '’', '\''];

/// An abbreviation that is defined as a term: `"CMA" means the Conference ...;`.
fn defined(text: &str) -> Option<(&str, &str)> {
    let inside = text.trim_start().strip_prefix(QUOTES)?;
    let (short, after) = inside.split_once(QUOTES)?;
    let (verb, long) = after.trim_start().split_once(' ')?;
    let long = long.split([';', '.', ',']).next()?.trim();
    let is_meant = is_short(short) && MEANS.contains(&verb.to_lowercase().as_str());
    (is_meant && long.split_whitespace().count() <= WORDS_MAX).then_some((short, long))
}

/// Whether a word looks like an abbreviation: two to ten letters and digits in one, most of them capitals.
fn is_short(word: &str) -> bool {
    let letters = word.chars().count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    (LETTERS_MIN..=LETTERS_MAX).contains(&letters)
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '&'))
        && 2 * capitals > letters
}

/// The words at the end of `before` that hold the letters in their order.
fn long_form(before: &str, short: &str) -> Option<String> {
    let sentence = before.trim_end();
    let words: Vec<(usize, &str)> = starts(sentence);
    let most = WORDS_MAX.min(short.chars().count() + WORDS_MORE);
    let from = words.len().saturating_sub(most);
    let candidate = &sentence[words.get(from)?.0..];
    let letters: Vec<char> =
        short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let characters: Vec<(usize, char)> = candidate.char_indices().collect();
    let mut at = characters.len();
    for (place, letter) in letters.iter().enumerate().rev() {
        at = (0..at).rev().find(|at| {
            let (_, character) = characters[*at];
            let begins = *at == 0 || !characters[*at - 1].1.is_alphanumeric();
            character.to_lowercase().eq([*letter]) && (place > 0 || begins)
        })?;
    }
    let long = candidate[characters[at].0..].trim();
    let is_longer = long.chars().count() > short.chars().count() && long.contains(' ');
    (is_longer && !long.contains(['.', ';', '(', ')', '['])).then(|| long.trim_end_matches(',').to_owned())
}

/// Where each word begins.
fn starts(text: &str) -> Vec<(usize, &str)> {
    text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::read_markdown;

    #[test]
    fn what_a_text_explains_is_known_and_nothing_else() {
        for (text, short, long) in [
            (
                "The Conference of the Parties serving as the meeting of the Parties to the Paris Agreement (CMA) shall",
                "CMA",
                None,
            ),
            (
                "A Ceasefire Monitoring Mechanism (CMM) is set up",
                "CMM",
                Some("Ceasefire Monitoring Mechanism"),
            ),
            ("the Organisation for Security (“OSCE”)", "OSCE", None),
            (
                "Organization for Security and Co-operation in Europe (OSCE)",
                "OSCE",
                Some("Organization for Security and Co-operation in Europe"),
            ),
            (
                "“JMC” means the Joint Monitoring Commission set up by Article 4;",
                "JMC",
                Some("the Joint Monitoring Commission set up by Article 4"),
            ),
            ("the measures (a) and (b)", "a", None),
            ("Збройні Сили України (ЗСУ)", "ЗСУ", Some("Збройні Сили України")),
            ("three years (2020)", "2020", None),
        ] {
            let found = abbreviations(&read_markdown(text));
            assert_eq!(found.get(short).map(String::as_str), long, "{text}");
        }
    }
}
