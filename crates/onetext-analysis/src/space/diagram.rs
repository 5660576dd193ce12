//! All packages of a component as a decision diagram: states of nodes, and for each state the choices that lead on, with the
//! states below that they lead to. Equal states are one, so the diagram may be small where the packages are many.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::classes::Part;
use super::layers::{Layer, layers};
use super::tree::tree;
use crate::{Budget, Stopped};

/// Words that a state takes beside its own.
const STATE_WORDS: usize = 6;

/// The size up to which diagrams are made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    /// Words of arcs and states together: eight bytes each at most.
    pub words_max: usize,
}

/// The diagram of a component.
#[derive(Clone, Debug)]
pub(super) struct Diagram {
    /// The component.
    pub part: Part,
    /// By node, parents first; the only state of the first node is the root.
    pub stages: Vec<Stage>,
}

/// The states of a node.
#[derive(Clone, Debug)]
pub(super) struct Stage {
    /// The issue of the node.
    pub issue: usize,
    /// The nodes right below.
    pub children: Vec<usize>,
    /// By state, where its arcs begin; where the last one's end.
    starts: Vec<usize>,
    /// For each arc its class, then the state of each child.
    arcs: Vec<u32>,
}

/// The states of a node that have been met.
type Met = HashMap<Box<[u64]>, u32, BuildHasherDefault<Mixed>>;

impl Diagram {
    /// The diagram; nothing if it is larger than that size. A step of the budget is one choice at one state.
    pub fn of(part: Part, size: Size, budget: &Budget) -> Result<Option<Self>, Stopped> {
        let Some(nodes) = tree(&part, budget)? else { return Ok(None) };
        let layers = layers(&part, &nodes);
        let mut met: Vec<Met> = layers.iter().map(|_| Met::default()).collect();
        if let Some(root) = met.first_mut() {
            root.insert(Box::default(), 0);
        }
        // An issue alone is never too large: so there is always something around a component that can be counted.
        let left = if part.issues.len() == 1 { usize::MAX } else { size.words_max };
        let mut making = Making { layers: &layers, met, left, packed: Vec::new() };
        let mut stages = Vec::with_capacity(layers.len());
        for node in 0..layers.len() {
            let Some(stage) = making.stage(node, budget)? else { return Ok(None) };
            stages.push(stage);
        }
        Ok(Some(Diagram { part, stages }))
    }

    /// The words that it takes.
    pub fn words(&self) -> usize {
        self.stages.iter().map(|stage| stage.arcs.len() + stage.starts.len()).sum()
    }
}

/// A diagram in the making.
struct Making<'a> {
    layers: &'a [Layer],
    /// By node, the states that have been met; taken out when the node's turn comes.
    met: Vec<Met>,
    /// Words that are left.
    left: usize,
    packed: Vec<u64>,
}

impl Making<'_> {
    /// The stage of a node, all of whose states are known; nothing if it takes more words than are left.
    fn stage(&mut self, node: usize, budget: &Budget) -> Result<Option<Stage>, Stopped> {
        let layer = &self.layers[node];
        let reached = in_order(std::mem::take(&mut self.met[node]));
        let (issue, children) = (layer.issue, layer.children.clone());
        let mut below = vec![Vec::new(); children.len()];
        let (mut starts, mut arcs, mut state) = (vec![0], Vec::new(), Vec::new());
        for kept in &reached {
            layer.packing.unpack(kept, &mut state);
            let mut steps = 1;
            for class in layer.open(&state) {
                steps += 1;
                if layer.follow(&state, class, &mut below)
                    && self.arc(layer, class, &below, &mut arcs).is_none()
                {
                    return Ok(None);
                }
            }
            budget.spend(steps)?;
            starts.push(arcs.len());
        }
        self.left = self.left.saturating_add(reached.len() * layer.packing.words());
        Ok(Some(Stage { issue, children, starts, arcs }))
    }

    /// Adds an arc, and the states to which it leads where they are new.
    fn arc(&mut self, layer: &Layer, class: usize, below: &[Vec<u64>], arcs: &mut Vec<u32>) -> Option<()> {
        self.left = self.left.checked_sub(1 + below.len())?;
        arcs.push(u32::try_from(class).ok()?);
        for (child, state) in layer.children.iter().zip(below) {
            self.layers[*child].packing.pack(state, &mut self.packed);
            let next = u32::try_from(self.met[*child].len()).ok()?;
            let known = self.met[*child].get(self.packed.as_slice()).copied();
            if known.is_none() {
                self.left = self.left.checked_sub(self.packed.len() + STATE_WORDS)?;
                self.met[*child].insert(self.packed.as_slice().into(), next);
            }
            arcs.push(known.unwrap_or(next));
        }
        Some(())
    }
}

/// The states in the order in which they were met.
fn in_order(met: Met) -> Vec<Box<[u64]>> {
    let mut states: Vec<(u32, Box<[u64]>)> = met.into_iter().map(|(state, place)| (place, state)).collect();
    states.sort_unstable_by_key(|(place, _)| *place);
    states.into_iter().map(|(_, state)| state).collect()
}

impl Stage {
    /// How many states there are.
    pub fn states(&self) -> usize {
        self.starts.len() - 1
    }

    /// The arcs of a state: the class, and the state of each child.
    pub fn arcs(&self, state: usize) -> impl Iterator<Item = (usize, &[u32])> {
        let arcs =
            self.arcs[self.starts[state]..self.starts[state + 1]].chunks_exact(1 + self.children.len());
        arcs.map(|arc| (arc[0] as usize, &arc[1..]))
    }
}

/// A hash of words that is the same on every machine; what it decides is only how fast a state is found.
#[derive(Default)]
pub(super) struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }
}
