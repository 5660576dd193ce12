//! The texts of a case: from what a view shows of a draft to a text that can be read, likened and looked through, and what
//! is told of the drafts together.

mod adding;
mod lines;
mod list;
pub mod moved;
mod order;
pub mod page;
pub mod reader;
pub mod register;
pub mod ribbon;
mod rows;

use onetext_model::{Draft, DraftId, Entry, Provision, ProvisionId, Stated, TextForm, View};
use onetext_text::draft::{Draft as Text, Kept, Put, put_together, whole};

pub use adding::understood;
pub use lines::{CaseLines, status};
pub use order::number_order;
pub use rows::{Wanted, give as give_rows, row_of, rows};

/// Said where something is worked out from a text that is not the text itself.
pub const ON_OUR_SUMMARY: &str = "on our summary";

/// A draft of a case as a text, and which of its provisions is which entry.
#[derive(Clone, Debug, Default)]
pub struct CaseText {
    /// The text.
    pub draft: Text,
    /// For each provision of the text the provision of the case; none for an article that only holds others.
    pub of: Vec<Option<ProvisionId>>,
}

impl CaseText {
    /// The first place in the text that belongs to a provision of the case.
    pub fn place(&self, provision: ProvisionId) -> Option<usize> {
        self.of.iter().position(|own| *own == Some(provision))
    }
}

/// A draft as a text with all its points, letters and options.
pub fn text_of(view: &View<'_>, draft: DraftId) -> CaseText {
    put(view, draft, put_together)
}

/// A draft as a text of the provisions of the case, each with all its words: what lineage is told of.
pub fn units_of(view: &View<'_>, draft: DraftId) -> CaseText {
    put(view, draft, whole)
}

fn put(view: &View<'_>, draft: DraftId, make: fn(&[Kept<'_>]) -> Put) -> CaseText {
    let provisions = provisions(view, draft);
    let kept: Vec<Kept<'_>> = provisions
        .iter()
        .map(|one| Kept {
            number: &one.fact.number,
            heading: one.fact.heading.as_deref().unwrap_or_default(),
            text: &one.fact.text,
        })
        .collect();
    let Put { draft: mut text, units } = make(&kept);
    if let Some(stated) = view.find::<Draft>(draft) {
        text.title.clone_from(&stated.fact.title);
    }
    let of = units.into_iter().map(|unit| Some(ProvisionId(provisions.get(unit?)?.id()))).collect();
    CaseText { draft: text, of }
}

/// The provisions of a draft in their order: by place, before them those without one by their numbers.
pub fn provisions<'a>(view: &View<'a>, draft: DraftId) -> Vec<Stated<'a, Provision>> {
    let mut all: Vec<Stated<'a, Provision>> =
        view.each::<Provision>().filter(|one| view.same(one.fact.draft, draft)).collect();
    all.sort_by(|one, other| {
        let by_number = || number_order(&one.fact.number, &other.fact.number);
        one.fact.place.cmp(&other.fact.place).then_with(by_number).then(one.id().cmp(&other.id()))
    });
    all
}

/// The drafts in their order, every one after those that it follows from; of those that could come next, the one heard
/// of first.
pub fn drafts<'a>(view: &View<'a>) -> Vec<Stated<'a, Draft>> {
    let mut drafts: Vec<Stated<'a, Draft>> = view.each::<Draft>().collect();
    drafts.sort_by_key(|draft| (view.day(first_version(view, draft.entry).known_at), draft.id()));
    let mut placed: Vec<Stated<'a, Draft>> = Vec::with_capacity(drafts.len());
    while !drafts.is_empty() {
        let is_waited_for = |draft: &Stated<'a, Draft>, id: DraftId| {
            drafts.iter().any(|other| other.id() != draft.id() && view.same(id, other.id()))
        };
        let waits = |draft: &Stated<'a, Draft>| draft.fact.after.iter().any(|id| is_waited_for(draft, *id));
        // A circle of drafts is broken at the one heard of first.
        let next = drafts.iter().position(|draft| !waits(draft)).unwrap_or(0);
        placed.push(drafts.remove(next));
    }
    placed
}

/// The entry by which a thing became known: the earliest that the standing one replaces.
pub(crate) fn first_version<'a>(view: &View<'a>, entry: &'a Entry) -> &'a Entry {
    let mut first = entry;
    let mut steps = view.entries().len();
    while let Some(earlier) =
        first.supersedes.first().and_then(|id| view.entries().iter().find(|entry| entry.id == *id).copied())
    {
        first = earlier;
        // Two circles may use one id for different entries; seen together they must not go round for ever.
        steps = match steps.checked_sub(1) {
            Some(steps) => steps,
            None => break,
        };
    }
    first
}

/// Whether we have the text itself.
pub fn is_verbatim(view: &View<'_>, draft: DraftId) -> bool {
    view.find::<Draft>(draft).is_some_and(|found| found.fact.form == TextForm::Verbatim)
}

/// The form in words that a reader must see: nothing for the text itself.
pub(crate) fn form_words(form: TextForm) -> &'static str {
    match form {
        TextForm::Verbatim => "",
        TextForm::Summary => ON_OUR_SUMMARY,
        TextForm::NotPublic => "text not public",
    }
}
