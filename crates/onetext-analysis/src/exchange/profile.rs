//! What a party's file says of the issues of a domain, and what comes of it: weight times value, exactly, rounded once.

use onetext_model::{Fixed, Severity};

use super::domain::Domain;
use super::exact::Exact;
use super::source::Source;
use super::{ReadError, Remarks, What, Why};
use crate::{Issue, Party, Term, Utility, UtilityFunction};

/// How far a sum of weights may be from one without a remark: programs print six to sixteen digits.
pub const WEIGHT_SUM_TOLERANCE: &str = "0.000001";

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
    /// Where that stands.
    pub reservation_at: usize,
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
    /// Where that stands.
    pub weight_at: usize,
    /// The value of each option, before weighting.
    pub values: Vec<Option<Exact>>,
}

impl<'x> Profile<'x> {
    /// A profile that says nothing yet.
    pub(super) fn new(source: Source<'x>, party: &str, domain: &Domain) -> Self {
        let row = |issue: &Issue| Row {
            at: 0,
            weight: None,
            weight_at: 0,
            values: vec![None; issue.options.len()],
        };
        Profile {
            source,
            party: party.to_owned(),
            rows: domain.issues().iter().map(row).collect(),
            bias: None,
            terms: Vec::new(),
            reservation: None,
            reservation_at: 0,
            discount: None,
            is_weighted: true,
        }
    }

    /// Remarks that the domain has no such issue, or no such option of it.
    pub(super) fn not_in_domain(&self, remarks: &mut Remarks, at: usize, issue: &str, option: Option<&str>) {
        let (party, issue, option) = (self.party.clone(), issue.to_owned(), option.map(str::to_owned));
        remarks.add(Severity::Warning, self.source, at, What::NotInDomain { party, issue, option });
    }

    /// Takes the reservation that is stated; 0 where none is and the format says so.
    pub(super) fn reserve(
        &mut self,
        stated: Option<(usize, Exact)>,
        at: usize,
        remarks: &mut Remarks,
    ) -> Result<(), ReadError> {
        let utility = if let Some((at, number)) = stated {
            self.reservation_at = at;
            number.utility().map_err(|why| self.source.refuse(at, why))?
        } else {
            let what = What::ReservationOfFormat { party: self.party.clone() };
            remarks.add(Severity::Note, self.source, at, what);
            Utility::ZERO
        };
        self.reservation = Some(utility);
        Ok(())
    }

    /// Refuses an issue without a weight: none is filled in. Where hyper-rectangles say what packages are worth, an issue
    /// need not be valued on its own.
    pub(super) fn every_issue_weighed(&self, at: usize, domain: &Domain) -> Result<(), ReadError> {
        let is_free = |row: &Row| !self.terms.is_empty() && row.values.iter().all(Option::is_none);
        let mut rows = self.rows.iter().zip(domain.issues());
        match rows.find(|(row, _)| row.weight.is_none() && !is_free(row)) {
            Some((_, issue)) => Err(self.source.refuse(at, Why::NoWeight(issue.name.clone()))),
            None => Ok(()),
        }
    }

    /// The party: weight times value for each option, exactly, and rounded once.
    pub(super) fn finish(self, domain: &Domain, remarks: &mut Remarks) -> Result<Party, ReadError> {
        self.remark_weights(domain, remarks)?;
        let mut table = Vec::with_capacity(self.rows.len());
        for (index, (row, issue)) in self.rows.iter().zip(domain.issues()).enumerate() {
            let bias = self.bias.as_ref().filter(|_| index == 0);
            table.push(self.row(row, issue, bias)?);
        }
        let utility = UtilityFunction { table, terms: self.terms };
        let party =
            Party { name: self.party, utility, reservation: self.reservation, discount: self.discount };
        if let Some((severity, what)) = reservation_outside(&party) {
            remarks.add(severity, self.source, self.reservation_at, what);
        }
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
    fn remark_weights(&self, domain: &Domain, remarks: &mut Remarks) -> Result<(), ReadError> {
        let mut sum = Exact::whole(0);
        for (row, issue) in self.rows.iter().zip(domain.issues()) {
            let Some(weight) = &row.weight else { continue };
            sum = sum.plus(weight).ok_or_else(|| self.source.refuse(row.weight_at, Why::TooLarge))?;
            if weight.sign() < 0 {
                let (party, issue) = (self.party.clone(), issue.name.clone());
                let what = What::BelowZero { what: "the weight", party, issue };
                remarks.add(Severity::Warning, self.source, row.weight_at, what);
            }
        }
        let weighted = self.rows.iter().find(|row| row.weight.is_some() && self.is_weighted);
        let (Some(first), Ok(tolerance)) = (weighted, Exact::parse(WEIGHT_SUM_TOLERANCE)) else {
            return Ok(());
        };
        let off =
            sum.plus(&Exact::whole(-1)).ok_or_else(|| self.source.refuse(first.weight_at, Why::TooLarge))?;
        let off = if off.sign() < 0 { off.negative() } else { off };
        if off.order(&tolerance).is_gt() {
            let sum = sum.fixed().map_err(|why| self.source.refuse(first.weight_at, why))?.to_string();
            let what = What::WeightSum { party: self.party.clone(), sum };
            remarks.add(Severity::Warning, self.source, first.weight_at, what);
        }
        Ok(())
    }
}

/// A remark if the reservation is above what every package is worth, or below that and below nothing.
fn reservation_outside(party: &Party) -> Option<(Severity, What)> {
    let reservation = i128::from(party.reservation?.0);
    let terms = party.utility.terms.iter().map(|term| i128::from(term.value.0));
    let (gains, losses): (Vec<i128>, Vec<i128>) = terms.partition(|value| *value > 0);
    let rows = |pick: fn(&[Utility]) -> Option<&Utility>| {
        party
            .utility
            .table
            .iter()
            .filter_map(|row| pick(row))
            .map(|utility| i128::from(utility.0))
            .sum::<i128>()
    };
    let most = rows(|row| row.iter().max()) + gains.iter().sum::<i128>();
    let least = rows(|row| row.iter().min()) + losses.iter().sum::<i128>();
    let is_above = reservation > most;
    // A reservation of zero or more that every package reaches is common, and nothing odd.
    let is_outside = is_above || reservation < least.min(0);
    let what = What::ReservationOutside { party: party.name.clone(), is_above };
    let severity = if is_above { Severity::Warning } else { Severity::Note };
    is_outside.then_some((severity, what))
}
