//! One issue in full: what stands of it on the page of all issues, with every position in its words, every ask and idea
//! with its answers, who said how it stands, the contacts that were about it, and what was told on it.

use onetext_document::{Block, Document, Item, Page, Section, Style, Text};
use onetext_model::{AssessedState, Contact, EntryId, Issue, IssueId, Stated, SubjectId, View};

use crate::blocks::{item, paragraph};
use crate::held::{Held, issues_of};
use crate::meetings::{every_by_day, state, when};
use crate::opens::{reasons, source_line};
use crate::words::capital;
use crate::{asks, head, issues, ledger, precedents};

/// The page of an issue.
pub fn compose(view: &View<'_>, issue: IssueId) -> Document {
    let Some(issue) = view.find::<Issue>(issue) else {
        return head::document(view, "issue", "issue").with(paragraph("No issue of that name is on file."));
    };
    let mut document = head::document(view, "issue", &issue.fact.name);
    document.page = Page::Landscape;
    document.blocks = issues::in_full(view, issue);
    let on_it = |on: SubjectId| issues_of(view, on).contains(&issue.id());
    let requests = asks::requests(view, |on| on.is_some_and(on_it));
    // A section without a table says that there is none on file: here that is said by its absence.
    let some = |section: &Section| section.blocks.iter().any(|block| matches!(block, Block::Table(_)));
    let sections = requests.into_iter().filter(some);
    let sections = sections.chain(assessed(view, issue.id())).chain(contacts(view, issue.id()));
    let sections = sections.chain(precedents::on(view, on_it));
    document.blocks.extend(sections.chain(ledger::on(view, on_it)).map(Block::Section));
    document
}

/// Who said how it stands: that it holds up the deal, that it is near.
fn assessed(view: &View<'_>, issue: EntryId) -> Option<Section> {
    let held = Held::of(view);
    let mut items = Vec::new();
    for state in AssessedState::ALL {
        let said =
            |words: Text| Text::styled(format!("{}: ", capital(state.said())), Style::Strong).join(words);
        let claims = held.assessed(issue, *state);
        items.extend(claims.iter().map(|claim| Item::new(said(source_line(view, claim.entry)))));
    }
    (!items.is_empty()).then(|| Section::new("assessed", "Said of how it stands", vec![Block::List(items)]))
}

/// The contacts that were or will be about it, by day.
fn contacts(view: &View<'_>, issue: EntryId) -> Option<Section> {
    let about =
        |contact: &Stated<'_, Contact>| contact.fact.topics.iter().any(|topic| view.same(*topic, issue));
    let items: Vec<Item> =
        every_by_day(view).into_iter().filter(about).map(|one| contact(view, one)).collect();
    (!items.is_empty()).then(|| Section::new("contacts", "Contacts about it", vec![Block::List(items)]))
}

fn contact(view: &View<'_>, contact: Stated<'_, Contact>) -> Item {
    let outcome = contact.fact.outcome.as_ref().map_or_else(String::new, |words| format!(": {words}"));
    let text = Text::styled(when(view, contact), Style::Strong)
        .then(format!(" [{}] ", state(view, contact)), Style::Muted)
        .then(format!("{}{outcome}", contact.fact.title), Style::Plain);
    item(text, reasons(view, contact.entry))
}
