//! What a node's state is made of, and how a choice at the node makes the states of the nodes below.
//!
//! A state is a row of words: for each exposed issue the classes that are left of it, as bits, and for each carried at-most
//! what it still allows. Choices above a node that leave the same state are the same to everything from the node down.

use std::collections::BTreeMap;

use super::classes::{Part, Spot, Tie};
use super::order::bits;
use super::packing::Packing;
use super::tree::{Carried, Node};

const WORD_BITS: usize = 64;

/// How states go on from one node.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    /// The issue of the node.
    pub issue: usize,
    /// The nodes right below.
    pub children: Vec<usize>,
    /// How its states are kept.
    pub packing: Packing,
    /// Where the state has what is left of the node's own issue; nothing where nothing above is tied to it.
    own: Option<usize>,
    classes: usize,
    charges: Vec<Charge>,
    /// At-mosts of which this is the lowest issue: where the state says what they still allow, and the weight of each class.
    last: Vec<(usize, Vec<usize>)>,
    below: Vec<Below>,
    /// By class, what choosing it cuts.
    cuts: Vec<Vec<Cut>>,
    /// What choosing any other class cuts.
    cuts_unless: Vec<(usize, Cut)>,
}

/// An at-most that weighs the node's issue.
#[derive(Clone, Debug)]
struct Charge {
    ceiling: usize,
    /// By class.
    weights: Vec<usize>,
}

/// How a state of a child comes from a state of the node.
#[derive(Clone, Debug)]
struct Below {
    sources: Vec<Source>,
    /// The words of each exposed issue: one of them must keep a bit.
    masks: Vec<std::ops::Range<usize>>,
}

#[derive(Clone, Copy, Debug)]
enum Source {
    /// The same as here.
    Same(usize),
    /// All classes are left.
    All(u64),
    /// What an at-most still allows: what it allows here, or all of it, less what the choice weighs.
    Allowance { before: Before, charge: Option<usize>, carried: Carried },
}

/// What an at-most allows before the choice.
#[derive(Clone, Copy, Debug)]
enum Before {
    /// What the state says in that word.
    Left(usize),
    /// All of it: nothing above weighs anything.
    All(usize),
}

/// Classes that a choice takes from an issue below.
#[derive(Clone, Copy, Debug)]
struct Cut {
    child: usize,
    word: usize,
    keep: u64,
}

/// Where a node's state has its words.
struct Places {
    /// By exposed issue.
    masks: BTreeMap<usize, usize>,
    /// By carried at-most.
    carried: BTreeMap<usize, usize>,
    width: usize,
}

/// The layers of a component's tree.
pub(super) fn layers(part: &Part, nodes: &[Node]) -> Vec<Layer> {
    let places: Vec<Places> = nodes.iter().map(|node| Places::of(part, node)).collect();
    let mut node_of = vec![0; nodes.len()];
    let mut all_charges = charges(part);
    let mut layers = Vec::with_capacity(nodes.len());
    for (place, node) in nodes.iter().enumerate() {
        node_of[node.issue] = place;
        let charges = std::mem::take(&mut all_charges[node.issue]);
        let below = |child: &usize| below(part, &places[place], &charges, &nodes[*child]);
        layers.push(Layer {
            issue: node.issue,
            children: node.children.clone(),
            packing: packing(part, node),
            last: last(&charges, &places[place], nodes, node),
            own: places[place].masks.get(&node.issue).copied(),
            classes: part.classes[node.issue].len(),
            below: node.children.iter().map(below).collect(),
            charges,
            cuts: vec![Vec::new(); part.classes[node.issue].len()],
            cuts_unless: Vec::new(),
        });
    }
    for tie in &part.ties {
        let (Tie::Excludes(a, b) | Tie::Requires(a, b)) = *tie;
        let (upper, lower) = if node_of[a.issue] < node_of[b.issue] { (a, b) } else { (b, a) };
        let layer = &mut layers[node_of[upper.issue]];
        let exposed = |child: &usize| places[*child].masks.get(&lower.issue).copied();
        let found =
            layer.children.iter().enumerate().find_map(|(place, child)| Some((place, exposed(child)?)));
        if let Some((child, word)) = found {
            layer.cut(tie, upper, lower, Cut { child, word, keep: 0 }, words(part, lower.issue));
        }
    }
    layers
}

/// By issue, the at-mosts that weigh it.
fn charges(part: &Part) -> Vec<Vec<Charge>> {
    let mut charges = vec![Vec::new(); part.issues.len()];
    for (ceiling, limits) in part.ceilings.iter().enumerate() {
        for (issue, weights) in &limits.weights {
            charges[*issue].push(Charge { ceiling, weights: weights.clone() });
        }
    }
    charges
}

/// The at-mosts that no node below carries on.
fn last(charges: &[Charge], here: &Places, nodes: &[Node], node: &Node) -> Vec<(usize, Vec<usize>)> {
    let carried_on = |charge: &Charge| {
        let carried =
            |child: &usize| nodes[*child].carried.iter().any(|carried| carried.ceiling == charge.ceiling);
        node.children.iter().any(carried)
    };
    let ends = charges.iter().filter(|charge| !carried_on(charge));
    ends.filter_map(|charge| Some((*here.carried.get(&charge.ceiling)?, charge.weights.clone()))).collect()
}

