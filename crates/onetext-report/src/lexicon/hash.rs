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
        for piece in bytes.chunks(8) {
            let mut eight = [0; 8];
            for (slot, byte) in eight.iter_mut().zip(piece) {
                *slot = *byte;
            }
            self.take(u64::from_le_bytes(eight));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.take(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}
