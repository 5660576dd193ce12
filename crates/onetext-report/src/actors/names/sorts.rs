//! A run of capitalised words cut into state, office and name; what sort of actor it names.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::lexicon::{Classes, Quick};
use crate::tokens::{List, Words, list};

use super::super::outlets;
use super::super::states::{Manner, State};
use super::super::words::{Sense, known};
use super::runs::PARTICLES;
use super::{Named, Page, Shape};

/// Words of the longest listed name.
const LISTED_WORDS_MAX: usize = 6;

static OUTLETS: LazyLock<HashSet<&'static str, Quick>> =
    LazyLock::new(|| outlets::NAMES.iter().copied().collect());

/// Adds the names of a run: mostly one; "US" and "Jane Roe" apart where no office joins them.
pub(super) fn cut(page: &Page<'_, '_>, run: Words, found: &mut Vec<Named>) {
    let mut from = run.from;
    while from < run.to {
        let piece = piece(page, Words::new(from, run.to));
        from = piece.name.to.max(from + 1);
        if let Some(named) = settle(page, piece) {
            found.push(named);
        }
    }
}

/// The first name of a run, before its surroundings are looked at.
fn piece(page: &Page<'_, '_>, run: Words) -> Named {
    if let Some(listed) = listed(page, run) {
        return listed;
    }
    let (prefix, state) = adjective(page, run);
    let rest = Words::new(prefix, run.to);
    let whole = |name: Words, office: Option<Words>, shape: Shape| Named {
        words: run,
        name,
        office,
        state,
        shape,
        is_place: false,
    };
    if let Some(head) = office_head(page, rest) {
        let office = Words::new(rest.from, head);
        if head == run.to {
            return whole(rest, Some(office), Shape::Office);
        }
        if !page.has(run.to - 1, Sense::BODY) {
            // "Mr." is no office.
            let is_office = office.indices().any(|token| !page.has(token, Sense::COURTESY));
            return whole(Words::new(head, run.to), Some(office).filter(|_| is_office), Shape::Person);
        }
    }
    // "Anytown Transit President Jane Roe": whose, office and name.
    if let Some(office) = office_inside(page, rest) {
        return whole(Words::new(office + 1, run.to), Some(Words::new(rest.from, office + 1)), Shape::Person);
    }
    if is_news_agency(page, run) {
        return whole(run, None, Shape::Outlet);
    }
    if has_body(page, rest) {
        let named = whole(rest, None, Shape::Organisation);
        // "Russian Central Bank" keeps its adjective in the name.
        return Named { name: run, ..named };
    }
    if prefix > run.from && rest.is_empty() {
        let manner = page.state(run.from).map_or(Manner::Adjective, |(_, manner)| manner);
        return Named {
            words: run,
            name: run,
            office: None,
            state,
            shape: state.map_or(Shape::Unknown, |state| Shape::State(state, manner)),
            is_place: false,
        };
    }
    whole(Words::new(run.from, run.to), None, by_words(page, run))
}

/// A name of the lists at the start of a run: an outlet, a state, a seat; the longest.
fn listed(page: &Page<'_, '_>, run: Words) -> Option<Named> {
    let text = &page.parsed.text;
    for count in (1..=LISTED_WORDS_MAX.min(run.to - run.from)).rev() {
        let words = Words::new(run.from, run.from + count);
        let letters = text.span(words).of(text.source);
        let goes_on = words.to < run.to;
        let shape = shape_of_listed(page, words, letters, goes_on);
        if let Some(shape) = shape {
            let state = match shape {
                Shape::State(state, _) | Shape::Seat(Some(state)) => Some(state),
                _ => None,
            };
            return Some(Named { words, name: words, office: None, state, shape, is_place: false });
        }
    }
    None
}

fn shape_of_listed(page: &Page<'_, '_>, words: Words, letters: &str, goes_on: bool) -> Option<Shape> {
    let is_one = words.to == words.from + 1;
    if OUTLETS.contains(letters) && !(goes_on && is_one) {
        return Some(Shape::Outlet);
    }
    let found = if is_one { page.known[words.from] } else { known(&letters.replace([' ', '\n'], "_")) };
    if found.sense.any(Sense::SEAT) && !goes_on {
        return Some(Shape::Seat(found.state.map(|(state, _)| state)));
    }
    let (state, manner) = found.state?;
    if !is_one && page.is_of_another(state, words.to) {
        return None;
    }
    // "the envoy for Ruritania Jane Roe": two names.
    let is_whose = manner == Manner::Name
        && page.classes(words.to).any(Classes::FIRST_NAME)
        && words.from.checked_sub(1).is_some_and(|before| page.is_any(before, list!("for to")));
    // "On the flight to Capital City Roe phoned": a place, and who acts.
    let mut end = words.to;
    while end - words.to < 3 && page.is_capital(end) && page.sentence(end) == page.sentence(words.from) {
        end += 1;
    }
    let acts = matches!(page.tag(end), Some(crate::grammar::Tag::Verb | crate::grammar::Tag::Auxiliary));
    let is_place = matches!(manner, Manner::Capital | Manner::Name)
        && acts
        && (1..=2).contains(&(end - words.to))
        && words.from.checked_sub(1).is_some_and(|before| page.is_any(before, list!("to from in")));
    if is_whose || is_place {
        return Some(Shape::State(state, manner));
    }
    let describes = goes_on && (is_one || manner == Manner::Adjective || is_described(page, words.to));
    (!describes).then_some(Shape::State(state, manner))
}