fn below(part: &Part, here: &Places, charges: &[Charge], child: &Node) -> Below {
    let (mut sources, mut masks) = (Vec::new(), Vec::new());
    for issue in &child.exposed {
        let from = sources.len();
        for word in 0..words(part, *issue) {
            let all = all(part.classes[*issue].len(), word);
            sources.push(here.masks.get(issue).map_or(Source::All(all), |place| Source::Same(place + word)));
        }
        masks.push(from..sources.len());
    }
    for carried in &child.carried {
        let weighs = |charge: &Charge| charge.ceiling == carried.ceiling;
        let all = Before::All(part.ceilings[carried.ceiling].most);
        sources.push(Source::Allowance {
            before: here.carried.get(&carried.ceiling).copied().map_or(all, Before::Left),
            charge: charges.iter().position(weighs),
            carried: *carried,
        });
    }
    Below { sources, masks }
}

/// The bits of each word of a node's state.
fn packing(part: &Part, node: &Node) -> Packing {
    let mut packing = Packing::default();
    for issue in &node.exposed {
        (0..words(part, *issue))
            .for_each(|word| packing.push(all(part.classes[*issue].len(), word).count_ones() as usize));
    }
    for carried in &node.carried {
        packing.push((usize::BITS - carried.heaviest.leading_zeros()) as usize);
    }
    packing
}

impl Places {
    fn of(part: &Part, node: &Node) -> Self {
        let mut places = Places { masks: BTreeMap::new(), carried: BTreeMap::new(), width: 0 };
        for issue in &node.exposed {
            places.masks.insert(*issue, places.width);
            places.width += words(part, *issue);
        }
        for carried in &node.carried {
            places.carried.insert(carried.ceiling, places.width);
            places.width += 1;
        }
        places
    }
}

impl Layer {
    /// Notes what a tie takes from the issue below.
    fn cut(&mut self, tie: &Tie, upper: Spot, lower: Spot, first: Cut, words: usize) {
        let bit = 1_u64 << (lower.class % WORD_BITS);
        let word = first.word + lower.class / WORD_BITS;
        match tie {
            Tie::Excludes(..) => self.cuts[upper.class].push(Cut { word, keep: !bit, ..first }),
            Tie::Requires(needing, _) if *needing == upper => {
                let keep = |at| Cut { word: at, keep: if at == word { bit } else { 0 }, ..first };
                self.cuts[upper.class].extend((first.word..first.word + words).map(keep));
            }
            Tie::Requires(..) => self.cuts_unless.push((upper.class, Cut { word, keep: !bit, ..first })),
        }
    }

    /// The classes that a state leaves open at the node.
    pub fn open<'a>(&'a self, state: &'a [u64]) -> impl Iterator<Item = usize> + 'a {
        let words = (0..self.classes.div_ceil(WORD_BITS)).map(move |word| match self.own {
            Some(own) => (word, state[own + word]),
            None => (word, all(self.classes, word)),
        });
        words.flat_map(|(word, left)| bits(left).map(move |bit| word * WORD_BITS + bit))
    }

    /// The states of the nodes below after that choice, one for each; false if one of them leaves nothing.
    pub fn follow(&self, state: &[u64], class: usize, states: &mut [Vec<u64>]) -> bool {
        for (below, made) in self.below.iter().zip(states.iter_mut()) {
            made.clear();
            for source in &below.sources {
                match self.word(*source, state, class) {
                    Some(word) => made.push(word),
                    None => return false,
                }
            }
        }
        let unless = self.cuts_unless.iter().filter(|(needed, _)| *needed != class).map(|(_, cut)| cut);
        for cut in self.cuts[class].iter().chain(unless) {
            states[cut.child][cut.word] &= cut.keep;
        }
        let alive = |(below, made): (&Below, &Vec<u64>)| {
            below.masks.iter().all(|mask| made[mask.clone()].iter().any(|word| *word != 0))
        };
        self.below.iter().zip(states.iter()).all(alive) && self.affords(state, class)
    }

    /// Whether no at-most that ends here is overstepped.
    fn affords(&self, state: &[u64], class: usize) -> bool {
        self.last.iter().all(|(place, weights)| weights[class] as u64 <= state[*place])
    }

    fn word(&self, source: Source, state: &[u64], class: usize) -> Option<u64> {
        match source {
            Source::Same(place) => Some(state[place]),
            Source::All(all) => Some(all),
            Source::Allowance { before, charge, carried } => {
                let allowed = match before {
                    Before::Left(place) => state[place],
                    Before::All(most) => most as u64,
                };
                let weight = charge.map_or(0, |charge| self.charges[charge].weights[class]);
                let left = allowed.checked_sub(weight as u64)?;
                (left >= carried.lightest as u64).then(|| left.min(carried.heaviest as u64))
            }
        }
    }
}

/// Words for the classes of an issue.
fn words(part: &Part, issue: usize) -> usize {
    part.classes[issue].len().div_ceil(WORD_BITS)
}

/// The word in which every class is left.
fn all(classes: usize, word: usize) -> u64 {
    match classes.saturating_sub(word * WORD_BITS) {
        left if left >= WORD_BITS => u64::MAX,
        left => (1 << left) - 1,
    }
}
