//! The network: who is at the table stands on a ring, who is not stands outside it.

use super::edges;
use super::ink::{self, Anchor, Area};
use crate::{Network, Node};

const TITLE_SIZE: f64 = 13.0;
const LINE_SIZE: f64 = 10.5;
const MIDDLE_SIZE: f64 = 14.0;

/// Labels are broken at about this many letters.
const TITLE_LETTERS: usize = 18;
const LINE_LETTERS: usize = 22;

/// The ring before it grows to make room: half its breadth and height.
const RING: (f64, f64) = (165.0, 100.0);

/// How far the ring of those outside lies from the table's ring at least.
const OUTSIDE: (f64, f64) = (190.0, 105.0);

/// Room kept free around every label; more of it on the ring, where short ties need room for their titles.
const MARGIN: f64 = 17.0;
const RING_MARGIN: f64 = 30.0;

/// A ring grows by this factor until labels stand apart, at most `GROWTH_STEPS` times.
const GROWTH: f64 = 1.07;
const GROWTH_STEPS: usize = 60;

/// The picture.
pub(super) fn picture(network: &Network) -> String {
    let speak = &|text: &crate::Text| text.to_marked_words();
    let middle = ink::lines(&speak(&network.middle), TITLE_LETTERS);
    let middle_area = Area::around((0.0, 0.0), ink::room(&middle, MIDDLE_SIZE));
    let (ring, areas) = places(network, middle_area);
    let table = Area::around((0.0, 0.0), (2.0 * ring.0, 2.0 * ring.1));
    let (edge_area, drawn_edges) = edges::drawn(network, &areas, middle_area);
    let whole = areas.iter().copied().chain(edge_area).fold(table, Area::joined);
    let nodes: String = network.nodes.iter().zip(&areas).map(|(one, area)| node(one, *area)).collect();
    let content = format!(
        "{}{drawn_edges}{}{nodes}",
        table_ring(ring),
        ink::paragraph(&middle, (0.0, 0.0), MIDDLE_SIZE, &format!(" fill-opacity=\"0.75\"{}", ink::HALO)),
    );
    ink::frame(
        whole.with_margin(MARGIN),
        &speak(&network.alternative),
        &network.sentences(speak).join(". "),
        &content,
    )
}

fn table_ring((across, down): (f64, f64)) -> String {
    format!(
        "<ellipse cx=\"0\" cy=\"0\" rx=\"{}\" ry=\"{}\" fill=\"currentColor\" fill-opacity=\"0.05\" \
         stroke=\"currentColor\" stroke-opacity=\"0.5\" stroke-width=\"1.5\"/>\n",
        ink::place(across),
        ink::place(down)
    )
}

/// The ring's half axes, and where every node stands, in the order of the nodes.
fn places(network: &Network, middle: Area) -> ((f64, f64), Vec<Area>) {
    let sizes: Vec<(f64, f64)> = network.nodes.iter().map(size).collect();
    let seats = |inside: bool| -> Vec<usize> {
        (0..network.nodes.len()).filter(|&index| network.nodes[index].inside == inside).collect()
    };
    let (inner, outer) = (seats(true), seats(false));
    let pick = |indices: &[usize]| indices.iter().map(|&index| sizes[index]).collect::<Vec<_>>();
    let (ring, inside) =
        grown(&pick(&inner), RING, first_angle_inside(inner.len()), (&[middle], RING_MARGIN));
    let start = (ring.0 + OUTSIDE.0, ring.1 + OUTSIDE.1);
    let angle = first_angle_outside(network, &outer, &inner, (start, &inside));
    let (_, outside) = grown(&pick(&outer), start, angle, (&inside, MARGIN));
    let mut areas = vec![middle; network.nodes.len()];
    for (index, area) in inner.iter().zip(inside).chain(outer.iter().zip(outside)) {
        areas[*index] = area;
    }
    (ring, areas)
}

/// Two sit face to face, left and right; more begin at the top.
fn first_angle_inside(count: usize) -> f64 {
    if count == 2 { 180.0 } else { -90.0 }
}

