//! The generator's own numbers: splitmix64, so that a seed means the same on every machine and in every year.

use onetext_model::EntryId;

/// A stream of numbers.
pub struct Random(u64);

impl Random {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Random(seed)
    }

    /// The next number (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which is above 0. The bias of the remainder does not matter here.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.number() % limit as u64).unwrap_or(0)
    }

    /// Whether something happens that happens so often in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub fn one<'l, T>(&mut self, of: &'l [T]) -> &'l T {
        &of[self.below(of.len())]
    }

    /// A new id.
    pub fn id(&mut self) -> EntryId {
        let (a, b) = (self.number().to_be_bytes(), self.number().to_be_bytes());
        let mut bytes = [0; 13];
        bytes[..8].copy_from_slice(&a);
        bytes[8..].copy_from_slice(&b[..5]);
        EntryId::from_random(bytes)
    }

    /// A sentence of so many words.
    pub fn sentence(&mut self, words: usize) -> String {
        let chosen: Vec<&str> = (0..words).map(|_| *self.one(WORDS)).collect();
        let mut sentence = chosen.join(" ");
        sentence[..1].make_ascii_uppercase();
        sentence.push('.');
        sentence
    }
}

/// Words of the trade; every one begins with an ASCII letter.
const WORDS: &[&str] = &[
    "the",
    "line",
    "of",
    "contact",
    "is",
    "withdrawn",
    "within",
    "sixty",
    "days",
    "a",
    "joint",
    "commission",
    "shall",
    "verify",
    "each",
    "side",
    "keeps",
    "its",
    "own",
    "forces",
    "behind",
    "river",
    "until",
    "guarantees",
    "enter",
    "into",
    "force",
    "and",
    "monitors",
    "report",
    "every",
    "week",
    "no",
    "party",
    "may",
    "reopen",
    "this",
    "point",
    "without",
    "consent",
    "funds",
    "are",
    "released",
    "in",
    "three",
    "steps",
    "against",
    "proof",
    "of",
    "delivery",
];
