//! The vectors that no other dominates, of several sets that are each shifted: every sum of two sets, and every step from
//! one issue to the next, is such a merge.
//!
//! Each shifted set is a stream in descending order. A heap takes the greatest head; a skyline tells whether it rises. For
//! two parties a stream whose head was passed jumps to its first vector that could still rise: a sum of two long fronts looks
//! at a few vectors for each that it keeps (the frame is that of dynamic programs for bi-objective knapsacks, Bazgan, Hugot &
//! Vanderpooten 2009; sums of fronts: Kerbérénès, Vanderpooten & Vanpoperinghe 2022, "Computing representations of
//! non-dominated sets of sums").

use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;

use super::points::{Points, Vector, sum};
use super::skyline::Skyline;
use crate::{Budget, Stopped};

/// Steps are reported in lots of this many.
const STEPS_EACH: u64 = 4_096;

/// A set that is shifted by a vector; each of its vectors stands for so many packages more.
#[derive(Clone, Copy)]
pub(super) struct Stream<'a, const K: usize> {
    pub points: &'a Points<K>,
    pub shift: Vector<K>,
    pub times: u128,
}

/// A stream's next vector, shifted.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Head<const K: usize> {
    vector: Vector<K>,
    stream: u32,
    at: u32,
}

/// The vectors of all streams that none dominates, of those that reach the floor.
pub(super) fn merge<const K: usize>(
    streams: &mut [Stream<'_, K>],
    floor: &Vector<K>,
    budget: &Budget<'_>,
) -> Result<Points<K>, Stopped> {
    streams.sort_by_key(|stream| std::cmp::Reverse(stream.first()));
    let mut merged = Points::new();
    let mut skyline = Skyline::new();
    let mut heap: BinaryHeap<Head<K>> = BinaryHeap::new();
    let mut waiting = streams.iter().zip(0..).peekable();
    let mut steps = 0;
    loop {
        // A stream joins when its first vector's turn comes: most streams of a long sum are passed by then.
        while let Some((stream, number)) =
            waiting.next_if(|(stream, _)| heap.peek().is_none_or(|head| stream.first() >= Some(head.vector)))
        {
            heap.extend(stream.head(0, number, last_second(&merged)));
        }
        let Some(mut head) = heap.peek_mut() else { break };
        steps += 1;
        if steps % STEPS_EACH == 0 {
            budget.spend(STEPS_EACH)?;
        }
        let stream = &streams[head.stream as usize];
        let times = stream.times.saturating_mul(stream.points.count(head.at as usize));
        if merged.vectors.last() == Some(&head.vector) {
            merged.add_to_last(times);
        } else if skyline.rises(&head.vector) && reaches(&head.vector, floor) {
            merged.push(head.vector, times);
        }
        match stream.head(head.at as usize + 1, head.stream, last_second(&merged)) {
            Some(next) => *head = next,
            None => drop(PeekMut::pop(head)),
        }
    }
    if steps > 100_000 {
        eprintln!(
            "{} streams of {}: {} pops, {} kept",
            streams.len(),
            streams[0].points.vectors.len(),
            steps,
            merged.vectors.len()
        );
    }
    budget.spend(steps % STEPS_EACH)?;
    Ok(merged)
}

/// With two parties, the second value below which nothing rises any more.
fn last_second<const K: usize>(merged: &Points<K>) -> i64 {
    if K == 2 { merged.vectors.last().map_or(i64::MIN, |vector| vector[1]) } else { i64::MIN }
}

fn reaches<const K: usize>(vector: &Vector<K>, floor: &Vector<K>) -> bool {
    super::points::covers(vector, floor)
}

impl<const K: usize> Stream<'_, K> {
    fn first(&self) -> Option<Vector<K>> {
        self.points.vectors.first().map(|vector| sum(vector, &self.shift))
    }

    /// The stream's next vector from that place on, whose second value is at least that.
    #[inline]
    fn head(&self, from: usize, stream: u32, second_min: i64) -> Option<Head<K>> {
        let vectors = &self.points.vectors;
        let mut at = from;
        if K == 2 && second_min > i64::MIN {
            at = reach(vectors, from, second_min - self.shift[1]);
        }
        let vector = sum(vectors.get(at)?, &self.shift);
        Some(Head { vector, stream, at: u32::try_from(at).ok()? })
    }
}

/// The first place from there on where the second value is at least that: in steps that double, then by halves.
#[inline]
fn reach<const K: usize>(vectors: &[Vector<K>], from: usize, second_min: i64) -> usize {
    let mut step = 1;
    let mut low = from;
    while let Some(vector) = vectors.get(low + step - 1) {
        if vector[1] >= second_min {
            break;
        }
        low += step;
        step *= 2;
    }
    let high = (low + step - 1).min(vectors.len());
    low + vectors[low..high].partition_point(|vector| vector[1] < second_min)
}
