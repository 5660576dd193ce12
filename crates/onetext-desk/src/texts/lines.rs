//! The lines of descent of all provisions of all drafts that a view shows, with what persons confirmed.

use std::collections::{BTreeMap, BTreeSet};

use onetext_model::{Became, Draft, DraftId, EntryId, Lineage, ProvisionId, Stated, TextForm, View};
use onetext_text::lineage::{Confirmed, Lines, Refusal, Status, Step, chain};

use super::{CaseText, drafts, units_of};

/// All drafts of a view that have a text, and how they hang together.
pub struct CaseLines<'a> {
    /// The drafts, every one after those that it follows from.
    pub drafts: Vec<Stated<'a, Draft>>,
    /// The text of each.
    pub texts: Vec<CaseText>,
    /// The lines of descent; its places are those of `drafts` and of `texts`.
    pub lines: Lines,
    /// What persons confirmed, the latest first: as the lines number it.
    pub said: Vec<Stated<'a, Lineage>>,
    /// Confirmed edges that were refused, by their places in `said`.
    pub refused: Vec<(usize, Refusal)>,
}

impl<'a> CaseLines<'a> {
    /// Gathers the drafts of a view and follows their provisions.
    pub fn of(view: &View<'a>) -> CaseLines<'a> {
        let all = drafts(view);
        let mut shown = Vec::new();
        let mut texts = Vec::new();
        for draft in &all {
            let text = units_of(view, DraftId(draft.id()));
            if !text.draft.provisions.is_empty() {
                shown.push(*draft);
                texts.push(text);
            }
        }
        let places: BTreeMap<EntryId, usize> =
            shown.iter().enumerate().map(|(at, draft)| (draft.id(), at)).collect();
        let mut follows = Vec::new();
        for (at, draft) in shown.iter().enumerate() {
            let mut before = Vec::new();
            before_with_text(view, draft, &places, all.len(), &mut before);
            follows.extend(before.into_iter().filter(|earlier| *earlier < at).map(|earlier| (earlier, at)));
        }
        let mut said: Vec<Stated<'a, Lineage>> = view.each::<Lineage>().collect();
        said.reverse();
        let confirmed: Vec<Confirmed> =
            said.iter().map(|one| confirmed(view, one.fact, &places, &texts)).collect();
        let drafts: Vec<_> = texts.iter().map(|text| text.draft.clone()).collect();
        let mut lines = chain(&drafts, &follows, &confirmed);
        let refused = std::mem::take(&mut lines.refused);
        CaseLines { drafts: shown, texts, lines, said, refused }
    }

    /// The place of a draft among those with a text.
    pub fn place(&self, view: &View<'_>, draft: impl Into<EntryId>) -> Option<usize> {
        let id = view.latest(draft.into());
        self.drafts.iter().position(|draft| draft.id() == id)
    }

    /// The steps that lead to a draft.
    pub fn to(&self, draft: usize) -> impl Iterator<Item = &Step> {
        self.lines.steps.iter().filter(move |step| step.later == draft)
    }

    /// The provision of the case at a place of a draft's text.
    pub fn provision(&self, draft: usize, place: usize) -> Option<ProvisionId> {
        self.texts.get(draft)?.of.get(place).copied().flatten()
    }

    /// The number of the provision at a place.
    pub fn number(&self, draft: usize, place: usize) -> &str {
        self.texts[draft].draft.provisions[place].key.as_str()
    }

    /// Whether one of two drafts is known only as a summary.
    pub fn is_on_summary(&self, one: usize, other: usize) -> bool {
        [one, other].iter().any(|at| self.drafts[*at].fact.form == TextForm::Summary)
    }

    /// The places in an earlier draft from which a provision descends: along the main line, where that leads there.
    pub fn before(&self, draft: usize, place: usize, earlier: usize) -> BTreeSet<usize> {
        let main = self.lines.before_by((draft, place), earlier, &|at| !self.drafts[at].fact.branch);
        if self.leads(earlier, draft) { main } else { self.lines.before(draft, place, earlier) }
    }

    /// The places in a later draft that descend from a provision, likewise.
    pub fn after(&self, draft: usize, place: usize, later: usize) -> BTreeSet<usize> {
        let main = self.lines.after_by((draft, place), later, &|at| !self.drafts[at].fact.branch);
        if self.leads(draft, later) { main } else { self.lines.after(draft, place, later) }
    }

    /// Whether the main line leads from a draft to a later one: then what it says counts, even if that is nothing.
    fn leads(&self, from: usize, to: usize) -> bool {
        let mut reached = BTreeSet::from([from]);
        // Steps lead from drafts to those after them, but for what persons told of: they are few, and gone through again.
        let mut before = 0;
        while before < reached.len() {
            before = reached.len();
            let on = self
                .lines
                .steps
                .iter()
                .filter(|step| step.later == to || !self.drafts[step.later].fact.branch);
            let next: Vec<usize> =
                on.filter(|step| reached.contains(&step.earlier)).map(|step| step.later).collect();
            reached.extend(next);
        }
        from != to && reached.contains(&to)
    }
}

/// The drafts with a text that a draft follows from, seen through those whose text nobody has shown.
fn before_with_text(
    view: &View<'_>,
    draft: &Stated<'_, Draft>,
    places: &BTreeMap<EntryId, usize>,
    steps: usize,
    found: &mut Vec<usize>,
) {
    for before in &draft.fact.after {
        match (places.get(&view.latest(before.0)), view.find::<Draft>(*before)) {
            (Some(at), _) if !found.contains(at) => found.push(*at),
            // A circle of drafts is followed no further than there are drafts.
            (None, Some(earlier)) if steps > 0 => before_with_text(view, &earlier, places, steps - 1, found),
            _ => {}
        }
    }
}

/// An entry as the chain takes it. What names a draft or provision that is not shown names no place there is, and is refused.
fn confirmed(
    view: &View<'_>,
    said: &Lineage,
    places: &BTreeMap<EntryId, usize>,
    texts: &[CaseText],
) -> Confirmed {
    let draft = |id: DraftId| places.get(&view.latest(id.0)).copied().unwrap_or(usize::MAX);
    let (earlier, later) = (draft(said.earlier), draft(said.later));
    let side = |draft: usize, ids: &[ProvisionId]| -> Vec<usize> {
        let place = |id: &ProvisionId| {
            let id = ProvisionId(view.latest(id.0));
            texts.get(draft).and_then(|text| text.place(id)).unwrap_or(usize::MAX)
        };
        ids.iter().map(place).collect()
    };
    Confirmed {
        earlier,
        later,
        old: side(earlier, &said.old),
        new: side(later, &said.new),
        status: status(said.became),
    }
}

/// The same word in the text crate.
pub fn status(became: Became) -> Status {
    match became {
        Became::Unchanged => Status::Unchanged,
        Became::Reworded => Status::Reworded,
        Became::Merged => Status::Merged,
        Became::Split => Status::Split,
        Became::Moved => Status::Moved,
        Became::Dropped => Status::Dropped,
        Became::New => Status::New,
    }
}
