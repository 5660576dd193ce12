//! Sets of code points: how much two pieces of text have in common.

/// A set of code points as pieces in order that do not touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Points(Vec<[usize; 2]>);

impl Points {
    /// The union of pieces; start inclusive, end exclusive.
    pub(crate) fn union(pieces: &[[usize; 2]]) -> Points {
        let mut pieces: Vec<[usize; 2]> = pieces.iter().copied().filter(|[start, end]| start < end).collect();
        pieces.sort_unstable();
        let mut joined: Vec<[usize; 2]> = Vec::new();
        for [start, end] in pieces {
            match joined.last_mut() {
                Some(last) if start <= last[1] => last[1] = last[1].max(end),
                _ => joined.push([start, end]),
            }
        }
        Points(joined)
    }

    /// How many.
    pub(crate) fn count(&self) -> usize {
        self.0.iter().map(|[start, end]| end - start).sum()
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many both have.
    pub(crate) fn shared(&self, other: &Points) -> usize {
        let (mut one, mut two, mut shared) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.0.get(one), other.0.get(two)) {
            shared += a[1].min(b[1]).saturating_sub(a[0].max(b[0]));
            if a[1] <= b[1] { one += 1 } else { two += 1 }
        }
        shared
    }

    /// Whether they have one in common.
    pub(crate) fn overlaps(&self, other: &Points) -> bool {
        self.shared(other) > 0
    }

    /// What both have, as a share of what either has.
    pub(crate) fn jaccard(&self, other: &Points) -> f64 {
        let shared = self.shared(other);
        let all = self.count() + other.count() - shared;
        if all == 0 { 0.0 } else { ratio(shared, all) }
    }

    /// The pieces' words.
    pub(crate) fn words(&self, letters: &[char]) -> String {
        let pieces = self.0.iter().map(|&[start, end]| {
            let end = end.min(letters.len());
            letters[start.min(end)..end].iter().collect::<String>()
        });
        pieces.collect::<Vec<_>>().join(" ... ").replace('\n', " ")
    }

    /// The same with white space at the edges of each piece left out.
    pub(crate) fn trimmed(&self, letters: &[char]) -> Points {
        let white = |at: usize| letters.get(at).is_some_and(|letter| letter.is_whitespace());
        let pieces = self.0.iter().map(|&[mut start, mut end]| {
            while start < end && white(start) {
                start += 1;
            }
            while start < end && white(end - 1) {
                end -= 1;
            }
            [start, end]
        });
        Points::union(&pieces.collect::<Vec<_>>())
    }
}

/// A share; the counts are far below 2^52.
#[expect(clippy::cast_precision_loss, reason = "counts of a report are small")]
pub(crate) fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_sets_share() {
        let one = Points::union(&[[10, 20], [0, 5], [4, 8]]);
        assert_eq!(one, Points::union(&[[0, 8], [10, 20]]));
        assert_eq!(one.count(), 18);
        let other = Points::union(&[[6, 12]]);
        assert_eq!(one.shared(&other), 4);
        assert!((one.jaccard(&other) - 4.0 / 20.0).abs() < 1e-9);
        assert!(Points::union(&[[3, 3]]).is_empty());
    }
}
