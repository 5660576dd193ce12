//! Which variable is tried next: the one that took part in the most of the latest conflicts, then the one made first.

/// Activities beyond this are all scaled down.
const ACTIVITY_MAX: f64 = 1e100;
/// How much more each later conflict counts.
const GROWTH: f64 = 1.0 / 0.95;

/// A heap of variables by activity. Its sums and products round alike on every machine.
#[derive(Clone, Debug)]
pub(super) struct Order {
    activities: Vec<f64>,
    heap: Vec<usize>,
    places: Vec<Option<usize>>,
    step: f64,
}

impl Default for Order {
    fn default() -> Self {
        Order { activities: Vec::new(), heap: Vec::new(), places: Vec::new(), step: 1.0 }
    }
}

impl Order {
    /// Room for one more variable.
    pub fn grow(&mut self) {
        self.activities.push(0.0);
        self.places.push(None);
    }

    pub fn insert(&mut self, variable: usize) {
        if self.places[variable].is_none() {
            self.heap.push(variable);
            self.places[variable] = Some(self.heap.len() - 1);
            self.rise(self.heap.len() - 1);
        }
    }

    pub fn pop(&mut self) -> Option<usize> {
        let last = self.heap.len().checked_sub(1)?;
        self.swap(0, last);
        let first = self.heap.pop()?;
        self.places[first] = None;
        self.sink(0);
        Some(first)
    }

    /// A variable took part in the latest conflict.
    pub fn bump(&mut self, variable: usize) {
        self.activities[variable] += self.step;
        if self.activities[variable] > ACTIVITY_MAX {
            for activity in &mut self.activities {
                *activity /= ACTIVITY_MAX;
            }
            self.step /= ACTIVITY_MAX;
        }
        if let Some(place) = self.places[variable] {
            self.rise(place);
        }
    }

    /// Later conflicts count more.
    pub fn age(&mut self) {
        self.step *= GROWTH;
    }

    fn is_before(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.heap[a], self.heap[b]);
        self.activities[b].total_cmp(&self.activities[a]).then(a.cmp(&b)).is_lt()
    }

    fn swap(&mut self, a: usize, b: usize) {
        self.heap.swap(a, b);
        self.places[self.heap[a]] = Some(a);
        self.places[self.heap[b]] = Some(b);
    }

    fn rise(&mut self, mut place: usize) {
        while place > 0 && self.is_before(place, (place - 1) / 2) {
            self.swap(place, (place - 1) / 2);
            place = (place - 1) / 2;
        }
    }

    fn sink(&mut self, mut place: usize) {
        loop {
            let below = (2 * place + 1..2 * place + 3).filter(|&child| child < self.heap.len());
            let first = below.reduce(|a, b| if self.is_before(a, b) { a } else { b });
            match first.filter(|&child| self.is_before(child, place)) {
                Some(child) => self.swap(place, child),
                None => return,
            }
            place = first.unwrap_or(place);
        }
    }
}
