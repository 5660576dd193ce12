//! The points of a programme, prepared once: then the least value of many forms, each with its proof.

use std::fmt;

use super::basis::Basis;
use super::dictionary::{Dictionary, End};
use super::{Form, Number, Programme, RowIndex};
use crate::{Budget, Stopped};

/// The points of a programme that has some.
#[derive(Clone)]
pub struct Region {
    programme: Programme,
    /// At a point as far as floating point can tell.
    start: Dictionary<f64>,
}

/// Why a programme has no point: multiplied by these and added up, its rows say that a sum of quantities of at least zero is
/// below zero (Farkas 1902). The rows named here cannot stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Rows and their multipliers, none zero.
    pub multipliers: Vec<(RowIndex, Number)>,
}

/// The least value of a form in a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extreme {
    /// It has one.
    Optimal(Optimum),
    /// It falls for ever.
    Unbounded {
        /// From this point
        from: Vec<Number>,
        /// in this direction.
        along: Ray,
    },
}

/// The least value, where it is reached, and what proves that there is none below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Optimum {
    /// The value.
    pub value: Number,
    /// A point that has it, one number for each column.
    pub point: Vec<Number>,
    /// Multipliers of the rows that together give the value as a lower bound (the dual); none zero.
    pub multipliers: Vec<(RowIndex, Number)>,
}

/// A direction, one number for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ray(pub Vec<Number>);

impl Region {
    /// The points of a programme, or why it has none. An answer costs about as many steps as its dictionary has numbers, times
    /// the pivots that it takes.
    pub fn new(programme: Programme, budget: &Budget<'_>) -> Result<Result<Self, Contradiction>, Stopped> {
        let mut start = Dictionary::<f64>::new(&programme);
        if let End::Impossible { line } = start.find_point(budget)? {
            let contradiction = contradiction(&programme, &start.basis(), start.quantity(line));
            if let Some(contradiction) = contradiction {
                return Ok(Err(contradiction));
            }
        } else if start.basis().point(&programme).is_some_and(|point| programme.contains(&point)) {
            return Ok(Ok(Region { programme, start }));
        }
        let mut exact = Dictionary::<Number>::new(&programme);
        exact.go_to(&start.basis(), budget)?;
        match exact.find_point(budget)? {
            End::Impossible { line } => {
                let known = contradiction(&programme, &exact.basis(), exact.quantity(line));
                Ok(Err(known.unwrap_or(Contradiction { multipliers: Vec::new() })))
            }
            _ => Ok(Ok(Region { programme, start })),
        }
    }

    /// The programme.
    pub fn programme(&self) -> &Programme {
        &self.programme
    }

    /// The least value of a form.
    pub fn minimum(&self, form: &Form, budget: &Budget<'_>) -> Result<Extreme, Stopped> {
        let mut guess = self.start.clone();
        let end = guess.minimise(form, budget)?;
        if let Some(extreme) = self.checked(form, &guess.basis(), end, guess_growing(&guess, end)) {
            return Ok(extreme);
        }
        self.minimum_exactly(form, &guess.basis(), budget)
    }

    /// The greatest value of a form. The multipliers are those of the least value of its negative.
    pub fn maximum(&self, form: &Form, budget: &Budget<'_>) -> Result<Extreme, Stopped> {
        let least = self.minimum(&form.times(&Number::whole(-1)), budget)?;
        Ok(match least {
            Extreme::Optimal(optimum) => Extreme::Optimal(Optimum { value: -&optimum.value, ..optimum }),
            unbounded @ Extreme::Unbounded { .. } => unbounded,
        })
    }

    /// Exact pivots from the basis of a guess that failed.
    fn minimum_exactly(&self, form: &Form, basis: &Basis, budget: &Budget<'_>) -> Result<Extreme, Stopped> {
        let mut exact = Dictionary::<Number>::new(&self.programme);
        exact.go_to(basis, budget)?;
        exact.find_point(budget)?;
        let end = exact.minimise(form, budget)?;
        let checked = self.checked(form, &exact.basis(), end, guess_growing(&exact, end));
        // A dictionary of rational numbers is right by construction; only a fault of this module could get here.
        Ok(checked.unwrap_or_else(|| Extreme::Unbounded { from: Vec::new(), along: Ray(Vec::new()) }))
    }

