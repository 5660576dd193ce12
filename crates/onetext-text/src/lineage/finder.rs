//! The search for provisions that correspond, within articles and paragraphs that do.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::likeness::{Uses, Weights, likeness, to_f64, trust};
use super::pairs::{Pair, one_to_one};
use crate::draft::{Label, Sort};

/// A pair outside corresponding articles counts for so much of one within.
const OUTSIDE: f64 = 0.5;
/// A pair within corresponding articles and outside corresponding paragraphs counts for so much.
const APART: f64 = 0.75;
/// A pair just where the order lets expect it counts for so much more.
const IN_ORDER: f64 = 0.5;
/// Places that a pair may be away from where it is expected until that is worth a third.
const NEAR: f64 = 3.0;
/// What stands in its place in the right article needs less likeness by this.
const IN_PLACE: f64 = 0.05;
/// Pairs that are less alike are not looked at.
const LOOKED_AT_MIN: f64 = 0.05;
/// Of what is worth a look so many are looked at for one provision, the most alike first and then the nearest: in a text
/// that repeats one line ten thousand times the pairs would not fit into memory.
const CANDIDATES_MAX: usize = 128;
/// Below this two provisions do not correspond.
const PAIRED_MIN: f64 = 0.13;
/// Of this likeness pairs fix the order of the text for the others.
const ANCHOR_MIN: f64 = 0.35;
/// So much of a provision must be explained by a further partner.
const EXPLAINED_MIN: f64 = 0.25;
/// What a further partner in a paragraph explains counts for so much where both their paragraphs have other partners.
const ACROSS: f64 = 0.5;
/// For one that has no partner at all this is enough, in its article and of its best candidate.
const ALONE_MIN: f64 = 0.12;

/// The units of one draft: provisions with words of their own.
pub(super) struct Side {
    /// Their places.
    pub(super) places: Vec<usize>,
    /// Each one's frame: the place of its article, or none.
    pub(super) frames: Vec<Option<usize>>,
    /// Each one's paragraph, by its place.
    pub(super) blocks: Vec<usize>,
    /// What each one is called.
    pub(super) labels: Vec<Label>,
    /// Of which option each one is a part, and what has that option.
    pub(super) wordings: Vec<Option<(Option<usize>, usize)>>,
    pub(super) weights: Vec<Weights>,
}

/// For each unit of both sides a number of its article: articles that correspond have the same one, and so have units
/// that stand in none.
struct Framed {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl Framed {
    fn of(old: &Side, new: &Side, frames: &[Pair]) -> Framed {
        let old_numbers: BTreeMap<usize, usize> =
            frames.iter().enumerate().map(|(at, pair)| (pair.old, at + 1)).collect();
        let new_numbers: BTreeMap<usize, usize> =
            frames.iter().enumerate().map(|(at, pair)| (pair.new, at + 1)).collect();
        // Articles that correspond to nothing have numbers of their own, apart on both sides.
        let alone = frames.len() + 1;
        let number = |frame: &Option<usize>, numbers: &BTreeMap<usize, usize>, side: usize| {
            frame.map_or(0, |place| numbers.get(&place).copied().unwrap_or(alone + 2 * place + side))
        };
        Framed {
            old: old.frames.iter().map(|frame| number(frame, &old_numbers, 0)).collect(),
            new: new.frames.iter().map(|frame| number(frame, &new_numbers, 1)).collect(),
        }
    }
}

/// Paragraphs that correspond, by their places, and those that have somebody at all.
pub(super) struct Blocks {
    pairs: HashSet<(usize, usize)>,
    old: HashSet<usize>,
    new: HashSet<usize>,
}

impl Blocks {
    pub(super) fn of(pairs: HashSet<(usize, usize)>) -> Blocks {
        let old = pairs.iter().map(|(old, _)| *old).collect();
        let new = pairs.iter().map(|(_, new)| *new).collect();
        Blocks { pairs, old, new }
    }
}

/// The search for pairs of units.
pub(super) struct Finder<'s> {
    pub(super) old: &'s Side,
    pub(super) new: &'s Side,
    /// Likeness of all pairs that share a word, counted less outside of what corresponds.
    alike: BTreeMap<(usize, usize), f64>,
    framed: Framed,
    /// Paragraphs that correspond, where their parts are sought.
    blocks: Option<&'s Blocks>,
    /// What was found.
    pub(super) pairs: Vec<Pair>,
    order: Vec<(f64, f64)>,
}

impl<'s> Finder<'s> {
    pub(super) fn new(old: &'s Side, new: &'s Side, frames: &[Pair], blocks: Option<&'s Blocks>) -> Self {
        let mut finder = Finder {
            old,
            new,
            alike: BTreeMap::new(),
            framed: Framed::of(old, new, frames),
            blocks,
            pairs: Vec::new(),
            order: Vec::new(),
        };
        finder.alike = finder.all_likenesses();
        finder
    }

    fn is_framed(&self, old: usize, new: usize) -> bool {
        self.framed.old[old] == self.framed.new[new]
    }

