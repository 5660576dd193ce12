//! What the formats with a domain and a profile for each party have in common: the issues, and what a profile says of them.

use std::collections::BTreeMap;

use onetext_model::{Fixed, Place, Severity};

use super::exact::Exact;
use super::source::Source;
use super::{ReadError, Remark, What, Why};
use crate::space::OPTIONS_MAX;
use crate::{Issue, Party, Range, Scenario, Space, Term, Utility, UtilityFunction};

/// How far a sum of weights may be from one without a remark: programs print six to sixteen digits.
pub const WEIGHT_SUM_TOLERANCE: &str = "0.000001";
/// Values that are looked at of a continuous range: its ends and every tenth between.
pub const VALUES_OF_RANGE: i64 = 11;

/// The issues of a scenario, found by name.
#[derive(Debug)]
pub(super) struct Domain {
    /// Its name.
    pub name: String,
    space: Space,
    by_name: BTreeMap<String, usize>,
    options: Vec<BTreeMap<String, usize>>,
}

impl Domain {
    /// Issues that stand at some place of a file.
    pub(super) fn new(source: Source<'_>, at: usize, name: &str, issues: Vec<Issue>) -> Result<Self, ReadError> {
        let mut by_name = BTreeMap::new();
        let mut options = Vec::new();
        for (index, issue) in issues.iter().enumerate() {
            if by_name.insert(issue.name.clone(), index).is_some() {
                return Err(source.refuse(at, Why::TwoValues(issue.name.clone())));
            }
            options.push(issue.options.iter().cloned().zip(0..).collect());
        }
        if issues.is_empty() {
            return Err(source.refuse(at, Why::Missing("issue".to_owned())));
        }
        let space = Space::new(issues).map_err(|error| source.refuse(at, error.into()))?;
        Ok(Domain { name: name.to_owned(), space, by_name, options })
    }

    /// Its issues.
    pub(super) fn issues(&self) -> &[Issue] {
        self.space.issues()
    }

    /// The place of an issue.
    pub(super) fn issue(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// The place of an option: by its name, or by its number in a numeric issue (`10.0` is `10`).
    pub(super) fn option(&self, issue: usize, name: &str) -> Option<usize> {
        let options = self.options.get(issue)?;
        options.get(name).copied().or_else(|| {
            self.issues()[issue].range.as_ref()?;
            options.get(&Exact::parse(name).ok()?.fixed().ok()?.to_string()).copied()
        })
    }

    /// The scenario of these issues and parties.
    pub(super) fn with(self, parties: Vec<Party>) -> Result<Scenario, ReadError> {
        let scenario = Scenario { name: self.name, space: self.space, parties };
        scenario.check()?;
        Ok(scenario)
    }
}

/// An issue with listed options; one that stands twice is kept once.
pub(super) fn listed<'o>(
    name: &str,
    options: impl Iterator<Item = (&'o str, Place)>,
    remarks: &mut Vec<Remark>,
) -> Issue {
    let mut issue = Issue::listed(name, &[]);
    let mut seen = std::collections::BTreeSet::new();
    for (option, place) in options {
        if seen.insert(option) {
            issue.options.push(option.to_owned());
        } else {
            let what = What::OptionTwice { issue: name.to_owned(), option: option.to_owned() };
            remarks.push(Remark::at(Severity::Warning, place, what));
        }
    }
    issue
}

/// A numeric issue with an option for each step; refused where that is too many.
pub(super) fn stepped(name: &str, from: &Exact, to: &Exact, step: &Exact) -> Result<Issue, Why> {
    let wrong = || Why::NotKnown { found: "this range".to_owned(), wanted: "a lower and an upper bound".to_owned() };
    let (from, to, step) = (from.fixed()?, to.fixed()?, step.fixed()?);
    if to < from || step <= Fixed::whole(0) {
        return Err(wrong());
    }
    let count = (to.units() - from.units()) / step.units() + 1;
    let found = usize::try_from(count).unwrap_or(usize::MAX);
    if found > OPTIONS_MAX {
        return Err(Why::TooMuch { what: "options of an issue", found, limit: OPTIONS_MAX });
    }
    let value = |place: i128| of_units(from.units() + place * step.units()).ok_or_else(wrong);
    let options = (0..count).map(|place| value(place).map(|value| value.to_string()));
    Ok(Issue {
        name: name.to_owned(),
        options: options.collect::<Result<_, _>>()?,
        range: Some(Range { unit: String::new(), from, step }),
    })
}

/// A continuous issue, of which [`VALUES_OF_RANGE`] values are looked at.
pub(super) fn sampled(name: &str, from: &Exact, to: &Exact) -> Result<Issue, Why> {
    let width = to.plus(&from.negative()).ok_or(Why::TooLarge)?;
    if width.sign() == 0 {
        return stepped(name, from, to, &Exact::whole(1));
    }
    let step = width.over(&Exact::whole(VALUES_OF_RANGE - 1)).ok_or(Why::TooLarge)?;
    stepped(name, from, to, &step)
}

fn of_units(units: i128) -> Option<Fixed> {
    let (whole, part) = (units.unsigned_abs() / 1_000_000_000_000, units.unsigned_abs() % 1_000_000_000_000);
    Fixed::parse(&format!("{}{whole}.{part:012}", if units < 0 { "-" } else { "" })).ok()
}

/// What a party's file says.
pub(super) struct Profile<'x> {
    /// Where it stands.
    pub source: Source<'x>,
    /// Whose it is.
    pub party: String,
    /// What it says of each issue of the domain.
    pub rows: Vec<Row>,
    /// What is added to every package.
    pub bias: Option<Exact>,
    /// What is added where options stand together.
    pub terms: Vec<Term>,
    /// What the party has without a deal.
    pub reservation: Option<Utility>,
    /// What is left of a utility after a round.
    pub discount: Option<Fixed>,
    /// Whether the weights are shares of one.
    pub is_weighted: bool,
}

