//! The phrase before a noun that names a contact: "a new round of peace talks", "three days of talks".

use super::scene::Scene;
use crate::grammar::Tag;
use crate::lexicon::Classes;
use crate::tokens::{Sort, Words, list};

/// Longest noun phrase before its head, in tokens.
const PHRASE_TOKENS_MAX: usize = 14;

/// The noun phrase up to its head.
pub(super) fn before(scene: &Scene<'_>, head: usize) -> Words {
    let sentence = scene.sentence(head);
    let limit = sentence.from.max(head.saturating_sub(PHRASE_TOKENS_MAX));
    let mut from = head;
    while from > limit {
        let before = from - 1;
        let goes_on = match scene.sort(before) {
            Some(Sort::Possessive) => true,
            Some(Sort::Word | Sort::Number) => is_modifier(scene, before),
            _ => false,
        };
        if !goes_on {
            break;
        }
        from = before;
        let is_determiner =
            scene.tag(before) == Tag::Determiner || scene.is_one(before, list!("the a an this these"));
        let possessed = before > limit && scene.sort(before - 1) == Some(Sort::Possessive);
        if is_determiner && !possessed {
            break;
        }
    }
    Words::new(from, head)
}

fn is_modifier(scene: &Scene<'_>, token: usize) -> bool {
    let word = scene.parsed.text.word(token);
    // "UN-sponsored"
    if word.contains('-') && (scene.verb_at(token).is_none() || word.ends_with("ed")) {
        return true;
    }
    if scene.verb_at(token).is_some()
        && scene.classes(token).any(Classes::VERB_PARTICIPLE.with(Classes::VERB_ING))
    {
        // "scheduled talks", "planned meeting", "ongoing negotiations" after a determiner
        return token > 0
            && matches!(scene.tag(token - 1), Tag::Determiner | Tag::Possessive | Tag::Adjective);
    }
    matches!(
        scene.tag(token),
        Tag::Noun | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Numeral | Tag::Possessive
    ) && scene.verb_at(token).is_none()
}

/// What is counted before "of": "three days of", "a round of", "months of".
pub(super) struct Measure {
    pub(super) from: usize,
    pub(super) days_long: Option<u16>,
    /// Weeks or longer: no single contact.
    pub(super) is_long: bool,
}

pub(super) fn measure(scene: &Scene<'_>, phrase: Words) -> Measure {
    let mut found = Measure { from: phrase.from, days_long: None, is_long: false };
    let Some(of) = phrase.from.checked_sub(1).filter(|token| scene.is(*token, "of")) else { return found };
    let Some(unit) = of.checked_sub(1) else { return found };
    if scene.is_one(
        unit,
        list!(
            "months years decades series string flurry month year spate wave lots kind \
                absence lack dozens majority"
        ),
    ) {
        found.is_long = true;
        return found;
    }
    if scene.is_one(
        unit,
        list!("round rounds session sessions day days night nights evening hours hour weekend week weeks set minutes"),
    ) {
        let unit_phrase = before(scene, unit);
        found.from = unit_phrase.from;
        // "four and a half hours of talks"
        let first = found.from;
        if first > 1 && scene.is(first - 1, "and") && number(scene.parsed.text.word(first - 2)).is_some() {
            found.from = first - 2;
        }
        // "one more day of talks"
        let is_counted =
            |token: usize| scene.is(token, "more") || number(scene.parsed.text.word(token)).is_some();
        while found.from > 0 && is_counted(found.from - 1) && scene.in_one_sentence(found.from - 1, unit) {
            found.from -= 1;
        }
        // "more than eight hours of talks"
        let vague =
            list!("more less than about nearly almost some over around roughly at least up to just under");
        while found.from > 0
            && scene.is_one(found.from - 1, vague)
            && scene.in_one_sentence(found.from - 1, unit)
            && scene.verb_at(found.from - 1).is_none()
        {
            found.from -= 1;
        }
        // "a four-day round of talks"
        let in_days = |token: usize| {
            let (count, unit) = scene.parsed.text.word(token).split_once('-')?;
            number(count).filter(|_| unit.eq_ignore_ascii_case("day"))
        };
        if scene.is_one(unit, list!("round session")) {
            found.days_long = unit_phrase.indices().find_map(in_days);
        }
        if scene.is_one(unit, list!("days")) {
            found.days_long = unit_phrase.indices().find_map(|token| number(scene.parsed.text.word(token)));
        }
        if scene.is_one(unit, list!("week weeks")) {
            let is_one = scene.is_one(unit_phrase.from, list!("a the")) && scene.is(unit, "week");
            let told = unit_phrase.indices().find_map(|token| number(scene.parsed.text.word(token)));
            found.days_long = told.or(is_one.then_some(1)).map(|weeks| weeks * 7);
            found.is_long = found.days_long.is_none();
        }
        // "were locked in a fourth day of talks", not "held a second day of talks"
        let is_within = found.from > 0 && scene.is_one(found.from - 1, list!("in into"));
        if scene.is(unit, "day") && is_within {
            found.days_long = unit_phrase.indices().find_map(|token| ordinal(scene.parsed.text.word(token)));
        }
        if scene.is(unit, "weekend") {
            found.days_long = Some(2);
        }
    }
    found
}

pub(super) fn number(word: &str) -> Option<u16> {
    const WORDS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";
    let place = WORDS.split(' ').position(|known| known.eq_ignore_ascii_case(word));
    place
        .and_then(|place| u16::try_from(place + 1).ok())
        .or_else(|| word.parse().ok())
        .filter(|days| (1..=31).contains(days))
}

/// "third": 3
pub(super) fn ordinal(word: &str) -> Option<u16> {
    const WORDS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth";
    let place = WORDS.split(' ').position(|known| known.eq_ignore_ascii_case(word))?;
    u16::try_from(place + 1).ok()
}
