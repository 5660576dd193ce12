//! What a provision stands in: its article, its paragraph, its option; and which articles correspond.

use std::collections::BTreeMap;

use super::likeness::{Uses, likeness, to_f64, weigh};
use super::pairs::{Pair, Unit, one_to_one};
use super::words::{Word, Words};
use crate::draft::{Draft, Provision, Sort};

/// Below this two articles do not correspond.
const FRAMES_MIN: f64 = 0.1;
/// The same heading is worth so much likeness.
const HEADING: f64 = 0.15;
/// Articles at opposite ends of the text lose so much of their likeness.
const ORDER: f64 = 0.3;

/// Whether a provision holds others as an article does.
pub(super) fn is_frame(draft: &Draft, provision: &Provision) -> bool {
    let is_high = provision.parent.is_none_or(|parent| draft.provisions[parent].label.sort == Sort::Chapter);
    match provision.label.sort {
        Sort::Article | Sort::Annex | Sort::Preamble => true,
        Sort::None | Sort::Chapter => is_high && provision.text.is_empty(),
        _ => false,
    }
}

/// The place of the paragraph to which a provision belongs: the highest one below its article, seen through options.
pub(super) fn block(draft: &Draft, place: usize) -> usize {
    let mut at = place;
    while let Some(parent) = draft.provisions[at].parent {
        let above = &draft.provisions[parent];
        let is_wording = above.label.sort == Sort::Option && above.text.is_empty();
        if is_wording || is_frame(draft, above) {
            break;
        }
        at = parent;
    }
    at
}

/// The place of the article in which a provision stands.
pub(super) fn frame(draft: &Draft, place: usize) -> Option<usize> {
    let mut at = Some(place);
    while let Some(place) = at {
        let provision = &draft.provisions[place];
        if is_frame(draft, provision) {
            return Some(place);
        }
        at = provision.parent;
    }
    None
}

/// The option of which a provision is a part, with what has that option.
pub(super) fn wording(draft: &Draft, place: usize) -> Option<(Option<usize>, usize)> {
    let mut at = Some(place);
    while let Some(place) = at {
        let provision = &draft.provisions[place];
        if provision.label.sort == Sort::Option {
            return Some((provision.parent, place));
        }
        at = provision.parent;
    }
    None
}

/// The articles that correspond: by all their words and their headings, the best first, each one once.
pub(super) fn frames(old: (&Draft, &[Unit]), new: (&Draft, &[Unit]), words: &mut Words) -> Vec<Pair> {
    let mut texts = |(draft, units): (&Draft, &[Unit])| -> BTreeMap<usize, Vec<Word>> {
        let mut all: BTreeMap<usize, Vec<Word>> = BTreeMap::new();
        for (place, provision) in draft.provisions.iter().enumerate().filter(|(_, one)| is_frame(draft, one))
        {
            all.insert(place, words.of(&provision.heading));
        }
        for unit in units {
            if let Some(text) = frame(draft, unit.place).and_then(|frame| all.get_mut(&frame)) {
                text.extend(&unit.words);
            }
        }
        all
    };
    let (old_texts, new_texts) = (texts(old), texts(new));
    let (old, new) = (old.0, new.0);
    let all: Vec<&[Word]> = old_texts.values().chain(new_texts.values()).map(Vec::as_slice).collect();
    let mut old_weights = weigh(&all);
    let new_weights = old_weights.split_off(old_texts.len());
    let mut pairs = Vec::new();
    let places: Vec<usize> = old_texts.keys().copied().collect();
    let uses = Uses::of(&new_weights);
    for (i, shared) in uses.shared_with(&old_weights).enumerate() {
        let (one, mine) = (places[i], old_weights[i].total);
        for (j, other) in new_texts.keys().enumerate() {
            let heading = heading_likeness(&old.provisions[one], &new.provisions[*other]);
            let (share_old, share_new) =
                (to_f64(i) / to_f64(old_texts.len()), to_f64(j) / to_f64(new_texts.len()));
            let order = 1.0 - (share_old - share_new).abs();
            let alike = likeness(shared[j], mine, new_weights[j].total);
            let score = (alike + HEADING * heading) * (1.0 - ORDER + ORDER * order);
            pairs.push(Pair { old: one, new: *other, score });
        }
    }
    let mut chosen = one_to_one(pairs, FRAMES_MIN);
    chosen.sort_by_key(|pair| (pair.old, pair.new));
    chosen
}

/// Whether two headings say the same: 1, 0, or nothing where one has none.
fn heading_likeness(one: &Provision, other: &Provision) -> f64 {
    let small = |provision: &Provision| provision.heading.to_lowercase();
    let is_same = one.label.sort == other.label.sort && small(one) == small(other);
    if is_same && (!one.heading.is_empty() || one.label.sort == Sort::Preamble) { 1.0 } else { 0.0 }
}
