//! What a linear programme is made of: columns that are at least zero, linear forms in them, and rows that bound forms.

use std::cmp::Ordering;

use super::Number;

/// The place of a column: a quantity of at least zero. A quantity that may fall below is the difference of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column(pub u32);

/// The place of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowIndex(pub u32);

impl Column {
    /// As an index into a list.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

impl RowIndex {
    /// As an index into a list.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// A sum of multiples of columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// In order of the columns, none twice, none times zero.
    terms: Vec<(Column, Number)>,
}

impl Form {
    /// The sum of these multiples; one column may come several times.
    pub fn of(terms: impl IntoIterator<Item = (Column, Number)>) -> Self {
        let mut all: Vec<_> = terms.into_iter().collect();
        all.sort_by_key(|(column, _)| *column);
        let mut terms: Vec<(Column, Number)> = Vec::with_capacity(all.len());
        for (column, factor) in all {
            match terms.last_mut() {
                Some((last, sum)) if *last == column => *sum = &*sum + &factor,
                _ => terms.push((column, factor)),
            }
        }
        terms.retain(|(_, factor)| !factor.is_zero());
        Form { terms }
    }

    /// Its columns and their factors, in order.
    pub fn terms(&self) -> &[(Column, Number)] {
        &self.terms
    }

    /// The factor of a column.
    pub fn factor(&self, column: Column) -> Number {
        let place = self.terms.binary_search_by_key(&column, |(column, _)| *column);
        place.map_or(Number::ZERO, |place| self.terms[place].1.clone())
    }

    /// Its value at a point; columns beyond the point count as zero.
    pub fn at(&self, point: &[Number]) -> Number {
        let products =
            self.terms.iter().filter_map(|(column, factor)| Some(factor * point.get(column.at())?));
        products.fold(Number::ZERO, |sum, product| &sum + &product)
    }

    /// The same form times a number.
    #[must_use]
    pub fn times(&self, number: &Number) -> Self {
        Form::of(self.terms.iter().map(|(column, factor)| (*column, factor * number)))
    }

    /// This form and another.
    #[must_use]
    pub fn plus(&self, other: &Form) -> Self {
        Form::of(self.terms.iter().chain(&other.terms).cloned())
    }

    /// This form less another.
    #[must_use]
    pub fn minus(&self, other: &Form) -> Self {
        self.plus(&other.times(&Number::whole(-1)))
    }
}

/// How a form stands to its bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// At least the bound.
    AtLeast,
    /// At most the bound.
    AtMost,
    /// The bound itself.
    Equal,
}

impl Relation {
    fn is_of(self, order: Ordering) -> bool {
        match self {
            Relation::AtLeast => order.is_ge(),
            Relation::AtMost => order.is_le(),
            Relation::Equal => order.is_eq(),
        }
    }
}

/// A form and its bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The form.
    pub form: Form,
    /// How it stands to its bound.
    pub relation: Relation,
    /// The bound.
    pub bound: Number,
}

impl Row {
    /// Whether a point keeps to it.
    pub fn holds(&self, point: &[Number]) -> bool {
        self.relation.is_of(self.form.at(point).cmp(&self.bound))
    }

    /// Whether a multiplier may be used in a proof: at least zero where the form is at least its bound, at most zero where it is
    /// at most, any where it is equal.
    pub(super) fn may_be_multiplied_by(&self, multiplier: &Number) -> bool {
        match self.relation {
            Relation::AtLeast => multiplier.sign().is_ge(),
            Relation::AtMost => multiplier.sign().is_le(),
            Relation::Equal => true,
        }
    }
}

/// Columns of at least zero, and rows that bound forms in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    columns: usize,
    rows: Vec<Row>,
}

impl Programme {
    /// So many columns, and no row.
    pub fn new(columns: usize) -> Self {
        Programme { columns, rows: Vec::new() }
    }

    /// One more column.
    pub fn add_column(&mut self) -> Column {
        self.columns += 1;
        Column(u32::try_from(self.columns - 1).unwrap_or(u32::MAX))
    }

    /// One more row. Columns that its form names are added where they are missing.
    pub fn push(&mut self, form: Form, relation: Relation, bound: Number) -> RowIndex {
        if let Some((last, _)) = form.terms.last() {
            self.columns = self.columns.max(last.at() + 1);
        }
        self.rows.push(Row { form, relation, bound });
        RowIndex(u32::try_from(self.rows.len() - 1).unwrap_or(u32::MAX))
    }

    /// How many columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Whether a point lies in it: every column is at least zero and every row holds.
    pub fn contains(&self, point: &[Number]) -> bool {
        point.len() == self.columns && point.iter().all(|value| !value.is_negative()) && {
            let (multiples, by) = Number::whole_multiples(point);
            self.rows.iter().all(|row| row.relation.is_of(row.form.at(&multiples).cmp(&(&row.bound * &by))))
        }
    }
}
