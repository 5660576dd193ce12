//! A basis: which columns are not zero by themselves and which rows are met exactly. What it says is solved for exactly.

use super::elimination::{Equation, solve};
use super::programme::{Column, Form, Programme, Relation, RowIndex};
use super::{Number, Ray};

/// As many columns as rows: the columns solve the rows, all other columns are zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Basis {
    columns: Vec<usize>,
    rows: Vec<usize>,
}

impl Basis {
    pub(super) fn new(mut columns: Vec<usize>, mut rows: Vec<usize>) -> Self {
        columns.sort_unstable();
        rows.sort_unstable();
        Basis { columns, rows }
    }

    pub(super) fn columns(&self) -> &[usize] {
        &self.columns
    }

    pub(super) fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// The point of the basis, whether or not it lies in the programme.
    pub(super) fn point(&self, programme: &Programme) -> Option<Vec<Number>> {
        let right = self.rows.iter().map(|row| programme.rows()[*row].bound.clone()).collect();
        let solved = solve(self.equations(programme), right)?;
        Some(self.spread(&solved, programme.columns()))
    }

    /// Multipliers of the rows that give a form its factors in the columns of the basis.
    pub(super) fn multipliers(&self, programme: &Programme, form: &Form) -> Option<Vec<(RowIndex, Number)>> {
        let right = self.columns.iter().map(|column| form.factor(named(*column))).collect();
        let solved = solve(self.transposed(programme), right)?;
        let rows = self.rows.iter().map(|row| RowIndex(u32::try_from(*row).unwrap_or(u32::MAX)));
        Some(rows.zip(solved).filter(|(_, multiplier)| !multiplier.is_zero()).collect())
    }

    /// Multipliers that show that a quantity (a column, or the slack of a row) cannot be at least zero.
    pub(super) fn accuse(&self, programme: &Programme, quantity: usize) -> Option<Vec<(RowIndex, Number)>> {
        let Some(place) = quantity.checked_sub(programme.columns()) else {
            return self.multipliers(programme, &Form::of([(named(quantity), Number::whole(-1))]));
        };
        let row = &programme.rows()[place];
        let sign = Number::whole(if row.relation == Relation::AtMost { -1 } else { 1 });
        let mut all = self.multipliers(programme, &row.form.times(&-&sign))?;
        all.push((RowIndex(u32::try_from(place).unwrap_or(u32::MAX)), sign));
        Some(all)
    }

    /// The direction in which a quantity at zero grows and the rows of the basis stay met.
    pub(super) fn direction(&self, programme: &Programme, quantity: usize) -> Option<Ray> {
        let columns = programme.columns();
        let right = match quantity.checked_sub(columns) {
            None => self.column(programme, quantity).iter().map(|number| -number).collect(),
            Some(place) => {
                let at_most = programme.rows()[place].relation == Relation::AtMost;
                let slack = Number::whole(if at_most { -1 } else { 1 });
                self.rows.iter().map(|row| if *row == place { slack.clone() } else { Number::ZERO }).collect()
            }
        };
        let mut ray = self.spread(&solve(self.equations(programme), right)?, columns);
        if quantity < columns {
            ray[quantity] = Number::ONE;
        }
        Some(Ray(ray))
    }

    fn column(&self, programme: &Programme, column: usize) -> Vec<Number> {
        self.rows.iter().map(|row| programme.rows()[*row].form.factor(named(column))).collect()
    }

    fn equations(&self, programme: &Programme) -> Vec<Equation> {
        let place = |column: &Column| self.columns.binary_search(&column.at()).ok();
        let equation = |row: &usize| {
            let terms = programme.rows()[*row].form.terms().iter();
            terms.filter_map(|(column, factor)| Some((place(column)?, factor.clone()))).collect()
        };
        self.rows.iter().map(equation).collect()
    }

    fn transposed(&self, programme: &Programme) -> Vec<Equation> {
        let mut transposed = vec![Vec::new(); self.columns.len()];
        for (row, equation) in self.equations(programme).into_iter().enumerate() {
            for (column, factor) in equation {
                transposed[column].push((row, factor));
            }
        }
        transposed
    }

    fn spread(&self, solved: &[Number], columns: usize) -> Vec<Number> {
        let mut all = vec![Number::ZERO; columns];
        for (column, value) in self.columns.iter().zip(solved) {
            all[*column] = value.clone();
        }
        all
    }
}

fn named(column: usize) -> Column {
    Column(u32::try_from(column).unwrap_or(u32::MAX))
}
