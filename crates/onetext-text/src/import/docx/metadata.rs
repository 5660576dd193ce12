//! Whom the file names besides its text.

use super::super::package::Package;
use super::super::xml::{Token, Xml};
use super::super::{ImportError, Metadata, Remark, Severity, What};

/// Longest value that is kept, in characters.
const VALUE_MAX: usize = 300;
/// Properties that are kept.
const OTHERS_MAX: usize = 50;

pub(super) fn read(package: &Package<'_>) -> Result<Metadata, ImportError> {
    let mut found = Metadata::default();
    for part in ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"] {
        if let Some(bytes) = package.part(part)? {
            for (name, value) in values(&bytes, part)? {
                take(&mut found, &name, value);
            }
        }
    }
    Ok(found)
}

/// The elements of a part that hold words, with their names.
fn values(bytes: &[u8], part: &str) -> Result<Vec<(String, String)>, ImportError> {
    let mut xml = Xml::new(bytes, part)?;
    let mut path: Vec<(String, String)> = Vec::new();
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            // A property of one's own has its name in an attribute.
            Token::Open(tag) => {
                let of_value =
                    path.last().filter(|_| part.ends_with("custom.xml")).map(|(name, _)| name.clone());
                let name = tag.get("name").or(of_value).unwrap_or_else(|| tag.name().to_owned());
                path.push((name, String::new()));
            }
            Token::Words(words) => {
                if let Some((_, value)) = path.last_mut() {
                    value.push_str(&words);
                }
            }
            Token::Close => {
                let ended = path.pop().filter(|(_, value)| !value.trim().is_empty());
                found.extend(
                    ended.map(|(name, value)| (name, value.trim().chars().take(VALUE_MAX).collect())),
                );
            }
            Token::End => return Ok(found),
        }
    }
}

fn take(metadata: &mut Metadata, name: &str, value: String) {
    let place = match name {
        "creator" => &mut metadata.author,
        "lastModifiedBy" => &mut metadata.last_editor,
        "created" => &mut metadata.created,
        "modified" => &mut metadata.modified,
        "title" => &mut metadata.title,
        "Company" => &mut metadata.company,
        // How long the text is, and which program wrote it, names nobody.
        "Pages"
        | "Words"
        | "Characters"
        | "CharactersWithSpaces"
        | "Lines"
        | "Paragraphs"
        | "TotalTime"
        | "Application"
        | "AppVersion"
        | "DocSecurity"
        | "ScaleCrop"
        | "LinksUpToDate"
        | "SharedDoc"
        | "HyperlinksChanged"
        | "revision"
        | "language"
        | "lpstr"
        | "i4" => return,
        _ => {
            if metadata.others.len() < OTHERS_MAX {
                metadata.others.push((name.to_owned(), value));
            }
            return;
        }
    };
    place.get_or_insert(value);
}

/// That the file names somebody.
pub(super) fn remark(metadata: &Metadata) -> Option<Remark> {
    let fields = [&metadata.author, &metadata.last_editor, &metadata.company];
    let others = metadata.others.iter().filter(|(name, _)| name != "Template" || metadata.author.is_some());
    let mut names: Vec<String> = fields.into_iter().flatten().cloned().collect();
    names.extend(
        others
            .filter(|(_, value)| value.chars().any(char::is_alphabetic))
            .map(|(name, value)| format!("{name}: {value}")),
    );
    names.dedup();
    (!names.is_empty()).then(|| Remark::on_file(Severity::Note, What::Names { names }))
}
