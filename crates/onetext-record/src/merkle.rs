//! The Merkle tree hash of RFC 6962, section 2.1, kept as the roots of the perfect subtrees so that a leaf is added in
//! a few steps.

use std::fmt::Write;

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

/// The bytes in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
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

    /// Leaves and tree hashes with which the implementations of RFC 6962 test themselves.
    const KNOWN: [(&[u8], &str); 8] = [
        (b"", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        (b"\x00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        (b"\x10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        (b"\x20\x21", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
        (b"01", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
        (b"@ABC", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
        (b"PQRSTUVW", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
        (b"`abcdefghijklmno", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    ];

    #[test]
    fn the_known_hashes_of_rfc_6962_come_out() {
        let mut tree = Tree::default();
        assert_eq!(hex(&tree.root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (bytes, root) in KNOWN {
            tree.push(leaf(bytes));
            assert_eq!(hex(&tree.root()), root, "at {}", tree.size());
        }
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
