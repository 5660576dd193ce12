//! Which columns the table has: the draft, the parties by name, the compromise.

use onetext_document::{Style, Text};
use onetext_model::{Draft, DraftId, Party, PartyId, Role, RoleKind, Stated, TextForm, View};

use super::beside::Beside;
use super::bracketed;
use super::rows::Source;
use super::said::Said;
use super::{Column, Whose, version};
use crate::head::parties;
use crate::words::key;

/// The key of the draft's column; no label of a party has such letters.
pub(super) const SOURCE: &str = "(source)";
/// With what the key of another draft's column begins.
pub(super) const BESIDE: &str = "(beside ";
/// The key of the mediator's column.
pub const COMPROMISE: &str = "(compromise)";
/// The key of the column of numbers.
pub const NUMBER: &str = "(number)";

/// The heading of the mediator's column.
pub(super) const COMPROMISE_TITLE: &str = "Compromise";

/// All columns but that of the numbers.
pub(super) fn columns(
    view: &View<'_>,
    draft: Stated<'_, Draft>,
    beside: &[Beside<'_>],
    sources: &[Source<'_>],
    said: &Said<'_>,
) -> Vec<Column> {
    let mut columns = vec![Column { key: SOURCE.to_owned(), title: title(view, draft), of: Whose::Source }];
    for other in beside {
        let key = format!("{BESIDE}{})", key(view, other.draft.id()));
        let of = Whose::Beside(DraftId(other.draft.id()));
        columns.push(Column { key, title: title(view, other.draft), of });
    }
    for party in shown(view, draft, sources, said) {
        let name = party.fact.short.as_ref().unwrap_or(&party.fact.name);
        let of = Whose::Party(PartyId(party.id()));
        columns.push(Column { key: key(view, party.id()), title: Text::plain(name.clone()), of });
    }
    let title = Text::plain(COMPROMISE_TITLE);
    columns.push(Column { key: COMPROMISE.to_owned(), title, of: Whose::Compromise });
    columns
}

/// The heading of a draft's column: its title, what we have of it, and which version it is.
fn title(view: &View<'_>, draft: Stated<'_, Draft>) -> Text {
    let title = Text::plain(draft.fact.title.clone());
    let title = match draft.fact.form {
        TextForm::Verbatim => title,
        form => title.then(format!(" ({})", form.said()), Style::Strong),
    };
    title.then(format!("\n({})", version(view, draft)), Style::Muted)
}

/// Parties that negotiate the text, and all that have said something on it; by name.
fn shown<'a>(
    view: &View<'a>,
    draft: Stated<'_, Draft>,
    sources: &[Source<'_>],
    said: &Said<'_>,
) -> Vec<Stated<'a, Party>> {
    let negotiates = |party: &Stated<'a, Party>| {
        view.each::<Role>().any(|role| {
            let for_this = role.fact.instrument.is_none_or(|text| {
                draft.fact.instrument.is_some_and(|instrument| view.same(text, instrument))
            });
            role.fact.role == RoleKind::Negotiating && for_this && view.same(role.fact.party, party.id())
        })
    };
    let speaks = |party: &Stated<'a, Party>| {
        sources.iter().any(|source| {
            let inserts = source.inserted_by.iter().flatten().any(|author| view.same(*author, party.id()));
            inserts
                || said.has_spoken(source.stated.id(), PartyId(party.id()))
                || !bracketed::of_party(&source.text, party.fact).is_empty()
        })
    };
    parties(view).into_iter().filter(|party| negotiates(party) || speaks(party)).collect()
}
