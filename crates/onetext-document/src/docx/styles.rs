//! The parts that say how everything looks: styles, the sign of list items, settings.

use super::xml::{element, language, valued};
use super::{NAMESPACES, PROLOGUE};
use crate::sheet::Sheet;
use crate::{Direction, Document};

/// Letters that every word processor has, or has a like for.
const FONTS: &str =
    "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Arial\"/>";
/// A letter whose every place has one width.
const FONTS_CODE: &str = "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Courier New\"/>";

/// A paragraph style: its name, the room above and below in twentieths of a point, what else it has, and how much larger its
/// letters are, in half points.
struct Look {
    id: &'static str,
    name: &'static str,
    room: [u32; 2],
    /// Properties that come before the room in the schema, and after it.
    around: [&'static str; 2],
    run: &'static str,
    larger: i32,
}

const STRONG: &str = "<w:b/><w:bCs/>";
const SLANTED: &str = "<w:i/><w:iCs/>";
const QUIET: &str = "<w:color w:val=\"505050\"/>";
const SHADED: &str = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEDED\"/>";
const PLAIN: [&str; 2] = ["", ""];
const STICKY: [&str; 2] = ["<w:keepNext/>", ""];
/// What headings of each level have: they stay with what follows, and have a place in the outline.
const OUTLINE: [[&str; 2]; 6] = [
    [KEPT, "<w:outlineLvl w:val=\"0\"/>"],
    [KEPT, "<w:outlineLvl w:val=\"1\"/>"],
    [KEPT, "<w:outlineLvl w:val=\"2\"/>"],
    [KEPT, "<w:outlineLvl w:val=\"3\"/>"],
    [KEPT, "<w:outlineLvl w:val=\"4\"/>"],
    [KEPT, "<w:outlineLvl w:val=\"5\"/>"],
];
const KEPT: &str = "<w:keepNext/><w:keepLines/>";

/// The paragraph styles beside running text. The names are those by which word processors know them.
const LOOKS: [Look; 14] = [
    look("Title", "Title", [0, 80], PLAIN, STRONG, 13),
    look("Heading1", "heading 1", [240, 80], OUTLINE[0], STRONG, 5),
    look("Heading2", "heading 2", [200, 60], OUTLINE[1], STRONG, 2),
    look("Heading3", "heading 3", [160, 60], OUTLINE[2], STRONG, 1),
    look("Heading4", "heading 4", [120, 40], OUTLINE[3], STRONG, 0),
    look("Heading5", "heading 5", [120, 40], OUTLINE[4], STRONG, 0),
    look("Heading6", "heading 6", [120, 40], OUTLINE[5], SLANTED, 0),
    look("Notice", "Notice", [0, 0], [SHADED, ""], "", -2),
    look("Cell", "Cell", [20, 20], PLAIN, "", -2),
    look("Legend", "Legend", [40, 120], PLAIN, QUIET, -4),
    look("Caption", "caption", [120, 40], STICKY, SLANTED, -2),
    look("Footer", "footer", [0, 0], PLAIN, QUIET, -5),
    look("FootnoteText", "footnote text", [0, 0], PLAIN, "", -3),
    look("CommentText", "annotation text", [0, 0], PLAIN, "", -3),
];

/// Where all must stand on few sheets, there is so many times less room between paragraphs, and headings are smaller.
const TIGHTER: u32 = 3;
const TIGHT_LARGER_MAX: i32 = 4;

const fn look(
    id: &'static str,
    name: &'static str,
    room: [u32; 2],
    around: [&'static str; 2],
    run: &'static str,
    larger: i32,
) -> Look {
    Look { id, name, room, around, run, larger }
}

/// The styles.
pub(super) fn styles(document: &Document, sheet: Sheet) -> String {
    let size = |larger: i32| {
        let size = sheet.type_size.saturating_add_signed(larger).max(10);
        valued("sz", size) + &valued("szCs", size)
    };
    let language = language(&document.language).map_or_else(String::new, |tag| {
        let both = if document.direction == Direction::RightToLeft { "w:bidi" } else { "w:val" };
        format!("<w:lang {both}=\"{tag}\"/>")
    });
    let is_tight = document.sheets.is_some();
    let below = if is_tight { 20 } else { 80 };
    let defaults = format!(
        "<w:docDefaults><w:rPrDefault><w:rPr>{FONTS}{}{language}</w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"{below}\"/></w:pPr></w:pPrDefault></w:docDefaults>",
        size(0)
    );
    let normal = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>";
    let looks: String = LOOKS
        .iter()
        .map(|look| {
            let larger = if is_tight { look.larger.min(TIGHT_LARGER_MAX) } else { look.larger };
            paragraph_style(look, is_tight, &size(larger))
        })
        .collect();
    let characters = [
        ("Code", "Code", FONTS_CODE),
        ("Muted", "Muted", "<w:color w:val=\"505050\"/>"),
        ("FootnoteReference", "footnote reference", "<w:vertAlign w:val=\"superscript\"/>"),
        ("CommentReference", "annotation reference", "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>"),
    ]
    .map(|(id, name, run)| {
        let inner = valued("name", name) + &element("rPr", "", run);
        element("style", &format!("w:type=\"character\" w:styleId=\"{id}\""), &inner)
    });
    format!("{PROLOGUE}<w:styles {NAMESPACES}>{defaults}{normal}{looks}{}</w:styles>", characters.concat())
}

fn paragraph_style(look: &Look, is_tight: bool, size: &str) -> String {
    let [above, below] = look.room.map(|room| if is_tight { room / TIGHTER } else { room });
    let [before, after] = look.around;
    let paragraph = format!("{before}<w:spacing w:before=\"{above}\" w:after=\"{below}\"/>{after}");
    let inner = valued("name", look.name)
        + "<w:basedOn w:val=\"Normal\"/>"
        + &element("pPr", "", &paragraph)
        + &element("rPr", "", &(look.run.to_owned() + size));
    element("style", &format!("w:type=\"paragraph\" w:styleId=\"{}\"", look.id), &inner)
}

/// One list, with a dash before each item.
pub(super) fn numbering() -> String {
    let level = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"–\"/>\
                 <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"284\" w:hanging=\"284\"/></w:pPr></w:lvl>";
    format!(
        "{PROLOGUE}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId=\"0\">\
         <w:multiLevelType w:val=\"singleLevel\"/>{level}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}

/// The settings: laid out as by a word processor of today, and nothing about who wrote it.
pub(super) fn settings(has_footnotes: bool) -> String {
    let footnotes = if has_footnotes {
        "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
    } else {
        ""
    };
    format!(
        "{PROLOGUE}<w:settings {NAMESPACES}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"454\"/>{footnotes}\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}
