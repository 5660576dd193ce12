//! Single points for many parties on a generated scenario: what each concept reaches, its bound, its gap and the seconds.
//!
//! Values rise along every issue for even parties and fall for odd ones, with weights of their own; implications tie random
//! options of random issues. Usage:
//! `many_parties PARTIES ISSUES OPTIONS IMPLICATIONS SEED [RESERVATION [GAP [STEPS [FILE]]]]`, the reservation in hundredths of
//! what a party's best package is worth (30), the gap in millionths (1000), the steps of each concept (1,000,000,000). A file
//! receives the scenario as JSON, for another solver.

use std::error::Error;
use std::time::Instant;

use onetext_analysis::certified::{Answer, Effort, Ideal, egalitarian, ideals, kalai_smorodinsky, nash};
use onetext_analysis::{Budget, Choice, Dependency, Issue, Scenario, Space, Utility, UtilityFunction};

/// A concept as a search.
type Concept = fn(&Scenario, &Effort) -> Result<Answer, onetext_analysis::Error>;

/// What is asked for.
struct Wanted {
    parties: usize,
    issues: u16,
    options: u16,
    implications: usize,
    seed: u64,
    reservation_hundredths: i64,
    gap_millionths: i64,
    steps_max: u64,
    file: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let wanted = Wanted::read()?;
    let scenario = wanted.scenario()?;
    let concepts: [(&str, Concept); 3] =
        [("egalitarian", egalitarian), ("kalai-smorodinsky", kalai_smorodinsky), ("nash", nash)];
    for (name, concept) in concepts {
        let budget = Budget::steps(wanted.steps_max);
        let gap = Utility(wanted.gap_millionths * 1_000_000);
        let effort = Effort { budget: &budget, gap, seed: wanted.seed };
        let start = now();
        let answer = concept(&scenario, &effort)?;
        println!(
            "{name}: {}; {} steps, {:.2} s",
            told(&answer),
            budget.spent(),
            start.elapsed().as_secs_f64()
        );
    }
    if let Some(file) = &wanted.file {
        let budget = Budget::steps(wanted.steps_max);
        let effort =
            Effort { budget: &budget, gap: Utility(wanted.gap_millionths * 1_000_000), seed: wanted.seed };
        write(&scenario, ideals(&scenario, &effort)?.ok().as_deref(), file)?;
    }
    Ok(())
}

fn told(answer: &Answer) -> String {
    match answer {
        Answer::Found(found) => {
            let gap =
                found.gap().map_or("none".to_owned(), |gap| format!("{:.4} %", 100.0 * gap.approximate()));
            let proven = if found.is_optimal() { ", proven optimal" } else { "" };
            format!("value {} bound {} gap {gap}{proven}", found.value, found.bound)
        }
        other => format!("{other:?}"),
    }
}

#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
fn now() -> Instant {
    Instant::now()
}

impl Wanted {
    fn read() -> Result<Self, Box<dyn Error>> {
        let all: Vec<String> = std::env::args().skip(1).collect();
        let number = |at: usize, otherwise: Option<u64>| -> Result<u64, Box<dyn Error>> {
            match (all.get(at), otherwise) {
                (Some(given), _) => Ok(given.parse()?),
                (None, Some(number)) => Ok(number),
                (None, None) => Err("PARTIES ISSUES OPTIONS IMPLICATIONS SEED are needed".into()),
            }
        };
        Ok(Wanted {
            parties: usize::try_from(number(0, None)?)?,
            issues: u16::try_from(number(1, None)?)?,
            options: u16::try_from(number(2, None)?)?,
            implications: usize::try_from(number(3, None)?)?,
            seed: number(4, None)?,
            reservation_hundredths: i64::try_from(number(5, Some(30))?)?,
            gap_millionths: i64::try_from(number(6, Some(1_000))?)?,
            steps_max: number(7, Some(1_000_000_000))?,
            file: all.get(8).cloned(),
        })
    }

    fn scenario(&self) -> Result<Scenario, Box<dyn Error>> {
        let mut random = Random(self.seed);
        let names: Vec<String> = (0..self.options).map(|option| option.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let issues = (0..self.issues).map(|issue| Issue::listed(&issue.to_string(), &names)).collect();
        let mut space = Space::new(issues)?;
        let mut made = 0;
        while made < self.implications && self.issues > 1 {
            let (first, second) = (random.choice(self), random.choice(self));
            if first.issue != second.issue {
                space = space.with(Dependency::Requires(first, second))?;
                made += 1;
            }
        }
        let mut scenario = Scenario::new("many parties", space);
        for party in 0..self.parties {
            scenario = scenario.with_party(&party.to_string(), self.values(party, &mut random)?);
            let own = &mut scenario.parties[party];
            let best: Utility = own.utility.table.iter().filter_map(|row| row.iter().max()).copied().sum();
            own.reservation = Some(Utility(best.0 / 100 * self.reservation_hundredths));
        }
        Ok(scenario)
    }

    /// Weights that sum to one; within an issue sorted random values from 0 to 1.
    fn values(&self, party: usize, random: &mut Random) -> Result<UtilityFunction, Box<dyn Error>> {
        let weights: Vec<f64> = (0..self.issues).map(|_| random.share() + 0.05).collect();
        let total: f64 = weights.iter().sum();
        let mut table = Vec::new();
        for weight in weights {
            let mut values: Vec<f64> = (0..self.options).map(|_| random.share()).collect();
            values.sort_by(f64::total_cmp);
            let (least, most) = (values[0], values[values.len() - 1]);
            let span = if most > least { most - least } else { 1.0 };
            let scaled = values.iter().map(|value| Utility::rounded(weight / total * (value - least) / span));
            let mut row: Vec<Utility> = scaled.collect::<Option<_>>().ok_or("a value beyond the limit")?;
            if party % 2 == 1 {
                row.reverse();
            }
            table.push(row);
        }
        Ok(UtilityFunction::additive(table))
    }
}

/// A counter, well mixed; the same seed gives the same scenario everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    #[expect(clippy::cast_possible_truncation, reason = "below a number of 16 bits")]
    fn choice(&mut self, wanted: &Wanted) -> Choice {
        let issue = (self.next() % u64::from(wanted.issues)) as u16;
        Choice::new(issue, (self.next() % u64::from(wanted.options)) as u16)
    }
}

/// The scenario as plain JSON: tables in utilities of 1e-12, reservations, implications, and the ideals if they are known.
#[expect(clippy::disallowed_methods, reason = "an example may write a file")]
fn write(scenario: &Scenario, ideals: Option<&[Ideal]>, file: &str) -> Result<(), Box<dyn Error>> {
    let parties: Vec<_> = scenario
        .parties
        .iter()
        .map(|party| {
            let table: Vec<Vec<i64>> =
                party.utility.table.iter().map(|row| row.iter().map(|value| value.0).collect()).collect();
            serde_json::json!({ "table": table, "reservation": party.reservation.map(|own| own.0) })
        })
        .collect();
    let pair = |choice: &Choice| [choice.issue.0, choice.option.0];
    let requires: Vec<_> = scenario
        .space
        .dependencies()
        .iter()
        .filter_map(|dependency| match dependency {
            Dependency::Requires(first, second) => Some([pair(first), pair(second)]),
            _ => None,
        })
        .collect();
    let mut written = serde_json::json!({ "parties": parties, "requires": requires });
    if let Some(ideals) = ideals {
        written["ideals"] = ideals.iter().map(|ideal| ideal.at_most.0).collect();
    }
    std::fs::write(file, written.to_string())?;
    Ok(())
}
