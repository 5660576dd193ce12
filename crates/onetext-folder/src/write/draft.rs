//! A draft and its provisions to one Markdown file, as a person would write it.

use std::collections::BTreeSet;
use std::fmt::Write;

use onetext_model::{Entry, EntryId, Fact, Provision, TextForm};

use super::{Names, Seen, WriteError, table};

/// Keys of the draft that its file need not say: they follow from its label, or are empty.
const FOLLOWS: [&str; 1] = ["id"];

/// The file of a draft. Its provisions come in the given order.
///
/// # Errors
/// If an entry cannot be put into TOML, or is no draft.
pub fn draft_file(draft: &Entry, provisions: &[Provision], names: &Names<'_>) -> Result<String, WriteError> {
    let Fact::Draft(fact) = &draft.fact else {
        return Err(WriteError::Form(draft.id, "it is no draft".to_owned()));
    };
    let labels = Seen { names, from: &draft.audience, of_any_kind: BTreeSet::new() };
    let mut keys = table(draft, &labels)?;
    for key in FOLLOWS {
        keys.remove(key);
    }
    if draft.sources.is_empty() {
        keys.remove("sources");
    }
    let mut text = format!("+++\n{keys}+++\n");
    for provision in provisions {
        text.push('\n');
        text.push_str(&head_line(provision, fact.form, &labels));
        if !provision.text.is_empty() {
            let _ = write!(text, "\n{}\n", within(&provision.text));
        }
    }
    Ok(text)
}

/// `## NUMBER. Heading {issues: a, b; checked: words; row: 47a}`
fn head_line(provision: &Provision, form: TextForm, labels: &Seen<'_, '_>) -> String {
    let heading = provision.heading.as_deref().map(|heading| heading.replace('\n', " ")).unwrap_or_default();
    let mut line = if heading.is_empty() {
        format!("## {}", provision.number)
    } else {
        format!("## {}. {heading}", provision.number)
    };
    let issues: Vec<String> =
        provision.issues.iter().map(|issue| labels.written(EntryId::from(*issue))).collect();
    let mut attributes = Vec::new();
    if !issues.is_empty() {
        attributes.push(format!("issues: {}", issues.join(", ")));
    }
    if let Some(checked) = provision.checked.as_ref().filter(|_| form == TextForm::Summary) {
        attributes.push(format!("checked: {checked}"));
    }
    if let Some(row) = &provision.row {
        attributes.push(format!("row: {row}"));
    }
    // Braces of the heading itself must not be taken for attributes: an empty pair says that there are none.
    if !attributes.is_empty() || heading.ends_with('}') {
        let _ = write!(line, " {{{}}}", attributes.join("; "));
    }
    line.push('\n');
    line
}

/// A line of the text that would begin a new provision goes in by a blank: nothing else of it changes.
fn within(text: &str) -> String {
    let lines: Vec<String> = text
        .trim()
        .lines()
        .map(|line| if line.starts_with("## ") { format!(" {line}") } else { line.to_owned() })
        .collect();
    lines.join("\n")
}
