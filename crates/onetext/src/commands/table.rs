//! `table`: the multi-column table of a draft in a case, printed or as a sheet that comes back.

use std::path::Path;

use anyhow::{Context, Result, bail};
use onetext_desk::multicolumn::{self, Asked, Rows};
use onetext_document::xlsx;
use onetext_model::{Draft, DraftId, View};

use super::Outcome;
use crate::arguments::Table;
use crate::folder::{Opened, write_whole};
use crate::{print, standpoint};

/// Prints the table.
pub fn run(table: &Table) -> Result<Outcome> {
    let [case] = table.paths.as_slice() else {
        bail!("name one case folder");
    };
    let opened = Opened::at(case)?;
    let view = standpoint::view(&opened.case, &table.standpoint)?;
    let asked = asked(table)?;
    let draft = draft(&view, table)?;
    if let Some(path) = &table.xlsx {
        return write_sheet(&view, table, draft, path);
    }
    let document = match draft {
        Some(draft) => multicolumn::compose(&view, draft, &asked),
        None => multicolumn::newest(&view),
    };
    print::document(&document, &table.output)?;
    Ok(Outcome::Fine)
}

/// Writes the table as a sheet that `import` takes back.
fn write_sheet(view: &View<'_>, table: &Table, draft: Option<DraftId>, path: &Path) -> Result<Outcome> {
    let asked = asked(table)?;
    let sheet = draft.and_then(|draft| multicolumn::sheet(view, draft, &asked));
    let sheet = sheet.context("no draft with a text is on file")?;
    let today = view.today();
    let created = (today.year().unsigned_abs(), today.month().unsigned_abs(), today.day().unsigned_abs());
    let properties = xlsx::Properties {
        title: sheet.title,
        created: Some(created),
        foot: sheet.foot,
        direction: Some(sheet.direction),
    };
    write_whole(path, &xlsx::write(&[&sheet.table], &properties)?)?;
    let shown = path.display();
    match &table.standpoint.r#for {
        Some(who) => print::talk(&format!("written to {shown}; `onetext import --for {who}` takes it back")),
        None if view.is_mediators() => print::talk(&format!(
            "written to {shown} with everything that the mediator sees; to send it out, make it with --for WHO"
        )),
        None => print::talk(&format!("written to {shown}; `onetext import` takes it back")),
    }
    Ok(Outcome::Fine)
}

/// What of the table is wanted.
fn asked(table: &Table) -> Result<Asked> {
    let rows = table.rows.as_deref().map(|rows| {
        Rows::parse(rows).with_context(|| format!("{rows:?} names no rows: write for example 3-7, or 47a"))
    });
    Ok(Asked { rows: rows.transpose()?, copy: table.copy.clone() })
}

/// The draft that is named, else the newest.
fn draft(view: &View<'_>, table: &Table) -> Result<Option<DraftId>> {
    let Some(label) = &table.draft else {
        return Ok(multicolumn::newest_draft(view).map(|draft| DraftId(draft.id())));
    };
    let found = view.labelled::<Draft>(label);
    let drafts = || view.each::<Draft>().filter_map(|draft| view.label(draft.id())).map(ToString::to_string);
    let found = found.with_context(|| {
        format!("no draft is called {label:?}: the drafts are {}", drafts().collect::<Vec<_>>().join(", "))
    })?;
    Ok(Some(DraftId(found.id())))
}
