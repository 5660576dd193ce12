//! The concepts, as searches: what each seeks, over which packages, and what is known before.

use std::sync::atomic::{AtomicU64, Ordering};

use super::goal::{Goal, SHARE};
use super::problem::{Open, Problem};
use super::relaxation::Relaxation;
use super::search::{Found, search};
use super::{Answer, Certified, Effort, Ideal, Impossible, gap};
use crate::{Budget, Error, Scenario, Stopped, Utility};

/// The gap with which a search is content that only asks whether there is a package in which nobody loses: a tenth.
const ROUGH: Utility = Utility(Utility::ONE.0 / 10);
/// An ideal is sought to this part of the gap that is asked for, so that it leaves room for the point itself.
const IDEAL_PART: i64 = 5;

/// The package whose least gain over the stated reservations is largest.
///
/// Errors: a party without a stated reservation, values of options together, no party, or a scenario of the wrong shape.
pub fn egalitarian(scenario: &Scenario, effort: &Effort) -> Result<Answer, Error> {
    let problem = problem(scenario)?;
    let relaxation = Relaxation::of(&problem);
    let found = search(&relaxation, &alike(&problem), &[], effort);
    Ok(refused(&found).unwrap_or_else(|| answer(&problem, found)))
}

/// The package whose geometric mean of gains over the stated reservations is largest, among those in which all gain.
///
/// Errors: as for [`egalitarian`].
pub fn nash(scenario: &Scenario, effort: &Effort) -> Result<Answer, Error> {
    let problem = problem(scenario)?;
    let relaxation = Relaxation::of(&problem);
    let rational = match rational(&relaxation, effort) {
        Ok(rational) => rational,
        Err(refused) => return Ok(refused),
    };
    if rational.bound == Some(0) {
        return Ok(Answer::Impossible(Impossible::NotAllGain));
    }
    let known: Vec<Vec<Open>> = rational.best.into_iter().map(|(package, _)| package).collect();
    let found = search(&relaxation, &Goal::Product, &known, effort);
    if found.best.is_none() && found.is_proven {
        return Ok(Answer::Impossible(Impossible::NotAllGain));
    }
    Ok(answer(&problem, found))
}

/// The package whose least share of what each party could gain is largest; each could gain what its best rational package
/// gives it. Where these ideals are known only between two numbers, the value is computed with the larger and the bound with
/// the smaller, so that the gap has room for them. A party that can gain nothing has no share; it only has to lose nothing.
///
/// Errors: as for [`egalitarian`].
pub fn kalai_smorodinsky(scenario: &Scenario, effort: &Effort) -> Result<Answer, Error> {
    let problem = problem(scenario)?;
    let relaxation = Relaxation::of(&problem);
    let reached = match reached(&relaxation, effort) {
        Ok(reached) => reached,
        Err(refused) => return Ok(refused),
    };
    let least: Vec<i64> = reached.iter().map(|own| own.least).collect();
    let most: Vec<i64> = reached.iter().map(|own| own.most).collect();
    if most.iter().all(|gain| *gain == 0) {
        return Ok(Answer::Impossible(Impossible::NobodyGains));
    }
    // What the ideals leave open is taken from the gap that is asked for.
    let open = least.iter().zip(&most).filter(|(least, _)| **least > 0);
    let open = open.map(|(least, most)| gap((*least).into(), (*most).into())).max().unwrap_or(0);
    let effort = Effort { gap: Utility((effort.gap.0 - open).max(0)), ..*effort };
    let known: Vec<Vec<Open>> = reached.into_iter().map(|own| own.package).collect();
    let none_known = least.iter().all(|gain| *gain == 0);
    let cautious = Goal::Least { ranges: most.clone(), unit: SHARE };
    let goal = if none_known { cautious.clone() } else { Goal::Least { ranges: least.clone(), unit: SHARE } };
    let mut found = search(&relaxation, &goal, &known, &effort);
    found.is_proven &= least == most;
    if let Some((package, _)) = found.best.take() {
        let level = cautious.level(&problem.gains(&package));
        found.best = level.map(|level| (package, level));
    }
    // No share is more than all.
    let all = i128::from(SHARE);
    found.bound = if none_known { Some(all) } else { found.bound.map(|bound| bound.min(all)) };
    let value = found.best.as_ref().map(|(_, level)| cautious.printed(level));
    Ok(refused(&found).unwrap_or_else(|| certified(&problem, found, value)))
}

/// The most that each party gets in any package in which nobody loses, in the order of the parties; or why that is not known.
///
/// Errors: as for [`egalitarian`].
pub fn ideals(scenario: &Scenario, effort: &Effort) -> Result<Result<Vec<Ideal>, Answer>, Error> {
    let problem = problem(scenario)?;
    let relaxation = Relaxation::of(&problem);
    Ok(reached(&relaxation, effort).map(|all| {
        let ideal = |(own, reservation): (Reached, &i64)| Ideal {
            at_least: Utility(own.least + reservation),
            at_most: Utility(own.most + reservation),
            package: problem.package(&own.package).0,
        };
        all.into_iter().zip(&problem.reservations).map(ideal).collect()
    }))
}

