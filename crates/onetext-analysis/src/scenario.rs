//! A negotiation scenario: a space, and how each party values its packages. Weights are never required elsewhere; here they
//! are what was given.

use onetext_model::Fixed;

use crate::{Choice, Error, IssueIndex, OptionIndex, Package, Space, UTILITY_MAX, Utility};

/// Parties of a scenario.
pub const PARTIES_MAX: usize = 64;

/// The place of a party in its scenario. Order carries no meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyIndex(pub u16);

impl PartyIndex {
    /// As an index into a list.
    pub fn at(self) -> usize {
        usize::from(self.0)
    }
}

/// A space, and the parties that value it, in their given order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Its name.
    pub name: String,
    /// The packages.
    pub space: Space,
    /// The parties.
    pub parties: Vec<Party>,
}

/// A party of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its name.
    pub name: String,
    /// How it values packages.
    pub utility: UtilityFunction,
    /// What it has without a deal, on its own scale; nothing is assumed where nothing is stated.
    pub reservation: Option<Utility>,
    /// What is left of a utility after a round, as the source says; results are undiscounted.
    pub discount: Option<Fixed>,
}

/// How a party values packages: a value for each option, and terms for options together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UtilityFunction {
    /// By issue and option, weights included: `table[issue][option]`.
    pub table: Vec<Vec<Utility>>,
    /// What is added where several options stand together.
    pub terms: Vec<Term>,
}

/// A value that is added where a package lies in a hyper-rectangle; a pair of options is the smallest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// For each issue that it speaks of, the options (in order) of which the package must have one.
    pub within: Vec<(IssueIndex, Vec<OptionIndex>)>,
    /// The value that is then added.
    pub value: Utility,
}

impl UtilityFunction {
    /// One value for each option of each issue, weights included.
    pub fn additive(table: Vec<Vec<Utility>>) -> Self {
        UtilityFunction { table, terms: Vec::new() }
    }

    /// What one option adds.
    pub fn value(&self, choice: Choice) -> Utility {
        self.table[choice.issue.at()][choice.option.at()]
    }

    /// What a package is worth.
    pub fn of(&self, package: &Package) -> Utility {
        let options: Utility = package.choices().map(|choice| self.value(choice)).sum();
        options + self.of_terms(package)
    }

    /// What the options of a package add by standing together.
    pub fn of_terms(&self, package: &Package) -> Utility {
        self.terms.iter().filter(|term| term.holds(package)).map(|term| term.value).sum()
    }

    /// Whether the table has the shape of the space, every term stays inside it, and no sum can leave its range; `party` is
    /// whose it is, for the error.
    pub fn check(&self, space: &Space, party: &str) -> Result<(), Error> {
        let wrong = |what: String| Error::WrongShape { party: party.to_owned(), what };
        let (rows, issues) = (&self.table, space.issues());
        if rows.len() != issues.len() {
            return Err(wrong(format!("{} issues are valued, the space has {}", rows.len(), issues.len())));
        }
        if let Some((row, issue)) =
            rows.iter().zip(issues).find(|(row, issue)| row.len() != issue.options.len())
        {
            let (valued, options) = (row.len(), issue.options.len());
            return Err(wrong(format!("{valued} options of {:?} are valued, it has {options}", issue.name)));
        }
        for (issue, options) in self.terms.iter().flat_map(|term| &term.within) {
            let exist = issues.get(issue.at()).map_or(0, |issue| issue.options.len());
            let beyond = options.iter().copied().find(|option| option.at() >= exist);
            if let Some(option) = beyond.or((exist == 0).then_some(OptionIndex(0))) {
                return Err(Error::NoSuchChoice(Choice { issue: *issue, option }));
            }
            if !options.is_sorted() {
                return Err(wrong("the options of a term are not in order".to_owned()));
            }
        }
        let fits = self.size_max() <= i128::from(UTILITY_MAX.0);
        if fits { Ok(()) } else { Err(Error::TooLarge(party.to_owned())) }
    }

    /// The most that a package could be worth either way, whatever it is.
    fn size_max(&self) -> i128 {
        let size = |utility: &Utility| i128::from(utility.0).abs();
        let options = self.table.iter().map(|row| row.iter().map(size).max().unwrap_or(0)).sum::<i128>();
        options + self.terms.iter().map(|term| size(&term.value)).sum::<i128>()
    }
}

impl Term {
    /// Whether the package lies in the hyper-rectangle.
    pub fn holds(&self, package: &Package) -> bool {
        self.within.iter().all(|(issue, options)| options.binary_search(&package.0[issue.at()]).is_ok())
    }
}

impl Scenario {
    /// A scenario that nobody values yet.
    pub fn new(name: &str, space: Space) -> Self {
        Scenario { name: name.to_owned(), space, parties: Vec::new() }
    }

    /// The same with one more party, without a reservation.
    #[must_use]
    pub fn with_party(mut self, name: &str, utility: UtilityFunction) -> Self {
        self.parties.push(Party { name: name.to_owned(), utility, reservation: None, discount: None });
        self
    }

    /// What a package is worth to each party, in their order.
    pub fn utilities(&self, package: &Package) -> Vec<Utility> {
        self.parties.iter().map(|party| party.utility.of(package)).collect()
    }

    /// Whether every table has the shape of the space, every term stays inside it, and no sum can leave its range. Computations
    /// take this for granted.
    pub fn check(&self) -> Result<(), Error> {
        if self.parties.len() > PARTIES_MAX {
            return Err(Error::TooMany { what: "parties", found: self.parties.len(), limit: PARTIES_MAX });
        }
        self.parties.iter().try_for_each(|party| party.check(&self.space))
    }
}

impl Party {
    fn check(&self, space: &Space) -> Result<(), Error> {
        let reservation = self.reservation.map_or(0, |utility| i128::from(utility.0).abs());
        if reservation > i128::from(UTILITY_MAX.0) {
            return Err(Error::TooLarge(self.name.clone()));
        }
        self.utility.check(space, &self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Issue;

    #[test]
    fn a_term_counts_only_inside_its_rectangle() {
        let space =
            Space::new(vec![Issue::listed("a", &["0", "1", "2"]), Issue::listed("b", &["0", "1"])]).unwrap();
        let one = |value| Utility::hundredths(value);
        let mut utility =
            UtilityFunction::additive(vec![vec![one(0), one(10), one(20)], vec![one(0), one(30)]]);
        let within = vec![
            (IssueIndex(0), vec![OptionIndex(1), OptionIndex(2)]),
            (IssueIndex(1), vec![OptionIndex(1)]),
        ];
        utility.terms.push(Term { within, value: one(-5) });
        let scenario = Scenario::new("terms", space).with_party("Delta", utility);
        scenario.check().unwrap();
        assert_eq!(scenario.utilities(&Package::of(&[1, 1])), [one(35)]);
        assert_eq!(scenario.utilities(&Package::of(&[0, 1])), [one(30)]);
    }

    #[test]
    fn a_table_of_another_shape_is_refused() {
        let space = Space::new(vec![Issue::listed("a", &["0", "1"])]).unwrap();
        let scenario = Scenario::new("short", space)
            .with_party("Delta", UtilityFunction::additive(vec![vec![Utility::ONE]]));
        let said = scenario.check().unwrap_err().to_string();
        assert!(said.starts_with("Delta: 1 options of \"a\" are valued, it has 2"), "{said}");
    }
}
