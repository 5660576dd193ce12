//! The packages of a front vector, rebuilt from the sets that the front was summed from: no package is kept.

use super::layers::Layers;
use super::points::{Vector, difference};
use super::sums::{Origin, Sums};
use crate::{OptionIndex, Package};

/// Something of a package that is still to be found.
#[derive(Clone, Copy)]
enum Task<const K: usize> {
    /// A part whose vector is one of that set.
    Set { set: usize, vector: Vector<K> },
    /// A beginning of the component of that set whose vector is one of that state, after so many issues.
    Layer { set: usize, settled: usize, state: usize, vector: Vector<K> },
}

/// A package that is found in part.
#[derive(Clone)]
struct Partial<const K: usize> {
    options: Vec<OptionIndex>,
    tasks: Vec<Task<K>>,
}

/// The packages of a vector, one at a time.
pub(super) struct Rebuilding<'a, const K: usize> {
    sums: &'a Sums<K>,
    partials: Vec<Partial<K>>,
}

/// Begins with a vector of the front.
pub(super) fn rebuild<'a, const K: usize>(sums: &'a Sums<K>, vector: &Vector<K>) -> Rebuilding<'a, K> {
    let task = Task::Set { set: sums.sets.len() - 1, vector: *vector };
    let first = Partial { options: vec![OptionIndex(0); sums.issues], tasks: vec![task] };
    Rebuilding { sums, partials: vec![first] }
}

impl<const K: usize> Iterator for Rebuilding<'_, K> {
    type Item = Package;

    fn next(&mut self) -> Option<Package> {
        loop {
            let mut partial = self.partials.pop()?;
            match partial.tasks.pop() {
                None => return Some(Package(partial.options)),
                Some(Task::Set { set, vector }) => self.open_set(partial, set, vector),
                Some(Task::Layer { set, settled, state, vector }) => {
                    if settled > 0 {
                        self.go_back(&partial, set, settled, state, vector);
                    } else {
                        self.partials.push(partial);
                    }
                }
            }
        }
    }
}

impl<const K: usize> Rebuilding<'_, K> {
    fn open_set(&mut self, mut partial: Partial<K>, set: usize, vector: Vector<K>) {
        match &self.sums.sets[set].origin {
            Origin::Constant => self.partials.push(partial),
            Origin::Component(layers) => {
                partial.tasks.push(Task::Layer { set, settled: layers.issues.len(), state: 0, vector });
                self.partials.push(partial);
            }
            Origin::Sum(longer, shorter) => {
                for (rest, part) in self.sums.ways(*longer, *shorter, &vector).into_iter().rev() {
                    let mut next = partial.clone();
                    next.tasks.push(Task::Set { set: *longer, vector: rest });
                    next.tasks.push(Task::Set { set: *shorter, vector: part });
                    self.partials.push(next);
                }
            }
        }
    }

    fn go_back(&mut self, partial: &Partial<K>, set: usize, settled: usize, state: usize, vector: Vector<K>) {
        let Some(layers) = self.layers(set) else { return };
        let issue = layers.issues[settled - 1];
        let before = &layers.states[settled - 1];
        let mut found = Vec::new();
        for arc in layers.states[settled][state].arcs.iter().rev() {
            let (vector, from) = (difference(&vector, &arc.adds), arc.from as usize);
            if before[from].points.position(&vector).is_some() {
                let mut next = partial.clone();
                next.options[issue.at()] = arc.option;
                next.tasks.push(Task::Layer { set, settled: settled - 1, state: from, vector });
                found.push(next);
            }
        }
        self.partials.append(&mut found);
    }

    fn layers(&self, set: usize) -> Option<&Layers<K>> {
        match &self.sums.sets[set].origin {
            Origin::Component(layers) => Some(layers),
            _ => None,
        }
    }
}
