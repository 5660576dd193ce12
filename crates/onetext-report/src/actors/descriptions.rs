//! Actors that are described, not named: "two sources familiar with the talks", "the union", "both sides".

mod after;

use crate::grammar::Tag;
use crate::tokens::{List, NONE, Sort, Words, list};

use super::names::{Named, Page, Shape};
use super::states::{Manner, State};
use super::words::Sense;
use after::{KNOWING, right};

/// A description.
#[derive(Clone, Debug)]
pub(super) struct Described {
    /// With what belongs to it: "a senior official from Spain", "people briefed on the plan".
    pub(super) words: Words,
    /// Determiner to head: "a senior official".
    pub(super) core: Words,
    /// "official"
    pub(super) head: usize,
    pub(super) sense: Sense,
    pub(super) article: Article,
    /// "two", "three".
    pub(super) count: Option<u16>,
    /// States that it names: "Ukrainian", "from Spain", "of Spain and Italy".
    pub(super) states: Vec<State>,
    /// A name that says whose: "Acme" of "an Acme spokesperson".
    pub(super) affiliation: Option<Words>,
    /// "senior", "top"
    pub(super) rank: Option<usize>,
    /// "familiar with the talks"
    pub(super) basis: Option<Words>,
    /// "officials from Spain, Italy and Greece": the words before the names.
    pub(super) shared: Option<Shared>,
}

/// How several share a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shared {
    /// "US and Ukrainian officials"
    Before,
    /// "officials from Spain and Italy"
    After,
}

/// How a description is introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Article {
    /// "the", "this", "both"
    Definite,
    /// "a", "another", a number, a bare plural
    Indefinite,
    /// "his", "the company's"
    Possessed,
}

impl Described {
    pub(super) fn is_plural(&self) -> bool {
        self.sense.any(Sense::PLURAL)
    }
}

const HEADS: Sense = Sense::OFFICE
    .with(Sense::SOURCE)
    .with(Sense::OFFICIAL)
    .with(Sense::BODY)
    .with(Sense::PERSONS)
    .with(Sense::PAIR)
    .with(Sense::SIDE)
    .with(Sense::REPORT)
    .with(Sense::PAPER)
    .with(Sense::COUNTRY);

/// Every description of a text, in order of their heads. `names` are those of [`super::names::scan`].
pub(super) fn scan(page: &Page<'_, '_>, names: &[Named]) -> Vec<Described> {
    let mut found: Vec<Described> = vec![];
    let mut next_name = 0;
    for head in 0..page.len() {
        if let Some(described) = elliptic(page, head) {
            found.push(described);
            continue;
        }
        while names.get(next_name).is_some_and(|name| name.words.to <= head) {
            next_name += 1;
        }
        let name = names.get(next_name).filter(|name| name.words.contains(head));
        // "The Director": an office in capitals, told before with its holder.
        let is_office = name.is_some_and(|name| {
            name.shape == Shape::Office
                && name.words.to == head + 1
                && (page.is(name.words.from, "the")
                    || name.words.from.checked_sub(1).is_some_and(|before| page.is(before, "the")))
        });
        let is_described = is_office || (name.is_none() && is_head(page, head));
        if !is_described {
            continue;
        }
        if let Some(described) = describe(page, names, next_name, head)
            && found.last().is_none_or(|last| last.words.to <= described.head)
        {
            found.push(described);
        }
    }
    found
}

/// "Another said", "one of the sources said": a source by the word that counts it.
fn elliptic(page: &Page<'_, '_>, token: usize) -> Option<Described> {
    if page.quote(token) != NONE {
        return None;
    }
    let to = if page.is(token, "one")
        && page.is(token + 1, "of")
        && page.is_any(token + 2, list!("the them those his her its"))
    {
        let is_them = page.is(token + 2, "them");
        let last = (token + 3..token + 7).find(|place| {
            page.has(*place, HEADS) && page.has(*place, Sense::PLURAL)
                || page.is(*place, "figures")
                || page.state(*place).is_some_and(|(_, manner)| manner == Manner::People)
        });
        if is_them { token + 3 } else { last? + 1 }
    } else if page.is_any(token, list!("another others"))
        && (page.sort(token + 1) == Some(Sort::Comma) && page.is(token + 2, "who")
            || matches!(page.tag(token + 1), Some(Tag::Verb | Tag::Auxiliary)))
    {
        token + 1
    } else {
        return None;
    };
    let core = Words::new(token, to);
    Some(Described {
        words: core,
        core,
        head: token,
        sense: Sense::SOURCE,
        article: Article::Indefinite,
        count: Some(1),
        states: vec![],
        affiliation: None,
        rank: None,
        basis: None,
        shared: None,
    })
}

