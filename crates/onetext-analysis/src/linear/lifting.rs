//! Exact solutions from residues: the equations are solved modulo a prime, the solution is lifted to higher and higher powers of
//! it, and fractions are read off it and checked (Dixon 1982, "Exact solution of linear equations using p-adic expansions",
//! Numerische Mathematik 40). Elimination with fractions would carry numbers of hundreds of digits through every step.

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use super::Number;
use super::elimination::{Elimination, Equation, Field};

/// A prime for which products are reduced by shifting: 2^61 - 1.
const PRIME: u64 = (1 << 61) - 1;
/// Factors up to this size are lifted: 65,536 products with residues then fit 128 bits.
const FACTOR_MAX: u128 = 1 << 50;
/// Right sides up to this size.
const RIGHT_MAX: u128 = 1 << 100;
/// Equations that are lifted: see the limit on factors.
const EQUATIONS_MAX: usize = 1 << 16;

/// The unknowns of as many equations; none where the equations do not settle them, where they do not modulo the prime, or where
/// numbers are too large.
pub(super) fn solve(equations: &[Equation], right: &[Number]) -> Option<Vec<Number>> {
    if equations.len() > EQUATIONS_MAX {
        return None;
    }
    let whole: Vec<Whole> = equations.iter().zip(right).map(Whole::of).collect::<Option<_>>()?;
    let residues =
        whole.iter().map(|line| line.factors.iter().map(|(at, factor)| (*at, Residue::of(*factor))));
    let elimination = Elimination::of(residues.map(Iterator::collect).collect())?;
    let mut rest: Vec<i128> = whole.iter().map(|line| line.right).collect();
    let mut digits: Vec<Vec<u64>> = Vec::new();
    let mut next_look = 1;
    for _ in 0..digits_max(&whole) {
        let digit = elimination.solve(rest.iter().map(|rest| Residue::of(*rest)).collect());
        for (line, rest) in whole.iter().zip(&mut rest) {
            let product: i128 =
                line.factors.iter().map(|(at, factor)| factor * i128::from(digit[*at].0)).sum();
            *rest = (*rest - product) / i128::from(PRIME);
        }
        digits.push(digit.into_iter().map(|residue| residue.0).collect());
        if digits.len() == next_look || rest.iter().all(|rest| *rest == 0) {
            next_look = next_look * 3 / 2 + 1;
            if let Some(solved) = read(&digits).filter(|solved| solved.holds(&whole)) {
                return Some(solved.numbers());
            }
        }
    }
    read(&digits).filter(|solved| solved.holds(&whole)).map(|solved| solved.numbers())
}

/// An equation in whole numbers.
struct Whole {
    factors: Vec<(usize, i128)>,
    right: i128,
}

impl Whole {
    fn of((equation, right): (&Equation, &Number)) -> Option<Self> {
        let mut scale = right.small()?.1;
        for (_, factor) in equation {
            let under = factor.small()?.1;
            scale = scale.checked_mul(under / common(scale, under))?;
        }
        let scaled = |number: &Number| {
            let (over, under) = number.small()?;
            over.checked_mul(scale / under)
        };
        let factors = equation.iter().map(|(at, factor)| Some((*at, scaled(factor)?)));
        let whole = Whole { factors: factors.collect::<Option<_>>()?, right: scaled(right)? };
        let fits = whole.factors.iter().all(|(_, factor)| factor.unsigned_abs() <= FACTOR_MAX);
        (fits && whole.right.unsigned_abs() <= RIGHT_MAX).then_some(whole)
    }
}

