//! Drawing: lines, boxes and words with rounded places, and how much room words take.

use unicode_width::UnicodeWidthStr;

use crate::characters::reads_right_to_left;
use crate::html::escaped;

/// Breadth of an average letter as a share of the font size.
const LETTER_BREADTH: f64 = 0.57;

/// Height of a line as a share of the font size.
pub(super) const LINE_HEIGHT: f64 = 1.25;

/// Where words stand relative to their place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The place is their left end.
    Left,
    /// The place is their middle.
    Middle,
    /// The place is their right end.
    Right,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Area {
    /// An area around its middle.
    pub(super) fn around((x, y): (f64, f64), (width, height): (f64, f64)) -> Self {
        Area { x: x - width / 2.0, y: y - height / 2.0, width, height }
    }

    /// This area with a margin on every side.
    pub(super) fn with_margin(self, margin: f64) -> Self {
        Area {
            x: self.x - margin,
            y: self.y - margin,
            width: self.width + 2.0 * margin,
            height: self.height + 2.0 * margin,
        }
    }

    pub(super) fn meets(&self, other: &Area) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    /// The size of the surface that both cover.
    pub(super) fn shared(&self, other: &Area) -> f64 {
        let across = (self.x + self.width).min(other.x + other.width) - self.x.max(other.x);
        let down = (self.y + self.height).min(other.y + other.height) - self.y.max(other.y);
        across.max(0.0) * down.max(0.0)
    }

    pub(super) fn holds(&self, (x, y): (f64, f64)) -> bool {
        self.x < x && x < self.x + self.width && self.y < y && y < self.y + self.height
    }

    pub(super) fn middle(&self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The smallest area that holds both.
    pub(super) fn joined(self, other: Area) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Area { x, y, width: right - x, height: bottom - y }
    }
}

/// A count as a number to calculate with.
pub(super) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A number with one decimal, never "-0.0".
pub(super) fn place(value: f64) -> String {
    let printed = format!("{value:.1}");
    if printed == "-0.0" { "0.0".to_owned() } else { printed }
}

/// The breadth of words in a font size. An estimate on the generous side: fonts differ between machines.
pub(super) fn breadth(words: &str, size: f64) -> f64 {
    number(words.width()) * size * LETTER_BREADTH
}

/// Words in lines of at most about `letters` letters; longer words stay whole.
pub(super) fn lines(words: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The room that lines take in a font size.
pub(super) fn room(lines: &[String], size: f64) -> (f64, f64) {
    let broadest = lines.iter().map(|line| breadth(line, size)).fold(0.0, f64::max);
    (broadest, number(lines.len()) * size * LINE_HEIGHT)
}

/// One line of words; `extra` are further attributes.
pub(super) fn words(words: &str, (x, y): (f64, f64), size: f64, anchor: Anchor, extra: &str) -> String {
    let leftward = reads_right_to_left(words);
    let end = match (anchor, leftward) {
        (Anchor::Middle, _) => "middle",
        (Anchor::Left, false) | (Anchor::Right, true) => "start",
        (Anchor::Right, false) | (Anchor::Left, true) => "end",
    };
    let direction = if leftward { " direction=\"rtl\"" } else { "" };
    format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{end}\"{direction}{extra}>{}</text>\n",
        place(x),
        place(y),
        place(size),
        escaped(words)
    )
}

/// Attributes that put a halo of paper behind words, so that lines do not run through them.
pub(super) const HALO: &str =
    " class=\"halo\" stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"";

/// Lines of words around a middle.
pub(super) fn paragraph(lines: &[String], (x, y): (f64, f64), size: f64, extra: &str) -> String {
    let step = size * LINE_HEIGHT;
    let first = y - step * (number(lines.len()) - 1.0) / 2.0 + size * 0.35;
    let set = lines.iter().enumerate();
    set.map(|(index, line)| words(line, (x, first + step * number(index)), size, Anchor::Middle, extra))
        .collect()
}

/// The whole picture: its frame, its name and description, its content.
pub(super) fn frame(area: Area, title: &str, description: &str, content: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{x} {y} {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\" direction=\"ltr\" color=\"#1b2127\" fill=\"currentColor\" \
         font-family=\"system-ui, 'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif\">\n\
         <title>{title}</title>\n<desc>{description}</desc>\n{content}</svg>\n",
        x = place(area.x),
        y = place(area.y),
        width = place(area.width),
        height = place(area.height),
        title = escaped(title),
        description = escaped(description),
    )
}
