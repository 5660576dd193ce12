//! What a filled-in cell says: a plain answer ("agreed", "no text", "C  if the panel sits here") or a wording.
//!
//! A wording may begin with any word, so an answer is only what nobody could mean as a wording: the answering words alone,
//! or followed by a stop, a dash or a word that opens a condition.

use onetext_model::{Evidence, Stance};

use super::super::Told;
use super::super::marked::{flowed, folded};
use super::super::sides::NO_TEXT;
use super::Proposed;
use super::cells::bare;

/// Answers in small letters, longer ones before those that they begin with.
const ANSWERS: [(&str, Stance); 52] = [
    ("not acceptable", Stance::Reject),
    ("unacceptable", Stance::Reject),
    ("not agreed", Stance::Reject),
    ("we reserve our position", Stance::Reserved),
    ("reserve our position", Stance::Reserved),
    ("scrutiny reservation", Stance::Reserved),
    ("ad referendum", Stance::Reserved),
    ("reservation", Stance::Reserved),
    ("reserved", Stance::Reserved),
    ("reserves", Stance::Reserved),
    ("reserve", Stance::Reserved),
    ("red line", Stance::RedLine),
    ("ligne rouge", Stance::RedLine),
    ("we reject", Stance::Reject),
    ("rejected", Stance::Reject),
    ("rejects", Stance::Reject),
    ("reject", Stance::Reject),
    ("no change", Stance::Accept),
    ("no changes", Stance::Accept),
    ("we agree", Stance::Accept),
    ("agreed", Stance::Accept),
    ("agree", Stance::Accept),
    ("acceptable", Stance::Accept),
    ("accepted", Stance::Accept),
    ("accepts", Stance::Accept),
    ("we accept", Stance::Accept),
    ("accept", Stance::Accept),
    ("okay", Stance::Accept),
    ("ok", Stance::Accept),
    ("yes", Stance::Accept),
    ("fine", Stance::Accept),
    ("no", Stance::Reject),
    ("réserve d'examen", Stance::Reserved),
    ("nous réservons notre position", Stance::Reserved),
    ("réserve", Stance::Reserved),
    ("réservé", Stance::Reserved),
    ("réservée", Stance::Reserved),
    ("non accepté", Stance::Reject),
    ("non acceptée", Stance::Reject),
    ("inacceptable", Stance::Reject),
    ("rejeté", Stance::Reject),
    ("rejetée", Stance::Reject),
    ("refusé", Stance::Reject),
    ("refus", Stance::Reject),
    ("non", Stance::Reject),
    ("sans changement", Stance::Accept),
    ("pas de changement", Stance::Accept),
    ("nous acceptons", Stance::Accept),
    ("d'accord", Stance::Accept),
    ("acceptée", Stance::Accept),
    ("accepté", Stance::Accept),
    ("oui", Stance::Accept),
];

/// Answers that want the provision out, in small letters.
const GONE: [&str; 9] = [
    NO_TEXT,
    "delete",
    "deleted",
    "to be deleted",
    "supprimer",
    "supprimé",
    "à supprimer",
    "pas de texte",
    "aucun texte",
];

/// Words that open a condition, in small letters, with the blank after them.
const CONDITIONS: [&str; 16] = [
    "provided ",
    "on condition ",
    "subject to ",
    "if ",
    "but ",
    "with ",
    "as long as ",
    "unless ",
    "à condition ",
    "sous condition ",
    "sous réserve ",
    "pourvu ",
    "si ",
    "mais ",
    "avec ",
    "sauf ",
];

/// What stands between an answer and a condition or reason.
const STOPS: [char; 9] = ['.', ',', ';', ':', '!', '(', '–', '—', '-'];

/// Written before a condition in the cells that are sent.
const CONDITION: &str = "Condition: ";

/// Longest sentence of a position that is taken from a cell.
const WORDS_CHARACTERS_MAX: usize = 2_000;

/// What a cell says that was not as it was sent. Whoever has no position to take (the mediator) can only word.
pub(super) fn read(text: &str, told: &Told, may_answer: bool) -> Proposed {
    let text = text.trim();
    if is_gone(text) {
        return Proposed::Wording(String::new());
    }
    let letter = told.cell.mark.as_ref().map(|mark| mark.letter.as_str());
    let own = bare(text, letter);
    if may_answer {
        // The letter that was sent, before a wording, says nothing new.
        let is_old_letter = told.is_wording && own.as_ref().is_some_and(|rest| !rest.is_empty());
        let lettered = if is_old_letter { None } else { lettered(text, letter) };
        if let Some(position) = lettered.or_else(|| answered(text)) {
            return position;
        }
    }
    Proposed::Wording(flowed(&own.filter(|rest| !rest.is_empty()).unwrap_or_else(|| text.to_owned())))
}

fn is_gone(text: &str) -> bool {
    let small = folded(text).to_lowercase();
    GONE.contains(&small.trim_matches(|c: char| "[]().!".contains(c)))
}

