//! Factors of a part: groups of demands whose conflicts do not touch. If every combination of what each factor can keep stands,
//! all conflicts are known, and the corrections of the part are one of each factor, in every combination.
//!
//! That every combination stands is shown at once, without going through them: each factor plans options for its own
//! issues for each of its corrections, and the plans of any two factors agree with every tie between them. Where there are
//! no such plans, the factors that stand in each other's way are taken as one.

use std::collections::{BTreeMap, BTreeSet};

use super::explore::Search;
use super::members::{Members, in_order};
use super::part::{Local, Part, Tie, Want};
use super::plans::Plans;
use super::transversal::transversals;
use crate::Stopped;

/// Corrections of one factor that are planned for. Above it the map is searched.
const CORRECTIONS_MAX: usize = 8_192;
/// Issues times corrections, over all factors, that are planned for.
const PLANNED_MAX: usize = 131_072;
/// Agreements between two plans, over all ties.
const AGREEMENTS_MAX: usize = 4_000_000;

/// Conflicts and corrections that have nothing to do with those of other factors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Factor {
    pub conflicts: Vec<Members>,
    pub corrections: Vec<Members>,
}

/// The factors of these conflicts, by their first group; their corrections are not known yet.
pub(super) fn connected(groups: usize, conflicts: &[Members]) -> Vec<Factor> {
    let mut joined = Joined::new(groups);
    for conflict in conflicts {
        joined.join(conflict.iter());
    }
    let mut factors: BTreeMap<usize, Vec<Members>> = BTreeMap::new();
    for conflict in conflicts {
        let root = conflict.iter().next().map_or(0, |group| joined.root(group));
        factors.entry(root).or_default().push(conflict.clone());
    }
    let factor = |conflicts| Factor { conflicts: in_order(conflicts), corrections: Vec::new() };
    factors.into_values().map(factor).collect()
}

/// The factors with all their conflicts and corrections, shown to be complete; none where they grow too large to show it.
/// Conflicts that come to light on the way are told to the map.
pub(super) fn certified(search: &mut Search) -> Result<Option<Vec<Factor>>, Stopped> {
    let mut merged: Vec<BTreeSet<usize>> = Vec::new();
    loop {
        let Some(fields) = fields(search, &merged)? else { return Ok(None) };
        if conflict_in_rounds(search, &fields)? {
            continue;
        }
        // With one field only, the rounds have asked for everything.
        let in_the_way = match fields.len() {
            0 | 1 => Vec::new(),
            _ => Plans::of(search.part, &fields).in_the_way(search.budget)?,
        };
        if in_the_way.is_empty() {
            return factors_of(search).map(Some);
        }
        merged.extend(in_the_way);
    }
}

/// A factor with the issues that it plans for.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// As places in the part.
    pub issues: Vec<usize>,
    /// The groups about these issues only; asked for unless given up.
    pub groups: Members,
    /// What may be given up: one of these.
    pub corrections: Vec<Members>,
}

/// The fields of a part; none if they grow too large.
fn fields(search: &Search, merged: &[BTreeSet<usize>]) -> Result<Option<Vec<Field>>, Stopped> {
    let part = search.part;
    let about: Vec<Vec<usize>> = part.wants.iter().map(|want| want.issues(part)).collect();
    let (mut fields, mut planned) = (Vec::new(), 0);
    for issues in joined_issues(search, merged, &about) {
        let is_here = |group: &usize| about[*group].first().is_some_and(|issue| issues.contains(issue));
        let groups = Members::of(part.groups.len(), (0..part.groups.len()).filter(is_here));
        let conflicts: Vec<Members> =
            search.map.conflicts().iter().filter(|conflict| conflict.meets(&groups)).cloned().collect();
        let mut corrections = Vec::new();
        transversals(&conflicts, part.groups.len(), search.budget, |correction| {
            corrections.push(correction);
            corrections.len() <= CORRECTIONS_MAX
        })?;
        planned += issues.len() * corrections.len();
        if corrections.len() > CORRECTIONS_MAX || planned > PLANNED_MAX {
            return Ok(None);
        }
        fields.push(Field { issues, groups, corrections });
    }
    Ok((agreements(part, &fields) <= AGREEMENTS_MAX).then_some(fields))
}

