//! Commands that print one page of the desk.

use anyhow::{Context, Result, bail};
use onetext_desk::PAGES;
use onetext_document::{Document, xlsx};
use onetext_model::{EntryId, Issue, IssueId, Person, Severity, View, Viewer};

use super::Outcome;
use crate::arguments::{Brief, Check, Grid, Issues, Ledger, Page};
use crate::folder::{Opened, write_whole};
use crate::{print, standpoint};

/// Prints the page of that name.
pub fn named(name: &str, page: &Page) -> Result<Outcome> {
    let found = PAGES.iter().find(|known| known.name == name);
    let compose = found.with_context(|| format!("there is no page {name}"))?.compose;
    show(page, |view| Ok(compose(view)))
}

/// Opens the case, composes a page of it, and prints it.
pub fn show(page: &Page, compose: impl Fn(&View<'_>) -> Result<Document>) -> Result<Outcome> {
    let opened = Opened::at(&page.case)?;
    let view = standpoint::view(&opened.case, &page.standpoint)?;
    print::document(&compose(&view)?, &page.output)?;
    remark(&opened, &view);
    // The program ends here: freeing a million entries one by one would only take time.
    std::mem::forget(view);
    std::mem::forget(opened);
    Ok(Outcome::Fine)
}

/// Says on standard error that entries were left out, as far as the viewer may know.
fn remark(opened: &Opened, view: &View<'_>) {
    let grave = |f: &&onetext_model::Finding| f.severity == Severity::Error && view.may_see(&f.audience);
    let number = opened.findings.iter().filter(grave).count();
    if number > 0 {
        print::talk(&format!("left out: {number} entries or files; `onetext check` says why"));
    }
    let is_locked = |f: &&onetext_model::Finding| matches!(f.reason, onetext_model::Reason::Locked(_));
    let locked =
        opened.findings.iter().filter(is_locked).filter(|finding| view.may_see(&finding.audience)).count();
    if locked > 0 {
        print::talk(&format!("locked and not on this page: {locked} places; `onetext unlock` opens them"));
    }
}

/// The grid, printed or as a spreadsheet.
pub fn grid(grid: &Grid) -> Result<Outcome> {
    let Some(path) = &grid.xlsx else { return named("grid", &grid.page) };
    let opened = Opened::at(&grid.page.case)?;
    let view = standpoint::view(&opened.case, &grid.page.standpoint)?;
    let table = onetext_desk::grid::sheet_table(&view);
    let today = view.today();
    let created = (today.year().unsigned_abs(), today.month().unsigned_abs(), today.day().unsigned_abs());
    let title = format!("{}: positions", view.settings().title);
    let bytes = xlsx::write(
        &[&table],
        &xlsx::Properties { title, created: Some(created), ..xlsx::Properties::default() },
    )?;
    write_whole(path, &bytes)?;
    match &grid.page.standpoint.r#for {
        Some(who) => {
            print::talk(&format!(
                "written to {}; `onetext import --for {who}` takes it back",
                path.display()
            ));
        }
        None if view.is_mediators() => print::talk(&format!(
            "written to {} with everything that the mediator sees; to send it out, make it with --for WHO",
            path.display()
        )),
        None => print::talk(&format!("written to {}; `onetext import` takes it back", path.display())),
    }
    remark(&opened, &view);
    if grid.page.output.writes_files() {
        return named("grid", &grid.page);
    }
    Ok(Outcome::Fine)
}

/// The brief for a person, or the mediator's sheet of what not to mention to somebody.
pub fn brief(brief: &Brief) -> Result<Outcome> {
    let since = brief.since.as_deref().map(standpoint::day).transpose()?;
    show(&brief.page, |view| {
        if let Some(to) = &brief.do_not_mention {
            return Ok(onetext_desk::brief::do_not_mention(view, receiver(view, to)?));
        }
        let Viewer::Person(person) = view.viewer() else {
            let label =
                |person: onetext_model::Stated<'_, Person>| view.label(person.id()).map(ToString::to_string);
            let persons: Vec<String> = view.each::<Person>().filter_map(label).collect();
            bail!("a brief is for one person: --for with one of {}", persons.join(", "))
        };
        Ok(onetext_desk::brief::compose(view, *person, since))
    })
}

/// All issues, or one in full.
pub fn issues(issues: &Issues) -> Result<Outcome> {
    show(&issues.page, |view| {
        let Some(of) = &issues.of else { return Ok(onetext_desk::issues::compose(view)) };
        let found = view.labelled::<Issue>(of).or_else(|| view.find::<Issue>(EntryId::parse(of)?));
        let issue = found.with_context(|| format!("no issue is called {of:?}"))?;
        Ok(onetext_desk::issue::compose(view, IssueId(issue.id())))
    })
}

/// What each side has been told, or what may be said to one of them.
pub fn ledger(ledger: &Ledger) -> Result<Outcome> {
    show(&ledger.page, |view| match &ledger.to {
        Some(to) => Ok(onetext_desk::ledger::compose(view, receiver(view, to)?)),
        None => Ok(onetext_desk::ledger::overview(view)),
    })
}

/// A party or person by label.
fn receiver(view: &View<'_>, name: &str) -> Result<EntryId> {
    let party = view.labelled::<onetext_model::Party>(name).map(|party| party.id());
    let person = || view.labelled::<Person>(name).map(|person| person.id());
    party.or_else(person).with_context(|| format!("no party or person is called {name:?}"))
}

/// Everything that is not as it should be.
pub fn check(check: &Check) -> Result<Outcome> {
    let page = &check.page;
    if check.migrate {
        migrate(page)?;
    }
    let opened = Opened::at(&page.case)?;
    if check.stamp {
        let changed = onetext_folder::edit::stamp(&opened.folder.files);
        opened.folder.write(&changed)?;
        print::talk(&format!("ids written into {} files", changed.len()));
        return Ok(Outcome::Fine);
    }
    let view = match page.standpoint.r#for {
        Some(_) => standpoint::view(&opened.case, &page.standpoint)?,
        None => standpoint::keepers(&opened.case, &page.standpoint)?,
    };
    let findings = onetext_desk::check::findings(&view, &opened.findings);
    let findings = onetext_folder::place_findings(&opened.folder.files, &opened.case, findings);
    print::document(&onetext_desk::check::compose(&view, &findings), &page.output)?;
    let found = findings.iter().any(|finding| finding.severity > Severity::Note);
    Ok(if found { Outcome::Found } else { Outcome::Fine })
}

fn migrate(page: &Page) -> Result<()> {
    let folder = crate::folder::Folder::read(&page.case)?;
    match onetext_folder::upgrade(&folder.files)? {
        Some(changed) => folder.write(&changed)?,
        None => print::talk(&format!("the folder has the newest format ({})", onetext_folder::FORMAT)),
    }
    Ok(())
}
