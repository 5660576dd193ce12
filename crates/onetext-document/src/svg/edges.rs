//! The ties of a network: lines that keep clear of boxes they do not belong to, and titles that keep clear of each other.

use super::ink::{self, Area};
use crate::Network;

const TITLE_SIZE: f64 = 11.0;

/// A title is broken at about this many letters; the narrower break is tried where the broader finds no room.
const TITLE_LETTERS: [usize; 2] = [20, 12];

/// Sideways bends that a line may take, tried in this order.
const BENDS: [f64; 11] = [0.0, 45.0, -45.0, 90.0, -90.0, 140.0, -140.0, 200.0, -200.0, 270.0, -270.0];

/// Places of a title along its line, tried in this order.
const TITLE_PLACES: [f64; 15] =
    [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.26, 0.74, 0.22, 0.78, 0.18, 0.82];

/// How far a title may stand above or below its line where the line is too short for it, tried in this order,
/// and what each step away from the line counts as, in covered surface.
const TITLE_DROPS: [f64; 7] = [0.0, -18.0, 18.0, -36.0, 36.0, -54.0, 54.0];
const DROP_COST: f64 = 6.0;

/// A line is looked at in this many places to see what it crosses.
const SAMPLES: usize = 40;

pub(super) type Point = (f64, f64);

/// A line from one box to another, bent at `bend`.
#[derive(Clone, Copy)]
struct Curve {
    from: Point,
    bend: Point,
    to: Point,
}

impl Curve {
    fn between(from: Point, to: Point, sideways: f64) -> Self {
        let (along_x, along_y) = (to.0 - from.0, to.1 - from.1);
        let length = libm::sqrt(along_x * along_x + along_y * along_y).max(1.0);
        let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        let bend = (middle.0 - along_y / length * sideways, middle.1 + along_x / length * sideways);
        Curve { from, bend, to }
    }

    /// The point at a share of the way.
    fn at(&self, share: f64) -> Point {
        let rest = 1.0 - share;
        let mix = |from: f64, bend: f64, to: f64| {
            rest * rest * from + 2.0 * rest * share * bend + share * share * to
        };
        (mix(self.from.0, self.bend.0, self.to.0), mix(self.from.1, self.bend.1, self.to.1))
    }

    fn samples(self) -> impl Iterator<Item = Point> {
        (1..SAMPLES).map(move |index| self.at(ink::number(index) / ink::number(SAMPLES)))
    }
}

/// The drawn ties with their titles, and the areas that they take. Ties to unknown nodes are not drawn.
pub(super) fn drawn(network: &Network, areas: &[Area], middle: Area) -> (Vec<Area>, String) {
    let index_of = |key: &str| network.nodes.iter().position(|node| node.key == key);
    let mut curves: Vec<Option<Curve>> = Vec::new();
    for edge in &network.edges {
        let ends = index_of(&edge.from).zip(index_of(&edge.to)).filter(|(from, to)| from != to);
        let curve = ends.and_then(|ends| clear_curve(areas, middle, ends, &curves));
        curves.push(curve);
    }
    let mut taken: Vec<Area> = areas.iter().copied().chain([middle]).collect();
    let (mut lines, mut titles) = (String::new(), String::new());
    let boxes = taken.len();
    for (edge, curve) in network.edges.iter().zip(&curves) {
        let Some(curve) = curve else { continue };
        lines.push_str(&line(curve, edge.dashed));
        titles.push_str(&title(&edge.title.to_marked_words(), curve, &mut taken));
    }
    let tops = curves.iter().flatten().map(|curve| Area::around(curve.at(0.5), (4.0, 4.0)));
    let areas = taken[boxes..].iter().copied().chain(tops).collect();
    (areas, lines + &titles)
}

/// How far the ties reach in all, if the nodes stood at these places: the sum of the squared lengths.
pub(super) fn stretch(network: &Network, middles: &[Point]) -> f64 {
    let place_of =
        |key: &str| network.nodes.iter().position(|node| node.key == key).map(|index| middles[index]);
    let ends = network.edges.iter().filter_map(|edge| Some((place_of(&edge.from)?, place_of(&edge.to)?)));
    ends.map(|(from, to)| (from.0 - to.0) * (from.0 - to.0) + (from.1 - to.1) * (from.1 - to.1)).sum()
}

/// The first bend that crosses the fewest things that the tie has nothing to do with.
fn clear_curve(
    areas: &[Area],
    middle: Area,
    (from, to): (usize, usize),
    others: &[Option<Curve>],
) -> Option<Curve> {
    let strangers: Vec<Area> = areas
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != from && *index != to)
        .map(|(_, area)| area.with_margin(4.0))
        .chain([middle])
        .collect();
    let cost = |curve: &Curve| {
        let crossed = curve.samples().filter(|point| strangers.iter().any(|area| area.holds(*point))).count();
        let doubled = others.iter().flatten().filter(|other| near(other.at(0.5), curve.at(0.5))).count();
        crossed + doubled * SAMPLES
    };
    let ends = (areas[from].middle(), areas[to].middle());
    BENDS.iter().map(|bend| Curve::between(ends.0, ends.1, *bend)).min_by_key(cost)
}

fn near(one: Point, other: Point) -> bool {
    (one.0 - other.0).abs() < 14.0 && (one.1 - other.1).abs() < 14.0
}

fn line(curve: &Curve, dashed: bool) -> String {
    let pattern = if dashed { " stroke-dasharray=\"5 4\"" } else { "" };
    let [from, bend, to] =
        [curve.from, curve.bend, curve.to].map(|(x, y)| format!("{} {}", ink::place(x), ink::place(y)));
    format!(
        "<path d=\"M{from} Q{bend} {to}\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.7\" \
         stroke-width=\"1.2\"{pattern}/>\n"
    )
}

/// The title where it covers the least of anything else: along its line, broad or narrow.
fn title(words: &str, curve: &Curve, taken: &mut Vec<Area>) -> String {
    let covered = |area: &Area| taken.iter().map(|other| area.with_margin(2.0).shared(other)).sum::<f64>();
    let mut best: Option<(f64, Area, Vec<String>)> = None;
    for lines in TITLE_LETTERS.map(|letters| ink::lines(words, letters)) {
        for (drop, share) in TITLE_DROPS.iter().flat_map(|drop| TITLE_PLACES.map(|share| (*drop, share))) {
            let (x, y) = curve.at(share);
            let area = Area::around((x, y + drop), ink::room(&lines, TITLE_SIZE));
            let cost = covered(&area) + drop.abs() * DROP_COST;
            if best.as_ref().is_none_or(|(least, ..)| cost < *least - 0.5) {
                best = Some((cost, area, lines.clone()));
            }
        }
    }
    let Some((_, area, lines)) = best else { return String::new() };
    taken.push(area);
    ink::paragraph(&lines, area.middle(), TITLE_SIZE, ink::HALO)
}
