//! How many packages each state of a diagram stands for, and packages drawn by those counts.

use num_bigint::BigUint;

use super::OptionIndex;
use super::classes::Part;
use super::diagram::{Diagram, Size};
use super::draws::Draws;
use crate::{Budget, Stopped};

/// A component whose packages are counted.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    diagram: Diagram,
    tallies: Tallies,
}

/// By node and state, the packages of the issues from there down. Wide only where 128 bits might not hold them.
#[derive(Clone, Debug)]
enum Tallies {
    Narrow(Vec<Vec<u128>>),
    Wide(Vec<Vec<BigUint>>),
}

/// A number that counts packages.
trait Tally: Clone + PartialOrd + From<u64> {
    fn add(&mut self, other: &Self);
    fn subtract(&mut self, other: &Self);
    fn times(&self, other: &Self) -> Self;
    fn drawn_below(&self, draws: &mut Draws) -> Self;
}

impl Counted {
    /// The component counted; nothing if its diagram is larger than that size.
    pub fn of(part: Part, size: Size, budget: &Budget) -> Result<Option<Self>, Stopped> {
        let Some(diagram) = Diagram::of(part, size, budget)? else { return Ok(None) };
        let options =
            diagram.part.classes.iter().map(|classes| classes.iter().map(Vec::len).sum::<usize>() as u128);
        let fits = options.map(|options| options.max(1)).try_fold(1_u128, u128::checked_mul).is_some();
        let tallies = if fits {
            Tallies::Narrow(tally(&diagram, budget)?)
        } else {
            Tallies::Wide(tally(&diagram, budget)?)
        };
        Ok(Some(Counted { diagram, tallies }))
    }

    /// The words of its diagram; none for an issue alone.
    pub fn words(&self) -> usize {
        if self.diagram.part.issues.len() == 1 { 0 } else { self.diagram.words() }
    }

    /// How many packages the component has.
    pub fn total(&self) -> BigUint {
        match &self.tallies {
            Tallies::Narrow(tallies) => BigUint::from(root(tallies)),
            Tallies::Wide(tallies) => root(tallies),
        }
    }

    /// Puts the options of one of its packages, each equally likely, into their places. There must be one.
    pub fn draw(&self, draws: &mut Draws, package: &mut [OptionIndex]) {
        match &self.tallies {
            Tallies::Narrow(tallies) => draw(&self.diagram, tallies, draws, package),
            Tallies::Wide(tallies) => draw(&self.diagram, tallies, draws, package),
        }
    }
}

fn root<T: Tally>(tallies: &[Vec<T>]) -> T {
    tallies.first().and_then(|states| states.first()).cloned().unwrap_or_else(|| T::from(1))
}

fn tally<T: Tally>(diagram: &Diagram, budget: &Budget) -> Result<Vec<Vec<T>>, Stopped> {
    let mut tallies: Vec<Vec<T>> = vec![Vec::new(); diagram.stages.len()];
    for (place, stage) in diagram.stages.iter().enumerate().rev() {
        budget.spend(stage.states() as u64)?;
        let count = |state| {
            let mut sum = T::from(0);
            for (class, below) in stage.arcs(state) {
                sum.add(&ways(diagram, place, class, below, &tallies));
            }
            sum
        };
        tallies[place] = (0..stage.states()).map(count).collect();
    }
    Ok(tallies)
}

/// The packages behind an arc.
fn ways<T: Tally>(diagram: &Diagram, node: usize, class: usize, below: &[u32], tallies: &[Vec<T>]) -> T {
    let stage = &diagram.stages[node];
    let options = T::from(diagram.part.classes[stage.issue][class].len() as u64);
    let states = stage.children.iter().zip(below);
    states.fold(options, |ways, (child, state)| ways.times(&tallies[*child][*state as usize]))
}

fn draw<T: Tally>(diagram: &Diagram, tallies: &[Vec<T>], draws: &mut Draws, package: &mut [OptionIndex]) {
    let mut waiting = vec![(0, 0)];
    while let Some((node, state)) = waiting.pop() {
        let Some(stage) = diagram.stages.get(node) else { continue };
        let mut left = tallies[node][state].drawn_below(draws);
        for (class, below) in stage.arcs(state) {
            let ways = ways(diagram, node, class, below, tallies);
            if left >= ways {
                left.subtract(&ways);
                continue;
            }
            let options = &diagram.part.classes[stage.issue][class];
            let place = usize::try_from(draws.below(options.len() as u64)).unwrap_or(0);
            package[diagram.part.issues[stage.issue].at()] = options[place];
            waiting.extend(stage.children.iter().zip(below).map(|(child, state)| (*child, *state as usize)));
            break;
        }
    }
}

impl Tally for u128 {
    fn add(&mut self, other: &Self) {
        *self += other;
    }
    fn subtract(&mut self, other: &Self) {
        *self -= other;
    }
    fn times(&self, other: &Self) -> Self {
        self * other
    }
    fn drawn_below(&self, draws: &mut Draws) -> Self {
        draws.below_wide(*self)
    }
}

impl Tally for BigUint {
    fn add(&mut self, other: &Self) {
        *self += other;
    }
    fn subtract(&mut self, other: &Self) {
        *self -= other;
    }
    fn times(&self, other: &Self) -> Self {
        self * other
    }
    fn drawn_below(&self, draws: &mut Draws) -> Self {
        draws.below_big(self)
    }
}
