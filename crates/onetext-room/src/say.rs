//! The words of the frame around the documents: navigation, forms, errors, in English, French and Arabic (Fluent).
//! The documents themselves are in the language of their case.

use std::sync::LazyLock;

use axum::Form;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use serde::Deserialize;
use unic_langid::LanguageIdentifier;

/// A language of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
    /// Arabic, from right to left.
    Arabic,
}

/// The cookie that remembers the choice.
const COOKIE: &str = "onetext-language";

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle("en", include_str!("../languages/en.ftl")));
static FRENCH: LazyLock<Bundle> = LazyLock::new(|| bundle("fr", include_str!("../languages/fr.ftl")));
static ARABIC: LazyLock<Bundle> = LazyLock::new(|| bundle("ar", include_str!("../languages/ar.ftl")));

fn bundle(tag: &str, words: &str) -> Bundle {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // A message that does not parse is missing; a test looks for missing messages.
    let resource = FluentResource::try_new(words.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 3] = [Language::English, Language::French, Language::Arabic];

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
            Language::Arabic => "ar",
        }
    }

    /// Its own name.
    pub fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::French => "Français",
            Language::Arabic => "العربية",
        }
    }

    /// The direction of its script.
    pub fn direction(self) -> &'static str {
        if self == Language::Arabic { "rtl" } else { "ltr" }
    }

    /// The language that somebody chose, or that their browser asks for first.
    pub fn of(headers: &HeaderMap) -> Language {
        chosen(headers).or_else(|| wanted(headers)).unwrap_or(Language::English)
    }

    fn parse(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', ';']).next().unwrap_or("").trim();
        Language::ALL.into_iter().find(|language| language.tag() == primary)
    }

    fn bundle(self) -> &'static Bundle {
        match self {
            Language::English => &ENGLISH,
            Language::French => &FRENCH,
            Language::Arabic => &ARABIC,
        }
    }

    /// The words for a message; English where the language lacks it, the key itself where that lacks it too.
    pub fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The words for a message with its variables.
    pub fn say_with(self, key: &str, given: &[(&str, &str)]) -> String {
        let said = said(self.bundle(), key, given);
        said.or_else(|| said_in_english(key, given)).unwrap_or_else(|| key.to_owned())
    }

    /// Whether the language has a message of its own.
    pub fn has(self, key: &str) -> bool {
        self.bundle().has_message(key)
    }
}

fn said_in_english(key: &str, given: &[(&str, &str)]) -> Option<String> {
    said(&ENGLISH, key, given)
}

fn said(bundle: &Bundle, key: &str, given: &[(&str, &str)]) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut args = FluentArgs::new();
    for (name, value) in given {
        args.set(*name, *value);
    }
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
}

fn chosen(headers: &HeaderMap) -> Option<Language> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).and_then(|(_, tag)| Language::parse(tag))
}

fn wanted(headers: &HeaderMap) -> Option<Language> {
    let asked = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    asked.split(',').find_map(Language::parse)
}

/// A choice of language, and the page to go back to.
#[derive(Deserialize)]
pub(crate) struct Choice {
    language: String,
    #[serde(default)]
    back: String,
}

/// Remembers the choice.
pub(crate) async fn choose(Form(choice): Form<Choice>) -> Response {
    let mut response = Redirect::to(&own_path(&choice.back)).into_response();
    if let Some(language) = Language::parse(&choice.language)
        && let Ok(cookie) = HeaderValue::from_str(&format!(
            "{COOKIE}={}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000",
            language.tag()
        ))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// A path of this room; anything else leads home.
pub(crate) fn own_path(path: &str) -> String {
    let is_own = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n']);
    if is_own && path.is_ascii() { path.to_owned() } else { "/".to_owned() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    const TEXTS: [(Language, &str); 3] = [
        (Language::English, include_str!("../languages/en.ftl")),
        (Language::French, include_str!("../languages/fr.ftl")),
        (Language::Arabic, include_str!("../languages/ar.ftl")),
    ];

    fn keys(text: &str) -> BTreeSet<&str> {
        let is_key = |line: &&str| line.starts_with(|first: char| first.is_ascii_alphabetic());
        text.lines().filter(is_key).filter_map(|line| line.split_once(" =")).map(|(key, _)| key).collect()
    }

    #[test]
    fn every_language_parses_and_has_what_english_has() {
        let english = keys(TEXTS[0].1);
        for (language, text) in TEXTS {
            assert!(FluentResource::try_new(text.to_owned()).is_ok(), "{}", language.tag());
            assert_eq!(keys(text), english, "{}", language.tag());
            assert!(english.iter().all(|key| language.has(key)), "{}", language.tag());
        }
    }

    #[test]
    fn a_message_has_the_same_variables_in_every_language() {
        let variables = |text: &str, key: &str| -> BTreeSet<String> {
            let line = text.lines().find(|line| line.starts_with(&format!("{key} ="))).unwrap_or("");
            line.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next()).map(str::to_owned).collect()
        };
        for key in keys(TEXTS[0].1) {
            for (language, text) in TEXTS {
                assert_eq!(variables(text, key), variables(TEXTS[0].1, key), "{} {key}", language.tag());
            }
        }
    }

    #[test]
    fn every_message_that_the_room_says_exists() {
        let mut sources = Vec::new();
        read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut sources);
        let calls = ["say(\"", "say_with(\"", "\"wrong\", language, \""];
        let mut said: Vec<String> = Vec::new();
        for call in calls {
            for rest in sources.iter().flat_map(|source| source.split(call).skip(1)) {
                said.extend(rest.split('"').next().map(str::to_owned));
            }
        }
        said.retain(|key| !key.is_empty() && !key.contains(['\\', ' ', ',']));
        assert!(said.len() > 50, "the test finds what is said");
        let missing: Vec<&String> = said.iter().filter(|key| !Language::English.has(key)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn every_page_has_its_name() {
        for page in onetext_desk::PAGES {
            assert!(Language::English.has(&format!("page-{}", page.name)), "{}", page.name);
        }
    }

    fn read(folder: &Path, sources: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                read(&entry.path(), sources);
            } else {
                sources.push(std::fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
}
