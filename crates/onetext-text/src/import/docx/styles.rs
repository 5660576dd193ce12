//! Styles: what a paragraph or a run is by the name of its style, through the styles that it is based on.

use std::collections::BTreeMap;

use super::super::ImportError;
use super::super::xml::{Space, Token, Xml};

/// Styles that one may be based on, one behind the other.
const CHAIN_MAX: usize = 12;

/// What is said of a paragraph or a run directly or by a style.
#[derive(Clone, Debug, Default)]
pub(super) struct Looks {
    /// The level of a heading, from 0; 9 is body text.
    pub outline: Option<u8>,
    /// The number of its list in the file.
    pub list: Option<i64>,
    /// The level of its list.
    pub level: Option<usize>,
    /// How far it is indented, in twentieths of a point.
    pub left: Option<i64>,
    /// How much further its first line is; less than nothing where it hangs out.
    pub first: Option<i64>,
    /// In bold letters.
    pub bold: Option<bool>,
    /// Struck out, by one line or two.
    pub struck: Option<bool>,
    /// Not shown.
    pub hidden: Option<bool>,
    /// White, or so small that nobody sees it.
    pub unseen: Option<bool>,
}

impl Looks {
    /// What is not said here is taken from there.
    pub(super) fn or(&self, other: &Looks) -> Looks {
        Looks {
            outline: self.outline.or(other.outline),
            list: self.list.or(other.list),
            level: self.level.or(other.level),
            left: self.left.or(other.left),
            first: self.first.or(other.first),
            bold: self.bold.or(other.bold),
            struck: self.struck.or(other.struck),
            hidden: self.hidden.or(other.hidden),
            unseen: self.unseen.or(other.unseen),
        }
    }

    /// Takes in an element of properties of a paragraph or a run.
    pub(super) fn take(&mut self, tag: &super::super::xml::Tag<'_>) {
        /// Letters of one point (two halves) or less are seen by nobody.
        const TINY_HALF_POINTS: i64 = 2;
        let value = || tag.number("val");
        match tag.name() {
            "outlineLvl" => self.outline = value().and_then(|level| u8::try_from(level).ok()),
            "numId" => self.list = value(),
            "ilvl" => self.level = value().and_then(|level| usize::try_from(level).ok()),
            "ind" => {
                let length = |names: &[&str]| names.iter().find_map(|name| tag.number(name));
                self.left = length(&["left", "start"]).or(self.left);
                let hanging = length(&["hanging"]).map(|by| -by);
                self.first = hanging.or(length(&["firstLine"])).or(self.first);
            }
            "b" => self.bold = Some(is_on(tag.get("val").as_deref())),
            // One line off says nothing of the other.
            "strike" | "dstrike" => {
                self.struck = Some(self.struck == Some(true) || is_on(tag.get("val").as_deref()));
            }
            "vanish" => self.hidden = Some(is_on(tag.get("val").as_deref())),
            "color" if tag.get("val").is_some_and(|colour| colour.eq_ignore_ascii_case("ffffff")) => {
                self.unseen = Some(true);
            }
            "sz" if value().is_some_and(|size| size <= TINY_HALF_POINTS) => self.unseen = Some(true),
            // White on a dark ground is seen.
            "shd" | "highlight" if self.unseen == Some(true) => self.unseen = None,
            _ => {}
        }
    }
}

/// A switch: on where nothing is said.
pub(super) fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off" | "none"))
}

#[derive(Clone, Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    looks: Looks,
}

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    default: Option<String>,
}

impl Styles {
    pub(super) fn read(bytes: &[u8], part: &str) -> Result<Styles, ImportError> {
        let mut xml = Xml::new(bytes, part)?;
        let mut found = Styles::default();
        let mut open: Option<(String, Style)> = None;
        // Elements that are open, and from which on they are skipped: former properties, and those of tables.
        let (mut depth, mut skipped_from, mut style_at) = (0_usize, None, 0_usize);
        loop {
            match xml.next()? {
                Token::Open(tag) => {
                    depth += 1;
                    let name = tag.name();
                    if skipped_from.is_some() || tag.space != Space::Word {
                        continue;
                    }
                    if name.ends_with("Change") || name == "tblStylePr" {
                        skipped_from = Some(depth);
                    } else if name == "style" {
                        let id = tag.get("styleId").unwrap_or_default();
                        let is_default = tag.get("default").is_some_and(|value| is_on(Some(&value)));
                        if is_default && tag.get("type").as_deref() == Some("paragraph") {
                            found.default = Some(id.clone());
                        }
                        style_at = depth;
                        open = Some((id, Style::default()));
                    } else if let Some((_, style)) = &mut open {
                        match name {
                            "name" => style.name = tag.get("val").unwrap_or_default().to_lowercase(),
                            "basedOn" => style.based_on = tag.get("val"),
                            _ => style.looks.take(&tag),
                        }
                    }
                }
                Token::Close => {
                    if skipped_from == Some(depth) {
                        skipped_from = None;
                    }
                    if depth == style_at {
                        found.styles.extend(open.take());
                    }
                    depth = depth.saturating_sub(1);
                }
                Token::Words(_) => {}
                Token::End => return Ok(found),
            }
        }
    }

    /// The looks of a paragraph in a style; without a name, of the default style.
    pub(super) fn of_paragraph(&self, id: Option<&str>) -> Looks {
        let Some(id) = id.or(self.default.as_deref()) else { return Looks::default() };
        let mut looks = self.of(id);
        // Headings are headings even where the file forgets to say so.
        let name = self.name(id);
        if looks.outline.is_none() {
            looks.outline = match name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok()) {
                Some(level) => level.checked_sub(1),
                None => (name == "title").then_some(0),
            };
        }
        looks
    }

    /// The looks of a style.
    pub(super) fn of(&self, id: &str) -> Looks {
        let mut looks = Looks::default();
        let mut at = Some(id);
        for _ in 0..CHAIN_MAX {
            let Some(style) = at.and_then(|id| self.styles.get(id)) else { break };
            looks = looks.or(&style.looks);
            at = style.based_on.as_deref();
        }
        looks
    }

    /// A style's name, in small letters; its id where the file has no styles.
    pub(super) fn name<'s>(&'s self, id: &'s str) -> &'s str {
        self.styles.get(id).map_or(id, |style| style.name.as_str())
    }
}
