//! The actors found so far, each once: names that are one name are one entry.

use std::collections::HashMap;

use crate::reading::ActorKind;
use crate::spelling::{Likeness, Name, Sound};
use crate::tokens::Words;

use super::gender::gender;
use super::names::{Named, Page, Shape};
use super::states::{Manner, State};

/// What grammar calls gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
}

/// One actor while the text is read.
#[derive(Clone, Debug)]
pub(super) struct Entry<'t> {
    pub(super) kind: ActorKind,
    /// One capitalised word that may be a person or a body: what is said of it decides.
    pub(super) is_open: bool,
    /// Its fullest name in the text.
    pub(super) name: Option<Words>,
    /// A name that does not stand in the text so: of the outlet, of a state, of one of several that share a description.
    pub(super) given: Option<String>,
    /// The words of its name.
    pub(super) words: Vec<&'t str>,
    pub(super) gender: Option<Gender>,
    pub(super) is_plural: bool,
    pub(super) office: Option<Words>,
    pub(super) state: Option<State>,
    /// Whose it is where that is no state: "Acme" of "an Acme spokesperson".
    pub(super) affiliation: Option<Words>,
    /// All states of a description that names several.
    pub(super) states: Vec<State>,
    pub(super) count: Option<u16>,
    pub(super) basis: Option<Words>,
    pub(super) rank: Option<usize>,
    pub(super) part_of: Option<usize>,
    /// Whom a description stands for: both men.
    pub(super) members: Vec<usize>,
    /// The head of its first description.
    pub(super) head: Option<usize>,
    /// Where it is named or described, without pronouns.
    pub(super) forms: Vec<Words>,
    /// How its last word may sound, known when it has a name.
    sound: Sound,
    spelled: Option<Name>,
}

impl Entry<'_> {
    pub(super) fn new(kind: ActorKind) -> Self {
        Entry {
            kind,
            is_open: false,
            name: None,
            given: None,
            words: vec![],
            gender: None,
            is_plural: false,
            office: None,
            state: None,
            affiliation: None,
            states: vec![],
            count: None,
            basis: None,
            rank: None,
            part_of: None,
            members: vec![],
            head: None,
            forms: vec![],
            sound: Sound::default(),
            spelled: None,
        }
    }

    pub(super) fn is_person(&self) -> bool {
        matches!(self.kind, ActorKind::Person | ActorKind::PersonByOffice)
    }

    pub(super) fn is_body(&self) -> bool {
        matches!(self.kind, ActorKind::Organisation | ActorKind::Outlet | ActorKind::State)
    }
}

/// All entries, and where to look for a name.
pub(super) struct Roster<'t> {
    pub(super) entries: Vec<Entry<'t>>,
    by_word: HashMap<&'t str, Vec<usize>>,
    by_state: HashMap<State, usize>,
}

impl<'t> Roster<'t> {
    pub(super) fn new(outlet: Option<&str>) -> Self {
        let mut roster = Roster { entries: vec![], by_word: HashMap::new(), by_state: HashMap::new() };
        if let Some(outlet) = outlet {
            let mut entry = Entry::new(ActorKind::Outlet);
            entry.given = Some(outlet.to_owned());
            roster.entries.push(entry);
        }
        roster
    }

    pub(super) fn add(&mut self, entry: Entry<'t>) -> usize {
        self.entries.push(entry);
        self.entries.len() - 1
    }

    /// The entry of a state, made where it is first needed.
    pub(super) fn state(&mut self, state: State) -> usize {
        if let Some(&found) = self.by_state.get(&state) {
            return found;
        }
        let mut entry = Entry::new(ActorKind::State);
        entry.given = Some(state.name().to_owned());
        entry.state = Some(state);
        let index = self.add(entry);
        self.by_state.insert(state, index);
        index
    }

    /// The entry of each name: whole names first, so that a surname finds its person wherever that is named.
    pub(super) fn enter(&mut self, page: &Page<'_, 't>, names: &[Named]) -> Vec<Option<usize>> {
        let mut found = vec![None; names.len()];
        for is_whole in [true, false] {
            for (place, named) in names.iter().enumerate() {
                if is_whole_name(named) == is_whole {
                    found[place] = self.one(page, named);
                }
            }
        }
        found
    }

