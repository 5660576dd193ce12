//! The front as a picture: a plane for two parties, scales side by side for more.

use onetext_analysis::settlement::Settlement;
use onetext_analysis::{Scenario, Utility};
use onetext_document::{Chart, Parallel, ParallelLine, Plane, PlaneMark, Scale, Shape, Text};

use super::concepts::Chosen;
use crate::words::{count, list};

/// Points of a front that are drawn, spread evenly; the page says how many there are.
const POINTS_DRAWN_MAX: usize = 400;
const LINES_DRAWN_MAX: usize = 120;
/// Parties whose scales have room beside each other.
const SCALES_MAX: usize = 12;

/// The picture; none for one party, or where nothing is rational.
pub(super) fn of(scenario: &Scenario, found: &Settlement, chosen: &[Chosen]) -> Option<Chart> {
    let parties = scenario.parties.len();
    if found.front.is_empty() || !(2..=SCALES_MAX).contains(&parties) {
        return None;
    }
    let spans: Vec<Span> = (0..parties).map(|party| Span::of(scenario, found, party)).collect();
    Some(if parties == 2 {
        Chart::Plane(plane(scenario, found, chosen, &spans))
    } else {
        Chart::Parallel(parallel(scenario, found, chosen, &spans))
    })
}

/// The part of a party's scale that is drawn: nought to one where everything lies in it.
struct Span {
    from: i64,
    to: i64,
}

impl Span {
    fn of(scenario: &Scenario, found: &Settlement, party: usize) -> Self {
        let on_front = found.front.vectors().map(|vector| vector[party].0);
        let all = on_front.chain(scenario.parties[party].reservation.map(|reservation| reservation.0));
        let (from, to) = all.fold((0, 0), |(from, to), utility| (from.min(utility), to.max(utility)));
        Span {
            from,
            to: if (0..=Utility::ONE.0).contains(&to) && from == 0 {
                Utility::ONE.0
            } else {
                to.max(from + 1)
            },
        }
    }

    fn place(&self, utility: Utility) -> i64 {
        let share = i128::from(utility.0 - self.from) * 1000 / i128::from(self.to - self.from);
        i64::try_from(share.clamp(0, 1000)).unwrap_or(0)
    }

    fn scale(&self, name: &str) -> Scale {
        let end = |utility: i64| format!("{:.2}", Utility(utility).approximate());
        Scale::new(name, &end(self.from), &end(self.to))
    }
}

fn plane(scenario: &Scenario, found: &Settlement, chosen: &[Chosen], spans: &[Span]) -> Plane {
    let at = |vector: &[Utility]| (spans[0].place(vector[0]), spans[1].place(vector[1]));
    let reservations: Option<Vec<Utility>> = scenario.parties.iter().map(|party| party.reservation).collect();
    let marks = named(chosen).into_iter().map(|(title, place)| {
        let vector = found.vector(place);
        PlaneMark {
            at: at(vector),
            title: Text::plain(title),
            values: printed(vector).join(" / "),
            shape: Shape::Disc,
        }
    });
    Plane {
        key: "front".to_owned(),
        alternative: alternative(scenario, found),
        across: spans[0].scale(&scenario.parties[0].name),
        up: spans[1].scale(&scenario.parties[1].name),
        corner: reservations.map(|corner| at(&corner)),
        points: spread(found, POINTS_DRAWN_MAX).map(at).collect(),
        marks: marks.collect(),
    }
}

fn parallel(scenario: &Scenario, found: &Settlement, chosen: &[Chosen], spans: &[Span]) -> Parallel {
    let places =
        |vector: &[Utility]| vector.iter().zip(spans).map(|(utility, span)| span.place(*utility)).collect();
    let line = |(title, place): (String, usize)| {
        let vector = found.vector(place);
        ParallelLine { title: Text::plain(title), places: places(vector), values: printed(vector) }
    };
    let each = scenario.parties.iter().zip(spans);
    Parallel {
        key: "front".to_owned(),
        alternative: alternative(scenario, found),
        scales: each.clone().map(|(party, span)| span.scale(&party.name)).collect(),
        bars: each
            .map(|(party, span)| party.reservation.map(|reservation| span.place(reservation)))
            .collect(),
        faint: spread(found, LINES_DRAWN_MAX).map(places).collect(),
        lines: named(chosen).into_iter().map(line).collect(),
    }
}

/// Concepts that choose the same point share its mark.
fn named(chosen: &[Chosen]) -> Vec<(String, usize)> {
    let mut marks: Vec<(Vec<String>, usize)> = Vec::new();
    for concept in chosen {
        for &place in concept.places.iter().take(1) {
            match marks.iter_mut().find(|(_, other)| *other == place) {
                Some((names, _)) => names.push(concept.name.to_owned()),
                None => marks.push((vec![concept.name.to_owned()], place)),
            }
        }
    }
    marks.into_iter().map(|(names, place)| (list(&names), place)).collect()
}

/// At most so many vectors of the front, evenly spread over it.
fn spread(found: &Settlement, most: usize) -> impl Iterator<Item = &[Utility]> {
    let step = found.front.len().div_ceil(most).max(1);
    found.front.vectors().step_by(step)
}

fn printed(vector: &[Utility]) -> Vec<String> {
    vector.iter().map(|utility| format!("{:.3}", utility.approximate())).collect()
}

fn alternative(scenario: &Scenario, found: &Settlement) -> Text {
    let names: Vec<String> = scenario.parties.iter().map(|party| party.name.clone()).collect();
    let drawn = if found.front.len() > POINTS_DRAWN_MAX { ", some of them drawn" } else { "" };
    Text::plain(format!(
        "What {} would have: the front ({}{drawn}).",
        list(&names),
        count(found.front.len(), "point")
    ))
}
