//! Word files: the order of elements is the schema's, every reference has its target, the bytes are the same twice, and
//! nothing stands in them that was not passed in.

use crate::manuscripts;
use crate::sample::{self, documents};
use onetext_document::{Block, Document, Properties, Text, docx};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What may stand in these elements, in the order of ECMA-376 (transitional), as far as it is written here.
const ORDERS: [(&str, &[&str]); 11] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:bidi",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:ins",
            "w:del",
            "w:moveFrom",
            "w:moveTo",
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:strike",
            "w:color",
            "w:sz",
            "w:szCs",
            "w:bdr",
            "w:shd",
            "w:vertAlign",
            "w:rtl",
            "w:lang",
        ],
    ),
    ("w:tblPr", &["w:bidiVisual", "w:tblW", "w:tblBorders", "w:tblLayout", "w:tblCellMar"]),
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tcPr", &["w:tcW", "w:tcBorders", "w:shd", "w:vAlign"]),
    ("w:tcBorders", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    ("w:sectPr", &["w:footerReference", "w:pgSz", "w:pgMar", "w:bidi"]),
    ("w:settings", &["w:zoom", "w:defaultTabStop", "w:footnotePr", "w:compat"]),
    ("w:style", &["w:name", "w:basedOn", "w:pPr", "w:rPr"]),
    ("w:styles", &["w:docDefaults", "w:style"]),
];

/// Whether an XML parser reads a part to its end.
pub(crate) fn is_well_formed(part: &str) -> bool {
    let mut reader = Reader::from_str(part);
    let held = |c: char| c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}') || matches!(c, '\n' | '\t');
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return part.chars().all(held),
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// Calls `visit` with every element and the names of those around it.
fn walk(part: &str, mut visit: impl FnMut(&BytesStart<'_>, &[String])) {
    let mut reader = Reader::from_str(part);
    let mut around: Vec<String> = Vec::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => {
                visit(&start, &around);
                around.push(name(&start));
            }
            Event::Empty(start) => visit(&start, &around),
            Event::End(_) => {
                around.pop();
            }
            Event::Eof => return assert!(around.is_empty()),
            _ => {}
        }
    }
}

fn name(start: &BytesStart<'_>) -> String {
    start.name().as_ref().to_owned()
}

fn attribute(start: &BytesStart<'_>, key: &str) -> Option<String> {
    let found = start.try_get_attribute(key).expect("attributes")?;
    Some(found.value.into_owned())
}

/// The first element of a part that stands where the schema has it not.
fn misplaced(content: &str) -> Option<String> {
    // For each open element the rank that its children have reached.
    let mut reached: Vec<usize> = Vec::new();
    let mut found = None;
    walk(content, |start, around| {
        reached.truncate(around.len());
        reached.resize(around.len(), 0);
        if let Some(parent) = around.last()
            && let Some((_, order)) = ORDERS.iter().find(|(element, _)| element == parent)
        {
            let name = name(start);
            let last = reached.last_mut().expect("a parent");
            match order.iter().position(|known| *known == name) {
                Some(rank) if rank >= *last => *last = rank,
                _ => found = found.take().or(Some(format!("{name} in {parent}"))),
            }
        }
    });
    found
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    for document in documents() {
        for (part, content) in docx::parts(&document, &Properties::default()) {
            assert_eq!(misplaced(&content), None, "{part}");
        }
    }
}

#[test]
fn a_misplaced_element_is_noticed() {
    let parts = docx::parts(&sample::arabic(), &Properties::default());
    let body =
        parts.iter().find(|(name, _)| *name == "word/document.xml").map(|(_, body)| body).expect("a text");
    assert!(body.contains("<w:bidi/>") && misplaced(body).is_none());
    // Behind the alignment, and in a place that knows no such element.
    let jc = body
        .find("<w:jc ")
        .and_then(|at| body[at..].find("/>").map(|end| at + end + 2))
        .expect("an alignment");
    let late = format!("{}<w:keepNext/>{}", &body[..jc], &body[jc..]);
    assert_eq!(misplaced(&late).as_deref(), Some("w:keepNext in w:pPr"));
    let strange = body.replacen("<w:bidi/>", "<w:strange/>", 1);
    assert_eq!(misplaced(&strange).as_deref(), Some("w:strange in w:pPr"));
}

