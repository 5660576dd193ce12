//! The shortest way from one row of words to another (Myers 1986, "An O(ND) difference algorithm and its variations", in
//! its linear-space form).

/// Where a run of equal words begins in both, and how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Same {
    pub(crate) old: usize,
    pub(crate) new: usize,
    pub(crate) length: usize,
}

/// What two rows of words have in common.
pub(crate) struct Common {
    /// The runs that both have, in order.
    pub(crate) runs: Vec<Same>,
    /// Whether no more could be had.
    pub(crate) is_most: bool,
}

/// So many words are taken out and put in between two halves before the search settles for a good point instead of the
/// best one. Two long paragraphs with nothing in common would otherwise take hours.
pub(crate) const FAR_MAX: usize = 1_000;

/// The runs that both have, in order, with the fewest words left over, if `far_max` lets find them.
pub(crate) fn same<T: PartialEq>(old: &[T], new: &[T], far_max: usize) -> Common {
    let mut found = Vec::new();
    let size = 2 * ((old.len() + new.len()).min(far_max.saturating_mul(2)) + 3);
    let (forth, back) = (vec![0; size], vec![0; size]);
    let mut search = Search { old, new, forth, back, found: &mut found, far_max, is_most: true };
    search.between(0, old.len(), 0, new.len());
    let is_most = search.is_most;
    Common { runs: joined(found), is_most }
}

/// Runs that touch become one.
fn joined(found: Vec<Same>) -> Vec<Same> {
    let mut all: Vec<Same> = Vec::new();
    for run in found {
        match all.last_mut() {
            Some(last) if last.old + last.length == run.old && last.new + last.length == run.new => {
                last.length += run.length;
            }
            _ => all.push(run),
        }
    }
    all
}

struct Search<'s, T> {
    old: &'s [T],
    new: &'s [T],
    /// The furthest place on each diagonal, from the beginning and from the end.
    forth: Vec<usize>,
    back: Vec<usize>,
    found: &'s mut Vec<Same>,
    far_max: usize,
    is_most: bool,
}

impl<T: PartialEq> Search<'_, T> {
    fn between(&mut self, mut old_from: usize, mut old_to: usize, mut new_from: usize, mut new_to: usize) {
        let begins = (old_from, new_from);
        while old_from < old_to && new_from < new_to && self.old[old_from] == self.new[new_from] {
            old_from += 1;
            new_from += 1;
        }
        self.keep(begins, old_from - begins.0);
        let mut tail = 0;
        while old_from < old_to && new_from < new_to && self.old[old_to - 1] == self.new[new_to - 1] {
            old_to -= 1;
            new_to -= 1;
            tail += 1;
        }
        if old_from < old_to && new_from < new_to {
            let (old_mid, new_mid) = self.middle(old_from, old_to, new_from, new_to);
            let is_apart =
                (old_mid, new_mid) != (old_from, new_from) && (old_mid, new_mid) != (old_to, new_to);
            if is_apart {
                self.between(old_from, old_mid, new_from, new_mid);
                self.between(old_mid, old_to, new_mid, new_to);
            }
        }
        self.keep((old_to, new_to), tail);
    }

    fn keep(&mut self, (old, new): (usize, usize), length: usize) {
        if length > 0 {
            self.found.push(Same { old, new, length });
        }
    }

    /// A point in the middle of a shortest way.
    fn middle(&mut self, old_from: usize, old_to: usize, new_from: usize, new_to: usize) -> (usize, usize) {
        let (height, width) = (old_to - old_from, new_to - new_from);
        let most = (height + width).div_ceil(2).min(self.far_max);
        let offset = most + 1;
        let is_odd = (height + width) % 2 == 1;
        self.forth[offset + 1] = 0;
        self.back[offset + 1] = 0;
        for far in 0..=most {
            for diagonal in diagonals(far) {
                let at = index(offset, diagonal);
                let mut x = if is_down(&self.forth, at, diagonal, far) {
                    self.forth[at + 1]
                } else {
                    self.forth[at - 1] + 1
                };
                let mut y = shifted(x, diagonal);
                while x < height && y < width && self.old[old_from + x] == self.new[new_from + y] {
                    x += 1;
                    y += 1;
                }
                self.forth[at] = x;
                let across = signed(height) - signed(width) - diagonal;
                if is_odd && across.unsigned_abs() < far && x <= height && y <= width && y != usize::MAX {
                    let other = index(offset, across);
                    if x + self.back[other] >= height {
                        return (old_from + x, new_from + y);
                    }
                }
            }
            for diagonal in diagonals(far) {
                let at = index(offset, diagonal);
                let mut x = if is_down(&self.back, at, diagonal, far) {
                    self.back[at + 1]
                } else {
                    self.back[at - 1] + 1
                };
                let mut y = shifted(x, diagonal);
                while x < height && y < width && self.old[old_to - 1 - x] == self.new[new_to - 1 - y] {
                    x += 1;
                    y += 1;
                }
                self.back[at] = x;
                let across = signed(height) - signed(width) - diagonal;
                if !is_odd && across.unsigned_abs() <= far && x <= height && y <= width && y != usize::MAX {
                    let other = index(offset, across);
                    if x + self.forth[other] >= height {
                        return (old_to - x, new_to - y);
                    }
                }
            }
        }
        if most < self.far_max {
            return (old_from, new_from);
        }
        self.is_most = false;
        self.furthest(offset, most, (height, width))
            .map_or((old_from, new_from), |(x, y)| (old_from + x, new_from + y))
    }

    /// The point to which the ways from the beginning have come furthest.
    fn furthest(&self, offset: usize, far: usize, (height, width): (usize, usize)) -> Option<(usize, usize)> {
        let points = diagonals(far).map(|diagonal| {
            let x = self.forth[index(offset, diagonal)];
            (x, shifted(x, diagonal))
        });
        points.filter(|(x, y)| *x <= height && *y <= width).max_by_key(|(x, y)| x + y)
    }
}

