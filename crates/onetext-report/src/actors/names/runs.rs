//! Where a run of capitalised words begins and ends.

use crate::lexicon::{self, Classes};
use crate::tokens::{List, Sort, list};

use super::super::states::Manner;
use super::super::words::Sense;
use super::{Page, Tag};

/// Words of one name; a longer run is a headline.
const RUN_WORDS_MAX: usize = 14;

/// Whether a name may begin here.
pub(super) fn starts(page: &Page<'_, '_>, token: usize) -> bool {
    if !page.is_capital(token) || is_never(page, token) {
        return false;
    }
    // "LOS ANGELES (AP)": where the report was written.
    let is_early = token < page.parsed.sentence(token).from + DATELINE_TOKENS_MAX;
    if is_early && is_dateline(page, token) {
        return false;
    }
    !page.is_first(token) || begins_sentence(page, token)
}

/// Tokens of a dateline that may be names.
const DATELINE_TOKENS_MAX: usize = 6;

/// "BRUSSELS —": where the report was written, no actor.
fn is_dateline(page: &Page<'_, '_>, token: usize) -> bool {
    let sentence = page.parsed.sentence(token);
    page.parsed.after_dateline(sentence) > token
}

/// Words with a capital that begin no name wherever they stand.
fn is_never(page: &Page<'_, '_>, token: usize) -> bool {
    let classes = page.classes(token);
    let is_day =
        classes.any(Classes::WEEKDAY) || (classes.any(Classes::MONTH) && !page.is_capital(token + 1));
    is_day || matches!(page.word(token), "I" | "I'm" | "I've" | "I'll" | "I'd" | "The" | "A" | "An")
}

/// Every sentence begins with a capital: there a word is a name if it is known as one, if no ordinary word is written
/// so, or if it goes on as names do.
fn begins_sentence(page: &Page<'_, '_>, token: usize) -> bool {
    let known = page.known[token];
    if known.state.is_some() || known.sense.any(Sense::SEAT.with(Sense::COURTESY)) {
        return true;
    }
    // "South Ruritania's minister": a state of two words.
    let two = format!("{}_{}", page.word(token), page.word(token + 1));
    if page.is_capital(token + 1) && super::super::words::known(&two).state.is_some() {
        return true;
    }
    let classes = page.classes(token);
    if classes.any(ORDINARY) || page.is_any(token, OPENERS) {
        return false;
    }
    // "Meeting Roe in the capital, she": a verb before its object.
    if classes.any(Classes::VERB_ING) && !classes.any(Classes::FIRST_NAME.with(Classes::PLACE)) {
        return false;
    }
    // "Sub-committees", "Ex-ministers": the small word behind the hyphen is one.
    let tail = page.word(token).rsplit_once('-').map(|(_, tail)| tail);
    if tail.is_some_and(|tail| {
        lexicon::known(tail.trim_end_matches('s'))
            .classes
            .any(LISTED.with(Classes::BODY).with(Classes::OFFICE))
    }) {
        return false;
    }
    let goes_on = page.is_capital(token + 1) && page.sentence(token + 1) == page.sentence(token);
    // "Former Ruritanian officials", "senior U.S. officials", but "Air Ruritania".
    let describes = page
        .state(token + 1)
        .is_some_and(|(_, manner)| manner == Manner::Adjective || !page.is(token, "air"));
    if known.sense.any(Sense::RANK) && !known.sense.any(Sense::OFFICE) && describes {
        return false;
    }
    if known.sense.any(Sense::OFFICE.with(Sense::RANK).with(Sense::BODY)) {
        // "Secretary of State Jane Roe"
        let is_office_of = page.is(token + 1, "of") && page.is_capital(token + 2);
        // "Envoys of Ruritania and Arcadia" are described, not named.
        let is_one = !known.sense.any(Sense::PLURAL);
        return goes_on || is_office_of && is_one && known.sense.any(Sense::OFFICE);
    }
    page.tag(token) == Some(Tag::Name) || goes_on || !classes.any(LISTED)
}

/// Words that open a sentence and are no name even before one.
const ORDINARY: Classes = Classes::DETERMINER
    .with(Classes::PRONOUN)
    .with(Classes::POSSESSIVE)
    .with(Classes::PREPOSITION)
    .with(Classes::CONJUNCTION)
    .with(Classes::SUBORDINATOR)
    .with(Classes::RELATIVE)
    .with(Classes::MODAL)
    .with(Classes::AUXILIARY)
    .with(Classes::NEGATION)
    .with(Classes::ADVERB)
    .with(Classes::NUMERAL);

/// The same for words that may be missing from the lexicon.
const OPENERS: List = List::of(
    "according following speaking writing meanwhile however yes no both neither either asked citing further earlier later despite although since until what how why",
);

/// Words of any class that are written small.
const LISTED: Classes = Classes::NOUN
    .with(Classes::ADJECTIVE)
    .with(Classes::VERB_BASE)
    .with(Classes::VERB_S)
    .with(Classes::VERB_PAST)
    .with(Classes::VERB_PARTICIPLE)
    .with(Classes::VERB_ING)
    .with(Classes::SOURCE)
    .with(Classes::HUMAN)
    .with(Classes::UTTERANCE);