/// What a profile says of an issue.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// Where.
    pub at: usize,
    /// How much the issue weighs.
    pub weight: Option<Exact>,
    /// The value of each option, before weighting.
    pub values: Vec<Option<Exact>>,
}

impl<'x> Profile<'x> {
    /// A profile that says nothing yet.
    pub(super) fn new(source: Source<'x>, party: &str, domain: &Domain) -> Self {
        let row = |issue: &Issue| Row { at: 0, weight: None, values: vec![None; issue.options.len()] };
        Profile {
            source,
            party: party.to_owned(),
            rows: domain.issues().iter().map(row).collect(),
            bias: None,
            terms: Vec::new(),
            reservation: None,
            discount: None,
            is_weighted: true,
        }
    }

    /// Remarks that the domain has no such issue, or no such option of it.
    pub(super) fn not_in_domain(&self, at: usize, issue: &str, option: Option<&str>) -> Remark {
        let (party, issue, option) = (self.party.clone(), issue.to_owned(), option.map(str::to_owned));
        Remark::at(Severity::Warning, self.source.place(at), What::NotInDomain { party, issue, option })
    }

    /// Refuses an issue that is valued and has no weight.
    pub(super) fn every_issue_weighed(&self, at: usize, domain: &Domain) -> Result<(), ReadError> {
        let unweighted = |(row, _): &(&Row, &Issue)| row.weight.is_none() && row.values.iter().any(Option::is_some);
        match self.rows.iter().zip(domain.issues()).find(unweighted) {
            Some((_, issue)) => Err(self.source.refuse(at, Why::NoWeight(issue.name.clone()))),
            None => Ok(()),
        }
    }

