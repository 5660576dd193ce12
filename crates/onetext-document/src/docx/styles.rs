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

/// A paragraph style: its name, what it has of its own, and how much larger its letters are, in half points.
struct Look {
    id: &'static str,
    name: &'static str,
    paragraph: &'static str,
    run: &'static str,
    larger: i32,
}

/// The paragraph styles beside running text. The names are those by which word processors know them.
const LOOKS: [Look; 13] = [
    look("Title", "Title", "<w:spacing w:before=\"0\" w:after=\"80\"/>", "<w:b/><w:bCs/>", 13),
    look("Heading1", "heading 1", HEADING[0], "<w:b/><w:bCs/>", 5),
    look("Heading2", "heading 2", HEADING[1], "<w:b/><w:bCs/>", 2),
    look("Heading3", "heading 3", HEADING[2], "<w:b/><w:bCs/>", 1),
    look("Heading4", "heading 4", HEADING[3], "<w:b/><w:bCs/>", 0),
    look("Heading5", "heading 5", HEADING[4], "<w:b/><w:bCs/><w:i/><w:iCs/>", 0),
    look("Heading6", "heading 6", HEADING[5], "<w:i/><w:iCs/>", 0),
    look(
        "Notice",
        "Notice",
        "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEDED\"/><w:spacing w:before=\"0\" w:after=\"0\"/>",
        "",
        -2,
    ),
    look("Cell", "Cell", "<w:spacing w:before=\"20\" w:after=\"20\"/>", "", -2),
    look(
        "Legend",
        "Legend",
        "<w:spacing w:before=\"40\" w:after=\"120\"/>",
        "<w:color w:val=\"505050\"/>",
        -4,
    ),
    look(
        "Caption",
        "caption",
        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"40\"/>",
        "<w:i/><w:iCs/>",
        -2,
    ),
    look("Footer", "footer", "<w:spacing w:before=\"0\" w:after=\"0\"/>", "<w:color w:val=\"505050\"/>", -5),
    look("FootnoteText", "footnote text", "<w:spacing w:before=\"0\" w:after=\"0\"/>", "", -3),
];

/// Room around headings, and their places in an outline.
const HEADING: [&str; 6] = [
    "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>",
    "<w:keepNext/><w:keepLines/><w:spacing w:before=\"200\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>",
    "<w:keepNext/><w:keepLines/><w:spacing w:before=\"160\" w:after=\"60\"/><w:outlineLvl w:val=\"2\"/>",
    "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"40\"/><w:outlineLvl w:val=\"3\"/>",
    "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"40\"/><w:outlineLvl w:val=\"4\"/>",
    "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"40\"/><w:outlineLvl w:val=\"5\"/>",
];

const fn look(
    id: &'static str,
    name: &'static str,
    paragraph: &'static str,
    run: &'static str,
    larger: i32,
) -> Look {
    Look { id, name, paragraph, run, larger }
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
    let tight = if document.sheets.is_some() { 20 } else { 80 };
    let defaults = format!(
        "<w:docDefaults><w:rPrDefault><w:rPr>{FONTS}{}{language}</w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"{tight}\"/></w:pPr></w:pPrDefault></w:docDefaults>",
        size(0)
    );
    let normal = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>";
    let looks: String = LOOKS.iter().map(|look| paragraph_style(look, &size(look.larger))).collect();
    let comment = Look { id: "CommentText", name: "annotation text", ..LOOKS[12] };
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
    let comment = paragraph_style(&comment, &size(comment.larger));
    format!(
        "{PROLOGUE}<w:styles {NAMESPACES}>{defaults}{normal}{looks}{comment}{}</w:styles>",
        characters.concat()
    )
}

fn paragraph_style(look: &Look, size: &str) -> String {
    let color_last = look.run.to_owned() + size;
    let inner = valued("name", look.name)
        + "<w:basedOn w:val=\"Normal\"/>"
        + &element("pPr", "", look.paragraph)
        + &element("rPr", "", &color_last);
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
