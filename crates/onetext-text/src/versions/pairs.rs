//! Which provision of one language version stands where in the other: by labels, and by order where there is no label or
//! where labels are letters, which every alphabet counts in its own way.

use std::collections::BTreeMap;

use crate::draft::{Draft, Sort};
use crate::exact::plain;

/// The way to a provision that is the same in every language: the class of each label and its number or place.
type Path = Vec<(u8, String)>;

/// Provisions that correspond, and what each side has alone.
pub(super) fn pairs(one: &Draft, other: &Draft) -> (Vec<(usize, usize)>, Vec<usize>, Vec<usize>) {
    let (left, right) = (paths(one), paths(other));
    let by_path: BTreeMap<&Path, usize> =
        right.iter().enumerate().map(|(place, path)| (path, place)).collect();
    let mut pairs = Vec::new();
    let mut alone = Vec::new();
    for (place, path) in left.iter().enumerate() {
        match by_path.get(path) {
            Some(there) => pairs.push((place, *there)),
            None => alone.push(place),
        }
    }
    let known: BTreeMap<&Path, usize> = left.iter().enumerate().map(|(place, path)| (path, place)).collect();
    let alone_there: Vec<usize> =
        (0..right.len()).filter(|place| !known.contains_key(&right[*place])).collect();
    (pairs, topmost(one, &alone), topmost(other, &alone_there))
}

/// What stands under something that is missing is missing with it.
fn topmost(draft: &Draft, alone: &[usize]) -> Vec<usize> {
    let is_told =
        |place: &usize| draft.provisions[*place].parent.is_none_or(|parent| !alone.contains(&parent));
    alone.iter().copied().filter(is_told).collect()
}

fn paths(draft: &Draft) -> Vec<Path> {
    let mut counts: BTreeMap<(Option<usize>, u8, String), usize> = BTreeMap::new();
    let mut paths: Vec<Path> = Vec::with_capacity(draft.provisions.len());
    for provision in &draft.provisions {
        let (class, number) = match provision.label.sort {
            Sort::Preamble => (0, String::new()),
            Sort::Chapter => (1, plain(&provision.label.number)),
            Sort::Article => (2, plain(&provision.label.number)),
            Sort::Annex => (3, plain(&provision.label.number)),
            Sort::Number | Sort::Decimal(_) => (4, plain(&provision.label.number)),
            Sort::Option => (5, plain(&provision.label.number)),
            Sort::Letter | Sort::Roman => (6, String::new()),
            Sort::Bullet => (7, String::new()),
            Sort::None => (8, String::new()),
        };
        let count = counts.entry((provision.parent, class, number.clone())).or_default();
        *count += 1;
        let mut path = provision.parent.map(|parent| paths[parent].clone()).unwrap_or_default();
        path.push((class, format!("{number}#{count}")));
        paths.push(path);
    }
    paths
}