/// Those outside keep their order, but turn as a whole until they stand nearest to those they are tied to.
fn first_angle_outside(
    network: &Network,
    outer: &[usize],
    inner: &[usize],
    (ring, inside): ((f64, f64), &[Area]),
) -> f64 {
    let half_step = 180.0 / ink::number(outer.len().max(1));
    let sizes = vec![(0.0, 0.0); outer.len()];
    let turns = (0..2 * outer.len().max(1)).map(|turn| half_step * ink::number(turn + 1) - 90.0);
    let stretch = |angle: f64| {
        let mut middles = vec![(0.0, 0.0); network.nodes.len()];
        let seated = around(&sizes, ring, angle);
        for (index, area) in outer.iter().zip(&seated).chain(inner.iter().zip(inside)) {
            middles[*index] = area.middle();
        }
        edges::stretch(network, &middles)
    };
    // A turn must be better by more than rounding to be taken.
    turns
        .map(|angle| (angle, stretch(angle)))
        .fold((half_step - 90.0, f64::MAX), |best, next| if next.1 < best.1 - 1.0 { next } else { best })
        .0
}

/// Areas of these sizes on an ellipse that is grown until none meets another or what is `taken`.
fn grown(
    sizes: &[(f64, f64)],
    start: (f64, f64),
    angle: f64,
    (taken, margin): (&[Area], f64),
) -> ((f64, f64), Vec<Area>) {
    let mut ring = start;
    let mut areas = around(sizes, ring, angle);
    for _ in 0..GROWTH_STEPS {
        if apart(&areas, taken, margin) {
            break;
        }
        ring = (ring.0 * GROWTH, ring.1 * GROWTH);
        areas = around(sizes, ring, angle);
    }
    (ring, areas)
}

fn around(sizes: &[(f64, f64)], (across, down): (f64, f64), first_angle: f64) -> Vec<Area> {
    let step = 360.0 / ink::number(sizes.len().max(1));
    let seats = sizes.iter().enumerate();
    seats
        .map(|(index, size)| {
            let angle = (first_angle + step * ink::number(index)).to_radians();
            Area::around((across * libm::cos(angle), down * libm::sin(angle)), *size)
        })
        .collect()
}

fn apart(areas: &[Area], taken: &[Area], margin: f64) -> bool {
    areas.iter().enumerate().all(|(index, area)| {
        let wide = area.with_margin(margin);
        !areas[index + 1..].iter().chain(taken).any(|other| wide.meets(other))
    })
}

fn title_lines(node: &Node) -> Vec<String> {
    ink::lines(&node.title.to_marked_words(), TITLE_LETTERS)
}

fn small_lines(node: &Node) -> Vec<String> {
    node.lines.iter().flat_map(|line| ink::lines(&line.to_marked_words(), LINE_LETTERS)).collect()
}

fn size(node: &Node) -> (f64, f64) {
    let (title, small) =
        (ink::room(&title_lines(node), TITLE_SIZE), ink::room(&small_lines(node), LINE_SIZE));
    (title.0.max(small.0) + 16.0, title.1 + small.1 + 9.0)
}

/// A labelled box: firm for those at the table, thin for the others.
fn node(node: &Node, area: Area) -> String {
    let (x, top) = (area.middle().0, area.y + 4.5);
    let titles = title_lines(node);
    let title_height = ink::room(&titles, TITLE_SIZE).1;
    let stroke = if node.inside { "stroke-width=\"1.8\"" } else { "stroke-width=\"0.8\"" };
    let mut out = format!(
        "<rect class=\"paper\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" fill=\"#ffffff\" \
         stroke=\"currentColor\" {stroke}/>\n",
        ink::place(area.x),
        ink::place(area.y),
        ink::place(area.width),
        ink::place(area.height)
    );
    let weight = if node.inside { " font-weight=\"600\"" } else { "" };
    out.push_str(&ink::paragraph(&titles, (x, top + title_height / 2.0), TITLE_SIZE, weight));
    for (index, line) in small_lines(node).iter().enumerate() {
        let y = top + title_height + LINE_SIZE * (0.9 + ink::LINE_HEIGHT * ink::number(index));
        out.push_str(&ink::words(line, (x, y), LINE_SIZE, Anchor::Middle, " fill-opacity=\"0.8\""));
    }
    out
}
