//! Which provisions correspond. First the articles, then within their frame and along the order of the text the
//! provisions, one to one; then what one partner leaves unexplained.

use std::collections::{BTreeMap, HashMap};

use super::likeness::{Gram, Weights, likeness, to_f64, weigh};
use super::words::{Word, Words};
use crate::draft::{Draft, Provision, Sort};

/// A pair outside corresponding articles counts for so much of one within.
const OUTSIDE: f64 = 0.5;
/// A pair just where the order lets expect it counts for so much more.
const IN_ORDER: f64 = 0.5;
/// Places that a pair may be away from where it is expected until that is worth a third.
const NEAR: f64 = 3.0;
/// What stands in its place in the right article needs less likeness by this.
const IN_PLACE: f64 = 0.05;
/// Below this two provisions do not correspond.
const PAIRED_MIN: f64 = 0.13;
/// Of this likeness pairs fix the order of the text for the others.
const ANCHOR_MIN: f64 = 0.35;
/// So much of a provision must be explained by a further partner.
const EXPLAINED_MIN: f64 = 0.25;
/// One that has no partner yet counts for so much more.
const ALONE: f64 = 1.3;
/// Below this two articles do not correspond.
const FRAMES_MIN: f64 = 0.1;
/// A pair of provisions of this likeness makes a pair of their articles, wherever they stand.
const CARRIES: f64 = 0.45;

/// Two places that correspond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) score: f64,
}

/// What was found at both levels.
pub(super) struct Found {
    pub(super) paragraphs: Vec<Pair>,
    pub(super) articles: Vec<Pair>,
}

/// The units of one draft: provisions with words of their own.
struct Side {
    /// Their places.
    places: Vec<usize>,
    /// Each one's frame: the place of its article, or none.
    frames: Vec<Option<usize>>,
    weights: Vec<Weights>,
}

/// Finds what corresponds.
pub(super) fn find(old: &Draft, new: &Draft) -> Found {
    let mut words = Words::default();
    let (old_units, new_units) = (units(old, &mut words), units(new, &mut words));
    let (mut old_side, mut new_side) = (side(old, &old_units), side(new, &new_units));
    let all: Vec<&[Word]> = old_units.iter().chain(&new_units).map(|(_, words)| words.as_slice()).collect();
    let mut weights = weigh(&all);
    new_side.weights = weights.split_off(old_units.len());
    old_side.weights = weights;
    let frames = frames(old, new, &mut words);
    let mut finder = Finder::new(&old_side, &new_side, &frames);
    finder.pair();
    finder.explain();
    let at = |pair: &Pair| Pair { old: old_side.places[pair.old], new: new_side.places[pair.new], ..*pair };
    let articles = carried(&finder, &frames);
    Found { paragraphs: finder.pairs.iter().map(at).collect(), articles }
}

fn units(draft: &Draft, words: &mut Words) -> Vec<(usize, Vec<Word>)> {
    let mut units = Vec::new();
    for (place, provision) in draft.provisions.iter().enumerate() {
        if provision.text.is_empty() {
            continue;
        }
        let mut own = words.of(&provision.heading);
        own.extend(words.of(&provision.text));
        units.push((place, own));
    }
    units
}

fn side(draft: &Draft, units: &[(usize, Vec<Word>)]) -> Side {
    let places: Vec<usize> = units.iter().map(|(place, _)| *place).collect();
    let frames = places.iter().map(|place| frame(draft, *place)).collect();
    Side { places, frames, weights: Vec::new() }
}

/// Whether a provision holds others as an article does.
fn is_frame(provision: &Provision) -> bool {
    match provision.label.sort {
        Sort::Article | Sort::Annex | Sort::Preamble => true,
        Sort::None | Sort::Chapter => provision.text.is_empty(),
        _ => false,
    }
}

/// The place of the article in which a provision stands.
fn frame(draft: &Draft, place: usize) -> Option<usize> {
    let mut at = Some(place);
    while let Some(place) = at {
        let provision = &draft.provisions[place];
        if is_frame(provision) {
            return Some(place);
        }
        at = provision.parent;
    }
    None
}

