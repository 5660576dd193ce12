//! Trades on spaces of the size of a page's what-if: 12 issues of 5 options, 4 parties with opposed values. The first argument
//! says what is known: `weights`, `orders`, or orders and so many comparisons of swings by each party. The second, if given, is another number of issues; a third, `ask`, has the next question computed too, on
//! what possible trades lead to. Prints what was found; measure it from
//! outside, as in `valgrind --tool=callgrind`.
//!
//! `cargo run -p onetext-analysis --example trades -- 20`

use onetext_analysis::preferences::question::questions_for_mediator;
use onetext_analysis::preferences::{Consistent, Said, Source, Standing, Statement};
use onetext_analysis::trades::{Better, Limits, Trades, Values, trades};
use onetext_analysis::{
    Budget, Choice, Error, Issue, IssueIndex, OptionIndex, Package, Space, Utility, UtilityFunction,
};

const OPTIONS: u16 = 5;
const PARTIES: u16 = 4;
const SEED: u64 = 5;

fn main() -> Result<(), Error> {
    let level = std::env::args().nth(1).unwrap_or_else(|| "weights".to_owned());
    let issues: u16 = std::env::args().nth(2).and_then(|number| number.parse().ok()).unwrap_or(12);
    let names = ["0", "1", "2", "3", "4"];
    let space = Space::new((0..issues).map(|issue| Issue::listed(&issue.to_string(), &names)).collect())?;
    let current = Package(vec![OptionIndex(2); usize::from(issues)]);
    let mut random = Random(SEED);
    let tables: Vec<UtilityFunction> = (0..PARTIES).map(|party| table(issues, party, &mut random)).collect();
    let budget = Budget::unlimited();
    let run =
        |sides: &[Values<'_>]| trades(&space, sides, &current, Better::ForEach, Limits::default(), &budget);
    let found = if level == "weights" {
        run(&tables.iter().map(Values::Known).collect::<Vec<_>>())?
    } else {
        let swings = level.parse().unwrap_or(0);
        let mut parties = Vec::new();
        for table in &tables {
            let statements = statements(table, swings, &mut random);
            parties.extend(Consistent::new(&space, statements, &budget)?.ok());
        }
        let found = run(&parties.iter().map(Values::Consistent).collect::<Vec<_>>())?;
        if std::env::args().nth(3).is_some() {
            ask(&parties, &current, &found, &budget)?;
        }
        found
    };
    print(&level, &found, &budget);
    Ok(())
}

/// The question to each party, on the current package and what the first possible trades lead to.
fn ask(parties: &[Consistent], current: &Package, found: &Trades, budget: &Budget<'_>) -> Result<(), Error> {
    let results = found.possible.iter().map(|trade| trade.result.clone());
    let packages: Vec<Package> = [current.clone()].into_iter().chain(results.take(7)).collect();
    for next in questions_for_mediator(parties, &packages, budget)? {
        let next = next.0;
        let asked = next.question.as_ref().map(|question| question.asked);
        println!("{:?}: {asked:?}, {} looked at, {} left out", next.party, next.looked_at, next.left_out);
    }
    Ok(())
}

fn print(level: &str, found: &Trades, budget: &Budget<'_>) {
    let (certified, possible) = (found.certified.len(), found.possible.len());
    println!(
        "{level}: {certified} certified ({:?}), {possible} possible ({:?})",
        found.certified_extent, found.possible_extent
    );
    println!("{} sets looked at, {} steps", found.looked_at, budget.spent());
}

/// Numbers that are well enough mixed (splitmix64, Steele, Lea & Flood 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, end: u16) -> u16 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u16::try_from((mixed ^ (mixed >> 31)) % u64::from(end)).unwrap_or(0)
    }
}

/// Values that rise along every issue for even parties and fall for odd ones.
fn table(issues: u16, party: u16, random: &mut Random) -> UtilityFunction {
    let mut row = || {
        let weight = i64::from(1 + random.below(1_000));
        let mut values: Vec<i64> = (0..OPTIONS).map(|_| i64::from(random.below(10_000))).collect();
        values.sort_unstable();
        if party % 2 == 1 {
            values.reverse();
        }
        values.into_iter().map(|value| Utility(value * weight)).collect()
    };
    UtilityFunction::additive((0..issues).map(|_| row()).collect())
}

/// The orders of a table, and some comparisons of moves to a better option that it agrees with.
fn statements(table: &UtilityFunction, swings: u16, random: &mut Random) -> Vec<Statement> {
    let mut said = Vec::new();
    let mut best_last = Vec::new();
    let issues = u16::try_from(table.table.len()).unwrap_or(0);
    for (issue, row) in (0..).map(IssueIndex).zip(&table.table) {
        let mut options: Vec<OptionIndex> = (0..OPTIONS).map(OptionIndex).collect();
        options.sort_by_key(|option| row[option.at()]);
        let classes = options.iter().rev().map(|option| vec![*option]).collect();
        said.push(Said::Order { issue, classes });
        best_last.push(options);
    }
    let mut swing = || {
        let issue = IssueIndex(random.below(issues));
        let to = 1 + random.below(OPTIONS - 1);
        let option = |rank: u16| Choice { issue, option: best_last[issue.at()][usize::from(rank)] };
        let ends = [option(random.below(to)), option(to)];
        (table.value(ends[1]) - table.value(ends[0]), ends)
    };
    for _ in 0..swings {
        let (a, b) = (swing(), swing());
        let (more, less) = if a.0 >= b.0 { (a, b) } else { (b, a) };
        said.push(Said::swing(more.1, Standing::AtLeast, less.1));
    }
    said.into_iter().map(|said| Statement { source: Source(0), said }).collect()
}