fn common(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

/// Digits after which numerators and denominators are certain (Hadamard's bound, twice, in bits of the prime).
fn digits_max(whole: &[Whole]) -> usize {
    let bits = |number: i128| 129 - number.unsigned_abs().leading_zeros() as usize;
    let line = |line: &Whole| {
        let largest = line.factors.iter().map(|(_, factor)| bits(*factor)).max().unwrap_or(0);
        let many = bits(i128::try_from(line.factors.len()).unwrap_or(0));
        largest + many
    };
    let right = whole.iter().map(|line| bits(line.right)).max().unwrap_or(0);
    (2 * (whole.iter().map(line).sum::<usize>() + right) + 64) / 60
}

/// Fractions with one denominator.
struct Fractions {
    over: Vec<BigInt>,
    under: BigInt,
}

impl Fractions {
    fn holds(&self, whole: &[Whole]) -> bool {
        whole.iter().all(|line| {
            let sum: BigInt = line.factors.iter().map(|(at, factor)| &self.over[*at] * factor).sum();
            sum == &self.under * line.right
        })
    }

    fn numbers(&self) -> Vec<Number> {
        self.over.iter().map(|over| Number::of_fraction(over.clone(), self.under.clone())).collect()
    }
}

/// The fractions with small numerators and one small denominator that have these digits, if there are any.
fn read(digits: &[Vec<u64>]) -> Option<Fractions> {
    let modulus = num_traits::pow(BigInt::from(PRIME), digits.len());
    let most = (&modulus >> 1usize).sqrt();
    let mut fractions = Fractions { over: Vec::new(), under: BigInt::one() };
    for unknown in 0..digits.first().map_or(0, Vec::len) {
        let start = BigInt::zero();
        let lifted = digits.iter().rev().fold(start, |sum, digit| sum * BigInt::from(PRIME) + digit[unknown]);
        let mut over = centred((lifted * &fractions.under) % &modulus, &modulus);
        if over.abs() > most {
            let (top, under) = fraction(&over, &modulus, &most)?;
            fractions.over.iter_mut().for_each(|over| *over *= &under);
            fractions.under *= &under;
            over = top;
            if fractions.under > most {
                return None;
            }
        }
        fractions.over.push(over);
    }
    Some(fractions)
}

/// The fraction with numerator and denominator up to a limit that has a residue: by Euclid's algorithm, stopped halfway.
fn fraction(residue: &BigInt, modulus: &BigInt, most: &BigInt) -> Option<(BigInt, BigInt)> {
    let (mut before, mut rest) = (modulus.clone(), residue.clone());
    if rest.is_negative() {
        rest += modulus;
    }
    let (mut under_before, mut under) = (BigInt::zero(), BigInt::one());
    while rest > *most {
        let quotient = &before / &rest;
        (before, rest) = (rest.clone(), before - &quotient * &rest);
        (under_before, under) = (under.clone(), under_before - &quotient * &under);
    }
    if under.is_negative() {
        (rest, under) = (-rest, -under);
    }
    (!under.is_zero() && under <= *most).then_some((rest, under))
}

/// The residue nearest to zero.
fn centred(residue: BigInt, modulus: &BigInt) -> BigInt {
    if &residue << 1usize > *modulus { residue - modulus } else { residue }
}

/// A residue of the prime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Residue(u64);

impl Residue {
    fn of(number: i128) -> Self {
        Residue(u64::try_from(number.rem_euclid(i128::from(PRIME))).unwrap_or(0))
    }

    /// 2^61 is one more than the prime, so what is above the 61st bit counts as it stands.
    fn reduced(product: u128) -> Self {
        let folded = (product & u128::from(PRIME)) + (product >> 61);
        let folded = (folded & u128::from(PRIME)) + (folded >> 61);
        let residue = u64::try_from(folded).unwrap_or(0);
        Residue(if residue >= PRIME { residue - PRIME } else { residue })
    }
}

impl Field for Residue {
    fn zero() -> Self {
        Residue(0)
    }

    fn is_zero(&self) -> bool {
        self.0 == 0
    }

    /// Its power of two less than the prime (Fermat).
    fn inverse(&self) -> Self {
        let (mut power, mut base, mut left) = (Residue(1), *self, PRIME - 2);
        while left > 0 {
            if left & 1 == 1 {
                power = power.times(&base);
            }
            base = base.times(&base);
            left >>= 1;
        }
        power
    }

    fn negated(&self) -> Self {
        Residue(if self.0 == 0 { 0 } else { PRIME - self.0 })
    }

    fn times(&self, other: &Self) -> Self {
        Residue::reduced(u128::from(self.0) * u128::from(other.0))
    }

    fn plus(&self, other: &Self) -> Self {
        Residue::reduced(u128::from(self.0) + u128::from(other.0))
    }
}

#[cfg(test)]
mod tests {
    use super::super::elimination;
    use super::*;

    /// Equations of a seed, dense enough for numbers of many digits.
    fn equations(seed: u64, size: usize) -> (Vec<Equation>, Vec<Number>) {
        let mut state = seed;
        let mut next = |limit: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % limit
        };
        let mut number = || {
            let (over, under) = (next(2_000).cast_signed() - 1_000, next(20).cast_signed() + 1);
            Number::fraction(over, under).unwrap()
        };
        let dense = |number: &mut dyn FnMut() -> Number| (0..size).map(|at| (at, number())).collect();
        let equations = (0..size).map(|_| dense(&mut number)).collect();
        (equations, (0..size).map(|_| number()).collect())
    }

    #[test]
    fn lifted_solutions_are_those_of_elimination() {
        for (seed, size) in (1..40).zip((1..14).cycle()) {
            let (equations, right) = equations(seed, size);
            let lifted = solve(&equations, &right).expect("settled, and small enough");
            let eliminated = Elimination::of(equations.clone()).unwrap().solve(right.clone());
            assert_eq!(lifted, eliminated, "{seed}");
            assert_eq!(elimination::solve(equations, right), Some(eliminated));
        }
    }

    #[test]
    fn equations_that_settle_nothing_are_told() {
        let one = || (0, Number::ONE);
        assert_eq!(solve(&[vec![one()], vec![one()]], &[Number::ONE, Number::ONE]), None);
        assert_eq!(solve(&[Vec::new()], &[Number::ZERO]), None);
    }

    #[test]
    fn residues_divide() {
        for number in [1, 2, 3, 1 << 40, i128::from(PRIME) - 1, -7] {
            let residue = Residue::of(number);
            assert_eq!(residue.times(&residue.inverse()), Residue(1), "{number}");
            assert_eq!(residue.plus(&residue.negated()), Residue(0), "{number}");
        }
    }
}
