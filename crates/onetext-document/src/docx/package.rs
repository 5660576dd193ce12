//! The parts around the text: what each part is, how they hang together, and what the file says about itself.

use super::{PROLOGUE, xml};
use crate::Properties;
use crate::properties::instant;

/// By which id the text refers to its footer.
pub(super) const FOOTER_ID: &str = "rId4";

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE: &str = "docProps/core.xml";

/// All parts, what describes them first.
pub(super) fn packed(
    texts: Vec<(&'static str, String)>,
    properties: &Properties,
) -> Vec<(&'static str, String)> {
    let core = (!properties.is_empty()).then(|| core(properties));
    let mut parts =
        vec![("[Content_Types].xml", types(&texts, core.is_some())), ("_rels/.rels", root(core.is_some()))];
    parts.extend(core.map(|core| (CORE, core)));
    let relations = relations(&texts);
    parts.extend(texts);
    parts.push(("word/_rels/document.xml.rels", relations));
    parts
}

/// The word for a part in the names of types and relations: `footer` for `word/footer1.xml`.
fn sort(name: &str) -> &str {
    let name = name.strip_prefix("word/").unwrap_or(name);
    name.strip_suffix(".xml").unwrap_or(name).trim_end_matches(|character: char| character.is_ascii_digit())
}

fn types(texts: &[(&'static str, String)], core: bool) -> String {
    let of = |(name, _): &(&str, String)| {
        let sort = match sort(name) {
            "document" => "document.main",
            other => other,
        };
        format!("<Override PartName=\"/{name}\" ContentType=\"{WORD}.{sort}+xml\"/>")
    };
    let core = if core {
        format!(
            "<Override PartName=\"/{CORE}\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        )
    } else {
        String::new()
    };
    format!(
        "{PROLOGUE}<Types xmlns=\"{TYPES}\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{core}</Types>",
        texts.iter().map(of).collect::<String>()
    )
}

fn root(core: bool) -> String {
    let core = if core {
        format!(
            "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"{CORE}\"/>"
        )
    } else {
        String::new()
    };
    format!(
        "{PROLOGUE}<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>{core}</Relationships>"
    )
}

/// Relations of the text to every other part; the footer is the fourth of them.
fn relations(texts: &[(&'static str, String)]) -> String {
    let others = texts.iter().filter(|(name, _)| *name != "word/document.xml");
    let lines = others.enumerate().map(|(at, (name, _))| {
        let target = name.strip_prefix("word/").unwrap_or(name);
        format!("<Relationship Id=\"rId{}\" Type=\"{OFFICE}/{}\" Target=\"{target}\"/>", at + 1, sort(name))
    });
    format!("{PROLOGUE}<Relationships xmlns=\"{RELATIONS}\">{}</Relationships>", lines.collect::<String>())
}

/// Title, author and day: only those that were given.
fn core(properties: &Properties) -> String {
    let title = Some(&properties.title).filter(|title| !title.is_empty());
    let title = title.map(|title| format!("<dc:title>{}</dc:title>", xml::tamed(title)));
    let author = properties.author.as_ref();
    let author = author.map(|author| format!("<dc:creator>{}</dc:creator>", xml::tamed(author)));
    let created = properties.created.as_deref().and_then(instant);
    let created = created
        .map(|created| format!("<dcterms:created xsi:type=\"dcterms:W3CDTF\">{created}</dcterms:created>"));
    let inner: String = [title, author, created].into_iter().flatten().collect();
    format!(
        "{PROLOGUE}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">{inner}</cp:coreProperties>"
    )
}
