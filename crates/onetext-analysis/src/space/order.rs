//! In which order to take the issues of a component: so that few of those taken matter to few of those left. Vertices are
//! places in a list; two are adjacent if a dependency ties them.

use super::draws::Draws;
use crate::{Budget, Stopped};

/// Up to so many vertices the order costs the fewest new edges at each step; beyond, where that takes too long, it takes the
/// vertex with the fewest neighbours.
const LEAST_FILL_MAX: usize = 1_024;
const WORD_BITS: usize = 64;

/// An undirected graph: a row of bits for each vertex.
#[derive(Clone, Debug)]
pub(super) struct Adjacency {
    rows: Vec<Vec<u64>>,
}

impl Adjacency {
    /// So many vertices, none adjacent.
    pub fn none(vertices: usize) -> Self {
        Adjacency { rows: vec![vec![0; vertices.div_ceil(WORD_BITS)]; vertices] }
    }

    /// Makes two vertices adjacent.
    pub fn join(&mut self, a: usize, b: usize) {
        if a != b {
            self.rows[a][b / WORD_BITS] |= 1 << (b % WORD_BITS);
            self.rows[b][a / WORD_BITS] |= 1 << (a % WORD_BITS);
        }
    }

    /// The neighbours of a vertex, in order.
    pub fn neighbours(&self, vertex: usize) -> Vec<usize> {
        let words = self.rows[vertex].iter().enumerate();
        words.flat_map(|(place, word)| bits(*word).map(move |bit| place * WORD_BITS + bit)).collect()
    }

    /// An order of elimination, the first vertex to go first. Eliminating a vertex makes its neighbours adjacent to each other.
    /// Ties go to the vertex with fewer neighbours; then in the first two trials to a neighbour of those just gone, so that a
    /// circle is walked along, and in later trials by lot.
    pub fn elimination(mut self, trial: u64, budget: &Budget) -> Result<Vec<usize>, Stopped> {
        let vertices = self.rows.len();
        let mut costs: Vec<Option<(usize, usize)>> =
            (0..vertices).map(|vertex| Some(self.cost(vertex))).collect();
        let mut draws = Draws::new(trial, 0);
        let mut ranks: Vec<u64> =
            (0..vertices).map(|_| if trial < 2 { u64::MAX } else { draws.word() }).collect();
        let mut order = Vec::with_capacity(vertices);
        for step in 0..vertices as u64 {
            budget.spend(vertices as u64)?;
            let left = (0..vertices).filter(|vertex| costs[*vertex].is_some());
            let Some(vertex) = left.min_by_key(|vertex| (costs[*vertex], ranks[*vertex])) else { break };
            costs[vertex] = None;
            order.push(vertex);
            if trial < 2 {
                for neighbour in self.neighbours(vertex) {
                    ranks[neighbour] = u64::MAX - 1 - step;
                }
            }
            for changed in self.eliminate(vertex) {
                if costs[changed].is_some() {
                    costs[changed] = Some(self.cost(changed));
                }
            }
        }
        Ok(order)
    }

    /// Takes a vertex out; returns whose cost may have changed.
    fn eliminate(&mut self, vertex: usize) -> Vec<usize> {
        let neighbours = self.neighbours(vertex);
        let row = std::mem::take(&mut self.rows[vertex]);
        let mut touched = row.clone();
        for &neighbour in &neighbours {
            for (word, more) in self.rows[neighbour].iter_mut().zip(&row) {
                *word |= more;
            }
            for out in [neighbour, vertex] {
                self.rows[neighbour][out / WORD_BITS] &= !(1 << (out % WORD_BITS));
            }
            if self.rows.len() <= LEAST_FILL_MAX {
                touched.iter_mut().zip(&self.rows[neighbour]).for_each(|(word, more)| *word |= more);
            }
        }
        let words = touched.iter().enumerate();
        words.flat_map(|(place, word)| bits(*word).map(move |bit| place * WORD_BITS + bit)).collect()
    }

    /// Edges that its elimination would add (twice), and its neighbours.
    fn cost(&self, vertex: usize) -> (usize, usize) {
        let row = &self.rows[vertex];
        let degree = row.iter().map(|word| word.count_ones() as usize).sum();
        if self.rows.len() > LEAST_FILL_MAX {
            return (0, degree);
        }
        let missing = |neighbour: usize| {
            let known = row.iter().zip(&self.rows[neighbour]);
            known.map(|(wanted, there)| (wanted & !there).count_ones() as usize).sum::<usize>() - 1
        };
        (self.neighbours(vertex).into_iter().map(missing).sum(), degree)
    }
}

/// The places of the bits that are set, in order.
pub(super) fn bits(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = word.trailing_zeros() as usize;
        word &= word.wrapping_sub(1);
        (bit < WORD_BITS).then_some(bit)
    })
}