fn signed(length: usize) -> isize {
    isize::try_from(length).unwrap_or(isize::MAX)
}

fn index(offset: usize, diagonal: isize) -> usize {
    offset.wrapping_add_signed(diagonal)
}

fn diagonals(far: usize) -> impl Iterator<Item = isize> {
    let far = signed(far);
    (-far..=far).step_by(2)
}

/// Whether a way comes to its diagonal from the next one.
fn is_down(furthest: &[usize], at: usize, diagonal: isize, far: usize) -> bool {
    diagonal == -signed(far) || (diagonal != signed(far) && furthest[at - 1] < furthest[at + 1])
}

/// The other coordinate on a diagonal; out of the field where it would be negative.
fn shifted(x: usize, diagonal: isize) -> usize {
    x.checked_add_signed(-diagonal).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The length of a longest common row, by the table that everybody knows.
    fn longest(old: &[u8], new: &[u8]) -> usize {
        let mut row = vec![0; new.len() + 1];
        for one in old {
            let mut corner = 0;
            for (at, other) in new.iter().enumerate() {
                let above = row[at + 1];
                row[at + 1] = if one == other { corner + 1 } else { above.max(row[at]) };
                corner = above;
            }
        }
        row[new.len()]
    }

    proptest! {
        #[test]
        fn a_search_that_settles_for_less_still_finds_what_is_common(old in prop::collection::vec(0_u8..4, 0..60), new in prop::collection::vec(0_u8..4, 0..60)) {
            let Common { runs, is_most } = same(&old, &new, 3);
            let mut reached = (0, 0);
            for run in &runs {
                prop_assert!(run.old >= reached.0 && run.new >= reached.1);
                prop_assert_eq!(&old[run.old..run.old + run.length], &new[run.new..run.new + run.length]);
                reached = (run.old + run.length, run.new + run.length);
            }
            let length = runs.iter().map(|run| run.length).sum::<usize>();
            prop_assert!(length == longest(&old, &new) || !is_most);
        }

        #[test]
        fn no_word_too_many_is_changed(old in prop::collection::vec(0_u8..4, 0..40), new in prop::collection::vec(0_u8..4, 0..40)) {
            let Common { runs, is_most } = same(&old, &new, FAR_MAX);
            prop_assert!(is_most);
            let mut reached = (0, 0);
            for run in &runs {
                prop_assert!(run.old >= reached.0 && run.new >= reached.1);
                prop_assert_eq!(&old[run.old..run.old + run.length], &new[run.new..run.new + run.length]);
                reached = (run.old + run.length, run.new + run.length);
            }
            prop_assert_eq!(runs.iter().map(|run| run.length).sum::<usize>(), longest(&old, &new));
        }
    }
}