    fn context(&self, old: usize, new: usize) -> f64 {
        let is_in_block =
            self.blocks.map(|blocks| blocks.pairs.contains(&(self.old.blocks[old], self.new.blocks[new])));
        match (is_in_block, self.is_framed(old, new)) {
            (Some(true), _) | (None, true) => 1.0,
            (Some(false), true) => APART,
            (_, false) => OUTSIDE,
        }
    }

    /// Whether the paragraphs of two units both have others to which they correspond, and not each other.
    fn is_across(&self, old: usize, new: usize) -> bool {
        let (old, new) = (self.old.blocks[old], self.new.blocks[new]);
        self.blocks.is_some_and(|blocks| {
            !blocks.pairs.contains(&(old, new)) && blocks.old.contains(&old) && blocks.new.contains(&new)
        })
    }

    /// How alike the units are, of all pairs that are worth a look.
    fn all_likenesses(&self) -> BTreeMap<(usize, usize), f64> {
        let mut alike = Vec::new();
        let mut candidates: Vec<((usize, usize), f64)> = Vec::new();
        for (one, shared) in Uses::of(&self.new.weights).shared_with(&self.old.weights).enumerate() {
            let weights = &self.old.weights[one];
            for (other, shared) in shared.iter().enumerate().filter(|(_, shared)| **shared > 0.0) {
                let theirs = self.new.weights[other].total;
                let score = likeness(*shared, weights.total, theirs) * self.context(one, other);
                // "No text" stands in many places: something short says nothing away from where it stood.
                let is_here = self.is_framed(one, other);
                let said = if is_here { 1.0 } else { trust(weights.total.min(theirs)) };
                if score * said > LOOKED_AT_MIN {
                    candidates.push(((one, other), score * said));
                }
            }
            if candidates.len() > CANDIDATES_MAX {
                let expected = to_f64(one) / to_f64(self.old.places.len()) * to_f64(self.new.places.len());
                let away = |other: usize| (to_f64(other) - expected).abs();
                candidates.sort_by(|((_, one), score), ((_, other), beside)| {
                    beside.total_cmp(score).then(away(*one).total_cmp(&away(*other)))
                });
                candidates.truncate(CANDIDATES_MAX);
            }
            alike.append(&mut candidates);
        }
        alike.into_iter().collect()
    }

    /// Pairs one to one: the surest fix the order of the text, and the others are then judged by it too.
    pub(super) fn pair(&mut self) {
        let all: Vec<Pair> = self
            .alike
            .iter()
            .map(|((old, new), score)| Pair { old: *old, new: *new, score: *score })
            .collect();
        let anchors = one_to_one(all.clone(), ANCHOR_MIN);
        self.order = longest_in_order(anchors, self.old.places.len(), self.new.places.len());
        let all = all.into_iter().map(|pair| Pair { score: self.in_order(pair), ..pair }).collect();
        self.pairs = one_to_one(all, PAIRED_MIN);
    }

    /// How near a pair is to where the order of the text lets expect it, from 0 to 1.
    fn nearness(&self, old: usize, new: usize) -> f64 {
        let at = to_f64(old);
        let after = self.order.partition_point(|(known, _)| *known < at);
        let (x1, y1) = self.order[after.min(self.order.len() - 1)];
        let (x0, y0) = if after == 0 { (x1, y1) } else { self.order[after - 1] };
        let expected = if x1 > x0 { y0 + (y1 - y0) * (at - x0) / (x1 - x0) } else { y1 };
        libm::exp(-(to_f64(new) - expected).abs() / NEAR)
    }

    fn in_order(&self, pair: Pair) -> f64 {
        let near = self.nearness(pair.old, pair.new);
        let in_place = if self.is_framed(pair.old, pair.new) { IN_PLACE * near } else { 0.0 };
        pair.score * (1.0 + IN_ORDER * near) + in_place
    }