/// The articles that correspond: by all their words and their headings, the best first, each one once.
fn frames(old: &Draft, new: &Draft, words: &mut Words) -> Vec<Pair> {
    let mut texts = |draft: &Draft| -> BTreeMap<usize, Vec<Word>> {
        let mut all: BTreeMap<usize, Vec<Word>> = BTreeMap::new();
        for (place, provision) in draft.provisions.iter().enumerate() {
            let Some(frame) = frame(draft, place) else { continue };
            let text = all.entry(frame).or_default();
            text.extend(words.of(&provision.heading));
            text.extend(words.of(&provision.text));
        }
        all
    };
    let (old_texts, new_texts) = (texts(old), texts(new));
    let all: Vec<&[Word]> = old_texts.values().chain(new_texts.values()).map(Vec::as_slice).collect();
    let mut old_weights = weigh(&all);
    let new_weights = old_weights.split_off(old_texts.len());
    let mut pairs = Vec::new();
    let places: Vec<usize> = old_texts.keys().copied().collect();
    for (i, (one, mine)) in places.iter().zip(&old_weights).enumerate() {
        for (j, (other, theirs)) in new_texts.keys().zip(&new_weights).enumerate() {
            let heading = heading_likeness(&old.provisions[*one], &new.provisions[*other]);
            let (share_old, share_new) =
                (to_f64(i) / to_f64(old_texts.len()), to_f64(j) / to_f64(new_texts.len()));
            let order = 1.0 - (share_old - share_new).abs();
            let alike = likeness(mine.shared(theirs), mine.total, theirs.total);
            let score = (alike + 0.15 * heading) * (0.7 + 0.3 * order);
            pairs.push(Pair { old: *one, new: *other, score });
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

/// The best pairs, each side once.
fn one_to_one(mut pairs: Vec<Pair>, min: f64) -> Vec<Pair> {
    pairs.retain(|pair| pair.score > min);
    pairs.sort_by(|one, other| {
        other.score.total_cmp(&one.score).then((one.old, one.new).cmp(&(other.old, other.new)))
    });
    let mut taken: (HashMap<usize, ()>, HashMap<usize, ()>) = Default::default();
    pairs.retain(|pair| {
        let is_free = !taken.0.contains_key(&pair.old) && !taken.1.contains_key(&pair.new);
        if is_free {
            taken.0.insert(pair.old, ());
            taken.1.insert(pair.new, ());
        }
        is_free
    });
    pairs
}

/// The search for pairs of units.
struct Finder<'s> {
    old: &'s Side,
    new: &'s Side,
    /// Likeness of all pairs that share a word, counted less outside of corresponding articles.
    alike: BTreeMap<(usize, usize), f64>,
    is_framed: HashMap<(Option<usize>, Option<usize>), bool>,
    pairs: Vec<Pair>,
    order: Vec<(f64, f64)>,
}

impl<'s> Finder<'s> {
    fn new(old: &'s Side, new: &'s Side, frames: &[Pair]) -> Self {
        let mut is_framed: HashMap<(Option<usize>, Option<usize>), bool> =
            frames.iter().map(|pair| ((Some(pair.old), Some(pair.new)), true)).collect();
        is_framed.insert((None, None), true);
        let mut finder =
            Finder { old, new, alike: BTreeMap::new(), is_framed, pairs: Vec::new(), order: Vec::new() };
        finder.alike = finder.all_likenesses();
        finder
    }

    fn is_framed(&self, old: usize, new: usize) -> bool {
        self.is_framed.contains_key(&(self.old.frames[old], self.new.frames[new]))
    }

    fn context(&self, old: usize, new: usize) -> f64 {
        if self.is_framed(old, new) { 1.0 } else { OUTSIDE }
    }

    /// By which units of the new draft each gram is used.
    fn all_likenesses(&self) -> BTreeMap<(usize, usize), f64> {
        let mut used_by: HashMap<Gram, Vec<(usize, f64)>> = HashMap::new();
        for (at, weights) in self.new.weights.iter().enumerate() {
            for (gram, weight) in &weights.grams {
                used_by.entry(*gram).or_default().push((at, *weight));
            }
        }
        let mut alike = BTreeMap::new();
        let mut shared = vec![0.0; self.new.weights.len()];
        for (one, weights) in self.old.weights.iter().enumerate() {
            shared.fill(0.0);
            for (gram, weight) in &weights.grams {
                for (at, theirs) in used_by.get(gram).into_iter().flatten() {
                    shared[*at] += weight.min(*theirs);
                }
            }
            for (other, shared) in shared.iter().enumerate().filter(|(_, shared)| **shared > 0.0) {
                let score = likeness(*shared, weights.total, self.new.weights[other].total);
                alike.insert((one, other), score * self.context(one, other));
            }
        }
        alike
    }

    /// Pairs one to one: the surest fix the order of the text, and the others are then judged by it too.
    fn pair(&mut self) {
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
    fn explain(&mut self) {
        let mut of_old: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut of_new: HashMap<usize, Vec<usize>> = HashMap::new();
        for pair in &self.pairs {
            of_old.entry(pair.old).or_default().push(pair.new);
            of_new.entry(pair.new).or_default().push(pair.old);
        }
        let none: Vec<usize> = Vec::new();
        let mut more = Vec::new();
        for ((old, new), _) in self.alike.iter().filter(|(_, score)| **score > 0.05) {
            let (partners, others) = (of_old.get(old).unwrap_or(&none), of_new.get(new).unwrap_or(&none));
            if partners.contains(new)
                || (!partners.is_empty() && !others.is_empty() && !self.is_framed(*old, *new))
            {
                continue;
            }
            let rest = self.old.weights[*old].without(partners.iter().map(|at| &self.new.weights[*at]));
            let open = self.new.weights[*new].without(others.iter().map(|at| &self.old.weights[*at]));
            let (mine, theirs) = (self.old.weights[*old].total, self.new.weights[*new].total);
            let small = mine.min(theirs);
            let explained = rest.shared(&open) / small * (small / (small + 40.0));
            let alone = if partners.is_empty() || others.is_empty() { ALONE } else { 1.0 };
            let near = 1.0 + IN_ORDER * self.nearness(*old, *new);
            let score = explained * alone * near * self.context(*old, *new);
            if score > EXPLAINED_MIN {
                more.push(Pair { old: *old, new: *new, score: score.min(1.0) });
            }
        }
        self.pairs.extend(more);
        self.pairs.sort_by_key(|pair| (pair.old, pair.new));
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

/// The articles that correspond, and those into which provisions went.
fn carried(finder: &Finder<'_>, frames: &[Pair]) -> Vec<Pair> {
    let mut all: BTreeMap<(usize, usize), f64> =
        frames.iter().map(|pair| ((pair.old, pair.new), pair.score.min(1.0))).collect();
    for pair in finder.pairs.iter().filter(|pair| pair.score >= CARRIES) {
        if let (Some(old), Some(new)) = (finder.old.frames[pair.old], finder.new.frames[pair.new]) {
            all.entry((old, new)).or_insert(pair.score.min(1.0));
        }
    }
    all.into_iter().map(|((old, new), score)| Pair { old, new, score }).collect()
}
