//! `table`: the multi-column table of a draft in a case, printed or as a sheet that comes back.

use std::path::Path;

use anyhow::{Context, Result, bail};
use onetext_desk::drafts::Named;
use onetext_desk::multicolumn::{self, Asked, Rows};
use onetext_document::xlsx;
use onetext_model::{DraftId, View};
use onetext_text::draft as text;

use super::Outcome;
use crate::arguments::Table;
use crate::folder::{Opened, write_whole};
use crate::{print, sources, standpoint, texts};

/// Prints the table.
pub fn run(table: &Table) -> Result<Outcome> {
    if table.paths.iter().any(|path| path.is_file()) {
        return plain(table);
    }
    let [case] = table.paths.as_slice() else {
        bail!("name one case folder; or, with no case, the source text and then each side's text as files");
    };
    let opened = Opened::at(case)?;
    let view = standpoint::view(&opened.case, &table.standpoint)?;
    let (draft, asked) = (draft(&view, table)?, asked(&view, table)?);
    if let Some(path) = &table.xlsx {
        write_sheet(&view, table, (draft, &asked), path)?;
        if !table.output.writes_files() {
            return Ok(Outcome::Fine);
        }
    }
    let document = match draft {
        Some(draft) => multicolumn::compose(&view, draft, &asked),
        None => multicolumn::newest(&view),
    };
    print::document(&document, &table.output)?;
    Ok(Outcome::Fine)
}

/// Writes the table as a sheet that `import` takes back.
fn write_sheet(
    view: &View<'_>,
    table: &Table,
    (draft, asked): (Option<DraftId>, &Asked),
    path: &Path,
) -> Result<()> {
    let sheet = draft.and_then(|draft| multicolumn::sheet(view, draft, asked));
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
    Ok(())
}

/// A table of plain files: the source, then each side's text.
fn plain(table: &Table) -> Result<Outcome> {
    let case_only = [
        (table.draft.is_some(), "--draft"),
        (!table.against.is_empty(), "--against"),
        (table.rows.is_some(), "--rows"),
        (table.copy.is_some(), "--copy"),
        (table.xlsx.is_some(), "--xlsx"),
    ];
    if let Some((_, option)) = case_only.iter().find(|(is_given, _)| *is_given) {
        bail!("{option} is for a table of a case; plain files have none");
    }
    let [source, sides @ ..] = table.paths.as_slice() else { bail!("name the source text first") };
    if sides.is_empty() {
        bail!("name each side's text after the source: onetext table {} SIDE.md ...", source.display());
    }
    if !table.names.is_empty() && table.names.len() != sides.len() {
        bail!("{} names for {} texts of sides: give each its own", table.names.len(), sides.len());
    }
    let read = |path: &Path| -> Result<(String, text::Draft)> {
        Ok((texts::name(path), texts::read_and_warn(path)?.draft))
    };
    let source = read(source)?;
    let mut sides = sides.iter().map(|path| read(path)).collect::<Result<Vec<_>>>()?;
    for (side, name) in sides.iter_mut().zip(&table.names) {
        name.trim().clone_into(&mut side.0);
    }
    let sides: Vec<Named<'_>> = sides.iter().map(named).collect();
    print::document(&multicolumn::plain::compose(named(&source), &sides), &table.output)?;
    Ok(Outcome::Fine)
}

fn named((name, draft): &(String, text::Draft)) -> Named<'_> {
    Named { name, draft }
}

/// What of the table is wanted.
fn asked(view: &View<'_>, table: &Table) -> Result<Asked> {
    let rows = table.rows.as_deref().map(|rows| {
        Rows::parse(rows).with_context(|| format!("{rows:?} names no rows: write for example 3-7, or 47a"))
    });
    let beside = table.against.iter().map(|label| sources::draft(view, label)).collect::<Result<Vec<_>>>()?;
    Ok(Asked { beside, rows: rows.transpose()?, copy: table.copy.clone() })
}

/// The draft that is named, else the newest.
fn draft(view: &View<'_>, table: &Table) -> Result<Option<DraftId>> {
    match &table.draft {
        Some(label) => sources::draft(view, label).map(Some),
        None => Ok(multicolumn::newest_draft(view).map(|draft| DraftId(draft.id()))),
    }
}