    /// The party: weight times value for each option, exactly, and rounded once.
    pub(super) fn finish(self, domain: &Domain, remarks: &mut Vec<Remark>) -> Result<Party, ReadError> {
        self.remark_weights(domain, remarks)?;
        let mut table = Vec::with_capacity(self.rows.len());
        for (index, (row, issue)) in self.rows.iter().zip(domain.issues()).enumerate() {
            let bias = self.bias.as_ref().filter(|_| index == 0);
            table.push(self.row(row, issue, bias)?);
        }
        let utility = UtilityFunction { table, terms: self.terms };
        let party = Party { name: self.party, utility, reservation: self.reservation, discount: self.discount };
        remarks.extend(reservation_outside(&party, self.source.place(0)));
        Ok(party)
    }

    fn row(&self, row: &Row, issue: &Issue, bias: Option<&Exact>) -> Result<Vec<Utility>, ReadError> {
        let nothing = Exact::whole(0);
        let weight = row.weight.as_ref().unwrap_or(&nothing);
        let cell = |(value, option): (&Option<Exact>, &String)| {
            let why = || Why::NoValue {
                party: self.party.clone(),
                issue: issue.name.clone(),
                option: option.clone(),
            };
            let value = match value {
                Some(value) => weight.times(value).ok_or(Why::TooLarge),
                None if weight.sign() == 0 => Ok(nothing.clone()),
                None => Err(why()),
            };
            let value = value.and_then(|value| match bias {
                Some(bias) => value.plus(bias).ok_or(Why::TooLarge),
                None => Ok(value),
            });
            value.and_then(|value| value.utility()).map_err(|why| self.source.refuse(row.at, why))
        };
        row.values.iter().zip(&issue.options).map(cell).collect()
    }

    /// Remarks on weights below zero, and on a sum that is not one.
    fn remark_weights(&self, domain: &Domain, remarks: &mut Vec<Remark>) -> Result<(), ReadError> {
        let mut sum = Exact::whole(0);
        for (row, issue) in self.rows.iter().zip(domain.issues()) {
            let Some(weight) = &row.weight else { continue };
            sum = sum.plus(weight).ok_or_else(|| self.source.refuse(row.at, Why::TooLarge))?;
            if weight.sign() < 0 {
                let (party, issue) = (self.party.clone(), issue.name.clone());
                let what = What::BelowZero { what: "weight", party, issue };
                remarks.push(Remark::at(Severity::Warning, self.source.place(row.at), what));
            }
        }
        let weighted = self.rows.iter().find(|row| row.weight.is_some() && self.is_weighted);
        let (Some(first), Ok(tolerance)) = (weighted, Exact::parse(WEIGHT_SUM_TOLERANCE)) else { return Ok(()) };
        let off = sum.plus(&Exact::whole(-1)).ok_or_else(|| self.source.refuse(first.at, Why::TooLarge))?;
        let off = if off.sign() < 0 { off.negative() } else { off };
        if off.order(&tolerance).is_gt() {
            let sum = sum.fixed().map_err(|why| self.source.refuse(first.at, why))?.to_string();
            let what = What::WeightSum { party: self.party.clone(), sum };
            remarks.push(Remark::at(Severity::Warning, self.source.place(first.at), what));
        }
        Ok(())
    }
}

/// A remark if the reservation is above, or if it is stated and below, what every package is worth.
fn reservation_outside(party: &Party, place: Place) -> Option<Remark> {
    let reservation = i128::from(party.reservation?.0);
    let terms = party.utility.terms.iter().map(|term| i128::from(term.value.0));
    let (gains, losses): (Vec<i128>, Vec<i128>) = terms.partition(|value| *value > 0);
    let rows = |pick: fn(&[Utility]) -> Option<&Utility>| {
        party.utility.table.iter().filter_map(|row| pick(row)).map(|utility| i128::from(utility.0)).sum::<i128>()
    };
    let most = rows(|row| row.iter().max()) + gains.iter().sum::<i128>();
    let least = rows(|row| row.iter().min()) + losses.iter().sum::<i128>();
    let is_above = reservation > most;
    let is_outside = is_above || (reservation != 0 && reservation < least);
    let what = What::ReservationOutside { party: party.name.clone(), is_above };
    let severity = if is_above { Severity::Warning } else { Severity::Note };
    is_outside.then(|| Remark::at(severity, place, what))
}
