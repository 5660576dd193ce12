//! Numbers that a word processor counts by itself: lists of nine levels, and what stands before a paragraph because of
//! them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::numerals::NumberFormat;

/// Levels of a list; the file format knows no more.
pub const LEVELS_MAX: usize = 9;

/// Which list counts a paragraph, and on which level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Numbered {
    /// The list, as a place in [`Manuscript::lists`](super::Manuscript::lists).
    pub list: usize,
    /// The level, from 0.
    pub level: usize,
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// Lists with the same counters go on with each other's numbers.
    pub counters: usize,
    /// Its levels.
    pub levels: Vec<Level>,
    /// Levels that begin anew when this list is first used on them, and with which number.
    pub restarts: Vec<(usize, u32)>,
}

/// A level of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// The first number.
    pub start: u32,
    /// How the number is written.
    pub format: NumberFormat,
    /// What is shown: `%1.%2` stands for the numbers of the first and the second level.
    pub text: String,
    /// Whether the numbers of all levels are shown in Arabic digits.
    pub is_legal: bool,
    /// It begins anew after this level (from 0) or a higher one; without it, after any higher level.
    pub restarts_after: Option<usize>,
    /// It never begins anew.
    pub never_restarts: bool,
}

/// How far each list has been counted.
#[derive(Debug, Default)]
pub struct Counters {
    /// By the lists' counters and the level.
    numbers: BTreeMap<usize, [Option<u32>; LEVELS_MAX]>,
    /// Restarts that were made, by list and level.
    restarted: Vec<(usize, usize)>,
}

impl Counters {
    /// The next label of a list; empty where nothing is shown.
    pub fn next(&mut self, lists: &[List], numbered: Numbered) -> String {
        let Some(list) = lists.get(numbered.list) else { return String::new() };
        let Some(level) = list.levels.get(numbered.level).filter(|_| numbered.level < LEVELS_MAX) else {
            return String::new();
        };
        let numbers = self.numbers.entry(list.counters).or_default();
        let begins = list.restarts.iter().find(|(at, _)| *at == numbered.level);
        let begins = begins.filter(|_| !self.restarted.contains(&(numbered.list, numbered.level)));
        let next = match (begins, numbers[numbered.level]) {
            (Some((_, start)), _) => *start,
            (None, Some(before)) => before.saturating_add(1),
            (None, None) => level.start,
        };
        if begins.is_some() {
            self.restarted.push((numbered.list, numbered.level));
        }
        numbers[numbered.level] = Some(next);
        // A higher level that was never shown counts as begun.
        for (at, number) in numbers.iter_mut().enumerate().take(numbered.level) {
            number.get_or_insert_with(|| list.levels.get(at).map_or(1, |level| level.start));
        }
        for (at, number) in numbers.iter_mut().enumerate().skip(numbered.level + 1) {
            let deeper = list.levels.get(at);
            let stays = deeper.is_some_and(|deeper| {
                deeper.never_restarts || deeper.restarts_after.is_some_and(|after| numbered.level > after)
            });
            if !stays {
                *number = None;
            }
        }
        shown(list, level, numbers)
    }
}

/// The text of a level with its numbers put in.
fn shown(list: &List, level: &Level, numbers: &[Option<u32>; LEVELS_MAX]) -> String {
    if level.format == NumberFormat::Bullet {
        return bullet(&level.text);
    }
    let mut out = String::new();
    let mut rest = level.text.as_str();
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let Some(digit) = after.chars().next().and_then(|c| c.to_digit(10)).filter(|digit| *digit > 0) else {
            out.push('%');
            rest = after;
            continue;
        };
        let at = digit as usize - 1;
        let format = match list.levels.get(at) {
            Some(other) if !level.is_legal => other.format,
            _ => NumberFormat::Decimal,
        };
        out.push_str(&format.write(numbers.get(at).copied().flatten().unwrap_or(1)));
        rest = &after[1..];
    }
    out.push_str(rest);
    out.trim().to_owned()
}

/// A bullet as a letter that every font has; those of symbol fonts lie where no script does.
fn bullet(text: &str) -> String {
    match text.trim().chars().next() {
        Some('o') => "◦".to_owned(),
        Some(mark) if ('\u{e000}'..='\u{f8ff}').contains(&mark) || mark.is_alphanumeric() => "•".to_owned(),
        Some(mark) => mark.to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(format: NumberFormat, text: &str) -> Level {
        Level { start: 1, format, text: text.to_owned(), ..Level::default() }
    }

    fn told(lists: &[List], uses: &[(usize, usize)]) -> String {
        let mut counters = Counters::default();
        let labels =
            uses.iter().map(|(list, level)| counters.next(lists, Numbered { list: *list, level: *level }));
        labels.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn levels_count_and_begin_anew() {
        let levels = vec![
            level(NumberFormat::UpperRoman, "%1."),
            level(NumberFormat::Decimal, "%1.%2"),
            level(NumberFormat::LowerLetter, "(%3)"),
        ];
        let legal = vec![levels[0].clone(), Level { is_legal: true, ..levels[1].clone() }];
        let list = List { levels, ..List::default() };
        let uses = [(0, 0), (0, 1), (0, 2), (0, 2), (0, 1), (0, 2), (0, 0), (0, 1)];
        assert_eq!(told(&[list], &uses), "I. I.1 (a) (b) I.2 (a) II. II.1");
        let list = List { levels: legal, ..List::default() };
        assert_eq!(told(&[list], &[(0, 0), (0, 1), (0, 1)]), "I. 1.1 1.2");
    }

    #[test]
    fn lists_that_count_together_go_on_until_one_restarts() {
        let one = List { levels: vec![level(NumberFormat::Decimal, "%1.")], ..List::default() };
        let anew = List { restarts: vec![(0, 5)], ..one.clone() };
        let lists = [one.clone(), one, anew];
        assert_eq!(told(&lists, &[(0, 0), (1, 0), (2, 0), (2, 0), (0, 0)]), "1. 2. 5. 6. 7.");
    }

    #[test]
    fn a_level_may_go_on_or_restart_only_after_a_high_one() {
        let mut levels = vec![level(NumberFormat::Decimal, "%1."), level(NumberFormat::Decimal, "A%2")];
        levels[1].never_restarts = true;
        let list = List { levels, ..List::default() };
        assert_eq!(told(&[list], &[(0, 0), (0, 1), (0, 0), (0, 1)]), "1. A1 2. A2");
        let mut levels = vec![level(NumberFormat::Decimal, "%1"); 3];
        levels[2] = Level { restarts_after: Some(0), ..level(NumberFormat::Decimal, "(%3)") };
        let list = List { levels, ..List::default() };
        assert_eq!(
            told(&[list], &[(0, 0), (0, 1), (0, 2), (0, 1), (0, 2), (0, 0), (0, 2)]),
            "1 1 (1) 1 (2) 2 (1)"
        );
    }
}
