//! The vectors that no other dominates, of several sets that are each shifted: every sum of two sets, and every step from
//! one issue to the next, is such a merge.
//!
//! Each shifted set is a stream in descending order. The greatest head is taken and its stream followed until another's head
//! is greater; a skyline tells what rises. For two parties a stream that was passed jumps to its first vector that could still
//! rise, so that few more vectors are looked at than are kept. With a long set and the few options of one issue this beats sums
//! of two long sets, of which far more pairs come close to the front than lie on it.

use super::points::{Points, Vector, covers, precedes, sum};
use super::sieve::{SHIFTS_MAX, sieve};
use super::skyline::Skyline;
use crate::{Budget, Error};

/// Steps are reported in lots of this many.
const STEPS_EACH: u64 = 4_096;
/// Streams that are merged at once; more are merged in lots. Their heads are a sorted list, short enough to be shifted.
const STREAMS_AT_ONCE: usize = 256;
/// Parties for which sums are sieved before they are merged; with more, boxes tell little.
const SIEVED_PARTIES_MAX: usize = 8;

/// Bytes of the vectors of one set, or of all the beginnings of one component: a laptop has room for a few such sets.
const BYTES_MAX: usize = 1 << 30;

/// Whether that many vectors are not too many.
pub(super) fn check_size<const K: usize>(vectors: usize) -> Result<(), Error> {
    let limit = BYTES_MAX / size_of::<Vector<K>>();
    let what = "vectors of a front, or of one on the way to it";
    if vectors <= limit { Ok(()) } else { Err(Error::TooMany { what, found: vectors, limit }) }
}

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
) -> Result<Points<K>, Error> {
    if streams.len() > STREAMS_AT_ONCE {
        let lots = streams.chunks(STREAMS_AT_ONCE).map(|lot| merge(lot.to_vec(), floor, budget));
        let lots = lots.collect::<Result<Vec<_>, _>>()?;
        let streams = lots.iter().map(|points| Stream { points, shift: [0; K], times: 1 });
        return merge(streams.collect(), floor, budget);
    }
    merge_under(Skyline::new(), streams, floor, budget)
}

/// The vectors of a set that is shifted by each of a few, which none dominates, of those that reach the floor.
pub(super) fn merge_shifted<const K: usize>(
    points: &Points<K>,
    shifts: &Points<K>,
    floor: &Vector<K>,
    budget: &Budget<'_>,
) -> Result<Points<K>, Error> {
    let stream = |(at, points)| Stream { points, shift: shifts.vectors[at], times: shifts.count(at) };
    if (4..=SIEVED_PARTIES_MAX).contains(&K) && shifts.vectors.len() <= SHIFTS_MAX {
        let sieved = sieve(points, &shifts.vectors, budget)?;
        return merge_under(Skyline::Open, sieved.iter().enumerate().map(stream).collect(), floor, budget);
    }
    let streams = (0..shifts.vectors.len()).map(|at| stream((at, points)));
    merge(streams.collect(), floor, budget)
}

fn merge_under<const K: usize>(
    skyline: Skyline<K>,
    mut streams: Vec<Stream<'_, K>>,
    floor: &Vector<K>,
    budget: &Budget<'_>,
) -> Result<Points<K>, Error> {
    streams.retain(|stream| !stream.points.vectors.is_empty());
    streams.sort_by_key(|stream| std::cmp::Reverse(stream.at(0)));
    let mut merged = Points::new();
    merged.vectors.reserve(streams.iter().map(|stream| stream.points.vectors.len()).max().unwrap_or(0));
    Merging {
        waiting: streams.first().map_or([i64::MIN; K], |stream| stream.at(0)),
        streams: &streams,
        joined: 0,
        heads: Vec::with_capacity(streams.len()),
        skyline,
        merged: &mut merged,
        floor,
        has_floor: *floor != [i64::MIN; K],
        steps: 0,
    }
    .run(budget)?;
    merged.shrink();
    Ok(merged)
}

impl<const K: usize> Stream<'_, K> {
    /// One of its vectors, shifted; behind the last, what comes behind all.
    #[inline]
    fn at(&self, at: usize) -> Vector<K> {
        self.points.vectors.get(at).map_or([i64::MIN; K], |vector| sum(vector, &self.shift))
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
    /// The first vector of the next stream that has not joined; behind all where every stream has.
    waiting: Vector<K>,
    /// The heads of the streams that have joined, the greatest last.
    heads: Vec<Head<K>>,
    skyline: Skyline<K>,
    merged: &'a mut Points<K>,
    floor: &'a Vector<K>,
    /// Whether some vector may fall short of the floor.
    has_floor: bool,
    steps: u64,
}

