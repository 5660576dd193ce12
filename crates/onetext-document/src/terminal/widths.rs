//! How wide columns are set: by their weights, but no wider than their content and no narrower than its longest word.

/// A column never claims more than this for one long word.
const WORD_MAX: usize = 24;

/// What a column asks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    /// The longest line, unwrapped.
    pub(super) natural: usize,
    /// The longest word.
    pub(super) word: usize,
    /// Share of the width.
    pub(super) weight: usize,
}

/// Widths that together take at most `room` (if there is one column's room each).
///
/// Every column starts at its longest word; then the column that is narrowest for its weight and still has
/// text to unfold gets the next place, until the room is used. Ties go to the earlier column.
pub(super) fn fitted(wishes: &[Wish], room: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = wishes.iter().map(|wish| wish.word.clamp(1, WORD_MAX)).collect();
    while widths.iter().sum::<usize>() > room && shrink_widest(&mut widths) {}
    for _ in widths.iter().sum::<usize>()..room {
        let Some(index) = hungriest(wishes, &widths) else { break };
        widths[index] += 1;
    }
    widths
}

fn shrink_widest(widths: &mut [usize]) -> bool {
    match widths.iter_mut().max() {
        Some(widest) if *widest > 1 => {
            *widest -= 1;
            true
        }
        _ => false,
    }
}

fn hungriest(wishes: &[Wish], widths: &[usize]) -> Option<usize> {
    let unsatisfied = (0..wishes.len()).filter(|&index| widths[index] < wishes[index].natural);
    // width/weight compared without division: a/b < c/d where a*d < c*b
    unsatisfied.reduce(|best, index| {
        let here = widths[index] * wishes[best].weight.max(1);
        let there = widths[best] * wishes[index].weight.max(1);
        if here < there { index } else { best }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(natural: usize, word: usize, weight: usize) -> Wish {
        Wish { natural, word, weight }
    }

    #[test]
    fn narrow_content_leaves_its_room_to_others() {
        for (wishes, room, widths) in [
            (vec![wish(3, 3, 1), wish(100, 8, 1)], 50, vec![3, 47]),
            (vec![wish(100, 8, 1), wish(100, 8, 3)], 40, vec![10, 30]),
            (vec![wish(5, 5, 1), wish(6, 6, 1)], 80, vec![5, 6]),
            (vec![wish(90, 20, 1), wish(90, 8, 9)], 40, vec![20, 20]),
            (vec![wish(90, 20, 1), wish(90, 20, 1)], 10, vec![5, 5]),
        ] {
            assert_eq!(fitted(&wishes, room), widths);
        }
    }
}