    fn one(&mut self, page: &Page<'_, 't>, named: &Named) -> Option<usize> {
        match named.shape {
            Shape::State(state, manner) => {
                let index = self.state(state);
                if manner != Manner::Adjective {
                    self.entries[index].forms.push(named.name);
                }
                Some(index)
            }
            Shape::Office => None,
            // The platform; a letter names nobody.
            _ if named.name.to - named.name.from == 1 && page.word(named.name.from).chars().count() == 1 => {
                None
            }
            _ => {
                let words: Vec<&'t str> = named.name.indices().map(|token| page.word(token)).collect();
                let index = match self.same(page, named, &words) {
                    Some(index) => index,
                    None if named.is_place => return None,
                    None => self.add_named(named, &words),
                };
                self.learn(page, index, named, words);
                Some(index)
            }
        }
    }

    /// An entry that has this name already.
    fn same(&mut self, page: &Page<'_, 't>, named: &Named, words: &[&'t str]) -> Option<usize> {
        if self.is_outlet_itself(page, named) {
            return Some(0);
        }
        let last = words.last()?;
        let listed = self.by_word.get(last).cloned().unwrap_or_default();
        let exact = listed.into_iter().filter(|&index| self.agrees(index, named, words));
        // Of two with one surname, the one that is named more often.
        if let Some(index) = exact.max_by_key(|&index| {
            let entry = &self.entries[index];
            (entry.words.last() == Some(last), entry.forms.len(), std::cmp::Reverse(index))
        }) {
            return Some(index);
        }
        match named.shape {
            Shape::Person | Shape::Unknown => {
                self.respelled(named, words).or_else(|| self.abbreviated(words))
            }
            _ => self.abbreviated(words),
        }
    }

    fn is_outlet_itself(&self, page: &Page<'_, 't>, named: &Named) -> bool {
        let text = &page.parsed.text;
        self.entries.first().and_then(|entry| entry.given.as_deref()).is_some_and(|outlet| {
            let outlet = outlet.strip_prefix("The ").unwrap_or(outlet);
            self.entries[0].kind == ActorKind::Outlet
                && text.span(named.name).of(text.source).eq_ignore_ascii_case(outlet)
        })
    }

    /// Names that share their last word: one must be a tail or head of the other, and sorts must not differ.
    fn agrees(&self, index: usize, named: &Named, words: &[&'t str]) -> bool {
        let entry = &self.entries[index];
        let sorts_agree = match named.shape {
            Shape::Person => entry.kind == ActorKind::Person || entry.is_open,
            Shape::Unknown => true,
            // "Hill" after "Jane Hill" is no paper.
            Shape::Outlet => {
                let is_surname = words.len() == 1 && named.words == named.name;
                entry.kind == ActorKind::Outlet || is_surname && entry.kind == ActorKind::Person
            }
            _ => entry.kind == ActorKind::Organisation || entry.is_open,
        };
        if !sorts_agree {
            return false;
        }
        if entry.words == words {
            return true;
        }
        match (words.len(), entry.words.len()) {
            // A surname, or the name by which somebody is called where surnames come first or there are none.
            (1, _) if entry.kind == ActorKind::Person => {
                entry.words.last() == words.last() || entry.words.first() == words.last()
            }
            (1, _) => false,
            // "De Roe" of "Jane De Roe"
            // "Von der Roe" of "Jane von der Roe"
            _ if entry.kind == ActorKind::Person && ends_alike(&entry.words, words) => true,
            (_, 1) => words.last() == entry.words.last() && entry.kind == ActorKind::Person,
            _ => {
                named.shape == Shape::Person
                    && Name::of(&entry.words.join(" ")).likeness(&Name::of(&words.join(" ")))
                        >= Likeness::Initials
            }
        }
    }

    /// A person of the text whose name is another spelling of this one.
    fn respelled(&mut self, named: &Named, words: &[&'t str]) -> Option<usize> {
        let sound = words.last().map(|word| Sound::of(word))?;
        let may_be = |entry: &Entry<'_>| {
            entry.kind == ActorKind::Person && !entry.words.is_empty() && entry.sound.may_be(sound)
        };
        if !self.entries.iter().rev().take(PERSONS_COMPARED_MAX).any(may_be) {
            return None;
        }
        let name = Name::of(&words.join(" "));
        let limit = if words.len() == 1 { Likeness::Surname } else { Likeness::Initials };
        let from = self.entries.len().saturating_sub(PERSONS_COMPARED_MAX);
        (from..self.entries.len()).rev().find(|&index| {
            let entry = &mut self.entries[index];
            may_be(entry) && named.shape != Shape::Organisation && {
                let spelled = entry.spelled.get_or_insert_with(|| Name::of(&entry.words.join(" ")));
                spelled.likeness(&name)
                    >= limit.min(if entry.words.len() == 1 { Likeness::Surname } else { limit })
            }
        })
    }

    /// "AP" of "Associated Press", and the other way round.
    fn abbreviated(&self, words: &[&'t str]) -> Option<usize> {
        let is_short = words.len() == 1 && is_acronym(words[0]);
        let from = self.entries.len().saturating_sub(PERSONS_COMPARED_MAX);
        (from..self.entries.len()).find(|&index| {
            let entry = &self.entries[index];
            entry.is_body()
                && if is_short {
                    entry.words.len() > 1 && stands_for(words[0], &entry.words)
                } else {
                    entry.words.len() == 1
                        && words.len() > 1
                        && is_acronym(entry.words[0])
                        && stands_for(entry.words[0], words)
                }
        })
    }

    fn add_named(&mut self, named: &Named, words: &[&'t str]) -> usize {
        let mut entry = Entry::new(match named.shape {
            Shape::Person => ActorKind::Person,
            Shape::Outlet => ActorKind::Outlet,
            _ => ActorKind::Organisation,
        });
        entry.is_open = named.shape == Shape::Unknown && words.len() <= 2;
        self.add(entry)
    }

    /// Takes what this place says of an entry.
    fn learn(&mut self, page: &Page<'_, 't>, index: usize, named: &Named, words: Vec<&'t str>) {
        for word in [words.first(), words.last()].into_iter().flatten() {
            let places = self.by_word.entry(word).or_default();
            if !places.contains(&index) {
                places.push(index);
            }
        }
        let entry = &mut self.entries[index];
        if named.shape == Shape::Person && entry.is_open {
            entry.kind = ActorKind::Person;
            entry.is_open = false;
        }
        if words.len() > entry.words.len() {
            entry.name = Some(named.name);
            entry.sound = words.last().map(|word| Sound::of(word)).unwrap_or_default();
            entry.words = words;
            entry.spelled = None;
        }
        entry.forms.push(named.words);
        entry.office = entry.office.or(named.office);
        entry.state = entry.state.or(named.state);
        entry.gender = entry.gender.or_else(|| gender(page, named, &entry.words));
    }
}

/// Whether one name ends with the words of another, whatever their capitals.
fn ends_alike(whole: &[&str], tail: &[&str]) -> bool {
    tail.len() <= whole.len()
        && whole[whole.len() - tail.len()..]
            .iter()
            .zip(tail)
            .all(|(one, other)| one.eq_ignore_ascii_case(other))
}

/// Entries that a new name is compared with: those of the last page or two.
const PERSONS_COMPARED_MAX: usize = 64;

fn is_whole_name(named: &Named) -> bool {
    match named.shape {
        Shape::Person => named.name.to - named.name.from > 1,
        Shape::Unknown => false,
        _ => true,
    }
}

fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.len() < 7 && word.chars().all(|letter| letter.is_uppercase() || letter == '.')
}

/// Whether capitals are the initials of a name, or of its beginning: "IAM" of "International Association of Machinists
/// and Aerospace Workers".
pub(super) fn stands_for(acronym: &str, words: &[&str]) -> bool {
    let mut letters = acronym.chars().filter(|letter| letter.is_alphabetic()).peekable();
    let mut initials = words
        .iter()
        .filter(|word| word.starts_with(char::is_uppercase))
        .filter_map(|word| word.chars().next());
    let mut count = 0;
    while let Some(letter) = letters.peek() {
        match initials.next() {
            Some(initial) if initial == *letter => {
                letters.next();
                count += 1;
            }
            _ => return false,
        }
    }
    count > 1
}
