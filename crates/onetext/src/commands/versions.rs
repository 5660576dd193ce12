//! Language versions on plain files.

use anyhow::Result;
use onetext_desk::drafts::Named;
use onetext_text::draft::Draft;
use onetext_text::exact::Language;
use onetext_text::versions::{Version, versions};

use super::Outcome;
use super::drafts::read;
use crate::arguments::Versions;
use crate::print;
use crate::texts::name;

/// Compares two texts that should say the same in two languages.
pub fn run(arguments: &Versions) -> Result<Outcome> {
    let (one, other) = (read(&arguments.one)?, read(&arguments.other)?);
    let names = (name(&arguments.one), name(&arguments.other));
    let tags = arguments.languages.as_ref().map(|pair| (pair[0].as_str(), pair[1].as_str()));
    let (left, right) = (version(&one, tags.map(|pair| pair.0)), version(&other, tags.map(|pair| pair.1)));
    let found = versions(left, right);
    let document = onetext_desk::versions::versions(
        (Named { name: &names.0, draft: &one }, left),
        (Named { name: &names.1, draft: &other }, right),
        &found,
    );
    print::document(&document, &arguments.output)?;
    Ok(if found.differences.is_empty() { Outcome::Fine } else { Outcome::Found })
}

fn version<'d>(draft: &'d Draft, tag: Option<&str>) -> Version<'d> {
    match tag {
        Some(tag) => Version { draft, language: Language::from_tag(tag) },
        None => Version::of(draft),
    }
}