/// The end of the run that begins here.
pub(super) fn end(page: &Page<'_, '_>, start: usize) -> usize {
    let mut end = start + page.long_state(start).map_or(1, |(.., width)| width);
    let mut has_body = page.has(start, Sense::BODY);
    let mut has_of = false;
    while end < page.len() && end - start < RUN_WORDS_MAX && page.sentence(end) == page.sentence(start) {
        if page.is_capital(end) && !(page.is_first(end) && end > start) {
            has_body |= page.has(end, Sense::BODY);
            end += 1;
        } else if is_of_people(page, end) {
            has_body = true;
            end += 2;
        } else if is_number_of_name(page, end) {
            end += 1;
        } else if let Some(width) = connector(page, start, end, has_body, has_of) {
            has_of |= page.is_any(end, list!("of for"));
            end += width;
        } else {
            break;
        }
    }
    end
}

/// "the People's Party", "the Farmers' Union": the mark and the body behind it.
fn is_of_people(page: &Page<'_, '_>, mark: usize) -> bool {
    let are_people = page.classes(mark - 1).any(Classes::HUMAN)
        || page.is_any(mark - 1, list!("people workers farmers women teachers nurses students pensioners"));
    page.sort(mark) == Some(Sort::Possessive)
        && are_people
        && page.is_capital(mark + 1)
        && page.has(mark + 1, Sense::BODY.with(Sense::SIDE))
        && page.sentence(mark + 1) == page.sentence(mark)
}

/// "District 12", "Local 7", "Channel 5"
fn is_number_of_name(page: &Page<'_, '_>, token: usize) -> bool {
    page.sort(token) == Some(Sort::Number)
        && token > 0
        && page.is_any(token - 1, list!("District Local Channel Committee Division"))
}

/// How many small words join the run to the capital that follows.
fn connector(page: &Page<'_, '_>, start: usize, token: usize, has_body: bool, has_of: bool) -> Option<usize> {
    let before = token - 1;
    let next_is_capital = page.is_capital(token + 1) && page.sentence(token + 1) == page.sentence(start);
    // "Jane von der Roe"
    let particles = (token..token + PARTICLES_MAX).take_while(|place| page.is_any(*place, PARTICLES)).count();
    if particles > 0 {
        let name = token + particles;
        let is_capital = page.is_capital(name) && page.sentence(name) == page.sentence(start);
        return is_capital.then_some(particles);
    }
    let opens = has_body
        || page.has(before, Sense::OFFICE.with(Sense::RANK))
        || page.is_any(before, list!("Chief Bank Republic Kingdom"));
    if opens && page.is_any(token, list!("of for")) {
        // "the National Army of General Jane Roe": whose it is.
        let is_leader = has_body
            && page.has(token + 1, Sense::OFFICE.with(Sense::COURTESY))
            && page.is_capital(token + 2);
        if next_is_capital {
            return (!is_leader).then_some(1);
        }
        let is_the = page.is(token + 1, "the") && page.is_capital(token + 2);
        return (is_the && has_body).then_some(2);
    }
    // "Committee on Foreign Investment": on what, not on which day.
    let is_on = has_body && page.is(token, "on") && page.is_any(before, SITTING_BODIES);
    let is_day = page.classes(token + 1).any(Classes::WEEKDAY.with(Classes::MONTH));
    if is_on && next_is_capital && !is_day {
        return Some(1);
    }
    let is_and = page.is(token, "and") || page.word(token) == "&";
    (is_and && next_is_capital && joins(page, start, token, has_of)).then_some(1)
}

/// "Ministry of Trade and Industry"; "National Security and Defence Council".
fn joins(page: &Page<'_, '_>, start: usize, and: usize, has_of: bool) -> bool {
    if page.word(and) == "&" {
        return true;
    }
    let right = (and + 1..and + 5).take_while(|&token| page.is_capital(token)).collect::<Vec<_>>();
    let has = |sense: Sense| right.iter().any(|&token| page.has(token, sense));
    let is_named = |token: usize| page.has(token, Sense::OFFICE) || page.state(token).is_some();
    if has_of {
        return !has(Sense::OFFICE) && right.iter().all(|&token| !is_named(token)) && !has(Sense::SEAT);
    }
    let ranks = (start..and).all(|token| page.has(token, Sense::RANK.with(Sense::PORTFOLIO)));
    // "Trade and Industry Secretary Jane Roe"
    let is_of_office = right.len() > 2
        && page.has(right[0], Sense::RANK.with(Sense::PORTFOLIO))
        && page.has(right[1], Sense::OFFICE)
        && !page.has(right[2], Sense::OFFICE);
    if ranks && is_of_office {
        return true;
    }
    ranks && has(Sense::BODY) && !has(Sense::OFFICE)
}

/// Bodies whose names go on with "on": what they deal with.
const SITTING_BODIES: List = List::of("committee commission council conference subcommittee panel caucus");

/// Small words between a person's names.
pub(super) const PARTICLES: List =
    List::of("de da do von van bin al el del la di du dos das ibn der den ter bint las los");

/// Particles of one name that stand together.
const PARTICLES_MAX: usize = 3;
