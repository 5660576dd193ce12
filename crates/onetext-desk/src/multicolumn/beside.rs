//! Other drafts as further columns: which of their provisions correspond to a row, by lineage, as a person confirmed it
//! where one did.

use std::collections::BTreeMap;

use onetext_document::{Cell, Style, Text};
use onetext_model::{Draft, DraftId, EntryId, Lineage, Provision, ProvisionId, Stated, TextForm, View};
use onetext_text::draft::{self, Label};
use onetext_text::lineage::{Confirmed, Edge, Status, chain};

use super::marked::{flowed, marked};
use super::rows::{self, Source};
use super::sides::NO_CHANGE;
use crate::opens::reasons;
use crate::texts::{provisions, status};

/// Said where another draft has nothing that corresponds: it need not be a whole text.
const NO_COUNTERPART: &str = "no counterpart";

/// Another draft and what of it corresponds to what of the first.
pub(super) struct Beside<'a> {
    pub(super) draft: Stated<'a, Draft>,
    source: Vec<Stated<'a, Provision>>,
    other: Vec<Stated<'a, Provision>>,
    edges: Vec<Edge>,
    is_marked: bool,
}

impl<'a> Beside<'a> {
    /// What it has more than the first draft, each with the provision of the first after which it stands.
    pub(super) fn more(&self) -> impl Iterator<Item = (Option<EntryId>, Stated<'a, Provision>)> + '_ {
        more(&self.edges)
            .map(|(after, place)| (after.map(|after| self.source[after].id()), self.other[place]))
    }
}

/// Aligns a draft with others.
pub(super) fn drafts<'a>(view: &View<'a>, draft: Stated<'a, Draft>, others: &[DraftId]) -> Vec<Beside<'a>> {
    let others = others.iter().filter_map(|other| view.find::<Draft>(*other));
    let others = others.filter(|other| other.id() != draft.id());
    others.map(|other| beside(view, draft, other)).collect()
}

fn beside<'a>(view: &View<'a>, draft: Stated<'a, Draft>, other: Stated<'a, Draft>) -> Beside<'a> {
    let source = provisions(view, DraftId(draft.id()));
    let provisions = provisions(view, DraftId(other.id()));
    let said = confirmed(view, (draft.id(), &source), (other.id(), &provisions));
    let lines = chain(&[taken_apart(&source), taken_apart(&provisions)], &[(0, 1)], &said);
    let edges = lines.steps.into_iter().flat_map(|step| step.edges).map(|told| told.edge).collect();
    let is_marked = [draft, other].iter().all(|draft| draft.fact.form == TextForm::Verbatim);
    Beside { draft: other, source, other: provisions, edges, is_marked }
}