    /// Further partners for what the first ones leave unexplained: merges and splits.
    pub(super) fn explain(&mut self) {
        let mut of_old: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut of_new: HashMap<usize, Vec<usize>> = HashMap::new();
        for pair in &self.pairs {
            of_old.entry(pair.old).or_default().push(pair.new);
            of_new.entry(pair.new).or_default().push(pair.old);
        }
        let none: Vec<usize> = Vec::new();
        let (mut best_of_old, mut best_of_new) = (BTreeMap::new(), BTreeMap::new());
        let mut more: BTreeMap<(usize, usize), Pair> = BTreeMap::new();
        let (mut rests, mut opens) = (HashMap::new(), HashMap::new());
        for (old, new) in self.alike.keys() {
            let (partners, others) = (of_old.get(old).unwrap_or(&none), of_new.get(new).unwrap_or(&none));
            if partners.contains(new)
                || (!partners.is_empty() && !others.is_empty() && !self.is_framed(*old, *new))
            {
                continue;
            }
            let rest = rests.entry(*old).or_insert_with(|| {
                self.old.weights[*old].without(partners.iter().map(|at| &self.new.weights[*at]))
            });
            // Wordings that exclude each other explain the same words, each by itself.
            let beside: Vec<usize> =
                others.iter().copied().filter(|other| !self.is_alternative(*old, *other)).collect();
            let without = beside.iter().map(|at| &self.old.weights[*at]);
            let open = opens
                .entry((*new, beside.clone()))
                .or_insert_with(|| self.new.weights[*new].without(without));
            let (mine, theirs) = (self.old.weights[*old].total, self.new.weights[*new].total);
            let small = mine.min(theirs);
            let explained = rest.shared(open) / small * trust(small);
            let near = 1.0 + IN_ORDER * self.nearness(*old, *new);
            let across = if self.is_across(*old, *new) { ACROSS } else { 1.0 };
            let score = (explained * near * across * self.context(*old, *new)).min(1.0);
            let pair = Pair { old: *old, new: *new, score };
            if score > EXPLAINED_MIN {
                more.insert((*old, *new), pair);
            } else if score > ALONE_MIN && self.is_framed(*old, *new) {
                if partners.is_empty() {
                    keep_best(&mut best_of_old, *old, pair);
                }
                if others.is_empty() {
                    keep_best(&mut best_of_new, *new, pair);
                }
            }
        }
        for (old, pair) in best_of_old {
            if !more.keys().any(|(other, _)| *other == old) {
                more.insert((pair.old, pair.new), pair);
            }
        }
        for (new, pair) in best_of_new {
            if !more.keys().any(|(_, other)| *other == new) {
                more.insert((pair.old, pair.new), pair);
            }
        }
        self.pairs.extend(more.into_values());
        self.pairs.sort_by_key(|pair| (pair.old, pair.new));
    }

    /// What has nobody yet and stands under the same number beside what corresponds was replaced, however different its
    /// words are.
    pub(super) fn number(&mut self) {
        let mut paired: HashSet<(usize, usize)> =
            self.pairs.iter().map(|pair| (pair.old, pair.new)).collect();
        let mut old_taken: HashSet<usize> = paired.iter().map(|(old, _)| *old).collect();
        let mut new_taken: HashSet<usize> = paired.iter().map(|(_, new)| *new).collect();
        let mut by_label: HashMap<(Sort, &str), Vec<usize>> = HashMap::new();
        for (new, label) in
            self.new.labels.iter().enumerate().filter(|(new, one)| one.is_some() && !new_taken.contains(new))
        {
            by_label.entry((label.sort, label.number.as_str())).or_default().push(new);
        }
        let mut has_found = true;
        while std::mem::take(&mut has_found) {
            for old in (0..self.old.places.len()).filter(|old| !old_taken.contains(old)).collect::<Vec<_>>() {
                let label = &self.old.labels[old];
                let same = by_label.get(&(label.sort, label.number.as_str())).into_iter().flatten();
                let beside = |new: usize| {
                    let before = old > 0 && new > 0 && paired.contains(&(old - 1, new - 1));
                    before || paired.contains(&(old + 1, new + 1))
                };
                let fits =
                    |new: &&usize| !new_taken.contains(*new) && self.is_framed(old, **new) && beside(**new);
                let Some(new) = same.copied().find(|new| fits(&new)) else {
                    continue;
                };
                let score = self.alike.get(&(old, new)).copied().unwrap_or(0.0);
                self.pairs.push(Pair { old, new, score });
                paired.insert((old, new));
                old_taken.insert(old);
                new_taken.insert(new);
                has_found = true;
            }
        }
        self.pairs.sort_by_key(|pair| (pair.old, pair.new));
    }

    /// Whether two provisions of the old draft belong to wordings that exclude each other.
    fn is_alternative(&self, one: usize, other: usize) -> bool {
        let wordings = self.old.wordings[one].zip(self.old.wordings[other]);
        wordings.is_some_and(|((of, one), (of_other, other))| of == of_other && one != other)
    }
}

fn keep_best(best: &mut BTreeMap<usize, Pair>, key: usize, pair: Pair) {
    let kept = best.entry(key).or_insert(pair);
    if pair.score > kept.score {
        *kept = pair;
    }
}

/// The longest row of pairs that cross nowhere, with the edges of the text at both ends.
fn longest_in_order(mut pairs: Vec<Pair>, old: usize, new: usize) -> Vec<(f64, f64)> {
    pairs.sort_by_key(|pair| (pair.old, pair.new));
    let mut length = vec![1_usize; pairs.len()];
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for at in 0..pairs.len() {
        for earlier in 0..at {
            if pairs[earlier].old < pairs[at].old
                && pairs[earlier].new < pairs[at].new
                && length[earlier] + 1 > length[at]
            {
                length[at] = length[earlier] + 1;
                before[at] = Some(earlier);
            }
        }
    }
    let mut row = vec![(to_f64(old), to_f64(new))];
    let mut at = (0..pairs.len()).max_by_key(|at| (length[*at], std::cmp::Reverse(*at)));
    while let Some(place) = at {
        row.push((to_f64(pairs[place].old), to_f64(pairs[place].new)));
        at = before[place];
    }
    row.push((-1.0, -1.0));
    row.reverse();
    row
}
