//! Where the texts of a command come from: files, or the drafts of a case, each with what we have of it.

use std::path::Path;

use anyhow::{Context, Result, bail};
use onetext_model::{Draft as CaseDraft, DraftId, EntryId, TextForm, View};
use onetext_text::draft::Draft;
use onetext_text::manuscript::Manuscript;

use crate::arguments::FromCase;
use crate::folder::Opened;
use crate::{standpoint, texts};

/// Files, and the case whose drafts may be named too.
pub struct Sources<'a> {
    opened: Option<Opened>,
    from: &'a FromCase,
}

/// A text that was found.
pub struct Source {
    /// What it is called: a file's name, a draft's label.
    pub name: String,
    /// What it says; where changes are tracked, with all of them taken.
    pub draft: Draft,
    /// With its tracked changes, where its file can hold any.
    pub manuscript: Option<Manuscript>,
    /// Whether it is the text itself. A file is.
    pub form: TextForm,
}

impl<'a> Sources<'a> {
    /// Opens the case, if one was named.
    pub fn open(from: &'a FromCase) -> Result<Sources<'a>> {
        let opened = from.case.as_deref().map(Opened::at).transpose()?;
        Ok(Sources { opened, from })
    }

    /// The text of that name: a draft of the case by its label, or else a file.
    pub fn read(&self, path: &Path) -> Result<Source> {
        if let Some(opened) = &self.opened {
            let view = standpoint::view(&opened.case, &self.from.standpoint)?;
            if let Some(found) = in_case(&view, path)? {
                return Ok(found);
            }
            if !path.exists() {
                bail!(
                    "no draft of the case is called {:?}, and there is no such file; the drafts are {}",
                    path.display().to_string(),
                    labels(&view)
                );
            }
        }
        let reading = texts::read_and_warn(path)?;
        let name = texts::name(path);
        if reading.draft.provisions.is_empty() {
            bail!("{name} holds no text");
        }
        Ok(Source { name, draft: reading.draft, manuscript: reading.manuscript, form: TextForm::Verbatim })
    }

    /// The same, of a text that must be the text itself.
    pub fn read_verbatim(&self, path: &Path, what: &str) -> Result<Source> {
        let found = self.read(path)?;
        if found.form != TextForm::Verbatim {
            bail!(
                "{} is a summary in our words: {what} needs the text itself (`onetext align` likens summaries too)",
                found.name
            );
        }
        Ok(found)
    }
}

/// The draft of a view with that label or id.
pub fn draft(view: &View<'_>, label: &str) -> Result<DraftId> {
    let found = view.labelled::<CaseDraft>(label).or_else(|| view.find::<CaseDraft>(EntryId::parse(label)?));
    let found =
        found.with_context(|| format!("no draft is called {label:?}; the drafts are {}", labels(view)))?;
    Ok(DraftId(found.id()))
}

fn in_case(view: &View<'_>, path: &Path) -> Result<Option<Source>> {
    let Some(label) = path.to_str() else { return Ok(None) };
    let Some(stated) = view.labelled::<CaseDraft>(label) else { return Ok(None) };
    let draft = onetext_desk::texts::text_of(view, DraftId(stated.id())).draft;
    if draft.provisions.is_empty() {
        return Err(anyhow::anyhow!("there is nothing to read"))
            .with_context(|| format!("of {label} the case has no provision ({})", stated.fact.form.said()));
    }
    Ok(Some(Source { name: label.to_owned(), draft, manuscript: None, form: stated.fact.form }))
}

/// The labels of all drafts of a view.
pub fn labels(view: &View<'_>) -> String {
    let label =
        |draft: &onetext_model::Stated<'_, CaseDraft>| view.label(draft.id()).map(ToString::to_string);
    onetext_desk::texts::drafts(view).iter().filter_map(label).collect::<Vec<_>>().join(", ")
}
