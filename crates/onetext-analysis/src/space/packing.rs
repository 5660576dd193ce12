//! States kept small: each word of a state needs few bits, and most of what a diagram takes is its states.

const WORD_BITS: usize = 64;

/// The bits that each word of a state needs.
#[derive(Clone, Debug, Default)]
pub(super) struct Packing {
    bits: Vec<usize>,
}

impl Packing {
    /// One more word of so many bits, at most 64.
    pub fn push(&mut self, bits: usize) {
        self.bits.push(bits);
    }

    /// How many words a packed state has.
    pub fn words(&self) -> usize {
        self.bits.iter().sum::<usize>().div_ceil(64)
    }

    /// Packs a state. No word may have a bit beyond those that it needs.
    pub fn pack(&self, state: &[u64], packed: &mut Vec<u64>) {
        packed.clear();
        packed.resize(self.words(), 0);
        let mut at = 0;
        for (&word, &bits) in state.iter().zip(&self.bits).filter(|(_, bits)| **bits > 0) {
            let (place, shift) = place(at);
            packed[place] |= word << shift;
            if shift + bits > WORD_BITS {
                packed[place + 1] |= word >> (WORD_BITS - shift);
            }
            at += bits;
        }
    }

    /// The state that was packed.
    pub fn unpack(&self, packed: &[u64], state: &mut Vec<u64>) {
        state.clear();
        let mut at = 0;
        for &bits in &self.bits {
            let (place, shift) = place(at);
            let mut word = packed.get(place).map_or(0, |word| word >> shift);
            if shift + bits > WORD_BITS {
                word |= packed[place + 1] << (WORD_BITS - shift);
            }
            state.push(word & low_bits(bits));
            at += bits;
        }
    }
}

/// The word in which a bit lies, and its place in the word.
fn place(bit: usize) -> (usize, usize) {
    (bit / WORD_BITS, bit % WORD_BITS)
}

/// A word of so many bits.
fn low_bits(bits: usize) -> u64 {
    if bits == 0 { 0 } else { u64::MAX >> (WORD_BITS - bits) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Draws;

    #[test]
    fn what_is_packed_comes_back() {
        let mut draws = Draws::new(1, 0);
        for _ in 0..2_000 {
            let packing = Packing {
                bits: (0..draws.below(9)).map(|_| usize::try_from(draws.below(65)).unwrap()).collect(),
            };
            let cut = |(word, bits): (u64, &usize)| word & low_bits(*bits);
            let words: Vec<u64> = packing.bits.iter().map(|_| draws.word()).collect();
            let state: Vec<u64> = words.into_iter().zip(&packing.bits).map(cut).collect();
            let (mut packed, mut unpacked) = (Vec::new(), Vec::new());
            packing.pack(&state, &mut packed);
            packing.unpack(&packed, &mut unpacked);
            assert_eq!(unpacked, state, "{packing:?}");
            assert_eq!(packed.len(), packing.words());
        }
    }
}
