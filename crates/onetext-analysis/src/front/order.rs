//! In which order the parts of a sum are added, so that the fronts in between stay small.
//!
//! The last front is the same in any order; those before it differ several times in length. With three parties and more it
//! pays to try: while the sum is short, the part that makes it grow least comes next; the others follow by how they would
//! have made it grow. With two parties the parts' own lengths are as good a guide.

use super::merge::merge_shifted;
use super::points::Points;
use crate::{Budget, Error};

/// Vectors of a sum up to which parts are tried: enough to tell them apart, few enough to cost little.
const TRIED_VECTORS_MAX: usize = 200;
/// Parts up to which each is tried.
const TRIED_PARTS_MAX: usize = 64;
/// Packages of the parts' vectors from which on it pays to try: the sums of fewer are short in any order.
const TRIED_PACKAGES_MIN: usize = 1 << 24;
/// Pairs up to which a part is tried on a sum; a part that has more comes later.
const TRIED_PAIRS_MAX: usize = 1 << 14;

/// The places of the parts, in the order in which they are added.
pub(super) fn order<const K: usize>(parts: &[&Points<K>], budget: &Budget<'_>) -> Result<Vec<usize>, Error> {
    let mut left: Vec<usize> = (0..parts.len()).collect();
    left.sort_by_key(|&part| (parts[part].vectors.len(), part));
    let mut ordered = Vec::with_capacity(left.len());
    let packages = parts.iter().fold(1, |product: usize, part| product.saturating_mul(part.vectors.len()));
    if K <= 2 || parts.len() > TRIED_PARTS_MAX || packages < TRIED_PACKAGES_MIN {
        return Ok(left);
    }
    let mut sum = Points::single([0; K]);
    while !left.is_empty() && sum.vectors.len() < TRIED_VECTORS_MAX {
        let mut tried = Vec::with_capacity(left.len());
        for part in left {
            let longer = grown(&sum, parts[part], budget)?;
            tried.push((longer.as_ref().map_or(usize::MAX, |longer| longer.vectors.len()), part, longer));
        }
        tried.sort_by_key(|(length, part, _)| (*length, parts[*part].vectors.len(), *part));
        left = tried.iter().map(|(_, part, _)| *part).collect();
        let Some(longer) = tried.into_iter().next().and_then(|(_, _, longer)| longer) else { break };
        ordered.push(left.remove(0));
        sum = longer;
    }
    ordered.append(&mut left);
    Ok(ordered)
}

/// The sum with one more part, where it is soon found.
fn grown<const K: usize>(
    sum: &Points<K>,
    part: &Points<K>,
    budget: &Budget<'_>,
) -> Result<Option<Points<K>>, Error> {
    if sum.vectors.len().saturating_mul(part.vectors.len()) > TRIED_PAIRS_MAX {
        return Ok(None);
    }
    let (longer, shorter) = if sum.vectors.len() < part.vectors.len() { (part, sum) } else { (sum, part) };
    merge_shifted(longer, shorter, &[i64::MIN; K], budget).map(Some)
}
