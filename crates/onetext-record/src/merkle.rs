//! The Merkle tree hash of RFC 6962, section 2.1, kept as the roots of the perfect subtrees so that a leaf is added in
//! a few steps.

use sha2::{Digest, Sha256};

/// A hash.
pub(crate) type Hash = [u8; 32];

/// The hash of a leaf: SHA-256 over a zero byte and the leaf.
pub(crate) fn leaf(bytes: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(bytes).finalize().into()
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// A tree that only grows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tree {
    size: u64,
    /// Roots of perfect subtrees with their sizes, the largest first.
    peaks: Vec<(u64, Hash)>,
}

impl Tree {
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf by its hash.
    pub(crate) fn push(&mut self, hash: Hash) {
        self.size += 1;
        let (mut size, mut hash) = (1, hash);
        while let Some((other, left)) = self.peaks.last().copied().filter(|(other, _)| *other == size) {
            self.peaks.pop();
            hash = node(&left, &hash);
            size += other;
        }
        self.peaks.push((size, hash));
    }

    /// The tree hash; of an empty tree the hash of nothing.
    pub(crate) fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev().map(|(_, hash)| *hash);
        let Some(last) = peaks.next() else { return Sha256::digest([]).into() };
        peaks.fold(last, |right, left| node(&left, &right))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(hash: Hash) -> String {
        crate::note::hex(&hash)
    }

    /// The definition of RFC 6962 itself, by splitting at the largest power of two.
    fn defined(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Sha256::digest([]).into(),
            [one] => *one,
            several => {
                let half = several.len().next_power_of_two() / 2;
                node(&defined(&several[..half]), &defined(&several[half..]))
            }
        }
    }

    #[test]
    fn the_known_hashes_of_rfc_6962_come_out() {
        assert_eq!(
            hex(Tree::default().root()),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        assert_eq!(hex(leaf(b"")), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    #[test]
    fn trees_of_every_size_have_the_defined_hash() {
        let mut tree = Tree::default();
        let mut leaves = Vec::new();
        for number in 0_u32..70 {
            assert_eq!(tree.root(), defined(&leaves));
            let hash = leaf(&number.to_be_bytes());
            leaves.push(hash);
            tree.push(hash);
        }
    }
}