/// The last noun of its phrase, by a word that can describe an actor.
fn is_head(page: &Page<'_, '_>, token: usize) -> bool {
    let sense = page.sense(token);
    if !sense.any(HEADS) || (page.is_capital(token) && !page.is_first(token)) {
        // "The president" is small; "The President" of an office in capitals is a name's matter.
        return number_alone(page, token);
    }
    // "the daily Bugle"
    let names_paper = sense.any(Sense::PAPER) && page.is_capital(token + 1);
    let is_verb =
        matches!(page.tag(token), Some(Tag::Verb | Tag::Auxiliary | Tag::Adjective)) && !names_paper;
    let goes_on = page.tag(token + 1) == Some(Tag::Noun) && !page.is_any(token + 1, KNOWING)
        || (page.has(token + 1, HEADS)
            && page.sort(token + 1) == Some(Sort::Word)
            && !page.is(token + 1, "both"));
    !is_verb && !goes_on
}

/// "the three" before a verb: persons counted before.
fn number_alone(page: &Page<'_, '_>, token: usize) -> bool {
    page.is_any(token, list!("two three four"))
        && token > 0
        && page.is(token - 1, "the")
        && matches!(page.tag(token + 1), Some(Tag::Verb | Tag::Auxiliary | Tag::Modal))
}

fn describe(page: &Page<'_, '_>, names: &[Named], next_name: usize, head: usize) -> Option<Described> {
    let start = left(page, names, next_name, head);
    let core = Words::new(start.from, head + 1);
    let sense = page.sense(head);
    let is_number = number_alone(page, head);
    // "directors general": the word behind is as they are.
    let is_behind = head.checked_sub(1).is_some_and(|before| {
        page.is(head, "general") && page.has(before, Sense::PLURAL) && page.has(before, Sense::OFFICE)
    });
    let plural = sense.any(Sense::PLURAL) || is_number || is_behind;
    // "state television": a publisher without an article.
    let is_publisher = sense.any(Sense::PAPER)
        && (start.from..head).any(|token| page.is_any(token, list!("state local public national")));
    if start.article.is_none() && !plural && !is_publisher {
        return None;
    }
    // "with no advisers in the room"
    if page.is_any(core.from, list!("no neither")) {
        return None;
    }
    let mut described = Described {
        words: core,
        core,
        head,
        sense: match (is_number, is_behind) {
            (true, _) => Sense::PERSONS.with(Sense::PLURAL),
            (_, true) => sense.with(Sense::PLURAL),
            _ => sense,
        },
        article: start.article.unwrap_or(Article::Indefinite),
        count: count(page, core, plural),
        states: states(page, core),
        affiliation: start.affiliation,
        rank: core.indices().find(|&token| page.is_any(token, RANKS)),
        basis: None,
        shared: None,
    };
    let has_bloc = core.indices().any(|token| page.is_any(token, BLOCS))
        && core.indices().any(|token| page.is(token, "and"));
    if described.states.len() > 1 || !described.states.is_empty() && has_bloc {
        described.shared = Some(Shared::Before);
    }
    right(page, &mut described);
    Some(described)
}

const RANKS: List =
    List::of("senior top high-ranking high-level former junior retired serving mid-level leading");

struct Start {
    from: usize,
    article: Option<Article>,
    affiliation: Option<Words>,
}

/// Words before a head that are looked at.
const LEFT_WORDS_MAX: usize = 10;

/// Where the description begins, by walking left over what can stand before a noun.
fn left(page: &Page<'_, '_>, names: &[Named], next_name: usize, head: usize) -> Start {
    let mut start = Start { from: head, article: None, affiliation: None };
    while let Some(token) = start.from.checked_sub(1) {
        if head - token > LEFT_WORDS_MAX || page.sentence(token) != page.sentence(head) {
            break;
        }
        if page.sort(token) == Some(Sort::Possessive) {
            start.article = Some(Article::Possessed);
            start.affiliation = name_that_ends(names, next_name, token);
            start.from = start.affiliation.map_or(token, |name| name.from);
            if start.affiliation.is_none() {
                start.from = possessor(page, token);
            }
            break;
        }
        if let Some(article) = article(page, token) {
            start.article = Some(article);
            start.from = token;
            break;
        }
        if !is_modifier(page, token, start.from) {
            break;
        }
        start.from = token;
        start.affiliation = start.affiliation.or_else(|| name_that_ends(names, next_name, token + 1));
    }
    start
}

