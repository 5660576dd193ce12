//! Linear programmes against brute force: every vertex and every extreme direction of small programmes, with degenerate, empty
//! and unbounded ones among them.

use onetext_analysis::Budget;
use onetext_analysis::linear::{Column, Extreme, Form, Number, Programme, Ray, Region, Relation};

use crate::draws::Draws;

/// Random programmes; each takes about 50 microseconds.
const PROGRAMMES: u64 = 6_000;

#[test]
fn small_programmes_agree_with_all_their_vertices() {
    let (mut empty, mut unbounded, mut optimal, mut degenerate) = (0, 0, 0, 0);
    for seed in 0..PROGRAMMES {
        let mut draws = Draws::new(seed);
        let programme = random_programme(&mut draws);
        let form = random_form(&mut draws, programme.columns());
        let vertices = vertices(&programme);
        match Region::new(programme.clone(), &Budget::unlimited()).unwrap() {
            Err(contradiction) => {
                empty += 1;
                assert!(vertices.is_empty(), "{seed}");
                assert!(contradiction.proves(&programme), "{seed}");
            }
            Ok(region) => {
                let least = vertices.iter().map(|vertex| form.at(vertex)).min().expect("a vertex");
                let endless = directions(&programme).into_iter().any(|way| form.at(&way).is_negative());
                match region.minimum(&form, &Budget::unlimited()).unwrap() {
                    Extreme::Optimal(found) => {
                        optimal += 1;
                        assert!(!endless, "{seed}");
                        assert_eq!(found.value, least, "{seed}");
                        assert!(found.proves(&programme, &form), "{seed}");
                        degenerate += usize::from(is_degenerate(&programme, &found.point));
                    }
                    Extreme::Unbounded { from, along } => {
                        unbounded += 1;
                        assert!(endless, "{seed}");
                        assert!(programme.contains(&from) && along.falls(&programme, &form), "{seed}");
                    }
                }
            }
        }
    }
    for (kind, found) in
        [("empty", empty), ("unbounded", unbounded), ("optimal", optimal), ("degenerate", degenerate)]
    {
        assert!(found > 300, "{found} {kind} programmes of {PROGRAMMES}: too few to say anything");
    }
}

/// Beale's programme, on which simplex with the steepest column goes round in circles.
#[test]
fn does_not_go_round_in_circles() {
    let mut programme = Programme::new(4);
    let form = |factors: [(i64, i64); 4]| {
        Form::of((0..).map(Column).zip(factors.map(|(over, under)| Number::fraction(over, under).unwrap())))
    };
    programme.push(form([(1, 4), (-60, 1), (-1, 25), (9, 1)]), Relation::AtMost, Number::ZERO);
    programme.push(form([(1, 2), (-90, 1), (-1, 50), (3, 1)]), Relation::AtMost, Number::ZERO);
    programme.push(form([(0, 1), (0, 1), (1, 1), (0, 1)]), Relation::AtMost, Number::ONE);
    let least = form([(-3, 4), (150, 1), (-1, 50), (6, 1)]);
    let region = Region::new(programme, &Budget::steps(100_000)).unwrap().unwrap();
    let Extreme::Optimal(found) = region.minimum(&least, &Budget::steps(100_000)).unwrap() else {
        panic!("bounded")
    };
    assert_eq!(found.value, Number::fraction(-1, 20).unwrap());
}

/// What floating point cannot tell: two bounds that differ by less than 1e-15, one way round and the other.
#[test]
fn tells_what_floating_point_cannot() {
    let close = |below: i64| {
        let mut programme = Programme::new(1);
        let x = Form::of([(Column(0), Number::ONE)]);
        let half = Number::fraction(1, 2).unwrap();
        let hair = Number::fraction(below, 1_000_000_000_000_000_000).unwrap();
        programme.push(x.clone(), Relation::AtLeast, half.clone());
        programme.push(x, Relation::AtMost, &half + &hair);
        Region::new(programme, &Budget::unlimited()).unwrap()
    };
    assert!(close(1).is_ok());
    assert!(close(0).is_ok());
    assert!(close(-1).is_err());
    let region = close(1).unwrap();
    let x = Form::of([(Column(0), Number::ONE)]);
    let Extreme::Optimal(most) = region.maximum(&x, &Budget::unlimited()).unwrap() else { panic!("bounded") };
    assert!(most.value > Number::fraction(1, 2).unwrap());
}

#[test]
fn a_wrong_proof_is_seen() {
    let mut programme = Programme::new(1);
    let x = Form::of([(Column(0), Number::ONE)]);
    programme.push(x.clone(), Relation::AtLeast, Number::ONE);
    let region = Region::new(programme.clone(), &Budget::unlimited()).unwrap().unwrap();
    let Extreme::Optimal(mut found) = region.minimum(&x, &Budget::unlimited()).unwrap() else {
        panic!("bounded")
    };
    assert!(found.proves(&programme, &x));
    found.multipliers[0].1 = Number::fraction(1, 2).unwrap();
    assert!(!found.proves(&programme, &x));
    assert!(!Ray(vec![Number::ONE]).falls(&programme, &x));
}

#[test]
fn a_spent_budget_is_said() {
    let mut programme = Programme::new(40);
    for column in 0..40 {
        programme.push(Form::of([(Column(column), Number::ONE)]), Relation::AtLeast, Number::ONE);
    }
    assert!(Region::new(programme, &Budget::steps(10)).is_err());
}

