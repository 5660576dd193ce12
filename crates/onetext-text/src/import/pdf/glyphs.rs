//! The letters of a page with their places, as lines.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// Letters of a file.
const LETTERS_MAX: usize = 5_000_000;
/// A gap of this share of the letters' size parts two words.
const GAP: f64 = 0.1;
/// Digits that are smaller by this share, and raised by that share of the letters before them, call a footnote.
const NOTE_SIZE: f64 = 0.8;
const NOTE_RAISED: f64 = 0.2;
/// Letters whose feet differ by less than this share of their size stand on one line: notes are raised.
const SAME_LINE: f64 = 0.45;

/// A line of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Where it begins and ends, from the left, in points.
    pub from: f64,
    pub to: f64,
    /// Where its feet are, from the top.
    pub foot: f64,
    /// The size of most of its letters.
    pub size: f64,
    pub words: String,
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct PageLines {
    pub lines: Vec<Line>,
}

/// What takes the letters as they come.
#[derive(Default)]
pub(super) struct Glyphs {
    pub pages: Vec<PageLines>,
    height: f64,
    line: Option<Line>,
    count: usize,
}

impl Glyphs {
    fn end_of_line(&mut self) {
        let Some(line) = self.line.take() else { return };
        if let Some(page) = self.pages.last_mut().filter(|_| !line.words.trim().is_empty()) {
            page.lines.push(line);
        }
    }
}

impl OutputDev for Glyphs {
    fn begin_page(
        &mut self,
        _page: u32,
        media_box: &MediaBox,
        _art_box: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.end_of_line();
        self.height = media_box.ury;
        self.pages.push(PageLines::default());
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.end_of_line();
        Ok(())
    }

    fn output_character(
        &mut self,
        at: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        letters: &str,
    ) -> Result<(), OutputError> {
        self.count += 1;
        // The size that is seen: the font's, scaled as the page says.
        let size = font_size * libm::sqrt((at.m21 * at.m21 + at.m22 * at.m22).abs());
        let (x, foot) = (at.m31, self.height - at.m32);
        if self.count > LETTERS_MAX || ![size, x, foot].iter().all(|number| number.is_finite()) {
            return Ok(());
        }
        let end = x + width * font_size * libm::sqrt((at.m11 * at.m11 + at.m12 * at.m12).abs());
        if let Some(line) = &mut self.line {
            let step = size.max(line.size).max(1.0);
            let goes_on = (foot - line.foot).abs() < step * SAME_LINE && x > line.to - step;
            if goes_on {
                let is_parted = x - line.to > step * GAP;
                if is_parted && !line.words.ends_with(' ') && !letters.starts_with(' ') {
                    line.words.push(' ');
                }
                let is_note = size < line.size * NOTE_SIZE && line.foot - foot > line.size * NOTE_RAISED;
                line.words.extend(letters.chars().map(|c| if is_note { raised(c) } else { c }));
                line.to = line.to.max(end);
                return Ok(());
            }
        }
        self.end_of_line();
        self.line = Some(Line { from: x, to: end, foot, size, words: letters.to_owned() });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// A digit as it is set above the line.
fn raised(c: char) -> char {
    let digit = c.to_digit(10).and_then(|digit| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(digit as usize));
    digit.unwrap_or(c)
}
