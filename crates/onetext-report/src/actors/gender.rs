//! What grammar calls gender: by a form of address, a word of kinship, or the given name.

use super::names::{Named, Page};
use super::roster::Gender;
use super::words::Sense;

/// By a form of address, a word of kinship, or the given name's ending.
pub(super) fn gender(page: &Page<'_, '_>, named: &Named, words: &[&str]) -> Option<Gender> {
    for token in named.words.indices() {
        if page.has(token, Sense::MALE) {
            return Some(Gender::Male);
        }
        if page.has(token, Sense::FEMALE) {
            return Some(Gender::Female);
        }
    }
    by_given_name(words)
}

fn by_given_name(words: &[&str]) -> Option<Gender> {
    const FEMALE: &[&str] = &[
        "Ann",
        "Anne",
        "Carol",
        "Catherine",
        "Elisabeth",
        "Elizabeth",
        "Ellen",
        "Emily",
        "Emmanuelle",
        "Grace",
        "Helen",
        "Jane",
        "Janet",
        "Jean",
        "Jennifer",
        "Joyce",
        "Karen",
        "Kate",
        "Katherine",
        "Kathleen",
        "Kirsten",
        "Liz",
        "Mary",
        "Marie",
        "Margaret",
        "Mette",
        "Michelle",
        "Nancy",
        "Rachel",
        "Ruth",
        "Sarah",
        "Susan",
        "Yvette",
        "Alice",
        "Christine",
        "Charlotte",
        "Caroline",
        "Claire",
        "Hillary",
        "Ingrid",
        "Judith",
        "Karoline",
        "Kristen",
        "Kaja",
    ];
    const MALE: &[&str] = &[
        "Joshua", "Luca", "Andrea", "Mykola", "Mykyta", "Nikita", "Illia", "Ilya", "Kuzma", "Sasha",
        "Mustafa", "Isa", "Abdulla", "Nicola", "Ezra", "Elisha", "Garba", "Juha", "Kosta", "Danila", "Musa",
        "Joakim",
    ];
    let given = words.first().filter(|_| words.len() > 1)?;
    if FEMALE.contains(given) {
        return Some(Gender::Female);
    }
    if MALE.contains(given) {
        return Some(Gender::Male);
    }
    if given.len() > 2 && given.ends_with('a') {
        return Some(Gender::Female);
    }
    None
}