fn random_programme(draws: &mut Draws) -> Programme {
    let columns = 1 + draws.below(3);
    let mut programme = Programme::new(columns);
    for _ in 0..draws.below(6) {
        let form = random_form(draws, columns);
        let relation = match draws.below(5) {
            0 => Relation::Equal,
            1 | 2 => Relation::AtLeast,
            _ => Relation::AtMost,
        };
        programme.push(form, relation, Number::whole(draws.between(-3, 4)));
    }
    programme
}

fn random_form(draws: &mut Draws, columns: usize) -> Form {
    Form::of((0..columns).map(|column| {
        let factor = Number::fraction(draws.between(-3, 3), draws.between(1, 2)).unwrap();
        (Column(u32::try_from(column).unwrap()), factor)
    }))
}

/// Every point of the programme at which as many bounds are met as there are columns.
fn vertices(programme: &Programme) -> Vec<Vec<Number>> {
    let columns = programme.columns();
    let mut planes: Vec<(Vec<Number>, Number)> =
        programme.rows().iter().map(|row| (dense(&row.form, columns), row.bound.clone())).collect();
    for column in 0..columns {
        let unit = (0..columns).map(|other| if other == column { Number::ONE } else { Number::ZERO });
        planes.push((unit.collect(), Number::ZERO));
    }
    let mut found = Vec::new();
    for chosen in 0u32..1 << planes.len() {
        if chosen.count_ones() as usize != columns {
            continue;
        }
        let met: Vec<_> =
            (0..planes.len()).filter(|plane| chosen >> plane & 1 == 1).map(|at| &planes[at]).collect();
        if let Some(point) = cramer(&met).filter(|point| programme.contains(point)) {
            found.push(point);
        }
    }
    found
}

/// Every extreme direction in which the programme goes on for ever.
fn directions(programme: &Programme) -> Vec<Vec<Number>> {
    let mut ways = Programme::new(programme.columns());
    for row in programme.rows() {
        ways.push(row.form.clone(), row.relation, Number::ZERO);
    }
    let sum = Form::of((0..programme.columns()).map(|at| (Column(u32::try_from(at).unwrap()), Number::ONE)));
    ways.push(sum, Relation::Equal, Number::ONE);
    vertices(&ways)
}

fn is_degenerate(programme: &Programme, point: &[Number]) -> bool {
    let met = programme.rows().iter().filter(|row| row.form.at(point) == row.bound).count();
    met + point.iter().filter(|value| value.is_zero()).count() > programme.columns()
}

fn dense(form: &Form, columns: usize) -> Vec<Number> {
    (0..columns).map(|column| form.factor(Column(u32::try_from(column).unwrap()))).collect()
}

fn cramer(planes: &[&(Vec<Number>, Number)]) -> Option<Vec<Number>> {
    let matrix: Vec<Vec<Number>> = planes.iter().map(|(row, _)| row.clone()).collect();
    let whole = determinant(&matrix).reciprocal()?;
    let replaced = |column: usize| {
        let mut matrix = matrix.clone();
        for (row, (_, bound)) in matrix.iter_mut().zip(planes.iter()) {
            row[column] = bound.clone();
        }
        &determinant(&matrix) * &whole
    };
    Some((0..planes.len()).map(replaced).collect())
}

fn determinant(matrix: &[Vec<Number>]) -> Number {
    let Some(first) = matrix.first() else { return Number::ONE };
    let mut sum = Number::ZERO;
    for (column, factor) in first.iter().enumerate() {
        let minor: Vec<Vec<Number>> = matrix[1..]
            .iter()
            .map(|row| {
                row.iter()
                    .enumerate()
                    .filter(|(at, _)| *at != column)
                    .map(|(_, number)| number.clone())
                    .collect()
            })
            .collect();
        let product = factor * &determinant(&minor);
        sum = if column % 2 == 0 { &sum + &product } else { &sum - &product };
    }
    sum
}

/// Two hundred columns and four hundred rows, about four columns in each: the size of a large party. The step counts are those of
/// milliseconds on a page's machine, and stay so.
#[test]
fn a_programme_of_two_hundred_columns_takes_few_steps() {
    let mut draws = Draws::new(1);
    let column = |draws: &mut Draws| Column(u32::try_from(draws.below(200)).unwrap());
    let mut programme = Programme::new(200);
    let inside: Vec<i64> = (0..200).map(|_| draws.between(1, 100)).collect();
    for _ in 0..400 {
        let terms: Vec<(Column, i64)> = (0..4).map(|_| (column(&mut draws), draws.between(-9, 9))).collect();
        let at: i64 = terms.iter().map(|(column, factor)| factor * inside[column.at()]).sum();
        let form = Form::of(terms.into_iter().map(|(column, factor)| (column, Number::whole(factor))));
        programme.push(form, Relation::AtLeast, Number::whole(at - draws.between(0, 50)));
    }
    let all = Form::of((0..200).map(|at| (Column(at), Number::ONE)));
    programme.push(all, Relation::AtMost, Number::whole(20_000));
    let budget = Budget::unlimited();
    let region = Region::new(programme.clone(), &budget).unwrap().unwrap();
    let before = budget.spent();
    assert!(before < 30_000_000, "{before} steps to a point");
    for _ in 0..4 {
        let form = Form::of((0..20).map(|_| (column(&mut draws), Number::whole(draws.between(-9, 9)))));
        let Extreme::Optimal(found) = region.minimum(&form, &budget).unwrap() else { panic!("bounded") };
        assert!(found.proves(&programme, &form));
    }
    let each = (budget.spent() - before) / 4;
    assert!(each < 45_000_000, "{each} steps for each form");
}
