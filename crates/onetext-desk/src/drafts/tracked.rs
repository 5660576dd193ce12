//! A redline as a running text with tracked changes: accepted, it is the new draft, rejected, the old one. What was dropped
//! stands where it stood, what moved at both ends, and a comment says what was merged, split and moved.

mod weave;

use std::collections::{BTreeMap, BTreeSet};

use onetext_document::{Block, Document, Sort};
use onetext_text::draft::{Draft, Provision};
use onetext_text::lineage::Status;
use onetext_text::redline::Redline;

use super::chain::{self, Unit};
use super::cite::citation;
use super::{Named, clean};
use crate::words::list;
use weave::{Fate, Weaver};

/// In whose name and on which day the changes are marked.
#[derive(Clone, Copy, Debug)]
pub struct Hand<'h> {
    /// The author of every change and comment.
    pub author: &'h str,
    /// The day (`2025-12-08`) or instant of every change; none where it is not to be said.
    pub date: Option<&'h str>,
}

/// The redline as a running text.
pub fn redline_manuscript(old: Named<'_>, new: Named<'_>, redline: &Redline, hand: Hand<'_>) -> Document {
    let mut document = clean::sheet("redline", new);
    let (old, new) = (with_frame(old.draft, new.draft), with_frame(new.draft, old.draft));
    // The title became a provision of both, so the redline's places have moved by one.
    let shift = usize::from(old.is_titled);
    let redline = shifted(redline, shift);
    let (old, new) = (&old.draft, &new.draft);
    let units = chain::units(old, new, &redline);
    let mut woven = Woven::new(old, new, &units, &redline, hand);
    woven.weave();
    document.blocks.push(Block::Manuscript(woven.weaver.end()));
    document
}

/// A draft whose title and footnotes are provisions too, so that what changed in them is tracked.
struct Framed {
    draft: Draft,
    is_titled: bool,
}

/// With its title as a provision where the other has another one, and its footnotes at its end.
fn with_frame(draft: &Draft, other: &Draft) -> Framed {
    let mut framed = clean::with_notes(draft);
    let is_titled = draft.title != other.title;
    if is_titled {
        for provision in &mut framed.provisions {
            provision.parent = provision.parent.map(|place| place + 1);
        }
        let title =
            Provision { key: "title".to_owned(), heading: draft.title.clone(), ..Provision::default() };
        framed.provisions.insert(0, title);
    }
    Framed { draft: framed, is_titled }
}

fn shifted(redline: &Redline, by: usize) -> Redline {
    let mut redline = redline.clone();
    for change in &mut redline.changes {
        for place in change.edge.old.iter_mut().chain(&mut change.edge.new) {
            *place += by;
        }
    }
    redline
}

struct Woven<'w> {
    old: &'w Draft,
    new: &'w Draft,
    units: &'w [Unit],
    redline: &'w Redline,
    weaver: Weaver,
    /// What of the two drafts stands in the text already.
    at: (usize, usize),
    /// By their places in the old and the new draft, the units that left the order.
    away: BTreeMap<usize, usize>,
    here: BTreeMap<usize, usize>,
    /// By a place in the new draft, the change that it is of.
    changes: BTreeMap<usize, usize>,
}

impl<'w> Woven<'w> {
    fn new(old: &'w Draft, new: &'w Draft, units: &'w [Unit], redline: &'w Redline, hand: Hand<'_>) -> Self {
        let changes = redline.changes.iter().enumerate();
        let changes = changes.flat_map(|(at, change)| change.edge.new.iter().map(move |place| (*place, at)));
        let (away, here) = (BTreeMap::new(), BTreeMap::new());
        let (changes, weaver) = (changes.collect(), Weaver::new(hand));
        Woven { old, new, units, redline, weaver, at: (0, 0), away, here, changes }
    }

    fn weave(&mut self) {
        let kept = chain::in_order(self.units, self.old, self.new);
        let is_kept: BTreeSet<usize> = kept.iter().copied().collect();
        let moved =
            self.units.iter().enumerate().filter(|(at, unit)| unit.is_pair() && !is_kept.contains(at));
        for (at, unit) in moved {
            self.away.insert(unit.old.start, at);
            self.here.insert(unit.new.start, at);
        }
        for place in kept {
            let unit = &self.units[place];
            self.between(unit.old.start, unit.new.start);
            self.comment(unit, false);
            self.weaver.unit(self.old, self.new, unit, &Fate::Stays);
            self.at = (unit.old.end, unit.new.end);
        }
        self.between(self.old.provisions.len(), self.new.provisions.len());
    }

    /// What stands in one draft alone, or elsewhere in the other, before the next that stands in both.
    fn between(&mut self, old_to: usize, new_to: usize) {
        for place in self.at.0..old_to {
            let sort = self.away.get(&place).map_or(Sort::Deleted, |at| Sort::MovedAway(name(*at)));
            let alone = Unit { old: place..place + 1, new: 0..0 };
            self.weaver.unit(self.old, self.new, &alone, &Fate::Goes(sort));
        }
        for place in self.at.1..new_to {
            let alone = Unit { old: 0..0, new: place..place + 1 };
            let moved = self.here.get(&place).copied();
            let unit = moved.map_or(&alone, |at| &self.units[at]);
            let sort = moved.map_or(Sort::Inserted, |at| Sort::MovedHere(name(at)));
            self.comment(unit, moved.is_some());
            self.weaver.unit(self.old, self.new, unit, &Fate::Comes(sort));
        }
    }

    /// Says what became one, or several, or stands elsewhere.
    fn comment(&mut self, unit: &Unit, moved: bool) {
        let Some(at) = self.changes.get(&unit.new.start) else { return };
        let edge = &self.redline.changes[*at].edge;
        let cited = |draft: &Draft, places: &[usize]| {
            list(&places.iter().map(|place| citation(draft, *place)).collect::<Vec<_>>())
        };
        let (was, is) = (cited(self.old, &edge.old), cited(self.new, &edge.new));
        match edge.status {
            Status::Merged => self.weaver.comment(format!("Merged: {was} became {is}.")),
            Status::Split => self.weaver.comment(format!("Split: {was} became {is}.")),
            _ if moved => self.weaver.comment(format!("Moved: was {was}, is {is}.")),
            _ => {}
        }
    }
}

/// By which name the two ends of a move know each other.
fn name(at: usize) -> String {
    format!("move{}", at + 1)
}
