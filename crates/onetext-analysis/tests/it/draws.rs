//! Draws for random cases: the same for the same seed, on every machine (the mixing function is Steele, Lea & Flood's of 2014).

/// A sequence of draws.
pub struct Draws(u64);

impl Draws {
    /// The sequence of that seed.
    pub fn new(seed: u64) -> Self {
        Draws(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below the limit.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.bits() % limit as u64).unwrap()
    }

    /// A number from the least to the most.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        least + i64::try_from(self.bits() % u64::try_from(most - least + 1).unwrap()).unwrap()
    }
}
