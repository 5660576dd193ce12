//! The vectors that no other dominates, of several sets that are each shifted: every sum of two sets, and every step from
//! one issue to the next, is such a merge.
//!
//! Each shifted set is a stream in descending order. The greatest head is taken and its stream followed until another's head
//! is greater; a skyline tells what rises. For two parties a stream that was passed jumps to its first vector that could still
//! rise, so that few more vectors are looked at than are kept. With a long set and the few options of one issue this beats sums
//! of two long sets, of which far more pairs come close to the front than lie on it.

use super::points::{Points, Vector, covers, precedes, sum};
use super::skyline::Skyline;
use crate::{Budget, Stopped};

/// Steps are reported in lots of this many.
const STEPS_EACH: u64 = 4_096;
/// Streams that are merged at once; more are merged in lots. Their heads are a sorted list, short enough to be shifted.
const STREAMS_AT_ONCE: usize = 256;

/// A set that is shifted by a vector; each of its vectors stands for so many packages more.
#[derive(Clone, Copy)]
pub(super) struct Stream<'a, const K: usize> {
    pub points: &'a Points<K>,
    pub shift: Vector<K>,
    pub times: u128,
}

/// The vectors of all streams that none dominates, of those that reach the floor.
pub(super) fn merge<const K: usize>(
    streams: Vec<Stream<'_, K>>,
    floor: &Vector<K>,
    budget: &Budget<'_>,
) -> Result<Points<K>, Stopped> {
    let mut merged = Points::new();
    merge_into(streams, floor, budget, &mut merged)?;
    merged.shrink();
    Ok(merged)
}

/// The same, in place of whatever the points were; their room is used again.
pub(super) fn merge_into<const K: usize>(
    mut streams: Vec<Stream<'_, K>>,
    floor: &Vector<K>,
    budget: &Budget<'_>,
    merged: &mut Points<K>,
) -> Result<(), Stopped> {
    merged.clear();
    if streams.len() > STREAMS_AT_ONCE {
        let lots = streams.chunks(STREAMS_AT_ONCE).map(|lot| merge(lot.to_vec(), floor, budget));
        let lots = lots.collect::<Result<Vec<_>, _>>()?;
        let streams = lots.iter().map(|points| Stream { points, shift: [0; K], times: 1 });
        return merge_into(streams.collect(), floor, budget, merged);
    }
    streams.retain(|stream| !stream.points.vectors.is_empty());
    streams.sort_by_key(|stream| std::cmp::Reverse(stream.at(0)));
    let merging = Merging {
        streams: &streams,
        joined: 0,
        heads: Vec::with_capacity(streams.len()),
        skyline: Skyline::new(),
        merged,
        floor,
        steps: 0,
        budget,
    };
    merging.run()
}

impl<const K: usize> Stream<'_, K> {
    #[inline]
    fn at(&self, at: usize) -> Option<Vector<K>> {
        self.points.vectors.get(at).map(|vector| sum(vector, &self.shift))
    }
}

/// A stream's next vector, shifted.
#[derive(Clone, Copy)]
struct Head<const K: usize> {
    vector: Vector<K>,
    stream: usize,
    at: usize,
}

/// A merge that is under way.
struct Merging<'a, 'b, const K: usize> {
    /// Descending by their first vectors; none is empty.
    streams: &'a [Stream<'b, K>],
    /// How many of the streams have joined: the others' first vectors have not had their turn.
    joined: usize,
    /// The heads of the streams that have joined, the greatest last.
    heads: Vec<Head<K>>,
    skyline: Skyline<K>,
    merged: &'a mut Points<K>,
    floor: &'a Vector<K>,
    steps: u64,
    budget: &'a Budget<'a>,
}

impl<const K: usize> Merging<'_, '_, K> {
    fn run(mut self) -> Result<(), Stopped> {
        loop {
            while let Some(first) = self.waiting()
                && self.heads.last().is_none_or(|head| !precedes(&head.vector, &first))
            {
                let stream = self.joined;
                self.joined += 1;
                if let Some(at) = self.next_place(stream, 0) {
                    self.insert(stream, at);
                }
            }
            let Some(head) = self.heads.pop() else { break };
            self.follow(head);
            if self.steps >= STEPS_EACH {
                self.budget.spend(self.steps)?;
                self.steps = 0;
            }
        }
        self.budget.spend(self.steps)
    }

    /// The first vector of the next stream that has not joined.
    fn waiting(&self) -> Option<Vector<K>> {
        self.streams.get(self.joined).and_then(|stream| stream.at(0))
    }

    /// Takes a stream's vectors until another stream's turn comes.
    #[inline]
    fn follow(&mut self, head: Head<K>) {
        let rival = match (self.heads.last(), self.waiting()) {
            (Some(head), Some(first)) if precedes(&first, &head.vector) => first,
            (None, Some(first)) => first,
            (Some(head), _) => head.vector,
            (None, None) => [i64::MIN; K],
        };
        let stream = &self.streams[head.stream];
        let Head { mut vector, mut at, .. } = head;
        loop {
            self.steps += 1;
            self.take(&vector, stream.times, stream.points, at);
            let Some(next) = self.next_place(head.stream, at + 1) else { return };
            at = next;
            vector = sum(&stream.points.vectors[at], &stream.shift);
            if precedes(&rival, &vector) {
                return self.insert(head.stream, at);
            }
        }
    }

    #[inline]
    fn take(&mut self, vector: &Vector<K>, times: u128, points: &Points<K>, at: usize) {
        if self.skyline.rises(vector) {
            if covers(vector, self.floor) {
                self.merged.push(*vector, points.times(at, times));
            }
        } else if self.merged.vectors.last() == Some(vector) {
            self.merged.add_to_last(points.times(at, times));
        }
    }

    /// The next place of a stream, from there on, whose vector may still be kept.
    #[inline]
    fn next_place(&self, stream: usize, from: usize) -> Option<usize> {
        let stream = &self.streams[stream];
        let vectors = &stream.points.vectors;
        let at = match &self.skyline {
            Skyline::Line(best) => reach(vectors, from, best.saturating_sub(stream.shift[1])),
            _ => from,
        };
        (at < vectors.len()).then_some(at)
    }

    /// Puts a head in its place among the others: most belong near the end.
    #[inline]
    fn insert(&mut self, stream: usize, at: usize) {
        let Some(vector) = self.streams[stream].at(at) else { return };
        let mut place = self.heads.len();
        let head = Head { vector, stream, at };
        self.heads.push(head);
        while place > 0 && precedes(&self.heads[place - 1].vector, &vector) {
            self.heads[place] = self.heads[place - 1];
            place -= 1;
        }
        self.heads[place] = head;
    }
}

/// The first place from there on where the second value is at least that: in steps that double, then by halves.
#[inline]
fn reach<const K: usize>(vectors: &[Vector<K>], from: usize, second_min: i64) -> usize {
    let falls_short = |vector: &Vector<K>| vector[1] < second_min;
    if !vectors.get(from).is_some_and(falls_short) {
        return from;
    }
    let (mut low, mut step) = (from + 1, 1);
    while vectors.get(low + step - 1).is_some_and(falls_short) {
        low += step;
        step *= 2;
    }
    let high = (low + step - 1).min(vectors.len());
    low + vectors[low..high].partition_point(falls_short)
}
