//! The lists of a file: abstract lists, the lists that use them, and what those change.

use std::collections::BTreeMap;

use super::super::ImportError;
use super::super::xml::{Space, Tag, Token, Xml};
use super::styles::{Looks, is_on};
use crate::manuscript::{Level, List, NumberFormat};

/// Levels of a list.
const LEVELS: usize = 9;

/// A level with its looks.
#[derive(Clone, Debug, Default)]
struct Kept {
    level: Level,
    looks: Looks,
    /// The style whose paragraphs it counts.
    style: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Abstract {
    levels: BTreeMap<usize, Kept>,
    /// It is only a name for the list of this style.
    style_link: Option<String>,
    own_style: Option<String>,
}

/// A list by its number in the file.
#[derive(Debug)]
struct Listed {
    /// Its place in `lists`.
    place: usize,
    /// The looks of each level.
    looks: Vec<Looks>,
    /// The style whose paragraphs each level counts.
    styles: Vec<Option<String>>,
}

/// The lists of a file.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// In the order of their numbers in the file.
    pub lists: Vec<List>,
    /// By their numbers in the file.
    by_number: BTreeMap<i64, Listed>,
    /// Ways of counting that are not known.
    pub unknown: Vec<String>,
}

impl Numbering {
    /// The place of a list.
    pub(super) fn list(&self, number: i64) -> Option<usize> {
        self.by_number.get(&number).map(|listed| listed.place)
    }

    /// The looks of a level.
    pub(super) fn looks(&self, number: i64, level: usize) -> Looks {
        self.by_number.get(&number).and_then(|listed| listed.looks.get(level)).cloned().unwrap_or_default()
    }

    /// The level that counts the paragraphs of a style.
    pub(super) fn level_of(&self, number: i64, style: &str) -> Option<usize> {
        let styles = &self.by_number.get(&number)?.styles;
        styles.iter().position(|one| one.as_deref() == Some(style))
    }

    pub(super) fn read(bytes: &[u8], part: &str) -> Result<Numbering, ImportError> {
        let mut reader = Reader::default();
        let mut xml = Xml::new(bytes, part)?;
        loop {
            match xml.next()? {
                Token::Open(tag) => reader.open(&tag),
                Token::Close => reader.close(),
                Token::Words(_) => {}
                Token::End => return Ok(reader.done()),
            }
        }
    }
}

/// What an element that is open means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    Abstract,
    List,
    Override,
    Level,
    Skipped,
    Other,
}

/// What a list changes on a level.
#[derive(Clone, Debug, Default)]
struct Change {
    start: Option<u32>,
    level: Option<Kept>,
}

#[derive(Default)]
struct Reader {
    path: Vec<Holder>,
    abstracts: BTreeMap<i64, Abstract>,
    lists: BTreeMap<i64, (i64, BTreeMap<usize, Change>)>,
    /// Numbers of what is open: abstract list, list, level.
    at: (i64, i64, usize),
    level: Option<Kept>,
    unknown: Vec<String>,
}

impl Reader {
    fn open(&mut self, tag: &Tag<'_>) {
        let holder = self.holder(tag);
        self.path.push(holder);
        match holder {
            Holder::Abstract => {
                self.at.0 = tag.number("abstractNumId").unwrap_or_default();
                self.abstracts.entry(self.at.0).or_default();
            }
            Holder::List => {
                self.at.1 = tag.number("numId").unwrap_or_default();
                self.lists.entry(self.at.1).or_default();
            }
            Holder::Override | Holder::Level => {
                let level =
                    tag.number("ilvl").and_then(|level| usize::try_from(level).ok()).unwrap_or_default();
                self.at.2 = level.min(LEVELS - 1);
                if holder == Holder::Level {
                    self.level =
                        Some(Kept { level: Level { start: 1, ..Level::default() }, ..Kept::default() });
                }
            }
            Holder::Other => self.other(tag),
            Holder::Skipped => {}
        }
    }

    fn holder(&self, tag: &Tag<'_>) -> Holder {
        match tag.name() {
            _ if self.path.last() == Some(&Holder::Skipped) || tag.space == Space::Other => Holder::Skipped,
            "abstractNum" => Holder::Abstract,
            "num" => Holder::List,
            "lvlOverride" => Holder::Override,
            "lvl" => Holder::Level,
            "Fallback" => Holder::Skipped,
            _ => Holder::Other,
        }
    }

