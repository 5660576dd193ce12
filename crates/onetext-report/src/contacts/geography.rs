//! Whether a name is that of a town, a seat of government, a state or its people: from the lists of the lexicon.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::scene::Scene;
use crate::lexicon::{PLACES, REGIONS, SEATS, STATES, columns};
use crate::tokens::Words;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// "Geneva", "Moscow": a contact takes place there.
    Town,
    /// "the White House": a contact takes place there, in a town that another sentence names.
    House,
    /// "Switzerland": wide enough to hold any town that another sentence names.
    State,
    /// "Swiss": no place.
    People,
}

static NAMES: LazyLock<HashMap<String, Ground>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for row in STATES.iter().chain(REGIONS) {
        let [name, people, towns, others] = columns(row);
        names.extend(people.into_iter().map(|name| (name, Ground::People)));
        // "EU" describes and is one.
        names.extend(name.into_iter().chain(others).map(|name| (name, Ground::State)));
        names.extend(towns.into_iter().map(|name| (name, Ground::Town)));
    }
    names.extend(PLACES.split('|').map(|name| (name.to_owned(), Ground::Town)));
    names.extend(SEATS.iter().map(|(seat, _)| (seat.replace('_', " "), Ground::House)));
    names
});

/// What the name of these words stands for, if it is listed.
pub(super) fn of_words(scene: &Scene<'_>, words: Words) -> Option<Ground> {
    let name = scene.parsed.text.span(words).of(scene.parsed.text.source);
    NAMES.get(name).copied()
}

/// What the name that begins at a token and has at most three words stands for, and where it ends.
pub(super) fn at(scene: &Scene<'_>, token: usize, limit: usize) -> Option<(Ground, usize)> {
    (token + 1..=limit.min(token + 3))
        .rev()
        .find_map(|to| Some((of_words(scene, Words::new(token, to))?, to)))
}
