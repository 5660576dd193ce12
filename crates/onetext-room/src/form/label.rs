//! What fields and the words of closed lists are called in the languages of the frame.

use onetext_model::Kind;

use crate::say::Language;

/// What a field is called. A key that means something else in this kind or group has words of its own there:
/// `by` is a person, but a day in a step.
pub(crate) fn label(language: Language, kind: Kind, key: &str) -> String {
    let mut parts = key.rsplit('.').filter(|part| part.parse::<usize>().is_err());
    let own = parts.next().unwrap_or(key).trim_start_matches('_').replace('_', "-");
    let around = parts.next().map_or_else(|| kind.word().to_owned(), |part| part.replace('_', "-"));
    let here = format!("field-{around}-{own}");
    if language.has(&here) { language.say(&here) } else { language.say(&format!("field-{own}")) }
}

/// What a word of a closed list is called.
pub(crate) fn word(language: Language, word: &str) -> String {
    let message = format!("word-{word}");
    if language.has(&message) { language.say(&message) } else { word.replace('-', " ") }
}

/// What a kind of entry is called.
pub(crate) fn kind_words(language: Language, kind: Kind) -> String {
    language.say(&format!("kind-{}", kind.word()))
}

#[cfg(test)]
mod tests {
    use super::super::shape::{Field, Sort, shape};
    use super::*;

    fn check(missing: &mut Vec<String>, language: Language, fields: &[Field]) {
        let mut demand = |key: String| {
            if !language.has(&key) {
                missing.push(format!("{}: {key}", language.tag()));
            }
        };
        let mut inner_fields = Vec::new();
        for field in fields {
            demand(format!("field-{}", field.key.replace('_', "-")));
            let sort = if let Sort::Many(inner) = &field.sort { inner.as_ref() } else { &field.sort };
            match sort {
                Sort::Group(inner) => inner_fields.extend(inner.iter().cloned()),
                Sort::Word(words) => words.iter().for_each(|(word, _)| demand(format!("word-{word}"))),
                _ => {}
            }
        }
        if !inner_fields.is_empty() {
            check(missing, language, &inner_fields);
        }
    }

    #[test]
    fn every_kind_key_and_word_has_its_message_in_every_language() {
        let mut missing = Vec::new();
        for language in Language::ALL {
            for kind in Kind::ALL {
                for key in [format!("kind-{}", kind.word()), format!("enter-{}", kind.word())] {
                    if !language.has(&key) {
                        missing.push(format!("{}: {key}", language.tag()));
                    }
                }
                check(&mut missing, language, shape(*kind));
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn a_key_is_called_by_what_it_means_where_it_stands() {
        let said = |kind, key| label(Language::English, kind, key);
        assert_eq!(said(Kind::Ask, "by"), "By whom");
        assert_eq!(said(Kind::Step, "by"), "By when");
        assert_eq!(said(Kind::Issue, "range.to"), "Largest value");
        assert_eq!(said(Kind::Contact, "participants.0.role"), "As what");
    }
}
