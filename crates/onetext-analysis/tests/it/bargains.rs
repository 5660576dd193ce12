//! Small random scenarios, and everything about them found the slow way: by looking at every package.

use onetext_analysis::{
    Choice, Dependency, Issue, IssueIndex, OptionIndex, Package, Scenario, Space, Term, Utility,
    UtilityFunction,
};

/// A seeded source of numbers (`SplitMix64`: Steele, Lea & Flood 2014), the same everywhere.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    pub fn between(&mut self, from: i64, to: i64) -> i64 {
        from + i64::try_from(self.below(from.abs_diff(to) + 1)).unwrap()
    }
}

/// Up to three issues of up to four options, up to four parties; dependencies, terms, closed options and ties are common, and
/// so are reservations that nothing reaches; some are not stated.
pub fn scenario(random: &mut Random) -> Scenario {
    let sizes: Vec<u16> =
        (0..=random.below(3)).map(|_| u16::try_from(1 + random.below(4)).unwrap()).collect();
    let names = ["a", "b", "c", "d"];
    let issues = sizes.iter().map(|&size| Issue::listed("issue", &names[..usize::from(size)])).collect();
    let mut space = Space::new(issues).unwrap();
    for _ in 0..random.below(3) {
        let (first, second) = (choice(random, &sizes), choice(random, &sizes));
        space = space
            .with(match random.below(3) {
                0 => Dependency::Excludes(first, second),
                1 => Dependency::Requires(first, second),
                _ => Dependency::AtMost { of: vec![first, second, choice(random, &sizes)], most: 1 },
            })
            .unwrap();
    }
    if random.below(8) == 0 {
        space = space.without(choice(random, &sizes)).unwrap();
    }
    let mut scenario = Scenario::new("small", space);
    for name in &names[..=usize::try_from(random.below(4)).unwrap()] {
        let utility = utility(random, &sizes);
        scenario = scenario.with_party(name, utility);
    }
    for party in &mut scenario.parties {
        party.reservation = (random.below(12) > 0).then(|| Utility::hundredths(random.between(-2, 3)));
    }
    scenario.check().unwrap();
    scenario
}

fn choice(random: &mut Random, sizes: &[u16]) -> Choice {
    let issue = usize::try_from(random.below(sizes.len() as u64)).unwrap();
    let option = random.below(u64::from(sizes[issue]));
    Choice::new(u16::try_from(issue).unwrap(), u16::try_from(option).unwrap())
}

fn utility(random: &mut Random, sizes: &[u16]) -> UtilityFunction {
    let most = random.between(0, 6);
    let row = |random: &mut Random, size: u16| {
        (0..size).map(|_| Utility::hundredths(random.between(0, most))).collect()
    };
    let mut utility = UtilityFunction::additive(sizes.iter().map(|&size| row(random, size)).collect());
    for _ in 0..random.below(3) {
        let rectangle = |random: &mut Random, issue: usize| {
            let from = random.below(u64::from(sizes[issue]));
            let options =
                (from..u64::from(sizes[issue])).map(|option| OptionIndex(u16::try_from(option).unwrap()));
            (IssueIndex(u16::try_from(issue).unwrap()), options.collect())
        };
        let within = (0..sizes.len()).map(|issue| rectangle(random, issue)).collect();
        utility.terms.push(Term { within, value: Utility::hundredths(random.between(-4, 4)) });
    }
    utility
}

/// What every package of the space is worth.
pub fn all_vectors(scenario: &Scenario) -> Vec<Vec<Utility>> {
    let mut packages = vec![Package(Vec::new())];
    for issue in scenario.space.issues() {
        let options = 0..u16::try_from(issue.options.len()).unwrap();
        let longer = |package: &Package| {
            let package = package.clone();
            options.clone().map(move |option| {
                let mut package = package.clone();
                package.0.push(OptionIndex(option));
                package
            })
        };
        packages = packages.iter().flat_map(longer).collect();
    }
    packages.retain(|package| scenario.space.contains(package));
    packages.iter().map(|package| scenario.utilities(package)).collect()
}

/// Whether the first is no worse for anybody and better for somebody.
pub fn dominates(first: &[Utility], second: &[Utility]) -> bool {
    first != second && first.iter().zip(second).all(|(first, second)| first >= second)
}

/// The vectors that no other dominates, each once, descending.
pub fn front(vectors: &[Vec<Utility>]) -> Vec<Vec<Utility>> {
    let mut sorted = vectors.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.reverse();
    let mut front: Vec<Vec<Utility>> = Vec::new();
    for vector in sorted {
        if !front.iter().any(|other| dominates(other, &vector)) {
            front.push(vector);
        }
    }
    front
}

/// The best that any of the vectors gives each party.
pub fn best_for_each(vectors: &[Vec<Utility>]) -> Vec<Utility> {
    (0..vectors[0].len()).map(|party| vectors.iter().map(|vector| vector[party]).max().unwrap()).collect()
}

/// Whether every party gets at least what it stated that it has without a deal.
pub fn is_rational(vector: &[Utility], scenario: &Scenario) -> bool {
    vector.iter().zip(&scenario.parties).all(|(u, party)| party.reservation.is_none_or(|least| *u >= least))
}

/// A rational front, a disagreement and ideals.
pub type Bargain = (Vec<Vec<Utility>>, Vec<Utility>, Vec<Utility>);

/// By the textbook, where all have stated a reservation, and by `NegMAS`; none where nothing is rational.
pub fn bargains(scenario: &Scenario) -> Option<(Option<Bargain>, Bargain)> {
    let vectors = all_vectors(scenario);
    let rational: Vec<Vec<Utility>> =
        vectors.iter().filter(|vector| is_rational(vector, scenario)).cloned().collect();
    if rational.is_empty() {
        return None;
    }
    let least = |party: usize| vectors.iter().map(|vector| vector[party]).min().unwrap();
    let parties = scenario.parties.iter().enumerate();
    let raised =
        parties.map(|(at, party)| party.reservation.map_or(least(at), |r| r.max(least(at)))).collect();
    let stated: Option<Vec<Utility>> = scenario.parties.iter().map(|party| party.reservation).collect();
    let front = front(&rational);
    let textbook = stated.map(|stated| (front.clone(), stated, best_for_each(&rational)));
    Some((textbook, (front, raised, best_for_each(&vectors))))
}