/// The provisions of a draft of the case as the text crate knows them, place for place.
fn taken_apart(provisions: &[Stated<'_, Provision>]) -> draft::Draft {
    let provision = |(at, stated): (usize, &Stated<'_, Provision>)| draft::Provision {
        key: format!("p{at}"),
        label: Label::read(&format!("{}. x", stated.fact.number.trim_end_matches('.')))
            .map_or_else(Label::none, |(label, _)| label),
        heading: stated.fact.heading.clone().unwrap_or_default(),
        text: flowed(&stated.fact.text),
        parent: None,
        line: 0,
    };
    draft::Draft {
        provisions: provisions.iter().enumerate().map(provision).collect(),
        ..draft::Draft::default()
    }
}

/// What persons said of the two, the last word first, in whichever direction they said it.
fn confirmed(
    view: &View<'_>,
    (draft, source): (EntryId, &[Stated<'_, Provision>]),
    (other, provisions): (EntryId, &[Stated<'_, Provision>]),
) -> Vec<Confirmed> {
    let places = |all: &[Stated<'_, Provision>], ids: &[ProvisionId]| -> Vec<usize> {
        ids.iter().filter_map(|id| all.iter().position(|one| view.same(one.id(), *id))).collect()
    };
    let told = |said: Stated<'_, Lineage>| {
        let (earlier, later, status) = (said.fact.earlier, said.fact.later, status(said.fact.became));
        let (old, new, status) = if view.same(earlier, draft) && view.same(later, other) {
            (&said.fact.old, &said.fact.new, status)
        } else if view.same(earlier, other) && view.same(later, draft) {
            (&said.fact.new, &said.fact.old, status.backward())
        } else {
            return None;
        };
        Some(Confirmed {
            earlier: 0,
            later: 1,
            old: places(source, old),
            new: places(provisions, new),
            status,
        })
    };
    let mut told: Vec<Confirmed> = view.each::<Lineage>().filter_map(told).collect();
    told.reverse();
    told
}

/// What another draft has in a row.
pub(super) fn cell(view: &View<'_>, all: &[Beside<'_>], other: DraftId, source: &Source<'_>) -> Cell {
    let Some(beside) = all.iter().find(|beside| view.same(beside.draft.id(), other)) else {
        return Cell::default();
    };
    if let Some(own) = beside.other.iter().find(|provision| provision.id() == source.stated.id()) {
        let text = Text::styled(rows::words(own.fact).to_words(), Style::Inserted);
        return Cell { mark: None, text, opens: reasons(view, own.entry) };
    }
    let Some(place) = beside.source.iter().position(|one| one.id() == source.stated.id()) else {
        return Cell::default();
    };
    let text = |all: &[Stated<'_, Provision>], place: usize| flowed(&all[place].fact.text);
    let compared = Compared {
        old: &|place| text(&beside.source, place),
        new: &|place| text(&beside.other, place),
        cited: &|place| beside.other[place].fact.number.clone(),
        number: &|place| beside.source[place].fact.number.clone(),
        absent: NO_COUNTERPART,
        is_marked: beside.is_marked,
    };
    let text = compared.text(&beside.edges, place);
    let edges = beside.edges.iter().filter(|edge| edge.old.contains(&place));
    let entries = edges.flat_map(|edge| &edge.new).map(|place| beside.other[*place].entry);
    Cell { mark: None, text, opens: entries.flat_map(|entry| reasons(view, entry)).collect() }
}

/// Two texts whose provisions are compared by their places.
pub(super) struct Compared<'f> {
    /// The words of a provision of the first text.
    pub(super) old: &'f dyn Fn(usize) -> String,
    /// The words of a provision of the other.
    pub(super) new: &'f dyn Fn(usize) -> String,
    /// How a provision of the other is cited.
    pub(super) cited: &'f dyn Fn(usize) -> String,
    /// The number of a row of the first.
    pub(super) number: &'f dyn Fn(usize) -> String,
    /// Said where the other has nothing that corresponds.
    pub(super) absent: &'static str,
    /// Whether changes are marked: both are texts and not summaries.
    pub(super) is_marked: bool,
}

impl Compared<'_> {
    /// What the other text has in place of one provision of the first.
    pub(super) fn text(&self, edges: &[Edge], place: usize) -> Text {
        let found = edges.iter().filter(|edge| edge.old.contains(&place) && !edge.new.is_empty());
        let parts: Vec<Text> = found.map(|edge| self.part(edge, place)).collect();
        let joined = parts.into_iter().reduce(|text, part| text.then("\n", Style::Plain).join(part));
        joined.unwrap_or_else(|| Text::styled(self.absent, Style::Muted))
    }

    fn part(&self, edge: &Edge, place: usize) -> Text {
        let joined = |words: &dyn Fn(usize) -> String, places: &[usize]| {
            places.iter().map(|place| words(*place)).collect::<Vec<_>>().join("\n")
        };
        let cited: Vec<String> = edge.new.iter().map(|place| (self.cited)(*place)).collect();
        let cited = cited.join(", ");
        if let [first, ..] = edge.old.as_slice()
            && *first != place
        {
            return Text::styled(format!("with row {}: {cited}", (self.number)(*first)), Style::Muted);
        }
        let (old, new) = (joined(self.old, &edge.old), joined(self.new, &edge.new));
        let is_elsewhere = edge.status == Status::Moved;
        let head = if is_elsewhere { format!("{cited}, moved: ") } else { format!("{cited}: ") };
        let text = Text::styled(head, Style::Muted);
        if old == new {
            text.then(NO_CHANGE, Style::Muted)
        } else if self.is_marked {
            text.join(marked(&old, &new))
        } else {
            text.then(new, Style::Plain)
        }
    }
}

/// The provisions of the other text that the first does not have, each with that of the first after which it stands.
pub(super) fn more(edges: &[Edge]) -> impl Iterator<Item = (Option<usize>, usize)> + '_ {
    let before: BTreeMap<usize, usize> =
        edges.iter().filter_map(|edge| Some((*edge.new.last()?, *edge.old.last()?))).collect();
    let added = edges.iter().filter(|edge| edge.old.is_empty()).flat_map(|edge| edge.new.iter().copied());
    let mut added: Vec<usize> = added.collect();
    added.sort_unstable();
    added.into_iter().map(move |place| (before.range(..place).next_back().map(|(_, old)| *old), place))
}
