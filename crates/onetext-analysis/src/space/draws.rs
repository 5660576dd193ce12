//! Draws by seed: the same numbers on every machine, for any number of threads.

use num_bigint::BigUint;

/// A generator of evenly spread numbers, for sampling; not for secrets. It is xoshiro256++ (Blackman & Vigna, Scrambled linear
/// pseudorandom number generators, 2021), its state filled by `SplitMix64`.
///
/// Streams of one seed are independent of each other for all that sampling needs. Give each sample its own stream, and it does
/// not matter which thread draws it.
///
/// ```
/// use onetext_analysis::Draws;
/// let (mut first, mut again) = (Draws::new(7, 0), Draws::new(7, 0));
/// assert_eq!(first.below(1_000), again.below(1_000));
/// assert!(first.unit() < 1.0);
/// ```
#[derive(Clone, Debug)]
pub struct Draws {
    state: [u64; 4],
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Draws {
    /// The stream of that number of that seed, from its beginning.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut at = scatter(
            scatter(seed.wrapping_add(GOLDEN)) ^ scatter(stream.wrapping_mul(GOLDEN).wrapping_add(1)),
        );
        let mut next = || {
            at = at.wrapping_add(GOLDEN);
            scatter(at)
        };
        Draws { state: [next(), next(), next(), next() | 1] }
    }

    /// 64 evenly spread bits.
    pub fn word(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let word = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        word
    }

    /// A whole number below the end, each equally likely; 0 where the end is 0.
    pub fn below(&mut self, end: u64) -> u64 {
        let mask = u64::MAX.checked_shr(end.saturating_sub(1).leading_zeros()).unwrap_or(0);
        loop {
            let drawn = self.word() & mask;
            if drawn < end || end == 0 {
                return drawn.min(end.saturating_sub(1));
            }
        }
    }

    /// The same for a wider number.
    pub fn below_wide(&mut self, end: u128) -> u128 {
        if let Ok(end) = u64::try_from(end) {
            return u128::from(self.below(end));
        }
        let mask = u128::MAX >> (end - 1).leading_zeros();
        loop {
            let drawn = ((u128::from(self.word()) << 64) | u128::from(self.word())) & mask;
            if drawn < end {
                return drawn;
            }
        }
    }

    /// The same for a number of any size.
    pub fn below_big(&mut self, end: &BigUint) -> BigUint {
        if let Ok(end) = u128::try_from(end) {
            return BigUint::from(self.below_wide(end));
        }
        let spare = 32 - u32::try_from((end.bits() - 1) % 32 + 1).unwrap_or(32);
        let digits = end.bits().div_ceil(32);
        loop {
            let mut drawn: Vec<u32> = (0..digits).map(|_| (self.word() >> 32) as u32).collect();
            if let Some(highest) = drawn.last_mut() {
                *highest >>= spare;
            }
            let drawn = BigUint::new(drawn);
            if drawn < *end {
                return drawn;
            }
        }
    }

    /// A number from 0 up to but not 1, a multiple of 2^-53.
    pub fn unit(&mut self) -> f64 {
        (self.word() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

fn scatter(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_below_an_end_are_below_it_and_reach_it() {
        let mut draws = Draws::new(1, 2);
        for end in [1_u64, 2, 3, 64, 65, u64::MAX] {
            assert!((0..200).all(|_| draws.below(end) < end));
        }
        assert_eq!(draws.below(0), 0);
        let wide = (1_u128 << 90) + 1;
        assert!((0..200).map(|_| draws.below_wide(wide)).all(|drawn| drawn < wide));
        let big = BigUint::from(3_u32).pow(150);
        let large: Vec<BigUint> = (0..200).map(|_| draws.below_big(&big)).collect();
        assert!(large.iter().all(|number| *number < big));
        assert!(large.iter().any(|number| number * 10_u32 > &big * 9_u32));
    }

    #[test]
    fn streams_differ() {
        assert_ne!(Draws::new(7, 0).word(), Draws::new(7, 1).word());
        assert_ne!(Draws::new(7, 0).word(), Draws::new(8, 0).word());
    }
}