/// The name that ends before a token; only the last few names can.
fn name_that_ends(names: &[Named], next_name: usize, end: usize) -> Option<Words> {
    names[..names.len().min(next_name + 1)]
        .iter()
        .rev()
        .take(3)
        .find(|name| name.words.to == end)
        .map(|name| name.words)
}

/// "the company's": back to its article.
fn possessor(page: &Page<'_, '_>, mark: usize) -> usize {
    let from = mark.saturating_sub(4);
    (from..mark).rev().find(|&token| article(page, token).is_some()).unwrap_or(mark.saturating_sub(1))
}

fn article(page: &Page<'_, '_>, token: usize) -> Option<Article> {
    // "noting that Ukrainian officials": it opens a clause.
    if page.is(token, "that") && page.tag(token) == Some(Tag::Subordinator) {
        return None;
    }
    if page.is_any(token, list!("the this that these those both neither either each")) {
        return Some(Article::Definite);
    }
    if page.is_any(token, list!("a an one another some several many any no multiple various")) {
        return Some(Article::Indefinite);
    }
    if page.is_any(token, list!("his her their its our my your")) {
        return Some(Article::Possessed);
    }
    None
}

fn is_modifier(page: &Page<'_, '_>, token: usize, next: usize) -> bool {
    if page.sort(token) == Some(Sort::Comma) || page.is(token, "and") {
        // "British, French and German officials"
        // "In Capital City, British officials": a place before the sentence, not one more of them.
        let joins =
            |state: Option<(State, Manner)>| state.is_some_and(|(_, manner)| manner != Manner::Capital);
        return (page.state(next).is_some() || page.is_any(next, BLOCS))
            && token.checked_sub(1).is_some_and(|before| joins(page.state(before)));
    }
    if !matches!(page.sort(token), Some(Sort::Word | Sort::Number)) {
        return false;
    }
    page.state(token).is_some()
        || page.is_capital(token) && !page.is_first(token)
        || matches!(page.tag(token), Some(Tag::Noun | Tag::Adjective | Tag::Numeral | Tag::Name))
        || page.is_any(token, RANKS)
        || page.is_any(token, NUMBERS)
        || page.has(token, Sense::RANK.with(Sense::BODY).with(Sense::SIDE))
            && page.tag(token) != Some(Tag::Verb)
}

/// Adjectives of several states that stand beside those of one: "Ruritanian and European officials".
pub(super) const BLOCS: List = List::of("European EU NATO Arab Western African");

const NUMBERS: List = List::of("one two three four five six seven eight nine ten eleven twelve");

fn count(page: &Page<'_, '_>, core: Words, plural: bool) -> Option<u16> {
    for token in core.indices() {
        if let Some(place) = NUMBERS.place(page.word(token)) {
            return u16::try_from(place + 1).ok();
        }
        if page.sort(token) == Some(Sort::Number)
            && let Ok(count) = page.word(token).parse::<u16>()
        {
            return Some(count);
        }
    }
    if page.has(core.to - 1, Sense::PAIR) || page.is(core.from, "both") {
        return Some(if page.is(core.to - 1, "trio") { 3 } else { 2 });
    }
    (!plural).then_some(1)
}

fn states(page: &Page<'_, '_>, words: Words) -> Vec<State> {
    let mut found = vec![];
    let mut token = words.from;
    while token < words.to {
        // "Northern Irish" is of no other state than the British.
        if page.is(token, "northern") && page.is_any(token + 1, list!("ireland irish")) {
            token += 2;
            continue;
        }
        let state = page.long_state(token).or(page.state(token).map(|(state, manner)| (state, manner, 1)));
        if let Some((state, ..)) = state
            && !found.contains(&state)
        {
            found.push(state);
        }
        // "South Sudanese" does not speak of Sudan.
        token += state.map_or(1, |(.., width)| width);
    }
    found
}
