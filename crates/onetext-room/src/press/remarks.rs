//! What is remarked about a file, in the language of the guest.

use onetext_report::formats::Remark;

use crate::say::Language;

/// The remarks as sentences, one after the other.
pub(super) fn said<'r>(language: Language, remarks: impl IntoIterator<Item = &'r Remark>) -> String {
    remarks.into_iter().map(|remark| sentence(language, remark)).collect::<Vec<_>>().join(" ")
}

fn sentence(language: Language, remark: &Remark) -> String {
    let mut given: Vec<(&str, String)> = Vec::new();
    match remark {
        Remark::Encoding { name, declared: _ } => given.push(("name", name.clone())),
        Remark::Reordered { characters }
        | Remark::Invisible { characters }
        | Remark::Control { characters } => given.push(("characters", characters.join(", "))),
        Remark::Replaced { count } | Remark::ItemsLeftOut { count } | Remark::Attachments { count } => {
            given.push(("count", count.to_string()));
        }
        Remark::TextLeftOut { bytes } => given.push(("count", bytes.to_string())),
        Remark::DateNotRead { words } => given.push(("words", words.clone())),
        Remark::WholePage | Remark::TooDeep | Remark::SummaryOnly | Remark::Quotes => {}
    }
    let given: Vec<(&str, &str)> = given.iter().map(|(key, value)| (*key, value.as_str())).collect();
    language.say_with(&key(remark), &given)
}

/// The message of a remark: `remark-` and its rule.
fn key(remark: &Remark) -> String {
    match remark {
        Remark::Encoding { declared: false, .. } => "remark-encoding-told".to_owned(),
        _ => format!("remark-{}", remark.rule()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_remark_has_its_message_in_every_language() {
        let characters = vec!["U+202E".to_owned()];
        let all = [
            Remark::Encoding { name: "windows-1251".to_owned(), declared: true },
            Remark::Encoding { name: "windows-1251".to_owned(), declared: false },
            Remark::Replaced { count: 3 },
            Remark::Reordered { characters: characters.clone() },
            Remark::Invisible { characters: characters.clone() },
            Remark::Control { characters },
            Remark::WholePage,
            Remark::TooDeep,
            Remark::SummaryOnly,
            Remark::ItemsLeftOut { count: 3 },
            Remark::TextLeftOut { bytes: 3 },
            Remark::DateNotRead { words: "someday".to_owned() },
            Remark::Quotes,
            Remark::Attachments { count: 3 },
        ];
        for language in Language::ALL {
            for remark in &all {
                assert!(language.has(&key(remark)), "{language:?} {}", key(remark));
                let sentence = sentence(language, remark);
                assert!(!sentence.contains("{$") && !sentence.contains('$'), "{sentence}");
                let given = ["windows-1251", "U+202E", "someday", "3"];
                let plain = [Remark::WholePage, Remark::TooDeep, Remark::SummaryOnly, Remark::Quotes];
                assert!(
                    plain.contains(remark) || given.iter().any(|word| sentence.contains(word)),
                    "{sentence}"
                );
            }
        }
    }
}