/// The issues of a part, taken together where a conflict, a sum, an at-most or a merger joins them.
fn joined_issues(search: &Search, merged: &[BTreeSet<usize>], about: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let part = search.part;
    let mut joined = Joined::new(part.issues.len());
    for issues in about {
        joined.join(issues.iter().copied());
    }
    for tie in &part.ties {
        if let Tie::AtMost { of, .. } = tie {
            joined.join(of.iter().map(|((issue, _), _)| *issue));
        }
    }
    for issues in merged {
        joined.join(issues.iter().copied());
    }
    for conflict in search.map.conflicts() {
        joined.join(conflict.iter().flat_map(|group| about[group].iter().copied()));
    }
    let mut issues: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for issue in 0..part.issues.len() {
        issues.entry(joined.root(issue)).or_default().push(issue);
    }
    issues.into_values().collect()
}

/// How many pairs of plans have to agree, tie by tie.
fn agreements(part: &Part, fields: &[Field]) -> usize {
    let mut plans = vec![0; part.issues.len()];
    for field in fields {
        for &issue in &field.issues {
            plans[issue] = field.corrections.len();
        }
    }
    let ends = part.ties.iter().filter_map(Tie::ends);
    ends.map(|((a, _), (b, _))| plans[a] * plans[b]).sum()
}

/// Goes round the corrections of all fields side by side; whether a new conflict came to light.
fn conflict_in_rounds(search: &mut Search, fields: &[Field]) -> Result<bool, Stopped> {
    let mut is_new = false;
    let rounds = fields.iter().map(|field| field.corrections.len()).max().unwrap_or(0);
    for round in 0..rounds {
        let mut asked = Members::all(search.part.groups.len());
        for field in fields {
            asked = asked.without(&field.corrections[round % field.corrections.len()]);
        }
        // Conflicts of earlier rounds are not found again.
        let asked = search.map.extended(Members::none(asked.bound()), asked.iter());
        is_new |= search.conflict_within(&asked)?.is_some();
    }
    Ok(is_new)
}

/// All conflicts are known: the finest factors, with their corrections.
fn factors_of(search: &Search) -> Result<Vec<Factor>, Stopped> {
    let groups = search.part.groups.len();
    let mut factors = connected(groups, search.map.conflicts());
    for factor in &mut factors {
        let mut corrections = Vec::new();
        transversals(&factor.conflicts, groups, search.budget, |correction| {
            corrections.push(correction);
            true
        })?;
        factor.corrections = in_order(corrections);
    }
    Ok(factors)
}

impl Want {
    /// The issues of the part that it is about.
    fn issues(&self, part: &Part) -> Vec<usize> {
        match self {
            Want::OneOf { issue, .. } => vec![*issue],
            Want::AtLeast(_) => (0..part.issues.len()).collect(),
        }
    }
}

impl Tie {
    /// The two options of a tie between two.
    pub fn ends(&self) -> Option<(Local, Local)> {
        match self {
            Tie::Excludes(a, b) | Tie::Requires(a, b) => Some((*a, *b)),
            Tie::AtMost { .. } => None,
        }
    }
}

/// What is joined with what.
struct Joined {
    with: Vec<usize>,
}

impl Joined {
    fn new(count: usize) -> Self {
        Joined { with: (0..count).collect() }
    }

    fn root(&self, mut one: usize) -> usize {
        while self.with[one] != one {
            one = self.with[one];
        }
        one
    }

    fn join(&mut self, all: impl IntoIterator<Item = usize>) {
        let mut first = None;
        for one in all {
            let root = self.root(one);
            let with = *first.get_or_insert(root);
            self.with[root.max(with)] = root.min(with);
            first = Some(root.min(with));
        }
    }
}
