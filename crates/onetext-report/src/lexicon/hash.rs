//! A quick hash for short words: no attacker chooses the lexicon, so it need not resist one.

use std::hash::{BuildHasherDefault, Hasher};

/// Builds the hasher.
pub(crate) type Quick = BuildHasherDefault<WordHasher>;

/// Multiplies and turns, eight bytes at a time.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

impl WordHasher {
    fn take(&mut self, piece: u64) {
        const MULTIPLIER: u64 = 0x517c_c1b7_2722_0a95;
        self.0 = (self.0.rotate_left(5) ^ piece).wrapping_mul(MULTIPLIER);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            self.take(u64::from_le_bytes(*eight));
        }
        if !rest.is_empty() {
            let last = rest.iter().rev().fold(0_u64, |all, byte| (all << 8) | u64::from(*byte));
            self.take(last);
        }
    }

    // The length before the bytes of a slice: it tells no words apart that the bytes do not.
    fn write_usize(&mut self, _length: usize) {}

    fn write_u8(&mut self, byte: u8) {
        self.take(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}