#[test]
fn ids_are_given_once_and_every_reference_has_its_target() {
    for document in documents() {
        let parts = docx::parts(&document, &Properties::default());
        let part = |wanted: &str| parts.iter().find(|(name, _)| *name == wanted).map(|(_, content)| content);
        let body = part("word/document.xml").expect("a text");
        let mut changes = Vec::new();
        let mut ends = Vec::new();
        let mut comments = Vec::new();
        let mut styles = Vec::new();
        walk(body, |start, _| match name(start).as_str() {
            "w:ins" | "w:del" | "w:moveFrom" | "w:moveTo" | "w:moveFromRangeStart" | "w:moveToRangeStart" => {
                assert!(attribute(start, "w:author").is_some());
                changes.extend(attribute(start, "w:id"));
            }
            "w:moveFromRangeEnd" | "w:moveToRangeEnd" => ends.extend(attribute(start, "w:id")),
            "w:commentReference" => comments.extend(attribute(start, "w:id")),
            "w:pStyle" | "w:rStyle" => styles.extend(attribute(start, "w:val")),
            _ => {}
        });
        let mut once = changes.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), changes.len());
        assert!(ends.iter().all(|end| changes.contains(end)));
        let known = part("word/styles.xml").expect("styles");
        assert!(styles.iter().all(|style| known.contains(&format!("w:styleId=\"{style}\""))), "{styles:?}");
        for comment in comments {
            assert!(part("word/comments.xml").expect("comments").contains(&format!("w:id=\"{comment}\"")));
        }
        let types = part("[Content_Types].xml").expect("types");
        let relations = part("word/_rels/document.xml.rels").expect("relations");
        for (name, _) in parts.iter().filter(|(name, _)| name.starts_with("word/") && !name.contains("_rels"))
        {
            assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name}");
            let target = format!("Target=\"{}\"", &name["word/".len()..]);
            assert!(*name == "word/document.xml" || relations.contains(&target), "{name}");
        }
        let footer = body.split("r:id=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a footer");
        assert!(relations.contains(&format!("Id=\"{footer}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\"")));
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for document in documents() {
        let write = || docx::write(&document, &Properties::default()).expect("written");
        assert_eq!(write(), write());
    }
}

#[test]
fn a_file_says_only_what_it_was_told() {
    let told = Properties {
        title: "Talks & <tolls>".into(),
        author: Some("Anna Reed".into()),
        created: Some("2025-12-08".into()),
    };
    let all = |properties: &Properties| -> String {
        let parts = docx::parts(&manuscripts::latin().non_paper().0, properties);
        parts.iter().map(|(name, content)| format!("{name}\n{content}\n")).collect()
    };
    let said = all(&told);
    for words in ["Talks &amp; &lt;tolls&gt;", "Anna Reed", "2025-12-08T00:00:00Z"] {
        assert!(said.contains(words), "{words}");
    }
    let silent = all(&Properties::default());
    for words in
        ["docProps", "Anna", "Upland", "Lowland", "2025", "rsid", "w:date", "prejudice", "onetext", "Talks"]
    {
        assert!(!silent.contains(words), "{words}");
    }
    assert!(silent.contains("<w:ins ") && silent.contains("Fords stay free."));
}

#[test]
fn pasted_text_stays_text() {
    let nasty = "</w:t></w:r><w:p/>&#x0; \u{0}\u{1}\u{b}\u{ffff}\u{202e}]]>";
    let page = Document::new("status", nasty)
        .with(Block::Paragraph(Text::plain(nasty)))
        .with(Block::Manuscript(manuscripts::text()));
    for (_, content) in docx::parts(&page, &Properties { title: nasty.into(), ..Properties::default() }) {
        walk(&content, |_, _| {});
        let held = |c: char| c >= ' ' && c != '\u{ffff}' || matches!(c, '\n' | '\t');
        assert!(content.chars().all(held));
        assert!(!content.contains("</w:t></w:r><w:p/>&#"));
    }
}

#[test]
fn a_document_from_right_to_left_runs_so_throughout() {
    let parts = docx::parts(&sample::arabic(), &Properties::default());
    let body = &parts.iter().find(|(name, _)| *name == "word/document.xml").expect("a text").1;
    let tables = body.matches("<w:tbl>").count();
    assert_eq!(body.matches("<w:bidiVisual/>").count(), tables);
    assert!(body.contains("<w:tblHeader/>") && body.contains("<w:cantSplit/>"));
    assert!(body.contains("<w:rtl/></w:rPr><w:t xml:space=\"preserve\">الأراضي"), "{body}");
    assert!(body.ends_with("<w:bidi/></w:sectPr></w:body></w:document>"));
}

#[test]
fn tracked_changes_are_real_ones() {
    let parts = docx::parts(&manuscripts::latin(), &Properties::default());
    let body = &parts.iter().find(|(name, _)| *name == "word/document.xml").expect("a text").1;
    insta::assert_snapshot!("manuscript.docx.xml", body.replace("<w:p>", "\n<w:p>"));
}
