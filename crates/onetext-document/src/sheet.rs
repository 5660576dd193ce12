//! The paper: its size, its margins and how large the type is.

use crate::html::fit;
use crate::{Block, Document, Page, Section};

/// A sheet of paper and the type on it. Lengths in twentieths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) margin: u32,
    /// The size of running text, in half points.
    pub(crate) type_size: u32,
}

/// A4, shorter side first.
const A4: [u32; 2] = [11_906, 16_838];
/// A3, shorter side first.
const A3: [u32; 2] = [16_838, 23_811];
/// Upright paper carries a table of at most so many columns.
const UPRIGHT_COLUMNS_MAX: usize = 8;
/// A4 on its side carries a table of at most so many columns; more take A3.
const LANDSCAPE_COLUMNS_MAX: usize = 9;
/// 18 mm, and 10 mm where all must stand on few sheets.
const MARGINS: [u32; 2] = [1_020, 567];
/// Running text where there is room, and by how tight it must be set (1 to 5).
const TYPE_SIZE: u32 = 21;
const TIGHT_TYPE_SIZES: [u32; 5] = [18, 17, 16, 15, 14];

/// The paper for a document: A4 as it asks; on its side, or A3, where its widest table needs that.
pub(crate) fn of(document: &Document) -> Sheet {
    let columns = widest(&document.blocks);
    let is_landscape = document.page == Page::Landscape || columns > UPRIGHT_COLUMNS_MAX;
    let [short, long] = if columns > LANDSCAPE_COLUMNS_MAX { A3 } else { A4 };
    let [width, height] = if is_landscape { [long, short] } else { [short, long] };
    let type_size = document.sheets.map_or(TYPE_SIZE, |sheets| {
        let tight = fit::tightness(document, sheets).clamp(1, TIGHT_TYPE_SIZES.len());
        TIGHT_TYPE_SIZES[tight - 1]
    });
    Sheet { width, height, margin: MARGINS[usize::from(document.sheets.is_some())], type_size }
}

fn widest(blocks: &[Block]) -> usize {
    let within =
        |sections: &[Section]| sections.iter().map(|section| widest(&section.blocks)).max().unwrap_or(0);
    let columns = blocks.iter().map(|block| match block {
        Block::Section(section) => widest(&section.blocks),
        Block::Table(table) => table.columns.len(),
        Block::SideBySide(sections) => within(sections),
        Block::Paragraph(_) | Block::List(_) | Block::Strip(_) | Block::Chart(_) | Block::Manuscript(_) => 0,
    });
    columns.max().unwrap_or(0)
}

impl Sheet {
    /// The width between the margins.
    pub(crate) fn measure(self) -> u32 {
        self.width - 2 * self.margin
    }

    /// Whether it lies on its side.
    pub(crate) fn is_landscape(self) -> bool {
        self.width > self.height
    }
}
