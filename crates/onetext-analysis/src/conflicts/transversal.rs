//! Minimal hitting sets: the least sets that have something in common with each of some sets. Conflicts and corrections are
//! each other's (Reiter 1987). The search is that of Murakami & Uno, "Efficient algorithms for dualizing large-scale
//! hypergraphs" (2014): an element is chosen only while each chosen one alone hits something.

use super::members::Members;
use crate::{Budget, Stopped};

/// Every minimal hitting set of these sets, one after the other, until `found` says that it is enough. With no set there is
/// one, the empty one; an empty set cannot be hit.
pub(super) fn transversals(
    sets: &[Members],
    bound: usize,
    budget: &Budget,
    mut found: impl FnMut(Members) -> bool,
) -> Result<(), Stopped> {
    let mut search = Search::of(sets, bound);
    loop {
        budget.spend(1 + sets.len() as u64)?;
        match search.hardest() {
            Some(set) => search.branch(set),
            None => {
                if !found(Members::of(bound, search.chosen.iter().copied())) {
                    return Ok(());
                }
            }
        }
        if !search.step() {
            return Ok(());
        }
    }
}

struct Search<'a> {
    sets: &'a [Members],
    /// By element, the sets that have it.
    having: Vec<Vec<usize>>,
    /// By set, how many chosen elements hit it, and all of them combined bit by bit: the element itself where it is one.
    hits: Vec<(usize, usize)>,
    /// By element, how many sets it alone hits.
    alone: Vec<usize>,
    open: Members,
    chosen: Vec<usize>,
    branches: Vec<Branch>,
}

/// One of these elements must be chosen.
struct Branch {
    elements: Vec<usize>,
    next: usize,
    is_chosen: bool,
}

impl<'a> Search<'a> {
    fn of(sets: &'a [Members], bound: usize) -> Self {
        let mut having = vec![Vec::new(); bound];
        for (at, set) in sets.iter().enumerate() {
            for element in set.iter() {
                having[element].push(at);
            }
        }
        Search {
            sets,
            having,
            hits: vec![(0, 0); sets.len()],
            alone: vec![0; bound],
            open: Members::all(bound),
            chosen: Vec::new(),
            branches: Vec::new(),
        }
    }

    /// The set that is not hit and has the fewest elements left.
    fn hardest(&self) -> Option<usize> {
        let missed = (0..self.sets.len()).filter(|&set| self.hits[set].0 == 0);
        missed.min_by_key(|&set| self.sets[set].shared(&self.open))
    }

    fn branch(&mut self, set: usize) {
        let elements: Vec<usize> = self.sets[set].both(&self.open).iter().collect();
        for &element in &elements {
            self.open.remove(element);
        }
        self.branches.push(Branch { elements, next: 0, is_chosen: false });
    }

    /// Goes to the next choice that can lead to a minimal set; false if there is none.
    fn step(&mut self) -> bool {
        while let Some(mut branch) = self.branches.pop() {
            if branch.is_chosen {
                let element = branch.elements[branch.next - 1];
                self.take_back(element);
                self.open.insert(element);
                branch.is_chosen = false;
            }
            while let Some(&element) = branch.elements.get(branch.next) {
                branch.next += 1;
                self.choose(element);
                if self.chosen.iter().all(|&chosen| self.alone[chosen] > 0) {
                    branch.is_chosen = true;
                    self.branches.push(branch);
                    return true;
                }
                self.take_back(element);
            }
            for &element in &branch.elements {
                self.open.insert(element);
            }
        }
        false
    }

    fn choose(&mut self, element: usize) {
        self.chosen.push(element);
        for &set in &self.having[element] {
            let (count, combined) = &mut self.hits[set];
            match *count {
                0 => self.alone[element] += 1,
                1 => self.alone[*combined] -= 1,
                _ => {}
            }
            *count += 1;
            *combined ^= element;
        }
    }

    fn take_back(&mut self, element: usize) {
        self.chosen.pop();
        for &set in &self.having[element] {
            let (count, combined) = &mut self.hits[set];
            *count -= 1;
            *combined ^= element;
            match *count {
                0 => self.alone[element] -= 1,
                1 => self.alone[*combined] += 1,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::members::{in_order, minimal};
    use super::*;
    use proptest::prelude::*;

    const BOUND: usize = 7;

    fn all(sets: &[Members]) -> Vec<Members> {
        let mut found = Vec::new();
        transversals(sets, BOUND, &Budget::unlimited(), |set| {
            found.push(set);
            true
        })
        .unwrap();
        in_order(found)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn every_minimal_hitting_set_once(masks in prop::collection::vec(0_usize..1 << BOUND, 0..7)) {
            let set = |mask: usize| Members::of(BOUND, (0..BOUND).filter(|element| mask >> element & 1 == 1));
            let sets: Vec<Members> = masks.iter().map(|mask| set(*mask)).collect();
            let hitting = (0..1 << BOUND).map(set).filter(|one| sets.iter().all(|other| one.meets(other)));
            prop_assert_eq!(all(&sets), minimal(hitting.collect()));
        }
    }
}
