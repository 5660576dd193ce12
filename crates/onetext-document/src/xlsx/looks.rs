//! How cells look: borders, weight, and patterns that stay apart in grey.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern};

use crate::{Align, Cell, Column, Mark, Pattern, Style};

fn base_format(column: &Column) -> Format {
    let format = Format::new().set_text_wrap();
    let format = match column.align {
        Align::Start => format,
        Align::Centre => format.set_align(FormatAlign::Center),
        Align::End => format.set_align(FormatAlign::Right),
    };
    let side = if column.heavy { FormatBorder::Medium } else { FormatBorder::Thin };
    format
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_border_left(side)
        .set_border_right(side)
}

/// The look of a heading.
pub(super) fn header_format(column: &Column) -> Format {
    base_format(column).set_bold().set_border_bottom(FormatBorder::Medium)
}

/// The look of a cell in its column.
pub(super) fn cell_format(column: &Column, cell: &Cell) -> Format {
    let format = if column.heading { base_format(column).set_bold() } else { base_format(column) };
    cell.mark.as_ref().map_or(format.clone(), |mark| marked(format, mark))
}

/// The look of what explains the table.
pub(super) fn legend_format() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// The look of a run within a cell: put in, taken out, or neither.
pub(super) fn run_format(style: Style) -> Format {
    match style {
        Style::Inserted => Format::new().set_bold().set_italic(),
        Style::Deleted => Format::new().set_font_strikethrough(),
        _ => Format::new(),
    }
}

/// The pattern behind a cell, in greys light enough to read through. A stale mark is hatched and
/// slanted whatever it is.
fn marked(format: Format, mark: &Mark) -> Format {
    let light = Color::RGB(0x00C8_C8C8);
    let pattern = |format: Format, pattern| format.set_pattern(pattern).set_foreground_color(light);
    match mark.pattern {
        _ if mark.stale => pattern(format.set_italic(), FormatPattern::LightUp),
        Pattern::Blank => format,
        Pattern::Outline => format.set_border(FormatBorder::Medium),
        Pattern::Dots => pattern(format, FormatPattern::Gray125),
        Pattern::Lines => pattern(format, FormatPattern::LightHorizontal),
        Pattern::Grid => pattern(format, FormatPattern::LightGrid),
        Pattern::Solid => format.set_background_color(Color::RGB(0x0030_3030)).set_font_color(Color::White),
    }
}