/// The most that a party gains where nobody loses: at least and at most.
struct Reached {
    least: i64,
    most: i64,
    package: Vec<Open>,
}

fn problem(scenario: &Scenario) -> Result<Problem, Error> {
    if scenario.parties.is_empty() {
        return Err(Error::NoParty);
    }
    Problem::of(scenario)
}

/// Everybody's gain counts by itself.
fn alike(problem: &Problem) -> Goal {
    Goal::Least { ranges: vec![1; problem.parties], unit: 1 }
}

/// A package in which nobody loses, with the bound of the least gain; or why there is none.
fn rational(relaxation: &Relaxation, effort: &Effort) -> Result<Found, Answer> {
    let goal = alike(relaxation.problem);
    let rough = Effort { gap: ROUGH.max(effort.gap), ..*effort };
    let found = share(&rough, 2, |part| search(relaxation, &goal, &[], part));
    match refused(&found) {
        Some(refused) => Err(refused),
        None => Ok(found),
    }
}

fn reached(relaxation: &Relaxation, effort: &Effort) -> Result<Vec<Reached>, Answer> {
    let problem = relaxation.problem;
    let mut known: Vec<Vec<Open>> =
        rational(relaxation, effort)?.best.into_iter().map(|(package, _)| package).collect();
    let mut all = Vec::with_capacity(problem.parties);
    let fine = Effort { gap: Utility(effort.gap.0 / IDEAL_PART), ..*effort };
    for party in 0..problem.parties {
        let mut ranges = vec![0; problem.parties];
        ranges[party] = 1;
        let goal = Goal::Least { ranges, unit: 1 };
        // Half of what is left is for the point itself.
        let parts = 2 * (problem.parties - party) as u64;
        let found = share(&fine, parts, |part| search(relaxation, &goal, &known, part));
        let Some((package, level)) = found.best else {
            return Err(Answer::Unknown { bound: Utility::ONE, stopped: found.stopped });
        };
        let least = whole(goal.printed(&level));
        let most = found.bound.map_or(least, whole).max(least);
        all.push(Reached { least, most, package: package.clone() });
        known.push(package);
    }
    Ok(all)
}

/// Does something with one of so many parts of what is left of the effort.
fn share(effort: &Effort, parts: u64, search: impl FnOnce(&Effort) -> Found) -> Found {
    let told = AtomicU64::new(0);
    let goes_on = |spent: u64| {
        let before = told.swap(spent, Ordering::Relaxed);
        effort.budget.spend(spent.saturating_sub(before)).is_ok()
    };
    let left = effort.budget.left();
    // Without a limit a part has none either.
    let most = if left > u64::MAX / 2 { u64::MAX } else { left / parts.max(1) };
    let part = Budget::watched(most, &goes_on);
    search(&Effort { budget: &part, ..*effort })
}

/// Why there is no answer, if there is none.
fn refused(found: &Found) -> Option<Answer> {
    match (&found.best, found.bound) {
        (None, None) if found.is_proven => Some(Answer::Impossible(Impossible::NoPackage)),
        (_, Some(bound)) if bound < 0 => {
            Some(Answer::Impossible(Impossible::SomebodyLoses { by_at_least: Utility(-whole(bound)) }))
        }
        (None, bound) => Some(unknown(bound, found.stopped)),
        (Some((_, level)), bound) if level.is_negative() => Some(unknown(bound, found.stopped)),
        _ => None,
    }
}

fn unknown(bound: Option<i128>, stopped: Option<Stopped>) -> Answer {
    Answer::Unknown { bound: Utility(bound.map_or(i64::MAX, whole)), stopped }
}

fn answer(problem: &Problem, found: Found) -> Answer {
    let value = found.value;
    certified(problem, found, value)
}

fn certified(problem: &Problem, found: Found, value: Option<i128>) -> Answer {
    let (Some((package, _)), Some(value)) = (found.best, value) else {
        return unknown(found.bound, found.stopped);
    };
    let (package, utilities) = problem.package(&package);
    Answer::Found(Certified {
        package,
        utilities,
        value: Utility(whole(value)),
        bound: Utility(whole(found.bound.unwrap_or(value).max(value))),
        is_optimal: found.is_proven,
        stopped: found.stopped,
    })
}

/// Levels and bounds that say something fit; what does not is as large as can be.
fn whole(number: i128) -> i64 {
    i64::try_from(number).unwrap_or(if number < 0 { i64::MIN + 1 } else { i64::MAX })
}
