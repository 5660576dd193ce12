//! States: their names, what their people and things are called, and the capitals that stand for them.

use crate::lexicon::STATES;

/// How a word speaks of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// "Ukraine", "the UK"
    Name,
    /// "Ukrainian"
    Adjective,
    /// "Ukrainians", "Poles"
    People,
    /// "Kyiv"
    Capital,
}

/// A state of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct State(u16);

impl State {
    /// Its usual name.
    pub(super) fn name(self) -> &'static str {
        fields(self).next().unwrap_or("")
    }
}

fn fields(state: State) -> impl Iterator<Item = &'static str> {
    STATES.get(usize::from(state.0)).copied().unwrap_or("").split('|')
}

/// Every word of the list (several joined by "_") with what it says of which state, for the table of words.
pub(super) fn all() -> impl Iterator<Item = (String, State, Manner)> {
    (0u16..).zip(STATES).flat_map(|(place, line)| {
        let state = State(place);
        let mut fields = line.split('|');
        let name = fields.next().unwrap_or("").replace(' ', "_");
        let demonyms = fields.next().unwrap_or("");
        let capitals = fields.next().unwrap_or("");
        let others = fields.next().unwrap_or("");
        let listed = |words: &'static str, manner: Option<Manner>| {
            words
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(move |word| (word.to_owned(), state, manner.unwrap_or_else(|| of_demonym(word))))
        };
        std::iter::once((name, state, Manner::Name))
            .chain(listed(demonyms, None))
            .chain(listed(capitals, Some(Manner::Capital)))
            .chain(listed(others, Some(Manner::Name)))
            .collect::<Vec<_>>()
    })
}

/// "Ukrainians" are people; "Ukrainian", "Swiss", "Seychellois", "Chinese" describe.
fn of_demonym(word: &str) -> Manner {
    let is_people = (word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("ois"))
        || matches!(word, "Danes" | "Poles" | "Pole" | "Finns" | "Frenchmen" | "Briton");
    if is_people { Manner::People } else { Manner::Adjective }
}

/// The state of this usual name.
pub(super) fn named(name: &str) -> Option<State> {
    STATES
        .iter()
        .position(|line| line.split('|').next() == Some(name))
        .and_then(|place| u16::try_from(place).ok())
        .map(State)
}
