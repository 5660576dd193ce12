//! Lines for the texts: drafts, their provisions, what became of these, and what wordings are proposed for them.

use onetext_model::{Draft, DraftId, Lineage, Provision, ProvisionId, SubjectId, View, Wording};

use super::{note, shortened};
use crate::words::{actor_name, list, names, subject_name};

pub(super) fn draft(view: &View<'_>, fact: &Draft) -> String {
    let points = fact.points.map_or_else(String::new, |points| format!("{points} points"));
    let by =
        if fact.authors.is_empty() { String::new() } else { format!("by {}", names(view, &fact.authors)) };
    let missing = if fact.input_missing.is_empty() {
        String::new()
    } else {
        format!("drafted without {}", names(view, &fact.input_missing))
    };
    format!("{}{}", fact.title, note(&[points, by, missing, fact.form.said().to_owned()]))
}

pub(super) fn provision(view: &View<'_>, fact: &Provision) -> String {
    let draft = view.find::<Draft>(fact.draft);
    let title = draft.map_or_else(String::new, |found| format!(" of {}", found.fact.title));
    let form = draft.map_or_else(String::new, |found| found.fact.form.said().to_owned());
    format!("Point {}{title}: {}{}", fact.number, shortened(&fact.text), note(&[form]))
}

/// "4 and 5 of 28 points, 7 of 19 points: merged".
pub(super) fn lineage(view: &View<'_>, fact: &Lineage) -> String {
    let title = |id: DraftId| {
        view.find::<Draft>(id).map_or_else(|| id.0.to_string(), |found| found.fact.title.clone())
    };
    let side = |provisions: &[ProvisionId], draft: DraftId| {
        if provisions.is_empty() {
            return format!("nothing in {}", title(draft));
        }
        let number = |id: &ProvisionId| {
            let found = view.find::<Provision>(*id);
            found.map_or_else(|| id.0.to_string(), |found| found.fact.number.clone())
        };
        let numbers: Vec<String> = provisions.iter().map(number).collect();
        format!("{} of {}", list(&numbers), title(draft))
    };
    format!(
        "{}, {}: {}{}",
        side(&fact.old, fact.earlier),
        side(&fact.new, fact.later),
        fact.became.said(),
        note(&[fact.note.clone().unwrap_or_default()]),
    )
}

pub(super) fn wording(view: &View<'_>, fact: &Wording) -> String {
    let by = fact
        .by
        .map_or_else(|| "compromise".to_owned(), |party| format!("{} proposes", actor_name(view, party)));
    let text = if fact.text.is_empty() { "no text".to_owned() } else { shortened(&fact.text) };
    format!("{}, {by}: {text}", subject_name(view, SubjectId(fact.on.0)))
}