/// Whether an office or a body follows: "United States Senator".
fn is_described(page: &Page<'_, '_>, token: usize) -> bool {
    page.has(token, Sense::OFFICE.with(Sense::RANK).with(Sense::BODY))
}

/// Where the rest begins after "Ukrainian", "U.S.", "South Korean", "United Kingdom".
fn adjective(page: &Page<'_, '_>, run: Words) -> (usize, Option<State>) {
    let text = &page.parsed.text;
    for count in (2..=3.min(run.to - run.from)).rev() {
        let words = Words::new(run.from, run.from + count);
        let letters = text.span(words).of(text.source).replace(' ', "_");
        if let Some((state, _)) = known(&letters).state
            && !page.is_of_another(state, words.to)
        {
            return (words.to, Some(state));
        }
    }
    match page.state(run.from) {
        Some((state, manner)) if manner != Manner::People => (run.from + 1, Some(state)),
        _ if page.is_any(run.from, list!("EU European NATO UN U.N.")) && run.to > run.from + 1 => {
            (run.from + usize::from(is_described(page, run.from + 1)), None)
        }
        _ => (run.from, None),
    }
}

/// The office after the name of a body and before two or three words of a person's name.
fn office_inside(page: &Page<'_, '_>, run: Words) -> Option<usize> {
    let office = (run.from + 1..run.to).find(|token| page.has(*token, Sense::OFFICE))?;
    let name = Words::new(office + 1, run.to);
    let words = name.indices().filter(|token| !is_particle(page, *token)).count();
    let is_name = (2..=3).contains(&words)
        && !has_body(page, name)
        && name.indices().all(|token| {
            is_particle(page, token)
                || page.is_capital(token) && !page.has(token, Sense::OFFICE.with(Sense::RANK))
        });
    is_name.then_some(office)
}

/// "von" and the like between a person's names, written small.
fn is_particle(page: &Page<'_, '_>, token: usize) -> bool {
    !page.is_capital(token) && page.is_any(token, PARTICLES)
}

/// The end of the office that a run begins with.
fn office_head(page: &Page<'_, '_>, run: Words) -> Option<usize> {
    let mut head = None;
    let mut token = run.from;
    while token < run.to {
        let sense = page.sense(token);
        // Some given and family names are offices too ("Judge", "Major"): two capitals after an office end it.
        // "General Motors", "General Assembly": no rank.
        let is_of_name = page.is(token, "general")
            && page.is_any(
                token + 1,
                list!("motors electric mills dynamics atomics assembly secretariat staff council"),
            );
        // "Gen Z leaders"
        let is_generation = page.is(token, "gen") && token == run.from && run.to - token < 3;
        if is_of_name || is_generation {
            break;
        }
        if sense.any(Sense::OFFICE.with(Sense::COURTESY)) {
            token += 1;
            head = Some(token);
        } else if head.is_some() && page.is_any(token, list!("of for to")) {
            token = portfolio_end(page, token + 1, run.to);
            head = Some(token);
        } else if sense.any(Sense::RANK) || page.is(token, "and") || page.state(token).is_some() {
            token += 1;
        } else {
            break;
        }
    }
    head
}

/// "of Foreign Affairs", "of the Interior": the words of the matter that an office is for.
fn portfolio_end(page: &Page<'_, '_>, from: usize, to: usize) -> usize {
    let mut token = from;
    while token < to
        && (page.has(token, Sense::PORTFOLIO.with(Sense::BODY).with(Sense::RANK))
            || page.is_any(token, list!("the and"))
            || page.state(token).is_some())
    {
        token += 1;
    }
    token
}

/// "Mont Roe", "Lake Doe", "the resort of Roe": a place, not a person.
fn is_landform(page: &Page<'_, '_>, name: Words) -> bool {
    const FORMS: &[&str] =
        &["Mont", "Mount", "Lake", "Cape", "Port", "Fort", "Camp", "Hotel", "Palais", "Schloss", "Villa"];
    const SITES: List = List::of("resort town city village port suburb island province region district");
    let of = name.from.checked_sub(2).filter(|site| page.is(site + 1, "of"));
    FORMS.contains(&page.word(name.from)) && name.to > name.from + 1
        || of.is_some_and(|site| page.is_any(site, SITES))
}

/// "Ruritania News Agency", "Ruritanian Broadcasting Corporation".
fn is_news_agency(page: &Page<'_, '_>, name: Words) -> bool {
    let last = name.to - 1;
    page.is_any(last, list!("agency corporation service"))
        && last > name.from
        && page.is_any(last - 1, list!("news press broadcasting broadcast"))
}

