//! Small random scenarios for comparisons with plain enumeration: ties, dependencies, terms, closed options, reservations.

use onetext_analysis::{
    Choice, Dependency, Issue, OptionIndex, Package, Scenario, Space, Term, Utility, UtilityFunction,
};

/// A generator of numbers that are well enough mixed for tests (splitmix64).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    pub fn place(&mut self, end: usize) -> u16 {
        u16::try_from(self.below(end as u64)).unwrap()
    }
}

/// A random choice of the space.
pub fn choice(space: &Space, random: &mut Random) -> Choice {
    let issue = random.place(space.issues().len());
    Choice::new(issue, random.place(space.issues()[usize::from(issue)].options.len()))
}

/// A space of two to four issues.
pub fn space(random: &mut Random) -> Space {
    let issues = 2 + random.below(3);
    let names = ["a", "b", "c"];
    let issue = |number: u64, options: usize| Issue::listed(&number.to_string(), &names[..options]);
    let mut space =
        Space::new((0..issues).map(|number| issue(number, 2 + usize::from(random.place(2)))).collect())
            .unwrap();
    for _ in 0..random.below(3) {
        let (a, b) = (choice(&space, random), choice(&space, random));
        let of = vec![a, b, choice(&space, random)];
        let dependency = match random.below(3) {
            0 => Dependency::Excludes(a, b),
            1 => Dependency::Requires(a, b),
            _ => Dependency::AtMost { of, most: 1 },
        };
        space = space.with(dependency).unwrap();
    }
    if random.below(3) == 0 {
        let closed = choice(&space, random);
        space = space.without(closed).unwrap();
    }
    space
}

/// Values are small whole hundredths, so that ties abound.
pub fn utility(space: &Space, random: &mut Random) -> UtilityFunction {
    let mut value = |most: u64| Utility::hundredths(i64::try_from(random.below(most)).unwrap() - 3);
    let table = space.issues().iter().map(|issue| issue.options.iter().map(|_| value(8)).collect()).collect();
    let mut utility = UtilityFunction::additive(table);
    for _ in 0..random.below(4).saturating_sub(1) {
        let (a, b) = (choice(space, random), choice(space, random));
        if a.issue != b.issue {
            let within = vec![(a.issue, vec![a.option]), (b.issue, vec![b.option])];
            let value = Utility::hundredths(i64::try_from(random.below(9)).unwrap() - 4);
            utility.terms.push(Term { within, value });
        }
    }
    utility
}

/// Two to four parties over two to four issues.
pub fn scenario(random: &mut Random) -> Scenario {
    let mut scenario = Scenario::new("random", space(random));
    for party in 0..2 + random.below(3) {
        let utility = utility(&scenario.space, random);
        scenario = scenario.with_party(&format!("party {party}"), utility);
        let reservation = Utility::hundredths(i64::try_from(random.below(8)).unwrap() - 3);
        scenario.parties.last_mut().unwrap().reservation = (random.below(3) > 0).then_some(reservation);
    }
    scenario
}

/// Parties whose values rise or fall along every issue, with weights of their own.
pub fn opposed(random: &mut Random, issues: usize, options: usize, parties: usize) -> Scenario {
    let names: Vec<String> = (0..options).map(|option| option.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let space =
        Space::new((0..issues).map(|issue| Issue::listed(&issue.to_string(), &names)).collect()).unwrap();
    let mut scenario = Scenario::new("opposed", space);
    for party in 0..parties {
        let mut row = || {
            let mut values: Vec<i64> =
                (0..options).map(|_| i64::try_from(random.below(1 << 36)).unwrap()).collect();
            values.sort_unstable();
            if party % 2 == 1 {
                values.reverse();
            }
            values.into_iter().map(Utility).collect::<Vec<_>>()
        };
        let table = (0..issues).map(|_| row()).collect();
        scenario = scenario.with_party(&format!("party {party}"), UtilityFunction::additive(table));
    }
    scenario
}

/// Any package of existing options, also one that the space forbids.
pub fn any_package(space: &Space, random: &mut Random) -> Package {
    Package(space.issues().iter().map(|issue| OptionIndex(random.place(issue.options.len()))).collect())
}

/// All packages of the space.
pub fn every_package(space: &Space) -> Vec<Package> {
    let mut all = vec![Vec::new()];
    for issue in space.issues() {
        let options = (0..).take(issue.options.len()).map(OptionIndex);
        all = all
            .iter()
            .flat_map(|start: &Vec<OptionIndex>| {
                options.clone().map(move |option| start.iter().copied().chain([option]).collect())
            })
            .collect();
    }
    all.into_iter().map(Package).filter(|package| space.contains(package)).collect()
}
