//! `NegMAS`'s functions of one numeric option that are made of sums, products and quotients, computed exactly. Those with
//! roots, logarithms or angles are refused.

use super::exact::Exact;
use super::negmas::kind;
use super::node::Node;
use super::source::Source;
use super::{ReadError, Why};

/// Terms of a polynomial; a higher one of ten thousand steps would not be exact in reasonable time.
const COEFFICIENTS_MAX: usize = 16;

/// What a function says of an option.
pub(super) fn value(source: Source<'_>, function: &Node<'_>, option: &str) -> Result<Exact, ReadError> {
    let kind = kind(function).unwrap_or_default();
    let number = |key| function.need(source, key)?.number(source);
    let or = |key, other| function.get(key).map_or_else(|| Ok(Exact::whole(other)), |one| one.number(source));
    let at = || Exact::parse(option).map_err(|why| source.refuse(function.at, why));
    let value = match kind {
        "ConstFun" => return number("bias"),
        "IdentityFun" => return at(),
        "LinearFun" => number("slope")?.times(&at()?),
        "AffineFun" => polynomial(&at()?, &or("bias", 0)?, &[number("slope")?]),
        "QuadraticFun" => polynomial(&at()?, &or("bias", 0)?, &[number("a1")?, number("a2")?]),
        "PolynomialFun" => {
            let list = function.need(source, "coefficients")?;
            let coefficients = list.list(source)?;
            if coefficients.len() > COEFFICIENTS_MAX {
                let (what, found, limit) = ("coefficients", coefficients.len(), COEFFICIENTS_MAX);
                return Err(source.refuse(list.at, Why::TooMuch { what, found, limit }));
            }
            let coefficients: Vec<Exact> =
                coefficients.iter().map(|one| one.number(source)).collect::<Result<_, _>>()?;
            polynomial(&at()?, &or("bias", 0)?, &coefficients)
        }
        "TriangularFun" => {
            let middle = number("middle")?;
            let points = [number("start")?, middle.clone(), middle, number("end")?];
            raised(&at()?, &points)
                .and_then(|share| share.times(&or("scale", 1).ok()?)?.plus(&or("bias", 0).ok()?))
        }
        "TrapezoidalFun" => {
            let points = [number("start")?, number("rise_end")?, number("fall_start")?, number("end")?];
            raised(&at()?, &points)
                .and_then(|share| share.times(&or("scale", 1).ok()?)?.plus(&or("bias", 0).ok()?))
        }
        _ => {
            let wanted = "TableFun, ConstFun, IdentityFun, LinearFun, AffineFun, QuadraticFun, PolynomialFun, \
                          TriangularFun or TrapezoidalFun";
            let (found, wanted) = (kind.to_owned(), wanted.to_owned());
            return Err(source.refuse(function.at, Why::NotKnown { found, wanted }));
        }
    };
    value.ok_or_else(|| source.refuse(function.at, Why::TooLarge))
}

/// `bias + c1 x + c2 x^2 + ...`
fn polynomial(at: &Exact, bias: &Exact, coefficients: &[Exact]) -> Option<Exact> {
    let inner = coefficients.iter().rev().try_fold(Exact::whole(0), |sum, one| sum.plus(one)?.times(at))?;
    inner.plus(bias)
}

/// 0 up to the first point, 1 between the second and third, 0 from the last, straight between.
fn raised(at: &Exact, [start, up, down, end]: &[Exact; 4]) -> Option<Exact> {
    let share = |from: &Exact, to: &Exact, part: &Exact| {
        part.plus(&from.negative())?.over(&to.plus(&from.negative())?)
    };
    if at.order(start).is_le() || at.order(end).is_ge() {
        Some(Exact::whole(0))
    } else if at.order(up).is_lt() {
        share(start, up, at)
    } else if at.order(down).is_le() {
        Some(Exact::whole(1))
    } else {
        share(end, down, at)
    }
}
