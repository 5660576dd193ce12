//! Rows that the draft does not have: what a party's own draft puts in, under a row number of its own ("47a"), and what
//! another draft beside it has more.

use onetext_model::{Draft, DraftId, EntryId, PartyId, Provision, Stated, TextForm, View};

use super::beside::Beside;
use super::rows::{self, Source};
use crate::texts::{number_order, provisions};
use crate::words::party_of;

/// The rows of the draft with all insertions in their places.
pub(super) fn among<'a>(
    view: &View<'a>,
    draft: Stated<'a, Draft>,
    mut sources: Vec<Source<'a>>,
    beside: &[Beside<'a>],
) -> Vec<Source<'a>> {
    let own = sources.len();
    for (branch, provision, row) in by_branches(view, draft, &sources) {
        let before = sources.iter().rposition(|source| number_order(&source.number, &row).is_lt());
        sources.insert(before.map_or(0, |place| place + 1), inserted(view, branch, provision, row));
    }
    let present: Vec<EntryId> = sources.iter().map(|source| source.stated.id()).collect();
    for other in beside {
        let more = other.more().filter(|(_, provision)| !present.contains(&provision.id()));
        let more: Vec<(Option<EntryId>, Stated<'a, Provision>)> = more.collect();
        // From the last to the first: what follows one row keeps its order.
        for (after, provision) in more.into_iter().rev() {
            let place = after.and_then(|after| sources.iter().position(|source| source.stated.id() == after));
            let number = match (&provision.fact.row, place) {
                (Some(row), _) => row.clone(),
                (None, Some(place)) => format!("after {}", sources[place].number),
                (None, None) => "before all".to_owned(),
            };
            let at = place.map_or(0, |place| place + 1);
            sources.insert(
                at,
                Source { inserted_by: Some(Vec::new()), ..inserted(view, other.draft, provision, number) },
            );
        }
    }
    debug_assert!(sources.len() >= own, "no row of the draft is lost");
    sources
}

/// Provisions of counter-texts to the draft that have a row of their own, which the draft does not.
fn by_branches<'a>(
    view: &View<'a>,
    draft: Stated<'a, Draft>,
    sources: &[Source<'a>],
) -> Vec<(Stated<'a, Draft>, Stated<'a, Provision>, String)> {
    let mut found = Vec::new();
    for branch in rows::branches(view, draft.id()) {
        for provision in provisions(view, DraftId(branch.id())) {
            let Some(row) = &provision.fact.row else { continue };
            if !sources.iter().any(|source| source.number == *row) {
                found.push((branch, provision, row.clone()));
            }
        }
    }
    found
}

fn inserted<'a>(
    view: &View<'a>,
    draft: Stated<'a, Draft>,
    stated: Stated<'a, Provision>,
    number: String,
) -> Source<'a> {
    let authors = draft.fact.authors.iter().filter_map(|author| party_of(view, *author));
    Source {
        stated,
        number,
        text: String::new(),
        is_verbatim: draft.fact.form == TextForm::Verbatim,
        inserted_by: Some(authors.collect::<Vec<PartyId>>()),
    }
}