    fn other(&mut self, tag: &Tag<'_>) {
        let name = tag.name();
        let value = || tag.get("val").unwrap_or_default();
        if let Some(mut kept) = self.level.take() {
            match name {
                "start" => {
                    kept.level.start =
                        tag.number("val").and_then(|start| u32::try_from(start).ok()).unwrap_or(1);
                }
                "numFmt" => kept.level.format = self.unknown_or(&value(), tag.get("format").as_deref()),
                "lvlText" => kept.level.text = value(),
                "isLgl" => kept.level.is_legal = is_on(tag.get("val").as_deref()),
                "lvlRestart" => match tag.number("val") {
                    Some(0) => kept.level.never_restarts = true,
                    after => {
                        kept.level.restarts_after = after.and_then(|after| usize::try_from(after - 1).ok());
                    }
                },
                "pStyle" => kept.style = Some(value()),
                _ => kept.looks.take(tag),
            }
            self.level = Some(kept);
            return;
        }
        let is_in = |holder: Holder| self.path.contains(&holder);
        match name {
            "numStyleLink" if is_in(Holder::Abstract) => {
                self.abstracts.entry(self.at.0).or_default().style_link = Some(value());
            }
            "styleLink" if is_in(Holder::Abstract) => {
                self.abstracts.entry(self.at.0).or_default().own_style = Some(value());
            }
            "abstractNumId" if is_in(Holder::List) => {
                self.lists.entry(self.at.1).or_default().0 = tag.number("val").unwrap_or_default();
            }
            "startOverride" if is_in(Holder::Override) => {
                let start = tag.number("val").and_then(|start| u32::try_from(start).ok());
                self.lists.entry(self.at.1).or_default().1.entry(self.at.2).or_default().start = start;
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        if self.path.pop() != Some(Holder::Level) {
            return;
        }
        let Some(kept) = self.level.take() else { return };
        if self.path.contains(&Holder::Override) {
            self.lists.entry(self.at.1).or_default().1.entry(self.at.2).or_default().level = Some(kept);
        } else {
            self.abstracts.entry(self.at.0).or_default().levels.insert(self.at.2, kept);
        }
    }

    /// The lists with what they change put in.
    fn done(self) -> Numbering {
        let mut found = Numbering { unknown: self.unknown, ..Numbering::default() };
        for (number, (abstract_number, changes)) in &self.lists {
            let base = self.abstracts.get(abstract_number).cloned().unwrap_or_default();
            // A list that is only a name for the list of a style.
            let base = match &base.style_link {
                Some(style) => {
                    let real = self.abstracts.values().find(|one| one.own_style.as_ref() == Some(style));
                    real.cloned().unwrap_or(base)
                }
                None => base,
            };
            let mut kept: Vec<Kept> =
                (0..LEVELS).map(|at| base.levels.get(&at).cloned().unwrap_or_default()).collect();
            let mut restarts = Vec::new();
            for (at, change) in changes {
                if let Some(level) = &change.level {
                    kept[*at] = level.clone();
                }
                restarts.extend(change.start.map(|start| (*at, start)));
            }
            let looks = kept.iter().map(|one| one.looks.clone()).collect();
            let styles = kept.iter().map(|one| one.style.clone()).collect();
            let place = found.lists.len();
            found.by_number.insert(*number, Listed { place, looks, styles });
            found.lists.push(List {
                counters: usize::try_from(*abstract_number).unwrap_or_default(),
                levels: kept.into_iter().map(|one| one.level).collect(),
                restarts,
            });
        }
        found
    }
}

impl Reader {
    /// A way of counting; one that is not known counts in digits and is remembered.
    fn unknown_or(&mut self, name: &str, custom: Option<&str>) -> NumberFormat {
        known(name, custom).unwrap_or_else(|| {
            if !self.unknown.iter().any(|one| one == name) {
                self.unknown.push(name.to_owned());
            }
            NumberFormat::Decimal
        })
    }
}

fn known(name: &str, custom: Option<&str>) -> Option<NumberFormat> {
    Some(match name {
        "" | "decimal" | "decimalHalfWidth" | "decimalFullWidth" => NumberFormat::Decimal,
        "decimalZero" => NumberFormat::DecimalZero,
        "upperRoman" => NumberFormat::UpperRoman,
        "lowerRoman" => NumberFormat::LowerRoman,
        "upperLetter" => NumberFormat::UpperLetter,
        "lowerLetter" => NumberFormat::LowerLetter,
        "ordinal" => NumberFormat::Ordinal,
        "ordinalText" => NumberFormat::OrdinalText,
        "cardinalText" => NumberFormat::CardinalText,
        "russianUpper" => NumberFormat::UpperRussian,
        "russianLower" => NumberFormat::LowerRussian,
        "arabicAlpha" => NumberFormat::ArabicAlpha,
        "arabicAbjad" => NumberFormat::ArabicAbjad,
        "hebrew1" => NumberFormat::Hebrew,
        "hindiNumbers" => NumberFormat::HindiNumbers,
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital"
        | "taiwaneseCounting" => NumberFormat::Chinese,
        "numberInDash" => NumberFormat::Dashed,
        "bullet" => NumberFormat::Bullet,
        "none" => NumberFormat::None,
        "custom" => match custom {
            Some(shown) if shown.starts_with('٠') || shown.starts_with('١') => NumberFormat::ArabicIndic,
            Some(shown) if shown.starts_with('0') => NumberFormat::DecimalZero,
            _ => return None,
        },
        _ => return None,
    })
}
