//! A bargaining problem on a finite set (Nash 1950): what each point gives each party beyond what it has without a deal, and
//! the most that each could gain.

use crate::{Error, UTILITY_MAX, Utility};

/// Points of which every party has at least what it has without a deal. Everything is kept as gains: the solution concepts
/// ask for nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BargainingProblem {
    disagreement: Vec<Utility>,
    ideal_gains: Vec<u64>,
    points: usize,
    /// By point, then by party. No gain is larger than twice [`UTILITY_MAX`], which 61 bits hold.
    gains: Vec<u64>,
}

impl BargainingProblem {
    /// The problem of these vectors (utilities in the order of the parties), where a party's ideal is the best that any of
    /// them gives it. For a rational front this is the textbook's ideal: the best of all rational packages is on the front.
    pub fn rational<V: AsRef<[Utility]>>(
        vectors: impl IntoIterator<Item = V>,
        disagreement: &[Utility],
    ) -> Result<Self, Error> {
        let mut problem = Self::gather(vectors, disagreement)?;
        for gains in problem.gains.chunks_exact(disagreement.len().max(1)) {
            for (ideal, &gain) in problem.ideal_gains.iter_mut().zip(gains) {
                *ideal = gain.max(*ideal);
            }
        }
        Ok(problem)
    }

    /// The same with ideals from elsewhere, none below what a vector gives.
    pub fn with_ideals<V: AsRef<[Utility]>>(
        vectors: impl IntoIterator<Item = V>,
        disagreement: &[Utility],
        ideals: &[Utility],
    ) -> Result<Self, Error> {
        let mut problem = Self::gather(vectors, disagreement)?;
        problem.ideal_gains = row(0, ideals, disagreement)?.collect::<Result<_, _>>()?;
        for (at, gains) in problem.rows().enumerate() {
            if gains.iter().zip(&problem.ideal_gains).any(|(gain, ideal)| gain > ideal) {
                return Err(Error::UnfitVector { at, what: "it gives a party more than its ideal" });
            }
        }
        Ok(problem)
    }

    fn gather<V: AsRef<[Utility]>>(
        vectors: impl IntoIterator<Item = V>,
        disagreement: &[Utility],
    ) -> Result<Self, Error> {
        let vectors = vectors.into_iter();
        let mut gains = Vec::with_capacity(vectors.size_hint().0.saturating_mul(disagreement.len()));
        let mut points = 0;
        for vector in vectors {
            for gain in row(points, vector.as_ref(), disagreement)? {
                gains.push(gain?);
            }
            points += 1;
        }
        let ideal_gains = vec![0; disagreement.len()];
        Ok(BargainingProblem { disagreement: disagreement.to_vec(), ideal_gains, points, gains })
    }

    /// How many points it has.
    pub fn points(&self) -> usize {
        self.points
    }

    /// How many parties it has.
    pub fn parties(&self) -> usize {
        self.disagreement.len()
    }

    /// What each party has without a deal.
    pub fn disagreement(&self) -> &[Utility] {
        &self.disagreement
    }

    /// What the point at that place gives each party beyond that.
    pub fn gains(&self, at: usize) -> Vec<Utility> {
        self.row(at).iter().copied().map(utility).collect()
    }

    /// The most that each party could gain.
    pub fn ideal_gains(&self) -> Vec<Utility> {
        self.ideal_gains.iter().copied().map(utility).collect()
    }

    pub(super) fn ideals(&self) -> &[u64] {
        &self.ideal_gains
    }

    pub(super) fn row(&self, at: usize) -> &[u64] {
        let parties = self.parties();
        &self.gains[at * parties..(at + 1) * parties]
    }

    /// The gains of each point; nothing where there is no party.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[u64]> {
        self.gains.chunks_exact(self.parties().max(1))
    }
}

/// A gain as a utility; it is within twice [`UTILITY_MAX`], so nothing is cut.
pub(super) fn utility(gain: u64) -> Utility {
    Utility(i64::try_from(gain).unwrap_or(i64::MAX))
}

/// What a vector gives each party beyond its disagreement.
fn row<'v>(
    at: usize,
    vector: &'v [Utility],
    disagreement: &'v [Utility],
) -> Result<impl Iterator<Item = Result<u64, Error>> + use<'v>, Error> {
    if vector.len() != disagreement.len() {
        return Err(Error::UnfitVector { at, what: "it needs one utility for each party" });
    }
    Ok(vector.iter().zip(disagreement).map(move |(&utility, &disagreement)| {
        if utility.max(disagreement) > UTILITY_MAX || disagreement.min(utility) < -UTILITY_MAX {
            return Err(Error::UnfitVector { at, what: "utilities go to 1,000,000 either way" });
        }
        u64::try_from(utility.0 - disagreement.0)
            .map_err(|_| Error::UnfitVector { at, what: "it gives a party less than it has without a deal" })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_vectors_that_are_no_bargain() {
        let whole = |vector: &[i64]| vector.iter().map(|&u| Utility(u)).collect::<Vec<_>>();
        let zero = whole(&[0, 0]);
        for (vector, said) in [
            (whole(&[1]), "vector 1: it needs one utility for each party"),
            (whole(&[1, -1]), "vector 1: it gives a party less than it has without a deal"),
            (whole(&[i64::MAX, 0]), "vector 1: utilities go to 1,000,000 either way"),
            (whole(&[0, i64::MIN]), "vector 1: utilities go to 1,000,000 either way"),
        ] {
            let vectors = [whole(&[1, 2]), vector];
            assert_eq!(BargainingProblem::rational(&vectors, &zero).unwrap_err().to_string(), said);
        }
        let beyond = BargainingProblem::with_ideals([whole(&[1, 2])], &zero, &whole(&[5, 1]));
        assert_eq!(beyond.unwrap_err().to_string(), "vector 0: it gives a party more than its ideal");
    }

    #[test]
    fn nobody_at_the_table_is_no_solution() {
        let problem = BargainingProblem::rational([[Utility::ZERO; 0]; 3], &[]).unwrap();
        assert_eq!((problem.points(), problem.rows().count()), (3, 0));
    }
}