/// A letter of the grid and words: "C", "C  if ...", "[C] if ...", "C: if ...". After one blank alone a letter is a word.
fn lettered(text: &str, sent: Option<&str>) -> Option<Proposed> {
    let stances = Stance::ALL.iter().filter(|stance| **stance != Stance::Silent);
    stances.into_iter().find_map(|stance| {
        let letter = stance.letter();
        if sent == Some(letter)
            && let Some(rest) = bare(text, sent)
        {
            return Some(position(*stance, &rest));
        }
        let in_box = format!("[{letter}]");
        if let Some(rest) = text.strip_prefix(in_box.as_str()) {
            return Some(position(*stance, rest));
        }
        let rest = text.strip_prefix(letter)?;
        let blanks = rest.len() - rest.trim_start().len();
        let is_set_apart = rest.is_empty() || blanks > 1 || rest.trim_start().starts_with([':', '–', '—']);
        is_set_apart.then(|| position(*stance, rest.trim_start().trim_start_matches([':', '–', '—'])))
    })
}

/// The position of a letter with its words.
fn position(stance: Stance, words: &str) -> Proposed {
    let tails = Evidence::ALL.iter().filter_map(|evidence| words.find(&format!(" ({}", evidence.said())));
    let words = tails.min().map_or(words, |start| &words[..start]).trim();
    let (words, condition) = match words.split_once(CONDITION) {
        Some((words, condition)) => (words.trim(), Some(condition.trim().to_owned())),
        None => (words, None),
    };
    let words = if words.is_empty() { stance.said() } else { words };
    Proposed::Position { stance, words: cut(words), condition }
}

/// An answer in plain words.
fn answered(text: &str) -> Option<Proposed> {
    let (rest, stance) = ANSWERS.iter().find_map(|(words, stance)| {
        let rest = after(text, words)?;
        let said = rest.trim_start();
        let opens = rest.starts_with(char::is_whitespace) && opens_condition(said);
        let ends = said.is_empty() || said.starts_with(STOPS) && !rest.starts_with('-');
        (opens || ends).then_some((said, *stance))
    })?;
    let rest = rest.trim_start_matches(STOPS).trim();
    if stance != Stance::Accept || !opens_condition(rest) {
        return Some(Proposed::Position { stance, words: cut(text), condition: None });
    }
    let condition = if rest.contains('(') { rest } else { rest.trim_end_matches(')') };
    let condition = Some(condition.to_owned());
    Some(Proposed::Position { stance: Stance::Conditional, words: cut(text), condition })
}

fn opens_condition(said: &str) -> bool {
    CONDITIONS.iter().any(|word| after(said, word).is_some())
}

/// What comes after words with which a text begins, whatever its case and its apostrophes.
fn after<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for wanted in words.chars() {
        let letter = match rest.next()? {
            '’' | '‘' => '\'',
            blank if blank.is_whitespace() => ' ',
            letter => letter.to_lowercase().next()?,
        };
        if letter != wanted {
            return None;
        }
    }
    Some(rest.as_str())
}

fn cut(words: &str) -> String {
    words.chars().take(WORDS_CHARACTERS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use onetext_document::{Cell, Text};

    use super::*;

    #[test]
    fn answers_are_told_from_wordings() {
        let stance = |text: &str| match read(text, &Told::default(), true) {
            Proposed::Position { stance, condition, .. } => Some((stance.letter(), condition.is_some())),
            Proposed::Wording(_) => None,
        };
        for (text, expected) in [
            ("Agreed", Some(("A", false))),
            ("OK.", Some(("A", false))),
            ("no change", Some(("A", false))),
            ("D’accord", Some(("A", false))),
            ("Agreed, provided that the panel sits at Reed Island", Some(("C", true))),
            ("Accept if paid", Some(("C", true))),
            ("Accepté (sous réserve de l’annexe)", Some(("C", true))),
            ("İf", None),
            ("A", Some(("A", false))),
            ("X", Some(("X", false))),
            ("C  Sixty months. Condition: the panel", Some(("C", true))),
            ("R: we cannot", Some(("R", false))),
            ("Reserve", Some(("P", false))),
            ("Réserve d'examen", Some(("P", false))),
            ("Not acceptable – see our letter", Some(("R", false))),
            ("Reserve powers shall rest with the Council.", None),
            ("A Party that releases water shall warn.", None),
            ("No Party shall release water.", None),
            ("Non-governmental bodies may attend.", None),
            ("Acceptable losses are borne by all.", None),
            ("C of Annex I applies.", None),
            ("no text", None),
        ] {
            assert_eq!(stance(text), expected, "{text}");
        }
    }

    #[test]
    fn no_text_is_a_wording_without_words() {
        for text in ["no text", "No text.", "[deleted]", "À supprimer"] {
            assert_eq!(read(text, &Told::default(), true), Proposed::Wording(String::new()), "{text}");
        }
    }

    #[test]
    fn the_letter_that_was_sent_belongs_to_no_wording() {
        let mark = crate::grid::mark(Stance::RedLine, false);
        let cell = Cell { mark: Some(mark), ..Cell::new(Text::plain("Ships may pass.")) };
        let told = Told { cell, is_wording: true };
        assert_eq!(
            read("X  Ships may pass freely.", &told, true),
            Proposed::Wording("Ships may pass freely.".into())
        );
    }
}
