//! Who refers to whom, looked at from the other end: what has to go, or to wait, together with an entry.

use jiff::Timestamp;

/// From which entry to which: the second must be there for the first to make sense.
pub(crate) type Edges = Vec<(u32, u32)>;

/// Which entries refer to an entry.
pub(crate) struct Dependants {
    starts: Vec<u32>,
    of: Vec<u32>,
}

impl Dependants {
    /// From pairs of a referring entry and what it refers to.
    pub(crate) fn of(edges: &Edges, entries: usize) -> Self {
        let mut starts = vec![0; entries + 1];
        for (_, to) in edges {
            starts[*to as usize + 1] += 1;
        }
        for place in 0..entries {
            starts[place + 1] += starts[place];
        }
        let mut next = starts.clone();
        let mut of = vec![0; edges.len()];
        for (from, to) in edges {
            let slot = &mut next[*to as usize];
            of[*slot as usize] = *from;
            *slot += 1;
        }
        Dependants { starts, of }
    }

    /// The entries that refer to the one at a place.
    pub(crate) fn on(&self, place: u32) -> &[u32] {
        &self.of[self.starts[place as usize] as usize..self.starts[place as usize + 1] as usize]
    }
}

/// Each time, or the latest of those that it depends on. Later times go first, so each is raised at most once.
pub(crate) fn not_before(times: &[Timestamp], dependants: &Dependants) -> Vec<Timestamp> {
    let mut latest = times.to_vec();
    let mut order: Vec<u32> = (0..).zip(times).map(|(place, _)| place).collect();
    order.sort_by_key(|place| std::cmp::Reverse(times[*place as usize]));
    let mut waiting = Vec::new();
    for place in order {
        let time = latest[place as usize];
        waiting.push(place);
        while let Some(raised) = waiting.pop() {
            for from in dependants.on(raised) {
                if latest[*from as usize] < time {
                    latest[*from as usize] = time;
                    waiting.push(*from);
                }
            }
        }
    }
    latest
}

/// The entries from which the edges lead round in a circle.
pub(crate) fn in_circles(edges: &Edges, entries: usize) -> Vec<u32> {
    let dependants = Dependants::of(edges, entries);
    let mut open = vec![0_u32; entries];
    for (from, _) in edges {
        open[*from as usize] += 1;
    }
    let mut settled: Vec<u32> =
        (0..).zip(&open).filter(|(_, open)| **open == 0).map(|(place, _)| place).collect();
    while let Some(place) = settled.pop() {
        for from in dependants.on(place) {
            open[*from as usize] -= 1;
            if open[*from as usize] == 0 {
                settled.push(*from);
            }
        }
    }
    (0..).zip(&open).filter(|(_, open)| **open > 0).map(|(place, _)| place).collect()
}