fn has_body(page: &Page<'_, '_>, words: Words) -> bool {
    words.indices().any(|token| page.has(token, Sense::BODY)) && !words.is_empty()
}

/// Persons, publishers and bodies by the words of the name alone.
fn by_words(page: &Page<'_, '_>, name: Words) -> Shape {
    let last = name.to - 1;
    let count = name.to - name.from;
    // "Ruritania Post" and "Royal Mail" carry letters.
    let is_mail = page.is_any(last, list!("post mail"))
        && (page.is(name.from, "royal")
            || page.state(name.from).is_some_and(|(_, manner)| manner == Manner::Name) && count == 2);
    if is_mail {
        return Shape::Organisation;
    }
    let begins = ["Radio", "TV", "Television", "Channel", "Daily"];
    if count > 1 && (outlets::ends_name(page.word(last)) || begins.contains(&page.word(name.from))) {
        return Shape::Outlet;
    }
    let is_acronym = count == 1 && page.parsed.text.tokens[last].case == crate::tokens::Case::Upper;
    if is_acronym {
        return Shape::Organisation;
    }
    let is_given = page.classes(name.from).any(Classes::FIRST_NAME) || page.word(name.from).ends_with('.');
    if count > 1 && (is_given || (count <= 4 && is_personal(page, name))) {
        return Shape::Person;
    }
    Shape::Unknown
}

/// Two or three capitalised words that no preposition of place and no "the" stands before.
fn is_personal(page: &Page<'_, '_>, name: Words) -> bool {
    let count = name.indices().len();
    let before = name.from.checked_sub(1);
    let is_place = before.is_some_and(|token| {
        // "the pilots' union Open Skies"
        let is_of_body = page.has(token, Sense::BODY) && !page.is_capital(token);
        // "state-owned Open Skies"
        let is_owned =
            ["-owned", "-run", "-listed", "-based"].iter().any(|ending| page.word(token).ends_with(ending))
                && count == 2;
        page.is_any(token, PLACES) || page.is(token, "the") || is_of_body || is_owned
    });
    let is_common = name.indices().any(|token| {
        page.has(token, Sense::COUNTRY) || page.classes(token).any(Classes::PLACE.with(Classes::DEMONYM))
    });
    // "Shell Bay golf club": a small noun goes on with the name.
    let goes_on = page.tag(name.to) == Some(crate::grammar::Tag::Noun);
    !is_place && !is_common && !goes_on
}

/// Prepositions that stand before places rather than before persons and bodies.
const SITES: List = List::of("in at near into across outside inside around");

const PLACES: List = List::of("in at near from into across outside via through on around");

/// "US-UK", "Ruritania-Arcadia": which talks, not who.
fn are_states(page: &Page<'_, '_>, name: Words) -> bool {
    let word = page.word(name.from);
    name.indices().len() == 1
        && word.contains(['-', '–'])
        && word.split(['-', '–']).all(|part| known(part).state.is_some())
}

/// "between Ruritania and Freeland", "Ruritania and Freeland signed": a region that acts beside a state.
fn is_side(page: &Page<'_, '_>, name: Words) -> bool {
    let is_state = |token: usize| {
        page.state(token).is_some_and(|(_, manner)| matches!(manner, Manner::Name | Manner::Capital))
    };
    let and = name.from.checked_sub(2).filter(|_| page.is(name.from - 1, "and"));
    let is_second = and.is_some_and(|first| {
        is_state(first) && first.checked_sub(1).is_some_and(|before| page.is_any(before, list!("between of")))
    });
    let is_first = page.is(name.to, "and")
        && is_state(name.to + 1)
        && name.from.checked_sub(1).is_some_and(|before| page.is(before, "between"));
    is_second || is_first
}

/// Leaves out what names no actor: a place after a preposition, an adjective before a noun.
fn settle(page: &Page<'_, '_>, mut named: Named) -> Option<Named> {
    let before = named.words.from.checked_sub(1);
    let after_place = before.is_some_and(|token| page.is_any(token, PLACES) || page.is(token, "to"));
    let before_noun =
        matches!(page.tag(named.name.to), Some(crate::grammar::Tag::Noun | crate::grammar::Tag::Adjective))
            && !page.is_capital(named.name.to);
    match named.shape {
        Shape::State(_, Manner::Capital) if after_place || before_noun => return None,
        Shape::State(_, Manner::Adjective) => return None,
        Shape::Unknown | Shape::Organisation if are_states(page, named.name) => return None,
        Shape::State(_, Manner::Name) if before_noun => return None,
        Shape::Unknown if page.classes(named.name.from).any(Classes::PLACE) && !is_side(page, named.name) => {
            return None;
        }
        Shape::Unknown | Shape::Person if is_landform(page, named.name) => {
            named.shape = Shape::Unknown;
            named.is_place = true;
        }
        Shape::Unknown => {
            named.is_place = before.is_some_and(|token| page.is_any(token, SITES)) || before_noun;
        }
        _ => {}
    }
    if before.is_some_and(|token| page.is(token, "the")) && named.shape != Shape::Person {
        named.words.from -= 1;
    }
    Some(named)
}
