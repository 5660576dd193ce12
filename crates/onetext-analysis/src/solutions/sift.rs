//! Finding the best of many points in two steps: sift by a quick key that is near the truth, then compare the rest exactly.

use super::Solution;

/// The places of all points whose key reaches the floor that the largest key sets, ascending.
pub(super) fn shortlist<K: Ord + Copy>(
    keys: impl Iterator<Item = K>,
    floor_under: impl Fn(K) -> K,
) -> Vec<usize> {
    let mut kept: Vec<(K, usize)> = Vec::new();
    let mut best: Option<(K, K)> = None;
    for (place, key) in keys.enumerate() {
        match best {
            Some((_, floor)) if key < floor => continue,
            Some((largest, _)) if key <= largest => {}
            _ => best = Some((key, floor_under(key))),
        }
        kept.push((key, place));
    }
    let Some((_, floor)) = best else { return Vec::new() };
    kept.into_iter().filter(|(key, _)| *key >= floor).map(|(_, place)| place).collect()
}

/// Those of the places where the value is largest; none where there are no places.
pub(super) fn largest<V: Ord>(places: Vec<usize>, value: impl Fn(usize) -> V) -> Option<Solution<V>> {
    let mut best: Option<Solution<V>> = None;
    for place in places {
        let value = value(place);
        match &mut best {
            Some(best) if value < best.value => {}
            Some(best) if value == best.value => best.places.push(place),
            _ => best = Some(Solution { places: vec![place], value }),
        }
    }
    best
}

/// Those of the places whose values, sorted from the least, come last in lexicographic order. One buffer serves all places.
pub(super) fn leximin_of<T: Ord + Clone>(
    places: Vec<usize>,
    fill: impl Fn(usize, &mut Vec<T>),
) -> Option<Solution<Vec<T>>> {
    let mut best: Option<Solution<Vec<T>>> = None;
    let mut values = Vec::new();
    for place in places {
        values.clear();
        fill(place, &mut values);
        values.sort_unstable();
        match &mut best {
            Some(best) if values < best.value => {}
            Some(best) if values == best.value => best.places.push(place),
            _ => best = Some(Solution { places: vec![place], value: values.clone() }),
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_all_that_could_be_best() {
        let keys = [3_u64, 9, 8, 2, 10, 9, 7];
        assert_eq!(shortlist(keys.into_iter(), |key| key - 1), [1, 4, 5]);
        assert_eq!(shortlist(keys.into_iter(), |key| key), [4]);
        assert_eq!(largest(vec![1, 2, 5], |place| keys[place]).unwrap().places, [1, 5]);
        assert_eq!(leximin_of(vec![], |_, _: &mut Vec<u8>| {}), None);
    }
}
