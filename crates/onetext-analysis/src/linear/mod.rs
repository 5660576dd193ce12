//! Linear programmes solved exactly, in rational numbers.
//!
//! A programme is a list of columns, each at least zero, and of rows that bound linear forms in them ([`Programme`]). Its
//! [`Region`] is prepared once and then asked for the least or greatest value of many forms. Floating-point simplex only
//! *guesses* which rows and columns decide; that basis is then solved and checked in rational numbers, and where the guess
//! fails, exact pivots by Bland's rule go on from it (Applegate, Cook, Dash & Espinoza 2007, "Exact solutions to linear
//! programming problems", Operations Research Letters 35; Bland 1977, "New finite pivoting rules for the simplex method").
//! So nothing that leaves this module was rounded, and every answer carries what proves it: multipliers of the rows.
//!
//! ```
//! use onetext_analysis::Budget;
//! use onetext_analysis::linear::{Column, Extreme, Form, Number, Programme, Region, Relation};
//! let mut programme = Programme::new(2);
//! let (x, y) = (Column(0), Column(1));
//! programme.push(Form::of([(x, Number::ONE), (y, Number::whole(3))]), Relation::AtLeast, Number::ONE);
//! programme.push(Form::of([(x, Number::whole(2)), (y, Number::ONE)]), Relation::AtLeast, Number::ONE);
//! let region = Region::new(programme, &Budget::unlimited())?.expect("not empty");
//! let sum = Form::of([(x, Number::ONE), (y, Number::ONE)]);
//! let Extreme::Optimal(least) = region.minimum(&sum, &Budget::unlimited())? else { panic!() };
//! assert_eq!(least.value, Number::fraction(3, 5).unwrap());
//! assert!(least.proves(region.programme(), &sum));
//! # Ok::<(), onetext_analysis::Stopped>(())
//! ```

mod basis;
mod dictionary;
mod elimination;
mod lifting;
mod number;
mod programme;
mod region;
mod scalar;

pub use number::Number;
pub use programme::{Column, Form, Programme, Relation, Row, RowIndex};
pub use region::{Contradiction, Extreme, Optimum, Ray, Region};
