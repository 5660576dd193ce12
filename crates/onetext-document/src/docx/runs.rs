//! Runs: words in one style, one direction and one fate.

use super::direction;
use super::xml::{self, element, flag, valued};
use crate::{Direction, Mark, Pattern, SPAN_TONES, Style, Text, characters};

/// How a run is set, beside its style.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    pub(super) style: Style,
    /// Heavier whatever the style: a row's heading.
    pub(super) strong: bool,
    /// Taken out with its change tracked: its text has an element of its own.
    pub(super) deleted: bool,
}

/// A text as runs; quotations in quotation marks.
pub(super) fn text(text: &Text, strong: bool, around: Direction) -> String {
    let document = characters::direction_of(&text.to_words(), around);
    let runs = text.0.iter().map(|run| {
        let look = Look { style: run.style, strong, deleted: false };
        let words = characters::tamed_for_layout(&run.words);
        match run.style {
            Style::Quote => words_of(&format!("“{words}”"), look, document),
            _ => words_of(&words, look, document),
        }
    });
    runs.collect()
}

/// The words of a negotiating text as runs: kept exactly; only what XML cannot hold becomes visible.
pub(super) fn exact(words: &str, look: Look, document: Direction) -> String {
    words_of(&characters::kept_for_xml(words), look, document)
}

fn words_of(words: &str, look: Look, document: Direction) -> String {
    let parts = direction::parts(words, document);
    parts.into_iter().map(|(leftward, words)| run(words, look, leftward)).collect()
}

fn run(words: &str, look: Look, leftward: bool) -> String {
    element("r", "", &(properties(look, leftward) + &content(words, look.deleted)))
}

/// Words with line ends and tabs as elements.
fn content(words: &str, deleted: bool) -> String {
    let name = if deleted { "delText" } else { "t" };
    let mut out = String::new();
    for piece in words.split_inclusive(['\n', '\t']) {
        let text = piece.trim_end_matches(['\n', '\t']);
        if !text.is_empty() {
            out += &element(name, "xml:space=\"preserve\"", &xml::escaped(text));
        }
        out += match piece.chars().last() {
            Some('\n') => "<w:br/>",
            Some('\t') => "<w:tab/>",
            _ => "",
        };
    }
    out
}

/// The properties of a run, in the order of the schema (`CT_RPr`): rStyle, b, i, strike, color, shd, rtl.
fn properties(look: Look, leftward: bool) -> String {
    let style = match look.style {
        Style::Code | Style::Entry => valued("rStyle", "Code"),
        Style::Muted => valued("rStyle", "Muted"),
        _ => String::new(),
    };
    let strong = look.strong || matches!(look.style, Style::Strong | Style::Inserted);
    let slanted = matches!(look.style, Style::Emphasis | Style::Inserted);
    let parts = [
        style,
        flag("b", strong),
        flag("bCs", strong),
        flag("i", slanted),
        flag("iCs", slanted),
        flag("strike", look.style == Style::Deleted),
        toned(look.style),
        flag("rtl", leftward),
    ];
    match parts.concat() {
        none if none.is_empty() => none,
        inner => element("rPr", "", &inner),
    }
}

/// The background of a lettered span.
fn toned(style: Style) -> String {
    let Style::Span(tone) = style else { return String::new() };
    let fill = SPAN_FILLS[usize::from(tone) % SPAN_FILLS.len()];
    format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>")
}

/// The same backgrounds as in print.
const SPAN_FILLS: [&str; SPAN_TONES as usize] = ["FDE9B8", "D3E6FB", "D9F0D3", "F6D9EA", "E3DDF6", "F9DDCB"];

/// A mark before the text of a cell: its letter in a box on its pattern, `~` where it is stale.
pub(super) fn mark(mark: &Mark, around: Direction) -> String {
    // Blanks at the box would stand apart from their letter where lines run from right to left.
    let blank = if around == Direction::RightToLeft { "" } else { "\u{a0}" };
    let stale = if mark.stale { "~" } else { "" };
    let solid = mark.pattern == Pattern::Solid;
    let color = if solid { valued("color", "FFFFFF") } else { String::new() };
    let shade = match mark.pattern {
        Pattern::Blank | Pattern::Outline => String::new(),
        Pattern::Dots => shade("pct10"),
        Pattern::Lines => shade("thinHorzStripe"),
        Pattern::Grid => shade("thinHorzCross"),
        Pattern::Solid => "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"303030\"/>".to_owned(),
    };
    let border = "<w:bdr w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"303030\"/>";
    let inner = format!("<w:b/><w:bCs/>{color}{border}{shade}");
    let words = format!("{blank}{}{stale}{blank}", characters::tamed_for_layout(&mark.letter));
    element("r", "", &(element("rPr", "", &inner) + &content(&words, false)))
}

fn shade(pattern: &str) -> String {
    format!("<w:shd w:val=\"{pattern}\" w:color=\"808080\" w:fill=\"FFFFFF\"/>")
}