    /// What a basis says, if it is proved.
    fn checked(&self, form: &Form, basis: &Basis, end: End, growing: Option<usize>) -> Option<Extreme> {
        let point = basis.point(&self.programme)?;
        match (end, growing) {
            (End::Reached, _) => {
                let multipliers = basis.multipliers(&self.programme, form)?;
                let optimum = Optimum { value: form.at(&point), point, multipliers };
                optimum.proves(&self.programme, form).then_some(Extreme::Optimal(optimum))
            }
            (End::Endless { .. }, Some(quantity)) => {
                let along = basis.direction(&self.programme, quantity)?;
                let holds = self.programme.contains(&point) && along.falls(&self.programme, form);
                holds.then_some(Extreme::Unbounded { from: point, along })
            }
            _ => None,
        }
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Region").field("programme", &self.programme).finish_non_exhaustive()
    }
}

fn guess_growing<N: super::scalar::Scalar>(dictionary: &Dictionary<N>, end: End) -> Option<usize> {
    if let End::Endless { place } = end { Some(dictionary.growing(place)) } else { None }
}

fn contradiction(programme: &Programme, basis: &Basis, quantity: usize) -> Option<Contradiction> {
    let multipliers = basis.accuse(programme, quantity)?;
    let found = Contradiction { multipliers };
    if found.proves(programme) {
        return Some(found);
    }
    let turned = found.multipliers.iter().map(|(row, number)| (*row, -number)).collect();
    Some(Contradiction { multipliers: turned }).filter(|turned| turned.proves(programme))
}

impl Contradiction {
    /// Whether it proves that the programme has no point.
    pub fn proves(&self, programme: &Programme) -> bool {
        let (form, bound, _) = combined(programme, &self.multipliers);
        allowed(programme, &self.multipliers)
            && form.terms().iter().all(|(_, factor)| factor.is_negative())
            && bound.sign().is_gt()
    }
}

impl Optimum {
    /// Whether the point lies in the programme and has the value, and whether the multipliers leave nothing below it.
    pub fn proves(&self, programme: &Programme, form: &Form) -> bool {
        let (sum, bound, by) = combined(programme, &self.multipliers);
        programme.contains(&self.point)
            && form.at(&self.point) == self.value
            && allowed(programme, &self.multipliers)
            && form.times(&by).minus(&sum).terms().iter().all(|(_, factor)| !factor.is_negative())
            && bound == &self.value * &by
    }
}

impl Ray {
    /// Whether it stays in the programme for ever, and the form falls along it.
    pub fn falls(&self, programme: &Programme, form: &Form) -> bool {
        let mut ways = Programme::new(programme.columns());
        for row in programme.rows() {
            ways.push(row.form.clone(), row.relation, Number::ZERO);
        }
        ways.contains(&self.0) && form.at(&self.0).is_negative()
    }
}

fn allowed(programme: &Programme, multipliers: &[(RowIndex, Number)]) -> bool {
    let row = |index: &RowIndex| programme.rows().get(index.at());
    multipliers.iter().all(|(index, number)| row(index).is_some_and(|row| row.may_be_multiplied_by(number)))
}

/// The sum of the rows, multiplied: its form, its bound, and how often the multipliers were taken to make them whole.
fn combined(programme: &Programme, multipliers: &[(RowIndex, Number)]) -> (Form, Number, Number) {
    let numbers: Vec<Number> = multipliers.iter().map(|(_, number)| number.clone()).collect();
    let (multiples, by) = Number::whole_multiples(&numbers);
    let rows = multipliers.iter().zip(&multiples);
    let rows = rows.filter_map(|((row, _), number)| Some((programme.rows().get(row.at())?, number)));
    let mut terms = Vec::new();
    let mut bound = Number::ZERO;
    for (row, number) in rows {
        terms.extend(row.form.terms().iter().map(|(column, factor)| (*column, factor * number)));
        bound = &bound + &(&row.bound * number);
    }
    (Form::of(terms), bound, by)
}
