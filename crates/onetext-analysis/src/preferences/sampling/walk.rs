//! Hit-and-run along coordinates: each coordinate in turn goes to a uniform place on its chord.

use super::super::{Consistent, Standing, Worth};
use super::chord::Place;
use super::coordinates::{Coordinates, Way};
use super::draw::{Asked, Drawn, Margins, silent};
use super::random::Random;
use super::{CHAINS, NotSampled, Plan};
use crate::{Budget, Choice, OptionIndex, Stopped};

/// How near to its vertex a chain starts: chains that have not yet met are then seen to differ.
const START_INSIDE: f64 = 0.05;
/// Sweeps before the first draw, in parts of the draws of a chain.
const WARM_UP_PART: usize = 2;

/// The margins of all questions for all draws of all chains.
pub(super) fn margins(
    party: &Consistent,
    questions: &[(Worth, Standing)],
    plan: Plan,
    budget: &Budget<'_>,
) -> Result<Margins, NotSampled> {
    let coordinates = Coordinates::of(party, plan, budget)?;
    let asked = Asked::all(questions);
    let mut margins: Margins = vec![vec![Vec::new(); CHAINS]; asked.len()];
    for chain in 0..CHAINS {
        let mut walk = Walk::new(&coordinates, chain, Random::new(plan.seed, chain));
        for _ in 0..plan.draws / WARM_UP_PART {
            walk.sweep(budget)?;
        }
        for _ in 0..plan.draws {
            walk.sweep(budget)?;
            let drawn = drawn(party, &mut walk);
            for (margins, asked) in margins.iter_mut().zip(&asked) {
                margins[chain].push(asked.of(&drawn));
            }
            budget.spend(asked.len() as u64)?;
        }
    }
    Ok(margins)
}

struct Walk<'a> {
    coordinates: &'a Coordinates,
    place: Place<'a>,
    random: Random,
}

impl<'a> Walk<'a> {
    fn new(coordinates: &'a Coordinates, chain: usize, random: Random) -> Self {
        let inside = &coordinates.inside;
        let edge = coordinates.edges.get(chain).unwrap_or(inside);
        let start = inside.iter().zip(edge).map(|(inside, edge)| edge + START_INSIDE * (inside - edge));
        Walk { coordinates, place: Place::new(&coordinates.walls, start.collect()), random }
    }

    /// Moves along every coordinate once.
    fn sweep(&mut self, budget: &Budget<'_>) -> Result<(), Stopped> {
        let mut steps = 0;
        for way in &self.coordinates.ways {
            steps += self.step(way);
        }
        for weights in &self.coordinates.weight_ways {
            let way = self.with_values(weights);
            steps += self.step(&way);
        }
        self.place.measure();
        budget.spend(steps + 1)
    }

    fn step(&mut self, way: &Way) -> u64 {
        let (back, on) = self.place.chord(way);
        let distance = back + self.random.uniform() * (on - back);
        let goes = self.is_taken(way, distance);
        let steps = (self.place.touched() + way.len()) as u64;
        self.place.go(way, if goes { distance } else { 0.0 });
        steps
    }

    /// Values of silent issues are not walked: a weight `w` stands for a volume of `w` to the number of them. A move is taken as
    /// often as the volume grows (Metropolis), always where no silent weight changes.
    fn is_taken(&mut self, way: &Way, distance: f64) -> bool {
        if self.coordinates.silent.is_empty() {
            return true;
        }
        let mut growth = 0.0;
        for (column, free) in &self.coordinates.silent {
            if let Some((_, rate)) = way.iter().find(|(moved, _)| moved == column) {
                let before = self.place.point[*column];
                growth += *free as f64 * libm::log((before + rate * distance) / before);
            }
        }
        growth >= 0.0 || libm::log(self.random.uniform()) < growth
    }

    /// A direction of weights, with the values of their issues in proportion.
    fn with_values(&self, weights: &Way) -> Way {
        let mut way = weights.clone();
        for (weight, rate) in weights {
            let whole = self.place.point[*weight];
            if whole > 0.0 {
                let values = self.coordinates.scaled[*weight].iter();
                way.extend(values.map(|column| (*column, rate * self.place.point[*column] / whole)));
            }
        }
        way
    }
}

/// The function of where a walk is, with the values of silent issues drawn afresh.
fn drawn(party: &Consistent, walk: &mut Walk<'_>) -> Drawn {
    let point = &walk.place.point;
    let at = |choice| party.columns.option(choice).and_then(|column| point.get(column.at())).copied();
    let mut drawn = Drawn {
        reservation: point.get(party.columns.reservation().at()).copied().unwrap_or(0.0),
        ..Drawn::default()
    };
    for issue in party.space().indices() {
        let weight = point.get(issue.at()).copied().unwrap_or(0.0);
        let options = party.space().issues()[issue.at()].options.len();
        let choices = (0..).take(options).map(|option| Choice { issue, option: OptionIndex(option) });
        let mut row: Vec<f64> = choices.map(|choice| at(choice).unwrap_or(0.0)).collect();
        if party.is_silent(issue) {
            silent(&mut row, weight, &mut walk.random);
        }
        drawn.values.push(row);
        drawn.weights.push(weight);
    }
    drawn
}
