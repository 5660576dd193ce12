//! Sums with a floor: what an option adds for each group, and single literals that add something when they hold.

use super::Solver;
use super::trail::Literal;

/// A sum that may not fall below its floor, while its selector holds.
#[derive(Clone, Debug, Default)]
pub(in crate::conflicts) struct Linear {
    selector: Option<Literal>,
    rows: Vec<Vec<(Literal, i64)>>,
    /// Weights above zero only.
    items: Vec<(Literal, i64)>,
    floor: i128,
}

impl Linear {
    /// Nothing is summed yet; with a selector it is asked for only while that holds.
    pub fn at_least(floor: i128, selector: Option<Literal>) -> Self {
        Linear { selector, rows: Vec::new(), items: Vec::new(), floor }
    }

    /// One more group of which exactly one holds, and what each adds.
    pub fn row(&mut self, mut weights: Vec<(Literal, i64)>) {
        weights.sort_by_key(|&(literal, weight)| (std::cmp::Reverse(weight), literal));
        self.rows.push(weights);
    }

    /// What is added whatever holds.
    pub fn constant(&mut self, weight: i64) {
        self.floor -= i128::from(weight);
    }

    /// One more literal, and what it adds when it holds.
    pub fn item(&mut self, literal: Literal, weight: i64) {
        if weight < 0 {
            self.floor -= i128::from(weight);
            self.items.push((!literal, -weight));
        } else if weight > 0 {
            self.items.push((literal, weight));
        }
    }
}

impl Solver {
    /// What a sum forbids at present; a violated clause if it cannot reach its floor any more.
    pub(super) fn propagate_linear(&mut self, at: usize) -> Option<Vec<Literal>> {
        let linear = &self.linears[at];
        let is_asked = linear.selector.is_none_or(|selector| self.trail.value(selector) == Some(true));
        if !is_asked {
            return None;
        }
        self.steps += 1;
        let tops = self.tops(at)?;
        let slack = self.most(at, &tops) - linear.floor;
        if slack < 0 {
            return Some(self.why_no_more(at, &tops, None));
        }
        let too_low: Vec<(Literal, Option<usize>)> = self.too_low(at, &tops, slack);
        for (literal, row) in too_low {
            if self.trail.value(literal).is_none() {
                let mut lemma = self.why_no_more(at, &tops, row);
                lemma.push(literal);
                self.assert(lemma);
            }
        }
        None
    }

    /// For each row, the place of the best that is still open; none where a row has none left, which its clause will tell.
    fn tops(&self, at: usize) -> Option<Vec<usize>> {
        let is_open = |&(literal, _): &(Literal, i64)| self.trail.value(literal) != Some(false);
        self.linears[at].rows.iter().map(|row| row.iter().position(is_open)).collect()
    }

    /// The most that the sum can reach.
    fn most(&self, at: usize, tops: &[usize]) -> i128 {
        let linear = &self.linears[at];
        let rows: i128 = linear.rows.iter().zip(tops).map(|(row, &top)| i128::from(row[top].1)).sum();
        let open = linear.items.iter().filter(|(literal, _)| self.trail.value(*literal) != Some(false));
        rows + open.map(|(_, weight)| i128::from(*weight)).sum::<i128>()
    }

    /// What must now hold: the opposites of options that would lower the sum by more than the slack, each with its row, and
    /// items that it cannot do without.
    fn too_low(&self, at: usize, tops: &[usize], slack: i128) -> Vec<(Literal, Option<usize>)> {
        let linear = &self.linears[at];
        let mut found = Vec::new();
        for (number, (row, &top)) in linear.rows.iter().zip(tops).enumerate() {
            let loses = |weight: i64| i128::from(row[top].1) - i128::from(weight);
            let low = row.iter().rev().take_while(|(_, weight)| loses(*weight) > slack);
            found.extend(low.map(|(literal, _)| (!*literal, Some(number))));
        }
        let needed = linear.items.iter().filter(|(_, weight)| i128::from(*weight) > slack);
        found.extend(needed.map(|(literal, _)| (*literal, None)));
        found
    }

    /// Literals, all false, of which one would have to hold for the sum to reach more; those of one row left out.
    fn why_no_more(&self, at: usize, tops: &[usize], left_out: Option<usize>) -> Vec<Literal> {
        let linear = &self.linears[at];
        let mut literals: Vec<Literal> = linear.selector.iter().map(|selector| !*selector).collect();
        for (number, (row, &top)) in linear.rows.iter().zip(tops).enumerate() {
            let better = row[..top].iter().filter(|(_, weight)| *weight > row[top].1);
            if left_out != Some(number) {
                literals.extend(better.map(|(literal, _)| *literal));
            }
        }
        let fallen = linear.items.iter().filter(|(literal, _)| self.trail.value(*literal) == Some(false));
        literals.extend(fallen.map(|(literal, _)| *literal));
        literals
    }

    /// Adds a clause whose last literal follows from it, and sets that literal.
    fn assert(&mut self, mut lemma: Vec<Literal>) {
        let last = lemma.len() - 1;
        lemma.swap(0, last);
        let literal = lemma[0];
        let reason = self.learned(lemma);
        self.trail.assign(literal, reason);
    }
}