impl<const K: usize> Merging<'_, '_, K> {
    fn run(mut self, budget: &Budget<'_>) -> Result<(), Error> {
        loop {
            while self.joined < self.streams.len()
                && self.heads.last().is_none_or(|head| !precedes(&head.vector, &self.waiting))
            {
                let stream = self.joined;
                self.joined += 1;
                self.waiting = self.streams.get(self.joined).map_or([i64::MIN; K], |stream| stream.at(0));
                self.go_on(stream, 0);
            }
            let Some(head) = self.heads.pop() else { break };
            match self.skyline {
                Skyline::Line(best) => self.follow_line(head, best),
                _ => self.follow(head),
            }
            if self.steps >= STEPS_EACH {
                budget.spend(self.steps)?;
                check_size::<K>(self.merged.vectors.len())?;
                self.steps = 0;
            }
        }
        Ok(budget.spend(self.steps)?)
    }

    /// What a stream is followed up to: the greatest vector of the others.
    #[inline]
    fn rival(&self) -> Vector<K> {
        match self.heads.last() {
            Some(head) if !precedes(&self.waiting, &head.vector) => head.vector,
            _ => self.waiting,
        }
    }

    /// Takes a stream's vectors until another stream's turn comes.
    fn follow(&mut self, head: Head<K>) {
        let rival = self.rival();
        let stream = &self.streams[head.stream];
        for at in head.at..stream.points.vectors.len() {
            let vector = stream.at(at);
            if precedes(&rival, &vector) {
                return self.insert(Head { vector, stream: head.stream, at });
            }
            self.steps += 1;
            self.take(&vector, stream.times, stream.points, at);
        }
    }

    /// The same for two parties: once one of a stream's vectors rises, so do those that follow it.
    #[inline]
    fn follow_line(&mut self, head: Head<K>, best: i64) {
        let stream = &self.streams[head.stream];
        if head.vector[1] <= best {
            self.steps += 1;
            if self.merged.vectors.last() == Some(&head.vector) {
                self.merged.add_to_last(stream.points.times(head.at, stream.times));
            }
            return self.go_on(head.stream, head.at + 1);
        }
        let rival = self.rival();
        let after = &stream.points.vectors[head.at..];
        let shifted = |vector: &Vector<K>| sum(vector, &stream.shift);
        let many = after.iter().map(shifted).take_while(|vector| !precedes(&rival, vector)).count();
        let rising = &after[..many];
        if stream.times == 1 && stream.points.is_plain() && self.merged.is_plain() && !self.has_floor {
            self.merged.vectors.extend(rising.iter().map(shifted));
        } else {
            for (vector, at) in rising.iter().map(shifted).zip(head.at..) {
                if covers(&vector, self.floor) {
                    self.merged.push(vector, stream.points.times(at, stream.times));
                }
            }
        }
        if let (Skyline::Line(best), Some(last)) = (&mut self.skyline, rising.last()) {
            *best = last[1] + stream.shift[1];
        }
        self.steps += many as u64;
        let at = head.at + many;
        if at < stream.points.vectors.len() {
            self.insert(Head { vector: stream.at(at), stream: head.stream, at });
        }
    }

    #[inline]
    fn take(&mut self, vector: &Vector<K>, times: u128, points: &Points<K>, at: usize) {
        if self.merged.vectors.last() == Some(vector) {
            self.merged.add_to_last(points.times(at, times));
        } else if self.skyline.rises(vector) && covers(vector, self.floor) {
            self.merged.push(*vector, points.times(at, times));
        }
    }

    /// Goes on with a stream from that place, at its next vector that may still be kept.
    #[inline]
    fn go_on(&mut self, stream: usize, from: usize) {
        let of = &self.streams[stream];
        let at = match &self.skyline {
            Skyline::Line(best) => reach(&of.points.vectors, from, best.saturating_sub(of.shift[1])),
            _ => from,
        };
        if at < of.points.vectors.len() {
            self.insert(Head { vector: of.at(at), stream, at });
        }
    }

    /// Puts a head in its place among the others: most belong near the end.
    #[inline]
    fn insert(&mut self, head: Head<K>) {
        let mut place = self.heads.len();
        self.heads.push(head);
        while place > 0 && precedes(&self.heads[place - 1].vector, &head.vector) {
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
