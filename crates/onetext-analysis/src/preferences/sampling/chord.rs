//! A point among walls, and moves along a line as far as the walls allow.

use super::coordinates::Way;

/// A point, and how far it is inside each wall.
pub(super) struct Place<'a> {
    walls: &'a [(Way, f64)],
    /// For each column the walls that it matters to, with its factor.
    by_column: Vec<Vec<(usize, f64)>>,
    pub(super) point: Vec<f64>,
    room: Vec<f64>,
    /// By wall, the rate of the move that is looked at; zero between moves.
    rates: Vec<f64>,
    touched: Vec<usize>,
}

impl<'a> Place<'a> {
    pub(super) fn new(walls: &'a [(Way, f64)], point: Vec<f64>) -> Self {
        let mut by_column = vec![Vec::new(); point.len()];
        for (wall, (way, _)) in walls.iter().enumerate() {
            for (column, factor) in way {
                by_column[*column].push((wall, *factor));
            }
        }
        let rates = vec![0.0; walls.len()];
        let mut place = Place { walls, by_column, point, room: Vec::new(), rates, touched: Vec::new() };
        place.measure();
        place
    }

    /// Measures the room anew, so that roundings do not add up.
    pub(super) fn measure(&mut self) {
        let at = |way: &Way| way.iter().map(|(column, factor)| factor * self.point[*column]).sum::<f64>();
        self.room = self.walls.iter().map(|(way, bound)| (at(way) - bound).max(0.0)).collect();
    }

    /// How far one can go back (at most zero) and on (at least zero) in a direction. Nothing bounds a direction that no wall
    /// sees: then it is not gone.
    pub(super) fn chord(&mut self, way: &Way) -> (f64, f64) {
        self.touched.clear();
        for (column, rate) in way {
            for (wall, factor) in &self.by_column[*column] {
                if self.rates[*wall] == 0.0 {
                    self.touched.push(*wall);
                }
                self.rates[*wall] += rate * factor;
            }
        }
        let (mut back, mut on) = (f64::NEG_INFINITY, f64::INFINITY);
        for wall in &self.touched {
            let (room, rate) = (self.room[*wall], self.rates[*wall]);
            // What cancelled but for rounding is no wall.
            if rate > 1e-13 {
                back = back.max(-room / rate);
            } else if rate < -1e-13 {
                on = on.min(room / -rate);
            }
        }
        if back.is_finite() && on.is_finite() { (back, on) } else { (0.0, 0.0) }
    }

    /// Goes so far in the direction of which the chord was just asked.
    pub(super) fn go(&mut self, way: &Way, distance: f64) {
        for (column, rate) in way {
            self.point[*column] += rate * distance;
        }
        for wall in self.touched.drain(..) {
            let rate = std::mem::take(&mut self.rates[wall]);
            self.room[wall] = (self.room[wall] + rate * distance).max(0.0);
        }
    }

    /// How many walls the last chord met.
    pub(super) fn touched(&self) -> usize {
        self.touched.len()
    }
}
