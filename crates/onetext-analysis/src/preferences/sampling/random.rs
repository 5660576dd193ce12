//! Random numbers from a seed: the same on every machine (`SplitMix64`; Steele, Lea & Flood 2014, "Fast splittable pseudorandom
//! number generators", OOPSLA).

/// The distance between the states of the generator.
const STRIDE: u64 = 0x9e37_79b9_7f4a_7c15;

/// One stream of random numbers.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    /// The stream of that number of a seed.
    pub(super) fn new(seed: u64, stream: usize) -> Self {
        let mut seeded = Random(seed);
        let start = seeded.bits();
        Random(start ^ (stream as u64).wrapping_mul(0xd1b5_4a32_d192_ed03))
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STRIDE);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Uniform, above zero and below one.
    pub(super) fn uniform(&mut self) -> f64 {
        ((self.bits() >> 12) as f64 + 0.5) / (1u64 << 52) as f64
    }

    /// Exponential with mean one.
    pub(super) fn exponential(&mut self) -> f64 {
        -libm::log(self.uniform())
    }

    /// Uniform among the whole numbers below a limit above zero.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let product = u128::from(self.bits()) * limit as u128;
        usize::try_from(product >> 64).unwrap_or(0)
    }
}
